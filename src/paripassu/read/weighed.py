"""Sentences of which no rule made a contact: what stands in them is weighed, and the likely ones are proposed.

English tells contacts in more ways than rules foresee ("X and Y clinked glasses on Monday"). What a sentence that tells
one has in it (two people, a day near the report's, words of going) varies less. The weights are those of a logistic
regression on the sentences that the rules had left of annotated reports which they had never seen
(``benchmarks/weigh.py`` fits and writes them); how well that does is in docs/benchmarks/read.md.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from paripassu.read.acting import Acting
from paripassu.read.bag import bag, lines
from paripassu.read.contact import Contact
from paripassu.read.dates import Date
from paripassu.read.mention import Mention
from paripassu.read.merging import Event
from paripassu.read.person import Person
from paripassu.read.stage import Stage
from paripassu.read.statements import Statement
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence
from paripassu.read.vocabulary import ACTS, CALLS, ENVOYS, GROUPS, LETTERS, MEETINGS, PHONE, SUMMITS, TALKS, VISITS

__all__ = ["Scene", "Weighed", "weights"]

Scene = tuple[Stage, list[bool]]
"""Who was on stage when a sentence began, and which of its words stand in quotations."""

_ENCOUNTERS = frozenset(
    part for name in ("pairs", "dealt", "ways", "guested") for word in ACTS[name] for part in word.split("_")
) - bag("and to in on at with the of each other off out up")
_WORDS = {
    "a word of meeting": TALKS | MEETINGS | SUMMITS,
    "a word of encounter": _ENCOUNTERS,
    "a word of going": VISITS | ACTS["goes"] | ACTS["trips"],
    "a word of calling": CALLS | PHONE | ACTS["rang"],
    "a letter": LETTERS,
    "envoys": ENVOYS | GROUPS,
    "with": bag("with"),
    "hours": bag("hour hours minutes evening morning afternoon night breakfast lunch dinner"),
    "arms": bag(
        "missile missiles test tests tested launch launched sanctions attack attacks killed strike strikes weapons "
        "troops military nuclear rocket rockets war bomb bombing uranium enrichment"
    ),
    "I or we": bag("i we you our my us"),
}
"""Marks that are words of a list."""
_TELLING = _WORDS["a word of meeting"] | _WORDS["a word of going"]
_SIDES = ENVOYS | GROUPS | bag("sides side talks summit leaders governments he she they")
_NAMED = ("person", "place", "people", "organisation")
_SORTS = (("call", PHONE | CALLS), ("letter", LETTERS), ("summit", SUMMITS), ("talks", TALKS), ("meeting", MEETINGS))
_EDGES = bag(", ; and but after before while when then")
_AT = bag("in at to for")
_PRONOUNS = bag("he she they him them")
_NEAR, _OLD = 60, 400  # days
_TALKS = 3  # contacts told by rules: a report with fewer is not of talks, and days in it are of other things
_WHOLE = 8  # sentences: the weights are those of whole reports; of a few lines the rules say all
_DENSE = 0.25  # of the sentences tell of contacts


@cache
def weights() -> dict[str, float]:
    """What each mark of a sentence counts for, in logits; ``least`` is the sum that is asked for.

    Examples
    --------
    >>> weights()["two people"] > 0 > weights()["only said"]
    True
    """
    return {name.strip(): float(weight) for name, weight in (line.split("|") for line in lines("weights.txt"))}


class Weighed:
    """A report whose rules have had their say, asked for the sentences that may tell of more."""

    def __init__(
        self,
        sentences: list[Sentence],
        scans: list[tuple[list[Mention], list[int]]],
        dates: dict[int, list[Date]],
        said: dict[int, list[Statement]],
        found: list[Event],
        scenes: dict[int, Scene],
        base: dt.date | None,
    ) -> None:
        self.sentences = sentences
        self.scans = scans
        self.dates = dates
        self.said = said
        self.scenes = scenes
        self.base = base
        self.told: dict[int, set[int]] = {}  # words of a sentence that tell of a contact already
        starts = [one.start for one in sentences]
        for one in found:
            for a, b in one.spans:
                number = bisect_right(starts, a) - 1
                sentence = sentences[number]
                self.told.setdefault(number, set()).update(range(sentence.index(a), sentence.index(b)))
        body = [number for number, one in enumerate(sentences) if one.role == "body"]
        self.whole = len(body) >= _WHOLE and len(found) >= _TALKS
        self.dense = sum(number in self.told for number in body) > _DENSE * len(body)

    def guesses(self) -> Iterator[Contact]:
        """A contact for each sentence that weighs enough, or for each of its days, in order of the text."""
        if not self.whole:
            return
        points = weights()
        for number, sentence in enumerate(self.sentences):
            if sentence.role not in ("body", "heading", "caption"):
                continue
            if self.somebody(number) and sum(points[mark] for mark in self.marks(number)) >= points["least"]:
                yield from (self.contact(number, first, last) for first, last in self.parts(number))

    def marks(self, number: int) -> list[str]:
        """What a sentence has, outside what is told of already, that speaks for or against a contact."""
        sentence, said = self.sentences[number], self.said.get(number, ())
        days, people = self.days(number), self.people(number)
        names = {one.name for _, one in people}
        low = self.rest(number)
        has = frozenset(low)
        near = any(self.apart(one) <= _NEAR for one in days)
        found = {
            "one person": len(names) == 1,
            "two people": len(names) > 1,
            "and somebody": any(sentence.low[m.i - 1] == "and" for m, _ in people if m.i),
            "a day near": near,
            "he or she on a day near": near and not has.isdisjoint(_PRONOUNS),
            "in a place": any(sentence.low[m.i - 1] in _AT for m in self.named(number) if m.kind == "place" and m.i),
            "long ago": bool(days) and all(self.apart(one) > _OLD for one in days),
            "a month": any(one.when.precision == "month" for one in days),
            "past": any(map(past_verb, low)),
            "body": sentence.role == "body",
            "quotation": bool(sentence.quotes),
            "statement": bool(said),
            "only said": sum(one.end - one.start for one in said) > 0.85 * (sentence.end - sentence.start),
            "told besides": number in self.told,
            "dense": self.dense,
        }
        return [
            *(mark for mark, holds in found.items() if holds),
            *(mark for mark, words in _WORDS.items() if has & words),
        ]

    def named(self, number: int) -> list[Mention]:
        """The names there, of whatever kind."""
        told = self.told.get(number, ())
        return [one for one in self.scans[number][0] if one.i not in told]

    def somebody(self, number: int) -> bool:
        """Whether a person or a side is named there, or envoys are spoken of: without any there is no contact."""
        sides = (one.kind in _NAMED and one.type != "media" for one in self.named(number))
        return any(sides) or not _SIDES.isdisjoint(self.rest(number))

    def rest(self, number: int) -> list[str]:
        """The words of a sentence outside what is told of already."""
        low, told = self.sentences[number].low, self.told.get(number)
        return [word for k, word in enumerate(low) if k not in told] if told else low

    def people(self, number: int) -> list[tuple[Mention, Person]]:
        """Who is named there, in order."""
        there = (one for one in self.named(number) if one.kind == "person")
        return [(one, who) for one in there if (who := self.scenes[number][0].person(one)) is not None]

    def days(self, number: int) -> list[Date]:
        """The days there that are known."""
        told = self.told.get(number, ())
        return [one for one in self.dates.get(number, ()) if one.when.value and one.i not in told]

    def apart(self, one: Date) -> int:
        """How many days lie between a day and the report's; a month counts from its middle, a year from July."""
        if self.base is None or one.when.value is None:
            return _OLD
        first = one.when.value.partition("/")[0]
        whole = {4: "-07-01", 7: "-15"}.get(len(first), "")
        return abs((dt.date.fromisoformat(first + whole) - self.base).days)

    def parts(self, number: int) -> list[tuple[int, int]]:
        """From which to which word a contact may be told: the whole sentence, or a part for each of its days."""
        low, size = self.sentences[number].low, len(self.sentences[number].low)
        days = [one for one in self.days(number) if one.when.precision != "year"]
        cuts = [0]
        for one, other in pairwise(sorted(days, key=lambda day: day.i)):
            if one.when.value != other.when.value:
                between = range(one.j, other.i)
                cuts.append(next((k for k in between if low[k] in _EDGES), (one.j + other.i) // 2))
        return [(first, last) for first, last in pairwise([*cuts, size]) if last > first]

    def contact(self, number: int, first: int, last: int) -> Contact:
        """What words ``first`` to ``last`` seem to tell: of what kind, who, when."""
        sentence, told = self.sentences[number], self.told.get(number, ())
        stage, skip = self.scenes[number]
        days = [one for one in self.days(number) if first <= one.i < last]
        days.sort(key=lambda one: (one.when.precision == "year", self.apart(one) > _OLD, one.i))
        words = [k for k in range(first, last) if sentence.low[k] in _TELLING and k not in told]
        clause = Acting(sentence, self.scans[number][0], self.dates.get(number, []), stage, number, skip)
        at = [(one.i, one.j) for one in days[:1]] or [(k, k) for k in words[:1]]
        verb = clause.verb_at(*at[0]) if at else None
        names, subject = clause.doers(verb) if verb is not None else ([], None)
        said = verb is not None and clause.says(verb)
        if verb is not None and not said:
            names += [name for name in clause.others(verb) if name not in names]
        people = [(m, one) for m, one in self.people(number) if first <= m.i < last]
        if people and verb is not None and not first <= verb < last:
            names = []  # "and Lee's trip on Monday": the verb is of what stands before
        people = people or self.people(number)
        if not names and (subject is None or not said):
            speaking = {one.speaker.person for one in self.said.get(number, ()) if one.speaker is not None}
            acting = [one for _, one in people if one not in speaking] or [one for _, one in people]
            names = list(dict.fromkeys(one.name for one in acting))
        has = {sentence.low[k] for k in range(first, last) if k not in told}
        kind = "announcement" if said else next((kind for kind, mark in _SORTS if has & mark), "")
        kind = kind or ("visit" if has & VISITS else "meeting" if len(names) > 1 else "announcement")
        places = [
            *((m.i, m.j) for m, _ in people if first <= m.i < last),
            *((one.i, one.j) for one in days[:1]),
            *((k, k + 1) for k in words[:1]),
            *((k, k + 1) for k in (verb,) if k is not None and first <= k < last),
        ]
        i = min((i for i, _ in places), default=first)
        j = max((j for _, j in places), default=last)
        one = Contact(kind, number, i, j, people=names, date=days[0] if days else None, rule="events.weighed")
        one.since = bool(days and "since" in sentence.low[max(0, days[0].i - 1) : days[0].i])
        return one
