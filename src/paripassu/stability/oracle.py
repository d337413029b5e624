"""The definitions, word for word, by explicit sets: slow, and the judge of everything fast.

A conflict here is plain Python: per mover a mapping from a state to the set of states it can move to, and per mover
a mapping from a state to its rank (more is better). Nothing is shared with the fast method.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence

__all__ = ["judge", "option_moves", "reachable"]

State = Hashable
Moves = Sequence[Mapping[State, set[State]]]
Liking = Sequence[Mapping[State, int]]


def option_moves(states: Iterable[int], options: Sequence[Sequence[tuple[int, str]]]) -> list[dict[State, set[State]]]:
    """Each mover's moves among feasible decimal states: any change of its own options that their directions allow.

    Examples
    --------
    >>> option_moves([0, 1, 2, 3], [[(0, "both")], [(1, "fwd")]])
    [{0: {1}, 1: {0}, 2: {3}, 3: {2}}, {0: {2}, 1: {3}, 2: set(), 3: set()}]
    """
    every = list(states)
    moves: list[dict[State, set[State]]] = []
    for own in options:
        ways = dict(own)
        moves.append({a: {b for b in every if a != b and _permitted(a, b, ways)} for a in every})
    return moves


def _permitted(a: int, b: int, ways: Mapping[int, str]) -> bool:
    for bit in range(max(a, b).bit_length()):
        before, after = a >> bit & 1, b >> bit & 1
        if before != after and not (
            bit in ways and (ways[bit] == "both" or (ways[bit] == "fwd" and after) or (ways[bit] == "back" and before))
        ):
            return False
    return True


def reachable(start: State, movers: Iterable[int], moves: Moves) -> set[State]:
    """States at the end of one or more moves of these movers, no one moving twice in a row."""
    team = list(movers)
    queue: deque[tuple[State, int | None]] = deque([(start, None)])
    seen: set[tuple[State, int]] = set()
    while queue:
        state, last = queue.popleft()
        for mover in team:
            if mover != last:
                for after in moves[mover][state]:
                    if (after, mover) not in seen:
                        seen.add((after, mover))
                        queue.append((after, mover))
    return {state for state, _ in seen}


def judge(moves: Moves, liking: Liking) -> dict[str, list[set[State]]]:
    """By concept, each mover's stable states.

    Examples
    --------
    >>> prisoners = option_moves(range(4), [[(0, "both")], [(1, "both")]])
    >>> judge(prisoners, [{2: 3, 3: 2, 0: 1, 1: 0}, {1: 3, 3: 2, 0: 1, 2: 0}])["nash"]
    [{0, 2}, {0, 1}]
    """
    better = [
        {state: {after for after in ends if rank[after] > rank[state]} for state, ends in mine.items()}
        for mine, rank in zip(moves, liking, strict=True)
    ]
    out: dict[str, list[set[State]]] = {concept: [] for concept in ("nash", "gmr", "smr", "seq", "sseq")}
    for i, rank in enumerate(liking):
        others = [j for j in range(len(moves)) if j != i]
        by_moves = {s: reachable(s, others, moves) for s in moves[i]}
        by_gains = {s: reachable(s, others, better) for s in moves[i]}

        def sanctioned(s: State, s2: State, i: int = i, rank: Mapping[State, int] = rank) -> bool:
            return rank[s2] <= rank[s]

        def for_good(s: State, s2: State, i: int = i, rank: Mapping[State, int] = rank) -> bool:
            return rank[s2] <= rank[s] and all(rank[s3] <= rank[s] for s3 in moves[i][s2])

        out["nash"].append({s for s in moves[i] if not better[i][s]})
        for concept, answers, hurts in (
            ("gmr", by_moves, sanctioned),
            ("smr", by_moves, for_good),
            ("seq", by_gains, sanctioned),
            ("sseq", by_gains, for_good),
        ):
            out[concept].append(
                {s for s in moves[i] if all(any(hurts(s, s2) for s2 in answers[s1]) for s1 in better[i][s])}
            )
    return out
