"""Cutting steps into parts: the closed forms of the sizes, and what a cut leaves as it was."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from typer.testing import CliRunner

from paripassu.case import Case
from paripassu.cli import app
from paripassu.errors import CommandError
from paripassu.roadmap import evaluate, find, parts
from paripassu.roadmap.parts import cut
from paripassu.roadmap.sizes import bond_for, fewest_phases, largest_parts


def exchange(worth: str, cost: int, stakes: dict[str, Any], **more: Any) -> Case:
    """Each side does one step for the other, worth so many times its cost."""
    steps = {
        name: {"doer": doer, "cost": cost, "value": {other: Fraction(worth) * cost}, "duration": "30 days", **more}
        for name, doer, other in (("give", "a", "b"), ("pay", "b", "a"))
    }
    return Case.from_dict({"parties": ["a", "b"], "steps": steps, "stakes": {"a": stakes, "b": stakes}})


@pytest.mark.parametrize(
    ("worth", "discount", "end", "cost"),
    [("1.5", "0.9", "1", 20), ("2", "1", "1", 7), ("1.5", "1", "2", 9), ("1.2", "0.8", "3", 10)],
)
def test_the_fewest_parts_are_those_of_the_closed_form(worth: str, discount: str, end: str, cost: int) -> None:
    """The guide's K*, and its sizes scaled to the total: none of the parts is larger than the largest allowed."""
    case = exchange(worth, cost, {"end": end, "discount": discount})
    expected = fewest_phases(Fraction(worth), Fraction(discount), Fraction(end), Fraction(cost))
    found = parts(case, ["give", "pay"], most=7)
    assert found.fewest is not None
    assert found.fewest.count == expected
    largest = largest_parts(Fraction(worth), Fraction(discount), Fraction(end), found.fewest.count)
    for share, most in zip(found.fewest.shares["give"], largest, strict=True):
        assert share * cost <= most


def test_beyond_the_limit_no_number_of_parts_is_enough() -> None:
    """With a rate of .96 nothing above 1 / (1 - .96) = 25 can be traded; 26 in six parts cannot."""
    found = parts(exchange("1.2", 26, {"end": 1, "discount": "0.8"}), ["give", "pay"], most=4)
    assert found.status == "no roadmap"
    assert found.fewest is None
    assert max(one.count for one in found.tried) == 4


@pytest.mark.parametrize(("count", "bond"), [(1, "20"), (3, "4.793")])
def test_a_bond_does_no_worse_than_an_end_value(count: int, bond: str) -> None:
    """The guide's bonds for one and three phases are those of an end value; one that is held is not discounted."""
    closed = bond_for(Fraction("1.5"), Fraction("0.9"), Fraction(20), count)
    assert float(closed) == pytest.approx(float(bond), abs=5e-4)
    found = parts(exchange("1.5", 20, {"discount": "0.9"}), ["give", "pay"], most=count)
    needed = [one.guarantee_needed for one in found.tried if one.count == count]
    assert min(x for x in needed if x is not None) <= closed
    held = parts(exchange("1.5", 20, {"end": closed, "discount": "0.9"}), ["give", "pay"], most=count)
    assert held.fewest is not None
    assert held.fewest.count == count


def test_cutting_more_finely_never_raises_the_guarantee() -> None:
    found = parts(exchange("3/2", 12, {}), ["give", "pay"], most=5)
    needed = [one.guarantee_needed for one in found.tried if one.sizes != "graded"]
    assert None not in needed
    assert needed == sorted(needed, key=lambda x: -(x or 0))
    assert needed[0] == 12


def test_a_cut_adds_up_and_keeps_its_place() -> None:
    steps = {
        "before": {"doer": "a", "cost": 1},
        "work": {
            "doer": "a",
            "cost": 6,
            "recover": 3,
            "value": {"b": 9},
            "revoke": {"b": 3},
            "needs": "before",
            "duration": "2 months",
            "by": "2019-01-01",
            "not_before": "2018-02-01",
        },
        "after": {"doer": "b", "cost": 2, "value": {"a": 5}, "needs": "work"},
    }
    case = Case.from_dict({"parties": ["a", "b"], "roadmap": {"start": "2018-01-01"}, "steps": steps})
    smaller = cut(case, {"work": [Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)]})
    some = [step for name, step in smaller.steps.items() if name.startswith("work")]
    for key in ("cost", "recover"):
        assert sum(getattr(step, key)[0] for step in some) == getattr(case.steps["work"], key)[0]
    for key in ("value", "revoke"):
        assert sum(getattr(step, key)["b"][0] for step in some) == getattr(case.steps["work"], key)["b"][0]
    assert [step.needs for step in some] == [("before",), ("work 1/3",), ("work 2/3",)]
    assert smaller.steps["after"].needs == ("work 3/3",)
    assert [step.duration.days for step in some] == [30, 20, 10]
    assert [step.by is None for step in some] == [True, True, False]
    assert [step.not_before is None for step in some] == [False, True, True]
    # Done one after another, the parts leave everybody where the whole leaves them.
    whole = evaluate(case, [["before"], ["work"], ["after"]])
    small = evaluate(smaller, [["before"], ["work 1/3"], ["work 2/3"], ["work 3/3"], ["after"]])
    assert small.net[-1] == whole.net[-1]
    assert small.time_days >= whole.time_days - 1


def test_the_order_of_the_parts_is_a_roadmap_of_the_cut_case() -> None:
    case = exchange("2", 7, {"end": 1})
    found = parts(case, ["give", "pay"])
    assert found.fewest is not None
    smaller = cut(case, found.fewest.shares)
    assert evaluate(smaller, found.fewest.phases).holds
    assert find(smaller).status == "found"


def test_what_cannot_be_cut_is_said() -> None:
    case = exchange("2", 7, {"end": 1})
    for steps, words in (([], "divisible: yes"), (["giev"], "Did you mean `give`")):
        with pytest.raises(CommandError, match=words):
            parts(case, steps)


def test_on_the_command_line(tmp_path: Any) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(
        "parties: [a, b]\nstakes: {a: {end: 1}, b: {end: 1}}\nsteps:\n"
        "  give: {doer: a, cost: 7, value: {b: 14}, divisible: yes}\n"
        "  pay: {doer: b, cost: 7, value: {a: 14}, divisible: yes}\n"
    )
    run = CliRunner().invoke(app, ["roadmap", str(file), "--split", "all"])
    assert run.exit_code == 0
    assert "give and pay in 3 graded parts" in run.stdout
    assert "57.1 %, 28.6 %, 14.3 %" in run.stdout
    assert "one begins small instead" in run.stdout
    run = CliRunner().invoke(app, ["roadmap", str(file), "--split", "give", "--json"])
    assert json.loads(run.stdout)["steps"] == ["give"]
