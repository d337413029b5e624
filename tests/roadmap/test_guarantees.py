"""The front of guarantees of two parties: against what every order needs of each."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import pytest

from paripassu import catalogue, roadmap
from paripassu.case import Case
from paripassu.errors import CommandError
from paripassu.roadmap import brute, words
from paripassu.roadmap.deal import Deal
from paripassu.roadmap.guarantees import pairs
from paripassu.roadmap.watch import Watch
from tests.roadmap.deals import draw, toy

ENOUGH = 10_000


def needs(deal: Deal, order: brute.Order) -> tuple[Fraction, ...] | None:
    """What an order needs of each party: the other's guarantee made large enough never to matter."""
    found = []
    for i in range(2):
        alone = replace(deal, guarantee=tuple(0 if k == i else ENOUGH * deal.scale for k in range(2)))
        judged = brute.judge(alone, order)
        if judged.guarantee_needed is None or not judged.on_time:
            return None
        found.append(judged.guarantee_needed)
    return tuple(found)


def agree(deal: Deal) -> int:
    every = {pair for o in brute.orders(deal) if (pair := needs(deal, o)) is not None}
    best = sorted(p for p in every if not any(q != p and q[0] <= p[0] and q[1] <= p[1] for q in every))
    found = pairs(deal, Watch())
    assert [amounts for amounts, _ in found] == best
    for amounts, order in found:
        assert needs(deal, order) == amounts
    return len(found)


def two_parties(start: int, count: int, steps: int) -> list[Deal]:
    drawn = (draw(random.Random(seed), steps=steps) for seed in range(start, start + 3 * count))
    return [deal for deal in drawn if deal.parties == 2][:count]


def test_agrees_with_every_order() -> None:
    drawn = two_parties(0, 50, 4)
    # With no end value there is more to guarantee, so more that one party may give instead of the other.
    bare = [replace(deal, end=(0, 0), released=False, outside=(0, 0)) for deal in two_parties(1000, 50, 4)]
    seen = [agree(deal) for deal in (*drawn, *bare)]
    assert seen.count(0) > 5
    assert seen.count(1) > 10
    assert sum(count > 1 for count in seen) > 2


@pytest.mark.fuzz
@pytest.mark.parametrize("start", range(60_000, 62_000, 100))
def test_agrees_with_every_order_at_length(start: int) -> None:
    for deal in two_parties(start, 60, 5):
        agree(deal)


def test_each_pair_works_and_less_of_either_does_not() -> None:
    case = catalogue.load("toy/side-by-side")
    end = (Fraction(0), Fraction(0))
    bare = case.model_copy(update={"stakes": {p: s.model_copy(update={"end": end}) for p, s in case.stakes.items()}})
    front = roadmap.guarantee_front(bare)
    assert len(front) > 0

    def holds(amounts: dict[str, Fraction]) -> bool:
        stakes = {p: s.model_copy(update={"guarantee": (amounts[p],) * 2}) for p, s in bare.stakes.items()}
        asked = bare.model_copy(update={"stakes": stakes})
        return roadmap.find(asked, comparators=False, cures=False).status == "found"

    for one in front:
        assert holds(one.by_party)
        for party, amount in one.by_party.items():
            if amount:
                assert not holds({**one.by_party, party: amount - Fraction(1, 100)})
    assert words.guarantees(bare, front)[0].startswith(("Guarantees with which", "The least guarantees"))


def test_the_toy_needs_none() -> None:
    """It holds without any, as the guide says."""
    assert [amounts for amounts, _ in pairs(toy(), Watch())] == [(0, 0)]


def test_it_is_for_two_parties() -> None:
    steps = {f"step {p}": {"doer": p, "cost": 1} for p in "abc"}
    with pytest.raises(CommandError, match="two parties"):
        roadmap.guarantee_front(Case.from_dict({"parties": ["a", "b", "c"], "steps": steps}))
