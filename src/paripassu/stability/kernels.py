"""The five stability concepts on a graph of moves, for every state and mover at once.

For a focal mover i each concept but Nash has one form: s is stable when, for the best of i's improvements s1, the
worst the others can answer with is no better for i than s. "The worst" is W(s1), the least value over what the
others can reach from s1 by legal sequences of moves (GMR, SMR) or of improvements (SEQ, SSEQ), staying included:
staying can never sanction, as s1 is better than s. The value is what i gets there (GMR, SEQ), or the best it can
still move to (SMR, SSEQ).

References
----------
.. [1] L. Fang, K. W. Hipel & D. M. Kilgour (1993), Interactive Decision Making: The Graph Model for Conflict
   Resolution, Wiley, chapter 3.
.. [2] H. Xu, K. W. Hipel, D. M. Kilgour & L. Fang (2018), Conflict Resolution Using the Graph Model, Springer,
   chapter 4 (SSEQ).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from paripassu.stability.graph import NEVER, Bools, Graph, Ranks

__all__ = ["CONCEPTS", "stable", "worst_answer"]

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
"""The concepts, in the order in which they are always shown."""


def stable(graph: Graph, mover: int) -> dict[str, Bools]:
    """Where one mover would stay, by concept.

    Returns
    -------
    dict of concept to (size,) bool
        False wherever no feasible state is.
    """
    mine = graph.ranks[mover]
    out = {"nash": (graph.most_improvements(mover, mine) < 0) & graph.live}
    for concept in CONCEPTS[1:]:
        answer = worst_answer(graph, mover, concept)
        answer[~graph.live] = -1
        out[concept] = (graph.most_improvements(mover, answer) <= mine) & graph.live
    return out


def worst_answer(graph: Graph, mover: int, concept: str) -> Ranks:
    """W(s1): the worst, for the mover, that the others can answer with after it has moved to s1.

    Parameters
    ----------
    graph : Graph
        The moves.
    mover : int
        The focal mover.
    concept : str
        `gmr`, `smr`, `seq` or `sseq`.

    Returns
    -------
    (size,) int32
        A rank of the focal mover; NEVER where no feasible state is.
    """
    mine = graph.ranks[mover]
    value = mine.copy()
    if concept in ("smr", "sseq"):
        np.maximum(value, graph.most_moves(mover, mine), out=value)
    value[~graph.live] = NEVER
    step = graph.least_moves if concept in ("gmr", "smr") else graph.least_improvements
    others = [other for other in range(graph.movers) if other != mover]
    return (_closure if graph.transitive else _alternating)(others, value, step)


def _closure(others: Sequence[int], value: Ranks, step: Callable[[int, Ranks], Ranks]) -> Ranks:
    """Least value over all sequences: where moves are transitive the ban on moving twice in a row is void."""
    least, quiet, turn = value.copy(), 0, 0
    while quiet < len(others):
        lower = np.minimum(least, step(others[turn % len(others)], least))
        # Right after a mover's step its own next one adds nothing, so a change leaves the others to ask.
        quiet = quiet + 1 if np.array_equal(lower, least) else 1
        least, turn = lower, turn + 1
    return least


def _alternating(others: Sequence[int], value: Ranks, step: Callable[[int, Ranks], Ranks]) -> Ranks:
    """Least value over sequences in which no mover moves twice in a row, by the last mover."""
    after = dict.fromkeys(others, value)
    changed = True
    while changed:
        changed = False
        steps = {mover: step(mover, after[mover]) for mover in others}
        for last in others:
            lower = value
            for mover in others:
                if mover != last:
                    lower = np.minimum(lower, steps[mover])
            if not np.array_equal(lower, after[last]):
                after[last], changed = lower, True
    least = value
    for mover in others:
        least = np.minimum(least, step(mover, after[mover]))
    return least
