"""How much time is still needed at the least, from any state: the bound that lets a search stop early."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from paripassu.roadmap.bits import Ints, count, signed
from paripassu.roadmap.deal import Deal, Length

__all__ = ["Still"]


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
    """

    def __init__(self, deal: Deal, steps: Iterable[int]) -> None:
        self.most = deal.most_per_phase
        length = {j: _shortest(deal.duration[j]) for j in steps}
        self.levels: list[tuple[int, list[int]]] = []
        below = -_shortest(deal.gate)
        for d in sorted({0, *length.values()}):
            masks = [
                signed(sum(1 << j for j in length if deal.doer[j] == i and length[j] >= d)) for i in range(deal.parties)
            ]
            self.levels.append((d - below, masks))
            below = d

    def days(self, masks: Ints) -> Ints:
        """The bound for many states at once, given the bitmasks of what is finished."""
        found = np.zeros(len(masks), dtype=np.int64)
        for height, parties in self.levels:
            if height:
                left = np.zeros(len(masks), dtype=np.int64)
                for party in parties:
                    left = np.maximum(left, -(-count(party & ~masks) // self.most))
                found += height * left
        return found

    def days_from(self, mask: int) -> int:
        """The bound for one state."""
        return int(self.days(np.array([mask], dtype=np.int64))[0])


def _shortest(length: Length) -> int:
    """The fewest days a length of time can be: a month of the calendar has at least 28."""
    return 28 * length.months + length.days
