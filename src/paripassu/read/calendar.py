"""From the words of a date to the days it names, reckoned from the day of publication."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

__all__ = [
    "CUT",
    "MONTHS",
    "WEEKDAYS",
    "When",
    "day",
    "days",
    "month",
    "month_day",
    "nearest",
    "nearest_month",
    "season",
    "week",
    "weekday",
    "year",
    "years",
]

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
CUT = frozenset(("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"))
"""Months cut short: only these carry a full stop of their own."""


@dataclass(frozen=True, slots=True)
class When:
    """A resolved date: ``value`` is YYYY-MM-DD, YYYY-MM, YYYY, start/end, or None when nothing fixes it."""

    value: str | None
    precision: str

    @property
    def first(self) -> dt.date | None:
        """The day, when it is one."""
        return dt.date.fromisoformat(self.value) if self.precision == "day" and self.value else None


def day(at: dt.date | None) -> When:
    """One day."""
    return When(at.isoformat() if at else None, "day")


def days(first: dt.date, last: dt.date) -> When:
    """From one day to another."""
    return When(f"{first.isoformat()}/{last.isoformat()}", "day-range")


def week(at: dt.date | None, offset: int = 0) -> When:
    """The calendar week, Monday to Sunday, some weeks from a day."""
    if at is None:
        return When(None, "week")
    first = shift(at, days=7 * offset - at.weekday())
    return When(f"{first.isoformat()}/{shift(first, days=6).isoformat()}", "week")


def weekend(at: dt.date | None, offset: int = 0) -> When:
    """The Saturday and Sunday of a week."""
    if at is None:
        return When(None, "day-range")
    first = shift(at, days=7 * offset + 5 - at.weekday())
    return days(first, shift(first, days=1))


def month(at: dt.date | None, offset: int = 0) -> When:
    """The calendar month some months from a day."""
    if at is None:
        return When(None, "month")
    number = at.year * 12 + at.month - 1 + offset
    return When(f"{number // 12:04d}-{number % 12 + 1:02d}", "month")


def year(number: int | None) -> When:
    """A year."""
    return When(f"{number:04d}" if number is not None else None, "year")


def years(first: int, last: int, precision: str = "year-range") -> When:
    """From one year to another."""
    return When(f"{first:04d}/{last:04d}", precision)


def season(name: str, base: dt.date | None, step: int) -> When:
    """A season of the north as a range of months; winter has the year in which it ends.

    Examples
    --------
    >>> season("spring", dt.date(2018, 7, 8), 0).value, season("winter", dt.date(2019, 2, 1), -1).value
    ('2018-03/2018-05', '2017-12/2018-02')
    """
    if base is None:
        return When(None, "season")
    if name == "winter" and step < 0 and base.month > 2:
        step += 1  # the last winter of a summer is the one that ended this year
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[name]
    year_ = base.year + step
    if first == 12:
        return When(f"{year_ - 1:04d}-12/{year_:04d}-02", "season")
    return When(f"{year_:04d}-{first:02d}/{year_:04d}-{first + 2:02d}", "season")


def shift(at: dt.date, **by: int) -> dt.date:
    """A day some days from another, held inside the calendar."""
    try:
        return at + dt.timedelta(**by)
    except OverflowError:
        return at


def weekday(number: int, base: dt.date | None, tense: str) -> When:
    """The weekday last before or on the base ("past"), or next after it ("future").

    Examples
    --------
    >>> weekday(6, dt.date(2018, 5, 27), "past").value, weekday(1, dt.date(2018, 5, 27), "future").value
    ('2018-05-27', '2018-05-29')
    """
    if base is None:
        return day(None)
    back = (base.weekday() - number) % 7
    if tense == "last":
        return day(shift(base, days=-(back if back > 1 else back + 7)))
    if tense == "next":
        # "next Friday" on a Monday is not that of the same week.
        return day(shift(base, days=7 - back + 7 * (number > base.weekday())))
    if tense in ("future", "present", "this"):
        return day(shift(base, days=(7 - back) % 7))
    return day(shift(base, days=-back))


def month_day(month_: int, day_: int, year_: int | None, base: dt.date | None, tense: str) -> When:
    """A day of a month; without a year, the one nearest to the base that the tense allows.

    Examples
    --------
    >>> month_day(6, 12, None, dt.date(2018, 5, 27), "past").value
    '2018-06-12'
    >>> month_day(12, 20, None, dt.date(2019, 1, 8), "past").value
    '2018-12-20'
    """
    if not 1 <= day_ <= 31:
        return When(None, "day")
    if year_ is not None:
        return day(_date(year_, month_, day_))
    if base is None:
        return day(None)
    found = [at for at in (_date(base.year + step, month_, day_) for step in (-1, 0, 1)) if at]
    return day(nearest(found, base, tense) if found else None)


def nearest(found: list[dt.date], base: dt.date, tense: str) -> dt.date:
    """The nearest of some days; what is to come lies behind only where it is nearer by far."""
    return min(found, key=lambda at: (abs((at - base).days) * (2 if tense == "future" and at < base else 1), at > base))


def nearest_month(number: int, base: dt.date | None, tense: str) -> When:
    """A month without its year: last or next when the words say so, else by the tense."""
    if base is None:
        return When(None, "month")
    ahead = (number - base.month) % 12
    if tense in ("future", "next"):
        offset = ahead if ahead or tense == "future" else 12
    elif tense in ("past", "last"):
        offset = ahead - 12 if ahead or tense == "last" else 0
    else:
        offset = ahead if ahead <= 6 else ahead - 12
    return month(base, offset)


def _date(year_: int, month_: int, day_: int) -> dt.date | None:
    if not 1 <= year_ <= 9999 or day_ > calendar.monthrange(year_, month_)[1]:
        return None
    return dt.date(year_, month_, day_)
