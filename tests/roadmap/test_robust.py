"""Orders that survive amounts that are off: brute force over all orders, against the margins of each and the solver."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from paripassu import catalogue, roadmap
from paripassu.roadmap import brute, plan
from paripassu.roadmap.deal import Deal
from paripassu.roadmap.ranges import against, fixed
from paripassu.roadmap.read_case import deal
from paripassu.roadmap.robust import off_by
from paripassu.roadmap.sensitivity import sensitivity
from tests.roadmap.deals import draw
from tests.roadmap.test_discounted import discounted

SHARES = (Fraction(0), Fraction(1, 50), Fraction(1, 10), Fraction(1, 7), Fraction(1, 2), Fraction(1))


def agree(given: Deal, share: Fraction) -> bool:
    """Hold the worst amounts against the margins of every order, and the solver against all orders."""
    worst = off_by(given, share)
    survivors = set()
    for order in brute.orders(given):
        judged = brute.judge(worst, order)
        survives = brute.judge(given, order).holds and sensitivity(given, order).together >= share
        assert judged.holds == survives
        if survives and judged.on_time:
            survivors.add(order)
    answer, oracle = plan.solve(worst, front=False), brute.best(worst)
    assert (answer.status == "found") == bool(survivors)
    if answer.order is None or oracle is None:
        assert oracle is None
        return False
    assert answer.order in survivors
    found = brute.judge(worst, answer.order)
    assert (found.avoidable, found.time_days) == (oracle.avoidable, oracle.time_days)
    return True


def test_the_worst_amounts_decide_for_every_order() -> None:
    seen = [agree(draw(random.Random(seed), steps=4), SHARES[seed % len(SHARES)]) for seed in range(60)]
    assert 8 < sum(seen) < 52


def test_the_worst_amounts_decide_where_later_phases_count_for_less() -> None:
    seen = [agree(discounted(seed), SHARES[seed % len(SHARES)]) for seed in range(25)]
    assert 2 < sum(seen) < 23


@pytest.mark.fuzz
@pytest.mark.parametrize("start", range(30_000, 32_000, 100))
def test_the_worst_amounts_decide_for_every_order_at_length(start: int) -> None:
    for seed in range(start, start + 100):
        agree(draw(random.Random(seed), steps=5), random.Random(seed).choice(SHARES))


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("name", ["toy/side-by-side", "singapore-2018"])
def test_the_case_and_its_letters_say_the_same(name: str, share: Fraction) -> None:
    case = catalogue.load(name)
    one, other = deal(against(case, share)), off_by(deal(fixed(case)), share)
    for row in ("cost", "recover", "end", "outside", "guarantee"):
        assert list(map(one.amount, getattr(one, row))) == list(map(other.amount, getattr(other, row)))
    for table in ("value", "revoke"):
        for mine, theirs in zip(getattr(one, table), getattr(other, table), strict=True):
            assert list(map(one.amount, mine)) == list(map(other.amount, theirs))


def test_nothing_off_is_the_plain_question() -> None:
    case = catalogue.load("toy/side-by-side")
    plain, asked = roadmap.find(case), roadmap.find(case, robust=Fraction(0))
    assert asked.phases == plain.phases
    assert asked.robust is not None
    assert asked.robust.as_given == plain.course
    assert all(law.witness is None for law in asked.laws)


def test_an_edge_by_hand() -> None:
    """Own arithmetic: 3 of end value against a cost of 2 survives a fifth, 3 - 2 of 3 + 2, and not a little more."""
    swap = Deal.of(doer=[0, 1], cost=[2, 2], value=[[0, 3], [3, 0]], end=[3, 3])
    assert plan.solve(off_by(swap, Fraction(1, 5))).status == "found"
    assert plan.solve(off_by(swap, Fraction(201, 1000))).status == "no roadmap"
