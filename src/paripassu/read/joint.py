"""Speakers that take more than one phrase to name: two together, one of another's people, several without a name."""

from __future__ import annotations

from dataclasses import replace

from paripassu.read.bag import bag
from paripassu.read.cues import NOUNS, cue_class, speaks
from paripassu.read.days import dated
from paripassu.read.mention import Mention
from paripassu.read.person import joined
from paripassu.read.stage import Speaker, Stage
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence

__all__ = [
    "LINKS",
    "MADE",
    "MANY",
    "SOME",
    "STAFF",
    "back",
    "before_title",
    "belongs",
    "both",
    "explained",
    "headed",
    "interrupted",
    "linked",
    "many_in",
    "of_whom",
    "partisans",
    "phrase_end",
    "posted_at",
    "row_after",
    "silent_who",
    "staff",
    "with_others",
]

MANY = bag("some many others most few several both neither all everyone nobody those")
"""Words that stand for people by themselves: "many say"."""
STAFF = bag(
    "spokesman spokeswoman spokesperson spokespeople office lawyer lawyers attorney attorneys aide aides allies camp "
    "campaign government administration team deputy adviser advisor advisers advisors supporters critics opponents "
    "party cabinet chief secretary representative representatives son daughter wife husband brother sister father "
    "mother family delegation envoy press"
)
"""Those who belong to somebody and speak for themselves or for him."""
_SKIP = bag(
    "has have had also later reportedly again then further is are was were be been being not never "
    "repeatedly publicly earlier previously recently already still once now privately reluctantly "
    "here there simply even only just both all jointly long always ever since often sharply partly "
    " last first twice appears appear appeared seems seem seemed to might may "
    "could would will did nevertheless nonetheless therefore instead does do"
)
LINKS = bag("of for at in from with on to familiar close about briefed inside within near privy")
"""Words that tie a name to a common noun before it: "an official in Oslo"."""
_FINITE = bag("would will could can may might should must is are was were has have had does do did")
MADE = bag(
    "statement conference briefing interview letter tweet speech post message editorial report article assessment "
    "study survey poll"
)
"""What is made known, and speaks: "a letter posted on the site says"."""
_POSTED = bag(
    "posted released issued published carried broadcast signed circulated seen obtained finished completed leaked"
)
SOME = bag("one two three some several many most another both either all")
"""What may stand before those of whom there are more."""
_SILENT = bag("declined asked requested refused spoke wished wanted insisted did was were is are has had")
_SPANS = bag("days weeks months years decades hours")
_OPENS = bag(', . ; : “ ” " ‘ ( -- – — while but that as after before when because if although though since where')


def both(sentence: Sentence, one: Speaker) -> Speaker:
    """``Norway and its allies``, ``a clerk and two other officials``: the first of the two belongs to the subject."""
    low = sentence.low
    if one.i < 2 or low[one.i - 1] != "and" or one.person is not None or (one.names_body and " and " in one.name):
        return one
    first = one.i - 2
    while first > 0 and low[first - 1] not in _OPENS and low[first - 1] != "and" and one.i - first < 12:
        first -= 1
    phrase = low[first : one.i - 1]
    named = sentence.words[first][0].isupper() and len(phrase) <= 4
    if any(past_verb(word) and word not in _KNOWN for word in phrase) or not (
        named or any(speaks(word) for word in phrase[:6])
    ):
        return one
    opened = first == 0 or low[first - 1] in _OPENS
    if not opened or phrase[0] in _NO_START or set(phrase) & _VERBS or any(map(cue_class, phrase)):
        return one
    return replace(
        one,
        name=joined(sentence, first, one.j) if one.j > one.i else one.name,
        start=sentence.at[first],
        i=first,
        names_body=False,
    )


_KNOWN = bag("briefed involved based retired armed")
_NO_START = bag("in on at to for with from by of he she it they and or who which")
_VERBS = bag("is are was were has have had will would says say said told may can could should")


def staff(sentence: Sentence, mention: Mention) -> tuple[int, int] | None:
    """Where ``Quist's chief spokesman`` begins and ends, when a person's name opens it."""
    low = sentence.low
    if low[mention.j : mention.j + 1] not in (["'s"], ["’s"]):
        return None
    last = next((k for k in range(mention.j + 1, min(mention.j + 4, len(low))) if low[k] in STAFF), None)
    return None if last is None or not sentence.words[last].islower() else (mention.i, last + 1)


def headed(sentence: Sentence, k: int) -> tuple[int, int] | None:
    """The noun that a clause tells more of: ``many in the town`` before "who", ``members`` before "seeking a break"."""
    low = sentence.low
    for m in range(k - 1, max(-1, k - 10), -1):
        if low[m] in MANY or (low[m] in NOUNS and low[m].endswith("s")):
            return m, k
        if low[m] in bag(", . ; : “ ” who that and") or past_verb(low[m]):
            return None
    return None


def back(sentence: Sentence, at: int, found: list[Mention]) -> int:
    """Over adverbs, auxiliaries and dates, to the last word of the subject."""
    low = sentence.low
    steps = 0
    while at >= 0 and steps < 12:
        word = low[at]
        if word == "“" and at and sentence.words[at + 1].islower() and sentence.words[at - 1][0].isalpha():
            at -= 1  # "the two countries “will be having talks”"
        elif word == "time" and low[max(0, at - 3) : at] == ["for", "the", "first"]:
            at -= 4
        elif word == "past" and low[max(0, at - 2) : at] == ["in", "the"]:
            at -= 3
        elif word in _SPANS and low[max(0, at - 1)] in ("for", "over"):
            at -= 2  # "has for days questioned"
        elif word in _SKIP or (word.endswith("ly") and len(word) > 4) or word in ("n’t", "n't"):
            at -= 1
        elif (
            word in bag("day days week weeks month hours") and at + 1 < len(low) and low[at + 1] in ("later", "earlier")
        ):
            at -= 2
        elif low[at] == "day" and low[at - 1] in ("next", "same", "following") and at > 1 and low[at - 2] == "the":
            at -= 3
        elif dated(low, at) and (
            at == 0 or low[at - 1] in bag("on late early last this , the") or not sentence.words[at - 1].islower()
        ):
            at -= 1
            while at >= 0 and (low[at] in bag("on late early last this in") or dated(low, at)):
                at -= 1
        else:
            break
        steps += 1
    return at


def silent_who(low: list[str], at: int) -> int | None:
    """``an official who declined to be named``: where "who" stands, if such a clause ends at ``at``."""
    for k in range(at, max(0, at - 12), -1):
        if low[k] == "who":
            return k if k and low[k + 1] in _SILENT else None
        if low[k] in (",", ".", ";"):
            return None
    return None


def of_whom(sentence: Sentence, at: int, found: list[Mention], stage: Stage) -> Speaker:
    """``Quist met Berg, both of whom say``: the two named before."""
    names = [one.name for m in found if m.kind == "person" and m.j <= at if (one := stage.person(m)) is not None]
    names = list(dict.fromkeys(names))[-2:]
    name = " and ".join(names) if sentence.low[at] == "both" and len(names) == 2 else joined(sentence, at, at + 3)
    return Speaker(name, sentence.at[at], sentence.stop(at + 2), at, at + 3, None, named=" and " in name)


def belongs(sentence: Sentence, mention: Mention) -> int | None:
    """The common noun a name only tells more of: "Foreign Ministry official", "Turkey's foreign ministry"."""
    low, words = sentence.low, sentence.words
    if mention.kind == "person" or mention.j >= len(low):
        return None
    if words[mention.j].islower() and low[mention.j] in NOUNS:
        return mention.j
    if low[mention.j] in ("'s", "’s"):
        return next(
            (
                at
                for at in range(mention.j + 1, min(mention.j + 4, len(low)))
                if low[at] in NOUNS and all(words[k].islower() for k in range(mention.j + 1, at + 1))
            ),
            None,
        )
    return None


def interrupted(low: list[str], comma: int) -> int | None:
    """Where "who" stands in ``Quist who, on Monday, threatened``."""
    opens = next((m for m in range(comma - 1, max(0, comma - 8), -1) if low[m] == ","), 0)
    return opens - 1 if opens > 1 and low[opens - 1] == "who" and low[opens + 1] in ("on", "in", "at") else None


def linked(low: list[str], noun: int | None, at: int) -> bool:
    """Whether a small word ties the name at ``at`` to the noun: "an official close to Quist"."""
    return noun is not None and any(word in LINKS for word in low[noun + 1 : at]) and "of" not in low[noun + 1 : at][:1]


def phrase_end(low: list[str], at: int, limit: int) -> int:
    """Where a phrase ends: before its verb."""
    while at < limit and low[at] not in _FINITE and not (past_verb(low[at]) and low[at] not in ("briefed", "involved")):
        at += 1
    return at


def explained(sentence: Sentence, mention: Mention, found: list[Mention]) -> bool:
    """Whether what follows the comma says who the one before it is; another name begins a list or a new clause."""
    after = mention.j + 1
    return not any(one.kind == "person" and after <= one.i <= after + 1 for one in found)


def before_title(sentence: Sentence, mention: Mention) -> int | None:
    """Where the office begins in ``the mediator, retired judge Helen Ashworth,``."""
    comma = mention.i - 1
    while comma > 0 and sentence.low[comma] != "," and mention.i - comma < 7:
        comma -= 1
    if sentence.low[comma] != ",":
        return None
    first = comma - 1
    while first > 0 and sentence.low[first - 1] not in (",", ".", "”", '"', "but", "and") and comma - first < 9:
        first -= 1
    return first


def partisans(sentence: Sentence, mention: Mention, i: int) -> Speaker | None:
    """``Some senior Democrats``: people of a party, not the party."""
    low = sentence.low
    if low[mention.j - 1] not in ("democrats", "republicans", "conservatives", "liberals"):
        return None
    if mention.j - mention.i > 1:
        return None
    while i and sentence.words[i - 1].islower() and low[i - 1].endswith(("al", "ive", "or", "ior")):
        i -= 1
    if i and low[i - 1] in SOME:
        i -= 1
    return Speaker(joined(sentence, i, mention.j), sentence.at[i], mention.end, i, mention.j)


def with_others(sentence: Sentence, one: Speaker, found: list[Mention], stage: Stage) -> Speaker:
    """``Berg and other officials`` under the whole name of the one named: ``Bo Berg and other officials``."""
    first = next((each for each in found if each.kind == "person" and one.i <= each.i <= one.i + 2), None)
    person = stage.person(first) if first is not None else None
    if first is None or person is None or sentence.low[first.j] != "and" or one.person is not None:
        return one
    return replace(one, name=f"{person.name} {joined(sentence, first.j, one.j)}")


def many_in(sentence: Sentence, at: int) -> Speaker | None:
    """``Many in Oslo`` that end at word ``at`` and begin the sentence."""
    low = sentence.low
    first = 1 if low[0] in ("but", "and", "yet") else 0
    where = low[first + 1 : first + 2]
    if low[first] not in MANY or where not in (["in"], ["at"], ["among"], ["on"], ["within"]) or at > 8:
        return None
    if any(past_verb(word) or word == "," for word in low[first : at + 1]):
        return None
    text = joined(sentence, first, at + 1)
    return Speaker(text, sentence.at[first], sentence.stop(at), first, at + 1, None, named=False)


def row_after(low: list[str], comma: int) -> int | None:
    """Where "including" stands after the subject in ``Members of the crew – including Bo Berg –``."""
    row = next((m for m in range(2, comma) if low[m] in ("including", "among") and low[m - 1] in _BREAKS), None)
    return None if row is None or any(past_verb(word) for word in low[:row]) else row


_BREAKS = (",", "–", "--", "—", "-")


def posted_at(sentence: Sentence, at: int) -> int | None:
    """Where ``posted`` stands in ``a letter posted on the site``, which ends at word ``at``."""
    if _POSTED.isdisjoint(sentence.has):
        return None
    low = sentence.low
    k = next((m for m in range(at, max(1, at - 9), -1) if low[m] in _POSTED), None)
    if k is None or "," in low[k : at + 1] or low[k - 1] not in MADE:
        return None
    return None if {"a", "an", "the"}.isdisjoint(low[max(0, k - 5) : k - 1]) else k
