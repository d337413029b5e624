"""Brute force, straight from the definitions, against the solver: holding, exposure, time, order, front, guarantee."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from paripassu.roadmap import brute, plan
from paripassu.roadmap.deal import Deal
from paripassu.roadmap.incentive import account
from tests.roadmap.deals import draw


def agree(deal: Deal) -> str:
    """Hold the solver against the oracle; what the answer was."""
    answer, oracle = plan.solve(deal), brute.best(deal)
    if oracle is None:
        assert answer.status == "no roadmap"
        assert answer.guarantee_needed == brute.least_guarantee(deal)
        assert answer.blocking is not None
        assert answer.blocking.shortfall > 0
        assert answer.nearest in set(brute.orders(deal))
        return answer.blocking.reason
    assert answer.status == "found"
    assert answer.order is not None
    judged, worked = brute.judge(deal, answer.order), account(deal, answer.order)
    assert judged.holds
    assert judged.on_time
    assert worked.blocking is None
    assert (judged.avoidable, judged.time_days) == (oracle.avoidable, oracle.time_days)
    assert (worked.avoidable, worked.time_days) == (oracle.avoidable, oracle.time_days)
    if not any(deal.not_before):  # waiting can hide which of two orders came sooner to a state
        assert answer.order == oracle.order
    assert list(answer.front) == brute.front(deal)
    for cap in {exposure for exposure, _ in answer.front}:
        under, best = plan.solve(deal, cap=cap, front=False), brute.best(deal, cap)
        assert under.order is not None
        assert best is not None
        found = brute.judge(deal, under.order)
        assert (found.avoidable, found.time_days) == (best.avoidable, best.time_days)
    return "found"


def test_solver_agrees_with_brute_force() -> None:
    seen = Counter(agree(draw(random.Random(seed), steps=4)) for seed in range(200))
    assert seen["found"] > 50
    assert seen["not worth starting"] > 20
    assert seen["undo after completion"] > 5
    assert seen["cheat on own part"] > 2


@pytest.mark.fuzz
@pytest.mark.parametrize("start", range(10_000, 14_000, 100))
def test_solver_agrees_with_brute_force_at_length(start: int) -> None:
    for seed in range(start, start + 100):
        agree(draw(random.Random(seed), steps=5))
