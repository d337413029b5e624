"""Whom the lead of a report leaves without a name: ``a top aide sat down with Lee. Bo Berg, a deputy, had landed``."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.cues import cue_class
from paripassu.read.mention import Mention
from paripassu.read.merging import Event
from paripassu.read.pronouns import titled
from paripassu.read.stage import Stage
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence

__all__ = ["named_after"]

_LEAD, _AFTER = 3, 4  # sentences
_SOMEBODY = bag(
    "official aide envoy emissary general adviser advisor advisers advisors aides officials men women generals "
    "diplomat negotiator minister confidant confidante lieutenant lieutenants figures deputy chief visitor"
)
_ONE = bag("a an one")
_MET = ("visit", "meeting", "meal", "talks")
_AROUND = 12  # words
_IS = bag("is was has had will")


def named_after(
    found: list[Event], sentences: list[Sentence], scans: list[tuple[list[Mention], list[int]]], stage: Stage
) -> None:
    """Add who is meant to the contacts of the lead that are of somebody not yet named."""
    body = [number for number, one in enumerate(sentences) if one.role == "body"]
    lead = set(body[:_LEAD])
    for event in found:
        here = [name for name in event.participants if name not in event.heads]
        guess = event.rule == "events.weighed" and event.kind == "announcement"
        if event.sentence not in lead or not (guess or event.kind in _MET) or len(here) > (event.kind in _MET[1:]):
            continue
        if not _somebody(sentences[event.sentence], event):
            continue
        at = body.index(event.sentence)
        known = {one.name for m in scans[event.sentence][0] if (one := stage.person(m)) is not None}
        told = (_opening(sentences[n], scans[n][0], stage, known) for n in body[at + 1 : at + 1 + _AFTER])
        if (name := next((one for one in told if one is not None), None)) is not None:
            event.participants, event.heads = [*here, name], []


def _somebody(sentence: Sentence, event: Event) -> bool:
    """Whether the words of a contact speak of one person without a name: ``one of Lee's closest advisers``."""
    low = sentence.low
    start, end = event.spans[0]
    first, last = max(0, sentence.index(start) - _AROUND), min(len(low), sentence.index(end) + _AROUND)
    nouns = (k for k in range(first, last) if low[k] in _SOMEBODY)
    return any(
        not {",", ";", "said", "told"} & set(low[m:k])
        for k in nouns
        for m in range(max(0, k - 8), k)
        if low[m] in _ONE and (low[m] != "one" or low[m + 1] == "of")
    )


def _opening(sentence: Sentence, names: list[Mention], stage: Stage, known: set[str]) -> str | None:
    """Who opens a sentence and is told more of, or acts; not one who only speaks, nor anybody told of before."""
    low = sentence.low
    people = [m for m in names if m.kind == "person"][:2]
    for one in people:
        person, first = stage.person(one), one.i
        while first and titled(sentence, first - 1, one):
            first -= 1
        if person is None or one.j >= len(low) or person.head or cue_class(low[one.j]) is not None:
            continue
        after = low[one.j]
        opens = first == 0 or (one is not people[0] and low[max(0, first - 1)] in ("and", "that"))
        if opens and person.name not in known and (after == "," or after in _IS or past_verb(after)):
            return person.name
    return None
