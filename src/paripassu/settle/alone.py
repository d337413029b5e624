"""What one party alone would pick, and what each option costs it: its own numbers and nobody else's."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from paripassu.case import Case, Rule
from paripassu.settle.line import frontier

__all__ = ["Best", "best_for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """The most a party can have on its own scale, and a feasible package that gives it."""

    worth: float
    package: Mapping[str, str]


def best_for(case: Case, party: str, within: Mapping[str, Collection[str]] | None = None) -> Best | None:
    """The feasible package that is best for one party, whatever the others think of it.

    Parameters
    ----------
    case : Case
        Needs `issues` and this party's preferences; the others' are not looked at.
    within : mapping of issue to options, optional
        Only packages with one of these options on each issue named.

    Returns
    -------
    Best or None
        None when the rules leave no such package. No deal is not looked at: the best may be worth less. Weights given
        as ranges or as an order count by their centre.

    Raises
    ------
    CaseError
        When the party's preferences are missing or unread.

    Examples
    --------
    >>> case = Case.from_dict({"parties": ["a", "b"], "issues": {"pie": ["all", "half", "none"]}, "preferences": {
    ...     "a": {"weights": {"pie": 1}, "values": {"pie": {"all": 1, "half": 0.6, "none": 0}}}}})
    >>> best_for(case, "a", {"pie": ["half", "none"]}).worth
    0.6
    """
    closed = {
        name: [option for option in case.issues[name].options if option not in options]
        for name, options in (within or {}).items()
    }
    if any(len(shut) == len(case.issues[name].options) for name, shut in closed.items()):
        return None
    block = case.preferences.get(party)
    own = case.model_copy(
        update={
            "parties": {party: case.parties[party].model_copy(update={"role": None})},
            "preferences": {} if block is None else {party: block.model_copy(update={"no_deal_range": None})},
            "rules": (*case.rules, *(Rule.model_validate({"not": {k: v}}) for k, v in closed.items() if v)),
        }
    )
    points = frontier(own, listed=1).points
    return Best(worth=points[0].utilities[party], package=points[0].packages[0]) if points else None
