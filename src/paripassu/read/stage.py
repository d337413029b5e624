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
    names_body: bool = False  # an organisation or a country, no paper


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
        self.voice: Person | None = None  # whose words a transcript gives: "I"
        self.pair: tuple[Person, ...] = ()  # the two last named together: "the two", "the pair"

    def person(self, mention: Mention) -> Person | None:
        """Whose name this is."""
        return self.owners.get(id(mention))

    def heard(self, sentence: Sentence, found: list[Mention]) -> None:
        """A transcript hands the word on: ``SECRETARY KELLER: ...``, ``QUESTION: ...``."""
        words = sentence.words
        for k in range(1, min(9, len(words))):
            if words[k] == ":":
                if all(word.isupper() or not word[0].isalpha() for word in words[:k]) and len(words[0]) > 1:
                    bearer = next((one for one in found if one.kind == "person" and one.j <= k), None)
                    self.voice = self.person(bearer) if bearer is not None else None
                return
            if not (words[k].isupper() or words[k] in (".", "-", "’")):
                return

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
        here: list[Person] = []
        for mention in found:
            person = self.person(mention)
            if person is not None and person not in here:
                here.append(person)
        if len(here) == 2:
            self.pair = (here[0], here[1])
        elif len(here) > 2:
            self.pair = ()
        elif here and here[0] not in self.pair and len(self.recent) > 1:
            self.pair = (self.recent[-2], self.recent[-1])
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
