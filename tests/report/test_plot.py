"""Pictures by themselves: each kind is drawn as SVG and as PNG, and what cannot be drawn is said in one line."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from paripassu import catalogue
from paripassu.case import Case
from paripassu.errors import CommandError
from paripassu.report import plot
from paripassu.report.answers import Answers, answer


@pytest.fixture(scope="module")
def case() -> Case:
    return catalogue.load("singapore-2018")


@pytest.fixture(scope="module")
def answers(case: Case) -> Answers:
    return answer(case)


def result_of(answers: Answers, kind: str) -> Any:
    return {"frontier": answers.settle, "states": answers.stability}.get(kind, answers.roadmap)


@pytest.mark.parametrize("kind", ["frontier", "states", "gantt", "orders", "time", "tornado", "corridor:us"])
def test_every_kind_is_drawn_with_words(kind: str, case: Case, answers: Answers, tmp_path: Path) -> None:
    file = tmp_path / "picture.svg"
    plot(kind, case, result_of(answers, kind), file)
    drawn = ET.parse(file).getroot()
    words = "".join(text.text or "" for text in drawn.iter("{http://www.w3.org/2000/svg}text"))
    assert len(words) > 20
    assert "NaN" not in file.read_text(encoding="utf-8")


def test_png_has_its_signature(case: Case, answers: Answers, tmp_path: Path) -> None:
    plot("gantt", case, answers.roadmap, tmp_path / "gantt.png")
    assert (tmp_path / "gantt.png").read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("gantt", "gantt.pdf", "ending in .svg or .png, got `.pdf`"),
        ("gant", "x.svg", "got `gant`"),
        ("corridor:rok", "x.svg", "got `corridor:rok`"),
        ("gantt", "nowhere/x.svg", "cannot be written"),
    ],
)
def test_what_cannot_be_drawn_is_said(
    kind: str, name: str, said: str, case: Case, answers: Answers, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match=said):
        plot(kind, case, answers.roadmap, tmp_path / name)
    assert not (tmp_path / name).exists()


def test_no_deal_draws_nothing(tmp_path: Path) -> None:
    one = {"weights": {"pie": 1}, "values": {"pie": {"a": 1, "b": 0}}, "no_deal": 0.9}
    two = {"weights": {"pie": 1}, "values": {"pie": {"a": 0, "b": 1}}, "no_deal": 0.9}
    case = Case.from_dict(
        {"parties": ["one", "two"], "issues": {"pie": ["a", "b"]}, "preferences": {"one": one, "two": two}}
    )
    with pytest.raises(CommandError, match="nothing to draw"):
        plot("frontier", case, answer(case).settle, tmp_path / "x.svg")


def test_names_may_hold_anything(tmp_path: Path) -> None:
    names = ["o'neill [x].y", 'a "quoted" \\ name', "<b>ü</b>"]
    value = {"weights": {"pie": 1}, "values": {"pie": {"NO": 1, "1": 0.5, "ü'\"": 0}}}
    for count in (2, 3):
        case = Case.from_dict(
            {
                "parties": {f"p{at}": {"name": names[at]} for at in range(count)},
                "issues": {"pie": ["NO", "1", "ü'\""]},
                "preferences": {f"p{at}": value for at in range(count)},
            }
        )
        plot("frontier", case, answer(case).settle, tmp_path / f"{count}.svg")
        ET.parse(tmp_path / f"{count}.svg")
