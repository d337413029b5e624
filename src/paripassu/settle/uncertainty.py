"""What can be said when weights are ranges or an order: what holds for all of them, for some, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paripassu.case import Case
from paripassu.engine import Answer, Checked, How, how
from paripassu.engine.spread import spread
from paripassu.errors import CommandError
from paripassu.settle import objectives
from paripassu.settle.efficiency import necessarily, possibly
from paripassu.settle.line import from_no_deal
from paripassu.settle.model import Model, model
from paripassu.settle.search import Line, extent, search
from paripassu.settle.stances import Stance, at, draw, stances
from paripassu.settle.survival import moved

__all__ = ["SAMPLES", "Likelihood", "Uncertainty", "uncertainty", "unsure"]

Ints = NDArray[np.int64]
SAMPLES = 200
"""Draws unless told otherwise."""
PERCENT = 25.0
"""How far every number is moved in a case that leaves none of them open."""
LISTED = 100
"""Packages listed, the most often on the frontier first."""
_LIMIT = 10_000
_BEHIND = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """How a package fares over what is left open. Shares are of the draws, from 0 to 1.

    ``names`` says what it is besides: `draft`, or a rule that picks it at the centre. ``necessarily`` and ``possibly``
    say whether it is on the frontier for all and for some of the weights; None where that was not settled.
    """

    package: Mapping[str, str]
    names: tuple[str, ...]
    necessarily: bool | None
    possibly: bool | None
    frontier: float
    nash: float
    accepted: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertainty(Answer):
    """What is certain, possible, and how often, over the weights and values of no deal that are left open.

    Attributes
    ----------
    samples, seed, cut : int
        ``cut`` counts draws in which the search reached its limit.
    percent : float or None
        How far every number was moved, in a case that leaves none of them open; else None.
    deal : float
        Share of the draws in which some package gives every party at least its no deal.
    packages : tuple of Likelihood
        The draft, what the rules pick at the centre, and those most often on the frontier.
    more_packages : int
        Packages on the frontier in some draw that are not listed.
    centre : mapping of party to its weights and no deal as the point answer takes them
    """

    samples: int
    seed: int
    percent: float | None
    cut: int
    deal: float
    packages: tuple[Likelihood, ...]
    more_packages: int
    centre: Mapping[str, Mapping[str, Any]]
    laws: tuple[Checked, ...]
    how: How

    def summary(self) -> str:
        """The answer in a sentence."""
        sure = sum(one.necessarily is True for one in self.packages)
        return (
            f"A deal is possible in {self.deal:.0%} of {self.samples} draws; {sure} of {len(self.packages)} packages"
            " listed are on the frontier whatever the weights."
        )

    def rows(self) -> list[dict[str, Any]]:
        """One row a package."""
        return [
            {
                "options": dict(one.package),
                "names": list(one.names),
                "necessarily": one.necessarily,
                "possibly": one.possibly,
                "frontier": one.frontier,
                "nash": one.nash,
                "accepted": one.accepted,
            }
            for one in self.packages
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "samples": self.samples,
            "seed": self.seed,
            "percent": self.percent,
            "cut": self.cut,
            "deal": self.deal,
            "packages": self.rows(),
            "more_packages": self.more_packages,
            "centre": {party: dict(one) for party, one in self.centre.items()},
            "laws": [law.to_dict() for law in self.laws],
            "how": self.how.to_dict(),
        }


def unsure(case: Case) -> bool:
    """Whether some party's weights or no deal are left open."""
    return any(preference.unsure for preference in case.preferences.values())


def uncertainty(
    case: Case,
    *,
    named: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
    samples: int = SAMPLES,
    seed: int = 0,
    jobs: int = 1,
) -> Uncertainty:
    """What is certain and what is possible where weights are ranges or an order, and no deal a range.

    Parameters
    ----------
    case : Case
        Needs `issues` and `preferences`. Where it leaves nothing open, every number is moved by up to 25 per cent
        instead, as `survival` does, and nothing is said to be necessary or possible.
    named : mapping of name to packages, optional
        Packages to list whatever comes of them; the draft of the case when absent.
    samples, seed, jobs : int
        The same seed gives the same numbers, whatever ``jobs``.

    Returns
    -------
    Uncertainty

    Raises
    ------
    CaseError, CommandError

    Notes
    -----
    Ranges are drawn uniformly, each by itself; an order uniformly over all weights that keep it and sum to 1. The
    shares are acceptabilities in the sense of SMAA [1]_: they say how much a finding leans on what is left open, not
    how likely it is.

    References
    ----------
    .. [1] R. Lahdelma, P. Salminen (2001), "SMAA-2: Stochastic multicriteria acceptability analysis for group decision
       making", Operations Research 49(3), 444-454.

    Examples
    --------
    >>> import paripassu as pp
    >>> found = uncertainty(pp.load("labour-contract"), samples=20)
    >>> found.percent, [law.witness for law in found.laws]
    (25.0, [None])
    """
    if samples < 1:
        raise CommandError(f"--samples: expected at least 1, got {samples}.")
    asked = model(case)
    known = stances(case, asked) if unsure(case) else None
    ends = extent(asked.space)
    if ends.best is None or ends.worst is None:
        found: list[_Drawn] = []
        span = np.zeros_like(asked.space.base)
    else:
        span = ends.best - ends.worst
        found = spread(partial(_drawn, asked, known, span), [(seed, one) for one in range(samples)], jobs=jobs)
    often: Counter[tuple[int, ...]] = Counter()
    for one in found:
        often.update(one.frontier)
    names = _names(case, asked, named)
    ranked = sorted(often, key=lambda package: (-often[package], package))
    listed = list(dict.fromkeys([*names, *ranked[:LISTED]]))
    rows = np.array(listed, dtype=np.int64).reshape(len(listed), len(asked.issues))
    fared = [_fared(asked, known, span, (seed, number), rows, one) for number, one in enumerate(found)]
    packages = []
    for place, package in enumerate(listed):
        on = [bool(one[1, place]) for one in fared]
        sure, may = _verdicts(
            asked, known, package, span, [did for did, one in zip(on, found, strict=True) if not one.cut]
        )
        packages.append(
            Likelihood(
                package=asked.package(package),
                names=tuple(names.get(package, ())),
                necessarily=sure if found else None,
                possibly=may if found else None,
                frontier=sum(on) / samples,
                nash=sum(int(one[2, place]) for one in fared) / samples,
                accepted=sum(int(one[0, place]) for one in fared) / samples,
            )
        )
    return Uncertainty(
        samples=samples,
        seed=seed,
        percent=None if known else PERCENT,
        cut=sum(one.cut for one in found),
        deal=sum(one.deal for one in found) / samples,
        packages=tuple(packages),
        more_packages=len(set(often) - set(listed)),
        centre={
            party: {
                "weights": {issue: float(weight) for issue, weight in case.preferences[party].weights.items()},
                "no_deal": case.preferences[party].no_deal,
            }
            for party in asked.parties
        },
        laws=(_agree(packages),),
        how=how(case.digest, "necessary, possible and sampled efficiency", seed=seed, samples=samples),
    )


def _names(
    case: Case, asked: Model, named: Mapping[str, Sequence[Mapping[str, str]]] | None
) -> dict[tuple[int, ...], list[str]]:
    given = named if named is not None else {"draft": [case.draft]} if case.draft else {}
    found: dict[tuple[int, ...], list[str]] = {}
    for name, packages in given.items():
        for package in packages:
            row = tuple(known.index(package[i]) for i, known in zip(asked.issues, asked.options, strict=True))
            found.setdefault(row, []).append(name)
    return found


def _verdicts(
    asked: Model, known: Sequence[Stance] | None, package: tuple[int, ...], span: Ints, draws: Sequence[bool]
) -> tuple[bool | None, bool | None]:
    """Whether necessarily and whether possibly efficient; a draw (none of them cut) is proof for the one or against."""
    if known is None:
        return None, None
    sure = necessarily(asked, known, package, span) if all(draws) else False
    return sure, True if sure or any(draws) else possibly(asked, known, package, span)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One draw: the packages on its frontier and those Nash picks; ``short`` where ties are too many to name all."""

    deal: bool
    cut: bool
    short: bool
    frontier: tuple[tuple[int, ...], ...]
    nash: tuple[tuple[int, ...], ...]


def _fared(
    asked: Model,
    known: Sequence[Stance] | None,
    span: Ints,
    seeds: tuple[int, int],
    rows: Ints,
    one: _Drawn,
) -> NDArray[np.bool_]:
    """Which packages are accepted, on the frontier, and picked by Nash in one draw: (3, packages)."""
    there = _model(asked, known, seeds)
    accepted = there.space.feasible(rows) & (there.space.utilities(rows) >= there.floor).all(axis=1)
    sets: tuple[set[tuple[int, ...]], set[tuple[int, ...]]] = (set(one.frontier), set(one.nash))
    keys = [tuple(row) for row in rows.tolist()]
    if one.short:
        line = search(there.space, there.floor, span=span, limit=_LIMIT)
        points = [tuple(point) for point in line.points.tolist()]
        sets = (set(points), {points[place] for place in _picked(there, line)})
        keys = [tuple(point) for point in there.space.points(rows).tolist()]
    on, best = (np.array([key in those for key in keys], dtype=np.bool_) for those in sets)
    return np.stack([accepted, accepted & on, accepted & best])


def _model(asked: Model, known: Sequence[Stance] | None, seeds: tuple[int, int]) -> Model:
    chance = np.random.default_rng(seeds)
    return moved(asked, PERCENT / 100, chance) if known is None else at(asked, known, *draw(known, chance))


def _drawn(asked: Model, known: Sequence[Stance] | None, span: Ints, seeds: tuple[int, int]) -> _Drawn:
    there = _model(asked, known, seeds)
    line = search(there.space, there.floor, span=span, limit=_LIMIT)
    if not len(line.points):
        return _Drawn(False, line.cut, False, (), ())
    best = _picked(there, line)
    behind = [list(islice(line.packages(point), _BEHIND)) for point in range(len(line.points))]
    return _Drawn(
        True,
        line.cut,
        any(line.count(point) > _BEHIND for point in range(len(line.points))),
        tuple(package for packages in behind for package in packages),
        tuple(package for point in best for package in behind[point]),
    )


def _picked(there: Model, line: Line) -> list[int]:
    """The points of a line that the Nash rule picks."""
    if not len(line.points):
        return []
    base = there.no_deal_exact if there.has_no_deal.all() else from_no_deal(there, extent(there.space))
    gains = there.numbers(line.fine) - there.numbers(base)
    picked: list[int] = objectives.nash(gains, gains.max(axis=0) > 5e-10).tolist()
    return picked


def _agree(packages: Sequence[Likelihood]) -> Checked:
    law = "what is necessary happens in every draw and what is not possible in none; never picked more than unbeaten"
    for one in packages:
        wrong = (one.necessarily and one.frontier < 1) or (one.possibly is False and one.frontier > 0)
        if wrong or not one.nash <= one.frontier <= one.accepted:
            return Checked(law, ", ".join(one.package.values()))
    return Checked(law)
