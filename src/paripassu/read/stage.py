"""Who is on stage while a report is read: needed for "he", "the minister", "the newspaper"."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, replace

from paripassu.read.bag import bag
from paripassu.read.lexicon import demonyms
from paripassu.read.mention import Mention
from paripassu.read.people import Person
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence

__all__ = ["Speaker", "Stage", "of_country"]


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
    noun: str = ""  # the common noun of somebody unnamed: "official"


class Stage:
    """Who is on stage while a report is read: needed for "he", "the minister", "the newspaper"."""

    def __init__(self, owners: dict[int, Person]) -> None:
        self.owners = owners  # id of a mention -> its person
        self.bearers = list({id(person): person for person in owners.values()}.values())  # everybody named, each once
        self.heads = list(dict.fromkeys(person.name for person in self.bearers if person.head))
        self.focus: Person | None = None
        self.speaker: Speaker | None = None
        self.paper: str | None = None
        self.recent: list[Person] = []
        self.place: Mention | None = None
        self.published: str | None = None
        self.voice: Person | None = None  # whose words a transcript gives: "I"
        self.pair: tuple[Person, ...] = ()  # the two last named together: "the two", "the pair"
        self.both = False  # whether the sentence before told of these two as of one: "they"
        self.body: str | None = None  # the organisation or country last spoken of: "it"
        self.bodies: dict[str, str] = {}  # last word of an organisation's name -> the name: "the ministry"
        self.someone: Speaker | None = None  # somebody unnamed who spoke last: "he", "she"
        self.called: dict[str, Speaker] = {}  # noun -> who was so called when he last spoke: "the official"

    def person(self, mention: Mention) -> Person | None:
        """Whose name this is."""
        return self.owners.get(id(mention))

    def leaders(self) -> tuple[Person, ...]:
        """The two heads of state a report is about: "the two leaders"; nobody when there are more or fewer."""
        return self.pair if {one.name for one in self.pair} == set(self.heads) else ()

    def leading(self, country: str) -> str | None:
        """Who leads a country, when the report gives just one person that office."""
        names = {person.name for person in self.bearers if person.head and of_country(country, person.roles)}
        return names.pop() if len(names) == 1 else None

    def chief(self, noun: str, person: Person) -> str | None:
        """Who is meant by "his leader", "her king": the only other one so called who leads a state."""
        heads = [one for one in self.bearers if one.head and one is not person]
        called = {one.name for one in heads for role in one.roles if noun in role.lower().split()}
        return called.pop() if len(called) == 1 else None

    def meant(self, sex: str) -> Person | None:
        """Whom "he" or "she" may mean: the one in focus, else the last named whom the pronoun fits."""
        if self.focus is not None and self.focus.sex in ("", sex):
            return self.focus
        return next((one for one in reversed(self.recent) if one.sex in ("", sex)), None)

    def spoke(self, speaker: Speaker, low: list[str]) -> None:
        """Somebody spoke in the sentence whose words are ``low``."""
        if speaker.noun and speaker.person is None:
            words = speaker.name.lower().split()
            if words[0] not in ("his", "her") and (words[0] != "the" or len(words) > 2):
                self.called[speaker.noun] = speaker
            self.someone = speaker if speaker.noun in _ONE else None
            if words[0] in ("a", "an") and "and" in words and words[1] in _ONE:
                first = speaker.name[: speaker.name.lower().index(" and ")]  # "a diplomat and two officials said"
                self.called[words[1]] = replace(speaker, name=first, noun=words[1])
        elif speaker.person is not None:
            self.someone = None
        # "it said in a statement": the statement is theirs who made it.
        for noun in ("statement", "letter", "announcement"):
            if noun in low:
                self.called[noun] = speaker
        if speaker.person is None and (speaker.named or speaker.noun in _BODIES) and " and " not in speaker.name:
            self.body = speaker.name

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

    def still(self) -> Stage:
        """The stage as it is now, for who asks later."""
        one = copy(self)
        one.recent = list(self.recent)
        return one

    def turn(self, sentence: Sentence, found: list[Mention], spoke: Speaker | None) -> None:
        """A sentence is over."""
        people: list[Mention] = []
        here: list[Person] = []
        acting: list[Person] = []  # without those of whom only a quotation tells, or whose people are told of
        for mention in found:
            person = None
            if mention.kind == "person":
                if _credited(sentence, mention):
                    continue
                people.append(mention)
                person = self.person(mention)
            if person is not None:
                if not _beside(sentence, mention):
                    acting.append(person)
                if person in self.recent[-6:]:
                    self.recent.remove(person)
                self.recent.append(person)
                if person not in here:
                    here.append(person)
            elif mention.kind == "place" and mention.type in ("city", "place", "venue"):
                self.place = mention
            elif mention.kind == "organisation" and mention.type == "media":
                self.paper = mention.name
            if mention.kind == "organisation":
                self.bodies[mention.name.lower().split()[-1]] = mention.name
            if mention.kind in ("organisation", "place") and mention.j < len(sentence.low):
                opens = mention.i == 0 or (mention.i == 1 and sentence.low[0] in ("the", "but", "and", "then"))
                if opens and sentence.words[mention.j].islower():
                    self.body = mention.name
        del self.recent[:-12]
        self.both = False
        acting = list(dict.fromkeys(acting))
        if len(here) > 2 and len(acting) == 2:
            self.pair = (acting[0], acting[1])
        elif len(here) == 2:
            self.pair = (here[0], here[1])
            self.both = _together(sentence, people)
        elif len(here) > 2:
            self.pair = ()
        elif acting and here[0] not in self.pair and len(self.recent) > 1:
            self.pair = (self.recent[-2], self.recent[-1])
        if spoke is not None:
            self.speaker = spoke
            if spoke.person is not None:
                self.focus = spoke.person
                return
        first = people[0] if people else None
        if first is not None and {"he", "she"} & set(sentence.low[: first.i]):
            return  # still the one spoken of
        subject = next((one for one in people[:3] if _acts(sentence, one)), None)
        if subject is not None:
            self.focus = self.person(subject) or self.focus
            self.someone = None


def of_country(country: str, roles: list[str]) -> bool:
    """Whether an office is one of the country; a bare "President" is the American in an English report."""
    words = [set(re.findall(r"[a-z.]+", role.lower())) for role in roles]
    if country == "United States":
        return any({"us", "u.s.", "american", "states"} & role for role in words) or {"president"} in words
    names = [set(name.split()) for name in demonyms().get(country, ())] + [set(country.lower().split())]
    return any(name <= role for name in names for role in words)


def _credited(sentence: Sentence, one: Mention) -> bool:
    """Whether somebody's name only says who took a picture: "REUTERS/Ann Lee", "Ann Lee/AP"."""
    words = sentence.words
    return (one.i > 0 and words[one.i - 1] == "/") or words[one.j : one.j + 1] == ["/"] or sentence.role == "byline"


_BODIES = bag(
    "union company ministry government party association group agency council committee team delegation side "
    "opposition "
    "movement bank army military administration department office coalition alliance parliament court commission"
)


_ONE = bag(
    "spokesman spokeswoman spokesperson official diplomat expert analyst source aide adviser advisor officer envoy "
    "negotiator mediator lawmaker delegate commander researcher witness resident"
)


def _beside(sentence: Sentence, one: Mention) -> bool:
    """Whether a name stands in a quotation, or only for others: "the Dahl family", "Dahl's envoy"."""
    after = sentence.low[one.j] if one.j < len(sentence.low) else "."
    return after in _OTHERS or any(a <= one.start < b for a, b in sentence.quotes)


_OTHERS = bag("'s ’s family administration government regime team")


def _together(sentence: Sentence, people: list[Mention]) -> bool:
    """Whether two people act as one: "Kim and Moon", "Kim met Moon"."""
    between = sentence.low[people[0].j : people[1].i]
    return people[0].i <= 6 and (between[:1] == ["and"] or bool({"met", "meets", "and"} & set(between[:4])))


def _acts(sentence: Sentence, one: Mention) -> bool:
    """Whether a name is the subject: early in the sentence, or after a lead-in, "After the talks broke down, Quist"."""
    if _aside(sentence, one):
        return False
    if one.i <= 8:
        return True
    k = one.i - 1
    while k > 0 and one.role and sentence.words[k] in one.role:
        k -= 1
    verb = sentence.low[one.j] if one.j < len(sentence.low) else "."
    return one.i <= 24 and sentence.low[k] == "," and (past_verb(verb) or verb in _FINITE)


_FINITE = bag("is was has had will would also did does could")


def _aside(sentence: Sentence, first: Mention) -> bool:
    """Whether the first name is no subject: behind a preposition, or the owner of something."""
    if sentence.low[first.j : first.j + 1] in (["'s"], ["’s"]):
        return True
    k = first.i - 1
    while k >= 0 and first.role and sentence.words[k] in first.role:
        k -= 1
    return k > 0 and sentence.low[k] in ("to", "of", "with", "for", "by", "from", "at", "about", "against", "than")
