"""The reader against the project's own reports. Expected values: their annotations, made by hand beside them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from paripassu.read import Reading, read

HERE = Path(__file__).parent / "reports"
GOLD = sorted(HERE.glob("*.json"))


def _read(name: str) -> tuple[dict[str, Any], Reading]:
    gold = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    file = next(path for path in HERE.glob(f"{name}.*") if path.suffix != ".json")
    return gold, read(file, published_on=dt.date.fromisoformat(gold["published"]))


@pytest.mark.parametrize("name", [path.stem for path in GOLD])
def test_persons_are_those_of_the_annotation(name: str) -> None:
    gold, reading = _read(name)
    wanted = {frozenset(map(tuple, one["mentions"])) for one in gold["persons"]}
    assert {frozenset(map(tuple, one["mentions"])) for one in reading.to_dict()["persons"]} == wanted


@pytest.mark.parametrize("name", [path.stem for path in GOLD])
def test_no_date_is_invented(name: str) -> None:
    gold, reading = _read(name)
    wanted = {tuple(one["span"]) for one in gold["dates"]}
    assert {tuple(one["span"]) for one in reading.to_dict()["dates"]} <= wanted


@pytest.mark.parametrize("name", [path.stem for path in GOLD])
def test_quotations_are_found_with_their_marks(name: str) -> None:
    gold, reading = _read(name)
    found = [tuple(one["span"]) for one in reading.to_dict()["statements"] if one["kind"] == "direct"]
    assert {tuple(one["span"]) for one in gold["statements"] if one["kind"] == "direct"} <= set(found)


def test_two_visits_a_year_apart_are_two() -> None:
    _, reading = _read("ceasefire-two-visits")
    his = [one for one in reading.events if one.kind == "visit" and one.participants == ["Jean-Marc Delacroix"]]
    visits = [(one.on, one.venue) for one in his]
    assert visits == [("2020-06-21", "Marenta"), ("2019-06", "Marenta")]


def test_friday_on_three_days() -> None:
    _, reading = _read("trade-three-fridays")
    fridays = [one.when.value for one in reading.dates if "Friday" in one.text]
    assert fridays == ["2016-09-16", "2016-10-07", "2016-07-08"]


def test_a_title_tells_two_kims_apart() -> None:
    _, reading = _read("agency-two-kims")
    kims = {one.name: len(one.mentions) for one in reading.persons if one.family == "kim"}
    assert kims == {"Kim Myong-sik": 4, "Kim Chang-guk": 2}


def test_menus_and_comments_are_no_part_of_a_report() -> None:
    _, reading = _read("page-with-menus")
    assert reading.title == "North Korea nuclear talks: what we know"
    assert not any(one.name == "World" for one in reading.organisations + reading.places)


def test_spans_of_a_page_lead_into_the_file() -> None:
    _, reading = _read("readout-call")
    raw = reading.page.raw
    for person in reading.to_dict()["persons"]:
        for start, end in person["mentions"]:
            assert raw[start:end] in (person["name"], *person["aliases"])
    assert reading.published.basis == "option"
    assert read(HERE / "readout-call.html").published.day == dt.date(2019, 3, 7)
