"""The island of agreement: facts agreed and contested, and norms on which the parties converge or diverge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from paripassu.case.case import Case
from paripassu.case.when import when
from paripassu.read.disagree import Disagreement, disagreements
from paripassu.read.movement import IssueLine
from paripassu.read.stand import in_words
from paripassu.read.timeline import Item, timeline
from paripassu.report import wording
from paripassu.report.forms.public import accepts_also, lines, short, stands

__all__ = ["island"]

MOST = 5
"""Facts printed for an issue, the latest first; the others are counted."""


def island(case: Case) -> dict[str, Any]:
    """Issue by issue: what the record tells one way, what it tells in several ways, and where positions meet.

    Norms diverge only where two have spoken and nothing suits both; where one side alone has, it is not yet said.

    A fact counts as agreed when it is on record as held and no account contradicts it. That nobody contradicts it
    is all a record can say; the form leaves room to strike it out.
    """
    found = timeline(case) if case.record else None
    items = (*found.items, *found.undated) if found else ()
    told = [one for one in disagreements(case) if one.kind in ("accounts", "forecast")]
    known = {line.issue: line for line in lines(case)}
    rows = [_row(case, name, known.get(name), items, told) for name in case.issues]
    beside = [item for item in items if not item.issues]
    rest = _facts(case, beside, told)
    norms = [row["state"] for row in rows]
    return {
        "name": None,
        "missing": [name for name in ("issues", "record", "positions") if not getattr(case, name)],
        "rows": rows,
        "rest": rest,
        "agreed": len([item for item in items if item.status == "held" and not _about(item, told)]),
        "contested": len(told),
        "convergent": norms.count("common"),
        "divergent": norms.count("open"),
        "unknown": len(norms) - norms.count("common") - norms.count("open"),
    }


def _row(
    case: Case, name: str, line: IssueLine | None, items: Sequence[Item], told: Sequence[Disagreement]
) -> dict[str, Any]:
    issue = case.issues[name]
    facts = _facts(case, [item for item in items if name in item.issues], told)
    facts["contested"] += [_contested(case, one) for one in told if one.what == "position" and one.about == name]
    now = stands(line) if line else {}
    return {
        "name": issue.name or name,
        **facts,
        "state": line.state if line else "unknown",
        "common": in_words(issue, line.common) if line and line.state == "common" else "",
        "silent": [short(case, party) for party in line.silent] if line else [],
        "stands": [
            {
                "party": party,
                "name": short(case, party),
                "words": in_words(issue, one.options),
                "accepts": in_words(issue, also) if (also := accepts_also(one)) else "",
                "basis": one.basis,
            }
            for party, one in now.items()
        ],
        "gap": f"{wording.number(line.gap)} {issue.unit or ''}".strip() if line and line.gap else "",
    }


def _facts(case: Case, items: Sequence[Item], told: Sequence[Disagreement]) -> dict[str, Any]:
    agreed = [item for item in items if item.status == "held" and not _about(item, told)]
    contested = [_contested(case, one) for item in items for one in _about(item, told)]
    return {
        "facts": [
            {"when": wording.when(item.on), "title": item.title or item.kind, "told_by": _outlets(case, item)}
            for item in reversed(agreed[-MOST:])
        ],
        "more": max(len(agreed) - MOST, 0),
        "contested": contested,
    }


def _about(item: Item, told: Iterable[Disagreement]) -> list[Disagreement]:
    entries = {account.entry for account in item.accounts}
    return [one for one in told if one.about in entries]


def _contested(case: Case, one: Disagreement) -> dict[str, Any]:
    return {
        "subject": one.subject,
        "what": one.what,
        "versions": [
            {
                "value": _dates(version.value),
                "told_by": wording.listed(dict.fromkeys(wording.told_by(case, row) for row in version.provenance)),
            }
            for version in one.versions
        ],
    }


def _dates(value: str) -> str:
    """Dates within a value as running text has them."""
    return re.sub(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?", lambda found: wording.when(when(found.group())), value)


def _outlets(case: Case, item: Item) -> str:
    ids = dict.fromkeys(name for account in item.accounts for name in account.provenance["sources"])
    names = dict.fromkeys(
        (case.sources[one].outlet or case.sources[one].title) if one in case.sources else one for one in ids
    )
    return "; ".join(list(names)[:2])
