"""The program as a whole: its verbs, and completion in the shell."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import paripassu
from paripassu.cli.app import VERBS

SOURCE = str(Path(paripassu.__file__).parent.parent)


def python(script: str, **environment: str) -> str:
    """What a fresh interpreter prints."""
    told = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": SOURCE, **environment},
        check=False,
        timeout=60,
    )
    return told.stdout


def test_help_names_every_verb() -> None:
    told = python("import sys; sys.argv = ['paripassu', '--help']; from paripassu.cli import main; main()")
    assert all(f"\n  {verb} " in told for verb in VERBS)


def test_nothing_heavy_is_imported_before_a_verb_runs() -> None:
    heavy = "('numpy', 'pydantic', 'altair', 'ruamel.yaml', 'jinja2')"
    assert python(f"import sys, paripassu.cli; print([m for m in {heavy} if m in sys.modules])").strip() == "[]"


@pytest.mark.parametrize(
    ("words", "place", "completed"),
    [("paripassu stab", "1", "stability"), ("paripassu brief singap", "2", "singapore-2018")],
)
def test_the_shell_completes_verbs_and_cases(words: str, place: str, completed: str) -> None:
    script = "from paripassu.cli import app; app(prog_name='paripassu')"
    told = python(script, _PARIPASSU_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=place)
    assert told.split() == [completed]
