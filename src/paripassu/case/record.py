"""What happened, when, where, who was there, who says so. Nothing is taken out: a correction supersedes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import GetJsonSchemaHandler, WithJsonSchema, model_validator

from paripassu.case.evidence import Evidence, check_quotes
from paripassu.case.load import Path_
from paripassu.case.people import named_in
from paripassu.case.references import Report, known
from paripassu.case.reported import Reported
from paripassu.case.types import Entry, OneOrMany, Text, wrong
from paripassu.case.when import UNKNOWN, WhenField
from paripassu.errors import nearest

if TYPE_CHECKING:
    from paripassu.case.case import Case

__all__ = ["KINDS", "LEVELS", "STATUSES", "TRACKS", "Event", "Participant", "check"]

Track = Literal["1", "1.5", "2"]
Level = Literal["working-level", "ministerial", "summit", "logistics", "envoy"]
Status = Literal["held", "expected", "planned", "cancelled", "disputed"]
TRACKS: tuple[str, ...] = Track.__args__  # type: ignore[attr-defined]
LEVELS: tuple[str, ...] = Level.__args__  # type: ignore[attr-defined]
STATUSES: tuple[str, ...] = Status.__args__  # type: ignore[attr-defined]
KINDS = ("session", "meeting", "summit", "visit", "call", "letter", "statement", "announcement", "offer")
"""The kinds the tools know by name; a record may use any other word."""


class Participant(Entry):
    """Somebody who took part: an id of `people` or a name, and in what role."""

    who: Text
    role: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"who": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler.resolve_ref_schema(handler(core))]}


class Event(Reported):
    """One entry of the record.

    ``same_as`` names an earlier entry of which this is another account: both stay, and where they differ is
    shown. A level (`working-level`, ...) may be written at ``track`` too.
    """

    on: WhenField = UNKNOWN
    kind: Text
    title: Text | None = None
    track: Annotated[Track | None, WithJsonSchema({"enum": [1, 1.5, 2, *TRACKS, *LEVELS]})] = None
    level: Level | None = None
    venue: Text | None = None
    parties: OneOrMany = ()
    heads: OneOrMany = ()
    participants: tuple[Participant, ...] = ()
    status: Status = "held"
    issues: OneOrMany = ()
    same_as: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _level_written_as_track(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        value = dict(value)
        for key in ("track", "level"):
            if isinstance(value.get(key), (int, float, str)):
                value[key] = str(value[key]).strip().replace(" ", "-")
        if value.get("track") in LEVELS:
            if value.get("level") not in (None, value["track"]):
                raise wrong(f"one level (`{value['track']}` at `track`, `{value['level']}` at `level`)")
            value["level"] = value.pop("track")
        return value

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody named, heads first, each once."""
        return tuple(dict.fromkeys((*self.heads, *(one.who for one in self.participants))))


def check(case: Case, report: Report) -> None:
    """Report what the record, the positions and the people say that the rest of the case contradicts."""
    parties, issues = case.ids("parties"), case.ids("issues")
    for index, event in enumerate(case.record):
        here = ("record", index)
        _each(report, (*here, "parties"), event.parties, parties, "a party")
        if issues:
            _each(report, (*here, "issues"), event.issues, issues, "an issue")
        _people(event, case, here, report)
        if event.venue is not None:
            _name_or_id(event.venue, case.venues, (*here, "venue"), "a venue", "venues", report)
    for name, person in case.people.items():
        if person.party is not None:
            known(report, ("people", name, "party"), person.party, parties, "a party")
        _other(name, person.same_as, case.people, "people", report)
    for name, venue in case.venues.items():
        _other(name, venue.same_as, case.venues, "venues", report)
    for section in ("record", "positions", "readiness"):
        _follows(section, getattr(case, section), report)
    beside = case.path.parent if case.path is not None and not case.path.is_dir() else case.path
    check_quotes(_cited(case), case.sources, beside, report)


def _each(report: Report, path: Path_, words: tuple[str, ...], words_known: Collection[str], what: str) -> None:
    for place, word in enumerate(words):
        known(report, (*path, place) if len(words) > 1 else path, word, words_known, what)


def _other(name: str, other: str | None, entries: Any, section: str, report: Report) -> None:
    if other is not None and (other not in entries or other == name or entries[other].same_as is not None):
        near = nearest(other, [each for each in entries if each != name])
        report(
            (section, name, "same_as"), f"another of `{section}`, itself not the same as a third", f"`{other}`", near
        )


def _people(event: Event, case: Case, here: Path_, report: Report) -> None:
    for place, who in enumerate(event.heads):
        at = (*here, "heads", place) if len(event.heads) > 1 else (*here, "heads")
        _name_or_id(who, case.people, at, "a person", "people", report)
    for place, one in enumerate(event.participants):
        _name_or_id(one.who, case.people, (*here, "participants", place), "a person", "people", report)


def _name_or_id(name: str, known: Any, path: Path_, what: str, section: str, report: Report) -> None:
    """A name written out may stand for somebody not introduced; one that looks like an id must be known."""
    if name in known or not known or named_in(name, known) is not None:
        return
    if name == name.lower() and " " not in name:
        report(path, f"{what} of `{section}` by id, or a name written out", f"`{name}`", nearest(name, known))


def _follows(section: str, entries: Any, report: Report) -> None:
    """Corrections and second accounts name an entry that stands above them; an entry is corrected once."""
    above: set[str] = set()
    corrections: dict[str, str | None] = {}
    for index, entry in enumerate(entries):
        for key in ("supersedes", "same_as"):
            earlier = getattr(entry, key, None)
            if earlier is not None and earlier not in above:
                expected = "the id of an entry that stands above this one"
                report((section, index, key), expected, f"`{earlier}`", nearest(earlier, above))
        if entry.supersedes in corrections:
            expected = "an entry not corrected yet (correct the correction)"
            report(
                (section, index, "supersedes"),
                expected,
                f"`{entry.supersedes}`",
                corrections[entry.supersedes],
            )
        if entry.supersedes is not None:
            corrections[entry.supersedes] = entry.id
        if entry.id in above:
            report((section, index, "id"), "an id used once", f"`{entry.id}` again", None)
        if entry.id is not None:
            above.add(entry.id)


def _cited(case: Case) -> Iterator[tuple[Path_, Evidence]]:
    for section in ("record", "positions", "readiness"):
        for index, entry in enumerate(getattr(case, section)):
            for place, evidence in enumerate(getattr(entry, "evidence", ())):
                yield (section, index, "evidence", place), evidence
    for section in ("people", "venues"):
        for name, person in getattr(case, section).items():
            for key in ("aliases", "role"):
                for index, said in enumerate(getattr(person, key, ())):
                    for place, evidence in enumerate(said.evidence):
                        yield (section, name, key, index, "evidence", place), evidence
