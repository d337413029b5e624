"""A negotiation as integers: issues, what each option adds for each party, and which combinations count or are barred.

Utilities are held as integers so that sums do not depend on their order. A party's number x stands for x times
``10**decimals``, with as many guard digits beyond the ninth decimal as 64 bits allow; only whole sums are ever
rounded to nine decimals, never terms.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["DECIMALS", "Bar", "Doubles", "Space", "Table", "floor_of", "rounded", "scales"]

Ints = NDArray[np.int64]

DECIMALS = 9
"""Utilities are equal when they are equal at this many decimals."""
_ROOM = 2**61
_MOST = 17


@dataclass(frozen=True, slots=True)
class Bar:
    """A combination that cannot be: every one of these issues at one of the options marked for it.

    ``options`` has one boolean row an issue, as long as that issue has options.
    """

    issues: tuple[int, ...]
    options: tuple[NDArray[np.bool_], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What combinations add: ``rows[j]`` names one option an issue, ``values[j]`` is what it adds for each party."""

    issues: tuple[int, ...]
    rows: Ints
    values: Ints


@dataclass(frozen=True, slots=True)
class Doubles:
    """The same numbers in double precision: the terms of each issue, what holds anyway, and the values of each table.

    Asked only where an exact sum lies in the middle between two roundings, as near as doubles can tell. There the
    rounding is that of the sum in doubles, issue after issue: what any other program's digits would show.
    """

    terms: tuple[NDArray[np.float64], ...]
    base: NDArray[np.float64]
    tables: tuple[NDArray[np.float64], ...]
    places: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Space:
    """The whole negotiation, in integers.

    ``terms[i]`` is (options of issue i, k): what each option adds for each of k parties. ``unit`` is (k,): how
    many of a party's integers make the last decimal that counts. Rows of one table exclude each other.
    """

    sizes: tuple[int, ...]
    terms: tuple[Ints, ...]
    base: Ints
    unit: Ints
    tables: tuple[Table, ...] = ()
    bars: tuple[Bar, ...] = ()
    doubles: Doubles | None = None

    @property
    def parties(self) -> int:
        """How many parties."""
        return len(self.base)

    @property
    def total(self) -> int:
        """How many packages there are before any is barred."""
        return math.prod(self.sizes)

    @property
    def scopes(self) -> list[tuple[int, ...]]:
        """The issues of each table and bar."""
        return [table.issues for table in self.tables] + [bar.issues for bar in self.bars]

    def utilities(self, packages: Ints) -> Ints:
        """Each party's integer utility of packages given as (N, issues) option numbers."""
        found = np.broadcast_to(self.base, (len(packages), self.parties)).copy()
        for issue, term in enumerate(self.terms):
            found += term[packages[:, issue]]
        for table in self.tables:
            row = self._rows(table, packages)
            found += np.vstack((table.values, np.zeros_like(self.base)))[row]
        return found

    def points(self, packages: Ints) -> Ints:
        """The utilities of packages as they count: in units of the last decimal."""
        exact = self.utilities(packages)
        found = rounded(exact, self.unit)
        if self.doubles is None:
            return found
        middle = np.abs(2 * (exact % self.unit) - self.unit) <= 2 * (self.unit // 100_000)
        middle &= self.unit > 1
        rows = np.flatnonzero(middle.any(axis=1))
        if rows.size:
            total = np.broadcast_to(self.doubles.base, (rows.size, self.parties)).copy()
            for issue, term in enumerate(self.doubles.terms):
                total += term[packages[rows, issue]]
            for table, values in zip(self.tables, self.doubles.tables, strict=True):
                total += np.vstack((values, np.zeros(self.parties)))[self._rows(table, packages[rows])]
            near = np.rint(total * 10.0**self.doubles.places).astype(np.int64)
            found[rows] = np.where(middle[rows], near, found[rows])
        return found

    def _rows(self, table: Table, packages: Ints) -> Ints:
        """The row of a table that speaks of each package; one past the last where none does."""
        where = {tuple(row): place for place, row in enumerate(table.rows.tolist())}
        distinct, back = np.unique(packages[:, list(table.issues)], axis=0, return_inverse=True)
        rows = [where.get(tuple(row), len(where)) for row in distinct.tolist()]
        return np.array(rows, dtype=np.int64)[back.reshape(-1)]

    def feasible(self, packages: Ints) -> NDArray[np.bool_]:
        """Which packages no rule bars; packages as (N, issues) option numbers."""
        kept = np.ones(len(packages), dtype=np.bool_)
        for bar in self.bars:
            kept &= ~self.barred_by(bar, packages)
        return kept

    def barred_by(self, bar: Bar, packages: Ints) -> NDArray[np.bool_]:
        """Which packages this bar forbids."""
        hit = np.ones(len(packages), dtype=np.bool_)
        for issue, options in zip(bar.issues, bar.options, strict=True):
            hit &= options[packages[:, issue]]
        return hit


def scales(bounds: Sequence[float]) -> list[int]:
    """How many decimals each party's integers carry, from the largest sum its terms could reach in size.

    Seventeen for numbers around one, so that even the last digits of a written double count; fewer for large
    numbers, so that sums over all parties stay within 64 bits.

    Examples
    --------
    >>> scales([1.0, 5_000_000.0])
    [17, 11]
    """
    return [min(_MOST, math.floor(math.log10(_ROOM / len(bounds) / max(bound, 1e-9)))) for bound in bounds]


def rounded(utilities: Ints, unit: Ints) -> Ints:
    """Integers in units of the ninth decimal, halves to even.

    Examples
    --------
    >>> rounded(np.array([[25, 15, 5]]), np.array([10, 10, 10])).tolist()
    [[2, 2, 0]]
    """
    whole, left = np.divmod(utilities, unit)
    twice = 2 * left
    return np.asarray(whole + ((twice > unit) | ((twice == unit) & (whole % 2 == 1))))


def floor_of(wanted: Ints, unit: Ints) -> Ints:
    """The least integers that round to at least ``wanted`` (in units of the ninth decimal)."""
    return np.asarray(wanted * unit - unit // 2 + np.where(unit > 1, wanted % 2, 0))
