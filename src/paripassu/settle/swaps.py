"""Packages one or two swaps away that leave nobody worse and somebody better: the kernel."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from paripassu.settle.space import Space, rounded

__all__ = ["improvements"]

Ints = NDArray[np.int64]


def improvements(space: Space, package: Ints) -> Ints:
    """All feasible packages one or two swaps from ``package`` (issues,) that are better for somebody, worse for nobody.

    Returns (N, issues) option numbers, one swap before two.
    """
    now = space.points(package[None, :])[0]
    exact = space.utilities(package[None, :])[0]
    found = [package[None, :][:0]]
    for near in _nearby(space, package, exact, now):
        points = space.points(near)
        better: NDArray[np.bool_] = np.all(points >= now, axis=1) & np.any(points > now, axis=1)
        better[better] = space.feasible(near[better])
        found.append(near[better])
    return np.concatenate(found)


def _nearby(space: Space, package: Ints, exact: Ints, now: Ints) -> Iterator[Ints]:
    """Packages one and two swaps away that may leave nobody worse, in blocks."""
    others = [np.flatnonzero(np.arange(size) != package[i]) for i, size in enumerate(space.sizes)]
    change = []
    for issue, options in enumerate(others):
        near = _with(package, [(issue, options)])
        change.append(space.utilities(near) - exact)
        yield near
    together = {frozenset((i, j)) for table in space.tables for i in table.issues for j in table.issues if i != j}
    for i in range(len(others)):
        for j in range(i + 1, len(others)):
            first = np.repeat(others[i], len(others[j]))
            second = np.tile(others[j], len(others[i]))
            if frozenset((i, j)) not in together:
                # The two changes add up, so most pairs need not be written out to be seen to hurt somebody.
                sums = (change[i][:, None, :] + change[j][None, :, :]).reshape(len(first), space.parties)
                hopeful = (rounded(exact + sums, space.unit) >= now - 1).all(axis=1)
                first, second = first[hopeful], second[hopeful]
            if first.size:
                yield _with(package, [(i, first), (j, second)])


def _with(package: Ints, changes: list[tuple[int, Ints]]) -> Ints:
    found = np.repeat(package[None, :], len(changes[0][1]), axis=0)
    for issue, options in changes:
        found[:, issue] = options
    return found
