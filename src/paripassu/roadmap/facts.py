"""What order, reversibility and verification alone say about an exchange, without any numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from paripassu.case.case import Case
from paripassu.case.steps import Step
from paripassu.engine.answer import Answer

__all__ = ["Fact", "Facts", "facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What is known of one step.

    ``wave`` is the earliest turn (from 1) its prerequisites leave it; ``undo`` is yes, no, partly or unknown;
    ``checked_by`` who would notice if it were not done (None: nobody named); ``waits_for`` the steps of *other*
    parties it waits for, directly or through its own; ``late_days`` counts from its deadline.
    """

    step: str
    doer: str
    wave: int
    undo: str
    checked_by: str | None
    waits_for: tuple[str, ...]
    done: dt.date | None
    broken: dt.date | None
    late_days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(Answer):
    """Who moves when, what can be undone, what nobody checks; ``words`` says it in sentences."""

    steps: tuple[Fact, ...]
    waves: tuple[tuple[str, ...], ...]
    can_be_undone: Mapping[str, tuple[str, ...]]
    unchecked: tuple[str, ...]
    words: tuple[str, ...]

    def summary(self) -> str:
        """The first sentences."""
        return " ".join(self.words[:2])

    def rows(self) -> list[dict[str, Any]]:
        """One row a step."""
        return [
            {
                "step": fact.step,
                "doer": fact.doer,
                "wave": fact.wave,
                "undo": fact.undo,
                "checked_by": fact.checked_by,
                "waits_for": list(fact.waits_for),
                "done": str(fact.done) if fact.done else None,
                "broken": str(fact.broken) if fact.broken else None,
                "late_days": fact.late_days,
            }
            for fact in self.steps
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "status": "facts",
            "steps": self.rows(),
            "waves": [list(wave) for wave in self.waves],
            "can_be_undone": {party: list(steps) for party, steps in self.can_be_undone.items()},
            "unchecked": list(self.unchecked),
            "words": list(self.words),
        }


def facts(case: Case) -> Facts:
    """Tell what can be told from the steps without numbers.

    Parameters
    ----------
    case : Case
        Needs `steps`; uses `doer`, `needs`, `reversible`, `verifier`, and dates where they stand. Where `reversible`
        is not given but amounts are, what can be recovered or revoked says it.

    Examples
    --------
    >>> steps = {"open": {"doer": "a", "reversible": "yes"}, "scrap": {"doer": "b", "reversible": "no"}}
    >>> print(facts(Case.from_dict({"parties": ["a", "b"], "steps": steps})).words[1])
    When all is done a could still undo open; nothing of what b did can be undone.
    """
    case.require("steps")
    waves = _waves(case.steps)
    told = tuple(_fact(case, name, waves[name]) for name in case.steps)
    turns = tuple(
        tuple(name for name in case.steps if waves[name] == turn) for turn in range(1, 1 + max(waves.values()))
    )
    doers = [party for party in case.parties if any(fact.doer == party for fact in told)]
    undone = {
        party: tuple(fact.step for fact in told if fact.doer == party and fact.undo in ("yes", "partly"))
        for party in doers
    }
    unchecked = tuple(fact.step for fact in told if fact.checked_by is None)
    return Facts(
        steps=told,
        waves=turns,
        can_be_undone=undone,
        unchecked=unchecked,
        words=tuple(_sentences(case, told, turns, undone, unchecked, doers)),
    )


def _waves(steps: Mapping[str, Step]) -> dict[str, int]:
    found: dict[str, int] = {}
    while len(found) < len(steps):
        for name, step in steps.items():
            if name not in found and all(need in found for need in step.needs):
                found[name] = 1 + max((found[need] for need in step.needs), default=0)
    return found


def _fact(case: Case, name: str, wave: int) -> Fact:
    step = case.steps[name]
    late = (step.done - step.by).days if step.done and step.by and step.done > step.by else None
    checked = step.verifier if step.verifier not in (None, "-", "nobody") else None
    return Fact(
        step=name,
        doer=step.doer,
        wave=wave,
        undo=_undo(step),
        checked_by=checked,
        waits_for=_waits_for(case.steps, name),
        done=step.done,
        broken=step.broken,
        late_days=late,
    )


def _undo(step: Step) -> str:
    if step.reversible is not None:
        return step.reversible
    if step.cost[1] == 0 and not step.value:
        return "unknown"
    back = max(step.recover[1], *(ends[1] for ends in step.revoke.values()), 0)
    return "no" if back == 0 else "yes" if step.recover[1] == step.cost[1] else "partly"


def _waits_for(steps: Mapping[str, Step], name: str) -> tuple[str, ...]:
    seen: set[str] = set()
    left = [*steps[name].needs]
    while left:
        need = left.pop()
        if need not in seen:
            seen.add(need)
            left.extend(steps[need].needs)
    return tuple(other for other in steps if other in seen and steps[other].doer != steps[name].doer)


def _sentences(
    case: Case,
    told: tuple[Fact, ...],
    waves: tuple[tuple[str, ...], ...],
    undone: Mapping[str, tuple[str, ...]],
    unchecked: tuple[str, ...],
    doers: list[str],
) -> list[str]:
    name = {party: case.parties[party].short or party for party in case.parties}
    by_step = {fact.step: fact for fact in told}
    first = sorted({name[by_step[step].doer] for step in waves[0]})
    last = sorted({name[by_step[step].doer] for step in waves[-1]})
    turns = f"{len(waves)} turn{'s' if len(waves) > 1 else ''}"
    words = [f"By the prerequisites alone it takes at least {turns}; {_and(first)} can move first, {_and(last)} last."]
    final = [party for party in doers if not undone[party]]
    loose = [f"{name[party]} could still undo {_and(undone[party])}" for party in doers if undone[party]]
    final = [party for party in final if case.parties[party].role is None]  # a third party has nothing to fear
    known = [party for party in final if all(f.undo == "no" for f in told if f.doer == party)]
    parts = [_and(loose)] if loose else []
    parts += [f"nothing of what {_and([name[p] for p in known])} did can be undone"] if known else []
    if parts:
        words.append(f"When all is done {'; '.join(parts)}.")
    if known and loose:
        words.append(
            f"Undoing after completion is the danger: {_and([name[p] for p in known])} would have nothing to take back."
        )
    for number, wave in enumerate(waves, 1):
        movers = {by_step[step].doer for step in wave}
        if len(movers) == 1 and len(doers) > 1:
            words.append(f"In turn {number} only {name[movers.pop()]} moves ({_and(wave)}).")
    for fact in told:
        if fact.waits_for and not fact.done:
            others = list(dict.fromkeys(by_step[need].doer for need in fact.waits_for))
            whose = [_and([n for n in fact.waits_for if by_step[n].doer == who]) + f" of {name[who]}" for who in others]
            words.append(f"{fact.step} ({name[fact.doer]}) waits for {_and(whose)}.")
    if unchecked:
        they = "it is" if len(unchecked) == 1 else "they are"
        words.append(f"Nobody is named who would check {_and(unchecked)}: that {they} done is only the doer's word.")
    alone = [step for step in unchecked if by_step[step].undo == "no"]
    if alone:
        words.append(f"Neither checked nor to be undone: {_and(alone)}.")
    words += _history(told, name)
    return words


def _history(told: tuple[Fact, ...], name: Mapping[str, str]) -> list[str]:
    words: list[str] = []
    done = [fact for fact in told if fact.done and not (fact.broken and fact.broken >= fact.done)]
    broken = [fact for fact in told if fact.broken]
    never = [fact for fact in told if not fact.done]
    if done:
        words.append("Done: " + ", ".join(f"{fact.step} ({name[fact.doer]}, {fact.done})" for fact in done) + ".")
    if broken:
        words.append("Broken: " + ", ".join(f"{fact.step} ({name[fact.doer]}, {fact.broken})" for fact in broken) + ".")
    if (done or broken) and never:
        words.append("Not done: " + ", ".join(f"{fact.step} ({name[fact.doer]})" for fact in never) + ".")
    words += [f"{fact.step} was {fact.late_days} days late." for fact in told if fact.late_days]
    return words


def _and(words: tuple[str, ...] | list[str]) -> str:
    return "".join(words) if len(words) < 2 else ", ".join(words[:-1]) + " and " + words[-1]
