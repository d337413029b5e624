"""Agreement: shortest legal sequences and a plain search over (state, last mover)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from paripassu.stability.graph import Graph
from paripassu.stability.paths import Path, reach, shortest
from tests.stability.conflicts import Drawn, graph_form, options_form


def lengths(drawn: Drawn, start: object, *, improving: bool) -> dict[object, int]:
    """Fewest moves to every state, no one twice in a row."""
    queue: deque[tuple[object, int | None, int]] = deque([(start, None, 0)])
    seen, found = set(), {start: 0}
    while queue:
        state, last, length = queue.popleft()
        for mover, rank in enumerate(drawn.liking):
            for after in drawn.moves[mover][state] if mover != last else ():
                if (not improving or rank[after] > rank[state]) and (after, mover) not in seen:
                    seen.add((after, mover))
                    found.setdefault(after, length + 1)
                    queue.append((after, mover, length + 1))
    return found


def legal(graph: Graph, drawn: Drawn, path: Path, names: list[object], *, improving: bool) -> bool:
    hops = [(hop.mover, names[hop.start], names[hop.end]) for hop in path]
    return all(
        end in drawn.moves[mover][start] and (not improving or drawn.liking[mover][end] > drawn.liking[mover][start])
        for mover, start, end in hops
    ) and all(one[0] != two[0] and one[2] == two[1] for one, two in pairwise(hops))


@pytest.mark.parametrize("improving", [False, True])
@pytest.mark.parametrize("draw", [options_form, graph_form])
def test_shortest_paths_are_legal_and_shortest(draw: Callable[[np.random.Generator], Drawn], improving: bool) -> None:
    for seed in range(40):
        rng = np.random.default_rng(seed)
        drawn = draw(rng)
        for graph in drawn.graphs:
            whole = graph.size > len(drawn.ids)
            names = list(range(graph.size)) if whole else drawn.ids.tolist()
            start = int(rng.choice(np.flatnonzero(graph.live)))
            expected = lengths(drawn, names[start], improving=improving)
            movers = range(graph.movers)
            assert {names[i] for i in np.flatnonzero(reach(graph, start, movers, improving=improving))} == set(expected)
            for end in np.flatnonzero(graph.live):
                goals = np.arange(graph.size) == end
                paths = shortest(graph, start, goals, movers, improving=improving, most=5)
                assert bool(paths) == (names[end] in expected)
                assert len(set(paths)) == len(paths)
                for path in paths:
                    assert len(path) == expected[names[end]]
                    assert legal(graph, drawn, path, names, improving=improving)
                    assert (path[-1].end if path else start) == end
