"""Whether the words around a date speak of what was or of what is to come."""

from __future__ import annotations

from collections.abc import Iterator

from paripassu.read.bag import bag
from paripassu.read.tokens import Sentence

__all__ = ["PAST", "described", "follows", "past_verb", "tense"]

PAST = bag(
    "said told met held was were had went came took made gave got left flew began saw spoke sent "
    "brought kept led won lost broke shook sat stood wrote read rose fell sought thought heard knew "
    "became chose drove ate built bought caught felt fought found hit hurt laid let paid put ran sold "
    "set shot shut spent struck taught threw wore did gone been seen done taken given spoken written "
    "broken chosen drawn drew withdrew withdrawn grew thrown died sued axed sank tore fled hid blew stole swept swore "
    "overcame overthrew understood undertook upheld withheld meant dealt sped stuck hung froze forgot fed bore"
)
_DASHES = frozenset(("-", "–", "—", "--"))
_RELATIVE = bag("who which where whose whom")
_SAYS = bag("said says saying added noted insisted stressed believes believed that")
_OPENS_A_THING = bag("the a an his her its their our this that any")
_BYGONE = bag("last latest recent previous failed aborted collapsed botched abortive historic earlier first-ever")
_NEXT = bag("next upcoming forthcoming planned proposed scheduled expected coming")
_SPANS = bag("week weeks month months year years day days night weekend time few two three several , and")
_AS_EARLY = (["as", "early", "as"], ["as", "soon", "as"], ["no", "later", "than"], ["not", "before"])
_DID_NOT = bag("didn't didn’t wasn't wasn’t weren't weren’t hadn't hadn’t couldn't couldn’t")
_INTENDS = bag("plans hopes expects wants aims intends seeks awaits prepares preparing planning hoping aiming seeking")
_GOING = bag(
    "meeting going coming travelling traveling flying leaving arriving returning visiting hosting holding opening "
    "starting beginning resuming sending heading hosting convening gathering departing"
)
_MUM = bag("comment say confirm elaborate specify disclose discuss identify reveal speculate")
_CAN = bag("can could may might must should")
_NOT_BARE = bag("not have be n't n’t never only")
_AM = bag("is are am we're we’re they're they’re i'm i’m you're you’re")
_MEET = bag("meet gather convene resume arrive depart")
_FUTURE = bag("will would shall 'll ’ll won't won’t upcoming forthcoming")
_PLANNED = bag("scheduled slated expected planned due set supposed tentatively")
_WILLING = bag(
    "expected scheduled due set planned plans plan planning agreed agree agrees hopes hope hoped hoping "
    "wants want wanted likely slated about is are ready invited intends intend decided vowed proposed "
    "supposed pledged preparing aims aim prepares unlikely unwilling willing able be offered wishes "
    "invitation offer pledge promise decision bid proposal "
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
    "leaves votes expires convenes gathers kicks departs closes comes happens"
)
_AHEAD = (["ahead", "of"], ["eve", "of"], ["lead-up", "to"], ["run-up", "to"], ["starting", "on"], ["beginning", "on"])
_IS = bag("is are isn aren")
_BE = _IS | {"’s", "'s"}
_DUE = bag("scheduled slated planned due set expected proposed upcoming")
_SAYINGS = bag("announcement statement declaration decision revelation disclosure remark pledge promise")
_WISHED = bag("wanted hoped planned intended tried meant expected")
_KEPT = bag("awaited booked reserved considered arranged called pencilled penciled fixed announced")
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
    """The tense around words ``i`` to ``j``: past, future, present (no verb but "is"), or unclear."""
    low, words = sentence.low, sentence.words
    k = i - 1
    while k >= 0 and low[k] in bag("on late early in this , since earlier"):
        k -= 1
    if k >= 0 and k >= i - 3 and past_verb(low[k]) and low[k] not in _PLANNED and not _modal(low, k, words):
        return "past"
    if low[j : j + 1] == ["had"] or _told_of(low, i, j):
        return "past"
    if k > 0 and low[k] in _COMES and low[k - 1] in ("what", "which", "who", "that"):
        return "future"  # "what happens on Tuesday was settled long before"
    if found := _led(sentence, i, j) or _when(sentence, j) or described(sentence, i):
        return found
    if i > 1 and sentence.role == "body" and _coming(low, i):
        return "future"
    if follows(sentence, i):
        return "past"
    after = j
    while after < len(low) and low[after] in bag(", morning afternoon evening night local time"):
        after += 1
    # "who plans to come on Monday, declined": behind the comma goes on what the aside broke off.
    aside = low[j : j + 1] == [","] and _aside(sentence, i)
    if after < len(low) and after <= j + 2 and not aside:
        if low[after] in _FUTURE:
            return "future"
        if words[after].islower() and (past_verb(low[after]) or low[after] in _DID_NOT) and low[after] not in _PLANNED:
            return "past"
    if _presently(low, i):
        return "future"
    if low[i - 1] == "that" or low[max(0, i - 2) : i] in (["that", "the"], ["that", "on"]):
        # "said that Friday's talks would be the last": the clause of its own has a verb of its own.
        found = next((one for m in _forth(low, j, min(len(low), j + 12)) if (one := _mark(sentence, m, i))), None)
        if found:
            return found
    # "It will be their second visit: in April they came by train": what stands before the colon is another clause.
    wall = next((m for m in range(i - 1, max(-1, i - 26), -1) if low[m] in (":", ";")), -1)
    for k in _back(low, i, max(wall, i - 26)):
        found = _mark(sentence, k, i)
        if found == "past" and low[k] in _SAYS and low[k + 1] in _OPENS_A_THING:
            # "said the talks on Friday would fail": the day is of what was said.
            ahead = next((one for m in range(j, min(len(low), j + 12)) if (one := _mark(sentence, m, i))), None)
            return ahead or found
        if found:
            return found
    for k in _forth(low, j, min(len(low), j + 20)):
        found = _mark(sentence, k, i)
        if found:
            return found
    found = next((one for m in _back(low, wall, max(-1, i - 26)) if (one := _mark(sentence, m, i))), None)
    if wall > 0 and found:
        return found
    return "present" if low[i - 1] != "from" and {"is", "are"} & set(low[max(0, i - 12) : j + 12]) else "unclear"


def _told_of(low: list[str], i: int, j: int) -> bool:
    """ "Her announcement on Thursday night that they would meet": of the day of the saying, not of what is said."""
    k = i - 2 if low[i - 1] == "on" else i - 1
    j += low[j : j + 1] in (["morning"], ["afternoon"], ["evening"], ["night"])
    return k > 0 and low[k] in _SAYINGS and low[j : j + 1] == ["that"]


def described(sentence: Sentence, i: int) -> str | None:
    """What the thing that a date belongs to is called: "the failed talks in May", "their next visit on Friday"."""
    low = sentence.low
    for k in range(i - 1, max(0, i - 9), -1):
        word = low[k]
        if word in _BYGONE and (low[k - 1] in _NOT_A_VERB or low[k - 1] in bag("'s ’s most s") or word == "failed"):
            return "past" if low[k + 1] not in _SPANS and not past_verb(low[k + 1]) else None
        if word in _NEXT and low[k - 1] in _NOT_A_VERB | {"'s", "’s"} and low[k + 1] not in _SPANS:
            return "future"
        if word in bag('. ; : “ ” "') or (past_verb(word) and low[k - 1] not in _NOT_A_VERB) or word in _FUTURE:
            return None
    return None


def _led(sentence: Sentence, i: int, j: int) -> str | None:
    """What the word right before a date says: since, until, starting, as early as."""
    low = sentence.low
    k = i - 2 if i > 1 and low[i - 1] in ("on", "from") else i - 1
    if k < 0:
        return None
    if low[k] == "since" or low[i - 2 : i] == ["back", "in"]:
        return "past"
    if low[i - 1] in ("if", "unless") or (low[i - 1] == "for" and low[j : j + 1] in (["'s"], ["’s"])):
        return "future"
    if low[k] in bag("starting beginning effective") or low[max(0, k - 2) : k + 1] in _AS_EARLY:
        return "future"
    if low[k] not in ("until", "till", "by", "before", "through"):
        return None
    if k == 0:
        told = next((one for m in _forth(low, j, min(len(low), j + 9)) if (one := _mark(sentence, m, i))), None)
        if told == "past":
            return "past"  # "By Friday it was over"
    if low[j : j + 1] == ["to"] or low[k - 1] in ("has", "have"):
        return "future"
    found = next((one for m in _back(low, k, max(-1, k - 26)) if (one := _mark(sentence, m, i))), None)
    return found or "future"


def _when(sentence: Sentence, j: int) -> str | None:
    """What the clause says that tells of a day: "in August, when fears soared"."""
    low = sentence.low
    k = j + (low[j : j + 1] == [","])
    if low[k : k + 1] != ["when"]:
        return None
    return next((one for m in range(k + 1, min(len(low), k + 9)) if (one := _mark(sentence, m, j))), None)


def follows(sentence: Sentence, i: int) -> bool:
    """Whether something follows on a thing of that day: "soured after his arrest on Friday"; not at the opening."""
    low = sentence.low
    for k in range(i - 1, max(0, i - 10), -1):
        if low[k] in ("after", "following", "follows", "followed"):
            return low[k - 1] != "until"
        if low[k] in _FUTURE or low[k] in bag(", that who which") or past_verb(low[k]):
            return False
        if low[k] == "to" and _base(sentence.words[k + 1]):
            return False
    return False


def _aside(sentence: Sentence, i: int) -> bool:
    """Whether a date stands in an aside that has a verb of its own."""
    for k in range(i - 1, max(0, i - 16), -1):
        if sentence.low[k] == ",":
            return sentence.low[k + 1] in _RELATIVE or any(_mark(sentence, m, i) for m in range(k + 1, i))
    return False


def _presently(low: list[str], i: int) -> bool:
    """ "The two meet in Oslo on Friday", "is flying to Oslo on Friday": said of what is to come."""
    window = low[max(0, i - 7) : i]
    k = next((k for k in range(i - 1, max(0, i - 6), -1) if low[k] in _COMES), 0)
    if k and low[k - 1] in ("and", "who", "but"):
        return True  # "who met him on Monday and flies home on Friday"
    if {"after", "since", "following"} & set(window) or any(past_verb(word) for word in low[max(0, i - 12) : i]):
        return False
    return bool(set(window) & (_COMES | _MEET))


def _back(low: list[str], i: int, stop: int) -> Iterator[int]:
    """The words before a date, the nearest first, without the asides that end before it."""
    k = i - 1
    while k > stop:
        if low[k] in _DASHES or low[k] == ")":
            opens = _DASHES if low[k] in _DASHES else {"("}
            k = next((m for m in range(k - 1, max(stop, k - 25), -1) if low[m] in opens), k)
        elif low[k] == ",":
            m = next((m for m in range(k - 1, stop, -1) if low[m] == ","), k)
            k = m if low[m + 1] in _RELATIVE | _PLANNED else k
        else:
            yield k
        k -= 1


def _forth(low: list[str], j: int, stop: int) -> Iterator[int]:
    """The words behind a date without asides."""
    k = j
    while k < stop:
        if low[k] == "," and k + 1 < stop and low[k + 1] in _RELATIVE:
            k = next((m for m in range(k + 1, stop) if low[m] == ","), k)
        else:
            yield k
        k += 1


def _coming(low: list[str], i: int) -> bool:
    """Whether the words right before a day say that it is to come, whatever the verb of the sentence."""
    k = i - 2 if low[i - 1] in ("on", "again", "the") else i - 1
    if k < 1:
        return False
    if low[k] == "again":
        k -= 1
    if low[k] == "down" and low[k - 1] == "sit":
        k -= 1
    if low[k - 1 : k + 1] == ["see", "you"] or ("forward" in low[max(0, k - 5) : k] and "to" in low[max(0, k - 4) : k]):
        return True  # "See you on Friday", "I look forward to meeting him on Friday"
    # "before the leaders meet on Sunday", "the two meet again Friday"
    if low[k] in _GATHER and low[k - 1] not in _NOT_A_VERB and not _REFUSED & set(low[max(0, k - 4) : k]):
        return True
    if low[k - 1 : k + 1] in _AHEAD or (low[i - 2 : i] in _AHEAD):
        return True
    if low[k] in _IS or (low[k] in _DUE and low[k - 1] in _BE):
        return True  # "the vote is Tuesday", "is expected on Wednesday"
    past = any(past_verb(word) and word not in _DUE for word in low[max(0, i - 9) : i])
    if low[i - 1] == "for" and (low[i - 2] in _DUE | _INTENDS | _KEPT or not past):
        return True  # "scheduled for Tuesday", "a deal for Sunday"
    if low[i - 1] == "on" and "for" in low[max(0, i - 4) : i - 1] and not past and _BE & set(low[:i]):
        return True  # "is in Oslo for talks on Tuesday"
    # "the planned summit on Tuesday"
    return any(low[m] in _DUE and low[m - 1] in _OWNING for m in range(max(1, i - 4), i - 1))


def _mark(sentence: Sentence, k: int, i: int) -> str | None:
    """What word ``k`` says of the tense of a date that begins at word ``i``."""
    low, words = sentence.low, sentence.words
    word = low[k]
    if word in ("would", "could") and _MUM & set(low[k + 1 : k + 4]):
        return "past"  # "would not comment Tuesday"
    if word in _FUTURE or word.endswith(("'ll", "’ll")):
        return "future"
    if word.endswith(("'d", "’d")) and k + 1 < len(low) and not past_verb(low[k + 1]):
        return "future"
    if word in _DID_NOT:
        return "past"
    if word in _INTENDS and k < i - 1 and not (k and past_verb(low[k - 1])):
        return "future"
    if word in _GOING and (low[k - 1] in _AM or low[k - 2] in _AM):
        return "future"
    if word == "to" and k + 1 < len(low) and _base(words[k + 1]):
        before = low[k - 1] if k else ""
        if (before in _DUE and low[k - 3 : k - 1] == ["had", "been"]) or (before in _WISHED and low[k - 2] == "had"):
            return "past"  # "had been due to leave on Sunday", "had hoped to"
        if before in _WILLING or (sentence.capitals and k) or (sentence.role == "title" and k):
            return "future"
        return None
    if word in _CAN and k + 1 < len(low) and low[k + 1] not in _NOT_BARE and words[k].islower():
        return "future"
    if word == "for" and low[k - 1].startswith("prepar"):
        return "future"
    if word == "according":
        return "past"
    if word in _PLANNED:
        if low[k - 2 : k] == ["had", "been"]:
            return "past"
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
        low[m] in _MODAL
        and words[m] != "May"
        and not (low[m] == "to" and (m != k - 2 or low[m - 1] in ("nowhere", "yet")))
        for m in range(max(0, k - 2), k)
    )


def _base(word: str) -> bool:
    return (
        word.islower() and word not in _NOT_A_VERB and not (word.endswith("ing") and len(word) > 5) and word.isalpha()
    )
