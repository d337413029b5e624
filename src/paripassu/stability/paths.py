"""Shortest legal sequences of moves: breadth first over the state and who moved last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from paripassu.stability.graph import Bools, Graph, Place

__all__ = ["Hop", "Path", "reach", "shortest"]


@dataclass(frozen=True, slots=True)
class Hop:
    """One move: who, from which position, to which."""

    mover: int
    start: int
    end: int


Path = tuple[Hop, ...]


def shortest(
    graph: Graph, start: int, goals: Bools, movers: Sequence[int], *, improving: bool, most: int = 1
) -> list[Path]:
    """Shortest sequences from a position to any goal, no one moving twice in a row.

    Parameters
    ----------
    graph : Graph
    start : int
        A position.
    goals : (size,) bool
    movers : sequence of int
        Who may move.
    improving : bool
        Whether everyone must gain by its own move.
    most : int
        The most sequences of that shortest length to list.

    Returns
    -------
    list of Path
        None at all when no goal can be reached; one empty path when the start is a goal.
    """
    if goals[start]:
        return [()]
    levels: list[dict[int, Bools]] = []
    for fresh in _levels(graph, start, movers, improving=improving):
        levels.append(fresh)
        if any((reached & goals).any() for reached in fresh.values()):
            break
    else:
        return []
    ends = ((mover, int(end)) for mover, reached in levels[-1].items() for end in np.flatnonzero(reached & goals))
    every = (path for mover, end in ends for path in _back(graph, levels, start, mover, end, improving))
    return list(islice(every, most))


def reach(graph: Graph, start: int, movers: Sequence[int], *, improving: bool) -> Bools:
    """Positions that legal sequences of these movers lead to, the start included."""
    seen = np.zeros(graph.size, dtype=bool)
    seen[start] = True
    for fresh in _levels(graph, start, movers, improving=improving):
        for reached in fresh.values():
            seen |= reached
    return seen


def _levels(graph: Graph, start: int, movers: Sequence[int], *, improving: bool) -> Iterator[dict[int, Bools]]:
    """Positions first reached in 1, 2, ... moves, by who moved last."""
    origin = np.zeros(graph.size, dtype=bool)
    origin[start] = True
    # Where moves are transitive a position met earlier, by whomever, is never worth meeting again.
    shared = origin.copy()
    seen = {mover: shared if graph.transitive else np.zeros(graph.size, dtype=bool) for mover in movers}
    fresh: dict[int, Bools] = {}
    while True:
        found: dict[int, Bools] = {}
        for mover in movers:
            sources = origin if not fresh else _union([fresh[last] for last in fresh if last != mover], graph.size)
            if sources.any():
                found[mover] = graph.onward(mover, sources, improving=improving) & ~seen[mover]
        found = {mover: reached for mover, reached in found.items() if reached.any()}
        if not found:
            return
        for mover, reached in found.items():
            seen[mover] |= reached
        yield found
        fresh = found


def _union(parts: Sequence[Bools], size: int) -> Bools:
    return np.logical_or.reduce(parts) if parts else np.zeros(size, dtype=bool)


def _back(
    graph: Graph, levels: Sequence[dict[int, Bools]], start: int, mover: int, end: int, improving: bool
) -> Iterator[Path]:
    """Every path of this many moves that ends here with this mover."""
    before = levels[: len(levels) - 1]
    if not before:
        yield (Hop(mover, Place(start), Place(end)),)
        return
    for last, reached in before[-1].items():
        if last == mover:
            continue
        sources = np.flatnonzero(reached)
        good = graph.leads(mover, sources, end)
        if improving:
            good = good & (graph.ranks[mover][sources] < graph.ranks[mover][end])
        for source in sources[good].tolist():
            for path in _back(graph, before, start, last, source, improving):
                yield (*path, Hop(mover, Place(source), Place(end)))
