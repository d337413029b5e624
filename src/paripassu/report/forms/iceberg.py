"""The iceberg: what a party asks for, how it argues for it, and why it wants it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from paripassu.case.case import Case
from paripassu.report.forms.public import interests_of, stands_of

__all__ = ["iceberg"]


def iceberg(case: Case, party: str, shown: Collection[str]) -> dict[str, Any]:
    """What is above the water line and what is below it, for one party.

    Parameters
    ----------
    case : Case
    party : str
    shown : collection of party
        Whose numbers may be printed; the weights of others are left out.
    """
    block = case.preferences.get(party)
    weighed = block is not None and not block.unread and party in shown
    weights = dict(block.weights) if block is not None and weighed else {}
    order = sorted((name for name, weight in weights.items() if weight), key=lambda name: -weights[name])
    return {
        "party": party,
        "name": case.name(party),
        "role": case.parties[party].role,
        "positions": stands_of(case, party),
        "weights": [(case.issues[name].name or name, float(weights[name])) for name in order],
        "unsure": block is not None and weighed and block.unsure,
        "hidden": block is not None and not weighed,
        "invented": block is not None and block.basis == "illustration",
        "interests": interests_of(case, party),
    }
