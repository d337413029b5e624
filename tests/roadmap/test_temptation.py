"""The exact rule over what a side might leave out, against every subset there is."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu.roadmap.deal import Deal
from paripassu.roadmap.temptation import largest_need, temptation

Steps = list[tuple[int, int, Fraction]]


def over_all_subsets(steps: Steps) -> Fraction:
    best = Fraction(0)
    for n in range(1, len(steps) + 1):
        for out in combinations(range(len(steps)), n):
            seen = 1 - prod((1 - steps[k][2] for k in out), start=Fraction(1))
            kept = sum(steps[k][1] for k in range(len(steps)) if k not in out)
            best = max(best, kept + sum(steps[k][0] for k in out) / seen)
    return best


chances = st.sampled_from([Fraction(1), Fraction(9, 10), Fraction(1, 2), Fraction(1, 3), Fraction(1, 100)])
one = st.integers(0, 20).flatmap(lambda cost: st.tuples(st.just(cost), st.integers(0, cost), chances))


@settings(max_examples=300, deadline=None)
@given(st.lists(one, min_size=1, max_size=7))
def test_same_as_trying_every_subset(steps: Steps) -> None:
    assert largest_need(steps) == over_all_subsets(steps)


def test_prefixes_are_not_enough_when_something_is_recoverable() -> None:
    steps = [(16, 16, Fraction(1, 2)), (19, 0, Fraction(9, 10))]
    prefixes = [over_all_subsets(steps[:1]), 35 / Fraction(95, 100)]
    assert largest_need(steps) == 16 + 19 / Fraction(9, 10) > max(prefixes)


def test_thirty_doubtful_steps_do_not_take_for_ever() -> None:
    steps = [(k + 3, (k * 7) % (k + 3) // 2, Fraction(50 + k, 100)) for k in range(30)]
    assert largest_need(steps) >= over_all_subsets(steps[-3:]) + sum(s[1] for s in steps[:-3])


def test_a_step_sure_to_be_noticed_tempts_nobody() -> None:
    deal = Deal.of(doer=[0], cost=[5], value=[[0], [9]], recover=[2])
    assert temptation(deal, [0]) == 0


@pytest.mark.parametrize(("detect", "tempting"), [("1/2", 5), ("0.6", Fraction(10, 3)), ("0.9", Fraction(5, 9))])
def test_one_step_alone(detect: str, tempting: Fraction) -> None:
    """The textbook form: the cost over the chance of notice, less the cost."""
    deal = Deal.of(doer=[0], cost=[5], value=[[0], [9]], detect=[Fraction(detect)])
    assert temptation(deal, [0]) == tempting
