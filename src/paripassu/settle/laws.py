"""What must hold of every answer, checked on the answer itself and not on the way it was found."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from paripassu.engine import Checked
from paripassu.settle.model import Model
from paripassu.settle.nondominated import unbeaten
from paripassu.settle.search import Line
from paripassu.settle.space import rounded

__all__ = ["frontier_laws", "on_the_frontier"]

Ints = NDArray[np.int64]
_MOST_SWAPS = 3_000_000


def frontier_laws(asked: Model, line: Line | None) -> tuple[Checked, ...]:
    """The laws of a frontier; with a witness where one fails.

    Packages are looked at one for each point: all of them, or, where that would be more than three million swaps,
    points evenly spaced along the frontier.
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
    # Not the order of the search: the columns are turned round.
    kept = unbeaten(line.points[::-1, ::-1].copy(), np.zeros(asked.space.parties, dtype=np.int64))[::-1]
    return Checked(law, None if kept.all() else f"point {int(np.flatnonzero(~kept)[0])} is beaten by another")


def _no_one_can_do_better(asked: Model, packages: Ints, points: Ints) -> Checked:
    """No feasible package one swap away is better for one party and worse for none."""
    law = "no_one_can_do_better_by_a_swap"
    for issue, size in enumerate(asked.space.sizes):
        for option in range(size):
            other = packages.copy()
            other[:, issue] = option
            found = asked.space.points(other)
            better: NDArray[np.bool_] = np.all(found >= points, axis=1) & np.any(found > points, axis=1)
            better[better] = asked.space.feasible(other[better])
            if better.any():
                row = int(np.flatnonzero(better)[0])
                swap = f"{asked.issues[issue]}: {asked.options[issue][option]}"
                return Checked(law, f"{_words(asked, packages[row])} is bettered by {swap}")
    return Checked(law)


def _checked(law: str, asked: Model, packages: Ints, wrong: NDArray[np.bool_], says: str) -> Checked:
    if not wrong.any():
        return Checked(law)
    return Checked(law, f"{_words(asked, packages[int(np.flatnonzero(wrong)[0])])} {says}")


def _words(asked: Model, package: Ints) -> str:
    return ", ".join(f"{issue}: {option}" for issue, option in asked.package(package.tolist()).items())
