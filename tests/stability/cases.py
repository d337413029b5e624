"""Random cases, as a file would hold them."""

from __future__ import annotations

from typing import Any

import numpy as np

from paripassu.case import Case
from paripassu.case.options import feasible_states

WAYS: dict[str, dict[str, str]] = {"both": {}, "fwd": {"irreversible": "true"}, "back": {"only": "back"}}


def random_sections(rng: np.random.Generator) -> dict[str, Any]:
    """Two to four parties, up to five options, some one-way, some patterns impossible, rankings with ties."""
    parties = [f"p{number}" for number in range(rng.integers(2, 5))]
    count = int(rng.integers(1, 6))
    moves: dict[str, dict[str, Any]] = {party: {} for party in parties}
    for bit, owner in enumerate(np.sort(rng.integers(0, len(parties), count))):
        moves[parties[owner]][f"o{bit}"] = WAYS[str(rng.choice(list(WAYS)))]
    impossible: list[dict[str, Any]] = []
    if count > 1 and rng.random() < 0.6:
        a, b = rng.choice(count, 2, replace=False)
        impossible.append({"not": {f"o{a}": "Y", f"o{b}": str(rng.choice(["Y", "N"]))}})
    patterns = []
    for entry in impossible:
        mask = sum(1 << int(name[1:]) for name in entry["not"])
        patterns.append((mask, sum(1 << int(name[1:]) for name, yes in entry["not"].items() if yes == "Y")))
    states = feasible_states(count, patterns)
    assert states is not None
    ranking = {}
    for party in parties:
        levels = rng.integers(0, rng.choice([1, 3, 50]), len(states))
        groups = [[str(state) for state in states[levels == level]] for level in range(int(levels.max()) + 1)]
        ranking[party] = [group for group in groups if group]
    return {"parties": parties, "moves": moves, "impossible": impossible, "ranking": ranking}


def random_case(rng: np.random.Generator) -> Case:
    """A case of random sections."""
    return Case.from_dict(random_sections(rng))
