"""Ways to answer the questions of a roadmap: over the whole lattice, or with a proof or a gap where it is too large."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from paripassu.roadmap import jit
from paripassu.roadmap.beam import beam
from paripassu.roadmap.bits import FAR, signed
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.ends import End, look
from paripassu.roadmap.lattice import EXPOSURE, GUARANTEE, TIME, sweep, value
from paripassu.roadmap.search import depth_first
from paripassu.roadmap.space import Space
from paripassu.roadmap.trace import Reached, trace
from paripassu.roadmap.watch import Watch

__all__ = ["Lattice", "Method", "Wide", "choose"]

SMALL = 50_000
"""States up to which the whole lattice is the quickest way."""
COMPILED_STATES, NUMPY_STATES = 120_000_000, 1 << 25
"""States up to which it can be swept at all."""
SHORT, LONG = 2_000, 30_000
"""States looked at depth-first before and after other ways are tried."""
WIDTH = 2_000
BACK, ALL = 20_000, 400_000
"""States looked at going back from the end, and in all where every one is followed."""
BEAM_EFFORT = 600_000


class Method(Protocol):
    """Answers the three questions of one deal."""

    name: str
    exact: bool

    @property
    def effort(self) -> float:
        """Work done so far, in states swept with numpy at 120 phases a state."""

    def exposure(self, bounds: Bounds) -> Reached:
        """The least avoidable exposure, dates apart; the order may be left out."""

    def quickest(self, bounds: Bounds) -> Reached:
        """The least time."""

    def guarantee(self) -> Reached:
        """The least extra guarantee as a rank, beginning, end and dates apart."""


def choose(space: Space, watch: Watch) -> Method:
    """The lattice where it is small, else the searches, with the lattice behind them where it fits."""
    return Lattice(space, watch) if space.size <= SMALL else Wide(space, watch)


class Lattice:
    """Sweeps over all states."""

    name = "lattice"
    exact = True

    def __init__(self, space: Space, watch: Watch) -> None:
        self.space, self.watch, self._swept = space, watch, 0.0
        self.compiled = jit.available() and len(space.stakes) == 2 and not space.clocked

    @property
    def effort(self) -> float:
        """Work done so far."""
        return self._swept

    def exposure(self, bounds: Bounds) -> Reached:
        """The least avoidable exposure, dates apart, without an order."""
        return _plain(value(sweep(self.space, EXPOSURE, bounds, watch=self.watch)))

    def guarantee(self) -> Reached:
        """The least extra guarantee as a rank, without an order."""
        return _plain(value(sweep(self.space, GUARANTEE, watch=self.watch)))

    def quickest(self, bounds: Bounds) -> Reached:
        """The least time, with the order."""
        self._swept += self.space.size * len(self.space.phases) / (1200 if self.compiled else 120)
        table = sweep(self.space, TIME, bounds, watch=self.watch)
        time = value(table)
        if time is None:
            return _plain(None)
        order = trace(self.space, bounds, lambda mask: value(table, self.space.code(mask)), timed=True)
        return Reached(value=time, order=order, lower=time)


class Wide:
    """Depth-first and beam; the lattice where they prove nothing and it is not out of reach."""

    name = "depth-first and beam"

    def __init__(self, space: Space, watch: Watch) -> None:
        self.space, self.watch = space, watch
        self.lattice = Lattice(space, watch)
        self.exact = space.size <= (COMPILED_STATES if self.lattice.compiled else NUMPY_STATES)
        # A phase side by side has many forms: keep the work of a layer about the same.
        self.width = max(WIDTH // 10, min(WIDTH, 600_000 // len(space.phases)))
        self._tries = 0

    @property
    def effort(self) -> float:
        """Work done so far; a beam is counted as so many states."""
        return self.lattice.effort + self._tries * (BEAM_EFFORT if self.exact else 10 * BEAM_EFFORT)

    def exposure(self, bounds: Bounds) -> Reached:
        """The least avoidable exposure, dates apart, with an order."""
        first = depth_first(self.space, bounds, most=SHORT, watch=self.watch)
        if first.proved:
            return first
        rest = self._end(EXPOSURE, bounds)
        best = beam(self.space, EXPOSURE, bounds, width=WIDTH, rest=rest, watch=self.watch)
        best = replace(best, lower=max(best.lower, first.lower))
        if best.proved:
            return best
        closer = bounds if best.value is None else replace(bounds, cap=best.value - 1)
        found = self._every(EXPOSURE, closer)
        if not found.proved:
            if self.exact:
                self.name = "depth-first, beam and lattice"
                found = self.lattice.exposure(closer)
            else:
                found = depth_first(self.space, closer, most=LONG, watch=self.watch)
        return _better(best, found)

    def quickest(self, bounds: Bounds) -> Reached:
        """The least time, with the order."""
        floor = self.space.still.days_from(signed(self.space.deal.done))
        rest = self._end(TIME, bounds)
        best = Reached(value=None, order=None, lower=floor)
        for width in (self.width // 4, self.width):
            self._tries += 1
            limit = bounds if best.value is None else replace(bounds, latest=best.value - 1)
            best = _better(best, beam(self.space, TIME, limit, width=width, rest=rest, watch=self.watch))
            if best.proved:
                return best
        step = max(1, best.lower // 50)
        while not best.proved:
            latest = best.lower + step if best.value is None else min(best.lower + step, best.value - 1)
            limit = replace(bounds, latest=latest if bounds.latest is None else min(latest, bounds.latest))
            found = self._every(TIME, limit)
            if not found.proved:
                break
            if found.value is not None or limit.latest == bounds.latest:
                return _better(best, found)
            best, step = _better(best, replace(found, lower=_next(latest, self.space.still.unit))), 2 * step
        if best.proved or not self.exact:
            return best
        self.name = "depth-first, beam and lattice"
        return _better(
            best, self.lattice.quickest(bounds if best.value is None else replace(bounds, latest=best.value))
        )

    def guarantee(self) -> Reached:
        """The least extra guarantee as a rank, with an order."""
        bounds = Bounds(any_end=True)
        rest, width = self._end(GUARANTEE, bounds), max(1, WIDTH // 8)
        best = beam(self.space, GUARANTEE, bounds, width=width, rest=rest, watch=self.watch)
        # What the beginning lacks is needed in any case: less need not be asked about.
        best = replace(best, lower=max(best.lower, self.space.short_at_once))
        probe = best.lower  # a bound is often reached: try it first, then halve
        while best.value is not None and not best.proved:
            found = self.exposure(replace(bounds, extra=probe))
            if found.value is not None:
                best = Reached(value=probe, order=found.order, lower=best.lower)
            elif found.proved:
                best = replace(best, lower=probe + 1)
            else:
                break
            probe = (best.lower + (best.value or 0)) // 2
        return best

    def _end(self, mode: int, bounds: Bounds) -> End:
        return look(self.space, mode, bounds, back=True, most=BACK, watch=self.watch)

    def _every(self, mode: int, bounds: Bounds) -> Reached:
        """All orders within bounds, unless there are too many states: what is known of each end narrows the other."""
        end, most = self._end(mode, bounds), BACK
        while most <= ALL and int(end.least[0]) < FAR:
            begin = look(self.space, mode, bounds, back=False, most=most, other=end, watch=self.watch)
            end = look(self.space, mode, bounds, back=True, most=most, other=begin, watch=self.watch)
            if min(end.layers) <= max(begin.layers):
                break
            most *= 4
        return beam(self.space, mode, bounds, width=None, most=ALL, rest=end, watch=self.watch)


def _next(day: int, unit: int) -> int:
    return (day // unit + 1) * unit


def _better(best: Reached, found: Reached) -> Reached:
    """Of two answers the better, with what both prove; ``found`` was looked for below ``best`` only."""
    if found.value is None:
        known = FAR if best.value is None else best.value
        return replace(best, lower=max(best.lower, min(found.lower, known)))
    return replace(found, lower=max(found.lower, min(best.lower, found.value)))


def _plain(found: int | None) -> Reached:
    return Reached(value=found, order=None, lower=FAR if found is None else found)
