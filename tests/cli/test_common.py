"""Writing whole or not at all; reading a case from wherever a person says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import paripassu
from paripassu.cli.common import working

SOURCE = str(Path(paripassu.__file__).parent.parent)


def run(*arguments: str, stdin: bytes = b"", stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "paripassu", *arguments],
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": SOURCE},
        check=False,
        timeout=60,
    )


def test_a_case_from_standard_input() -> None:
    result = run("check", "-", stdin=b"parties: [a, b]\ntitle: Piped\n")
    assert result.returncode == 0, result.stderr
    assert b"Piped: reads well." in result.stdout


def test_problems_go_to_stderr_with_code_2() -> None:
    result = run("check", "-", stdin=b"parties: [a, b]\nissue: {}\n")
    assert result.returncode == 2
    assert result.stdout == b""
    assert result.stderr.decode().splitlines() == [
        "This cannot be answered yet: one thing to mend.",
        "standard input:2: issue: expected a known section, got `issue`. Did you mean `issues`?",
    ]


def test_a_closed_pipe_ends_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        result = run("schema", stdout=writing)
    finally:
        os.close(writing)
    assert b"Traceback" not in result.stderr
    assert result.stderr == b""


@pytest.mark.parametrize("words", [["settel", "x"], ["check"], ["check", "x", "--no-such-option"]])
def test_a_command_that_cannot_be_read_has_code_2(words: list[str]) -> None:
    result = run(*words)
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr


def test_work_is_announced_only_where_a_person_can_see_it(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with working("counting"):
        pass
    assert capfd.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with working("counting"):
        pass
    out, err = capfd.readouterr()
    assert out == ""
    assert "counting ... (Ctrl-C stops)" in err


def test_a_reader_that_has_gone_is_no_answer() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    result = run("check", "labour-contract", stdout=writing)
    os.close(writing)
    assert (result.returncode, result.stderr) == (141, b"")


@pytest.mark.parametrize("verb", ["record", "stability", "roadmap"])
def test_verbs_that_need_nobodys_numbers_read_no_private_file(tmp_path: Path, verb: str) -> None:
    (tmp_path / "case.yaml").write_text(
        "parties: [a, b]\nissues: {pay: [low, high]}\npreferences: {a: {private: gone.yaml}}\n"
        "record: [{on: 2026-03-01, kind: session}]\nmoves: {a: [go], b: [stay]}\nranking: {a: [go], b: [stay]}\n"
        "steps: {give: {doer: a, cost: 1, value: {b: 2}}}\n"
    )
    assert run(verb, str(tmp_path)).returncode in (0, 1)
    assert run("settle", str(tmp_path)).returncode == 2


def test_a_name_that_is_nowhere_says_where_names_are() -> None:
    told = run("settle", "labour-contrakt").stderr.decode().splitlines()[1]
    assert told == (
        "labour-contrakt: expected a case file, a folder or a catalogue name, got nothing by that name; "
        "`paripassu catalogue` lists the worked cases. Did you mean `labour-contract`?"
    )


def test_a_worked_case_is_told_by_its_name() -> None:
    told = run("roadmap", "labour-contract").stderr.decode().splitlines()[1]
    assert told.startswith("labour-contract: steps: expected a section `steps`")
