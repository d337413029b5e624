"""Days that no rule has used: somebody did something on them, which may be a contact. A guess, and marked as one."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.clause import Clause
from paripassu.read.contact import Contact
from paripassu.read.cues import cue_class
from paripassu.read.dates import Date
from paripassu.read.going import FREED, STRANGERS
from paripassu.read.tense import past_verb
from paripassu.read.vocabulary import ACTS, CALLS, LETTERS, MEETINGS, MET, PHONE, SUMMITS, TALKS, VISITS

__all__ = ["Leftover"]

_LETTERS = LETTERS - {"message"}
_EDGE = bag("; : — – -- but while whereas although though because")
_TURN = bag("after before when where which who whose since as and that")
_DOUBT = bag("if whether unless not never n't n’t no without could might may would deadline due")
_NOT_ON = bag("since until by of through till from before after for")
_SIDES = bag(
    "delegation delegations officials official negotiators negotiator envoy envoys sides side leaders leader union "
    "unions teachers workers company government president minister ministers ministry rebels talks summit team teams "
    "diplomats ambassador court council parliament cabinet ministers aides representatives management employers"
)
_DEALING = (ACTS["dealings"] | MET | bag("delegation delegations envoy envoys negotiators team sides")) - bag(
    "process table decision raise sanctions round rounds request mandate package"
)
_GOES = VISITS | ACTS["goes"]
_WENT = VISITS | bag("left returned went came")
_SORTS = (("call", PHONE | CALLS), ("letter", _LETTERS), ("summit", SUMMITS), ("talks", TALKS), ("meeting", MEETINGS))
_ELSE = bag(
    "fired launched killed died born elected tested exploded injured wounded shot published posted updated photo "
    "picture pictured file photograph broadcast aired copyright newspaper paper editorial seen paid reported "
    "according closed rose fell won lost played"
)


class Leftover(Clause):
    """A sentence asked what happened on the days of which no contact was told."""

    def told(self, used: list[tuple[int, int]]) -> list[Contact]:
        """The contacts of days that lie in no span of ``used`` (words of the sentence)."""
        low = self.sentence.low
        if len(low) < 7 or not _ELSE.isdisjoint(self.sentence.has):
            return []
        got = []
        for date in self.dates:
            if any(i <= date.i < j for i, j in used) or not self.fits(date):
                continue
            one = self.around(date)
            if one is not None:
                got.append(one)
        return got

    def fits(self, date: Date) -> bool:
        """Whether the day is one on which something is told to have happened or to be planned."""
        low = self.sentence.low
        if date.when.value is None or date.when.precision not in ("day", "range", "week", "weekend", "month"):
            return False
        before = low[date.i - 1] if date.i else ""
        after = low[date.j] if date.j < len(low) else "."
        if self.skip[date.i] or before in _NOT_ON or (before == "the" and after.isalpha()):
            return False
        return not ({"'s", "’s"} & {after} or _DOUBT & set(low[max(0, date.i - 9) : date.i]))

    def around(self, date: Date) -> Contact | None:
        """The clause that holds the day, if it has a verb and one who may have acted."""
        low = self.sentence.low
        i, j = self.bounds(date)
        verb = next((k for k in range(i, j) if self.acts(k) and not date.i <= k < date.j), None)
        names = [m for m in self.found if i <= m.i < j and m.kind in ("person", "place", "organisation")]
        actors = [m for m in names if m.type != "media" and (verb is None or m.i < verb)]
        if verb is not None and (cue_class(low[verb]) in ("clause", "told") or low[verb] in ("announced", "tweeted")):
            return None  # what is said on a day is told elsewhere
        if any((low[m] in MET or low[m] == "met") and self.inside(m) for m in range(i, j)):
            return None
        if verb is None or not (actors or _SIDES & set(low[i:verb])):
            return None
        people = [self.name(m) for m in actors if m.kind == "person" and low[m.j : m.j + 1] not in (["'s"], ["’s"])]
        kind = self.sort(i, j)
        if kind == "visit" and (verb is None or not self.travelled(verb, i, j)):
            return None
        if kind == "announcement" and not _DEALING & set(low[verb:j]):
            return None  # what somebody did on a day, but not to the other side
        if kind != "announcement":
            people += [self.name(m) for m in names if m.kind == "person" and m.i > verb]
            if any(low[m] in ("for", "with", "to") and low[m + 1] in ("him", "her") for m in range(verb, j - 1)):
                people += [other] if (other := self.other(verb)) is not None else []
        one = Contact(kind, self.number, i, j, None, list(dict.fromkeys(people)), date=date, rule="events.day")
        one.places = [m.name for m in actors if m.kind == "place"][:1]
        one.status = self.status(verb, date)
        return one

    def acts(self, k: int) -> bool:
        """Whether a verb of the clause stands at ``k``."""
        low = self.sentence.low
        if self.skip[k]:
            return False
        return past_verb(low[k]) or low[k] in ("will", "is", "are", "has", "have") or low[k] in _GOES

    def bounds(self, date: Date) -> tuple[int, int]:
        """From where to where the clause with the day goes."""
        low, size = self.sentence.low, len(self.sentence.low)
        i = date.i
        while i > 0 and low[i - 1] not in _EDGE and not self.skip[i - 1] and date.i - i < 22:
            if low[i - 1] == "-" and self.dashed(i - 2, i):
                break
            if (low[i - 1] in _TURN and date.i - i > 3) or low[i - 1 : i + 1] == [",", "and"]:
                break
            i -= 1
        j = date.j
        if date.i - i < 4:  # "On Monday, X did this": what happened comes after
            while j < size and low[j] not in _EDGE and not self.skip[j] and j - date.j < 18 and low[j] != ".":
                if low[j] in _TURN and j - date.j > 4:
                    break
                j += 1
        return i, j

    def sort(self, i: int, j: int) -> str:
        """What kind of contact the words of the clause speak of."""
        words = set(self.sentence.low[i:j])
        for kind, mark in _SORTS:
            if words & mark:
                return kind
        return "visit" if words & _WENT else "announcement"

    def travelled(self, verb: int, i: int, j: int) -> bool:
        """Whether the clause has a goal by name, and no tourist or prisoner goes there."""
        held = {k for m in self.found if m.kind != "place" for k in range(m.i, m.j)}
        words = self.sentence.words
        goal = any(words[k][0].isupper() and k not in held and not self.dated(k) for k in range(verb + 1, j))
        if not goal and self.sentence.low[verb] not in ("arrived", "landed", "touched"):
            return False
        return STRANGERS.isdisjoint(self.sentence.low[i:j]) and FREED.isdisjoint(self.sentence.low[:5])

    def spans(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Places of the text as words of the sentence."""
        return [(self.sentence.index(a), self.sentence.index(b)) for a, b in spans]
