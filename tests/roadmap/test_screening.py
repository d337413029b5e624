"""Parts under doubt in closed form, against every plan of either kind of side, played here by code of its own.

The formulas are the project's own (docs/methods/roadmap.md, "When sincerity is in doubt"); with a prior of 1 they are
those of roadmap/sizes.py, with the figures of the project's guide: bonds of 20, 4.793 and .976 for 1, 3 and 7 phases.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu.roadmap.screening import (
    beliefs,
    bond_under_doubt,
    held_under_doubt,
    losses,
    parts_under_doubt,
    worth_under_doubt,
)
from paripassu.roadmap.sizes import bond_for, largest_parts

ONE = Fraction(1)
KEEP = ("keep", 0)
Plan = tuple[str, int]
Exchange = tuple[Fraction, Fraction, Fraction, tuple[Fraction, ...]]


@st.composite
def exchanges(draw: st.DrawFn) -> Exchange:
    """Worth, discount, end value and a path of beliefs: with ties, near-ties, doubt that ends at once or late."""
    phases = draw(st.integers(1, 5))
    worth = Fraction(draw(st.integers(2, 60)), 20)
    discount = draw(st.sampled_from([ONE, min(ONE, 1 / worth), Fraction(draw(st.integers(1, 20)), 20)]))
    held = Fraction(draw(st.integers(1, 40)), 4)
    prior = Fraction(draw(st.integers(1, 20)), 20)
    if draw(st.booleans()):
        return worth, discount, held, beliefs(prior, phases, draw(st.integers(1, phases)))
    left = st.sampled_from([ONE, 1 - Fraction(1, 10**6), Fraction(3, 4), Fraction(1, 2), Fraction(1, 10**6), ONE - ONE])
    doubts = sorted((draw(left) for _ in range(phases - 1)), reverse=True)
    return worth, discount, held, (prior, *(1 - (1 - prior) * doubt for doubt in doubts), ONE)


bonds = st.sampled_from([0, 0, 0, 1, 3]).map(Fraction)


def outcomes(exchange: Exchange, parts: tuple[Fraction, ...], bond: Fraction, *, sincere: bool) -> dict[Plan, Fraction]:
    """What each plan is worth on the day of signing; the other takes as it is believed to."""
    worth, discount, held, path = exchange
    keeps = [before / after for before, after in pairwise(path)]

    def ahead(plan: Plan, phase: int) -> Fraction:
        if plan == ("leave", phase):
            return -bond
        if phase > len(parts):
            return held if sincere else Fraction(0)
        part, kept = parts[phase - 1], keeps[phase - 1]
        if plan == ("take", phase):
            return discount * (kept * worth * part - bond)
        return discount * (kept * (worth * part + ahead(plan, phase + 1)) - part)

    plans = [KEEP, *((what, phase) for what in ("take", "leave") for phase in range(1, len(parts) + 1))]
    return {plan: ahead(plan, 1) for plan in plans}


@given(exchanges(), bonds)
@settings(max_examples=200, deadline=None)
def test_no_side_of_either_kind_gains_by_another_plan(exchange: Exchange, bond: Fraction) -> None:
    worth, discount, held, path = exchange
    parts = parts_under_doubt(worth, discount, held, path, bond)
    sincere = outcomes(exchange, parts, bond, sincere=True)
    assert sincere[KEEP] == max(sincere.values())
    taker = outcomes(exchange, parts, bond, sincere=False)
    takes = {taker["take", phase] for phase in range(1, len(parts) + 1)}
    assert takes == {max(taker.values())}, "as good in one phase as in another, and no plan is better"
    # Both kinds have the same to gain by signing.
    assert takes == {sincere[KEEP]} == {discount * worth_under_doubt(worth, parts, path, bond)}


@given(exchanges(), bonds)
@settings(max_examples=100, deadline=None)
def test_parts_larger_by_a_hundredth_are_not_done(exchange: Exchange, bond: Fraction) -> None:
    worth, discount, held, path = exchange
    parts = tuple(part * Fraction(101, 100) for part in parts_under_doubt(worth, discount, held, path, bond))
    sincere = outcomes(exchange, parts, bond, sincere=True)
    assert sincere[KEEP] < max(sincere.values())


@given(exchanges())
@settings(max_examples=100, deadline=None)
def test_each_part_is_what_could_be_trusted_without_doubt_times_two_beliefs(exchange: Exchange) -> None:
    worth, discount, held, path = exchange
    sure = largest_parts(worth, discount, held, len(path) - 1)
    parts = parts_under_doubt(worth, discount, held, path)
    assert list(parts) == [part * before * after for part, (before, after) in zip(sure, pairwise(path), strict=True)]


@given(exchanges())
@settings(max_examples=100, deadline=None)
def test_parts_grow_where_doubt_falls_faster_than_the_future_shrinks(exchange: Exchange) -> None:
    worth, discount, held, path = exchange
    parts = parts_under_doubt(worth, discount, held, path)
    keeps = [before / after for before, after in pairwise(path)]
    for (part, after), (here, later) in zip(pairwise(parts), pairwise(keeps), strict=True):
        assert (part < after) == (here * later * worth * discount < 1)


@given(exchanges())
@settings(max_examples=100, deadline=None)
def test_the_worth_does_not_depend_on_how_doubt_ends(exchange: Exchange) -> None:
    worth, discount, held, path = exchange
    parts, phases, prior = parts_under_doubt(worth, discount, held, path), len(path) - 1, path[0]
    assert worth_under_doubt(worth, parts, path) == worth * held * (worth * discount) ** (phases - 1) * prior**2


@given(exchanges())
@settings(max_examples=100, deadline=None)
def test_the_most_is_traded_when_doubt_ends_at_once(exchange: Exchange) -> None:
    worth, discount, held, path = exchange
    at_once = beliefs(path[0], len(path) - 1)
    assert sum(parts_under_doubt(worth, discount, held, at_once)) >= sum(parts_under_doubt(worth, discount, held, path))
    cost = Fraction(20)
    assert held_under_doubt(worth, discount, cost, at_once) <= held_under_doubt(worth, discount, cost, path)
    bond = bond_under_doubt(worth, discount, cost, path, held)
    if bond:
        assert sum(parts_under_doubt(worth, discount, held, path, bond)) == cost


@given(exchanges())
@settings(max_examples=100, deadline=None)
def test_what_takers_cost_follows_the_fall_of_doubt(exchange: Exchange) -> None:
    worth, discount, held, path = exchange
    parts = parts_under_doubt(worth, discount, held, path)
    sure = largest_parts(worth, discount, held, len(parts))
    expected, most, chance = losses(parts, path)
    falls = [after - before for before, after in pairwise(path)]
    assert expected == path[0] * sum(part * fall for part, fall in zip(sure, falls, strict=True))
    assert 0 <= expected <= most * (1 - path[0])
    assert 0 <= chance <= 1 - path[0]


@pytest.mark.parametrize(("phases", "bond"), [(1, 20), (3, 4.793), (7, 0.976)])
def test_without_doubt_the_figures_are_the_known_ones(phases: int, bond: float) -> None:
    worth, discount, sure = Fraction(3, 2), Fraction(9, 10), beliefs(ONE, phases)
    needed = held_under_doubt(worth, discount, Fraction(20), sure)
    assert needed == bond_for(worth, discount, Fraction(20), phases)
    assert float(needed) == pytest.approx(bond, abs=5e-4)
    assert parts_under_doubt(worth, discount, needed, sure) == largest_parts(worth, discount, needed, phases)
    assert losses(largest_parts(worth, discount, needed, phases), sure) == (0, 0, 0)


def test_a_taker_takes_in_each_phase_with_the_same_chance() -> None:
    path = beliefs(Fraction(1, 4), 5, 3)
    chances = [path[0] / before - path[0] / after for before, after in pairwise(path)]
    assert chances == [Fraction(1, 4)] * 3 + [0, 0]
