"""How fast stability is answered, as ratios to a brute force written from the definitions.

Run: python benchmarks/stability.py [--quick]. Random rankings without ties from a fixed seed, three decision makers,
all five concepts for every state and decision maker. The brute force is asked up to 1,024 states.
"""

from __future__ import annotations

import resource
import sys
import time

import numpy as np

from paripassu.stability.cube import Cube
from paripassu.stability.kernels import CONCEPTS, stable
from paripassu.stability.oracle import judge, option_moves

Options = list[list[tuple[int, str]]]


def conflict(owned: tuple[int, ...], *, one_way: bool, holes: float, seed: int = 7) -> tuple[Options, np.ndarray]:
    """Options by decision maker, and ranks (-1 where a state is infeasible)."""
    rng = np.random.default_rng(seed)
    options: Options = []
    for count in owned:
        first = sum(map(len, options))
        ways = rng.choice(["both", "fwd", "back"], count, p=[0.4, 0.4, 0.2] if one_way else [1, 0, 0])
        options.append([(first + number, str(ways[number])) for number in range(count)])
    size = 1 << sum(owned)
    ranks = np.stack([rng.permutation(size) for _ in owned]).astype(np.int32)
    ranks[:, rng.random(size) < holes] = -1
    return options, ranks


def fast(options: Options, ranks: np.ndarray) -> list[dict[str, np.ndarray]]:
    """All five concepts, sorting included."""
    graph = Cube(options, ranks)
    return [stable(graph, mover) for mover in range(len(options))]


def brute(options: Options, ranks: np.ndarray) -> dict[str, list[set[int]]]:
    """The same by explicit sets."""
    ids = np.flatnonzero(ranks[0] >= 0).tolist()
    return judge(option_moves(ids, options), [dict(zip(ids, row[ids].tolist(), strict=True)) for row in ranks])


def best(function, *given, times: int) -> tuple[float, object]:
    """The shortest of some runs, in seconds, and the last answer."""
    shortest, answer = float("inf"), None
    for _ in range(times):
        begin = time.perf_counter()
        answer = function(*given)
        shortest = min(shortest, time.perf_counter() - begin)
    return shortest, answer


def main() -> None:
    """Print one row a size."""
    quick = "--quick" in sys.argv
    rows = [((3, 3, 2), False, 0.0), ((4, 3, 3), False, 0.0), ((4, 3, 3), True, 0.3), ((5, 5, 4), False, 0.0)]
    rows += [((6, 5, 5), True, 0.3), ((7, 7, 6), False, 0.0)] if not quick else []
    print("states     one-way and holes   seconds   brute force   ratio   differences")
    for owned, one_way, holes in rows:
        options, ranks = conflict(owned, one_way=one_way, holes=holes)
        size = ranks.shape[1]
        seconds, answer = best(fast, options, ranks, times=3 if size < 1 << 18 else 1)
        slow, ratio, differences = "", "", ""
        if size <= 1024:
            taken, expected = best(brute, options, ranks, times=1)
            slow, ratio = f"{taken:.2f}", f"{taken / seconds:,.0f}"
            differences = str(
                sum(
                    len(set(np.flatnonzero(answer[mover][concept]).tolist()) ^ expected[concept][mover])
                    for mover in range(len(owned))
                    for concept in CONCEPTS
                )
            )
        print(f"{size:>9,}  {one_way!s:<18}  {seconds:>7.3f}   {slow:>11}   {ratio:>5}   {differences:>11}", flush=True)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
