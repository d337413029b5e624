"""Who the people are: every name and title with who uses it, their side, and the events they were in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from paripassu.case import Case
from paripassu.case.people import Said
from paripassu.case.reported import Reported
from paripassu.read.accounts import current, known_on, label, sources_of, who

__all__ = ["Known", "directory"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody named in the case. ``id`` is None for a name that `people` does not introduce.

    ``names`` and ``roles`` map each spelling and title to the sources that use it; ``events`` are entries.
    """

    id: str | None
    name: str
    party: str | None
    names: dict[str, tuple[str, ...]]
    roles: dict[str, tuple[str, ...]]
    events: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "id": self.id,
            "name": self.name,
            "party": self.party,
            "names": {name: list(held) for name, held in self.names.items()},
            "roles": {role: list(held) for role, held in self.roles.items()},
            "events": list(self.events),
        }


def directory(case: Case, *, as_of: dt.date | None = None) -> tuple[Known, ...]:
    """Everybody the case names: those of `people` in its order, then names only the record has.

    Parameters
    ----------
    case : Case
    as_of : date, optional
        Only names, titles and events reported by that day (and names without a source).

    Examples
    --------
    >>> case = Case.from_dict({"parties": ["us"], "people": {"kim": {"name": "Sung Kim", "party": "us"}},
    ...     "record": [{"id": "a", "kind": "session", "heads": ["kim"], "participants": ["Allison Hooker"]}]})
    >>> [(one.id, one.name, one.events) for one in directory(case)]
    [('kim', 'Sung Kim', ('a',)), (None, 'Allison Hooker', ('a',))]
    """
    held: dict[str, list[str]] = {name: [] for name, one in case.people.items() if one.same_as is None}
    for index, event in current(case, case.record, as_of):
        for name in dict.fromkeys(who(case, each) for each in event.people):
            held.setdefault(name, []).append(label("record", index, event))
    return tuple(_known(case, name, tuple(events), as_of) for name, events in held.items())


def _known(case: Case, name: str, events: tuple[str, ...], as_of: dt.date | None) -> Known:
    person = case.people.get(name)
    if person is None:
        return Known(id=None, name=name, party=None, names={name: ()}, roles={}, events=events)
    members = [one for key, one in case.people.items() if name in (key, one.same_as)]
    names = [Said(text=one.name, source=one.source) for one in members]
    return Known(
        id=name,
        name=person.name,
        party=next((one.party for one in members if one.party), None),
        names=_by_text(case, (*names, *(alias for one in members for alias in one.aliases)), as_of),
        roles=_by_text(case, (role for one in members for role in one.role), as_of),
        events=events,
    )


def _by_text(case: Case, said: Iterable[Said], as_of: dt.date | None) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in said:
        claim = Reported(source=one.source, evidence=one.evidence)
        sources, day = sources_of(case, claim), known_on(case, claim)
        if as_of is None or not sources or (day is not None and day <= as_of):
            found[one.text] = tuple(dict.fromkeys((*found.get(one.text, ()), *sources)))
    return found
