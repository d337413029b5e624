"""The answer to: in what parts, when each side doubts that the other is sincere?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from paripassu.case.issues import plain
from paripassu.engine.answer import Answer
from paripassu.engine.result import Checked, How
from paripassu.roadmap.how_firm import per_cent
from paripassu.roadmap.why_not import listed

__all__ = ["DOUBT", "Attempt", "Doubt", "Rule", "Screening", "each", "short"]

TAKEN = (
    "A side is sincere with the chance given, whatever the other is; nobody can tell before it takes.",
    "To a side that is not, the finished relationship is worth no more than no deal. It picks when to take.",
    "Whoever breaks loses its guarantee, sincere or not, and the deal ends.",
    "The sizes are kept to.",
)
DOUBT = f"Taken for granted under doubt: {' '.join(TAKEN)}"
Rule = Literal["least end value", "least first parts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """So many parts of each step, for doubt to end with the first: from where to where the first may lie.

    ``least`` and ``most`` hold the first part's share of each step, both grown in the same proportion. They are empty
    when no sizes do; then ``why`` says which conditions cannot hold together, else what sets the two ends.
    ``guarantee_needed`` is the least extra guarantee of each party with which some sizes do (None: none helps): equal
    for both, or for two sides that are the same but for the unit of each, as much in the units of each.
    """

    count: int
    least: Mapping[str, Fraction]
    most: Mapping[str, Fraction]
    why: tuple[str, ...]
    guarantee_needed: Mapping[str, Fraction] | None

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
            "guarantee_needed": None if self.guarantee_needed is None else _texts(self.guarantee_needed),
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
    sizes : str
        Which of all sizes that do: `least end value` (what sincere sides must have to lose at the end is least)
        or `least first parts`.
    guarantee_needed : mapping
        The extra guarantee of each party, as in `Attempt`, for which everything here is reckoned.
    most, chance, expected : mapping
        For each party, when it is sincere: the largest part it may lose to one that is not, how likely it is to lose
        that one, and its loss on average; what it got in earlier phases is not set against it.
    worth : mapping
        What the exchange is worth to each party, when it is sincere, on the day of signing.
    """

    phases: int
    shares: Mapping[str, tuple[Fraction, ...]]
    sizes: Rule
    guarantee_needed: Mapping[str, Fraction]
    most: Mapping[str, Fraction]
    chance: Mapping[str, Fraction]
    expected: Mapping[str, Fraction]
    worth: Mapping[str, Fraction]

    def tree(self) -> dict[str, Any]:
        """The JSON shape; shares and amounts as exact text."""
        return {
            "phases": self.phases,
            "shares": {name: [str(share) for share in shares] for name, shares in self.shares.items()},
            "sizes": self.sizes,
            **{key: _texts(getattr(self, key)) for key in ("guarantee_needed", "most", "chance", "expected", "worth")},
        }

    def risk(self, names: Mapping[str, str] | None = None) -> str:
        """What a party that is sincere may lose to one that is not, in a sentence; parties by these names."""
        risks = {
            (names or {}).get(party, party): f"at most {short(most)} (chance {short(self.chance[party])}), "
            f"on average {short(self.expected[party])}"
            for party, most in self.most.items()
        }
        if len(set(risks.values())) == 1:
            return f"A sincere side may lose {next(iter(risks.values()))}."
        return f"When sincere, {'; '.join(f'{party} may lose {words}' for party, words in risks.items())}."

    def words(self) -> tuple[str, ...]:
        """The sizes and the guarantee they need; then what a sincere party risks."""
        if len(set(self.shares.values())) == 1:
            sizes = f"parts of {', '.join(map(per_cent, next(iter(self.shares.values()))))}"
        else:
            sizes = "; ".join(f"{name} {', '.join(map(per_cent, some))}" for name, some in self.shares.items())
        extra = each(self.guarantee_needed)
        return f"T = {self.phases}: {sizes}. Extra guarantee: {extra}.", f"       {self.risk()}"


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
        head = f"{mark}Under doubt ({', '.join(f'{name} sincere: {short(p)}' for name, p in self.prior.items())})"
        if self.status == "not reckoned":
            return f"{head} nothing is reckoned, as {'; and '.join(self.unmet)}."
        what = listed(self.steps)
        if self.best is None:
            upto = max(one.count for one in self.tried)
            return f"{head} no guarantee, equal for both, helps with {what} cut into up to {upto} parts."
        parts = "whole" if self.best.count == 1 else f"in {self.best.count} parts"
        if self.status == "no schedule":
            needed = each(self.best.guarantee_needed or {})
            upto = max(one.count for one in self.tried)
            return (
                f"{head} nothing holds with up to {upto} parts; "
                f"with an extra guarantee ({needed}) {what} can be traded {parts}."
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
        """The answer, why, what each T costs, and what is assumed; a blank line between thoughts."""
        if self.status == "not reckoned":
            sides = ", ".join(f"{name} sincere: {short(p)}" for name, p in self.prior.items())
            needs = [f"- {one[0].upper()}{one[1:]}." for one in self.unmet]
            return f"Under doubt ({sides}) nothing is reckoned. What it would need, and what there is:", *needs
        lines = [self.summary()]
        if self.best is None:
            lines += [f"In {one.count} parts: {' '.join(one.why)}" for one in self.tried[-1:]]
        else:
            lines += self.best.why
        if self.screening:
            lines += ["", *self._shown(), "", *(line for row in self.screening for line in row.words())]
        if len(self.screening) > 1:
            lines += ["", *_choice(self.screening[0], self.screening[-1])]
        return (*lines, "", "Taken for granted under doubt:", *(f"- {one}" for one in TAKEN))

    def _shown(self) -> list[str]:
        """What T is, and which sizes are shown."""
        first, *later = self.screening
        if not later:
            told = ["T = 1: doubt ends with the first part."]
        else:
            told = [
                "T is the number of parts in which doubt ends.",
                "A side that is not sincere takes at one of them, each with the same chance.",
            ]
        if first.sizes == "least first parts":
            also = "T = 1 is shown with" if later else "Shown are"
            told.append(f"{also} the least first parts.")
        if later or first.sizes != "least first parts":
            whose = "Every T is" if first.sizes != "least first parts" else "Every other T is"
            told.append(f"{whose} shown with the sizes for which the least end value would be enough.")
        return told

    def rows(self) -> list[dict[str, Any]]:
        """One row for each T: what it needs and what it costs."""
        return [
            {
                "phases_of_doubt": row.phases,
                "shares": {name: [float(share) for share in shares] for name, shares in row.shares.items()},
                **{
                    key: _floats(getattr(row, key))
                    for key in ("guarantee_needed", "most", "chance", "expected", "worth")
                },
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


COMPARED = {
    "guarantee_needed": ("each ties up {} guarantee", ("more", "less", "as much")),
    "most": ("the largest part that a sincere side may lose is {}", ("larger", "smaller", "as large")),
    "chance": ("losing that part is {}", ("more likely", "less likely", "as likely")),
    "expected": ("on average a sincere side loses {}", ("more", "less", "as much")),
}


def _choice(first: Screening, last: Screening) -> Iterator[str]:
    """What changes from one T to another, and not which is better."""
    yield f"What changes from T = {first.phases} to T = {last.phases}:"
    for key, (words, ways) in COMPARED.items():
        before, after = getattr(first, key), getattr(last, key)
        turns = {party: f"{short(before[party])}, then {short(after[party])}" for party in before}
        party = next(iter(turns))
        way = ways[0] if after[party] > before[party] else ways[1] if after[party] < before[party] else ways[2]
        if len(set(turns.values())) == 1:
            figures = turns[party]
        else:
            figures = "; ".join(f"{name} {turn}" for name, turn in turns.items())
        yield f"- {words.format(way)} ({figures});" if key != "expected" else f"- {words.format(way)} ({figures})."
    yield "Which of these weighs more is for the parties to say."


def each(amounts: Mapping[str, Fraction]) -> str:
    """An amount for every party: once where they are equal.

    Examples
    --------
    >>> each({"a": Fraction(0), "b": Fraction(0)}), each({"a": Fraction(1), "b": Fraction(1)})
    ('none', '1 each')
    >>> each({"a": Fraction(1), "b": Fraction(2)})
    'a 1, b 2'
    """
    if not any(amounts.values()):
        return "none"
    if len(set(amounts.values())) == 1:
        return f"{short(next(iter(amounts.values())))} each"
    return ", ".join(f"{party} {short(amount)}" for party, amount in amounts.items())


def _texts(table: Mapping[str, Fraction]) -> dict[str, str]:
    return {name: str(number) for name, number in table.items()}


def _floats(table: Mapping[str, Fraction]) -> dict[str, float]:
    return {name: float(number) for name, number in table.items()}


def short(number: Fraction) -> str:
    """An amount in a few letters.

    Examples
    --------
    >>> short(Fraction(7, 4)), short(Fraction(51, 52))
    ('1.75', '0.981')
    """
    said = plain(number)
    return said if len(said) <= 6 and "/" not in said else f"{float(number):.3g}"
