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
