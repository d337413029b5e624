"""What the stability concepts ask of a conflict, however its moves are stored."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

__all__ = ["NEVER", "NOTHING", "Bools", "Graph", "Ids", "Place", "Ranks"]

Ranks = NDArray[np.int32]
Bools = NDArray[np.bool_]
Ids = NDArray[np.int64]

NEVER = np.iinfo(np.int32).max
"""The least of nothing: above every rank."""
NOTHING = -1
"""The greatest of nothing: below every rank."""


class Place(int):
    """Where a state stands in the graph, as `Conflict.position` gives it; a plain number means a state's decimal."""


class Graph(Protocol):
    """States by position 0..size-1 and what each mover can do; movers are numbers, ranks grow with liking.

    Attributes
    ----------
    size, movers : int
        How many positions and movers.
    live : (size,) bool
        Positions that hold a feasible state.
    ranks : (movers, size) int32
        How much each mover likes each state, from 0; -1 where no state is.
    transitive : bool
        Whether two moves in a row of one mover are always one move (true of options, not of listed moves).
    """

    size: int
    movers: int
    live: Bools
    ranks: Ranks
    transitive: bool

    def least_moves(self, mover: int, values: Ranks) -> Ranks:
        """Per position, the least value among the states the mover can move to (staying may count)."""
        ...

    def most_moves(self, mover: int, values: Ranks) -> Ranks:
        """Per position, the greatest value among the states the mover can move to (staying may count)."""
        ...

    def least_improvements(self, mover: int, values: Ranks) -> Ranks:
        """Per position, the least value among the mover's improvements; NEVER where there is none."""
        ...

    def most_improvements(self, mover: int, values: Ranks) -> Ranks:
        """Per position, the greatest value among the mover's improvements; NOTHING where there is none."""
        ...

    def onward(self, mover: int, sources: Bools, *, improving: bool) -> Bools:
        """Positions one move (or improvement) of the mover away from any of the sources.

        Where moves are transitive a source itself may be marked too.
        """
        ...

    def targets(self, mover: int, position: int) -> NDArray[np.intp]:
        """Positions the mover can move to from this one, rising; never itself."""
        ...

    def leads(self, mover: int, sources: NDArray[np.intp], target: int) -> Bools:
        """Which of the sources the mover can leave for the target."""
        ...

    def with_ranks(self, ranks: Ranks) -> Graph:
        """The same moves, with every state liked otherwise."""
        ...
