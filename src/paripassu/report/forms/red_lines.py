"""Red lines and room for manoeuvre of one party, from its own numbers and what the others have said in public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from paripassu.case.case import Case
from paripassu.case.draft import whole_draft
from paripassu.errors import CommandError
from paripassu.report.forms.public import lines, short, stands
from paripassu.settle.alone import Best, best_for

__all__ = ["red_lines"]

MOST_OPTIONS = 60
"""Options of a numeric issue that are looked at; of more, evenly spread ones are taken."""

Asks = Mapping[str, Mapping[str, tuple[str, ...]]]


def red_lines(case: Case, party: str) -> dict[str, Any]:
    """What each option costs the party with everything else at its best, and how far it can meet the others.

    Raises
    ------
    CommandError
        When the party has no numbers in the case.
    """
    block = case.preferences.get(party)
    if block is None or block.unread or not case.issues:
        lacks = "issues" if not case.issues else f"preferences.{party}"
        raise CommandError(f"--form red-lines: needs `{lacks}` in the case, and there is none.")
    top = best_for(case, party)
    asks = _asks(case, party)
    facts: dict[str, Any] = {
        "party": party,
        "name": case.name(party),
        "invented": block.basis == "illustration",
        "no_deal": block.no_deal,
        "note": block.note,
        "unsure": block.unsure,
        "best": top and {"worth": top.worth, "package": _words(case, top.package)},
        "others": [short(case, other) for other in case.parties if other != party and _speaks(asks, other)],
    }
    if top is None:
        return facts | {"issues": [], "ladder": [], "far": None, "draft": None}
    ladder = _ladder(case, party, top, asks, block.no_deal)
    kept = [step for step in ladder if step["ok"]]
    far = kept[-1]["package"] if kept else None
    facts |= {
        "issues": [_issue(case, party, name, top, asks, block.no_deal) for name in case.issues],
        "ladder": ladder,
        "stops": next((step for step in ladder if not step["ok"]), None),
        "far": far and [
            {"issue": case.issues[name].name or name, "mine": case.issues[name].label(top.package[name]),
             "met": case.issues[name].label(option), "moved": option != top.package[name]}
            for name, option in far.items()
        ],
        "left": kept[-1]["worth"] - (block.no_deal or 0) if kept and block.no_deal is not None else None,
        "draft": _draft(case, party, block.no_deal),
    }  # fmt: skip
    return facts


def _asks(case: Case, party: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """By issue and party, the options another has asked for or said it could live with."""
    return {
        line.issue: {
            other: tuple(option for option in case.issues[line.issue].options if option in {*one.options, *one.accepts})
            for other, one in stands(line).items()
            if other != party
        }
        for line in lines(case)
    }


def _speaks(asks: Asks, party: str) -> bool:
    return any(party in row for row in asks.values())


def _issue(case: Case, party: str, name: str, top: Best, asks: Asks, no_deal: float | None) -> dict[str, Any]:
    issue = case.issues[name]
    rows = []
    for option in _looked_at(issue.options):
        best = best_for(case, party, {name: [option]})
        rows.append(
            {
                "option": option,
                "label": issue.label(option),
                "cost": None if best is None else max(top.worth - best.worth, 0.0),
                "ok": best is not None and (no_deal is None or best.worth >= no_deal),
                "asked": [short(case, other) for other, options in asks.get(name, {}).items() if option in options],
            }
        )
    return {
        "name": issue.name or name,
        "rows": _few(rows) if issue.numeric and len(rows) > 6 else rows,
        "red": [row["label"] for row in rows if not row["ok"]],
    }


def _looked_at(options: Sequence[str]) -> Sequence[str]:
    if len(options) <= MOST_OPTIONS:
        return options
    last = len(options) - 1
    return [options[round(at * last / (MOST_OPTIONS - 1))] for at in range(MOST_OPTIONS)]


def _few(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of a range: its ends, its best, and where something changes (acceptable or not, asked for or not)."""
    best = min(range(len(rows)), key=lambda at: (rows[at]["cost"] is None, rows[at]["cost"]))
    kept = {0, best, len(rows) - 1}
    for at in range(1, len(rows)):
        before, here = rows[at - 1], rows[at]
        if before["ok"] != here["ok"]:
            kept |= {at - 1, at}
        elif before["asked"] != here["asked"]:
            kept |= {at for at, row in ((at - 1, before), (at, here)) if row["asked"]}
    return [rows[at] for at in sorted(kept)]


def _ladder(case: Case, party: str, top: Best, asks: Asks, no_deal: float | None) -> list[dict[str, Any]]:
    """One issue after another given to the others, the one that costs least first, until below no deal."""
    given: dict[str, tuple[str, ...]] = {}
    met = {name: tuple(o for options in row.values() for o in options) for name, row in asks.items()}
    before, rows = top, list[dict[str, Any]]()
    left = [name for name, options in met.items() if options]
    while left:
        tried = [(best_for(case, party, given | {name: met[name]}), name) for name in left]
        open_ = [(best, name) for best, name in tried if best is not None]
        if not open_:
            break
        best, name = max(open_, key=lambda pair: (pair[0].worth, -left.index(pair[1])))
        left.remove(name)
        given[name] = met[name]
        issue = case.issues[name]
        option = best.package[name]
        rows.append(
            {
                "issue": issue.name or name,
                "option": issue.label(option),
                "asked": [short(case, other) for other, options in asks[name].items() if option in options],
                "cost": max(before.worth - best.worth, 0.0),
                "worth": best.worth,
                "above": None if no_deal is None else best.worth - no_deal,
                "ok": no_deal is None or best.worth >= no_deal,
                "package": best.package,
            }
        )
        if not rows[-1]["ok"]:
            break
        before = best
    return rows


def _draft(case: Case, party: str, no_deal: float | None) -> dict[str, Any] | None:
    if not case.draft:
        return None
    package = whole_draft(case) or {}
    best = best_for(case, party, {name: [option] for name, option in package.items()})
    return {
        "feasible": best is not None,
        "broken": [rule.words(case) for rule in case.rules if not rule.permits(package, case.issues)],
        "worth": None if best is None else best.worth,
        "above": None if best is None or no_deal is None else best.worth - no_deal,
    }


def _words(case: Case, package: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(case.issues[name].name or name, case.issues[name].label(option)) for name, option in package.items()]
