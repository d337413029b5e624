"""Small negotiations written out, and ways to make large ones."""

from __future__ import annotations

import random
from typing import Any

from paripassu.case import Case


def pie(**more: Any) -> Case:
    """Two parties, one pie in four cuts; the third cut wastes some of it."""
    return Case.from_dict(
        {
            "parties": ["a", "b"],
            "issues": {"pie": ["all to a", "half", "spoilt", "all to b"]},
            "preferences": {
                "a": {
                    "weights": {"pie": 1},
                    "values": {"pie": {"all to a": 1, "half": 0.5, "spoilt": 0.4, "all to b": 0}},
                },
                "b": {
                    "weights": {"pie": 1},
                    "values": {"pie": {"all to a": 0, "half": 0.5, "spoilt": 0.4, "all to b": 1}},
                },
            },
        }
        | more
    )


def additive(parties: int, issues: int, options: int, seed: int = 1, **more: Any) -> Case:
    """Random values to six decimals, equal weights."""
    draw = random.Random(seed)
    names = [f"i{n}" for n in range(issues)]
    known = [f"o{n}" for n in range(options)]
    return Case.from_dict(
        {
            "parties": [f"p{n}" for n in range(parties)],
            "issues": dict.fromkeys(names, known),
            "preferences": {
                f"p{n}": {
                    "weights": dict.fromkeys(names, 1),
                    "values": {name: {o: round(draw.random(), 6) for o in known} for name in names},
                }
                for n in range(parties)
            },
        }
        | more
    )
