"""Dates in figures: days of a month, years, ranges, the forms of machines."""

from __future__ import annotations

import re

from paripassu.read import calendar as cal
from paripassu.read.bag import bag
from paripassu.read.calendar import MONTHS, When
from paripassu.read.lapse import Lapse
from paripassu.read.relative import Found
from paripassu.read.tense import tense
from paripassu.read.tokens import Sentence

__all__ = ["COUNTED", "JOIN", "ORDINAL", "SPAN", "Numbers", "counts"]

ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\Z", re.I)
_SUFFIXED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)\Z", re.I)
SPAN = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-‐‑–](\d{1,2})(?:st|nd|rd|th)?\Z", re.I)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_YEARS = re.compile(r"((?:1[5-9]|20)\d\d)[-‐‑–/](\d{4}|\d\d)\Z")
_DECADE = re.compile(r"((?:1[5-9]|20)\d)0s\Z")
_ACROSS = re.compile(r"(\d\d?)[-–—]([a-z]+)\Z")
_SHORT_YEAR = re.compile(r"\d\d\Z")
_SHORT_DECADE = re.compile(r"(\d)0s\Z")
_ISO = re.compile(r"((?:19|20)\d\d)[-.](\d{1,2})[-.](\d{1,2})\Z")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)?\d\d)\Z")
COUNTED = bag(
    "people troops soldiers workers members tons tonnes km kilometers kilometres miles meters metres "
    "jobs men women dollars euros won percent refugees prisoners families employees inmates houses "
    "homes delegates missiles litres"
)
JOIN = frozenset(("-", "–", "—", "to", "through", "until", "till"))
_OTHER = bag("other others more further of new senior top percent million billion former such")
_JOINS = JOIN | {"and", "into"}


def counts(low: list[str], j: int) -> bool:
    """Whether figure ``j`` counts what stands behind it: "on May 4 and 9 sailors", not "the May 4 and 9 talks"."""
    word = low[j + 1] if j + 1 < len(low) else "."
    plural = (
        low[j - 4 : j - 3] not in (["the"], ["their"], ["its"])
        and word.endswith("s")
        and word not in ("was", "as", "is", "has", "s", "'s", "’s")
    )
    return plural or word in _OTHER or word in COUNTED


def _number(word: str) -> int:
    """The figure of a day: "2nd" is 2."""
    found = ORDINAL.match(word)
    return int(found[1]) if found else 99


class Numbers(Lapse):
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
        if i in self.listed:
            return i, *self.listed[i], "dates.month-day"
        if (after in (",", "and")) and (found_ := self.named_behind(sentence, i)) is not None:
            return found_
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
                self.numeric(int(found[1]), int(found[2]), int(found[3]) + 2000 * (len(found[3]) < 4), dotted=True),
                "dates.numeric",
            )
        if found := _YEARS.match(word):
            first = int(found[1])
            last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
            return (i, i + 1, cal.years(first, last), "dates.years") if last >= first else None
        if found := _DECADE.match(word):
            first = int(found[1]) * 10
            k = i + 2 + (low[i + 2 : i + 3] in (["'"], ["’"]))
            again = _SHORT_DECADE.match(low[k]) if after in _JOINS and k < size else None
            if again and int(again[1]) * 10 > first % 100:
                # "the 1970s and 80s"
                last = first - first % 100 + int(again[1]) * 10 + 9
                return i, k + 1, cal.years(first, last, "decade"), "dates.decade"
            century = first % 100 == 0 and first < 1900  # "the 1800s"
            return i, i + 1, cal.years(first, first + (99 if century else 9), "decade"), "dates.decade"
        cut = before in ("'", "’", "‘") and sentence.stop(i - 1) == sentence.at[i]
        if cut and (found := _SHORT_DECADE.match(word)):
            first = 1900 + int(found[1]) * 10
            return i - 1, i + 1, cal.years(first, first + 9, "decade"), "dates.decade"  # "the '90s"
        if cut and _SHORT_YEAR.match(word):
            if i < 2 or low[i - 2] not in ("in", "since", "of", "from", "until", "by", "before", "after", "the"):
                return None
            return i - 1, i + 1, cal.year(int(word) + (1900 if int(word) > 40 else 2000)), "dates.year"  # "in '94"
        slashes = after == "/" and i + 4 < size and low[i + 3] == "/" and (low[i + 2] + low[i + 4]).isdigit()
        if slashes and _YEAR.match(word) and 1 <= int(low[i + 2]) <= 12:
            return i, i + 5, cal.month_day(int(low[i + 2]), int(low[i + 4]), int(word), None, ""), "dates.iso"
        if _YEAR.match(word):
            return self.year(sentence, i)
        if slashes and _YEAR.match(low[i + 4]) and word.isdigit():
            head = size < 14 and low[-1] not in (".", "!", "?", "”", '"')
            when = self.numeric(int(word), int(low[i + 2]), int(low[i + 4]), head=head)
            return i, i + 5, when, "dates.numeric"
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
            again = ORDINAL.match(low[i - 2]) if i > 1 and i - 2 not in self.listed and before in _JOINS else None
            if again and until is None:
                first, start, until = i - 2, int(again[1]), start
            number = other = MONTHS[low[k]]
            between = low[first - 1 : first] == ["between"] and low[j : j + 1] == ["and"] and j + 2 < size
            again = ORDINAL.match(low[j + 1]) if between and until is None and low[j + 2] in MONTHS else None
            if again:
                other, until, j = MONTHS[low[j + 2]], int(again[1]), j + 3  # "between 27 May and 6 June"
                year = self.year_after(sentence, j) or year
                j = year[1] if year and year[1] > j else j
            how = tense(sentence, first, j)
            when = self.fixed(number, start, other, until, year[0] if year else None, how)
            return first, j, when, "dates.day-month"
        if (
            (found := _SUFFIXED.match(word))
            and before == "the"
            and i > 1
            and (
                low[i - 2] in ("on", "since", "until", "from", "by", "of", "for", "before", "after", "be")
                or (i > 2 and low[i - 2] in ("or", "and") and _SUFFIXED.match(low[i - 3]))
            )
        ):
            if after and (
                after[0].isalpha()
                and after
                not in bag(
                    "and to that in at for with after when but he she it they local regarding over about before "
                    "from by as during because while which or until between concerning if unless we you i"
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

    def across(self, sentence: Sentence, first: int, j: int, number: int) -> Found | None:
        """``May 31-June 1``, whose middle is one word."""
        low = sentence.low
        found = _ACROSS.match(low[j])
        last = ORDINAL.match(low[j + 1]) if found and found[2] in MONTHS and j + 1 < len(low) else None
        if found is None or last is None:
            return None
        year = self.year_after(sentence, j + 2)
        how = tense(sentence, first, j + 2)
        when = self.fixed(number, int(found[1]), MONTHS[found[2]], int(last[1]), year[0] if year else None, how)
        return first, year[1] if year else j + 2, when, "dates.month-day"

    def few(self, sentence: Sentence, j: int) -> list[int]:
        """Where the further days stand in "June 2, 5 and 9", which is three days and not from one to the other."""
        low, found = sentence.low, [j]
        while low[j + 1 : j + 2] in ([","], ["and"], ["or"]) and j + 2 < len(low) and ORDINAL.match(low[j + 2]):
            if counts(low, j + 2) or not _number(low[j]) < _number(low[j + 2]) < 32:
                break
            j += 2
            found.append(j)
            if low[j - 1] != ",":
                apart = len(found) > 2 or low[j - 1] == "or" or _number(low[j]) > _number(low[j - 2]) + 1
                return found[1:] if apart else []
        return []

    def named_behind(self, sentence: Sentence, i: int) -> Found | None:
        """The first of several days whose month comes last: "27 and 30 May"."""
        low = sentence.low
        more = self.few(sentence, i) if ORDINAL.match(low[i]) and low[i - 1] != "between" else []
        k = more[-1] + 1 if more else len(low)
        if k >= len(low) or low[k] not in MONTHS or not sentence.words[k][0].isupper():
            return None
        year = self.year_after(sentence, k + 1)
        how = tense(sentence, i, k + 1)
        for m in (i, *more):
            when = self.fixed(MONTHS[low[k]], _number(low[m]), 0, None, year[0] if year else None, how)
            self.listed[m] = (m + 1 if m < more[-1] else year[1] if year else k + 1), when
        return i, *self.listed[i], "dates.month-day"

    def numeric(self, a: int, b: int, year: int, *, dotted: bool = False, head: bool = False) -> When:
        # 4/6/2018 is two different days on two sides of the Atlantic: said by neither is known.
        if dotted or a > 12:
            a, b = b, a
        elif b <= 12 and a != b:
            # In a line of the page, "Updated: 4/6/2018", it is the day of the report, or one next to it.
            both = [cal.month_day(x, y, year, None, "").first for x, y in ((a, b), (b, a))]
            close = [one for one in both if head and one and self.base and abs((one - self.base).days) < 4]
            return cal.day(close[0] if len(close) == 1 else None)
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
            or before in bag("about some around over nearly than no room article resolution resolutions agenda vision")
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
