"""Who would stay where: every state and decision maker, five concepts, with the states nobody would leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from paripassu.case.case import Case
from paripassu.case.options import MOST_STATES, Option
from paripassu.engine.answer import Answer
from paripassu.engine.result import Checked, How, how
from paripassu.stability.conflict import Conflict, conflict
from paripassu.stability.graph import Bools, Place
from paripassu.stability.kernels import CONCEPTS, stable
from paripassu.stability.laws import inclusions
from paripassu.stability.route import Route, route_between

__all__ = ["LISTED", "Stability", "analyse"]

LISTED = 10_000
"""Above this many states they are listed only when asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stability(Answer):
    """From which states nobody would move.

    Attributes
    ----------
    status : str
        `found`; `nothing stable` when no state is an equilibrium by any concept; `limit` when there are too many
        states to list.
    decision_makers : tuple of str
        Party ids, in the order of the file.
    options : tuple of Option
        In the order of decimal states.
    states_total : int or None
        None when there are more than can be listed.
    held : mapping of concept to (decision makers, states) bool
        Who would stay where; states by rising decimal.
    equilibria : mapping of concept to (states,) bool
        Where all would stay.
    route : Route or None
        From today to the wished state, when the case names both.
    conflict : Conflict or None
        The states and moves themselves, for explanations and pictures.
    laws, how
        What was checked, and how the answer was found.
    """

    status: Literal["found", "nothing stable", "limit"]
    decision_makers: tuple[str, ...]
    options: tuple[Option, ...]
    states_total: int | None
    held: Mapping[str, Bools]
    equilibria: Mapping[str, Bools]
    route: Route | None
    conflict: Conflict | None
    laws: tuple[Checked, ...]
    how: How

    def ids(self, states: Bools) -> list[int | str]:
        """The ids of some states, given as a mask over all of them."""
        if self.conflict is None:
            return []
        if self.conflict.case.graph is None:
            return list(self.conflict.ids[states].tolist())
        return [self.conflict.id(int(place)) for place in np.flatnonzero(states)]

    def concepts(self, state: int | str) -> tuple[str, ...]:
        """The concepts by which a state (named as `Conflict.position` takes it) is an equilibrium."""
        if self.conflict is None:
            return ()
        place = int(np.searchsorted(self.conflict.positions, self.conflict.position(state)))
        return tuple(concept for concept in CONCEPTS if self.equilibria[concept][place])

    def holding(self) -> list[Place]:
        """Positions of the states that are an equilibrium by some concept, by the most concepts first."""
        if self.conflict is None:
            return []
        count = np.sum([self.equilibria[concept] for concept in CONCEPTS], axis=0)
        places = np.flatnonzero(count)
        return list(map(Place, self.conflict.positions[places[np.argsort(-count[places], kind="stable")]].tolist()))

    def summary(self) -> str:
        """The answer in a few sentences."""
        from paripassu.stability.words import summary

        return " ".join(summary(self))

    def rows(self) -> list[dict[str, Any]]:
        """One row for each state that would hold by some concept: its id, what is taken, and which concepts."""
        if self.conflict is None:
            return []
        return [
            {"state": self.conflict.id(position), "taken": ", ".join(self.conflict.taken(position))}
            | {concept: concept in self.concepts(position) for concept in CONCEPTS}
            for position in self.holding()
        ]

    def to_dict(self, *, states: bool = False) -> dict[str, Any]:
        """The JSON form.

        Parameters
        ----------
        states : bool
            List the states, and who would stay in each, also above `LISTED`.
        """
        found = self.conflict
        listed = found is not None and (states or len(found.positions) <= LISTED)
        return {
            "status": self.status,
            "decision_makers": list(self.decision_makers),
            "options": [{"name": option.name, "owner": option.owner} for option in self.options],
            "states_total": self.states_total,
            "states": [{"id": found.id(place), "pattern": found.pattern(place)} for place in found.positions.tolist()]
            if found is not None and listed
            else None,
            "stable": {
                concept: {
                    party: self.ids(row) for party, row in zip(self.decision_makers, self.held[concept], strict=True)
                }
                for concept in CONCEPTS
            }
            if listed
            else None,
            "equilibria": {
                concept: self.ids(self.equilibria[concept]) if found is not None else [] for concept in CONCEPTS
            },
            "laws": [law.to_dict() for law in self.laws],
            "how": self.how.to_dict(),
        }


def analyse(case: Case) -> Stability:
    """From which states would nobody move, given how the others can answer?

    Nash, GMR, SMR, SEQ [1]_ and SSEQ [2]_ for every feasible state and decision maker. The others answer by
    sequences of moves (GMR, SMR) or improvements (SEQ, SSEQ) in which no one moves twice in a row; an outcome that is
    only as good as staying is sanction enough. Programs that let each opponent move once find fewer SEQ states.

    Parameters
    ----------
    case : Case
        Needs `moves` (or `graph`) and a `ranking` for each party in it.

    Returns
    -------
    Stability

    Raises
    ------
    CaseError
        When a section or a ranking is missing.

    References
    ----------
    .. [1] L. Fang, K. W. Hipel & D. M. Kilgour (1993), Interactive Decision Making: The Graph Model for Conflict
       Resolution, Wiley, chapter 3.
    .. [2] H. Xu, K. W. Hipel, D. M. Kilgour & L. Fang (2018), Conflict Resolution Using the Graph Model, Springer,
       chapter 4.

    Examples
    --------
    >>> case = Case.from_dict({
    ...     "parties": ["one", "two"],
    ...     "moves": {"one": ["swerve left"], "two": ["swerve right"]},
    ...     "ranking": {"one": ["2", "3", "1", "0"], "two": ["1", "3", "2", "0"]},
    ... })
    >>> analyse(case).to_dict()["equilibria"]["nash"]
    [1, 2]
    """
    found = conflict(case)
    movers = tuple(case.graph.moves if case.graph else case.moves)
    if found is None:
        nothing: dict[str, Bools] = {concept: np.zeros(0, dtype=bool) for concept in CONCEPTS}
        return Stability(
            status="limit",
            decision_makers=movers,
            options=_in_order(case),
            states_total=None,
            held={concept: np.zeros((len(movers), 0), dtype=bool) for concept in CONCEPTS},
            equilibria=nothing,
            route=None,
            conflict=None,
            laws=(),
            how=how(case.digest, "not answered", most_states=MOST_STATES),
        )
    answers = [stable(found.graph, mover) for mover in range(len(movers))]
    held = {concept: np.stack([answer[concept][found.positions] for answer in answers]) for concept in CONCEPTS}
    equilibria = {concept: np.asarray(held[concept].all(axis=0)) for concept in CONCEPTS}
    ways = not (case.today is None or case.wished is None)
    return Stability(
        status="found" if any(states.any() for states in equilibria.values()) else "nothing stable",
        decision_makers=movers,
        options=found.options.every,
        states_total=len(found.positions),
        held=held,
        equilibria=equilibria,
        route=route_between(found, found.position("today"), found.position("wished")) if ways else None,
        conflict=found,
        laws=inclusions(found, held),
        how=how(case.digest, _method(found), concepts=list(CONCEPTS)),
    )


def _in_order(case: Case) -> tuple[Option, ...]:
    from paripassu.case.options import Options

    return Options.of(case).every


def _method(found: Conflict) -> str:
    if found.case.graph is not None:
        return "graph form: search over the state and the last mover"
    if found.case.merge:
        return "option form, states taken as one: search over the state and the last mover"
    name = type(found.graph).__name__
    return "option form: fixpoint over blocks of options" if name == "Cube" else "option form: moves listed"
