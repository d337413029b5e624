"""What is known: what happened, on which track, who was there, and who says so."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any

from paripassu.case.case import Case
from paripassu.case.when import when
from paripassu.read.readiness import readiness
from paripassu.read.timeline import Item, timeline
from paripassu.report import wording
from paripassu.report.charts import Chart
from paripassu.report.pictures import timeline as picture
from paripassu.report.section import Number, Picture, Section

__all__ = ["by_track", "known", "listed_sources"]

WORDS = ("letter", "statement", "announcement", "offer")
"""Kinds of event in which something is said or written and nobody need have met."""
LANES = ("summit", "ministerial", "envoy", "working-level", "logistics")


def known(case: Case) -> Section:
    """The record as a timeline by track, the people in it, and every source."""
    if not case.record:
        return Section(id="known", missing=("record",))
    found = timeline(case)
    every = (*found.items, *found.undated)
    pictures = {}
    near, far = _together(found.items)
    if near:
        pictures["timeline"] = Picture(chart=by_track(case, near), narrow=by_track(case, near, width=340))
    facts = {
        "events": [_row(case, item) for item in every],
        "count": len(every),
        "corrected": len(found.corrected),
        "span": _span(found.items),
        "tally": _tally(every),
        "undated": len(found.undated),
        "far": [f"{_title(item)} ({wording.when(item.on)})" for item in far],
        "unnamed": sum(any("unnamed" in link for link in _chains(item)) for item in every),
        "tracks": Counter(item.lane for item in every).most_common(),
        "people": _people(case, every),
        "readiness": _readiness(case),
        "sources": len(case.sources),
        "outlets": len({source.outlet for source in case.sources.values() if source.outlet}),
        "bare": sum(not source.outlet for source in case.sources.values()),
    }
    first = Number(value=str(len(every)), words="events on record" if len(every) > 1 else "event on record")
    return Section(id="known", facts=facts, pictures=pictures, number=first)


def _together(items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """The events that one picture can tell apart, and the few so far off that they would press the rest together.

    Far off is before or after a gap of more than twice the time that all others take (a month at the least); few is
    at most a third of all.
    """
    days = sorted((item.on.first, item.on.last) for item in items if item.on.first and item.on.last)
    start, end = 0, len(days)
    month = dt.timedelta(days=30)
    for cut in range(1, len(days) // 3 + 1):
        early, late = days[:cut], days[-cut:]
        if days[cut][0] - max(last for _, last in early) > 2 * max(days[-1][0] - days[cut][0], month):
            start = cut
        if late[0][0] - max(last for _, last in days[:-cut]) > 2 * max(days[-cut - 1][0] - days[0][0], month):
            end = len(days) - cut
    shown = {*days[start:end]}
    near = [item for item in items if (item.on.first, item.on.last) in shown]
    return near, [item for item in items if (item.on.first, item.on.last) not in shown]


def _span(items: Sequence[Item]) -> str:
    """From when to when, each end as it is told: a year is not its first day."""
    dated = [item.on for item in items if item.on.first and item.on.last]
    if not dated:
        return ""
    ends = min(dated, key=lambda on: str(on.first)), max(dated, key=lambda on: str(on.last))
    first, last = when(ends[0].text.split("/")[0]), when(ends[1].text.split("/")[-1])
    if first == last:
        return f"{'on' if first.first == first.last else 'in'} {wording.when(first)}"
    return f"from {wording.when(first)} to {wording.when(last)}"


def _tally(items: Sequence[Item]) -> list[str]:
    """How many events took place, were said, called off, expected or disputed; what there is none of is left out.

    Of a single event it is told as of one already named.
    """
    counts = Counter(
        "said" if item.status == "held" and item.kind in WORDS else item.status.replace("planned", "expected")
        for item in items
    )
    told = {
        "held": ("took place", "took place"),
        "said": ("was said or written", "were said or written"),
        "cancelled": ("was called off", "were called off"),
        "expected": ("was only expected", "were only expected"),
        "disputed": ("is disputed", "are disputed"),
    }
    return [
        f"{'it' if len(items) == 1 else wording.few(counts[key])} {one if counts[key] == 1 else many}"
        for key, (one, many) in told.items()
        if counts[key]
    ]


def _readiness(case: Case) -> list[dict[str, Any]]:
    """What was judged of the talks, question by question; those that nobody has judged among them."""
    if not case.readiness:
        return []
    return [
        {
            "question": one.words,
            "differ": one.differ,
            "said": [
                {
                    "answer": judged.answer,
                    "parties": [case.parties[p].short or case.name(p) for p in judged.parties],
                    "when": wording.when(judged.as_of),
                    "by": wording.told_by(case, judged.provenance),
                    "basis": judged.provenance["basis"],
                    "source": judged.provenance["sources"],
                    "before": before,
                }
                for before, held in ((False, one.last), (True, tuple(reversed(one.earlier))))
                for judged in held
            ],
        }
        for one in readiness(case).questions
    ]


def by_track(case: Case, items: Sequence[Item], *, width: int = 700) -> Chart:
    """The timeline of the events with a date."""
    used = {item.lane for item in items}
    lanes = [lane for lane in (*LANES, *sorted(used - {*LANES})) if lane in used]
    return picture.timeline([_mark(case, item) for item in items], lanes, width=width)


def _chains(item: Item) -> list[dict[str, str]]:
    return [link for account in item.accounts for link in account.provenance["chain"]]


def _title(item: Item) -> str:
    return item.title or f"{item.kind}{f' at {item.venue}' if item.venue else ''}"


def _mark(case: Case, item: Item) -> picture.Mark:
    assert item.on.first
    assert item.on.last
    return picture.Mark(
        first=item.on.first,
        last=item.on.last,
        lane=item.lane,
        title=_title(item),
        status=item.status,
        when=wording.when(item.on),
        told_by="\n".join(wording.told_by(case, account.provenance, spans=True) for account in item.accounts),
        weight=6 * (item.kind == "summit")
        + 2 * (item.level == "summit")
        + 2 * (item.kind in ("session", "meeting", "letter"))
        + (item.status != "expected")
        + (item.on.precision in ("day", "range"))
        + 3 * (len(case.parties) > 1 and sum(p in item.parties for p in _principals(case)) > 1),
    )


def _principals(case: Case) -> list[str]:
    """The parties whose preferences or positions the case holds; all where it holds none."""
    speaking = {*case.preferences, *(position.party for position in case.positions)}
    return [party for party in case.parties if party in speaking] or list(case.parties)


def _row(case: Case, item: Item) -> dict[str, Any]:
    provenances = [account.provenance for account in item.accounts]
    return {
        "when": wording.when(item.on),
        "title": _title(item),
        "lane": item.lane,
        "status": item.status,
        "parties": [case.parties[p].short or case.name(p) for p in item.parties],
        "people": [one.name for one in item.people],
        "told": [
            {"by": wording.told_by(case, one), "basis": one["basis"], "source": one["sources"]} for one in provenances
        ],
    }


def _people(case: Case, items: Sequence[Item]) -> list[dict[str, Any]]:
    """Everybody who takes part, those most often there first within each party."""
    seen: Counter[str] = Counter()
    names: dict[str, str] = {}
    for item in items:
        for one in item.people:
            if one.id is None and one.role == "speaker":
                continue  # "observers" or a newspaper, as a report calls them: nobody said that it is a person
            seen[one.id or one.name] += 1
            names[one.id or one.name] = one.name
    order = [*case.parties, None]
    rows = []
    for key in dict.fromkeys((*seen, *(k for k, one in case.people.items() if not one.same_as))):
        person = case.people.get(key)
        rows.append(
            {
                "name": person.name if person else names[key],
                "party": person.party if person else None,
                "role": str(person.role[0]) if person and person.role else "",
                "times": seen[key],
            }
        )
    return sorted(rows, key=lambda row: (order.index(row["party"]), -row["times"], row["name"]))


def listed_sources(case: Case) -> list[dict[str, Any]]:
    """Every source of the case, the oldest first."""
    rows = [
        {
            "id": key,
            "title": source.title,
            "outlet": source.outlet,
            "author": wording.listed(source.author),
            "published": wording.day(source.published) if source.published else "",
            "at": source.published,
            "url": source.url if source.url and source.url.startswith(("https://", "http://")) else None,
            "chain": ", citing ".join(source.reports),
        }
        for key, source in case.sources.items()
    ]
    return sorted(rows, key=lambda row: (row["at"] is None, str(row["at"]), row["outlet"] or ""))
