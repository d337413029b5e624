"""Which of many integer vectors are beaten by none: the filter under every fold.

A vector q *beats* p when q is at least p everywhere and more than ``slack`` above p somewhere. With slack 0 this is
Pareto dominance among distinct vectors; with the slack of a rounding step it is what may be cut from partial sums
without losing a tie. Integers only, so that nothing depends on the order of additions.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["unbeaten", "unbeaten_in_groups"]

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

_FIRST, _BLOCK, _ROWS = 256, 2048, 8192
_PAIRWISE = 96


def unbeaten(vectors: Ints, slack: Ints) -> Mask:
    """Mark the vectors that no other vector beats.

    Parameters
    ----------
    vectors : (N, k) int64
        One row a vector. Equal rows are allowed; they do not beat each other.
    slack : (k,) int64
        A vector beats another when it is nowhere lower and, in some column, higher by more than this.
        For k > 2 the test "somewhere higher" is made on the row sums (higher by more than ``slack.sum()``), which
        may spare a vector within a few slacks of being beaten, never cut one that is not; with slack 0 it is exact.

    Returns
    -------
    (N,) bool
    """
    count, width = vectors.shape
    if count <= 1:
        return np.ones(count, dtype=np.bool_)
    if width == 1:
        column = vectors[:, 0]
        return np.asarray(column >= column.max() - slack[0])
    if width == 2:
        return _two(vectors, slack)
    if count <= _PAIRWISE:
        return _pairwise(vectors, int(slack.sum()))
    return _blocks(vectors, int(slack.sum()))


def unbeaten_in_groups(vectors: Ints, groups: Ints, slack: Ints) -> Mask:
    """As `unbeaten`, but only vectors of the same group are compared; ``groups`` is (N,) int64."""
    if not groups.size or groups.min() == groups.max():
        return unbeaten(vectors, slack)
    order = np.argsort(groups, kind="stable")
    edges = np.flatnonzero(np.diff(groups[order])) + 1
    kept = np.empty(len(groups), dtype=np.bool_)
    for rows in np.split(order, edges):
        kept[rows] = True if rows.size == 1 else unbeaten(vectors[rows], slack)
    return kept


def _two(vectors: Ints, slack: Ints) -> Mask:
    # Sort by the first column, falling; a running maximum of the second then answers for every prefix.
    order = np.lexsort((-vectors[:, 1], -vectors[:, 0]))
    x, y = vectors[order, 0], vectors[order, 1]
    best = np.maximum.accumulate(y)
    upto = np.searchsorted(-x, -x, side="right")  # how many have first >= mine
    clear = np.searchsorted(-x, -(x + slack[0]), side="left")  # how many have first > mine + slack
    beaten = best[upto - 1] > y + slack[1]
    some = clear > 0
    beaten[some] |= best[clear[some] - 1] >= y[some]
    kept = np.empty(len(order), dtype=np.bool_)
    kept[order] = ~beaten
    return kept


def _pairwise(vectors: Ints, slack: int) -> Mask:
    sums = vectors.sum(axis=1)
    beats = sums[:, None] > sums[None, :] + slack
    for column in vectors.T:
        beats &= column[:, None] >= column[None, :]
    return np.asarray(~beats.any(axis=0))


def _blocks(vectors: Ints, slack: int) -> Mask:
    # Whoever beats p has the larger sum. So take the vectors by falling sum, a block at a time; a block first settles
    # its own quarrels and then strikes out of all later vectors those it beats. What a block takes from the front
    # can no longer be beaten by anything behind it.
    sums = vectors.sum(axis=1)
    rest = np.argsort(-sums, kind="stable")
    kept = np.zeros(len(vectors), dtype=np.bool_)
    size = _FIRST
    while rest.size:
        block, rest = rest[:size], rest[size:]
        block = block[~_beaten(vectors[block], sums[block], vectors[block], sums[block], slack)]
        kept[block] = True
        if rest.size:
            rest = rest[~_beaten(vectors[block], sums[block], vectors[rest], sums[rest], slack)]
        size = _BLOCK
    return kept


def _beaten(strong: Ints, strong_sums: Ints, weak: Ints, weak_sums: Ints, slack: int) -> Mask:
    # Bit j of row r of a column's table: is strong j among the r largest of that column? One row looked up a column
    # and the rows and-ed together give, for a weak vector, all the strong ones that beat it.
    columns = [(strong[:, i], weak[:, i]) for i in range(strong.shape[1])]
    columns.append((strong_sums, weak_sums + slack + 1))
    size = len(strong)
    words = (size + 63) // 64
    places = np.arange(size + 1)[:, None]
    found: NDArray[np.uint64] | None = None
    tables, looks = [], []
    for mine, theirs in columns:
        order = np.argsort(-mine, kind="stable")
        rank = np.empty(size, dtype=np.int64)
        rank[order] = np.arange(size)
        bits = np.zeros((size + 1, words * 8), dtype=np.uint8)
        packed = np.packbits(rank[None, :] < places, axis=1)
        bits[:, : packed.shape[1]] = packed
        tables.append(bits.view(np.uint64))
        looks.append(size - np.searchsorted(mine[order[::-1]], theirs, side="left"))
    beaten = np.zeros(len(weak), dtype=np.bool_)
    live = np.flatnonzero(np.minimum.reduce(looks) > 0)
    for start in range(0, live.size, _ROWS):
        rows = live[start : start + _ROWS]
        found = tables[0][looks[0][rows]]
        for table, look in zip(tables[1:], looks[1:], strict=True):
            found &= table[look[rows]]
        beaten[rows] = np.bitwise_or.reduce(found, axis=1) != 0
    return beaten
