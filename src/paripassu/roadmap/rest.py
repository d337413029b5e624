"""What can still come of a state: the sweep back from the finished state, exact for the last layers.

Often it is at the end that little room is left: few states lead there, and some steps must be kept for it. Knowing
them, a sweep from the beginning need not follow what leads nowhere, and knows better what the rest will come to.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from paripassu.roadmap.bits import FAR, Bools, Ints, Sums, signed
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.kernels import EXPOSURE, GUARANTEE, TIME
from paripassu.roadmap.layers import CHUNK, Ahead, Layer, one_sided, state_values, together
from paripassu.roadmap.space import Part, Space
from paripassu.roadmap.watch import Watch

__all__ = ["Rest", "look_back"]

SCARCE = 16
"""Steps of which every set is told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """The last layers of states, and what they say of those before.

    Attributes
    ----------
    space : Space
    mode : {TIME, EXPOSURE, GUARANTEE}
    first : int
        The layer (steps finished) from which on all is known.
    layers : list of Layer
        From ``first`` on, the states from which the end can be reached, with the least value of doing so (days at
        the least, where dates matter).
    scarce : Sums
        Numbers the sets of the steps that are most often still to be done when these layers are entered.
    least : (sets,) int64
        The least value from there on for an order that has done such a set before; of days, how many more than
        `Still` says. FAR when there is none.
    """

    space: Space
    mode: int
    first: int
    layers: list[Layer]
    scarce: Sums
    least: Ints

    def promise(self, layer: int, masks: Ints, values: Ints) -> Ints:
        """The least that an order through each state can come to; FAR when there is none."""
        if layer < self.first:
            rest = self.least[self.scarce.of(masks)[0]]
            if self.mode == TIME:
                rest = rest + self.space.still.days(masks)
        else:
            known = self.layers[layer - self.first]
            place = np.searchsorted(known.masks, masks)
            place[place == len(known.masks)] = 0
            rest = np.full(len(masks), FAR, dtype=np.int64)
            if len(known.masks):
                rest = np.where(known.masks[place] == masks, known.values[place], FAR)
        found: Ints = np.minimum(values + rest if self.mode == TIME else np.maximum(values, rest), FAR)
        return found


def look_back(space: Space, mode: int, bounds: Bounds, *, most: int, watch: Watch | None = None) -> Rest:
    """Sweep back from the finished state, as many layers as have about so many states.

    Parameters
    ----------
    space : Space
    mode : {TIME, EXPOSURE, GUARANTEE}
    bounds : Bounds
    most : int
        No layer is begun after so many states.
    watch : Watch, optional
    """
    watch, deal = watch or Watch(), space.deal
    ahead = Ahead(space.left + 1)
    ahead.add(space.left, np.array([signed(deal.everything)], dtype=np.int64), np.zeros(1, dtype=np.int64))
    found: list[Layer] = []
    widest, states = max(1, deal.parties * deal.most_per_phase), 0
    for layer in range(space.left, -1, -1):
        watch.look("back from the end")
        masks, values = ahead.take(layer)
        nets = space.nets(masks)
        values, safe = state_values(space, mode, bounds, values, nets, layer)
        if mode == TIME and bounds.latest is not None:
            safe &= values + space.still.days_to(masks) <= bounds.latest
        masks, values, nets = masks[safe], values[safe], nets[:, safe]
        found.append(Layer(masks, values))
        states += len(masks)
        if states > most or not any(len(one.masks) for one in found[-widest:]):
            break
        for k in range(0, len(masks), CHUNK):
            some = slice(k, k + CHUNK)
            for phase, before, reached in _moves_back(space, mode, bounds, masks[some], nets[:, some], values[some]):
                ahead.add(layer - sum(len(part.steps) for part in phase), before, reached)
    found.reverse()
    edge = found[:widest]
    masks, values = (np.concatenate(column) for column in zip(*((one.masks, one.values) for one in edge), strict=True))
    if mode == TIME:
        values = values - space.still.days(masks)
    scarce, least = _scarce(space, masks, values)
    return Rest(space=space, mode=mode, first=space.left + 1 - len(found), layers=found, scarce=scarce, least=least)


def _scarce(space: Space, masks: Ints, values: Ints) -> tuple[Sums, Ints]:
    """For the sets of steps that few of these states have done, the least value of those that have."""
    often = sorted(space.code_of, key=lambda j: int(np.count_nonzero(masks & signed(1 << j))))[:SCARCE]
    sets = Sums([[1 << often.index(j) if j in often else 0 for j in range(space.deal.steps)]])
    least = np.full(1 << len(often), FAR, dtype=np.int64)
    np.minimum.at(least, sets.of(masks)[0], values)
    for b in range(len(often)):  # who has done more has also done less
        pairs = least.reshape(-1, 2, 1 << b)
        np.minimum(pairs[:, 0], pairs[:, 1], out=pairs[:, 0])
    return sets, least


def _moves_back(
    space: Space, mode: int, bounds: Bounds, masks: Ints, nets: Ints, values: Ints
) -> list[tuple[tuple[Part, ...], Ints, Ints]]:
    """Every phase that could have led to some of these states: the states before, and their values."""
    ready: list[list[tuple[Part, Bools]]] = []
    for row in space.parts:
        finished = [
            (part, (masks & signed(part.mask | part.needs | part.after)) == signed(part.mask | part.needs))
            for part in row
        ]
        ready.append([(part, can) for part, can in finished if can.any()])
    made = []
    for phase, at in together(ready, alone=one_sided(space, mode)):
        mine = sum(part.mask for part in phase)
        if any(part.needs & mine for part in phase):
            continue
        reached, holds = values[at], np.ones(len(at), dtype=bool)
        for part in phase:
            i = part.party
            before = nets[i][at] - sum(other.change[i] for other in phase)
            got = sum(other.given[i] for other in phase)
            if bounds.cap is not None:
                holds &= before + part.sunk <= bounds.cap + space.base[i]
            if mode == GUARANTEE:
                short = part.tempting + (got - space.stakes[i] - before) * len(space.fractions)
                reached = np.maximum(reached, short)
            else:
                holds &= before + space.stakes[i] >= bounds.tempting(space, part) + got
            if mode == EXPOSURE:
                reached = np.maximum(reached, before + part.sunk - space.base[i])
        if mode == TIME:
            reached = reached + max(part.days for part in phase) + space.gate
        if holds.any():
            made.append((phase, masks[at][holds] & ~signed(mine), reached[holds]))
    return made
