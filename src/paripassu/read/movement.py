"""Where each party stands on each issue over time: who moved towards whom, what all now accept, what is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from paripassu.case import Case, Issue
from paripassu.case.when import When
from paripassu.engine import Answer, How, how
from paripassu.read.accounts import current, label, moment, provenance
from paripassu.read.stand import could_accept, in_words, stand_options

__all__ = ["IssueLine", "Move", "Movement", "Stand", "movement"]

State = Literal["common", "open", "one side", "unknown"]
_ASIDE = ("third party", "mediator", "facilitator", "host", "observer", "guarantor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A party's position on an issue at one time: the options asked for, those it could live with, and who says so."""

    entry: str
    party: str
    options: tuple[str, ...]
    accepts: tuple[str, ...]
    words: str
    as_of: When
    basis: str
    provenance: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; `as_of` with the first and last day it can mean."""
        when = moment(self.as_of)
        return {
            "entry": self.entry,
            "party": self.party,
            "options": list(self.options),
            "accepts": list(self.accepts),
            "words": self.words,
            "as_of": when.pop("on"),
            **when,
            "basis": self.basis,
            **{key: held for key, held in self.provenance.items() if key != "basis"},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A change from one stand to the next. ``towards`` and ``away`` are the parties it came nearer to or left.

    ``same_basis`` is False when the two stands are known in different ways (one stated, one an analyst's reading):
    then the change may lie in who speaks.
    """

    party: str
    before: str
    after: str
    towards: tuple[str, ...]
    away: tuple[str, ...]
    same_basis: bool

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; `before` and `after` are entries."""
        return {
            "party": self.party,
            "before": self.before,
            "after": self.after,
            "towards": list(self.towards),
            "away": list(self.away),
            "same_basis": self.same_basis,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueLine:
    """One issue: the stands by party in order of time, the moves, and how it is now.

    ``common`` are the options that every negotiating party with a known stand could accept; ``state`` is `common` when
    there are some, `open` when there are none, `one side` when only one party's stand is known, `unknown` when
    none is. ``silent`` are the negotiating parties without a stand. ``gap`` is what lies between the nearest
    acceptable amounts of a numeric issue, None where it says nothing.
    """

    issue: str
    name: str
    numeric: bool
    stands: dict[str, tuple[Stand, ...]]
    undated: tuple[Stand, ...]
    moves: tuple[Move, ...]
    common: tuple[str, ...]
    state: State
    silent: tuple[str, ...]
    gap: float | None

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "issue": self.issue,
            "name": self.name,
            "numeric": self.numeric,
            "stands": {party: [one.to_dict() for one in held] for party, held in self.stands.items()},
            "undated": [one.to_dict() for one in self.undated],
            "moves": [one.to_dict() for one in self.moves],
            "common": list(self.common),
            "state": self.state,
            "silent": list(self.silent),
            "gap": self.gap,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement(Answer):
    """Every issue with what is known of where the parties stand on it."""

    issues: tuple[IssueLine, ...]
    as_of: dt.date | None
    how: How

    def summary(self) -> str:
        """The answer in a sentence."""
        states = [line.state for line in self.issues]
        moves = sum(len(line.moves) for line in self.issues)
        common = states.count("common")
        apart = states.count("open")
        return f"Common ground on {common} of {len(states)} issues, apart on {apart}; {moves} moves on record."

    def rows(self) -> list[dict[str, Any]]:
        """One row for each stand of a party on an issue, in order of time; those without a date last."""
        return [
            {
                "issue": line.name,
                "party": one.party,
                "as of": str(one.as_of),
                "wants": one.words,
                "accepts": list(one.accepts),
                "basis": one.basis,
                "state": line.state,
                "common": list(line.common),
            }
            for line in self.issues
            for held in (*line.stands.values(), line.undated)
            for one in held
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "issues": [one.to_dict() for one in self.issues],
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "how": self.how.to_dict(),
        }


def movement(case: Case, *, as_of: dt.date | None = None) -> Movement:
    """Each party's position on each issue over time.

    Parameters
    ----------
    case : Case
        Needs `issues` and `positions`.
    as_of : date, optional
        Only what was reported by that day; everything when absent.

    Returns
    -------
    Movement

    Raises
    ------
    CaseError
        When `issues` or `positions` are missing.

    Notes
    -----
    A party comes nearer to another when options it could accept newly include some that the other could accept, or,
    on a numeric issue, when the distance between the nearest acceptable amounts shrinks. The order in which options are
    listed is not taken for a scale. The other party's stand is the last one known by then. Stands whose dates overlap
    are accounts of one time, not a move; those without a date take no part in moves.

    Examples
    --------
    >>> stand = {"party": "union", "issue": "rise", "basis": "stated"}
    >>> case = Case.from_dict({"parties": ["union", "port"], "issues": {"rise": {"from": 0, "to": 5}}, "positions": [
    ...     {**stand, "party": "port", "option": 1, "as_of": "2021-03-01"},
    ...     {**stand, "option": 5, "as_of": "2021-03-01"}, {**stand, "option": 3, "as_of": "2021-03-08"}]})
    >>> line = movement(case).issues[0]
    >>> line.moves[0].towards, line.state, line.gap
    (('port',), 'open', 2.0)
    """
    case.require("issues", "positions")
    lines = tuple(_line(case, name, as_of) for name in case.issues)
    return Movement(issues=lines, as_of=as_of, how=how(case.digest, "acceptable options compared by set and distance"))


def _line(case: Case, name: str, as_of: dt.date | None) -> IssueLine:
    issue = case.issues[name]
    known = [_stand(case, index, entry) for index, entry in current(case, case.positions, as_of) if entry.issue == name]
    dated = sorted((one for one in known if one.as_of.known), key=lambda one: (one.as_of.first, one.as_of.last))
    undated = tuple(one for one in known if not one.as_of.known)
    stands = {party: tuple(one for one in dated if one.party == party) for party in case.parties}
    stands = {party: held for party, held in stands.items() if held}
    now = {party: held[-1] for party, held in stands.items()}
    for one in undated:
        if one.party not in stands:
            now[one.party] = one
    sides = [party for party, one in case.parties.items() if (one.role or "").casefold() not in _ASIDE]
    speaking = [now[party] for party in sides if party in now]
    common = tuple(option for option in issue.options if all(option in one.accepts for one in speaking))
    state: State = "unknown" if not speaking else "one side" if len(speaking) == 1 else "common" if common else "open"
    return IssueLine(
        issue=name,
        name=issue.name or name,
        numeric=issue.numeric,
        stands=stands,
        undated=undated,
        moves=tuple(_moves(issue, stands)),
        common=common if len(speaking) > 1 else (),
        state=state,
        silent=tuple(party for party in sides if party not in now),
        gap=_widest_gap(issue, speaking),
    )


def _stand(case: Case, index: int, position: Any) -> Stand:
    options = stand_options(case, position)
    return Stand(
        entry=label("positions", index, position),
        party=position.party,
        options=options,
        accepts=could_accept(case, position),
        words=in_words(case.issues[position.issue], options),
        as_of=position.as_of,
        basis=position.basis,
        provenance=provenance(case, position),
    )


def _moves(issue: Issue, stands: dict[str, tuple[Stand, ...]]) -> Iterator[Move]:
    for party, held in stands.items():
        for after in held:
            before = _last_before(held, after)
            if before is None or (set(before.options), before.accepts) == (set(after.options), after.accepts):
                continue
            towards: list[str] = []
            away: list[str] = []
            for other, theirs in stands.items():
                seen = [one for one in theirs if _not_after(one.as_of, after.as_of)]
                if other == party or not seen:
                    continue
                nearer = _nearer(issue, before, after, seen[-1])
                if nearer:
                    (towards if nearer > 0 else away).append(other)
            yield Move(
                party=party,
                before=before.entry,
                after=after.entry,
                towards=tuple(towards),
                away=tuple(away),
                same_basis=before.basis == after.basis,
            )


def _last_before(held: tuple[Stand, ...], after: Stand) -> Stand | None:
    """The last stand that was over before this one began, unless another account of the same time came first."""
    start = after.as_of.first
    earlier = [one for one in held if one.as_of.last and start and one.as_of.last < start]
    return earlier[-1] if earlier else None


def _not_after(one: When, other: When) -> bool:
    return one.first is not None and other.last is not None and one.first <= other.last


def _nearer(issue: Issue, before: Stand, after: Stand, other: Stand) -> int:
    """1 when the new stand is nearer to the other party than the old one, -1 when farther, 0 when neither."""
    theirs = set(other.accepts)
    if issue.numeric:
        old, new = _distance(before, other), _distance(after, other)
        if old != new:
            return 1 if new < old else -1
    gained = set(after.accepts) & theirs > set(before.accepts) & theirs
    lost = set(after.accepts) & theirs < set(before.accepts) & theirs
    asks = bool(set(after.options) & theirs) - bool(set(before.options) & theirs)
    return 1 if gained else -1 if lost else asks


def _distance(one: Stand, other: Stand) -> Fraction:
    mine, theirs = list(map(Fraction, one.accepts)), list(map(Fraction, other.accepts))
    if not mine or not theirs:
        return Fraction(0)
    return max(Fraction(0), min(mine) - max(theirs), min(theirs) - max(mine))


def _widest_gap(issue: Issue, speaking: list[Stand]) -> float | None:
    if not issue.numeric or len(speaking) < 2:
        return None
    return float(max(_distance(one, other) for one in speaking for other in speaking))
