"""Which of several people of one family name a report pairs with somebody, full name or bare."""

from __future__ import annotations

from collections.abc import Iterator

from paripassu.read.bag import bag
from paripassu.read.mention import Mention
from paripassu.read.person import Person
from paripassu.read.tokens import Sentence

__all__ = ["lead_by_pairs"]

_LINKS = bag("and - – & with meets ,")


def lead_by_pairs(
    sentences: list[Sentence], scans: list[tuple[list[Mention], list[int]]], by_family: dict[str, list[Person]]
) -> None:
    """``Lee and Berg`` beside ``Ann Lee and Bo Berg``: of all called Berg, the bare name is his; he counts as a head.

    Only where no office says who leads, and where no other of the family is paired with the same people.
    """
    several = {
        family: people for family, people in by_family.items() if len(people) > 1 and not any(p.head for p in people)
    }
    if not several:
        return
    bare: dict[str, set[str]] = {family: set() for family in several}
    full: dict[int, set[str]] = {}
    for sentence, (found, loose) in zip(sentences, scans, strict=True):
        for i in loose:
            if sentence.low[i] in several:
                bare[sentence.low[i]].update(_beside(sentence, i, i + 1, found, by_family))
        for one in found:
            if one.kind == "person" and one.family in several and one.given:
                person = next((p for p in several[one.family] if p.given == one.given), None)
                if person is not None:
                    full.setdefault(id(person), set()).update(_beside(sentence, one.i, one.j, found, by_family))
    for family, people in several.items():
        meant = [person for person in people if (full.get(id(person), set()) & bare[family]) - {family}]
        if len(meant) == 1:
            meant[0].head = True


def _beside(
    sentence: Sentence, i: int, j: int, found: list[Mention], by_family: dict[str, list[Person]]
) -> Iterator[str]:
    """The family names right before and after words ``i`` to ``j``, with nothing but a small word between."""
    low = sentence.low
    if j + 1 < len(low) and low[j] in _LINKS:
        named = next((one.family for one in found if one.kind == "person" and j < one.i <= j + 3), None)
        if named or low[j + 1] in by_family:
            yield named or low[j + 1]
    if i > 1 and low[i - 1] in _LINKS:
        named = next((one.family for one in found if one.kind == "person" and one.j == i - 1), None)
        if named or low[i - 2] in by_family:
            yield named or low[i - 2]
