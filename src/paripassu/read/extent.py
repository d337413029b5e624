"""Where in a sentence what is said may begin and end."""

from __future__ import annotations

from paripassu.read import cues
from paripassu.read.bag import bag
from paripassu.read.cues import cue_class
from paripassu.read.onward import CEASING, SAYS, Onward, Statement
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb

__all__ = ["CLOSERS", "LONG", "OPENERS", "Extent", "Statement"]

_ASIDE = bag(
    "in on at as after before during while when with following since upon by from until although though despite "
    "asked amid over for if"
)
_WISHES = bag("wants wishes hopes expects fears hoped expected feared wished regrets regretted")
_STATES = bag("remain remains is are was were has have had will would say says said")
_STAGES = bag("summit meeting talks interview statement speech letter address briefing conference tweet book")
_AMID = bag("during amid despite following after")
_OF_IT = bag("including regarding concerning excluding")
_LATER = bag("now also later then again still repeatedly")
_WHEN = bag("after as when before hours days")
_RELATIVE = bag("which who whom")
_BOUND = bag("interest role part success difficulty progress confidence point use belief experience stake share")
_TURNS = cues.ASK | {"while", "but", "according", "without"}
_SAYING = ("clause", "that", "told", "object", "as")
_SHOWED = bag("reported showed reports shows")
_FINITE = bag("is was are were has had have will would could")
CLOSERS = frozenset("”\"’'»")
OPENERS = frozenset("“\"‘'«„")
LONG = 4  # words: a shorter quotation is a phrase inside somebody's sentence


class Extent(Onward):
    """One sentence in which somebody says something."""

    def opens(self, k: int) -> bool:
        """Whether a quotation longer than a phrase opens at ``k``."""
        return k < len(self.quoted) and self.sentence.low[k] in OPENERS and all(self.quoted[k : k + LONG + 1])

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
            if low[first - 1] == ":" and self.told(start, first - 1):
                return first, end  # "Then it was on again: “...,” he said"
            if first > start and all(cue_class(low[m]) is None for m in range(start, first)):
                return start, end
            return first, end
        colon = next((m for m in range(end - 1, start, -1) if low[m] == ":" and not self.quoted[m]), None)
        if colon is not None and self.told(start, colon):
            start = colon + 1  # "Berg was wary: the toll, he said, was high"
        return (start, end) if end - start >= 3 else None

    def aside(self, at: int) -> bool:
        """Whether the words before the comma ``at`` only say when or where: "In a message to the people,"."""
        low = self.sentence.low
        start = self.leading()
        if low[start] not in _ASIDE and not (low[start].endswith("ing") and len(low[start]) > 5):
            return False
        return not any(low[m] == "," and not self.quoted[m] for m in range(start, at))

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
        under = self.under(at)
        for k in range(at + 1, self.limit):
            if self.quoted[k]:
                if low[k] in CLOSERS and low[k - 1] == "," and k + 1 < self.limit and not self.quoted[k + 1]:
                    after = low[k + 1]
                    if after in _WHEN and (after in ("after", "before") or low[k + 2] in ("after", "before")):
                        return k + 1  # "“within reach,” hours after they walked out"
                    if after == "but" and self.says_more(k + 2):
                        continue
                    if after in cues.PARTICIPLE or after in ("while", "but", "according") or self.narrated(k + 1):
                        return k + 1
                    if after in ("and", "then") and self.cued(k + 2):
                        return k + 1  # "“a free port,” and also expressed hope"
                    if any(one.i == k + 1 and low[one.j : one.j + 1] in (["said"], ["says"]) for one in self.found):
                        return k + 1  # "thinks “it goes well,” Quist said"
                continue
            if low[k] == ";":
                return k
            if low[k] == ":" and k + 1 < self.limit:
                # A row of things goes on: "firm on three goals: peace, fish and nets"; a thought of its own does not.
                lone = not self.quoted[k + 1] and (low[k + 1] == "to" or not self.clause(k + 1))
                lone = lone and not (self.sentence.words[k + 1][0].isupper() and not self.inside(k + 1))
                if not (lone or (self.quoted[k + 1] and not self.opens(k + 1))):
                    return k
            if low[k] == "," and k + 1 < self.limit:
                after = low[k + 1]
                if cue_class(after) == "participle" or after in _TURNS:
                    if after == "but" and self.goes_on(k + 2):
                        continue
                    return k
                if (under and (self.clause(k + 1) or (k + 2 < self.limit and low[k + 2] in _STATES))) or (
                    after == "with" and self.beside_it(k + 2)
                ):
                    return k
                if after in ("although", "though") and (past_verb(low[k + 2]) or low[k + 2].endswith("ly")):
                    return k  # "..., though seemingly left it open"
                if self.sentence.role in ("title", "heading") and cue_class(after) is not None and after.endswith("s"):
                    return k  # "Norway expects rain, wishes Finland luck"
                if self.handed_on(k + 1):
                    return k  # "wants the port, an official said, but"
                if self.narrated(k + 1) or (past_verb(after) and _RELATIVE & set(low[max(0, at - 7) : at])):
                    return k
                if after in ("then", "and") and self.cued(k + 2):
                    return k
                if after in ("as", "after") and self.apart(k + 2):
                    return k  # "..., as Norway and Finland resumed talks"
                if after in _FINITE and self.hung(at):
                    return k  # "Quist, whose aides admit that she slept badly, is likely to call"
                if low[k + 1 : k + 3] == ["even", "as"] or (after in _LATER and low[k + 2] in cues.PARTICIPLE):
                    return k  # "..., even as he faced a vote"; "..., later telling reporters"
            if (
                low[k] == "--"
                and k - at > 6
                and any(low[m] == "--" for m in range(k + 1, self.limit)) is False
                and cue_class(low[self.limit - 2] if self.limit > 1 else "") is None
            ):
                continue
            if low[k] in ("—", "–", "--") and k + 2 < self.limit and self.judging(k + 1):
                return k  # "— a charge Quist denied"
            if low[k] in _WHEN and k > at + 1 and self.told_there(k):
                return k
            pronoun = (
                low[k] in ("as", "when", "though", "although")
                and k + 3 < self.limit
                and low[k + 1] in ("he", "she", "they", "it")
            )
            if pronoun and cue_class(low[k + 2]) in ("clause", "that", "told") and not self.quoted[k]:
                return k  # "..., as she declared that"
            if (
                low[k] == "while"
                and k > at
                and any(
                    past_verb(low[m]) or cue_class(low[m]) in ("clause", "told")
                    for m in range(k + 2, min(k + 8, self.limit))
                )
            ):
                return k
            they = low[k] == "and" and k + 2 < self.limit and low[k + 1] in ("he", "she", "they")
            if they and cue_class(low[k + 2]) in _SAYING and not self.quoted[k]:
                return k  # "and he urged both"
            if low[k] in ("and", "but", "while") and k + 1 < self.limit and not self.quoted[k + 1] and k > at:
                if (
                    cue_class(low[k + 1]) in ("clause", "that", "judge", "object", "told", "accuse", "as")
                    and low[k + 1] not in _WISHES
                ):
                    return k
                if low[k] == "but" and (low[k + 1] in CEASING or (low[k - 1] in CLOSERS and low[k + 1] != "that")):
                    return k
                if low[k] == "but" and ((low[k + 1] in _LATER and self.cued(k + 1)) or self.unsaid(k + 1)):
                    return k  # "but now says", "but the ministry has not confirmed"
                if low[k] in ("while", "and") and any(
                    one.i == k + 1
                    and one.j < len(low)
                    and (
                        (low[one.j] in ("is", "was") and self.told(at, k))
                        or low[one.j] in SAYS
                        or (low[k] == "while" and past_verb(low[one.j]))
                    )
                    for one in self.found
                ):
                    return k
        return self.limit

    def thing(self, at: int) -> int:
        """Where a thing that is wanted, doubted or praised ends: before its circumstances, "urged a truce during"."""
        stop = self.end(at)
        low = self.sentence.low
        if low[at : at + 1] in (["to"], ["not"]):
            return stop
        for k in range(at + 1, stop):
            if self.quoted[k]:
                continue
            after = low[k + 1] if k + 1 < len(low) else "."
            if low[k] in _AMID or (low[k] == "ahead" and after == "of"):
                return k
            parted = after.endswith("ing") and len(after) > 5 and after not in _OF_IT
            if low[k] == "," and (after in ("which", "although", "though", "but") or parted):
                return k
            if low[k] == "in" and after.endswith("ing") and len(after) > 5 and low[k - 1] not in _BOUND:
                return k  # "cited the weather in closing the port"
            if low[k] == "and" and (after in ("has", "have", "had") or past_verb(after) or self.begins(k + 1)):
                return k
            if low[k] in ("in", "at") and after in ("the", "a", "an", "their", "his", "her") and k > at + 1:
                stage = next((m for m in range(k + 2, min(k + 6, stop)) if low[m] in _STAGES), None)
                if stage is not None and "to" not in low[stage:stop]:
                    return k  # "vowed “peace” at their first meeting"
            if low[k] == "as" and any(one.i == k + 1 and self.acts(one.j) for one in self.found):
                return k
        return stop

    def handed_on(self, k: int) -> bool:
        """Whether nothing but somebody and a verb of saying stands before the next comma or the end."""
        low = self.sentence.low
        if k < self.limit and low[k] in _RELATIVE:
            return False
        for m in range(k + 1, min(k + 8, self.limit)):
            if low[m] in SAYS or low[m] in _SHOWED:
                after = low[m + 1] if m + 1 < len(low) else "."
                return after in (",", ".", ";", "on") and not self.inside(m)
            if self.quoted[m] or low[m] in (",", ".", ";", ":", "that", "to", "and") or past_verb(low[m]):
                return False
        return False

    def cued(self, k: int) -> bool:
        """Whether somebody says or hopes more at ``k``: "also expressed"."""
        low = self.sentence.low
        k += k < self.limit and low[k] in _LATER
        return k < self.limit and cue_class(low[k]) in ("clause", "that", "object") and low[k] not in ("wants", "want")

    def begins(self, k: int) -> bool:
        """Whether a clause of its own begins behind a thing: "and five victims were allowed home"."""
        low = self.sentence.low
        stop = min(k + 5, self.limit)
        verb = next((m for m in range(k + 1, stop) if low[m] in ("was", "were")), stop)
        return verb < stop and not (_RELATIVE | {"that", "to", ","}) & set(low[k:verb])

    def apart(self, k: int) -> bool:
        """Whether names or sides do something at ``k`` that belongs to the report: "the two met in Oslo"."""
        low = self.sentence.low
        m = k
        while m < min(k + 8, self.limit) and (
            self.inside(m) or low[m] in ("the", "two", "both", "sides", "and", "leaders", "countries")
        ):
            m += 1
        return m > k and m < self.limit and past_verb(low[m])

    def hung(self, at: int) -> bool:
        """Whether the cue before ``at`` stands in a relative clause behind the subject: ", whose aides admit that"."""
        low = self.sentence.low
        first = next((m for m in range(at - 1, max(0, at - 8), -1) if low[m] == ","), 0)
        return first > 0 and low[first + 1] in ("whose", "who", "which") and not self.told(0, first)

    def acts(self, k: int) -> bool:
        """Whether a verb stands at ``k``."""
        word = self.sentence.low[k] if k < self.limit else ""
        return past_verb(word) or cue_class(word) is not None or word in _FINITE

    def shut(self, at: int) -> bool:
        """Whether a quotation closes right before the speaker."""
        low = self.sentence.low
        return (low[at] in CLOSERS and self.quoted[at]) or (
            low[at] == "," and at > 0 and low[at - 1] in CLOSERS and self.quoted[at - 1]
        )
