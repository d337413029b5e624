"""Contacts told by going somewhere: who travelled where, was there, passed through."""

from __future__ import annotations

from paripassu.read import speakers
from paripassu.read.bag import bag
from paripassu.read.contact import Contact, owner_names
from paripassu.read.going import Going
from paripassu.read.mention import Mention
from paripassu.read.tense import past_verb
from paripassu.read.vocabulary import ENVOYS, GROUPS, MET

__all__ = ["Travel"]

_LINKS = bag("and , again in on then")
_MEANT = bag("expected scheduled due is set are was plans planned planning agreed promised intends likely")
_OWN = bag("recent second third fourth first last latest ’s 's")
_PAYS = bag(
    "with on paid pay paying made make making arranging planning plans planned wrapped ended concluded began "
    "started during after"
)

_OCCASIONS = bag("ceremony talks summit meeting funeral inauguration games conference negotiations celebrations parade")
_COMING = bag("arrival departure stopover")
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
        goal = self.goal(k, direct=low[k].startswith(("visit", "tour", "enter")))
        if goal is None and low[k].startswith("return") and low[k + 1 : k + 2] == ["from"] and self.day_after(k):
            goal = next((m for m in self.found if m.kind == "place" and m.i == k + 2), None)
        if low[k - 1] == "to" and low[k - 2] not in _MEANT and not any(k < date.i < end for date in self.dates):
            return []
        if goal is None and low[k + 1 : k + 2] == ["the"] and low[k].startswith("visit"):
            goal = (
                self.stage.place
                if low[k + 2 : k + 3] and low[k + 2] in bag("city country capital village island town site")
                else None
            )
        spot = self.spot(k) and low[k + 1 : k + 2] != ["the"] and self.day_after(k)
        to = self.onto(k) + 1
        bare = low[to : to + 1] in (["to"], ["for"], ["into"]) and self.nameless(to + 1)
        here = (
            bare or spot or (low[k + 1 : k + 2] in (["here"], ["there"]) and any(k < one.i < end for one in self.dates))
        )
        host = next((m for m in self.after(k) if m.kind == "person" and m.i <= k + 6), None)
        if goal is None and not here and low[k].startswith("visit") and host is not None:
            between = low[k + 1 : host.i]
            if len(between) == len((host.role or "").split()) and low[host.j : host.j + 1] not in (["'s"], ["’s"]):
                people = [self.name(host)]
                subject = self.subject(k)
                return [self.build("meeting", k, end, subject, people)] if subject is not None else []
        return self.journey(k, goal) if goal is not None or here else []

    def journey(self, k: int, goal: Mention | None) -> list[Contact]:
        """The visit that the verb at ``k`` tells of."""
        low = self.sentence.low
        subject = self.traveller(k)
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
        if not one.people and not one.places and self.many(subject):
            one.rule = "events.group"
        return [one, *again]

    def nameless(self, i: int) -> bool:
        """Whether a place that no list knows may stand at ``i``: a capital that is no person, with a day after it."""
        words = self.sentence.words
        if i >= len(words) or not words[i][0].isupper() or self.sentence.capitals or not self.day_after(i):
            return False
        return not any(m.i <= i < m.j for m in self.found)

    def again(self, one: Contact) -> list[Contact]:
        """``in Beijing in March and in Dalian in May``, ``in 2000 and again in 2012``: told once, happened twice."""
        low = self.sentence.low
        more: list[Contact] = []
        last = one.date
        for date in self.dates:
            if last is None or date.i <= last.j or not 0 < date.i - last.j <= 6 or low[last.j] not in ("and", ","):
                continue
            places = [m for m in self.found if m.kind == "place" and last.j <= m.i and m.j <= date.i]
            held = {k for m in places for k in range(m.i, m.j)}
            if any(low[k] not in _LINKS for k in range(last.j, date.i) if k not in held):
                continue
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

    def trip(self, k: int) -> list[Contact]:
        """``Keller's visit to the capital on Monday``, ``on a visit to X``, ``is arranging a trip to X``."""
        low = self.sentence.low
        if low[k + 1 : k + 2] not in (["to"], ["by"]) and (
            low[k] not in _COMING or low[k + 1 : k + 2] not in (["in"], ["from"], ["for"], ["at"])
        ):
            return []
        end = self.end(k)
        goal = next(
            (
                m
                for m in self.found
                if m.kind == "place" and k < m.i <= k + 4 and low[m.i - 1] in ("to", "the", "in", "for", "at")
            ),
            None,
        )
        gone = low[k + 1 : end]
        if {"was", "were", "been"} & set(gone) and {"cancelled", "canceled", "postponed", "scrapped"} & set(gone):
            return []
        people = owner_names(self.owner(k, k))
        pays = bool(_PAYS & set(low[max(0, k - 6) : k]))
        sent = low[k + 1] == "by" and self.near(k, GROUPS, 6) is not None
        if low[k + 1] == "by":
            guest = next((m for m in self.after(k) if m.kind == "person" and m.i <= k + 9), None)
            people = [self.name(guest)] if guest is not None else people
        elif not people and pays:
            bearer = next((m for m in reversed(self.found) if m.kind == "person" and m.j <= k), None)
            main = speakers.main(self.sentence, k, self.found, self.stage)
            if low[k - 2 : k - 1] == ["on"] and bearer is not None:
                people = [self.name(bearer)]  # "met with Keller, secretary of state, on a visit to"
            elif main is not None and main.person is not None:
                people = [main.person.name]
        comma = next((m for m in range(k + 1, end) if low[m] == "," and not self.dated(m + 1)), end)
        near = min(end, k + 10, comma)
        done = next((m for m in range(k + 2, near) if past_verb(low[m])), near)
        near = min(near, done)  # "a visit to save a deal signed in February"
        date = next((one for one in self.dates if k < one.i < near or k - 4 <= one.i < k), None)
        if date is None and comma < end and low[comma + 1 : comma + 2] == ["on"] and self.dated(comma + 2):
            date = next(one for one in self.dates if one.i <= comma + 2 < one.j)
        known = pays or low[k - 1] in _OWN
        if sent and not people:
            goal = goal or next((m for m in self.found if m.kind == "place" and k < m.i <= k + 9), None)
        if sent and goal is not None and date is not None:
            known = True
        elif not people or (goal is None and (date is None or not pays)) or (date is None and not known):
            return []
        return [
            Contact(
                "visit",
                self.number,
                k,
                max(k + 1, goal.j if goal is not None else 0, date.j if date is not None else 0),
                None,
                people,
                [],
                goal.name if goal is not None else None,
                date,
                status=self.status(k, date),
                rule="events.noun",
            )
        ]

    def dispatched(self, k: int) -> list[Contact]:
        """``dispatched a team to Geneva``, ``sent its envoy, X, to Geneva``."""
        low = self.sentence.low
        goal = next((m for m in self.after(k) if m.kind == "place" and m.i <= k + 14 and low[m.i - 1] == "to"), None)
        if goal is None and not self.negated(k):
            return self.delegated(k)
        if goal is None or self.negated(k):
            return []
        people = [self.name(m) for m in self.after(k) if m.kind == "person" and m.i < goal.i]
        if not people and not ENVOYS & set(low[k + 1 : goal.i]):
            return []
        one = self.build("visit", k, self.end(k), None, people)
        one.venue, one.people, one.i, one.j = goal.name, people, k, max(one.j, goal.j)
        one.rule = "events.sent"
        subject = self.subject(k)
        one.places = [subject.name] if subject is not None and self.body(subject) else []
        return [one]

    def delegated(self, k: int) -> list[Contact]:
        """``sent her deputy, X, to the closing ceremony``, ``sent two envoys to the talks``: to an occasion."""
        low = self.sentence.low
        to = next((m for m in range(k + 2, min(k + 14, len(low))) if low[m] == "to"), None)
        if to is None or not _OCCASIONS & set(low[to + 1 : to + 7]):
            return []
        people = [self.name(m) for m in self.after(k) if m.kind == "person" and m.i < to]
        if not people and not ENVOYS & set(low[k + 1 : to]):
            return []
        one = self.build("visit", k, self.end(to), None, people)
        one.people, one.i, one.rule = people, k, "events.sent"
        one.j = max(one.j, to + 3)
        return [one]

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
        if goal is None or goal.type not in ("city", "country", "place") or subject is None or subject.person is None:
            return []
        date = next((one for one in self.dates if goal.j <= one.i <= goal.j + 2), None)
        talks = bool({"for", "holding"} & set(low[goal.j : goal.j + 3])) and self.near(goal.j, MET, 4)
        also = low[k + 1] in ("also", "currently", "already", "now")
        if date is None and (talks or also):
            one = self.build("visit", k, goal.j, subject, [])
            one.venue, one.date, one.fresh = goal.name, None, low[k] == "is"
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
        if one.date is None:
            return []
        one.venue = goal.name
        return [one]
