"""Dates by a length of time: "two days ago", "a week later", "in two weeks"."""

from __future__ import annotations

import datetime as dt

from paripassu.read import calendar as cal
from paripassu.read.bag import bag
from paripassu.read.calendar import When
from paripassu.read.relative import HOURS, NUMBERS, Found, Relative
from paripassu.read.tense import tense
from paripassu.read.tokens import Sentence

__all__ = ["Lapse"]

UNITS = {
    "day": 1,
    "days": 1,
    "week": 7,
    "weeks": 7,
    "fortnight": 14,
    "month": 30,
    "months": 30,
    "year": 365,
    "years": 365,
    "decade": 3650,
    "decades": 3650,
}
_COUNTS = bag("first second third fourth fifth sixth time times twice once only")
_COMING = bag("continue resume will would to invited agreed again meet next")


class Lapse(Relative):
    """Counts from the day of publication, or from the day told last."""

    def ago(self, sentence: Sentence, i: int) -> Found | None:
        """``two days ago``, ``a few hours earlier``, ``a week later``, ``hours before``."""
        low, size = sentence.low, len(sentence.low)
        j = i
        if low[i] in ("just", "only", "about"):
            return None
        if (
            low[i] in ("a", "some") and j + 1 < size and low[j + 1] in bag("few couple day week month year decade")
        ) and low[j + 1] in ("few", "couple"):
            j += 1
        amount = NUMBERS.get(low[j]) if not low[j].isdigit() else int(low[j][:4])
        if low[j] in HOURS:
            if low[j] in ("minutes", "moments"):
                return None
            amount, j = 1, j - 1
        half = False
        j += 1
        if j < size and low[j] == "of":
            j += 1
        if amount is None or j + 1 >= size:
            return None
        unit, direction = low[j], low[j + 1]
        if low[j + 1 : j + 4] == ["and", "a", "half"] and j + 4 < size and unit in UNITS:
            direction, j, half = low[j + 4], j + 3, True
        if low[j + 1 : j + 3] == ["from", "now"]:
            direction = "hence"
        if direction not in bag("ago earlier later before after prior hence") or (
            unit not in UNITS and unit not in HOURS
        ):
            return None
        if direction in ("before", "after", "prior"):
            if unit not in ("day", "days") and unit not in HOURS:
                return None
            following = low[j + 2] if j + 2 < size else "."
            if following.isalnum():
                return None
        if direction == "hence" and low[max(0, i - 2) : i] in (["at", "least"], ["at", "most"], ["up", "to"]):
            return None  # a length
        back = direction in ("earlier", "before", "prior") and unit in ("day", "days")
        base = self.base if direction in ("ago", "hence") else self.leaning(sentence, back=back)
        if direction in ("later", "after"):
            base = self.expected(sentence, i) or base
        if unit == "fortnight":
            amount, unit = 14, "days"
        if unit in HOURS:
            stamp = {"updated", "posted", "published"} & set(low[max(0, i - 2) : i])
            if stamp or (unit == "hour" and direction != "ago"):
                return None  # "an hour later" tells no day
            first = i - (low[i] in HOURS and i > 0 and low[i - 1] in ("only", "just", "barely"))
            first = i - 2 if i > 1 and low[i - 2 : i] == ["less", "than"] else first
            turned = (amount + 3) // 24 if unit == "hours" else 0  # 24 hours are a day, 23 nearly
            over = turned if direction in ("later", "after") else -turned
            return first, j + 2, cal.day(cal.shift(base, days=over) if base else None), "dates.lean"
        sign = 1 if direction in ("later", "after", "hence") else -1
        j += direction == "hence"
        single = "day" if unit.startswith("day") else unit.rstrip("s")
        vague = low[i] in ("several", "some") or bool({"few", "several", "couple"} & set(low[i:j]))
        if vague and single != "day":
            return None  # "a few months ago" is no date
        if base is None:
            return i, j + 2, When(None, single), "dates.lean"
        if vague:
            # Never a day: the week that some days lead to.
            return i, j + 2, cal.week(cal.shift(base, days=sign * amount)), "dates.lean"
        if single in ("day", "week") and direction not in ("ago", "hence") and self.near is None and self.whole:
            # "In August they quarrelled; a week later they met": no more is known than the month.
            return i, j + 2, When(self.whole, "month"), "dates.lean"
        if direction not in ("ago", "hence") and self.point and single in ("month", "year", "decade"):
            # "In 1991 they signed. Two years later ...": it leans on what was told last, be it only a year.
            year, month = int(self.point[:4]), int(self.point[5:7] or 0)
            if single == "month" and not month:
                return i, j + 2, When(None, "month"), "dates.lean"
            base = dt.date(year, month or 1, 1)
        if single == "day":
            return i, j + 2, cal.day(cal.shift(base, days=sign * amount)), "dates.lean"
        if single == "week":
            return i, j + 2, cal.day(cal.shift(base, days=7 * sign * amount)), "dates.lean"
        if single == "month" or (half and single == "year"):
            return i, j + 2, cal.month(base, sign * (amount if single == "month" else 12 * amount + 6)), "dates.lean"
        years = (amount * 10 + 5 * half) if single == "decade" else amount
        if not 1 <= base.year + sign * years <= 9999:
            return None
        return i, j + 2, cal.year(base.year + sign * years), "dates.lean"

    def ahead(self, sentence: Sentence, i: int) -> Found | None:
        """``in two weeks``, where something is to come; ``in two days of talks`` is a length."""
        low, size = sentence.low, len(sentence.low)
        if low[i + 1 : i + 2] in (["just"], ["about"], ["only"]):
            got = self.ahead(sentence, i + 1)
            return (i + 2, *got[1:]) if got else None  # "in just two weeks"
        if i + 3 > size or NUMBERS.get(low[i + 1], 1) > 12 or low[i + 1] not in NUMBERS:
            return None
        if _COUNTS & set(low[max(0, i - 7) : i]):
            return None  # "their second visit in two months"
        if i and not sentence.capitals and sentence.words[i][0].isupper() and sentence.words[i + 1][0].isupper():
            return None  # in a title that is quoted
        j = i + 3
        unit = low[i + 2] if i + 2 < size else ""
        if unit not in ("days", "weeks", "months", "week", "month") or (
            j < size and low[j] in ("of", "'", "’", "time")
        ):
            return None
        if low[i + 1] in ("few", "several", "some") or (tense(sentence, i, j) == "past" and not _COMING & set(low[:i])):
            return None
        amount = NUMBERS[low[i + 1]]
        if unit.startswith("month"):
            return i, j, cal.month(self.base, amount), "dates.ahead"
        days_ = amount * (7 if unit.startswith("week") else 1)
        return i, j, cal.day(cal.shift(self.base, days=days_) if self.base else None), "dates.ahead"
