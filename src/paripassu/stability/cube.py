"""Option form on the full cube of 2^m states: no list of moves is ever made.

A mover changes any of its own options at once, within their directions. The least value over its moves is then a
minimum folded in option by option. The least over its improvements needs each block (the states that differ in its
own options only) sorted by its ranks once: what lies above a state is a suffix, and a suffix minimum answers for all.
Options that cannot be taken back split a block into layers; from a layer the mover reaches itself and some others,
and a place in a sorted neighbour layer is found once by bisection.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paripassu.stability.graph import NEVER, NOTHING, Bools, Ranks

__all__ = ["Cube"]


@dataclass(slots=True)
class _Sorted:
    """A mover's blocks, sorted by its ranks, and for each state where its improvements begin."""

    order: NDArray[np.intp]  # (layers, patterns, blocks): positions, rising in rank along the patterns
    # Per layer (layers it reaches, patterns * blocks): places in the padded suffixes; by position if there is but one.
    above: list[NDArray[Any]]


class Cube:
    """The cube of all option patterns, position = decimal state.

    Parameters
    ----------
    options : sequence of sequence of (bit, direction)
        Per mover the options it controls; direction is `both`, `fwd` (only N to Y) or `back` (only Y to N).
    ranks : (movers, 2**m) int32
        -1 where a pattern is infeasible.
    """

    transitive = True

    def __init__(self, options: Sequence[Sequence[tuple[int, str]]], ranks: Ranks) -> None:
        self.options = [list(own) for own in options]
        self.ranks = ranks
        self.movers, self.size = ranks.shape
        self.live = np.asarray(ranks[0] >= 0) if self.movers else np.ones(self.size, dtype=bool)
        self._dead = None if bool(self.live.all()) else ~self.live
        self._masks = [sum(1 << bit for bit, _ in own) for own in self.options]
        self._sorted: list[_Sorted | None] = [None] * self.movers

    def least_moves(self, mover: int, values: Ranks) -> Ranks:
        """Least value over the mover's moves and staying."""
        return self._moves(mover, values, np.minimum, NEVER)

    def most_moves(self, mover: int, values: Ranks) -> Ranks:
        """Greatest value over the mover's moves and staying."""
        return self._moves(mover, values, np.maximum, NOTHING)

    def least_improvements(self, mover: int, values: Ranks) -> Ranks:
        """Least value over the mover's improvements."""
        return self._improvements(mover, values, np.minimum, NEVER)

    def most_improvements(self, mover: int, values: Ranks) -> Ranks:
        """Greatest value over the mover's improvements."""
        return self._improvements(mover, values, np.maximum, NOTHING)

    def onward(self, mover: int, sources: Bools, *, improving: bool) -> Bools:
        """States one move away from a source (or a source)."""
        if improving:
            # A state is an improvement on some source when the least liked source that leads here is worse.
            low = np.where(sources, self.ranks[mover], NEVER)
            self._fold(mover, low, np.minimum, forward=True)
            return np.asarray((low < self.ranks[mover]) & self.live)
        out = sources.copy()
        self._fold(mover, out, np.logical_or, forward=True)
        return np.asarray(out & self.live)

    def targets(self, mover: int, position: int) -> NDArray[np.intp]:
        """Positions the mover can move to."""
        own = _deposits([bit for bit, _ in self.options[mover]])
        found = np.sort(own + (position & ~self._masks[mover]))
        found = found[self._allowed(mover, np.full(len(found), position), found) & self.live[found]]
        return np.asarray(found[found != position])

    def leads(self, mover: int, sources: NDArray[np.intp], target: int) -> Bools:
        """Which sources the mover can leave for the target."""
        same = ((sources ^ target) & ~self._masks[mover]) == 0
        ok = self._allowed(mover, sources, np.full(len(sources), target)) & (sources != target)
        return np.asarray(same & ok & self.live[sources] & bool(self.live[target]))

    def with_ranks(self, ranks: Ranks) -> Cube:
        """The same options, with every state liked otherwise."""
        return Cube(self.options, ranks)

    def _allowed(self, mover: int, start: NDArray[np.intp], end: NDArray[np.intp]) -> Bools:
        keep = sum(1 << bit for bit, way in self.options[mover] if way == "fwd")
        never = sum(1 << bit for bit, way in self.options[mover] if way == "back")
        return np.asarray(((start & ~end & keep) == 0) & ((end & ~start & never) == 0))

    def _moves(self, mover: int, values: Ranks, ufunc: np.ufunc, void: int) -> Ranks:
        out = values.copy()
        self._fold(mover, out, ufunc, forward=False)
        if self._dead is not None:
            out[self._dead] = void
        return out

    def _fold(self, mover: int, values: NDArray[Any], ufunc: np.ufunc, *, forward: bool) -> None:
        """Fold values in place, option by option: from targets to sources, or forward from sources to targets."""
        for bit, way in self.options[mover]:
            view = values.reshape(-1, 2, 1 << bit)
            without, taken = view[:, 0], view[:, 1]
            if way == "both":
                ufunc(without, taken, out=without)
                taken[...] = without
            elif (way == "fwd") != forward:
                ufunc(without, taken, out=without)
            else:
                ufunc(taken, without, out=taken)

    def _improvements(self, mover: int, values: Ranks, ufunc: np.ufunc, void: int) -> Ranks:
        blocks = self._blocks(mover)
        layers, patterns, width = blocks.order.shape
        suffix = np.empty((layers, patterns + 1, width), dtype=values.dtype)
        suffix[:, patterns] = void
        for layer, order in enumerate(blocks.order):
            np.take(values, order, out=suffix[layer, :patterns], mode="clip")
        _accumulate(suffix, ufunc)
        out: Ranks
        flat = suffix.reshape(-1)
        if layers == 1:
            # With a single layer the places stand in the order of the positions.
            out = np.take(flat, blocks.above[0][0])
        else:
            out = np.empty_like(values)
            for order, above in zip(blocks.order, blocks.above, strict=True):
                out[order.reshape(-1)] = ufunc.reduce(np.take(flat, above), axis=0)
        if self._dead is not None:
            out[self._dead] = void
        return out

    def _blocks(self, mover: int) -> _Sorted:
        found = self._sorted[mover]
        if found is None:
            found = self._sorted[mover] = self._sort(mover)
        return found

    def _sort(self, mover: int) -> _Sorted:
        free = _deposits([bit for bit, way in self.options[mover] if way == "both"])
        layers = _deposits([bit for bit, way in self.options[mover] if way != "both"])
        every = np.arange(self.size, dtype=np.intp)
        rest = every[(every & self._masks[mover]) == 0]
        base = layers[:, None, None] + free[None, :, None] + rest[None, None, :]
        rank = self.ranks[mover][base]
        place = np.argsort(rank, axis=1, kind="stable")
        order = np.take_along_axis(base, place, axis=1)
        rank = np.take_along_axis(rank, place, axis=1)
        if len(layers) == 1:
            above = np.empty(self.size, dtype=np.intp)
            above[order.reshape(-1)] = _within(rank[0])
            return _Sorted(order, [above[None, :]])
        return _Sorted(order, self._across(mover, layers, rank))

    def _across(self, mover: int, layers: NDArray[np.intp], rank: Ranks) -> list[NDArray[Any]]:
        count, patterns, width = rank.shape
        # One rising key for all blocks of all layers, so that one bisection serves every pair.
        span = int(rank.max()) + 2
        block = np.arange(count * width, dtype=np.int64).reshape(count, width)
        tall = np.ascontiguousarray(rank.transpose(0, 2, 1)).astype(np.int64)
        keys = (tall + 1 + (block * span)[:, :, None]).reshape(-1)
        above: list[NDArray[Any]] = []
        for layer in range(count):
            here = np.full(count, layers[layer])
            goals = np.flatnonzero(self._allowed(mover, here, layers))
            queries = tall[layer][None] + 1 + (block[goals] * span)[:, :, None]
            found = np.searchsorted(keys, queries.reshape(-1), side="right").reshape(queries.shape)
            row = found - (block[goals] * patterns)[:, :, None]
            flat = (goals[:, None, None] * (patterns + 1) + row) * width + np.arange(width)[None, :, None]
            above.append(flat.transpose(0, 2, 1).reshape(len(goals), -1).astype(np.int32))
        return above


def _accumulate(suffix: Ranks, ufunc: np.ufunc) -> None:
    """Fold each row of (layers, rows, blocks) into all rows before it, in place."""
    if suffix.shape[1] > suffix.shape[2]:
        backwards = suffix[:, ::-1]
        ufunc.accumulate(backwards, axis=1, out=backwards)
        return
    # Whole rows at a time are several times faster than numpy's walk down each column.
    for row in range(suffix.shape[1] - 2, -1, -1):
        ufunc(suffix[:, row], suffix[:, row + 1], out=suffix[:, row])


def _within(rank: Ranks) -> NDArray[np.intp]:
    """For sorted blocks (patterns, blocks): the flat place, in the padded suffixes, of the first better state."""
    patterns, width = rank.shape
    rows = np.arange(1, patterns + 1, dtype=np.intp)[:, None]
    ends = np.ones(rank.shape, dtype=bool)
    ends[:-1] = rank[1:] != rank[:-1]
    first = np.where(ends, rows, patterns)
    np.minimum.accumulate(first[::-1], axis=0, out=first[::-1])
    return np.asarray((first * width + np.arange(width)[None, :]).reshape(-1))


def _deposits(bits: Sequence[int]) -> NDArray[np.intp]:
    """All patterns of some options, as decimals."""
    out = np.zeros(1, dtype=np.intp)
    for bit in bits:
        out = np.concatenate([out, out | (1 << bit)])
    return out
