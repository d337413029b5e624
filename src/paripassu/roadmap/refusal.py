"""Why no order holds: the order that needs the least equal guarantee, or is the least late, and what it lacks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from paripassu.roadmap import incentive
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.deal import Order
from paripassu.roadmap.front import Point, Trade
from paripassu.roadmap.incentive import Blocking
from paripassu.roadmap.work import Work

__all__ = ["Refusal", "refuse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What is nearest to a roadmap.

    Attributes
    ----------
    nearest : Order
    blocking : Blocking
    guarantee_needed : Fraction or None
        None when no guarantee helps.
    proved : bool
        Whether no order needs less.
    """

    nearest: Order
    blocking: Blocking
    guarantee_needed: Fraction | None
    proved: bool


def refuse(work: Work) -> Refusal | None:
    """The order that needs the least equal extra guarantee and what stops it; None when none was found in time.

    The beginning and the end are the same for every order: what they lack is added afterwards, so that the order is
    the least demanding on the way, and among those the least exposed, then the quickest.
    """
    deal, space = work.deal, work.space
    most = work.method.guarantee()
    if most.value is None:
        return None
    extra, proved = max(most.value, space.short_at_once), most.proved
    if space.clocked:
        timely = _timely(work, extra)
        if timely is None:
            return _late(work, extra)
        extra = timely
    order = _calmest(work, Bounds(extra=extra, any_end=True)) or most.order
    if order is None:
        return None
    state = incentive.account(deal, order)
    if state.blocking is None:
        work.keep(order)
        return None
    return Refusal(nearest=order, blocking=state.blocking, guarantee_needed=state.guarantee_needed, proved=proved)


def _calmest(work: Work, bounds: Bounds) -> Order | None:
    """The least exposed and then quickest order within bounds."""
    low = work.exposure(bounds)
    trade = Trade(work.quickest, bounds)
    if not work.method.exact:
        point = None if low.value is None else trade.under(low.value)
        return point.order if point else low.order
    least = trade.least(low.lower)
    return least.order if least else None


def _timely(work: Work, low: int) -> int | None:
    """The least extra guarantee, as a rank, with which some order is on time."""
    deal, space = work.deal, work.space

    def holds(extra: int) -> bool:
        return work.quickest(Bounds(extra=extra, any_end=True)) is not None

    if holds(low):
        return low
    most = 2 * sum(map(sum, deal.value)) + 2 * sum(deal.cost)
    at_stake = max(map(abs, (*deal.end, *deal.outside)))
    high = low + space.rank(most * max(1 / q for q in deal.detect)) + space.rank(2 * at_stake)
    if not holds(high):
        return None
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _late(work: Work, extra: int) -> Refusal | None:
    """No order is on time with any guarantee: the one that is the least late."""
    bounds, low, high = Bounds(extra=extra, any_end=True), 1, 1
    while (found := _delayed(work, high, bounds)) is None:
        if high > 1 << 22:  # ten thousand years: the method finds no order at all
            return None
        low, high = high + 1, high * 2
    while low < high:
        middle = (low + high) // 2
        tried = _delayed(work, middle, bounds)
        if tried is None:
            low = middle + 1
        else:
            found, high = tried, middle
    late = incentive.lateness(work.deal, found.order)
    if late is None:
        return None
    return Refusal(nearest=found.order, blocking=late, guarantee_needed=None, proved=work.method.exact)


def _delayed(work: Work, days: int, bounds: Bounds) -> Point | None:
    by = tuple(None if d is None else d + days for d in work.deal.by)
    return Work(replace(work.deal, by=by), work.watch).quickest(bounds)
