"""One deal being solved: the questions asked of a method, and the best order known so far."""

from __future__ import annotations

from fractions import Fraction

from paripassu.roadmap.bits import signed
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.deal import Deal, Order
from paripassu.roadmap.front import Point
from paripassu.roadmap.incentive import account
from paripassu.roadmap.methods import choose
from paripassu.roadmap.space import Space
from paripassu.roadmap.trace import Reached
from paripassu.roadmap.watch import Watch

__all__ = ["Work"]


class Work:
    """The state of solving one deal.

    Attributes
    ----------
    best : Point or None
        The least exposed order that is known to hold.
    lower : int
        No order is less exposed than this, in units.
    """

    def __init__(self, deal: Deal, watch: Watch) -> None:
        self.deal, self.watch, self.space = deal, watch, Space(deal)
        self.method = choose(self.space, watch)
        self.best: Point | None = None
        self.lower = 0

    def exposure(self, bounds: Bounds) -> Reached:
        """The least avoidable exposure of any order, dates apart."""
        found = self.method.exposure(bounds)
        if found.order is not None and not self.space.clocked:
            self._keep(self._point(found.order, None), bounds)
        return found

    def quickest(self, bounds: Bounds) -> Point | None:
        """The quickest order within bounds that the method knows."""
        found = self.method.quickest(bounds)
        if found.order is None:
            return None
        point = self._point(found.order, found.lower)
        self._keep(point, bounds)
        return point

    def keep(self, order: Order) -> None:
        """Remember an order that is known to hold."""
        self._keep(self._point(order, None), Bounds())

    def gaps(self, point: Point) -> tuple[Fraction, int]:
        """By how much the exposure, and the time, of an order could still be lower."""
        exposure = 0 if self.method.exact else max(0, point.exposure - self.lower)
        return self.deal.amount(exposure), point.time - point.lower

    def _point(self, order: Order, lower: int | None) -> Point:
        state = account(self.deal, order)
        if lower is None:
            lower = self.space.still.days_from(signed(self.deal.done))
        exposure = int(state.avoidable * self.deal.scale)
        return Point(exposure=exposure, time=state.time_days, order=order, lower=min(lower, state.time_days))

    def _keep(self, point: Point, bounds: Bounds) -> None:
        holds = not bounds.extra and not bounds.any_end
        if holds and (self.best is None or (point.exposure, point.time) < (self.best.exposure, self.best.time)):
            self.best = point
