"""Depth-first over safe states: the least avoidable exposure, often proved after looking at few states.

States are left for later when they would raise the exposure; the most balanced of the others is followed first. When
none is left, the cap is raised to the least that lets in another: so the first time everything is done, the cap is
the least exposure there can be.
"""

from __future__ import annotations

import heapq
from itertools import count

from paripassu.roadmap.bits import FAR
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.deal import Order
from paripassu.roadmap.space import Part, Space
from paripassu.roadmap.trace import Reached
from paripassu.roadmap.watch import Watch

__all__ = ["depth_first"]


def depth_first(space: Space, bounds: Bounds, *, most: int, watch: Watch | None = None) -> Reached:
    """The order with the least avoidable exposure.

    Parameters
    ----------
    space : Space
    bounds : Bounds
        A `cap` ends the search in "none" when it would have to be raised beyond it.
    most : int
        Give up after this many states; `lower` then is what has been proved.
    watch : Watch, optional

    Returns
    -------
    Reached
    """
    watch = watch or Watch()
    nets = tuple(space.net(space.deal.done))
    limit = FAR if bounds.cap is None else bounds.cap
    everything, walk = space.deal.everything, _Walk(space, bounds)
    if not walk.safe(space.deal.done, nets):
        return Reached(value=None, order=None, lower=FAR)
    cap = walk.exposure(nets)
    came: dict[int, tuple[int, tuple[Part, ...]] | None] = {space.deal.done: None}
    stack = [(space.deal.done, nets)]
    ticket = count()
    later: list[tuple[int, int, int, int, tuple[int, ...], int, tuple[Part, ...]]] = []
    while cap <= limit:
        if not stack:
            while later and later[0][3] in came:
                heapq.heappop(later)
            if not later:
                return Reached(value=None, order=None, lower=FAR)
            cap, _, _, mask, nets, before, phase = heapq.heappop(later)
            came[mask] = (before, phase)
            stack.append((mask, nets))
            continue
        mask, nets = stack.pop()
        if mask == everything:
            return Reached(value=cap, order=_order(came, mask), lower=cap)
        if len(came) > most:
            return Reached(value=None, order=None, lower=cap)
        if len(came) & 1023 == 0:
            watch.look("depth-first")
        ahead: list[tuple[int, int, int, tuple[int, ...], tuple[Part, ...]]] = []
        for phase, needed, to, after in walk.steps(mask, nets):
            if to not in came:
                balance = walk.exposure(after, above_zero=False)
                if needed <= cap:
                    ahead.append((balance, next(ticket), to, after, phase))
                elif needed <= limit:
                    heapq.heappush(later, (needed, balance, next(ticket), to, after, mask, phase))
        ahead.sort(reverse=True)
        for _, _, to, after, phase in ahead:
            if to not in came:
                came[to] = (mask, phase)
                stack.append((to, after))
    return Reached(value=None, order=None, lower=FAR)


def _order(came: dict[int, tuple[int, tuple[Part, ...]] | None], mask: int) -> Order:
    order = []
    while (step := came[mask]) is not None:
        mask, phase = step
        order.append(tuple(sorted(j for part in phase for j in part.steps)))
    return tuple(reversed(order))


class _Walk:
    """The phases that are open in a state, in plain integers."""

    def __init__(self, space: Space, bounds: Bounds) -> None:
        self.space = space
        self.alone = space.deal.leak == 1  # then acting in turn loses nothing but time
        self.least, self.last = bounds.least_slack(space), bounds.last_slack(space)
        self.parts = [
            [(part, bounds.tempting(space, part), part.mask | part.needs) for part in row] for row in space.parts
        ]

    def exposure(self, nets: tuple[int, ...], above_zero: bool = True) -> int:
        """Largest avoidable exposure of a state."""
        worst = max(n - b for n, b in zip(nets, self.space.base, strict=True))
        return max(0, worst) if above_zero else worst

    def safe(self, mask: int, nets: tuple[int, ...]) -> bool:
        """Whether nobody would rather walk away in this state."""
        if mask == self.space.deal.everything:
            return all(n + s >= x for n, s, x in zip(nets, self.space.stakes, self.last, strict=True))
        return all(n + s >= self.least for n, s in zip(nets, self.space.stakes, strict=True))

    def steps(self, mask: int, nets: tuple[int, ...]) -> list[tuple[tuple[Part, ...], int, int, tuple[int, ...]]]:
        """Phases from a state: the phase, the exposure it needs, the state it leads to and its nets."""
        slack = [n + s for n, s in zip(nets, self.space.stakes, strict=True)]
        ready = [
            [(part, need) for part, need, bits in row if mask & bits == part.needs and need <= slack[i]]
            for i, row in enumerate(self.parts)
        ]
        chosen: list[tuple[tuple[Part, ...], tuple[int, ...]]] = [((), ())]
        for row in ready:
            grown = [(phase, needs) for phase, needs in chosen]
            for phase, needs in chosen:
                if not (self.alone and phase):
                    grown += [((*phase, part), (*needs, need)) for part, need in row]
            chosen = grown
        found = []
        for phase, needs in chosen[1:]:
            if (outcome := self._outcome(phase, needs, mask, nets)) is not None:
                found.append((phase, *outcome))
        return found

    def _outcome(
        self, phase: tuple[Part, ...], needs: tuple[int, ...], mask: int, nets: tuple[int, ...]
    ) -> tuple[int, int, tuple[int, ...]] | None:
        """The exposure a phase needs, where it leads and the nets there; None when somebody would not do its part."""
        to, after, needed = mask, nets, 0
        for part, need in zip(phase, needs, strict=True):
            i = part.party
            if nets[i] + self.space.stakes[i] < need + sum(other.given[i] for other in phase):
                return None
            needed = max(needed, nets[i] + part.sunk - self.space.base[i])
            to |= part.mask
            after = tuple(a + c for a, c in zip(after, part.change, strict=True))
        return (max(needed, self.exposure(after)), to, after) if self.safe(to, after) else None
