"""From the values of states back to an order that has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from paripassu.roadmap.bits import FAR
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.deal import Order
from paripassu.roadmap.space import Part, Space

__all__ = ["Reached", "allowed", "trace"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What a search found.

    Attributes
    ----------
    value : int or None
        Value of the best order found; None when none was.
    order : Order or None
    lower : int
        No order is better than this; FAR when it is proved that there is none.
    """

    value: int | None
    order: Order | None
    lower: int

    @property
    def proved(self) -> bool:
        """Whether nothing better can exist."""
        return self.lower >= (FAR if self.value is None else self.value)


def trace(space: Space, bounds: Bounds, reached: Callable[[int], int | None], *, timed: bool) -> Order:
    """An order through states that are known to be reached, within the bounds.

    Of several, the one whose last phases hold the steps late in the file.

    Parameters
    ----------
    space : Space
    bounds : Bounds
        What every state and phase on the way keeps to.
    reached : callable
        The value of a state by its bitmask; None when it is not reached within the bounds.
    timed : bool
        Values are days, and each state is to be reached on its day.
    """
    mask, order = space.deal.everything, []
    while mask != space.deal.done:
        day = reached(mask)
        for phase, before in space.predecessors(mask):
            earlier = reached(before)
            if earlier is None or not allowed(space, bounds, phase, before):
                continue
            if not timed or space.end_of_phase(earlier, phase) == day:
                order.append(tuple(sorted(j for part in phase for j in part.steps)))
                mask = before
                break
        else:
            raise AssertionError("a reached state has no state before it")
    return tuple(reversed(order))


def allowed(space: Space, bounds: Bounds, phase: tuple[Part, ...], before: int) -> bool:
    """Whether each party does its part of a phase from this state, within the bounds."""
    nets = space.net(before)
    for part in phase:
        i = part.party
        got = sum(other.given[i] for other in phase)
        if nets[i] + space.stakes[i] < bounds.tempting(space, part) + got:
            return False
        if bounds.cap is not None and nets[i] + part.sunk > bounds.cap + space.base[i]:
            return False
    return True
