"""The shelf from the command line."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from paripassu import catalogue
from paripassu.cli import app

RUN = CliRunner()


def test_every_name_with_its_title() -> None:
    listed = {row["name"]: row["title"] for row in json.loads(RUN.invoke(app, ["catalogue", "--json"]).stdout)}
    assert tuple(listed) == catalogue.names()
    assert all(listed.values())
    assert len(RUN.invoke(app, ["catalogue"]).stdout.splitlines()) == len(listed)


def test_a_copy_to_edit(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["catalogue", "--copy", "labour-contract", str(tmp_path / "mine")])
    assert result.stdout.split() == [str(tmp_path / "mine" / "case.yaml")]
    assert RUN.invoke(app, ["check", str(tmp_path / "mine")]).exit_code == 0
