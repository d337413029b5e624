"""Who is on stage while a report is read: needed for "he", "the minister", "the newspaper"."""

from __future__ import annotations

from dataclasses import dataclass

from paripassu.read.mention import Mention
from paripassu.read.people import Person
from paripassu.read.tokens import Sentence

__all__ = ["Speaker", "Stage"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: words ``i`` to ``j`` of the sentence, the span to show, the name to report."""

    name: str
    start: int
    end: int
    i: int
    j: int
    person: Person | None = None
    named: bool = True


class Stage:
    """Who is on stage while a report is read: needed for "he", "the minister", "the newspaper"."""

    def __init__(self, owners: dict[int, Person]) -> None:
        self.owners = owners  # id of a mention -> its person
        self.focus: Person | None = None
        self.speaker: Speaker | None = None
        self.paper: str | None = None
        self.recent: list[Person] = []
        self.place: Mention | None = None
        self.published: str | None = None

    def person(self, mention: Mention) -> Person | None:
        """Whose name this is."""
        return self.owners.get(id(mention))

    def turn(self, sentence: Sentence, found: list[Mention], spoke: Speaker | None) -> None:
        """A sentence is over."""
        for mention in found:
            person = self.person(mention)
            if person is not None:
                if person in self.recent[-6:]:
                    self.recent.remove(person)
                self.recent.append(person)
            elif mention.kind == "place" and mention.type in ("city", "place", "venue"):
                self.place = mention
            elif mention.kind == "organisation" and mention.type == "media":
                self.paper = mention.name
        del self.recent[:-12]
        if spoke is not None:
            self.speaker = spoke
            if spoke.person is not None:
                self.focus = spoke.person
                return
        first = next((mention for mention in found if mention.kind == "person"), None)
        if first is not None and {"he", "she"} & set(sentence.low[: first.i]):
            return  # still the one spoken of
        if first is not None and first.i <= 8 and (person := self.person(first)) is not None:
            self.focus = person
