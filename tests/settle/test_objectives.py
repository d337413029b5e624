"""The fair rules against their definitions, in fractions, over all packages and not only the frontier."""

from __future__ import annotations

from fractions import Fraction
from math import prod

import numpy as np
from hypothesis import given, settings

from paripassu.settle import objectives
from paripassu.settle.oracle import all_packages
from paripassu.settle.search import search
from paripassu.settle.space import Space, rounded

from .strategies import spaces_with_floor

SCALE = 100.0


@settings(max_examples=100, deadline=None)
@given(spaces_with_floor())
def test_rules_pick_the_best_of_all_packages(drawn: tuple[Space, np.ndarray]) -> None:
    space, floor = drawn
    # Whole units, so that "equal at the last decimal" and "equal" are one and the same here.
    space = Space(
        sizes=space.sizes,
        terms=tuple(term * space.unit for term in space.terms),
        base=space.base * space.unit,
        unit=space.unit,
        tables=tuple(type(t)(t.issues, t.rows, t.values * space.unit) for t in space.tables),
        bars=space.bars,
    )
    floor = np.maximum(floor, -400) * space.unit
    line = search(space, floor, span=np.ones_like(floor))
    packages = all_packages(space)
    packages = packages[space.feasible(packages)]
    every = space.utilities(packages)
    every = (every[(every >= floor).all(axis=1)] - floor) // space.unit
    if not len(every):
        assert not len(line.points)
        return
    gains = [tuple(map(int, row)) for row in np.unique(every, axis=0)]
    ideal = [max(column) for column in zip(*gains, strict=True)]
    able = np.array([most > 0 for most in ideal])
    best_gains = (rounded(line.fine, space.unit) - floor // space.unit).astype(float) / SCALE
    on_line = [tuple(round(value * SCALE) for value in row) for row in best_gains]

    def picked(rows: np.ndarray) -> set[tuple[int, ...]]:
        return {on_line[row] for row in rows}

    def best(score) -> set[tuple[int, ...]]:
        top = max(map(score, gains))
        return {row for row in gains if score(row) == top and row in on_line}

    def nash(row: tuple[int, ...]) -> tuple[int, int]:
        mine = [value for value, can in zip(row, able, strict=True) if can and value > 0]
        return len(mine), prod(mine)

    def relative(row: tuple[int, ...]) -> list[Fraction]:
        return sorted(Fraction(value, most) for value, most in zip(row, ideal, strict=True) if most > 0)

    assert picked(objectives.nash(best_gains, able)) == best(nash)
    assert picked(objectives.kalai_smorodinsky(best_gains, np.array(ideal) / SCALE, able)) == best(relative)
    assert picked(objectives.egalitarian(best_gains)) == best(sorted)
    assert picked(objectives.utilitarian(best_gains, np.ones(len(ideal)))) == best(sum)


def test_thirds_written_as_decimals_still_tie() -> None:
    """Products (1/6)(4/6) and (1/3)(1/3) are equal; rounded to nine decimals before multiplying they are not."""
    gains = np.array([[1 / 6, 4 / 6], [1 / 3, 1 / 3], [1 / 9, 1.0]])
    assert objectives.nash(gains, np.array([True, True])).tolist() == [0, 1, 2]
    assert objectives.utilitarian(np.array([[1 / 3] * 3, [1.0, 0, 0]]), np.ones(3)).tolist() == [0, 1]


def test_small_products_are_not_all_ties() -> None:
    """Thirty gains of a tenth multiply to 1e-30; nine decimals of that would call everything a tie."""
    gains = np.full((2, 30), 0.1)
    gains[1, 0] = 0.11
    assert objectives.nash(gains, np.ones(30, dtype=bool)).tolist() == [1]


def test_who_cannot_gain_is_left_out() -> None:
    gains = np.array([[0.0, 0.5, 0.2], [0.0, 0.4, 0.3]])
    able = np.array([False, True, True])
    assert objectives.nash(gains, able).tolist() == [1]
    assert objectives.kalai_smorodinsky(gains, np.array([0.0, 0.5, 0.3]), able).tolist() == [1]


def test_where_not_all_can_gain_at_once_as_many_as_possible_do() -> None:
    gains = np.array([[0.9, 0.0, 0.0], [0.1, 0.2, 0.0], [0.0, 0.1, 0.3]])
    assert objectives.nash(gains, np.ones(3, dtype=bool)).tolist() == [2]


def test_a_solution_says_what_it_picks() -> None:
    from paripassu import catalogue
    from paripassu.settle import nash

    said = nash(catalogue.load("labour-contract")).summary()
    assert said.startswith("Picks ")
    assert "38" in said.split(".")[0]
    assert "Largest product of gains" in said
