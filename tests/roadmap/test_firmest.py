"""The order that survives the largest error of all amounts: against the margins of every order there is."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from paripassu import catalogue, roadmap
from paripassu.errors import CommandError
from paripassu.roadmap import brute
from paripassu.roadmap.deal import Deal
from paripassu.roadmap.firmest import firmest
from paripassu.roadmap.sensitivity import sensitivity
from tests.roadmap.deals import draw


def agree(deal: Deal) -> Fraction | None:
    held = [o for o in brute.orders(deal) if (a := brute.judge(deal, o)).holds and a.on_time]
    answer = firmest(deal)
    if not held:
        assert answer.status == "no roadmap"
        return None
    assert answer.status == "found"
    assert answer.order in held
    share = sensitivity(deal, answer.order).together
    assert share == max(sensitivity(deal, o).together for o in held)
    return share


def test_agrees_with_every_order() -> None:
    seen = [agree(draw(random.Random(seed), steps=4)) for seed in range(50)]
    assert sum(share is None for share in seen) > 10
    assert sum(share == 0 for share in seen) > 0
    assert sum(0 < share < 1 for share in seen if share is not None) > 5


@pytest.mark.fuzz
@pytest.mark.parametrize("start", range(50_000, 52_000, 100))
def test_agrees_with_every_order_at_length(start: int) -> None:
    for seed in range(start, start + 100):
        agree(draw(random.Random(seed), steps=5))


def test_a_party_with_nothing_at_stake_is_no_obstacle() -> None:
    """Own arithmetic: a third party's zeros are never off; 3 - 2 of 3 + 2 decides for the others."""
    swap = Deal.of(doer=[0, 1], cost=[2, 2], value=[[0, 3], [3, 0], [0, 0]], end=[3, 3, 0])
    order = firmest(swap).order
    assert order is not None
    assert sensitivity(swap, order).together == Fraction(1, 5)


def test_the_answer_says_how_much_and_no_more_is_found() -> None:
    case = catalogue.load("singapore-2018")
    found = roadmap.find(case, minimise="slack")
    assert found.status == "found"
    assert found.sensitivity is not None
    share = found.sensitivity.together
    assert roadmap.find(case, robust=share, cures=False).status == "found"
    assert roadmap.find(case, robust=share + Fraction(1, 10_000), cures=False).status == "no roadmap"


def test_a_cap_is_not_for_it() -> None:
    with pytest.raises(CommandError, match="without a cap"):
        roadmap.find(catalogue.load("toy/side-by-side"), minimise="slack", cap=Fraction(3))
