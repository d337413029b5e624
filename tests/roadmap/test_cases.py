"""The two agreements on the shelf: every step says where its facts come from, and the answers the pages tell."""

from __future__ import annotations

import pytest

from paripassu import catalogue, roadmap
from paripassu.roadmap import words

NAMES = ("agreements/minsk-2", "agreements/lockerbie")


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_has_a_source_and_every_amount_a_mark(name: str) -> None:
    case = catalogue.load(name)
    for step in case.steps.values():
        assert step.source
        assert step.confidence
        assert step.reversible
        assert step.verifier
        assert step.basis == "illustration"
    assert all(stake.basis == "illustration" for stake in case.stakes.values())


@pytest.mark.parametrize("name", NAMES)
def test_answers_say_illustration_and_laws_hold(name: str) -> None:
    for case in (catalogue.load(name), roadmap.as_signed(catalogue.load(name))):
        found = roadmap.find(case, cures=False)
        assert words.tell(case, found)[0].startswith("Illustration: ")
        assert not [law for law in found.laws if law.witness]
        assert roadmap.check(case, found.to_dict()).valid


def test_minsk_breaks_where_the_border_waits() -> None:
    found = roadmap.find(roadmap.as_signed(catalogue.load("agreements/minsk-2")), cures=False)
    assert found.blocking is not None
    assert found.blocking.party == "russia"
    assert found.phases[found.blocking.phase - 1] == ("elections", "constitution")
    assert "border" in found.phases[found.blocking.phase]


def test_minsk_was_too_late_from_its_first_law() -> None:
    found = roadmap.find(catalogue.load("agreements/minsk-2"), cures=False)
    assert found.blocking is not None
    assert found.blocking.reason == "too late"
    assert found.today.done == ("territory",)
    assert found.today.broken == ("ceasefire-russia",)


def test_the_escrow_holds_and_what_it_left_does_not_always() -> None:
    case = catalogue.load("agreements/lockerbie")
    signed, later = roadmap.find(roadmap.as_signed(case)), roadmap.find(case)
    assert signed.ranges is not None
    assert later.ranges is not None
    assert (signed.ranges.holds, later.ranges.holds) == ("all", "some")
    assert later.phases == (("pay-last",),)
