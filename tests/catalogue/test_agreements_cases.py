"""The agreements on the shelf: every fact has its source, and what the pages tell is what the engine answers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from paripassu import catalogue, roadmap
from paripassu.case import Case
from paripassu.roadmap import words
from paripassu.roadmap.read_case import with_numbers

SHELF = tuple(name for name in catalogue.names() if name.startswith("agreements/"))


@pytest.fixture(scope="module", params=SHELF)
def agreement(request: pytest.FixtureRequest) -> Case:
    return catalogue.load(request.param)


def test_every_step_says_who_when_and_how_it_is_known(agreement: Case) -> None:
    for name, step in agreement.steps.items():
        assert all((step.source, step.confidence, step.reversible, step.verifier)), name


def test_every_amount_is_marked_as_invented(agreement: Case) -> None:
    for name, step in agreement.steps.items():
        amounts = (step.cost, step.recover, *step.value.values(), *step.revoke.values())
        assert step.basis == "illustration" or not any(high for _, high in amounts), name
    assert all(stake.basis == "illustration" for stake in agreement.stakes.values())


def test_a_step_known_from_memory_says_what_is(agreement: Case) -> None:
    silent = [name for name, step in agreement.steps.items() if step.confidence != "read" and not step.note]
    assert silent == []


def test_nothing_is_done_before_the_agreement_began_or_after_today(agreement: Case) -> None:
    days = [step.done for step in agreement.steps.values() if step.done]
    first = [event.on.first for event in agreement.record if event.on.first]
    assert not days or min(days) >= min(first)


def test_answers_say_illustration_and_can_be_replayed(agreement: Case) -> None:
    if not with_numbers(agreement):
        assert roadmap.facts(agreement).words
        return
    for case in (agreement, roadmap.as_signed(agreement)):
        found = roadmap.find(case, cures=False)
        assert words.tell(case, found)[0].startswith("Illustration: ")
        assert not [law for law in found.laws if law.witness]
        assert roadmap.check(case, found.to_dict()).valid


def signed(name: str) -> Case:
    return roadmap.as_signed(catalogue.load(f"agreements/{name}"))


def test_the_parity_clause_is_a_cap_of_171() -> None:
    """Article IV of the treaty by way of the On-Site Inspection Agency: 171 warheads, 57 missiles of three."""
    case = signed("inf-1987")
    assert case.steps["zero-us"].cost == case.steps["zero-ussr"].cost == (Fraction(57 * 3),) * 2
    assert roadmap.find(case, cap=171, cures=False).status == "found"
    assert roadmap.find(case, cap=170, cures=False).status == "no roadmap"


def test_eight_payments_make_4200_million_and_need_no_bond() -> None:
    """AFP, January 2014: six of 550 and two of 450."""
    case = signed("jpoa-2013")
    paid = [step for step in case.steps.values() if step.doer == "us"]
    assert len(paid) == 8
    assert sum(step.value["iran"][0] for step in paid) == 42
    found = roadmap.find(case, cures=False)
    assert found.guarantee_needed == 0
    others = (found.all_in_one, *found.first.values())
    assert all(one.guarantee_needed >= 15 for one in others)
    assert max(found.course.exposure.by_party.values()) == 3


@pytest.mark.parametrize(("end", "status"), [(2, "no roadmap"), (3, "found")])
def test_relief_is_taken_back_when_the_end_is_worth_little(end: int, status: str) -> None:
    case = signed("jcpoa-2015")
    us = case.stakes["us"].model_copy(update={"end": (Fraction(end), Fraction(end))})
    found = roadmap.find(case.model_copy(update={"stakes": {**case.stakes, "us": us}}), cures=False)
    assert found.status == status
    if found.blocking is not None:
        assert (found.blocking.party, found.blocking.reason) == ("us", "undo after completion")


def test_arms_at_once_need_the_containers_and_in_parts_do_not() -> None:
    case = signed("farc-2016")
    assert case.roadmap is not None
    needed = {}
    for leak in (Fraction(0), Fraction(1)):
        arranged = case.roadmap.model_copy(update={"leak": leak})
        found = roadmap.find(case.model_copy(update={"roadmap": arranged}), cures=False)
        needed[leak] = (found.guarantee_needed, found.all_in_one.guarantee_needed)
    assert needed == {0: (0, 0), 1: (0, 4)}
