"""What fair rules pick on the compromise line."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from paripassu.case import Case
from paripassu.engine import How
from paripassu.errors import CommandError, nearest
from paripassu.settle import objectives
from paripassu.settle.laws import on_the_frontier
from paripassu.settle.line import frontier
from paripassu.settle.result import Frontier, Solution, Status

__all__ = ["RULES", "egalitarian", "kalai_smorodinsky", "nash", "utilitarian"]

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

RULES = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
"""The rules, in the order they are shown."""
LISTED = 100
"""Packages listed for each point a rule picks."""


def nash(case: Case, *, among: Frontier | None = None) -> Solution:
    """Packages with the largest product of gains.

    Parameters
    ----------
    case : Case
        Needs `issues` and `preferences`; each party's utility is on its own scale.
    among : Frontier, optional
        A frontier of this case found earlier; found again when absent.

    Returns
    -------
    Solution
        Every maximiser, ties included. Status NO_DEAL, without points, when no package gives everyone its no deal.

    Raises
    ------
    CaseError
        When a section is missing or a value table has a gap; names every place.

    Notes
    -----
    Maximises :math:`\\prod_i (u_i(x) - d_i)` over :math:`u(x) > d` [1]_; does not depend on the scales. A party
    that gains on no point is left out. Where no point is better than no deal for all the others at once, those
    count that are better for as many as possible. Where a party has no `no_deal`, its worst feasible utility
    stands in. Products are tied when equal at nine decimals of the largest.

    References
    ----------
    .. [1] J. F. Nash (1950), "The Bargaining Problem", Econometrica 18(2), 155-162.
    """
    return _solve("nash", case, among)


def kalai_smorodinsky(case: Case, *, among: Frontier | None = None) -> Solution:
    """Packages with the largest least relative gain, a party's gain as a share of the most it could gain.

    Parameters and errors as `nash`.

    Notes
    -----
    Maximises the least of :math:`(u_i - d_i) / (a_i - d_i)` [1]_, ties broken by the second least and so on [2]_.
    The ideal :math:`a_i` is the party's best among packages that give everyone at least no deal. On finitely many
    packages the relative gains can seldom be equal; other programs minimise their spread instead, which may pick a
    package worse for everyone. A party whose ideal gain is 0 is left out. Does not depend on the scales. Tied when
    equal at nine decimals.

    References
    ----------
    .. [1] E. Kalai, M. Smorodinsky (1975), "Other solutions to Nash's bargaining problem", Econometrica 43(3), 513-518.
    .. [2] H. Imai (1983), "Individual monotonicity and lexicographic maxmin solution", Econometrica 51(2), 389-401.
    """
    return _solve("kalai_smorodinsky", case, among)


def egalitarian(case: Case, *, among: Frontier | None = None) -> Solution:
    """Packages with the largest least gain, then the largest second least, and so on.

    Parameters and errors as `nash`.

    Notes
    -----
    Compares gains of different parties on the scales as given [1]_, and says so. Tied when equal at nine decimals.

    References
    ----------
    .. [1] E. Kalai (1977), "Proportional solutions to bargaining situations", Econometrica 45(7), 1623-1630.
    """
    return _solve("egalitarian", case, among)


def utilitarian(case: Case, *, among: Frontier | None = None, weights: Mapping[str, float] | None = None) -> Solution:
    """Packages with the largest weighted sum of utilities.

    Parameters
    ----------
    case, among
        As in `nash`.
    weights : mapping of party to weight, optional
        Above 0; 1 a party unless named.

    Notes
    -----
    Adds up scales that nothing makes comparable but the weights, and says so. Only packages that give everyone at
    least no deal count. Tied when equal at nine decimals.

    Raises
    ------
    CommandError
        When a weight is not above 0 or names no party with preferences.
    """
    return _solve("utilitarian", case, among, weights or {})


def _solve(rule: str, case: Case, among: Frontier | None, weights: Mapping[str, float] | None = None) -> Solution:
    line = frontier(case) if among is None else among
    for party, weight in (weights or {}).items():
        if party not in line.parties:
            hint = nearest(party, line.parties)
            raise CommandError(
                f"weights.{party}: expected a party with preferences, got `{party}`."
                + (f" Did you mean `{hint}`?" if hint else "")
            )
        if not weight > 0:
            raise CommandError(f"weights.{party}: expected a number above 0, got {weight}.")
    rows: tuple[int, ...] = ()
    left_out: tuple[str, ...] = ()
    chosen = np.array([(weights or {}).get(party, 1.0) for party in line.parties])
    if line.line is not None and line.base is not None and line.points:
        utilities = line.model.numbers(line.line.fine)
        gains = line.model.numbers(line.line.fine - line.base)
        ideal = gains.max(axis=0)
        able = ideal > 5e-10
        if rule in ("nash", "kalai_smorodinsky"):
            left_out = tuple(party for party, can in zip(line.parties, able, strict=True) if not can)
        rows = tuple(int(row) for row in _rows(rule, utilities, gains, ideal, able, chosen))
    return Solution(
        rule=rule,
        points=tuple(line.with_packages(row, LISTED) for row in rows),
        places=rows,
        status=line.status if rows else Status.NO_DEAL if line.status is not Status.LIMIT else Status.LIMIT,
        left_out=left_out,
        no_deal_used=line.no_deal_used,
        ideal=line.ideal,
        says=_says(rule, line, left_out, chosen),
        laws=(on_the_frontier(rows, len(line.points)),),
        how=How(
            method=rule,
            parameters={
                **line.how.parameters,
                **({"weights": dict(zip(line.parties, chosen.tolist(), strict=True))} if rule == "utilitarian" else {}),
            },
            seed=None,
            versions=line.how.versions,
            digest=line.how.digest,
        ),
    )


def _rows(
    rule: str, utilities: Floats, gains: Floats, ideal: Floats, able: Bools, weights: Floats
) -> NDArray[np.int64]:
    match rule:
        case "nash":
            return objectives.nash(gains, able)
        case "kalai_smorodinsky":
            return objectives.kalai_smorodinsky(gains, ideal, able)
        case "egalitarian":
            return objectives.egalitarian(gains)
        case _:
            return objectives.utilitarian(utilities, weights)


def _says(rule: str, line: Frontier, left_out: tuple[str, ...], weights: Floats) -> tuple[str, ...]:
    says = []
    if rule == "nash":
        says.append("Largest product of gains; does not depend on how each party's scale is drawn.")
    elif rule == "kalai_smorodinsky":
        says.append(
            "Largest least share of the most each party could gain among packages no one would refuse, then the second"
            " least; does not depend on how each party's scale is drawn."
        )
    elif rule == "egalitarian":
        says.append("Largest least gain, then the second least; compares the parties' scales as they are given.")
    else:
        plain = bool((weights == 1).all())
        named = ", ".join(f"{party} {weight:g}" for party, weight in zip(line.parties, weights.tolist(), strict=True))
        says.append(
            "Largest sum of utilities, "
            + ("one for one" if plain else f"weighted {named}")
            + "; adds up scales that nothing makes comparable."
        )
    without = [party for party in line.parties if line.no_deal[party] is None]
    if without and rule != "utilitarian":
        says.append(f"No value of no deal is given for {', '.join(without)}: the worst feasible utility stands in.")
    if left_out:
        says.append(f"Left out, since no package gives them more than no deal: {', '.join(left_out)}.")
    if line.status is Status.LIMIT:
        says.append("Chosen among the points kept within the limit; a point left out might do better.")
    return tuple(says)
