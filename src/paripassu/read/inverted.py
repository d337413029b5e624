"""Quotations, and whoever stands behind them or before a colon."""

from __future__ import annotations

from paripassu.read import speakers
from paripassu.read.attributions import BEFORE_NAME
from paripassu.read.bag import bag
from paripassu.read.cues import OBJECT, cue_class, speaks
from paripassu.read.nouns import Nouns
from paripassu.read.pieces import CLOSERS, LONG, OPENERS
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb

__all__ = ["Inverted"]

_NOTED = bag("noted notes warned warns cautioned suggested suggests predicted predicts hinted insisted stressed")
_UTTERED = bag("question words answer reply response message motto appeal plea warning remark comment advice")
_NOT = bag("did was is has had have would could does were")  # "didn" of "didn't"
_SIGNED = bag("attributed issued released signed published")
_WERE = bag("were are have had would will could")


class Inverted(Nouns):
    """Frames that begin at a quotation."""

    def facing(self, at: int) -> int:
        """Where a quotation closes before a speaker with offices before the name: ``“...,” Union President NAME``."""
        low, words = self.sentence.low, self.sentence.words
        if at > 0 and low[at] in ("–", "—", "-", "--") and (low[at - 1] in CLOSERS or low[at - 1] == ","):
            return at - 1
        m = at
        while (
            m > max(0, at - 9)
            and not self.quoted[m]
            and (words[m][0].isupper() or low[m] in BEFORE_NAME or speaks(low[m]))
        ):
            m -= 1
        return m if m < at and low[m] in CLOSERS and self.quoted[m] else at

    def spoken(self) -> None:
        """``“CONTENT,” the envoy specified.``: after a quotation any verb of the past is one of saying."""
        low = self.sentence.low
        for start, end in self.sentence.quotes:
            first, last = self.sentence.index(start), self.sentence.index(end)
            if last - first <= LONG or last + 1 >= len(low) or low[last - 2] not in (",", "?", "!"):
                continue
            k = next((m for m in range(last + 1, min(last + 8, len(low))) if past_verb(low[m])), None)
            if k is None:
                continue
            after = low[k + 1 + (low[k + 1 : k + 2] == ["back"]) :]  # "Quist shot back."
            if after and after[0] not in (".", ",") and not self.sealed(len(low) - len(after)):
                continue
            speaker = self.bearer(k)
            if low[last] in ("and", "but"):
                continue  # "called them “old wood,” and she threatened"
            if speaker is None or not last <= speaker.i <= last + 3 or speaker.j < k - 1:
                continue
            cue = (self.sentence.at[k], self.sentence.stop(k))
            one = self.make(first, last, speaker, cue, "said.quote")
            if one is not None and not self.taken(one):
                self.got.append(one)
                self.second(k, speaker, cue)

    def opened(self) -> None:
        """``He disagreed: “CONTENT”``: a colon before a quotation says who speaks, whatever the verb."""
        low = self.sentence.low
        for start, end in self.sentence.quotes:
            first = self.sentence.index(start)
            last = min(self.sentence.index(end), len(low))
            if first < 2 or low[first - 1] != ":" or last - first <= LONG - 1 or start < self.sentence.start:
                continue
            speaker = self.asker(first - 1) or speakers.main(self.sentence, first - 1, self.found, self.stage)
            if speaker is None:
                continue
            cue = (self.sentence.at[first - 1], self.sentence.stop(first - 1))
            one = self.make(first, last, speaker, cue, "said.colon")
            if one is not None and not self.taken(one):
                self.got.append(one)

    def asker(self, colon: int) -> Speaker | None:
        """``in answer to Quist's question: “CONTENT”``; in a headline ``Danish envoy on the port: “CONTENT”``."""
        low = self.sentence.low
        if low[colon - 1] in _UTTERED and low[colon - 2] in ("'s", "’s"):
            return speakers.left(self.sentence, colon - 2, self.found, self.stage)
        if self.sentence.role in ("title", "heading") and "on" in low[2:colon]:
            return speakers.left(self.sentence, low.index("on", 2), self.found, self.stage)
        return None

    def inverted(self, k: int, cue: tuple[int, int]) -> int:
        """``CONTENT, said SPEAKER``."""
        speaker = speakers.right(self.sentence, k, self.found, self.stage)
        if speaker is None or speaker.i > k + 8:
            return 0
        words = self.sentence.words[k + 1]
        if not (
            words[0].isupper()
            or (
                speaker.person is not None and not any(past_verb(word) for word in self.sentence.low[k + 1 : speaker.i])
            )
            or self.sentence.low[k + 1] in bag("the a an he she one its his her another south senior former")
            or (speaks(self.sentence.low[k + 1]) and speaker.i == k + 1 and speaker.noun.endswith("s"))
        ):
            return 0
        next_ = self.sentence.low[speaker.j] if speaker.j < self.limit else "."
        if next_ in _SIGNED and self.sentence.low[speaker.j + 1] in ("to", "by"):
            # "said the statement attributed to Quist"
            speaker = speakers.right(self.sentence, speaker.j + 1, self.found, self.stage) or speaker
            next_ = self.sentence.low[speaker.j] if speaker.j < self.limit else "."
        if self.sentence.low[k + 1] in ("he", "she") and next_[0].isalpha() and not self.sealed(speaker.j):
            return 0  # "..., said he supports it"
        if (
            next_ in bag("had has have was were is are will would could may might can to did")
            or past_verb(next_)
            or next_[:-1] in _NOT
            or next_ in OPENERS  # "..., said Berg “wants to sell”"
        ):
            return 0
        low = self.sentence.low
        row = low[speaker.j : speaker.j + 10]
        if next_ == "," and not self.quoted[k - 1] and "and" in row and not _WERE.isdisjoint(row[row.index("and") :]):
            return 0  # "Quist, back in Oslo, said Norway, Finland and Denmark were"
        noted = low[k] in _NOTED and speaker.person is not None and next_ in (".", "of", "in", "on")
        if OBJECT.get(low[k]) is not None and not self.quoted[k - 1] and not noted:
            return 0
        closing = self.before(k - 1)
        if closing is None or (self.sentence.role == "body" and not self.told(*closing)):
            return 0
        one = self.make(*closing, speaker, cue, "said.quote" if self.quoted[closing[1] - 1] else "said.trailing")
        if one is None or self.taken(one):
            return 0
        self.got.append(one)
        return self.second(speaker.j - 1, speaker, cue)

    def second(self, k: int, speaker: Speaker, cue: tuple[int, int]) -> int:
        """``“A,” he said. “B”`` in one sentence: the second half has the same speaker."""
        for start, end in self.sentence.quotes:
            first = self.sentence.index(start)
            if first <= k or start < self.sentence.start:
                continue
            last = min(self.sentence.index(end), len(self.sentence.low))
            before = self.sentence.low[first - 1] if first else ""
            if (
                before in (",", ":", ".", "that")
                and last - first > LONG
                and all(
                    not (self.quoted[m] is False and cue_class(self.sentence.low[m]) == "clause")
                    for m in range(k + 1, first)
                )
            ):
                one = self.make(first, last, speaker, cue, "said.quote")
                if one is not None and not self.taken(one):
                    self.got.append(one)
                    return last
        return k + 1
