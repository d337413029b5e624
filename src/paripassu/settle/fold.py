"""Add up issue by issue, keeping only partial packages that nothing beats.

Two partial packages that leave the same choices open can be compared at once: what one has more of it keeps,
whatever is added later. So the frontier of a sum is found from the frontiers of its parts [1]_, and rules and
interactions are handled by comparing only partial packages for which the same of them are still open [2]_ [3]_.

References
----------
.. [1] M. Ehrgott (2005), Multicriteria Optimization, 2nd ed., Springer.
.. [2] R. Dechter (1999), "Bucket elimination: a unifying framework for reasoning", Artificial Intelligence 113, 41-85.
.. [3] E. Rollon, J. Larrosa (2006), "Bucket elimination for multiobjective optimization problems", Journal of
   Heuristics 12, 307-328.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paripassu.settle.nondominated import unbeaten_in_groups
from paripassu.settle.strand import Layer, Strand

__all__ = ["Kept", "join", "merge"]

Ints = NDArray[np.int64]
_ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a merge kept: vectors, their groups, and for each the ways (candidate numbers) behind ``first``."""

    vectors: Ints
    groups: Ints
    first: Ints
    ways: Ints


def merge(vectors: Ints, groups: Ints, slack: Ints) -> Kept:
    """Put equal candidates of a group together and drop the beaten ones.

    ``vectors`` is (N, k), ``groups`` (N,): only candidates of one group are compared.
    """
    order, starts = _alike(vectors, groups)
    heads = order[starts]
    kept = unbeaten_in_groups(vectors[heads], groups[heads], slack)
    sizes = np.diff(np.append(starts, len(order)))
    ways = order[np.repeat(kept, sizes)]
    first = np.concatenate(([0], np.cumsum(sizes[kept])))
    return Kept(vectors[heads[kept]], groups[heads[kept]], first, ways)


def join(left: Strand, right: Strand, slack: Ints, least: Ints) -> Strand:
    """Every package of one strand with every package of the other: the unbeaten sums.

    ``least`` is (k,): sums below it in any column are dropped (they could never reach what a party has without a
    deal).
    """
    many = len(right.vectors)
    rows = len(left.vectors) * many
    sums = (left.vectors[:, None, :] + right.vectors[None, :, :]).reshape(rows, left.vectors.shape[1])
    way = np.flatnonzero((sums >= least).all(axis=1))
    sums = sums[way]
    kept = merge(sums, np.zeros(len(sums), dtype=np.int64), slack)
    way = way[kept.ways]
    layer = Layer(right, kept.first, way // many, way % many)
    return Strand(kept.vectors, (*left.layers, layer))


def _alike(vectors: Ints, groups: Ints) -> tuple[Ints, Ints]:
    """An order that puts equal (group, vector) rows side by side, and where each run of equals begins."""
    if not len(vectors):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    # Sorting one 64-bit mix of the row is far quicker than sorting rows; unequal neighbours with an equal mix would
    # show, and then the rows are sorted after all.
    mix = groups.astype(np.uint64) * _ODD[0]
    for column in vectors.T:
        mix = (mix ^ (mix >> np.uint64(29))) * _ODD[1] + column.astype(np.uint64) * _ODD[2]
    order = np.argsort(mix, kind="stable")
    mix = mix[order]
    new = np.append(True, mix[1:] != mix[:-1])
    rows = np.column_stack((groups, vectors))[order]
    differ = np.append(True, (rows[1:] != rows[:-1]).any(axis=1))
    if (differ != new).any():
        order = np.lexsort((*vectors.T, groups))
        rows = np.column_stack((groups, vectors))[order]
        new = np.append(True, (rows[1:] != rows[:-1]).any(axis=1))
    return order, np.flatnonzero(new)
