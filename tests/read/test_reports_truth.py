"""The annotated reports, found through PARIPASSU_REPORTS. Expected values: their hand-made gold."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

import pytest

from paripassu.read import read

FOLDER = os.environ.get("PARIPASSU_REPORTS")
pytestmark = pytest.mark.skipif(not FOLDER, reason="PARIPASSU_REPORTS is not set")
GOLD = sorted(Path(FOLDER).glob("*.json")) if FOLDER else []


def _both(path: Path) -> tuple[dict[str, Any], dict[str, Any], str]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    data = path.with_suffix(".txt").read_bytes()
    day = dt.date.fromisoformat(gold["published"]["iso"])
    return gold, read(data, published_on=day).to_dict(), data.decode("utf-8")


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_dates_are_found_and_resolved(path: Path) -> None:
    gold, found, _ = _both(path)
    wanted = {(one["start"], one["end"]): one["iso"] for one in gold["dates"]}
    assert {tuple(one["span"]): one["value"] for one in found["dates"]} == wanted


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_persons_are_found_and_told_apart(path: Path) -> None:
    gold, found, _ = _both(path)
    wanted = {frozenset((m["start"], m["end"]) for m in one["mentions"]) for one in gold["persons"]}
    assert {frozenset(map(tuple, one["mentions"])) for one in found["persons"]} == wanted


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_boilerplate_is_set_aside(path: Path) -> None:
    gold, found, _ = _both(path)
    assert [tuple(span) for span in found["boilerplate"]] == [(o["start"], o["end"]) for o in gold["boilerplate"]]
