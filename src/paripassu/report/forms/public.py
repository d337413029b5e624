"""What everybody may read about a party: where it stands, on whose word, and why it is said to want it."""

from __future__ import annotations

from typing import Any

from paripassu.case.case import Case
from paripassu.read.movement import IssueLine, Stand, movement
from paripassu.read.stand import in_words
from paripassu.report import wording

__all__ = ["accepts_also", "interests_of", "lines", "rule_words", "short", "stands", "stands_of"]


def lines(case: Case) -> tuple[IssueLine, ...]:
    """Every issue with where the parties stand on it; none when nobody has taken a position."""
    return movement(case).issues if case.issues and case.positions else ()


def stands(line: IssueLine) -> dict[str, Stand]:
    """Each party's last known stand; one without a date only where there is no other."""
    return {one.party: one for one in line.undated} | {party: held[-1] for party, held in line.stands.items()}


def accepts_also(one: Stand) -> tuple[str, ...]:
    """What a party said it could live with beside what it asks for."""
    return tuple(option for option in one.accepts if option not in one.options)


def stands_of(case: Case, party: str) -> list[dict[str, Any]]:
    """Where one party stands, issue by issue."""
    rows = []
    for line in lines(case):
        one = stands(line).get(party)
        if one is not None:
            rows.append({"issue": line.name, "id": line.issue, **_said(case, line, one)})
    return rows


def _said(case: Case, line: IssueLine, one: Stand) -> dict[str, Any]:
    issue = case.issues[line.issue]
    also = accepts_also(one)
    return {
        "party": one.party,
        "wants": in_words(issue, one.options),
        "accepts": in_words(issue, also) if also else "",
        "basis": one.basis,
        "when": wording.when(one.as_of),
        "told_by": wording.told_by(case, one.provenance),
        "note": one.provenance["note"],
    }


def interests_of(case: Case, party: str) -> list[dict[str, Any]]:
    """Why a party wants what it asks for, as far as somebody has said so."""
    return [
        {
            "words": one.interest,
            "issues": [case.issues[name].name or name for name in one.issues],
            "basis": one.basis,
            "when": wording.day(one.as_of) if one.as_of else "",
            "told_by": wording.sources(case, one.source),
            "note": one.note,
        }
        for one in case.interests.get(party, ())
    ]


def short(case: Case, party: str) -> str:
    """A party's name for a narrow column."""
    return case.parties[party].short or case.name(party)


def rule_words(case: Case) -> list[dict[str, str | None]]:
    """The rules of the case: what cannot be agreed, and the remark each carries."""
    return [{"words": rule.words(case), "note": rule.note} for rule in case.rules]
