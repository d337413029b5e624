"""How long the compromise line takes: random additive cases, and the scenarios of PARIPASSU_DATA where it is set.

Run: python benchmarks/settle.py [--data]
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from pathlib import Path

import paripassu as pp

SHAPES = [(2, 100, 10), (3, 20, 5), (4, 12, 5), (5, 10, 5), (6, 8, 5), (30, 6, 5)]


def additive(parties: int, issues: int, options: int) -> pp.case.Case:
    """Values drawn evenly from 0 to 1 to six decimals, every issue of weight 1."""
    draw = random.Random(1)
    names = [f"i{n}" for n in range(issues)]
    known = [f"o{n}" for n in range(options)]
    blocks = {
        f"p{n}": {
            "weights": dict.fromkeys(names, 1),
            "values": {name: {option: round(draw.random(), 6) for option in known} for name in names},
        }
        for n in range(parties)
    }
    return pp.case.Case.from_dict(
        {"parties": list(blocks), "issues": dict.fromkeys(names, known), "preferences": blocks}
    )


def main() -> None:
    """Print one line a case: seconds by the wall, and seconds of processor time."""
    pp.settle.frontier(additive(2, 2, 2))
    print(f"{'case':<34}{'packages':>10}{'points':>9}{'status':>8}{'wall s':>9}{'cpu s':>8}")
    for shape in SHAPES:
        timed(" x ".join(map(str, shape)) + " (parties, issues, options)", additive(*shape))
    data = os.environ.get("PARIPASSU_DATA")
    if "--data" in sys.argv and data:
        root = Path(data) / "anac"
        for name in json.loads((root / "truth.json").read_text()):
            timed(name, pp.load(str(root / name)))


def timed(name: str, case: pp.case.Case) -> None:
    """Frontier, all four rules, laws."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = pp.settle.settle(case)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    total = float(found.frontier.packages_total)
    print(f"{name:<34}{total:>10.1e}{len(found.points):>9,}{found.status!s:>8}{wall:>9.2f}{cpu:>8.2f}", flush=True)


if __name__ == "__main__":
    main()
