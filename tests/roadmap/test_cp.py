"""The CP-SAT model against brute force and against the labels; skipped where the solver is not installed."""

from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction

import pytest

from paripassu.roadmap import brute, cp, discounted, plan
from paripassu.roadmap.deal import Deal
from paripassu.roadmap.incentive import account
from paripassu.roadmap.labels import Backward
from paripassu.roadmap.watch import Watch
from tests.roadmap.deals import undated
from tests.roadmap.test_discounted import discounted as drawn

pytest.importorskip("ortools", reason="the extra `cp` is not installed")


def agree(deal: Deal) -> str:
    back = Backward(deal, Watch())
    if back.clocked or not back.end_holds():
        return "not modelled"
    found, oracle = cp.best_order(back), brute.best(deal)
    assert found.proved
    asking, _ = cp.least_asking(back)
    needed = brute.least_guarantee(deal)
    assert (account(deal, asking).guarantee_needed if asking else None) == needed
    if oracle is None:
        assert found.order is None
        return "none"
    assert found.order is not None
    judged = brute.judge(deal, found.order)
    assert judged.holds
    assert (judged.avoidable, judged.time_days) == (oracle.avoidable, oracle.time_days)
    quick, quickest = cp.best_order(back, first="time"), brute.best(deal, cap=Fraction(10**6))
    assert quick.order is not None
    assert quickest is not None
    judged = brute.judge(deal, quick.order)
    assert (judged.time_days, judged.avoidable) == (quickest.time_days, quickest.avoidable)
    return "found"


def test_the_model_agrees_with_brute_force() -> None:
    seen = Counter(agree(undated(drawn(seed))) for seed in range(40))
    assert seen["found"] > 10
    assert seen["none"] > 5


def test_where_weights_are_rounded_the_answers_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cp, "ROOM", 1 << 14)
    seen = Counter(agree(undated(drawn(seed))) for seed in range(40, 60))
    assert seen["found"] > 4


@pytest.mark.fuzz
@pytest.mark.parametrize("start", range(1000, 1500, 50))
def test_the_model_agrees_with_brute_force_at_length(start: int) -> None:
    for seed in range(start, start + 50):
        agree(undated(drawn(seed, steps=5)))


def family(each: int, seed: int, end: int = 15) -> Deal:
    """Both sides gain by each step; some steps wait for others; the next phase counts for 9/10."""
    rng = random.Random(seed)
    cost = [rng.randint(1, 20) for _ in range(2 * each)]
    gain = [c + rng.randint(2, 12) for c in cost]
    return Deal.of(
        doer=[j // each for j in range(2 * each)],
        cost=cost,
        value=[[0] * each + gain[each:], gain[:each] + [0] * each],
        needs=[[k for k in range(each * (j // each), j) if rng.random() < 0.25][-2:] for j in range(2 * each)],
        duration=[rng.choice([10, 20, 30, 60, 90]) for _ in range(2 * each)],
        gate=10,
        end=[end, end],
        discount=[Fraction(9, 10)] * 2,
    )


def test_a_deal_with_many_labels_is_handed_on_and_the_answer_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    deal = family(5, 0)
    monkeypatch.setattr(discounted, "QUICK", 100)
    handed = plan.solve(deal)
    monkeypatch.setattr(discounted, "QUICK", 10**9)
    labelled = plan.solve(deal)
    assert handed.method == discounted.MODEL
    assert labelled.method == discounted.METHOD
    assert handed.status == labelled.status == "found"
    assert handed.front[0] == labelled.front[0]
    assert handed.order == labelled.order


def test_when_there_is_none_both_ask_for_as_much(monkeypatch: pytest.MonkeyPatch) -> None:
    deal = family(4, 1, end=0)
    monkeypatch.setattr(discounted, "QUICK", 100)
    handed = plan.solve(deal)
    monkeypatch.setattr(discounted, "QUICK", 10**9)
    labelled = plan.solve(deal)
    assert handed.status == labelled.status == "no roadmap"
    assert handed.guarantee_needed == labelled.guarantee_needed
    assert handed.blocking is not None


def test_a_cap_below_the_least(monkeypatch: pytest.MonkeyPatch) -> None:
    deal = family(4, 0)
    monkeypatch.setattr(discounted, "QUICK", 100)
    least = plan.solve(deal, front=False)
    assert least.order is not None
    exposure = account(deal, least.order).avoidable
    assert exposure > 0
    refused = plan.solve(deal, cap=exposure - 1)
    assert refused.status == "no roadmap"
    assert refused.least_avoidable == exposure
    assert plan.solve(deal, cap=exposure).status == "found"
