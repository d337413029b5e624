"""The least value of a sum under linear conditions, in fractions; or which conditions cannot hold together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

__all__ = ["Least", "Row", "least"]

Row = tuple[Fraction, Sequence[Fraction]]
"""A condition ``row[0] + sum(row[1][j] * x[j]) >= 0``."""


@dataclass(frozen=True, slots=True)
class Least:
    """Where the sum is least, or the numbers of rows that cannot all hold (then ``at`` is None)."""

    at: tuple[Fraction, ...] | None
    clash: tuple[int, ...] = ()


def least(rows: Sequence[Row], cost: Sequence[Fraction | int]) -> Least:
    """Minimise ``sum(cost[j] * x[j])`` over ``x >= 0`` under the rows, for costs of at least 0.

    The dual simplex method: it begins at 0, where nothing costs anything, and mends one broken row after another.
    The lowest number is taken first, so that it ends (R. G. Bland 1977). A row that nothing can mend is a sum of
    rows with weights above 0, and those cannot all hold.

    Examples
    --------
    >>> one = Fraction(1)
    >>> found = least([(-one, (one, one)), (-one, (2 * one, 0 * one))], (1, 1))
    >>> [str(x) for x in found.at]
    ['1', '0']
    >>> least([(-one, (one,)), (one / 2, (-one,))], (1,)).clash
    (0, 1)
    """
    width = len(cost)
    table = [[Fraction(row[0]), *map(Fraction, row[1])] for row in rows]
    price = [Fraction(c) for c in cost]
    basic = [width + number for number in range(len(rows))]
    free = list(range(width))
    while True:
        broken = [number for number, row in enumerate(table) if row[0] < 0]
        if not broken:
            at = {label: row[0] for label, row in zip(basic, table, strict=True)}
            return Least(tuple(at.get(label, Fraction(0)) for label in range(width)))
        out = min(broken, key=lambda number: basic[number])
        row = table[out]
        mends = [j for j in range(width) if row[j + 1] > 0]
        if not mends:
            labels = [basic[out], *(free[j] for j in range(width) if row[j + 1] < 0)]
            return Least(None, tuple(sorted(label - width for label in labels if label >= width)))
        into = min(mends, key=lambda j: (price[j] / row[j + 1], free[j]))
        turned = [-x / row[into + 1] for x in row]
        turned[into + 1] = 1 / row[into + 1]
        for number, other in enumerate(table):
            if number != out and (weight := other[into + 1]):
                table[number] = [a + weight * b for a, b in zip(other, turned, strict=True)]
                table[number][into + 1] = weight * turned[into + 1]
        weight = price[into]
        price = [a + weight * b for a, b in zip(price, turned[1:], strict=True)]
        price[into] = weight * turned[into + 1]
        table[out] = turned
        basic[out], free[into] = free[into], basic[out]
