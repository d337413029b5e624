"""Weights from an order: the corners span all weights that keep it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from paripassu.case.importance import order_centroid, order_corners


@given(st.lists(st.integers(1, 3), min_size=1, max_size=5))
def test_corners_fall_along_the_order_and_sum_to_one(sizes: list[int]) -> None:
    order = [[f"{place}.{n}" for n in range(size)] for place, size in enumerate(sizes)]
    for weights in (*order_corners(order), order_centroid(order)):
        assert sum(weights.values()) == 1
        in_turn = list(weights.values())
        assert in_turn == sorted(in_turn, reverse=True)


def test_all_alike_is_one_corner() -> None:
    assert order_corners([["a", "b"]]) == ({"a": Fraction(1, 2), "b": Fraction(1, 2)},)
    assert order_centroid([]) == {}
