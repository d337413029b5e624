"""Where things stand: done and broken steps, who is ahead, what holds whom. Expected numbers are own arithmetic."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from paripassu import catalogue, roadmap
from paripassu.case import Case
from paripassu.roadmap import words
from paripassu.roadmap.read_case import begin


def swap(**dates: dict[str, str]) -> Case:
    """Two steps a side: 2 for 3, then 1 for 2; end values of 4."""
    steps: dict[str, Any] = {
        "give": {"doer": "a", "cost": 2, "recover": 1, "value": {"b": 3}, "revoke": {"b": 1}},
        "pay": {"doer": "b", "cost": 2, "value": {"a": 3}},
        "more": {"doer": "a", "cost": 1, "value": {"b": 2}, "needs": "give"},
        "thanks": {"doer": "b", "cost": 1, "value": {"a": 2}, "needs": "pay"},
    }
    steps = {name: {**step, **dates.get(name, {})} for name, step in steps.items()}
    start = {"start": "2018-01-01"}
    stakes = {p: {"end": 4} for p in "ab"}
    return Case.from_dict({"parties": ["a", "b"], "steps": steps, "stakes": stakes, "roadmap": start})


DONE = {"done": "2018-02-01"}
BROKEN = {"done": "2018-02-01", "broken": "2018-03-01"}
MENDED = {"done": "2018-04-01", "broken": "2018-03-01"}


def test_what_is_done_is_where_it_begins() -> None:
    """a gave 2, of which it can take back 1: behind by 1; b is ahead by 3 - 1."""
    found = roadmap.find(swap(give=DONE))
    assert [step for phase in found.phases for step in phase].count("give") == 0
    assert found.today.net == {"a": 1, "b": -2}
    # a goes on for 4 + 3 - 1 + 2 against 1; b for 4 - 2 + 2 - 1 against -1.
    assert found.today.slack == {"a": 7, "b": 4}
    assert found.course is not None
    assert found.today.slack == found.course.slack[0]


def test_a_broken_step_is_to_be_done_again_and_is_named() -> None:
    case = swap(give=BROKEN, pay=DONE)
    found = roadmap.find(case)
    assert found.today.broken == ("give",)
    assert "give" in {step for phase in found.phases for step in phase}
    told = words.from_here(case, found)
    assert "Broken: a did give on 2018-02-01 and broke it on 2018-03-01; it counts as not done." in told
    assert "Done: pay (b, 2018-02-01)." in told
    assert any(line.startswith("a is ahead by 3.") for line in told)
    assert begin(case) == dt.date(2018, 3, 1)
    tree = found.to_dict()["today"]
    assert tree["last"] == "2018-03-01"
    assert tree["happened"][0] == {
        "step": "give",
        "doer": "a",
        "done": "2018-02-01",
        "broken": "2018-03-01",
        "stands": False,
    }


def test_what_was_done_again_stands() -> None:
    case = swap(give=MENDED)
    found = roadmap.find(case)
    assert (found.today.done, found.today.broken) == (("give",), ())
    assert "Mended: a broke give on 2018-03-01 and did it again on 2018-04-01." in words.from_here(case, found)


def test_who_is_not_held_is_said() -> None:
    """With an end value of 0, going on costs b 1 (thanks); by leaving it would lose 1 of what give brought."""
    case = swap(give=DONE, pay=DONE, more=DONE)
    stakes = {p: s.model_copy(update={"end": (Fraction(0), Fraction(0))}) for p, s in case.stakes.items()}
    case = case.model_copy(update={"stakes": stakes})
    found = roadmap.find(case)
    assert found.today.slack["b"] == 0  # thanks costs 1; leaving loses 1 of what give brought
    assert any("b is ahead by 2" in line and "Nothing holds it" in line for line in words.from_here(case, found))


def test_what_staying_is_worth_may_depend_on_the_order() -> None:
    """Where later phases count for less, what holds a party today is what holds it in the order shown."""
    case = swap(give=DONE)
    half = {p: s.model_copy(update={"discount": Fraction(9, 10)}) for p, s in case.stakes.items()}
    found = roadmap.find(case.model_copy(update={"stakes": half}))
    assert found.course is not None
    assert dict(found.today.slack) == dict(found.course.slack[0])
    assert found.today.slack["b"] < 4


def test_nothing_done_says_so() -> None:
    case = catalogue.load("toy/side-by-side")
    assert words.from_here(case, roadmap.find(case)) == ["Nothing has been done yet: from here is from the beginning."]


@pytest.mark.parametrize("name", ["singapore-2018", "agreements/minsk-2"])
def test_the_roadmap_from_here_has_only_what_is_left(name: str) -> None:
    case = catalogue.load(name)
    found = roadmap.find(case, cures=False)
    left = {step for step, one in case.steps.items() if not one.finished}
    assert {step for phase in found.phases for step in phase} == left
    assert found.course is not None
    assert dict(found.course.net[0]) == dict(found.today.net)
