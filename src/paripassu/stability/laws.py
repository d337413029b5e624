"""What must hold of any answer: which concept can only be met where another is."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from paripassu.engine.result import Checked
from paripassu.stability.conflict import Conflict
from paripassu.stability.graph import Bools

__all__ = ["INCLUSIONS", "inclusions"]

INCLUSIONS = (("nash", "sseq"), ("sseq", "seq"), ("sseq", "smr"), ("seq", "gmr"), ("smr", "gmr"))
"""Whoever stays by the first concept stays by the second."""


def inclusions(conflict: Conflict, held: Mapping[str, Bools]) -> tuple[Checked, ...]:
    """Check that whoever stays by a stronger concept stays by the weaker one, with the first exception if any."""
    laws = []
    for strong, weak in INCLUSIONS:
        broken = np.argwhere(held[strong] & ~held[weak])
        witness = None
        if len(broken):
            mover, place = broken[0].tolist()
            state = conflict.id(int(conflict.positions[place]))
            witness = f"{conflict.movers[mover]} stays in {state} by {strong.upper()} and not by {weak.upper()}"
        laws.append(Checked(f"Who stays by {strong.upper()} stays by {weak.upper()}", witness))
    return tuple(laws)
