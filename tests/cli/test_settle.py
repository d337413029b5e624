"""`paripassu settle`: exit codes, JSON, text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from paripassu.cli import app

RUN = CliRunner()


def test_json_is_whole_and_exits_0() -> None:
    done = RUN.invoke(app, ["settle", "papers/nash1950", "--json"])
    assert done.exit_code == 0
    answer = json.loads(done.stdout)
    assert answer["status"] == "found"
    assert answer["packages_total"] == "512"
    assert answer["solutions"]["nash"]["utilities"] == {"bill": 24.0, "jack": 11.0}


def test_no_deal_exits_1(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(
        "parties: [NO, ü]\nissues: {x: [1, NO]}\npreferences:\n"
        "  NO: {no_deal: 1, weights: {x: 1}, values: {x: {1: 1, NO: 0}}}\n"
        "  ü: {no_deal: 1, weights: {x: 1}, values: {x: {1: 0, NO: 1}}}\n"
    )
    done = RUN.invoke(app, ["settle", str(case)])
    assert done.exit_code == 1
    assert "No package out of 2 packages gives every party" in done.stdout
    done = RUN.invoke(app, ["settle", str(case), "--json"])
    assert json.loads(done.stdout)["status"] == "no deal"


def test_text_marks_every_invented_number() -> None:
    done = RUN.invoke(app, ["settle", "labour-contract", "--draft", "wage=2.5", "--points", "3"])
    assert done.exit_code == 0
    assert done.stdout.count("(illustration)") > 6
    assert "3 of " in done.stdout
    assert "Wage rise: 2.5 percent" in done.stdout


@pytest.mark.parametrize("draft", ["wage", "wage=7", "wige=3"])
def test_a_wrong_draft_is_refused(draft: str) -> None:
    done = RUN.invoke(app, ["settle", "labour-contract", "--draft", draft])
    assert done.exception is not None
    assert not done.stdout


def test_a_limit_is_said(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["settle", "singapore-2018", "--limit", "10", "--json", "--out", str(tmp_path / "a.json")])
    assert done.exit_code == 0
    answer = json.loads((tmp_path / "a.json").read_text())
    assert answer["status"] == "limit"
    assert len(answer["frontier"]) <= 10
    assert 0 < answer["how"]["parameters"]["error_bound"] < 1


@pytest.mark.parametrize(("ending", "head"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_line_is_drawn(tmp_path: Path, ending: str, head: bytes) -> None:
    pytest.importorskip("vl_convert")
    picture = tmp_path / f"line.{ending}"
    done = RUN.invoke(app, ["settle", "singapore-2018", "--plot", str(picture)])
    assert done.exit_code == 0
    assert picture.read_bytes().startswith(head)


OPEN = """\
parties: [a, b]
issues: {x: [p, q], y: [r, s]}
preferences:
  a: {basis: illustration, order: [x, y], values: {x: {p: 0, q: 1}, y: {r: 0, s: 1}}}
  b: {weights: {x: [0.2, 0.6], y: 0.5}, no_deal: [0.1, 0.2], values: {x: {p: 1, q: 0}, y: {r: 1, s: 0}}}
"""


def test_what_is_left_open_is_said_and_drawn_from_a_seed(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(OPEN)
    arguments = ["settle", str(case), "--samples", "15", "--seed", "4"]
    done = RUN.invoke(app, arguments)
    assert done.exit_code == 0
    assert "a: weights at the rank-order centroid of the order." in done.stdout
    assert "b: weights at the centre of each range and no deal at the centre of its range." in done.stdout
    assert "15 draws, seed 4" in done.stdout
    answer = json.loads(RUN.invoke(app, [*arguments, "--json"]).stdout)
    assert answer == json.loads(RUN.invoke(app, [*arguments, "--json", "--jobs", "2"]).stdout)
    assert answer["uncertain"]["samples"] == 15
    assert list(answer) == [
        "status", "parties", "packages_total", "no_deal", "frontier", "solutions", "draft", "uncertain", "laws", "how",
    ]  # fmt: skip


def test_plain_numbers_are_moved_when_asked() -> None:
    done = RUN.invoke(app, ["settle", "labour-contract", "--samples", "5"])
    assert "every number off by up to 25 %" in done.stdout
    assert json.loads(RUN.invoke(app, ["settle", "labour-contract", "--json"]).stdout)["uncertain"] is None


def test_one_point_is_the_first_and_whoever_does_not_change_is_named() -> None:
    told = RUN.invoke(app, ["settle", "labour-contract", "--points", "1"]).stdout
    assert "The compromise line (the first of 17 points; --points 0 shows all)" in told
    idle = """parties: [a, b]
issues: {colour: [red, blue], pay: [low, high]}
draft: {colour: red, pay: low}
preferences:
  a: {weights: {colour: 1, pay: 1}, values: {colour: {red: 0, blue: 1}, pay: {low: 1, high: 0}}}
  b: {weights: {colour: 0, pay: 1}, values: {colour: {red: 0, blue: 1}, pay: {low: 0, high: 1}}}
"""
    told = RUN.invoke(app, ["settle", "-"], input=idle).stdout
    assert "a +1; no change for b" in told, told


def test_a_draft_that_cannot_be_is_not_scored() -> None:
    """The rule of the labour contract: no wage rise of 5 percent or more together with the 37-hour week."""
    draft = "wage=5.5, hours=37 hours, security=no layoffs for two years"
    told = RUN.invoke(app, ["settle", "labour-contract", "--draft", draft]).stdout
    about = told[told.index("The draft:") :]
    assert "It breaks rule 1 of the case, so it cannot be and is not scored." in about
    assert "It is worth" not in about
    assert "Changes that leave nobody worse" not in about
