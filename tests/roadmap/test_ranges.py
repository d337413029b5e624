"""Amounts between two ends: for all, some or none of the values, held against every corner and points between."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

import pytest

from paripassu import roadmap
from paripassu.case import Case
from paripassu.roadmap.ranges import fixed, open_amounts


def swap(amounts: dict[str, Any]) -> Case:
    steps = {
        "give": {"doer": "a", "cost": amounts["cost"], "value": {"b": amounts["value"]}, "recover": amounts["recover"]},
        "pay": {
            "doer": "b",
            "cost": 2,
            "value": {"a": 4},
            "revoke": {"a": amounts["revoke"]},
            "detect": amounts["detect"],
        },
    }
    stakes = {
        "a": {"end": amounts["end"], "outside": amounts["outside"]},
        "b": {"end": 2, "guarantee": amounts["guarantee"]},
    }
    return Case.from_dict({"parties": ["a", "b"], "steps": steps, "stakes": stakes, "roadmap": {"leak": "1/2"}})


def draw(random: Random) -> dict[str, Any]:
    def pair(low: int, high: int, parts: int = 1) -> list[Fraction]:
        return sorted(Fraction(random.randint(low * parts, high * parts), parts) for _ in range(2))

    return {
        "cost": pair(1, 3),
        "recover": pair(0, 1),
        "value": pair(2, 5),
        "revoke": pair(0, 4),
        "detect": [Fraction(random.randint(5, 7), 10), Fraction(random.randint(7, 10), 10)],
        "end": pair(0, 3, 2),
        "outside": pair(-1, 1),
        "guarantee": pair(0, 2),
    }


@pytest.mark.parametrize("seed", range(6))
def test_two_corners_decide_for_all_values(seed: int) -> None:
    amounts = draw(Random(seed))
    answer = roadmap.find(swap(amounts), comparators=False, cures=False)
    corners = product(*(dict.fromkeys(ends) for ends in amounts.values()))
    found = {
        roadmap.find(swap(dict(zip(amounts, corner, strict=True))), comparators=False, cures=False).status
        for corner in corners
    }
    if answer.ranges is None:
        assert len(found) == 1
        return
    expected = "some" if len(found) == 2 else "all" if found == {"found"} else "none"
    assert answer.ranges.holds == expected


def test_which_amounts_are_open() -> None:
    case = swap(draw(Random(0)) | {"cost": 2, "recover": [0, 1], "end": [1, 1]})
    assert "steps.give.recover" in open_amounts(case)
    assert not {"steps.give.cost", "stakes.a.end"} & set(open_amounts(case))


def test_the_middle_is_shown() -> None:
    case = fixed(swap(draw(Random(0)) | {"cost": [2, 3]}))
    assert case.steps["give"].cost == (Fraction(5, 2), Fraction(5, 2))


def test_no_ranges_no_word_of_them() -> None:
    exact = {key: ends[1] for key, ends in draw(Random(0)).items()}
    assert roadmap.find(swap(exact), comparators=False, cures=False).ranges is None
