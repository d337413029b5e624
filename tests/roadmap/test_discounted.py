"""Where later phases count for less: every order judged from the definitions, against the labels; and the replay."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from paripassu import catalogue, roadmap
from paripassu.case import Case
from paripassu.roadmap import brute, plan
from paripassu.roadmap.deal import Deal
from paripassu.roadmap.discounted import any_order
from paripassu.roadmap.incentive import account
from paripassu.roadmap.labels import Backward
from paripassu.roadmap.levers import conditions
from paripassu.roadmap.sensitivity import sensitivity
from paripassu.roadmap.watch import Stopped, Watch
from tests.roadmap import test_fewest, test_firmest, test_guarantees
from tests.roadmap import test_replay_agreement as replayed
from tests.roadmap.deals import draw, toy

RATES = [Fraction(1), Fraction(19, 20), Fraction(9, 10), Fraction(4, 5), Fraction(2, 3), Fraction(1, 2)]


def discounted(seed: int, steps: int = 4) -> Deal:
    rng = random.Random(seed)
    deal = draw(rng, steps=steps)
    rates = [rng.choice(RATES) for _ in range(deal.parties)]
    if all(rate == 1 for rate in rates):
        rates[0] = Fraction(3, 4)
    more = rng.choice([0, 0, 4 * deal.scale])  # else most are not worth signing
    return replace(deal, discount=tuple(rates), end=tuple(end + more for end in deal.end))


def agree(deal: Deal) -> str:
    """Hold the labels against the oracle; what the answer was."""
    answer, oracle = plan.solve(deal), brute.best(deal)
    for order in [*brute.orders(deal)][:4]:
        judged, worked = brute.judge(deal, order), account(deal, order)
        assert judged.guarantee_needed == worked.guarantee_needed
        assert (judged.holds and judged.on_time) == (worked.blocking is None)
        assert judged.holds == all(x >= 0 for x in conditions(deal, order))
    assert (any_order(deal, Watch()) is None) == (oracle is None)
    if oracle is None:
        assert answer.status == "no roadmap"
        assert answer.guarantee_needed == brute.least_guarantee(deal)
        assert answer.blocking is not None
        assert answer.blocking.shortfall > 0
        return answer.blocking.reason
    assert answer.status == "found"
    assert answer.order == oracle.order
    assert list(answer.front) == brute.front(deal)
    quick, quickest = plan.solve(deal, objective="time", front=False), brute.best(deal, cap=Fraction(10**6))
    assert quick.order is not None
    assert quickest is not None
    least = account(deal, quick.order)
    assert (least.time_days, least.avoidable) == (quickest.time_days, quickest.avoidable)
    assert sensitivity(deal, oracle.order).together >= 0
    return "found"


def test_labels_agree_with_brute_force() -> None:
    seen = Counter(agree(discounted(seed)) for seed in range(110))
    assert seen["found"] > 30
    assert seen["not worth starting"] > 20
    assert seen["cheat on own part"] > 4
    assert seen["undo after completion"] > 2


@pytest.mark.fuzz
@pytest.mark.parametrize("start", range(10_000, 13_000, 100))
def test_labels_agree_with_brute_force_at_length(start: int) -> None:
    for seed in range(start, start + 100):
        agree(discounted(seed, steps=5))


@pytest.mark.parametrize("seed", range(60))
def test_a_rate_of_one_changes_nothing(seed: int) -> None:
    """The labels answer what the sweep over the lattice answers when nothing is discounted."""
    deal = draw(random.Random(seed), steps=4)
    back = Backward(deal, Watch())
    found = plan.solve(deal)
    roots = back.sweep()
    assert bool(roots) == (found.status == "found")
    if roots and not back.clocked:
        states = [account(deal, root.order) for root in roots]
        assert min((s.avoidable, s.time_days) for s in states) == found.front[0]


def impatient(case: Case, random: Random) -> Case:
    stakes = {
        party: stake.model_copy(update={"discount": random.choice(RATES)}) for party, stake in case.stakes.items()
    }
    return case.model_copy(update={"stakes": stakes})


@pytest.mark.parametrize("seed", range(60))
def test_the_replay_agrees_with_the_algebra(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    plainly = replayed.draw
    monkeypatch.setattr(replayed, "draw", lambda random: impatient(plainly(random), random))
    replayed.agree(seed)
    if seed < 20:
        replayed.answered(seed)


def patient(us: str, dprk: str) -> Case:
    case = catalogue.load("toy/side-by-side")
    stakes = {
        party: case.stakes[party].model_copy(update={"discount": Fraction(rate)})
        for party, rate in (("us", us), ("dprk", dprk))
    }
    return case.model_copy(update={"stakes": stakes})


def test_the_toy_discounted() -> None:
    """Golden, seen and replayed: the toy with the next phase at 9/10 still has an order that exposes nobody."""
    found = roadmap.find(patient("0.9", "0.9"))
    assert found.status == "found"
    assert found.course is not None
    assert found.course.exposure.avoidable == 0
    assert not [law for law in found.laws if law.witness]
    told = roadmap.check(patient("0.9", "0.9"), json.loads(json.dumps(found.to_dict())))
    assert told.valid, told.words


def test_the_same_keys_whether_discounted_or_not() -> None:
    one = roadmap.find(catalogue.load("toy/side-by-side"), cures=False).to_dict()
    other = roadmap.find(patient("0.9", "1"), cures=False).to_dict()
    assert one.keys() == other.keys()


def trade(rate: str, **more: Any) -> Case:
    """Two tranches each; the second waits for the first."""
    steps = {
        f"{doer}{number}": {
            "doer": doer,
            "cost": 4,
            "value": {other: 6},
            "needs": [f"{doer}{number - 1}"][number == 1 :],
        }
        for doer, other in ("ab", "ba")
        for number in (1, 2)
    }
    stakes = {party: {"end": 3, "discount": rate} | more for party in "ab"}
    return Case.from_dict({"parties": ["a", "b"], "steps": steps, "stakes": stakes})


@pytest.mark.parametrize("rate", ["9/10", "2/3"])
def test_each_amount_gives_a_roadmap_and_one_per_cent_less_does_not(rate: str) -> None:
    case = trade(rate)
    found = roadmap.find(case)
    assert found.status == "no roadmap"
    checked = 0
    for one in found.remedies:
        if one.lever not in ("guarantee", "end value") or not one.works or one.amount is None:
            continue
        key = "end" if one.lever == "end value" else "guarantee"
        for share, status in ((Fraction(1), "found"), (Fraction(99, 100), "no roadmap")):
            stakes = dict(case.stakes)
            for party in case.parties if one.target == "all" else [one.target]:
                low = getattr(stakes[party], key)[0] + share * one.amount
                stakes[party] = stakes[party].model_copy(update={key: (low, low)})
            tried = roadmap.find(case.model_copy(update={"stakes": stakes}), cures=False, comparators=False)
            assert tried.status == status
        checked += 1
    assert checked


def test_patience_never_hurts_where_each_phase_is_worth_having() -> None:
    """In `trade` all that is still to come is worth more than nothing, so a higher rate can only hold more firmly."""
    needed = [roadmap.find(trade(rate), cures=False).guarantee_needed for rate in ("1", "9/10", "2/3", "1/2")]
    assert None not in needed
    assert needed == sorted(needed, key=lambda x: x or 0)


def test_out_of_time_it_says_limit() -> None:
    deal = replace(toy(), discount=(Fraction(9, 10), Fraction(9, 10)))
    cut = plan.solve(deal, seconds=0)
    assert cut.status == "limit"
    with pytest.raises(Stopped):
        any_order(deal, Watch(0))


def test_beyond_its_budget_the_labels_prove_nothing_and_what_they_find_holds() -> None:
    deal = replace(toy(), discount=(Fraction(9, 10), Fraction(19, 20)))
    back = Backward(deal, Watch(), effort=0)
    roots = back.sweep()
    assert back.cut
    assert roots
    assert all(account(deal, root.order).blocking is None for root in roots)


def test_the_fewest_phases_agree_with_every_order() -> None:
    assert sum(test_fewest.agree(discounted(seed)) for seed in range(200, 240)) > 8


def test_the_pairs_of_guarantees_agree_with_every_order() -> None:
    two = [deal for seed in range(300, 370) if (deal := discounted(seed)).parties == 2]
    assert sum(test_guarantees.agree(deal) for deal in two) > 10


def test_the_firmest_order_agrees_with_every_order() -> None:
    assert sum(test_firmest.agree(discounted(seed, steps=3)) is not None for seed in range(400, 440)) > 8
