"""First parts of two sides that differ: the conditions against every plan played, the ends, the least guarantee."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu.roadmap.first_part import Pair, first_parts, least_extra, more_guarantee, slacks
from paripassu.roadmap.screening import beliefs, held_under_doubt, parts_under_doubt
from paripassu.roadmap.takers import Side, tempted

Sides = tuple[Side, Side]
FINE = (None, None)


def quarters(low: int, high: int) -> st.SearchStrategy[Fraction]:
    return st.integers(4 * low, 4 * high).map(lambda n: Fraction(n, 4))


@st.composite
def parties(draw: st.DrawFn) -> Side:
    cost = draw(quarters(1, 12))
    return Side(
        cost=cost,
        worth=cost * draw(st.integers(8, 60)) / 20,
        end=draw(quarters(1, 9)),
        outside=draw(st.sampled_from([Fraction(0), Fraction(0), Fraction(1, 2)])),
        guarantee=draw(st.sampled_from([Fraction(0), Fraction(0), Fraction(1), Fraction(5, 4)])),
        discount=draw(st.sampled_from([Fraction(1), Fraction(9, 10), Fraction(3, 5)])),
        prior=draw(st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(1, 3), Fraction(1, 20), Fraction(19, 20)])),
    )


@st.composite
def pairs(draw: st.DrawFn) -> Sides:
    one = draw(parties())
    return one, draw(st.one_of(st.just(one), parties()))


def random_cut(draw: st.DrawFn, count: int) -> tuple[Fraction, ...]:
    sizes = [Fraction(draw(st.integers(1, 6))) for _ in range(count)]
    return tuple(size / sum(sizes) for size in sizes)


@given(st.data(), pairs(), st.integers(1, 4))
@settings(max_examples=150, deadline=None)
def test_the_conditions_are_those_of_every_plan_played(data: st.DataObject, sides: Sides, count: int) -> None:
    cut = random_cut(data.draw, count), random_cut(data.draw, count)
    holds = all(slack >= 0 for slack in slacks(sides, cut).values())
    assert holds == (tempted(sides, cut, 1) == FINE)


@given(pairs(), st.integers(1, 3))
@settings(max_examples=40, deadline=None)
def test_what_is_found_holds_and_less_guarantee_does_not(sides: Sides, count: int) -> None:
    found = first_parts(sides, count)
    if found.cut is not None:
        assert tempted(sides, found.cut, 1) == FINE
        assert [sum(some) for some in found.cut] == [1, 1]
        return
    assert found.clash
    extra = least_extra(sides, count)
    if extra is not None:
        held = first_parts(sides, count, extra)
        assert held.cut is not None
        assert tempted(more_guarantee(sides, extra), held.cut, 1) == FINE
        assert first_parts(sides, count, extra * Fraction(99, 100)).cut is None


def scaled(cut: Pair, times: Fraction) -> Pair:
    """The first parts so many times as large, the later ones in what is left."""
    one, other = (
        (some[0] * times, *(part * (1 - some[0] * times) / (1 - some[0]) for part in some[1:])) for some in cut
    )
    return one, other


@given(pairs(), st.integers(2, 3))
@settings(max_examples=40, deadline=None)
def test_first_parts_hold_between_the_ends_and_not_beyond(sides: Sides, count: int) -> None:
    found = first_parts(sides, count)
    if found.cut is None or found.most is None or max(found.most) in (0, 1):
        return
    times = max(found.most) / max(found.cut[0][0], found.cut[1][0])
    for share in (Fraction(0), Fraction(1, 2), Fraction(1)):
        assert tempted(sides, scaled(found.cut, 1 + share * (times - 1)), 1) == FINE
    assert tempted(sides, scaled(found.cut, times * Fraction(1001, 1000)), 1) != FINE
    assert tempted(sides, scaled(found.cut, Fraction(999, 1000)), 1) != FINE
    assert found.above
    if max(found.cut[0][0], found.cut[1][0]) > 0 and found.below:
        assert all(slacks(sides, found.cut)[condition] == 0 for condition in found.below)


def test_for_sides_alike_the_least_first_parts_are_those_of_the_closed_form() -> None:
    worth, discount, cost = Fraction(3, 2), Fraction(9, 10), Fraction(20)
    for prior in (Fraction(2, 5), Fraction(3, 4)):
        for count in (1, 2, 3, 4):
            path = beliefs(prior, count)
            held = held_under_doubt(worth, discount, cost, path)
            zero = Fraction(0)
            side = Side(
                cost=cost, worth=worth * cost, end=held, outside=zero, guarantee=zero, discount=discount, prior=prior
            )
            found = first_parts((side, side), count)
            sizes = tuple(part / cost for part in parts_under_doubt(worth, discount, held, path))
            assert found.cut == (sizes, sizes), "with just enough to lose there is nothing to choose"
            less = replace(side, end=held * Fraction(99, 100))
            assert first_parts((less, less), count).cut is None


def test_too_small_a_first_part_screens_nobody() -> None:
    """Twice the worth, a half sincere: a taker waits for the half that comes second unless the first is as large."""
    four, half = Fraction(4), Fraction(1, 2)
    side = Side(
        cost=four, worth=2 * four, end=four, outside=four * 0, guarantee=four * 0, discount=four / 4, prior=half
    )
    found = first_parts((side, side), 2)
    assert found.cut == ((half, half), (half, half))
    small = (Fraction(2, 5), Fraction(3, 5))  # at once 1/2 of 3.2; waiting 1/2 of 8, less the 1.6 it gives
    assert tempted((side, side), (small, small), 1) == (
        None,
        "the first side, a taker, gains 4/5 by another plan: take in phase 2",
    )
