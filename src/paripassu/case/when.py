"""A date as well as it is known: a day, a range, a month, a year, or not at all. Never a guess."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from paripassu.case.types import wrong

__all__ = ["UNKNOWN", "Precision", "When", "WhenField", "when"]

Precision = Literal["day", "range", "month", "year", "unknown"]
_PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")
_EXPECTED = "a date as YYYY-MM-DD, YYYY-MM, YYYY or start/end, or `unknown`"


@dataclass(frozen=True, slots=True)
class When:
    """The first and last day something can have happened on, and how exactly that is known.

    Examples
    --------
    >>> when("2018-06").last.isoformat(), when("2018-06").precision
    ('2018-06-30', 'month')
    >>> when("unknown").first is None
    True
    """

    text: str
    precision: Precision
    first: dt.date | None
    last: dt.date | None

    def __str__(self) -> str:
        return self.text

    @property
    def known(self) -> bool:
        """Whether anything at all is known."""
        return self.first is not None

    def meets(self, other: When) -> bool:
        """Whether both can be the same moment; an unknown date can be any.

        Examples
        --------
        >>> when("2018-06").meets(when("2018-06-12")), when("2018-06-01").meets(when("2018-06-02"))
        (True, False)
        """
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return True
        return self.first <= other.last and other.first <= self.last

    def covers(self, other: When) -> bool:
        """Whether the other lies wholly within this one.

        Examples
        --------
        >>> when("2018-06").covers(when("2018-06-12")), when("2018-06-12").covers(when("2018-06"))
        (True, False)
        """
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return False
        return self.first <= other.first and other.last <= self.last

    def agrees(self, other: When) -> bool:
        """Whether both can be right: a vague date with any it meets, exact ones when one lies within the other.

        Examples
        --------
        >>> when("2018-05-29/2018-06-01").agrees(when("2018-06-01/2018-06-04"))
        False
        """
        exact = ("day", "range")
        if self.precision in exact and other.precision in exact:
            return self.covers(other) or other.covers(self)
        return self.meets(other)

    def days_from(self, other: When) -> int | None:
        """Days between the two: 0 when they overlap, None when one is unknown."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return None
        return max(0, (self.first - other.last).days, (other.first - self.last).days)


UNKNOWN = When("unknown", "unknown", None, None)


def when(value: Any) -> When:
    """Read a date as the record writes it.

    Raises
    ------
    PydanticCustomError
        When it is none of the forms, no day of the calendar, or a range that ends before it starts.
    """
    if isinstance(value, When):
        return value
    if isinstance(value, dt.date):
        return When(value.isoformat(), "day", value, value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise wrong(_EXPECTED)
    text = value.strip()
    if text == "unknown":
        return UNKNOWN
    parts = text.split("/")
    if len(parts) > 2:
        raise wrong(_EXPECTED)
    spans = [_part(part) for part in parts]
    if len(spans) == 1:
        first, last, precision = spans[0]
        return When(text, precision, first, last)
    if spans[0][0] > spans[1][1]:
        raise wrong("a range whose end is not before its start")
    if spans[0] == spans[1]:
        return When(parts[0], spans[0][2], spans[0][0], spans[0][1])
    return When(text, "range", spans[0][0], spans[1][1])


def _part(text: str) -> tuple[dt.date, dt.date, Precision]:
    found = _PART.match(text.strip())
    if found is None:
        raise wrong(_EXPECTED)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if year is None or month is None:
            start = dt.date(year or 0, 1, 1)
            return start, dt.date(start.year, 12, 31), "year"
        if day is None:
            start = dt.date(year, month, 1)
            return start, start.replace(day=calendar.monthrange(year, month)[1]), "month"
        start = dt.date(year, month, day)
    except ValueError:
        raise wrong("a day of the calendar") from None
    return start, start, "day"


WhenField = Annotated[
    When,
    BeforeValidator(when),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": ["string", "integer"]}),  # a bare year is a number to YAML's other readers
]
"""A `When` in a section: `2018-05-27`, `2018-06-01/2018-06-04`, `2018-06`, `2018`, `unknown`."""
