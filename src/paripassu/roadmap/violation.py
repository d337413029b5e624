"""What a replay of a roadmap finds: the things that do not hold, each with the two amounts that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from paripassu.engine import Answer

__all__ = ["Replay", "Violation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One thing that does not hold, with the two amounts that show it.

    ``phase`` counts from 1; 0 is before the first. ``keeping`` is what the party has when all keep to the roadmap and
    ``breaking`` what it expects by breaking it there, both from the very beginning and on its own scale;
    ``shortfall`` is the guarantee that would close the gap, or the days by which a deadline is missed.
    """

    reason: str
    party: str | None
    phase: int
    steps: tuple[str, ...] = ()
    keeping: Fraction | None = None
    breaking: Fraction | None = None
    shortfall: Fraction | None = None
    words: str

    @property
    def gap(self) -> Fraction | None:
        """What breaking pays; None where no amounts are compared."""
        return None if self.keeping is None or self.breaking is None else self.breaking - self.keeping

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; amounts as exact text."""
        return {
            "reason": self.reason,
            "party": self.party,
            "phase": self.phase,
            "steps": list(self.steps),
            "keeping": _text(self.keeping),
            "breaking": _text(self.breaking),
            "shortfall": _text(self.shortfall),
            "words": self.words,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay(Answer):
    """What came of replaying a roadmap: valid, or everything that does not hold, in order.

    ``net`` is by how much each party is behind before the first phase and after each; ``room`` what each would lose by
    its best way out in or right after each phase. Both are empty when the order cannot be played.
    """

    violations: tuple[Violation, ...]
    branches: int
    exposure: Mapping[str, Fraction]
    floor: Mapping[str, Fraction]
    time_days: int
    net: tuple[Mapping[str, Fraction], ...] = ()
    room: tuple[Mapping[str, Fraction], ...] = ()
    words: str

    @property
    def valid(self) -> bool:
        """Whether nothing was found."""
        return not self.violations

    def summary(self) -> str:
        """The answer in a sentence."""
        return self.words

    def rows(self) -> list[dict[str, Any]]:
        """One row for each thing that does not hold."""
        return [one.to_dict() for one in self.violations]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "valid": self.valid,
            "first": self.violations[0].to_dict() if self.violations else None,
            "violations": [one.to_dict() for one in self.violations],
            "branches": self.branches,
            "words": self.words,
        }


def _text(amount: Fraction | None) -> str | None:
    return None if amount is None else str(amount)
