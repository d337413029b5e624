"""The sentences on what survives come from the lenses' own counts."""

from __future__ import annotations

import paripassu as pp
from paripassu.report.answers import answer
from paripassu.report.survive import survive


def test_findings_are_those_of_the_lenses() -> None:
    case = pp.load("labour-contract")
    found = survive(case, answer(case), draws=20, seed=5)
    assert found is not None
    shares = {one.words: one.share for one in found.findings}
    counted = pp.settle.survival(case, {"draft": dict(case.draft)}, draws=20, seed=5)
    assert shares["The draft can be bettered."] == 1 - counted.standings[0].unbeaten
    assert shares["Some package leaves everybody at least as well off as no deal."] == counted.deal
    for choice in counted.choices:
        name = case.issues[choice.issue].name or choice.issue
        if choice.between is None:
            picked = pp.settle.nash(case).points[0].packages[0][choice.issue]
            assert shares[f"The Nash rule picks {picked} on {name}."] == choice.shares.get(picked, 0)
        else:
            assert any(
                name in line and case.issues[choice.issue].label(choice.between[0]) in line for line in found.more
            )


def test_what_is_said_first_stands_nearly_always_and_what_falls_is_named() -> None:
    case = pp.load("toy/side-by-side")
    found = survive(case, answer(case), draws=50)
    assert found is not None
    assert found.findings[0].share < 0.5
    assert found.first == ("Stands in fewer than half of the draws: “The order of steps shown here still holds.”",)
    assert "nothing to spare" in found.more[0]


def test_a_case_without_numbers_has_nothing_to_survive() -> None:
    case = pp.load("papers/prisoners-dilemma")
    assert survive(case, answer(case)) is None
