"""One sentence in which somebody says something: where what is said may begin and end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from paripassu.read import cues
from paripassu.read.bag import bag
from paripassu.read.cues import OBJECT, cue_class
from paripassu.read.days import dated
from paripassu.read.mention import Mention
from paripassu.read.stage import Speaker, Stage
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence

__all__ = ["CLOSERS", "LONG", "OPENERS", "Pieces", "Statement"]

_LEADING = bag(
    "meanwhile however but and also separately moreover earlier still yet so then instead nevertheless "
    "nonetheless likewise furthermore thus therefore besides indeed later"
)
_ASIDE = bag(
    "in on at as after before during while when with following since upon by from until although though despite "
    "asked amid over for if"
)
_FINITE = bag("is are was were has have had will would can could may might must should isn wasn aren does did")
_BINDS = bag("on in at of with to for by during after from the a")
_CEASING = bag("gave declined refused offered did would")
_SPANS = bag("day days week weeks month months year years hour hours")
_LISTENED = bag("told tells assured informed reminded warned warns cautioned promised notified to")
CLOSERS = frozenset("”\"’'»")
OPENERS = frozenset("“\"‘'«„")
LONG = 4  # words: a shorter quotation is a phrase inside somebody's sentence


@dataclass(slots=True)
class Statement:
    """What was said (``start`` to ``end``), without speaker and cue."""

    start: int
    end: int
    kind: str
    speaker: Speaker | None
    cue: tuple[int, int] | None
    rule: str
    sentence: int
    via: list[Any] = field(default_factory=list)

    @property
    def confidence(self) -> str:
        """explicit: a quotation or a `that` with a named speaker beside its cue; guess: no cue at all."""
        if self.cue is None or self.rule.startswith("model."):
            return "guess"
        named = self.speaker is not None and self.speaker.named
        return "explicit" if named and self.rule in ("said.quote", "said.that", "said.according") else "likely"


class Pieces:
    """What the frames of attribution are built from."""

    origin: Any = None  # whom the speaker cites

    def __init__(self, text: str, sentence: Sentence, found: list[Mention], stage: Stage, number: int) -> None:
        self.text = text
        self.sentence = sentence
        self.found = found
        self.stage = stage
        self.number = number
        self.got: list[Statement] = []
        self.via: list[Any] = []
        self.limit = len(sentence.words)  # where a trailing "according to" begins
        self.quoted = [False] * len(sentence.words)
        for start, end in sentence.quotes:
            for k in range(sentence.index(start), min(sentence.index(end), len(self.quoted))):
                self.quoted[k] = True

    def that(self, at: int) -> int | None:
        """Past ``that``, when only a listener, a place or a time stands before it."""
        low = self.sentence.low
        for k in range(at, min(at + 14, self.limit)):
            if self.quoted[k] and k > at:
                # A title between quotation marks may stand before `that`; a quotation may not.
                if all(self.quoted[k : k + 7]):
                    return None
                continue
            if low[k] == "that" and not self.quoted[k]:
                if k > at and low[at] == "the" and low[at - 1] not in _LISTENED:
                    return None
                if (
                    k > at
                    and low[at]
                    not in bag(
                        "on in at to during after through via late early earlier last this by , out "
                        "with from again also monday tuesday wednesday thursday friday saturday "
                        "sunday reporters him her them us me lawmakers journalists today yesterday "
                        "the later earlier once separately publicly privately repeatedly as"
                    )
                    and not self.sentence.words[at][0].isupper()
                ):
                    return None
                if any(
                    past_verb(word) and word not in bag("carried published released broadcast televised held")
                    for word in low[at:k]
                ):
                    return None
                return k + 1
            if low[k] in bag('. ; “ " : which who will is was has would'):
                return None
        return None

    def listener(self, at: int) -> int | None:
        """Past the one who was told."""
        low = self.sentence.low
        for k in range(at, min(at + 16, self.limit)):
            if low[k] in OPENERS and self.quoted[k]:
                return k
            if low[k] in (",", ":"):
                if k + 1 < self.limit and (low[k + 1] in OPENERS or self.clause(k + 1)):
                    return k + 1
                continue
            if (
                k > at
                and self.clause(k)
                and low[k - 1] not in bag("the a in on at of to and his her during with by for")
            ):
                return k
        return None

    def adverbs(self, at: int) -> int | None:
        """Past ``on Friday``, ``in a statement``, ``at a news conference``."""
        low = self.sentence.low
        if low[at] in bag(". ; ) and or but ?"):
            return None
        k = at
        if low[k] in (",", ":"):
            k += 1
        moved = True
        while moved and k < self.limit:
            moved = False
            if dated(low, k) or low[k] in bag("late early earlier later again today"):
                k, moved = k + 1, True
            elif low[k] in bag("on in at during after through via to of about as last this") and not self.quoted[k]:
                m = k + 1
                while (
                    m < self.limit
                    and m < k + 14
                    and low[m] not in (",", ":", ".", ";")
                    and not (low[m] in OPENERS and self.quoted[m])
                    and not (m > k + 1 and self.clause(m) and low[m - 1] not in _BINDS)
                    and not (m > k + 1 and dated(low, m - 1))
                ):
                    m += 1
                if m < self.limit and (low[m] in (",", ":") or (low[m] in OPENERS and self.quoted[m])):
                    k, moved = m, True
                    if low[k] in (",", ":"):
                        k += 1
                elif m < self.limit and self.clause(m):
                    k, moved = m, False
                else:
                    return None
            elif low[k] in (",", ":"):
                k, moved = k + 1, True
        if k < self.limit and low[k] == "that":
            k += 1
        return k

    def clause(self, k: int) -> bool:
        """Whether a clause may begin here: a pronoun, an article, a name."""
        low = self.sentence.low
        if low[k] in bag(
            "he she it they we i there the a an this these those if his her its their "
            "no both any what when once such some many talks sanctions to"
        ):
            return True
        return self.sentence.words[k][0].isupper() and any(mention.i == k for mention in self.found)

    def inside(self, k: int) -> bool:
        """Whether word ``k`` is part of a name: the "States" of a country say nothing."""
        return any(one.i <= k < one.j for one in self.found)

    def opens(self, k: int) -> bool:
        """Whether a quotation longer than a phrase opens at ``k``."""
        return self.sentence.low[k] in OPENERS and all(self.quoted[k : k + LONG + 1])

    def finite(self, at: int) -> bool:
        """Whether a whole clause follows a verb without `that`: "insists its plan is sound", "confirmed it had"."""
        low = self.sentence.low
        if low[at] in ("he", "she", "it", "they", "we", "there"):
            return True
        if not self.clause(at) or low[at] == "to":
            return False
        for k in range(at + 1, min(at + 9, self.limit)):
            if low[k] in _FINITE:
                return True
            if low[k] in bag(', . ; : that which who to and or “ " by'):
                return False
        return False

    def colon(self, at: int) -> int | None:
        """A quotation right after the cue, or after a comma or colon."""
        low = self.sentence.low
        k = at
        while k < min(at + 8, self.limit) and not (low[k] in OPENERS and self.quoted[k]):
            if low[k] not in bag(
                ", : however on in a the at to statement tweet twitter later earlier reporters and"
            ) and not dated(low, k):
                return None
            k += 1
        if k >= min(at + 8, self.limit):
            return None
        stop = k + 1
        while stop < len(low) and self.quoted[stop]:
            stop += 1
        return k if stop - k > LONG else None

    def takes(self, k: int) -> bool:
        """Whether the thing a verb needs follows it."""
        low = self.sentence.low
        wanted = OBJECT[low[k]]
        if k + 1 >= self.limit:
            return False
        after = low[k + 1]
        if wanted:
            return after in wanted.split()
        if low[k] in ("deny", "denies", "denied") and after in ("by", "that", ".", ","):
            return False
        return after not in bag(". , ; by from in on at to and or of as for with")

    def sealed(self, k: int) -> bool:
        """Whether only time, place or manner follows a trailing cue."""
        low = self.sentence.low
        return low[k] in bag(
            "on in at during after following when as late earlier to through by last "
            "this while of before later again here via referring with"
        ) or dated(low, k)

    def before(self, at: int) -> tuple[int, int] | None:
        """The content that ends before ``at``: the quotation that closes there, or the clause."""
        low = self.sentence.low
        end = at + 1 if self.quoted[at] else at
        if low[at] == "," and at and low[at - 1] in CLOSERS and self.quoted[at - 1]:
            end = at
        if end <= 0:
            return None
        start = self.leading()
        if self.got:
            # What an earlier frame took is not said twice.
            start = max(start, self.sentence.index(self.got[-1].end))
            while start < end and low[start] in (",", ".", "and", "but"):
                start += 1
        if self.quoted[end - 1]:
            first = end - 1
            while (
                first > 0
                and self.quoted[first - 1]
                and not (low[first] in OPENERS and first < end - 1 and not self.quoted[first - 1])
            ):
                first -= 1
            # A clause that leads into the quotation belongs to what was said ("It was “like ...,”").
            if first > start and all(cue_class(low[m]) is None for m in range(start, first)):
                return start, end
            return first, end
        return (start, end) if end - start >= 3 else None

    def aside(self, at: int) -> bool:
        """Whether the words before the comma ``at`` only say when or where: "In a message to the people,"."""
        low = self.sentence.low
        start = self.leading()
        if low[start] not in _ASIDE and not (low[start].endswith("ing") and len(low[start]) > 5):
            return False
        return not any(low[m] == "," and not self.quoted[m] for m in range(start, at))

    def leading(self) -> int:
        """Past the dateline and "However,"."""
        low, words = self.sentence.low, self.sentence.words
        if low[0] == "(" and len(low) > 3 and low[2] == ")":
            return 3
        for k in range(1, min(18, len(low) - 3)):
            if low[k] in ("--", "—", "–", "-", ":") and (words[0].isupper() or "(" in low[:k]) and len(words[0]) > 2:
                if low[k] == ":" and k > 3:
                    break
                return k + 1
        if len(low) > 2 and low[0] in _LEADING and low[1] == ",":
            return 2
        return 1 if len(low) > 2 and low[0] in ("but", "and") else 0

    def after_phrase(self, at: int, speaker: Speaker) -> int:
        """Past the comma that ends ``According to X, a researcher at Y,``."""
        low, size = self.sentence.low, len(self.sentence.low)
        k = max(at, speaker.j)
        while k < size and low[k] != ",":
            if k > speaker.j + 12:
                return speaker.j
            k += 1
        k += 1
        if k < size and low[k] in bag("a an the who head director professor"):
            m = k
            while m < size and m < k + 20 and low[m] != ",":
                m += 1
            if (
                m < size
                and low[m] == ","
                and (low[k] == "who" or any(word in cues.NOUNS for word in low[k : min(m, k + 6)]))
                and (low[k] == "who" or not any(past_verb(word) for word in low[k:m]))
            ):
                return m + 1
        return k

    def end(self, at: int) -> int:
        """Where what was said ends."""
        low = self.sentence.low
        for k in range(at + 2, self.limit):
            if self.quoted[k]:
                continue
            if low[k] == ";" or (low[k] == ":" and not self.quoted[min(k + 1, len(low) - 1)]):
                return k
            if low[k] == "," and k + 1 < self.limit:
                after = low[k + 1]
                if after in cues.PARTICIPLE or after in cues.ASK or after in ("while", "but", "according"):
                    return k
                if self.narrated(k + 1):
                    return k
                if after in ("then", "and") and k + 2 < self.limit and cue_class(low[k + 2]) in ("clause", "that"):
                    return k
            if (
                low[k] == "--"
                and k - at > 6
                and any(low[m] == "--" for m in range(k + 1, self.limit)) is False
                and cue_class(low[self.limit - 2] if self.limit > 1 else "") is None
            ):
                continue
            if low[k] in ("and", "but", "while") and k + 1 < self.limit and not self.quoted[k + 1] and k - at > 1:
                if cue_class(low[k + 1]) in ("clause", "that", "judge", "object", "told") and low[k + 1] != "wants":
                    return k
                if low[k] == "but" and low[k + 1] in _CEASING:
                    return k
                if low[k] == "while" and any(one.i == k + 1 for one in self.found):
                    return k
        return self.limit

    def narrated(self, k: int) -> bool:
        """Whether the report goes on with its own words: "65 years after ...", "in which ...", "and X is asking"."""
        low = self.sentence.low
        if low[k] == "in" and low[k + 1 : k + 2] == ["which"]:
            return True
        if low[k : k + 1] in (["a"], ["an"], ["one"], ["two"], ["three"]) or low[k].isdigit():
            return low[k + 1 : k + 2] != [] and low[k + 1] in _SPANS and low[k + 2 : k + 3] in (["after"], ["before"])
        if low[k] == "and":
            name = next((one for one in self.found if one.i == k + 1 and one.kind != "people"), None)
            return name is not None and any(
                cue_class(word) in ("participle", "object", "clause") for word in low[name.j : name.j + 2]
            )
        return False

    def taken(self, one: Statement) -> bool:
        return any(other.start < one.end and one.start < other.end for other in self.got)

    def make(self, i: int, j: int, speaker: Speaker | None, cue: tuple[int, int], rule: str) -> Statement | None:
        sentence = self.sentence
        j = min(j, len(sentence.low))
        while i < j and sentence.low[i] in bag(", : that – -- — and"):
            i += 1
        while j > i and sentence.low[j - 1] in bag(". , ; : and -- – —") and not self.quoted[j - 1]:
            j -= 1
        if j - i < 2:
            return None
        start, end = sentence.at[i], sentence.stop(j - 1)
        if start <= cue[0] < end:
            return None
        marked = [span for span in sentence.quotes if span[0] < end and start < span[1]]
        kind = "indirect"
        if marked:
            inside = sum(min(end, span[1]) - max(start, span[0]) for span in marked)
            kind = "direct" if inside >= end - start - 2 else "mixed"
        via = [self.origin] if self.origin is not None else []
        return Statement(start, end, kind, speaker, cue, rule, self.number, via)

    def pair(self, k: int) -> Speaker | None:
        """``Kim and Moon met, expressing ...``: both speak."""
        people = [mention for mention in self.found if mention.kind == "person" and mention.j <= k]
        if len(people) < 2:
            return None
        first, second = people[0], people[1]
        between = self.sentence.low[first.j : second.i]
        if between[:1] != ["and"] or any(past_verb(word) for word in between):
            return None
        one, two = self.stage.person(first), self.stage.person(second)
        if one is None or two is None:
            return None
        return Speaker(f"{one.name} and {two.name}", first.start, second.end, first.i, second.j)

    def shut(self, at: int) -> bool:
        """Whether a quotation closes right before the speaker."""
        low = self.sentence.low
        return (low[at] in CLOSERS and self.quoted[at]) or (
            low[at] == "," and at > 0 and low[at - 1] in CLOSERS and self.quoted[at - 1]
        )
