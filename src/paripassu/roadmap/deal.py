"""The letters of a roadmap: what is exchanged, as exact integers without names."""

from __future__ import annotations

import calendar
import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

__all__ = ["Deal", "Length", "Order", "late_last"]

Order = tuple[tuple[int, ...], ...]
"""Phases in the order they are done, each the ascending indices of its steps."""
Amount = int | Fraction


def late_last(order: Order) -> tuple[tuple[int, ...], ...]:
    """Largest for the order that does the steps late in the file last: how ties are broken."""
    return tuple(tuple(sorted(phase, reverse=True)) for phase in reversed(order))


class Length(NamedTuple):
    """A length of time: calendar months (only where the deal has a start), then days."""

    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """What each party does and what it is worth, in integers of one unit.

    Parties and steps are known by their index in the file. Every amount is an integer count of ``1 /
    scale``, and the scale is chosen so that the leak and the compensation of any amount are integers
    too: no float enters the incentives. Build one with :meth:`of`; nothing is validated here.

    Attributes
    ----------
    scale : int
        Units in an amount of 1.
    doer, cost, recover : tuple of int, one a step
        Who does it, what it costs the doer, what the doer gets back when the deal breaks down later.
    value, revoke : tuple of tuple of int, ``[party][step]``
        What it is worth to each party (0 to its doer) and what of that the party then loses.
    detect : tuple of Fraction, one a step
        Chance that leaving it out is noticed by the end of its phase, in (0, 1].
    duration : tuple of Length, one a step
    needs : tuple of int, one a step
        Bitmask of the steps that must be finished in an earlier phase.
    by, not_before : tuple of (int or None), one a step
        Latest day on which the step is finished and earliest on which it starts, in days after the start.
    end, outside, guarantee : tuple of int, one a party
    discount : tuple of Fraction, one a party
        What the next phase counts for in this one, in (0, 1].
    leak, compensation : Fraction
        In [0, 1].
    gate : Length
        Time to verify a phase before the next one opens.
    released : bool
        True when the guarantees are handed back as soon as everything is done.
    most_per_phase : int
        The most steps one party may do in a phase.
    start : date or None
        Day 0. With a start, months are counted by the calendar.
    done : int
        Bitmask of the steps that are finished already: the roadmap goes on from there, and signing is past.
    """

    scale: int
    doer: tuple[int, ...]
    cost: tuple[int, ...]
    recover: tuple[int, ...]
    value: tuple[tuple[int, ...], ...]
    revoke: tuple[tuple[int, ...], ...]
    detect: tuple[Fraction, ...]
    duration: tuple[Length, ...]
    needs: tuple[int, ...]
    by: tuple[int | None, ...]
    not_before: tuple[int | None, ...]
    end: tuple[int, ...]
    outside: tuple[int, ...]
    guarantee: tuple[int, ...]
    leak: Fraction
    compensation: Fraction
    gate: Length
    released: bool
    most_per_phase: int
    start: dt.date | None
    done: int
    discount: tuple[Fraction, ...]

    @classmethod
    def of(
        cls,
        *,
        doer: Sequence[int],
        cost: Sequence[Amount],
        value: Sequence[Sequence[Amount]],
        recover: Sequence[Amount] | None = None,
        revoke: Sequence[Sequence[Amount]] | None = None,
        detect: Sequence[Amount] | None = None,
        duration: Sequence[Length | int] | None = None,
        needs: Sequence[Iterable[int]] | None = None,
        by: Sequence[int | None] | None = None,
        not_before: Sequence[int | None] | None = None,
        end: Sequence[Amount] | None = None,
        outside: Sequence[Amount] | None = None,
        guarantee: Sequence[Amount] | None = None,
        leak: Amount = 1,
        compensation: Amount = 0,
        gate: Length | int = 0,
        released: bool = False,
        most_per_phase: int = 1,
        start: dt.date | None = None,
        done: Iterable[int] = (),
        discount: Sequence[Amount] | None = None,
    ) -> Deal:
        """Bring exact amounts to one unit.

        Parameters are the attributes in plain amounts; ``value`` has a row for every party; ``needs`` and
        ``done`` list step indices; a bare number of a length of time is days.

        Examples
        --------
        >>> Deal.of(doer=[0, 1], cost=[1, Fraction(1, 2)], value=[[0, 2], [3, 0]], leak=Fraction(1, 2)).cost
        (4, 2)
        """
        steps, parties = range(len(doer)), range(len(value))
        free = [0] * len(doer)
        nothing = [0] * len(value)
        plain = [cost, recover or free, end or nothing, outside or nothing, guarantee or nothing]
        plain += [*value, *(revoke or [free for _ in parties])]
        leak, compensation = Fraction(leak), Fraction(compensation)
        scale = math.lcm(*(Fraction(x).denominator for row in plain for x in row))
        scale *= math.lcm(leak.denominator, compensation.denominator)
        cost_, recover_, end_, outside_, guarantee_, *tables = (
            tuple(int(Fraction(x) * scale) for x in row) for row in plain
        )
        return cls(
            scale=scale,
            doer=tuple(doer),
            cost=cost_,
            recover=recover_,
            value=tuple(tables[: len(value)]),
            revoke=tuple(tables[len(value) :]),
            detect=tuple(Fraction(q) for q in detect) if detect else tuple(Fraction(1) for _ in steps),
            duration=tuple(_length(x) for x in duration) if duration else tuple(Length() for _ in steps),
            needs=tuple(sum(1 << k for k in set(some)) for some in needs) if needs else tuple(free),
            by=tuple(by) if by else tuple(None for _ in steps),
            not_before=tuple(not_before) if not_before else tuple(None for _ in steps),
            end=end_,
            outside=outside_,
            guarantee=guarantee_,
            leak=leak,
            compensation=compensation,
            gate=_length(gate),
            released=released,
            most_per_phase=most_per_phase,
            start=start,
            done=sum(1 << k for k in set(done)),
            discount=tuple(Fraction(x) for x in discount or [1 for _ in parties]),
        )

    @property
    def parties(self) -> int:
        """How many parties there are."""
        return len(self.end)

    @property
    def steps(self) -> int:
        """How many steps there are, finished ones included."""
        return len(self.doer)

    @property
    def everything(self) -> int:
        """Bitmask of all steps."""
        return (1 << self.steps) - 1

    @property
    def discounted(self) -> bool:
        """Whether what comes later counts for less to some party: then its order matters, not the state alone."""
        return any(x != 1 for x in self.discount)

    def clocked(self, steps: Iterable[int]) -> bool:
        """Whether the day on which a phase of these steps starts matters: deadlines, earliest days, calendar months."""
        asked = tuple(steps)
        dated = any(self.by[j] is not None or self.not_before[j] is not None for j in asked)
        lengths = (self.gate, *(self.duration[j] for j in asked))
        return dated or (self.start is not None and any(x.months for x in lengths))

    def amount(self, units: Amount) -> Fraction:
        """An amount in the unit of the case."""
        return Fraction(units) / self.scale

    def after(self, day: int, length: Length) -> int:
        """The day on which something of this length ends when it starts on this day.

        Never earlier for a later start, so that reaching a state sooner is never worse.

        Examples
        --------
        >>> deal = Deal.of(doer=[0], cost=[1], value=[[0], [1]], start=dt.date(2018, 1, 31))
        >>> deal.after(0, Length(months=1))  # 28 February
        28
        """
        if not length.months or self.start is None:
            return day + 30 * length.months + length.days
        begin = self.start + dt.timedelta(days=day)
        month = begin.month - 1 + length.months
        year, month = begin.year + month // 12, month % 12 + 1
        last = calendar.monthrange(year, month)[1]
        return (dt.date(year, month, min(begin.day, last)) - self.start).days + length.days


def _length(x: Length | int) -> Length:
    return x if isinstance(x, Length) else Length(days=x)
