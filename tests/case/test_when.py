"""Dates as a record writes them: every form, its first and last day, and nothing guessed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from paripassu.case.when import UNKNOWN, when


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2018-05-27", "day", (2018, 5, 27), (2018, 5, 27)),
        ("2018-06-01/2018-06-04", "range", (2018, 6, 1), (2018, 6, 4)),
        ("2018-05/2018-06-04", "range", (2018, 5, 1), (2018, 6, 4)),
        ("2020-02", "month", (2020, 2, 1), (2020, 2, 29)),
        ("2018", "year", (2018, 1, 1), (2018, 12, 31)),
        ("2018-06-01/2018-06-01", "day", (2018, 6, 1), (2018, 6, 1)),
    ],
)
def test_every_form_has_a_first_and_a_last_day(
    text: str, precision: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    read = when(text)
    assert (read.precision, read.first, read.last) == (precision, dt.date(*first), dt.date(*last))


def test_unknown_is_no_day_at_all() -> None:
    assert when("unknown") is UNKNOWN
    assert UNKNOWN.first is None
    assert not UNKNOWN.known
    assert UNKNOWN.days_from(when("2018")) is None
    assert UNKNOWN.meets(when("2018"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2018-13",
        "2018-02-30",
        "18-05-27",
        "2018-6-1",
        "2018-06-04/2018-06-01",
        "a/b/c",
        "2018/",
        "0000",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        when(text)


@pytest.mark.parametrize("value", [None, True, ["2018"], 3.5])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(PydanticCustomError):
        when(value)


@given(st.dates(), st.dates())
def test_meeting_is_mutual_and_is_having_no_days_between(one: dt.date, two: dt.date) -> None:
    low, high = sorted((one, two))
    for left, right in ((when(one), when(two)), (when(f"{low}/{high}"), when(two.isoformat()))):
        assert left.meets(right) is right.meets(left) is (left.days_from(right) == 0)


@given(st.dates())
def test_a_day_is_read_back_as_written(day: dt.date) -> None:
    assert str(when(day.isoformat())) == day.isoformat()
