"""What an order survives, in words: own arithmetic on a swap of 2 for 3 with end values of 3."""

from __future__ import annotations

from typing import Any

from paripassu import roadmap
from paripassu.case import Case
from paripassu.roadmap import words
from paripassu.roadmap.how_firm import amount_name


def swap(end: int = 3) -> Case:
    steps = {"give.up": {"doer": "a", "cost": 2, "value": {"b": 3}}, "pay": {"doer": "b", "cost": 2, "value": {"a": 3}}}
    sections: dict[str, Any] = {"parties": ["a", "b"], "steps": steps, "stakes": {p: {"end": end} for p in "ab"}}
    return Case.from_dict(sections)


def told(case: Case) -> list[str]:
    found = roadmap.margins(case, roadmap.find(case))
    assert found is not None
    return words.sensitivity(case, found)


def test_a_swap() -> None:
    """3 - 2 of 3 + 2 is a fifth; an end value of 3 may fall by a third, a cost of 2 rise by a half."""
    lines = told(swap())
    assert "no amount is off by more than 20 %" in lines[0]
    assert lines[3].startswith("One amount off by itself")
    table = [line.split("  ") for line in lines[5:9]]
    assert [row[0] for row in table] == ["end value of a", "end value of b", "give.up: cost", "pay: cost"]
    assert "33.3 %" in lines[5]
    assert lines[7].endswith("50 %")
    assert lines[-1].startswith("2 other amounts")


def test_nothing_to_spare() -> None:
    assert told(swap(end=2))[0].startswith("This order holds with nothing to spare")


def test_names_of_amounts_may_hold_dots() -> None:
    assert amount_name(swap(), "steps.give.up.value.b") == "give.up: worth to b"
    assert amount_name(swap(), "stakes.a.end") == "end value of a"
