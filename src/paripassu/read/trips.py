"""Journeys told by a noun, and those of others: ``a trip to X``, ``sent an envoy to X``, ``led a team to X``."""

from __future__ import annotations

from paripassu.read import speakers
from paripassu.read.bag import bag
from paripassu.read.contact import Contact, owner_names
from paripassu.read.dates import Date
from paripassu.read.mention import Mention
from paripassu.read.tense import past_verb
from paripassu.read.travel import Travel
from paripassu.read.vocabulary import ENVOYS, GROUPS, LETTERS

__all__ = ["Trips"]

_OWN = bag("recent second third fourth first last latest ’s 's")
_PAYS = bag(
    "kicked cut short launched "
    "with on paid pay paying made make making arranging planning plans planned wrapped ended concluded began "
    "considering mulling weighing started during after complete completed completing"
)
_OCCASIONS = bag(
    "ceremony talks summit meeting funeral inauguration games conference negotiations celebrations parade olympics"
)
_COMING = bag("arrival departure stopover return")
_BE = bag("was were been being be")
_WHITHER = bag("to in at for from of through")
_BY = bag("by")
_CALLED_OFF = bag("cancelled canceled postponed scrapped")
_SENT = ENVOYS | GROUPS
_AFTER_NAME = bag(", . to for as on")
_ALONG = bag("and , including with by : ; between both his her its their the")
_AWAY = bag("prison jail hospital court trial")
_CLOSE = bag("sister brother daughter son wife deputy aide aides adviser advisers advisor advisors minister secretary")
_UPON = bag("before after upon on since with following ahead until")
_FAR = 24  # words: "sent X, the younger sister of the leader and a member of his party's bureau, to"


class Trips(Travel):
    """The rules, one a method."""

    def trip(self, k: int) -> list[Contact]:
        """``Keller's visit to the capital on Monday``, ``on a visit to X``, ``the visit by Lee on Monday``."""
        low = self.sentence.low
        after = low[k + 1] if k + 1 < len(low) else "."
        before = next((m for m in self.found if m.kind == "place" and m.j == k), None)
        come = low[k] in _COMING and (after in _WHITHER or after == "of")
        toured = low[k] in ("tour", "trip", "trips") and after == "of"
        toured = toured or (low[k] == "flight" and self.dated(k + 1))  # "the long flight Sunday in Oslo"
        if (nth := self.nth(k)) is not None:
            return [nth]
        if after not in ("to", "by", "through") and not (come or toured) and before is None:
            return []
        end = self.end(k)
        goal = before or self.whither(k, 4)
        gone = low[k + 1 : end]
        if {"was", "were", "been"} & set(gone) and _CALLED_OFF & set(gone):
            return []
        people = owner_names(self.owner(k, k))
        owned = bool(people)
        pays = bool(_PAYS & set(low[max(0, k - 6) : k])) or low[k - 2 : k] == ["from", "a"]
        sent = after in ("by", "of") and self.near(k, _SENT, 6) is not None
        if after in ("by", "of"):
            guest = next((m for m in self.after(k) if m.kind == "person" and m.i <= k + 9), None)
            if {"his", "her"} & set(low[k + 2 : k + 3]):
                guest = None
            people, owned = ([self.name(guest)], True) if guest is not None else (people, owned)
            goal = goal or self.whither(k, 9)
        elif not people and (by := self.near(k, _BY, 7)) is not None and goal is not None and by > goal.i:
            guest = next((m for m in self.after(by) if m.kind == "person" and m.i <= by + 6), None)
            people, owned = ([self.name(guest)], True) if guest is not None else (people, owned)
        elif not people and come and k and low[k - 1] in _UPON:
            people = self.bearer(k)  # "just before arrival in Oslo, Berg said"
            owned = bool(people)
        elif not people and pays and "their" not in low[max(0, k - 5) : k]:
            people = self.bearer(k)
        date = self.of_trip(k, end)
        told = sent and (goal is not None or after == "by") and date is not None
        told = told or (after == "by" and owned and not ({"off"} | _CALLED_OFF) & set(low[max(0, k - 6) : k]))
        group = low[k - 1] in ("'", "’", "'s", "’s") and low[k - 2] in _SENT and goal is not None
        told = told or group
        told = told or (before is not None and date is not None and (owned or self.sentence.role != "body"))
        known = pays or low[k - 1] in _OWN or owned
        if not told and not (people and (goal is not None or (date is not None and known)) and (date or known)):
            return []
        last = max(k + 1, goal.j if goal is not None else 0, date.j if date is not None else 0)
        venue = goal.name if goal is not None else None
        rule = "events.group" if group and not people else "events.noun"
        return [
            Contact(
                "visit", self.number, k, last, None, people, [], venue, date, status=self.status(k, date),
                rule=rule,
            )
        ]  # fmt: skip

    def nth(self, k: int) -> Contact | None:
        """``On his first trip, in May 2004, X``: one of several, known by its day; whose it is was told before."""
        low = self.sentence.low
        at = k + 1 + (low[k + 1 : k + 2] == [","])
        at += low[at : at + 1] in (["in"], ["on"])
        date = next((one for one in self.dates if one.i == at), None)
        if date is None or low[k - 1] not in _OWN or low[k - 2] not in ("his", "her"):
            return None
        name = self.stage_person()
        people = [name] if name else []
        return Contact("visit", self.number, k - 2, date.j, None, people, [], None, date, rule="events.noun")

    def whither(self, k: int, far: int) -> Mention | None:
        """The place of a journey told by the noun at ``k``."""
        low = self.sentence.low
        near = (m for m in self.found if m.kind == "place" and k < m.i <= k + far)
        return next((m for m in near if low[m.i - 1] in _WHITHER or low[m.i - 1] == "the"), None)

    def bearer(self, k: int) -> list[str]:
        """Who is ``on a visit``, ``made a trip``: the one named right before, or who the sentence is about."""
        named = next((m for m in reversed(self.found) if m.kind == "person" and m.j <= k), None)
        if self.sentence.low[k - 2 : k - 1] == ["on"] and named is not None:
            return [self.name(named)]  # "met with Keller, secretary of state, on a visit to"
        main = speakers.main(self.sentence, k, self.found, self.stage)
        if main is None:
            main = self.doer(k)  # "On a visit to Oslo, X said"
        return [main.person.name] if main is not None and main.person is not None else []

    def of_trip(self, k: int, end: int) -> Date | None:
        """The day of the journey told by the noun at ``k``."""
        low = self.sentence.low
        comma = next((m for m in range(k + 1, end) if low[m] == "," and not self.dated(m + 1)), end)
        near = min(end, k + 13, comma)
        done = next((m for m in range(k + 2, near) if past_verb(low[m]) and low[m] not in _LASTED), near)
        near = min(near, done)  # "a visit to save a deal signed in February"
        date = next((one for one in self.dates if k < one.i < near or k - 4 <= one.i < k), None)
        if date is None and comma < end and low[comma + 1 : comma + 2] == ["on"] and self.dated(comma + 2):
            return next(one for one in self.dates if one.i <= comma + 2 < one.j)
        return date

    def dispatched(self, k: int) -> list[Contact]:
        """``dispatched a team to Geneva``, ``sent her deputy, X, to the ceremony``, ``sent Minister X to lead``."""
        low = self.sentence.low
        if self.negated(k) or low[k + 1 : k + 2] == ["by"] or self.near(k, LETTERS, 5) is not None:
            return []
        limit = min(len(low), k + _FAR)
        goal, to = self.toward(k, limit)
        passive = low[k - 1 : k] != [] and low[k - 1] in _BE
        if passive:
            who = self.traveller(k, close=True)
            if to is None or who is None:
                return []
            return self.journey(k, goal, who)
        named = [m for m in self.after(k) if m.kind == "person" and m.i < (to or limit)]
        if to is None:
            named = named[:1] if named and self.plainly(k, named[0]) else []
            if not named or self.subject(k) is None:
                return []
        elif not named and not (ENVOYS | _CLOSE) & set(low[k + 1 : to]):
            return []
        people = [self.name(m) for m in named if m is named[0] or self.listed_too(m)]
        end = self.end(to) if to is not None else named[-1].j + 4
        one = self.build("visit", k, end, None, people)
        one.people, one.i, one.rule = people, k, "events.sent"
        one.venue = goal.name if goal is not None else None
        one.j = max(one.j, goal.j if goal is not None else to + 3 if to is not None else named[-1].j)
        subject = self.subject(k)
        one.places = [subject.name] if goal is not None and subject is not None and self.body(subject) else []
        return [one]

    def toward(self, k: int, limit: int) -> tuple[Mention | None, int | None]:
        """The place to which, or the word before the occasion: ``to Geneva``, ``to the closing ceremony``."""
        low = self.sentence.low
        for m in range(k + 1, limit - 1):
            if low[m] in (";", "“", "said") or low[m : m + 2] == [",", "who"]:
                break
            if low[m] != "to":
                continue
            goal = next((one for one in self.found if one.kind == "place" and m < one.i <= m + 2), None)
            if goal is not None and (goal.i == m + 1 or low[m + 1] == "the"):
                return goal, m
            if _OCCASIONS & set(low[m + 1 : m + 7]) and low[m + 1] in ("the", "a", "an", "his", "her", "talks", "its"):
                return None, m
        return None, None

    def listed_too(self, one: Mention) -> bool:
        """Whether one more goes along: ``X and Y``, ``including Y``; not ``X, the sister of leader Y``."""
        first = one.i - len((one.role or "").split())
        return self.sentence.low[first - 1] in _ALONG

    def plainly(self, k: int, one: Mention) -> bool:
        """Whether the name is what the verb is done to: ``sent former general X,``, not ``sent X a note``."""
        low = self.sentence.low
        after = low[one.j] if one.j < len(low) else "."
        first = one.i - len((one.role or "").split())
        return first <= k + 3 and after in _AFTER_NAME and not _AWAY & set(low[one.j : one.j + 3])

    def led(self, k: int) -> list[Contact]:
        """``led a ten-member delegation to Geneva``, ``leading the team to the closing ceremony``."""
        low = self.sentence.low
        group = self.near(k, ENVOYS, 8)
        if group is None or "by" in low[k + 1 : k + 2] or low[group + 1 : group + 2] != ["to"]:
            return []
        goal, to = self.toward(group - 1, group + 4)
        who = self.opener(k) if low[k] == "leading" else self.subject(k)
        if to is None or who is None or who.person is None or self.negated(k):
            return []
        return self.journey(k, goal, who)


_LASTED = bag("planned scheduled ended took set")
