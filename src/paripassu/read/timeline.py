"""What happened, in order: one item an event, every account of it with who says so, as known on any day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from paripassu.case import Case, Event
from paripassu.case.people import fold
from paripassu.case.record import LEVELS, TRACKS
from paripassu.case.when import When
from paripassu.engine import Answer, How, how
from paripassu.errors import CommandError, nearest
from paripassu.read.accounts import contradict, current, groups, known_on, label, moment, provenance, venue, who

__all__ = ["Account", "Item", "Someone", "Timeline", "timeline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A person in an event: id where there is one, name as shown, role there, and whether at its head."""

    id: str | None
    name: str
    role: str | None
    head: bool
    party: str | None

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {"id": self.id, "name": self.name, "role": self.role, "head": self.head, "party": self.party}


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One entry of the record, as it was written."""

    entry: str
    on: When
    status: str
    venue: str | None
    supersedes: str | None
    provenance: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form: the entry and everything about where it comes from."""
        return {
            "entry": self.entry,
            **moment(self.on),
            "status": self.status,
            "venue": self.venue,
            "supersedes": self.supersedes,
            **self.provenance,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One event: what the account reported last says, with what it leaves out taken from the others."""

    entry: str
    on: When
    kind: str
    title: str | None
    track: str | None
    level: str | None
    venue: str | None
    place: str | None
    parties: tuple[str, ...]
    people: tuple[Someone, ...]
    status: str
    issues: tuple[str, ...]
    accounts: tuple[Account, ...]

    @property
    def lane(self) -> str:
        """Where it is drawn: its level, else its track, else `not said`."""
        return self.level or (f"track {self.track}" if self.track else "not said")

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "entry": self.entry,
            **moment(self.on),
            "kind": self.kind,
            "title": self.title,
            "track": self.track,
            "level": self.level,
            "lane": self.lane,
            "venue": self.venue,
            "place": self.place,
            "parties": list(self.parties),
            "people": [one.to_dict() for one in self.people],
            "status": self.status,
            "issues": list(self.issues),
            "accounts": [one.to_dict() for one in self.accounts],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Answer):
    """The record in order.

    ``items`` have a date of some precision; ``undated`` do not say when they happened; ``corrected`` are entries a
    later one replaced (still in the file); ``unplaced`` do not say when they were reported, so that nobody can
    tell whether they were known by ``as_of``.
    """

    items: tuple[Item, ...]
    undated: tuple[Item, ...]
    corrected: tuple[Account, ...]
    unplaced: tuple[Account, ...]
    as_of: dt.date | None
    who: str | None
    track: str | None
    how: How

    def summary(self) -> str:
        """The answer in a sentence or two."""
        held = sum(item.status == "held" for item in self.items)
        undated = f", {len(self.undated)} without a date" if self.undated else ""
        corrected = f" {len(self.corrected)} corrected since." if self.corrected else ""
        return f"{len(self.items) + len(self.undated)} events on record, {held} of them held{undated}.{corrected}"

    def rows(self) -> list[dict[str, Any]]:
        """One row an event, in order; those without a date last."""
        return [
            {
                "on": str(item.on),
                "kind": item.kind,
                "title": item.title,
                "lane": item.lane,
                "venue": item.venue,
                "parties": list(item.parties),
                "people": [one.name for one in item.people],
                "status": item.status,
                "issues": list(item.issues),
                "accounts": len(item.accounts),
            }
            for item in (*self.items, *self.undated)
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "items": [one.to_dict() for one in self.items],
            "undated": [one.to_dict() for one in self.undated],
            "corrected": [one.to_dict() for one in self.corrected],
            "unplaced": [one.to_dict() for one in self.unplaced],
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "who": self.who,
            "track": self.track,
            "how": self.how.to_dict(),
        }


def timeline(case: Case, *, as_of: dt.date | None = None, who: str | None = None, track: str | None = None) -> Timeline:
    """The record in order, as known on a day.

    Parameters
    ----------
    case : Case
        Needs `record`.
    as_of : date, optional
        Only what was reported by that day, and only corrections made by then; everything when absent.
    who : str, optional
        Only events with this person or party (id, or a full name or alias).
    track : str, optional
        Only this track (`1`, `1.5`, `2`) or level (`working-level`, `envoy`, ...).

    Returns
    -------
    Timeline

    Raises
    ------
    CaseError
        When there is no record.
    CommandError
        When nobody, or no track, has that name.

    Examples
    --------
    >>> case = Case.from_dict({
    ...     "parties": ["us", "dprk"],
    ...     "record": [{"on": "2018-06-12", "kind": "summit", "reported": "2018-06-12"},
    ...                {"on": "2018-05", "kind": "visit", "reported": "2018-05-09"}]})
    >>> [item.kind for item in timeline(case, as_of=dt.date(2018, 6, 1)).items]
    ['visit']
    """
    case.require("record")
    wanted = None if who is None else _somebody(case, who)
    if track is not None:
        track = track.strip().replace(" ", "-")
        if track not in (*TRACKS, *LEVELS):
            near = nearest(track, (*TRACKS, *LEVELS))
            hint = f" Did you mean `{near}`?" if near else ""
            raise CommandError(f"--track: expected one of {', '.join((*TRACKS, *LEVELS))}, got `{track}`.{hint}")
    standing = list(current(case, case.record, as_of))
    items = [_item(case, group) for group in groups(case, standing)]
    items = [
        item
        for item in items
        if (wanted is None or wanted in item.parties or wanted in {one.id or one.name for one in item.people})
        and (track is None or track in (item.track, item.level))
    ]
    places = {index for index, _ in standing}
    left = [(index, event) for index, event in enumerate(case.record) if index not in places]
    names = {event.supersedes for _, event in enumerate(case.record) if _visible(case, event, as_of)}
    return Timeline(
        items=tuple(sorted((item for item in items if item.on.known), key=_order)),
        undated=tuple(item for item in items if not item.on.known),
        corrected=tuple(
            _account(case, index, event)
            for index, event in left
            if event.id is not None and event.id in names and _visible(case, event, as_of)
        ),
        unplaced=tuple(
            _account(case, index, event) for index, event in left if as_of and known_on(case, event) is None
        ),
        as_of=as_of,
        who=wanted,
        track=track,
        how=how(case.digest, "order by first day, then last day, then place in the file"),
    )


def _visible(case: Case, event: Event, as_of: dt.date | None) -> bool:
    day = known_on(case, event)
    return as_of is None or (day is not None and day <= as_of)


def _somebody(case: Case, name: str) -> str:
    named = {who(case, each) for event in case.record for each in event.people} | set(case.people)
    found = name if name in case.parties else who(case, name)
    if found in case.parties or found in named:
        return found
    # A surname is an answer only where one person has it; it is never guessed which.
    called = {who(case, one): case.people[one].name if one in case.people else one for one in named}
    near = sorted(one for one, full in called.items() if set(fold(name).split()) < set(fold(full).split()))
    close = nearest(name, [*case.parties, *named])
    near = near or ([close] if close else [])
    hint = f" Did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else ""
    raise CommandError(f"--who: expected a person or party of this case, got `{name}`.{hint}")


def _order(item: Item) -> tuple[dt.date, dt.date]:
    return item.on.first or dt.date.max, item.on.last or dt.date.max


def _account(case: Case, index: int, event: Event) -> Account:
    return Account(
        entry=label("record", index, event),
        on=event.on,
        status=event.status,
        venue=_venue(case, event)[0],
        supersedes=event.supersedes,
        provenance=provenance(case, event),
    )


def _venue(case: Case, event: Event) -> tuple[str | None, str | None]:
    if event.venue is None:
        return None, None
    known = case.venues.get(venue(case, event.venue))
    return (event.venue, None) if known is None else (known.name, known.place)


def _item(case: Case, group: list[tuple[int, Event]]) -> Item:
    # What was reported last speaks first; entries that do not say when stand behind those that do.
    ranked = sorted(group, key=lambda one: (known_on(case, one[1]) or dt.date.min, one[0]), reverse=True)
    events = [event for _, event in ranked]

    def said(name: str) -> Any:
        return next((value for event in events if (value := getattr(event, name))), None)

    place = next((found for event in events if (found := _venue(case, event))[0]), (None, None))
    dates = [event.on for event in events if event.on.known]
    return Item(
        entry=label("record", *group[0]),
        on=_as_exactly_as_told(dates) if dates else events[0].on,
        kind=events[0].kind,
        title=said("title"),
        track=said("track"),
        level=said("level"),
        venue=place[0],
        place=place[1],
        parties=tuple(dict.fromkeys(party for event in events for party in event.parties)),
        people=_people(case, events),
        status=_became(case, events),
        issues=tuple(dict.fromkeys(issue for event in events for issue in event.issues)),
        accounts=tuple(_account(case, index, event) for index, event in group),
    )


def _became(case: Case, events: list[Event]) -> str:
    """What the last report says became of it; `disputed` where reports contradict each other."""
    told = any(contradict(case, one, two) for one, two in combinations(events, 2))
    return "disputed" if told else events[0].status


def _as_exactly_as_told(dates: list[When]) -> When:
    """The date reported last, or a more exact one that lies within it."""
    if dates[0].precision in ("day", "range"):
        return dates[0]
    return next((date for date in dates if date.precision in ("day", "range") and dates[0].covers(date)), dates[0])


def _people(case: Case, events: list[Event]) -> tuple[Someone, ...]:
    found: dict[str, Someone] = {}
    for event in events:
        roles = {who(case, one.who): one.role for one in event.participants}
        heads = {who(case, name) for name in event.heads}
        for name in (who(case, each) for each in event.people):
            before = found.get(name)
            person = case.people.get(name)
            found[name] = Someone(
                id=name if person is not None else None,
                name=person.name if person is not None else name,
                role=(before.role if before else None) or roles.get(name),
                head=name in heads or (before is not None and before.head),
                party=person.party if person is not None else None,
            )
    return tuple(found.values())
