"""Every command a guide shows is run, in the order of the page, and prints what the page shows.

A fenced ``console`` block holds commands (``$ paripassu ...``) and what they print; ``...`` stands for what is left
out. The comments ``file: NAME`` and ``add to: NAME`` before a block say that it is a file, or its next piece,
``change: NAME`` that it is a change of one (lines with ``-`` before, with ``+`` after), and ``typed: ...`` what
somebody types, answers with a bar between them.
"""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from paripassu.cli import app
from paripassu.errors import ParipassuError

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("guides/*.md")),
    *sorted((ROOT / "docs").glob("methods/*.md")),
]
BLOCK = re.compile(r"(?:<!-- (file|add to|change|typed): (.+?) -->\n+)?^```(\w+)\n(.*?)^```$", re.M | re.S)
LOOSE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def run(line: str, typed: str | None) -> tuple[int, str]:
    """The exit code of one `paripassu` command and all it prints."""
    program, *words = shlex.split(line, comments=True)
    assert program == "paripassu", f"a guide shows only paripassu's own commands, not `{line}`"
    result = CliRunner().invoke(app, words, input=typed)
    if isinstance(result.exception, ParipassuError):
        return 2, result.output + "\n".join(result.exception.lines())
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def change(file: Path, text: str) -> None:
    """Put the lines marked ``+`` where those marked ``-`` stood, which must stand there once."""
    before, after = ("".join(line[1:] for line in text.splitlines(True) if line[0] == mark) for mark in "-+")
    held = file.read_text(encoding="utf-8")
    assert held.count(before) == 1, before
    file.write_text(held.replace(before, after), encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_is_printed(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code = 0
    for kind, name, language, text in BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind in ("file", "add to"):
            with open(name, "a" if kind == "add to" else "w", encoding="utf-8") as file:
                file.write(text)
        if kind == "change":
            change(Path(name), text)
        if language != "console":
            continue
        typed = "\n".join(part.strip() for part in name.split("|")) + "\n" if kind == "typed" else None
        for line, shown in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", text, re.M):
            if line == "echo $?":
                assert shown.strip() == str(code)
                continue
            code, printed = run(line, typed)
            assert code in (0, 1), printed
            if shown.strip():
                assert doctest.OutputChecker().check_output(shown, printed, LOOSE), f"$ {line}\n{printed}"
