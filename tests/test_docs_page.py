"""The page on the command line names every verb and every option, and none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from paripassu.cli import app

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "command-line.md"
VERBS = dict(get_command(app).commands)  # type: ignore[attr-defined]


def sections() -> dict[str, str]:
    """The text under each level-two heading."""
    parts = re.split(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def written(text: str) -> set[str]:
    """The options a table lists in its first column."""
    cells = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `--")]
    return set(re.findall(r"--[a-z][a-z-]*", " ".join(cells)))


def test_each_verb_has_its_section_and_no_other() -> None:
    assert set(sections()) == set(VERBS)


@pytest.mark.parametrize("name", VERBS)
def test_each_option_has_its_line_and_no_other(name: str) -> None:
    real = {option for one in VERBS[name].params for option in (*one.opts, *one.secondary_opts) if option[:2] == "--"}
    assert written(sections()[name]) == real - {"--help"}
