"""A roadmap in sentences: what is said of an order that holds, of one that does not, and of a stopped search."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from paripassu import roadmap
from paripassu.case import Case
from paripassu.roadmap import words
from paripassu.roadmap.result import Gap


def swap(cost: Any = 6, detect: Any = "0.8", **sections: Any) -> Case:
    """a's step last, after that of b: cost 6, noticed with a chance of 0.8, then its end value is lost."""
    steps = {
        "pay": {"doer": "b", "cost": 1, "value": {"a": 2}},
        "give": {"doer": "a", "cost": cost, "value": {"b": 9}, "detect": detect, "needs": ["pay"]},
    }
    told = {"parties": ["a", "b"], "steps": steps, "stakes": {"a": {"end": 6}, "b": {"end": 6}}, **sections}
    return Case.from_dict(told)


def said(case: Case, **asked: Any) -> list[str]:
    return words.tell(case, roadmap.find(case, **asked))


def test_a_cheat_is_told_with_what_it_saves_and_loses() -> None:
    """By hand: 6 saved; 0.8 of a loss of 6 is too little, 6 / 0.8 = 7.5 would do."""
    line = said(swap())[0]
    assert "a would gain by leaving out give in phase 2. That saves it 6. It is noticed with a chance of 0.8" in line
    assert "a then loses 6; only a loss of 7.5 would hold it: short by 1.5." in line


def test_remedies_that_no_decimal_ends_have_their_size_beside_them() -> None:
    """By hand: 6.5 / 0.9 = 65/9 is needed, 6 would be lost: short by 11/9, an end value of 65/9."""
    lines = said(swap("6.5", "0.9"))
    assert lines[1].startswith("11/9 (about 1.22) more of escrow")
    assert any("an end value of 65/9 (about 7.22) for a" in line for line in lines)


def test_remedies_say_from_whom_and_put_prerequisites_in_one_line() -> None:
    lines = said(swap())
    assert any("more can be taken back from a" in line for line in lines)
    assert not any(line.endswith("more can be taken back would close it.") for line in lines)
    case = swap(steps={**_three(), "last": {"doer": "a", "cost": 4, "value": {"b": 5}, "needs": ["one", "two"]}})
    dropped = [line for line in said(case) if "no longer after" in line]
    assert len(dropped) <= 1


def _three() -> dict[str, Any]:
    steps: dict[str, Any] = {"one": {"doer": "b", "cost": 3, "value": {"a": 5}}}
    steps["two"] = {"doer": "b", "cost": 3, "value": {"a": 5}, "needs": ["one"]}
    return steps


def test_what_is_said_of_an_order_that_does_not_hold_is_not_said_of_a_roadmap() -> None:
    lines = said(swap())
    assert any(line.startswith("In the order that comes closest ") for line in lines)
    assert not any(line.startswith(("Nobody is ever", "At no point", "The most anyone")) for line in lines)


def test_behind_today_and_behind_at_the_end_are_told_apart() -> None:
    """give was done for 6 and nothing came back yet; pay brings 2, and the 4 that are left stay."""
    steps = {
        "give": {"doer": "a", "cost": 6, "value": {"b": 9}, "done": "2026-01-02"},
        "pay": {"doer": "b", "cost": 1, "value": {"a": 2}},
    }
    case = Case.from_dict({"parties": ["a", "b"], "steps": steps, "stakes": {"a": {"end": 9}, "b": {"end": 9}}})
    assert "Behind already, whatever the order: a by 6." in said(case)
    later = roadmap.as_signed(case)
    assert "Behind when all is done, whatever the order: a by 4." in said(later)


def test_a_search_for_the_least_guarantee_says_that_none_is_needed() -> None:
    case = swap(detect=1)
    assert "It needs no guarantee beyond those given." in said(case, minimise="guarantee")
    assert not any("guarantee beyond" in line for line in said(case))


def test_a_stopped_search_says_how_much_better_another_may_be() -> None:
    found = replace(roadmap.find(swap(detect=1)), status="limit", gap=Gap(avoidable=Fraction(3, 2), time_days=0))
    assert "another may have up to 1.5 less of avoidable exposure" in words.tell(swap(), found)[0]
    shorter = replace(found, gap=Gap(avoidable=Fraction(0), time_days=1))
    assert "no other has less avoidable exposure, but one may be up to 1 day shorter" in words.tell(swap(), shorter)[0]
    assert found.to_dict()["gap"] == {"avoidable": 1.5, "time_days": 0}


def test_a_stopped_search_with_an_order_that_does_not_hold_claims_no_roadmap() -> None:
    found = replace(roadmap.find(swap()), status="limit", blocking=None, remedies=())
    (line,) = words.tell(swap(), found)
    assert "A roadmap of" not in line
    assert line.endswith("The order that comes closest does not hold: it would need 1.5 more of escrow.")


def test_remedies_at_the_worst_amounts_say_how_they_are_written_into_the_case() -> None:
    """By hand at 10 % off: 6.6 / 0.8 = 8.25 is needed and 5.4 lost; so an end value of 8.25 / 0.9 as given."""
    tenth = Fraction(1, 10)
    lines = said(swap(), robust=tenth)
    assert any("an end value of 8.25 for a" in line for line in lines)
    assert any(line.endswith("what more can be taken back by 0.9.") for line in lines)

    def status(end: Fraction) -> str:
        return roadmap.find(swap(stakes={"a": {"end": end}, "b": {"end": 6}}), robust=tenth).status

    assert status(Fraction("8.25")) == "no roadmap"
    assert status(Fraction("8.25") / Fraction("0.9")) == "found"
    assert status(Fraction("8.25") / Fraction("0.9") * Fraction(99, 100)) == "no roadmap"


def test_a_missed_deadline_names_its_step_and_day() -> None:
    """30 days from 1 January are over on the 31st: 11 days after the 20th."""
    steps = {
        "give": {"doer": "a", "cost": 1, "value": {"b": 2}, "duration": 30, "by": "2020-01-20"},
        "pay": {"doer": "b", "cost": 1, "value": {"a": 2}},
    }
    stakes = {"a": {"end": 9}, "b": {"end": 9}}
    case = Case.from_dict({"parties": ["a", "b"], "steps": steps, "stakes": stakes, "roadmap": {"start": "2020-01-01"}})
    assert "misses the deadline of give (a, due 2020-01-20) in phase 1 by 11 days." in said(case)[0]


def test_a_phase_of_no_length_has_one_day() -> None:
    found = roadmap.find(swap(detect=1))
    assert found.course is not None
    assert words.phases(swap(), found.course)[0].startswith("1. (day 0) ")


def test_a_fraction_has_its_size_beside_it() -> None:
    assert words.about(Fraction(51, 38)) == "51/38 (about 1.34)"


def test_months_are_told_alike_in_the_answer_and_in_the_front() -> None:
    from paripassu import catalogue

    lines = said(catalogue.load("toy/side-by-side"))
    assert "Faster costs exposure: 33 months at 0, 30 months at 1, 29 months at 4, 28 months at 5" in " ".join(lines)
