"""How much time is still needed at the least, from any state: the bound that lets a search stop early."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from math import gcd, prod

import numpy as np

from paripassu.roadmap.bits import Ints, Sums, count, signed
from paripassu.roadmap.deal import Deal

__all__ = ["Still"]

MOST_KINDS = 1 << 19
"""Entries up to which the bound is read from a table."""


class Still:
    """A lower bound on the days from a state to the end.

    With r steps of a party left that last at least d days, and at most m of them a phase, at least r / m phases last
    that long. So the k-th longest phase is no shorter than the k-th longest that any party needs, and adding up
    over all lengths d gives the sum of the bounds without sorting. Prerequisites and incentives are not looked at.

    Attributes
    ----------
    levels : list of (int, list of int)
        For each length that occurs, by how many days it is longer than the one before (the first counts the gate),
        and for each party the bitmask of its steps that last as long.
    unit : int
        Every order takes a multiple of so many days.
    """

    def __init__(self, deal: Deal, steps: Iterable[int]) -> None:
        self.deal, self.most = deal, deal.most_per_phase
        asked = tuple(steps)
        month = 28 if deal.clocked(asked) else 30  # a month of the calendar has at least 28 days
        self.gate, *days = (month * x.months + x.days for x in (deal.gate, *(deal.duration[j] for j in asked)))
        self.length = dict(zip(asked, days, strict=True))
        self.unit = 1 if deal.clocked(asked) else max(1, gcd(self.gate, *days))
        self.levels: list[tuple[int, list[int]]] = []
        below = -self.gate
        for d in sorted({0, *self.length.values()}):
            masks = [
                signed(sum(1 << j for j in self.length if deal.doer[j] == i and self.length[j] >= d))
                for i in range(deal.parties)
            ]
            self.levels.append((d - below, masks))
            below = d

    def days(self, masks: Ints) -> Ints:
        """The bound for many states at once, given the bitmasks of what is finished."""
        if self._table is not None:
            kinds, table = self._table
            known: Ints = table[kinds.of(masks)[0]]
            return known
        found = np.zeros(len(masks), dtype=np.int64)
        for height, parties in self.levels:
            if height:
                left = np.zeros(len(masks), dtype=np.int64)
                for party in parties:
                    left = np.maximum(left, -(-count(party & ~masks) // self.most))
                found += height * left
        return found

    @cached_property
    def _table(self) -> tuple[Sums, Ints] | None:
        """How many steps of each party and length are finished, as one number, and the bound for each such number."""
        kinds = sorted({(self.deal.doer[j], length) for j, length in self.length.items()})
        many = [sum((self.deal.doer[j], length) == kind for j, length in self.length.items()) for kind in kinds]
        stride = [prod(k + 1 for k in many[:at]) for at in range(len(kinds) + 1)]
        if stride[-1] > MOST_KINDS:
            return None
        weight = dict(zip(kinds, stride, strict=False))
        row = [weight[self.deal.doer[j], self.length[j]] if j in self.length else 0 for j in range(self.deal.steps)]
        states, below = np.arange(stride[-1], dtype=np.int64), 0
        found = np.zeros(stride[-1], dtype=np.int64)
        for height, _ in self.levels:
            below += height
            left = np.zeros(stride[-1], dtype=np.int64)
            for i in range(self.deal.parties):
                mine = np.zeros(stride[-1], dtype=np.int64)
                for (party, length), most, step in zip(kinds, many, stride, strict=False):
                    if party == i and length + self.gate >= below:
                        mine += most - states // step % (most + 1)
                left = np.maximum(left, -(-mine // self.most))
            found += height * left
        return Sums([row]), found

    def days_from(self, mask: int) -> int:
        """The bound for one state."""
        return int(self.days(np.array([mask], dtype=np.int64))[0])
