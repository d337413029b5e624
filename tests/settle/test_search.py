"""The fold against enumeration: the same points, the same packages behind each, whatever the shape."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from paripassu.settle.oracle import all_packages, frontier_by_enumeration
from paripassu.settle.search import extent, search
from paripassu.settle.space import Space

from .strategies import spaces, spaces_with_floor


@settings(max_examples=100, deadline=None)
@given(spaces_with_floor())
def test_frontier_and_ties_agree_with_enumeration(drawn: tuple[Space, np.ndarray]) -> None:
    space, floor = drawn
    line = search(space, floor, span=np.ones_like(floor))
    found = {tuple(point): set(line.packages(n)) for n, point in enumerate(line.points.tolist())}
    assert found == frontier_by_enumeration(space, floor)
    assert [line.count(n) for n in range(len(line.points))] == [len(found[tuple(p)]) for p in line.points.tolist()]
    assert not line.cut


@settings(max_examples=100, deadline=None)
@given(spaces_with_floor())
def test_one_package_each_is_one_of_the_ties(drawn: tuple[Space, np.ndarray]) -> None:
    space, floor = drawn
    line = search(space, floor, span=np.ones_like(floor))
    for n, package in enumerate(line.one_each().tolist()):
        assert tuple(package) in set(line.packages(n))


@settings(max_examples=60, deadline=None)
@given(spaces())
def test_extent_is_the_worst_and_best_of_all_feasible(space: Space) -> None:
    packages = all_packages(space)
    packages = packages[space.feasible(packages)]
    found = extent(space)
    if not len(packages):
        assert found.worst is None
        assert found.best is None
        return
    exact = space.utilities(packages)
    assert found.worst is not None
    assert found.best is not None
    assert found.worst.tolist() == exact.min(axis=0).tolist()
    assert found.best.tolist() == exact.max(axis=0).tolist()


@pytest.mark.fuzz
@settings(max_examples=5000, deadline=None)
@given(spaces_with_floor(max_packages=600))
def test_frontier_agrees_with_enumeration_many_times(drawn: tuple[Space, np.ndarray]) -> None:
    space, floor = drawn
    line = search(space, floor, span=np.ones_like(floor))
    found = {tuple(point): set(line.packages(n)) for n, point in enumerate(line.points.tolist())}
    assert found == frontier_by_enumeration(space, floor)
