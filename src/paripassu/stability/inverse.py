"""What one decision maker would have to like less for a wished state to hold.

Whether a decision maker stays in a state depends, for every concept, only on which states it likes no better than that
state. A gain s1 is not worth having when s1 itself is liked no better (it is then no gain), or when some answer to it
is: by GMR and SEQ the state the answer ends in, by SMR and SSEQ that state and all the decision maker could go on to.
So each gain gives a list of sets of states, of which one must be liked no better than the wished state: the exact
conditions. All are monotone, so the least change is a smallest union that takes one set from every list; it is found by
branch and bound, not by trying rankings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from paripassu.engine.answer import Answer
from paripassu.stability.conflict import Conflict
from paripassu.stability.graph import Bools, Graph, Place, Ranks
from paripassu.stability.kernels import stable
from paripassu.stability.paths import reach

__all__ = ["Condition", "Inverse", "inverse", "least_union"]

MOST_TRIED = 200_000
"""The most branches tried for a least change."""

States = frozenset[int]


@dataclass(frozen=True, slots=True)
class Condition:
    """For one gain: at least one of these sets of states must be liked no better than the wished state."""

    gain: int
    any_of: tuple[States, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inverse(Answer):
    """How one ranking would have to change for a state to hold by one concept.

    Attributes
    ----------
    status : str
        `found`; `limit` when the search was cut short, and the change given may not be the least.
    conditions : tuple of Condition
        Together necessary and sufficient for the decision maker to stay; empty when it would move for nothing.
    least : frozenset of int
        Fewest positions that must fall to be liked no better than the state; empty when it stays already.
    ranks : (positions,) int32
        The ranking after that change: the fallen are liked as much as the state, all else keeps its order.
    others : tuple of str
        The other decision makers who would not stay after the change: no least change of this one's ranking is enough.
    """

    status: Literal["found", "limit"]
    conflict: Conflict
    state: int
    mover: int
    concept: str
    conditions: tuple[Condition, ...]
    least: States
    ranks: Ranks
    others: tuple[str, ...]

    def summary(self) -> str:
        """The answer in a few sentences."""
        from paripassu.stability.joint_words import inverse_words

        return " ".join(inverse_words(self))

    def rows(self) -> list[dict[str, Any]]:
        """One row a gain and set of states of which one must be liked no better."""
        found = self.conflict
        return [
            {"gain": found.id(one.gain), "no_better": [found.id(place) for place in sorted(states)]}
            for one in self.conditions
            for states in one.any_of
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        found = self.conflict

        def ids(states: States) -> list[int | str]:
            return [found.id(position) for position in sorted(states)]

        return {
            "status": self.status,
            "state": {"id": found.id(self.state), "pattern": found.pattern(self.state)},
            "for": found.movers[self.mover],
            "concept": self.concept,
            "stays_already": not self.least,
            "conditions": [
                {"gain": found.id(one.gain), "any_of": [ids(states) for states in one.any_of]}
                for one in self.conditions
            ],
            "least_change": {"count": len(self.least), "no_better_than_the_state": ids(self.least)},
            "others_who_would_move": list(self.others),
            "equilibrium_after": not self.others,
        }


def inverse(conflict: Conflict, state: int | str, mover: int | str, concept: str) -> Inverse:
    """The least change of one decision maker's ranking after which it stays in a state, and the exact conditions.

    Parameters
    ----------
    conflict : Conflict
    state : str or int
        As `Conflict.position` takes it: its decimal, the options taken, `today` or `wished`.
    mover : str or int
        A party, or its number (see `Conflict.mover`).
    concept : str
        `nash`, `gmr`, `smr`, `seq` or `sseq`.

    Returns
    -------
    Inverse
        ``others`` names those who would still move after the change.
    """
    state, mover = conflict.position(state), conflict.mover(mover)
    graph = conflict.graph
    conditions = _conditions(graph, state, mover, concept)
    least, complete = least_union([condition.any_of for condition in conditions])
    ranks = _lowered(graph, state, mover, least)
    after = graph.ranks.copy()
    after[mover] = ranks
    changed = conflict.with_ranks(after)
    others = tuple(
        party
        for other, party in enumerate(conflict.movers)
        if other != mover and not stable(changed.graph, other)[concept][state]
    )
    return Inverse(
        status="found" if complete else "limit",
        conflict=conflict,
        state=state,
        mover=mover,
        concept=concept,
        conditions=conditions,
        least=least,
        ranks=ranks,
        others=others,
    )


def _conditions(graph: Graph, state: int, mover: int, concept: str) -> tuple[Condition, ...]:
    mine = graph.ranks[mover]
    above: Bools = (mine > mine[state]) & graph.live
    others = [other for other in range(graph.movers) if other != mover]
    out = []
    for gain in graph.targets(mover, state).tolist():
        if not above[gain]:
            continue
        choices: set[States] = {frozenset([gain])}
        if concept != "nash":
            answers = reach(graph, gain, others, improving=concept in ("seq", "sseq"))
            answers[gain] = False
            for end in np.flatnonzero(answers).tolist():
                needed = {end} if above[end] else set()
                if concept in ("smr", "sseq"):
                    onward = graph.targets(mover, end)
                    needed |= set(onward[above[onward]].tolist())
                choices.add(frozenset(needed))
        if frozenset() not in choices:
            sets = tuple(frozenset(map(Place, choice)) for choice in _minimal(choices))
            out.append(Condition(Place(gain), sets))
    return tuple(out)


def _minimal(choices: set[States]) -> tuple[States, ...]:
    """Without the sets that hold another one."""
    kept: list[States] = []
    for choice in sorted(choices, key=lambda one: (len(one), sorted(one))):
        if not any(other <= choice for other in kept):
            kept.append(choice)
    return tuple(kept)


def least_union(lists: Sequence[Sequence[States]], most: int = MOST_TRIED) -> tuple[States, bool]:
    """A smallest set that holds a whole member of every list, and whether the search was complete.

    Examples
    --------
    >>> least_union([[frozenset({1}), frozenset({2})], [frozenset({3}), frozenset({2})]])
    (frozenset({2}), True)
    """
    best: list[States] = [frozenset().union(*(min(choices, key=len) for choices in lists))]
    tried = 0
    seen: set[States] = set()

    def search(chosen: States) -> bool:
        nonlocal tried
        if chosen in seen:
            return True
        seen.add(chosen)
        tried += 1
        if tried > most:
            return False
        open_lists = [choices for choices in lists if not any(choice <= chosen for choice in choices)]
        if not open_lists:
            if len(chosen) < len(best[0]):
                best[0] = chosen
            return True
        if len(chosen) + 1 >= len(best[0]):
            return True
        tight = min(open_lists, key=len)
        # What settles most of what is open comes first, so that good answers are found early.
        helps = sorted(tight, key=lambda choice: (len(choice - chosen), -_settled(open_lists, chosen | choice)))
        return all(search(chosen | choice) for choice in helps if len(chosen | choice) < len(best[0]))

    complete = search(frozenset())
    return best[0], complete


def _settled(lists: Sequence[Sequence[States]], chosen: States) -> int:
    return sum(any(choice <= chosen for choice in choices) for choices in lists)


def _lowered(graph: Graph, state: int, mover: int, fallen: States) -> Ranks:
    ranks: Ranks = graph.ranks[mover].copy()
    ranks[list(fallen)] = ranks[state]
    out: Ranks = ranks.copy()
    out[graph.live] = np.unique(ranks[graph.live], return_inverse=True)[1].reshape(-1)
    return out
