"""Coalitions and the inverse question in plain sentences."""

from __future__ import annotations

from collections.abc import Collection

from paripassu.stability.coalitions import Coalitions
from paripassu.stability.conflict import Conflict
from paripassu.stability.inverse import Inverse
from paripassu.stability.words import CONCEPT_NAMES, both, state_words

__all__ = ["coalition_words", "inverse_words", "jump_words"]

_MOST_SAID = 8


def coalition_words(answer: Coalitions) -> list[str]:
    """Which states every coalition would stay in, and where one would jump though no one would move alone."""
    found = answer.conflict
    if answer.status == "limit":
        return ["There are too many states or decision makers to look at every coalition."]
    lines = []
    strong = found.positions[answer.equilibria["cnash"]].tolist()
    if strong:
        lines.append(f"No coalition would gain by leaving {_some(found, strong)}.")
    else:
        lines.append("From every state some coalition, or someone alone, would gain by moving.")
    weaker = found.positions[answer.equilibria["cseq"] & ~answer.equilibria["cnash"]].tolist()
    if weaker:
        lines.append(f"The others' own gains would keep every coalition in {_some(found, weaker)}.")
    lines += [jump_words(found, start, group, ends) for start, group, ends in answer.jumps()[:_MOST_SAID]]
    return lines


def jump_words(conflict: Conflict, start: int, group: Collection[str], ends: list[int]) -> str:
    """A joint move to the gain of all who make it."""
    who = both([conflict.case.name(party) for party in group])
    moves = "gain by moving" if len(group) == 1 else "together gain by moving"
    return f"From {state_words(conflict, start)}, {who} would {moves} to {_some(conflict, ends, ' or ')}."


def inverse_words(answer: Inverse) -> list[str]:
    """What a decision maker would have to like less for a state to hold."""
    found = answer.conflict
    who, concept = found.case.name(found.movers[answer.mover]), CONCEPT_NAMES[answer.concept]
    state = state_words(found, answer.state)
    lines = []
    if found.movers[answer.mover] in found.illustrated:
        lines.append(f"The ranking of {who} is an illustration.")
    if not answer.least:
        lines.append(f"{who} stays in {state} by {concept} as it is.")
    else:
        count = len(answer.least)
        lines.append(
            f"{who} would stay in {state} by {concept} if it liked {_some(found, sorted(answer.least), ' and ')} "
            f"no better; that is {'the smallest change' if answer.status == 'found' else 'a change'}, of {count} "
            f"state{'s' if count > 1 else ''}."
        )
        if len(answer.conditions) > 1 or len(answer.conditions[0].any_of) > 1:
            lines.append("In full, each line must hold:")
            for condition in answer.conditions:
                choices = [_some(found, sorted(states), " and ") for states in condition.any_of[:_MOST_SAID]]
                left = len(condition.any_of) - len(choices)
                more = f" (or one of {left} more)" if left else ""
                lines.append(f"  no better: {'; or '.join(choices)}{more}")
    if answer.others:
        others = both([found.case.name(party) for party in answer.others])
        lines.append(f"That is not enough for it to hold, as {others} would still move.")
    return lines


def _some(conflict: Conflict, positions: list[int], last: str = "; ") -> str:
    said = last.join(state_words(conflict, position) for position in positions[:_MOST_SAID])
    left = len(positions) - _MOST_SAID
    return said + (f" and {left:,} more" if left > 0 else "")
