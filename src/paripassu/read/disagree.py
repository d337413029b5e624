"""Where accounts differ: two reports of one event, a forecast against what came later, names and titles.

Two entries are taken for one event only where the record says so (`same_as`). Others that look alike are listed
as such and no more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

from paripassu.case import Case, Event, Position
from paripassu.case.people import Person, Said, Venue
from paripassu.case.reported import Reported
from paripassu.case.when import When
from paripassu.engine import Answer
from paripassu.read.accounts import (
    AHEAD,
    contradict,
    current,
    family,
    groups,
    known_on,
    label,
    provenance,
    sources_of,
    venue,
    who,
)
from paripassu.read.stand import stand_options

__all__ = ["Disagreement", "Disagreements", "Version", "disagreements"]

What = Literal["date", "venue", "status", "parties", "people", "role", "level", "title", "name", "position", "event"]
Kind = Literal["accounts", "forecast", "names", "perhaps one event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One value, and every entry that has it with where each comes from."""

    value: str
    entries: tuple[str, ...]
    provenance: tuple[dict[str, Any], ...]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {"value": self.value, "entries": list(self.entries), "provenance": list(self.provenance)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One thing that is told in different ways.

    ``about`` is the entry, person, venue or issue; ``within`` says that one and the same source has both.
    """

    about: str
    subject: str
    what: What
    kind: Kind
    versions: tuple[Version, ...]
    within: bool

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "about": self.about,
            "subject": self.subject,
            "what": self.what,
            "kind": self.kind,
            "versions": [one.to_dict() for one in self.versions],
            "within": self.within,
        }


class Disagreements(tuple[Disagreement, ...], Answer):
    """Everything that is told in different ways: a tuple that shows itself and becomes a table."""

    __slots__ = ()

    def summary(self) -> str:
        """The answer in a sentence."""
        within = sum(one.within for one in self)
        return f"{len(self)} things are told in different ways" + (f", {within} within one source." if within else ".")

    def rows(self) -> list[dict[str, Any]]:
        """One row for each version of each."""
        return [
            {
                "about": one.about,
                "subject": one.subject,
                "what": one.what,
                "kind": one.kind,
                "version": version.value,
                "entries": list(version.entries),
                "sources": list(dict.fromkeys(name for row in version.provenance for name in row["sources"])),
            }
            for one in self
            for version in one.versions
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, under the key that `paripassu record --json` has it."""
        return {"disagreements": [one.to_dict() for one in self]}


def disagreements(case: Case, *, as_of: dt.date | None = None) -> Disagreements:
    """Every place where what stands in the case is told in different ways.

    Parameters
    ----------
    case : Case
    as_of : date, optional
        Only what was reported by that day; everything when absent.

    Examples
    --------
    >>> case = Case.from_dict({
    ...     "parties": ["us", "dprk"],
    ...     "record": [{"id": "a", "on": "2018-05-27", "kind": "session"},
    ...                {"id": "b", "on": "2018-05-28", "kind": "session", "same_as": "a"}]})
    >>> [(one.what, [version.value for version in one.versions]) for one in disagreements(case)]
    [('date', ['2018-05-27', '2018-05-28'])]
    """
    standing = groups(case, list(current(case, case.record, as_of)))
    found: list[Disagreement] = []
    for group in standing:
        found += _in_one_event(case, group)
    found += _look_alike(case, standing)
    found += _names(case, as_of)
    found += _positions(case, as_of)
    return Disagreements(found)


def _in_one_event(case: Case, group: list[tuple[int, Event]]) -> Iterator[Disagreement]:
    ahead = [one for one in group if one[1].status in AHEAD]
    after = [one for one in group if one[1].status not in AHEAD]
    for accounts in (after, ahead):
        yield from _differing(case, group, accounts, "accounts")
    for one in ahead:
        forecast = one[1]
        off = [each for each in after if each[1].status == "cancelled"]
        if off:
            yield _told(case, group, [one, *off], "status", "forecast", lambda event: event.status)
        late = [each for each in after if each not in off and not _came_true(forecast.on, each[1].on)]
        if late:
            yield _told(case, group, [one, *late], "date", "forecast", lambda event: f"{event.on} ({event.status})")
        moved = [each for each in after if _elsewhere(case, forecast, each[1])]
        if moved:
            yield _told(case, group, [one, *moved], "venue", "forecast", lambda event: _place_then(case, event))


def _elsewhere(case: Case, one: Event, two: Event) -> bool:
    return one.venue is not None and two.venue is not None and venue(case, one.venue) != venue(case, two.venue)


def _place_then(case: Case, event: Event) -> str:
    return f"{_place(case, event)} ({event.status})"


def _came_true(forecast: When, outcome: When) -> bool:
    if not forecast.meets(outcome):
        return False
    if forecast.precision not in ("day", "range") or outcome.precision not in ("day", "range"):
        return True
    return forecast.covers(outcome)


def _differing(
    case: Case, group: list[tuple[int, Event]], accounts: list[tuple[int, Event]], kind: Kind
) -> Iterator[Disagreement]:
    pairs = list(combinations([event for _, event in accounts], 2))
    asked: tuple[tuple[What, Callable[[Event], str | None], Callable[[Event, Event], bool]], ...] = (
        ("date", lambda event: str(event.on), lambda a, b: not a.on.agrees(b.on)),
        (
            "venue",
            lambda event: _place(case, event),
            lambda a, b: _elsewhere(case, a, b),
        ),
        ("status", lambda event: event.status, lambda a, b: contradict(case, a, b)),
        ("level", lambda event: event.level, lambda a, b: bool(a.level and b.level) and a.level != b.level),
        ("parties", lambda event: ", ".join(map(case.name, event.parties)), lambda a, b: _apart(a.parties, b.parties)),
        (
            "people",
            lambda event: ", ".join(_called(case, name) for name in event.people),
            lambda a, b: _apart([who(case, one) for one in a.people], [who(case, one) for one in b.people]),
        ),
    )
    for what, value, differ in asked:
        if any(differ(a, b) for a, b in pairs):
            yield _told(case, group, accounts, what, kind, value)
    roles = {who(case, one.who) for _, event in accounts for one in event.participants if one.role}
    for name in sorted(roles):
        role = _role_of(case, name)
        if len({role(event) for _, event in accounts} - {None}) > 1:
            yield _told(case, group, accounts, "role", kind, role, subject=_called(case, name))


def _role_of(case: Case, name: str) -> Callable[[Event], str | None]:
    return lambda event: next((one.role for one in event.participants if who(case, one.who) == name), None)


def _apart(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether each names somebody whom the other leaves out; naming fewer is no contradiction."""
    return bool(set(one) - set(two)) and bool(set(two) - set(one))


def _place(case: Case, event: Event) -> str | None:
    if event.venue is None:
        return None
    known = case.venues.get(venue(case, event.venue))
    return known.name if known else event.venue


def _called(case: Case, name: str) -> str:
    person = case.people.get(who(case, name))
    return person.name if person else name


def _told(
    case: Case,
    group: list[tuple[int, Event]],
    accounts: Iterable[tuple[int, Event]],
    what: What,
    kind: Kind,
    value: Callable[[Event], str | None],
    subject: str | None = None,
) -> Disagreement:
    said = [
        (text, label("record", index, event), event)
        for index, event in accounts
        if (text := value(event)) and text != "unknown"
    ]
    title = next((event.title for _, event in reversed(group) if event.title), None)
    about = label("record", *group[0])
    named = f"{subject}, {title or group[0][1].kind}" if subject else title or f"{group[0][1].kind} ({group[0][1].on})"
    return _disagreement(case, about, named, what, kind, said)


def _disagreement(
    case: Case, about: str, subject: str, what: What, kind: Kind, said: Sequence[tuple[str, str, Reported]]
) -> Disagreement:
    versions = tuple(
        Version(
            value=text,
            entries=tuple(entry for other, entry, _ in said if other == text),
            provenance=tuple(provenance(case, claim) for other, _, claim in said if other == text),
        )
        for text in dict.fromkeys(text for text, _, _ in said)
    )
    held = [{name for one in version.provenance for name in one["sources"]} for version in versions]
    return Disagreement(
        about=about,
        subject=subject,
        what=what,
        kind=kind,
        versions=versions,
        within=any(one & two for one, two in combinations(held, 2)),
    )


def _look_alike(case: Case, standing: list[list[tuple[int, Event]]]) -> Iterator[Disagreement]:
    """Events of different sources, a day apart at most, with the same people or parties, told differently."""
    for one, two in _close(standing):
        a, b = one[1], two[1]
        if _unlike(case, a, b):
            continue
        shared = {who(case, name) for name in a.people} & {who(case, name) for name in b.people}
        same_place = a.venue is not None and b.venue is not None and not _elsewhere(case, a, b)
        if len(shared) > 1 or (same_place and len(set(a.parties)) > 1 and set(a.parties) == set(b.parties)):
            yield _told(
                case, [one, two], [one, two], "event", "perhaps one event", lambda event: _in_short(case, event)
            )


def _close(standing: list[list[tuple[int, Event]]]) -> Iterator[tuple[tuple[int, Event], tuple[int, Event]]]:
    """Pairs of events with at most a day between them, in the order of the file."""
    dated = sorted(
        (group[0] for group in standing if group[0][1].on.known),
        key=lambda one: (one[1].on.first or dt.date.max, one[0]),
    )
    for place, one in enumerate(dated):
        for two in dated[place + 1 :]:
            apart = one[1].on.days_from(two[1].on)
            if apart is None or apart > 1:
                break  # the rest begins later still
            yield (one, two) if one[0] < two[0] else (two, one)


def _unlike(case: Case, a: Event, b: Event) -> bool:
    """Whether something speaks against two entries being one event."""
    apart = a.on.days_from(b.on)
    # A day of difference may be a time zone; between what was expected and what took place it is another day.
    near = 0 if a.status in AHEAD or b.status in AHEAD else 1
    return (
        apart is None
        or apart > near
        or family(a.kind) != family(b.kind)
        or bool(a.level and b.level and a.level != b.level)
        or bool(set(sources_of(case, a)) & set(sources_of(case, b)))
    )


def _in_short(case: Case, event: Event) -> str:
    place = _place(case, event)
    return f"{event.kind} on {event.on}" + (f" at {place}" if place else "")


def _names(case: Case, as_of: dt.date | None) -> Iterator[Disagreement]:
    sections: tuple[tuple[str, dict[str, Person] | dict[str, Venue]], ...] = (
        ("people", case.people),
        ("venues", case.venues),
    )
    for section, entries in sections:
        for name in (key for key, one in entries.items() if one.same_as is None):
            members = [(key, one) for key, one in entries.items() if name in (key, one.same_as)]
            spelt: list[tuple[str, str, Reported]] = []
            titled: list[tuple[str, str, Reported]] = []
            for key, one in members:
                spelt += [(one.name, f"{section}.{key}", Reported(source=one.source))] if one.source else []
                spelt += _sourced(one.aliases, f"{section}.{key}")
                titled += _sourced(getattr(one, "role", ()), f"{section}.{key}")
            spelt = [one for one in spelt if _told_by(case, one[2], as_of)]
            titled = [one for one in titled if _told_by(case, one[2], as_of)]
            # A headline in capitals spells nothing in another way.
            if len({_plainly(text) for text, _, _ in spelt}) > 1:
                yield _disagreement(case, f"{section}.{name}", entries[name].name, "name", "names", spelt)
            if _disjoint(case, titled):
                yield _disagreement(case, f"{section}.{name}", entries[name].name, "title", "names", titled)


def _told_by(case: Case, claim: Reported, as_of: dt.date | None) -> bool:
    day = known_on(case, claim)
    return as_of is None or (day is not None and day <= as_of)


def _sourced(said: Iterable[Said], entry: str) -> list[tuple[str, str, Reported]]:
    return [
        (one.text, entry, Reported(source=one.source, evidence=one.evidence, note=one.note))
        for one in said
        if one.source or one.evidence
    ]


def _plainly(text: str) -> str:
    return " ".join(text.casefold().replace(".", "").split())


def _disjoint(case: Case, titled: list[tuple[str, str, Reported]]) -> bool:
    """Whether two sources share no title for a person: one source with several titles is no disagreement."""
    held: dict[str, set[str]] = {}
    for text, _, claim in titled:
        for source in sources_of(case, claim):
            held.setdefault(source, set()).add(_plainly(text))
    return any(
        not any(_one_title(this, that) for this in one for that in two) for one, two in combinations(held.values(), 2)
    )


_OTHER_RANK = {"vice", "deputy", "former", "ex", "acting", "assistant", "under", "first", "second", "senior", "chief"}


def _one_title(one: str, two: str) -> bool:
    """Whether two titles are one, of which one may say more: of what country, for example, but not of what rank."""
    short, long = sorted((one.replace("-", " ").split(), two.replace("-", " ").split()), key=len)
    more = long[: len(long) - len(short)]
    return long[len(more) :] == short and not _OTHER_RANK & set(more)


def _positions(case: Case, as_of: dt.date | None) -> Iterator[Disagreement]:
    """One party on one issue at one time, asked for different things by different accounts."""
    by_line: dict[tuple[str, str], list[tuple[int, Position]]] = {}
    for index, position in current(case, case.positions, as_of):
        by_line.setdefault((position.party, position.issue), []).append((index, position))
    for (party, issue), held in by_line.items():
        for one, two in combinations(held, 2):
            a, b = one[1], two[1]
            if not (a.as_of.known and b.as_of.known and a.as_of.meets(b.as_of)):
                continue
            if set(stand_options(case, a)) & set(stand_options(case, b)):
                continue
            said = [(", ".join(stand_options(case, p)), label("positions", index, p), p) for index, p in (one, two)]
            subject = f"{case.name(party)} on {case.issues[issue].name or issue}"
            yield _disagreement(case, f"{party}: {issue}", subject, "position", "accounts", said)
