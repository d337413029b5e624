"""What an accepted proposal adds to the case: a source, a person, a venue, an event, a position."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from paripassu.case import Case
from paripassu.case.append import Addition
from paripassu.case.people import Person, Venue, fold, named_in
from paripassu.case.proposal import Proposal
from paripassu.case.record import LEVELS, STATUSES, TRACKS
from paripassu.errors import CommandError
from paripassu.read.accounts import who
from paripassu.read.lexicon import lexicon
from paripassu.read.queue import Document, Queue

__all__ = ["additions", "entry_of", "same_thing"]

_WIDE = ("country", "region", "continent", "state", "province", "sea")


def additions(case: Case, queue: Queue, proposal: Proposal, *, by: str | None, today: dt.date) -> list[Addition]:
    """What to put where in the case file when a person accepts this.

    Returns
    -------
    list of additions
        Empty when the case knows it all already, or when only the queue keeps it (dates, organisations, countries).

    Raises
    ------
    CommandError
        When something it needs is missing (a position without a party of the case); says what.
    """
    content = proposal.answer
    source, found = _source(case, queue, proposal)
    kind = proposal.kind
    if kind == "person":
        new = _named(case, queue, proposal, source, "people")
    elif kind == "place" and content.get("type") not in _WIDE:
        new = _named(case, queue, proposal, source, "venues")
    elif kind in ("event", "statement", "demand", "offer"):
        event = _event(case, proposal, _named_in_full(queue, proposal), source)
        known = any(one.id == event["id"] for one in case.record)
        new = [] if known else [(("record", "+"), event | _claim(queue, proposal, source, by, today))]
    elif kind == "position":
        new = _position(case, content)
        known = any(one.id == entry_of(proposal) for one in case.positions)
        claim = {"id": entry_of(proposal)} | new[-1][1] | _claim(queue, proposal, source, by, today)
        new = [] if known else [*new[:-1], (("positions", "+"), claim)]
    elif kind == "merge":
        new = same_thing(case, queue, content)
        found = []
    else:
        return []
    return [*found, *new] if new else []


def entry_of(proposal: Proposal) -> str:
    """The id of the entry an accepted proposal becomes."""
    content = proposal.answer
    on = str(content.get("on") or content.get("as_of") or "undated").replace("/", "-to-")
    kind = {"event": content.get("kind") or "event"}.get(proposal.kind, proposal.kind)
    return "-".join((on, *fold(str(kind)).split(), proposal.id[:8]))


def _source(case: Case, queue: Queue, proposal: Proposal) -> tuple[str, list[Addition]]:
    """The id of the source in the case, and the entry to make when it is not there."""
    for name, source in case.sources.items():
        if source.sha256 == proposal.source:
            return name, []
    document = queue.documents.get(proposal.source, Document(sha256=proposal.source))
    words = fold(document.outlet or document.title or "text").split()[:5]
    name = _free("-".join([*words, document.published or proposal.source[:8]]), case.sources)
    entry: dict[str, Any] = {"title": document.title or f"Text {document.name}"}
    for key in ("outlet", "author", "published", "language"):
        if held := getattr(document, key):
            entry[key] = list(held) if isinstance(held, tuple) else held
    entry["sha256"] = proposal.source
    if document.text:
        entry["text"] = document.text
    return name, [(("sources", name), entry)]


def _free(name: str, taken: Iterable[str]) -> str:
    held, number, free = set(taken), 2, name or "unnamed"
    while free in held:
        free, number = f"{name}-{number}", number + 1
    return free


def _claim(queue: Queue, proposal: Proposal, source: str, by: str | None, today: dt.date) -> dict[str, Any]:
    """Who says so, since when, in which words, and who entered it."""
    content, document = proposal.answer, queue.documents.get(proposal.source)
    spoken = proposal.evidence
    evidence: dict[str, Any] = {"source": source, "start": spoken.start, "end": spoken.end, "quote": spoken.quote}
    evidence |= {key: held for key in ("prefix", "suffix") if (held := getattr(spoken, key))}
    published = document.published if document else None
    claim: dict[str, Any] = {
        "basis": _basis(proposal),
        "reported": content.get("reported") or published,
        "entered": today.isoformat(),
        "by": by,
        "chain": _from_the_page(document, list(content.get("chain") or ())),
        "evidence": [evidence],
        "source": source,
    }
    return {key: held for key, held in claim.items() if held not in (None, [])}


def _from_the_page(document: Document | None, chain: list[Any]) -> list[Any]:
    """The chain with the outlet at its start; no chain where there is nothing behind the outlet."""
    outlet = (document.outlet or document.title) if document else None
    if not chain or outlet is None or (isinstance(chain[0], str) and fold(chain[0]) == fold(outlet)):
        return chain
    return [outlet, *chain]


def _basis(proposal: Proposal) -> str:
    said = proposal.answer.get("basis")
    if said in ("stated", "reported", "analyst"):
        return str(said)
    # Words in quotation marks are the speaker's own; everything else is somebody's account.
    return "stated" if proposal.kind == "statement" and proposal.answer.get("kind") == "direct" else "reported"


def _named(case: Case, queue: Queue, proposal: Proposal, source: str, section: str) -> list[Addition]:
    """A person or venue: a new entry, or what is new about one the case knows by its full name."""
    content = proposal.answer
    known: Mapping[str, Person] | Mapping[str, Venue] = case.people if section == "people" else case.venues
    name = str(content["name"])
    given = content.get("known")
    found = given if given in known else named_in(name, known) or _by_merge(queue, name, known)
    names = [name, *map(str, content.get("aliases") or ())]
    # A reader may put several titles into one text.
    titles = [part.strip() for role in _many(content.get("role")) for part in role.split(";") if part.strip()]
    titles = titles if section == "people" else []
    if found is None:
        entry: dict[str, Any] = {"name": name}
        aliases = [{"text": one, "source": source} for one in _new(names, [name])]
        if aliases:
            entry["aliases"] = aliases
        party = _party(case, content.get("party"))
        if party and section == "people":
            entry["party"] = party
        if titles:
            entry["role"] = [{"text": title, "source": source} for title in titles]
        key = _free("-".join(fold(name).split()), known)
        # A name from the lists, or typed by a person, is none that this report has; its spelling stands at `aliases`.
        written = not aliases or fold(name) in fold(proposal.evidence.quote)
        return [((section, key), entry | ({"source": source} if written else {}))]
    one = known[found]
    held = {(" ".join(said.text.casefold().split()), each) for said in getattr(one, "role", ()) for each in said.source}
    roles = [title for title in titles if (" ".join(title.casefold().split()), source) not in held]
    return [
        *(((section, found, "aliases", "+"), {"text": new, "source": source}) for new in _new(names, one.names)),
        *(((section, found, "role", "+"), {"text": title, "source": source}) for title in roles),
    ]


def _new(names: list[str], known: Iterable[str]) -> list[str]:
    """Spellings not known yet; a part of a known name (a bare surname) is never made a name of its own."""
    held = list(known)
    fresh: list[str] = []
    for name in dict.fromkeys(names):
        parts = set(fold(name).split())
        if name not in held and not any(parts < set(fold(one).split()) for one in held):
            fresh.append(name)
    return fresh


def _by_merge(queue: Queue, name: str, known: Any) -> str | None:
    """The entry a person said this name belongs to before it was in the case."""
    for one in queue.proposals:
        if one.kind == "merge" and one.state in ("accepted", "edited"):
            pair = [str(one.answer.get(side)) for side in ("left", "right")]
            pair = [_name_of(queue, each) for each in pair]
            if fold(name) in map(fold, pair):
                for other in pair:
                    if found := (other if other in known else named_in(other, known)):
                        return found
    return None


def _name_of(queue: Queue, reference: str) -> str:
    """The name a merge means, where it names a proposal."""
    named = next((one for one in queue.proposals if one.id == reference), None)
    return reference if named is None else str(named.answer.get("name") or reference)


def _many(value: Any) -> list[str]:
    if not value:
        return []
    return [str(value)] if isinstance(value, str) else [str(one) for one in value]


def _party(case: Case, name: Any) -> str | None:
    """The party a name means: its id, name or short name, or another name of the same country."""
    if not name:
        return None
    wanted = {fold(str(name)), fold(_country(str(name)))}
    for key, party in case.parties.items():
        names = [key, party.name or key, party.short or key]
        if wanted & {fold(each) for each in (*names, *map(_country, names))}:
            return key
    return None


def _country(name: str) -> str:
    """The name by which the lists know a country or organisation; the name itself when they do not."""
    for words, known in lexicon().names.get(name.split(" ")[0], ()):
        if known.kind != "people" and " ".join(words) == name.replace("’", "'"):
            return known.name
    return name


def _event(case: Case, proposal: Proposal, content: Mapping[str, Any], source: str) -> dict[str, Any]:
    parties = list(dict.fromkeys(filter(None, (_party(case, one) for one in _sides(content)))))
    venue = content.get("venue")
    track = str(content.get("track") or "")
    level = str(content.get("level") or (track if track in LEVELS else ""))
    event: dict[str, Any] = {
        "id": entry_of(proposal),
        "on": content.get("on") or "unknown",
        "kind": (content.get("kind") or "event") if proposal.kind == "event" else proposal.kind,
        "title": content.get("title") or content.get("what"),
        "track": track if track in TRACKS else None,
        "level": level if level in LEVELS else None,
        "venue": _where(case, str(venue)) if venue else None,
        "parties": parties,
        "heads": [_someone(case, str(one)) for one in content.get("heads") or ()],
        "participants": _participants(case, proposal, content),
        "status": content.get("status") if content.get("status") in STATUSES else None,
    }
    return {key: held for key, held in event.items() if held not in (None, [])}


def _named_in_full(queue: Queue, proposal: Proposal) -> dict[str, Any]:
    """The content, with the names that a person gave in full for this text in place of those it has.

    A surname is nobody's until a person says whose it is, and then only in the text where it was asked.
    """
    full = {
        str(one.content["name"]): str(one.answer["name"])
        for one in queue.proposals
        if one.kind == "person" and one.source == proposal.source and one.state == "edited"
    }

    def named(one: Any) -> Any:
        if isinstance(one, Mapping):
            return {key: full.get(held, held) if key in ("who", "name") else held for key, held in one.items()}
        return full.get(one, one)

    content = dict(proposal.answer)
    if proposal.edited is None:
        for key in ("participants", "heads"):
            content[key] = [named(one) for one in content.get(key) or ()]
        content["speaker"] = named(content.get("speaker"))
    return content


def _where(case: Case, place: str) -> str | None:
    """The id of a venue the case knows, else its name; a telephone is no place."""
    known = place if place in case.venues else named_in(place, case.venues)
    if known is not None or " " in place or place != place.lower():
        return known or place
    return None if place in ("phone", "telephone", "video", "online") else place.capitalize()


def _sides(content: Mapping[str, Any]) -> list[Any]:
    return [*(content.get("parties") or ()), content.get("by"), content.get("to")]


def _participants(case: Case, proposal: Proposal, content: Mapping[str, Any]) -> list[Any]:
    named: list[Any] = list(content.get("participants") or ())
    if proposal.kind == "statement" and content.get("speaker"):
        named.append({"who": content["speaker"], "role": "speaker"})
    found: dict[str, Any] = {}
    for one in named:
        role = one.get("role") if isinstance(one, Mapping) else None
        name = str(one.get("who") or one.get("name")) if isinstance(one, Mapping) else str(one)
        if _party(case, name) and who(case, name) not in case.people:
            continue  # a side, not a person: it stands at `parties`
        said = _someone(case, name)
        found[said] = {"who": said, "role": role} if role else said
    return list(found.values())


def _someone(case: Case, name: str) -> str:
    """The id of somebody the case knows, else the name; one word in small letters would read as an id."""
    known = who(case, name)
    return known if known in case.people or " " in name or name != name.lower() else name.capitalize()


def _position(case: Case, content: Mapping[str, Any]) -> list[Addition]:
    party = _party(case, content.get("party"))
    if party is None:
        raise CommandError(f"needs a party of this case ({', '.join(case.parties)}), got `{content.get('party')}`")
    issue = str(content.get("issue") or "")
    named = next((key for key, one in case.issues.items() if fold(issue) in (fold(key), fold(one.name or key))), None)
    option = content.get("option")
    if not issue or not option:
        raise CommandError("needs an issue and an option")
    made: list[Addition] = []
    if named is None:
        named = "-".join(fold(issue).split())
        made = [(("issues", named), {"name": issue, "options": _many(option)})]
    else:
        options = case.issues[named].options
        chosen = [next((each for each in options if fold(each) == fold(one)), one) for one in _many(option)]
        unknown = [one for one in chosen if case.issues[named].option(one) is None]
        if unknown:
            raise CommandError(f"needs an option of `{named}` ({', '.join(options[:8])}), got `{unknown[0]}`")
        option = chosen if len(chosen) > 1 else chosen[0]
    as_of = content.get("as_of") or "unknown"
    return [*made, (("positions", "+"), {"party": party, "issue": named, "option": option, "as_of": as_of})]


def same_thing(case: Case, queue: Queue, content: Mapping[str, Any]) -> list[Addition]:
    """Two names for one person or venue, two accounts of one event."""
    what, left, right = content.get("what"), str(content.get("left")), str(content.get("right"))
    if what == "event":
        return _same_event(case, queue, left, right)
    section = "people" if what == "person" else "venues"
    known: Mapping[str, Person] | Mapping[str, Venue] = case.people if what == "person" else case.venues
    names = [_name_of(queue, left), _name_of(queue, right)]
    ids = [name if name in known else named_in(name, known) for name in names]
    ids = [known[one].same_as or one if one is not None else None for one in ids]
    if ids[0] is not None and ids[1] is not None:
        if ids[0] == ids[1]:
            return []
        order = list(known)
        first, second = sorted((ids[0], ids[1]), key=order.index)
        if any(one.same_as == second for one in known.values()):
            raise CommandError(f"`{second}` already stands for others; say by hand which entry is kept")
        return [((section, second, "same_as"), first)]
    for found, name in ((ids[0], names[1]), (ids[1], names[0])):
        if found is not None:
            return [((section, found, "aliases", "+"), new) for new in _new([name], known[found].names)]
    return []  # neither is in the case yet: kept in the queue until one is


def _same_event(case: Case, queue: Queue, left: str, right: str) -> list[Addition]:
    entries = [event.id for event in case.record]
    proposals = {one.id: entry_of(one) for one in queue.proposals if one.kind == "event"}
    named = (proposals.get(left, left), proposals.get(right, right))
    places = [entries.index(name) if name in entries else -1 for name in named]
    if min(places) < 0:
        raise CommandError("needs both reports in the record; accept them first")
    first, second = sorted(places)
    if first == second or case.record[second].same_as is not None:
        return []
    table = case.table("record", second)
    if table is not None:
        raise CommandError(f"`{entries[second]}` stands in {table}; write `{entries[first]}` into its column `same_as`")
    # In the case file itself entries are counted without the rows of a table, which come first.
    rows = sum(case.table("record", place) is not None for place in range(second))
    return [(("record", str(second - rows), "same_as"), entries[first])]
