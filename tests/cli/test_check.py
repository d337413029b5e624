"""What a case holds, and what can be asked of it."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from paripassu.cli import app

RUN = CliRunner()


def test_what_is_missing_is_said_by_verb() -> None:
    result = RUN.invoke(app, ["check", "labour-contract"])
    assert result.exit_code == 0
    assert "settle     ready" in result.stdout
    assert "roadmap    needs `steps`" in result.stdout


def test_json() -> None:
    found = json.loads(RUN.invoke(app, ["check", "papers/nash1950", "--json"]).stdout)
    assert found["sections"]["parties"] == 2
    assert found["missing"]["settle"] == []
    assert len(found["digest"]) == 64


def test_what_a_case_holds_is_counted_in_words() -> None:
    sections = (
        "parties: [a, b]\nissues: {pay: [low, high]}\ndraft: {pay: low}\nrecord: [{on: 2026-03-01, kind: session}]\n"
        "moves: {a: [go], b: [stay]}\nwished: [go, stay]\nranking: {a: [go], b: [stay]}\n"
    )
    told = RUN.invoke(app, ["check", "-"], input=sections).stdout
    assert (
        "Holds 2 parties, 1 issue, 1 event, a draft of one issue, moves of 2 parties, a wished state, "
        "rankings of 2 parties." in told
    )


def test_a_private_file_that_is_not_here_keeps_nothing_else_from_being_checked(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(
        "parties: [mill, farm]\nissues: {water: [low, high]}\nrecord: [{on: 2026-03-01, kind: call}]\n"
        "preferences: {mill: {private: mill.yaml}, farm: {private: farm.yaml}}\n"
    )
    numbers = "weights: {water: 1}\nvalues: {water: {low: 0, high: 1}}\n"
    (tmp_path / "farm.yaml").write_text(numbers)
    done = RUN.invoke(app, ["check", str(case)])
    assert done.exit_code == 0, done.exception
    assert "The private numbers of mill are not here: mill.yaml is missing or cannot be read." in done.stdout
    assert "settle     needs `preferences.mill`" in done.stdout
    assert json.loads(RUN.invoke(app, ["check", str(case), "--json"]).stdout)["missing"]["settle"] == [
        "preferences.mill"
    ]
    assert RUN.invoke(app, ["record", str(case), "--csv", "-"]).exit_code == 0
    (tmp_path / "farm.yaml").write_text(numbers.replace("water: 1", "watr: 1"))
    assert "Did you mean `water`" in str(RUN.invoke(app, ["check", str(case)]).exception)
    (tmp_path / "farm.yaml").write_text(numbers)
    (tmp_path / "mill.yaml").write_text(numbers)
    assert "settle     ready" in RUN.invoke(app, ["check", str(case)]).stdout
