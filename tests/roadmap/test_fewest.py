"""The fewest phases, then the least avoidable exposure, then the least time: against every order there is."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import pytest

from paripassu.roadmap import brute, fewest, methods
from paripassu.roadmap.deal import Deal
from paripassu.roadmap.fewest import fewest_phases
from tests.roadmap.deals import draw, toy, undated


def best(deal: Deal, cap: Fraction | None = None) -> tuple[int, Fraction, int] | None:
    held = [a for a in (brute.judge(deal, o) for o in brute.orders(deal)) if a.holds and a.on_time]
    return min(
        ((len(a.order), a.avoidable, a.time_days) for a in held if cap is None or a.avoidable <= cap), default=None
    )


def agree(deal: Deal) -> bool:
    right = best(deal)
    for cap in (None,) if right is None else (None, right[1], right[1] - Fraction(1, 2)):
        answer, oracle = fewest_phases(deal, cap=cap), best(deal, cap)
        if cap is not None and cap < 0:
            continue
        assert answer.status == ("no roadmap" if oracle is None else "found")
        if answer.order is not None:
            judged = brute.judge(deal, answer.order)
            assert judged.holds
            assert judged.on_time
            assert (len(answer.order), judged.avoidable, judged.time_days) == oracle
    return right is not None


def test_agrees_with_every_order() -> None:
    seen = [agree(draw(random.Random(seed), steps=4)) for seed in range(50)]
    assert 10 < sum(seen) < 45


def test_agrees_with_every_order_where_states_are_too_many_to_sweep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(methods, "SMALL", 0)
    assert sum(agree(undated(draw(random.Random(seed), steps=4))) for seed in range(100, 125)) > 5


@pytest.mark.fuzz
@pytest.mark.parametrize("start", range(40_000, 42_000, 100))
def test_agrees_with_every_order_at_length(start: int) -> None:
    for seed in range(start, start + 100):
        agree(draw(random.Random(seed), steps=5))


def test_counting_phases_as_days_finds_as_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fewest, "MOST_STATES", 0)
    for seed in range(25):
        deal = undated(draw(random.Random(seed), steps=4))
        answer, oracle = fewest_phases(deal), best(deal)
        assert (answer.order is None) == (oracle is None)
        if answer.order is not None and oracle is not None:
            judged = brute.judge(deal, answer.order)
            assert (len(answer.order), judged.avoidable) == oracle[:2]


def test_dates_beyond_the_sweep_are_left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fewest, "MOST_STATES", 0)
    dated = replace(toy(), by=(2000,) + (None,) * 9)
    assert fewest_phases(dated).status == "limit"


def test_a_side_may_bring_several_steps_to_a_phase() -> None:
    """Own arithmetic: with one step a side a phase two steps of one side need two phases; with two, one."""
    swap = Deal.of(doer=[0, 0, 1], cost=[1, 1, 2], value=[[0, 0, 4], [2, 2, 0]], end=[5, 5])
    for most, phases in ((1, 2), (2, 1)):
        order = fewest_phases(replace(swap, most_per_phase=most)).order
        assert order is not None
        assert len(order) == phases
