"""From nothing to a case file."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from paripassu.case import load
from paripassu.cli import app
from paripassu.errors import CommandError

RUN = CliRunner()


def test_without_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert RUN.invoke(app, ["new", "ferry", "--no-ask"]).exit_code == 0
    assert load(tmp_path / "ferry.yaml").issues


def test_what_stands_there_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "ferry.yaml"
    path.write_text("mine")
    result = RUN.invoke(app, ["new", str(path), "--no-ask"])
    assert isinstance(result.exception, CommandError)
    assert path.read_text() == "mine"


def test_a_few_questions(tmp_path: Path) -> None:
    path = tmp_path / "ferry.yaml"
    answers = [
        "Ferry timetable",
        "Port, Union",
        "shifts: two, three",
        "nonsense",
        "pay: 0 %, 2 %, 4 %",
        "",
        "y",
        "n",
        "shifts, pay",
        "pay, pay",
        "pay, shifts",
    ]
    result = RUN.invoke(app, ["new", str(path), "--ask"], input="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    case = load(path)
    assert case.issues["pay"].options == ("0 %", "2 %", "4 %")
    assert case.preferences["union"].values["shifts"] == {"two": 0.0, "three": 1.0}
    assert case.preferences["union"].values["pay"] == {"0 %": 1.0, "2 %": 0.5, "4 %": 0.0}
    assert case.preferences["union"].weights["pay"] > case.preferences["port"].weights["pay"]


def test_three_parties_of_whom_two_come_out_alike_are_told_so(tmp_path: Path) -> None:
    path = tmp_path / "dam.yaml"
    answers = ["Dam", "Up, Mid, Down", "height: low, high", "", "", "", "", "", ""]
    result = RUN.invoke(app, ["new", str(path), "--ask"], input="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert "As it stands, Mid and Down value everything alike" in result.stderr
    assert load(path).preferences["mid"] == load(path).preferences["down"]
