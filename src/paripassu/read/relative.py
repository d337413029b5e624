"""Dates by relation: to the day of publication, or to the day last spoken of."""

from __future__ import annotations

import datetime as dt

from paripassu.read import calendar as cal
from paripassu.read.bag import bag
from paripassu.read.calendar import WEEKDAYS, When
from paripassu.read.tense import past_verb, tense
from paripassu.read.tokens import Sentence

__all__ = ["HOURS", "NUMBERS", "Found", "Relative"]

Found = tuple[int, int, When, str]
"""First word, word after the last, what it resolves to, rule."""
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "couple": 2, "several": 3, "few": 3, "some": 3,
}  # fmt: skip
_TOLD = bag("said told announced reported confirmed added tweeted wrote warned declared denied stated")
_WILL = bag("will would 'll ’ll")
_WENT = bag("returned arrived flew landed left departed")
_BEFORE_DAY = bag(
    "year month week day spring summer autumn winter same following next previous "
    "morning afternoon evening night weekend"
)
HOURS = frozenset(("hour", "hours", "minutes", "moments"))


class Relative:
    """Keeps the last past day, on which "a few hours earlier" leans."""

    def __init__(self, text: str, base: dt.date | None) -> None:
        self.text = text
        self.base = base
        self.anchor: dt.date | None = None
        self.anchored = -1  # paragraph of the anchor
        self.near: dt.date | None = None  # the day told last in this sentence, be it to come
        self.whole = ""  # the month told last in this sentence, if nothing else was since
        self.news: dt.date | None = None  # the day that is over and was told last by its weekday alone
        self.due: tuple[dt.date, int] | None = None  # the day to come that was told last, and in which paragraph
        self.late = False  # whether the report names the weekday of its publication
        self.point = ""  # the day, month or year told last, if it is over
        self.told: set[str] = set()  # days named by their weekday alone
        self.years: dict[int, tuple[int, int]] = {}  # month -> the year it was given last, and in which paragraph
        self.listed: dict[int, tuple[int, When]] = {}  # word -> where its day ends, and which: the month is elsewhere

    def today(self, sentence: Sentence, i: int) -> Found | None:
        if sentence.words[i].isupper() and i and sentence.words[i - 1].isupper():
            return None  # the name of a paper
        if sentence.words[i][0].isupper() and i and sentence.words[i - 1][0].isupper() and not sentence.capitals:
            return None  # "USA Today", "Russia Today"
        step = {"yesterday": -1, "tomorrow": 1}.get(sentence.low[i], 0)
        base = self.spoken(sentence, i)
        if step and sentence.low[max(0, i - 2) : i] == ["day", "after" if step > 0 else "before"]:
            i, step = i - 2, 2 * step
            return i, i + 3, cal.day(cal.shift(base, days=step) if base else None), "dates.today"
        return i, i + 1, cal.day(cal.shift(base, days=step) if base else None), "dates.today"

    def spoken(self, sentence: Sentence, i: int) -> dt.date | None:
        """The day from which "tomorrow" counts: in a quotation, that on which it was said."""
        at = sentence.at[i]
        if self.base is None or not any(a < at < b for a, b in sentence.quotes):
            return self.base
        for k, word in enumerate(sentence.low):
            # “We leave tomorrow,” she said on Friday.
            number = WEEKDAYS.get(word)
            outside = number is not None and not any(a < sentence.at[k] < b for a, b in sentence.quotes)
            if number is not None and outside and tense(sentence, k, k + 1) == "past":
                return cal.weekday(number, self.base, "past").first
        if self.anchored != sentence.para and (reported := self.reported()) is not None:
            return reported
        return self.anchor if self.anchored == sentence.para and self.anchor else self.base

    def reported(self) -> dt.date | None:
        """The day of the news, where the report came out a day or two after it."""
        late = self.base is not None and self.news is not None and 0 < (self.base - self.news).days < 3
        return self.news if late else None

    def expected(self, sentence: Sentence, i: int) -> dt.date | None:
        """The day to come told before, for what will be: "They meet on June 12. The day before, Lee will rest."."""
        if self.near is not None or self.due is None or not 0 <= sentence.para - self.due[1] <= 1:
            return None
        return self.due[0] if _WILL & set(sentence.low[max(0, i - 6) : i + 9]) else None

    def deictic(self, sentence: Sentence, i: int) -> Found | None:
        """``last week``, ``this month``, ``next year``, ``this morning``; "earlier" and "late" stand outside."""
        low, size = sentence.low, len(sentence.low)
        if i + 1 >= size:
            return None
        k = i + 1
        if low[k] in ("coming", "past") and k + 1 < size:
            k += 1
        unit = low[k]
        if unit.endswith(("’s", "'s")):
            unit = unit[:-2]
        step = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}[low[i]]
        if i and not sentence.capitals and sentence.words[i][0].isupper() and sentence.words[k][0].isupper():
            return None  # the name of a programme
        if low[i - 1 : i] == ["the"] and low[i] in ("next", "last") and unit in ("week", "month", "year"):
            return self.following(sentence, i, unit, step)
        if unit == "week":
            # For a report of a Sunday the week that is to come begins tomorrow.
            sunday = self.base is not None and self.base.weekday() == 6 and low[i] == "this"
            when = cal.week(self.base, step + (sunday and tense(sentence, i, k + 1) == "future"))
        elif unit == "weekend":
            if "past" in low[i : k + 1]:
                # On a Sunday "this past weekend" is the one that is there.
                step = -1 if self.base is not None and self.base.weekday() < 6 else 0
            when = cal.weekend(self.base, step)
        elif unit == "month":
            when = cal.month(self.base, step)
        elif unit == "year":
            when = cal.year(self.base.year + step if self.base else None)
        elif unit in ("spring", "summer", "autumn", "fall", "winter"):
            when = cal.season(unit, self.base, step)
        elif unit in ("morning", "afternoon", "evening") and low[i] == "this":
            when = cal.day(self.base)
        elif unit == "night" and low[i] == "last":
            when = cal.day(cal.shift(self.base, days=-1) if self.base else None)
        else:
            return None
        if (
            low[i] in ("past", "previous", "coming")
            and (unit != "weekend" or low[i] == "coming")
            and (i == 0 or low[i - 1] in ("the", "over", "in") or low[i] == "previous")
        ):
            return None
        return i, k + 1, when, "dates.relative"

    def following(self, sentence: Sentence, i: int, unit: str, step: int) -> Found | None:
        """``the next year``, after one told before; "in the next year" is a length."""
        if sentence.low[max(0, i - 2)] in ("in", "over", "within", "for", "during", "of") or not self.point:
            return None
        year, month = int(self.point[:4]), int(self.point[5:7] or 0)
        if unit == "year":
            return i, i + 2, cal.year(year + step), "dates.lean"
        at = dt.date(year, month or 1, 1)
        if unit == "month" and month:
            return i, i + 2, cal.month(at, step), "dates.lean"
        return i, i + 2, cal.week(self.leaning(sentence), step), "dates.lean"

    def leaning(self, sentence: Sentence, *, back: bool = False) -> dt.date | None:
        """The day told before. A new paragraph looks back from the news, which tells its day by the weekday."""
        if back and self.near is None and self.anchored != sentence.para and self.news is not None:
            return self.news
        return self.near or self.anchor or self.base

    def season(self, sentence: Sentence, i: int) -> Found | None:
        """``in the fall``, ``spring 2017``, ``the summer of 2017``; "the fall of the city" is none."""
        low, size = sentence.low, len(sentence.low)
        k = i + 2 if low[i + 1 : i + 2] == ["of"] else i + 1
        if k < size and len(low[k]) == 4 and low[k].isdigit() and low[k][:2] in ("18", "19", "20"):
            named = dt.date(int(low[k]), 12, 1)
            return i, k + 1, cal.season(low[i], named, low[i] == "winter"), "dates.season"
        m = i - 1
        while m >= 0 and low[m] in ("the", "“", '"', "‘", "early", "late", "mid", "-"):
            m -= 1
        if m < 0 or low[m] not in ("in", "by", "until", "since", "before", "after", "during") or k == i + 2:
            return None
        if low[i] == "fall" and (m == i - 1 or low[m] not in ("in", "by", "during", "until")):
            return None
        if i + 1 < size and sentence.words[i + 1][0].isupper():
            return None
        return i, i + 1, cal.season(low[i], self.base, 0), "dates.season"

    def within(self, sentence: Sentence, i: int) -> Found | None:
        """``earlier in the day``, ``later this week``, ``later that day``."""
        low = sentence.low
        part = low[i + 1 : i + 4]
        if low[i] in ("early", "late") and part[:2] != ["in", "the"]:
            return None
        if part[:2] == ["in", "the"] and len(part) == 3:
            j, unit = i + 4, part[2]
        elif part[:1] in (["that"], ["the"], ["this"]) and part[1:2] in (["day"], ["week"], ["month"], ["year"]):
            j, unit = i + 3, part[1]
        elif part[:1] == ["that"] and part[1:2] in (["morning"], ["afternoon"], ["evening"], ["night"]):
            j, unit = i + 3, "day"
        elif part[:2] == ["the", "same"] and part[2:] == ["day"]:
            j, unit = i + 4, "day"
        else:
            return None
        base = self.anchor if self.anchored == sentence.para and self.anchor else self.base
        if part[0] == "this":
            got = self.deictic(sentence, i + 1)
            return (i, j, got[2], got[3]) if got else None
        if "that" in part[:1] and self.anchor is not None and 0 <= sentence.para - self.anchored <= 2:
            base = self.anchor  # "earlier that day": the day told before, in the paragraph before as well
        if part[0] == "that" and unit in ("month", "year") and self.point:
            told = self.point[: 7 if unit == "month" else 4]
            return i, j, When(told if unit == "year" or len(told) == 7 else None, unit), "dates.within"
        if unit == "day":
            if part[0] == "in" and base == self.base and tense(sentence, i, j) == "past":
                base = self.reported() or base
            return i, j, cal.day(base), "dates.within"
        if unit == "week":
            return i, j, cal.week(base), "dates.within"
        if unit == "month":
            return i, j, cal.month(base), "dates.within"
        if unit == "year":
            return i, j, cal.year(base.year if base else None), "dates.within"
        return None

    def theday(self, sentence: Sentence, i: int) -> Found | None:
        """``the same day``, ``the following day``, ``the day before``; the article stands outside."""
        low, size = sentence.low, len(sentence.low)
        if i + 1 >= size:
            return None
        middle, last = low[i + 1], low[i + 2] if i + 2 < size else ""
        if middle not in _BEFORE_DAY:
            return None  # nearly every "the"
        base = self.expected(sentence, i) or self.leaning(sentence)
        if low[i] == "that" and (found := self.pointed(sentence, i)) is not None:
            return found
        if low[i] == "that" and (
            (middle == "day" and i and low[i - 1] == "on") or middle in ("morning", "afternoon", "evening", "night")
        ):
            return i, i + 2, cal.day(base), "dates.lean"
        if low[i] == "that" and middle == "year" and self.point:
            return i, i + 2, When(self.point[:4], "year"), "dates.lean"
        step = None
        if middle == "weekend":
            return self.weekend(sentence, i + 1)
        told = 0 <= sentence.para - self.anchored <= 4 and low[i + 3 : i + 4] not in (["as"], ["that"], ["when"])
        if told and self.anchored != sentence.para and low[i - 1] == "on":
            # "asked that both withdraw on the same day" leans on no day told before.
            k = i - 2
            while k > i - 8 and k >= 0 and low[k] not in ("that", ",") and not past_verb(low[k]):
                k -= 1
            told = k >= 0 and past_verb(low[k])
        if middle == "same" and not (told and self.anchored >= 0):
            return None
        if middle in ("following", "previous", "same") and last in ("week", "month", "year") and low[i] == "the":
            by = {"following": 1, "previous": -1, "same": 0}[middle]
            if last != "week" and self.point and base is not None and (last == "year" or self.point[5:7]):
                base = dt.date(int(self.point[:4]), int(self.point[5:7] or 1), 1)
            elif self.anchored < 0:
                return None
            if base is None or low[i - 1] in ("over", "within", "during", "for"):
                return None
            return i + 1, i + 3, self.whole_of(last, base, by), "dates.lean"
        if last in ("day", "morning", "afternoon", "evening"):
            step = {"same": 0, "following": 1, "next": 1, "previous": -1}.get(middle)
        elif (
            middle in ("day", "night", "evening")
            and last in ("before", "after")
            and not (i + 3 < size and low[i + 3].isalnum() and (low[i + 4 : i + 5] != ["had"] or i))
        ):
            step = 1 if last == "after" else -1
            base = self.expected(sentence, i) or self.leaning(sentence, back=step < 0)
        if low[i] == "the" and middle in ("week", "month", "year") and last in ("before", "after"):
            if (i + 3 < size and low[i + 3].isalnum()) or base is None or (self.anchor is None and self.near is None):
                return None
            return i + 1, i + 3, self.whole_of(middle, base, 1 if last == "after" else -1), "dates.lean"
        if step is None or low[i] != "the":
            return None
        return i + 1, i + 3, cal.day(cal.shift(base, days=step) if base else None), "dates.lean"

    def whole_of(self, unit: str, base: dt.date, by: int) -> When:
        """The week, the month or the year some of them from a day."""
        return {"week": cal.week(base, by), "month": cal.month(base, by), "year": cal.year(base.year + by)}[unit]

    def pointed(self, sentence: Sentence, i: int) -> Found | None:
        """``that same day``, ``that month``, ``that autumn``: of what was told last."""
        low, size = sentence.low, len(sentence.low)
        same = low[i + 1] == "same"
        j = i + 2 + same
        unit = low[j - 1] if j <= size else ""
        if not self.point or (not same and i and (low[i - 1] in _TOLD or low[i - 1] == "in")):
            return None
        year, month = int(self.point[:4]), int(self.point[5:7] or 0)
        if unit in ("spring", "summer", "autumn", "winter"):
            return i, j, cal.season(unit, dt.date(year, 1, 1), int(unit == "winter" and month > 3)), "dates.lean"
        if unit == "month" and month:
            return i, j, When(self.point[:7], "month"), "dates.lean"
        if unit == "year" and same:
            return i, j, When(self.point[:4], "year"), "dates.lean"
        if unit in ("day", "week") and same and self.anchor is not None:
            return i, j, cal.day(self.anchor) if unit == "day" else cal.week(self.anchor), "dates.lean"
        return None

    def overnight(self, sentence: Sentence, i: int) -> Found | None:
        """``said overnight``; not an overnight train, nor overnight Friday."""
        low = sentence.low
        if not i or low[i - 1] not in _TOLD | _WENT or not WEEKDAYS.keys().isdisjoint(low[i + 1 : i + 2]):
            return None
        before = cal.shift(self.base, days=-1) if self.base else None
        when = cal.days(before, self.base) if before and self.base else When(None, "day-range")
        return i, i + 1, when, "dates.relative"

    def weekend(self, sentence: Sentence, i: int) -> Found | None:
        """``over the weekend``, ``the North's weekend test``: on a weekend this one, before it by the tense."""
        low = sentence.low
        if not i or low[i - 1] not in ("the", "'s", "’s", "s", "their", "his", "her", "its"):
            return None
        due = i > 1 and low[i - 2] in ("by", "until", "before")
        ahead = self.base is not None and (due or self.base.weekday() > 4 or tense(sentence, i - 1, i + 1) == "future")
        return i, i + 1, cal.weekend(self.base, 0 if ahead else -1), "dates.relative"

    def ending(self, sentence: Sentence, i: int) -> Found | None:
        """``end of the year``, ``end of this month``, ``year's end``."""
        low = sentence.low
        if low[max(0, i - 2) : i] in (["year", "'s"], ["year", "’s"]):
            return i - 2, i + 1, When(f"{self.base.year:04d}-12" if self.base else None, "month"), "dates.relative"
        if low[max(0, i - 2) : i] in (["month", "'s"], ["month", "’s"]):
            return i - 2, i + 1, cal.month(self.base), "dates.relative"
        if low[i + 1 : i + 2] != ["of"] or len(low) <= i + 3 or low[i + 2] not in ("the", "this", "next", "last"):
            return None
        step = {"next": 1, "last": -1}.get(low[i + 2], 0)
        if low[i + 3] == "year" and low[i] in ("end", "beginning", "start"):
            month = 12 if low[i] == "end" else 1
            when = When(f"{self.base.year + step:04d}-{month:02d}" if self.base else None, "month")
            return i, i + 4, when, "dates.relative"
        if low[i + 3] == "month":
            return i, i + 4, cal.month(self.base, step), "dates.relative"
        return None
