"""What must hold of every answer, checked on the answer itself and not on the way it was found."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from paripassu.engine import Checked
from paripassu.settle.model import Model
from paripassu.settle.search import Line
from paripassu.settle.space import rounded

__all__ = ["frontier_laws", "on_the_frontier"]

Ints = NDArray[np.int64]
_MOST_SWAPS = 3_000_000
_MOST_POINTS, _MOST_PAIRS = 1_000, 20_000_000


def frontier_laws(asked: Model, line: Line | None) -> tuple[Checked, ...]:
    """The laws of a frontier; with a witness where one fails.

    Packages are looked at one for each point: all of them, or, where that would be more than three million swaps,
    points evenly spaced along the frontier. At most a thousand points are held against all others.
    """
    if line is None or not len(line.points):
        packages = np.zeros((0, len(asked.issues)), dtype=np.int64)
        points = np.zeros((0, asked.space.parties), dtype=np.int64)
    else:
        swaps = sum(asked.space.sizes) or 1
        step = max(1, -(-len(line.points) * swaps // _MOST_SWAPS))
        packages, points = line.one_each()[::step], line.points[::step]
    return (
        _utilities_add_up(asked, packages, points),
        _every_package_keeps_the_rules(asked, packages),
        _everyone_has_at_least_no_deal(asked, packages, points),
        _no_point_beats_another(asked, line),
        _no_one_can_do_better(asked, packages, points),
    )


def on_the_frontier(places: Sequence[int], points: int) -> Checked:
    """Whether a rule's choices are points of the frontier."""
    wrong = [place for place in places if not 0 <= place < points]
    return Checked("solutions_lie_on_the_frontier", f"point {wrong[0]} is not on it" if wrong else None)


def _utilities_add_up(asked: Model, packages: Ints, points: Ints) -> Checked:
    again = asked.space.points(packages)
    return _checked("utilities_add_up", asked, packages, np.any(again != points, axis=1), "does not add up")


def _every_package_keeps_the_rules(asked: Model, packages: Ints) -> Checked:
    broken = ~asked.space.feasible(packages)
    return _checked("every_package_keeps_the_rules", asked, packages, broken, "breaks a rule")


def _everyone_has_at_least_no_deal(asked: Model, packages: Ints, points: Ints) -> Checked:
    least = rounded(asked.no_deal_exact, asked.space.unit)
    short: NDArray[np.bool_] = np.any((points < least) & asked.has_no_deal, axis=1)
    return _checked("everyone_has_at_least_no_deal", asked, packages, short, "leaves a party below no deal")


def _no_point_beats_another(asked: Model, line: Line | None) -> Checked:
    law = "no_point_beats_another"
    if line is None or len(line.points) < 2:
        return Checked(law)
    # One by one against all, without the filter that found them.
    some = min(_MOST_POINTS, max(100, _MOST_PAIRS // line.points.size))
    for place in range(0, len(line.points), max(1, len(line.points) // some)):
        over = line.points[(line.points >= line.points[place]).all(axis=1)]
        if len(over) > 1:
            return Checked(law, f"point {place} is beaten by another")
    return Checked(law)


def _no_one_can_do_better(asked: Model, packages: Ints, points: Ints) -> Checked:
    """No feasible package one swap away is better for one party and worse for none."""
    law = "no_one_can_do_better_by_a_swap"
    space = asked.space
    exact = space.utilities(packages)
    tied = {issue for table in space.tables for issue in table.issues}
    for issue, size in enumerate(space.sizes):
        rest = exact - space.terms[issue][packages[:, issue]]
        for option in range(size):
            # What a swap changes is quickly seen from its own terms; only what looks better is added up afresh.
            hopeful = np.flatnonzero(packages[:, issue] != option)
            if issue not in tied:
                near = (rest[hopeful] + space.terms[issue][option]) // space.unit + 1
                hopeful = hopeful[(near >= points[hopeful]).all(axis=1)]
            if not hopeful.size:
                continue
            other = packages[hopeful]
            other[:, issue] = option
            found, now = space.points(other), points[hopeful]
            better: NDArray[np.bool_] = np.all(found >= now, axis=1) & np.any(found > now, axis=1)
            better[better] = space.feasible(other[better])
            if better.any():
                row = int(hopeful[np.flatnonzero(better)[0]])
                swap = f"{asked.issues[issue]}: {asked.options[issue][option]}"
                return Checked(law, f"{_words(asked, packages[row])} is bettered by {swap}")
    return Checked(law)


def _checked(law: str, asked: Model, packages: Ints, wrong: NDArray[np.bool_], says: str) -> Checked:
    if not wrong.any():
        return Checked(law)
    return Checked(law, f"{_words(asked, packages[int(np.flatnonzero(wrong)[0])])} {says}")


def _words(asked: Model, package: Ints) -> str:
    return ", ".join(f"{issue}: {option}" for issue, option in asked.package(package.tolist()).items())
