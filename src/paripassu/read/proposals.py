"""From a reading to what a person is asked: every find with its exact words, its rule, how sure."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from paripassu.case import Case
from paripassu.case.people import named_in
from paripassu.case.proposal import Evidence, Proposal, propose
from paripassu.read.lexicon import key, sound
from paripassu.read.queue import Document
from paripassu.read.reading import Named, Reading

__all__ = ["document", "proposals"]

_YEAR = re.compile(r"\b\d{4}\b")


def document(reading: Reading, kept: Path | None = None, case: Path | None = None) -> Document:
    """What is known of the text that was read; ``kept`` is its file, told from the folder of the case."""
    where = None
    if kept is not None:
        folder = (case if case.is_dir() else case.parent).resolve() if case is not None else Path.cwd()
        path = kept.resolve()
        # Beside the case or below, the two can move together; from elsewhere only the whole path leads back.
        where = os.path.relpath(path, folder) if path.is_relative_to(folder) else str(path)
    day = reading.published.base
    return Document(
        sha256=reading.page.sha256,
        text=where,
        title=reading.title,
        outlet=reading.outlet,
        published=day.isoformat() if day is not None else None,
    )


def proposals(reading: Reading, case: Case | None = None) -> list[Proposal]:
    """Everything found in a report as open proposals, names first.

    Parameters
    ----------
    reading : Reading
    case : Case, optional
        Names that sound like one of its people or venues are asked about: one person, or two?

    Examples
    --------
    >>> from paripassu.read.reading import read
    >>> [(one.kind, one.evidence.quote) for one in proposals(read("Envoy Ann Lee met John Berg on 4 June 2018."))][:3]
    [('person', 'Ann Lee'), ('person', 'John Berg'), ('date', '4 June 2018')]
    """
    found = [*_people(reading, case), *_names(reading, case), *_dates(reading), *_told(reading), *_wants(reading)]
    # The same words may lead two rules to the same find: one question is enough.
    return list({one.id: one for one in found}.values())


def _evidence(reading: Reading, start: int, end: int) -> Evidence:
    return Evidence(**reading.evidence(start, end))


def _people(reading: Reading, case: Case | None) -> Iterator[Proposal]:
    for one in reading.persons:
        # The place where the name stands in full, if there is one.
        mentions = [mention for _, mention in one.mentions]
        mention = next((each for each in mentions if each.name == one.name), mentions[0])
        evidence = _evidence(reading, mention.start, mention.end)
        full = len(one.name.split()) > 1 and not one.open
        content: dict[str, Any] = {
            "name": one.name,
            "aliases": list(one.aliases),
            "role": "; ".join(one.roles) or None,
            "party": None,
            "known": one.known,
        }
        sure: Any = "likely" if full and one.rule == "person" else "guess"
        yield propose("person", one.rule, sure, evidence, content)
        if case is not None and one.known is None:
            yield from _alike("person", one.name, case.people, evidence)


def _alike(what: str, name: str, known: Mapping[str, Any], evidence: Evidence) -> Iterator[Proposal]:
    if named_in(name, known) is not None:
        return
    for id_, one in known.items():
        if any(sound(each) == sound(name) and key(each) != key(name) for each in one.names):
            content = {"what": what, "left": id_, "right": name, "why": "the names sound alike"}
            yield propose("merge", "merge.sound", "guess", evidence, content)


def _names(reading: Reading, case: Case | None) -> Iterator[Proposal]:
    groups: tuple[tuple[Any, tuple[Named, ...]], ...] = (
        ("organisation", reading.organisations),
        ("place", reading.places),
    )
    for kind, entries in groups:
        for one in entries:
            evidence = _evidence(reading, *one.mentions[0])
            content = {"name": one.name, "aliases": list(one.aliases), "type": one.type, "known": one.known}
            yield propose(kind, one.rule or kind, "guess" if one.rule else "likely", evidence, content)
            if kind == "place" and case is not None and one.known is None:
                yield from _alike("venue", one.name, case.venues, evidence)


def _dates(reading: Reading) -> Iterator[Proposal]:
    for one in reading.dates:
        value = one.when.value
        sure: Any = "guess" if value is None else "explicit" if _YEAR.search(one.text) else "likely"
        content = {"text": one.text, "value": value, "precision": one.when.precision}
        yield propose("date", one.rule, sure, _evidence(reading, one.start, one.end), content)


def _told(reading: Reading) -> Iterator[Proposal]:
    text = reading.page.text
    day = reading.published.base
    reported = day.isoformat() if day is not None else None
    for event in reading.events:
        content: dict[str, Any] = {
            "kind": event.kind,
            "title": None,
            "on": event.on,
            "venue": event.venue,
            "heads": list(event.heads),
            "participants": list(event.participants),
            "parties": list(event.parties),
            "track": event.track,
            "level": event.level,
            "status": event.status,
            "reported": reported,
            "chain": [],
        }
        sure: Any = event.confidence
        yield propose("event", event.rule, sure, _evidence(reading, *event.spans[0]), content)
    for said in reading.statements:
        sure = said.confidence
        content = {
            "kind": said.kind,
            "speaker": said.speaker.name if said.speaker else None,
            "cue": text[said.cue[0] : said.cue[1]] if said.cue else None,
            "chain": reading.chain(said),
        }
        yield propose("statement", said.rule, sure, _evidence(reading, said.start, said.end), content)


def _wants(reading: Reading) -> Iterator[Proposal]:
    for one in reading.positions:
        evidence = _evidence(reading, one.start, one.end)
        chain = [one.by] if one.by and one.by != one.party else []
        if one.issue is not None and one.option is not None:
            day = reading.published.base
            content: dict[str, Any] = {
                "party": one.party,
                "issue": one.issue,
                "option": one.option,
                "as_of": day.isoformat() if day is not None else None,
                "basis": one.basis,
                "chain": chain,
            }
            yield propose("position", one.rule, "guess", evidence, content)
        elif one.kind in ("demand", "offer"):
            kind: Any = one.kind
            content = {"by": one.party, "to": one.to, "what": one.what, "basis": one.basis, "chain": chain}
            yield propose(kind, one.rule, "guess", evidence, content)
