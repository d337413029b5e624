"""What a parse by spaCy adds: statements whose verb, speaker or clause the rules did not recognise."""

from __future__ import annotations

from typing import Any

from paripassu.read.bag import bag
from paripassu.read.cues import cue_class, speaks
from paripassu.read.person import Person
from paripassu.read.pieces import Statement
from paripassu.read.reading import Reading
from paripassu.read.stage import Speaker

__all__ = ["Taken", "clauses", "sources", "wants"]

_NEAR = 600  # signs
_SPEAK = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_MARKS = '“”"'
_CLOSED = ("”", '"', "’")
_MAY = bag("would will could can may might should must")
_SEVERAL = bag("two three four all both others many some several most few")
_STANCES = bag("demand demands demanded want wants wanted oppose opposes opposed doubt doubts doubted urge urges urged")


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


def clauses(
    doc: Any, begin: int, text: str, taken: Taken, persons: list[Person], known: list[Statement]
) -> list[Statement]:
    """A verb of saying with a subject before it and a clause under it."""
    found: list[Statement] = []
    for verb in doc:
        kind_ = cue_class(verb.text.lower())
        subject = next((one for one in verb.children if one.dep_ == "nsubj"), None)
        if subject is None and verb.dep_ == "conj":
            # "met the press and insisted that": the subject stands by the first verb.
            subject = next((one for one in verb.head.children if one.dep_ == "nsubj"), None)
        clause = next((one for one in verb.children if one.dep_ == "ccomp" and one.pos_ in ("VERB", "AUX")), None)
        if subject is None or clause is None or any(one.dep_ == "neg" for one in verb.children):
            continue
        marks = {one.text.lower() for one in clause.children if one.dep_ == "mark"}
        asked = {one.text.lower() for one in verb.children if one.dep_ == "mark"} & {"whether", "if"}
        if asked or (kind_ is None and any(one.text.lower() in _MAY for one in verb.children if one.dep_ == "aux")):
            continue  # "whether Norway thinks so", "would verify that"
        that = "that" in marks
        quoted = clause.i < verb.i and doc[verb.i - 1].text in _CLOSED and doc[verb.i - 2].text in ",?!"
        told = (that or quoted) and verb.pos_ == "VERB"
        if kind_ not in ("clause", "told", "that", "object") and not told:
            continue
        words = [one for one in clause.subtree if not (one.dep_ == "mark" and one.head == clause)]
        while words and not words[0].text[0].isalnum() and words[0].text not in '“"‘':
            words.pop(0)
        if len(words) < 3 or words[0].i <= verb.i <= words[-1].i:
            continue
        start, end = begin + words[0].idx, begin + words[-1].idx + len(words[-1].text)
        cue = (begin + verb.idx, begin + verb.idx + len(verb.text))
        if kind_ is None and words[0].i < verb.i and not quoted:
            continue
        speaker = _speaker(subject, begin, text, persons) or _before(subject, cue[0], known)
        if speaker is None or taken.words(start, end) or taken.heard(cue) or not _attached(doc, words, verb, subject):
            continue
        kind = "mixed" if any(mark in text[start:end] for mark in '“”"') else "indirect"
        found.append(Statement(start, end, kind, speaker, cue, "model.clause", -1))
        taken.said.update(range(start, end))
    return found


def _attached(doc: Any, words: list[Any], verb: Any, subject: Any) -> bool:
    """Whether what stands before the verb is what was said: a sign ends it, and the verb looks back."""
    if words[0].i > verb.i:
        return True
    last = words[-1].i
    joint = doc[last + 1].text if last + 1 < len(doc) else ""
    after = doc[verb.i + 1].text if verb.i + 1 < len(doc) else ""
    closed = joint in ',”"’' or doc[last].text in ',”"’?!'
    return closed and last - words[0].i >= 3 and after not in (":", ",") and last < max(subject.i, verb.i)


def _before(subject: Any, at: int, known: list[Statement]) -> Speaker | None:
    """Whom "he" or "she" is: whoever spoke last, not long before."""
    if subject.text.lower() not in ("he", "she"):
        return None
    last = max(
        (one for one in known if one.end <= at and at - one.end < _NEAR and one.speaker is not None),
        key=lambda one: one.end,
        default=None,
    )
    return last.speaker if last is not None and last.speaker is not None and last.speaker.person is not None else None


def _speaker(subject: Any, begin: int, text: str, persons: list[Person]) -> Speaker | None:
    """Who the subject is: a person the reading has, a name, or a phrase with a noun that speaks; no pronoun."""
    words = list(subject.subtree)
    start, end = begin + words[0].idx, begin + words[-1].idx + len(words[-1].text)
    for person in persons:
        for _, mention in person.mentions:
            if mention.start <= begin + subject.idx < mention.end:
                return Speaker(person.name, mention.start, mention.end, -1, -1, person)
    entity = next((one for one in subject.doc.ents if one.start <= subject.i < one.end and one.label_ in _SPEAK), None)
    if entity is not None:
        name = entity.text.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
        return Speaker(name, begin + entity.start_char, begin + entity.start_char + len(entity.text), -1, -1)
    if subject.pos_ == "PROPN":
        return Speaker(subject.text, begin + subject.idx, begin + subject.idx + len(subject.text), -1, -1)
    if (speaks(subject.text.lower()) or subject.text.lower() in _SEVERAL) and end - start < 80:
        return Speaker(text[start:end], start, end, -1, -1, named=False)
    return None


def wants(doc: Any, begin: int, text: str, taken: Taken, persons: list[Person]) -> list[Statement]:
    """``The militia demanded an answer``: a thing demanded, opposed or doubted by somebody the rules do not know."""
    found: list[Statement] = []
    for verb in doc:
        if verb.text.lower() not in _STANCES or any(one.dep_ == "neg" for one in verb.children):
            continue
        subject = next((one for one in verb.children if one.dep_ == "nsubj"), None)
        thing = next((one for one in verb.children if one.dep_ == "dobj"), None)
        if subject is None or thing is None or thing.i < verb.i or thing.pos_ == "PRON":
            continue
        last = max(
            (one for part in (thing, *(x for x in verb.children if x.dep_ == "xcomp")) for one in part.subtree),
            key=lambda one: one.i,
        )
        first = min(thing.subtree, key=lambda one: one.i)
        one = _made(subject, verb, (first, last), begin, text, taken, persons, "model.object")
        if one is not None:
            found.append(one)
    return found


def sources(doc: Any, begin: int, text: str, taken: Taken, persons: list[Person]) -> list[Statement]:
    """``..., according to the militia``: whoever stands there, known to the rules or not."""
    found: list[Statement] = []
    for verb in doc:
        to = doc[verb.i + 1] if verb.text.lower() == "according" and verb.i + 1 < len(doc) else None
        named = next((one for one in to.children if one.dep_ == "pobj"), None) if to is not None else None
        if named is None:
            continue
        after = max(named.subtree, key=lambda one: one.i).i + 1
        opens = verb.i == verb.sent.start
        first, last = (after, verb.sent.end - 1) if opens else (verb.sent.start, verb.i - 1)
        while first < last and doc[first].is_punct and doc[first].text not in _MARKS:
            first += 1
        while last > first and doc[last].is_punct and doc[last].text not in _MARKS:
            last -= 1
        if last - first < 3:
            continue
        one = _made(named, verb, (doc[first], doc[last]), begin, text, taken, persons, "model.according")
        if one is not None:
            found.append(one)
    return found


def _made(
    subject: Any,
    verb: Any,
    content: tuple[Any, Any],
    begin: int,
    text: str,
    taken: Taken,
    persons: list[Person],
    rule: str,
) -> Statement | None:
    first, last = content
    start, end = begin + first.idx, begin + last.idx + len(last.text)
    cue = (begin + verb.idx, begin + verb.idx + len(verb.text))
    if end - start < 8 or taken.words(start, end) or taken.heard(cue):
        return None
    speaker = _speaker(subject, begin, text, persons)
    if speaker is None:
        return None
    kind = "mixed" if any(mark in text[start:end] for mark in _MARKS) else "indirect"
    taken.said.update(range(start, end))
    return Statement(start, end, kind, speaker, cue, rule, -1)
