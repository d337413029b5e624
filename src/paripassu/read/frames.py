"""The frames in which a report attributes words to somebody."""

from __future__ import annotations

from paripassu.read import cues, speakers
from paripassu.read.bag import bag
from paripassu.read.cues import OBJECT, cue_class
from paripassu.read.indirect import Indirect
from paripassu.read.pieces import CLOSERS, LONG, Statement
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb

__all__ = ["Frame"]


class Frame(Indirect):
    """Reads one sentence."""

    def read(self) -> list[Statement]:
        self.according()
        if self.limit and (one := self.as_said()) is not None:
            self.got.append(one)
            self.limit = 0
        if self.limit:
            self.so()
            self.quoted_as()
        self.cited()
        if self.trailing is None and self.limit:
            self.attributed()
        k = 0
        low = self.sentence.low
        while k < self.limit:
            word = low[k]
            kind = cue_class(word)
            if self.quoted[k] or not (kind or word in cues.PASSIVE or word in cues.CONVINCED or word in cues.VIEWS):
                k += 1
                continue
            if self.inside(k):
                k += 1
                continue
            k = max(
                k + 1, self.viewed(k) if word in cues.VIEWS and low[k + 1 : k + 2] == ["that"] else self.cue(k, kind)
            )
        self.opened()
        if self.via and not self.got and self.trailing is not None:
            self.got.append(self.trailing)
        for one in self.got:
            if one is not self.trailing:
                one.via = [*self.via, *one.via]
        return self.got

    # -- frames --

    def cue(self, k: int, kind: str | None) -> int:
        """Try every frame at the cue; returns where to read on."""
        low, size = self.sentence.low, self.limit
        cue = (self.sentence.at[k], self.sentence.stop(k))
        before = low[k - 1] if k else ""
        if kind is None or (low[k] in cues.PASSIVE and before in bag("is are was were be been widely")):
            further = self.passive(k) if kind is None or low[k] != "see" else k + 1
            return further if further > k + 1 or before not in ("is", "are", "was", "were") else self.hearsay(k)
        if kind == "participle" and before not in bag("be is was are were been"):
            return self.participle(k, cue)
        if low[k] == "say" and {before, low[k - 2] if k > 1 else ""} & bag("would will not could did n't n’t cannot"):
            return k + 1
        if low[k] in ("believed", "thought", "expected", "said", "reported") and low[k + 1 : k + 2] == ["to"]:
            return k + 1
        if {"whether", "if"} & set(low[max(0, k - 3) : k]):
            return k + 1
        if before in bag("to the a an of his her its their ’s 's by being for"):
            return k + 1
        if before in bag("is are was were be been") and not low[k].endswith("ing"):
            return k + 1
        if k and kind not in ("judge", "told") and (before in CLOSERS or before == ","):
            inverted = self.inverted(k, cue)
            if inverted:
                return inverted
        speaker = self.subject(k)
        if speaker is None:
            return k + 1
        if self.relative(k, speaker, cue):
            return k + 1
        held = self.about(k, speaker, cue)
        if held is not None or kind in ("accuse", "as"):
            return held or k + 1
        after = low[k + 1] if k + 1 < len(low) else "."
        # CONTENT, SPEAKER cue.
        i = speaker.i
        at = i - 1
        closed = at >= 0 and self.shut(at)
        ends = at >= 0 and (low[at] in CLOSERS or (low[at] == "," and at > 2)) and low[k] not in _NEVER_LAST
        if ends and not closed and not self.quoted[at - 1] and self.aside(at) and after not in (".", "!", "?"):
            ends = False
        if (
            ends
            and kind != "judge"
            and (closed or after in (".", ",", ";", "!", "?") or k + 1 >= size or self.sealed(k + 1))
        ):
            closing = self.before(at)
            if closing is not None:
                one = self.make(
                    *closing, speaker, cue, "said.quote" if self.quoted[closing[1] - 1] else "said.trailing"
                )
                if one is not None and not self.taken(one):
                    self.got.append(one)
                    return self.second(k, speaker, cue)
        return self.forward(k, kind, speaker, cue)

    def subject(self, k: int) -> Speaker | None:
        """Who does the saying at ``k``; after "and" the one who said the thing before."""
        low = self.sentence.low
        if (
            k
            and low[k - 1] in ("and", "but")
            and self.got
            and self.got[-1].speaker is not None
            and self.got[-1].speaker.i >= 0
        ):
            return self.got[-1].speaker
        if (
            k > 1
            and low[k - 1] in ("then", "and")
            and low[k - 2] == ","
            and self.got
            and self.got[-1].speaker is not None
        ):
            return self.got[-1].speaker
        return speakers.left(self.sentence, k, self.found, self.stage)

    def relative(self, k: int, speaker: Speaker, cue: tuple[int, int]) -> bool:
        """``the “all-in-one” deal the US has demanded``: what is said stands before the one who says it."""
        low = self.sentence.low
        after = low[k + 1] if k + 1 < self.limit else "."
        if low[k] not in bag("demanded demands proposed sought seeks wants rejected") or after not in bag(
            "from . , for in since"
        ):
            return False
        end = speaker.i
        if end < 3 or not self.sentence.words[end - 1][0].islower():
            return False
        start = end - 1
        while start > 0 and end - start < 12 and low[start] not in bag("the a an any its his"):
            if past_verb(low[start]) or low[start] in ("that", ".", ";"):
                return False
            start -= 1
        one = self.make(start, end, speaker, cue, "said.relative")
        if one is None or self.taken(one):
            return False
        self.got.append(one)
        return True

    def opened(self) -> None:
        """``He disagreed: “CONTENT”``: a colon before a quotation says who speaks, whatever the verb."""
        low = self.sentence.low
        for start, end in self.sentence.quotes:
            first = self.sentence.index(start)
            last = min(self.sentence.index(end), len(low))
            if first < 2 or low[first - 1] != ":" or last - first <= LONG - 1 or start < self.sentence.start:
                continue
            speaker = speakers.main(self.sentence, first - 1, self.found, self.stage)
            if speaker is None:
                continue
            cue = (self.sentence.at[first - 1], self.sentence.stop(first - 1))
            one = self.make(first, last, speaker, cue, "said.colon")
            if one is not None and not self.taken(one):
                self.got.append(one)

    def inverted(self, k: int, cue: tuple[int, int]) -> int:
        """``CONTENT, said SPEAKER``."""
        speaker = speakers.right(self.sentence, k, self.found, self.stage)
        if speaker is None or speaker.i > k + 8:
            return 0
        words = self.sentence.words[k + 1]
        if not (
            words[0].isupper()
            or self.sentence.low[k + 1] in bag("the a an he she one its his her another south senior former")
        ):
            return 0
        next_ = self.sentence.low[speaker.j] if speaker.j < self.limit else "."
        if self.sentence.low[k + 1] in ("he", "she") and next_[0].isalpha() and not self.sealed(speaker.j):
            return 0  # "..., said he supports it"
        if next_ in bag("had has have was were is are will would could may might can to did") or past_verb(next_):
            return 0
        if OBJECT.get(self.sentence.low[k]) is not None and not self.quoted[k - 1]:
            return 0
        closing = self.before(k - 1)
        if closing is None:
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

    def forward(self, k: int, kind: str | None, speaker: Speaker, cue: tuple[int, int]) -> int:
        """``SPEAKER cue (that) CONTENT``."""
        low, limit = self.sentence.low, self.limit
        at = k + 1
        if at >= limit:
            return k + 1
        rule = "said.clause"
        that = self.that(at)
        if that is not None:
            at, rule = that, "said.that"
        elif kind == "told":
            listened = self.listener(at)
            if listened is None:
                return k + 1
            at = listened
        elif (named := self.calls(k)) is not None:
            at, rule = k + 1, "said.object"
            one = self.make(at, named, speaker, cue, rule)
            if one is None or self.taken(one):
                return k + 1
            self.got.append(one)
            return named
        elif kind == "clause":
            if low[at] in _EMPTY or low[at : at + 2] in (["the", "same"], ["the", "opposite"], ["as", "much"]):
                return k + 1
            if low[k] in ("wrote", "writes") and low[at] in ("a", "an", "the", "his", "her"):
                return k + 1
            if low[k] in ("wrote", "writes") and low[at] == "to" and self.colon(at) is None:
                return k + 1
            past = self.adverbs(at)
            if past is None or past >= limit:
                return k + 1
            at = past
            if low[k] in bag(
                "believe believes believed claim claims claimed argue argues argued write writes wrote"
            ) and not self.clause(at):
                return k + 1
        elif kind == "judge":
            if (
                (speaker.person is None and speaker.named)
                or self.sentence.low[k] not in cues.JUDGE
                or (k and past_verb(low[k - 1]))
            ):
                return k + 1
            if low[k - 1] in bag("is are be was were been") or low[k + 1] in (".", ",", "to"):
                return k + 1
            rule = "said.object"
        elif (quote := self.colon(at)) is not None and not (low[k] in OBJECT and low[at] in ("a", "an", "the", "its")):
            at, rule = quote, "said.quote"
        elif kind == "that" and (past := self.adverbs(at)) is not None and past < limit and self.opens(past):
            at, rule = past, "said.quote"
        elif low[k] in OBJECT and self.takes(k):
            wanted = OBJECT[low[k]]
            at += 1 if wanted and (low[at] != "to" or low[k] in _TOWARDS) else 0
            rule = "said.object"
        elif kind == "that" and low[k] not in _NEVER_LAST and self.finite(at):
            pass
        else:
            return k + 1
        end = self.end(at)
        one = self.make(at, end, speaker, cue, rule)
        if one is None or self.taken(one):
            return k + 1
        self.got.append(one)
        return end

    def calls(self, k: int) -> int | None:
        """``called the decision “a gamble”``: where the quotation ends."""
        low = self.sentence.low
        if low[k] not in bag("called calls described describes dismissed rejected branded dubbed"):
            return None
        for m in range(k + 1, min(k + 14, self.limit)):
            if self.quoted[m]:
                stop = m
                while stop < len(low) and self.quoted[stop]:
                    stop += 1
                return stop if m > k + 1 else None
            if low[m] in (",", ".", ";", ":", "that", "for", "on"):
                return None
        return None

    def participle(self, k: int, cue: tuple[int, int]) -> int:
        """``..., saying that CONTENT``: the sentence's subject or its speaker."""
        low = self.sentence.low
        if k == 0 or (low[k - 1] not in bag(", while and by -- – —") and low[k] != "asking"):
            return k + 1
        speaker = next((one.speaker for one in reversed(self.got) if one.speaker is not None), None)
        speaker = speaker or speakers.main(self.sentence, k, self.found, self.stage)
        if speaker is None:
            return k + 1
        at = k + 1
        that = self.that(at)
        word = low[k]
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
        elif word in OBJECT and self.takes(k):
            at += 1 if OBJECT[word] and low[at] != "to" else 0
        else:
            return k + 1
        end = self.end(at)
        both = self.pair(k) if not self.got else None
        one = self.make(at, end, both or speaker, cue, "said.participle")
        if one is None or self.taken(one):
            return k + 1
        self.got.append(one)
        return end

    def passive(self, k: int) -> int:
        """``is thought to want CONTENT``, ``was not convinced that CONTENT``."""
        low, size = self.sentence.low, self.limit
        back = list(low[max(0, k - 3) : k])
        if not set(back) & {"is", "are", "was", "were", "be", "been", "remain", "remains", "remained"}:
            return k + 1
        if low[k] in cues.CONVINCED:
            that = k + 2 if k + 1 < size and low[k + 1] == "that" else None
            stop = k
        elif (
            k + 2 < size
            and low[k + 1] == "to"
            and low[k + 2] in bag("want seek demand believe hope favor favour oppose prefer")
        ):
            that, stop = k + 3, k + 2
        elif k + 4 < size and low[k + 1 : k + 3] == ["to", "have"] and low[k + 3] in _WANTED:
            that, stop = k + 4 + (low[k + 4] in ("for", "that")), k + 3
        else:
            return k + 1
        at = k - 1
        while at > 0 and low[at] not in bag("is are was were be been remain remains remained"):
            at -= 1
        speaker = speakers.left(self.sentence, at, self.found, self.stage)
        if that is None or speaker is None:
            return k + 1
        end = self.end(that)
        one = self.make(that, end, speaker, (self.sentence.at[k], self.sentence.stop(stop)), "said.passive")
        if one is None or self.taken(one):
            return k + 1
        self.got.append(one)
        return end


# Verbs that look forward to what is said, and never back.
_NEVER_LAST = bag(
    "pointed points point agreed agree demanded demands demand proposed threatened requested vowed doubt doubts "
    "doubted denied deny denies expect expects expected want wants wanted cite cites cited question questions "
    "questioned oppose opposes opposed blame blames blamed accused"
)
_EMPTY = bag("nothing little so yes no goodbye hello something anything everything")
_TOWARDS = bag("object objects objected objecting point points pointed pointing")
_WANTED = bag("demanded asked sought offered wanted proposed insisted requested urged suggested")
