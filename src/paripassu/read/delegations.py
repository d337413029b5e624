"""Delegations and who leads them."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.contact import Contact
from paripassu.read.mention import Mention
from paripassu.read.stage import Stage
from paripassu.read.tokens import Sentence

__all__ = ["Led", "led_by", "nearest"]

Led = tuple[list[str], set[str]]
"""Who heads a delegation, and the places named beside."""
_LEADING = bag("led headed lead leads heads represented includes included comprises comprised part member")
_HEADING = bag("headed led leads heads represented lead head")
_INCLUDES = bag("includes included comprises comprised")
_NEAR = 6
_SIDE = bag("side delegation team group negotiators")


def led_by(sentences: list[Sentence], scans: list[tuple[list[Mention], list[int]]], stage: Stage) -> dict[int, Led]:
    """Delegations and who heads them, by the number of the sentence: heads, places named beside."""
    found: dict[int, Led] = {}
    for number, (sentence, (names, _)) in enumerate(zip(sentences, scans, strict=True)):
        low = sentence.low
        if sentence.role != "body" or _LEADING.isdisjoint(sentence.has):
            continue
        heads = _sides(sentence, names, stage)
        for k, word in enumerate(low[:-1]):
            if word in ("led", "headed") and low[k + 1] == "by":
                limit = k + 26
                for mention in names:
                    if mention.kind == "person" and k < mention.i < limit:
                        person = stage.person(mention)
                        name = person.name if person else mention.name
                        if name not in heads:
                            heads.append(name)
                        if "and" in low[mention.j : mention.j + 1]:
                            limit = mention.j + 20
                            continue
                        break
        before = next((at for at in range(number - 1, number - 4, -1) if at in found), None)
        if (members := _members(sentence, names, stage)) and before is not None:
            # "Envoy X leads the team. Y is part of the team. The team also includes Z."
            found[before][0].extend(name for name in members if name not in found[before][0])
        elif members and not heads and _INCLUDES & sentence.has:
            heads = members  # "The delegation reportedly included X"
        if heads and number - 1 in found and "represented" in sentence.has:
            heads = [*found.pop(number - 1)[0], *heads]  # "X will be represented by A. Y will be represented by B."
        if heads:
            stood = {m.name for m in names if m.kind == "place" and m.i and low[m.i - 1] in ("in", "at")}
            found[number] = heads, stood
    return found


def _members(sentence: Sentence, names: list[Mention], stage: Stage) -> list[str]:
    """``X was part of the team``, ``the delegation, which also included Y and Z``: who else belongs to it."""
    low = sentence.low
    side = next((k for k, word in enumerate(low) if word in _SIDE), None)
    if side is None:
        return []
    part = next((k for k in range(2, side) if low[k - 1 : k + 1] in (["part", "of"], ["member", "of"])), None)
    if part is not None and side - part < 6:
        before = [m for m in names if m.kind == "person" and m.j <= part - 1]
        return [_named(before[-1], stage)] if before else []
    verb = next((k for k in range(side + 1, min(side + 6, len(low))) if low[k] in _INCLUDES), None)
    if verb is None:
        return []
    return [_named(m, stage) for m in names if m.kind == "person" and verb < m.i < verb + 10][:1]


def _sides(sentence: Sentence, names: list[Mention], stage: Stage) -> list[str]:
    """``X headed the northern side, while Y represented the south``, ``are represented by X and Y``."""
    low = sentence.low
    heads: list[str] = []
    for k, word in enumerate(low[:-1]):
        if word == "represented" and low[k + 1] == "by":
            after = [m for m in names if m.kind == "person" and k < m.i < k + 30]
            heads += [_named(m, stage) for m in after]
        elif word in _HEADING and low[k + 1] in ("the", "its", "a", "an"):
            if not _SIDE & set(low[k + 2 : k + 6]) and word != "represented":
                continue
            # "Sung Kim, the ambassador, headed the side": the name may stand before an apposition.
            before = [m for m in names if m.kind == "person" and m.j <= k and k - m.j < 14]
            heads += [_named(before[-1], stage)] if before else []
    return list(dict.fromkeys(heads))


def _named(mention: Mention, stage: Stage) -> str:
    person = stage.person(mention)
    return person.name if person else mention.name


def nearest(contact: Contact, led: dict[int, Led]) -> list[str]:
    """Who heads the delegations told of nearest to a contact, at most six sentences away."""
    for distance in range(_NEAR + 1):
        for number in (contact.sentence - distance, contact.sentence + distance):
            heads, places = led.get(number, ([], set()))
            if heads and (contact.venue is None or not places or contact.venue in places):
                return list(heads)
    return []
