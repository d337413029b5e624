"""Contacts told by a verb of going somewhere: who travelled where, was there, passed through."""

from __future__ import annotations

from paripassu.read import speakers
from paripassu.read.bag import bag
from paripassu.read.contact import Contact
from paripassu.read.going import Going
from paripassu.read.mention import Mention
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb
from paripassu.read.vocabulary import ACTS, MET, SUMMITS

__all__ = ["Travel"]

_OWN = bag("his her their its")
_FIRSTS = bag("first only highest-ranking most-senior highest-level")
_ELSEWHERE = bag("school college university court war work bed jail prison church trial hospital")
_MAY = bag("may might could")
_EACH = (["each", "other"], ["one", "another"])
_WHO = bag("he she they it we i the a an his her their its both no nobody")
_LINKS = bag("and , again in on then")
_MEANT = bag(
    "expected scheduled due is set are was plans planned planning agreed promised intends likely "
    "prepared prepares preparing ready willing hopes hoped hoping wants wanted want like keen eager wished bound"
)

_BE = bag("was were been being be is are")
_CARRIED = bag("driven flown escorted whisked ferried taken")
_COME = bag("arrived arrives arrive landed lands")
_OVER = bag("to into onto across over")
_ONWARD = bag("for to in on from")
_PAIRED = bag("set sets setting took takes taking")
_VISITING = bag("senior fellow professor scholar research lecturer assistant adjunct")


class Travel(Going):
    """The rules for travel, one a method."""

    def visit(self, k: int) -> list[Contact]:
        """``travelled to Oslo on Monday``, ``has arrived in Geneva``, ``visited the palace``."""
        low = self.sentence.low
        if self.negated(k) or (k and low[k - 1] in ("the", "a", "his", "her", "official")):
            return []
        if low[k] == "visiting" and k + 1 < len(low) and low[k + 1] in _VISITING:
            return []
        end = self.end(k)
        to = self.onto(k) + 1
        if low[k].startswith("return") and low[to : to + 1] == ["to"] and low[to + 1 : to + 2] and low[to + 1] in _OWN:
            return []  # "returned to his family in Oslo"
        if low[to : to + 1] == ["to"] and low[to + 1 : to + 2] and low[to + 1] in _ELSEWHERE:
            return []
        goal = self.goal(k, direct=low[k].startswith(("visit", "tour", "enter")))
        if goal is None and low[k].startswith("return") and low[k + 1 : k + 2] == ["from"] and self.day_after(k):
            goal = next((m for m in self.found if m.kind == "place" and m.i == k + 2), None)
        opened = low[k - 1] == "to" and not _FIRSTS.isdisjoint(low[max(0, k - 8) : k]) and self.opener(k)
        meant = low[k - 2] in _MEANT or bool(opened)
        if low[k - 1] == "to" and not meant and not any(k < date.i < end for date in self.dates):
            return []
        if goal is None and low[k].startswith("visit") and low[k + 1 : k + 3] in _EACH:
            return self.journey(k, None)
        if goal is None and low[k + 1 : k + 2] == ["the"] and low[k].startswith("visit"):
            goal = (
                self.stage.place
                if low[k + 2 : k + 3] and low[k + 2] in bag("city country capital village island town site")
                else None
            )
        spot = self.spot(k) and low[k + 1 : k + 2] != ["the"] and self.day_after(k)
        bare = low[to : to + 1] in (["to"], ["for"], ["into"], ["in"]) and self.nameless(to + 1)
        here = (
            bare or spot or (low[k + 1 : k + 2] in (["here"], ["there"]) and (past_verb(low[k]) or self.day_after(k)))
        )
        come = (
            low[k] in _COME and "they" not in low[k - 2 : k] and any(self.dated(m) for m in range(k + 1, to))
        )  # "arrived on Tuesday"
        host = next((m for m in self.after(k) if m.kind == "person" and m.i <= k + 6), None)
        if goal is None and not here and low[k].startswith("visit") and host is not None:
            between = low[k + 1 : host.i]
            if len(between) == len((host.role or "").split()) and low[host.j : host.j + 1] not in (["'s"], ["’s"]):
                people = [self.name(host)]
                subject = self.subject(k)
                return [self.build("meeting", k, end, subject, people)] if subject is not None else []
        due = low[k] == "arrive" and low[k - 1] == "to" and low[k - 2] in _MEANT and low[k + 1 : k + 2] != ["at"]
        who = opened if opened and self.subject(k, close=True) is None else None
        return self.journey(k, goal, who or None) if goal is not None or here or come or due else []

    def hoped(self, k: int) -> bool:
        """``might visit Oslo``, ``may fly to Geneva``: a journey of one by name that may come."""
        if not _MAY & set(self.sentence.low[max(0, k - 3) : k]) or self.negated(k):
            return False
        who = self.subject(k)
        goal = self.goal(k, direct=self.sentence.low[k] == "visit", far=4)
        return who is not None and who.person is not None and goal is not None

    def journey(self, k: int, goal: Mention | None, who: Speaker | None = None) -> list[Contact]:
        """The visit that the verb at ``k`` tells of."""
        low = self.sentence.low
        subject = who or self.traveller(k)
        if subject is None:
            return []
        one = self.build("visit", k, self.end(k), subject, [])
        if low[k - 1] == "to" and one.date is not None and low[one.date.i - 1] == "since":
            return []  # "the first envoy to come to X since 2000"
        if goal is not None:
            one.venue, one.j = goal.name, max(one.j, goal.j)
        else:
            one.venue = None
        again = self.again(one)
        if self.body(subject):
            one.places.append(subject.name)
        if not one.people and not one.places and self.party_of(subject):
            one.rule = "events.group"
        return [one, *again]

    def way(self, k: int) -> list[Contact]:
        """``crossed the border``, ``set foot in Norway``, ``was flown to Geneva``, ``is on his way to Oslo``."""
        low = self.sentence.low
        word, after = low[k], low[k + 1] if k + 1 < len(low) else "."
        if self.negated(k) or (word in _CARRIED and low[k - 1] not in _BE):
            return []
        at, who = k, None
        if word in _PAIRED:
            if f"{word}_{after}" not in ACTS["ways"]:
                return []
            at = k + 1
            if not _ONWARD & set(low[self.onto(at) + 1 : self.onto(at) + 2]):
                return []  # "took off her coat in Oslo"
        elif word == "way":
            if low[k - 2 : k - 1] != ["on"] or after != "to":
                return []
            who = speakers.main(self.sentence, k - 1, self.found, self.stage)
            if who is None or (who.person is None and not self.party_of(who)):
                return []
        elif not word.startswith("cross") and not _OVER & set(low[self.onto(k) + 1 : self.onto(k) + 2]):
            return []  # "walks out of his hotel"
        goal = self.goal(at, direct=word.startswith("cross"))
        if goal is None and not (self.spot(at) and (word not in _PAIRED)):
            return []
        if who is None and low[k - 1] == "to" and "first" in low[max(0, k - 8) : k]:
            who = self.opener(k)  # "became the first king to set foot in"
        who = who or self.traveller(k, close=True)
        told = self.journey(k, goal, who) if who is not None else []
        # At a summit every step over the line is told again: it is a journey of its own with its day only.
        off = goal is not None and (word in _CARRIED or word == "way" or after in ("off", "out"))
        return told if told and (told[0].date is not None or off) else []

    def nameless(self, i: int) -> bool:
        """Whether a place that no list knows may stand at ``i``: a capital that is no person, with a day after it."""
        words = self.sentence.words
        if i >= len(words) or not words[i][0].isupper() or self.sentence.capitals or not self.day_after(i):
            return False
        return not any(m.i <= i < m.j for m in self.found)

    def reopens(self, k: int) -> bool:
        """Whether a new clause begins at ``k``, with who acts in it."""
        opens = self.sentence.low[k : k + 1]
        return bool(_WHO.intersection(opens)) or any(m.i == k for m in self.found)

    def again(self, one: Contact) -> list[Contact]:
        """``in Beijing in March and in Dalian in May``, ``in 2000 and again in 2012``: told once, happened twice."""
        low = self.sentence.low
        more: list[Contact] = []
        last = one.date
        if last is not None and low[last.i - 1] == "between":
            return []  # "six times between May 3 and May 9"
        for date in self.dates:
            if last is None or date.i <= last.j or not 0 < date.i - last.j <= 6 or low[last.j] not in ("and", ","):
                continue
            places = [m for m in self.found if m.kind == "place" and last.j <= m.i and m.j <= date.i]
            held = {k for m in places for k in range(m.i, m.j)}
            if any(low[k] not in _LINKS for k in range(last.j, date.i) if k not in held):
                continue
            if "again" not in low[last.j : date.i] and self.reopens(date.j):
                continue  # "met Berg on Friday, and on Sunday she left"
            venue = places[0].name if places else one.venue
            people, sides = list(one.people), list(one.places)
            more.append(
                Contact(
                    one.kind,
                    self.number,
                    last.j + 1,
                    date.j,
                    one.subject,
                    people,
                    sides,
                    venue,
                    date,
                    status=one.status,
                )
            )
            last = date
        return more

    def stay(self, k: int) -> list[Contact]:
        """``Lavrov was in Pyongyang on Thursday``, ``is in Geneva this week``, ``is due in Geneva on Monday``."""
        low = self.sentence.low
        at = k + 1 if low[k + 1 : k + 2] == ["in"] else None
        if low[k + 1 : k + 3] in (
            ["due", "in"],
            ["expected", "in"],
            ["also", "in"],
            ["currently", "in"],
            ["already", "in"],
        ):
            at = k + 2
        if at is None:
            return []
        goal = next((m for m in self.found if m.kind == "place" and m.i == at + 1), None)
        subject = self.subject(k)
        if goal is None or goal.type not in ("city", "country", "place") or subject is None:
            return []
        if subject.person is None and not self.party_of(subject):
            return []
        date = next((one for one in self.dates if goal.j <= one.i <= goal.j + 2), None)
        talks = bool({"for", "holding", "to"} & set(low[goal.j : goal.j + 3])) and self.near(goal.j, MET | SUMMITS, 5)
        also = low[k + 1] in ("also", "currently", "already", "now") or self.party_of(subject)
        if date is None and (talks or also):
            one = self.build("visit", k, goal.j, subject, [])
            one.venue, one.date, one.fresh = goal.name, None, low[k] == "is"
            one.rule = one.rule if one.people else "events.group"
            return [one]
        if date is None:
            return []
        one = self.build("visit", k, date.j, subject, [])
        one.venue, one.date, one.j = goal.name, date, date.j
        return [one]

    def seen(self, k: int) -> list[Contact]:
        """``was spotted at the airport``, ``passed through Beijing``, ``heading for Hanoi``: on the way, on a day."""
        low = self.sentence.low
        link = low[k + 1] if k + 1 < len(low) else "."
        if link not in bag("at in through for to over"):
            return []
        subject = self.subject(k)
        goal = next((m for m in self.found if m.kind == "place" and k < m.i <= k + 6), None)
        if goal is None or subject is None or subject.person is None:
            return []
        end = self.end(k)
        one = self.build("visit", k, end, subject, [])
        if one.date is None and low[k] not in ("route", "stopped"):
            return []
        one.venue = goal.name
        return [one]
