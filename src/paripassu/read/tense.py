"""Whether the words around a date speak of what was or of what is to come."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.tokens import Sentence

__all__ = ["PAST", "past_verb", "tense"]

PAST = bag(
    "said told met held was were had went came took made gave got left flew began saw spoke sent "
    "brought kept led won lost broke shook sat stood wrote read rose fell sought thought heard knew "
    "became chose drove ate built bought caught felt fought found hit hurt laid let paid put ran sold "
    "set shot shut spent struck taught threw wore did gone been seen done taken given spoken written "
    "broken chosen drawn drew withdrew withdrawn grew thrown"
)
_FUTURE = bag("will would shall 'll ’ll won't won’t upcoming forthcoming")
_PLANNED = bag("scheduled slated expected planned due set supposed tentatively")
_WILLING = bag(
    "expected scheduled due set planned plans plan planning agreed agree agrees hopes hope hoped hoping "
    "wants want wanted likely slated about is are ready invited intends intend decided vowed proposed "
    "supposed pledged preparing aims aim prepares unlikely unwilling willing able be offered wishes "
    "need needs promised promises going asked was were"
)
_MODAL = bag("will would could should may might must shall can to")
_STILL = bag(
    "united armed red so-called speed need proceed succeed exceed indeed feed seed weed freed "
    "agreed-upon unprecedented denuclearized demilitarized demilitarised limited related detailed "
    "unidentified required complicated hundred sacred"
)
_COMES = bag(
    "opens begins starts resumes arrives returns travels flies meets reopens ends visits hosts holds takes goes heads "
    "leaves votes expires convenes gathers kicks departs closes comes"
)
_AHEAD = (["ahead", "of"], ["eve", "of"], ["lead-up", "to"], ["run-up", "to"], ["starting", "on"], ["beginning", "on"])
_IS = bag("is are isn aren")
_BE = _IS | {"’s", "'s"}
_DUE = bag("scheduled slated planned due set expected proposed upcoming")
_GATHER = bag("meet gather convene vote begin start open sign resume return arrive travel fly leave sit talk decide")
_REFUSED = bag("did n't n’t not failed refused able unable managed used to")
_NOT_A_VERB = bag("the a an his her its their our this that these those all both")
_OWNING = _NOT_A_VERB | {"'s", "’s"}


def past_verb(word: str) -> bool:
    """Whether a small word is (or looks like) a verb in the past.

    Examples
    --------
    >>> past_verb("cancelled"), past_verb("met"), past_verb("united")
    (True, True, False)
    """
    return word in PAST or (len(word) > 4 and word.endswith("ed") and word not in _STILL)


def tense(sentence: Sentence, i: int, j: int) -> str:
    """The tense around words ``i`` to ``j``: past, future, or unclear."""
    low, words = sentence.low, sentence.words
    k = i - 1
    while k >= 0 and low[k] in bag("on late early in this , since earlier"):
        k -= 1
    if k >= 0 and k >= i - 3 and past_verb(low[k]) and low[k] not in _PLANNED and not _modal(low, k, words):
        return "past"
    after = j
    while after < len(low) and low[after] in bag(", morning afternoon evening night local time"):
        after += 1
    if after < len(low) and after <= j + 2:
        if low[after] in _FUTURE:
            return "future"
        if words[after].islower() and past_verb(low[after]) and low[after] not in _PLANNED:
            return "past"
    if i > 1 and sentence.role == "body" and _coming(low, i):
        return "future"
    if set(low[max(0, i - 6) : i]) & _COMES and not any(past_verb(word) for word in low[max(0, i - 12) : i]):
        return "future"
    for k in range(i - 1, max(-1, i - 26), -1):
        found = _mark(sentence, k)
        if found:
            return found
    for k in range(j, min(len(low), j + 20)):
        found = _mark(sentence, k)
        if found:
            return found
    return "unclear"


def _coming(low: list[str], i: int) -> bool:
    """Whether the words right before a day say that it is to come, whatever the verb of the sentence."""
    k = i - 2 if low[i - 1] in ("on", "again", "the") else i - 1
    if k < 1:
        return False
    if low[k] == "again":
        k -= 1
    # "before the leaders meet on Sunday", "the two meet again Friday"
    if low[k] in _GATHER and not _REFUSED & set(low[max(0, k - 4) : k]):
        return True
    if low[k - 1 : k + 1] in _AHEAD or (low[i - 2 : i] in _AHEAD):
        return True
    if low[k] in _IS or (low[k] in _DUE and low[k - 1] in _BE):
        return True  # "the vote is Tuesday", "is expected on Wednesday"
    past = any(past_verb(word) and word not in _DUE for word in low[max(0, i - 9) : i])
    if low[i - 1] == "for" and (low[i - 2] in _DUE or not past):
        return True  # "scheduled for Tuesday", "a deal for Sunday"
    if low[i - 1] == "on" and "for" in low[max(0, i - 4) : i - 1] and not past and _BE & set(low[:i]):
        return True  # "is in Oslo for talks on Tuesday"
    # "the planned summit on Tuesday"
    return any(low[m] in _DUE and low[m - 1] in _OWNING for m in range(max(1, i - 4), i - 1))


def _mark(sentence: Sentence, k: int) -> str | None:
    low, words = sentence.low, sentence.words
    word = low[k]
    if word in _FUTURE:
        return "future"
    if word == "to" and k + 1 < len(low) and _base(words[k + 1]):
        before = low[k - 1] if k else ""
        if before in _WILLING or (sentence.capitals and k) or (sentence.role == "title" and k):
            return "future"
        return None
    if word in _PLANNED:
        return "future" if k + 1 < len(low) and low[k + 1] in bag("to for on in at by next later") else None
    if word == "until" or not words[k].islower():
        return None
    if past_verb(word):
        # "the expected visit", "a proposed deal": no verb of the sentence.
        if k and low[k - 1] in _NOT_A_VERB and word not in PAST:
            return None
        if low[k - 2 : k] == ["to", "have"]:
            # "are said to have met" is past, "were to have met" a plan.
            return "future" if low[k - 3 : k - 2] in (["was"], ["were"]) else "past"
        return "future" if _modal(low, k, words) else "past"
    return None


def _modal(low: list[str], k: int, words: list[str]) -> bool:
    return any(
        low[m] in _MODAL and words[m] != "May" and not (low[m] == "to" and m != k - 2) for m in range(max(0, k - 2), k)
    )


def _base(word: str) -> bool:
    return (
        word.islower() and word not in _NOT_A_VERB and not (word.endswith("ing") and len(word) > 5) and word.isalpha()
    )
