"""Who does what a sentence tells of a day, where no rule knows the verb: the one who acts, and with whom."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.clause import Clause
from paripassu.read.contact import plural
from paripassu.read.cues import cue_class
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb
from paripassu.read.vocabulary import ACTS, MEALS, VISITS
from paripassu.read.when import NOUNS

__all__ = ["Acting"]

_EDGE = bag("; : — – -- but while whereas although though because")
_OPENS = bag("who which when where that")
_OWNS = bag("a an the his her their its 's ’s")
_VERBS = (
    bag("will would is are was were has have had tore rang lit got rode blew sprang swung flung drank bid forced")
    | VISITS
    | ACTS["goes"]
)
_TALKED = NOUNS - MEALS
_JOINS = bag(", and but : ;")
_SAID = ("clause", "told", "that")
_BACK, _FORTH = 26, 16  # words


class Acting(Clause):
    """A sentence asked who acts on a day."""

    def verb_at(self, i: int, j: int) -> int | None:
        """The verb that words ``i`` to ``j``, a day or a noun, belong to: the last before, or the first after them."""
        low = self.sentence.low
        back = range(i - 1, max(-1, i - _BACK), -1) if low[j : j + 1] != ["when"] else ()
        for k in back:
            if low[k] in _EDGE or (low[k] in _OPENS and i - k <= 3):
                break  # "who, on Monday, threatened"
            if self.acts(k):
                return k
        return next((k for k in range(j, min(len(low), j + _FORTH)) if self.acts(k)), None)

    def acts(self, k: int) -> bool:
        """Whether a verb stands at ``k``; "a borrowed boat" has none."""
        low, word = self.sentence.low, self.sentence.low[k]
        if self.skip[k] or self.dated(k) or (k and low[k - 1] in _OWNS):
            return False
        if word.endswith("ing") and past_verb(low[k - 1]):
            return False  # "kept shuttling"
        return past_verb(word) or word in _VERBS or cue_class(word) in ("clause", "told")

    def doers(self, k: int) -> tuple[list[str], Speaker | None]:
        """Those who act at the verb ``k``: by name, by a pronoun or an office, "the two" as those told of before."""
        low = self.sentence.low
        if k > 1 and low[k - 1] in ("having", ","):
            # "X, having spent an hour with Y": the one before the comma
            named = next((m for m in self.found if m.kind == "person" and k - 2 <= m.j <= k - 1), None)
            if named is not None and low[named.j] == ",":
                return [self.name(named)], None
        if low[k - 1] == "both" and k > 1 and low[k - 2] in _JOINS and (pair := self.two(k - 2)) is not None:
            return self.self_(pair), pair  # "Lee knows Berg: in May, both sat there"
        subject = self.subject(k)
        names = [*self.listed(subject), *self.self_(subject)]
        if subject is not None and not names and plural(subject.name):
            here = [self.name(m) for m in self.found if m.kind == "person" and m.j <= subject.i]
            here = list(dict.fromkeys(here))
            names = here if len(here) == 2 else [one.name for one in self.stage.pair]
        return list(dict.fromkeys(names)), subject

    def others(self, k: int) -> list[str]:
        """Those named behind the verb in its clause, and those with whom it was done further on."""
        end = self.end(k)
        names = self.people(k, end)
        if names or self.says(k):
            return names
        low = self.sentence.low
        for m in self.found:
            first = m.i - len((m.role or "").split())
            if m.kind == "person" and first > end and low[first - 1] == "with" and low[first - 2] not in _TALKED:
                return [] if any(map(past_verb, low[end:first])) else [self.name(m)]
        return []

    def says(self, k: int) -> bool:
        """Whether the verb is one of saying, whose only party is the one who speaks."""
        return cue_class(self.sentence.low[k]) in _SAID
