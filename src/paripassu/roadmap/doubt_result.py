"""The answer to: in what parts, when each side doubts that the other is sincere?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from paripassu.case.issues import plain
from paripassu.engine.answer import Answer
from paripassu.engine.result import Checked, How
from paripassu.roadmap.how_firm import per_cent

__all__ = ["DOUBT", "Attempt", "Doubt", "Screening"]

DOUBT = (
    "Assumed under doubt: a side is sincere with the chance given, whatever the other is, and nobody can tell before "
    "it takes. To a side that is not, the finished relationship is worth no more than no deal; it loses its guarantee "
    "like anybody who breaks, and only picks the phase in which to take. The sizes are kept to, and a cheat ends the "
    "deal. Without doubt large parts come first wherever what is received outweighs what is given, waiting included; "
    "doubt makes parts smaller for as long as it lasts, so that small ones come first."
)
WATSON = (
    "T is the number of phases in which doubt ends: the counterpart, for an exchange that itself ends, of the T of "
    "Watson (1999), who studies a lasting relationship and settles T by a rule of renegotiation. In each of the T "
    "phases a side that is not sincere takes with the same chance."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """So many parts of each step, for doubt to end with the first: from where to where the first may lie.

    ``least`` and ``most`` hold the first part's share of each step, both grown in the same proportion. They are empty
    when no sizes do; then ``why`` says which conditions cannot hold together, else what sets the two ends.
    ``guarantee_needed`` is the least extra guarantee, equal for both, with which some sizes do (None: none helps).
    """

    count: int
    least: Mapping[str, Fraction]
    most: Mapping[str, Fraction]
    why: tuple[str, ...]
    guarantee_needed: Fraction | None

    @property
    def holds(self) -> bool:
        """Whether some first part does without any more guarantee."""
        return bool(self.least)

    def tree(self) -> dict[str, Any]:
        """The JSON shape; shares and amounts as exact text."""
        return {
            "count": self.count,
            "least": _texts(self.least),
            "most": _texts(self.most),
            "why": list(self.why),
            "guarantee_needed": _text(self.guarantee_needed),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """What it takes for doubt to end in so many phases, and what it costs.

    Attributes
    ----------
    phases : int
        T.
    shares : mapping
        Step to the sizes of its parts.
    guarantee_needed : Fraction
        The extra guarantee, equal for both, for which everything here is reckoned.
    most, chance, expected : mapping
        For each party, when it is sincere: the largest part it may lose to one that is not, how likely it is to lose
        that one, and its loss on average; what it got in earlier phases is not set against it.
    worth : mapping
        What the exchange is worth to each party, when it is sincere, on the day of signing.
    """

    phases: int
    shares: Mapping[str, tuple[Fraction, ...]]
    guarantee_needed: Fraction
    most: Mapping[str, Fraction]
    chance: Mapping[str, Fraction]
    expected: Mapping[str, Fraction]
    worth: Mapping[str, Fraction]

    def tree(self) -> dict[str, Any]:
        """The JSON shape; shares and amounts as exact text."""
        return {
            "phases": self.phases,
            "shares": {name: [str(share) for share in shares] for name, shares in self.shares.items()},
            "guarantee_needed": str(self.guarantee_needed),
            **{key: _texts(getattr(self, key)) for key in ("most", "chance", "expected", "worth")},
        }

    def words(self) -> str:
        """A line: the sizes, the guarantee they need, and what a sincere party risks."""
        if len(set(self.shares.values())) == 1:
            sizes = ", ".join(map(per_cent, next(iter(self.shares.values()))))
        else:
            sizes = "; ".join(f"{name} {', '.join(map(per_cent, some))}" for name, some in self.shares.items())
        risks = {
            party: f"at most {_short(most)} with a chance of {_short(self.chance[party])}, "
            f"{_short(self.expected[party])} on average"
            for party, most in self.most.items()
        }
        if len(set(risks.values())) == 1:
            risk = f"each, when sincere, may lose {next(iter(risks.values()))}"
        else:
            risk = "; ".join(f"{party}, when sincere, may lose {words}" for party, words in risks.items())
        return f"T = {self.phases}: {sizes}. Extra guarantee: {_short(self.guarantee_needed)}. To a taker {risk}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt(Answer):
    """The parts of an exchange under doubt about sincerity.

    Attributes
    ----------
    steps : tuple of str
    prior : mapping
        Party to the chance that it is sincere, as the other sees it.
    illustration : bool
        Whether amounts of the case are invented.
    status : str
        `found`, `no schedule` (not in up to so many parts, whatever their sizes), or `not reckoned`: see `unmet`.
    unmet : tuple of str
        What the reckoning needs and the case does not have; there are no numbers then.
    best : Attempt or None
        The fewest parts with which doubt can end with the first; when there are none, those that need the least
        guarantee.
    tried : tuple of Attempt
        Every number of parts tried.
    screening : tuple of Screening
        T = 1, and for two sides alike T up to the number of parts, where doubt can end so.
    laws : tuple of Checked
        Every plan of either kind of side, played to its end.
    """

    steps: tuple[str, ...]
    prior: Mapping[str, Fraction]
    illustration: bool
    status: Literal["found", "no schedule", "not reckoned"]
    unmet: tuple[str, ...]
    best: Attempt | None
    tried: tuple[Attempt, ...]
    screening: tuple[Screening, ...]
    laws: tuple[Checked, ...]
    how: How

    def summary(self) -> str:
        """The answer in a sentence."""
        mark = "Illustration: the amounts are invented. " if self.illustration and self.status != "not reckoned" else ""
        head = f"{mark}Under doubt ({', '.join(f'{name} sincere: {_short(p)}' for name, p in self.prior.items())})"
        if self.status == "not reckoned":
            return f"{head} nothing is reckoned, as {'; and '.join(self.unmet)}."
        what = " and ".join(self.steps)
        if self.best is None:
            upto = max(one.count for one in self.tried)
            return f"{head} no guarantee helps with {what} cut into up to {upto} parts."
        parts = "whole" if self.best.count == 1 else f"in {self.best.count} parts"
        if self.status == "no schedule":
            needed = _short(self.best.guarantee_needed or Fraction(0))
            upto = max(one.count for one in self.tried)
            return (
                f"{head} nothing holds with up to {upto} parts; with a guarantee of {needed} more each, {what} {parts}."
            )
        if self.best.count == 1:
            return f"{head} {what} can be traded whole."
        ends = {name: (per_cent(low), per_cent(self.best.most[name])) for name, low in self.best.least.items()}
        sizes = {name: low if low == high else f"from {low} to {high}" for name, (low, high) in ends.items()}
        if len(set(sizes.values())) == 1:
            size = f"{next(iter(sizes.values()))} of each"
        else:
            size = " and ".join(f"{size} of {name}" for name, size in sizes.items())
        return f"{head} {what} {parts}: doubt ends with the first, {size}."

    def words(self) -> tuple[str, ...]:
        """The answer, why, what each T costs, and what is assumed."""
        lines = [self.summary()]
        if self.status == "not reckoned":
            return (*lines, DOUBT)
        if self.best is None:
            lines += [f"In {one.count} parts: {' '.join(one.why)}" for one in self.tried[-1:]]
        elif self.best.why:
            lines += list(self.best.why)
        lines += [row.words() for row in self.screening]
        return (*lines, *([WATSON] if self.screening else []), DOUBT)

    def rows(self) -> list[dict[str, Any]]:
        """One row for each T: what it needs and what it costs."""
        return [
            {
                "phases_of_doubt": row.phases,
                "shares": {name: [float(share) for share in shares] for name, shares in row.shares.items()},
                "guarantee_needed": float(row.guarantee_needed),
                **{key: _floats(getattr(row, key)) for key in ("most", "chance", "expected", "worth")},
            }
            for row in self.screening
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; shares and amounts as exact text."""
        return {
            "status": self.status,
            "illustration": self.illustration,
            "steps": list(self.steps),
            "prior": _texts(self.prior),
            "unmet": list(self.unmet),
            "best": self.best.tree() if self.best else None,
            "tried": [one.tree() for one in self.tried],
            "screening": [row.tree() for row in self.screening],
            "sincerity": DOUBT,
            "laws": [law.to_dict() for law in self.laws],
            "how": self.how.to_dict(),
        }


def _text(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


def _texts(table: Mapping[str, Fraction]) -> dict[str, str]:
    return {name: str(number) for name, number in table.items()}


def _floats(table: Mapping[str, Fraction]) -> dict[str, float]:
    return {name: float(number) for name, number in table.items()}


def _short(number: Fraction) -> str:
    said = plain(number)
    return said if len(said) <= 6 and "/" not in said else f"{float(number):.3g}"
