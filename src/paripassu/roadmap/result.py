"""The answer: an order of phases and what it means, or why there is none and what would make one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from paripassu.case.issues import plain
from paripassu.engine.answer import Answer
from paripassu.engine.result import Checked, How
from paripassu.roadmap.margins import Margins
from paripassu.roadmap.standing import Today

if TYPE_CHECKING:
    from paripassu.roadmap.guarantees import Guarantees
    from paripassu.roadmap.robust import Robust

__all__ = ["Blocked", "Course", "Exposure", "FrontPoint", "Gap", "Ranges", "Remedy", "Roadmap", "Status", "Today"]

Status = Literal["found", "no roadmap", "limit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """How far behind each party is at worst.

    ``floor`` is what it is behind by when all is done (or today), which no order can lower; ``avoidable`` the largest
    exposure above the floor, reached by ``party`` in ``phase`` (0: at the beginning); ``most`` the largest exposure.
    """

    avoidable: Fraction
    most: Fraction
    party: str
    phase: int
    by_party: Mapping[str, Fraction]
    floor: Mapping[str, Fraction]

    def tree(self) -> dict[str, Any]:
        """The JSON shape, with amounts still exact."""
        return {
            "avoidable": self.avoidable,
            "max": self.most,
            "party": self.party,
            "phase": self.phase,
            "by_party": dict(self.by_party),
            "floor": dict(self.floor),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """What stops a roadmap: who, in which phase (0: before the first), why, and by how much (days for `too late`)."""

    party: str
    phase: int
    reason: str
    shortfall: Fraction

    def tree(self) -> dict[str, Any]:
        """The JSON shape, with amounts still exact."""
        return {"party": self.party, "phase": self.phase, "reason": self.reason, "shortfall": self.shortfall}


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Answer):
    """One order of phases and all it means, whether it holds or not; enough to draw it.

    Attributes
    ----------
    phases : tuple of tuple of str
    opens, verified : tuple of int, one a phase
        Days from the beginning.
    start : date or None
        The day from which they count.
    net : tuple of mapping, one a state
        By how much each party is behind (ahead when negative); state 0 is before the first phase.
    slack : tuple of mapping, one a state
        Going on less walking away.
    part_slack : tuple of mapping, one a phase
        By how much doing its part beats the best cheat, for those who have one.
    guarantee_needed : Fraction or None
        Least extra guarantee, equal for all, with which it holds; None when none can help.
    blocking : Blocked or None
        The worst fault; None when it holds.
    """

    phases: tuple[tuple[str, ...], ...]
    opens: tuple[int, ...]
    verified: tuple[int, ...]
    start: dt.date | None
    time_days: int
    net: tuple[Mapping[str, Fraction], ...]
    slack: tuple[Mapping[str, Fraction], ...]
    part_slack: tuple[Mapping[str, Fraction], ...]
    exposure: Exposure
    guarantee_needed: Fraction | None
    blocking: Blocked | None

    @property
    def holds(self) -> bool:
        """Whether nobody ever gains by leaving or cheating, in time."""
        return self.blocking is None

    def least_slack(self) -> tuple[Mapping[str, Fraction], ...]:
        """For each phase, what each party would still lose by its best way out in it or right after it."""
        return tuple(
            {party: min(room, part[party]) if party in part else room for party, room in after.items()}
            for after, part in zip(self.slack[1:], self.part_slack, strict=True)
        )

    def summary(self) -> str:
        """The answer in a sentence."""
        if self.blocking is None:
            return f"It holds: {len(self.phases)} phases in {self.time_days} days."
        block = self.blocking
        where = f"{block.reason}, {block.party}, phase {block.phase}, short by {plain(block.shortfall)}"
        return f"It does not hold ({where})."

    def rows(self) -> list[dict[str, Any]]:
        """One row a phase."""
        return [
            {
                "phase": number + 1,
                "steps": list(phase),
                "opens": self.opens[number],
                "verified": self.verified[number],
                "net": as_numbers(dict(self.net[number + 1])),
                "slack": as_numbers(dict(self.least_slack()[number])),
            }
            for number, phase in enumerate(self.phases)
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; amounts are numbers."""
        found: dict[str, Any] = as_numbers(self.tree())
        return found

    def tree(self) -> dict[str, Any]:
        """The JSON shape of a comparator, with amounts still exact."""
        return {
            "phases": [list(phase) for phase in self.phases],
            "holds": self.holds,
            "guarantee_needed": self.guarantee_needed,
            "exposure": self.exposure.tree(),
            "time_days": self.time_days,
            "net": [dict(row) for row in self.net],
            "blocking": self.blocking.tree() if self.blocking else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPoint:
    """Least time for an avoidable exposure."""

    avoidable: Fraction
    time_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """How much better than the order shown another may be, when the search was stopped: the exposure that comes
    first, and the days by which one with as little exposure may be shorter."""

    avoidable: Fraction
    time_days: int

    def tree(self) -> dict[str, Any]:
        """The JSON shape, with amounts still exact."""
        return {"avoidable": self.avoidable, "time_days": self.time_days}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One lever pulled by itself.

    ``lever`` is one of guarantee, end value, detection, recover, revoke, leak, prerequisite, split, doer, payment
    and deadline (and `deadline and guarantee`, where neither is enough by itself); ``target`` the party, step or `all`
    it applies to; ``change`` what it takes in words with the exact amount; ``amount`` that amount (None when it cannot
    help or is no amount); ``works`` whether it gives a roadmap.
    """

    lever: str
    target: str
    change: str
    works: bool
    amount: Fraction | None = None

    def tree(self) -> dict[str, Any]:
        """The JSON shape."""
        return {"lever": self.lever, "target": self.target, "change": self.change, "works": self.works}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranges:
    """What the answer is over all values of the amounts given as [low, high].

    ``holds`` is `all`, `some` or `none` (`unknown` when a search was stopped); ``this_order`` whether the order shown
    holds at every value; ``guarantee_needed`` the least extra guarantee at the best and at the worst corner.
    """

    amounts: tuple[str, ...]
    holds: Literal["all", "some", "none", "unknown"]
    this_order: bool | None
    guarantee_needed: tuple[Fraction | None, Fraction | None]

    def tree(self) -> dict[str, Any]:
        """The JSON shape, with amounts still exact."""
        return {
            "amounts": list(self.amounts),
            "holds": self.holds,
            "this_order": self.this_order,
            "guarantee_needed": list(self.guarantee_needed),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap(Answer):
    """The phased and synchronised order, or why there is none.

    Attributes
    ----------
    status : str
        `found`, `no roadmap`, or `limit` when the search was stopped before it knew.
    course : Course or None
        The best order; without a roadmap the order that needs the least equal guarantee; None when there is nothing
        to order or nothing was found in time.
    front : tuple of FrontPoint
        Least time for each avoidable exposure, least exposure first.
    stake : mapping
        By how much each party may be ahead before it walks away: all it gains, end value and guarantee, less its
        outside value. With a discount it changes on the way, and this is the beginning.
    unsettled : int
        Levers left out of ``remedies`` because time ran out before they were settled.
    all_in_one, first, given : Course or None, mapping, Course or None
        The comparators; ``first`` has one for each party with steps; None and empty when not asked.
    illustration : bool
        Whether some of the amounts are marked as invented.
    guarantees : tuple of Guarantees, or None
        The front of guarantees of two parties; None when not asked.
    robust : Robust or None
        When it was asked to survive amounts that are off: by how much, and what it means at the amounts as given.
    sensitivity : Margins or None
        How far the amounts may be off before the order breaks; None when not asked, or when there is no roadmap.
    gap : Gap or None
        For status `limit` with an order that holds, when the least exposure was asked for without a cap: how much
        better another may be, as far as is known.
    """

    status: Status
    course: Course | None
    front: tuple[FrontPoint, ...]
    guarantee_needed: Fraction | None
    blocking: Blocked | None
    remedies: tuple[Remedy, ...]
    unsettled: int
    all_in_one: Course | None
    first: Mapping[str, Course]
    given: Course | None
    stake: Mapping[str, Fraction]
    today: Today
    ranges: Ranges | None
    illustration: bool
    laws: tuple[Checked, ...]
    how: How
    guarantees: tuple[Guarantees, ...] | None = None
    robust: Robust | None = None
    sensitivity: Margins | None = None
    gap: Gap | None = None

    @property
    def phases(self) -> tuple[tuple[str, ...], ...]:
        """The phases of the order shown."""
        return self.course.phases if self.course else ()

    def summary(self) -> str:
        """The answer in a sentence; `words.tell` says it in full."""
        mark = "Illustration: " if self.illustration else ""
        if self.robust is not None:
            mark += f"With every amount off by {plain(100 * self.robust.share)} % at once: "
        if self.course is None:
            return f"{mark}Stopped before a roadmap was found."
        if self.status == "no roadmap":
            block = self.blocking
            why = (
                f"{block.reason} ({block.party}, short by {plain(block.shortfall)})" if block else "not within the cap"
            )
            return f"{mark}No roadmap: {why}."
        exposure = plain(self.course.exposure.avoidable)
        held = f"{len(self.phases)} phases in {self.course.time_days} days, avoidable exposure {exposure}"
        return f"{mark}A roadmap of {held}."

    def rows(self) -> list[dict[str, Any]]:
        """One row a phase of the order shown."""
        return [] if self.course is None else self.course.rows()

    def to_dict(self) -> dict[str, Any]:
        """The JSON form: amounts are numbers, and again as exact text under `exact`."""
        tree = self._tree()
        return {
            **as_numbers(tree),
            "exact": _texts(tree) or {},
            "laws": [law.to_dict() for law in self.laws],
            "how": self.how.to_dict(),
        }

    def _tree(self) -> dict[str, Any]:
        course = self.course
        return {
            "status": self.status,
            "phases": [list(phase) for phase in self.phases],
            "start": str(course.start) if course and course.start else None,
            "time_days": course.time_days if course else None,
            "exposure": course.exposure.tree() if course else None,
            "front": [{"avoidable": point.avoidable, "time_days": point.time_days} for point in self.front],
            "slack": [dict(row) for row in course.least_slack()] if course else [],
            "net": [dict(row) for row in course.net] if course else [],
            "stake": dict(self.stake),
            "guarantee_needed": self.guarantee_needed,
            "blocking": self.blocking.tree() if self.blocking else None,
            "remedies": [remedy.tree() for remedy in self.remedies],
            "unsettled": self.unsettled,
            "comparators": {
                "all_in_one": self.all_in_one.tree() if self.all_in_one else None,
                "first": {party: course.tree() for party, course in self.first.items()},
                "given": self.given.tree() if self.given else None,
            },
            "today": self.today.tree(),
            "ranges": self.ranges.tree() if self.ranges else None,
            "illustration": self.illustration,
            "guarantees": None if self.guarantees is None else [one.tree() for one in self.guarantees],
            "robust": self.robust.tree() if self.robust else None,
            "sensitivity": self.sensitivity.tree() if self.sensitivity else None,
            "gap": self.gap.tree() if self.gap else None,
        }


def as_numbers(value: Any) -> Any:
    """The same tree with every exact amount as a JSON number."""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else float(value)
    if isinstance(value, dict):
        return {key: as_numbers(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_numbers(inner) for inner in value]
    return value


def _texts(value: Any) -> Any:
    """The tree of the exact amounts alone, as text; None where there is none."""
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, dict):
        found = {key: text for key, inner in value.items() if (text := _texts(inner)) is not None}
        return found or None
    if isinstance(value, list):
        texts = [_texts(inner) for inner in value]
        return texts if any(text is not None for text in texts) else None
    return None
