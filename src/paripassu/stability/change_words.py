"""What changes, in plain sentences: an option otherwise, or a mistaken view."""

from __future__ import annotations

from collections.abc import Sequence

from paripassu.stability.answer import Stability
from paripassu.stability.kernels import CONCEPTS
from paripassu.stability.perception import AsSeen
from paripassu.stability.what_if import WhatIf
from paripassu.stability.words import CONCEPT_NAMES, both, state_words

__all__ = ["change_words", "perception_words"]

_MOST_SAID = 6


def change_words(answer: WhatIf) -> list[str]:
    """Which states begin and cease to hold, by concept, and what becomes of the wished one."""
    lines = []
    if answer.after.conflict is None or answer.before.conflict is None:
        return ["There are more states than can be listed, before the change or after it."]
    if answer.after.conflict.illustrated:
        who = both([answer.after.conflict.case.name(party) for party in answer.after.conflict.illustrated])
        lines.append(f"The ranking of {who} is an illustration.")
    for concept in CONCEPTS:
        gained, lost = answer.gained(concept), answer.lost(concept)
        name = CONCEPT_NAMES[concept]
        if gained:
            lines.append(f"{name}: begins to hold: {_states(answer.after, gained)}.")
        if lost:
            lines.append(f"{name}: no longer holds: {_states(answer.before, lost)}.")
        if not gained and not lost:
            lines.append(f"{name}: nothing changes.")
    before, after = answer.wished(answer.before), answer.wished(answer.after)
    if before is not None and after is not None:
        lines.append(f"The wished state holds by {_by(after)}; before, by {_by(before)}.")
    return lines


def perception_words(answer: AsSeen) -> list[str]:
    """Who is mistaken, what holds only for that reason, and what does not hold for it."""
    found = answer.real.conflict
    if found is None or not answer.mistaken:
        return ["Everyone sees the others as they are."]
    lines = [f"{both([found.case.name(party) for party in answer.mistaken])} see the others otherwise than they are."]
    if len(answer.mistaken) == 1:
        lines = [f"{found.case.name(answer.mistaken[0])} sees the others otherwise than they are."]
    invented = [party for party in answer.mistaken if found.case.views[party].basis == "illustration"]
    if invented or found.illustrated:
        lines.append("The rankings are an illustration, or some of them.")
    for concept in CONCEPTS:
        name = CONCEPT_NAMES[concept]
        wrong, left = answer.by_mistake(concept), answer.left_by_mistake(concept)
        if wrong:
            lines.append(f"{name}: holds only by mistake: {_states(answer.real, wrong)}.")
        if left:
            lines.append(f"{name}: would hold in fact, and is left by mistake: {_states(answer.real, left)}.")
        if not wrong and not left:
            lines.append(f"{name}: what holds as seen is what holds in fact.")
    return lines


def _states(answer: Stability, ids: Sequence[int | str]) -> str:
    found = answer.conflict
    if found is None:
        return ""
    said = "; ".join(state_words(found, found.position(str(one))) for one in ids[:_MOST_SAID])
    left = len(ids) - _MOST_SAID
    return said + (f"; and {left:,} more" if left > 0 else "")


def _by(concepts: Sequence[str]) -> str:
    return both([CONCEPT_NAMES[one] for one in concepts]) if concepts else "none of the five"
