"""One report read: everything found in it, each with its place in the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from paripassu.case.proposal import CONTEXT
from paripassu.engine import Answer
from paripassu.read.dates import Date, dates
from paripassu.read.events import Event, events
from paripassu.read.layout import paragraphs
from paripassu.read.lexicon import Lexicon, alone, apart, extended, key, lexicon
from paripassu.read.mention import Mention
from paripassu.read.names import scan
from paripassu.read.people import Person, gather
from paripassu.read.places import settled, surroundings
from paripassu.read.positions import Hint, hints
from paripassu.read.published import Published, published
from paripassu.read.source import Page, page
from paripassu.read.stage import Stage
from paripassu.read.statements import Statement, statements
from paripassu.read.tokens import Sentence, sentences

__all__ = ["Named", "Reading", "read"]

RULES = "3"  # raised when a rule changes what is found


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation or a place and where it stands."""

    name: str
    type: str
    known: str | None
    mentions: tuple[tuple[int, int], ...]
    aliases: tuple[str, ...]
    rule: str | None = None  # when a model found it


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Answer):
    """What a report says, as far as rules can tell. Spans are code points of ``page.text``.

    :meth:`to_dict` gives spans of the file (see `Page`); they differ for HTML only.
    """

    page: Page
    published: Published
    title: str | None
    outlet: str | None
    persons: tuple[Person, ...]
    organisations: tuple[Named, ...]
    places: tuple[Named, ...]
    dates: tuple[Date, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    positions: tuple[Hint, ...]
    boilerplate: tuple[tuple[int, int], ...]  # spans of the file
    aside: tuple[tuple[int, int, str], ...] = ()  # paragraphs of ``page.text`` that are no body, and what they are
    model: Mapping[str, str] | None = None

    @property
    def remark(self) -> str | None:
        """What is said when no day of publication is known."""
        if self.published.base is not None:
            return None
        said = "No day of publication: relative dates stay unresolved."
        if self.published.day is not None:
            said += f" Proposed: {self.published.day.isoformat()} (give it with --published)."
        return said

    def summary(self) -> str:
        """The answer in a sentence or two."""
        counts = (
            (len(self.persons), "persons"),
            (len(self.organisations), "organisations"),
            (len(self.places), "places"),
            (len(self.dates), "dates"),
            (len(self.statements), "statements"),
            (len(self.events), "events"),
            (len(self.positions), "positions"),
        )
        return " ".join(["Found " + ", ".join(f"{n} {what}" for n, what in counts) + ".", self.remark or ""]).strip()

    def rows(self) -> list[dict[str, Any]]:
        """One row for each thing found: what it is, its first span in the file, and its words there."""
        text, where = self.page.text, self.page.span
        spans = [
            *(("person", one.name, None, m.start, m.end) for one in self.persons for _, m in one.mentions[:1]),
            *(("organisation", one.name, None, *one.mentions[0]) for one in self.organisations if one.mentions),
            *(("place", one.name, None, *one.mentions[0]) for one in self.places if one.mentions),
            *(("date", one.when.value, one.rule, one.start, one.end) for one in self.dates),
            *(
                ("statement", one.speaker.name if one.speaker else None, one.rule, one.start, one.end)
                for one in self.statements
            ),
            *(("event", one.kind, one.rule, *one.spans[0]) for one in self.events if one.spans),
            *(("position", one.option or one.what, one.rule, one.start, one.end) for one in self.positions),
        ]
        return [
            {"what": what, "found": found, "rule": rule, "span": list(where(start, end)), "words": text[start:end]}
            for what, found, rule, start, end in spans
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; every key is always there, spans are code points of the decoded file."""
        where = self.page.span
        day = self.published.day.isoformat() if self.published.day else None
        return {
            "source": {
                "sha256": self.page.sha256,
                "published": day if self.published.base else None,
                "published_basis": self.published.basis,
                "published_proposed": day if self.published.basis == "proposed" else None,
                "encoding": self.page.encoding,
                "title": self.title,
                "outlet": self.outlet,
                "rules": RULES,
                "model": dict(self.model) if self.model else None,
                "remark": self.remark,
            },
            "persons": [
                {
                    "name": one.name,
                    "aliases": one.aliases,
                    "role": "; ".join(one.roles) or None,
                    "mentions": [list(where(mention.start, mention.end)) for _, mention in one.mentions],
                    "known": one.known,
                    "open": one.open,
                }
                for one in self.persons
            ],
            "organisations": [self._named(one) for one in self.organisations],
            "places": [self._named(one) for one in self.places],
            "dates": [
                {
                    "span": list(where(one.start, one.end)),
                    "text": one.text,
                    "value": one.when.value,
                    "precision": one.when.precision,
                    "rule": one.rule,
                }
                for one in self.dates
            ],
            "statements": [self._said(one) for one in self.statements],
            "events": [
                {
                    "kind": one.kind,
                    "on": one.on,
                    "venue": one.venue,
                    "participants": list(one.participants),
                    "track": one.track,
                    "evidence": [self.evidence(*span) for span in one.spans],
                    "parties": list(one.parties),
                    "level": one.level,
                    "status": one.status,
                    "rule": one.rule,
                    "confidence": one.confidence,
                }
                for one in self.events
            ],
            "positions": [
                {
                    "party": one.party,
                    "issue": one.issue,
                    "option": one.option or one.what,
                    "kind": one.kind,
                    "to": one.to,
                    "by": one.by,
                    "basis": one.basis,
                    "span": list(where(one.start, one.end)),
                    "rule": one.rule,
                }
                for one in self.positions
            ],
            "boilerplate": [list(span) for span in self.boilerplate],
        }

    def chain(self, one: Statement) -> list[Any]:
        """Who reports whom, outermost first: the outlet, a paper, an unnamed official."""
        links: list[Any] = [self.outlet] if self.outlet else []
        through: list[Any] = []
        last: list[Any] = []
        for link in one.via:
            (last if isinstance(link, dict) else through).append(link)
        links += through
        if one.speaker is not None:
            links.append(one.speaker.name if one.speaker.named else {"unnamed": one.speaker.name})
        return [*links, *last]

    def _said(self, one: Statement) -> dict[str, Any]:
        where, speaker = self.page.span, one.speaker
        return {
            "span": list(where(one.start, one.end)),
            "kind": one.kind,
            "speaker": speaker.name if speaker else None,
            "speaker_span": list(where(speaker.start, speaker.end)) if speaker and speaker.start >= 0 else None,
            "cue": self.page.text[one.cue[0] : one.cue[1]] if one.cue else None,
            "chain": self.chain(one),
            "cue_span": list(where(*one.cue)) if one.cue else None,
            "rule": one.rule,
            "confidence": one.confidence,
        }

    def _named(self, one: Named) -> dict[str, Any]:
        return {
            "name": one.name,
            "aliases": list(one.aliases),
            "type": one.type,
            "mentions": [list(self.page.span(*span)) for span in one.mentions],
            "known": one.known,
        }

    def evidence(self, start: int, end: int) -> dict[str, Any]:
        """The evidence for a span of ``page.text``: its place in the file, the words there and around."""
        a, b = self.page.span(start, end)
        raw = self.page.raw
        return {
            "source": self.page.sha256,
            "start": a,
            "end": b,
            "quote": raw[a:b],
            "prefix": raw[max(0, a - CONTEXT) : a],
            "suffix": raw[b : b + CONTEXT],
        }


def read(
    source: bytes | str | Path | Page,
    *,
    published_on: dt.date | None = None,
    case: Any = None,
    encoding: str | None = None,
    name: str | None = None,
) -> Reading:
    """Read one report by rules alone.

    Parameters
    ----------
    source : bytes, str, Path or Page
        Plain text or HTML; a `Path` is opened, a `str` is the text itself.
    published_on : date, optional
        The day of publication. Without it and without one in the text, relative dates stay unresolved.
    case : Case, optional
        Its people, venues and parties are known names, its issues known issues.
    encoding : str, optional
        Of the bytes; else what they declare, else UTF-8.

    Returns
    -------
    Reading

    Raises
    ------
    CaseError
        When the bytes are no text in that encoding.

    Notes
    -----
    Linear in the length of the text.

    Examples
    --------
    >>> found = read("Envoy Ann Lee met Bo Berg on Friday.", published_on=dt.date(2018, 6, 4))
    >>> [one.name for one in found.persons], found.events[0].on
    (['Ann Lee', 'Bo Berg'], '2018-06-01')
    """
    from_ = source if isinstance(source, Page) else page(source, name=name, encoding=encoding)
    names: Lexicon = extended(case) if case is not None else lexicon()
    text = from_.text
    layout = paragraphs(text)
    paired = alone(text)
    parts = list(sentences(text, layout, lambda word, before: apart(word, before, names) or paired(word, before)))
    scans = [scan(one, names) for one in parts]
    persons = gather(parts, scans, names)
    for one, (found, loose) in zip(parts, scans, strict=True):
        if loose or found:
            surroundings(one, found, loose, names)
    settled(parts, scans, names)
    when = published(from_, parts, published_on)
    days = dates(text, parts, when.base)
    owners = {id(mention): person for person in persons for _, mention in person.mentions}
    said = statements(text, parts, scans, Stage(owners))
    stage = Stage(owners)
    stage.published = when.base.isoformat() if when.base else None
    happened = events(text, parts, scans, days, said, stage, when.base)
    speaking = {one.sentence: one.speaker.name for one in said if one.speaker is not None}
    wants = hints(text, parts, scans, Stage(owners), _issues(case), speaking)
    organisations, places = _gathered(text, parts, scans)
    furniture = [from_.span(one.start, one.end) for one in layout if one.role in ("furniture", "caption")]
    title = next((text[one.start : one.end] for one in layout if one.role == "title"), None)
    return Reading(
        page=from_,
        published=when,
        title=title or from_.said.get("title"),
        outlet=_outlet(parts, scans),
        persons=tuple(persons),
        organisations=organisations,
        places=places,
        dates=tuple(days),
        statements=tuple(said),
        events=tuple(happened),
        positions=tuple(wants),
        boilerplate=tuple(sorted([*furniture, *from_.furniture])),
        aside=tuple((one.start, one.end, one.role) for one in layout if one.role not in ("body", "heading")),
    )


def _gathered(
    text: str, parts: list[Sentence], scans: list[tuple[list[Mention], list[int]]]
) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """Organisations and places, one entry a name. "the North" is one only beside the country's full name."""
    korean = any(
        (mention.name in ("North Korea", "South Korea") and mention.j - mention.i != 2)
        or mention.name == "Korea"
        or mention.name == "Pyongyang"
        or text[mention.start : mention.end].endswith("Korea")
        for found, _ in scans
        for mention in found
        if mention.kind in ("place", "people")
    )
    tables: dict[str, dict[str, list[Mention]]] = {"organisation": {}, "place": {}}
    for found, _ in scans:
        for mention in found:
            table = tables.get(mention.kind)
            if table is None:
                continue
            if not korean and text[mention.start : mention.end].lower() in ("the north", "the south"):
                continue
            name = mention.known or (
                mention.name if mention.type not in ("facility", "institution", "place") else key(mention.name)
            )
            table.setdefault(name, []).append(mention)
    results = []
    for table in tables.values():
        entries = []
        for mentions in table.values():
            first = mentions[0]
            spellings = dict.fromkeys(text[one.start : one.end] for one in mentions)
            aliases = tuple(spelling for spelling in spellings if spelling != first.name)
            entries.append(
                Named(
                    first.name,
                    first.type,
                    first.known,
                    tuple((one.start, one.end) for one in mentions),
                    aliases,
                )
            )
        entries.sort(key=lambda one: one.mentions[0])
        results.append(tuple(entries))
    return results[0], results[1]


def _outlet(parts: list[Sentence], scans: list[tuple[list[Mention], list[int]]]) -> str | None:
    """The outlet of a dateline ("SEOUL, June 4 (Yonhap) --"); a paper that is merely quoted is none."""
    for sentence, (found, _) in list(zip(parts, scans, strict=True))[:8]:
        for mention in found:
            inside = mention.type == "media" and 0 < mention.i < 14 and mention.j < len(sentence.words)
            if inside and sentence.words[mention.i - 1] == "(" and sentence.words[mention.j] in (")", "/"):
                return mention.name
    return None


def _issues(case: Any) -> dict[str, tuple[str, ...]]:
    issues = getattr(case, "issues", None) or {}
    return {
        name: tuple(str(option) for option in getattr(issue, "options", ()) or ()) for name, issue in issues.items()
    }
