"""What is told without numbers: who moves when, what can be undone, what nobody checks, what was late."""

from __future__ import annotations

from typing import Any

from paripassu import roadmap
from paripassu.case import Case
from paripassu.roadmap import Facts


def told(steps: dict[str, Any], **more: Any) -> Facts:
    return roadmap.facts(Case.from_dict({"parties": ["a", "b"], "steps": steps, **more}))


STEPS: dict[str, Any] = {
    "freeze": {"doer": "a", "reversible": "yes", "verifier": "inspectors"},
    "lift": {"doer": "b", "reversible": "no", "needs": "freeze"},
    "scrap": {"doer": "a", "reversible": "partly", "needs": "lift", "verifier": "-"},
}


def test_turns_follow_prerequisites() -> None:
    found = told(STEPS)
    assert found.waves == (("freeze",), ("lift",), ("scrap",))
    assert found.words[0] == ("By the prerequisites alone it takes at least 3 turns; a can move first, a last.")
    assert "In turn 2 only b moves (lift)." in found.words


def test_what_can_be_undone() -> None:
    found = told(STEPS)
    assert found.can_be_undone == {"a": ("freeze", "scrap"), "b": ()}
    assert "When all is done a could still undo freeze and scrap; nothing of what b did can be undone." in found.words
    assert "Undoing after completion is the danger: b would have nothing to take back." in found.words


def test_what_nobody_checks() -> None:
    found = told(STEPS)
    assert found.unchecked == ("lift", "scrap")
    assert "Neither checked nor to be undone: lift." in found.words


def test_who_waits_for_whom() -> None:
    waits = {fact.step: fact.waits_for for fact in told(STEPS).steps}
    assert waits == {"freeze": (), "lift": ("freeze",), "scrap": ("lift",)}


def test_history_with_days_late() -> None:
    steps = {
        **STEPS,
        "freeze": {**STEPS["freeze"], "by": "2015-03-14", "done": "2015-03-17"},
        "lift": {**STEPS["lift"], "done": "2015-04-01", "broken": "2015-05-01"},
    }
    words = told(steps, roadmap={"start": "2015-02-12"}).words
    assert "Done: freeze (a, 2015-03-17)." in words
    assert "Broken: lift (b, 2015-05-01)." in words
    assert "Not done: scrap (a)." in words
    assert "freeze was 3 days late." in words


def test_among_three_a_step_says_whose_steps_it_waits_for() -> None:
    steps = {
        "one": {"doer": "a"},
        "two": {"doer": "b"},
        "three": {"doer": "c", "needs": ["one", "two"]},
    }
    words = roadmap.facts(Case.from_dict({"parties": ["a", "b", "c"], "steps": steps})).words
    assert "three (c) waits for one of a and two of b." in words


def test_amounts_stand_in_for_missing_facts() -> None:
    steps = {
        "all": {"doer": "a", "cost": 2, "recover": 2},
        "some": {"doer": "a", "cost": 2, "recover": 1},
        "none": {"doer": "a", "cost": 2},
        "taken": {"doer": "a", "cost": 2, "value": {"b": 3}, "revoke": {"b": 1}},
        "silent": {"doer": "b"},
    }
    undo = {fact.step: fact.undo for fact in told(steps).steps}
    assert undo == {"all": "yes", "some": "partly", "none": "no", "taken": "partly", "silent": "unknown"}
