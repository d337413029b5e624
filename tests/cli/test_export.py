"""`paripassu export`: a whole folder or none, and what is left out on stderr."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import paripassu as pp
from paripassu.cli import app
from paripassu.errors import CommandError

RUN = CliRunner()


def test_the_folder_reads_wherever_a_case_stands(tmp_path: Path) -> None:
    folder = tmp_path / "labour"
    done = RUN.invoke(app, ["export", "labour-contract", "--to", "negmas", str(folder)])
    assert done.exit_code == 0
    assert not done.stdout
    assert "left out: rules: no place for it" in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["domain.yml", "employer.yml", "union.yml"]
    before, after = (pp.settle.nash(pp.load(where)) for where in ("labour-contract", str(folder)))
    assert after.points[0].utilities == before.points[0].utilities


def test_what_stands_there_is_left_alone(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["export", "labour-contract", "--to", "negmas", str(tmp_path)])
    assert isinstance(done.exception, CommandError)
    assert "stands there already" in str(done.exception)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("case", ["papers/chicken", "nowhere"])
def test_nothing_is_left_half_written(tmp_path: Path, case: str) -> None:
    done = RUN.invoke(app, ["export", case, "--to", "negmas", str(tmp_path / "new")])
    assert done.exit_code
    assert list(tmp_path.iterdir()) == []
