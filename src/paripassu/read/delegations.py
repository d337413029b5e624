"""Delegations and who leads them."""

from __future__ import annotations

from paripassu.read.contact import Contact
from paripassu.read.mention import Mention
from paripassu.read.stage import Stage
from paripassu.read.tokens import Sentence

__all__ = ["led_by", "nearest"]


def led_by(
    sentences: list[Sentence], scans: list[tuple[list[Mention], list[int]]], stage: Stage
) -> list[tuple[int, list[str], set[str]]]:
    """Delegations and who heads them: (number of the sentence, heads, places named beside)."""
    found = []
    for number, (sentence, (names, _)) in enumerate(zip(sentences, scans, strict=True)):
        low = sentence.low
        if sentence.role != "body" or not {"led", "headed", "lead"} & set(low):
            continue
        heads: list[str] = []
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
        if heads:
            stood = {m.name for m in names if m.kind == "place" and m.i and low[m.i - 1] in ("in", "at")}
            found.append((number, heads, stood))
    return found


def nearest(contact: Contact, led: list[tuple[int, list[str], set[str]]]) -> list[str]:
    """Who heads the delegations told of nearest to a contact."""
    best: tuple[int, list[str]] | None = None
    for number, heads, places in led:
        distance = abs(number - contact.sentence)
        if distance > 6 or (contact.venue is not None and places and contact.venue not in places):
            continue
        if best is None or distance < best[0]:
            best = distance, heads
    return list(best[1]) if best else []
