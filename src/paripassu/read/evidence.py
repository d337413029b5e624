"""Names of two words and more that no list knows: what stands beside shows that they are somebody's."""

from __future__ import annotations

from bisect import bisect_left

from paripassu.read.bag import bag
from paripassu.read.lexicon import Lexicon
from paripassu.read.mention import Mention, title_at, title_before
from paripassu.read.names import SPEECH, nameable, named
from paripassu.read.person import ACTS, office
from paripassu.read.tokens import Sentence

__all__ = ["by_evidence"]

_DOES = bag(
    "landed returned departed boarded telephoned phoned resigned died retired greeted congratulated thanked testified "
    "apologised apologized smiled laughed nodded wept shrugged dined lunched"
)


def by_evidence(sentence: Sentence, found: list[Mention], loose: list[int], lexicon: Lexicon) -> None:
    """Unknown capitalised words in a row are a name when an office or a verb of saying stands by."""
    words, low = sentence.words, sentence.low
    at = 0
    fresh: list[Mention] = []
    while at < len(loose):
        first, last = loose[at], loose[at]
        while at + 1 < len(loose) and loose[at + 1] == last + 1:
            at, last = at + 1, last + 1
        while first <= last and (
            not nameable(sentence, first, lexicon) or (first < last and title_at(sentence, first, lexicon) is not None)
        ):
            first += 1  # "Pope Ann" is one name only
        end = first
        while end <= last and nameable(sentence, end, lexicon):
            end += 1
        # What is left of the row may be a name too: "Education Secretary Ann Lee".
        at = bisect_left(loose, end) if first < end <= last else at + 1
        if end < len(words) - 1 and low[end] in bag("al el bin ibn van von de") and words[end + 1][0].isupper():
            end += 2
        if not 2 <= end - first <= 4:
            continue
        beside = any(
            one.kind == "person"
            and ((one.j == first - 1 and low[first - 1] in ("and", ",")) or (one.i == end + 1 and low[end] == "and"))
            for one in found + fresh
        )
        signed = sentence.role == "byline" and first > 0 and low[first - 1] == "by"
        signed = signed or (beside and end == len(words))  # "Ann Lee and Bo Berg", a line of its own
        signed = signed or (first > 0 and words[first - 1] in ("(", ":") and _credit(sentence, end, found))
        if sentence.capitals and not (end - first == 2 and (signed or _headed(sentence, first, end, lexicon))):
            continue
        mention = named(sentence, first, end, family=words[end - 1], given=words[first])
        by_title = title_before(sentence, first, lexicon) is not None
        if not by_title:
            office(sentence, mention, lexicon)
        spoke = (end < len(words) and low[end] in SPEECH) or (first > 0 and low[first - 1] in SPEECH)
        # "The minister, Ann Lee, said": the office stands before a comma.
        apposed = first > 1 and words[first - 1] == "," and title_before(sentence, first - 1, lexicon) is not None
        acted = (end < len(words) and low[end] in ACTS | _DOES) or (first > 0 and low[first - 1] == "met")
        acted = acted or bool({"contributed"} & set(low[end : end + 8]))  # "... and Bo Berg contributed to this report"
        # "Ann Lee, who runs": only of a person.
        acted = acted or (low[end : end + 1] == [","] and low[end + 1 : end + 2] in (["who"], ["whose"]))
        acted = acted or _introduced(sentence, end)
        acted = acted or (
            first > 1 and low[first - 1] == "with" and low[first - 2] in ("met", "meeting", "talks", "spoke")
        )
        # "the broadcaster's Ann Lee": whoever reports for an outlet.
        acted = acted or (
            first > 1
            and low[first - 1] in ("'s", "’s")
            and any(one.type == "media" and one.j == first - 1 for one in found)
        )
        credited = words[0] in ("(", "By") or (first > 0 and words[first - 1] == "/") or _credit(sentence, end, found)
        if by_title or mention.role or spoke or apposed or beside or credited or acted or sentence.role == "byline":
            mention.role = None
            fresh.append(mention)
    if fresh:
        taken = {k for mention in fresh for k in range(mention.i, mention.j)}
        loose[:] = [k for k in loose if k not in taken]
        found += fresh
        found.sort(key=lambda mention: mention.i)


def _credit(sentence: Sentence, end: int, found: list[Mention]) -> bool:
    """``Ann Lee/AFP``, ``(Ann Lee, Reuters)``: who took a picture."""
    return sentence.words[end : end + 1] == ["/"] and any(
        one.kind == "organisation" and one.i == end + 1 for one in found
    )


def _introduced(sentence: Sentence, end: int) -> bool:
    """``Ann Lee, a mother of two, said`` or ``Ann Lee, 54,``: only of a person."""
    low = sentence.low
    if low[end : end + 1] != [","] or end + 2 >= len(low):
        return False
    if low[end + 1].isdigit() and len(low[end + 1]) == 2 and low[end + 2] in (",", "."):
        return True
    if low[end + 1] not in ("a", "an", "the", "one", "another"):
        return False
    for k in range(end + 2, min(end + 24, len(low) - 1)):
        if low[k] == ",":
            return low[k + 1] in SPEECH
        if low[k] in (";", ":", "“", '"'):
            return False
    return False


def _headed(sentence: Sentence, first: int, end: int, lexicon: Lexicon) -> bool:
    """In a line of capitals only a full office before and a small word after show a name."""
    before = title_before(sentence, first, lexicon)
    small = end >= len(sentence.words) or not sentence.words[end][0].isupper()
    return before is not None and first - before[0] > 1 and small
