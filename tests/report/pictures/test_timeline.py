"""The timeline: its axis says days where the record is short, and no label twice."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from paripassu.report import charts
from paripassu.report.pictures.timeline import Mark, timeline

FIRST = dt.date(2026, 3, 2)


def labels(span: int, width: int = 700) -> list[str]:
    """The labels of the time axis, in order."""
    days = [FIRST, FIRST + dt.timedelta(days=span // 2), FIRST + dt.timedelta(days=span)]
    marks = [
        Mark(first=day, last=day, lane="envoy", title="x", status="held", when="then", told_by="A") for day in days
    ]
    drawn = charts.svg(charts.spec(timeline(marks, ["envoy"], width=width)))
    words = re.findall(r"<text[^>]*>([^<]*)</text>", drawn)
    return [word for word in words if re.fullmatch(r"(\d+ )?[A-Z][a-z]{2}( \d{4})?", word)]


@pytest.mark.parametrize("width", [700, 340])
@pytest.mark.parametrize("span", [1, 2, 5, 10, 30, 59, 75, 100, 129, 140, 300])
def test_no_label_is_there_twice(span: int, width: int) -> None:
    said = labels(span, width)
    assert said
    assert len(set(said)) == len(said)


def test_short_records_show_days_and_long_ones_months() -> None:
    assert all(re.match(r"\d+ Mar", label) for label in labels(14))
    assert labels(420)[1:3] == ["Apr", "May"]


def test_a_record_of_one_day_is_drawn() -> None:
    assert charts.svg(
        charts.spec(
            timeline(
                [Mark(first=FIRST, last=FIRST, lane="envoy", title="x", status="held", when="then", told_by="A")],
                ["envoy"],
            )
        )
    )


def test_a_single_day_stands_clear_of_the_names_of_the_lanes() -> None:
    mark = Mark(first=FIRST, last=FIRST, lane="not said", title="x", status="held", when="then", told_by="A")
    drawn = charts.spec(timeline([mark], ["not said"]))
    first, last = drawn["layer"][1]["encoding"]["x"]["scale"]["domain"]
    assert first["date"] < FIRST.day or first["month"] < FIRST.month
    assert last["date"] > FIRST.day
