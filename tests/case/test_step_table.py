"""The steps as a table: what goes out comes back the same, and a slip is named by line and column."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu import catalogue
from paripassu.case import Case, load
from paripassu.case.step_table import steps_csv
from paripassu.errors import CaseError

NAMES = st.one_of(
    st.text(min_size=1, max_size=5),
    st.sampled_from([" x ", "a; b", ";", "[1]", '{"a": 1}', "=1+1", "-5", "'", "'=x", "@a", "a,b", 'q"q', "a\nb", "é"]),
).filter(lambda word: max(word) < "\ud800" or max(word) > "\udfff")
AMOUNT = st.sampled_from(["0", "2", "0.25", "1/3", "7/2"])
SPAN = st.one_of(AMOUNT, st.tuples(st.sampled_from(["0", "1/7"]), st.sampled_from(["9", "10.5"])).map(list))
STEP = st.fixed_dictionaries(
    {"doer": st.sampled_from([0, 1])},
    optional={
        "name": st.one_of(NAMES, st.just("")),
        "cost": st.sampled_from(["12", ["11", "37/3"]]),
        "recover": st.sampled_from(["0", "2", "1/3"]),
        "detect": st.sampled_from(["0.5", "1/3", ["0.5", "1"]]),
        "value": SPAN,
        "duration": st.sampled_from(["5", "1 day", "2 weeks", "13 months", "1 year"]),
        "by": st.just("2019-01-31"),
        "not_before": st.just("2018-06-12"),
        "done": st.just("2018-07-01"),
        "reversible": st.sampled_from(["yes", "partly"]),
        "verifier": st.sampled_from(["-", "IAEA", "=cmd"]),
        "confidence": st.sampled_from(["read", "memory", "check"]),
        "basis": st.just("illustration"),
        "note": NAMES,
        "needs": st.integers(0, 3),
        "source": st.booleans(),
    },
)


def made(parties: list[str], names: list[str], drawn: list[dict[str, Any]]) -> dict[str, Any]:
    """Sections of a case: ``doer`` and ``value`` by party, ``needs`` among earlier steps, a source there is."""
    steps: dict[str, Any] = {}
    for name, one in zip(names, drawn, strict=True):
        step = {**one, "doer": parties[one["doer"]]}
        if "cost" not in step:
            step.pop("recover", None)
        if "value" in step:
            step["value"] = {parties[1 - one["doer"]]: step["value"]}
            step["revoke"] = {parties[1 - one["doer"]]: "0"}
        if "needs" in step:
            step["needs"] = list(steps)[: one["needs"]]
        if step.pop("source", False):
            step["source"] = ["s; t", "u"]
        steps[name] = step
    sources = {"s; t": {"title": "S"}, "u": {"title": "U"}}
    return {"parties": parties, "sources": sources, "roadmap": {"start": "2018-06-01"}, "steps": steps}


def beside(folder: Path, sections: dict[str, Any], table: str) -> Case:
    """Read again from a folder: everything but the steps in case.yaml, the steps in their table."""
    rest = {key: held for key, held in sections.items() if key != "steps"}
    (folder / "case.yaml").write_text(json.dumps(rest), encoding="utf-8")
    (folder / "steps.csv").write_bytes(("\ufeff" + table).encode())
    return load(folder)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([["us", "dprk"], ["a.b", "c"], ["NO", "1"]]),
    st.lists(st.tuples(NAMES, STEP), min_size=1, max_size=4, unique_by=lambda pair: pair[0]),
)
def test_every_step_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, parties: list[str], drawn: list[tuple[str, dict[str, Any]]]
) -> None:
    sections = made(parties, [name for name, _ in drawn], [step for _, step in drawn])
    case = Case.from_dict(sections)
    again = beside(tmp_path_factory.getbasetemp(), sections, steps_csv(case))
    assert again.steps == case.steps
    assert list(again.steps) == list(case.steps)


@pytest.mark.parametrize("name", [name for name in catalogue.names() if catalogue.load(name).steps])
def test_every_case_of_the_shelf_comes_back(name: str, tmp_path: Path) -> None:
    case = catalogue.load(name)
    sections = {
        "parties": list(case.parties),
        "sources": {one: {"title": "x"} for one in case.sources},
        "roadmap": {"start": "2000-01-01"},
    }
    assert beside(tmp_path, sections, steps_csv(case)).steps == case.steps


def test_a_spreadsheet_may_save_it_with_semicolons(tmp_path: Path) -> None:
    table = 'id;doer;cost;value.b\r\ngive;a;2;3\r\npay;b;"1; 2";\r\n'
    case = beside(tmp_path, {"parties": ["a", "b"]}, table)
    assert case.steps["give"].value == {"b": (3, 3)}
    assert case.steps["pay"].cost == (1, 2)


def test_a_slip_is_named_by_line_and_column(tmp_path: Path) -> None:
    table = "id,doer,cost,recover,value.b,needs\ngive,a,much,,3,\npay,c,2,3,,giv\n"
    with pytest.raises(CaseError) as caught:
        beside(tmp_path, {"parties": ["a", "b"]}, table)
    said = [line.removeprefix(f"{tmp_path}/") for line in caught.value.lines()]
    assert [line.split(":")[:2] for line in said] == [["steps.csv", "2"]] + [["steps.csv", "3"]] * 3
    for line, column in zip(said, ("column C (cost)", "column B (doer)", "column D", "column F"), strict=True):
        assert column in line
