"""Twenty-five ANAC scenarios (2010-2022) against an independent enumeration.

Expected values: ``anac/truth.json`` of the shared data, found by PARIPASSU_DATA. Two places of it are read with care.
Its lists of ties stop at 50, and hold one entry for every variant of the float noise of one and the same point. And in
AgentHp2 it has 588 points where exact arithmetic has 589: there (1, 0, 0.4) gives the producer exactly its no deal, 0,
which sums in doubles that begin with the bias miss by 1e-16.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

import paripassu as pp
from paripassu.settle import egalitarian, frontier, kalai_smorodinsky, nash, utilitarian

DATA = os.environ.get("PARIPASSU_DATA")
TRUTH: dict[str, Any] = json.loads((Path(DATA) / "anac" / "truth.json").read_text()) if DATA else {}
pytestmark = pytest.mark.skipif(not DATA, reason="PARIPASSU_DATA is not set")
MOST_LISTED = 50


@pytest.mark.parametrize("name", TRUTH or ["none"])
def test_scenario_equals_truth(name: str) -> None:
    expected = TRUTH[name]
    case = pp.load(str(Path(str(DATA)) / "anac" / name))
    line = frontier(case)
    points = {tuple(point.utilities.values()) for point in line.points}
    assert line.packages_total == expected["packages"]
    assert [line.no_deal[party] for party in line.parties] == expected["no_deal"]
    assert len(points) == len(line.points)
    if name == "anac2016/AgentHp2":
        points.remove((1.0, 0.0, 0.4))
    assert len(points) == expected["frontier_points"]
    if expected["frontier"] is not None:
        assert points == {rounded(point) for point in expected["frontier"]}
    rules = {
        "nash": nash,
        "egalitarian": egalitarian,
        "kalai_smorodinsky": kalai_smorodinsky,
        "max_welfare": utilitarian,
    }
    for key, rule in rules.items():
        found = {tuple(point.utilities.values()) for point in rule(case, among=line).points}
        listed = {rounded(point) for point in expected[key] or []}
        assert found == listed or (len(listed) == MOST_LISTED and listed < found), key
    assert [law for law in line.laws if law.witness] == []


def rounded(point: list[float]) -> tuple[float, ...]:
    return tuple(round(value, 9) + 0.0 for value in point)
