"""The best order where later phases count for less: exact labels for small deals, a solver or an honest gap beyond."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from paripassu.roadmap import incentive
from paripassu.roadmap.bits import signed
from paripassu.roadmap.deal import Deal, Order
from paripassu.roadmap.labels import Backward, Label
from paripassu.roadmap.plan import Objective, Plan
from paripassu.roadmap.still import Still
from paripassu.roadmap.watch import Stopped, Watch

__all__ = ["any_order", "solve_discounted"]

METHOD = "labels from the last phase back, exact"


def any_order(deal: Deal, watch: Watch) -> Order | None:
    """Some order that holds; None when there is none.

    Raises
    ------
    Stopped
        When it was not settled.
    """
    back = Backward(deal, watch)
    roots = back.sweep(bare=True)
    if roots:
        return roots[0].order
    if back.cut:
        raise Stopped
    return None


def solve_discounted(deal: Deal, *, objective: Objective, cap: Fraction | None, front: bool, watch: Watch) -> Plan:
    """The best order of phases; parameters and answer as those of `plan.solve`."""
    back = Backward(deal, watch)
    best: list[_Point] = []
    try:
        whole = front or cap is not None or objective == "time"
        points = _points(back, best, whole=whole)
        if back.cut:
            return _cut_short(back, best)
        if not points:
            return _no(back)
        return _found(back, points, objective, cap, front)
    except (Stopped, KeyboardInterrupt):
        return _cut_short(back, best)


class _Point:
    """A label of the beginning as an order with its exposure, in units of the deal, and its time."""

    def __init__(self, deal: Deal, label: Label, *, order: Order | None = None) -> None:
        self.order = label.order if order is None else order
        state = incentive.account(deal, self.order)
        self.exposure, self.time = int(state.avoidable * deal.scale), state.time_days


def _points(back: Backward, best: list[_Point], *, whole: bool) -> list[_Point]:
    """The front of exposure against time, least exposure first; only its first point unless the whole is asked for."""

    def points(cap: int | None = None, latest: int | None = None) -> list[_Point]:
        found = [_Point(back.deal, label) for label in back.sweep(cap=cap, latest=latest)]
        best.extend(found)
        return sorted(found, key=lambda point: (point.exposure, point.time))

    every = points()
    if not back.clocked or not every:
        return [p for k, p in enumerate(every) if all(q.time > p.time for q in every[:k])]
    front = []
    while every:
        point = every[0]
        low = 0
        while low < point.time:  # the least time with this exposure
            middle = (low + point.time) // 2
            quicker = points(cap=point.exposure, latest=middle)
            if quicker:
                point = min(quicker, key=lambda p: p.time)
            else:
                low = middle + 1
        front.append(point)
        every = points(latest=point.time - 1) if whole else []
    return front


def _found(back: Backward, points: list[_Point], objective: Objective, cap: Fraction | None, front: bool) -> Plan:
    deal = back.deal
    point = points[-1] if objective == "time" else points[0]
    if cap is not None:
        within = [p for p in points if deal.amount(p.exposure) <= cap]
        if not within:
            least = deal.amount(points[0].exposure)
            return Plan(status="no roadmap", order=None, method=METHOD, nearest=points[0].order, least_avoidable=least)
        point = within[-1]
    order = back.first_in_file(point.exposure, point.time) or point.order
    return Plan(
        status="found",
        order=order,
        method=METHOD,
        front=tuple((deal.amount(p.exposure), p.time) for p in points) if front else (),
        front_complete=front,
    )


def _no(back: Backward) -> Plan:
    """The order that lacks least for signing, then needs the least equal guarantee, then is the least exposed."""
    deal, n = back.deal, back.deal.parties

    def lacks(label: Label) -> tuple[int, int]:
        sign = 0 if deal.done else max(deal.outside[i] * back.unit - label.key[i] for i in range(n))
        return max(0, sign), -label.key[n]

    roots = back.sweep(bonded=True, bare=True)
    if not roots:
        return _late(back) if back.clocked else _unknown(back)
    least = min(roots, key=lacks)
    short, extra = lacks(least)
    nearest = least.order
    calm = back.sweep(extra=max(extra, 1), short=max(short, 1))
    if calm:
        alike = [_Point(deal, label) for label in calm]
        nearest = min(alike, key=lambda p: (_need(deal, p.order), p.exposure, p.time)).order
    state = incentive.account(deal, nearest)
    return Plan(
        status="no roadmap",
        order=None,
        method=METHOD,
        guarantee_needed=state.guarantee_needed,
        guarantee_proved=not back.cut,
        nearest=nearest,
        blocking=state.blocking,
    )


def _need(deal: Deal, order: Order) -> tuple[bool, Fraction]:
    needed = incentive.account(deal, order).guarantee_needed
    return needed is None, needed or Fraction(0)


def _late(back: Backward) -> Plan:
    """No order is on time with any guarantee: the one that is the least late."""
    deal = back.deal

    def delayed(days: int) -> Order | None:
        by = tuple(None if d is None else d + days for d in deal.by)
        roots = Backward(replace(deal, by=by), back.watch).sweep(bonded=True, bare=True)
        return max(roots, key=lambda label: label.key[deal.parties]).order if roots else None

    low, high = 1, 1
    while (found := delayed(high)) is None:
        if high > 1 << 22:  # ten thousand years: there is no order at all
            return _unknown(back)
        low, high = high + 1, high * 2
    while low < high:
        middle = (low + high) // 2
        tried = delayed(middle)
        if tried is None:
            low = middle + 1
        else:
            found, high = tried, middle
    return Plan(
        status="no roadmap",
        order=None,
        method=METHOD,
        guarantee_needed=None,
        nearest=found,
        blocking=incentive.lateness(deal, found),
    )


def _unknown(back: Backward) -> Plan:
    return Plan(status="limit" if back.cut else "no roadmap", order=None, method=METHOD, guarantee_needed=None)


def _cut_short(back: Backward, best: list[_Point]) -> Plan:
    """The best order that is known, with what it could still be better by: exposure to nothing, time to its bound."""
    deal = back.deal
    method = f"{METHOD} until the time was up"
    if not best:
        return Plan(status="limit", order=None, method=method, guarantee_needed=None)
    point = min(best, key=lambda p: (p.exposure, p.time))
    bound = Still(deal, back.left).days_from(signed(deal.done))
    return Plan(
        status="limit",
        order=point.order,
        method=method,
        exposure_gap=deal.amount(point.exposure),
        time_gap=max(0, point.time - bound),
    )
