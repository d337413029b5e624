"""`paripassu sheet`: a file is written, at a seat without the others' files."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from paripassu.cli import app
from paripassu.errors import CaseError

SHARED = """
parties: {mill: {name: The mill}, farm: {name: The farm}}
issues: {water: [low, high]}
positions: [{party: mill, issue: water, option: low, basis: stated}]
preferences: {mill: {private: mill.yaml}, farm: {private: farm.yaml}}
"""
OWN = "no_deal: 0.1\nweights: {water: 0.73519}\nvalues: {water: {low: 0.2, high: 1}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "case.yaml").write_text(SHARED)
    (tmp_path / "farm.yaml").write_text(OWN)
    return tmp_path


@pytest.mark.parametrize("form", ["island", "iceberg", "red-lines", "role"])
def test_at_a_seat_the_others_files_are_not_missed(folder: Path, form: str) -> None:
    out = folder / "page.html"
    done = CliRunner().invoke(app, ["sheet", str(folder), "--form", form, "--for", "farm", "--out", str(out)])
    assert done.exit_code == 0, done.output
    page = out.read_text(encoding="utf-8")
    assert ("private numbers of The farm" in page) == (form != "island")


def test_the_island_needs_nobodys_numbers(folder: Path) -> None:
    out = folder / "page.html"
    assert CliRunner().invoke(app, ["sheet", str(folder), "--form", "island", "--out", str(out)]).exit_code == 0
    missing = CliRunner().invoke(app, ["sheet", str(folder), "--form", "role", "--out", str(out)])
    assert isinstance(missing.exception, CaseError)
