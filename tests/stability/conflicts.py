"""Random conflicts for the agreement tests: ties, holes, one-way options, movers without options, listed moves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from paripassu.stability.cube import Cube
from paripassu.stability.edges import Edges, option_pairs
from paripassu.stability.graph import Graph
from paripassu.stability.oracle import State, option_moves


@dataclass
class Drawn:
    """One conflict, as the oracle takes it and as each store of moves holds it."""

    moves: list[dict[State, set[State]]]
    liking: list[dict[State, int]]
    ids: np.ndarray
    graphs: list[Graph]


def options_form(rng: np.random.Generator) -> Drawn:
    """Two to four movers, some perhaps without options; up to six options, half of them one-way, and holes."""
    movers = int(rng.integers(2, 5))
    count = int(rng.integers(1, 7))
    owner = rng.integers(0, movers, count)
    ways = rng.choice(["both", "fwd", "back"], count, p=[0.6, 0.25, 0.15] if rng.random() < 0.7 else [1, 0, 0])
    options = [[(bit, str(ways[bit])) for bit in range(count) if owner[bit] == i] for i in range(movers)]
    feasible = rng.random(1 << count) < rng.choice([0.3, 0.7, 1.0])
    feasible[rng.integers(0, 1 << count)] = True
    ids = np.flatnonzero(feasible)
    ranks = _ranks(rng, movers, len(ids))
    full = np.full((movers, 1 << count), -1, np.int32)
    full[:, ids] = ranks
    pairs = [option_pairs(ids, own, 10**6) for own in options]
    assert all(pair is not None for pair in pairs)
    return Drawn(
        moves=option_moves(ids.tolist(), options),
        liking=[dict(zip(ids.tolist(), row.tolist(), strict=True)) for row in ranks],
        ids=ids,
        graphs=[Cube(options, full), Edges(pairs, ranks, transitive=True), Edges(pairs, ranks)],
    )


def graph_form(rng: np.random.Generator) -> Drawn:
    """Two to four movers on up to eleven states with listed moves, which need not be transitive."""
    movers, size = int(rng.integers(2, 5)), int(rng.integers(1, 12))
    ranks = _ranks(rng, movers, size)
    moves: list[dict[State, set[State]]] = []
    pairs = []
    for _ in range(movers):
        count = int(rng.integers(0, 2 * size))
        start, end = rng.integers(0, size, (2, count))
        pairs.append((start.astype(np.intp), end.astype(np.intp)))
        listed = list(zip(start.tolist(), end.tolist(), strict=True))
        moves.append({s: {b for a, b in listed if a == s and b != s} for s in range(size)})
    return Drawn(
        moves=moves,
        liking=[dict(enumerate(row.tolist())) for row in ranks],
        ids=np.arange(size),
        graphs=[Edges(pairs, ranks)],
    )


def _ranks(rng: np.random.Generator, movers: int, size: int) -> np.ndarray:
    if rng.random() < 0.4:
        return np.stack([rng.permutation(size) for _ in range(movers)]).astype(np.int32)
    return rng.integers(0, rng.choice([1, 2, 4]), (movers, size)).astype(np.int32)
