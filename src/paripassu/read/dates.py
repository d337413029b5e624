"""Dates in a report: what the words are, and the days they name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from paripassu.read import calendar as cal
from paripassu.read.bag import bag
from paripassu.read.calendar import MONTHS, WEEKDAYS, When
from paripassu.read.cues import cue_class
from paripassu.read.numbers import COUNTED, JOIN, ORDINAL, SPAN, Numbers
from paripassu.read.relative import HOURS, NUMBERS, Found
from paripassu.read.tense import described, follows, past_verb, tense
from paripassu.read.tokens import Sentence

__all__ = ["Date", "dates"]

_JOINS = JOIN | {"and", "/"}
_COUNTED = COUNTED | frozenset(MONTHS)


@dataclass(slots=True)
class Date:
    """A date as it stands: words ``i`` to ``j`` of a sentence, and what it resolves to."""

    start: int
    end: int
    text: str
    when: When
    rule: str
    sentence: int
    i: int
    j: int


class _Reader(Numbers):
    """Walks the sentences."""

    def read(self, number: int, sentence: Sentence) -> Iterator[Date]:
        low, until, self.near = sentence.low, 0, None
        for i, word in enumerate(low):
            if (word not in _STARTS and not word[0].isdigit() and word[:4] != "mid-") or i < until:
                continue
            got = self.at(sentence, i)
            if got is None:
                continue
            first, j, when, rule = got
            if rule in _PARTED and low[first - 1 : first] in (["early"], ["late"]):
                first -= 1  # "late May", "the early 2000s"
            start, end = sentence.at[first], sentence.stop(j - 1)
            exact = when.first
            since = first > 0 and "since" in low[max(0, first - 6) : first]
            if exact is not None and self.base is not None and exact <= self.base and not since:
                self.anchor, self.anchored = exact, sentence.para
            if exact is not None and rule != "dates.lean":
                self.near = exact
            if when.value and when.precision in ("day", "month", "year") and self.base is not None:
                self.point = when.value if when.value <= self.base.isoformat() else self.point
            yield Date(start, end, self.text[start:end], when, rule, number, first, j)
            until = j

    def at(self, sentence: Sentence, i: int) -> Found | None:
        word = sentence.low[i]
        for rule in _RULES.get(word, ()):
            got = rule(self, sentence, i)
            if got is not None:
                return got
        if word.startswith("mid-"):
            year = word.removeprefix("mid-")
            if year.isdigit() and len(year) == 4:
                return i, i + 1, cal.year(int(year)), "dates.year"
            return self.month(sentence, i, i)
        if word[0].isdigit():
            return self.number(sentence, i)
        return None

    # -- months and days --

    def month(self, sentence: Sentence, i: int, first: int | None = None) -> Found | None:
        """``June``, ``June 12``, ``June 12-14, 2018``, ``last June``."""
        low, words, size = sentence.low, sentence.words, len(sentence.low)
        first = i if first is None else first
        word = low[i].removeprefix("mid-")
        if word not in MONTHS or not (words[i].removeprefix("mid-")[:1].isupper() or self.lowered(sentence, i)):
            return None
        number = MONTHS[word]
        j = i + 1
        if j < size and low[j] == "." and word in cal.CUT:
            j += 1
        before = low[first - 1] if first else ""
        year = self.year_after(sentence, j)
        if j < size and year is None:
            span = SPAN.match(low[j])
            single = ORDINAL.match(low[j]) if not (j + 1 < size and low[j + 1] in COUNTED) else None
            found = span or single
            if found:
                return self.days(sentence, first, j, number, found)
        if word in bag("may march mar sun dec jan sat") or len(word) < 4:
            if word in ("may", "march") and year is None:
                if before not in bag(
                    "in last next this since until of by early late from through before after and mid"
                ) and not low[i].startswith("mid-"):
                    return None
                end = low[first - 2 : first] in (["end", "of"], ["start", "of"], ["beginning", "of"], ["middle", "of"])
                if before in ("and", "of") and not end and not (j < size and low[j] in (",", ".", "and")):
                    return None
            elif year is None and not (j < size and low[j - 1] == "."):
                return None
        if year is not None:
            self.years[number] = year[0]
            return first, year[1], When(f"{year[0]:04d}-{number:02d}", "month"), "dates.month-year"
        k = j + (low[j : j + 1] == ["of"])
        if low[k : k + 1] in (["last"], ["this"], ["next"]) and low[k + 1 : k + 2] == ["year"]:
            step = {"last": -1, "this": 0, "next": 1}[low[k]]
            value = f"{self.base.year + step:04d}-{number:02d}" if self.base else None
            return first, k + 2, When(value, "month"), "dates.month-year"
        # "scrapped the June summit": the verb says nothing of the month of the thing.
        named = before == "the" and j < size and words[j].islower()
        how = (
            before
            if before in ("last", "next")
            else ("unclear" if sentence.role == "title" or named else self.near_tense(sentence, first, j))
        )
        if before in ("last", "next", "this"):
            first -= 1
        elif how != "future" and (told := self.told_year(sentence, number, first)) is not None:
            return first, j, When(f"{told:04d}-{number:02d}", "month"), "dates.month"
        return first, j, cal.nearest_month(number, self.base, how), "dates.month"

    def told_year(self, sentence: Sentence, number: int, first: int) -> int | None:
        """The year a month has had in this report before, or the past year this very sentence speaks of."""
        if number in self.years:
            return self.years[number]
        for k in range(first - 1, max(-1, first - 20), -1):
            word = sentence.low[k]
            if len(word) == 4 and word.isdigit() and word[:2] in ("19", "20"):
                past = self.base is not None and int(word) < self.base.year
                return int(word) if past and k and sentence.low[k - 1] in ("in", "of", ",", *MONTHS) else None
        return None

    def over(self, sentence: Sentence, first: int, j: int) -> bool:
        """Whether a verb close by tells of something done: "met in the capital on June 12"."""
        low = sentence.low
        window = low[max(0, first - 8) : first]
        if tense(sentence, first, j) != "past" or _AHEAD & {*window, *low[j : j + 4]}:
            return False
        if any(past_verb(word) and cue_class(word) is None for word in window):
            return True
        return self.done(sentence, first, j) or "since" in window[-3:] or bool(window and past_verb(window[-1]))

    def done(self, sentence: Sentence, i: int, j: int) -> bool:
        """Whether a date opens the sentence, a past verb stands right behind it, or its thing is called past."""
        low = sentence.low
        after = low[j + 1 : j + 2] if low[j : j + 1] == [","] else low[j : j + 4]
        for word in after:
            if word in _MAY_BE:
                break
            if past_verb(word) or word == "when":
                return True
        return not {*low[:i]} - _OPENING or described(sentence, i) == "past" or follows(sentence, i)

    def lowered(self, sentence: Sentence, i: int) -> bool:
        """``on may 31``: machines translate from languages that write months small."""
        day = ORDINAL.match(sentence.low[i + 1]) if i + 1 < len(sentence.low) else None
        return day is not None and i > 0 and sentence.low[i - 1] in bag("on until from by since before after to of")

    def near_tense(self, sentence: Sentence, i: int, j: int) -> str:
        # Only a verb close by counts: "elections in November" follow from the calendar, not from "said".
        found, low = tense(sentence, i, j), sentence.low
        if found != "past" or self.done(sentence, i, j):
            return found
        window = low[max(0, i - 7) : i]
        modal = {"could", "would", "will", "may", "might", "should", "ahead", "before", "until", "by"} & set(window)
        verb = any(past_verb(word) and word not in _PROPOSED for word in window)
        return "past" if verb and not modal else "unclear"

    def days(self, sentence: Sentence, first: int, j: int, number: int, found: re.Match[str]) -> Found:
        low, size = sentence.low, len(sentence.low)
        how = tense(sentence, first, j + 1)
        start, last = int(found[1]), int(found[2]) if found.lastindex and found.lastindex > 1 else None
        j += 1
        other = number
        if last is None and j + 1 < size and low[j] in _JOINS:
            again = ORDINAL.match(low[j + 1])
            if again and not (j + 2 < size and low[j + 2] in _COUNTED):
                last, j = int(again[1]), j + 2
            elif low[j] in JOIN and low[j + 1] in MONTHS and j + 2 < size and (again := ORDINAL.match(low[j + 2])):
                last, other, j = int(again[1]), MONTHS[low[j + 1]], j + 3
        year = self.year_after(sentence, j)
        if year is not None:
            j = year[1]
            self.years[number] = year[0]
        told = year[0] if year else self.told_year(sentence, number, first) if how != "future" else None
        when = self.fixed(number, start, other, last, told, how)
        day = when.first
        far = day is not None and self.base is not None and day > cal.shift(self.base, days=40)
        if day is not None and far and told is None and self.over(sentence, first, j):
            when = self.fixed(number, start, other, last, day.year - 1, how)
        return first, j, when, "dates.month-day"

    def feast(self, sentence: Sentence, i: int) -> Found | None:
        """``New Year's Day``, ``Christmas Eve``."""
        low = sentence.low
        for name, (number, day) in _FEASTS.items():
            if low[i : i + len(name)] == list(name) and sentence.words[i][0].isupper():
                when = cal.month_day(number, day, None, self.base, tense(sentence, i, i + len(name)))
                return i, i + len(name), when, "dates.feast"
        return None

    # -- weekdays --

    def closes(self, sentence: Sentence, i: int) -> bool:
        """Whether word ``i`` ends a quotation of a few words, as a title does."""
        end = sentence.stop(i)
        return any(end <= b <= end + 2 and end - a < 40 for a, b in sentence.quotes)

    def weekday(self, sentence: Sentence, i: int) -> Found | None:
        low, words, size = sentence.low, sentence.words, len(sentence.low)
        if not words[i][0].isupper() or len(low[i]) < 6:
            return None
        j = i + 1
        if words[j : j + 1] and words[j][0].isupper() and low[j] in _PAPERS:
            return None
        k = j + 1 if j < size and low[j] in (",", "(") else j
        beside = None
        if k < size and low[k].rstrip(".") in MONTHS and words[k][0].isupper():
            beside = self.month(sentence, k)
        elif k + 1 < size and ORDINAL.match(low[k]) and low[k + 1] in MONTHS:
            beside = self.number(sentence, k)
        if beside is not None and beside[2].precision.startswith("day"):
            # "Tuesday, June 12" is one date, "Tuesday (June 12)" tells one day twice.
            return i, j if low[j] == "(" else beside[1], beside[2], beside[3]
        k = j + (low[j : j + 1] == ["of"])
        if low[k : k + 1] in (["last"], ["this"], ["next"]) and low[k + 1 : k + 2] == ["week"]:
            first = cal.shift(self.base, days=WEEKDAYS[low[i]] - self.base.weekday()) if self.base else None
            step = {"last": -7, "this": 0, "next": 7}[low[k]]
            return i, k + 2, cal.day(cal.shift(first, days=step) if first else None), "dates.weekday"
        before = low[i - 1] if i else ""
        if i > 1 and words[i - 1][0].isupper() and self.closes(sentence, i):
            return None  # "Fox News Sunday" in quotation marks: a programme
        number = WEEKDAYS[low[i]]
        if before in ("last", "past"):
            when = cal.weekday(number, self.base, "last")
            if when.value in self.told:
                # "on Sunday ... as last Sunday": told apart, they are a week apart.
                when = cal.weekday(number, cal.shift(when.first, days=-1) if when.first else None, "last")
            return i - 1, j, when, "dates.weekday"
        if before in ("next", "coming"):
            return i - 1, j, cal.weekday(number, self.base, "next"), "dates.weekday"
        how = tense(sentence, i, j)
        if before == "this":
            return (
                i - 1,
                j,
                cal.weekday(number, self.base, "past" if how == "past" else "this"),
                "dates.weekday",
            )
        bare = cal.weekday(number, self.base, how)
        ahead = cal.day(cal.shift(self.base, days=1)) if self.base else bare
        if ahead.first is not None and ahead.first.weekday() == number and self.late and before != "since":
            # A report that calls its own day by name was ended after it, or reads clocks further east.
            bare = ahead
        self.told.add(bare.value or "")
        return i, j, bare, "dates.weekday"


_RULES = {
    **dict.fromkeys(MONTHS, (_Reader.month,)),
    **dict.fromkeys(WEEKDAYS, (_Reader.weekday,)),
    **dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), (_Reader.today,)),
    **dict.fromkeys(("last", "this", "next", "past", "coming", "previous"), (_Reader.deictic,)),
    **dict.fromkeys(("earlier", "later", "early", "late"), (_Reader.within,)),
    **dict.fromkeys((*NUMBERS, *HOURS), (_Reader.ago,)),
    **dict.fromkeys(("the", "that"), (_Reader.theday,)),
    "in": (_Reader.ahead,),
    **dict.fromkeys(("spring", "summer", "autumn", "fall", "winter"), (_Reader.season,)),
    "end": (_Reader.ending,),
    "weekend": (_Reader.weekend,),
    "overnight": (_Reader.overnight,),
    "new": (_Reader.feast,),
    "christmas": (_Reader.feast,),
}
_RULES["may"] = (_Reader.month,)
_STARTS = frozenset(_RULES)
_AHEAD = bag("scheduled planned set slated expected due for until by would will to")
_MAY_BE = bag(", being be should could would will can may might must to")
_OPENING = bag("on in back early late , since last the")
_PAPERS = bag("times telegraph mail post express herald mirror independent tribune world morning")
_PROPOSED = bag("proposed suggested floated offered discussed mulled invited considered urged eyed")
_PARTED = frozenset(("dates.month", "dates.month-year", "dates.year", "dates.decade", "dates.season"))
_FEASTS = {
    ("new", "year", mark, day): at for mark in ("'s", "’s") for day, at in (("day", (1, 1)), ("eve", (12, 31)))
} | {("christmas", "eve"): (12, 24), ("christmas", "day"): (12, 25), ("christmas",): (12, 25)}


def dates(text: str, sentences: list[Sentence], base: dt.date | None) -> list[Date]:
    """Every date of a report in order; relative ones are None without a day of publication.

    Parameters
    ----------
    text : str
        The text the sentences were cut from.
    sentences : list of Sentence
    base : date, optional
        The day of publication.
    """
    reader = _Reader(text, base)
    # The long name of its weekday; the calendar lists it before the short ones.
    today = next((name for name, number in WEEKDAYS.items() if base is not None and number == base.weekday()), "")
    reader.late = bool(today) and today.capitalize() in text
    return [found for number, sentence in enumerate(sentences) for found in reader.read(number, sentence)]
