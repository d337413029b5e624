"""The slow way: write down every package. Only for tests, and for small negotiations to check the quick way against."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paripassu.settle.space import Space, rounded

__all__ = ["all_packages", "frontier_by_enumeration"]

Ints = NDArray[np.int64]


def all_packages(space: Space) -> Ints:
    """Every package, (total, issues) option numbers."""
    if not space.sizes:
        return np.zeros((1, 0), dtype=np.int64)
    return np.stack([axis.reshape(-1) for axis in np.indices(space.sizes)], axis=1).astype(np.int64)


def frontier_by_enumeration(space: Space, floor: Ints) -> dict[tuple[int, ...], set[tuple[int, ...]]]:
    """Every point of the frontier with all its packages.

    Points are in units of the ninth decimal; ``floor`` (k,) is the least integer utility of each party.
    """
    packages = all_packages(space)
    packages = packages[space.feasible(packages)]
    exact = space.utilities(packages)
    keep = (exact >= floor).all(axis=1)
    packages, points = packages[keep], rounded(exact[keep], space.unit)
    behind: dict[tuple[int, ...], set[tuple[int, ...]]] = {}
    for point, package in zip(map(tuple, points.tolist()), map(tuple, packages.tolist()), strict=True):
        behind.setdefault(point, set()).add(package)
    return {
        point: found
        for point, found in behind.items()
        if not any(other != point and all(a >= b for a, b in zip(other, point, strict=True)) for other in behind)
    }
