"""The picture of `--split`: bars as large as the parts, the belief under each phase, and what cannot be drawn."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from paripassu.case import Case
from paripassu.errors import CommandError
from paripassu.report import charts, plot, style
from paripassu.report.parted import parted
from paripassu.roadmap import Parts, doubt, parts

BOTH = ["give", "pay"]


def exchange(end: str = "4", **more: Any) -> Case:
    steps = {
        "give": {"doer": "a", "cost": 10, "value": {"b": 15}, "name": "Arrears"},
        "pay": {"doer": "b", "cost": 10, "value": {"a": 15}},
    }
    parties = {"a": {"name": "Company"}, "b": {"name": "Drivers"}}
    return Case.from_dict({"parties": parties, "steps": steps, "stakes": {p: {"end": end} | more for p in "ab"}})


def under_doubt(case: Case, prior: Any = "2/5") -> Parts:
    return replace(parts(case, BOTH), doubt=doubt(case, BOTH, prior=prior))


def layers(kind: str, case: Case, found: Parts) -> tuple[list[dict[str, Any]], list[str]]:
    form = charts.spec(parted(kind, case, found))
    rows = [row for layer in form["layer"] for row in layer["data"]["values"]]
    return [row for row in rows if "share" in row], [row["text"] for row in rows if "text" in row]


def test_bars_are_the_parts_to_one_scale() -> None:
    case = exchange()
    found = under_doubt(case)
    bars, words = layers("parts", case, found)
    assert found.fewest is not None
    assert found.doubt is not None
    cuts = [found.fewest.shares, *(row.shares for row in found.doubt.screening)]
    expected = sorted(float(share) for shares in cuts for some in shares.values() for share in some)
    assert sorted(bar["share"] for bar in bars) == expected
    scales = {round((bar["y2"] - bar["y"]) / bar["share"], 6) for bar in bars}
    assert len(scales) == 1
    assert {round(bar["cost"] / bar["share"], 6) for bar in bars} == {10}
    assert "Without doubt: 2 graded parts" in words
    assert [word for word in words if word.startswith("Under doubt")] == [
        "Under doubt, T = 1: it ends with the first part",
        "Under doubt, T = 2: it ends over the first 2 parts",
        "Under doubt, T = 3: it ends over the first 3 parts",
    ]
    assert {"Arrears (Company)", "pay (Drivers)", "60 %", "26.5 %", "2.65"} <= set(words)


def test_who_is_in_doubt_stands_under_each_phase() -> None:
    """By Bayes: of two fifths sincere, with half of the takers gone, 0.4 / (0.4 + 0.3) are."""
    case = exchange()
    _, words = layers("parts:2", case, under_doubt(case))
    assert [word for word in words if "sincere:" in word or word == "doubt is over"] == [
        "each sincere: 40 %",
        "each sincere: 57.1 %",
        "doubt is over",
    ]
    assert not any("T = 1" in word for word in words)
    _, words = layers("parts", case, under_doubt(case, {"a": "0.9", "b": "0.8"}))
    assert "sincere: Company 90 %, Drivers 80 %" in words


def test_without_a_prior_only_the_parts_without_doubt() -> None:
    case = exchange()
    bars, words = layers("parts", case, parts(case, BOTH))
    assert len(bars) == 4
    assert not any("doubt" in word and "Without" not in word for word in words)


def test_steps_of_one_side_have_rows_of_their_own() -> None:
    tree = {
        "parties": ["a", "b"],
        "stakes": {"a": {"end": 4}, "b": {"end": 4}},
        "steps": {
            "give": {"doer": "a", "cost": 10, "value": {"b": 15}},
            "more": {"doer": "a", "cost": 6, "value": {"b": 9}},
            "pay": {"doer": "b", "cost": 10, "value": {"a": 15}},
        },
    }
    case = Case.from_dict(tree)
    bars, _ = layers("parts", case, parts(case, ["give", "more", "pay"]))
    feet = {bar["step"]: bar["y2"] for bar in bars}
    assert len(set(feet.values())) == 3


def test_invented_amounts_say_so_and_colours_have_a_dark_shade(tmp_path: Path) -> None:
    case = exchange(basis="illustration")
    file = tmp_path / "parts.svg"
    plot("parts", case, under_doubt(case), file)
    drawn = file.read_text(encoding="utf-8")
    assert "(illustration)" in "".join(text.text or "" for text in ET.fromstring(drawn).iter())
    assert "NaN" not in drawn
    used = set(re.findall(r"(?:fill|stroke)=\"(#[0-9a-f]{6})\"", drawn))
    assert used <= set(style.dark_shades())
    plot("parts", case, under_doubt(case), tmp_path / "parts.png")
    assert (tmp_path / "parts.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("prior", [Fraction(1, 1000), Fraction(999, 1000)])
def test_words_stay_inside(prior: Fraction) -> None:
    case = exchange()
    form = charts.spec(parted("parts", case, under_doubt(case, prior)))
    tall = form["height"]
    rows = [row for layer in form["layer"] for row in layer["data"]["values"]]
    assert all(0 <= row["y"] <= tall for row in rows)


def test_what_cannot_be_drawn_is_said() -> None:
    case = exchange()
    for kind, found, said in (
        ("gantt", under_doubt(case), "expected parts or parts:T with a T of the answer with --split, got `gantt`"),
        ("parts:9", under_doubt(case), "got `parts:9`"),
        ("parts:1", parts(case, BOTH), "expected parts with --split, got `parts:1`"),
    ):
        with pytest.raises(CommandError, match=re.escape(said)):
            parted(kind, case, found)
    hopeless = Case.from_dict({"parties": ["a", "b"], "steps": {"give": {"doer": "a", "cost": 10, "value": {"b": 1}}}})
    with pytest.raises(CommandError, match="nothing to draw"):
        parted("parts", hopeless, parts(hopeless, ["give"]))
