"""Can one state be reached from another; by whose moves, and against whose interest?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from paripassu.engine.answer import Answer
from paripassu.stability.conflict import Conflict
from paripassu.stability.paths import Path, reach, shortest

__all__ = ["Route", "Ways", "change", "route_between"]

MOST_PATHS = 10
"""The most shortest paths that are listed."""

Change = Literal["better", "as good", "worse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Whether a state can be reached, and the shortest ways (the first `MOST_PATHS` of them)."""

    reachable: bool
    length: int | None
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Answer):
    """From one state to another.

    Attributes
    ----------
    start, end : int
        Positions in the conflict's graph.
    moves, improvements : Ways
        By any moves; and by moves of which each is a gain for whoever makes it.
    must_move : tuple of str
        Those without whose moves the end cannot be reached.
    against : tuple of str
        Those who on every shortest listed path make a move that leaves them worse off at that moment.
    outcome : mapping of party to change
        How each likes the end compared with the start.
    """

    conflict: Conflict
    start: int
    end: int
    moves: Ways
    improvements: Ways
    must_move: tuple[str, ...]
    against: tuple[str, ...]
    outcome: dict[str, Change]

    def __repr__(self) -> str:
        reached = f"{self.moves.length} moves" if self.moves.reachable else "not reachable"
        return f"Route(from {self.conflict.id(self.start)} to {self.conflict.id(self.end)}: {reached})"

    def summary(self) -> str:
        """The answer in a few sentences."""
        from paripassu.stability.words import route_words

        return " ".join(route_words(self))

    def rows(self) -> list[dict[str, Any]]:
        """One row a move of the shortest ways."""
        return [
            {"way": number + 1, "by_gains": by_gains, **hop}
            for by_gains, ways in ((False, self.moves), (True, self.improvements))
            for number, path in enumerate(ways.paths)
            for hop in path_to_dict(self.conflict, path)
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        found = self.conflict

        def ways(some: Ways) -> dict[str, Any]:
            return {
                "reachable": some.reachable,
                "length": some.length,
                "paths": [path_to_dict(found, path) for path in some.paths],
            }

        return {
            "from": {"id": found.id(self.start), "pattern": found.pattern(self.start)},
            "to": {"id": found.id(self.end), "pattern": found.pattern(self.end)},
            "moves": ways(self.moves),
            "improvements": ways(self.improvements),
            "must_move": list(self.must_move),
            "against": list(self.against),
            "outcome": dict(self.outcome),
        }


def route_between(conflict: Conflict, start: int | str, end: int | str) -> Route:
    """Shortest ways from one position to another, who must move, and against whose interest.

    A state is named as `Conflict.position` takes it: by its decimal, the options taken, `today` or `wished`.
    """
    start, end = conflict.position(start), conflict.position(end)
    movers = range(len(conflict.movers))
    moves = _ways(conflict, start, end, improving=False)
    must = [
        party
        for mover, party in enumerate(conflict.movers)
        if moves.length
        and not reach(conflict.graph, start, [other for other in movers if other != mover], improving=False)[end]
    ]
    losers = [{hop.mover for hop in path if change(conflict, *_ends(hop)) == "worse"} for path in moves.paths]
    against = set.intersection(*losers) if losers else set()
    return Route(
        conflict=conflict,
        start=start,
        end=end,
        moves=moves,
        improvements=_ways(conflict, start, end, improving=True),
        must_move=tuple(must),
        against=tuple(party for mover, party in enumerate(conflict.movers) if mover in against),
        outcome={party: change(conflict, mover, start, end) for mover, party in enumerate(conflict.movers)},
    )


def change(conflict: Conflict, mover: int, start: int, end: int) -> Change:
    """How a mover likes the end compared with the start."""
    before, after = conflict.graph.ranks[mover][[start, end]]
    return "better" if after > before else "worse" if after < before else "as good"


def path_to_dict(conflict: Conflict, path: Path) -> list[dict[str, Any]]:
    """The JSON form of a path."""
    return [
        {
            "mover": conflict.movers[hop.mover],
            "from": conflict.id(hop.start),
            "to": conflict.id(hop.end),
            "for_the_mover": change(conflict, *_ends(hop)),
        }
        for hop in path
    ]


def _ends(hop: Any) -> Sequence[int]:
    return hop.mover, hop.start, hop.end


def _ways(conflict: Conflict, start: int, end: int, *, improving: bool) -> Ways:
    goals = np.zeros(conflict.graph.size, dtype=bool)
    goals[end] = True
    found = shortest(conflict.graph, start, goals, range(len(conflict.movers)), improving=improving, most=MOST_PATHS)
    return Ways(reachable=bool(found), length=len(found[0]) if found else None, paths=tuple(found))
