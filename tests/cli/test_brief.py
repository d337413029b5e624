"""`paripassu brief`: the page is written whole or not at all, and what is missing is said in one line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CASE = """\
title: Bread
parties: [baker, miller]
issues: {price: [low, high]}
preferences:
  baker: {private: baker.yaml}
  miller: {weights: {price: 1}, values: {price: {low: 0, high: 1}}, no_deal: 0}
"""
BAKER = "{weights: {price: 1}, values: {price: {low: 1, high: 0}}, no_deal: 0}\n"


def run(*words: str, first: str = "pass") -> subprocess.CompletedProcess[str]:
    program = f"import sys; {first}; from paripassu.cli import main; main()"
    return subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, timeout=120)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "baker.yaml").write_text(BAKER, encoding="utf-8")
    file = tmp_path / "case.yaml"
    file.write_text(CASE, encoding="utf-8")
    return file


def test_the_page_is_written_and_warns_of_private_numbers(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.html"
    done = run("brief", str(case), "--out", str(out))
    assert (done.returncode, done.stdout) == (0, "")
    page = out.read_text(encoding="utf-8")
    assert "private numbers of baker" in page
    assert "the others’ numbers are left out" not in page


def test_without_charts_one_line_says_what_to_install(case: Path, tmp_path: Path) -> None:
    done = run("brief", str(case), "--out", str(tmp_path / "x.html"), first="sys.modules['altair'] = None")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "pip install 'paripassu[charts]'" in done.stderr
    assert not (tmp_path / "x.html").exists()


def test_what_cannot_be_written_is_said(case: Path, tmp_path: Path) -> None:
    done = run("brief", str(case), "--out", str(tmp_path / "nowhere" / "x.html"))
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
