"""Whom "he", "she", "it" and "they" mean where somebody speaks."""

from __future__ import annotations

from dataclasses import replace

from paripassu.read.bag import bag
from paripassu.read.cues import cue_class, speaks
from paripassu.read.days import dated
from paripassu.read.joint import STAFF
from paripassu.read.mention import Mention
from paripassu.read.people import Person
from paripassu.read.person import joined
from paripassu.read.stage import Speaker, Stage
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence

__all__ = ["PRONOUNS", "pronoun", "titled"]

PRONOUNS = bag("he she they it we i him her them")
_SEX = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_BEHIND = bag("in to of from at by for with near on")
_BESIDE = bag('. , “ " president minister secretary that but and ) when while as after before if since because')


def pronoun(sentence: Sentence, at: int, found: list[Mention], stage: Stage) -> Speaker | None:
    """Whoever the pronoun at ``at`` stands for; None for "we" and "I", which say nothing of who speaks."""
    word = sentence.low[at]
    start, end = sentence.at[at], sentence.stop(at)
    if word == "it":
        body = _body(sentence, at, found) or stage.body
        return Speaker(body, start, end, at, at + 1, names_body=True) if body is not None else None
    if word in ("they", "them"):
        if len(stage.pair) == 2 and stage.both:
            return Speaker(" and ".join(one.name for one in stage.pair), start, end, at, at + 1)
        for k in range(min(at, 4)):
            if low_plural(sentence, k):
                # "The participants issued a statement in which they ..."
                first = 1 if sentence.low[0] in ("but", "and", "then") else 0
                return Speaker(joined(sentence, first, k + 1), start, end, at, at + 1, named=False)
        last = stage.speaker
        if last is not None and last.person is None and (last.noun.endswith("s") or " and " in last.name):
            return replace(last, start=start, end=end, i=at, j=at + 1)  # those who spoke last
        return Speaker(sentence.words[at], start, end, at, at + 1, named=False)
    if word not in _SEX:
        return None
    person = _told(sentence, at, found, stage, _SEX[word])
    if person is None and ";" in sentence.low[:at]:
        here = {stage.person(one) for one in found if one.kind == "person" and one.j < at}
        only = here.pop() if len(here) == 1 else None
        person = only if only is not None and only.sex in ("", _SEX[word]) else None  # "It bound Berg; he hopes to"
    if person is not None and stage.focus is not None and _breaks(sentence, at, found):
        person = None  # "Quist had begged, he said": another than Quist
    if person is None and stage.someone is not None:
        return replace(stage.someone, start=start, end=end, i=at, j=at + 1)
    person = person or stage.meant(_SEX[word])
    name = person.name if person else sentence.words[at]
    return Speaker(name, start, end, at, at + 1, person, named=person is not None)


def _told(sentence: Sentence, at: int, found: list[Mention], stage: Stage, sex: str) -> Person | None:
    """The one this very sentence tells of, before one of the sentence before."""
    # "X, who angered Trump when she called ...": the one told of there.
    for one in reversed(found):
        after = sentence.low[one.j : one.j + 2]
        if one.kind == "person" and one.j < at and (after[:1] == ["who"] or after == [",", "who"]):
            return stage.person(one)
    # What stands inside a quotation is told by him, not of him.
    quoted = [span for span in sentence.quotes if span[1] <= sentence.at[at]]
    first = next(
        (
            one
            for one in found
            if one.kind == "person"
            and one.j <= at
            and sentence.low[one.j] not in ("'s", "’s")
            and not any(a <= one.start < b for a, b in quoted)
        ),
        None,
    )
    if first is None:
        return None
    start = first.i
    while start > 0 and titled(sentence, start - 1, first):
        start -= 1
    person = stage.person(first)
    said = start > 0 and cue_class(sentence.low[start - 1]) == "clause"  # "“...,” said Quist, though he"
    said = said or (
        start > 0 and sentence.low[start - 1] in STAFF | {"'s", "’s"}
    )  # "Lee's sister Ann Lee spoke, and she"
    beside = not start or said or sentence.low[start - 1] in _BESIDE or dated(sentence.low, start - 1)
    if not beside or person is None or person.sex not in ("", sex):
        return None
    return person


def _breaks(sentence: Sentence, at: int, found: list[Mention]) -> bool:
    """Whether "he said" follows words of which somebody else is the subject."""
    low = sentence.low
    if (
        at < 6
        or at + 1 >= len(low)
        or low[at - 1] != ","
        or cue_class(low[at + 1]) not in ("clause", "that")
        or sentence.quotes
    ):
        return False
    one = next((one for one in found if one.kind == "person"), None)
    return (
        one is not None
        and one.i <= 2
        and one.j < at
        and low[one.j] in _DOES
        and not {"when", "after"} & set(low[one.j : at])
    )


_DOES = bag("had has was is will would could can may might must should")


def low_plural(sentence: Sentence, k: int) -> bool:
    """Whether word ``k`` is a common noun for several who speak."""
    return sentence.low[k].endswith("s") and speaks(sentence.low[k])


def _body(sentence: Sentence, at: int, found: list[Mention]) -> str | None:
    """The organisation or country that is the subject of this sentence so far."""
    for one in found:
        first = sentence.low[one.i - 1] if one.i else ""
        acts = one.j < at and past_verb(sentence.low[one.j]) and first not in _BEHIND
        opens = one.i == 0 or (one.i == 1 and first == "the")
        if one.j <= at and one.kind in ("organisation", "place") and (opens or acts):
            return one.name if sentence.low[one.j] not in ("'s", "’s") else None
    return None


def titled(sentence: Sentence, k: int, mention: Mention) -> bool:
    """Whether word ``k`` belongs to the office before a name."""
    return bool(mention.role) and sentence.words[k] in (mention.role or "") and mention.i - k <= 9
