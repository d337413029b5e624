"""What could be agreed: the packages no one can better, what fair rules pick, and how the draft compares."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from paripassu.case.case import Case
from paripassu.report import style, wording
from paripassu.report.charts import Chart
from paripassu.report.pictures.frontier import Spot, frontier
from paripassu.report.pictures.parallel import parallel
from paripassu.report.pictures.strip import strip
from paripassu.report.section import Number, Picture, Section

__all__ = ["RULES", "agreed", "room"]

RULES: Mapping[str, str] = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai–Smorodinsky",
    "egalitarian": "egalitarian",
    "utilitarian": "utilitarian",
}
"""The fair rules, by their key in the answer."""

MOST_TRADES = 8
MOST_LISTED = 200
MOST_ISSUES = 20
MOST_DRAWN = 500
"""Points of a longer line are drawn and listed at even steps, those that fair rules pick always."""
Answer = Mapping[str, Any]
Package = Mapping[str, str]


def agreed(case: Case, answer: Answer | None, shown: Sequence[str], withheld: Sequence[str] = ()) -> Section:
    """The room between the parties, from the JSON form of a settlement.

    Parameters
    ----------
    case : Case
    answer : mapping or None
        What `paripassu settle --json` prints; None when the case lacks what it needs.
    shown : sequence of str
        The parties whose numbers may be shown.
    withheld : sequence of str
        The parties whose private numbers are not at this seat.
    """
    if answer is None and case.issues and withheld:
        return Section(id="agreed", withheld=tuple(case.name(party) for party in withheld))
    if answer is None:
        lacks = tuple(name for name in ("issues", "preferences") if not getattr(case, name))
        return Section(id="agreed", missing=lacks or ("preferences",))
    parties = [party for party in answer["parties"] if party in shown]
    invented = any(case.preferences[party].basis == "illustration" for party in parties if party in case.preferences)
    points = answer["frontier"]
    facts: dict[str, Any] = {
        "status": answer["status"],
        "parties": [{"id": p, "name": case.name(p), "short": _short(case, p)} for p in parties],
        "everyone": [case.name(party) for party in answer["parties"]],
        "total": _big(answer["packages_total"]),
        "points": len(points),
        "drawn": min(len(points), MOST_DRAWN),
        "listed": min(len(points), MOST_LISTED),
        "packages": sum(len(point["packages"]) + point["more_packages"] for point in points),
        "no_deal": {party: answer["no_deal"].get(party) for party in parties},
        "invented": invented,
        "always": _always(case, points),
        "open": _open(case, points),
        "range": {party: _range(points, party) for party in parties},
        "columns": _columns(case, answer, parties),
        "issues": [{"id": name, "name": issue.name or name} for name, issue in case.issues.items()],
        "draft": _draft(case, answer, parties),
        "frontier": [
            {"package": package_words(case, point["packages"][0]) if point["packages"] else "",
             "worth": [point["utilities"][p] for p in parties],
             "more": len(point["packages"]) - 1 + point["more_packages"]}
            for _, point in _some(points, (), MOST_LISTED)
        ],
        "notes": {p: case.preferences[p].note for p in parties if p in case.preferences and case.preferences[p].note},
    }  # fmt: skip
    pictures = {}
    if points and parties:
        pictures["room"] = Picture(
            chart=room(case, answer, parties=parties), narrow=room(case, answer, parties=parties, small=True)
        )
    first = Number(
        value=f"{facts['packages']:,}" if points else "none",
        words=f"package{'' if facts['packages'] == 1 else 's'} that no one can better"
        if points
        else "of the packages is better for all than no deal",
        invented=invented,
    )
    return Section(id="agreed", facts=facts, pictures=pictures, number=first)


def room(case: Case, answer: Answer, *, parties: Sequence[str] | None = None, small: bool = False) -> Chart:
    """The picture of a settlement: a frontier for two parties, a line a package for more."""
    parties = list(answer["parties"]) if parties is None else list(parties)
    invented = any(case.preferences[p].basis == "illustration" for p in parties if p in case.preferences)
    called: dict[int, list[str]] = {}
    for rule in RULES:
        at = _place(answer, answer["solutions"].get(rule))
        if at is not None:
            called.setdefault(at, []).append(rule)
    spots = [
        Spot(
            worth={p: point["utilities"][p] for p in parties},
            package=package_words(case, point["packages"][0]) if point["packages"] else "",
            names=tuple(RULES[rule] for rule in called.get(at, ())),
            rules=tuple(called.get(at, ())),
        )
        for at, point in _some(answer["frontier"], called, MOST_DRAWN)
    ]
    draft = answer.get("draft")
    mine = None
    if draft and draft.get("utilities"):
        mine = Spot(worth={p: draft["utilities"][p] for p in parties}, package=package_words(case, draft["package"]))
    no_deal = {party: answer["no_deal"].get(party) for party in parties}
    if len(parties) == 1:
        own = parties[0]
        unit = "worth (illustration) to" if invented else "worth to"
        return strip(spots, own, case.name(own), style.parties(case.parties)[own], no_deal=no_deal[own], unit=unit)
    if len(parties) == 2:
        names = {p: _short(case, p) if small else case.name(p) for p in parties}
        unit = "worth (illustration) to" if invented else "worth to"
        return frontier(spots, names, no_deal=no_deal, draft=mine, unit=unit, small=small)
    names = {p: _short(case, p) for p in parties}
    return parallel(spots, names, no_deal=no_deal, draft=mine, unit=", illustration" if invented else "")


def _some(points: Sequence[Answer], always: Collection[int], most: int) -> list[tuple[int, Answer]]:
    """Points at even steps along the line, with their places; both ends and ``always`` among them."""
    if len(points) <= most:
        return list(enumerate(points))
    chosen = {round(step * (len(points) - 1) / (most - 1)) for step in range(most)} | set(always)
    return [(at, points[at]) for at in sorted(chosen)]


def package_words(case: Case, package: Package) -> str:
    """A package in words, an issue a line; of very many issues the first `MOST_ISSUES`."""
    lines = [f"{case.issues[name].name or name}: {case.issues[name].label(o)}" for name, o in package.items()]
    left = len(lines) - MOST_ISSUES
    return "\n".join([*lines[:MOST_ISSUES], f"and {left} more issues"] if left > 1 else lines)


def _short(case: Case, party: str) -> str:
    return case.parties[party].short or case.name(party)


def _big(text: str) -> str:
    return f"{int(text):,}" if len(text) <= 12 else f"about 10^{len(text) - 1}"


def _place(answer: Answer, solution: Answer | None) -> int | None:
    """Which point of the frontier a solution is."""
    if solution is None:
        return None
    worth = solution["utilities"]
    near = [
        (max(abs(point["utilities"][p] - worth[p]) for p in worth), at) for at, point in enumerate(answer["frontier"])
    ]
    return min(near)[1] if near and min(near)[0] < 1e-6 else None


def _range(points: Sequence[Answer], party: str) -> tuple[float, float] | None:
    seen = [point["utilities"][party] for point in points]
    return (min(seen), max(seen)) if seen else None


def _taken(case: Case, points: Sequence[Answer]) -> dict[str, set[str]]:
    return {name: {package[name] for point in points for package in point["packages"]} for name in case.issues}


def _always(case: Case, points: Sequence[Answer]) -> list[str]:
    """What every package on the frontier has, where more than one option could have been."""
    if any(point["more_packages"] for point in points):
        return []
    return [
        f"{case.issues[name].name or name}: {case.issues[name].label(next(iter(options)))}"
        for name, options in _taken(case, points).items()
        if len(options) == 1 and len(case.issues[name].options) > 1
    ]


def _open(case: Case, points: Sequence[Answer]) -> list[str]:
    return [case.issues[name].name or name for name, options in _taken(case, points).items() if len(options) > 1]


def _columns(case: Case, answer: Answer, parties: Sequence[str]) -> list[dict[str, Any]]:
    """The packages to set side by side: the draft, then each that a fair rule picks, each once."""
    columns: list[dict[str, Any]] = []
    draft = answer.get("draft")
    base = draft["package"] if draft else None
    if draft and draft.get("package"):
        worth = [draft["utilities"][p] for p in parties] if draft.get("utilities") else []
        columns.append({"heads": ["the draft"], "package": draft["package"], "worth": worth, "ties": 0})
    for rule, name in RULES.items():
        solution = answer["solutions"].get(rule)
        if not solution or not solution["packages"]:
            continue
        package = solution["packages"][0]
        same = next((c for c in columns if c["package"] == package), None)
        if same:
            same["heads"].append(name)
            continue
        ties = len(solution["packages"]) - 1 + sum(len(tie["packages"]) for tie in solution["ties"])
        worth = [solution["utilities"][p] for p in parties]
        columns.append({"heads": [name], "package": package, "worth": worth, "ties": ties})
    for column in columns:
        column["cells"] = {
            name: {
                "text": issue.label(column["package"][name]) if name in column["package"] else "open",
                "changed": base.get(name) != column["package"].get(name)
                if base
                else len({other["package"].get(name) for other in columns}) > 1,
            }
            for name, issue in case.issues.items()
        }
    return columns


def _draft(case: Case, answer: Answer, parties: Sequence[str]) -> dict[str, Any] | None:
    """The trades that improve on the draft, in words."""
    draft = answer.get("draft")
    if not draft:
        return None
    trades = []
    for trade in draft["trades"]:
        changes = [
            f"{case.issues[one['issue']].name or one['issue']} from {case.issues[one['issue']].label(one['from'])} "
            f"to {case.issues[one['issue']].label(one['to'])}"
            for one in trade["changes"]
        ]
        trades.append({"words": wording.listed(changes), "gains": [trade["gains"][party] for party in parties]})
    return {
        "trades": trades[:MOST_TRADES],
        "more": max(len(trades) - MOST_TRADES, 0) + draft["more_trades"],
        "better": len(draft["better"]) + draft["more_better"],
        "on_frontier": draft["on_frontier"],
        "broken": [case.rules[rule].words(case) for rule in draft["broken_rules"]],
        "below": [case.name(party) for party in draft["below_no_deal"]],
    }
