"""What a case holds, and what can be asked of it."""

from __future__ import annotations

import json

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
