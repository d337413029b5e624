"""Ways to answer the questions of a roadmap: over the whole lattice, or with a proof or a gap where it is too large."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from paripassu.roadmap import jit
from paripassu.roadmap.beam import beam
from paripassu.roadmap.bits import FAR, signed
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.lattice import EXPOSURE, GUARANTEE, TIME, sweep, value
from paripassu.roadmap.search import dead_end, depth_first
from paripassu.roadmap.space import Space
from paripassu.roadmap.trace import Reached, trace
from paripassu.roadmap.watch import Watch

__all__ = ["Lattice", "Method", "Wide", "choose"]

SMALL = 50_000
"""States up to which the whole lattice is the quickest way."""
COMPILED_STATES, NUMPY_STATES = 120_000_000, 1 << 25
"""States up to which it can be swept at all."""
SHORT, LONG = 10_000, 30_000
"""States looked at depth-first before and after other ways are tried."""
WIDTH = 2_000
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
        # Where the lattice can settle it soon, a short try is enough.
        soon = space.size // (2500 if self.lattice.compiled else 250)
        self.short = min(SHORT, soon) if self.exact else SHORT
        self._tries = 0

    @property
    def effort(self) -> float:
        """Work done so far; a beam is counted as so many states."""
        return self.lattice.effort + self._tries * (BEAM_EFFORT if self.exact else 10 * BEAM_EFFORT)

    def exposure(self, bounds: Bounds) -> Reached:
        """The least avoidable exposure, dates apart, with an order."""
        first = depth_first(self.space, bounds, most=self.short, watch=self.watch)
        if first.proved:
            return first
        if dead_end(self.space, bounds, most=self.short, watch=self.watch):
            return _plain(None)
        if self.exact:
            self.name = "depth-first, beam and lattice"
            return self.lattice.exposure(bounds)
        best = beam(self.space, EXPOSURE, bounds, width=WIDTH, watch=self.watch)
        best = replace(best, lower=max(best.lower, first.lower))
        if best.proved:
            return best
        closer = bounds if best.value is None else replace(bounds, cap=best.value - 1)
        last = depth_first(self.space, closer, most=LONG, watch=self.watch)
        if last.value is not None:
            return last
        known = FAR if best.value is None else best.value
        return replace(best, lower=max(best.lower, min(last.lower, known)))

    def quickest(self, bounds: Bounds) -> Reached:
        """The least time, with the order."""
        space = self.space
        # A phase side by side has many forms: keep the work of a layer about the same.
        width = max(WIDTH // 10, min(WIDTH, 600_000 // len(space.phases)))
        floor = space.still.days_from(signed(space.deal.done))
        for some in (width // 4,) if self.exact else (width // 4, width):
            self._tries += 1
            best = beam(space, TIME, bounds, width=some, watch=self.watch)
            best = replace(best, lower=max(best.lower, floor))
            if best.proved:
                return best
        tighter = bounds if best.value is None else replace(bounds, latest=best.value)
        if self.exact:
            self.name = "depth-first, beam and lattice"
            return self.lattice.quickest(tighter)
        if best.value is None:
            return best
        closer = beam(space, TIME, replace(bounds, latest=best.value - 1), width=width, watch=self.watch)
        if closer.value is not None:
            return replace(closer, lower=max(floor, min(closer.lower, closer.value)))
        return replace(best, lower=max(best.lower, min(best.value, closer.lower)))

    def guarantee(self) -> Reached:
        """The least extra guarantee as a rank, with an order."""
        width = WIDTH // 8 if self.exact else WIDTH
        best = beam(self.space, GUARANTEE, Bounds(any_end=True), width=width, watch=self.watch)
        return best if best.proved or not self.exact else self.lattice.guarantee()


def _plain(found: int | None) -> Reached:
    return Reached(value=found, order=None, lower=FAR if found is None else found)
