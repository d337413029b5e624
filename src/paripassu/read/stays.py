"""Contacts told by being there: who spent two days where, was there with whom, came back from there."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.contact import Contact
from paripassu.read.mention import Mention
from paripassu.read.relative import NUMBERS
from paripassu.read.trips import Trips
from paripassu.read.vocabulary import ENVOYS

__all__ = ["Stays"]

_LASTED = bag(
    "day days night nights hour hours weekend afternoon morning evening week overnight a an the some several few "
    "couple of more than nearly almost about most three-day two-day whole entire last past at least"
)
_STOPS = bag("stop stay layover")
_HIS = bag("a his her its their brief short the first last second final overnight")
_BACK = bag("came come comes coming flew flying fly got")
_HOME = bag("back home")
_JETS = bag("flight plane aircraft train jet ship")


class Stays(Trips):
    """The rules, one a method."""

    def stayed(self, k: int) -> list[Contact]:
        """``spent two days in Oslo``, ``stayed overnight in Geneva``, ``was with her in Oslo on May 9``."""
        low = self.sentence.low
        at = next((m for m in range(k + 1, min(k + 9, len(low) - 1)) if low[m] == "in" and self.place(m + 1)), None)
        if at is None or self.negated(k):
            return []
        between = low[k + 1 : at]
        if low[k].startswith("sp"):
            if (
                not all(
                    word in _LASTED or word.isdigit() or word in NUMBERS or self.dated(k + 1 + n)
                    for n, word in enumerate(between)
                )
                or not between
            ):
                return []  # fmt: skip
        elif any(not self.dated(m) and low[m] not in _LASTED for m in range(k + 1, at)):
            return []
        return self.there_in(k, self.place(at + 1))

    def there_in(self, k: int, goal: Mention | None) -> list[Contact]:
        """The visit of one whom the verb at ``k`` has in a place."""
        who = self.traveller(k, close=True)
        if who is None or goal is None or (who.person is None and not self.party_of(who)):
            return []
        one = self.build("visit", k, self.end(k), who, [])
        one.venue, one.j = goal.name, max(one.j, goal.j)
        one.rule = one.rule if one.people else "events.group"
        return [one]

    def place(self, i: int) -> Mention | None:
        """The place named at ``i``, maybe after "the"."""
        i += self.sentence.low[i : i + 1] == ["the"]
        one = next((m for m in self.found if m.kind == "place" and m.i == i), None)
        return one if one is not None and one.type in ("city", "country", "place") else None

    def beside(self, k: int) -> list[Contact]:
        """``was with him in Oslo on May 9``, ``has been to Oslo twice``, ``is back from Geneva``."""
        low = self.sentence.low
        after = low[k + 1] if k + 1 < len(low) else "."
        if self.negated(k):
            return []
        if after == "with":
            at = next((m for m in range(k + 2, min(k + 7, len(low) - 1)) if low[m] == "in"), None)
            got = self.there_in(k, self.place(at + 1)) if at is not None else []
            if got and low[k + 2] in ("him", "her") and (other := self.other(k + 1)) is not None:
                got[0].people += [other] if other not in got[0].people else []
            return got
        if low[k] == "been" and after == "to":
            return self.there_in(k, self.place(k + 2))
        if after in _HOME and low[k + 2 : k + 3] == ["from"]:
            return self.there_in(k, self.place(k + 3))
        return []

    def back(self, k: int) -> list[Contact]:
        """``returned overnight from Oslo``, ``came back from Geneva with a letter``."""
        low = self.sentence.low
        at = self.onto(k) + 1
        if not low[k].startswith("return"):
            if low[k] not in _BACK or not _HOME & set(low[k + 1 : at + 1]):
                return []
            at += low[at : at + 1] == ["home"]
        if low[at : at + 1] == ["to"]:  # "returned to Oslo from Geneva"
            home = next((m for m in self.found if m.i == at + 1), None)
            at = home.j if home is not None else at
        return self.there_in(k, self.place(at + 1)) if low[at : at + 1] == ["from"] and not self.negated(k) else []

    def during(self, k: int) -> list[Contact]:
        """``While in Oslo on Monday, X``, ``during a stop in Geneva``: where X was."""
        low = self.sentence.low
        goal = self.place(k + 2) if low[k + 1 : k + 2] == ["in"] else None
        if low[k] in _STOPS:
            if low[k - 1] not in _HIS and not (k > 1 and low[k - 2] in _HIS):
                return []
        elif k and low[k - 1] != ",":
            return []
        date = next((one for one in self.dates if goal is not None and goal.j <= one.i <= goal.j + 1), None)
        if goal is None:
            return []
        owned = self.owner(k, max(0, k - 3)) if low[k] in _STOPS else None
        who = (self.doer(k) if k < 5 else None) or self.opener(k)
        people = owned or ([who.person.name] if who is not None and who.person is not None else [])
        if not people:
            return []
        last = max(goal.j, date.j if date is not None else 0)
        return [Contact("visit", self.number, k, last, None, people, [], goal.name, date, rule="events.noun")]

    def boarded(self, k: int) -> list[Contact]:
        """``is to board a flight on Wednesday``: on the way, wherever to."""
        low = self.sentence.low
        subject = self.subject(k)
        if not self.near(k, _JETS, 6) or subject is None:
            return []
        one = self.build("visit", k, self.end(k), subject, [])
        goal = next((m for m in self.found if m.kind == "place" and k < m.i <= k + 8), None)
        one.venue = goal.name if goal is not None and low[goal.i - 1] in ("for", "to") else None
        return [one] if (one.date is not None or one.venue is not None) and one.people else []

    def fresh(self, k: int) -> list[Contact]:
        """``Swedish officials back from Oslo said``: those who have been there."""
        low = self.sentence.low
        goal = self.place(k + 2) if low[k + 1 : k + 2] == ["from"] else None
        one = next((m for m in self.found if m.kind == "person" and m.j in (k, k - 1)), None)
        if goal is None or not (one is not None or low[k - 1] in ENVOYS):
            return []
        people = [self.name(one)] if one is not None else []
        rule = "events.noun" if people else "events.group"
        return [Contact("visit", self.number, k - 1, goal.j, None, people, [], goal.name, rule=rule)]

    def received(self, k: int) -> list[Contact]:
        """``Norway hosted a Swedish delegation``: a side has a side as its guest."""
        who = self.subject(k)
        guests = self.near(k, ENVOYS | {"delegations"}, 5)
        if who is None or guests is None or self.negated(k) or not (self.body(who) or self.party_of(who)):
            return []
        if not any(m.kind in ("place", "people") and k < m.i <= guests for m in self.found):
            return []
        one = self.build("visit", k, self.end(k), who, [])
        one.j, one.rule = max(one.j, guests + 1), "events.group"
        return [one]

    def posted_to(self, k: int) -> list[Contact]:
        """``the Norwegian envoy sent to Oslo``, ``an envoy dispatched to free them``: one who went."""
        low = self.sentence.low
        if low[k - 1] not in ENVOYS or low[k + 1 : k + 2] != ["to"]:
            return []
        goal = self.place(k + 2)
        land = any(k - 5 <= m.i < k and m.kind in ("people", "place") for m in self.found)
        if goal is None and not land:
            return []
        date = next((one for one in self.dates if k < one.i <= k + 7), None)
        last = max(k + 3, goal.j if goal is not None else 0)
        venue = goal.name if goal is not None else None
        return [Contact("visit", self.number, k - 1, last, None, [], [], venue, date, rule="events.group")]
