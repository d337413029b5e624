"""How a side bears itself on a day towards the talks or the other side: it thanks, warns, doubts, defends, urges."""

from __future__ import annotations

from paripassu.read.announced import leads, party, tells
from paripassu.read.bag import bag
from paripassu.read.contact import Contact
from paripassu.read.cues import CONVINCED
from paripassu.read.dates import Date
from paripassu.read.merging import Event
from paripassu.read.stage import Speaker
from paripassu.read.steps import Steps
from paripassu.read.vocabulary import ACTS, MEETINGS, SUMMITS, TALKS

__all__ = ["OPENS", "Stances", "claims"]

_HELD = bag("raised expressed voiced offered struck sounded exuded floated dangled cast gave used made delivered")
_VIEWS = bag(
    "doubt doubts hope hopes confidence optimism concern concerns regret support praise thanks prospect prospects "
    "possibility idea view tone note speech remarks interview address upbeat optimistic hopeful cautious warning "
    "promise stakes alarm scepticism skepticism pessimism readiness willingness interest assurances assurance threat"
)
_NOT_SO = bag("not n't n’t never to would could might may should if whether can who which whose whom")
_OTHER_DAY = bag("after before since until for from by of between following ahead during")
_EDGE = bag("; but while because although though whereas when where who which")
_MET = MEETINGS | SUMMITS | TALKS
_TO_ONE = bag(
    "thanked praised lauded applauded commended congratulated hailed warned denounced condemned criticised criticized "
    "slammed blasted assailed attacked blamed accused rebuked lambasted derided mocked urged pressed "
    "thanking praising urge warn praise thank press "
    "denounce condemn criticise criticize blame accuse"
)
_IS = bag("is was were are sounded remained struck")
_MINDS = CONVINCED | bag("guarded upbeat cautious dismissive bullish defiant noncommittal evasive")
BEARING = ACTS["bearing"]
"""Verbs of such speech."""
OPENS = BEARING | _MINDS
"""The words at which a stance may be told."""
_NO_SIDE = bag("senate congress house parliament lawmakers mps media newspaper rights")


class Stances(Steps):
    """A sentence asked what a side said or showed on a day."""

    def taken(self) -> list[Contact]:
        """At most one for each day: ``on Monday thanked the envoys and warned them``."""
        low = self.sentence.low
        got: list[Contact] = []
        for k, word in enumerate(low):
            mind = word in _MINDS and low[k - 1] in _IS
            one = self.borne(k) if (word in BEARING or mind) and not self.skip[k] else None
            if one is not None and all(one.date is not other.date for other in got):
                got.append(one)
        return got

    def borne(self, k: int) -> Contact | None:
        """What the verb at ``k`` tells of, where one who speaks for a side does it on a day."""
        low = self.sentence.low
        if low[k - 1] in _IS | {"been", "be"} and low[k] not in _MINDS:
            return None
        if self.negated(k) or _NOT_SO & set(low[max(0, k - 2) : k]) or self.owned(k):
            return None
        if low[k] in _HELD and self.near(k, _VIEWS, 5) is None:
            return None
        end = self.reach_of(k)
        date = self.when(k, end)
        if date is None:
            return None
        subject = self.subject(k)
        if subject is None or subject.i > k or not party(subject, self.sentence) or not self.counts(subject, k, end):
            return None
        if subject.person is None and not subject.names_body and not subject.noun:
            return None
        if _NO_SIDE & set(subject.name.lower().split()):
            return None
        if not (tells(self.sentence, k + 1, end, self.found, subject) or self.at_whom(k, end, subject)):
            return None
        first = min(k, date.i, subject.i if subject.i >= 0 else k)
        one = Contact("announcement", self.number, first, max(k + 1, date.j, min(end, k + 12)), subject)
        one.people, one.date, one.rule = self.self_(subject), date, "events.stance"
        one.places = [subject.name] if self.body(subject) else []
        return one

    def counts(self, subject: Speaker, k: int, end: int) -> bool:
        """Whether it is one whose every word on the talks counts, or an office that speaks of the talks themselves."""
        return leads(subject) or not _MET.isdisjoint(self.sentence.low[k + 1 : end])

    def reach_of(self, k: int) -> int:
        """Where the clause of the verb ends."""
        low = self.sentence.low
        return next(
            (m for m in range(k + 2, len(low)) if low[m] in _EDGE and low[m + 1 : m + 2] != ["asked"]), len(low)
        )

    def when(self, k: int, end: int) -> Date | None:
        """The day on which it was said: by the verb, at the head of the sentence, or last in the clause."""
        low = self.sentence.low
        for one in self.dates:
            if one.when.precision != "day" or low[one.j - 1] == "ago" or self.skip[one.i]:
                continue
            before = low[one.i - 1] if one.i else ""
            after = low[one.j] if one.j < len(low) else "."
            if before in _OTHER_DAY or after in ("'s", "’s") or self.names_it(one.j):
                continue
            if one.i > k:
                gap = low[k + 1 : one.i]
                said = (
                    "that" in gap
                    or _OTHER_DAY & set(gap)
                    or any(low[m].isalpha() and low[m] == "to" for m in range(k + 4, one.i))
                )
                if one.i < end and one.i <= k + 12 and not said and not self.infinitive(k, one):
                    return one
            elif k - one.j <= 3 or (one.i <= 2 and k - one.j <= 14 and not any(w in _EDGE for w in low[one.j : k])):
                return one
        return None

    def owned(self, k: int) -> bool:
        """Whether no one here does it: "the expressed wish", "hailed by all"; "by warning" is done by who else acts."""
        low = self.sentence.low
        return low[k - 1] in ("the", "a") or (low[k - 1] == "by" and not low[k].endswith("ing"))

    def names_it(self, j: int) -> bool:
        """Whether a day names what stands behind it: "the June 12 summit", not "Monday about the talks"."""
        return self.sentence.low[j : j + 1] != ["about"] and self.meant(j)

    def at_whom(self, k: int, end: int, subject: Speaker) -> bool:
        """Whether the other side, or one who leads it, stands by the verb: ``praised Berg``."""
        at = next((m for m in range(k, min(k + 9, end)) if self.sentence.low[m] in _TO_ONE), None)
        for one in self.found if at is not None else ():
            if at is None or not at < one.i <= min(at + 6, end) or one.name == subject.name:
                continue
            if one.kind == "person":
                person = self.stage.person(one)
                if person is not None and person.head and person is not subject.person:
                    return True
            elif (
                one.kind in ("place", "people")
                and one.type not in ("city", "venue")
                and self.sentence.low[one.i - 1] != "in"
            ):
                return True
        return False


def claims(one: Event, stance: Event, day: int) -> bool:
    """Whether a contact has the day of a stance for its own."""
    if one.on != stance.on:
        return False
    held = any(start <= day < end for start, end in one.spans)
    return one.kind in ("announcement", "cancellation") or (held and one.rule != "events.noun")
