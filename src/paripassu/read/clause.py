"""The clause in which a contact is told: who, with whom, where, when."""

from __future__ import annotations

from paripassu.read import speakers
from paripassu.read.bag import bag
from paripassu.read.contact import Contact, plural
from paripassu.read.dates import Date
from paripassu.read.mention import Mention
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb
from paripassu.read.vocabulary import (
    ACTS,
    CALLS,
    HELD,
    LETTERS,
    MEALS,
    MET,
    PHONE,
    PLANNED,
    SUMMITS,
    TALKS,
)
from paripassu.read.when import NOUNS, SHORT, WHERE, WHERE_OR_WHEN, When

__all__ = ["Clause"]

NEGATED = bag("not never no without n’t n't refused failed declined unlikely")
_MEANS = bag(
    "was were is are agreed agree agrees agreeing hopes hoped wants wanted plans ready willing prepared intends"
)
_AND_THEN = bag("hand-delivered had was were will would is are has have may hopes plans wants")
STOP = bag("where but while although though because whereas which")
_FINITE = bag("will would has had have is was says")
_AWAY = bag("after since before when ahead")
_AFTER = bag("after before")
_WHO = bag("he she they it")
_STAFF = bag(
    "aide aides spokesman spokeswoman spokesperson adviser advisers advisor advisors office staff lawyer lawyers"
)
_GERUNDS = bag(
    "meeting visiting arriving flying holding hosting receiving travelling traveling landing leaving calling"
)
_AGAIN = bag("after during following since before")
_ITS = bag("a their his her")
_HIS = bag("his her its their")
_INSIDE = bag("cabinet plenary staff caucus politburo")
_OWN = bag(
    "team staff aides advisers advisors cabinet generals brothers brother sisters sister family wife husband children "
    "son daughter party colleagues supporters troops commanders lawyers fans friends parents"
)
_HIM = bag("him her them")
_CALL = bag("invitation behest request urging")
_CONTACT = MET | LETTERS | SUMMITS | CALLS
_TO_COME = PLANNED - {"to", "set"}


class Clause(When):
    """A sentence asked for its contacts, one word after another."""

    def kind(self, noun: int) -> str:
        low = self.sentence.low
        word = low[noun]
        if word.startswith("conversation") and PHONE.isdisjoint(low) and CALLS.isdisjoint(low[:noun]):
            return "talks"  # a talk face to face
        if word in CALLS or (noun and low[noun - 1] in PHONE):
            return "call"
        if word in SUMMITS or low[noun - 1 : noun] == ["summit"]:
            return "summit"
        if word in ACTS["trips"]:
            return "visit"
        if word in MEALS:
            return "meal"
        return "talks" if word in TALKS else "meeting"

    def inside(self, k: int) -> bool:
        """One within a side: ``a cabinet meeting``, ``met her security team``, ``dinner with his brothers``."""
        low = self.sentence.low
        return low[k - 1] in _INSIDE or bool(_HIS & set(low[k + 1 : k + 4]) and _OWN & set(low[k + 1 : k + 8]))

    def place_at(self, word: str) -> bool:
        return any(m.kind == "place" and word in m.name.lower().split() for m in self.found)

    def negated(self, k: int) -> bool:
        low = self.sentence.low
        after = low[k + 1] if k + 1 < len(low) else "."
        return any(word in NEGATED for word in low[max(0, k - 3) : k]) or after in ("no", "not", "never")

    def end(self, k: int) -> int:
        """Where the clause that holds the word at ``k`` ends."""
        if k not in self.ends:
            self.ends[k] = self._end(k)
        return self.ends[k]

    def _end(self, k: int) -> int:
        low = self.sentence.low
        for m in range(k + 1, len(low)):
            if self.skip[m] or low[m] in (";", "“") or (low[m] == "." and low[m - 1] not in SHORT):
                return m
            if low[m] in STOP and m > k + 1:
                return m
            if (
                low[m] == ","
                and m > k + 1
                and (low[m + 1 : m + 2] in (["who"], ["whose"]) or "whom" in low[m + 1 : m + 4])
            ):
                return m
            if low[m] == "as" and m > k + 1 and m + 1 < len(low) and (low[m - 1] == "," or self.clausal(m + 1)):
                return m
            if low[m] in ("before", "after") and m > k + 1 and m + 1 < len(low) and low[m + 1] in _GERUNDS:
                return m  # "arrived in Oslo after visiting Geneva earlier this week"
            if low[m] in _AFTER and m > k + 1 and low[m + 1 : m + 2] and low[m + 1] in _WHO:
                return m  # "is talking with them, a day after he called it off"
            if low[m] in _AGAIN and m > k + 1 and low[m + 1 : m + 2] and low[m + 1] in _ITS and self.near(m, NOUNS, 5):
                return m  # "broke down after a summit in February"
            if low[m] in ("said", "told", "announced", "reported", "says") and m > k + 2:
                if low[m - 1] == ",":
                    return m - 1  # "met X on Tuesday, said the spokeswoman"
                speaker = speakers.left(self.sentence, m, self.found, self.stage)
                return speaker.i if speaker is not None and speaker.i > k else m
            if low[m] == "and" and m + 1 < len(low) and (past_verb(low[m + 1]) or low[m + 1] in _AND_THEN):
                return m
            if low[m] == "," and m + 1 < len(low) and low[m + 1].endswith("ing") and len(low[m + 1]) > 5:
                return m
            if low[m] in ("to", "in") and m + 2 < len(low) and low[m + 1] in ("discuss", "prepare", "preparation"):
                dated = next((one for one in self.dates if one.i > m), None)
                rest = low[m : dated.i] if dated else []
                if dated is None or len(rest) > 14 or "ahead" in rest or "for" in rest:
                    return m
        return len(low)

    def clausal(self, m: int) -> bool:
        """Whether a clause with its own subject begins at ``m``."""
        low = self.sentence.low
        if low[m] in ("he", "she", "they", "it"):
            return True
        return any(one.kind == "person" and m <= one.i <= m + 4 for one in self.found)

    def body(self, subject: Speaker) -> bool:
        return (
            subject.person is None
            and subject.named
            and (subject.names_body or " and " not in subject.name)
            and subject.name[0].isupper()
        )

    def self_(self, subject: Speaker | None) -> list[str]:
        if subject is None or not subject.named:
            return []
        if subject.person is not None:
            return [subject.person.name]
        if subject.i >= 0 and not subject.names_body and " and " in subject.name:
            # "Lee and her counterpart, Berg, met": those named, without what stands beside their names
            named = [m for m in self.found if m.kind == "person" and subject.i <= m.i and m.j <= subject.j]
            if len(named) == 2 == len(subject.name.split(" and ")):
                return list(dict.fromkeys(self.name(m) for m in named))
        if subject.i < 0 or subject.names_body or " and " not in subject.name:
            return []
        known = {person.name for person in self.stage.bearers}
        return [name for name in subject.name.split(" and ") if name in known]  # not "Norway and Sweden"

    def people(self, k: int, end: int) -> list[str]:
        names: list[str] = []
        low = self.sentence.low
        at = k + 2 if low[k + 1 : k + 2] == ["with"] else k + 1
        after = low[at + 1] if at + 1 < len(low) else "."
        if low[at : at + 1] and low[at] in _HIM and (low[at] != "her" or not after.isalpha() or after in WHERE_OR_WHEN):
            other = self.other(k)
            names += [other] if other else []
        if low[at : at + 1] == ["both"] or low[at + 1 : at + 2] == ["both"]:
            names += [person.name for person in self.stage.pair]
        for mention in self.found:
            if mention.kind != "person" or not k < mention.i < end:
                continue
            if names and any(past_verb(word) or word in _AWAY for word in low[k + 1 : mention.i]):
                break
            if {"since", "when"} & set(low[k + 1 : mention.i]) or self.another(k, mention.i):
                break
            if (names and self.begins(mention)) or (not names and self.parted(k, mention.i)):
                break
            if (
                mention.j < len(low)
                and low[mention.j] in ("’s", "'s", "administration")
                and not _possessed(low, mention.j)
            ):
                continue
            first = mention.i - len((mention.role or "").split())
            if first > 1 and low[first - 1] in ("to", "of", "for") and low[first - 2] in _STAFF:
                continue  # "met with aides to Berg"
            if any(low[m] in _CALL and low[m + 1] in ("of", "by") for m in range(max(k + 1, first - 5), first - 1)):
                continue  # "came at the invitation of Berg"
            name = self.name(mention)
            if name not in names:
                names.append(name)
        if not names and (ruler := self.ruler(k)) is not None:
            names.append(ruler)
        return names

    def another(self, k: int, i: int) -> bool:
        """Whether a name belongs to another contact: ``talks about a summit with Lee``."""
        low = self.sentence.low
        own = k + 2 if low[k + 1 : k + 2] == ["of"] else k  # "another round of talks with Lee"
        return any(
            low[m] in ("with", "between") and low[m - 1] in NOUNS and m - 1 not in (k, own) for m in range(k + 2, i)
        )

    def parted(self, k: int, i: int) -> bool:
        """Whether a side and a comma stand before the first name: ``the summit with Norway, X and Y conferred``."""
        low = self.sentence.low
        if low[k + 1 : k + 2] not in (["with"], ["between"]):
            return False
        return any(m.kind == "place" and k < m.i and m.j < i and low[m.j] == "," for m in self.found)

    def begins(self, mention: Mention) -> bool:
        """Whether a name is the subject of a new clause: ``..., Trump tweeted``."""
        low = self.sentence.low
        after = low[mention.j] if mention.j < len(low) else "."
        if not (past_verb(after) or after in _FINITE):
            return False
        return "," in low[max(0, mention.i - 1 - len((mention.role or "").split())) : mention.i]

    def after(self, k: int) -> list[Mention]:
        """The names after ``k``."""
        return [mention for mention in self.found if mention.i > k]

    def reach(self, k: int, people: list[str]) -> int:
        last = k + 1
        for mention in self.found:
            if mention.kind == "person" and mention.i > k and self.name(mention) in people and mention.j - k < 30:
                last = max(last, mention.j)
        return last

    def status(self, k: int, date: Date | None) -> str:
        low = self.sentence.low
        window = set(low[max(0, k - 6) : k + 6])
        if window & {"cancelled", "canceled", "scrapped"}:
            return "cancelled"
        if window & {"expected", "expects"}:
            return "expected"
        before = low[max(0, k - 3) : k]
        if {"may", "might", "could"} & set(before) or (before[-1:] == ["to"] and _MEANS & set(before)):
            return "planned"
        published = self.stage.published
        if (
            date is not None
            and published is not None
            and date.when.value is not None
            and date.when.value[:10] > published
        ):
            return "planned"
        return "planned" if window & _TO_COME else "held"

    def build(self, kind: str, k: int, end: int, subject: Speaker | None, people: list[str]) -> Contact:
        low = self.sentence.low
        start = k
        if subject is not None and 0 <= subject.i < k and k - subject.j <= 4 and k - subject.i < 20:
            start = subject.i
        if kind == "visit" or (low[k] in HELD and k - start > 12):
            start = max(start, k - 3) if k - start > 8 else start
        date = self.date(k, end, start)
        venue = None
        last = k + 1
        for mention in self.found:
            near = k < mention.i < min(end, k + 25) and mention.kind == "place"
            if near and venue is None and kind != "call" and self.stands(mention):
                venue = mention.name
                last = max(last, mention.j)
        names = [*self.listed(subject), *self.self_(subject)]
        if subject is not None and subject.person is not None and low[subject.i] in _WHO and names[0] in people:
            # "He met Berg" when Berg was spoken of last: the other of the two
            names = [one.name for one in self.stage.recent[::-1] if one.name not in people][:1]
        for name in people:
            if name not in names:
                names.append(name)
        last = max([last, self.reach(k, people)])
        if date is not None and k < date.i < end:
            last = max(last, date.j)
        if date is not None and date.i < start and start - date.i < 6:
            start = date.i
        noun = self.near(k, _CONTACT, 9)
        if noun is not None and noun < end and kind != "visit":
            last = max(last, noun + 1)
        one = Contact(kind, self.number, start, min(last, len(low)), subject, names, [], venue, date)
        one.since = bool(date and date.i and low[date.i - 1] == "since" and kind != "visit")
        one.status = self.status(k, date)
        if kind in ("meeting", "talks") and len(one.people) >= 2 and self.near(k, SUMMITS, 4) is not None:
            one.kind = kind
        one.definite = subject is not None and plural(subject.name)
        if one.definite and not one.people:
            # "aides to X and Y, hurrying to the summit that the two leaders are to hold"
            one.people = self.leading(start) if subject is not None and "leaders" in subject.name else []
        one.leaders = subject is not None and subject.person is None and "leaders" in subject.name.lower().split()
        if one.leaders and subject is not None and not one.people:
            one.people = self.heads(max(subject.i, 0), subject.j)
        return one

    def listed(self, subject: Speaker | None) -> list[str]:
        """Those named before the last of ``X, Y and Z met``."""
        low = self.sentence.low
        names: list[str] = []
        i = subject.i if subject is not None else 0
        if subject is not None and subject.person is not None and (first := self.apposed(subject)) is not None:
            return [first]
        if subject is not None and subject.person is not None and (second := self.second(subject)) is not None:
            return [subject.person.name, second]
        while i > 1:
            while i > 1 and not names and low[i - 1] != "," and low[i - 1].isalpha() and subject and subject.i - i < 4:
                i -= 1  # over the title of the last but one
            if low[i - 1] != ",":
                break
            before = next((m for m in self.found if m.kind == "person" and m.j == i - 1), None)
            if before is None or (not names and subject is not None and " and " not in subject.name):
                break
            names.insert(0, self.name(before))
            i = before.i - len((before.role or "").split())
        return names

    def apposed(self, subject: Speaker) -> str | None:
        """The first of ``Lee, the ambassador to Oslo, and Minister Berg sat down``."""
        low = self.sentence.low
        at = next((m for m in range(subject.i - 1, max(1, subject.i - 8), -1) if low[m] == "and"), None)
        if at is None or low[at - 1] != "," or any("," in low[m] for m in range(at, subject.i)):
            return None
        first = next((m for m in reversed(self.found) if m.kind == "person" and m.j < at), None)
        if (
            first is None
            or low[first.j] != ","
            or "," in low[first.j + 1 : at - 1]
            or first.i > 12
            or at - first.j > 14
        ):
            return None
        between = low[first.j : at]
        return None if {"who", "which"} & set(between) or any(map(past_verb, between)) else self.name(first)

    def second(self, subject: Speaker) -> str | None:
        """The second of ``Lee, the ambassador to Oslo, and Berg, a minister, sat down``."""
        low = self.sentence.low
        if low[subject.j : subject.j + 1] != [","]:
            return None
        last = next(
            (m for m in range(subject.j + 1, min(len(low) - 1, subject.j + 16)) if low[m : m + 2] == [",", "and"]), None
        )
        if last is None or {"who", "which"} & set(low[subject.j : last]) or any(map(past_verb, low[subject.j : last])):
            return None
        other = next((m for m in self.found if m.kind == "person" and m.i > last), None)
        if other is None or low[other.j : other.j + 1] != [","] or other.i - len((other.role or "").split()) > last + 5:
            return None
        return self.name(other)

    def leading(self, k: int) -> list[str]:
        """The two who lead a state and are named before ``k``."""
        people = [self.stage.person(m) for m in self.found if m.kind == "person" and m.j <= k]
        here = list(dict.fromkeys(one.name for one in people if one is not None and one.head))
        return here if len(here) == 2 else []

    def stands(self, mention: Mention) -> bool:
        """Whether a place is where something is: ``at X``, ``in the so-called “X”``, ``the village of X``."""
        low = self.sentence.low
        m = mention.i - 1
        while m > 0 and low[m] in ("the", "“", '"', "so-called", "‘"):
            m -= 1
        if low[m] == "of" and m and low[m - 1] in bag("village city town island port resort side capital"):
            return True
        return low[m] in WHERE


def _possessed(low: list[str], j: int) -> bool:
    return j + 1 < len(low) and low[j + 1] in ("counterpart",)
