"""Where a draft lies, and which small changes better it for somebody and worsen it for nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from paripassu.case import Case
from paripassu.case.draft import whole_draft
from paripassu.engine import Answer, Checked
from paripassu.settle.result import Frontier, Point, Status
from paripassu.settle.swaps import improvements

__all__ = ["Draft", "Trade", "place"]

LISTED = 50
"""Trades listed; the others are counted."""
BETTER = 5
"""Points better than the draft that are listed; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """One or two swaps: by issue, the option in the draft and the one instead; and what each party gains by it."""

    swaps: Mapping[str, tuple[str, str]]
    gains: Mapping[str, float]
    utilities: Mapping[str, float]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "changes": [{"issue": issue, "from": old, "to": new} for issue, (old, new) in self.swaps.items()],
            "gains": dict(self.gains),
            "utilities": dict(self.utilities),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Answer):
    """A package on the table. One that breaks a rule cannot be, so it is not scored: nothing is said of its worth.

    Attributes
    ----------
    package : mapping of issue to option
    origin : str
        ``case`` or ``command``.
    utilities, gains : mapping of party to number
        Empty when it breaks a rule; then there are no points that are better and no trades either.
    feasible : bool
    broken_rules : tuple of int
        Numbers of the rules it breaks, from 0, as they stand in the case.
    below_no_deal : tuple of party
        Parties it leaves below their no deal.
    on_frontier : bool or None
        None when the search was limited and nothing found is better.
    better : tuple of Point
        The nearest points of the frontier that are better for somebody and worse for nobody; ``more_better`` counts the
        others.
    trades : tuple of Trade
        Single swaps first, then pairs; within these the largest total gain, in shares of each party's range, first.
    """

    package: Mapping[str, str]
    origin: str
    utilities: Mapping[str, float]
    gains: Mapping[str, float]
    feasible: bool
    broken_rules: tuple[int, ...]
    below_no_deal: tuple[str, ...]
    on_frontier: bool | None
    better: tuple[Point, ...]
    more_better: int
    trades: tuple[Trade, ...]
    more_trades: int
    laws: tuple[Checked, ...]

    def summary(self) -> str:
        """The answer in a sentence or two."""
        if not self.feasible:
            which = " and ".join(str(rule + 1) for rule in self.broken_rules)
            rules = "rules" if len(self.broken_rules) > 1 else "rule"
            return f"The draft breaks {rules} {which} of the case, so it cannot be."
        if self.below_no_deal:
            return f"The draft gives {' and '.join(self.below_no_deal)} less than no deal."
        if self.on_frontier:
            return "No package is better than the draft for one party without being worse for another."
        many = len(self.trades) + self.more_trades
        if many == 1:
            return "One change of one or two issues betters the draft."
        return f"{many or 'No'} changes of one or two issues better the draft."

    def rows(self) -> list[dict[str, Any]]:
        """One row a trade listed: what changes, and each party's gain by it."""
        return [
            {"changes": "; ".join(f"{issue}: {old} to {new}" for issue, (old, new) in trade.swaps.items())}
            | {f"gain of {party}": gain for party, gain in trade.gains.items()}
            for trade in self.trades
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "package": dict(self.package),
            "origin": self.origin,
            "utilities": dict(self.utilities),
            "gains": dict(self.gains),
            "feasible": self.feasible,
            "broken_rules": list(self.broken_rules),
            "below_no_deal": list(self.below_no_deal),
            "on_frontier": self.on_frontier,
            "better": [point.to_dict() for point in self.better],
            "more_better": self.more_better,
            "trades": [trade.to_dict() for trade in self.trades],
            "more_trades": self.more_trades,
        }


def place(case: Case, line: Frontier, given: Mapping[str, str] | None = None) -> Draft | None:
    """Where the draft lies; None when there is none.

    Parameters
    ----------
    given : mapping of issue to option, optional
        Takes the place of these issues in the case's draft; must be whole where the case has none.

    Raises
    ------
    CaseError
        For unknown issues and options, and for issues without an option; all at once.
    """
    package = whole_draft(case, given)
    if package is None:
        return None
    asked, space = line.model, line.model.space
    options = np.array(
        [known.index(package[issue]) for issue, known in zip(asked.issues, asked.options, strict=True)], dtype=np.int64
    )
    broken = sorted(
        {rule for bar, rule in zip(space.bars, asked.rules, strict=True) if space.barred_by(bar, options[None])[0]}
    )
    if broken:
        return Draft(
            package=package,
            origin="command" if given else "case",
            utilities={},
            gains={},
            feasible=False,
            broken_rules=tuple(broken),
            below_no_deal=(),
            on_frontier=False,
            better=(),
            more_better=0,
            trades=(),
            more_trades=0,
            laws=(_trades_leave_nobody_worse(()),),
        )
    point = space.points(options[None, :])[0]
    utilities = asked.named(asked.shown(point) + 0.0)
    below = tuple(
        party
        for party in asked.parties
        if (least := line.no_deal[party]) is not None and utilities[party] < round(least, 9)
    )
    better, more_better, on = _against(line, point)
    trades = _trades(line, options, point)
    return Draft(
        package=package,
        origin="command" if given else "case",
        utilities=utilities,
        gains=_minus(utilities, line.no_deal_used),
        feasible=True,
        broken_rules=(),
        below_no_deal=below,
        on_frontier=on,
        better=better,
        more_better=more_better,
        trades=trades[:LISTED],
        more_trades=max(0, len(trades) - LISTED),
        laws=(_trades_leave_nobody_worse(trades),),
    )


def _against(line: Frontier, point: np.ndarray[Any, Any]) -> tuple[tuple[Point, ...], int, bool | None]:
    """The points better than this one, nearest first; and whether it is itself on the frontier."""
    if line.line is None or not line.points:
        return (), 0, False
    points = line.line.points
    on: bool | None = bool((points == point).all(axis=1).any())
    rows = np.flatnonzero((points >= point).all(axis=1) & (points > point).any(axis=1))
    if not on and not rows.size and line.status is Status.LIMIT:
        on = None
    span = np.array([max(line.best[party] - line.worst[party], 1e-9) for party in line.parties])
    far = (line.model.shown(points[rows] - point) / span).sum(axis=1)
    rows = rows[np.argsort(far, kind="stable")]
    return tuple(line.points[int(row)] for row in rows[:BETTER]), max(0, len(rows) - BETTER), on


def _trades(line: Frontier, package: np.ndarray[Any, Any], point: np.ndarray[Any, Any]) -> tuple[Trade, ...]:
    if not line.feasible:
        return ()
    asked = line.model
    found = improvements(asked.space, package)
    points = asked.space.points(found)
    changes = asked.shown(points - point)
    span = np.array([max(line.best[party] - line.worst[party], 1e-9) for party in line.parties])
    swapped = found != package
    order = np.lexsort((-np.round((changes / span).sum(axis=1), 9), swapped.sum(axis=1)))
    trades = []
    for row in order:
        places = np.flatnonzero(swapped[row])
        swaps = {
            asked.issues[i]: (asked.options[i][int(package[i])], asked.options[i][int(found[row, i])]) for i in places
        }
        trades.append(
            Trade(
                swaps=swaps,
                gains=asked.named(np.round(changes[row], 9) + 0.0),
                utilities=asked.named(asked.shown(points[row]) + 0.0),
            )
        )
    return tuple(trades)


def _trades_leave_nobody_worse(trades: tuple[Trade, ...]) -> Checked:
    for trade in trades:
        if min(trade.gains.values()) < 0 or not max(trade.gains.values()) > 0:
            return Checked("trades_leave_nobody_worse", f"{dict(trade.swaps)} changes utilities by {dict(trade.gains)}")
    return Checked("trades_leave_nobody_worse")


def _minus(utilities: Mapping[str, float], base: Mapping[str, float]) -> dict[str, float]:
    return {party: round(value - base[party], 9) for party, value in utilities.items() if party in base}
