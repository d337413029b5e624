"""An exchange under doubt played to its end: every plan of either kind of side against what the other may do.

Nothing here knows a formula for the sizes. It counts, plan against plan, what each side has had on each day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

__all__ = ["Plan", "Side", "foreseen", "plans", "tempted"]

Plan = tuple[Literal["stay out", "keep", "take", "leave"], int]
"""What a side means to do, and in which phase (0 where there is none): leave before it, or take in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of the exchange, on its own scale, as the case gives it.

    ``cost`` and ``worth`` are those of all parts together: what it gives, and what it receives is worth to it;
    ``prior`` is the chance that this side is sincere, as the other sees it.
    """

    cost: Fraction
    worth: Fraction
    end: Fraction
    outside: Fraction
    guarantee: Fraction
    discount: Fraction
    prior: Fraction


def plans(
    side: Side, gives: Sequence[Fraction], gets: Sequence[Fraction], other: Mapping[Plan, Fraction], *, sincere: bool
) -> dict[Plan, Fraction]:
    """What each plan is worth to a side on the day of signing.

    Parameters
    ----------
    side : Side
    gives, gets : sequence of Fraction
        The shares, phase by phase, of its own step and of the other's.
    other : mapping
        The plans of the other side, each with its chance; it keeps or it takes.
    sincere : bool
        Whether the end is worth anything to it beyond no deal.

    Examples
    --------
    >>> one = Fraction(1)
    >>> us = Side(cost=one, worth=2 * one, end=one, outside=0 * one, guarantee=0 * one, discount=one, prior=one)
    >>> found = plans(us, [one], [one], {("keep", 0): one}, sincere=True)
    >>> {plan: int(worth) for plan, worth in found.items()}
    {('stay out', 0): 0, ('keep', 0): 2, ('take', 1): 2, ('leave', 1): 0}
    """
    phases = range(1, len(gives) + 1)
    mine: list[Plan] = [("keep", 0), *(("take", k) for k in phases), *(("leave", k) for k in phases)]
    worth: dict[Plan, Fraction] = {("stay out", 0): side.outside}
    for plan in mine:
        worth[plan] = sum(
            (chance * _played(side, gives, gets, plan, theirs, sincere) for theirs, chance in other.items()),
            Fraction(0),
        )
    return worth


def _played(
    side: Side, gives: Sequence[Fraction], gets: Sequence[Fraction], mine: Plan, theirs: Plan, sincere: bool
) -> Fraction:
    had, counts = Fraction(0), Fraction(1)
    for phase, (give, get) in enumerate(zip(gives, gets, strict=True), start=1):
        if mine == ("leave", phase):
            return had + counts * (side.outside - side.guarantee)
        counts *= side.discount
        i_take, they_take = mine == ("take", phase), theirs == ("take", phase)
        had -= 0 if i_take else counts * give * side.cost
        had += 0 if they_take else counts * get * side.worth
        if i_take:
            return had + counts * (side.outside - side.guarantee)
        if they_take:
            return had + counts * side.outside
    return had + counts * (side.end if sincere else side.outside)


def foreseen(prior: Fraction, screening: int) -> dict[Plan, Fraction]:
    """What a side is seen to mean to do: keep when it is sincere, else take in one of the first phases, any alike.

    Examples
    --------
    >>> [(plan, str(chance)) for plan, chance in foreseen(Fraction(1, 2), 2).items()]
    [(('keep', 0), '1/2'), (('take', 1), '1/4'), (('take', 2), '1/4')]
    """
    takes: dict[Plan, Fraction] = {("take", k): (1 - prior) / screening for k in range(1, screening + 1)}
    return {("keep", 0): prior, **takes}


def tempted(
    sides: tuple[Side, Side], shares: tuple[Sequence[Fraction], Sequence[Fraction]], screening: int
) -> tuple[str | None, str | None]:
    """Whether a sincere side, and whether a taker, gains by another plan than the one foreseen: in words, or None.

    A sincere side keeps to its parts; a taker takes in each of the first ``screening`` phases with the same chance.

    Examples
    --------
    >>> one, half = Fraction(1), Fraction(1, 2)
    >>> us = Side(cost=one, worth=2 * one, end=one, outside=0 * one, guarantee=0 * one, discount=one, prior=half)
    >>> tempted((us, us), ([one], [one]), 1)[0]
    'the first side, sincere, gains 1/2 by another plan: take in phase 1'
    """
    takes: list[Plan] = [("take", phase) for phase in range(1, screening + 1)]
    keeps: list[Plan] = [("keep", 0)]
    sincere: list[str] = []
    taker: list[str] = []
    for me, them, name in ((0, 1, "first side"), (1, 0, "second side")):
        other = foreseen(sides[them].prior, screening)
        for kind, meant, found in (("sincere", keeps, sincere), ("a taker", takes, taker)):
            if kind == "a taker" and sides[me].prior == 1:
                continue
            worth = plans(sides[me], shares[me], shares[them], other, sincere=kind == "sincere")
            best = max(worth, key=lambda plan: worth[plan])
            short = worth[best] - min(worth[plan] for plan in meant)
            if short > 0:
                phase = f" in phase {best[1]}" if best[1] else ""
                found.append(f"the {name}, {kind}, gains {short} by another plan: {best[0]}{phase}")
    return (sincere[0] if sincere else None), (taker[0] if taker else None)
