"""What each side is to do, what it costs and is worth, and how the exchange is arranged."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema

from paripassu.case.issues import plain
from paripassu.case.load import Path_
from paripassu.case.references import Report, known
from paripassu.case.types import Amount, AmountRange, Basis, Day, Entry, OneOrMany, Text, wrong

if TYPE_CHECKING:
    from paripassu.case.case import Case

__all__ = ["Arrangement", "Duration", "Range", "Stake", "Step", "check", "span"]

Range = tuple[Fraction, Fraction]
"""An exact amount between two ends; a plain amount has both ends equal."""

_DURATION = re.compile(r"(\d{1,6})(?:\s*(day|week|month|year)s?)?\Z")
_LONGEST = {"day": 36_525, "week": 5_200, "month": 1_200, "year": 100}
_FIXED = {"day": 1, "week": 7, "month": 30, "year": 365}


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """A whole number of days, weeks, months or years, as written.

    Examples
    --------
    >>> Duration(2, "month").days
    60
    >>> Duration(1, "month").after(dt.date(2019, 1, 31))
    datetime.date(2019, 2, 28)
    """

    count: int = 0
    unit: Literal["day", "week", "month", "year"] = "day"

    @property
    def days(self) -> int:
        """Its length where no calendar is given: months of 30 days, years of 365."""
        return self.count * _FIXED[self.unit]

    def after(self, day: dt.date) -> dt.date:
        """The day on which it is over when it begins on `day`; the month's last day ends a short one."""
        if self.unit in ("day", "week"):
            return day + dt.timedelta(days=self.days)
        months = day.year * 12 + day.month - 1 + self.count * (12 if self.unit == "year" else 1)
        year, month = divmod(months, 12)
        return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


def _duration(value: Any) -> Duration:
    if isinstance(value, Duration):
        return value
    text = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    found = _DURATION.match(text)
    unit: Any = (found.group(2) or "day") if found else "day"
    if not found or int(found.group(1)) > _LONGEST[unit]:
        raise wrong("a whole number of days, or `N days`, `N weeks`, `N months`, `N years`, up to 100 years")
    return Duration(int(found.group(1)), unit)


def _count(value: Any) -> int:
    text = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"\d{1,4}", text) or int(text) < 1:
        raise wrong("a whole number of at least 1")
    return int(text)


Length = Annotated[
    Duration, BeforeValidator(_duration), WithJsonSchema({"anyOf": [{"type": "integer"}, {"type": "string"}]})
]
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer"})]
Phase = OneOrMany

NONE: Range = (Fraction(0), Fraction(0))
SURE: Range = (Fraction(1), Fraction(1))


class Arrangement(Entry):
    """The section `roadmap`: how the exchange is arranged, whatever its order.

    ``leak`` is the share of a phase that is delivered before a cheat is noticed (1: verified when the phase
    ends; 0: everything through an escrow); ``gate`` the time to verify a phase before the next one opens;
    ``release`` whether guarantees are still held when everything is done; ``compensation`` the share of a
    forfeited guarantee that goes to the injured; ``order`` a roadmap of one's own to be judged too.
    """

    leak: Amount = Fraction(1)
    gate: Length = Duration()
    release: Literal["after the end", "at the end"] = "after the end"
    compensation: Amount = Fraction(0)
    most_per_phase: Count = 1
    start: Day | None = None
    order: tuple[Phase, ...] | None = None
    basis: Basis | None = None


class Stake(Entry):
    """What a party has at stake besides the steps, on its own scale.

    ``end`` is what the finished, healthy relationship is worth (lost by whoever breaks), ``outside`` what it
    has without a deal, ``guarantee`` the bond or escrow it forfeits by breaking,
    ``discount`` what the next phase counts for in this one.
    """

    end: AmountRange = NONE
    outside: AmountRange = NONE
    guarantee: AmountRange = NONE
    discount: Amount = Fraction(1)
    basis: Basis | None = None


class Step(Entry):
    """Something one party is to do.

    Attributes
    ----------
    cost, value, recover, revoke
        On the scales of the doer (``cost``, ``recover``: what it gets back if the deal later breaks down) and
        of each receiver (``value``, ``revoke``: what is then lost again).
    detect
        The chance that *not* doing it is noticed by the end of its phase.
    by
        The day on which it must be over, counted from the opening of its phase without the gate.
    divisible
        Whether it can be done in parts, of any size.
    reversible, verifier
        Facts without numbers: can it be undone, and who would notice if it were not done (`-`: nobody).
    confidence
        How the facts are known: `read` in the source named, from `memory`, or still to `check`.
    """

    name: Text | None = None
    doer: Text
    cost: AmountRange = NONE
    value: dict[Text, AmountRange] = {}  # noqa: RUF012
    recover: AmountRange = NONE
    revoke: dict[Text, AmountRange] = {}  # noqa: RUF012
    detect: AmountRange = SURE
    duration: Length = Duration()
    needs: OneOrMany = ()
    by: Day | None = None
    not_before: Day | None = None
    done: Day | None = None
    broken: Day | None = None
    divisible: Literal["yes", "no"] | None = None
    reversible: Literal["yes", "no", "partly"] | None = None
    verifier: Text | None = None
    confidence: Literal["read", "memory", "check"] | None = None
    basis: Basis | None = None

    @property
    def finished(self) -> bool:
        """Whether it stands done today: done, and not broken since."""
        return self.done is not None and (self.broken is None or self.broken < self.done)


def check(case: Case, report: Report) -> None:
    """Parties and steps exist, amounts fit together, prerequisites end, and the own order is complete."""
    if case.roadmap is not None:
        for key in ("leak", "compensation"):
            share = getattr(case.roadmap, key)
            _between((share, share), 0, 1, "a share between 0 and 1", ("roadmap", key), report)
    for party, stake in case.stakes.items():
        known(report, ("stakes", party), party, case.ids("parties"), "a party")
        _between(stake.guarantee, 0, None, "an amount of at least 0", ("stakes", party, "guarantee"), report)
        if not 0 < stake.discount <= 1:
            report(("stakes", party, "discount"), "a share above 0 and at most 1", plain(stake.discount))
    for name, step in case.steps.items():
        _step(case, name, step, report)
    _cycles(case.steps, report)
    if case.roadmap is not None and case.roadmap.order is not None:
        _order(case.roadmap.order, case, report)


def _step(case: Case, name: str, step: Step, report: Report) -> None:
    at: Path_ = ("steps", name)
    known(report, (*at, "doer"), step.doer, case.ids("parties"), "a party")
    for key, table in (("value", step.value), ("revoke", step.revoke)):
        for party in table:
            if party == step.doer:
                what = "nothing for the doer itself (put it into a lower cost)"
                report((*at, key, party), what, f"an amount for `{party}`")
            else:
                known(report, (*at, key, party), party, case.ids("parties"), "a party")
    for key in ("cost", "recover"):
        _between(getattr(step, key), 0, None, "an amount of at least 0", (*at, key), report)
    for key, table in (("value", step.value), ("revoke", step.revoke)):
        for party, worth in table.items():
            _between(worth, 0, None, "an amount of at least 0", (*at, key, party), report)
    if step.detect[0] <= 0 or step.detect[1] > 1:
        report((*at, "detect"), "a chance above 0 and at most 1", span(step.detect))
    _at_most(step.recover, step.cost, "cost", (*at, "recover"), report)
    for party, taken in step.revoke.items():
        if party != step.doer:
            _at_most(taken, step.value.get(party, NONE), "value", (*at, "revoke", party), report)
    if step.reversible == "no" and step.recover[1] > 0:
        report((*at, "recover"), "0 beside `reversible: no`", span(step.recover))
    for number, need in enumerate(step.needs):
        known(report, (*at, "needs", number), need, case.ids("steps"), "a step")
    started = case.roadmap is not None and case.roadmap.start is not None
    for key, day in (("by", step.by), ("not_before", step.not_before)):
        if day is not None and not started:
            report((*at, key), "`roadmap.start` in the case, from which days are counted", str(day))
    if step.by is not None and step.not_before is not None and step.by < step.not_before and not step.finished:
        report((*at, "by"), f"a day not before `not_before`, {step.not_before}", str(step.by))
    if step.broken is not None and step.done is None:
        report((*at, "broken"), "`done` beside it", str(step.broken))


def span(ends: Range) -> str:
    """An amount or its two ends, as a person writes it."""
    low, high = map(plain, ends)
    return low if low == high else f"[{low}, {high}]"


def _between(ends: Range, low: int, high: int | None, expected: str, path: Path_, report: Report) -> None:
    if ends[0] < low or (high is not None and ends[1] > high):
        report(path, expected, span(ends))


def _at_most(part: Range, whole: Range, word: str, path: Path_, report: Report) -> None:
    if whole[0] >= 0 and (part[0] > whole[0] or part[1] > whole[1]):
        report(path, f"at most the {word}, {span(whole)}", span(part))


def _cycles(steps: Mapping[str, Step], report: Report) -> None:
    """Report each cycle of prerequisites once, at the prerequisite that closes it."""
    settled: set[str] = set()
    for first in steps:
        trail: list[str] = []
        stack: list[tuple[str, int]] = [(first, 0)]
        while stack:
            name, place = stack.pop()
            needs = steps[name].needs
            if place == 0:
                if name in settled:
                    continue
                trail.append(name)
            while place < len(needs) and (needs[place] not in steps or needs[place] in settled):
                place += 1
            if place == len(needs):
                settled.add(trail.pop())
                continue
            need = needs[place]
            stack.append((name, place + 1))
            if need in trail:
                cycle = [*trail[trail.index(need) :], need]
                got = " needs ".join(f"`{step}`" for step in cycle)
                report(("steps", name, "needs", place), "prerequisites without a cycle", got)
            else:
                stack.append((need, 0))


def _order(order: tuple[tuple[str, ...], ...], case: Case, report: Report) -> None:
    seen: set[str] = set()
    for row, phase in enumerate(order):
        at: Path_ = ("roadmap", "order", row)
        if not phase:
            report(at, "at least one step in a phase", "none")
        for column, name in enumerate(phase):
            if known(report, (*at, column), name, case.ids("steps"), "a step") and name in seen:
                report((*at, column), "each step once", f"`{name}` again")
            seen.add(name)
    missing = [name for name, step in case.steps.items() if name not in seen and not step.finished]
    if missing:
        listed = ", ".join(f"`{name}`" for name in missing)
        report(("roadmap", "order"), "every step that is not done", f"an order without {listed}")
