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
from paripassu.read.feasts import FIRST, feast, named
from paripassu.read.numbers import COUNTED, JOIN, ORDINAL, SPAN, Numbers, counts
from paripassu.read.relative import HOURS, NUMBERS, Found
from paripassu.read.tense import described, follows, past_verb, tense
from paripassu.read.tokens import Sentence

__all__ = ["Date", "dates"]

_JOINS = JOIN | {"and", "/"}


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
        low, until, self.near, self.whole, self.listed = sentence.low, 0, None, "", {}
        for i, word in enumerate(low):
            if (word not in _STARTS and not word[0].isdigit() and word[:4] not in _HEADS) or i < until:
                continue
            got = self.at(sentence, i)
            if got is None:
                continue
            first, j, when, rule = got
            if when.value is not None and (when.value < "0001" or when.value[4:5].isdigit()):
                when = When(None, when.precision)  # a year that no calendar has
            if rule in _PARTED and low[first - 1 : first] in (["early"], ["late"]):
                first -= 1  # "late May", "the early 2000s"
            start, end = sentence.at[first], sentence.stop(j - 1)
            exact = when.first
            since = first > 0 and "since" in low[max(0, first - 6) : first]
            if exact is not None and self.base is not None and exact <= self.base and not since:
                self.anchor, self.anchored = exact, sentence.para
                self.news = exact if rule == "dates.weekday" else self.news
            if exact is not None and rule != "dates.lean":
                self.near = exact
            if exact is not None and self.base is not None:
                self.due = (exact, sentence.para) if exact > self.base else None
            self.whole = (when.value or "") if when.precision == "month" else ""
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
        if word.startswith(_PARTS):
            year = word.partition("-")[2]
            if year.isdigit() and len(year) == 4:
                return i, i + 1, cal.year(int(year)), "dates.year"
            if len(year) == 5 and year[:4].isdigit() and year.endswith("0s"):
                return i, i + 1, cal.years(int(year[:4]), int(year[:4]) + 9, "decade"), "dates.decade"
            return self.month(sentence, i, i) if year in MONTHS else None
        if word[0].isdigit():
            return self.number(sentence, i)
        return None

    # -- months and days --

    def month(self, sentence: Sentence, i: int, first: int | None = None) -> Found | None:
        """``June``, ``June 12``, ``June 12-14, 2018``, ``last June``."""
        low, words, size = sentence.low, sentence.words, len(sentence.low)
        first = i if first is None else first
        part = low[i].startswith(_PARTS)
        word, head = (low[i].partition("-")[2], words[i].partition("-")[2]) if part else (low[i], words[i])
        if word not in MONTHS or not (head[:1].isupper() or self.lowered(sentence, i)):
            return None
        number = MONTHS[word]
        j = i + 1
        if j < size and low[j] == "." and word in cal.CUT:
            j += 1
        before = low[first - 1] if first else ""
        year = self.year_after(sentence, j)
        if j < size and year is None:
            if (glued := _GLUED.match(low[j])) is not None:
                when = cal.month_day(number, int(glued[1]), int(glued[2]), None, "")
                return first, j + 1, when, "dates.month-day"  # "June 05,2018"
            if (across := self.across(sentence, first, j, number)) is not None:
                return across
            span = SPAN.match(low[j])
            single = ORDINAL.match(low[j]) if not (j + 1 < size and low[j + 1] in COUNTED) else None
            found = span or single
            if found:
                return self.days(sentence, first, j, number, found)
        if word in bag("may march mar sun dec jan sat") or len(word) < 4:
            if word in ("may", "march") and year is None:
                if before not in _LEADS and not part:
                    return None
                end = low[first - 2 : first] in (["end", "of"], ["start", "of"], ["beginning", "of"], ["middle", "of"])
                if before in ("and", "of") and not end and not (j < size and low[j] in (",", ".", "and")):
                    return None
            elif year is None and not (j < size and low[j - 1] == "."):
                return None
        if year is not None:
            self.years[number] = year[0], sentence.para
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
        # A month of late is that of this year, unless the report is still at the old one: "the June deal of which ...".
        lately = self.base is not None and (self.base.month - number) % 12 < 4
        if number in self.years:
            year, para = self.years[number]
            near = sentence.para == para or sentence.low[max(0, first - 1)] in ("the", "that", "of")
            return year if near or not lately else None
        for k in range(first - 1, max(-1, first - 20), -1):
            word = sentence.low[k]
            if len(word) == 4 and word.isdigit() and word[:2] in ("19", "20"):
                past = self.base is not None and int(word) < self.base.year and (k < 3 or not lately)
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
        if low[i - 1 : i] == ["since"]:
            return "past"
        if found != "past" or self.done(sentence, i, j):
            return found
        window = low[max(0, i - 7) : i]
        modal = {"could", "would", "will", "may", "might", "should", "ahead"} & set(window) or (
            {"before", "until", "by"} & set(low[max(0, i - 2) : i])
        )
        verb = any(past_verb(word) and word not in _PROPOSED for word in window)
        return "past" if verb and not modal else "unclear"

    def days(self, sentence: Sentence, first: int, j: int, number: int, found: re.Match[str]) -> Found:
        low, size = sentence.low, len(sentence.low)
        how = tense(sentence, first, j + 1)
        start, last = int(found[1]), int(found[2]) if found.lastindex and found.lastindex > 1 else None
        between = low[first - 1 : first] == ["between"]
        more = self.few(sentence, j) if last is None and not between else []
        j += 1
        other = number
        if last is None and j + 1 < size and low[j] in _JOINS and not more:
            again = ORDINAL.match(low[j + 1])
            to = low[j] in JOIN or (between and low[j] == "and")
            if again and low[j + 2 : j + 3] not in _NAMES and not counts(low, j + 1):
                last, j = int(again[1]), j + 2
            elif to and low[j + 1] in MONTHS and j + 2 < size and (again := ORDINAL.match(low[j + 2])):
                last, other, j = int(again[1]), MONTHS[low[j + 1]], j + 3
        year = self.year_after(sentence, more[-1] + 1 if more else j)
        if year is not None:
            j = j if more else year[1]
            self.years[number] = year[0], sentence.para
        elif low[j : j + 2] == ["last", "year"] and self.base is not None:
            year, j = (self.base.year - 1, j + 2), j + 2  # "Nov. 29 last year"
        told = year[0] if year else self.told_year(sentence, number, first) if how != "future" else None
        when = self.fixed(number, start, other, last, told, how)
        day = when.first
        far = day is not None and self.base is not None and day > cal.shift(self.base, days=40)
        if day is not None and far and told is None and self.over(sentence, first, j):
            when = self.fixed(number, start, other, last, day.year - 1, how)
        for m in more:
            each = self.fixed(number, int(re.sub(r"\D", "", low[m])), 0, None, told or (day.year if day else None), how)
            self.listed[m] = (year[1] if year and m == more[-1] else m + 1), each
        return first, j, when, "dates.month-day"

    def feast(self, sentence: Sentence, i: int) -> Found | None:
        """``New Year's Day``, ``Christmas Eve``, ``Easter weekend``; not ``Easter Island``."""
        found, words = named(sentence.low, i), sentence.words
        if found is None or not words[i][0].isupper():
            return None
        name, j = found
        weekend = sentence.low[j : j + 1] == ["weekend"]
        j += weekend
        if j < len(words) and words[j][0].isupper() and not sentence.capitals and sentence.low[j] not in MONTHS:
            return None  # "Easter Island"
        return i, j, feast(name, self.base, tense(sentence, i, j), weekend=weekend), "dates.feast"

    # -- weekdays --

    def closes(self, sentence: Sentence, i: int) -> bool:
        """Whether word ``i`` ends a quotation of a few words, as a title does."""
        end = sentence.stop(i)
        return any(end <= b <= end + 2 and end - a < 40 for a, b in sentence.quotes)

    def from_told(self, sentence: Sentence, i: int, j: int) -> Found | None:
        """``the following Wednesday``, ``he said on the lawn that Friday.``: counted from the day told before."""
        low, number = sentence.low, WEEKDAYS[sentence.low[i]]
        base = self.leaning(sentence)
        if base is None:
            return None
        if low[i - 1] == "following":
            return i - 1, j, cal.day(cal.shift(base, days=(number - base.weekday() - 1) % 7 + 1)), "dates.weekday"
        ends = low[j : j + 1] in ([], ["."], [","], [";"], ["”"], ['"'])
        if not ends or i < 2 or cue_class(low[i - 2]) is not None or self.base is None:
            return None
        base = self.anchor or base
        at = cal.shift(base, days=(number - base.weekday()) % 7)
        return i, j, cal.day(at if at <= self.base else cal.shift(at, days=-7)), "dates.weekday"

    def fallen(self, sentence: Sentence, found: Found, number: int) -> When:
        """``Wednesday, March 20``: of the year in which it fell on that day; near by, it is a slip."""
        at, last = found[2].first, sentence.low[found[1] - 1]
        if at is None or self.base is None or at.weekday() == number or (len(last) == 4 and last.isdigit()):
            return found[2]
        if abs((at - self.base).days) < 60:
            return found[2]
        others = (cal.month_day(at.month, at.day, at.year + step, None, "").first for step in (-1, 1))
        right = next((one for one in others if one is not None and one.weekday() == number), at)
        self.years[right.month] = right.year, sentence.para
        return cal.day(right)

    def weekday(self, sentence: Sentence, i: int) -> Found | None:
        low, words, size = sentence.low, sentence.words, len(sentence.low)
        if not words[i][0].isupper():
            return None
        j = i + 1
        cut = len(low[i]) < 6  # "Sat" and "Sun" are words too: only beside a day, "Sat 2 June"
        j += cut and low[j : j + 1] == ["."]
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
            when = self.fallen(sentence, beside, WEEKDAYS[low[i]])
            return i, j if low[j] == "(" else beside[1], when, beside[3]
        if cut:
            return None
        k = j + (low[j : j + 1] == ["of"])
        if low[k : k + 1] in (["last"], ["this"], ["next"]) and low[k + 1 : k + 2] == ["week"]:
            first = cal.shift(self.base, days=WEEKDAYS[low[i]] - self.base.weekday()) if self.base else None
            step = {"last": -7, "this": 0, "next": 7}[low[k]]
            return i, k + 2, cal.day(cal.shift(first, days=step) if first else None), "dates.weekday"
        if "week" in low[j + 3 : j + 5] and low[j] in ("and", "to", "or") and low[j + 1] in WEEKDAYS:
            then = self.weekday(sentence, j + 1)
            if then is not None and then[1] > j + 2 and then[2].first is not None:
                # "between Tuesday and Saturday last week"
                gap = (WEEKDAYS[low[j + 1]] - WEEKDAYS[low[i]]) % 7
                return i, j, cal.day(cal.shift(then[2].first, days=-gap)), "dates.weekday"
        before = low[i - 1] if i else ""
        if i > 1 and words[i - 1][0].isupper() and self.closes(sentence, i):
            return None  # "Fox News Sunday" in quotation marks: a programme
        if before in ("black", "bloody", "super", "cyber") and words[i - 1][0].isupper():
            return None
        number = WEEKDAYS[low[i]]
        if before in ("last", "past"):
            when = cal.weekday(number, self.base, "last")
            if when.value in self.told:
                # "on Sunday ... as last Sunday": told apart, they are a week apart.
                when = cal.weekday(number, cal.shift(when.first, days=-1) if when.first else None, "last")
            return i - 1, j, when, "dates.weekday"
        if before == "coming":
            soon = cal.weekday(number, cal.shift(self.base, days=1) if self.base else None, "future")
            return i - 1, j, soon, "dates.weekday"
        if before == "next":
            return i - 1, j, cal.weekday(number, self.base, "next"), "dates.weekday"
        how = tense(sentence, i, j)
        if before == "this":
            return (
                i - 1,
                j,
                cal.weekday(number, self.base, "past" if how == "past" else "this"),
                "dates.weekday",
            )
        if before in ("following", "that") and (found := self.from_told(sentence, i, j)) is not None:
            return found
        bare = cal.weekday(number, self.base, how)
        ahead = cal.day(cal.shift(self.base, days=1)) if self.base else bare
        # "met on Sunday and again on Wednesday" goes on with a day that is over as well.
        listed = how == "past" and low[j : j + 1] == ["and"] and not WEEKDAYS.keys().isdisjoint(low[j + 1 : j + 4])
        tomorrow = ahead.first is not None and ahead.first.weekday() == number
        if tomorrow and self.late and before != "since" and not listed:
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
    **dict.fromkeys(("end", "beginning", "start", "middle"), (_Reader.ending,)),
    "weekend": (_Reader.weekend,),
    "overnight": (_Reader.overnight,),
    **dict.fromkeys(FIRST, (_Reader.feast,)),
}
_PARTS = ("mid-", "late-", "early-")
_HEADS = frozenset(one[:4] for one in _PARTS) | {"late", "earl"}
_GLUED = re.compile(r"(\d\d?),((?:19|20)\d\d)\Z")
_RULES["may"] = (_Reader.month,)
_NAMES = tuple([name] for name in MONTHS)
_STARTS = frozenset(_RULES)
_AHEAD = bag("scheduled planned set slated expected due for until by would will to")
_MAY_BE = bag(", being be should could would will can may might must to")
_LEADS = bag("in last next this since until of by early late from through before after and mid between")
_OPENING = bag("on in back early late , since last the")
_PAPERS = bag("times telegraph mail post express herald mirror independent tribune world morning")
_PROPOSED = bag("proposed suggested floated offered discussed mulled invited considered urged eyed")
_PARTED = frozenset(("dates.month", "dates.month-year", "dates.year", "dates.decade", "dates.season"))


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
