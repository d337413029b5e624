"""How fast roadmaps are solved: `python benchmarks/roadmap.py [10+10 12+12 chains 30+30 ...]`.

Each line: what was asked, the status with its gaps, the seconds of processor time, and the largest memory of the
process so far. `--numpy` leaves the compiled kernel out. Instead of solving, `--phases` looks for the fewest phases,
`--slack` for the order that survives the largest error, and `--whole` sweeps the whole lattice (least guarantee,
then least time with no cap).
"""

from __future__ import annotations

import random
import resource
import sys
import time
from dataclasses import replace
from fractions import Fraction

from paripassu.roadmap import jit
from paripassu.roadmap.deal import Deal
from paripassu.roadmap.fewest import fewest_phases
from paripassu.roadmap.firmest import firmest
from paripassu.roadmap.lattice import GUARANTEE, TIME, sweep, value
from paripassu.roadmap.plan import Plan, solve
from paripassu.roadmap.space import Space


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


def later_counts_less(deal: Deal) -> Deal:
    """The same with each phase counted for 9/10 of the one before."""
    return replace(deal, discount=(Fraction(9, 10),) * deal.parties)


ASKED = {
    "8+8": lambda seed: exchange(8, seed=seed),
    "10+10": lambda seed: exchange(10, seed=seed),
    "10+10 narrow": lambda seed: exchange(10, seed=seed, end=3),
    "12+12": lambda seed: exchange(12, seed=seed),
    "12+12 hopeless": lambda seed: exchange(12, seed=seed, end=0),
    "12+12 in doubt": lambda seed: exchange(12, seed=seed, detect=True, end=30),
    "12+12 narrow": lambda seed: exchange(12, seed=seed, end=3),
    "chains of 8, 4 a side": lambda seed: exchange(32, seed=seed, chains=4),
    "chains of 15, 2 a side": lambda seed: exchange(30, seed=seed, chains=2),
    "18+18": lambda seed: exchange(18, seed=seed),
    "15+15 narrow": lambda seed: exchange(15, seed=seed, end=2),
    "30+30": lambda seed: exchange(30, seed=seed),
    "30+30 in doubt": lambda seed: exchange(30, seed=seed, detect=True, end=30),
    "30+30 hopeless": lambda seed: exchange(30, seed=seed, end=0),
    "4+4 discounted": lambda seed: later_counts_less(exchange(4, seed=seed)),
    "6+6 discounted": lambda seed: later_counts_less(exchange(6, seed=seed, chains=3)),
    "10+10 discounted": lambda seed: later_counts_less(exchange(10, seed=seed, chains=4)),
}


def whole(deal: Deal) -> str:
    """Sweep every state twice."""
    space = Space(deal)
    least = value(sweep(space, GUARANTEE)), value(sweep(space, TIME))
    return f"{space.size} states, least guarantee (rank) {least[0]}, least time {least[1]} days"


def solved(deal: Deal) -> str:
    """Solve, without the front."""
    return told(solve(deal, front=False))


def told(found: Plan) -> str:
    """The status, the method and the gaps."""
    return f"{found.status} by {found.method}, gaps {float(found.exposure_gap):g} and {found.time_gap} days"


RUNS = {
    "--whole": whole,
    "--phases": lambda deal: told(fewest_phases(deal)),
    "--slack": lambda deal: told(firmest(deal)),
}


def main(asked: list[str]) -> None:
    """Time the named ones, or all."""
    if "--numpy" in asked:
        jit.available = lambda: False
    run = next((RUNS[one] for one in asked if one in RUNS), solved)
    print("numba" if jit.available() else "numpy only")
    for name in [name for name in asked if name in ASKED] or ASKED:
        for seed in range(2):
            deal = ASKED[name](seed)
            begin = time.process_time()
            answer = run(deal)
            spent = time.process_time() - begin
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"{name:22} seed {seed}  {spent:6.2f} s  {memory} MB  {answer}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
