"""The front of avoidable exposure against time: what patience buys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.deal import Order

__all__ = ["Point", "Trade"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An order with its avoidable exposure in units and its time in days."""

    exposure: int
    time: int
    order: Order


class Trade:
    """Least time under a cap on exposure, for as many caps as are asked.

    The least time falls as the cap rises; what is known of one cap is used for the others.

    Parameters
    ----------
    quickest : callable
        From bounds to the quickest order within them, or None when there is none.
    bounds : Bounds
        What holds besides the cap.
    """

    def __init__(self, quickest: Callable[[Bounds], Point | None], bounds: Bounds) -> None:
        self._quickest, self._bounds = quickest, bounds
        self._known: list[tuple[int, Point]] = []
        self._none_below = 0

    def under(self, cap: int | None) -> Point | None:
        """The quickest order whose avoidable exposure is at most this."""
        if cap is not None:
            if cap < self._none_below:
                return None
            for asked, known in self._known:
                if known.exposure <= cap <= asked:
                    return known
        point = self._quickest(replace(self._bounds, cap=cap))
        if point is not None:
            self._known.append((max(point.exposure, cap if cap is not None else 1 << 62), point))
        elif cap is not None:
            self._none_below = max(self._none_below, cap + 1)
        return point

    def least(self, low: int, point: Point | None = None) -> Point | None:
        """The order with the least exposure, not below a known bound, among those no slower than a given one.

        Without one, of all orders. The time is the least for that exposure.
        """
        best = self.under(None) if point is None else point
        if best is None:
            return None
        slowest = None if point is None else point.time
        probe = low  # a bound is often reached: try it first, then halve
        while low < best.exposure:
            tried = self.under(probe)
            if tried is None or (slowest is not None and tried.time > slowest):
                low = probe + 1
            else:
                best = tried
            probe = (low + best.exposure) // 2
        return self.under(best.exposure)

    def front(self, low: int) -> list[Point]:
        """All points no other point betters, ascending exposure; `low` is a bound on the exposure."""
        first = self.least(low)
        last = self.under(None)
        if first is None or last is None:
            return []
        points = [first]
        while points[-1].time > last.time:
            points.append(self._next(points[-1], last))
        return points

    def _next(self, point: Point, last: Point) -> Point:
        """The point with the least exposure that is quicker than this one."""
        low, best = point.exposure + 1, last
        for _, known in self._known:
            if known.time < point.time and known.exposure < best.exposure:
                best = known
        while low < best.exposure:
            middle = (low + best.exposure - 1) // 2
            tried = self.under(middle)
            if tried is not None and tried.time < point.time:
                best = tried
            else:
                low = middle + 1
        return best
