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
_MANY_COLUMNS, _SAMPLE = 6, 400
_FEW = 64


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
    """As `unbeaten`, but only vectors of the same group are compared; ``groups`` is (N,) int64.

    Meant for partial sums: with six columns or more, where a sample shows that hardly any is beaten, all are kept.
    """
    if not groups.size or groups.min() == groups.max():
        if vectors.shape[1] >= _MANY_COLUMNS and len(vectors) > 2 * _BLOCK and _hardly_any(vectors, slack):
            return np.ones(len(vectors), dtype=np.bool_)
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
    tables: list[tuple[Ints, NDArray[np.uint64]]] = []
    beaten = np.zeros(len(weak), dtype=np.bool_)
    for start in range(0, len(weak), _ROWS):
        live = np.arange(start, min(start + _ROWS, len(weak)))
        found = np.zeros((0, 0), dtype=np.uint64)
        for number, (mine, theirs) in enumerate(columns):
            if number == len(tables):
                if live.size <= _FEW:
                    # Not worth another table: look at the last few one by one.
                    rest = np.ones((live.size, len(mine)), dtype=np.bool_)
                    for ours, others in columns:
                        rest &= ours[None, :] >= others[live][:, None]
                    beaten[live[rest.any(axis=1)]] = True
                    break
                tables.append(_table(mine))
            rising, bits = tables[number]
            row = len(mine) - np.searchsorted(rising, theirs[live], side="left")
            found = bits[row] if not number else found & bits[row]
            if number % 2:
                # Who is beaten by none so far need not be looked at in the other columns.
                some = np.bitwise_or.reduce(found, axis=1) != 0
                live, found = live[some], found[some]
            if not live.size:
                break
        else:
            beaten[live[np.bitwise_or.reduce(found, axis=1) != 0]] = True
    return beaten


def _table(column: Ints) -> tuple[Ints, NDArray[np.uint64]]:
    """The column, rising, and for each r the set of its r largest as bits."""
    size = len(column)
    order = np.argsort(-column, kind="stable")
    bits = np.zeros((size + 1, (size + 63) // 64), dtype=np.uint64)
    bits[np.arange(1, size + 1), order // 64] = np.uint64(1) << (order % 64).astype(np.uint64)
    return column[order[::-1]], np.bitwise_or.accumulate(bits, axis=0)


def _hardly_any(vectors: Ints, slack: Ints) -> bool:
    # With many columns hardly any vector is beaten: ask a few hundred, by the strongest.
    sums = vectors.sum(axis=1)
    order = np.argsort(-sums, kind="stable")
    strong, weak = order[:_BLOCK], order[:: max(1, len(order) // _SAMPLE)]
    struck = _beaten(vectors[strong], sums[strong], vectors[weak], sums[weak], int(slack.sum()))
    return bool(struck.mean() < 0.02)
