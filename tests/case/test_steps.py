"""The sections roadmap, stakes and steps: what they mean, and every slip with its line."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest

from paripassu.case import Case, Duration, load
from paripassu.errors import CaseError

HEAD = "parties: [a, b]\n"


def problems(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "case.yaml"
    path.write_text(HEAD + text)
    with pytest.raises(CaseError) as caught:
        load(path)
    return [line.removeprefix(f"{tmp_path}/") for line in caught.value.lines()]


def read(tmp_path: Path, text: str) -> Case:
    path = tmp_path / "case.yaml"
    path.write_text(HEAD + text)
    return load(path)


def test_defaults(tmp_path: Path) -> None:
    case = read(tmp_path, "stakes: {a: {}}\nsteps: {x: {doer: a}}\nroadmap: {}\n")
    step = case.steps["x"]
    nothing = (Fraction(0), Fraction(0))
    assert (step.cost, step.recover, step.detect) == (nothing, nothing, (Fraction(1), Fraction(1)))
    assert (step.value, step.revoke, step.needs, step.duration.days) == ({}, {}, (), 0)
    assert case.stakes["a"].end == case.stakes["a"].outside == case.stakes["a"].guarantee == nothing
    assert case.roadmap is not None
    assert (case.roadmap.leak, case.roadmap.gate.days, case.roadmap.compensation) == (1, 0, 0)
    assert (case.roadmap.most_per_phase, case.roadmap.release) == (1, "after the end")


def test_amounts_are_exact(tmp_path: Path) -> None:
    case = read(tmp_path, "steps: {x: {doer: a, cost: 0.1, value: {b: [1/3, 0.7]}, detect: 0.6}}\n")
    assert case.steps["x"].cost[0] == Fraction(1, 10)
    assert case.steps["x"].value["b"] == (Fraction(1, 3), Fraction(7, 10))
    assert case.steps["x"].detect[0] == Fraction(3, 5)


@pytest.mark.parametrize(
    ("written", "days"), [("5", 5), ("1 day", 1), ("2 weeks", 14), ("3 months", 90), ("1 year", 365)]
)
def test_durations_without_a_calendar(tmp_path: Path, written: str, days: int) -> None:
    assert read(tmp_path, f"steps: {{x: {{doer: a, duration: {written}}}}}\n").steps["x"].duration.days == days


def test_durations_by_the_calendar() -> None:
    assert Duration(1, "month").after(dt.date(2020, 1, 31)) == dt.date(2020, 2, 29)
    assert Duration(13, "month").after(dt.date(2018, 12, 12)) == dt.date(2020, 1, 12)
    assert Duration(1, "year").after(dt.date(2020, 2, 29)) == dt.date(2021, 2, 28)
    assert Duration(2, "week").after(dt.date(2018, 6, 12)) == dt.date(2018, 6, 26)


def test_every_slip_at_once_with_its_line(tmp_path: Path) -> None:
    text = """\
roadmap:
  leak: 1.5
  order: [[x, y], [x, q]]
stakes:
  a: {guarantee: -1, discount: 1.1}
  c: {end: 1}
steps:
  x: {doer: a, cost: 2, recover: 3}
  y: {doer: b, cost: -1, value: {b: 1}}
  z:
    doer: d
    value: {a: 2}
    revoke: {a: 3}
    detect: 0
    needs: [x, w]
    by: 2018-12-31
"""
    assert problems(tmp_path, text) == [
        "case.yaml:3: roadmap.leak: expected a share between 0 and 1, got 1.5.",
        "case.yaml:4: roadmap.order.2nd.1st: expected each step once, got `x` again.",
        "case.yaml:4: roadmap.order.2nd.2nd: expected a step of this case (x, y, z), got `q`.",
        "case.yaml:4: roadmap.order: expected every step that is not done, got an order without `z`.",
        "case.yaml:6: stakes.a.guarantee: expected an amount of at least 0, got -1.",
        "case.yaml:6: stakes.a.discount: expected a share above 0 and at most 1, got 1.1.",
        "case.yaml:7: stakes.c: expected a party of this case (a, b), got `c`.",
        "case.yaml:9: steps.x.recover: expected at most the cost, 2, got 3.",
        "case.yaml:10: steps.y.value.b: expected nothing for the doer itself (put it into a lower cost),"
        " got an amount for `b`.",
        "case.yaml:10: steps.y.cost: expected an amount of at least 0, got -1.",
        "case.yaml:12: steps.z.doer: expected a party of this case (a, b), got `d`.",
        "case.yaml:14: steps.z.revoke.a: expected at most the value, 2, got 3.",
        "case.yaml:15: steps.z.detect: expected a chance above 0 and at most 1, got 0.",
        "case.yaml:16: steps.z.needs.2nd: expected a step of this case (x, y, z), got `w`.",
        "case.yaml:17: steps.z.by: expected `roadmap.start` in the case, from which days are counted, got 2018-12-31.",
    ]


def test_a_cycle_is_named_once(tmp_path: Path) -> None:
    text = """\
steps:
  x: {doer: a, needs: y}
  y: {doer: b, needs: [w, z]}
  z: {doer: b, needs: x}
  w: {doer: a}
"""
    assert problems(tmp_path, text) == [
        "case.yaml:5: steps.z.needs.1st: expected prerequisites without a cycle, got `x` needs `y` needs `z` needs `x`."
    ]


def test_a_step_that_needs_itself(tmp_path: Path) -> None:
    assert problems(tmp_path, "steps: {x: {doer: a, needs: x}}\n") == [
        "case.yaml:2: steps.x.needs.1st: expected prerequisites without a cycle, got `x` needs `x`."
    ]


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("{doer: a, duration: 1 moon}", "steps.x.duration: expected a whole number of days"),
        ("{doer: a, cost: [3, 2]}", "steps.x.cost: expected [low, high] with low not above high"),
        ("{doer: a, cost: much}", "steps.x.cost: expected a number"),
        ("{doer: a, cost: [2, 5], recover: [1, 6]}", "steps.x.recover: expected at most the cost, [2, 5], got [1, 6]"),
        ("{doer: a, done: 2018-02-30}", "steps.x.done: expected a date"),
        ("{doer: a, broken: 2018-02-03}", "steps.x.broken: expected `done` beside it"),
        ("{doer: a, cost: 2, recover: 1, reversible: no}", "steps.x.recover: expected 0 beside `reversible: no`"),
        (
            "{doer: a, by: 2028-12-31, not_before: 2029-01-01}",
            "steps.x.by: expected a day not before `not_before`, 2029-01-01, got 2028-12-31",
        ),
        ("{dooer: a}", "Did you mean `doer`?"),
        ("{cost: 1}", "expected a value for `doer`, got none"),
    ],
)
def test_one_slip(tmp_path: Path, step: str, expected: str) -> None:
    (line, *_) = [line for line in problems(tmp_path, f"steps: {{x: {step}}}\n") if expected in line]
    assert line.startswith("case.yaml:2: ")


def test_a_broken_step_is_not_finished(tmp_path: Path) -> None:
    text = "steps: {x: {doer: a, done: 2018-01-01, broken: 2018-02-01}, y: {doer: a, done: 2018-01-01}, z: {doer: b}}\n"
    steps = read(tmp_path, text).steps
    assert [name for name, step in steps.items() if step.finished] == ["y"]


def test_an_order_may_leave_out_what_is_done_and_list_single_steps(tmp_path: Path) -> None:
    text = "roadmap: {order: [y, [z]]}\nsteps: {x: {doer: a, done: 2018-01-01}, y: {doer: a}, z: {doer: b}}\n"
    case = read(tmp_path, text)
    assert case.roadmap is not None
    assert case.roadmap.order == (("y",), ("z",))


def test_most_per_phase_is_a_count(tmp_path: Path) -> None:
    assert problems(tmp_path, "roadmap: {most_per_phase: 0}\nsteps: {x: {doer: a}}\n") == [
        "case.yaml:2: roadmap.most_per_phase: expected a whole number of at least 1, got `0`."
    ]
