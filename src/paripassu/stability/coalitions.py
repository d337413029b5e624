"""Stability when several may move together: CNash, CGMR, CSMR and CSEQ for every coalition.

A coalition's improvement is a state its members can reach by a legal sequence of their own moves and that each of them
likes better than where they began; the steps on the way need not be gains, which is what makes a joint jump possible
where no one would take the first step alone. The rest answer: by any legal sequence of their moves (CGMR, CSMR), or by
coalition improvements of groups among them, no group twice in a row (CSEQ). An answer deters when at least one member
likes its end no better than the start; for CSMR no state the coalition can go on to may be better for all its members.

References
----------
.. [1] D. M. Kilgour, K. W. Hipel, L. Fang & X. Peng (2001), "Coalition Analysis in Group Decision Support", Group
   Decision and Negotiation 10, 159-175.
.. [2] T. Inohara & K. W. Hipel (2008), "Coalition analysis in the graph model for conflict resolution", Systems
   Engineering 11(4), 343-359.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from paripassu.engine.answer import Answer
from paripassu.engine.result import Checked, How, how
from paripassu.stability.conflict import Conflict
from paripassu.stability.graph import Bools, Place, Ranks

__all__ = ["COALITION_CONCEPTS", "LARGEST", "Coalitions", "coalitions", "improvements_by", "stable_together"]

COALITION_CONCEPTS = ("cnash", "cgmr", "csmr", "cseq")
"""The concepts, in the order in which they are always shown."""
LARGEST = 2_048
"""The most states for which every pair of states is looked at."""

Matrix = NDArray[np.bool_]
Group = tuple[int, ...]


def stable_together(moves: Sequence[Matrix], ranks: Ranks) -> dict[str, dict[Group, Bools]]:
    """Where each coalition would stay, by concept.

    Parameters
    ----------
    moves : per mover (states, states) bool
        True where the mover can go from the row's state to the column's; never on the diagonal.
    ranks : (movers, states) int32
        How much each mover likes each state.

    Returns
    -------
    dict of concept to dict of coalition to (states,) bool
    """
    movers, states = ranks.shape
    groups = [group for size in range(1, movers + 1) for group in combinations(range(movers), size)]
    reached = {group: together([moves[mover] for mover in group]) for group in groups}
    # better[s, x]: every member likes x better than s.
    better = {group: np.logical_and.reduce([ranks[i][:, None] < ranks[i][None, :] for i in group]) for group in groups}
    gains = {group: reached[group] & better[group] for group in groups}
    nowhere = np.zeros((states, states), dtype=bool)
    out: dict[str, dict[Group, Bools]] = {concept: {} for concept in COALITION_CONCEPTS}
    for group in groups:
        rest = tuple(mover for mover in range(movers) if mover not in group)
        by_moves = reached.get(rest, nowhere)
        by_gains = together([gains[other] for other in groups if not set(other) & set(group)]) if rest else nowhere
        # deters[s, y]: some member likes y no better than s, and for good: nothing the group can go on to is better.
        deters = ~better[group]
        for_good = deters & ~_product(better[group], reached[group].T)
        out["cnash"][group] = ~gains[group].any(axis=1)
        for concept, answers, sanction in (
            ("cgmr", by_moves, deters),
            ("csmr", by_moves, for_good),
            ("cseq", by_gains, deters),
        ):
            answered = _product(sanction, answers.T)
            out[concept][group] = ~(gains[group] & ~answered).any(axis=1)
    return out


def together(steps: Sequence[Matrix]) -> Matrix:
    """States reached from each state by one or more steps, no one stepping twice in a row.

    Parameters
    ----------
    steps : per stepper (states, states) bool

    Examples
    --------
    >>> one = np.array([[0, 1, 0], [0, 0, 1], [0, 0, 0]], dtype=bool)
    >>> together([one]).astype(int).tolist(), together([one, one]).astype(int).tolist()
    ([[0, 1, 0], [0, 0, 1], [0, 0, 0]], [[0, 1, 1], [0, 0, 1], [0, 0, 0]])
    """
    fresh = {last: step.copy() for last, step in enumerate(steps)}
    seen = {last: step.copy() for last, step in enumerate(steps)}
    while any(new.any() for new in fresh.values()):
        found = {}
        for stepper, step in enumerate(steps):
            others = [new for last, new in fresh.items() if last != stepper and new.any()]
            if others:
                found[stepper] = _product(np.logical_or.reduce(others), step) & ~seen[stepper]
                seen[stepper] |= found[stepper]
        fresh = found
    return np.asarray(np.logical_or.reduce(list(seen.values())))


def _product(left: Matrix, right: Matrix) -> Matrix:
    """Where some middle state links the two: the boolean matrix product."""
    counts = left.astype(np.float32) @ right.astype(np.float32)
    return np.asarray(counts > 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalitions(Answer):
    """From which states no coalition would move.

    Attributes
    ----------
    status : str
        `found`; `nothing stable` when some coalition would leave every state by every concept; `limit` when there
        are more than `LARGEST` states.
    conflict : Conflict
    held : concept to coalition (party ids) to (states,) bool
        Who would stay where; states by rising decimal.
    equilibria : concept to (states,) bool
        Where every coalition, the single parties included, would stay.
    """

    status: Literal["found", "nothing stable", "limit"]
    conflict: Conflict
    held: dict[str, dict[tuple[str, ...], Bools]]
    equilibria: dict[str, Bools]
    laws: tuple[Checked, ...]
    how: How

    def summary(self) -> str:
        """The answer in a few sentences."""
        from paripassu.stability.joint_words import coalition_words

        return " ".join(coalition_words(self))

    def rows(self) -> list[dict[str, Any]]:
        """One row for each state that every coalition would stay in by some concept."""
        found = self.conflict
        return [
            {"state": found.id(position), "taken": ", ".join(found.taken(position))}
            | {concept: bool(self.equilibria[concept][place]) for concept in COALITION_CONCEPTS}
            for place, position in enumerate(found.positions.tolist())
            if any(states[place] for states in self.equilibria.values())
        ]

    def jumps(self) -> list[tuple[int, tuple[str, ...], list[int]]]:
        """Where no one would move alone but a coalition would: the position, the coalition, where to."""
        if not self.held:
            return []
        alone = np.logical_and.reduce([states for group, states in self.held["cnash"].items() if len(group) == 1])
        joint = alone & ~self.equilibria["cnash"]
        return [
            (position, group, ends)
            for position in map(Place, self.conflict.positions[joint].tolist())
            for group, ends in improvements_by(self.conflict, position).items()
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; a coalition is its parties' ids joined by `+`."""

        def ids(states: Bools) -> list[int | str]:
            return [self.conflict.id(int(place)) for place in self.conflict.positions[states]]

        return {
            "status": self.status,
            "decision_makers": list(self.conflict.movers),
            "states_total": len(self.conflict.positions),
            "stable": {
                concept: {"+".join(group): ids(states) for group, states in groups.items()}
                for concept, groups in self.held.items()
            },
            "equilibria": {concept: ids(states) for concept, states in self.equilibria.items()},
            "jumps": [
                {
                    "from": self.conflict.id(start),
                    "coalition": list(group),
                    "to": [self.conflict.id(end) for end in ends],
                }
                for start, group, ends in self.jumps()
            ],
            "laws": [law.to_dict() for law in self.laws],
            "how": self.how.to_dict(),
        }


def coalitions(conflict: Conflict) -> Coalitions:
    """From which states would no coalition move?

    Parameters
    ----------
    conflict : Conflict
        Up to `LARGEST` states and eight decision makers, else the status is `limit`.

    Examples
    --------
    >>> from paripassu.case import Case
    >>> from paripassu.stability.conflict import conflict
    >>> case = Case.from_dict({
    ...     "parties": ["one", "two"], "moves": {"one": ["C1"], "two": ["C2"]},
    ...     "ranking": {"one": ["2", "3", "0", "1"], "two": ["1", "3", "0", "2"]},
    ... })
    >>> coalitions(conflict(case)).to_dict()["equilibria"]
    {'cnash': [], 'cgmr': [3], 'csmr': [3], 'cseq': [3]}
    """
    digest = conflict.case.digest
    if len(conflict.positions) > LARGEST or len(conflict.movers) > 8:
        return Coalitions(
            status="limit",
            conflict=conflict,
            held={},
            equilibria={},
            laws=(),
            how=how(digest, "not answered", largest=LARGEST),
        )
    found = stable_together(_matrices(conflict), conflict.graph.ranks[:, conflict.positions])
    held = {
        concept: {tuple(conflict.movers[i] for i in group): states for group, states in groups.items()}
        for concept, groups in found.items()
    }
    equilibria = {concept: np.logical_and.reduce(list(groups.values())) for concept, groups in held.items()}
    return Coalitions(
        status="found" if any(states.any() for states in equilibria.values()) else "nothing stable",
        conflict=conflict,
        held=held,
        equilibria=equilibria,
        laws=_laws(conflict, held),
        how=how(digest, "every pair of states, every coalition", concepts=list(COALITION_CONCEPTS)),
    )


def improvements_by(conflict: Conflict, state: int | str) -> dict[tuple[str, ...], list[int]]:
    """The states each coalition could jump to from a state, to the gain of every member; best for the first first.

    The state is named as `Conflict.position` takes it, by its decimal for one; those reached are given as `Place`.
    Empty when the conflict has more than `LARGEST` states.
    """
    position = conflict.position(state)
    if len(conflict.positions) > LARGEST:
        return {}
    moves = _matrices(conflict)
    ranks = conflict.graph.ranks[:, conflict.positions]
    place = int(np.searchsorted(conflict.positions, position))
    out: dict[tuple[str, ...], list[int]] = {}
    movers = range(len(conflict.movers))
    for size in range(1, len(conflict.movers) + 1):
        for group in combinations(movers, size):
            ends = together([moves[mover] for mover in group])[place]
            for mover in group:
                ends = ends & (ranks[mover] > ranks[mover][place])
            chosen = np.flatnonzero(ends)
            chosen = chosen[np.argsort(-ranks[group[0]][chosen], kind="stable")]
            if len(chosen):
                names = tuple(conflict.movers[mover] for mover in group)
                out[names] = list(map(Place, conflict.positions[chosen].tolist()))
    return out


def _matrices(conflict: Conflict) -> list[Matrix]:
    count = len(conflict.positions)
    where = {int(position): place for place, position in enumerate(conflict.positions)}
    out = []
    for mover in range(len(conflict.movers)):
        moves = np.zeros((count, count), dtype=bool)
        for position, place in where.items():
            moves[place, [where[end] for end in conflict.graph.targets(mover, position).tolist()]] = True
        out.append(moves)
    return out


def _laws(conflict: Conflict, held: dict[str, dict[tuple[str, ...], Bools]]) -> tuple[Checked, ...]:
    laws = []
    for strong, weak in (("cnash", "cseq"), ("cnash", "csmr"), ("cseq", "cgmr"), ("csmr", "cgmr")):
        witness = None
        for group, states in held[strong].items():
            broken = np.flatnonzero(states & ~held[weak][group])
            if len(broken) and witness is None:
                state = conflict.id(int(conflict.positions[broken[0]]))
                witness = f"{' and '.join(group)} stay in {state} by {strong.upper()} and not by {weak.upper()}"
        laws.append(Checked(f"Who stays by {strong.upper()} stays by {weak.upper()}", witness))
    return tuple(laws)
