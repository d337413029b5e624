"""What opens a sentence and says whose words it gives: ``In her opinion, ...``, ``As Quist said, ...``."""

from __future__ import annotations

from paripassu.read import cues, speakers
from paripassu.read.attributions import Attributions
from paripassu.read.bag import bag
from paripassu.read.pieces import Statement
from paripassu.read.pronouns import pronoun

__all__ = ["Opinions"]

_MINDS = bag("opinion view words mind eyes account telling reckoning estimation")
_INFORMS = bag("transfers informs")


class Opinions(Attributions):
    """Frames that stand before a whole sentence."""

    def opinion(self) -> Statement | None:
        """``In his opinion, CONTENT``, ``In the view of the minister, CONTENT``."""
        low = self.sentence.low
        if low[0] not in ("in", "to", "for", "by"):
            return None
        if low[0] == "to" and (stop := next((m for m in range(2, min(7, self.limit)) if low[m] == ","), 0)):
            # "To union officials, it means a gamble."
            held = speakers.right(self.sentence, 0, self.found, self.stage)
            whom = self.sentence.words[1][0].isupper() or low[1] in cues.NOUNS | {"the", "his", "her", "many", "some"}
            if held is not None and whom and held.j == stop and self.finite(stop + 1):
                return self.make(stop + 1, self.limit, held, (self.sentence.at[0], self.sentence.stop(0)), "said.as")
        if low[0] == "for":
            return self.outlook()
        k = next((m for m in range(2, min(9, self.limit)) if low[m] in _MINDS), None)
        if k is None:
            return None
        comma = next((m for m in range(k + 1, min(k + 9, self.limit)) if low[m] == ","), None)
        if low[1] in ("his", "her", "their") and k == 2 and self.finite(k + 1):
            comma = k  # "In his view the talks will fail"
        if comma is None:
            return None
        if low[k + 1] == "of":
            speaker = speakers.right(self.sentence, k + 1, self.found, self.stage)
        elif low[1] in ("his", "her") and k == 2:
            speaker = pronoun(self.sentence, 1, self.found, self.stage)
        else:
            speaker = speakers.right(self.sentence, 0, self.found, self.stage) if low[k - 1] in ("'s", "’s") else None
        if speaker is None:
            return None
        return self.make(comma + 1, self.limit, speaker, (self.sentence.at[0], self.sentence.stop(k)), "said.according")

    def outlook(self) -> Statement | None:
        """``For Quist, a historian at the port, CONTENT``."""
        low = self.sentence.low
        one = next((each for each in self.found if each.kind == "person" and each.i <= 3), None)
        speaker = speakers.right(self.sentence, 0, self.found, self.stage)
        if one is None or speaker is None or speaker.person is None or low[one.j : one.j + 1] != [","]:
            return None
        start = one.j + 1
        if low[start : start + 1] in (["a"], ["an"]):
            start = next((m + 1 for m in range(start, min(start + 16, self.limit)) if low[m] == ","), self.limit)
        if start + 3 > self.limit or low[start] in ("who", "whom", "whose", "which") or not self.finite(start):
            return None
        return self.make(start, self.limit, speaker, (self.sentence.at[0], self.sentence.stop(0)), "said.according")

    def as_said(self) -> Statement | None:
        """``As Kim has argued, CONTENT``, ``As reports the agency, CONTENT``."""
        low = self.sentence.low
        if low[0] not in ("as", "how") or len(low) < 6:
            return None
        for k in range(1, min(16, self.limit - 1)):
            put = low[k] in ("put", "puts") and low[k + 1] == "it"
            if not put and cues.cue_class(low[k]) not in ("clause", "that", "told") and low[k] not in _INFORMS:
                if low[k] in (".", ";", ":") or self.quoted[k]:
                    return None
                continue
            comma = next((m for m in range(k + 1, min(k + 14, self.limit)) if low[m] == ","), None)
            if comma is None:
                return None
            speaker = (
                speakers.right(self.sentence, k, self.found, self.stage)
                if k == 1
                else speakers.left(self.sentence, k, self.found, self.stage)
            )
            # Between the verb and the comma only a time or place may stand: else the clause says something itself.
            behind = k + 1 + put if k > 1 or speaker is None else speaker.j
            if speaker is None or (comma > behind and not self.sealed(behind) and low[behind] != "from"):
                return None
            span = (self.sentence.at[k], self.sentence.stop(k))
            return self.make(comma + 1, len(low), speaker, span, "said.as")
        return None
