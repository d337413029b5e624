"""The compromise line: the packages no one can better."""

from __future__ import annotations

from itertools import islice

import numpy as np
from numpy.typing import NDArray

from paripassu.case import Case, Preference
from paripassu.engine import how
from paripassu.errors import CommandError
from paripassu.settle.laws import frontier_laws
from paripassu.settle.model import Model, model
from paripassu.settle.result import Frontier, Point, Status
from paripassu.settle.search import Extent, Line, extent, search

__all__ = ["LIMIT", "LISTED", "frontier"]

LIMIT = 30_000
"""Points kept at any time unless told otherwise."""
LISTED = 5
"""Packages listed for each point unless told otherwise; the others are counted."""

METHOD = "Pareto frontier by variable elimination, exact at nine decimals"


def frontier(case: Case, *, limit: int | None = LIMIT, listed: int = LISTED) -> Frontier:
    """The packages that cannot be bettered for one party without worsening another.

    Parameters
    ----------
    case : Case
        Needs `issues` and `preferences`; each party's utility is on its own scale.
    limit : int or None
        Most points kept at any time; None for no limit. When it is reached the status is LIMIT and ``error``
        bounds what was lost.
    listed : int
        Packages listed for each point; `Frontier.packages` gives them all.

    Returns
    -------
    Frontier
        Over feasible packages that give each party at least its `no_deal`. Status NO_DEAL, without points, when
        there is none.

    Raises
    ------
    CaseError
        When a section or a party's preferences are missing.

    Notes
    -----
    Utilities are rounded to nine decimals; dominance, ties and comparison with `no_deal` are exact on those. The
    product of all issues is never written down: partial packages are added up issue by issue and dropped as soon
    as another with the same choices open beats them by more than the rounding [1]_.

    References
    ----------
    .. [1] E. Rollon, J. Larrosa (2006), "Bucket elimination for multiobjective optimization problems", Journal of
       Heuristics 12, 307-328.

    Examples
    --------
    >>> import paripassu as pp
    >>> case = pp.case.Case.from_dict({
    ...     "parties": ["a", "b"], "issues": {"pie": ["all to a", "half", "all to b"]},
    ...     "preferences": {
    ...         "a": {"weights": {"pie": 1}, "values": {"pie": {"all to a": 1, "half": 0.5, "all to b": 0}}},
    ...         "b": {"weights": {"pie": 1}, "values": {"pie": {"all to a": 0, "half": 0.5, "all to b": 1}}}}})
    >>> [point.utilities for point in frontier(case).points]
    [{'a': 1.0, 'b': 0.0}, {'a': 0.5, 'b': 0.5}, {'a': 0.0, 'b': 1.0}]
    """
    if limit is not None and limit < 1:
        raise CommandError(f"limit: expected at least 1, got {limit}.")
    asked = model(case)
    ends = extent(asked.space)
    if ends.worst is None or ends.best is None:
        return _answer(case, asked, None, ends, limit, listed)
    line = search(asked.space, asked.floor, span=ends.best - ends.worst, limit=limit)
    return _answer(case, asked, line, ends, limit, listed)


def from_no_deal(asked: Model, ends: Extent) -> NDArray[np.int64]:
    """What gains are counted from, as integers (k,): no deal, else the worst feasible utility."""
    assert ends.worst is not None
    return np.where(asked.has_no_deal, asked.no_deal_exact, ends.worst)


def _answer(case: Case, asked: Model, line: Line | None, ends: Extent, limit: int | None, listed: int) -> Frontier:
    points: tuple[Point, ...] = ()
    used: dict[str, float] = {}
    worst, best = used, used
    error: float | None = 0.0
    cut = False
    if line is not None:
        assert ends.worst is not None
        assert ends.best is not None
        used = asked.named(np.round(asked.numbers(from_no_deal(asked, ends)), 9))
        worst = asked.named(np.round(asked.numbers(ends.worst), 9))
        best = asked.named(np.round(asked.numbers(ends.best), 9))
        points = _points(asked, line, used, listed)
        error, cut = line.error, line.cut
    ideal = {party: max(point.utilities[party] for point in points) for party in asked.parties} if points else {}
    return Frontier(
        points=points,
        status=Status.LIMIT if cut else Status.FOUND if points else Status.NO_DEAL,
        parties=asked.parties,
        apart=asked.apart,
        issues=asked.issues,
        packages_total=asked.space.total,
        feasible=line is not None,
        no_deal=dict(asked.no_deal),
        no_deal_used=used,
        worst=worst,
        best=best,
        ideal=ideal,
        error=error,
        laws=frontier_laws(asked, line),
        how=how(
            case.digest,
            METHOD,
            limit=limit,
            decimals=dict(zip(asked.parties, asked.places, strict=True)),
            error_bound="no bound proved" if error is None else error,
            no_deal_from={party: _no_deal_from(case.preferences[party]) for party in asked.parties},
            weights_from={party: _weights_from(case.preferences[party]) for party in asked.parties},
            left_out_without_preferences=list(asked.apart),
        ),
        model=asked,
        base=None if line is None else from_no_deal(asked, ends),
        line=line,
    )


def _no_deal_from(preference: Preference) -> str:
    both = preference.no_deal_range
    if both is None:
        return "worst feasible utility"
    return "case" if both[0] == both[1] else "centre of its range"


def _weights_from(preference: Preference) -> str:
    if len(preference.order) > 1:
        return "rank-order centroid of the order"
    ranged = any(low < high for low, high in preference.weight_ranges.values())
    return "centre of each range" if ranged else "case"


def _points(asked: Model, line: Line, used: dict[str, float], listed: int) -> tuple[Point, ...]:
    base = np.array([used[party] for party in asked.parties])
    utilities = asked.shown(line.points)
    gains = np.round(utilities - base, 9) + 0.0
    found = []
    ones = line.one_each().tolist()
    for place, (worth, gain) in enumerate(zip((utilities + 0.0).tolist(), gains.tolist(), strict=True)):
        many = line.count(place)
        packages = [ones[place]] if many == 1 else list(islice(line.packages(place), listed))
        found.append(
            Point(
                utilities=dict(zip(asked.parties, worth, strict=True)),
                gains=dict(zip(asked.parties, gain, strict=True)),
                packages=tuple(asked.package(package) for package in packages[:listed]),
                more_packages=many - len(packages[:listed]),
            )
        )
    return tuple(found)
