"""How large the first parts may be so that doubt ends with them, for two sides that need not be alike.

Every condition is linear in the shares of all parts and in an extra guarantee. So whether any sizes do, the least first
parts and the least guarantee are found exactly, and where no sizes do, which conditions cannot hold together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, NamedTuple

from paripassu.roadmap.least import Row, least
from paripassu.roadmap.takers import Side

__all__ = ["Condition", "FirstParts", "Pair", "first_parts", "least_extra", "more_guarantee", "slacks"]

Why = Literal[
    "sign", "do its part", "stay", "taker signs", "taker takes first", "taker does not leave", "taker does not keep"
]
Pair = tuple[tuple[Fraction, ...], tuple[Fraction, ...]]
ZERO, ONE = Fraction(0), Fraction(1)


class Condition(NamedTuple):
    """What must be at least zero: for which side (0 or 1), why, and in which phase (for a taker: not later than)."""

    side: int
    why: Why
    phase: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstParts:
    """Parts with the least first ones, up to where those may grow, and what sets each end.

    The larger of the two first shares is as small as any sizes of all parts let it be, then their sum is, then the
    largest of all parts. ``most`` is up to where both may grow in the same proportion, the later parts shrinking in
    theirs, from those sizes or from others that are shown. ``cut`` is None when no sizes do; then `clash` holds
    conditions that cannot hold together.
    """

    cut: Pair | None
    most: tuple[Fraction, Fraction] | None
    below: tuple[Condition, ...] = ()
    above: tuple[Condition, ...] = ()
    clash: tuple[Condition, ...] = ()


def slacks(sides: tuple[Side, Side], cut: tuple[Sequence[Fraction], Sequence[Fraction]]) -> dict[Condition, Fraction]:
    """By how much each condition holds when takers take in the first phase, and from then on both are sincere.

    In the first phase a side reckons with a taker by the other's prior. A sincere side signs, does its part in each
    phase, and stays between two. A taker signs, and gains nothing by doing its first part: neither by taking later, nor
    by leaving later, nor by keeping to the end.

    Examples
    --------
    >>> one, half = Fraction(1), Fraction(1, 2)
    >>> us = Side(cost=one, worth=2 * one, end=one, outside=0 * one, guarantee=0 * one, discount=one, prior=half)
    >>> slacks((us, us), ([one], [one]))[Condition(0, "do its part", 1)]  # a part of 1, half of an end value of 1
    Fraction(-1, 2)
    """
    found: dict[Condition, Fraction] = {}
    for me, them in ((0, 1), (1, 0)):
        found |= _slacks(me, sides[me], sides[them].prior, cut[me], cut[them])
    return found


def _slacks(
    me: int, side: Side, p: Fraction, gives: Sequence[Fraction], gets: Sequence[Fraction]
) -> Iterator[tuple[Condition, Fraction]]:
    cost, worth = [share * side.cost for share in gives], [share * side.worth for share in gets]
    broken, patience = side.outside - side.guarantee, side.discount
    ahead = side.end  # what is still to come, on the day on which the phase ends
    for k in reversed(range(1, len(cost))):
        yield Condition(me, "do its part", k + 1), ahead - broken - cost[k]
        ahead = patience * (worth[k] - cost[k] + ahead)
        yield Condition(me, "stay", k + 1), ahead - broken
    yield Condition(me, "do its part", 1), p * (ahead - side.outside) + side.guarantee - cost[0]
    begun = p * (worth[0] + ahead) + (1 - p) * side.outside - cost[0]
    yield Condition(me, "sign", 1), patience * begun - side.outside
    if side.prior == 1:
        return
    takes = p * worth[0] + broken
    yield Condition(me, "taker signs", 1), patience * takes - side.outside
    had, counts = ZERO, ONE  # after the first phase, with a sincere other side
    begun = p * worth[0] + (1 - p) * side.outside - cost[0]
    for k in range(1, len(cost)):
        yield Condition(me, "taker does not leave", k + 1), takes - begun - p * (had + counts * broken)
        counts *= patience
        yield Condition(me, "taker takes first", k + 1), takes - begun - p * (had + counts * (worth[k] + broken))
        had += counts * (worth[k] - cost[k])
    yield Condition(me, "taker does not keep", len(cost)), takes - begun - p * (had + counts * side.outside)


def first_parts(
    sides: tuple[Side, Side], count: int, extra: Fraction = ZERO, *, shown: Pair | None = None
) -> FirstParts:
    """Cut into so many parts, with this extra guarantee.

    ``shown`` are other sizes that do: then it is from those that first parts grow.

    Examples
    --------
    >>> four, half = Fraction(4), Fraction(1, 2)
    >>> us = Side(
    ...     cost=four, worth=2 * four, end=four, outside=0 * four, guarantee=0 * four, discount=four / 4, prior=half
    ... )
    >>> found = first_parts((us, us), 2)
    >>> [str(share) for share in (*found.cut[0], found.most[0])]  # waiting for the other half gains nothing
    ['1/2', '1/2', '2/3']
    """
    keys, rows = _rows(sides, count)
    width = 2 * count
    firsts, top, every = (0, count), width, width + 1  # two more unknowns: the larger first share, the largest share
    held: list[Row] = [(at + extra * row[-1], (*row[:-1], ZERO, ZERO)) for at, row in rows]
    held += [(ZERO, _weights(width + 2, {place: -1, top: 1})) for place in firsts]
    held += [(ZERO, _weights(width + 2, {place: -1, every: 1})) for place in range(width)]
    at: tuple[Fraction, ...] = ()
    for sought in ({top: 1}, dict.fromkeys(firsts, 1), {every: 1}):
        cost = _weights(width + 2, sought)
        found = least(held, cost)
        if found.at is None:
            return FirstParts(cut=None, most=None, clash=tuple(keys[n] for n in found.clash if n < len(keys)))
        at = found.at
        held.append((sum((a * c for a, c in zip(at, cost, strict=True)), ZERO), [-c for c in cost]))
    cut = (at[:count], at[count:width])
    if count == 1 or max(cut[0][0], cut[1][0]) in (0, 1):  # nothing to grow
        return FirstParts(cut=cut, most=(cut[0][0], cut[1][0]))
    grows, above, below = _grown(sides, cut, extra)
    base = cut
    if shown is not None and shown != cut and max(shown[0][0], shown[1][0]) < 1:
        base = shown
        grows, above, _ = _grown(sides, base, extra)
    return FirstParts(cut=cut, most=(base[0][0] * grows, base[1][0] * grows), below=below, above=above)


def _weights(width: int, some: Mapping[int, int]) -> tuple[Fraction, ...]:
    return tuple(Fraction(some.get(place, 0)) for place in range(width))


def _grown(
    sides: tuple[Side, Side], cut: Pair, extra: Fraction
) -> tuple[Fraction, tuple[Condition, ...], tuple[Condition, ...]]:
    """How many times as large the first parts may be, later ones keeping their proportions; what stops it."""

    def at(times: Fraction) -> dict[Condition, Fraction]:
        one, other = (
            [first * times, *((1 - first * times) / (1 - first) * part for part in later)] for first, *later in cut
        )
        return slacks(more_guarantee(sides, extra), (one, other))

    now, most = at(ONE), 1 / max(cut[0][0], cut[1][0])
    slopes = {key: ahead - now[key] for key, ahead in at(Fraction(2)).items()}
    ends = {key: 1 - now[key] / slope for key, slope in slopes.items() if slope < 0}
    most = min([most, *ends.values()])
    below = tuple(key for key, slope in slopes.items() if slope > 0 and now[key] == 0)
    return most, tuple(key for key, end in ends.items() if end == most), below


def least_extra(sides: tuple[Side, Side], count: int) -> Fraction | None:
    """The least extra guarantee, equal for both, with which some sizes do; None when none helps.

    A guarantee binds takers too, so that more of it does not always help.

    Examples
    --------
    >>> four, half = Fraction(4), Fraction(1, 2)
    >>> us = Side(
    ...     cost=four, worth=2 * four, end=four, outside=0 * four, guarantee=0 * four, discount=four / 4, prior=half
    ... )
    >>> str(least_extra((us, us), 1))  # of a part of 4 half is held by an end value of 4
    '2'
    """
    found = least(_rows(sides, count)[1], [*([0] * 2 * count), 1])
    return None if found.at is None else found.at[-1]


def more_guarantee(sides: tuple[Side, Side], extra: Fraction) -> tuple[Side, Side]:
    """Both sides with as much more guarantee."""
    one, other = (replace(side, guarantee=side.guarantee + extra) for side in sides)
    return one, other


def _rows(sides: tuple[Side, Side], count: int) -> tuple[list[Condition], list[Row]]:
    """Every condition over the shares of one side, of the other, and the guarantee; and that shares add up to 1."""
    width = 2 * count

    def at(place: int) -> dict[Condition, Fraction]:
        unit = [Fraction(place == number) for number in range(width)]
        return slacks(more_guarantee(sides, Fraction(place == width)), (unit[:count], unit[count:]))

    none = at(-1)
    units = [at(place) for place in range(width + 1)]
    rows: list[Row] = [(slack, [unit[key] - slack for unit in units]) for key, slack in none.items()]
    for start in (0, count):
        sums = [Fraction(start <= place < start + count) for place in range(width + 1)]
        rows += [(-ONE, sums), (ONE, [-x for x in sums])]
    return list(none), rows
