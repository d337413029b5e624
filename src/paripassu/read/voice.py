"""Whose voice a verb has in a parse by spaCy, and what the rules have spoken for already."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from paripassu.read.bag import bag
from paripassu.read.cues import cue_class, speaks
from paripassu.read.person import Person
from paripassu.read.pieces import Statement
from paripassu.read.reading import Reading
from paripassu.read.stage import Speaker

_PAPERS = bag(
    "plan statement declaration letter editorial tweet tweets document speech message post series report communique "
    "paper article video note petition resolution interview proposal"
)
__all__ = ["Block", "Taken", "agent", "subject", "voice"]

_NEAR = 600  # signs
_BETWEEN = 4  # signs between two paragraphs
_LONG = 80  # signs of a speaker without a name
_SPEAK = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_OPEN, _CLOSED = '“"', '”"'
_WHO = bag("who that which")
_SEX = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
_BODY = bag("it its")
_SEVERAL = bag(
    "one two three four all both another others many some several most few powers capitals neighbours circle camp"
)
_SOMEONE = re.compile(r"(?<!pap)(?<!lett)(?<!broadcast)(?:man|er|or|[iy]st|ian|cial|mat|ert|ide|ary|voy|ate)\b")
_WHILE = bag("day days week weeks month months year years hour hours time times night morning evening")
_BY = bag("by in after before while when")
_SHUT = bag("refuse refused refuses decline declined declines fail failed fails want wants wanted expected supposed")


class Taken:
    """What the rules have, and the furniture of the page: no model speaks there."""

    def __init__(self, reading: Reading) -> None:
        self.names: set[int] = set()
        self.said: set[int] = set()
        self.cues = {told.cue for told in reading.statements}  # each has brought its statement already
        self.spent = {at for told in reading.statements if told.cue is not None for at in range(*told.cue)}
        for person in reading.persons:
            for _, mention in person.mentions:
                self.add(mention.start, mention.end)
        for named in (*reading.organisations, *reading.places):
            for span in named.mentions:
                self.add(*span)
        for one in reading.dates:
            self.add(one.start, one.end)
        for told in reading.statements:
            self.said.update(range(told.start, told.end))
        self.furniture: set[int] = set()
        for first, last, role in reading.aside:
            (self.furniture if role == "furniture" else self.said).update(range(first, last))

    def add(self, start: int, end: int) -> None:
        self.names.update(range(start, end))

    def name(self, start: int, end: int) -> bool:
        return any(at in self.names or at in self.furniture for at in range(start, end))

    def heard(self, cue: tuple[int, int]) -> bool:
        """Whether the rules have heard these words speak, or keep them for what was said."""
        return cue in self.cues or cue[0] in self.spent or self.words(*cue)

    def words(self, start: int, end: int) -> bool:
        return any(at in self.said or at in self.furniture for at in range(start, end))


def subject(verb: Any, hops: int = 5) -> Any:
    """The word that does what a verb tells: its own subject, or that of the verb it leans on; None in the passive."""
    if any(one.dep_ == "nsubjpass" for one in verb.children):
        return None
    # The nearest: "OSLO - Norway said" may have two.
    own = next((one for one in (*reversed(list(verb.lefts)), *verb.rights) if one.dep_ == "nsubj"), None)
    if own is not None:
        if own.text.lower() in _WHO:
            # "the envoy who said", "a nation that declared"
            return _whom(verb.head) if verb.dep_ == "relcl" else None
        return own
    if any(one.dep_ == "auxpass" for one in verb.children):
        return None
    head = verb.head
    if verb.dep_ == "ccomp" and verb.tag_ == "VBD" and verb.i and verb.doc[verb.i - 1].text.lower() == "that":
        return None
    if verb.dep_ == "relcl":
        return _whom(head) if any(one.text.lower() in _WHO for one in verb.children) else None
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        if head.dep_ == "dobj" and head.text.lower() in _WHILE and hops:
            return subject(head.head, hops - 1)  # "spent months mocking"
        return head if head.pos_ in ("NOUN", "PROPN") and head.dep_ != "pobj" else None
    if verb.dep_ == "pcomp":
        leads = head.text.lower() in _BY and head.head.pos_ in ("VERB", "AUX")
        return subject(head.head, hops - 1) if leads and hops else None
    if verb.dep_ not in ("conj", "xcomp", "advcl") or head.pos_ not in ("VERB", "AUX") or not hops:
        return None
    if verb.dep_ == "advcl" and verb.tag_ not in ("VBG", "VB"):
        return None
    if verb.dep_ == "xcomp":
        thing = next((one for one in head.children if one.dep_ == "dobj" and one.i < verb.i), None)
        able = thing is not None and (thing.pos_ == "PROPN" or speaks(thing.text.lower()))
        if able and verb.tag_ == "VB":
            return thing  # "led Norway to declare"
        if head.text.lower() in _SHUT:
            return None
    return subject(head, hops - 1)


def _whom(head: Any) -> Any:
    """The noun that `who` stands for; "Berg is the one who": that of the sentence."""
    if head.text.lower() in ("one", "ones") and head.dep_ == "attr":
        return next((one for one in head.head.children if one.dep_ == "nsubj"), None)
    return head if head.pos_ in ("NOUN", "PROPN") else None


def voice(verb: Any) -> Any:
    """As `subject`; behind a paper that somebody issues stands whoever issues it."""
    who = subject(verb)
    outer = verb.head.head
    told = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.dep_ == "ccomp" and cue_class(outer.text.lower())
    if told and (verb.i == verb.sent.start or verb.doc[verb.i - 1].text in (",", ":")):
        return subject(outer)  # "said the talks had failed, warning Norway not to sail"
    if who is not None and verb.dep_ == "advcl" and verb.tag_ == "VBG" and not _may_speak(who):
        # "the news came as Berg sailed, warning Norway": the nearer clause has the speaker.
        near = [one for one in verb.head.children if one.dep_ == "advcl" and who.i < one.i < verb.i]
        nearer = subject(near[-1]) if near else None
        return nearer if nearer is not None and _may_speak(nearer) else who
    if who is None or who.text.lower() not in _PAPERS:
        return who
    own = next((one for one in who.children if one.dep_ == "poss"), None)
    if any(one.dep_ == "appos" for one in who.children):
        return None
    if own is None and who.dep_ == "dobj":
        own = subject(who.head)
    return own or who


def _guessed(verb: Any) -> bool:
    """Whether somebody only guesses that it is said: "the visit may mean that Norway wants"."""
    while verb.dep_ in ("ccomp", "xcomp") and verb.head.i < verb.i:
        verb = verb.head
        if any(one.text.lower() in ("may", "might", "could") for one in verb.lefts if one.dep_ == "aux"):
            return True
    return False


def _may_speak(who: Any) -> bool:
    return who.pos_ in ("PROPN", "PRON") or speaks(who.text.lower())


def agent(verb: Any) -> Any:
    """By whom: "was demanded by Norway"."""
    by = next((one for one in verb.children if one.dep_ == "agent"), None)
    return next((one for one in by.children if one.dep_ == "pobj"), None) if by is not None else None


def _place(word: Any) -> int:
    return int(word.i)


@dataclass(slots=True)
class Block:
    """One paragraph with its parse, and what the reading knows so far."""

    doc: Any
    begin: int
    text: str
    taken: Taken
    persons: list[Person]
    known: list[Statement]
    found: list[Statement] = field(default_factory=list)
    within: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        # Whoever speaks inside quotation marks is told by somebody else.
        deep = False
        for token in self.doc:
            if token.text in ("“", "”", '"', "``", "''"):
                deep = token.text != "”" and not deep
            elif deep:
                self.within.add(token.i)

    def span(self, words: list[Any]) -> tuple[int, int] | None:
        """From the first to the last of the words, in the text, without marks that hang over."""
        words = sorted(words, key=lambda one: one.i)
        while words and not words[0].text[0].isalnum() and words[0].text not in "“\"‘'":
            words.pop(0)
        while words and not words[-1].text[-1].isalnum() and words[-1].text not in "”\"’'%)":
            words.pop()
        if not words:
            return None
        start, end = self.begin + words[0].idx, self.begin + words[-1].idx + len(words[-1].text)
        if start and self.text[start - 1] in _OPEN and any(mark in _CLOSED for mark in self.text[end : end + 2]):
            start -= 1
        inside = self.text[start:end]
        open_ = inside.count("“") > inside.count("”") or inside.count('"') % 2 == 1
        if open_:
            for at in range(end, min(end + 3, len(self.text))):
                if self.text[at] in _CLOSED:
                    return start, at + 1
        return start, end

    def cue(self, verb: Any) -> tuple[int, int]:
        return self.begin + verb.idx, self.begin + verb.idx + len(verb.text)

    def make(self, who: Any, verb: Any, words: list[Any], rule: str, *, least: int = 8, sure: bool = False) -> bool:
        """Add what somebody said, unless the rules or another construction had it, or nobody speaks.

        `sure`: only somebody can do what the verb tells, whatever noun stands there.
        """
        span = self.span(words)
        if who is None or span is None or span[1] - span[0] < least or verb.i in self.within or _guessed(verb):
            return False
        cue = self.cue(verb)
        heard = self.taken.words(*cue) if self.mistaken(who, cue) else self.taken.heard(cue)
        if heard or self.taken.words(*span) or span[0] <= cue[0] < span[1]:
            return False
        speaker = self.speaker(who, cue[0], sure=sure)
        if speaker is None:
            return False
        said = self.text[span[0] : span[1]]
        quoted = said[0] in _OPEN and said[-1] in _CLOSED and not any(mark in said[1:-1] for mark in '“”"')
        kind = "direct" if quoted else "mixed" if any(mark in said for mark in '“”"') else "indirect"
        self.found.append(Statement(*span, kind, speaker, cue, rule, -1))
        self.taken.said.update(range(*span))
        return True

    def mistaken(self, who: Any, cue: tuple[int, int]) -> bool:
        """Whether a rule took for what was said the very words that tell who said it: "Berg, at that time, said"."""
        at = self.begin + who.idx
        return any(told.cue == cue and told.start <= at < told.end for told in self.known)

    def go_on(self, start: int, end: int) -> None:
        """Give a quotation to whoever spoke in this paragraph just before it."""
        who = self.last(start)
        spoke = max((one.end for one in self.known if one.end <= start), default=-1)
        # A paragraph that is all quotation goes on from the last words of the one before.
        near = self.begin if start > self.begin else start - _BETWEEN
        if who is None or spoke < near or self.taken.words(start, end):
            return
        again = replace(who, start=-1, end=-1, i=-1, j=-1)
        self.found.append(Statement(start, end, "direct", again, None, "model.quote", -1))
        self.taken.said.update(range(start, end))

    def speaker(self, who: Any, at: int, *, sure: bool = False) -> Speaker | None:
        """Who a word is: a person the reading has, a name, a pronoun for who spoke last, or a noun that speaks."""
        low = who.text.lower()
        if low in _SEX:
            return self.he(who, _SEX[low], at)
        if low in _BODY:
            return self.last(at, body=True)
        if low == "they" or low == "their":
            return self.last(at, several=True)
        for word in (who, *(one for one in who.children if one.dep_ == "appos")):
            place = self.begin + word.idx
            for person in self.persons:
                for _, mention in person.mentions:
                    if mention.start <= place < mention.end:
                        return Speaker(person.name, mention.start, mention.end, -1, -1, person)
        entity = next((one for one in self.doc.ents if one.start <= who.i < one.end and one.label_ in _SPEAK), None)
        if entity is not None and who.pos_ == "PROPN":
            start = self.begin + entity.start_char
            name = entity.text.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
            return Speaker(name, start, start + len(entity.text), -1, -1)
        start, end = self.begin + who.idx, self.begin + who.idx + len(who.text)
        if who.pos_ == "PROPN":
            parts = [
                one for one in who.children if one.dep_ == "nummod" or (one.dep_ == "compound" and one.pos_ == "PROPN")
            ]
            first = min(parts, key=_place, default=who)
            start = self.begin + min(first.idx, who.idx)
            return Speaker(self.text[start:end], start, end, -1, -1)
        name = next((one for one in who.children if one.dep_ == "appos" and one.pos_ == "PROPN"), None)
        if name is not None and name.i == who.i + 1:
            return self.speaker(name, at)  # "the paper Landbote"
        owner = next((one for one in who.children if one.dep_ == "poss" and one.pos_ == "PROPN"), None)
        if sure and owner is not None and not speaks(low):
            return self.speaker(owner, at)  # "Norway's declaration said"
        if speaks(low) or low in _SEVERAL or (sure and who.pos_ == "NOUN" and low not in _WHILE):
            words = [one for one in who.subtree if who.left_edge.i <= one.i and not self.after(one, who)]
            start, end = self.begin + words[0].idx, self.begin + words[-1].idx + len(words[-1].text)
            if end - start < _LONG:
                again = self.again(low, words[0].text.lower(), at) if len(words) == 2 else None
                name = self.text[start:end].removesuffix("'s").removesuffix("’s")
                return again or Speaker(name, start, end, -1, -1, named=False)
        return None

    def again(self, noun: str, article: str, at: int) -> Speaker | None:
        """``The envoy``: one of that kind who spoke before, told more of there."""
        if article != "the":
            return None
        for one in sorted(self.known, key=lambda told: -told.end):
            who = one.speaker
            if who is not None and one.end <= at and who.person is None and who.name.lower().split()[-1:] == [noun]:
                return who
        return None

    @staticmethod
    def after(one: Any, who: Any) -> bool:
        """Whether a word belongs to a clause that is hung on a noun: "analysts, who met on Friday,"."""
        while one != who:
            if one.dep_ in ("relcl", "acl", "appos", "punct") and one.head.i <= who.i < one.i:
                return True
            one = one.head
        return False

    def he(self, who: Any, sex: str, at: int) -> Speaker | None:
        """The one person of the sentence before the pronoun, or whoever spoke last, not long before."""
        place, first = self.begin + who.idx, self.begin + who.sent.start_char if self.doc.has_annotation("DEP") else 0
        near = {
            id(person): Speaker(person.name, mention.start, mention.end, -1, -1, person)
            for person in self.persons
            for _, mention in person.mentions
            if first <= mention.start < place and person.sex in ("", sex)
        }
        if len(near) == 1:
            return next(iter(near.values()))
        ahead = next((one for one in who.sent.root.children if one.dep_ in ("nsubj", "nsubjpass")), None)
        if not near and ahead is not None and ahead.i > who.i and who.head.head == who.sent.root:
            later = self.speaker(ahead, at) if ahead.pos_ == "PROPN" else None
            if later is not None and later.person is not None:
                return later  # "After he had sailed, Berg"
        found = self.last(place)
        if found is not None and found.person is None:
            return found if not found.named and _SOMEONE.search(found.name) else None
        return found if found is not None and found.person is not None and found.person.sex in ("", sex) else None

    def last(self, at: int, *, body: bool = False, several: bool = False) -> Speaker | None:
        """Who spoke last before this place, if not too long ago."""
        spoken = max(
            (one for one in self.known if one.end <= at and at - one.end < _NEAR and one.speaker is not None),
            key=lambda one: one.end,
            default=None,
        )
        who = spoken.speaker if spoken is not None else None
        if who is None or (body and not who.names_body):
            return None
        if several and (who.person is not None or not (who.noun.endswith("s") or " and " in who.name)):
            return None
        return who
