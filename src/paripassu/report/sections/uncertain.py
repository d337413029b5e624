"""What is uncertain: what survives when the numbers are changed, and which numbers everything rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from paripassu.case.case import Case
from paripassu.report.pictures.survival import survival
from paripassu.report.pictures.tornado import Bar, tornado
from paripassu.report.section import Picture, Section

__all__ = ["Finding", "Survival", "uncertain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding of the brief and the share of the draws, from 0 to 1, in which it still stands."""

    words: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Survival:
    """What is left of the findings when every number is off by up to ``percent``.

    ``first`` is said at the top of the page; ``note`` says how it was drawn. ``bars`` are the numbers the order of
    steps rests on, the most delicate first, and ``together`` the share by which all may be off at once.
    """

    findings: tuple[Finding, ...]
    draws: int
    percent: int = 25
    seed: int | None = None
    first: tuple[str, ...] = ()
    note: str = ""
    more: tuple[str, ...] = field(default=())
    bars: tuple[Bar, ...] = ()
    together: float = 0.0
    left_open: tuple[str, ...] = field(default=())
    """What holds over the weights and values of no deal that the case gives as ranges or an order."""


def uncertain(case: Case, answer: Survival | None, shown: Sequence[str]) -> Section:
    """What survives, when it was computed; and always where the numbers and the words come from."""
    invented = [
        case.name(party)
        for party, preference in case.preferences.items()
        if preference.basis == "illustration" and party in shown
    ]
    ranges = sum(
        1
        for step in case.steps.values()
        for low, high in (step.cost, step.recover, step.detect, *step.value.values(), *step.revoke.values())
        if low != high
    )
    facts: dict[str, Any] = {
        "survival": answer,
        "firm": [finding for finding in answer.findings if finding.share >= 0.95] if answer else [],
        "fragile": [finding for finding in answer.findings if finding.share < 0.75] if answer else [],
        "invented": invented,
        "invented_steps": any(step.basis == "illustration" for step in case.steps.values()),
        "ranges": ranges,
        "reported": sum(one.basis == "reported" for one in case.positions),
        "judged": sum(one.basis == "analyst" for one in case.positions),
        "positions": len(case.positions),
        "unnamed": sum(any(link.unnamed for link in event.chain) for event in case.record),
        "undated": sum(not event.on.known for event in case.record),
        "disputed": sum(event.status == "disputed" for event in case.record),
        "record": len(case.record),
    }
    pictures = {}
    if answer and answer.findings:
        pairs = [(one.words, one.share) for one in answer.findings]
        pictures["survival"] = Picture(chart=survival(pairs), narrow=survival(pairs, width=320))
    if answer and answer.bars:
        unit = " (illustration)" if facts["invented_steps"] else ""
        pictures["tornado"] = Picture(
            chart=tornado(answer.bars, answer.together, unit=unit),
            narrow=tornado(answer.bars, answer.together, unit=unit, width=320),
        )
    nothing = not (answer or case.preferences or case.steps or case.positions or case.record)
    return Section(id="uncertain", facts=facts, pictures=pictures, missing=("preferences", "steps") if nothing else ())
