"""Contacts told by a noun in a few set forms: ``her first meeting was with X``, ``talks between Norway and Sweden``."""

from __future__ import annotations

from dataclasses import replace

from paripassu.read.bag import bag
from paripassu.read.contact import Contact, owner_names
from paripassu.read.dates import Date
from paripassu.read.mention import Mention
from paripassu.read.stage import Speaker
from paripassu.read.stays import Stays
from paripassu.read.vocabulary import GROUPS, MEALS

__all__ = ["Forms"]

_JOINING = bag("with between among")
_WAS = bag("was is were are")
_SET = bag("scheduled set planned slated for on due")
_NOT_ANY = bag("no any possible potential without more further such")
_TITLE = 9  # words a title may have


class Forms(Stays):
    """The rules, one a method."""

    def formed(self, k: int, kind: str) -> list[Contact]:
        """The first of the forms that the noun at ``k`` stands in."""
        got: list[Contact] = []
        if not _JOINING.isdisjoint(self.sentence.low[k + 1 : k + 9]):
            got = self.was_with(k, kind) or self.row(k, kind) or self.between(k, kind)
        return got or self.of_days(k, kind) or self.of_the_day(k, kind)

    def was_with(self, k: int, kind: str) -> list[Contact]:
        """``Lee's first meeting was with Berg``."""
        low = self.sentence.low
        at = next((m for m in range(k + 2, min(k + 5, len(low))) if low[m] == "with"), None)
        if at is None or low[k + 1] not in _WAS:
            return []
        other = next((m for m in self.after(at) if m.kind == "person" and m.i <= at + _TITLE), None)
        owner = owner_names(self.owner(k, max(0, k - 3)))
        if other is None or not owner:
            return []
        people = [*owner, *(name for name in [self.name(other)] if name not in owner)]
        date = next((one for one in self.dates if at < one.i <= other.j + 3), None)
        return [self.noted(kind, max(0, k - 2), max(other.j, date.j if date else 0), people, date)]

    def row(self, k: int, kind: str, doer: Speaker | None = None) -> list[Contact]:
        """``meetings with Lee in Oslo and Berg in Bonn``: one each."""
        low = self.sentence.low
        if low[k] not in ("meetings", "calls", "conversations", "dinners", "talks"):
            return []
        at = next((m for m in range(k + 1, min(k + 7, len(low))) if low[m] == "with"), None)
        if at is None or any(low[m] not in _SET and not self.dated(m) for m in range(k + 1, at)):
            return []
        if at == k + 1 and low[k] == "talks":
            return []
        end = self.end(k)
        last = at
        guests: list[Mention] = []
        for mention in self.found:
            if mention.kind == "person" and last < mention.i < min(end, last + _TITLE + 4):
                guests.append(mention)
                last = mention.j
        owner = owner_names(self.owner(k, max(0, k - 3)))
        subject = None if owner else doer or (self.subject(k - 1) if k else None)
        mine = owner or self.self_(subject)
        guests = [one for one in guests if self.name(one) not in mine]
        if len(guests) < (2 if at == k + 1 else 1):
            return []
        date = next((one for one in self.dates if k < one.i < at), None)
        date = date or next((one for one in self.dates if last <= one.i <= last + 3 or one.j <= 2 or one.j == k), None)
        got, first = [], k
        for guest in guests:
            got.append(self.noted(kind, first, guest.j, [*mine, self.name(guest)], date, rule="events.verb"))
            first = guest.j
        return got

    def between(self, k: int, kind: str) -> list[Contact]:
        """``talks over the weekend between Norwegian and Swedish officials``, ``between X and a delegation``."""
        low = self.sentence.low
        at = next((m for m in range(k + 1, min(k + 9, len(low))) if low[m] in ("between", "among", "with")), None)
        if at is None or kind == "call" or (low[k] == "talk") or _NOT_ANY & set(low[max(0, k - 3) : k]):
            return []
        if {",", ".", ";", "and", "that", "which", "to"} & set(low[k + 1 : at]):
            return []
        limit = min(at + 16, self.end(at))
        named = [m for m in self.found if at < m.i < limit]
        people = [m for m in named if m.kind == "person"]
        group = next((m for m in range(at + 1, min(limit, at + 9)) if low[m] in GROUPS), None)
        sides = [m for m in named if m.kind in ("place", "organisation", "people")]
        if len(people) > 1 or (people and people[0].i < (group or 99) and low[at] == "with"):
            return []  # told by the names
        inside = next((one for one in self.dates if k < one.i <= at or one.j == k), None)
        last = max([m.j for m in (*sides[:2], *people)] + [group + 1 if group is not None else 0])
        date = inside or next((one for one in self.dates if last <= one.i <= last + 3), None)
        pair = low[at] != "with" and "and" in low[at:limit] and bool(sides or people)
        met = bool(people) and group is not None and low[at] != "with"
        if not met and not (date is not None and (pair or group is not None)):
            return []
        if date is None and not met:
            return []
        names = [self.name(m) for m in people[:1]]
        start = k - 1 if k and low[k - 1] in ("the", "a") else k
        one = self.noted(kind, start, max(last, date.j if date is not None else 0), names, date)
        one.places = [m.name for m in sides[:2] if m.kind == "place"]
        return [one]

    def of_days(self, k: int, kind: str) -> list[Contact]:
        """``the summits of 1992, 2000 and 2007``: one each."""
        low = self.sentence.low
        if not low[k].endswith("s") or low[k + 1 : k + 2] not in (["of"], ["in"], ["on"]) or kind == "visit":
            return []
        days = [one for one in self.dates if one.i >= k + 2]
        count = next(
            (n for n, one in enumerate(days) if not self.rowed(days[n - 1].j if n else k + 2, one.i)), len(days)
        )
        if count < 2:
            return []
        starts = [k, *(one.i for one in days[1:count])]
        return [
            self.noted(kind, i, day.j, [], day, rule="events.series")
            for i, day in zip(starts, days[:count], strict=True)
        ]

    def rowed(self, i: int, j: int) -> bool:
        """Whether nothing but commas and "and" stands between two days of a row."""
        return set(self.sentence.low[i:j]) <= {",", "and"}

    def one_each(self, one: Contact, noun: int) -> list[Contact]:
        """``held two summits, one in Oslo in June and the other in Bonn last week``: one each."""
        low = self.sentence.low
        first = next((m for m in range(noun + 1, min(noun + 4, len(low))) if low[m] == "one"), None)
        if first is None or not low[noun].endswith("s"):
            return []
        other = next((m for m in range(first + 3, min(first + 14, len(low))) if low[m] in ("other", "another")), None)
        if other is None:
            return []
        got = []
        for i, start, stop in ((one.i, first, other), (other, other, min(other + 12, len(low)))):
            day = next((d for d in self.dates if start < d.i < stop), None)
            venue = next((m for m in self.found if m.kind == "place" and start < m.i <= start + 3), None)
            if day is None:
                return []
            name = venue.name if venue is not None else None
            got.append(replace(one, i=i, j=day.j, date=day, venue=name, rule="events.series"))
        return got

    def of_the_day(self, k: int, kind: str) -> list[Contact]:
        """``Sunday's casual lunch``, ``Monday's working dinner at the palace``."""
        low = self.sentence.low
        day = next((one for one in self.dates if 2 <= k - one.j <= 3 and low[one.j] in ("'s", "’s")), None)
        if day is None or low[k] not in MEALS:
            return []
        return [self.noted(kind, day.i, k + 1, [], day, definite=True)]

    def noted(
        self, kind: str, i: int, j: int, people: list[str], date: Date | None, *, definite: bool = False,
        rule: str = "events.noun",
    ) -> Contact:  # fmt: skip
        """One contact told by a noun."""
        return Contact(
            kind, self.number, i, j, None, people, date=date, status=self.status(i, date), definite=definite, rule=rule
        )
