"""Who says so and since when: what every entry of the record and the positions is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from paripassu.case import Case, Event, Link
from paripassu.case.chain import said_by
from paripassu.case.people import fold, named_in
from paripassu.case.reported import Reported
from paripassu.case.when import When

__all__ = [
    "AHEAD",
    "chain_of",
    "contradict",
    "current",
    "family",
    "groups",
    "known_on",
    "label",
    "moment",
    "provenance",
    "sources_of",
    "venue",
    "who",
]

AHEAD = ("expected", "planned")
"""What a report says of an event to come."""
_MEETINGS = ("session", "meeting", "summit", "talks", "negotiation", "round")
Kept = TypeVar("Kept", bound=Reported)


def label(section: str, index: int, entry: Reported) -> str:
    """What an entry is called: its id, or its place in the file."""
    return entry.id or f"{section}.{index}"


def sources_of(case: Case, entry: Reported) -> tuple[str, ...]:
    """The ids of the sources an entry rests on, evidence included, each once."""
    by_digest = {source.sha256: name for name, source in case.sources.items() if source.sha256}
    cited = (by_digest.get(one.source, one.source) for one in entry.evidence)
    return tuple(dict.fromkeys((*entry.source, *cited)))


def known_on(case: Case, entry: Reported) -> dt.date | None:
    """The day it was reported, else the day its first source came out; None when neither is said."""
    if entry.reported is not None:
        return entry.reported
    out = [case.sources[name].published for name in sources_of(case, entry) if name in case.sources]
    return min((day for day in out if day is not None), default=None)


def chain_of(case: Case, entry: Reported) -> tuple[Link, ...]:
    """Who told whom: the entry's own chain, else each source's outlet and what it cites."""
    if entry.chain:
        return entry.chain
    for name in sources_of(case, entry):
        source = case.sources.get(name)
        if source is not None:
            # An outlet not given leaves the title: somebody must be seen to say it.
            return tuple(Link.model_validate(one) for one in (source.outlet or source.title, *source.reports))
    return ()


def provenance(case: Case, entry: Reported) -> dict[str, Any]:
    """Everything about where an entry comes from, in its JSON form; spans without the words they cover."""
    chain, known = chain_of(case, entry), known_on(case, entry)
    return {
        "said_by": said_by(chain) or None,
        "chain": [link.to_dict() for link in chain],
        "basis": entry.basis,
        "sources": list(sources_of(case, entry)),
        "spans": [{"source": one.source, "start": one.start, "end": one.end} for one in entry.evidence],
        "reported": known.isoformat() if known else None,
        "entered": entry.entered.isoformat() if entry.entered else None,
        "by": entry.by,
        "note": entry.note,
    }


def current(case: Case, entries: Sequence[Kept], as_of: dt.date | None = None) -> Iterator[tuple[int, Kept]]:
    """The entries that stand, with their places: known by ``as_of`` and not corrected by then.

    Where an entry does not say when it was reported it counts as known when nothing else is asked, and as not
    known by any given day.
    """
    known = [
        (index, entry)
        for index, entry in enumerate(entries)
        if as_of is None or ((day := known_on(case, entry)) is not None and day <= as_of)
    ]
    corrected = {entry.supersedes for _, entry in known if entry.supersedes is not None}
    yield from ((index, entry) for index, entry in known if entry.id is None or entry.id not in corrected)


def family(kind: str) -> str:
    """The kind an event is compared by: one report's `talks` are another's `meeting`."""
    return "meeting" if kind in _MEETINGS else kind


def contradict(case: Case, one: Event, two: Event) -> bool:
    """Whether two accounts cannot both be right about what became of an event.

    A plan that came true or did not contradicts nothing; nor does what was called off before its day and held
    after all.
    """
    if one.status == two.status or one.status in AHEAD or two.status in AHEAD:
        return False
    off, held = (one, two) if one.status == "cancelled" else (two, one)
    told = known_on(case, off)
    if off.status == "cancelled" and held.status == "held" and told is not None and held.on.first is not None:
        return told >= held.on.first
    return True


def who(case: Case, name: str) -> str:
    """The id of somebody named in the record, by id or full name; when not introduced, the name as first spelt."""
    found = name if name in case.people else named_in(name, case.people)
    if found is None:
        # A hyphen or a capital makes nobody another person: papers differ in both.
        plain = fold(name)
        return next((one for event in case.record for one in event.people if fold(one) == plain), name)
    return case.people[found].same_as or found


def venue(case: Case, name: str) -> str:
    """The id of a venue, by id or name; the words themselves when it is not one of `venues`."""
    found = name if name in case.venues else named_in(name, case.venues)
    if found is None:
        return name
    return case.venues[found].same_as or found


def groups(case: Case, events: Sequence[tuple[int, Event]]) -> list[list[tuple[int, Event]]]:
    """Events gathered by `same_as`: each group is one event in as many accounts."""
    earlier = {event.id: event.same_as for event in case.record if event.id is not None}
    # A correction speaks of what the corrected entry spoke of.
    replaced = {event.id: event.supersedes for event in case.record if event.id is not None}

    def first(event: Event) -> str | None:
        name, seen = event.same_as or event.supersedes or event.id, set[str]()
        while name is not None and name not in seen:
            seen.add(name)
            before = earlier.get(name) or replaced.get(name)
            if before is None:
                break
            name = before
        return name

    found: dict[object, list[tuple[int, Event]]] = {}
    for index, event in events:
        found.setdefault(first(event) or index, []).append((index, event))
    return list(found.values())


def moment(when: When) -> dict[str, Any]:
    """A date's JSON form."""
    return {
        "on": when.text,
        "precision": when.precision,
        "first": when.first.isoformat() if when.first else None,
        "last": when.last.isoformat() if when.last else None,
    }
