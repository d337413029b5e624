"""Feasts that a calendar knows: Easter and its days, Christmas, Thanksgiving, and the like."""

from __future__ import annotations

import datetime as dt

from paripassu.read import calendar as cal
from paripassu.read.calendar import When

__all__ = ["FIRST", "feast", "named"]

_FIXED = {
    ("new", "year", "day"): (1, 1),
    ("new", "year", "eve"): (12, 31),
    ("valentine", "day"): (2, 14),
    ("halloween",): (10, 31),
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("christmas",): (12, 25),
    ("boxing", "day"): (12, 26),
}
# Days from Easter Sunday.
_MOVING = {
    ("ash", "wednesday"): -46,
    ("palm", "sunday"): -7,
    ("good", "friday"): -2,
    ("easter", "monday"): 1,
    ("easter", "sunday"): 0,
    ("easter", "day"): 0,
    ("easter",): 0,
}
# Month, weekday, and which of them: the fourth Thursday, the last Monday.
_COUNTED = {
    ("memorial", "day"): (5, 0, -1),
    ("labor", "day"): (9, 0, 1),
    ("thanksgiving", "day"): (11, 3, 4),
    ("thanksgiving",): (11, 3, 4),
}
FIRST = frozenset(name[0] for table in (_FIXED, _MOVING, _COUNTED) for name in table)
"""The words a feast may begin with."""
_LONGEST = 4


def named(low: list[str], i: int) -> tuple[tuple[str, ...], int] | None:
    """The feast whose name begins at word ``i``, and the word after it; the mark of "New Year's Day" is no word.

    Examples
    --------
    >>> named(["on", "new", "year", "'s", "eve", "they"], 1)
    (('new', 'year', 'eve'), 5)
    """
    best = None
    name: tuple[str, ...] = ()
    for j in range(i, min(len(low), i + _LONGEST)):
        if low[j] in ("'s", "’s"):
            continue
        name += (low[j].removesuffix("'s").removesuffix("’s"),)
        if name in _FIXED or name in _MOVING or name in _COUNTED:
            best = name, j + 1
    return best


def feast(name: tuple[str, ...], base: dt.date | None, tense: str, *, weekend: bool = False) -> When:
    """The day of a feast nearest to a day that the tense allows; ``weekend`` for the two days it falls on or ends.

    Examples
    --------
    >>> feast(("easter",), dt.date(2018, 6, 4), "past").value
    '2018-04-01'
    >>> feast(("thanksgiving",), dt.date(2018, 6, 4), "future").value
    '2018-11-22'
    """
    if base is None or not 2 <= base.year <= 9998:
        return cal.day(None)
    at = cal.nearest([_in(name, base.year + step) for step in (-1, 0, 1)], base, tense)
    if not weekend:
        return cal.day(at)
    saturday = cal.shift(at, days=-((at.weekday() - 5) % 7))
    return cal.days(saturday, cal.shift(saturday, days=1))


def _in(name: tuple[str, ...], year: int) -> dt.date:
    if name in _FIXED:
        return dt.date(year, *_FIXED[name])
    if name in _MOVING:
        return cal.shift(_easter(year), days=_MOVING[name])
    month, weekday, which = _COUNTED[name]
    if which > 0:
        first = dt.date(year, month, 1)
        return cal.shift(first, days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    last = cal.shift(dt.date(year, month + 1, 1), days=-1)
    return cal.shift(last, days=-((last.weekday() - weekday) % 7))


def _easter(year: int) -> dt.date:
    """Easter Sunday of the western churches (Meeus, Astronomical Algorithms, 1991, chapter 8: Gregorian Easter)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)
