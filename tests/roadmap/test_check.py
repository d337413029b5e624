"""The replay: what it accepts, and the first thing it names when something does not hold."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from paripassu import catalogue
from paripassu.case import Case
from paripassu.roadmap.answer import find
from paripassu.roadmap.check import check, replay

PHASES = [
    ["moratorium"],
    ["test-site"],
    ["declaration", "partial-relief"],
    ["end-of-war"],
    ["liaison"],
    ["yongbyon", "full-relief"],
    ["warheads", "drills"],
]


def swap(**more: Any) -> Case:
    """Two parties, one step each, costing 2 and worth 3."""
    steps = {"give": {"doer": "a", "cost": 2, "value": {"b": 3}}, "pay": {"doer": "b", "cost": 2, "value": {"a": 3}}}
    for name, keys in more.pop("steps", {}).items():
        steps[name] = {**steps.get(name, {}), **keys}
    return Case.from_dict({"parties": ["a", "b"], "steps": steps, **more})


def claim(**more: Any) -> dict[str, Any]:
    exposure = {"avoidable": 0, "max": 16, "by_party": {"us": 0, "dprk": 16}, "floor": {"us": 0, "dprk": 16}}
    right = {"status": "found", "phases": PHASES, "time_days": 990, "exposure": exposure, "guarantee_needed": 0}
    return {**right, **more}


def test_the_worked_example_is_valid() -> None:
    found = check(catalogue.load("toy/side-by-side"), claim())
    assert found.valid, found.words
    assert (found.exposure, found.floor) == ({"us": 0, "dprk": 16}, {"us": 0, "dprk": 16})


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"time_days": 991}, "time_days is 991; it is 990"),
        ({"exposure": {"by_party": {"us": 1}}}, "the exposure of us is 1; it is 0"),
        ({"exposure": {"floor": {"dprk": 15}}}, "the floor of dprk is 15; it is 16"),
        ({"exposure": {"avoidable": 0}, "exact": {"exposure": {"avoidable": "1/1000"}}}, "exposure is 1/1000; it is 0"),
        ({"guarantee_needed": 3}, "guarantee_needed is 3; it is 0"),
        ({"guarantee_needed": "much"}, "guarantee_needed is much; it is 0"),
        ({"status": "splendid"}, "`status` is 'splendid'"),
        ({"phases": PHASES[1:]}, "In phase 1: test-site needs moratorium, which is not done before it."),
        ({"phases": PHASES[:-1]}, "Not valid. warheads and drills are never done."),
        ({"phases": [*PHASES, ["drills"]]}, "In phase 8: drills is done twice."),
        ({"phases": [*PHASES[:5], [], *PHASES[5:]]}, "In phase 6: the phase is empty."),
        ({"phases": [["moratorium"], ["drills", "end-of-war"], *PHASES[1:]]}, "US has 2 steps, at most 1 allowed"),
        ({"slack": [{}, {"us": 99}]}, "It claims what us would lose by its best way out of phase 2 is 99; it is"),
        ({"net": [{"us": 0}, {"us": 1}]}, "It claims what us is behind by after phase 1 is 1; it is -2."),
        ({"phases": [["moratoriun"], *PHASES[1:]]}, "`moratoriun` is no step"),
    ],
)
def test_one_wrong_thing_is_named(wrong: dict[str, Any], words: str) -> None:
    found = check(catalogue.load("toy/side-by-side"), claim(**wrong))
    assert not found.valid
    assert words in found.words


def test_an_order_written_by_hand_claims_nothing_else() -> None:
    toy = catalogue.load("toy/side-by-side")
    assert check(toy, {"phases": PHASES}).valid
    assert not check(toy, {"phases": PHASES[::-1]}).valid


def test_what_is_done_already_is_not_done_twice() -> None:
    case = swap(steps={"give": {"done": "2026-01-02"}}, stakes={"a": {"end": 5}, "b": {"end": 5}})
    words = check(case, {"phases": [["give"], ["pay"]]}).words
    assert words == "Not valid. In phase 1: give was done on 2026-01-02, before the first phase."


def test_a_step_left_out_is_told_without_a_phase() -> None:
    assert check(swap(), {"phases": [["give"]]}).words == "Not valid. pay is never done."


def test_every_amount_of_an_answer_is_replayed() -> None:
    """Each net position and each room of every phase, changed by itself, is found out."""
    toy = catalogue.load("toy/side-by-side")
    answer = find(toy).to_dict()
    assert check(toy, answer).valid
    for key in ("net", "slack"):
        for number, row in enumerate(answer[key]):
            for party in row:
                said = {**answer, "exact": {}, key: [{**other} for other in answer[key]]}
                said[key][number][party] += 1
                assert not check(toy, said).valid, (key, number, party)


def test_a_swap_without_anything_to_lose_invites_cheating() -> None:
    first = replay(swap(), [["give", "pay"]]).violations[0]
    assert (first.reason, first.party, first.phase, first.shortfall) == ("cheat on own part", "a", 1, 2)
    assert (first.keeping, first.breaking) == (1, 3)


def test_an_escrow_holds_the_swap_and_the_threshold_is_exact() -> None:
    """A one-for-one swap without any bond needs leak <= 1 - c/v: here 1/3."""
    assert not replay(swap(roadmap={"leak": "1/3"}), [["give", "pay"]]).violations
    assert replay(swap(roadmap={"leak": "34/100"}), [["give", "pay"]]).violations


def test_a_cheat_that_may_go_unseen_needs_more_to_lose() -> None:
    """With detection 1/2 leaving out a cost of 2 needs 4 to lose, and the end is all that is lost."""
    keys = {"steps": {"give": {"detect": "1/2"}}, "stakes": {"b": {"end": 5}}}
    enough = {**keys, "stakes": {"a": {"end": 4}, "b": {"end": 5}}, "roadmap": {"leak": 0}}
    less = {**keys, "stakes": {"a": {"end": "99/100"}, "b": {"end": 5}}, "roadmap": {"leak": 0}}
    assert not replay(swap(**enough), [["give", "pay"]]).violations
    first = replay(swap(**less), [["give", "pay"]]).violations[0]
    assert first.shortfall == Fraction(1, 100)


def test_every_set_of_left_out_steps_is_tried() -> None:
    """Costs 16 and 19, chance of notice .5 and .9, recover 16 and 0: only leaving out the second pays (334/9)."""
    steps = {
        "first": {"doer": "a", "cost": 16, "recover": 16, "detect": 0.5, "value": {"b": 40}},
        "second": {"doer": "a", "cost": 19, "detect": 0.9, "value": {"b": 40}},
    }
    case = {"parties": ["a", "b"], "steps": steps, "roadmap": {"most_per_phase": 2}, "stakes": {"b": {"end": 80}}}
    at = Fraction(334, 9)
    held = {"a": {"end": str(at)}, "b": {"end": 80}}
    short = {"a": {"end": str(at - Fraction(1, 1000))}, "b": {"end": 80}}
    assert not replay(Case.from_dict({**case, "stakes": held}), [["first", "second"]]).violations
    (first, *_) = replay(Case.from_dict({**case, "stakes": short}), [["first", "second"]]).violations
    assert first.steps == ("second",)
    assert first.shortfall == Fraction(1, 1000)


def test_not_worth_signing_whatever_the_guarantee() -> None:
    case = swap(stakes={"a": {"outside": 2, "guarantee": 100}, "b": {"guarantee": 100}})
    first = replay(case, [["give", "pay"]]).violations[0]
    assert (first.reason, first.phase, first.shortfall) == ("not worth starting", 0, None)


def test_a_guarantee_released_at_the_end_does_not_hold_the_end() -> None:
    steps = {"pay": {"revoke": {"a": 1}, "recover": 1}}
    stakes = {"a": {"guarantee": 9}, "b": {"guarantee": 9}}
    assert not replay(swap(steps=steps, stakes=stakes), [["give", "pay"]]).violations
    found = replay(swap(steps=steps, stakes=stakes, roadmap={"release": "at the end"}), [["give", "pay"]])
    assert [one.reason for one in found.violations] == ["undo after completion"]


def test_deadlines_by_the_calendar() -> None:
    steps = {"give": {"duration": "1 month", "by": "2019-02-28"}, "pay": {"not_before": "2019-03-15"}}
    stakes = {"a": {"end": 9}, "b": {"end": 9}}
    arranged = {"start": "2019-01-31", "gate": "1 week"}
    found = replay(swap(steps=steps, stakes=stakes, roadmap=arranged), [["give"], ["pay"]])
    assert not found.violations
    assert found.time_days == 50  # 31 January to 15 March is 43 days, and a week to verify
    late = replay(swap(steps=steps, stakes=stakes, roadmap={**arranged, "start": "2019-02-01"}), [["give"], ["pay"]])
    assert late.violations[0].reason == "too late"


def test_compensation_is_the_smallest_guarantee_of_the_others() -> None:
    stakes = {"a": {"end": 9, "guarantee": 1}, "b": {"end": 9, "guarantee": 4}}
    found = replay(swap(stakes=stakes, roadmap={"compensation": "1/2"}), [["give"], ["pay"]])
    assert found.exposure == {"a": 0, "b": 0}
    assert replay(swap(stakes=stakes), [["give"], ["pay"]]).exposure == {"a": 2, "b": 0}


def test_steps_that_stand_done_are_where_it_begins() -> None:
    stakes = {"a": {"end": 9}, "b": {"end": 9}}
    found = replay(swap(steps={"give": {"done": "2018-05-24"}}, stakes=stakes), [["pay"]])
    assert not found.violations
    assert found.floor == {"a": 2, "b": 0}


def test_a_step_broken_since_is_the_day_on_which_it_begins() -> None:
    """Solver and replay count from the same day: waiting until 2020 is over when a step broke in 2021."""
    case = swap(
        roadmap={"start": "2018-01-01", "leak": 0},
        stakes={"a": {"end": 9}, "b": {"end": 9}},
        steps={"give": {"done": "2019-01-01", "broken": "2021-01-01"}, "pay": {"not_before": "2020-01-01"}},
    )
    answer = find(case, cures=False)
    assert answer.course.time_days == 0
    assert check(case, answer.to_dict()).valid


def test_no_roadmap_is_valid_when_it_breaks_as_claimed() -> None:
    blocking = {"party": "a", "phase": 1, "reason": "cheat on own part", "shortfall": 2}
    said = {"status": "no roadmap", "phases": [["give", "pay"]], "guarantee_needed": 2, "blocking": blocking}
    assert check(swap(), said).valid
    assert "the shortfall is 3; it is 2" in check(swap(), {**said, "blocking": {**blocking, "shortfall": 3}}).words
    assert "Nothing breaks at" in check(swap(), {**said, "blocking": {**blocking, "phase": 2}}).words
    held = swap(stakes={"a": {"end": 9}, "b": {"end": 9}})
    assert "holds, so there is a roadmap" in check(held, said).words
