"""The answer as a whole: from where things stand today, under a cap, with a party that only acts, or with nothing."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from paripassu import roadmap
from paripassu.case import Case
from paripassu.errors import CaseError
from paripassu.roadmap import words


def swap(**more: Any) -> Case:
    steps: dict[str, dict[str, Any]] = {
        "give": {"doer": "a", "cost": 2, "value": {"b": 3}},
        "pay": {"doer": "b", "cost": 2, "value": {"a": 3}},
    }
    for name, keys in more.pop("steps", {}).items():
        steps[name] = {**steps.get(name, {}), **keys}
    stakes = {"a": {"end": 9}, "b": {"end": 9}}
    return Case.from_dict({"parties": ["a", "b"], "steps": steps, "stakes": stakes, **more})


def test_it_goes_on_from_what_is_done() -> None:
    case = swap(steps={"give": {"done": "2018-05-24"}})
    found = roadmap.find(case)
    assert found.phases == (("pay",),)
    assert found.today.done == ("give",)
    assert found.today.net == {"a": 2, "b": -3}
    assert found.course is not None
    assert found.course.exposure.floor == {"a": 2, "b": 0}
    assert found.course.exposure.avoidable == 0
    first = words.tell(case, found)[0]
    assert first == "Done so far: give. Today b is ahead by 3 and a is behind by 2; what follows starts from there."
    assert roadmap.check(case, json.loads(json.dumps(found.to_dict()))).valid


def test_as_signed_forgets_what_was_done() -> None:
    case = swap(steps={"give": {"done": "2018-05-24"}})
    assert roadmap.find(roadmap.as_signed(case)).phases == (("give", "pay"),)


def test_what_was_broken_is_to_be_done_again() -> None:
    found = roadmap.find(swap(steps={"give": {"done": "2018-05-24", "broken": "2018-08-01"}}))
    assert found.phases == (("give", "pay"),)
    assert found.today.broken == ("give",)


def test_everything_done() -> None:
    found = roadmap.find(swap(steps={"give": {"done": "2018-05-24"}, "pay": {"done": "2018-06-01"}}))
    assert found.status == "found"
    assert found.phases == ()
    assert json.dumps(found.to_dict(), allow_nan=False)


def test_everything_done_and_not_stable() -> None:
    steps = {"give": {"done": "2018-05-24"}, "pay": {"done": "2018-06-01", "recover": 2}}
    case = swap(steps=steps, stakes={"a": {}, "b": {"end": 1}})
    found = roadmap.find(case)
    assert found.blocking is not None
    assert (found.blocking.reason, found.blocking.shortfall) == ("undo after completion", 1)
    works = {(one.lever, one.target): one.amount for one in found.remedies if one.works}
    assert works["end value", "b"] == works["recover", "pay"] == works["guarantee", "b"] == 1
    assert roadmap.check(case, json.loads(json.dumps(found.to_dict()))).valid


def test_a_start_gives_days() -> None:
    case = swap(steps={"give": {"duration": "1 month", "done": "2019-02-10"}}, roadmap={"start": "2019-01-31"})
    found = roadmap.find(case)
    assert found.course is not None
    assert str(found.course.start) == "2019-02-10"


def test_a_cap_that_is_too_tight_says_the_least() -> None:
    case = Case.from_dict(
        {
            "parties": ["a", "b"],
            "steps": {
                "give": {"doer": "a", "cost": 4, "value": {"b": 6}},
                "pay": {"doer": "b", "cost": 1, "value": {"a": 6}, "needs": "give"},
            },
            "stakes": {"a": {"end": 9}, "b": {"end": 9}},
        }
    )
    found = roadmap.find(case, cap=Fraction(3))
    assert found.status == "no roadmap"
    assert found.blocking is None
    assert "within the cap. The least is 4." in words.tell(case, found)[0]


def test_the_own_order_is_judged_and_not_solved() -> None:
    found = roadmap.find(swap(roadmap={"order": [["give"], ["pay"]]}))
    assert found.given is not None
    assert found.given.phases == (("give",), ("pay",))
    assert found.given.exposure.by_party == {"a": 2, "b": 0}
    assert not any(law.witness for law in found.laws)


def test_least_guarantee() -> None:
    case = swap(stakes={"a": {}, "b": {}})
    found = roadmap.find(case, minimise="guarantee")
    assert found.status == "no roadmap"
    assert found.guarantee_needed is not None
    held = swap(stakes={party: {"guarantee": found.guarantee_needed} for party in ("a", "b")})
    assert roadmap.find(held).status == "found"


def test_illustration_is_said() -> None:
    case = swap(roadmap={"basis": "illustration"})
    found = roadmap.find(case)
    assert found.illustration
    assert words.tell(case, found)[0].startswith("Illustration: the amounts are invented. ")
    assert found.summary().startswith("Illustration: ")


def test_without_numbers_it_points_to_the_facts() -> None:
    case = Case.from_dict({"parties": ["a", "b"], "steps": {"give": {"doer": "a"}}})
    with pytest.raises(CaseError, match="--facts"):
        roadmap.find(case)


def test_without_steps_it_says_what_is_missing() -> None:
    with pytest.raises(CaseError, match="a section `steps`"):
        roadmap.find(Case.from_dict({"parties": ["a", "b"]}))
