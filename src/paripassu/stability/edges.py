"""Listed moves: graph form, and options of which few patterns are feasible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paripassu.stability.graph import NEVER, NOTHING, Bools, Ids, Ranks

__all__ = ["Edges", "option_pairs"]

Positions = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Moves grouped by where they start."""

    sources: Positions  # the distinct starts, rising
    begins: Positions  # where each start's moves begin
    ends: Positions  # the ends of all moves


class Edges:
    """States and each mover's moves.

    Parameters
    ----------
    moves : per mover (starts, ends)
        Positions; a move from a state to itself is dropped, a repeated one counts once.
    ranks : (movers, size) int32
        How much each mover likes each state.
    transitive : bool
        True only when two moves in a row of one mover are always one move, or none.
    """

    def __init__(self, moves: Sequence[tuple[Positions, Positions]], ranks: Ranks, *, transitive: bool = False) -> None:
        self.ranks = ranks
        self.movers, self.size = ranks.shape
        self.transitive = transitive
        self.live = np.ones(self.size, dtype=bool)
        self._moves: list[_Rows] = []
        self._better: list[_Rows] = []
        for mover, (starts, ends) in enumerate(moves):
            key = np.unique(starts.astype(np.int64) * self.size + ends)
            start, end = (key // self.size).astype(np.intp), (key % self.size).astype(np.intp)
            apart = start != end
            start, end = start[apart], end[apart]
            self._moves.append(_rows(start, end))
            better = ranks[mover][end] > ranks[mover][start]
            self._better.append(_rows(start[better], end[better]))

    def least_moves(self, mover: int, values: Ranks) -> Ranks:
        """Least value over the mover's moves."""
        return _reduce(self._moves[mover], values, np.minimum, NEVER)

    def most_moves(self, mover: int, values: Ranks) -> Ranks:
        """Greatest value over the mover's moves."""
        return _reduce(self._moves[mover], values, np.maximum, NOTHING)

    def least_improvements(self, mover: int, values: Ranks) -> Ranks:
        """Least value over the mover's improvements."""
        return _reduce(self._better[mover], values, np.minimum, NEVER)

    def most_improvements(self, mover: int, values: Ranks) -> Ranks:
        """Greatest value over the mover's improvements."""
        return _reduce(self._better[mover], values, np.maximum, NOTHING)

    def onward(self, mover: int, sources: Bools, *, improving: bool) -> Bools:
        """States one move away from a source."""
        rows = self._better[mover] if improving else self._moves[mover]
        out = np.zeros(self.size, dtype=bool)
        counts = np.diff(np.append(rows.begins, len(rows.ends)))
        out[rows.ends[np.repeat(sources[rows.sources], counts)]] = True
        return out

    def targets(self, mover: int, position: int) -> Positions:
        """Positions the mover can move to."""
        rows = self._moves[mover]
        at = int(np.searchsorted(rows.sources, position))
        if at == len(rows.sources) or rows.sources[at] != position:
            return np.empty(0, dtype=np.intp)
        end = rows.begins[at + 1] if at + 1 < len(rows.begins) else len(rows.ends)
        return np.sort(rows.ends[rows.begins[at] : end])

    def leads(self, mover: int, sources: Positions, target: int) -> Bools:
        """Which sources the mover can leave for the target."""
        rows = self._moves[mover]
        hits = np.flatnonzero(rows.ends == target)
        starts = rows.sources[np.searchsorted(rows.begins, hits, side="right") - 1]
        return np.isin(sources, starts)

    def with_ranks(self, ranks: Ranks) -> Edges:
        """The same moves, with every state liked otherwise."""
        pairs = [
            (np.repeat(rows.sources, np.diff(np.append(rows.begins, len(rows.ends)))), rows.ends)
            for rows in self._moves
        ]
        return Edges(pairs, ranks, transitive=self.transitive)


def option_pairs(ids: Ids, own: Sequence[tuple[int, str]], budget: int) -> tuple[Positions, Positions] | None:
    """The moves of one mover's options among these feasible states, or None when more than the budget.

    Parameters
    ----------
    ids : (size,) int64
        Decimal states, rising.
    own : sequence of (bit, direction)
        The mover's options.
    budget : int
        The most pairs to list.
    """
    mask = sum(1 << bit for bit, _ in own)
    keep = sum(1 << bit for bit, way in own if way == "fwd")
    never = sum(1 << bit for bit, way in own if way == "back")
    rest = ids & ~np.int64(mask)
    order = np.argsort(rest, kind="stable").astype(np.intp)
    _, first, counts = np.unique(rest[order], return_index=True, return_counts=True)
    pairs = int((counts.astype(np.int64) ** 2).sum())
    if pairs > budget:
        return None
    sizes = np.repeat(counts, counts)
    start = np.repeat(np.arange(len(ids)), sizes)
    within = np.arange(pairs) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    end = np.repeat(np.repeat(first, counts), sizes) + within
    a, b = order[start], order[end]
    ok = ((ids[a] & ~ids[b] & keep) == 0) & ((ids[b] & ~ids[a] & never) == 0) & (a != b)
    return a[ok], b[ok]


def _rows(start: Positions, end: Positions) -> _Rows:
    sources, begins = np.unique(start, return_index=True)
    return _Rows(sources.astype(np.intp), begins.astype(np.intp), end)


def _reduce(rows: _Rows, values: Ranks, ufunc: np.ufunc, void: int) -> Ranks:
    out = np.full(len(values), void, dtype=values.dtype)
    if len(rows.sources):
        out[rows.sources] = ufunc.reduceat(values[rows.ends], rows.begins)
    return out
