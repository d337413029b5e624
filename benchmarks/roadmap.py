"""How fast roadmaps are solved: `python benchmarks/roadmap.py [10+10 12+12 chains 30+30 ...]`.

Each line: what was asked, the status with its gaps, the seconds, and the largest memory of the process so far.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from fractions import Fraction

from paripassu.roadmap import jit
from paripassu.roadmap.deal import Deal
from paripassu.roadmap.plan import solve


def exchange(each: int, *, seed: int = 0, chains: int = 0, detect: bool = False, top: int = 20, end: int = 20) -> Deal:
    """A random exchange between two parties with so many steps each, both gaining.

    Without `chains` no step needs another; with it each party's steps form so many chains. The end value is as
    large as the largest step unless it is given.
    """
    rng = random.Random(seed)
    cost = [rng.randint(1, top) for _ in range(2 * each)]
    gain = [c + rng.randint(0, top) for c in cost]
    needs: list[list[int]] = [[] for _ in cost]
    for j in range(2 * each):
        if chains and j % each >= chains:
            needs[j] = [j - chains]
    return Deal.of(
        doer=[j // each for j in range(2 * each)],
        cost=cost,
        value=[[0] * each + gain[each:], gain[:each] + [0] * each],
        detect=[rng.choice([1, 1, Fraction(9, 10), Fraction(7, 10)]) if detect else 1 for _ in cost],
        duration=[rng.choice([30, 60, 90, 180]) for _ in cost],
        needs=needs,
        end=[end, end],
        gate=30,
    )


ASKED = {
    "8+8": lambda seed: exchange(8, seed=seed),
    "10+10": lambda seed: exchange(10, seed=seed),
    "10+10 in doubt": lambda seed: exchange(10, seed=seed, detect=True, end=40),
    "12+12": lambda seed: exchange(12, seed=seed),
    "chains of 8, 4 a side": lambda seed: exchange(32, seed=seed, chains=4),
    "chains of 15, 2 a side": lambda seed: exchange(30, seed=seed, chains=2),
    "15+15": lambda seed: exchange(15, seed=seed),
    "18+18": lambda seed: exchange(18, seed=seed),
    "30+30": lambda seed: exchange(30, seed=seed),
}


def main(asked: list[str]) -> None:
    """Time the named ones, or all."""
    print("numba" if jit.available() else "numpy only")
    for name in asked or ASKED:
        for seed in range(3):
            deal = ASKED[name](seed)
            begin = time.perf_counter()
            found = solve(deal, front=False)
            spent = time.perf_counter() - begin
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            gaps = f"gaps {float(found.exposure_gap):g}, {found.time_gap} days"
            print(
                f"{name:24} seed {seed}  {found.status} by {found.method}, {gaps}  {spent:6.2f} s  {memory} MB",
                flush=True,
            )


if __name__ == "__main__":
    main(sys.argv[1:])
