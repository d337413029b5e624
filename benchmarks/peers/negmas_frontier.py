"""What NegMAS needs for the same answer: run by `benchmarks/settle.py --peer PYTHON` with a Python that has it.

Usage: PYTHON negmas_frontier.py ROOT SECONDS SCENARIO... prints one line of JSON a scenario: name, seconds of processor
time from reading the folder to the four points, points on the frontier (null when it was cut off).
"""

import json
import logging
import signal
import sys
import time
import warnings
from pathlib import Path

from negmas.inout import Scenario
from negmas.preferences.ops import kalai_points, ks_points, max_welfare_points, nash_points, pareto_frontier


def points(folder: Path) -> int:
    """Frontier and the four points, asked for as its documentation does; how many points the frontier has."""
    scenario = Scenario.load(folder)
    issues = scenario.outcome_space.issues
    frontier, _ = pareto_frontier(scenario.ufuns, issues=issues)
    ranges = [one.minmax() for one in scenario.ufuns]
    for rule in (nash_points, kalai_points, ks_points, max_welfare_points):
        rule(scenario.ufuns, frontier, ranges=ranges, issues=issues)
    return len(frontier)


def stop(*_: object) -> None:
    """What the alarm calls."""
    raise TimeoutError


def main() -> None:
    """One line a scenario, each cut off after so many seconds."""
    root, limit, *names = sys.argv[1:]
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGPROF, stop)
    points(Path(root) / names[0])  # what is loaded or compiled once is not counted
    for name in names:
        start = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, float(limit))
        try:
            found = points(Path(root) / name)
        except TimeoutError:
            found = None
        signal.setitimer(signal.ITIMER_PROF, 0)
        print(json.dumps({"name": name, "seconds": time.process_time() - start, "points": found}), flush=True)


if __name__ == "__main__":
    main()
