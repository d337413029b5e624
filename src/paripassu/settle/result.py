"""What the lens answers: points with their packages, the frontier, and what a fair rule picks on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paripassu.engine import Answer, Checked, How
from paripassu.settle.model import Model
from paripassu.settle.search import Line

__all__ = ["Frontier", "Point", "Solution", "Status"]


class Status(StrEnum):
    """How a search ended."""

    FOUND = "found"
    NO_DEAL = "no deal"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Utilities, each party's on its own scale, and packages that have exactly these.

    ``gains`` is utility minus no deal (or minus the party's worst feasible utility where it names none). ``packages``
    lists the first few; ``more_packages`` counts the others.
    """

    utilities: Mapping[str, float]
    gains: Mapping[str, float]
    packages: tuple[Mapping[str, str], ...]
    more_packages: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "utilities": dict(self.utilities),
            "packages": [dict(package) for package in self.packages],
            "more_packages": self.more_packages,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontier(Answer):
    """The packages no feasible package betters for one party without worsening another.

    Attributes
    ----------
    points : tuple of Point
        Best for the first party first. Empty when no package is feasible and gives each party its no deal.
    status : Status
    parties, issues : tuple of str
        Parties with preferences, and issues, in the order of the case.
    apart : tuple of str
        Parties that have no preferences in the case; nothing is claimed for them.
    packages_total : int
        Packages before any rule.
    feasible : bool
        Whether any package keeps all rules.
    no_deal : mapping
        As the case says; None where it says nothing.
    no_deal_used : mapping
        What gains are counted from: `no_deal`, else the worst feasible utility. Empty when nothing is feasible.
    worst, best : mapping
        Each party's range over feasible packages. Empty when nothing is feasible.
    ideal : mapping
        Each party's best over the points: feasible, and no party below its no deal.
    error : float or None
        0 when exact. At status LIMIT: whatever was left out, and gives each party this share of its range above
        its no deal, is matched by a point nowhere lower by more than this share of a party's range. None: no bound
        proved.
    """

    points: tuple[Point, ...]
    status: Status
    parties: tuple[str, ...]
    apart: tuple[str, ...]
    issues: tuple[str, ...]
    packages_total: int
    feasible: bool
    no_deal: Mapping[str, float | None]
    no_deal_used: Mapping[str, float]
    worst: Mapping[str, float]
    best: Mapping[str, float]
    ideal: Mapping[str, float]
    error: float | None
    laws: tuple[Checked, ...]
    how: How
    model: Model = field(repr=False, compare=False)
    base: NDArray[np.int64] | None = field(repr=False, compare=False)
    line: Line | None = field(repr=False, compare=False)

    def summary(self) -> str:
        """The answer in a sentence or two."""
        if self.points:
            many = len(self.points)
            end = "" if self.status is Status.FOUND else ", kept within the limit"
            return f"{many:,} {'point' if many == 1 else 'points'} that no package betters for everyone{end}."
        if not self.feasible:
            return "No package keeps all the rules."
        return "No package gives every party at least its no deal."

    def rows(self) -> list[dict[str, Any]]:
        """One row a point: utilities by party, then the options of its first package by issue."""
        return [_row(point, self.parties, self.issues) for point in self.points]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "status": str(self.status),
            "parties": list(self.parties),
            "packages_total": str(self.packages_total),
            "no_deal": dict(self.no_deal),
            "frontier": [point.to_dict() for point in self.points],
            "laws": [law.to_dict() for law in self.laws],
            "how": self.how.to_dict(),
        }

    def packages(self, point: int) -> Iterator[dict[str, str]]:
        """Every package of a point (by its place in ``points``), one after another."""
        if self.line is None:
            return
        for options in self.line.packages(point):
            yield self.model.package(options)

    def with_packages(self, point: int, most: int) -> Point:
        """A point again, with up to ``most`` of its packages listed."""
        found = self.points[point]
        total = len(found.packages) + found.more_packages
        listed = tuple(islice(self.packages(point), most))
        return Point(utilities=found.utilities, gains=found.gains, packages=listed, more_packages=total - len(listed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution(Answer):
    """What a fair rule picks: every point tied for best.

    Attributes
    ----------
    rule : str
        ``nash``, ``kalai_smorodinsky``, ``egalitarian`` or ``utilitarian``.
    points : tuple of Point
        All tied; empty when there is nothing to choose from.
    places : tuple of int
        Where these points stand in the frontier's ``points``.
    no_deal_used, ideal : mapping
        As in `Frontier`.
    left_out : tuple of str
        Parties that cannot gain on any point, so that the rule does not ask about them.
    says : tuple of str
        Which variant this is and what it compares, in sentences.
    """

    rule: str
    points: tuple[Point, ...]
    places: tuple[int, ...]
    status: Status
    left_out: tuple[str, ...]
    no_deal_used: Mapping[str, float]
    ideal: Mapping[str, float]
    says: tuple[str, ...]
    laws: tuple[Checked, ...]
    how: How

    def summary(self) -> str:
        """What the rule picks, and by which measure."""
        if not self.points:
            return "There is nothing to choose from."
        first = self.points[0]
        picked = "; ".join(f"{issue}: {option}" for issue, option in first.packages[0].items())
        more = len(first.packages) + first.more_packages - 1 + len(self.points) - 1
        tied = f" (and {more:,} more as good)" if more else ""
        return " ".join([f"Picks {picked}{tied}.", *self.says])

    def rows(self) -> list[dict[str, Any]]:
        """One row a tied point."""
        return [_row(point, tuple(point.utilities), tuple(point.packages[0])) for point in self.points]

    def to_dict(self) -> dict[str, Any]:
        """The first point, and under ``ties`` the others tied with it; empty without points."""
        if not self.points:
            return {}
        return {
            **self.points[0].to_dict(),
            "ties": [point.to_dict() for point in self.points[1:]],
            "no_deal_used": dict(self.no_deal_used),
            "ideal": dict(self.ideal),
            "says": list(self.says),
        }


def _row(point: Point, parties: tuple[str, ...], issues: tuple[str, ...]) -> dict[str, Any]:
    utilities = {f"utility of {party}": point.utilities[party] for party in parties}
    return utilities | {issue: point.packages[0].get(issue) for issue in issues} | {"more": point.more_packages}
