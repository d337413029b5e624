"""Whether what follows still belongs to what was said, or the report goes on with its own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from paripassu.read import cues
from paripassu.read.bag import bag
from paripassu.read.cues import cue_class
from paripassu.read.mention import Mention
from paripassu.read.stage import Speaker, Stage
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence

__all__ = ["CEASING", "FINITE", "NO_VERB", "SAYS", "Onward", "Statement"]

_LEADING = bag(
    "meanwhile however but and also separately moreover earlier still yet so then instead nevertheless "
    "nonetheless likewise furthermore thus therefore besides indeed later"
)
FINITE = bag("is are was were has have had will would can could may might must should isn wasn aren does did")
NO_VERB = bag("hours days weeks months years minutes talks sanctions this its his as us")
CEASING = bag("gave declined refused offered did would")
_APPOSED = bag(
    "remark move claim comment suggestion decision step statement sign development shift charge accusation demand "
    "proposal reference allegation assertion reversal stance position contradiction concession confirmation warning "
    "shift signal gesture message event idea request notion view"
)
_CARRIED = bag("had has have was were is are would will could can should must that")
_SILENT = bag(
    "say elaborate comment specify give name identify confirm confirmed said given commented responded replied"
)
_UNDER = bag("while although though whereas when after as since even")
_SUBJECTS = bag("he she it they we i you there")
SAYS = bag("said says told tells added adds wrote tweeted warned announced")
_SPANS = bag("day days week weeks month months year years hour hours")


def _present(word: str) -> bool:
    """Whether a word may be a verb of the present: "insists", not "across" nor "high-stakes"."""
    return word.isalpha() and word[-1] == "s" and word[-2:] != "ss" and word not in NO_VERB


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


class Onward:
    """One sentence in which somebody says something."""

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

    def clause(self, k: int) -> bool:
        """Whether a clause may begin here: a pronoun, an article, a name."""
        low = self.sentence.low
        if low[k] in bag(
            "he she it they we i there the a an this these those if his her its their "
            "no both any what when once such some many talks sanctions to mr mrs ms president"
        ):
            return True
        if low[k].replace("’", "'").split("'")[0] in _SUBJECTS:
            return True  # "he'd", "they’ll"
        return self.sentence.words[k][0].isupper() and any(mention.i == k for mention in self.found)

    def inside(self, k: int) -> bool:
        """Whether word ``k`` is part of a name: the "States" of a country say nothing."""
        return any(one.i <= k < one.j for one in self.found)

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

    def under(self, at: int) -> bool:
        """Whether what begins at ``at`` is said in a clause under another: ``While Quist says A, Berg says B``."""
        low = self.sentence.low[:at]
        first = (
            max((m for m in range(len(low)) if low[m] == ";" and not self.quoted[m]), default=-1) + 1 or self.leading()
        )
        opens = first < len(low) and low[first] in _UNDER
        return opens and not any(low[m] == "," and not self.quoted[m] for m in range(first, len(low)))

    def beside_it(self, k: int) -> bool:
        """Whether ``with`` brings somebody else's words: "with an official saying"."""
        low = self.sentence.low
        near = next((m for m in range(k + 1, min(k + 8, self.limit)) if low[m] in cues.PARTICIPLE | {","}), None)
        return near is not None and low[near] != ","

    def told_there(self, k: int) -> bool:
        """Whether a clause of time that begins at ``k`` tells what somebody said: "after officials said"."""
        low = self.sentence.low
        for m in range(k + 1, min(k + 18, self.limit)):
            if low[m] in (",", ";", ":", "that") or self.quoted[m]:
                return False
            if low[m] in ("said", "says", "told", "saying") and m > k + 1 and not self.inside(m):
                return True
        return False

    def unsaid(self, k: int) -> bool:
        """Whether somebody keeps silent at ``k``: "the ministry has not confirmed the date"."""
        low = self.sentence.low
        stop = next(
            (m for m in range(k, min(k + 9, self.limit)) if low[m] in (",", ";", "that")), min(k + 9, self.limit)
        )
        no = next((m for m in range(k + 1, stop - 1) if low[m] in ("not", "n't", "n’t")), None)
        return no is not None and low[no + 1] in _SILENT

    def says_more(self, k: int) -> bool:
        """Whether a quotation goes on after ``,” but``: "but “in the end”", "but they also do not want"."""
        low = self.sentence.low
        near = low[k : min(k + 5, self.limit)]
        if any(cue_class(word) or word in _SILENT | CEASING for word in near):
            return False
        return near[:1] == ["they"] or any(self.quoted[m] for m in range(k, min(k + 3, self.limit)))

    def goes_on(self, k: int) -> bool:
        """Whether what is said goes on after ", but": "but had grown", "but that others"; not "but would not say"."""
        low = self.sentence.low
        if k >= self.limit or low[k] not in _CARRIED:
            return False
        return not any(cue_class(word) or word in _SILENT for word in low[k + 1 : k + 5])

    def narrated(self, k: int) -> bool:
        """Whether the report goes on with its own words: "65 years after ...", "in which ...", "and X is asking"."""
        low = self.sentence.low
        if low[k] == "which" and low[k + 1 : k + 2] in (["it"], ["he"], ["she"], ["they"]):
            return True
        if low[k : k + 2] == ["in", "which"] or low[k] in ("making", "marking", "prompting", "ending"):
            return True
        if self.judging(k + 1 if low[k] in ("in", "what") else k):
            return True  # "in a sudden reversal that"
        if low[k : k + 1] in (["a"], ["an"], ["one"], ["two"], ["three"]) or low[k].isdigit():
            return low[k + 1 : k + 2] != [] and low[k + 1] in _SPANS and low[k + 2 : k + 3] in (["after"], ["before"])
        if low[k] != "and":
            return False
        m = k + 1
        while m < min(k + 9, self.limit) and (
            self.inside(m)
            or self.sentence.words[m][0].isupper()
            or low[m] in cues.NOUNS
            or low[m] in ("the", "a", "of")
        ):
            m += 1
        after = low[m : m + 2]
        return m > k + 1 and (
            after[:1] != [] and (after[0] in SAYS or (after[0] in ("is", "has") and cue_class(after[-1]) is not None))
        )

    def judging(self, k: int) -> bool:
        """Whether the report judges what was said: "a remark that took even his aides by surprise"."""
        low = self.sentence.low
        return k < self.limit and low[k] in ("a", "an") and not _APPOSED.isdisjoint(low[k + 1 : k + 4])

    def told(self, i: int, j: int) -> bool:
        """Whether a verb stands among words ``i`` to ``j``: without one they say nothing by themselves."""
        low = self.sentence.low
        return (
            any(self.quoted[i:j])
            or any(word in FINITE or past_verb(word) or _present(word) for word in low[i:j])
            or any(word in ("’s", "'s", "n’t", "n't", "’ll", "'ll", "’re", "'re") for word in low[i:j])
        )
