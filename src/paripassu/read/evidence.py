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


_WORKS = bag(
    "analysis commentary report reporting editing writing essay translation translated photo photos photograph "
    "photographs picture pictures interview edited written compiled story"
)
_TAKEN = bag("photo photos photograph picture image graphic text words author interview reporter writer")
_ENDS = bag("in ; ) ,")
_DESKS = bag("correspondent editor reporter writer columnist")


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
        if end - first == 1 and _initialled(sentence, first):
            fresh.append(named(sentence, first - 2, end, family=words[first], given=words[first - 2]))
            continue
        if not 2 <= end - first <= 4:
            continue
        back = _posted(sentence, first, found)
        beside = any(
            one.kind == "person"
            and ((one.j == back and low[first - 1] in ("and", ",")) or (one.i == end + 1 and low[end] == "and"))
            for one in found + fresh
        )
        signed = sentence.role == "byline" and first > 0 and low[first - 1] == "by"
        signed = signed or (
            beside and (end == len(words) or low[end] in _ENDS)
        )  # "Ann Lee and Bo Berg", a line of its own
        signed = signed or (first > 0 and words[first - 1] in ("(", ":", "©") and _credit(sentence, end, found))
        signed = signed or (first > 1 and low[first - 1] == "by" and low[first - 2] in _WORKS)
        signed = signed or (first > 1 and words[first - 1] == ":" and low[first - 2] in _TAKEN and end == len(words))
        signed = signed or _of_desk(sentence, first, end, found)
        if sentence.capitals and not (end - first <= 3 and (signed or _headed(sentence, first, end, lexicon))):
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
        acted = acted or (low[end : end + 1] in (["is"], ["was"]) and _called(sentence, end + 1, lexicon))
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
        if (
            signed
            or by_title
            or mention.role
            or spoke
            or apposed
            or beside
            or credited
            or acted
            or sentence.role == "byline"
        ):
            mention.role = None
            fresh.append(mention)
    if fresh:
        taken = {k for mention in fresh for k in range(mention.i, mention.j)}
        loose[:] = [k for k in loose if k not in taken]
        found += fresh
        found.sort(key=lambda mention: mention.i)


def _of_desk(sentence: Sentence, first: int, end: int, found: list[Mention]) -> bool:
    """``Ann Lee, Oslo correspondent``, ``Ann Lee, BBC News``, ``AP Photo/Ann Lee``: a line says whose work it is."""
    low = sentence.low
    if first > 1 and low[first - 1] == "/" and low[first - 2] in _TAKEN:
        return True
    if first or low[end : end + 1] != [","] or len(low) > end + 7 or low[-1] == ".":
        return False
    return low[-1] in _DESKS or any(one.type == "media" and one.i == end + 1 for one in found)


def _initialled(sentence: Sentence, first: int) -> bool:
    """``AFP/B. Quist``, ``by B. Quist``: an initial stands before the family name."""
    words, low = sentence.words, sentence.low
    if first < 3 or words[first - 1] != "." or len(words[first - 2]) != 1 or not words[first - 2].isupper():
        return False
    return low[first - 3] in ("/", "by", "©")


def _posted(sentence: Sentence, first: int, found: list[Mention]) -> int:
    """Where somebody's name would end before ``first``: in "Ann Lee in Oslo and Bo Berg" it is that of Lee."""
    place = next((one for one in found if one.kind == "place" and one.j == first - 1), None)
    return place.i - 1 if place is not None and place.i and sentence.low[place.i - 1] == "in" else first - 1


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


def _called(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """``Ann Lee is a senior fellow``: an office or a calling follows the article."""
    if sentence.low[at : at + 1] not in (["a"], ["an"], ["the"]):
        return False
    return any(title_at(sentence, k, lexicon) is not None for k in range(at + 1, min(at + 4, len(sentence.low))))


def _headed(sentence: Sentence, first: int, end: int, lexicon: Lexicon) -> bool:
    """In a line of capitals only a full office before and a small word after show a name."""
    before = title_before(sentence, first, lexicon)
    small = end >= len(sentence.words) or not sentence.words[end][0].isupper()
    return before is not None and first - before[0] > 1 and small
