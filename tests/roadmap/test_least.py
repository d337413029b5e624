"""The least of a sum in fractions, against all corners, and the rows that cannot hold together."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu.roadmap.least import Row, least

small = st.integers(-3, 3).map(Fraction)
rows_of_two = st.lists(st.tuples(small, st.tuples(small, small)), min_size=1, max_size=6)


def corner(one: Row, other: Row) -> tuple[Fraction, Fraction] | None:
    (a, (b, c)), (d, (e, f)) = one, other
    turn = b * f - c * e
    return None if turn == 0 else ((c * d - a * f) / turn, (a * e - b * d) / turn)


@given(rows_of_two, st.tuples(st.integers(0, 3), st.integers(0, 3)))
@settings(max_examples=200, deadline=None)
def test_the_least_is_at_the_best_corner(rows: list[Row], cost: tuple[int, int]) -> None:
    zero, one = Fraction(0), Fraction(1)
    walls: list[Row] = [*rows, (zero, (one, zero)), (zero, (zero, one))]
    met = [corner(*pair) for pair in combinations(walls, 2)]
    fine = [at for at in met if at and all(a + b * at[0] + c * at[1] >= 0 for a, (b, c) in walls)]
    found = least(rows, cost)
    assert (found.at is not None) == bool(fine)
    if found.at is not None:
        assert all(a + b * found.at[0] + c * found.at[1] >= 0 for a, (b, c) in walls)
        worth = [sum(c * x for c, x in zip(cost, at, strict=True)) for at in (found.at, *fine)]
        assert worth[0] == min(worth)
    else:
        assert least([rows[number] for number in found.clash], cost).at is None, "those rows alone cannot hold"
