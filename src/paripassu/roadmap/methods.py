"""Ways to answer the questions of a roadmap: over the whole lattice, or with a proof or a gap where it is too large."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from paripassu.roadmap import jit
from paripassu.roadmap.beam import beam
from paripassu.roadmap.bits import FAR, signed
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.lattice import EXPOSURE, GUARANTEE, TIME, sweep, value
from paripassu.roadmap.search import depth_first
from paripassu.roadmap.space import Space
from paripassu.roadmap.trace import Reached, trace
from paripassu.roadmap.watch import Watch

__all__ = ["Lattice", "Method", "Wide", "choose"]

COMPILED_STATES = 120_000_000
NUMPY_STATES = 1 << 21
LAST_RESORT_STATES = 1 << 25
DEPTH_FIRST_STATES = 120_000
SAFE_STATES = 400_000
WIDTH = 2_000


class Method(Protocol):
    """Answers the three questions of one deal."""

    name: str
    exact: bool
    calls: int
    """How often the least time may be asked for before the front is cut short."""

    def exposure(self, bounds: Bounds) -> Reached:
        """The least avoidable exposure, dates apart; the order may be left out."""

    def quickest(self, bounds: Bounds) -> Reached:
        """The least time."""

    def guarantee(self) -> Reached:
        """The least extra guarantee as a rank, beginning, end and dates apart."""


def choose(space: Space, watch: Watch) -> Method:
    """The lattice where it fits, else the searches for large deals."""
    compiled = jit.available() and len(space.stakes) == 2 and not space.clocked
    small = space.size <= (COMPILED_STATES if compiled else NUMPY_STATES)
    return Lattice(space, watch, compiled) if small else Wide(space, watch)


class Lattice:
    """Sweeps over all states."""

    name = "lattice"
    exact = True

    def __init__(self, space: Space, watch: Watch, compiled: bool) -> None:
        self.space, self.watch = space, watch
        self.calls = max(4, (60_000_000 if compiled else 6_000_000) // space.size)

    def exposure(self, bounds: Bounds) -> Reached:
        """The least avoidable exposure, dates apart, without an order."""
        return _plain(value(sweep(self.space, EXPOSURE, bounds, watch=self.watch)))

    def guarantee(self) -> Reached:
        """The least extra guarantee as a rank, without an order."""
        return _plain(value(sweep(self.space, GUARANTEE, watch=self.watch)))

    def quickest(self, bounds: Bounds) -> Reached:
        """The least time, with the order."""
        table = sweep(self.space, TIME, bounds, watch=self.watch)
        time = value(table)
        if time is None:
            return _plain(None)
        order = trace(self.space, bounds, lambda mask: value(table, self.space.code(mask)), timed=True)
        return Reached(value=time, order=order, lower=time)


class Wide:
    """Depth-first and beam; the lattice as a last resort where it is not out of reach."""

    name = "depth-first and beam"
    exact = False
    calls = 4

    def __init__(self, space: Space, watch: Watch) -> None:
        self.space, self.watch = space, watch

    def exposure(self, bounds: Bounds) -> Reached:
        """The least avoidable exposure, dates apart, with an order."""
        first = depth_first(self.space, bounds, most=DEPTH_FIRST_STATES, watch=self.watch)
        if first.proved:
            return first
        best = beam(self.space, EXPOSURE, bounds, width=WIDTH, watch=self.watch)
        best = replace(best, lower=max(best.lower, first.lower))
        if best.proved or self.space.size > LAST_RESORT_STATES:
            return best
        tighter = bounds if best.value is None else replace(bounds, cap=best.value)
        least = value(sweep(self.space, EXPOSURE, tighter, watch=self.watch))
        return _plain(least) if least != best.value else replace(best, lower=least if least is not None else FAR)

    def quickest(self, bounds: Bounds) -> Reached:
        """The least time, with the order."""
        space = self.space
        # A phase side by side has many forms: keep the work of a layer about the same.
        width = max(200, min(WIDTH, 600_000 // len(space.phases)))
        best = beam(space, TIME, bounds, width=width, watch=self.watch)
        floor = space.still.days_from(signed(space.deal.done))
        best = replace(best, lower=max(best.lower, floor))
        if best.proved:
            return best
        tighter = bounds if best.value is None else replace(bounds, latest=best.value)
        if space.size <= LAST_RESORT_STATES:
            return Lattice(space, self.watch, False).quickest(tighter)
        if best.value is None:
            return best
        closer = beam(space, TIME, replace(bounds, latest=best.value - 1), width=width, watch=self.watch)
        if closer.value is not None:
            return replace(closer, lower=max(floor, min(closer.lower, closer.value)))
        return replace(best, lower=max(best.lower, min(best.value, closer.lower)))

    def guarantee(self) -> Reached:
        """The least extra guarantee as a rank, with an order."""
        best = beam(self.space, GUARANTEE, Bounds(any_end=True), width=WIDTH, watch=self.watch)
        if best.proved or self.space.size > LAST_RESORT_STATES:
            return best
        return _plain(value(sweep(self.space, GUARANTEE, watch=self.watch)))


def _plain(found: int | None) -> Reached:
    return Reached(value=found, order=None, lower=FAR if found is None else found)
