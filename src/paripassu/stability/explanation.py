"""Why one decision maker would or would not stay in a state: the move, the answer to it, the path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from paripassu.engine.answer import Answer
from paripassu.stability.conflict import Conflict
from paripassu.stability.graph import Place
from paripassu.stability.kernels import CONCEPTS, worst_answer
from paripassu.stability.paths import Path, shortest
from paripassu.stability.route import path_to_dict

__all__ = ["MOST_REPLIES", "Explanation", "Reply", "Verdict", "explain"]

MOST_REPLIES = 32
"""The most improvements whose answers are spelled out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One improvement, and the others' shortest answer that takes the gain away; None when there is none."""

    improvement: int
    answer: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a decision maker would stay by one concept, and the replies that decide it, escapes first."""

    concept: str
    stable: bool
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation(Answer):
    """Why one decision maker would or would not stay in a state, by each concept."""

    conflict: Conflict
    state: int
    mover: int
    improvements: int
    verdicts: tuple[Verdict, ...]

    def __repr__(self) -> str:
        stays = ", ".join(verdict.concept for verdict in self.verdicts if verdict.stable) or "no concept"
        return f"Explanation({self.conflict.movers[self.mover]} in {self.conflict.id(self.state)}: stays by {stays})"

    def summary(self) -> str:
        """Why, line by line."""
        from paripassu.stability.words import explanation_words

        return "\n".join(explanation_words(self))

    def rows(self) -> list[dict[str, Any]]:
        """One row a concept and gain: where it leads, whether it is answered, and how."""
        found = self.conflict
        return [
            {
                "concept": verdict.concept,
                "stays": verdict.stable,
                "gain": found.id(reply.improvement),
                "answer": None if reply.answer is None else [found.id(hop.end) for hop in reply.answer],
            }
            for verdict in self.verdicts
            for reply in verdict.replies
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        found = self.conflict
        return {
            "state": {"id": found.id(self.state), "pattern": found.pattern(self.state)},
            "for": found.movers[self.mover],
            "improvements_total": self.improvements,
            "concepts": {
                verdict.concept: {
                    "stable": verdict.stable,
                    "improvements": [
                        {
                            "to": found.id(reply.improvement),
                            "sanctioned": reply.answer is not None,
                            "answer": None if reply.answer is None else path_to_dict(found, reply.answer),
                        }
                        for reply in verdict.replies
                    ],
                }
                for verdict in self.verdicts
            },
        }


def explain(conflict: Conflict, state: int | str, mover: int | str) -> Explanation:
    """Why a decision maker would or would not stay.

    Parameters
    ----------
    conflict : Conflict
    state : str or int
        As `Conflict.position` takes it: its decimal, the options taken, `today` or `wished`.
    mover : str or int
        A party, or its number (see `Conflict.mover`).

    Notes
    -----
    The answer shown is a shortest one; for SMR and SSEQ the state it ends in leaves the mover no way to be better
    off than it was.
    """
    state, mover = conflict.position(state), conflict.mover(mover)
    graph = conflict.graph
    mine = graph.ranks[mover]
    targets = graph.targets(mover, state)
    better = targets[mine[targets] > mine[state]]
    better = better[np.argsort(-mine[better], kind="stable")]
    others = [other for other in range(graph.movers) if other != mover]
    verdicts = []
    for concept in CONCEPTS:
        if concept == "nash":
            open_to = [Reply(improvement=Place(end), answer=None) for end in better[:MOST_REPLIES]]
            verdicts.append(Verdict(concept=concept, stable=not len(better), replies=tuple(open_to)))
            continue
        worst = worst_answer(graph, mover, concept)[better]
        value = mine
        if concept in ("smr", "sseq"):
            value = np.maximum(mine, graph.most_moves(mover, mine))
        goals = (value <= mine[state]) & graph.live
        # What nothing answers decides, so it comes first; among the rest the best for the mover.
        order = better[np.argsort(worst <= mine[state], kind="stable")][:MOST_REPLIES].tolist()
        escapes = set(better[worst > mine[state]].tolist())
        replies = []
        for end in order:
            paths = [] if end in escapes else shortest(graph, end, goals, others, improving=concept in ("seq", "sseq"))
            replies.append(Reply(improvement=Place(end), answer=paths[0] if paths else None))
        verdicts.append(Verdict(concept=concept, stable=not escapes, replies=tuple(replies)))
    return Explanation(conflict=conflict, state=state, mover=mover, improvements=len(better), verdicts=tuple(verdicts))
