"""A limited search keeps its promise: what it left out is matched within the error it states."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

import paripassu as pp
from paripassu.settle.oracle import frontier_by_enumeration
from paripassu.settle.search import extent, search
from paripassu.settle.space import Space
from paripassu.settle.thin import thin

from .cases import additive
from .strategies import spaces_with_floor


@settings(max_examples=60, deadline=None)
@given(spaces_with_floor(), st.integers(1, 12))
def test_what_is_left_out_is_matched_within_the_error(drawn: tuple[Space, np.ndarray], limit: int) -> None:
    space, floor = drawn
    ends = extent(space)
    if ends.worst is None or ends.best is None:
        return
    span = ends.best - ends.worst
    line = search(space, floor, span=span, limit=limit)
    assert len(line.points) <= limit
    truth = frontier_by_enumeration(space, floor)
    if not line.cut:
        assert {tuple(point) for point in line.points.tolist()} == set(truth)
    if line.error is None:
        return
    for point in truth:
        worth = np.array(point) * space.unit
        if (worth >= floor + line.error * span + space.unit).all():
            assert len(line.fine)
            shares = ((worth - line.fine - space.unit) / np.maximum(span, 1)).max(axis=1)
            assert shares.min() <= line.error + 1e-9


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60), st.integers(1, 4), st.integers(1, 30), st.randoms(use_true_random=False))
def test_thin_keeps_few_and_says_what_it_cost(count: int, width: int, limit: int, draw) -> None:
    cloud = np.array([[draw.randint(0, 20) for _ in range(width)] for _ in range(count)], dtype=np.int64)
    groups = np.array([draw.randint(0, 2) for _ in range(count)], dtype=np.int64)
    span = np.full(width, 20, dtype=np.int64)
    rows, error = thin(cloud, groups, span, limit)
    assert len(rows) <= limit
    if error is not None:
        for row, group in zip(cloud, groups, strict=True):
            kept = cloud[rows][groups[rows] == group]
            assert ((row - kept).max(axis=1) / 20).min() <= error + 1e-12


def test_a_large_frontier_is_cut_and_says_so() -> None:
    """4 parties x 12 issues x 4 options: the frontier is far larger than 500 points."""
    case = additive(4, 12, 4)
    found = pp.settle.frontier(case, limit=500)
    assert found.status == "limit"
    assert len(found.points) <= 500
    assert found.error is not None
    assert 0 < found.error < 0.5
    assert all(law.witness is None for law in found.laws if law.law != "no_one_can_do_better_by_a_swap")


def test_no_bound_is_said_when_there_is_none() -> None:
    """With more open states than points may be kept, some are dropped altogether."""
    case = pp.load("labour-contract")
    found = pp.settle.frontier(case, limit=2)
    assert found.status == "limit"
    assert found.error is None
    assert found.how.parameters["error_bound"] == "no bound proved"
