"""What is left when the numbers are changed: agreement with enumeration in every draw, and reproducible draws."""

from __future__ import annotations

import numpy as np
import pytest

import paripassu as pp
from paripassu.case import Case
from paripassu.errors import CommandError
from paripassu.settle.model import model
from paripassu.settle.oracle import frontier_by_enumeration
from paripassu.settle.survival import _draw, _span, moved, survival


@pytest.fixture(scope="module")
def labour() -> Case:
    return pp.load("labour-contract")


def named(case: Case) -> dict[str, dict[str, str]]:
    return {"Nash": dict(pp.settle.nash(case).points[0].packages[0]), "draft": dict(case.draft)}


def test_without_any_change_nothing_changes(labour: Case) -> None:
    found = survival(labour, named(labour), percent=0, draws=3)
    nash = found.standings[0]
    assert found.deal == nash.accepted == nash.unbeaten == nash.nash == 1
    assert {choice.issue: choice.option for choice in found.choices} == nash.package
    assert all(choice.share == 1 for choice in found.choices)
    assert all(choice.shares == {choice.option: 1.0} for choice in found.choices)


def test_the_same_seed_gives_the_same_numbers_on_any_number_of_processes(labour: Case) -> None:
    one, two = (survival(labour, named(labour), draws=12, seed=7, jobs=jobs) for jobs in (1, 2))
    assert one == two
    assert one != survival(labour, named(labour), draws=12, seed=8)


def test_each_draw_agrees_with_enumeration(labour: Case) -> None:
    asked = model(labour)
    package = np.array(
        [[options.index(labour.draft[i]) for i, options in zip(asked.issues, asked.options, strict=True)]]
    )
    for draw in range(25):
        there = moved(asked, 0.25, np.random.default_rng((3, draw)))
        truth = frontier_by_enumeration(there.space, there.floor)
        found = _draw(asked, package, 0.25, _span(asked), (3, draw))
        assert found.deal == bool(truth)
        assert found.unbeaten[0] == any(tuple(package[0]) in behind for behind in truth.values())
        assert not found.deal or any(found.picked in behind for behind in truth.values())


def test_a_barred_package_is_never_accepted_and_no_deal_is_an_answer() -> None:
    base = {
        "parties": ["a", "b"],
        "issues": {"x": ["p", "q"]},
        "preferences": {
            who: {"no_deal": floor, "weights": {"x": 1}, "values": {"x": {"p": p, "q": 1 - p}}}
            for who, p, floor in (("a", 1, 0.4), ("b", 0, 0.9))
        },
    }
    barred = survival(Case.from_dict({**base, "rules": [{"not": {"x": "q"}}]}), {"q": {"x": "q"}}, draws=5)
    assert barred.standings[0].accepted == 0
    assert barred.deal == 0
    assert barred.choices == ()


def test_a_numeric_issue_shows_the_range_of_the_picks(labour: Case) -> None:
    wage = next(choice for choice in survival(labour, {}, draws=40).choices if choice.issue == "wage")
    assert wage.between is not None
    low, high = map(float, wage.between)
    assert low <= float(wage.option) <= high


def test_what_cannot_be_drawn_is_refused(labour: Case) -> None:
    with pytest.raises(CommandError, match="0 to 100 per cent"):
        survival(labour, {}, percent=120)
