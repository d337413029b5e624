"""One sentence in which somebody says something: what stands around a verb of saying."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.cues import OBJECT, PARTICIPLE, PROMISES, THOUGHTS
from paripassu.read.days import dated
from paripassu.read.extent import CLOSERS, LONG, OPENERS, Extent, Statement
from paripassu.read.onward import FINITE, NO_VERB
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb

__all__ = ["CLOSERS", "LONG", "OPENERS", "Pieces", "Statement"]

_BINDS = bag("on in at of with to for by during after from the a")
_TIMES = bag("earlier later this last on in early late again week month year day today yesterday also")
_OPENING = bag("the that a he she it they there we")
_SUBJECT_OF = bag("'s ’s was is would will had has could should may might must")  # "said that had been left out"
_WHOM = bag("a an his her its their")
_LISTENED = bag(
    "told tell tells convince convinced persuade persuaded reassure reassures reassured assures assured informed "
    "reminded warned warns cautioned promised notified to"
)


class Pieces(Extent):
    """What the frames of attribution are built from."""

    def that(self, at: int) -> int | None:
        """Past ``that``, when only a listener, a place or a time stands before it."""
        low = self.sentence.low
        if at >= self.limit:
            return None
        if low[at] == "to" and at + 1 < self.limit and not self.hearer(at + 1):
            return None  # "agreed to delay a bill that would"
        if low[at] == "on" and low[at - 1] in ("agreed", "agree", "agrees") and not dated(low, at + 1):
            return None  # "agreed on a plan that would"
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
                        "on in at to during after before through via late early earlier last this by , out "
                        "with from again also monday tuesday wednesday thursday friday saturday "
                        "sunday reporters him her them us me lawmakers journalists today yesterday "
                        "minutes hours moments days overnight the later earlier once separately publicly privately "
                        "repeatedly as since"
                    )
                    and not self.sentence.words[at][0].isupper()
                    and not (low[at - 1] in _LISTENED and (low[at] in _WHOM or low[at].endswith("s")))
                ):
                    return None
                if self.strives(at, k):
                    return None  # "wants Finland to lift tolls that hurt"
                if low[at] not in ("after", "before") and any(
                    past_verb(word) and word not in bag("carried published released broadcast televised held")
                    for word in low[at:k]
                ):
                    return None
                if (
                    k == at
                    and self.limit - k < 7
                    and not any(
                        word in FINITE or past_verb(word) or word.endswith("s") for word in low[k + 1 : self.limit]
                    )
                ):
                    return None  # "repeated that position on Saturday"
                # "said that's an insult"
                # "said that was an insult": the word is a subject
                verb = low[k + 1] if k == at and k + 1 < self.limit else ""
                return k if verb in _SUBJECT_OF else k + 1
            if low[k] == "." and k > at and low[k - 1] in ("mr", "mrs", "ms", "dr", "gen", "sen"):
                continue  # "told Mr. Lee that"
            if low[k] in bag('. ; “ " : which who will is was has would') or (k > at and low[k] in PARTICIPLE):
                return None
        return None

    def strives(self, at: int, that: int) -> bool:
        """Whether ``to`` and a verb stand before ``that``: it belongs to a thing further on."""
        low = self.sentence.low
        return any(low[m] == "to" and not self.hearer(m + 1) and not dated(low, m + 1) for m in range(at + 1, that - 1))

    def hearer(self, k: int) -> bool:
        """Whether somebody may be spoken to here."""
        low = self.sentence.low
        return (
            self.sentence.words[k][0].isupper()
            or low[k] in bag("reporters journalists him her them us me lawmakers the a an his its their our parliament")
            or low[k].endswith("s")
        )

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
                and (
                    low[k - 1] not in bag("the a in on at of to and his her during with by for")
                    or (low[k - 1] == "her" and k == at + 1 and low[k] in _OPENING)
                )
            ):
                return k
        return None

    def later(self, at: int) -> int | None:
        """Past a time before a whole clause: ``announced earlier this month she would sign``."""
        low = self.sentence.low
        k = at
        if low[k] == "to" and low[k + 1 : k + 2] in (["reporters"], ["journalists"], ["lawmakers"]):
            k += 2
        while k < min(at + 5, self.limit - 2) and (low[k] in _TIMES or dated(low, k)):
            k += 1
        return k if k > at and self.finite(k) else None

    def heard(self, at: int) -> bool:
        """Whether nothing but who was told follows: ``..., Quist told a news conference;``."""
        low = self.sentence.low
        for k in range(at, min(at + 9, self.limit)):
            if low[k] in (".", ",", ";"):
                more = k + 1 < self.limit and (self.quoted[k + 1] or low[k + 1] == "that")
                return k > at and not more  # "told reporters, “...”" looks forward
            if low[k] == "that" or past_verb(low[k]) or self.quoted[k]:
                return False
            if low[k] in FINITE and self.sentence.words[k] != "May":
                return False
        return at < self.limit and self.limit - at < 9

    def bare(self, i: int, j: int) -> bool:
        """Whether words ``i`` to ``j`` only say when, where or to what end: "To end it", "In the end"."""
        low = self.sentence.low
        if j - i <= 4 and all(low[m] in _TIMES or dated(low, m) for m in range(i, j)):
            return True  # "Last week"
        if j - i > 9 or low[i] not in bag("to in on at for without with after before under by from as even"):
            return False
        return not any(word in FINITE or past_verb(word) for word in low[i:j])

    def adverbs(self, at: int) -> int | None:
        """Past ``on Friday``, ``in a statement``, ``at a news conference``."""
        low = self.sentence.low
        if low[at] in bag(". ; ) and or but ? over with amid") or (
            low[at] in NO_VERB and low[at + 1 : at + 2] in (["after"], ["before"], ["later"])
        ):
            return None
        k = at
        if low[k] in (",", ":"):
            k += 1
        moved = True
        while moved and k < self.limit:
            moved = False
            manner = low[k].endswith("ly") and len(low[k]) > 4 and k == at and self.clause(min(k + 1, self.limit - 1))
            if manner or dated(low, k) or low[k] in bag("late early earlier later again today only simply"):
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
        if k < self.limit and low[k] in PARTICIPLE:
            return None  # "said on Friday, adding that"
        if k < self.limit and low[k] == "that":
            k += 1
        return k

    def finite(self, at: int) -> bool:
        """Whether a whole clause follows a verb without `that`: "insists its plan is sound", "confirmed it had"."""
        low = self.sentence.low
        if low[at].replace("’", "'").split("'")[0] in ("he", "she", "it", "they", "we", "there"):
            return True
        many = low[at].endswith("s") and low[at].isalpha() and at + 1 < self.limit
        if not (self.clause(at) or many) or low[at] == "to":
            return False
        for k in range(at + 1, min(at + 9, self.limit)):
            if low[k] in FINITE or low[k].endswith(("n't", "n’t")):
                return True
            if low[k] == "and" and self.sentence.words[k + 1 : k + 2] and self.sentence.words[k + 1][0].isupper():
                continue  # "hope Quist and Berg can"
            if low[k] in bag(', . ; : that which who and or “ " by'):
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
        if wanted and after == "on" and low[k] in ("call", "calls", "called"):
            return "to" in low[k + 2 : k + 16]  # "called on the king in 2000" was a visit
        if wanted and low[k] in PROMISES and after != wanted:
            return self.promised(k + 1)
        if wanted:
            return after in wanted.split()
        if low[k] in ("deny", "denies", "denied") and after in ("by", "that", ".", ","):
            return False
        if after in ("the", "this", "that", "those", "these") and low[k + 3 : k + 4] in ([","], ["."], [";"], []):
            return False  # "rejected the demand."
        noun = next((m for m in (k + 1, k + 2) if low[m : m + 1] and low[m] in THOUGHTS), None)
        if noun is not None and "that" in low[noun + 1 : noun + (2 if noun > k + 1 else 5)]:
            return False  # "rejected the idea that", "doubt assurances by Norway that": that is what is said
        if after == "each" or (after.endswith("ly") and low[k + 2 : k + 3] and low[k + 2] in _BINDS | {"about"}):
            return False  # "acknowledge each other", "the doubt he expressed openly about it"
        if low[k + 1 : k + 3] in (["as", "yet"], ["at", "least"], ["at", "most"]):
            return True
        if after == "to" and low[k] in ("want", "wants"):
            return True
        return after not in bag(". , ; by from in on at to and or of as for with")

    def promised(self, at: int) -> bool:
        """Whether a thing is promised, not to somebody: "vowed “peace” at sea", "pledged an end to it"."""
        low = self.sentence.low
        return low[at] in bag("an a the not never its his her their") or self.quoted[at]

    def sealed(self, k: int) -> bool:
        """Whether only time, place or manner follows a trailing cue."""
        low = self.sentence.low
        return (
            low[k]
            in bag(
                "on in at during after following when as late earlier to through by last "
                "this while of before later again here via referring with"
            )
            or dated(low, k)
            or low[k] == "aloud"
            or (low[k].endswith("ly") and len(low[k]) > 4)
        )

    def taken(self, one: Statement) -> bool:
        return any(other.start < one.end and one.start < other.end for other in self.got)

    def make(self, i: int, j: int, speaker: Speaker | None, cue: tuple[int, int], rule: str) -> Statement | None:
        sentence = self.sentence
        j = min(j, len(sentence.low))
        while (
            i < j
            and sentence.low[i] in bag(", : that – -- — and")
            and not (sentence.low[i] == "that" and sentence.low[i + 1 : i + 2] and sentence.low[i + 1] in _SUBJECT_OF)
        ):
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
        start = first.i - len((first.role or "").split())
        if start > 0 and self.sentence.low[start - 1] in ("between", "with", "of", "for", "to", "by"):
            return None  # "for a meeting between President Lee and Quist, saying"
        between = self.sentence.low[first.j : second.i]
        if between[:1] != ["and"] or any(past_verb(word) for word in between):
            return None
        one, two = self.stage.person(first), self.stage.person(second)
        if one is None or two is None:
            return None
        return Speaker(f"{one.name} and {two.name}", first.start, second.end, first.i, second.j)
