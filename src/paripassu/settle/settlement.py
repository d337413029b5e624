"""Everything the lens has to say of a case, at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from paripassu.case import Case
from paripassu.engine import Answer, Checked, How
from paripassu.settle.draft import Draft, place
from paripassu.settle.line import LIMIT, LISTED, frontier
from paripassu.settle.result import Frontier, Point, Solution, Status
from paripassu.settle.solutions import egalitarian, kalai_smorodinsky, nash, utilitarian
from paripassu.settle.uncertainty import SAMPLES, Uncertainty, uncertainty, unsure

__all__ = ["Price", "Settlement", "settle"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What peace on the other's terms costs a party: the point best for ``other`` (of those, best for ``party``).

    ``gives_up`` is how far below its own ideal ``party`` is there; ``share`` is that as a share of what it could gain
    at most, None where it could gain nothing.
    """

    party: str
    other: str
    point: int
    gives_up: float
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement(Answer):
    """The compromise line, what fair rules pick on it, where the draft lies, and what each side gives up.

    Attributes
    ----------
    frontier : Frontier
    solutions : mapping of rule to Solution
        ``nash``, ``kalai_smorodinsky``, ``egalitarian``, ``utilitarian``; without points where there is no choice.
    draft : Draft or None
    prices : tuple of Price
        One for each ordered pair of parties.
    uncertain : Uncertainty or None
        Over the weights and values of no deal that the case leaves open; None where it leaves none.
    """

    frontier: Frontier
    solutions: Mapping[str, Solution]
    draft: Draft | None
    prices: tuple[Price, ...]
    uncertain: Uncertainty | None
    laws: tuple[Checked, ...]
    how: How

    @property
    def points(self) -> tuple[Point, ...]:
        """The points of the frontier."""
        return self.frontier.points

    @property
    def status(self) -> Status:
        """How the search ended."""
        return self.frontier.status

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties with preferences."""
        return self.frontier.parties

    def summary(self) -> str:
        """The answer in a sentence or two."""
        return self.frontier.summary()

    def rows(self) -> list[dict[str, Any]]:
        """One row a point of the frontier."""
        return self.frontier.rows()

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; every key always there."""
        line = self.frontier.to_dict()
        return {
            **{key: line[key] for key in ("status", "parties", "packages_total", "no_deal", "frontier")},
            "solutions": {rule: found.to_dict() or None for rule, found in self.solutions.items()},
            "draft": self.draft.to_dict() if self.draft else None,
            "uncertain": self.uncertain.to_dict() if self.uncertain else None,
            "laws": [law.to_dict() for law in self.laws],
            "how": self.how.to_dict(),
        }


def settle(
    case: Case,
    *,
    draft: Mapping[str, str] | None = None,
    limit: int | None = LIMIT,
    listed: int = LISTED,
    samples: int | None = None,
    seed: int = 0,
    jobs: int = 1,
) -> Settlement:
    """The compromise line and all that is read from it.

    Parameters
    ----------
    case : Case
        Needs `issues` and `preferences`.
    draft : mapping of issue to option, optional
        A package on the table; takes the place of the case's draft, issue by issue.
    limit, listed
        As in `frontier`.
    samples, seed, jobs : int
        As in `uncertainty`, which is asked when the case leaves weights or no deal open, or ``samples`` is given.

    Returns
    -------
    Settlement

    Raises
    ------
    CaseError
        When a section or preferences are missing, or the draft names what the case does not know.

    Examples
    --------
    >>> import paripassu as pp
    >>> found = settle(pp.load("papers/nash1950"))
    >>> found.solutions["nash"].points[0].gains
    {'bill': 12.0, 'jack': 5.0}
    """
    line = frontier(case, limit=limit, listed=listed)
    rules = (nash, kalai_smorodinsky, egalitarian, utilitarian)
    solutions = {rule.__name__: rule(case, among=line) for rule in rules}
    placed = place(case, line, draft)
    doubt = None
    if samples is not None or unsure(case):
        named = {rule: [point.packages[0] for point in found.points[:3]] for rule, found in solutions.items()}
        drafted = {"draft": [placed.package]} if placed and placed.feasible else {}
        doubt = uncertainty(
            case, named=drafted | named, samples=SAMPLES if samples is None else samples, seed=seed, jobs=jobs
        )
    laws = (*line.laws, _one_law([law for found in solutions.values() for law in found.laws]))
    return Settlement(
        frontier=line,
        solutions=solutions,
        draft=placed,
        prices=_prices(line),
        uncertain=doubt,
        laws=laws + (placed.laws if placed else ()) + (doubt.laws if doubt else ()),
        how=line.how,
    )


def _one_law(laws: list[Checked]) -> Checked:
    """The same law checked several times, once: the first witness, if any."""
    return next((law for law in laws if law.witness), laws[0])


def _prices(line: Frontier) -> tuple[Price, ...]:
    if not line.points:
        return ()
    found = []
    for other in line.parties:
        top = [n for n, point in enumerate(line.points) if point.utilities[other] == line.ideal[other]]
        for party in line.parties:
            if party == other:
                continue
            place = max(top, key=lambda n: line.points[n].utilities[party])
            lost = round(line.ideal[party] - line.points[place].utilities[party], 9)
            most = line.ideal[party] - line.no_deal_used[party]
            share = lost / most if most > 5e-10 else None
            found.append(Price(party=party, other=other, point=place, gives_up=lost, share=share))
    return tuple(found)
