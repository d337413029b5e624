"""What is known of each party's weights and no deal, as the numbers they may be, and a model at any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from paripassu.case import Case, option_values
from paripassu.case.importance import order_corners
from paripassu.settle.model import Model

__all__ = ["Stance", "at", "draw", "stances"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stance:
    """The weights a party may have, as free numbers within bounds.

    For ranges the free numbers are the weights, each between ``low`` and ``high`` by itself. For an order they are the
    shares, summing to 1 (``mixed``), of the corners of all weights that keep it. ``terms[j]`` (options of issue j,
    free numbers) says what each option adds for each free number. ``no_deal`` is (low, high), None without one.
    """

    low: Floats
    high: Floats
    mixed: bool
    terms: tuple[Floats, ...]
    no_deal: tuple[float, float] | None

    def worth(self, package: Sequence[int]) -> Floats:
        """What a package adds for each free number, interactions apart."""
        found: Floats = np.sum([term[option] for term, option in zip(self.terms, package, strict=True)], axis=0)
        return found


def stances(case: Case, asked: Model) -> tuple[Stance, ...]:
    """One a party of the model."""
    return tuple(_stance(case, party, asked.issues) for party in asked.parties)


def _stance(case: Case, party: str, issues: tuple[str, ...]) -> Stance:
    preference = case.preferences[party]
    values = []
    for issue in issues:
        found = case.issues[issue]
        table = preference.values.get(issue)
        values.append(np.array(option_values(found, table)) if table else np.zeros(len(found.options)))
    ends = None if preference.no_deal_range is None else tuple(map(float, preference.no_deal_range))
    no_deal = None if ends is None else (ends[0], ends[1])
    if preference.order:
        corners = order_corners(preference.order)
        by_issue = [np.array([float(one.get(issue, 0)) for one in corners]) for issue in issues]
        terms = tuple(np.outer(value, weights) for value, weights in zip(values, by_issue, strict=True))
        return Stance(np.zeros(len(corners)), np.ones(len(corners)), True, terms, no_deal)
    both = [preference.weight_ranges.get(issue, (0, 0)) for issue in issues]
    alone = np.eye(len(issues))
    return Stance(
        np.array([float(low) for low, _ in both]),
        np.array([float(high) for _, high in both]),
        False,
        tuple(np.outer(value, alone[place]) for place, value in enumerate(values)),
        no_deal,
    )


def draw(known: Sequence[Stance], chance: np.random.Generator) -> tuple[list[Floats], list[float | None]]:
    """Free numbers and no deal of every party, uniform over all they may be."""
    numbers, no_deal = [], []
    for one in known:
        if one.mixed:
            numbers.append(chance.dirichlet(np.ones(len(one.low))))
        else:
            numbers.append(chance.uniform(one.low, one.high))
        no_deal.append(None if one.no_deal is None else float(chance.uniform(*one.no_deal)))
    return numbers, no_deal


def at(asked: Model, known: Sequence[Stance], numbers: Sequence[Floats], no_deal: Sequence[float | None]) -> Model:
    """The model with these free numbers and this no deal in place of the centre's."""
    power = 10.0 ** np.array(asked.decimals)
    terms = tuple(
        np.rint(np.stack([one.terms[issue] @ free for one, free in zip(known, numbers, strict=True)], axis=1) * power)
        for issue in range(len(asked.issues))
    )
    exact = np.rint(np.array([value or 0.0 for value in no_deal]) * power)
    space = replace(asked.space, terms=tuple(term.astype(np.int64) for term in terms), doubles=None)
    return replace(asked, no_deal_exact=exact.astype(np.int64), space=space)
