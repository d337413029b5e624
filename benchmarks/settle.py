"""How long the compromise line takes: random additive cases, and the scenarios of PARIPASSU_DATA where it is set.

python benchmarks/settle.py --data            # every scenario of PARIPASSU_DATA too
python benchmarks/settle.py --peer PYTHON     # the same scenarios by NegMAS, which that Python has, and the ratio
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
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
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--data", action="store_true", help="also the scenarios of PARIPASSU_DATA")
    options.add_argument("--peer", metavar="PYTHON", help="a Python with NegMAS: both, and the ratio")
    options.add_argument("--cut", type=int, default=60, help="processor seconds after which the peer is cut off")
    asked = options.parse_args()
    data = os.environ.get("PARIPASSU_DATA")
    if (asked.data or asked.peer) and not data:
        options.error("PARIPASSU_DATA does not say where the scenarios are")
    names = list(json.loads((Path(data) / "anac" / "truth.json").read_text())) if data else []
    pp.settle.frontier(additive(2, 2, 2))
    if asked.peer:
        compare(asked.peer, Path(str(data)) / "anac", names, asked.cut)
        return
    print(f"{'case':<34}{'packages':>10}{'points':>9}{'status':>8}{'wall s':>9}{'cpu s':>8}")
    for shape in SHAPES:
        timed(" x ".join(map(str, shape)) + " (parties, issues, options)", additive(*shape))
    for name in names if asked.data else []:
        timed(name, pp.load(str(Path(str(data)) / "anac" / name)))


def compare(python: str, root: Path, names: list[str], cut: int) -> None:
    """From the folder to frontier and fair points, scenario by scenario, by the peer and by us; processor seconds."""
    peer = Path(__file__).parent / "peers" / "negmas_frontier.py"
    run = subprocess.Popen([python, str(peer), str(root), str(cut), *names], stdout=subprocess.PIPE, text=True)
    print(f"{'scenario':<30}{'peer s':>9}{'points':>9}{'ours s':>9}{'points':>9}{'ratio':>8}")
    theirs = ours = 0.0
    for line in run.stdout or ():
        one = json.loads(line)
        start = time.process_time()
        found = pp.settle.settle(pp.load(str(root / one["name"])))
        spent = time.process_time() - start
        theirs, ours = theirs + one["seconds"], ours + spent
        count = "cut off" if one["points"] is None else f"{one['points']:,}"
        print(f"{one['name']:<30}{one['seconds']:>9.2f}{count:>9}{spent:>9.2f}{len(found.points):>9,}", end="")
        print(f"{one['seconds'] / spent:>8.0f}", flush=True)
    if run.wait():
        sys.exit("the peer did not end well: is NegMAS installed there?")
    print(f"{'all':<30}{theirs:>9.2f}{'':>9}{ours:>9.2f}{'':>9}{theirs / ours:>8.0f}")


def timed(name: str, case: pp.case.Case) -> None:
    """Frontier, all four rules, laws."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = pp.settle.settle(case)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    total = float(found.frontier.packages_total)
    print(f"{name:<34}{total:>10.1e}{len(found.points):>9,}{found.status!s:>8}{wall:>9.2f}{cpu:>8.2f}", flush=True)


if __name__ == "__main__":
    main()
