"""The order that survives the largest error of all amounts at once.

An order that survives a share p is one that holds at the amounts worse by p (see `robust`). So: take the share that
the best order so far survives, ask for an order that survives a little more, and go on from what that one
survives. The shares rise, each is that of an order, and there are finitely many orders. "A little more" is so
little that every order with room left at p survives it too: nothing lies between that could be missed.
"""

from __future__ import annotations

import math
import time
from dataclasses import replace
from fractions import Fraction

from paripassu.errors import CommandError
from paripassu.roadmap.deal import Deal
from paripassu.roadmap.moves import Moves
from paripassu.roadmap.plan import Plan, solve
from paripassu.roadmap.robust import off_by
from paripassu.roadmap.sensitivity import sensitivity
from paripassu.roadmap.space import Space
from paripassu.roadmap.watch import Progress

__all__ = ["firmest"]


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
    best, share, proved = plan.order, sensitivity(deal, plan.order).together, False
    try:
        little = _little(deal, share)
        while share + little <= 1:
            found = solve(off_by(deal, share + little), front=False, seconds=_left(until), progress=progress)
            if found.order is None:
                proved = found.status == "no roadmap"
                break
            best, share = found.order, sensitivity(deal, found.order).together
            little = _little(deal, share)
        else:
            proved = True
        calmest = solve(off_by(deal, share), front=False, seconds=_left(until), progress=progress)
        proved = proved and calmest.status == "found"
        best = calmest.order or best
    except CommandError:  # the amounts have become too fine to be compared exactly
        proved = False
    return replace(plan, status="found" if proved else "limit", order=best, method="raising what it survives")


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
