"""A command that cannot be read is one line like every other; stopping is not an answer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import paripassu
from paripassu.cli.app import VERBS

SOURCE = str(Path(paripassu.__file__).parent.parent)
STOPPED = """
import sys
from paripassu.cli import check, main
def stop(*args, **kwargs): raise {what}
check.open_readable = stop
sys.argv = ["paripassu", "check", "x"]
main()
"""


def run(*words: str, script: str | None = None, stdin: str = "") -> tuple[int, str, str]:
    """Exit code, answer and the lines beside it."""
    start = ["-m", "paripassu"] if script is None else ["-c", script]
    done = subprocess.run(
        [sys.executable, *start, *words],
        input=stdin,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": SOURCE, "COLUMNS": "100"},
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            "roadmap toy/side-by-side --minimise tim",
            "--minimise: expected one of exposure, time, guarantee, phases, slack, got `tim`. Did you mean `time`?",
        ),
        ("settle x --limit=ten", "--limit: expected a whole number, got `ten`."),
        ("settle x --limit 0", "--limit: expected at least 1, got `0`."),
        ("settle x --limt 3", "settle: expected a known option, got `--limt`. Did you mean `--limit`?"),
        ("settle x --limit", "--limit: expected a value, got none."),
        ("settle", "settle: expected CASE, got none; `paripassu settle --help` says what it is."),
        ("settle x y", "settle: expected nothing more, got `y`."),
        ("sttle x", "expected a verb, got `sttle`. Did you mean `settle`? `paripassu --help` lists them."),
        (
            "stability singapore-2018 --to nosuch",
            "--to: expected an option of `moves`, or a decimal state, got `nosuch`.",
        ),
    ],
)
def test_a_slip_is_one_line(words: str, line: str) -> None:
    assert run(*words.split()) == (2, "", line + "\n")


def test_the_end_of_the_input_is_not_the_answer_no(tmp_path: Path) -> None:
    code, _, beside = run("new", str(tmp_path / "mine"), "--ask", stdin="Talks\n")
    assert code == 2
    assert beside.splitlines()[-1] == "expected an answer, got the end of the input; nothing was written."
    assert not list(tmp_path.iterdir())


def test_stopped_is_said() -> None:
    assert run(script=STOPPED.format(what="KeyboardInterrupt")) == (130, "", "stopped\n")


def test_a_reader_that_has_gone_is_not_the_answer_no() -> None:
    assert run(script=STOPPED.format(what="BrokenPipeError(32, 'gone')")) == (141, "", "")


@pytest.mark.parametrize("verb", VERBS)
def test_help_speaks_of_no_types(verb: str) -> None:
    code, told, _ = run(verb, "--help")
    assert code == 0
    assert not re.findall(r"<\w[^>]*>|\{\w+\}", told)
