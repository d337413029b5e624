"""The filter against its definition, pair by pair."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu.settle.nondominated import unbeaten, unbeaten_in_groups


def by_definition(vectors: np.ndarray, slack: np.ndarray) -> np.ndarray:
    kept = []
    for row in vectors:
        over = vectors - row
        kept.append(not ((over >= 0).all(axis=1) & (over > slack).any(axis=1)).any())
    return np.array(kept, dtype=bool)


@st.composite
def clouds(draw: st.DrawFn) -> np.ndarray:
    width = draw(st.integers(1, 5))
    most = draw(st.sampled_from([0, 1, 3, 30]))
    rows = draw(st.lists(st.lists(st.integers(0, most), min_size=width, max_size=width), min_size=1, max_size=40))
    return np.array(rows, dtype=np.int64)


@settings(max_examples=100, deadline=None)
@given(clouds())
def test_without_slack_it_is_pareto_dominance(cloud: np.ndarray) -> None:
    none = np.zeros(cloud.shape[1], dtype=np.int64)
    assert unbeaten(cloud, none).tolist() == by_definition(cloud, none).tolist()


@settings(max_examples=100, deadline=None)
@given(clouds(), st.integers(0, 4))
def test_with_slack_nothing_unbeaten_is_cut(cloud: np.ndarray, size: int) -> None:
    slack = np.full(cloud.shape[1], size, dtype=np.int64)
    kept, needed = unbeaten(cloud, slack), by_definition(cloud, slack)
    assert not (needed & ~kept).any()
    if cloud.shape[1] <= 2:
        assert kept.tolist() == needed.tolist()


@pytest.mark.parametrize("width", [2, 3, 5])
@pytest.mark.parametrize("most", [3, 12, 10**17])
def test_many_at_once(width: int, most: int) -> None:
    """Large enough that blocks of candidates strike out those behind them."""
    draw = np.random.default_rng(width)
    cloud = draw.integers(0, most, (3000, width))
    none = np.zeros(width, dtype=np.int64)
    assert unbeaten(cloud, none).tolist() == by_definition(cloud, none).tolist()


def test_groups_do_not_beat_each_other() -> None:
    cloud = np.array([[2, 2], [1, 1], [1, 1], [0, 3]])
    kept = unbeaten_in_groups(cloud, np.array([0, 1, 0, 0]), np.zeros(2, dtype=np.int64))
    assert kept.tolist() == [True, True, False, True]
