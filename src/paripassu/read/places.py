"""Places no list knows: by where they stand, by a dateline; and a president's administration."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.lexicon import Lexicon
from paripassu.read.mention import Mention, known_at
from paripassu.read.names import nameable
from paripassu.read.single import MEDIA
from paripassu.read.tokens import Sentence

__all__ = ["settled", "surroundings"]

_SETTLED = bag("town city village island port district province region capital township hamlet")


def settled(sentences: list[Sentence], scans: list[tuple[list[Mention], list[int]]], lexicon: Lexicon) -> None:
    """A place known by where it stands once is that place wherever its name stands; a dateline names one too."""
    places = {mention.name for found, _ in scans for mention in found if mention.type == "place"}
    for sentence in sentences[:8]:
        words = sentence.words
        if sentence.role != "body" or len(words) < 4 or words[1] not in ("(", ",", "—", "--", "–", ":"):
            continue
        capital = words[0].isupper() and words[0].isalpha() and len(words[0]) > 3
        if capital and known_at(sentence, 0, lexicon) is None:
            places.update((words[0], words[0].capitalize()))
    if not places:
        return
    for sentence, (found, loose) in zip(sentences, scans, strict=True):
        taken = {k for mention in found for k in range(mention.i, mention.j)}
        fresh = [i for i in loose if sentence.words[i] in places and i not in taken]
        for i in fresh:
            name = sentence.words[i].capitalize() if sentence.words[i].isupper() else sentence.words[i]
            found.append(Mention("place", name, "place", sentence.at[i], sentence.stop(i), i, i + 1))
        if fresh:
            found.sort(key=lambda mention: (mention.i, -mention.j))


def surroundings(sentence: Sentence, found: list[Mention], loose: list[int], lexicon: Lexicon) -> None:
    """What the persons leave: a president's administration, a place known only by where it stands."""
    words, low = sentence.words, sentence.low
    fresh: list[Mention] = []
    for mention in found:
        if mention.kind == "person" and mention.j < len(low) and low[mention.j] in ("administration", "government"):
            j = mention.j + 1
            name = sentence.words[mention.j - 1] + " " + low[mention.j]
            fresh.append(Mention("organisation", name, "government", mention.start, sentence.stop(j - 1), mention.i, j))
    fresh += [
        Mention("organisation", words[i], "media", sentence.at[i], sentence.stop(i), i, i + 1)
        for i in loose
        if i and low[i - 1] in MEDIA and not sentence.capitals and nameable(sentence, i, lexicon)
    ]
    for i in loose if not sentence.capitals else ():
        if i == 0 or (
            low[i - 1] not in ("at", "in", "near")
            and not (i > 1 and low[i - 1] == "of" and low[i - 2] in _SETTLED)
            and not (i > 1 and low[i - 1] == "the" and low[i - 2] == "at")
            and not (i > 3 and low[i - 1] in ("'s", "’s") and "at" in low[i - 4 : i - 2])
        ):
            continue
        after = words[i + 1] if i + 1 < len(words) else "."
        if (
            not any(mention.i <= i < mention.j for mention in found)
            and nameable(sentence, i, lexicon)
            and not after[0].isupper()
            and not words[i].isupper()
            and after not in ("’s", "'s")
        ):
            fresh.append(Mention("place", words[i], "place", sentence.at[i], sentence.stop(i), i, i + 1))
    if fresh:
        found += fresh
        found.sort(key=lambda mention: (mention.i, -mention.j))
