"""What hangs on a participle, and what somebody calls a thing: ``..., saying that CONTENT``, ``calling it X``."""

from __future__ import annotations

from dataclasses import replace

from paripassu.read import speakers
from paripassu.read.bag import bag
from paripassu.read.cues import OBJECT, cue_class
from paripassu.read.inverted import Inverted
from paripassu.read.person import joined
from paripassu.read.pieces import CLOSERS
from paripassu.read.pronouns import pronoun
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb

__all__ = ["TOWARDS", "Participles"]

TOWARDS = bag(
    "admit admits admitted admitting confess confesses confessed object objects objected objecting point points "
    "pointed pointing hint hints hinted hinting"
)
_NAMES = bag("called calls calling labelled labeled dubbed termed deemed")
_UNITS = bag("day week month year few couple second third halt stop meeting vote truce ceasefire strike summit")


_BEFORE = bag(
    ", while after before when in for without and by -- – — statement letter message note tweet editorial commentary"
)
_UNSAID = bag("saying telling explaining revealing announcing mentioning")
_TELLING = bag("announcing declaring confirming warning stressing suggesting predicting acknowledging stating")
_AFTERWARDS = bag("later then also again")
_UNDONE = bag(
    "expected ready going plan plans planned likely able unable refused declined willing unwilling set due about need "
    "needs needed have has had like used prepared decided agreed continue quick first right wrong hard easy enough too "
    "failed hesitated wants want wanted hoping scheduled been was were be"
)
_NO_NAME = bag("for on in at to off with")
_PAPERS = bag("statement letter message report commentary editorial document communique article")


class Participles(Inverted):
    """Frames without a verb of their own."""

    def calls(self, k: int) -> int | None:
        """``called the decision “a gamble”``: where the quotation ends."""
        low = self.sentence.low
        if low[k] not in bag(
            "called calls calling described describes dismissed rejected branded dubbed termed terming terms labelled "
            "declare declared pronounced "
            "labeled labelling labeling deemed deeming"
        ):
            return None
        for m in range(k + 1, min(k + 14, self.limit)):
            if m == k + 1 and self.quoted[m]:
                # "called “peace” a condition for talks"
                shut = next((n for n in range(m, self.limit) if not self.quoted[n]), m)
                if low[shut : shut + 1] in (["a"], ["an"], ["the"]):
                    return self.comma(shut + 1)
            if self.quoted[m]:
                stop = m
                while stop < len(low) and self.quoted[stop]:
                    stop += 1
                # "which it called “irresponsible”"; but "a group called “Us”" names it.
                if low[stop : stop + 1] and low[stop] in ("for", "because", "since"):
                    stop = self.end(stop)  # "called it “the worst” for keeping"
                return stop if m > k + 1 or low[k - 1] in ("it", "he", "she", "they") else None
            if low[m] in ("a", "an") and m > k + 1 and low[m + 1 : m + 2] and low[m + 1] not in _UNITS:
                return self.comma(m + 1) if low[k] in _NAMES else None
            if low[m] in ("that", "this") and m == k + 1 and self.quoted[m + 1 : m + 2] == [True]:
                continue
            if low[m] in (",", ".", ";", ":", "that") or (low[m] in _NO_NAME and (m == k + 1 or not self.quotes(m))):
                return None
        return None

    def herald(self, k: int) -> Speaker | None:
        """Who did something to say it: ``Quist flew to Oslo to announce that``."""
        low = self.sentence.low
        if self.that(k + 1) is None and not (low[k] == "say" and k + 3 < self.limit and self.finite(k + 1)):
            return None
        if past_verb(low[k]) or low[k - 2] in _UNDONE or cue_class(low[k - 2]) is not None:
            return None
        did = next((m for m in range(k - 3, max(0, k - 16), -1) if past_verb(low[m])), None)
        if did is None or low[did - 1] in _UNDONE | {"to", "not"} or "," in low[did:k]:
            return None
        if low[did - 1] == "who":
            return speakers.main(self.sentence, did, self.found, self.stage)
        return speakers.left(self.sentence, did, self.found, self.stage)

    def quotes(self, m: int) -> bool:
        """Whether a quotation opens soon after ``m`` with nobody saying anything before it."""
        low = self.sentence.low
        for n in range(m + 1, min(m + 9, self.limit)):
            if self.quoted[n]:
                return True
            if low[n] in (",", ".", ";", ":", "that", "and") or cue_class(low[n]) is not None:
                return False
        return False

    def named(self, at: int) -> int | None:
        """``calling it a very important day``: where the phrase ends."""
        low = self.sentence.low
        if low[at] not in ("it", "him", "her", "them", "this", "that") or at + 1 >= self.limit:
            return None
        return self.comma(at + 1) if low[at + 1] in ("a", "an", "the") or low[at + 1] in CLOSERS | {"“"} else None

    def beside(self, k: int) -> Speaker | None:
        """``with both sides saying CONTENT``: who stands between "with" and the participle."""
        low = self.sentence.low
        first = next((m for m in range(k - 1, max(-1, k - 7), -1) if low[m] == "with"), None)
        if first is None or first == k - 1 or any(low[m] == "," for m in range(first, k)):
            return None
        speaker = speakers.right(self.sentence, first, self.found, self.stage)
        if {"statement", "letter", "message", "note", "report", "tweet"} & set(low[first:k]):
            # "came up with a statement saying": whoever came up with it
            return speakers.main(self.sentence, first, self.found, self.stage)
        if speaker is None or speaker.i >= k:
            return None
        if speaker.j <= k:
            return speaker
        return replace(speaker, name=joined(self.sentence, first + 1, k), end=self.sentence.stop(k - 1), j=k)

    def whether(self, k: int) -> Speaker | None:
        """``whether Norway, seeing the talks as``: the subject of a clause, cut off from its verb."""
        near = next((one for one in self.found if one.j == k - 1 and one.i), None)
        if near is None or self.sentence.low[near.i - 1] not in ("whether", "that", "if", "while", "because", "as"):
            return None
        return speakers.left(self.sentence, k - 1, self.found, self.stage)

    def close(self, k: int) -> Speaker | None:
        """``left European envoys complaining that``, ``a statement from Norway saying``: who stands right before."""
        low = self.sentence.low
        back = k - 1 - (low[k - 1] == "for") - (low[k - 2] in ("–", "—", "--"))
        named = next((one for one in self.found if one.j == back + 1), None)
        if named is not None and (back < k - 1 or low[named.i - 1] in ("from", "by")):
            # "a statement from Norway saying", "Berg scolded Quist for suggesting that"
            who = self.stage.person(named)
            body = named.kind in ("organisation", "place") and named.type != "media"
            name = named.name if who is None else who.name
            return Speaker(name, named.start, named.end, named.i, named.j, who, names_body=body)
        he = next((m for m in range(k - 2, max(0, k - 5), -1) if low[m] in ("he", "she", "they")), None)
        if he is not None and past_verb(low[he + 1]):
            return pronoun(self.sentence, he, self.found, self.stage)  # "hours after he left saying"
        if low[k - 1] in _BEFORE:
            return None
        speaker = speakers.left(self.sentence, k, self.found, self.stage)
        return speaker if speaker is not None and k - 2 <= speaker.j <= k and speaker.noun not in _PAPERS else None

    def opening(self, cue: tuple[int, int]) -> int:
        """``Suggesting that CONTENT, Quist also said``: the subject behind the comma thinks so."""
        low = self.sentence.low
        comma = next((m for m in range(3, self.limit) if low[m] == "," and not self.quoted[m]), None)
        named = next((one for one in self.found if comma is not None and comma < one.i <= comma + 6), None)
        if comma is None or named is None or named.kind != "person":
            return 1
        speaker = speakers.main(self.sentence, self.limit, [one for one in self.found if one.i > comma], self.stage)
        one = self.make(2, comma, speaker, cue, "said.participle")
        if one is not None:
            self.got.append(one)
        return comma

    def participle(self, k: int, cue: tuple[int, int]) -> int:
        """``..., saying that CONTENT``: the sentence's subject or its speaker."""
        low = self.sentence.low
        if k and low[k - 1] == "without" and low[k] in _UNSAID:
            return k + 1  # "left without saying when"
        beside = self.beside(k)
        afterwards = low[k - 1] in _AFTERWARDS and low[k - 2] == ","
        afterwards = afterwards or (low[k] in _TELLING and k + 2 < self.limit and self.finite(k + 1))
        near = afterwards or beside is not None or low[k] in ("asking", "citing")
        near = near or low[k - 1] in _BEFORE or low[k - 1] in CLOSERS
        if k == 0 and low[1:2] == ["that"]:
            return self.opening(cue)
        if k == 0 or not (near or low[k + 1 : k + 2] == ["that"] or low[k] == "saying"):
            return k + 1
        close = self.close(k) if not near or low[k - 1] == "for" else None
        speaker = (
            beside
            or close
            or self.whether(k)
            or next((one.speaker for one in reversed(self.got) if one.speaker is not None), None)
        )
        speaker = speaker or speakers.main(self.sentence, k, self.found, self.stage)
        if speaker is None:
            return k + 1
        at = k + 1
        if at >= self.limit:
            return k + 1
        that = self.that(at)
        word = low[k]
        held = self.about(k, speaker, cue) if that is None else None
        if held is not None:
            return held
        if that is not None:
            at = that
        elif (quote := self.colon(at)) is not None:
            at = quote
        elif word == "telling":
            listened = self.listener(at)
            if listened is None:
                return k + 1
            at = listened
        elif word in bag("saying adding noting claiming arguing insisting hoping believing"):
            if not (word == "saying" or self.clause(at)):
                return k + 1
        elif word in _TELLING and self.finite(at):
            pass
        elif word in OBJECT and self.takes(k):
            led = low[at] in OBJECT[word].split()
            at += 1 if led and (low[at] != "to" or word in TOWARDS) else 0
        elif (named := self.calls(k) or (self.named(at) if word == "calling" else None)) is not None:
            one = self.make(at, named, speaker, cue, "said.participle")
            if one is not None and not self.taken(one):
                self.got.append(one)
            return named
        elif word == "citing" and not self.got and low[k - 1] == "," and self.clause(at):
            if any(cue_class(one) in ("clause", "that") for one in low[at : self.limit]):
                return k + 1  # the source of what is said further on
        else:
            return k + 1
        end = self.thing(at) if that is None and (word in OBJECT or word == "citing") else self.end(at)
        both = self.pair(k) if not (self.got or beside or close) else None
        one = self.make(at, end, both or speaker, cue, "said.participle")
        if one is None or self.taken(one):
            return k + 1
        self.got.append(one)
        return end
