"""Dates in figures: days of a month, years, ranges, the forms of machines."""

from __future__ import annotations

import re

from paripassu.read import calendar as cal
from paripassu.read.bag import bag
from paripassu.read.calendar import MONTHS, When
from paripassu.read.relative import Found, Relative
from paripassu.read.tense import tense
from paripassu.read.tokens import Sentence

__all__ = ["COUNTED", "JOIN", "ORDINAL", "SPAN", "Numbers"]

ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\Z", re.I)
_SUFFIXED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)\Z", re.I)
SPAN = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-‐‑–](\d{1,2})(?:st|nd|rd|th)?\Z", re.I)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_YEARS = re.compile(r"((?:1[5-9]|20)\d\d)[-‐‑–/](\d{4}|\d\d)\Z")
_DECADE = re.compile(r"((?:1[5-9]|20)\d)0s\Z")
_ISO = re.compile(r"((?:19|20)\d\d)[-.](\d{1,2})[-.](\d{1,2})\Z")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\Z")
COUNTED = bag(
    "people troops soldiers workers members tons tonnes km kilometers kilometres miles meters metres "
    "jobs men women dollars euros won percent refugees prisoners families employees inmates houses "
    "homes delegates missiles litres"
)
JOIN = frozenset(("-", "–", "—", "to", "through", "until", "till"))
_JOINS = JOIN | {"and", "into"}


class Numbers(Relative):
    """Dates that begin with a figure."""

    def fixed(self, number: int, start: int, other: int, last: int | None, year: int | None, how: str) -> When:
        one = cal.month_day(number, start, year, self.base, how)
        if last is None:
            return one
        begin = one.first
        if begin is None:
            return When(None, "day-range")
        end = cal.month_day(other, last, begin.year + (other < number), self.base, how).first
        return cal.days(begin, end) if end and end >= begin else When(None, "day-range")

    def year_after(self, sentence: Sentence, j: int) -> tuple[int, int] | None:
        low, size = sentence.low, len(sentence.low)
        if j < size and low[j] in (",", "of") and j + 1 < size and _YEAR.match(low[j + 1]):
            return int(low[j + 1]), j + 2
        if j < size and _YEAR.match(low[j]):
            return int(low[j]), j + 1
        return None

    def number(self, sentence: Sentence, i: int) -> Found | None:
        low, size = sentence.low, len(sentence.low)
        word = low[i]
        before = low[i - 1] if i else ""
        after = low[i + 1] if i + 1 < size else ""
        if after in ("hours", "days", "weeks", "months", "years") and (found_ := self.ago(sentence, i)) is not None:
            return found_
        if before in ("$", "€", "£", "¥", "#") or after in ("%", "percent"):
            return None
        if found := _ISO.match(word):
            return (
                i,
                i + 1,
                cal.month_day(int(found[2]), int(found[3]), int(found[1]), None, "")
                if int(found[2]) in range(1, 13)
                else When(None, "day"),
                "dates.iso",
            )
        if found := _DOTTED.match(word):
            return (
                i,
                i + 1,
                self.numeric(int(found[1]), int(found[2]), int(found[3]), dotted=True),
                "dates.numeric",
            )
        if found := _YEARS.match(word):
            first = int(found[1])
            last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
            return (i, i + 1, cal.years(first, last), "dates.years") if last >= first else None
        if found := _DECADE.match(word):
            return (
                i,
                i + 1,
                cal.years(int(found[1]) * 10, int(found[1]) * 10 + 9, "decade"),
                "dates.decade",
            )
        if _YEAR.match(word):
            return self.year(sentence, i)
        if (
            after == "/"
            and i + 4 < size
            and low[i + 3] == "/"
            and _YEAR.match(low[i + 4])
            and word.isdigit()
            and low[i + 2].isdigit()
        ):
            return i, i + 5, self.numeric(int(word), int(low[i + 2]), int(low[i + 4])), "dates.numeric"
        # "12 June 2018", "27-28 February", "the 12th of June"
        k = i + 2 if after == "of" else i + 1
        span, single = SPAN.match(word), ORDINAL.match(word)
        if k < size and (span or single) and low[k].rstrip(".") in MONTHS and sentence.words[k][0].isupper():
            j = k + 1
            if j < size and low[j] == "." and low[k] in cal.CUT:
                j += 1
            year = self.year_after(sentence, j)
            j = year[1] if year else j
            first, start = i, int((span or single)[1])  # type: ignore[index]
            until = int(span[2]) if span else None
            if until is None and before in _JOINS and i > 1 and (again := ORDINAL.match(low[i - 2])):
                first, start, until = i - 2, int(again[1]), start
            how = tense(sentence, first, j)
            return (
                first,
                j,
                self.fixed(MONTHS[low[k]], start, MONTHS[low[k]], until, year[0] if year else None, how),
                "dates.day-month",
            )
        if (
            (found := _SUFFIXED.match(word))
            and before == "the"
            and i > 1
            and low[i - 2] in ("on", "since", "until", "from", "by", "of", "for", "before", "after")
        ):
            if after and (
                after[0].isalpha()
                and after
                not in bag(
                    "and to that in at for with after when but he she it they local regarding over about before "
                    "from by as during because while which or until between concerning"
                )
            ):
                return None
            how = tense(sentence, i, i + 1)
            one = self.bare_day(int(found[1]), how)
            again = _SUFFIXED.match(low[i + 2]) if after in _JOINS and i + 2 < size else None
            begin = one.first
            if again is not None and begin is not None and int(again[1]) > int(found[1]):
                end = cal.month_day(begin.month, int(again[1]), begin.year, None, "").first
                if end is not None:
                    return i, i + 3, cal.days(begin, end), "dates.day"
            return i, i + 1, one, "dates.day"
        if (found := _SUFFIXED.match(word)) and before == "," and after == "(" and i <= 4:
            # The line a report opens with: "Tokyo, 29th (Agency)".
            return i, i + 1, self.bare_day(int(found[1]), "past"), "dates.day"
        return None

    def numeric(self, a: int, b: int, year: int, *, dotted: bool = False) -> When:
        # 4/6/2018 is two different days on two sides of the Atlantic: said by neither is known.
        if dotted or a > 12:
            a, b = b, a
        elif b <= 12 and a != b:
            return When(None, "day")
        return cal.month_day(a, b, year, None, "") if 1 <= a <= 12 else When(None, "day")

    def bare_day(self, number: int, how: str) -> When:
        if self.base is None or not 1 <= number <= 31:
            return When(None, "day")
        offsets = (0, -1, 1) if how != "future" else (0, 1, -1)
        for offset in offsets:
            month = cal.month(self.base, offset).value or ""
            found = cal.month_day(int(month[5:]), number, int(month[:4]), None, "").first
            if found and ((how == "future") == (found > self.base) or (how != "future" and found <= self.base)):
                return cal.day(found)
        return When(None, "day")

    def year(self, sentence: Sentence, i: int) -> Found | None:
        low, size = sentence.low, len(sentence.low)
        after = low[i + 1] if i + 1 < size else ""
        before = low[i - 1] if i else ""
        if after in ("'s", "’s") and low[i].endswith("0") and before in ("the", "early", "late"):
            return i, i + 2, cal.years(int(low[i]), int(low[i]) + 9, "decade"), "dates.decade"  # "the 1990's"
        if (
            after in ("gmt", "utc", "hours", "hrs", "cet", "bst", "est")
            or after in COUNTED
            or before in bag("about some around over nearly than no room article resolution resolutions")
            or after == "committee"
        ):
            return None
        if (
            after in _JOINS
            and i + 2 < size
            and (_YEAR.match(low[i + 2]) or (after in ("-", "–") and re.match(r"\d\d\Z", low[i + 2])))
        ):
            last = int(low[i + 2]) if len(low[i + 2]) == 4 else int(low[i]) // 100 * 100 + int(low[i + 2])
            if last > int(low[i]) and (after != "and" or before == "between"):
                return i, i + 3, cal.years(int(low[i]), last), "dates.years"
        return i, i + 1, cal.year(int(low[i])), "dates.year"
