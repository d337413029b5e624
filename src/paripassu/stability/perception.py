"""What holds when a decision maker sees the others otherwise than they are (a hypergame).

Each decision maker judges its own stay in its own view: its own ranking, and the rankings it believes the others to
have. A state in which everyone stays by its own view holds *as seen*; laid over the answer with everyone's true
ranking it may hold in fact too, hold only by mistake, or hold in fact and yet be left by mistake.

References
----------
.. [1] M. Wang, K. W. Hipel & N. M. Fraser (1989), "Solution concepts in hypergames", Applied Mathematics and
   Computation 34(3), 147-171.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from paripassu.case.case import Case
from paripassu.case.ranking import ranks
from paripassu.engine.answer import Answer
from paripassu.errors import CommandError
from paripassu.stability.answer import Stability, analyse
from paripassu.stability.graph import Bools
from paripassu.stability.kernels import CONCEPTS, stable

__all__ = ["AsSeen", "as_seen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AsSeen(Answer):
    """What holds as each sees the others, beside what holds in fact.

    Attributes
    ----------
    real : Stability
        With everyone's own ranking known to all.
    seen : concept to (decision makers, states) bool
        Who would stay where by its own view.
    equilibria : concept to (states,) bool
        Where everyone stays by its own view.
    mistaken : tuple of str
        Those whose view differs from the others' rankings.
    """

    real: Stability
    seen: Mapping[str, Bools]
    equilibria: Mapping[str, Bools]
    mistaken: tuple[str, ...]

    def by_mistake(self, concept: str) -> list[int | str]:
        """States that hold only because somebody is mistaken."""
        return self.real.ids(self.equilibria[concept] & ~self.real.equilibria[concept])

    def left_by_mistake(self, concept: str) -> list[int | str]:
        """States that would hold in fact, and that somebody leaves because it is mistaken."""
        return self.real.ids(self.real.equilibria[concept] & ~self.equilibria[concept])

    def summary(self) -> str:
        """What is changed by mistaken views, a line each."""
        from paripassu.stability.change_words import perception_words

        return "\n".join(perception_words(self))

    def rows(self) -> list[dict[str, Any]]:
        """One row a state that holds in fact or as seen by some concept."""
        return [
            {"state": one, "concept": concept, "as_seen": one in seen, "in_fact": one in fact}
            for concept in CONCEPTS
            for seen, fact in [(self.real.ids(self.equilibria[concept]), self.real.ids(self.real.equilibria[concept]))]
            for one in sorted({*seen, *fact}, key=str)
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        real = self.real
        return {
            "decision_makers": list(real.decision_makers),
            "mistaken": list(self.mistaken),
            "stable_as_seen": {
                concept: {party: real.ids(row) for party, row in zip(real.decision_makers, rows, strict=True)}
                for concept, rows in self.seen.items()
            },
            "as_seen": {concept: real.ids(states) for concept, states in self.equilibria.items()},
            "in_fact": {concept: real.ids(states) for concept, states in real.equilibria.items()},
            "only_by_mistake": {concept: self.by_mistake(concept) for concept in CONCEPTS},
            "left_by_mistake": {concept: self.left_by_mistake(concept) for concept in CONCEPTS},
        }


def as_seen(case: Case) -> AsSeen:
    """What holds when everyone judges by its own view of the others.

    Parameters
    ----------
    case : Case
        With `views`; whoever has none sees the others as they are.

    Raises
    ------
    CommandError
        When there are no views, or more states than can be listed.
    """
    if not case.views:
        raise CommandError("as seen: needs `views`: for each party the rankings it believes the others to have.")
    real = analyse(case)
    found = real.conflict
    if found is None:
        raise CommandError("as seen: there are more states than can be listed; rule some out under `impossible`.")
    # Which feasible state each position of the graph stands for, so that believed rankings find their place.
    states = found.all_states()
    rows: dict[str, list[Bools]] = {concept: [] for concept in CONCEPTS}
    mistaken = []
    for mover, party in enumerate(found.movers):
        view = case.views.get(party)
        believed = found.graph.ranks.copy()
        if view is not None:
            seen_case = case.model_copy(update={"ranking": {**case.ranking, **view.ranking}})
            for other, name in enumerate(found.movers):
                if name in view.ranking and name != party:
                    liking = ranks(seen_case, name, found.options, states)
                    believed[other, found.positions] = liking[np.searchsorted(states, found.ids)]
        if not np.array_equal(believed, found.graph.ranks):
            mistaken.append(party)
        answer = stable(found.with_ranks(believed).graph, mover)
        for concept in CONCEPTS:
            rows[concept].append(answer[concept][found.positions])
    seen = {concept: np.stack(rows[concept]) for concept in CONCEPTS}
    return AsSeen(
        real=real,
        seen=seen,
        equilibria={concept: np.asarray(seen[concept].all(axis=0)) for concept in CONCEPTS},
        mistaken=tuple(mistaken),
    )
