"""A contact as one clause tells it, made an entry of the report: its day, who takes part, which of several it is."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from paripassu.read.bag import bag
from paripassu.read.contact import Contact
from paripassu.read.delegations import Led, nearest
from paripassu.read.inherit import lasting
from paripassu.read.merging import LATER, Event
from paripassu.read.tokens import Sentence
from paripassu.read.vocabulary import MEALS

__all__ = ["entry"]

_TEAM = bag("delegation team group")


def entry(contact: Contact, sentence: Sentence, base: dt.date | None, led: dict[int, Led]) -> Event:
    """What a report holds of one contact told in one clause."""
    value = contact.date.when.value if contact.date else None
    if contact.since and value and len(value) in (7, 10) and base is not None:
        value = f"{value}/{base.isoformat()[: len(value)]}"
    value = lasting(sentence, contact, value)
    first, last = sorted((contact.i, contact.j - 1))  # a day may stand before the words that tell
    span = (sentence.at[first], sentence.stop(min(last, len(sentence.low) - 1)))
    people = list(dict.fromkeys(contact.people))
    heads: list[str] = []
    here = led.get(contact.sentence, ([], set()))[0]
    if contact.kind in ("talks", "meeting", "meal") and contact.rule not in ("events.noun", "events.sides"):
        if here and set(people) <= set(here):
            people, heads = [], here
        elif not people and not (contact.date is not None and contact.date.when.precision in ("year", "month")):
            heads = nearest(contact, led)  # of today's delegations, not of those of years ago
    acts = contact.subject.name.lower().split() if contact.subject is not None else []
    if contact.rule == "events.sides" and not people and acts[:1] == ["the"] and _TEAM & set(acts):
        heads = nearest(contact, led)
    if contact.kind == "visit" and not people and {"delegation", "team", "group"} & set(acts):
        heads = nearest(contact, led)
    if contact.kind in ("talks", "meeting") and people and acts[:1] == ["the"] and _TEAM & set(acts):
        people = [*(name for name in nearest(contact, led) if name not in people), *people]
    level = None
    words = sentence.has
    if contact.kind == "summit":
        level = "summit"
    elif words & {"working-level"}:
        level = "working-level"
    elif words & {"logistics", "logistical", "protocol"}:
        level = "logistics"
    elif words & {"ministerial"}:
        level = "ministerial"
    elif words & {"envoy", "envoys"}:
        level = "envoy"
    track = "1.5" if "1.5" in words else "2" if "track" in words and "2" in words else "1"
    explicit = contact.date is not None and bool(people) and contact.rule == "events.verb"
    return Event(
        contact.kind,
        value,
        contact.venue,
        people or heads,
        list(dict.fromkeys(contact.places)),
        track,
        level,
        contact.status,
        [span],
        contact.rule,
        "likely" if explicit else "guess",
        contact.sentence,
        sentence.para,
        heads=heads,
        weight=2 * len(people) + 2 * (value is not None) + (contact.venue is not None),
        others=contact.others,
        apart=contact.apart,
        stranger=contact.stranger,
        rank=_rank(sentence, contact),
        what=_what(contact, sentence),
    )


_ACTS = {
    **dict.fromkeys(("agreed", "agreeing", "accepted", "accepting", "accepts", "agrees"), "agree"),
    **dict.fromkeys(("invited", "inviting", "invitation", "invitations"), "invite"),
    **dict.fromkeys(("threatened", "threatens", "threat", "threats"), "threat"),
    **dict.fromkeys(("signed", "struck", "reached", "brokered"), "sign"),
    **dict.fromkeys(("rejected", "turned"), "reject"),
}
_SAME = {"luncheon": "lunch", "supper": "dinner", "banquet": "dinner"}


_RANKS = bag("first second third fourth fifth") | set(LATER)
_MET_AGAIN = bag("meeting summit talks round meet met session encounter sit-down meetings summits")
_NUMBERS = bag("two three four five six several")


def _rank(sentence: Sentence, contact: Contact) -> str:
    """Which of several it is: ``their second summit``, ``the two first met``."""
    low = sentence.low
    if any(b == "also" and a in ("had", "has", "have") for a, b in pairwise(low[max(0, contact.i - 3) : contact.j])):
        return "another"  # "the two had also spoken on Monday": besides what is told before
    if contact.kind not in ("meeting", "talks", "summit"):
        return ""
    for k in range(max(0, contact.i - 3), contact.j):
        if low[k] in _RANKS and _MET_AGAIN & set(low[k + 1 : k + 5]) and low[k + 1] not in ("time", "day", "lady"):
            open_ = contact.rule != "events.verb" and contact.date is None and low[k - 1 : k] == ["a"]
            return f"a {low[k]}" if open_ else low[k]  # "a third summit" is one more, "the third" may be told of
    return ""


def _what(contact: Contact, sentence: Sentence) -> str:
    """Which meal, or which act, is told of."""
    words = sentence.low[contact.i : contact.j + 4 if contact.kind == "meal" else contact.j]
    if contact.kind == "meal":
        return next((_SAME.get(word, word) for word in words if word in MEALS), "")
    several = any(
        word in ("summits", "meetings") and _NUMBERS & set(words[max(0, k - 2) : k]) for k, word in enumerate(words)
    )
    times = contact.since and any(word in ("times", "rounds", "daily", "repeatedly") for word in sentence.low)
    if several or times or (contact.rule == "events.sides" and words[-1:] == ["summits"]):
        return "several"
    return next((_ACTS[word] for word in words if word in _ACTS), "") if contact.kind == "announcement" else ""
