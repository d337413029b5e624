"""The best order where later phases count for less: exact labels for small deals, a solver or an honest gap beyond."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import floor

from paripassu.errors import CommandError
from paripassu.roadmap import cp, incentive
from paripassu.roadmap.bits import signed
from paripassu.roadmap.deal import Deal, Order
from paripassu.roadmap.labels import Backward, Label, undominated
from paripassu.roadmap.plan import Objective, Plan
from paripassu.roadmap.still import Still
from paripassu.roadmap.watch import Stopped, Watch

__all__ = ["any_order", "fewest_discounted", "pairs_discounted", "solve_discounted"]

METHOD = "labels from the last phase back, exact"
MODEL = "CP-SAT, certified in exact arithmetic"
QUICK = 100_000
"""Labels tried before the CP-SAT solver is asked, where it is installed."""


def any_order(deal: Deal, watch: Watch) -> Order | None:
    """Some order that holds; None when there is none.

    Raises
    ------
    Stopped
        When it was not settled.
    """
    back = _ready(deal, watch)
    roots = back.sweep(bare=True)
    if roots:
        return roots[0].order
    if not back.cut:
        return None
    if _modelled(back):
        found = cp.best_order(back, first="any")
        if found.order is not None or found.proved:
            return found.order
    raise Stopped


def solve_discounted(deal: Deal, *, objective: Objective, cap: Fraction | None, front: bool, watch: Watch) -> Plan:
    """The best order of phases; parameters and answer as those of `plan.solve`."""
    back = _ready(deal, watch)
    best: list[_Point] = []
    try:
        whole = front or cap is not None or objective == "time"
        points = _points(back, best, whole=whole)
        if back.cut:
            return _by_model(back, best, objective, cap) if _modelled(back) else _cut_short(back, best)
        if not points:
            return _no(back)
        return _found(back, points, objective, cap, front)
    except (Stopped, KeyboardInterrupt):
        return _cut_short(back, best)


def fewest_discounted(deal: Deal, plan: Plan, cap: Fraction | None, watch: Watch) -> Plan | None:
    """The order with the fewest phases, then the least exposed, then the quickest; None when labels are too many.

    ``plan`` is what `solve_discounted` found, with an order.
    """
    back = Backward(deal, watch, effort=QUICK)
    within = None if cap is None else floor(cap * deal.scale)
    roots = back.sweep(cap=within, count=True)
    if back.cut or not roots:
        return None
    best = max(roots, key=lambda label: label.key[-3:])
    phases, point = -best.key[-3], _Point(deal, best)
    low = 0 if back.clocked else point.time
    while low < point.time:
        middle = (low + point.time) // 2
        quicker = back.sweep(cap=point.exposure, latest=middle, most=phases)
        if quicker:
            point = min((_Point(deal, label) for label in quicker), key=lambda p: p.time)
        else:
            low = middle + 1
    return replace(plan, status="found", order=point.order, exposure_gap=Fraction(0), time_gap=0)


def pairs_discounted(deal: Deal, watch: Watch) -> list[tuple[tuple[Fraction, ...], Order]]:
    """For a deal without guarantees, those of each party with which some order holds and no smaller ones do.

    Raises
    ------
    CommandError
        When the labels are too many.
    """
    back = Backward(deal, watch)
    if deal.released and not back.end_holds():
        return []
    roots = back.sweep(bonded=True, each=True, bare=True)
    if back.cut:
        raise CommandError("the front of guarantees goes through every way to finish, and there are too many")
    n, front = deal.parties, list[Label]()
    for root in roots:
        signed_by_all = all(root.key[i] >= deal.outside[i] * back.unit for i in range(n))
        if deal.done or signed_by_all:
            front.append(Label(root.key[n : 2 * n], root.phase, root.then))
    found = [(tuple(deal.amount(Fraction(-x, back.unit)) for x in one.key), one.order) for one in undominated(front)]
    return sorted(found)


def _ready(deal: Deal, watch: Watch) -> Backward:
    back = Backward(deal, watch)
    return Backward(deal, watch, effort=QUICK) if _modelled(back) else back


def _modelled(back: Backward) -> bool:
    """Whether the CP-SAT solver can be asked: it is installed, and no date matters."""
    return cp.available() and not back.clocked


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


def _by_model(back: Backward, best: list[_Point], objective: Objective, cap: Fraction | None) -> Plan:
    """What the CP-SAT solver makes of a deal with too many labels, from the best order that they gave."""
    deal = back.deal
    within = None if cap is None else floor(cap * deal.scale)
    known = [p for p in best if within is None or p.exposure <= within]
    hint = min(known, key=lambda p: (p.exposure, p.time)).order if known else None
    first: cp.Goal = "exposure" if cap is None and objective != "time" else "time"
    found = cp.best_order(back, first=first, cap=within, hint=hint)
    if found.order is None and found.proved:
        if within is None:
            return _no_by_model(back)
        least = _by_model(back, best, "exposure", None)
        if least.status != "found" or least.order is None:
            return replace(least, status="limit") if least.order is None else least
        amount = incentive.account(deal, least.order).avoidable
        return Plan(status="no roadmap", order=None, method=MODEL, nearest=least.order, least_avoidable=amount)
    if found.order is None:
        return _cut_short(back, best)
    state = incentive.account(deal, found.order)
    order, exposure = found.order, int(state.avoidable * deal.scale)
    if found.proved:
        order = back.first_in_file(exposure, state.time_days) or order
    return Plan(
        status="found" if found.proved else "limit",
        order=order,
        method=MODEL,
        exposure_gap=Fraction(0) if found.proved else deal.amount(max(0, exposure - found.lower)),
        time_gap=0 if found.proved else max(0, state.time_days - max(found.shortest, _bound(back))),
        front=((state.avoidable, state.time_days),),
    )


def _no_by_model(back: Backward) -> Plan:
    order, proved = cp.least_asking(back)
    if order is None:
        plan = _no(back)  # not worth signing in any order, or not settled: the best that the labels know
        return replace(plan, method=MODEL, guarantee_proved=proved)
    state = incentive.account(back.deal, order)
    return Plan(
        status="no roadmap",
        order=None,
        method=MODEL,
        guarantee_needed=state.guarantee_needed,
        guarantee_proved=proved,
        nearest=order,
        blocking=state.blocking,
    )


def _bound(back: Backward) -> int:
    return Still(back.deal, back.left).days_from(signed(back.deal.done))


def _cut_short(back: Backward, best: list[_Point]) -> Plan:
    """The best order that is known, with what it could still be better by: exposure to nothing, time to its bound."""
    deal = back.deal
    method = f"{METHOD} until the time was up"
    if not best:
        return Plan(status="limit", order=None, method=method, guarantee_needed=None)
    point = min(best, key=lambda p: (p.exposure, p.time))
    return Plan(
        status="limit",
        order=point.order,
        method=method,
        exposure_gap=deal.amount(point.exposure),
        time_gap=max(0, point.time - _bound(back)),
    )
