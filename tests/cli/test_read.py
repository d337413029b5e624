"""`paripassu read`: the JSON has every key, bad input is a line on stderr, nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from paripassu.cli import app
from paripassu.errors import CaseError

RUN = CliRunner()
KEYS = ["source", "persons", "organisations", "places", "dates", "statements", "events", "positions", "boilerplate"]


def test_json_of_an_empty_file_has_every_key(tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.write_bytes(b"")
    found = json.loads(RUN.invoke(app, ["read", str(file), "--json"], catch_exceptions=False).stdout)
    assert list(found) == KEYS
    assert found["source"]["sha256"] == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert found["source"]["published"] is None
    assert all(found[key] == [] for key in KEYS[1:])


def test_relative_dates_wait_for_the_day_of_publication(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("The envoys met on Friday in Geneva.\n", encoding="utf-8")
    without = RUN.invoke(app, ["read", str(file)], catch_exceptions=False).stdout
    assert "Friday = not resolved" in without
    assert "No day of publication" in without
    told = RUN.invoke(app, ["read", str(file), "--published", "2018-06-04"], catch_exceptions=False).stdout
    assert "Friday = 2018-06-01" in told
    assert [one.name for one in tmp_path.iterdir()] == ["report.txt"]


def test_every_unreadable_file_is_named(tmp_path: Path) -> None:
    binary, latin = tmp_path / "a.bin", tmp_path / "b.txt"
    binary.write_bytes(b"one\ntwo\0three")
    latin.write_bytes("Bogotá".encode("latin-1"))
    done = RUN.invoke(app, ["read", str(binary), str(latin), str(tmp_path / "none.txt")])
    assert isinstance(done.exception, CaseError)
    lines = done.exception.lines()
    assert [line.split(": ")[0] for line in lines] == [f"{binary}:2", f"{latin}:1", f"{tmp_path / 'none.txt'}"]
    right = RUN.invoke(app, ["read", str(latin), "--encoding", "latin-1", "--json"], catch_exceptions=False)
    assert json.loads(right.stdout)["places"][0]["name"] == "Bogota"


@pytest.mark.parametrize("day", ["yesterday", "2018-13-01"])
def test_a_day_of_publication_is_a_date(tmp_path: Path, day: str) -> None:
    file = tmp_path / "report.txt"
    file.write_text("They met.", encoding="utf-8")
    done = RUN.invoke(app, ["read", str(file), "--published", day])
    assert isinstance(done.exception, CaseError)
    assert "--published: expected a date YYYY-MM-DD" in str(done.exception)
