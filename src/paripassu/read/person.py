"""A person of a report, and the office that stands beside the name."""

from __future__ import annotations

from dataclasses import dataclass, field

from paripassu.read.bag import bag
from paripassu.read.lexicon import Lexicon
from paripassu.read.mention import Mention, known_at, title_at, title_before
from paripassu.read.tokens import Sentence

__all__ = ["ACTS", "Person", "addressed", "joined", "office"]

ACTS = bag("met meets arrived arrives visited visits flew travelled traveled told asked chaired headed spoke")
"""What people do of whom nothing else is said."""
_OPENING = bag("a an the former ex one his her its their who then")
_UNDER = bag("vice deputy assistant")
_CUT = bag("who said says told was is has had were will would met added whose which where when and")


@dataclass(slots=True, eq=False)
class Person:
    """One person of a report: ``mentions`` are (number of the sentence, mention)."""

    name: str
    family: str
    given: str
    known: str | None = None
    head: bool = False
    rule: str = "person"
    open: bool = False  # a bare family name that could be several people
    sex: str = ""  # m or f, when a title, an office or the given name tells
    roles: list[str] = field(default_factory=list)
    mentions: list[tuple[int, Mention]] = field(default_factory=list)

    @property
    def aliases(self) -> list[str]:
        """The other spellings in the text, in order."""
        return [name for name in dict.fromkeys(mention.name for _, mention in self.mentions) if name != self.name]


def office(sentence: Sentence, mention: Mention, lexicon: Lexicon) -> None:
    """The title before a name, or the words after it that say who it is."""
    words, low = sentence.words, sentence.low
    if mention.known and not mention.family:
        parts = mention.name.split()
        eastern = parts[0].lower() in lexicon.family_first
        mention.family, mention.given = (
            (parts[0] if eastern else parts[-1]).lower(),
            (parts[-1] if eastern else parts[0]).lower(),
        )
    mention.sex = addressed(sentence, mention.i)
    before = title_before(sentence, mention.i, lexicon)
    if before is not None:
        start, head = before
        if low[start] not in ("mr", "mrs", "ms", "miss") or start != mention.i - 1:
            mention.role = joined(sentence, start, mention.i)
        mention.head = mention.head or head
        return
    j = mention.j
    if mention.i > 1 and j < len(words) and words[mention.i - 1] == "," and words[j] in (",", "."):
        apposed = title_before(sentence, mention.i - 1, lexicon)
        if apposed is not None:
            mention.role = joined(sentence, apposed[0], mention.i - 1)
            mention.head = mention.head or apposed[1]
            return
    if mention.i > 1 and low[mention.i - 1] in ("'s", "’s") and words[mention.i - 2][0].isupper() and mention.given:
        # "North Korea's Kim Jong Un": whom a report names by the country alone leads it.
        mention.head = mention.head or _country(sentence, mention.i - 2, lexicon)
    if j + 2 < len(words) and words[j] in (",", "(", "--", "–", "—"):
        at = j + 1
        limit = min(len(words), at + 22)
        stop = at
        while stop < limit and words[stop] not in bag(', ) ; . -- – — “ "') and low[stop] not in _CUT:
            stop += 1
        office = None
        for k in range(at, min(stop, at + 9)):
            if low[k] in ("to", "in", "at") and office is None and k - at > 3:
                break
            got = title_at(sentence, k, lexicon)
            owned = got is not None and low[k + got[0] : k + got[0] + 1] in (["'s"], ["’s"])  # "the leader's aide"
            if got is not None and low[k] not in ("mr", "mrs", "ms") and not (owned and got[1]):
                office = got if low[k - 1] not in _UNDER else (got[0], False)  # "a vice chairman of the party"
                break
        starts = low[at] in _OPENING or words[at][0].isupper() or title_at(sentence, at, lexicon) is not None or office
        if office is not None and starts and stop > at:
            first = at + 1 if low[at] in ("a", "an", "the") else at
            mention.role = joined(sentence, first, stop)
            mention.head = mention.head or office[1]


def addressed(sentence: Sentence, i: int) -> str:
    """Man or woman, as "Mr" or "Ms" before a name says; nothing when neither stands there."""
    k = i - 2 if i > 1 and sentence.low[i - 1] == "." else i - 1
    return {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}.get(sentence.low[k], "") if k >= 0 else ""


def _country(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    for start in (i, i - 1):
        got = known_at(sentence, start, lexicon) if start >= 0 else None
        if got is not None and start + got[0] == i + 1 and got[1].type == "country":
            return True
    return False


def joined(sentence: Sentence, i: int, j: int) -> str:
    """Words ``i`` to ``j`` as they stand, with a blank where the text has one."""
    text = ""
    for k in range(i, j):
        gap = " " if k > i and sentence.at[k] > sentence.stop(k - 1) else ""
        text += gap + sentence.words[k]
    return text
