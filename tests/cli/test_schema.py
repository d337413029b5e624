"""The JSON Schema: what an editor checks agrees with what we read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from typer.testing import CliRunner

from paripassu import catalogue
from paripassu.cli import app

jsonschema = pytest.importorskip("jsonschema")
SHELF = Path(catalogue.__file__).parent / "cases"


def schema() -> dict[str, object]:
    result = CliRunner().invoke(app, ["schema"])
    assert result.exit_code == 0
    return json.loads(result.stdout)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", sorted(SHELF.rglob("*.yaml")), ids=lambda path: str(path.relative_to(SHELF)))
def test_every_worked_case_fits(path: Path) -> None:
    written = YAML(typ="safe", pure=True).load(path)
    plain = json.loads(json.dumps(written, default=str))
    errors = [
        f"{'.'.join(map(str, error.absolute_path))}: {error.message}"
        for error in jsonschema.Draft202012Validator(schema()).iter_errors(plain)
    ]
    assert not errors


def test_an_unknown_key_does_not_fit() -> None:
    errors = list(jsonschema.Draft202012Validator(schema()).iter_errors({"parties": {"a": {"nmae": "x"}}}))
    assert errors


def test_parties_may_be_a_list() -> None:
    assert not list(jsonschema.Draft202012Validator(schema()).iter_errors({"parties": ["a", "b"]}))
