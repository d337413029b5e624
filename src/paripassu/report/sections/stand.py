"""Where they stand: each party's position on each issue, on whose word, how it moved, and what all could accept."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from paripassu.case.case import Case
from paripassu.read.disagree import Disagreement, disagreements
from paripassu.read.movement import IssueLine, Movement, Stand, movement
from paripassu.read.stand import in_words
from paripassu.report import wording
from paripassu.report.charts import Chart
from paripassu.report.pictures import stances as picture
from paripassu.report.section import Number, Picture, Section

__all__ = ["stand", "who_stands_where"]

MOST_ROWS = 7
"""An issue with more options than this shows only those somebody has named."""
MOST_DIFFERENCES = 12


def stand(case: Case) -> Section:
    """The matrix of issues and parties as of each one's latest word, and how far they are apart."""
    missing = tuple(name for name in ("issues", "positions") if not getattr(case, name))
    if missing:
        return Section(id="stand", missing=missing)
    found = movement(case)
    speaking = {party for line in found.issues for party in _latest(line)}
    parties = [party for party in case.parties if party in speaking]
    stands = [one for line in found.issues for held in (*line.stands.values(), line.undated) for one in held]
    shared = [line.name for line in found.issues if line.state == "common"]
    facts = {
        "parties": [{"id": party, "name": case.name(party), "short": _short(case, party)} for party in parties],
        "rows": [_row(case, line, parties) for line in found.issues],
        "shared": shared,
        "apart": [line.name for line in found.issues if line.state == "open"],
        "silent": [line.name for line in found.issues if line.state in ("one side", "unknown")],
        "partly": any(line.silent for line in found.issues if line.state == "common"),
        "issues": len(found.issues),
        "positions": len(stands),
        "stated": sum(one.basis == "stated" for one in stands),
        "reported": sum(one.basis == "reported" for one in stands),
        "analyst": sum(one.basis == "analyst" for one in stands),
        "moves": _moves(case, found),
        "differences": [_difference(case, one) for one in disagreements(case)] if case.record else [],
        "most": MOST_DIFFERENCES,
    }
    first = Number(
        value=str(len(shared)) if shared else "none",
        words="issues have an option all could live with"
        if len(shared) > 1
        else "of the issues has an option all could live with"
        if len(found.issues) > 1 or not shared
        else "issue, with an option all could live with",
    )
    pictures = {"stances": Picture(chart=who_stands_where(case, found, parties))} if parties else {}
    return Section(id="stand", facts=facts, pictures=pictures, number=first)


def who_stands_where(case: Case, found: Movement, parties: Sequence[str]) -> Chart:
    """Options down the side, a column for each party: what it asks for now and before, what it could live with."""
    marks: dict[tuple[str, str, str], picture.Stance] = {}
    rows: dict[str, list[str]] = {}
    for line in found.issues:
        issue = case.issues[line.issue]
        latest = _latest(line)
        every = sorted(
            (one for held in (*line.stands.values(), line.undated) for one in held),
            key=lambda one: one.as_of.last.isoformat() if one.as_of.last else "",
            reverse=True,
        )
        # A range of numbers is drawn by its ends, and at the ends of the others' ranges that lie within it.
        shown = {end for one in latest.values() for end in (*_ends(one.options), *_ends(one.accepts))}
        shown |= {end for one in every for end in _ends(one.options)}
        for role, stands in (("now", latest.values()), ("accepts", latest.values()), ("before", every)):
            for one in stands:
                for option in one.accepts if role == "accepts" else one.options:
                    if option in shown and one.party in parties:
                        marks.setdefault((one.party, line.issue, option), _stance(case, line, one, option, role))
        whole = not line.numeric and len(issue.options) <= MOST_ROWS
        options = [option for option in issue.options if whole or option in shown]
        if line.numeric:
            options = sorted(options, key=Fraction)
        if options:
            rows[line.name] = [issue.label(option) for option in options]
    return picture.stances(list(marks.values()), rows, {party: _short(case, party) for party in parties})


def _stance(case: Case, line: IssueLine, one: Stand, option: str, role: str) -> picture.Stance:
    return picture.Stance(
        party=one.party,
        issue=line.name,
        option=case.issues[line.issue].label(option),
        role=role,
        basis=one.basis,
        when=wording.when(one.as_of),
        told_by=wording.told_by(case, one.provenance, spans=True),
    )


def _short(case: Case, party: str) -> str:
    return case.parties[party].short or case.name(party)


def _ends(options: Sequence[str]) -> Sequence[str]:
    return options if len(options) <= 3 else (options[0], options[-1])


def _latest(line: IssueLine) -> dict[str, Stand]:
    """Each party's last known stand; one without a date only where there is no other."""
    return {one.party: one for one in line.undated} | {party: held[-1] for party, held in line.stands.items()}


def _row(case: Case, line: IssueLine, parties: Sequence[str]) -> dict[str, Any]:
    issue, latest = case.issues[line.issue], _latest(line)
    cells: list[dict[str, Any] | None] = []
    for party in parties:
        one = latest.get(party)
        if one is None:
            cells.append(None)
            continue
        also = tuple(option for option in one.accepts if option not in one.options)
        cells.append(
            {
                "wants": in_words(issue, one.options),
                "accepts": in_words(issue, also) if also else "",
                "basis": one.basis,
                "when": wording.when(one.as_of),
                "source": one.provenance["sources"],
                "told_by": wording.told_by(case, one.provenance),
                "note": one.provenance["note"],
            }
        )
    shared = in_words(issue, line.common) if line.state == "common" else ""
    return {"name": line.name, "cells": cells, "shared": shared, "gap": line.gap, "unit": issue.unit}


def _moves(case: Case, found: Movement) -> list[dict[str, Any]]:
    """For each issue and party that moved, every stand in order of time."""
    rows = []
    for line in found.issues:
        moved = {move.party for move in line.moves}
        for party, held in line.stands.items():
            if party not in moved:
                continue
            last = [move for move in line.moves if move.party == party][-1]
            rows.append(
                {
                    "party": party,
                    "name": case.name(party),
                    "issue": line.name,
                    "stops": [
                        {
                            "words": one.words,
                            "when": wording.when(one.as_of),
                            "basis": one.basis,
                            "source": one.provenance["sources"],
                        }
                        for at, one in enumerate(held)
                        if at == 0 or one.words != held[at - 1].words
                    ],
                    "towards": [_short(case, other) for other in last.towards],
                    "away": [_short(case, other) for other in last.away],
                }
            )
    return rows


def _difference(case: Case, one: Disagreement) -> dict[str, Any]:
    return {
        "subject": one.subject,
        "what": one.what,
        "kind": one.kind,
        "within": one.within,
        "versions": [
            {
                "value": version.value,
                "told_by": wording.listed(
                    dict.fromkeys(wording.told_by(case, provenance) for provenance in version.provenance)
                ),
                "source": [name for provenance in version.provenance for name in provenance["sources"]],
            }
            for version in one.versions
        ],
    }
