"""What somebody thinks or wants of others, said without a clause: accused, asked to, quoted as saying, said to have."""

from __future__ import annotations

from paripassu.read import cues, speakers
from paripassu.read.attributions import STUDIES
from paripassu.read.bag import bag
from paripassu.read.cues import cue_class
from paripassu.read.days import dated
from paripassu.read.opinions import Opinions
from paripassu.read.pieces import CLOSERS
from paripassu.read.pronouns import pronoun
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb
from paripassu.read.unnamed import unnamed

__all__ = ["Indirect"]

_WHILE = bag("from the start beginning outset on in last this week month year since for now again also long")
_CONDEMNS = bag(
    "denounce denounces denounced denouncing condemn condemns condemned condemning criticised criticized criticize "
    "criticizes criticise mock mocks mocked ridicule ridicules ridiculed fault faults faulted castigate castigated "
    "chastised scolded rebuked reprimanded censured attacked attacks assailed praise praised praises commended lauded "
    "applauded hailed pilloried"
)
_NO_JUDGEMENT = (["well"], ["soon"], ["long"], ["he"], ["she"], ["they"], ["it"], ["we"], ["i"], ["much"], ["if"])
_AS_SAID = bag("saying telling")
_QUOTED = bag("quoted quotes quote cited cites cite reported")
_NO_SAYING = bag("had did was were been meant found seen seemed happened given provided considered so done")
_STIRS = bag("dampened dashed raised revived fuelled fueled stirred quashed lifted eased sparked fed killed ended")
_THREATENS = bag("threaten threatens threatened threatening")
_FOR = bag("of for as")
_REFERS = bag("refers referred referring")
_PLEADS = bag("appealed appeals pleaded pleads")
_ASSURES = bag("assured assures reassured reassures assuring reassuring")
_HOLDS = bag("holds hold shares share shows show takes take has have")
_WANTED = bag("demanded asked sought offered wanted proposed insisted requested urged suggested promised pledged vowed")
_BE = bag("is are was were be been remain remains remained appear appears appeared seem seems seemed feel feels felt")
_QUESTION = bag("whether if about why how what who when for")


class Indirect(Opinions):
    """Frames whose content is an object or an infinitive."""

    def about(self, k: int, speaker: Speaker, cue: tuple[int, int]) -> int | None:
        """Every frame of this kind at the cue ``k``; where to read on, or None when none holds."""
        low = self.sentence.low
        span: tuple[int, int] | None = None
        if low[k] in cues.ACCUSE:
            span = self.accused(k)
        elif low[k] in cues.BID:
            span = self.bidden(k) or (self.warned(k) if low[k].startswith(("warn", "caution")) else None)
        elif low[k] in _PLEADS and low[k + 1 : k + 2] == ["to"]:
            span = self.bidden(k + 1)
        elif low[k] in _REFERS and low[k + 1 : k + 2] == ["to"]:
            span = self.judged(k + 1)  # "referred to Quist as “a rock”": what stands behind "as"
            if span is not None and "as" in low[span[0] : span[1]]:
                span = (low.index("as", span[0]) + 1, span[1])
        elif low[k] in _ASSURES:
            span = self.accused(k)
        elif low[k] in cues.LIKEN:
            span = self.likened(k) if speaker.person is not None else None
        elif low[k] in _THREATENS and low[k + 1 : k + 2] != ["to"]:
            span = self.threatened(k)
        elif low[k] in cues.AS:
            span = self.judged(k) or self.quoting(k + 1)
        elif low[k] in cues.SPOKE and low[k + 1 : k + 2] in (["of"], ["about"]):
            span = self.quoting(k + 2)
        if span is None:
            return None
        one = self.make(*span, speaker, cue, "said.object")
        if one is None or self.taken(one):
            return None
        self.got.append(one)
        return span[1]

    def accused(self, k: int) -> tuple[int, int] | None:
        """``accused the north of hiding prisoners``: what stands behind "of"."""
        low = self.sentence.low
        for m in range(k + 2, min(k + 16, self.limit)):
            if low[m] == "of" and (self.quoted[m + 1 : m + 2] == [True] or low[m - 1] not in ("chairman", "head")):
                # "accused the ministry of trade of": the last one before a verb counts.
                again = next((n for n in range(m + 1, min(m + 5, self.limit)) if low[n] == "of"), None)
                told = low[m + 1 : m + 2] and low[m + 1].endswith("ing")
                if again is not None and not told and low[again + 1 : again + 2] and low[again + 1].endswith("ing"):
                    m = again
                return m + 1, self.thing(m + 1)
            if low[m] in (".", ";", ":") or (low[m] == "," and m > k + 9):
                return None
        return None

    def bidden(self, k: int) -> tuple[int, int] | None:
        """``asked the envoy to wait``: who is to do what."""
        low = self.sentence.low
        if k + 1 >= self.limit or low[k + 1] in _QUESTION or low[k + 1] == "not" or self.quoted[k + 1]:
            return None
        for m in range(k + 2, min(k + 9, self.limit - 1)):
            if low[m] == "to" and not past_verb(low[m + 1]) and low[m + 1] not in ("the", "a", "an"):
                return None if self.inside(m + 1) else (k + 1, self.end(m))
            if (
                low[m] in (",", ".", ";", ":", "that", "in", "on", "at", "for", "about", "if", "whether")
                or (self.quoted[m])
            ):
                return None
        return None

    def warned(self, k: int) -> tuple[int, int] | None:
        """``warned the envoy against a rash step``."""
        low = self.sentence.low
        for m in range(k + 2, min(k + 7, self.limit - 1)):
            if low[m] in ("against", "of", "about", "over"):
                return m, self.thing(m + 1)
            if low[m] in (",", ".", ";", ":", "that", "on", "in", "to") or self.quoted[m]:
                return None
        return None

    def likened(self, k: int) -> tuple[int, int] | None:
        """``likened the talks to “a walk”``."""
        low = self.sentence.low
        for m in range(k + 2, min(k + 12, self.limit - 1)):
            if low[m] in ("to", "with"):
                return k + 1, self.comma(m + 1)
            if low[m] in (",", ".", ";", ":", "that", "but", "while"):
                return None
        return None

    def judged(self, k: int) -> tuple[int, int] | None:
        """``dismissed the charge as theatre``."""
        low = self.sentence.low
        if low[k + 1 : k + 2] == ["as"]:
            return k + 2, self.comma(k + 3)  # "in what he described as a routine visit"
        for m in range(k + 2, min(k + 14, self.limit)):
            if low[m] == "as" and any(one.i == m + 1 and self.acts(one.j) for one in self.found):
                return None  # "hails the summit as Quist leaves"
            if low[m] == "as" and low[m + 1 : m + 2] not in _NO_JUDGEMENT:
                return k + 1, self.comma(m + 1)
            if low[m] == "for" and low[k] in _CONDEMNS:
                return k + 1, self.end(m)
            if low[m] in (",", ".", ";", ":", "that", "but", "while"):
                return None
        return None

    def threatened(self, k: int) -> tuple[int, int] | None:
        """``threatened the town with new tolls``."""
        low = self.sentence.low
        at = next((m for m in range(k + 2, min(k + 7, self.limit)) if low[m] == "with"), None)
        return None if at is None or "," in low[k:at] else (at + 1, self.thing(at + 1))

    def quoting(self, at: int) -> tuple[int, int] | None:
        """``praised the “good will” of the two``, ``spoke of a “new page”``: a thing with some of the words used."""
        low = self.sentence.low
        for m in range(at, min(at + 7, self.limit)):
            if self.quoted[m]:
                return at, min(self.thing(at), self.comma(at))
            if low[m] in (",", ".", ";", ":", "that", "and") or past_verb(low[m]) or cue_class(low[m]) is not None:
                return None
        return None

    def comma(self, at: int) -> int:
        """Where a phrase ends at the latest: the next comma outside a quotation."""
        stop = self.end(at)
        low = self.sentence.low
        for m in range(at, min(stop, len(low) - 1)):
            if low[m] == "," and not self.quoted[m]:
                return m
            if low[m] == "and" and m > at and past_verb(low[m + 1]) and not self.quoted[m]:
                return m  # "described it as historic and thanked them"
            if low[m] in CLOSERS and self.quoted[m] and low[m - 1] == ",":
                return m + 1
        return stop

    def quoted_as(self) -> None:
        """``the agency quoted Kim as saying that CONTENT``, ``he was cited as saying CONTENT``."""
        low = self.sentence.low
        if _AS_SAID.isdisjoint(self.sentence.has):
            return
        for k in range(2, self.limit - 2):
            if low[k] != "as" or low[k + 1] not in ("saying", "telling", "calling") or self.quoted[k]:
                continue
            cue = next((m for m in range(k - 1, max(-1, k - 12), -1) if low[m] in _QUOTED), None)
            if cue is None:
                continue
            passive = bool(bag("is was were are been being") & set(low[max(0, cue - 2) : cue]))
            speaker = (
                speakers.left(self.sentence, cue, self.found, self.stage)
                if passive
                else pronoun(self.sentence, cue + 1, self.found, self.stage)
                or speakers.right(self.sentence, cue, self.found, self.stage)
            )
            start = k + 3 if low[k + 2] == "that" else k + 2
            if low[k + 1] == "telling":
                start = self.that(k + 2) or self.listener(k + 2) or start
            if speaker is None or start >= min(len(low), self.limit + 1):
                continue
            span = (self.sentence.at[k + 1], self.sentence.stop(k + 1))
            one = self.make(start, self.end(start), speaker, span, "said.that")
            if low[start] in (",", ":") and self.opens(start + 1):
                pass
            elif low[start] in (".", ",") and not passive and cue > 3:
                # CONTENT, the agency quoted him as saying.
                agency = speakers.left(self.sentence, cue, self.found, self.stage)
                closing = self.before(agency.i - 1) if agency is not None and agency.i > 2 else None
                one = self.make(*closing, speaker, span, "said.quote") if closing is not None else None
            elif low[start] in bag("by . , in on at") and speaker.i > 2:
                # "CONTENT," he was quoted as saying by the agency.
                closing = self.before(speaker.i - 1)
                one = self.make(*closing, speaker, span, "said.quote") if closing is not None else None
            if one is not None and not self.taken(one):
                self.got.append(one)
                self.limit = cue if cue > 2 else k
            return

    def by_agent(self, k: int, cue: tuple[int, int]) -> int:
        """``was rebuked by Quist for CONTENT``, ``CONTENT was demanded by Norway``."""
        low = self.sentence.low
        speaker = speakers.right(self.sentence, k + 1, self.found, self.stage)
        if speaker is None:
            return k + 1
        if low[k] in _WANTED:
            last = next((m for m in range(k - 1, 0, -1) if low[m] not in _BE | {"had", "has", "have"}), 0)
            span = (self.leading(), last + 1)
        else:
            at = next((m for m in range(speaker.j, min(speaker.j + 7, self.limit - 1)) if low[m] in _FOR), None)
            if at is None or not all(low[m] in _WHILE | {"on"} or dated(low, m) for m in range(speaker.j, at)):
                return k + 1
            span = (at + 1, self.thing(at + 1))
            if low[k] in _QUOTED:  # "was quoted by aides as warning that"
                quoted = speakers.left(self.sentence, k - 1, self.found, self.stage)
                start = self.that(at + 2) if at + 2 < self.limit else None
                if quoted is None or start is None:
                    return k + 1
                speaker, span = quoted, (start, self.end(start))
        one = self.make(*span, speaker, cue, "said.object")
        if one is not None and not self.taken(one):
            self.got.append(one)
        return span[1] if span[0] > k else k + 1

    def hearsay(self, k: int) -> int:
        """``are said to have met at the border``: nobody is named who says so."""
        low = self.sentence.low
        if low[k + 1 : k + 3] != ["to", "have"] or low[k + 3 : k + 4] == ["been"]:
            return k + 1
        end = self.end(k + 3)
        span = (self.sentence.at[k], self.sentence.stop(k))
        start = k + 4 if low[k + 3] in _WANTED else None
        if low[k + 3] in ("told", "said", "argued", "warned"):
            start = self.that(k + 4) or (self.listener(k + 4) if low[k + 3] == "told" else None)
        speaker = None if start is None else speakers.left(self.sentence, k - 1, self.found, self.stage)
        one = self.make(k + 1 if start is None else start, end, speaker, span, "said.hearsay")
        if one is None or self.taken(one):
            return k + 1
        self.got.append(one)
        return end

    def clauses(self) -> None:
        """``The envoy babbled that CONTENT``: any verb of the past with `that` and a whole clause after it."""
        low = self.sentence.low
        for k in range(2, self.limit - 3):
            verb = low[k - 1]
            if low[k] != "that" or self.quoted[k] or cues.cue_class(verb) is not None or not past_verb(verb):
                continue
            study = next((m for m in range(max(0, k - 9), k - 1) if verb == "found" and low[m] in STUDIES), None)
            if study is None and (verb in _NO_SAYING or not self.finite(k + 1)):
                continue
            speaker = (
                unnamed(self.sentence, study, study, k - 1, self.found, self.stage)  # "A study by the port found that"
                if study is not None
                else speakers.left(self.sentence, k - 1, self.found, self.stage)
            )
            if speaker is None or not (speaker.named or speaker.noun) or speaker.j < k - 4:
                continue
            cue = (self.sentence.at[k - 1], self.sentence.stop(k - 1))
            one = self.make(k + 1, self.end(k + 1), speaker, cue, "said.that")
            if one is not None and not self.taken(one):
                self.got.append(one)

    def viewed(self, k: int) -> int:
        """``showed the view that CONTENT``."""
        low = self.sentence.low
        held = ("made", "makes", "make") if low[k] == "clear" else _HOLDS
        verb = next(
            (m for m in range(k - 1, max(0, k - 6), -1) if low[m] in held or (held is _HOLDS and past_verb(low[m]))),
            None,
        )
        that = 2 if low[k + 1 : k + 2] == ["that"] else 1
        if (
            verb is None
            or low[verb] in _STIRS
            or (that == 1 and not (low[k] == "clear" and self.finite(k + 1)))
            or cues.cue_class(low[verb]) is not None
        ):
            return k + 1
        nobody = "there" in low[max(0, verb - 2) : verb]  # "there was speculation that"
        speaker = None if nobody else speakers.left(self.sentence, verb, self.found, self.stage)
        if speaker is None and not nobody:
            return k + 1
        end = self.end(k + that)
        one = self.make(k + that, end, speaker, (self.sentence.at[verb], self.sentence.stop(k)), "said.that")
        if one is None or self.taken(one):
            return k + 1
        self.got.append(one)
        return end

    def passive(self, k: int) -> int:
        """``is thought to want CONTENT``, ``was not convinced that CONTENT``."""
        low, size = self.sentence.low, self.limit
        back = list(low[max(0, k - 3) : k])
        if low[k + 1 : k + 2] in (["of"], ["about"]) and low[k] in cues.CONVINCED and k + 3 < size:
            return self.wary(k)
        if not set(back) & _BE:
            return k + 1
        if low[k] in cues.CONVINCED:
            that = self.convinced(k + 1)
            if that is None and k + 1 < size and self.finite(k + 1):
                that = k + 1  # "is confident the boats will return"
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
        while at > 0 and low[at] not in _BE:
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

    def convinced(self, at: int) -> int | None:
        """Past ``that``, when only a time stands before it: ``has been wary from the start that``."""
        low = self.sentence.low
        that = next((m for m in range(at, min(at + 6, self.limit - 1)) if low[m] == "that"), None)
        if that is None or not all(low[m] in _WHILE or dated(low, m) for m in range(at, that)):
            return None
        return that + 1

    def wary(self, k: int) -> int:
        """``is sceptical of CONTENT``, in a headline without "is"."""
        low = self.sentence.low
        be = next((m for m in range(k - 1, max(-1, k - 4), -1) if low[m] in _BE), None)
        if be is None and self.sentence.role not in ("title", "heading"):
            return k + 1
        speaker = speakers.left(self.sentence, k if be is None else be, self.found, self.stage)
        if speaker is None:
            return k + 1
        end = self.thing(k + 2)
        one = self.make(k + 2, end, speaker, (self.sentence.at[k], self.sentence.stop(k + 1)), "said.object")
        if one is None or self.taken(one):
            return k + 1
        self.got.append(one)
        return end
