"""What governs a whole sentence: ``According to X, ...``, ``..., X said on Friday``, ``X reported, citing Y``."""

from __future__ import annotations

from typing import Any

from paripassu.read import cues, speakers
from paripassu.read.bag import bag
from paripassu.read.cues import OBJECT, cue_class, speaks
from paripassu.read.joint import back
from paripassu.read.lexicon import common
from paripassu.read.pieces import CLOSERS, Pieces, Statement
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb

__all__ = ["BEFORE_NAME", "GOES_ON", "STUDIES", "Attributions", "link"]

GOES_ON = bag("would will must should could can may might is are was were has have had did does do")
"""Verbs with which a sentence goes on after ``, Kim said,``."""


BEFORE_NAME = bag(
    "of for the his her its their a an press chief top senior former deputy vice prime spokesman spokeswoman "
    "spokesperson and ’s 's"
) | {str(number) for number in range(100)}
"""Small words that stand in the offices before a name."""


class Attributions(Pieces):
    """What governs the sentence; inside it further statements may stand."""

    trailing: Statement | None = None

    def according(self) -> None:
        """``According to X, ...`` and ``..., according to X``."""
        low = self.sentence.low
        if "according" not in self.sentence.has:
            return
        for k in range(len(low) - 2):
            if low[k] != "according" or low[k + 1] != "to" or self.quoted[k]:
                continue
            speaker = speakers.right(self.sentence, k + 1, self.found, self.stage)
            if speaker is None:
                continue
            cue = (self.sentence.at[k], self.sentence.stop(k + 1))
            if k > 4 and low[k - 1] == "," and low[k - 2] in ("and", "but", "that", "which", "who", "where"):
                # "met on Sunday and, according to a source, dined on Monday": only what follows.
                start = self.after_phrase(k + 2, speaker)
                one = self.make(start, self.end(start), speaker, cue, "said.according")
                if one is not None and start < len(low):
                    self.got.append(one)
                return
            if k <= 2:
                start = self.after_phrase(k + 2, speaker)
                if start < len(low):
                    if self.hands_on(start):
                        self.via = [link(speaker)]
                        return
                    one = self.make(start, len(low), speaker, cue, "said.according")
                    if one is not None:
                        self.got.append(one)
                        self.limit = 0
                return
            end = k - 1 if low[k - 1] == "," else k
            behind = speaker.j + 1
            split = low[k - 1] == "," and low[speaker.j : speaker.j + 1] == [","] and not self.told(self.leading(), end)
            if split and behind + 2 < len(low) and (low[behind] in GOES_ON or past_verb(low[behind])):
                one = self.make(behind, len(low), speaker, cue, "said.according")  # "The day, according to Quist, was"
                if one is not None:
                    self.got.append(one)
                    self.limit = 0
                return
            told = self.told_of(end)
            if told is not None:
                one = self.make(told, end, speaker, cue, "said.according")
                if one is not None:
                    self.got.append(one)
                    self.limit = told - 1
                return
            one = self.make(self.leading(), end, speaker, cue, "said.according")
            self.trailing = one
            self.limit = k
            self.via = [link(speaker)]
            return

    def told_of(self, end: int) -> int | None:
        """Where ``which`` stands in ``Quist met Berg on the ferry, which sank according to the radio``."""
        low = self.sentence.low
        k = next((m for m in range(end - 1, max(4, end - 14), -1) if low[m] in (",", ";") or self.quoted[m]), None)
        if k is None or low[end] == "," or low[k + 1 : k + 2] != ["which"]:
            return None
        return k + 1

    def hands_on(self, start: int) -> bool:
        """Whether somebody else says it: ``According to the paper, Quist said CONTENT``."""
        low = self.sentence.low
        for k in range(start + 1, min(start + 7, len(low) - 2)):
            if low[k] in ("said", "told", "says") and not self.quoted[k]:
                return low[k + 1] not in (",", ".") and low[k - 1] not in ("been", "was", "were")
            if low[k + 1] == "that" and cue_class(low[k]) == "that":
                return True
            if low[k] in (",", "that", "to") or self.quoted[k]:
                return False
        return False

    def so(self) -> None:
        """``The Americans had come "with empty hands", so Kim.``: as some translations have it."""
        low, size = self.sentence.low, len(self.sentence.low)
        for k in range(size - 2, max(3, size - 9), -1):
            if low[k] != "so" or low[k - 1] != "," or self.quoted[k] or not self.sentence.words[k + 1][0].isupper():
                continue
            speaker = speakers.right(self.sentence, k, self.found, self.stage)
            if speaker is None or speaker.j < size - 2:
                return
            one = self.make(self.leading(), k - 1, speaker, (self.sentence.at[k], self.sentence.stop(k)), "said.so")
            if one is not None:
                self.got.append(one)
                self.limit = 0
            return

    def cited(self) -> None:
        """``CNN reported, citing an official``."""
        low = self.sentence.low
        if cues.ASK.isdisjoint(self.sentence.has):
            return
        for k in range(1, self.limit):
            if low[k] not in cues.ASK or self.quoted[k] or low[k - 1] not in (",", "reported", "said"):
                continue
            if any(cue_class(word) in ("clause", "that") for word in low[max(0, k - 5) : k]) and not any(
                cue_class(word) in ("clause", "that") for word in low[k + 1 : k + 12]
            ):
                speaker = speakers.right(self.sentence, k, self.found, self.stage)
                if speaker is not None:
                    self.origin = link(speaker)
                    self.limit = k
                    return

    def bearer(self, k: int) -> Speaker | None:
        """Who stands before the verb at ``k``."""
        low = self.sentence.low
        speaker = speakers.left(self.sentence, k, self.found, self.stage) or self.unknown(k)
        if not self.sentence.quotes:
            return speaker
        # “CONTENT,” Ann Lee, a minister in the cabinet told reporters: no second comma.
        shut = next((m for m in range(k - 1, max(0, k - 30), -1) if self.quoted[m]), None)
        if shut is None or shut + 1 >= k or (speaker is not None and speaker.i <= shut + 1):
            return speaker
        first = next((one for one in self.found if one.kind == "person" and one.i == shut + 1), None)
        if first is not None and low[first.j] == "," and not any(cue_class(word) for word in low[first.j : k]):
            return speakers.left(self.sentence, first.j, self.found, self.stage) or speaker
        return speaker

    def unknown(self, k: int) -> Speaker | None:
        """``Labour wants``: one word with a capital before the verb, which no list knows."""
        sentence = self.sentence
        word = sentence.low[0]
        loud = sentence.words[0].isupper() and len(word) > 2
        if back(sentence, k - 1, self.found) != 0 or sentence.role != "body" or sentence.capitals or not word.isalpha():
            return None
        if len(word) < 4 and not loud:
            return None
        if not sentence.words[0][0].isupper() or word in common() or word.endswith(("ing", "ly", "ed")) or speaks(word):
            return None
        return Speaker(sentence.words[0], sentence.at[0], sentence.stop(0), 0, 1, names_body=True)

    def attributed(self) -> None:
        """``CONTENT, SPEAKER said on Friday``: what stands before may hold a statement of its own."""
        low, size = self.sentence.low, self.limit
        for k in range(size - 1, max(2, size - 16), -1):
            if self.quoted[k]:
                return
            if low[k] not in cues.LAST or self.inside(k) or {"not", "never"} & set(low[k - 2 : k]):
                continue
            kind = cue_class(low[k])
            after = low[k + 1] if k + 1 < size else "."
            if not (after in (".", ",") or (kind == "told" and self.heard(k + 1)) or self.sealed(k + 1)):
                return
            if (kind == "told" and self.that(k + 1) is not None) or (
                after == "," and not GOES_ON.isdisjoint(low[k + 2 : k + 3])
            ):
                return
            if any(low[m] == "that" for m in range(k + 1, size)) or (OBJECT.get(low[k]) and self.takes(k)):
                return
            speaker = self.bearer(k)
            if speaker is None or speaker.i < 3:
                return
            at = speaker.i - 1
            while at > 1 and low[at] in bag("his her its their the a an mr mrs ms dr gen sen ."):
                at -= 1
            if speaker.person is not None and low[at] != ",":
                at = self.titles(at)
            if low[at] != "," or self.quoted[at - 1] or self.quoted[at]:
                return
            if low[at - 1] in CLOSERS and self.quoted[at - 1]:
                return
            if after == "," and (self.bare(self.leading(), at) or not self.told(self.leading(), at)):
                return  # "The union, the aide added, stood ready"; "To end it, the aide added, the port must"
            self.trailing = self.make(
                self.leading(), at, speaker, (self.sentence.at[k], self.sentence.stop(k)), "said.trailing"
            )
            if self.trailing is not None:
                self.via = [link(speaker)]
                self.limit = at
            return

    def titles(self, at: int) -> int:
        """Before the offices that lead to a name: "a former prime minister and envoy Ann Lee"."""
        low, m = self.sentence.low, at
        while m > max(0, at - 9) and (self.sentence.words[m][0].isupper() or low[m] in BEFORE_NAME or speaks(low[m])):
            m -= 1
        return m if low[m] == "," and low[m + 1] != "and" else at

    def settled(self) -> list[Statement]:
        """What is reported through somebody: he says the whole, unless somebody else says something inside."""
        if self.trailing is not None and all(self.wished(one) or one.rule == "said.noun" for one in self.got):
            return [self.trailing]
        for one in self.got:
            one.via = [*self.via, *one.via]
        if self.trailing is not None and all(self.handed(one, self.trailing) for one in self.got):
            return [self.trailing, *self.got]
        return self.got

    def handed(self, one: Statement, whole: Statement) -> bool:
        """Whether a study holds this, of which another tells: ``A report concluded that CONTENT, the radio said``."""
        held = whole.start <= one.start and one.end <= whole.end and whole.rule == "said.trailing"
        return held and one.speaker is not None and one.speaker.noun in STUDIES and one.rule != "said.noun"

    def wished(self, one: Statement) -> bool:
        """Whether somebody only hopes for or expects something here: less than what is said of it as a whole."""
        return one.cue is not None and self.text[slice(*one.cue)].lower() in _WISHES


STUDIES = bag("study survey poll analysis investigation inquiry report review assessment findings research")
"""What tells of findings."""
_WISHES = bag(
    "hope hopes hoped hoping expect expects expected expecting fear fears feared want wants wanted propose proposes "
    "proposed offer offers offered suggested praise praises praised praising welcome welcomes welcomed hail hails "
    "hailed tout touts touted spoke speaks talked talks"
)


def link(speaker: Speaker) -> Any:
    return speaker.name if speaker.named else {"unnamed": speaker.name}
