"""By how much may the amounts of a case be wrong before its roadmap no longer holds, in the case's words."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from paripassu.case.case import Case
from paripassu.engine import Answer, How
from paripassu.engine.result import how
from paripassu.roadmap.ranges import fixed
from paripassu.roadmap.read_case import deal, numbered, players
from paripassu.roadmap.sensitivity import Input, sensitivity, survives

if TYPE_CHECKING:
    from paripassu.roadmap.result import Roadmap

__all__ = ["AmountMargin", "Margins", "margins"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountMargin:
    """One amount, and the shares of it by which it may be lower or higher before the order breaks.

    ``place`` is its key in the case file. None: no move up to the whole amount (or to twice it) breaks the order.
    """

    place: str
    amount: Fraction
    lower: Fraction | None
    higher: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins(Answer):
    """What a roadmap survives.

    Attributes
    ----------
    together : Fraction
        Share by which every amount may be off at once, each in the worst direction. Exact.
    party, phase, what : str, int, str
        The condition that breaks first.
    share, percent, draws, seed
        In what share of seeded draws, every amount off at random by up to ``percent``, the order still holds.
    amounts : tuple of AmountMargin
        The most delicate first.
    """

    together: Fraction
    party: str
    phase: int
    what: str
    share: float
    percent: float
    draws: int
    seed: int
    amounts: tuple[AmountMargin, ...]
    how: How

    def summary(self) -> str:
        """The answer in a sentence or two."""
        percent = float(100 * self.together)
        if not percent:
            return f"The order holds with nothing to spare: {self.party} has no room in phase {self.phase}."
        return (
            f"The order holds while no amount is off by more than {percent:.3g} %; {self.party} would be first to gain."
        )

    def rows(self) -> list[dict[str, Any]]:
        """One row an amount."""
        return [
            {
                "amount": one.place,
                "value": float(one.amount),
                "lower": None if one.lower is None else float(one.lower),
                "higher": None if one.higher is None else float(one.higher),
            }
            for one in self.amounts
        ]

    def tree(self) -> dict[str, Any]:
        """The JSON shape, with amounts and shares still exact."""
        return {
            "together": self.together,
            "party": self.party,
            "phase": self.phase,
            "what": self.what,
            "share": self.share,
            "percent": self.percent,
            "draws": self.draws,
            "seed": self.seed,
            "amounts": [
                {"amount": one.place, "value": one.amount, "lower": one.lower, "higher": one.higher}
                for one in self.amounts
            ],
        }

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {**self.tree(), "together": float(self.together), "amounts": self.rows(), "how": self.how.to_dict()}


def margins(case: Case, found: Roadmap, *, percent: float = 25, draws: int = 400, seed: int = 0) -> Margins | None:
    """What the order of a roadmap survives; None when it found none.

    Parameters
    ----------
    case : Case
    found : Roadmap
        What `find` found for this case. Amounts given as ranges are taken at their middle, as there.
    percent, draws, seed
        For the share of draws in which the order still holds.

    Notes
    -----
    Exact, because every condition on an order is linear in the amounts. Chances of detection, the leak and times are
    taken as they are, and so is the order: another one might hold where this one breaks.

    Examples
    --------
    >>> import paripassu as pp
    >>> case = pp.load("toy/side-by-side")
    >>> margins(case, pp.roadmap.find(case)).together  # going on and undoing are worth the same after the last step
    Fraction(0, 1)
    """
    if found.course is None or found.blocking is not None:
        return None
    at = fixed(case)
    letters = deal(at)
    order = numbered(at, found.phases)
    parties, steps = players(at), tuple(at.steps)
    exact = sensitivity(letters, order)
    party, phase, what = exact.binding

    def place(name: Input) -> str:
        if name.step is None:
            return f"stakes.{parties[name.party]}.{name.kind}"
        end = f".{parties[name.party]}" if name.kind in ("value", "revoke") else ""
        return f"steps.{steps[name.step]}.{name.kind}{end}"

    def amount(name: Input) -> Fraction:
        row = getattr(letters, name.kind)
        if name.kind in ("value", "revoke"):
            return letters.amount(row[name.party][name.step])
        return letters.amount(row[name.party if name.step is None else name.step])

    return Margins(
        together=exact.together,
        party=parties[party],
        phase=phase,
        what=what,
        share=survives(letters, order, percent=percent, draws=draws, seed=seed),
        percent=percent,
        draws=draws,
        seed=seed,
        amounts=tuple(
            AmountMargin(place=place(one.input), amount=amount(one.input), lower=one.lower, higher=one.higher)
            for one in exact.margins
        ),
        how=how(
            case.digest, "linear conditions, exact; share by seeded draws", seed=seed, percent=percent, draws=draws
        ),
    )
