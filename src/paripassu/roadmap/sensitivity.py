"""By how much may the numbers be wrong before an order no longer holds? Exact, because every condition is linear.

Each condition on an order (signing, staying, doing one's part) is a sum of amounts with fixed signs and chances
that must not fall below 0. When every amount may be off by a share p of itself, the worst case of a
condition is ``sum(terms) - p * sum(abs(terms))``, so it survives up to ``p = sum(terms) / sum(abs(terms))``;
when one amount alone is off, up to ``sum(terms) / abs(term)``. Chances of detection, the leak and times are
taken as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import prod
from typing import Literal, NamedTuple

import numpy as np

from paripassu.roadmap.deal import Deal, Order

__all__ = ["Input", "Margin", "Sensitivity", "sensitivity", "survives"]

_ROUNDING = 1e-12
"""Shares of the amounts of a condition below which doubles cannot tell room from none."""

Kind = Literal["cost", "recover", "value", "revoke", "end", "outside", "guarantee"]


class Input(NamedTuple):
    """One amount of the case; ``step`` is None for a party's stakes, ``party`` the doer for cost and recover."""

    kind: Kind
    party: int
    step: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """How far one input may move, the others as they are, before the order breaks.

    ``lower`` and ``higher`` are shares of the amount (1/4: a quarter lower); None where no move that way up to the
    whole amount (or to twice it) breaks the order.
    """

    input: Input
    lower: Fraction | None
    higher: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """What an order survives.

    Attributes
    ----------
    together : Fraction
        Share by which every amount may be off at once, each in the worst direction; 0 when a condition is only
        just met, at most 1.
    binding : tuple (party, phase, what)
        The condition that breaks first; phase as counted in `incentive.Blocking`.
    margins : tuple of Margin
        One an input that is not 0, the most delicate first.
    """

    together: Fraction
    binding: tuple[int, int, str]
    margins: tuple[Margin, ...]


Terms = dict[Input, Fraction]


def sensitivity(deal: Deal, order: Order) -> Sensitivity:
    """By how much the amounts may be off before an order that holds breaks.

    Parameters
    ----------
    deal : Deal
    order : Order
        One that holds.

    Examples
    --------
    >>> swap = Deal.of(doer=[0, 1], cost=[2, 2], value=[[0, 3], [3, 0]], end=[3, 3])
    >>> sensitivity(swap, ((0, 1),)).together  # 3 of end value against a cost of 2: 3 - 2 of 3 + 2
    Fraction(1, 5)
    """
    best, binding = Fraction(1), (0, 0, "nothing")
    low: dict[Input, Fraction] = {}
    high: dict[Input, Fraction] = {}
    seen: dict[Input, None] = {}
    for place, terms in _conditions(deal, order):
        room = sum(terms.values(), Fraction(0))
        whole = sum(map(abs, terms.values()), Fraction(0))
        if whole and room / whole < best:
            best, binding = room / whole, place
        for name, term in terms.items():
            seen[name] = None
            side = low if term > 0 else high
            if term and (name not in side or room / abs(term) < side[name]):
                side[name] = room / abs(term)
    margins = [Margin(input=name, lower=_within(low.get(name)), higher=_within(high.get(name))) for name in seen]
    margins.sort(key=lambda one: min(x for x in (one.lower, one.higher, Fraction(2)) if x is not None))
    return Sensitivity(together=best, binding=binding, margins=tuple(margins))


def _within(share: Fraction | None) -> Fraction | None:
    return None if share is None or share > 1 else share


def _conditions(deal: Deal, order: Order) -> Iterator[tuple[tuple[int, int, str], Terms]]:
    """Every condition as its terms; it holds while they sum to 0 or more."""
    done = frozenset(j for j in range(deal.steps) if deal.done >> j & 1)
    parties = range(deal.parties)
    if not done:
        for i in parties:
            yield (i, 0, "signing"), _less(_going_on(deal, i, order), {Input("outside", i): _units(deal.outside[i])})
    states = [done]
    for phase in order:
        states.append(states[-1] | frozenset(phase))
    for number, (before, phase) in enumerate(zip(states, order, strict=False), start=1):
        for i in parties:
            own = [j for j in phase if deal.doer[j] == i]
            for size in range(1, len(own) + 1):
                for left in combinations(own, size):
                    onward = _going_on(deal, i, order[number:])
                    yield (i, number, "doing its part"), _cheat(deal, i, onward, before, phase, frozenset(left))
    for number, state in enumerate(states):
        last = number == len(order)
        for i in parties:
            held = not (last and deal.released)
            yield (
                (i, number, "staying"),
                _less(_going_on(deal, i, order[number:]), _walking_away(deal, i, state, held=held)),
            )


def _going_on(deal: Deal, party: int, left: Order) -> Terms:
    """What the phases that are left are worth, each counted at its end, and the end value after the last."""
    rate = deal.discount[party]
    terms = {Input("end", party): rate ** len(left) * deal.end[party]}
    counts = {j: rate**number for number, phase in enumerate(left, start=1) for j in phase}
    for j in sorted(counts):  # in the order of the file, on which the seeded draws rest
        terms[Input("value", party, j)] = counts[j] * deal.value[party][j]
        if deal.doer[j] == party:
            terms[Input("cost", party, j)] = -counts[j] * deal.cost[j]
    return {name: term for name, term in terms.items() if term}


def _walking_away(deal: Deal, party: int, done: frozenset[int], *, held: bool = True) -> Terms:
    terms = {Input("outside", party): _units(deal.outside[party])}
    if held:
        terms[Input("guarantee", party)] = -_units(deal.guarantee[party])
    for j in done:
        terms[Input("revoke", party, j)] = -_units(deal.revoke[party][j])
        if deal.doer[j] == party:
            terms[Input("recover", party, j)] = _units(deal.recover[j])
    return {name: term for name, term in terms.items() if term}


def _cheat(
    deal: Deal, party: int, onward: Terms, before: frozenset[int], phase: tuple[int, ...], left: frozenset[int]
) -> Terms:
    """Doing one's whole part, less leaving out ``left`` and being caught with its chance."""
    caught = 1 - prod((1 - deal.detect[j] for j in left), start=Fraction(1))
    terms = _less(onward, _walking_away(deal, party, before))
    for j in phase:
        if deal.doer[j] != party:
            _add(terms, Input("value", party, j), (1 - deal.leak) * deal.value[party][j])
            _add(terms, Input("revoke", party, j), deal.leak * deal.revoke[party][j])
        elif j not in left:
            _add(terms, Input("recover", party, j), -_units(deal.recover[j]))
    terms = {name: caught * term for name, term in terms.items()}
    for j in left:
        _add(terms, Input("cost", party, j), -_units(deal.cost[j]))
    return terms


def _less(one: Terms, other: Terms) -> Terms:
    found = dict(one)
    for name, term in other.items():
        _add(found, name, -term)
    return found


def _add(terms: Terms, name: Input, amount: Fraction) -> None:
    total = terms.get(name, Fraction(0)) + amount
    if total:
        terms[name] = total
    else:
        terms.pop(name, None)


def _units(amount: int) -> Fraction:
    return Fraction(amount)


def survives(deal: Deal, order: Order, *, percent: float = 25, draws: int = 400, seed: int = 0) -> float:
    """Share of seeded draws in which an order still holds when every amount is changed at random.

    Each amount is multiplied by a factor of its own, uniform within ``percent`` of 1. Conditions that are met without
    any room count as met while the numbers that meet them stay as they are, and fall with the first that moves.

    Examples
    --------
    >>> swap = Deal.of(doer=[0, 1], cost=[2, 2], value=[[0, 3], [3, 0]], end=[3, 3])
    >>> survives(swap, ((0, 1),), percent=20)
    1.0
    """
    conditions = [terms for _, terms in _conditions(deal, order)]
    names = {name: place for place, name in enumerate(dict.fromkeys(name for terms in conditions for name in terms))}
    table = np.zeros((len(conditions), len(names)))
    for row, terms in enumerate(conditions):
        for name, term in terms.items():
            table[row, names[name]] = float(term)
    change = np.random.default_rng(seed).uniform(-percent / 100, percent / 100, (draws, len(names)))
    room = np.array([float(sum(terms.values(), Fraction(0))) for terms in conditions])
    # Room is exact at the given numbers; only the change on top of it is in doubles.
    left = room[:, None] + table @ change.T
    return float((left >= -_ROUNDING * np.abs(table).sum(axis=1, initial=0.0)[:, None]).all(axis=0).mean())
