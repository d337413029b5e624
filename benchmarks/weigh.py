"""Fit the weights by which the reader judges sentences that its rules made no contact of.

    python benchmarks/weigh.py FOLDER...      # prints the lines of src/paripassu/read/data/weights.txt

Each folder holds reports and their annotations, in the shape of tests/read/reports (the default, of use for a trial
only): the rules must not have been written from them, as where rules find everything, what they miss cannot be learnt.
A logistic regression with a ridge, by Newton's method; a sentence counts as telling when an annotated contact that no
rule found is told in it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

import paripassu.read.events
from paripassu.read import read
from paripassu.read.contact import Contact
from paripassu.read.weighed import Weighed
from read import FURTHER, OWN, gold_of

RIDGE = 20.0
LEAST = 0.25  # the chance asked for: lower finds more and proposes more that is none
Row = tuple[int, int, list[str]]
"""From where to where a sentence goes, and its marks."""
seen: list[Row] = []


class Noted(Weighed):
    """Notes the marks of each sentence and proposes nothing."""

    def guesses(self) -> Iterator[Contact]:
        """Nothing; what there is to weigh goes to ``seen``."""
        seen[:] = [
            (one.start, one.end, self.marks(number))
            for number, one in enumerate(self.sentences)
            if one.role in ("body", "heading", "caption")
        ]
        return iter(())


def rows(folder: Path) -> Iterator[tuple[list[str], bool]]:
    """The marks of each sentence, and whether it tells of a contact that no rule found."""
    for path in sorted(folder.glob("*.json")):
        file = path.with_suffix(".txt")
        if not file.exists():
            continue
        gold = gold_of(path)
        found = read(file, published_on=dt.date.fromisoformat(gold["published"])).to_dict()
        spans = [(e["start"], e["end"]) for one in found["events"] for e in one["evidence"]]
        missed = []
        for one in gold["events"]:
            tellings = [tuple(one["span"]), *map(tuple, one.get("also", []))]
            if not any(a < end and start < b for start, end in tellings for a, b in spans):
                missed += [start for start, _ in tellings]
        yield from ((marks, any(start <= at < end for at in missed)) for start, end, marks in seen)


def fit(found: list[tuple[list[str], bool]]) -> tuple[dict[str, float], float]:
    """The weight of each mark and the constant: logistic regression with a ridge on the weights."""
    names = sorted({mark for marks, _ in found for mark in marks})
    place = {name: at for at, name in enumerate(names)}
    x = np.zeros((len(found), len(names) + 1))
    x[:, -1] = 1.0
    for at, (marks, _) in enumerate(found):
        x[at, [place[mark] for mark in marks]] = 1.0
    y = np.array([told for _, told in found], dtype=float)
    ridge = np.diag([RIDGE] * len(names) + [0.0])
    w: npt.NDArray[np.float64] = np.zeros(len(names) + 1)
    for _ in range(50):
        p = 1.0 / (1.0 + np.exp(-(x @ w)))
        step = np.linalg.solve((x.T * (p * (1.0 - p))) @ x + ridge, x.T @ (y - p) - ridge @ w)
        w = w + step
        if float(np.abs(step).max()) < 1e-10:
            break
    return dict(zip(names, map(float, w[:-1]), strict=True)), float(w[-1])


def main() -> None:
    """Print the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[OWN, FURTHER])
    paripassu.read.events.Weighed = Noted  # type: ignore[attr-defined]
    found = [row for folder in parser.parse_args().folders for row in rows(folder)]
    weights, constant = fit(found)
    print(f"least | {math.log(LEAST / (1.0 - LEAST)) - constant:.2f}")
    for name, weight in sorted(weights.items(), key=lambda one: -one[1]):
        print(f"{name} | {weight:.2f}")


if __name__ == "__main__":
    main()
