"""What is left of the findings when every number of the preferences is changed at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paripassu.case import Case
from paripassu.engine import Answer, Checked, How, how
from paripassu.engine.spread import spread
from paripassu.errors import CommandError
from paripassu.settle import objectives
from paripassu.settle.line import from_no_deal
from paripassu.settle.model import Model, model
from paripassu.settle.search import extent, search
from paripassu.settle.space import Space

__all__ = ["Choice", "Standing", "Survival", "moved", "survival"]

Ints = NDArray[np.int64]
LIMIT = 20_000
"""Points kept at any time in one draw; a draw in which more are needed is counted as cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a package fares over the draws, as shares from 0 to 1.

    ``accepted``: it gives every party at least its no deal. ``unbeaten``: accepted, and no package is better for one
    party and worse for none. ``nash``: it is among those with the largest product of gains.
    """

    name: str
    package: Mapping[str, str]
    accepted: float
    unbeaten: float
    nash: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The option of an issue that the Nash rule picks most often, and in what share of the draws with a deal.

    ``shares`` gives every option that was picked and its share. ``between`` is the range of the middle nine tenths
    of the picks on a numeric issue, else None.
    """

    issue: str
    option: str
    share: float
    between: tuple[str, str] | None
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survival(Answer):
    """What survives when every weight, value and no deal is off by up to ``percent``, each by itself.

    Attributes
    ----------
    percent : float
    draws, seed, cut : int
        ``cut`` counts draws that reached the limit of points kept, in which "unbeaten" is judged among those kept.
    deal : float
        Share of the draws in which some package gives every party at least its no deal.
    standings : tuple of Standing
        One for each package asked about.
    choices : tuple of Choice
        One an issue.
    """

    percent: float
    draws: int
    seed: int
    cut: int
    deal: float
    standings: tuple[Standing, ...]
    choices: tuple[Choice, ...]
    laws: tuple[Checked, ...]
    how: How

    def summary(self) -> str:
        """The answer in a sentence."""
        return f"With every number off by up to {self.percent:g} %, a deal is possible in {self.deal:.0%} of the draws."

    def rows(self) -> list[dict[str, Any]]:
        """One row a package."""
        return [
            {"package": one.name, "accepted": one.accepted, "unbeaten": one.unbeaten, "nash": one.nash}
            for one in self.standings
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "percent": self.percent,
            "draws": self.draws,
            "seed": self.seed,
            "cut": self.cut,
            "deal": self.deal,
            "packages": [
                {**row, "options": dict(one.package)} for row, one in zip(self.rows(), self.standings, strict=True)
            ],
            "choices": [
                {
                    "issue": one.issue,
                    "option": one.option,
                    "share": one.share,
                    "between": one.between and list(one.between),
                }
                for one in self.choices
            ],
            "laws": [law.to_dict() for law in self.laws],
            "how": self.how.to_dict(),
        }


def survival(
    case: Case,
    packages: Mapping[str, Mapping[str, str]],
    *,
    percent: float = 25,
    draws: int = 400,
    seed: int = 0,
    jobs: int = 1,
) -> Survival:
    """Ask again with every number changed at random, and count what still stands.

    Parameters
    ----------
    case : Case
        Needs `issues` and `preferences`.
    packages : mapping of name to package
        What to ask about; each takes one option an issue.
    percent : float
        Every weight, value, interaction and no deal is multiplied by a factor of its own, uniform within this many
        per cent of 1. Neither input errors nor forecast errors have this shape: a share says how much a finding
        leans on exact numbers, not how likely it is.
    draws, seed, jobs : int
        The same seed gives the same numbers, whatever ``jobs``.

    Raises
    ------
    CaseError, CommandError

    Notes
    -----
    Shares of acceptability by sampling, in the manner of SMAA [1]_, around the given numbers rather than over all
    weights.

    References
    ----------
    .. [1] R. Lahdelma, P. Salminen (2001), "SMAA-2: Stochastic multicriteria acceptability analysis for group decision
       making", Operations Research 49(3), 444-454.
    """
    if not 0 <= percent <= 100 or draws < 1:
        raise CommandError(f"survival: expected 0 to 100 per cent and at least 1 draw, got {percent:g} and {draws}.")
    asked = model(case)
    rows = np.array(
        [
            [options.index(package[issue]) for issue, options in zip(asked.issues, asked.options, strict=True)]
            for package in packages.values()
        ],
        dtype=np.int64,
    ).reshape(len(packages), len(asked.issues))
    task = partial(_draw, asked, rows, percent / 100, _span(asked))
    found = spread(task, [(seed, draw) for draw in range(draws)], jobs=jobs)
    deals = [one for one in found if one.deal]
    standings = tuple(
        Standing(
            name=name,
            package=dict(package),
            accepted=sum(one.accepted[place] for one in found) / draws,
            unbeaten=sum(one.unbeaten[place] for one in found) / draws,
            nash=sum(one.nash[place] for one in found) / draws,
        )
        for place, (name, package) in enumerate(packages.items())
    )
    choices = [
        _choice(case, issue, [one.picked[place] for one in deals]) for place, issue in enumerate(asked.issues) if deals
    ]
    return Survival(
        percent=percent,
        draws=draws,
        seed=seed,
        cut=sum(one.cut for one in found),
        deal=len(deals) / draws,
        standings=standings,
        choices=tuple(choices),
        laws=(_nested(standings),),
        how=how(case.digest, "frontier and Nash rule over seeded draws", seed=seed, percent=percent, draws=draws),
    )


def _choice(case: Case, issue: str, picks: list[int]) -> Choice:
    options = case.issues[issue].options
    counted = Counter(picks)
    option, times = counted.most_common(1)[0]
    between = None
    if case.issues[issue].numeric:
        low, high = np.quantile(picks, [0.05, 0.95], method="closest_observation").astype(int)
        between = (options[low], options[high])
    return Choice(
        issue=issue,
        option=options[option],
        share=times / len(picks),
        between=between,
        shares={options[picked]: many / len(picks) for picked, many in sorted(counted.items())},
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    deal: bool
    cut: bool
    accepted: tuple[bool, ...]
    unbeaten: tuple[bool, ...]
    nash: tuple[bool, ...]
    picked: tuple[int, ...]


def _span(asked: Model) -> Ints:
    """Each party's range over feasible packages, the measure of what a cut search lost; 0 when none is feasible."""
    ends = extent(asked.space)
    return np.zeros_like(asked.space.base) if ends.best is None or ends.worst is None else ends.best - ends.worst


def _draw(asked: Model, packages: Ints, share: float, span: Ints, seeds: tuple[int, int]) -> _Drawn:
    """One draw: the case with every number moved, its frontier and what the Nash rule picks on it."""
    none = (False,) * len(packages)
    there = moved(asked, share, np.random.default_rng(seeds))
    space = there.space
    line = search(space, there.floor, span=span, limit=LIMIT)
    exact = space.utilities(packages)
    accepted = space.feasible(packages) & (exact >= there.floor).all(axis=1)
    if not len(line.points):
        return _Drawn(False, line.cut, none, none, none, ())
    kept = {tuple(point) for point in line.points.tolist()}
    points = [tuple(point) for point in space.points(packages).tolist()]
    unbeaten = [bool(ok) and point in kept for ok, point in zip(accepted, points, strict=True)]
    base = there.no_deal_exact if there.has_no_deal.all() else from_no_deal(there, extent(space))
    gains = there.numbers(line.fine) - there.numbers(base)
    best = objectives.nash(gains, gains.max(axis=0) > 5e-10)
    chosen = {tuple(point) for point in line.points[best].tolist()}
    return _Drawn(
        True,
        line.cut,
        tuple(map(bool, accepted)),
        tuple(unbeaten),
        tuple(ok and point in chosen for ok, point in zip(unbeaten, points, strict=True)),
        tuple(int(option) for option in next(iter(line.packages(int(best[0]))))),
    )


def moved(asked: Model, share: float, chance: np.random.Generator) -> Model:
    """The model with every number multiplied by a factor of its own, within this share of 1."""

    def shake(numbers: Ints, factors: NDArray[np.float64] | float = 1.0) -> Ints:
        own = chance.uniform(1 - share, 1 + share, numbers.shape)
        return np.rint(numbers * own * factors).astype(np.int64)

    space = asked.space
    weights = chance.uniform(1 - share, 1 + share, (len(space.terms), space.parties))
    return replace(
        asked,
        no_deal_exact=shake(asked.no_deal_exact),
        space=Space(
            sizes=space.sizes,
            terms=tuple(shake(term, weights[place]) for place, term in enumerate(space.terms)),
            base=shake(space.base),
            unit=space.unit,
            tables=tuple(replace(table, values=shake(table.values)) for table in space.tables),
            bars=space.bars,
        ),
    )


def _nested(standings: tuple[Standing, ...]) -> Checked:
    law = "a package is never unbeaten more often than accepted, nor picked more often than unbeaten"
    for one in standings:
        if not one.nash <= one.unbeaten <= one.accepted:
            return Checked(law, one.name)
    return Checked(law)
