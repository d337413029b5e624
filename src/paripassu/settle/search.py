"""The frontier of a whole negotiation in integers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paripassu.settle.fold import join
from paripassu.settle.nondominated import unbeaten
from paripassu.settle.space import Space, Table, rounded
from paripassu.settle.strand import Strand
from paripassu.settle.tangle import parts, unravel
from paripassu.settle.thin import Budget

__all__ = ["Extent", "Line", "extent", "search"]

Ints = NDArray[np.int64]
_LOWEST = -(2**62)


@dataclass(frozen=True, slots=True)
class Extent:
    """Each party's lowest and highest integer utility over the packages no rule bars; None: every one is barred."""

    worst: Ints | None
    best: Ints | None


@dataclass(frozen=True)
class Line:
    """The frontier: points in units of the ninth decimal, and the packages behind each.

    ``points`` is (P, k), falling by first party, then second...; ``fine`` (P, k) holds the integers before
    rounding of one package of each point. ``error`` is 0 for an exact frontier, a share of each party's range, or
    None without a bound.
    """

    points: Ints
    fine: Ints
    strand: Strand
    first: Ints
    nodes: Ints
    issues: int
    cut: bool
    error: float | None

    def count(self, point: int) -> int:
        """How many packages have exactly this point's utilities."""
        return sum(int(self.strand.counts[node]) for node in self._nodes(point))

    def packages(self, point: int) -> Iterator[tuple[int, ...]]:
        """Those packages, as option numbers, one after another."""
        for node in self._nodes(point):
            for found in self.strand.packages(int(node)):
                yield tuple(found[issue] for issue in range(self.issues))

    def one_each(self) -> Ints:
        """One package a point, (P, issues)."""
        return self.strand.one(self.nodes[self.first[:-1]], self.issues)

    def _nodes(self, point: int) -> Ints:
        return self.nodes[self.first[point] : self.first[point + 1]]


def extent(space: Space) -> Extent:
    """Each party's worst and best over feasible packages, party by party, exactly."""
    ends = []
    for sign in (-1, 1):
        total = sign * space.base
        for group in parts(space):
            if len(group) == 1 and not _tied(space, group):
                total = total + (sign * space.terms[group[0]]).max(axis=0)
                continue
            for party in range(space.parties):
                strand = _alone(space, group, party, sign)
                if not len(strand.vectors):
                    return Extent(None, None)
                total[party] += strand.vectors.max()
        ends.append(sign * total)
    return Extent(ends[0], ends[1])


def search(space: Space, floor: Ints, *, span: Ints, limit: int | None = None) -> Line:
    """The packages no feasible package beats among those with at least ``floor`` for every party.

    Parameters
    ----------
    floor : (k,) int64
        Least integer utility of each party.
    span : (k,) int64
        Each party's range, the measure of the error of a limited search.
    limit : int, optional
        Most partial packages kept at any time.
    """
    slack = space.unit
    budget = Budget(limit, span)
    groups = parts(space)
    most = [_most(space, group) for group in groups]
    others = sum(most, space.base.copy())
    strands = []
    for group, own in zip(groups, most, strict=True):
        strand = unravel(space, group, slack, floor - (others - own), budget)
        if len(strand.vectors):
            others = others - own + strand.vectors.max(axis=0)
        strands.append(strand)
        if not len(strand.vectors):
            return _line(space, Strand(np.zeros((0, space.parties), dtype=np.int64)), floor, budget)
    strands.sort(key=lambda strand: len(strand.vectors))
    found = Strand(space.base[None, :].copy())
    rest = sum((strand.vectors.max(axis=0) for strand in strands), np.zeros_like(floor))
    for strand in strands:
        rest = rest - strand.vectors.max(axis=0)
        found = join(found, strand, slack, floor - rest)
        rows = budget.keep(found.vectors, np.zeros(len(found.vectors), dtype=np.int64))
        if rows is not None:
            found = found.only(rows)
    return _line(space, found, floor, budget)


def _line(space: Space, found: Strand, floor: Ints, budget: Budget) -> Line:
    nodes = np.flatnonzero((found.vectors >= floor).all(axis=1))
    final = rounded(found.vectors[nodes], space.unit)
    if space.doubles is not None:
        left = found.vectors[nodes] % space.unit
        middle = (np.abs(2 * left - space.unit) <= 2 * (space.unit // 100_000)).any(axis=1)
        final[middle] = space.points(found.one(nodes[middle], len(space.sizes)))
    points, where = np.unique(final, axis=0, return_inverse=True)
    kept = unbeaten(points, np.zeros(space.parties, dtype=np.int64))
    new = np.full(len(points), -1, dtype=np.int64)
    new[kept] = np.arange(kept.sum())[::-1]
    place = new[where.reshape(-1)]
    nodes, place = nodes[place >= 0], place[place >= 0]
    # Within a point the node with the largest sum comes first and stands for it.
    order = np.lexsort((-found.vectors[nodes].sum(axis=1), place))
    nodes, place = nodes[order], place[order]
    first = np.searchsorted(place, np.arange(kept.sum() + 1))
    fine = found.vectors[nodes[first[:-1]]]
    # An error of a party's whole range bounds nothing.
    error = budget.error if budget.error is not None and budget.error < 1 else None
    return Line(points[kept][::-1], fine, found, first, nodes, len(space.sizes), budget.cut, error)


def _tied(space: Space, group: tuple[int, ...]) -> bool:
    return any(group[0] in scope for scope in space.scopes)


def _most(space: Space, group: tuple[int, ...]) -> Ints:
    most = sum((space.terms[i].max(axis=0) for i in group), np.zeros(space.parties, dtype=np.int64))
    for table in space.tables:
        if table.issues[0] in group and len(table.values):
            most = most + np.maximum(table.values.max(axis=0), 0)
    return most


def _alone(space: Space, group: tuple[int, ...], party: int, sign: int) -> Strand:
    column = slice(party, party + 1)
    one = Space(
        sizes=space.sizes,
        terms=tuple(sign * term[:, column] for term in space.terms),
        base=space.base[column],
        unit=space.unit[column],
        tables=tuple(Table(t.issues, t.rows, sign * t.values[:, column]) for t in space.tables),
        bars=space.bars,
    )
    none = np.zeros(1, dtype=np.int64)
    return unravel(one, group, none, np.array([_LOWEST]), Budget(None, none))
