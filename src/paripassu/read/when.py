"""The day of a contact: which of the days of a sentence is meant."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.dates import Date
from paripassu.read.subjects import Subjects
from paripassu.read.vocabulary import HELD, MET, SUMMITS

__all__ = ["NOUNS", "SHORT", "TELLING", "WHERE", "WHERE_OR_WHEN", "When"]

SHORT = bag("mr mrs ms dr gen sen rep gov lt col prof st adm capt")
TELLING = bag("said told announced says reported confirmed stated statement")
NOUNS = MET | SUMMITS
_OWNS = bag("a the his her their its")
_DONE = bag("signed reached adopted struck announced ended begun launched imposed published")
_MEET = bag("met meet meets gathered gather convened")
_THEN = bag("for twice again once during before after earlier and last yesterday today")
WHERE = bag("at in on to into near inside")
WHERE_OR_WHEN = WHERE | _THEN


class When(Subjects):
    """A sentence asked when something was."""

    def near(self, k: int, words: frozenset[str], reach: int) -> int | None:
        low = self.sentence.low
        for m in range(k + 1, min(len(low), k + 1 + reach)):
            if low[m] in words and not self.skip[m]:
                return m
            if low[m] == ";" or (low[m] == "." and low[m - 1] not in SHORT):
                return None
        return None

    def day_after(self, k: int) -> bool:
        """Whether a date stands after ``k``."""
        return any(one.i > k for one in self.dates)

    def dashed(self, k: int, i: int) -> bool:
        """Whether a hyphen stands for a dash between ``k`` and ``i``: ``where the two met - on Monday he left``."""
        one = self.sentence
        return any(
            one.low[m] == "-" and one.stop(m - 1) < one.at[m] and one.stop(m) < one.at[m + 1] for m in range(k + 1, i)
        )

    def named_by(self, one: Date) -> bool:
        """Whether a day names a contact: ``a June 12 summit``, ``the planned May meeting``."""
        return bool(_OWNS & set(self.sentence.low[max(0, one.i - 2) : one.i])) and bool(self.near(one.j - 1, NOUNS, 3))

    def date(self, k: int, end: int, start: int) -> Date | None:
        low = self.sentence.low
        inside = [one for one in self.dates if k < one.i < end]
        for one in inside:
            gap = low[k + 1 : one.i]
            summit = (
                "summit" in gap and "sidelines" not in gap and {"for", "until", "of"} & set(gap[: gap.index("summit")])
            )
            if {"since", "—", "–", "--"} & set(gap[:-1]) or self.dashed(k, one.i):
                continue
            after = low[one.j] if one.j < len(low) else "."
            noun = after.isalpha() and after not in WHERE_OR_WHEN and not after.endswith("ing")
            if low[one.i - 1] == "the" and noun and not self.near(one.i, MET, 3):
                continue  # "to discuss the February 13 agreement"
            if self.named_by(one) and (low[k] not in HELD or NOUNS & set(gap)):
                continue  # "is talking about a June 12 summit"
            if low[one.i - 1] == "since" and len(gap) > 8:
                continue
            if len(gap) > 2 and low[one.i - 1] in ("in", "on") and low[one.i - 2] in _DONE:
                continue  # "came to save a deal signed in February"
            of_summit = summit and low[k] not in _MEET  # who meet for a summit meet on its day
            if "ahead" in gap or ("before" in gap and one.i - k > 4) or (of_summit and low[one.i - 1] != "on"):
                continue
            return one
        before = [
            one for one in self.dates if one.j <= start and (one.i <= 2 or low[one.i - 1] in ("on", ",", "late", "in"))
        ]
        between = [one for one in self.dates if start <= one.i and one.j <= k]
        if between:
            return between[-1]
        if before and start - before[-1].j <= 2 and low[start - 1 : k].count("then") == 0:
            return before[-1]
        if before and start and low[start - 1] in ("when", "where"):
            return before[-1]
        if before and all(cue not in ("said", "told") for cue in low[before[-1].j : start]) and before[-1].i <= 3:
            return before[-1]
        leading = (
            [one for one in self.dates if one.i > end and low[one.i - 1] in ("on", "earlier", ",")]
            if end == len(low)
            else []
        )
        if leading:
            return leading[0]
        within = [one for one in self.dates if one.rule in ("dates.within", "dates.lean")]
        if within and not inside and not self.named_by(within[0]):
            return within[0]
        # "X has invited Y, the office announced on Saturday": what has just happened is of the day it is told.
        if k and low[k - 1] in ("has", "have") and len(self.dates) == 1 and not inside:
            told = self.dates[0]
            if told.when.precision == "day" and TELLING & set(low[max(0, told.i - 8) : told.i]):
                return told
        return None
