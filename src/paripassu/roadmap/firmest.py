"""The order that survives the largest error of all amounts at once.

An order that survives a share p is one that holds at the amounts worse by p (see `robust`). So: take the share that
the best order so far survives, and halve the way from there to a share that none survives; an order found on the way
may survive more than was asked. Once little is left, ask for an order that survives so little more that every order
with room left at p survives it too: when there is none, nothing lies between that could be missed.
"""

from __future__ import annotations

import math
import time
from dataclasses import replace
from fractions import Fraction

from paripassu.errors import CommandError
from paripassu.roadmap.deal import Deal
from paripassu.roadmap.moves import Moves
from paripassu.roadmap.plan import Plan, any_order, solve
from paripassu.roadmap.robust import off_by
from paripassu.roadmap.sensitivity import sensitivity
from paripassu.roadmap.space import Space
from paripassu.roadmap.watch import Progress, Stopped, Watch

__all__ = ["firmest"]

NEAR = Fraction(1, 64)
"""Share of the way that is left when all of it is asked about at once."""


def firmest(deal: Deal, *, seconds: float | None = None, progress: Progress | None = None) -> Plan:
    """The order with the largest least slack, as a share of the amounts it is made of.

    Parameters
    ----------
    deal : Deal
    seconds, progress
        As for `plan.solve`, whose answer this is when there is no roadmap.

    Returns
    -------
    Plan
        Of several orders that survive as much, the one least exposed at amounts that far off, then the quickest. The
        front is that of all orders. Status "limit" when some order might survive more.

    Examples
    --------
    >>> swap = Deal.of(doer=[0, 1], cost=[2, 2], value=[[0, 3], [3, 0]], end=[5, 3])
    >>> firmest(swap).order, sensitivity(swap, firmest(swap).order).together  # who gives last keeps 5 - 2 of 5 + 2
    (((1,), (0,)), Fraction(3, 7))
    """
    until = None if seconds is None else time.monotonic() + seconds
    plan = solve(deal, seconds=seconds, progress=progress)
    if plan.order is None:
        return plan
    best, share = plan.order, sensitivity(deal, plan.order).together
    high, near, proved = Fraction(1), (1 - share) * NEAR, share == 1
    try:
        while not proved:
            last = high - share <= near
            probe = share + _little(deal, share) if last else _between(share, high)
            order = any_order(off_by(deal, probe), Watch(_left(until), progress)) if probe <= 1 else None
            if order is not None:
                best, share = order, sensitivity(deal, order).together
                near, proved = near * NEAR if last else near, share == 1
            elif last:
                proved = True
            else:
                high = probe
        calmest = solve(off_by(deal, share), front=False, seconds=_left(until), progress=progress)
        proved = proved and calmest.status == "found"
        best = calmest.order or best
    except (Stopped, KeyboardInterrupt, CommandError):  # or the amounts have become too fine to be compared exactly
        proved = False
    return replace(plan, status="found" if proved else "limit", order=best, method="raising what it survives")


def _between(low: Fraction, high: Fraction) -> Fraction:
    """About the middle, with few digits."""
    return ((low + high) / 2).limit_denominator(math.ceil(4 / (high - low)))


def _little(deal: Deal, share: Fraction) -> Fraction:
    """So small a share that an order with any room left at ``share`` also survives this much more.

    In units, room at that share is a multiple of 1 / (its denominator times those of the temptations), and a
    further share e takes at most e times the sum of the sizes of all amounts.
    """
    if deal.discounted:
        back = Moves(deal)
        finest = share.denominator * back.unit
    else:
        finest = share.denominator * math.lcm(*(x.denominator for x in Space(deal).fractions))
    sizes = sum(deal.cost) * max((1 / q for q in deal.detect), default=Fraction(1)) + sum(deal.recover)
    sizes += sum(map(sum, (*deal.value, *deal.revoke)))
    sizes += sum(map(abs, (*deal.end, *deal.outside, *deal.guarantee)))
    return Fraction(1, 2 * finest * (math.ceil(sizes) + 1))


def _left(until: float | None) -> float | None:
    return None if until is None else max(0.0, until - time.monotonic())
