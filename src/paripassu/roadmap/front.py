"""The front of avoidable exposure against time: what patience buys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.deal import Order

__all__ = ["Point", "Trade"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An order with its avoidable exposure in units and its time in days, and the least the time could be."""

    exposure: int
    time: int
    order: Order
    lower: int


class Trade:
    """Least time under a cap on exposure, for as many caps as are asked.

    The least time falls as the cap rises; what is known of one cap is used for the others.

    Parameters
    ----------
    quickest : callable
        From bounds to the quickest order within them, or None when there is none.

    Attributes
    ----------
    cut : bool
        Whether the front was cut short.
    """

    def __init__(self, quickest: Callable[[Bounds], Point | None], bounds: Bounds) -> None:
        self._quickest, self._bounds = quickest, bounds
        self._known: list[tuple[int, Point]] = []
        self._none_below = 0
        self.cut = False

    def under(self, cap: int | None, latest: int | None = None) -> Point | None:
        """The quickest order whose avoidable exposure is at most the cap; None when none is on time."""
        if cap is not None:
            if cap < self._none_below:
                return None
            for asked, known in self._known:
                if known.exposure <= cap <= asked:
                    return known if latest is None or known.time <= latest else None
        point = self._quickest(replace(self._bounds, cap=cap, latest=latest))
        if point is not None:
            self._known.append((cap if cap is not None else 1 << 62, point))
        elif cap is not None and latest is None:
            self._none_below = max(self._none_below, cap + 1)
        return point

    def least(self, low: int, within: Point | None = None) -> Point | None:
        """The order with the least exposure, not below a known bound, among those no slower than a given one.

        Without one, of all orders. The time is the least for that exposure.
        """
        best = self.under(low) if within is None else within
        best = best or self.under(None)
        if best is None:
            return None
        latest = None if within is None else within.time
        probe = low  # a bound is often reached: try it first, then halve
        while low < best.exposure:
            tried = self.under(probe, latest)
            if tried is None:
                low = probe + 1
            else:
                best = tried
            probe = (low + best.exposure) // 2
        return best

    def front(self, first: Point, enough: Callable[[], bool]) -> list[Point]:
        """All points no other point betters, ascending exposure, from the one with the least; fewer once `enough`."""
        last = self.under(None)
        points = [first]
        while last is not None and points[-1].time > last.time:
            if enough():
                self.cut = True
                points.append(last)
                break
            points.append(self._next(points[-1], last, enough))
        return points

    def _next(self, point: Point, last: Point, enough: Callable[[], bool]) -> Point:
        """The point with the least exposure that is quicker than this one."""
        low, best = point.exposure + 1, last
        for _, known in self._known:
            if known.time < point.time and known.exposure < best.exposure:
                best = known
        while low < best.exposure:
            if enough():
                self.cut = True
                break
            middle = (low + best.exposure - 1) // 2
            tried = self.under(middle, point.time - 1)
            if tried is not None:
                best = tried
            else:
                low = middle + 1
        return best
