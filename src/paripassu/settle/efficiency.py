"""Which packages are on the compromise line whatever the weights are, and which for some weights at least.

A package is *necessarily* efficient when it is on the frontier for all weights and values of no deal that are left
open, *possibly* efficient when it is for some (Bitran 1980; Inuiguchi and Sakawa 1996, for linear programmes with
several objectives). Both are found without writing down all packages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from paripassu.engine.solve import Programme
from paripassu.settle.model import Model
from paripassu.settle.search import search
from paripassu.settle.space import floor_of
from paripassu.settle.stances import Stance, at

__all__ = ["necessarily", "possibly"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_TIE = 5e-10
_LEAST = 1e-7
"""A package counts as possibly efficient when it beats every rival somewhere by this share of a party's range."""
_LIMIT = 5_000
_CORNERS = 400
_ROUNDS = 60
_SECONDS = 3.0


def necessarily(asked: Model, known: Sequence[Stance], package: Sequence[int], span: Ints) -> bool | None:
    """Whether a package is on the frontier for all weights; None when the search was cut short.

    Notes
    -----
    The parties' weights are independent, so package y beats x for *some* weights exactly when for each party the most
    that u(y) - u(x) can be is at least 0, and above 0 for one. With ranges that most is a sum over issues, so a search
    over the differences with a floor of 0 finds such a y; with an order it is reached at a corner, and every choice of
    corners is tried.
    """
    row = np.array([package], dtype=np.int64)
    if not asked.space.feasible(row)[0]:
        return False
    terms_of = asked.space.utilities(row)[0] - sum(
        term[option] for term, option in zip(asked.space.terms, package, strict=True)
    )
    for one, always, scale in zip(known, terms_of, asked.decimals, strict=True):
        if one.no_deal is None:
            continue
        least = _ends(one, one.worth(package))[0] + float(always) / 10.0**scale
        if least < one.no_deal[1] - _TIE:
            return False
    choices = [range(len(one.low)) if one.mixed else range(1) for one in known]
    if prod(map(len, choices)) > _CORNERS:
        return None
    sure = True
    base = asked.space.base - terms_of
    floor = floor_of(np.zeros_like(base), asked.space.unit)
    for corner in product(*choices):
        columns = [_most(one, package, place) for one, place in zip(known, corner, strict=True)]
        power = 10.0 ** np.array(asked.decimals)
        terms = tuple(
            np.rint(np.stack([column[issue] for column in columns], axis=1) * power).astype(np.int64)
            for issue in range(len(asked.issues))
        )
        line = search(replace(asked.space, base=base, terms=terms, doubles=None), floor, span=span, limit=_LIMIT)
        if (line.points > 0).any():
            return False
        sure = sure and not line.cut
    return True if sure else None


def _most(one: Stance, package: Sequence[int], corner: int) -> list[Floats]:
    """By issue and option: the most that taking it instead of the package's can add; at a corner, for an order."""
    found = []
    for term, option in zip(one.terms, package, strict=True):
        change = term - term[option]
        found.append(change[:, corner] if one.mixed else np.maximum(change * one.low, change * one.high).sum(axis=1))
    return found


def _ends(one: Stance, worth: Floats) -> tuple[float, float]:
    """The least and the most that a weighted sum of the free numbers can be."""
    if one.mixed:
        return float(worth.min()), float(worth.max())
    ends = np.stack([worth * one.low, worth * one.high])
    return float(ends.min(axis=0).sum()), float(ends.max(axis=0).sum())


def possibly(asked: Model, known: Sequence[Stance], package: Sequence[int], span: Ints) -> bool | None:
    """Whether a package is on the frontier for some weights; None when it could not be settled.

    Notes
    -----
    Weights are looked for under which every rival y found so far fails to beat x: some party has strictly less from
    y, or none has more. Which party it is, is a choice by rival, so this is a linear programme over the weights with
    0-1 variables. At the weights found the frontier is searched for packages that beat x after all; these become
    rivals, and so on. Without such weights x is not possibly efficient, since more rivals only make it harder.
    """
    row = np.array([package], dtype=np.int64)
    if not asked.space.feasible(row)[0]:
        return False
    rivals: dict[tuple[int, ...], None] = {}
    for _ in range(_ROUNDS):
        try:
            numbers = _weights(asked, known, package, list(rivals))
        except TimeoutError:
            return None
        if numbers is None:
            return False
        there = at(asked, known, numbers, [one.no_deal and one.no_deal[0] for one in known])
        point = there.space.points(row)[0]
        line = search(there.space, floor_of(point, there.space.unit), span=span, limit=_LIMIT)
        better = np.flatnonzero((line.points > point).any(axis=1))
        if not better.size:
            return None if line.cut else True
        found = {tuple(map(int, one)) for one in line.one_each()[better[:20]]}
        if found <= set(rivals):
            return None
        rivals.update(dict.fromkeys(sorted(found)))
    return None


def _weights(
    asked: Model, known: Sequence[Stance], package: Sequence[int], rivals: Sequence[tuple[int, ...]]
) -> list[Floats] | None:
    """Weights under which no rival beats the package, by as wide a margin as can be; None when there are none."""
    programme = Programme()
    margin = programme.variable(0, 1, gain=1)
    free = [
        [programme.variable(low, high) for low, high in zip(one.low.tolist(), one.high.tolist(), strict=True)]
        for one in known
    ]
    rows = np.array([package, *rivals], dtype=np.int64)
    apart = replace(asked.space, terms=tuple(np.zeros_like(term) for term in asked.space.terms))
    always = asked.numbers(apart.utilities(rows))
    scale = [max(1e-9, *(abs(end) for end in _ends(one, one.worth(package))), 1e-3) for one in known]
    for place, one in enumerate(known):
        if one.mixed:
            programme.row(dict.fromkeys(free[place], 1.0), low=1, high=1)
        if one.no_deal is not None:
            worth = dict(zip(free[place], one.worth(package).tolist(), strict=True))
            programme.row(worth, low=one.no_deal[0] - float(always[0, place]) - 1e-10)
    for number, rival in enumerate(rivals, 1):
        none_more = programme.variable(0, 1, whole=True)
        ways = {none_more: 1.0}
        for place, one in enumerate(known):
            change = (one.worth(package) - one.worth(rival)) / scale[place]
            fixed = float(always[0, place] - always[number, place]) / scale[place]
            least, most = (end + fixed for end in _ends(one, change))
            parts = dict(zip(free[place], change.tolist(), strict=True))
            programme.row({**parts, none_more: min(least, 0.0)}, low=min(least, 0.0) - fixed)
            if most > _LEAST:
                less = programme.variable(0, 1, whole=True)
                ways[less] = 1.0
                # Off, the row holds whatever the weights and the margin are.
                slack = 1 - min(least, 0.0)
                programme.row({**parts, margin: -1.0, less: -slack}, low=-slack - fixed)
        programme.row(ways, low=1)
    found = programme.maximise(seconds=_SECONDS)
    if found is None or found[margin] <= _LEAST:
        return None
    return [np.clip(found[places], one.low, one.high) for places, one in zip(free, known, strict=True)]
