"""Contacts told by a call: who rang whom, who spoke with whom, by what line."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from paripassu.read.bag import bag
from paripassu.read.contact import Contact
from paripassu.read.letters import Letters
from paripassu.read.mention import Mention
from paripassu.read.stage import Speaker
from paripassu.read.vocabulary import ENVOYS, GROUPS, PHONE
from paripassu.read.when import WHERE

__all__ = ["Calls"]

_AT_ONCE = bag("jointly together trilateral")
_HOURS = bag("morning afternoon evening noon breakfast lunch dinner then")
_SPEECH = bag("address speech remarks interview conference briefing")
_NO_TITLE = bag("the a an for on off it them him her that this an attention”")
_AS = bag("a an the not “ \" 's ’s")
_BE = bag("was were been be is")
_LASTED = bag(
    "for about some more than nearly over an a hour hours minutes briefly separately again at length twice several "
    "times repeatedly once"
)
_TOGETHER = bag("conference three-way trilateral joint jointly both together")
_TIMES = bag("twice times repeatedly thrice")
_SIDES = GROUPS | ENVOYS | bag("sides both")
_TRY = bag("tried trying tries attempted attempting attempt attempts efforts effort sought")
_LINE = PHONE | bag("hotline channel channels line calls email")
_WHOM = GROUPS | ENVOYS | bag("authorities counterpart side north south ministry office")
_USED = bag("used using exchanged picked answered tested rang restored")
_THE = bag("the a their over")
_GUESTS = bag("counterpart counterparts officials envoys negotiators ministers leaders")
_RINGS = bag("to and . ; from after before about late early again at during")
_GOT = bag("got gets took takes")
_CALL = bag("call calls")
_AHEAD = bag("will would to may might 'll ’ll")
_ENDS = bag(", . on and last")


class Calls(Letters):
    """The rules, one a method."""

    def called(self, k: int) -> list[Contact]:
        """``on Sunday called X and Y``: two calls; ``called X a liar``, ``called the move a gamble`` is none."""
        low = self.sentence.low
        direct = [m for m in self.after(k) if m.kind == "person"]
        if (
            (low[k] == "rang" or self.day_after(k))
            and _GUESTS & set(low[k + 1 : k + 4])
            and not (_NO_TITLE - {"her", "on"}) & set(low[k + 1 : k + 4])
        ):
            who = self.subject(k)  # "called their counterparts on Monday"
            told = [self.build("call", k, self.end(k), who, [])] if who is not None and not self.negated(k) else []
            for one in told:
                one.venue, one.rule = "phone", one.rule if one.people else "events.group"
            return told
        if low[k + 1 : k + 2] == ["up"]:
            one = self.build("call", k, self.end(k), self.subject(k), self.people(k, self.end(k)))
            bare = low[k + 2] in _ENDS or self.dated(k + 2)  # "they called up a couple of days ago"
            return [one] if len(one.people) > 1 or (one.date and (one.people or bare)) else []
        if not direct or self.negated(k) or (k and low[k - 1] in _BE):
            return []
        first = direct[0]
        between = set(low[k + 1 : first.i])
        if first.i > k + 7 or between & _NO_TITLE or not (first.i == k + 1 or first.role):
            return []
        if low[first.j : first.j + 1] and low[first.j] in _AS:
            return []
        subject = self.subject(k)
        end = min(self.end(k), direct[-1].j + 8)
        one = self.build("call", k, end, subject, [self.name(first)])
        after = low[first.j] if first.j < len(low) else "."
        if subject is None or not one.people or (low[k] != "rang" and one.date is None and after not in _RINGS):
            return []
        got = [one]
        if after == "and":
            for m in direct[1:2]:
                if m.i - first.j < 8:
                    people = [*self.self_(subject), self.name(m)]
                    got.append(Contact("call", self.number, first.j + 1, m.j, subject, people, [], "phone", one.date))
                    one.j = min(one.j, first.j)
        one.venue = "phone"
        return got

    def to_call(self, k: int) -> list[Contact]:
        """``will call X``, ``is expected to telephone X soon``, ``got a call from X``."""
        low = self.sentence.low
        if low[k] in _GOT:
            noun = self.near(k, _CALL, 5)
            people = self.people(noun, self.end(noun)) if noun and low[noun + 1 : noun + 2] == ["from"] else []
            return [self.build("call", k, self.end(k), self.subject(k), people)] if people else []
        guest = next((m for m in self.after(k) if m.kind == "person"), None)
        if guest is None or self.negated(k) or low[k - 1] not in _AHEAD or low[guest.j : guest.j + 1] == ["to"]:
            return []
        first = guest.i - len((guest.role or "").split())
        after = low[guest.j] if guest.j < len(low) else "."
        subject = self.subject(k)
        if first > k + 1 + (low[k + 1] == "the") or after in _AS or subject is None:
            return []
        one = self.build("call", k, min(self.end(k), guest.j + 8), subject, [self.name(guest)])
        one.venue = "phone"
        return [one] if len(one.people) > 1 else []

    def each(self, got: list[Contact]) -> list[Contact]:
        """``telephoned X, Y and Z``: one call each, unless they were on the line together."""
        low = self.sentence.low
        one = got[0] if len(got) == 1 else None
        subject = one.subject if one is not None else None
        if one is None or subject is None or subject.person is None or len(one.people) < 3:
            return got
        if _TOGETHER & set(low[one.i : one.j]):
            return got
        named = [m for m in self.found if m.kind == "person" and one.i < m.i < one.j]
        guests = [m for m in named if self.name(m) in one.people[1:]]
        again = any(low[m] == "and" and low[m + 1] in ("with", "to") for m in range(one.i, one.j - 1))
        if not again and any(low[m.i - len((m.role or "").split()) - 1] not in (",", "and") for m in guests[1:]):
            return got  # "spoke with X more than with any but Y"
        many, first = [], one.i
        for guest in guests:
            people = [one.people[0], self.name(guest)]
            own = (day for day in self.dates if guest.j <= day.i <= guest.j + 3) if again else ()
            date = next(iter(own), one.date)  # "spoke with X on Monday and with her counterpart, Y, a day later"
            last = date.j if date is not None and guest.j < date.j <= guest.j + 6 else guest.j
            many.append(replace(one, i=first, j=last, people=people, date=date))
            first = last
        return many or got

    def apart(self, one: Contact, people: list[str]) -> list[Contact]:
        """``met Norwegian President X and Swedish Prime Minister Y``, ``met X in Oslo and Y in Bonn``: two meetings."""
        low = self.sentence.low
        held = [m for m in self.found if m.kind == "person" and self.name(m) in people and one.i < m.i < one.j]
        if one.kind not in ("meeting", "talks", "call") or len(held) < 2 or len(held) != len(people):
            return [one]
        if "both" in low[one.i : held[0].i] or _AT_ONCE & set(low[one.i : one.j]):
            return [one]
        cuts = [n for n in range(1, len(held)) if self.parts(held[n - 1], held[n])]
        if not cuts:
            return [one]
        mine = [name for name in one.people if name not in people]
        bounds = [0, *cuts, len(held)]
        got = []
        for first, last in pairwise(bounds):
            i = one.i if first == 0 else self.joint(held[first - 1].j, held[first].i) + 1
            j = self.joint(held[last - 1].j, held[last].i) if last < len(held) else one.j
            date = next((day for day in self.dates if held[first].i < day.i < max(j, held[last - 1].j + 6)), None)
            date = date if date is not None and (last == len(held) or date.i < j) else one.date
            names = [*mine, *(self.name(m) for m in held[first:last])]
            got.append(replace(one, i=i, j=j, people=names, date=date))
        return got

    def joint(self, i: int, j: int) -> int:
        """Where the word stands that joins two of a row."""
        return next((m for m in range(j - 1, i, -1) if self.sentence.low[m] in ("and", "then")), i)

    def parts(self, first: Mention, second: Mention) -> bool:
        """Whether two of a row were met each on their own: each has a place, an hour or a country of his own."""
        low = self.sentence.low
        between = low[first.j : second.i]
        if not {"and", ",", "then", "as"} & set(between):
            return False
        placed = any(m.kind == "place" and first.j < m.i < second.i and low[m.i - 1] in WHERE for m in self.found)
        if placed and "and" in between and low[first.j] in WHERE:
            return True
        if any(first.j <= day.i < second.i for day in self.dates) or _HOURS & set(between):
            return True
        lands = [frozenset(word for word in (m.role or "").split() if word[0].isupper()) for m in (first, second)]
        return bool(lands[0] and lands[1]) and not (lands[0] <= lands[1] or lands[1] <= lands[0])

    def spoke(self, k: int) -> list[Contact]:
        """``The two leaders last spoke on Jan. 4``, ``spoke with Keller on Tuesday``: no place, so by telephone."""
        low = self.sentence.low
        if self.negated(k) or self.near(k, _SPEECH, 9):
            return []
        subject = self.subject(k)
        end = self.end(k)
        to = next((m for m in range(k + 1, min(k + 9, len(low))) if low[m] in ("to", "with", "by")), None)
        lasted = to is not None and all(self.lasted(m) for m in range(k + 1, to))
        people = self.people(k, end) if lasted else []
        if subject is None:
            return []
        one = self.build("call", k, end, subject, people)
        if one.venue is not None:
            return []
        often = bool(_TIMES & set(low[k + 1 : k + 4]))
        if len(one.people) > 1 and (often or one.date is not None):
            apart = self.apart(one, people)  # "spoke with X on Monday and with Y a day later"
            return apart if len(apart) > 1 else self.each([one])
        if one.date is None or not (one.definite or (self.both(subject) and self.plain(k, one))):
            return []
        if not one.definite and not one.people:
            one.rule = "events.group"
        return [one]

    def lasted(self, m: int) -> bool:
        """Whether the word at ``m`` tells how long or when: ``spoke briefly Tuesday with``."""
        word = self.sentence.low[m]
        return word in _LASTED or word.isdigit() or self.dated(m) or (word == "on" and self.dated(m + 1))

    def both(self, subject: Speaker) -> bool:
        """Whether several of the talks speak: ``officials from both countries``, ``the two envoys``."""
        return bool(_SIDES & set(subject.name.lower().split()))

    def plain(self, k: int, one: Contact) -> bool:
        """``spoke several times Wednesday``: only how often and when; not ``spoke of progress on Monday``."""
        date = one.date
        return date is not None and date.i > k and all(self.lasted(m) for m in range(k + 1, date.i))

    def contacted(self, k: int) -> list[Contact]:
        """``contacted Oslo over a hotline``, ``tried to reach their counterparts``, ``attempts to reach X``."""
        low = self.sentence.low
        tried = bool(_TRY & set(low[max(0, k - 4) : k])) and low[k - 1] == "to"
        line = self.near(k, _LINE, 12) is not None
        if "comment" in low[k : k + 8] or (self.negated(k) and not tried) or not (tried or line):
            return []
        if low[k].startswith("reach") and not tried and low[k + 1 : k + 2] != ["out"]:
            return []
        whom = [m for m in self.found if k < m.i <= k + 6]
        group = self.near(k, _WHOM, 6)
        subject = self.subject(k - 2 if tried and k > 2 else k)
        if subject is None or (not whom and group is None and low[k + 1 : k + 2] != ["them"]):
            return []
        one = self.build("call", k, self.end(k), subject, [])
        if whom:
            one.people += [name for name in self.people(k, min(self.end(k), k + 8)) if name not in one.people]
        one.venue, one.rule = "phone", one.rule if one.people else "events.group"
        return [one]

    def hotline(self, k: int) -> list[Contact]:
        """``used the hotline on Saturday``, ``exchanged calls over the hotline``."""
        low = self.sentence.low
        verb = next((m for m in range(k - 1, max(-1, k - 8), -1) if low[m] in _USED), None)
        if verb is None or self.negated(verb) or not _THE & set(low[verb + 1 : k]):
            return []
        subject = self.subject(verb) or self.doer(verb)
        if subject is None and _SIDES.isdisjoint(low[:verb]) and "koreas" not in low[:verb]:
            return []
        one = self.build("call", verb, self.end(verb), subject, [])
        if one.date is None or not self.dated(one.date.i):
            return []
        one.rule = one.rule if one.people else "events.group"
        return [one]
