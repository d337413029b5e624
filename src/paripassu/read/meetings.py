"""Contacts told by a noun: ``his meeting with X``, ``the June 12 summit in Singapore``, ``a trip to Y``."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.contact import Contact, owner_names
from paripassu.read.dates import Date
from paripassu.read.sides import OFF, Sides
from paripassu.read.tense import past_verb
from paripassu.read.vocabulary import CALLS, GROUPS, PHONE
from paripassu.read.when import WHERE

__all__ = ["Nouns"]


_COMING = bag("upcoming planned proposed possible anticipated much-anticipated forthcoming expected next future")
_MORE = bag("second third another new further")
_WISH = bag(
    "arrange hold prepare agreed plan plans planning organise organize seek seeking wants want towards toward for"
)
_PREPARES = bag("prepare prepares preparing preparation preparations ahead agenda arrangements groundwork schedule")
_OTHER = bag("last next previous first second third another earlier latest new more")
_SPAN = bag("half day days week weeks month months hours hour round rounds")
_GLUE = bag(
    "ahead during following amid since despite as while until than but in on at for to with and or the a an of by "
    "before after said from that"
)
_BEFORE = bag(
    "summit working-level high-level - first second third inter historic planned high-stakes round of peace phone next "
    "'s ’s"
)
_HELD_ON = bag(
    "scheduled planned set slated for on due expected held in at the meeting were was is are originally , between them "
    "which has have been up arranged fixed being considered discussed sought under consideration discussion likely "
    "possibly tentatively probably eyed"
)
_WEAK = bag("talk discussion session round dialogue")
_SET = bag("set scheduled slated due planned")


def _fixed(low: list[str], k: int, at: int) -> bool:
    """Whether ``set for``, ``due on`` stands right before the date at ``at``."""
    return low[at - 1] in ("for", "on", "to") and low[at - 2] in _SET and ";" not in low[k:at]


_BETWEEN = bag("with between among of")
_ADDRESSED = bag(
    "told assured asked urged warned pressed thanked reminded informed toasted implored congratulated briefed"
)
_DURING = bag("during at in after following")
_PARTS = bag(", that “ since ; but whether if would will had he she they it to")


_GOVERN = bag("for following after during since at in from before ahead of on to , and")


class Nouns(Sides):
    """The rules for nouns."""

    def noun(self, k: int) -> list[Contact]:
        """``his meeting with X``, ``the June 12 summit in Singapore``, ``talks between X and Y``."""
        kind = self.kind(k)
        if kind == "visit":
            return self.trip(k)
        if self.inside(k):
            return []
        got = self.formed(k, kind) or self.named(k, kind) or self.sided(k, kind)
        for one in got:
            if one.date is None and one.status == "held":
                one.date = self.along(k, one)
        return got

    def rung(self, k: int) -> bool:
        """``in a call with X``, ``during the call on Sunday``: no call for peace."""
        low = self.sentence.low
        after = low[k + 1] if k + 1 < len(low) else "."
        at = next((m for m in (k - 1, k - 2) if m > 0 and low[m] in ("a", "the", "their", "his", "her")), None)
        inside = at is not None and low[at - 1] in _DURING and low[k - 1] != "conference"  # with the press
        if low[k] == "call" and after == "with" and low[k - 1] in ("'s", "’s", "his", "her"):
            return True  # "Lee's call with X lasted an hour"
        return low[k] == "call" and inside and (after in ("with", "between", ",", "on") or self.dated(k + 1))

    def along(self, k: int, one: Contact) -> Date | None:
        """``on Wednesday announced a truce following a call with X``: the contact is of the day of what is told."""
        low = self.sentence.low
        at = next((m for m in range(k - 1, max(-1, k - 7), -1) if low[m] in _DURING), None)
        days = [one for one in self.dates if one.when.precision == "day"]
        if at is None or len(days) != 1 or len(self.dates) != 1 or days[0].j > at:
            return None
        between = low[days[0].j : at]
        if low[at] in ("after", "following") and (one.kind == "summit" or not one.people):
            return None  # a summit is spoken of for long after it
        return None if _PARTS & set(between) or low[days[0].j] in ("'s", "’s") else days[0]

    def named(self, k: int, kind: str) -> list[Contact]:
        """A noun with its day or with the names of those who met."""
        low = self.sentence.low
        end = self.end(k)
        after = low[k + 1] if k + 1 < len(low) else "."
        if kind == "call" and low[k] in CALLS and not (k and low[k - 1] in PHONE) and not self.rung(k):
            return []
        off = not OFF.isdisjoint(low[max(0, k - 7) : k]) and low[k - 2 : k - 1] != ["-"]
        if off and kind != "summit":
            return []
        if kind == "summit" and not bag("reinstate reinstated hold held").isdisjoint(low[max(0, k - 4) : k]):
            return []
        if after == "meeting" and kind == "summit":
            k += 1
            after = low[k + 1] if k + 1 < len(low) else "."
        # A date right before or after the noun.
        first = k
        while (
            first > 0
            and first > k - 9
            and (
                low[first - 1] in _BEFORE
                or self.sentence.words[first - 1][0].isupper()
                or self.dated(first - 1)
                or (first > 1 and self.dated(first - 2) and low[first - 1].isalpha() and low[first - 1] not in _GLUE)
            )
        ):
            first -= 1
        date = next((one for one in self.dates if first <= one.i and one.j <= k + 1), None)
        gone = low[k + 1 : end]
        if date is None and OFF & set(gone[:12]) and {"was", "were", "been", "being"} & set(gone[:11]):
            return []  # "the visit was cancelled on Monday"
        if off and date is None:
            return []
        if date is None:
            # "scheduled for June 12 in Singapore", "on Monday"
            for one in self.dates:
                gap = low[k + 1 : one.i]
                if k < one.i <= k + 7 and all(word in _HELD_ON or self.place_at(word) for word in gap):
                    date = one
                    break
        if date is None:
            # "the second summit between the leaders, set for Feb. 27-28"
            date = next((one for one in self.dates if k < one.i <= k + 14 and _fixed(low, k, one.i)), None)
        if date is None and after == "with":
            date = next((one for one in self.dates if k < one.i < min(end, k + 24)), None)
            if date is not None and self.severed(k, date.i):
                date = None
        if off and date is not None and date.i > k:
            return []  # "called off the summit on Thursday": the day is that of the act
        onward = self.onward(k, end)
        if date is None and not off:
            date = self.beyond(onward, end)
        people = (
            self.people(onward, min(end, k + 24))
            if low[onward + 1 : onward + 2] and low[onward + 1] in _BETWEEN | ({"to"} if kind == "call" else set())
            else []
        )
        after = low[onward + 1] if people else after
        if not people and date is not None and low[date.j : date.j + 1] in (["between"], ["with"]):
            people = self.people(date.j, min(end, date.j + 24))
        owner = self.owner(k, first)
        if owner is None and people and after == "with" and self.meant_for(k):
            owner = self.self_(self.gone_for(first)) or None  # "flew to Oslo for a meeting with Berg"
        if owner is None and first < 4 and low[0] in ("in", "at", "during", "after", "following") and not people:
            doer = self.doer(k)  # "In a call on Monday, X and Y discussed"
            owner = self.self_(doer) or None
        governed = next(
            (
                low[m]
                for m in range(k - 1, max(-1, k - 5), -1)
                if low[m] in ("following", "after", "during", "since", "at", "in", "from", "before")
            ),
            None,
        )
        real = (
            after in ("with", "between")
            and people
            and ((governed is not None and governed != "at") or (owner is not None and governed is not None))
        )
        if governed in ("at", "during", "in") and (told := self.told_at(k)):
            return told
        if date is None and governed in ("during", "at", "in"):
            # "said on Friday during his meeting with X"
            at = next(m for m in range(k - 1, -1, -1) if low[m] == governed)
            date = next((one for one in self.dates if one.j == at), None)
        if kind == "summit" or (kind == "meeting" and date is not None and date.i > k - 8 and not real):
            body = any(m.kind == "organisation" and m.j in (k, first + 1) for m in self.found)
            if not people and owner is None and governed in ("during", "at", "in", "after", "following"):
                owner = self.doers(k)
            names = [*owner_names(owner), *people]
            leaders = "leaders" in low[max(0, first - 3) : k + 6] or "their" in low[max(0, first - 1) : k]
            if date is None and (len(names) > 1 or (kind == "summit" and (names or self.planned(first, k)))):
                bare = self.undated(kind, k, first, names)
                bare.others = self.others(first, owner_names(owner)) if low[first - 1] in ("his", "her") else ()
                return [bare]
            if date is None or (body and not people):
                return []
            venue = next(
                (
                    m.name
                    for m in self.found
                    if m.kind == "place" and k < m.i <= max(k, date.j) + 3 and low[m.i - 1] in WHERE
                ),
                None,
            )
            start = first - 1 if first and low[first - 1] == "the" else first
            met = Contact(
                kind if kind == "summit" or low[k] != "meeting" or people else "meeting",
                self.number,
                start,
                max(k + 1, date.j),
                None,
                [*owner_names(owner), *people],
                [],
                venue,
                date,
                rule="events.noun",
            )
            if venue:
                spot = next(m for m in self.found if m.kind == "place" and m.name == venue and m.i > k)
                met.j = max(met.j, spot.j)
            met.status = self.status(k, date)
            met.leaders = leaders and not met.people
            self.used.add(date.start)
            return [met]
        fixed = date is not None and bool(
            {"scheduled", "slated", "due", "set", "planned", "expected"} & set(low[k + 1 : date.i])
        )
        away = onward != k or (k > 0 and low[k - 1] == "of")
        real = real or (after in ("with", "between") and bool(people) and away)
        if len({*owner_names(owner), *people}) > 1:
            real = True
        lasted = k > 1 and low[k - 1] == "of" and low[k - 2] in _SPAN and governed in ("after", "during", "following")
        if not real and not fixed and not lasted and date is None:
            return []
        weak = low[k] in _WEAK and not fixed and GROUPS.isdisjoint(low)
        if weak and not people and not owner and after not in ("with", "between"):
            return []  # "a discussion on Friday", "Monday's session"; but "a second session is expected on Thursday"
        if owner is None and away and people:
            # "Ri's trip capped two days of talks with Keller": it was Ri who talked.
            first_ = next((m for m in self.found if m.kind == "person" and m.j <= k), None)
            owner = [self.name(first_)] if first_ is not None else None
        his = owner is not None and bool({"his", "her"} & set(low[max(0, k - 3) : k]))
        ahead = governed == "before" and date is not None and date.j <= k  # "met X before the May 3 talks"
        if owner is None and governed in ("during", "in", "after", "following", "from", "before") and not ahead:
            main = self.teller(first) or self.opener(k) or self.doer(k)
            owner = self.self_(main) or None  # "X and Y emerged from two days of talks"
            his = True
        start = k
        while start > 0 and low[start - 1] in bag("his her their a the talks following after phone"):
            start -= 1
        met = Contact(
            kind,
            self.number,
            start,
            self.reach(k, people),
            None,
            [*owner_names(owner), *people],
            [],
            "phone" if kind == "call" else None,
            date,
            status=self.status(k, date),
            definite=not people and not owner and (kind == "call" or self.known(first, k)),
            rule="events.noun",
            others=self.others(k, owner_names(owner)) if his else (),
        )
        if date is not None and date.i > k and date.i - met.j < 6:
            met.j = max(met.j, date.j)
        return [met]

    def own_day(self, k: int, told: Contact) -> bool:
        """``agreed to meet before the June 12 summit``: inside another contact, a noun with a day of its own."""
        day = next((one for one in self.dates if one.j in (k - 1, k) and one.when.precision != "year"), None)
        return day is not None and day is not told.date and self.sentence.low[day.i - 1] in ("the", "a", "their")

    def severed(self, k: int, i: int) -> bool:
        """Whether a comma and a participle stand between: ``a meeting with X, cancelling talks on Wednesday``."""
        low = self.sentence.low
        return any(
            low[m] == "," and any(w.endswith("ing") and len(w) > 5 for w in low[m + 1 : min(i, m + 3)])
            for m in range(k, i)
        )

    def meant_for(self, k: int) -> bool:
        """Whether somebody goes ``for a meeting``: no other word of time or place stands nearer before the noun."""
        low = self.sentence.low
        return next((low[m] for m in range(k - 1, max(-1, k - 6), -1) if low[m] in _GOVERN), "") == "for"

    def doers(self, k: int) -> list[str] | None:
        """``X and Y agreed during a meeting``: two who did something there met there."""
        low = self.sentence.low
        verb = next((m for m in range(k - 1, max(0, k - 6), -1) if past_verb(low[m])), None)
        names = self.self_(self.subject(verb)) if verb is not None else []
        return names if len(names) == 2 else None

    def beyond(self, k: int, end: int) -> Date | None:
        """``a meeting between X and Y last month in Geneva``: the day right after those who met."""
        low = self.sentence.low
        if low[k + 1 : k + 2] not in (["between"], ["with"]):
            return None
        last = max((m.j for m in self.found if m.kind == "person" and k < m.i < min(end, k + 20)), default=None)
        if last is None or "," in low[k:last]:
            return None
        return next((one for one in self.dates if last <= one.i <= last + 3 and "," not in low[last : one.i]), None)

    def known(self, first: int, k: int) -> bool:
        """``the talks``, ``their meeting``: told of before; ``the last round of talks`` is another."""
        low = self.sentence.low
        if low[k + 1 : k + 3] == ["between", "them"]:
            return True
        near = low[max(0, min(first, k) - 3) : k]
        return bool({"the", "these", "those", "their", "both"} & set(near)) and not _OTHER & set(near)

    def told_at(self, k: int) -> list[Contact]:
        """``At a closed meeting, X told Y``: the two met."""
        low = self.sentence.low
        told = next((m for m in range(k + 2, min(len(low), k + 16)) if low[m] in _ADDRESSED), None)
        day = next((one for one in self.dates if k < one.i <= k + 2), None)
        at = day.j if day is not None else k + 1
        if told is None or (low[at] != "," and (day is None or not self.sentence.words[at][0].isupper())):
            return []
        first = next((m for m in self.found if m.kind == "person" and k < m.i < told), None)
        second = next((m for m in self.found if m.kind == "person" and told < m.i < told + 7), None)
        if first is None or second is None:
            return []
        names = [self.name(first), self.name(second)]
        return [Contact(self.kind(k), self.number, k - 1, second.j, None, names, date=day, rule="events.noun")]

    def others(self, k: int, owner: list[str]) -> tuple[str, ...]:
        """Who else "his" may mean: the others named before it in the sentence."""
        names = [self.name(m) for m in self.found if m.kind == "person" and m.j <= k]
        if names[-1:] == owner:
            return ()  # nobody else stands between him and "his"
        return tuple(name for name in names if name not in owner)

    def planned(self, first: int, k: int) -> bool:
        """``the upcoming summit``, ``a planned summit``: one to come, though no day is told."""
        low = self.sentence.low
        more = bool(_MORE & set(low[max(0, first - 2) : k])) and bool(_WISH & set(low[max(0, first - 9) : first]))
        before = low[max(0, first - 7) : first]
        if _PREPARES & set(before) and {"for", "of", "to"} & set(before[-3:]):
            return True  # "preparations for a summit", "ahead of the meeting"
        return more or bool(_COMING & set(low[max(0, first - 2) : k]))

    def undated(self, kind: str, k: int, first: int, names: list[str]) -> Contact:
        """A summit or a meeting of named people of which no day is told."""
        start = first - 1 if first and self.sentence.low[first - 1] in ("the", "a") else first
        status = "planned" if self.planned(first, k) else self.status(k, None)
        return Contact(
            kind, self.number, start, max(k + 1, self.reach(k, names)), None, names, [], None, None,
            status=status, rule="events.noun",
        )  # fmt: skip
