"""Who speaks: the noun phrase beside a verb of saying, and the person or body behind it."""

from __future__ import annotations

from dataclasses import replace

from paripassu.read.bag import bag
from paripassu.read.cues import NOUNS, speaks
from paripassu.read.joint import (
    LINKS,
    MADE,
    MANY,
    SOME,
    back,
    before_title,
    belongs,
    both,
    explained,
    headed,
    interrupted,
    linked,
    many_in,
    of_whom,
    partisans,
    phrase_end,
    posted_at,
    row_after,
    silent_who,
    staff,
    with_others,
)
from paripassu.read.mention import Mention
from paripassu.read.person import joined
from paripassu.read.pronouns import PRONOUNS, pronoun, titled
from paripassu.read.stage import Speaker, Stage
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence
from paripassu.read.unnamed import STOPS, unnamed

__all__ = ["left", "main", "right"]

_KNOWING = bag("familiar briefed close")
_JOINS = bag("and but or while as because that when if since until although though so where after before than whether")
_DATELINES = (["("], ["—"], ["–"], ["--"], ["/"], [","])
_BESIDES = bag("however meanwhile too though instead nevertheless nonetheless moreover also therefore then likewise")
_PARTS = bag(', . ; : “ ” " that after before while because since when although')
_BEHIND = bag("with to of from by at for between against")
_SHUT = frozenset('”"»')
_CUT = bag("mr mrs ms dr gen sen rep gov lt col prof st adm capt")


def left(sentence: Sentence, k: int, found: list[Mention], stage: Stage) -> Speaker | None:
    """The subject that stands before the verb at ``k``."""
    one = _left(sentence, k, found, stage)
    if one is None or one.i < 0 or (two := both(sentence, one)) is one:
        return one
    return with_others(sentence, two, found, stage)


def _left(sentence: Sentence, k: int, found: list[Mention], stage: Stage) -> Speaker | None:
    low = sentence.low
    at = back(sentence, k - 1, found)
    if at < 0 or (at == 0 and low[0] in MANY):
        one = Speaker(sentence.words[0], sentence.at[0], sentence.stop(0), 0, 1, None, named=False)
        return one if low[0] in MANY else None
    if (posted := posted_at(sentence, at)) is not None:
        return unnamed(sentence, posted - 1, posted - 1, at + 1, found, stage)  # "a letter posted on the site says"
    if low[at] == "," and at > 3 and low[at - 1] in _BESIDES and low[at - 2] == ",":
        at -= 3  # "Norway, however, wants"
    if low[at] in ("and", "but", "or") or (low[at] == "," and at and low[at - 1] in ("and", "but")):
        return main(sentence, at, found, stage)
    if low[at] == ")" and (opens := next((m for m in range(at, max(-1, at - 8), -1) if low[m] == "("), 0)) > 1:
        return _phrase(sentence, opens - 1, found, stage)
    if low[at] == "," and (who := interrupted(low, at)) is not None:
        return _told_of(sentence, who, found, stage)
    if low[at] in (",", ")", "--", "–", "—"):
        return _apposed(sentence, at, found, stage) or None
    if low[at] not in NOUNS and (who := silent_who(low, at)) is not None:
        return _told_of(sentence, who, found, stage) or _phrase(sentence, who - 1 - (low[who - 1] == ","), found, stage)
    if low[at] == "which" and at > 1 and low[at - 1] == ",":
        body = next((one for one in found if one.j == at - 1 and one.kind in ("organisation", "place")), None)
        return _of_mention(sentence, body, found, stage) if body is not None else None
    if low[at] == "whom" and at > 1 and low[at - 1] == "of" and low[at - 2] in ("both", "all", "some", "many"):
        return of_whom(sentence, at - 2, found, stage)
    if low[at] == "who" and at:
        if (head := headed(sentence, at)) is not None and low[at - 1] != ",":
            return unnamed(sentence, head[0], head[0], at, found, stage)
        named = _told_of(sentence, at, found, stage)
        if named is not None or low[at - 1] != ",":
            return named
        at -= 2
    return _phrase(sentence, at, found, stage) or _explained_by(sentence, at, found, stage)


def _explained_by(sentence: Sentence, at: int, found: list[Mention], stage: Stage) -> Speaker | None:
    """``A diplomat who follows the talks said``: the one a clause without commas tells more of."""
    low = sentence.low
    if (many := many_in(sentence, at)) is not None:
        return many
    for k in range(at - 1, max(0, at - 12), -1):
        if low[k] == "who":
            return unnamed(sentence, k - 1, k - 1, k, found, stage) if low[k - 1] in NOUNS else None
        if low[k] in _PARTS or past_verb(low[k]):
            return None
    return None


def _told_of(sentence: Sentence, who: int, found: list[Mention], stage: Stage) -> Speaker | None:
    """The one named right before "who": ``replaced Lee with Quist, who promised``."""
    at = who - (sentence.low[who - 1] == ",")
    named = next((one for one in found if one.kind == "person" and one.j == at), None)
    return _of_mention(sentence, named, found, stage) if named is not None else None


def main(sentence: Sentence, limit: int, found: list[Mention], stage: Stage) -> Speaker | None:
    """The subject of the sentence: the first name or office in it that can speak."""
    low = sentence.low
    for mention in found:
        if mention.i >= limit:
            break
        follows = next((one for one in found if one.kind == "person" and mention.j <= one.i <= mention.j + 8), None)
        if (
            mention.kind in ("place", "organisation")
            and follows is not None
            and (follows.role or "").startswith(sentence.words[mention.i])
        ):
            continue
        if mention.kind == "place" and mention.i <= 4 and low[mention.j : mention.j + 1] in _DATELINES:
            continue  # "OSLO —", "Oslo, Norway (Reuters)"
        if mention.type == "media" and mention.i <= 6 and low[mention.i - 1 : mention.i] == ["("]:
            continue
        if mention.kind == "people" and low[mention.j - 1].endswith("s") and low[mention.i - 1 : mention.i] == ["the"]:
            return _phrase(sentence, mention.j - 1, found, stage)  # "the Norwegians issued a threat"
        owned = any(one.i == mention.j + 1 for one in found) and low[mention.j : mention.j + 1] in (["'s"], ["’s"])
        if mention.i == 1 and low[0] == "using":
            continue  # "Using Twitter, Quist"
        if mention.kind == "place" and (owned or (mention.i and low[mention.i - 1].endswith(("ing", "-")))):
            continue  # "after angering Norway, the Danes said"
        if mention.kind in ("person", "organisation", "place") and not (mention.i and low[mention.i - 1] in STOPS):
            noun = belongs(sentence, mention)
            if noun is not None:
                bearer = next((one for one in found if one.kind == "person" and one.i == noun + 1), None)
                if bearer is not None and noun + 1 < limit:
                    return _of_mention(sentence, bearer, found, stage)  # "Foreign Ministry spokesman Bo Berg"
                return _phrase(sentence, noun, found, stage)
            before = low[mention.i - 2 : mention.i]
            if before and before[-1] in ("the", "a") and len(before) > 1 and before[0] in STOPS:
                continue
            first = mention.i
            while first > 0 and mention.kind == "person" and titled(sentence, first - 1, mention):
                first -= 1
            if first < mention.i and low[first - 1] in _BEHIND and any(map(speaks, low[: min(first, 6)])):
                continue  # "The delegation met with President Lee and expressed"
            if mention.kind == "person" and any(part in NOUNS for part in low[mention.j : mention.j + 1]):
                continue
            if mention.kind == "person" and (owned_ := staff(sentence, mention)) is not None:
                return unnamed(sentence, owned_[0], owned_[1] - 1, owned_[1], found, stage)
            return _of_mention(sentence, mention, found, stage)
    for at in range(min(limit, 12)):
        if low[at] in PRONOUNS and low[at] in ("he", "she", "they"):
            return _phrase(sentence, at, found, stage)
        if low[at] in NOUNS and not (at and low[at - 1] in STOPS):
            named = next((m for m in found if m.i <= at + 3 and at + 2 <= m.i and m.kind != "people"), None)
            if named is not None and low[at + 1] in ("for", "of", "at") and (m := named.j) <= limit:
                return unnamed(sentence, at, at, m, found, stage)  # "a spokesman for Quist declined to comment, saying"
            return _phrase(sentence, at, found, stage)
    return None


def right(sentence: Sentence, k: int, found: list[Mention], stage: Stage) -> Speaker | None:
    """The subject that stands after the verb or preposition at ``k`` (``said Kim``, ``according to Kim``)."""
    low, size = sentence.low, len(sentence.low)
    i = k + 1
    if i >= size:
        return None
    after = low[i + 1] if i + 1 < size else "."
    if low[i] in ("he", "she", "they", "it", "him", "them") or (low[i] == "her" and not after[0].isalpha()):
        return pronoun(sentence, i, found, stage)
    if low[i] == "one" and low[i + 1 : i + 3] in (["of", "them"], ["of", "these"], ["of", "those"]):
        return Speaker(joined(sentence, i, i + 3), sentence.at[i], sentence.stop(i + 2), i, i + 3, None, named=False)
    # A name in the phrase, before a comma ends it.
    limit = i
    while limit < size and (
        low[limit] not in bag(', . ; ( “ " : -- – — who which that said as')
        or (low[limit] == "." and limit > i and low[limit - 1] in _CUT)
    ):
        limit += 1
    if limit == i:
        return None
    held = [mention for mention in found if i <= mention.i < limit and mention.kind != "people"]
    inside = {at for one in held for at in range(one.i, one.j)}
    noun = next(
        (
            at
            for at in range(i, limit)
            if low[at] in NOUNS and at not in inside and (sentence.words[at].islower() or at > i)
        ),
        None,
    )
    person = next((mention for mention in held if mention.kind == "person"), None)
    if person is not None and noun is None and person.i > i and low[person.i - 1] in ("with", "of", "for", "to"):
        return None  # "says meeting with Kim is set"
    if person is not None and (noun is None or noun < person.i) and not linked(low, noun, person.i):
        return _of_mention(sentence, person, found, stage)
    media = next((mention for mention in held if mention.type == "media"), None)
    if media is not None and not (noun is not None and noun < media.i):
        return _of_mention(sentence, media, found, stage)
    if noun is not None:
        apposed = next((one for one in found if one.kind == "person" and limit < one.i <= limit + 2), None)
        if apposed is not None and low[limit] == "," and low[apposed.j : apposed.j + 1] in ([","], ["."], []):
            # "said the mayor, Ann Lee."
            return replace(_of_mention(sentence, apposed, found, stage), i=i)
        return unnamed(sentence, i, noun, min(limit, phrase_end(low, noun + 1, limit)), found, stage, floor=i)
    if held:
        return _of_mention(sentence, held[0], found, stage)
    return None


def _apposed(sentence: Sentence, comma: int, found: list[Mention], stage: Stage) -> Speaker | None:
    """``Name, who is this and that, said``: the name stands before an earlier comma."""
    low = sentence.low
    who = next((m for m in range(1, min(comma, 12)) if low[m] == "who"), None)
    if who is not None and low[who - 1] in NOUNS and not past_verb(" ".join(low[who - 1 : who])):
        # "An official who came with the minister, and spoke to the press, said": the one the clause is about.
        opening = _phrase(sentence, who - 1, found, stage)
        if opening is not None and opening.i <= 2 and not any(one.j <= opening.i for one in found):
            return opening
    row = row_after(low, comma)
    if row is not None:  # "Members of the crew – including Bo Berg – said"
        noun = next((m for m in range(min(row - 1, 4)) if low[m] in NOUNS and low[m + 1] == "of"), None)
        crew = unnamed(sentence, noun, noun, row - 1, found, stage) if noun is not None else None
        if (crew := crew or _phrase(sentence, row - 2, found, stage)) is not None:
            return crew
    best: Mention | None = None
    owner = next((one for one in found if one.kind == "place" and one.i <= 1), None)
    if owner is not None and low[owner.j : owner.j + 2] in ([",", "whose"], [",", "which"]) and owner.j + 1 < comma:
        return _of_mention(sentence, owner, found, stage)  # "Norway, whose fleet was sunk, warned"
    for mention in found:
        if mention.j > comma:
            break
        if any(a <= mention.start < b <= sentence.at[comma] for a, b in sentence.quotes):
            continue  # told of in the quotation that closes before
        if {"including", "like", "among"} & set(low[max(0, mention.i - 8) : mention.i]):
            continue  # one of those who speak, or of what is told
        if (
            mention.kind in ("person", "organisation")
            and mention.j < len(low)
            and low[mention.j] in (",", "(", "--", "–", "—")
        ):
            if mention.j == comma:
                # "The mediator, Helen Ashworth, met": the name itself is apposed.
                first = before_title(sentence, mention) if mention.i > 1 else None
                if first is not None and (mention.kind == "person" or speaks(low[mention.i - 2])):
                    return replace(_of_mention(sentence, mention, found, stage), i=first)
                continue
            best = mention
            if mention.kind == "person" and explained(sentence, mention, found):
                break
    if best is not None and comma - best.j < 40:
        return _of_mention(sentence, best, found, stage)
    at = comma - 1
    while at > 0 and low[at] != ",":
        at -= 1
    if at > 0:
        for back in (at - 1,):
            got = _phrase(sentence, back, found, stage)
            if got is not None:
                return got
    return None


def _phrase(sentence: Sentence, at: int, found: list[Mention], stage: Stage) -> Speaker | None:
    """The noun phrase whose last word is at ``at``."""
    low, words = sentence.low, sentence.words
    if low[at] in PRONOUNS:
        return pronoun(sentence, at, found, stage)
    inside = next((mention for mention in found if mention.i <= at < mention.j and mention.kind != "people"), None)
    if inside is None and at and low[at] in ("'s", "’s"):
        return None
    # "an official at the ministry": the head stands before a preposition.
    k = (inside.i if inside else at) - 1
    if inside is not None and inside.kind == "person":
        first = inside.i
        while first > 0 and titled(sentence, first - 1, inside):
            first -= 1
        direct = first == 0 or low[first - 1] not in bag("of for to from with at")
    else:
        direct = False
    known = bool(_KNOWING & set(low[max(0, at - 5) : at]))
    if not direct and (low[at] not in NOUNS or inside is not None or known):
        steps = 0
        link = False
        while k >= 0 and steps < 10 and low[k] not in _PARTS:
            if low[k] in LINKS:
                link = True
            elif link and (head := next((one for one in found if one.j == k + 1), None)) is not None:
                # "the Foreign Ministry in Seoul announced"
                if head.kind in ("organisation", "person"):
                    return _of_mention(sentence, head, found, stage)
            elif low[k] in NOUNS and link and (words[k].islower() or k == 0):
                return unnamed(sentence, k, k, at + 1, found, stage)
            elif past_verb(low[k]) and low[k] not in ("briefed", "involved", "based", "led", "named"):
                break
            k -= 1
            steps += 1
    if inside is not None:
        if inside.kind == "place" and inside.i and low[inside.i - 1] in STOPS - _JOINS:
            return None
        if (
            inside.kind == "place"
            and inside.i > 1
            and low[inside.i - 1] == "the"
            and low[inside.i - 2] in STOPS - {"and", "but", "while", "as", "that", "which"}
        ):
            return None
        return _of_mention(sentence, inside, found, stage)
    people = next((one for one in found if one.kind == "people" and one.j == at + 1), None)
    if people is not None and (low[at].endswith("s") or low[people.i - 1 : people.i] == ["the"]):
        # "The Americans said", "Israelis say"
        first = people.i - 1 if people.i and low[people.i - 1] == "the" else people.i
        text = joined(sentence, first, people.j)
        return Speaker(text, sentence.at[first], people.end, first, people.j, names_body=True)
    if low[at] in MANY and (at == 0 or low[at - 1] in STOPS | {",", "“", "and"}):
        return Speaker(words[at], sentence.at[at], sentence.stop(at), at, at + 1, None, named=False)
    if low[at] in NOUNS or (at <= 3 and speaks(low[at])):
        media = next((one for one in found if one.type == "media" and at - 1 <= one.j <= at), None)
        if media is not None:
            return _of_mention(sentence, media, found, stage)
        speaker = unnamed(sentence, at, at, at + 1, found, stage)
        among = speaker.i > 1 and low[speaker.i - 1] in ("of", "in", "within", "among")
        if among and low[speaker.i - 2] in (SOME if low[speaker.i - 1] == "of" else MANY):
            first = speaker.i - 2
            start = sentence.at[first]
            return Speaker(joined(sentence, first, speaker.j), start, speaker.end, first, speaker.j, None, named=False)
        if speaker.i > 1 and low[at] in MADE and low[speaker.i - 1] in ("in", "at", "on", "through", "via"):
            # "A spokesman in a statement on Friday said"
            return left(sentence, speaker.i - 1, found, stage)
        if speaker.i > 1 and low[speaker.i - 1] in ("for", "of", "at", "from", "to", "on", "in"):
            for k in range(speaker.i - 2, max(-1, speaker.i - 6), -1):
                if low[k] in NOUNS and words[k].islower():
                    # "a spokesman for the mayor"
                    whole = unnamed(sentence, k, k, at + 1, found, stage)
                    return None if whole.i and low[whole.i - 1] in STOPS - {"and", "but", "while"} else whole
                if past_verb(low[k]) or not low[k].isalpha():
                    break
        if speaker.i and low[speaker.i - 1] in LINKS:
            # "the appointment of the delegation may indicate": it is not the delegation that speaks.
            return None
        return speaker
    if low[at] in stage.bodies and low[at - 1 : at] == ["the"] and words[at][0].isupper():
        return Speaker(stage.bodies[low[at]], sentence.at[at - 1], sentence.stop(at), at - 1, at + 1)  # "The Post"
    return None


def _of_mention(sentence: Sentence, mention: Mention, found: list[Mention], stage: Stage) -> Speaker:
    low = sentence.low
    person = stage.person(mention)
    if person is not None:
        # "Kim and President Moon said": both.
        others = [one for one in found if one.kind == "person" and one.j < mention.i]
        if others and "and" in low[others[-1].j : mention.i] and mention.i - others[-1].j <= (9 if mention.role else 5):
            between = low[others[-1].j : mention.i]
            if between[0] == "and" and not any(past_verb(word) or word in _SHUT for word in between):
                first = stage.person(others[-1])
                if first is not None:
                    return Speaker(
                        f"{first.name} and {person.name}",
                        others[-1].start,
                        mention.end,
                        others[-1].i,
                        mention.j,
                        None,
                    )
        i = mention.i
        while i > 0 and sentence.at[i - 1] >= 0 and titled(sentence, i - 1, mention):
            i -= 1
        return Speaker(person.name, mention.start, mention.end, i, mention.j, person)
    i = mention.i
    while i > 0 and any(one.j == i and one.kind in ("people", "place") for one in found):
        i = next(one.i for one in found if one.j == i and one.kind in ("people", "place"))
    if i and low[i - 1] in ("the", "a"):
        i -= 1
    if i and low[i - 1] in SOME:
        i -= 1  # "Republicans and some Democrats"
    other = next((one for one in found if i > 1 and low[i - 1] == "and" and one.j in (i - 1, i - 2)), None)
    pair = other is not None and other.kind in ("organisation", "place") and mention.type != "media"
    if other is not None and pair and (other.i == 0 or low[other.i - 1] in _JOINS | {"the", "both", ",", "."}):
        # "Norway and Finland said": both.
        both = joined(sentence, other.i, mention.j)
        return Speaker(both, other.start, mention.end, other.i, mention.j, names_body=True)
    if (some := partisans(sentence, mention, i)) is not None:
        return some
    start = sentence.at[i] if mention.kind == "place" and i < mention.i else mention.start
    body = mention.kind in ("organisation", "place") and mention.type != "media"
    return Speaker(mention.name, start, mention.end, i, mention.j, None, names_body=body)
