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
from paripassu.roadmap.incentive import Blocking, account
from paripassu.roadmap.lattice import EXPOSURE, GUARANTEE, TIME, best_order, sweep, value
from paripassu.roadmap.space import Space
from paripassu.roadmap.watch import Progress, Watch

__all__ = ["Objective", "Plan", "Progress", "least_guarantee", "solve"]

Objective = Literal["exposure", "time", "guarantee"]


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
    nearest : Order or None
        When there is no roadmap, the order that needs the least equal guarantee (or is the least late).
    blocking : Blocking or None
        When there is no roadmap, what stops ``nearest``; None when only the cap does.
    least_avoidable : Fraction or None
        When only the cap stands in the way, the least avoidable exposure of any roadmap, that of ``nearest``.
    """

    status: Literal["found", "no roadmap", "limit"]
    order: Order | None
    method: str
    exposure_gap: Fraction = Fraction(0)
    time_gap: int = 0
    front: tuple[tuple[Fraction, int], ...] = ()
    front_complete: bool = False
    guarantee_needed: Fraction | None = Fraction(0)
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
    work = _Work(deal, Watch(seconds, progress))
    if any(incentive.sign_shortfall(deal, i) > 0 for i in range(deal.parties)) and not deal.done:
        return work.no()
    trade = Trade(work.quickest, Bounds())
    low = work.least_exposure(Bounds())
    best = None if low is None else trade.least(low)
    if low is None or best is None:
        return work.no()
    if cap is not None:
        within = floor(cap * deal.scale)
        if within < best.exposure:
            least = deal.amount(best.exposure)
            points = work.points(trade, low, front)
            return replace(_plan("no roadmap", None, points, front), nearest=best.order, least_avoidable=least)
        best = trade.least(low, trade.under(within))
    elif objective == "time":
        best = trade.least(low, trade.under(None))
    return _plan("found", best.order if best else None, work.points(trade, low, front), front)


def _plan(
    status: Literal["found", "no roadmap"],
    order: Order | None,
    points: tuple[tuple[Fraction, int], ...],
    complete: bool,
) -> Plan:
    return Plan(status=status, order=order, method="lattice", front=points, front_complete=complete)


def least_guarantee(deal: Deal) -> Fraction | None:
    """The least equal extra guarantee with which some order holds; None when none helps.

    Examples
    --------
    >>> swap = Deal.of(doer=[0, 1], cost=[1, 1], value=[[0, 2], [2, 0]])
    >>> least_guarantee(swap)
    Fraction(1, 1)
    """
    return solve(deal, front=False).guarantee_needed


class _Work:
    """The questions the answer is put together from, for one deal."""

    def __init__(self, deal: Deal, watch: Watch) -> None:
        self.deal, self.watch, self.space = deal, watch, Space(deal)

    def quickest(self, bounds: Bounds) -> Point | None:
        """The quickest order within bounds."""
        table = sweep(self.space, TIME, bounds, watch=self.watch)
        time = value(table)
        if time is None:
            return None
        order = best_order(self.space, table, bounds)
        exposure = account(self.deal, order).avoidable * self.deal.scale
        return Point(exposure=int(exposure), time=time, order=order)

    def least_exposure(self, bounds: Bounds) -> int | None:
        """The least avoidable exposure of any order, dates apart; None when no order holds."""
        return value(sweep(self.space, EXPOSURE, bounds, watch=self.watch))

    def points(self, trade: Trade, low: int, wanted: bool) -> tuple[tuple[Fraction, int], ...]:
        """The front in the unit of the case."""
        return tuple((self.deal.amount(p.exposure), p.time) for p in trade.front(low)) if wanted else ()

    def no(self) -> Plan:
        """Why no order holds: the order that needs the least equal guarantee, and what it lacks."""
        deal, space = self.deal, self.space
        start = [space.rank(-s - n) for s, n in zip(space.stakes, space.net(deal.done), strict=True)]
        extra = value(sweep(space, GUARANTEE, watch=self.watch))
        assert extra is not None  # prerequisites have no cycle, so that some order exists
        extra = max(extra, *start)
        if space.clocked and (timely := self._timely(extra)) is None:
            return self._late(extra)
        if space.clocked and timely is not None:
            extra = timely
        bounds = Bounds(extra=extra, any_end=True)
        trade = Trade(self.quickest, bounds)
        low = self.least_exposure(bounds)
        nearest = trade.least(low or 0)
        assert nearest is not None
        state = account(deal, nearest.order)
        return Plan(
            status="no roadmap",
            order=None,
            method="lattice",
            guarantee_needed=state.guarantee_needed,
            nearest=nearest.order,
            blocking=state.blocking,
        )

    def _timely(self, low: int) -> int | None:
        """The least extra guarantee, as a rank, with which some order is on time."""
        most = 2 * sum(map(sum, self.deal.value)) + 2 * sum(self.deal.cost)
        high = low + self.space.rank(most * max(1 / q for q in self.deal.detect))
        high += self.space.rank(2 * max(map(abs, (*self.deal.end, *self.deal.outside))))
        if self.quickest(Bounds(extra=high, any_end=True)) is None:
            return None
        while low < high:
            middle = (low + high) // 2
            if self.quickest(Bounds(extra=middle, any_end=True)) is None:
                low = middle + 1
            else:
                high = middle
        return low

    def _late(self, extra: int) -> Plan:
        """No order is on time with any guarantee: the one that is the least late."""
        low, high = 1, 1
        bounds = Bounds(extra=extra, any_end=True)
        while (found := self._delayed(high, bounds)) is None:
            high *= 2
        while low < high:
            middle = (low + high) // 2
            tried = self._delayed(middle, bounds)
            if tried is None:
                low = middle + 1
            else:
                found, high = tried, middle
        return Plan(
            status="no roadmap",
            order=None,
            method="lattice",
            guarantee_needed=None,
            nearest=found,
            blocking=incentive.lateness(self.deal, found),
        )

    def _delayed(self, days: int, bounds: Bounds) -> Order | None:
        by = tuple(None if d is None else d + days for d in self.deal.by)
        found = _Work(replace(self.deal, by=by), self.watch).quickest(bounds)
        return found.order if found else None
