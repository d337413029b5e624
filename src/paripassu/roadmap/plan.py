"""The entry to the solver: from a deal to the best order of phases, or to what stands in the way of one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor
from typing import Literal

from paripassu.roadmap import incentive
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.deal import Deal, Order
from paripassu.roadmap.front import Point, Trade
from paripassu.roadmap.incentive import Blocking
from paripassu.roadmap.refusal import refuse
from paripassu.roadmap.watch import Progress, Stopped, Watch
from paripassu.roadmap.work import Work

__all__ = ["Objective", "Plan", "Progress", "any_order", "least_guarantee", "solve"]

FRONT_EFFORT = 3e7
"""States swept after which the front is cut short."""

Objective = Literal["exposure", "time", "guarantee"]
Status = Literal["found", "no roadmap", "limit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the solver found; amounts in the unit of the case. `incentive.account` works out the rest of an order.

    Attributes
    ----------
    status : {"found", "no roadmap", "limit"}
        "limit" when the work was cut short: ``order`` is then the best order known (None when none is), with its
        gaps.
    order : Order or None
        The roadmap; None when there is none.
    method : str
        How it was found.
    exposure_gap : Fraction
        By how much the least avoidable exposure could still be lower; 0 when proved.
    time_gap : int
        By how many days the time could still be lower; 0 when proved.
    front : tuple of (Fraction, int)
        Least time in days for each avoidable exposure worth having, ascending exposure.
    front_complete : bool
        False when the front was cut short or not asked for.
    guarantee_needed : Fraction or None
        Least equal extra guarantee that would make some order hold: 0 when one is found, None when none would.
    guarantee_proved : bool
        False when some order that was not looked at might need less.
    nearest : Order or None
        When there is no roadmap, the order that needs the least equal guarantee (or is the least late).
    blocking : Blocking or None
        When there is no roadmap, what stops ``nearest``; None when only the cap does.
    least_avoidable : Fraction or None
        When only the cap stands in the way, the least avoidable exposure of any roadmap, that of ``nearest``.
    """

    status: Status
    order: Order | None
    method: str
    exposure_gap: Fraction = Fraction(0)
    time_gap: int = 0
    front: tuple[tuple[Fraction, int], ...] = ()
    front_complete: bool = False
    guarantee_needed: Fraction | None = Fraction(0)
    guarantee_proved: bool = True
    nearest: Order | None = None
    blocking: Blocking | None = None
    least_avoidable: Fraction | None = None


def solve(
    deal: Deal,
    *,
    objective: Objective = "exposure",
    cap: Fraction | None = None,
    front: bool = True,
    seconds: float | None = None,
    progress: Progress | None = None,
) -> Plan:
    """The best order of phases in which no party gains by walking away.

    Parameters
    ----------
    deal : Deal
    objective : {"exposure", "time", "guarantee"}
        "exposure": least largest avoidable exposure, then time, then the order of the file. "time": least time,
        then avoidable exposure. "guarantee": least equal extra guarantee, then as "exposure"; when more than the
        given guarantees is needed the status is "no roadmap" and the order is in ``nearest``.
    cap : Fraction, optional
        Look only at roadmaps with at most this avoidable exposure, and take the least time among them.
    front : bool
        Also find the front of avoidable exposure against time.
    seconds : float, optional
        Stop after about this long with the best order found and its gap.
    progress : callable, optional
        Told what is being done and the share that is done.

    Returns
    -------
    Plan
        A "no" is an answer: status "no roadmap" with what is needed and what blocks.

    Examples
    --------
    >>> swap = Deal.of(doer=[0, 1], cost=[1, 1], value=[[0, 2], [2, 0]], end=[2, 1])
    >>> solve(swap).order
    ((0, 1),)
    """
    watch = Watch(seconds, progress)
    if deal.discounted:
        from paripassu.roadmap.discounted import solve_discounted  # it answers with a Plan

        return solve_discounted(deal, objective=objective, cap=cap, front=front, watch=watch)
    work = Work(deal, watch)
    try:
        return _answer(work, objective, cap, front)
    except (Stopped, KeyboardInterrupt):
        return _cut_short(work)


def least_guarantee(deal: Deal) -> Fraction | None:
    """The least equal extra guarantee with which some order holds; None when none helps.

    Examples
    --------
    >>> swap = Deal.of(doer=[0, 1], cost=[1, 1], value=[[0, 2], [2, 0]])
    >>> least_guarantee(swap)
    Fraction(1, 1)
    """
    return solve(deal, front=False).guarantee_needed


def any_order(deal: Deal, watch: Watch) -> Order | None:
    """Some order that holds; None when there is none.

    Raises
    ------
    Stopped
        When it was not settled.

    Examples
    --------
    >>> any_order(Deal.of(doer=[0, 1], cost=[1, 1], value=[[0, 2], [2, 0]]), Watch()) is None
    True
    """
    if deal.discounted:
        from paripassu.roadmap.discounted import any_order as any_discounted

        return any_discounted(deal, watch)
    if not deal.done and any(incentive.sign_shortfall(deal, i) > 0 for i in range(deal.parties)):
        return None
    work = Work(deal, watch)
    low = work.exposure(Bounds())
    if low.value is None:
        if low.proved:
            return None
        raise Stopped
    if work.best is None and work.quickest(Bounds()) is None and not work.method.exact:
        raise Stopped
    return work.best.order if work.best else None


def _answer(work: Work, objective: Objective, cap: Fraction | None, front: bool) -> Plan:
    deal = work.deal
    if not deal.done and any(incentive.sign_shortfall(deal, i) > 0 for i in range(deal.parties)):
        return _no(work)
    low = work.exposure(Bounds())
    work.lower = 0 if low.value is None else low.lower
    if low.value is None:
        plan = _no(work)
        if low.proved:
            return plan
        # The order that asks for the least guarantee may turn out to ask for none.
        return _cut_short(work) if work.best else replace(plan, status="limit", guarantee_proved=False)
    trade = Trade(work.quickest, Bounds())
    least = trade.least(low.lower) if work.method.exact or work.space.clocked else trade.under(low.value)
    least = least or work.best
    if least is None:
        return _no(work) if work.method.exact else _cut_short(work)
    best: Point | None = least
    if cap is not None:
        within = floor(cap * deal.scale)
        if within < least.exposure:
            amount, proved = deal.amount(least.exposure), within < least.exposure - work.gaps(least)[0] * deal.scale
            status: Status = "no roadmap" if proved else "limit"
            return Plan(status=status, order=None, method=work.method.name, nearest=least.order, least_avoidable=amount)
        best = trade.under(within)
    elif objective == "time":
        best = trade.under(None)
    if best is not None and best is not least and work.method.exact:
        best = trade.least(low.lower, best)
    best = best or least
    return _with_front(work, _found(work, best), trade, least) if front else _found(work, best)


def _found(work: Work, best: Point) -> Plan:
    exposure, time = work.gaps(best)
    return Plan(
        status="limit" if exposure or time else "found",
        order=best.order,
        method=work.method.name,
        exposure_gap=exposure,
        time_gap=time,
    )


def _with_front(work: Work, plan: Plan, trade: Trade, least: Point) -> Plan:
    try:
        points = trade.front(least, lambda: work.method.effort > FRONT_EFFORT)
    except (Stopped, KeyboardInterrupt):
        return replace(plan, front=((work.deal.amount(least.exposure), least.time),))
    return replace(
        plan,
        front=tuple((work.deal.amount(p.exposure), p.time) for p in points),
        front_complete=work.method.exact and not trade.cut,
    )


def _no(work: Work) -> Plan:
    refusal = refuse(work)
    if refusal is None:
        return Plan(status="no roadmap", order=None, method=work.method.name, guarantee_needed=None)
    return Plan(
        status="no roadmap",
        order=None,
        method=work.method.name,
        guarantee_needed=refusal.guarantee_needed,
        guarantee_proved=refusal.proved,
        nearest=refusal.nearest,
        blocking=refusal.blocking,
    )


def _cut_short(work: Work) -> Plan:
    if work.best is None:
        return Plan(status="limit", order=None, method=work.method.name, guarantee_needed=None)
    return replace(
        _found(work, work.best), status="limit", exposure_gap=work.deal.amount(work.best.exposure - work.lower)
    )
