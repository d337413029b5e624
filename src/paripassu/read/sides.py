"""Contacts of which neither day nor names need be told: ``a second meeting with the Finns``, ``months of talks``."""

from __future__ import annotations

from paripassu.read import speakers
from paripassu.read.bag import bag
from paripassu.read.contact import Contact, owner_names
from paripassu.read.cues import cue_class
from paripassu.read.forms import Forms
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb
from paripassu.read.vocabulary import ACTS, GROUPS, HELD, RAN

__all__ = ["OFF", "PAIR", "Sides"]

OFF = bag(
    "off suspended cancelled canceled cancel canceling cancelling "
    "scrapped postponed walked boycotted pulled withdrew refused abandon abandoned backed"
)

PAIR = bag("sides parties countries nations governments koreas leaders presidents enemies neighbours neighbors rivals")
_FOR = bag("for after following during ahead before since despite from at in of")
_SPEND = bag("spent spend spends spending engaged involved locked been is are was were remain remained")
_DOUBT = bag("no any without if whether unless not never n't n’t avoid refuse refused rule ruled possibility")
_SPANS = bag("days weeks months years hours rounds series round set week day year month hour")
_BETWEEN = bag("in at on here there the last earlier late early there")
_BEFORE = bag("previous earlier past failed fruitless")
_NUMBER = bag("two three first second both")
_WENT = ACTS["visits"] | ACTS["goes"]
_SKIPPED = bag("the a an another more other of and")


class Sides(Forms):
    """The rules for nouns that name a contact by its sides and by what marks it out from talks in general."""

    def sided(self, k: int, kind: str) -> list[Contact]:
        """The noun at ``k``, where it tells of one contact and not of talks in general."""
        low = self.sentence.low
        if kind == "call" or (kind == "talks" and low[k] in ("talk", "contacts")):
            return []
        first = self.opening(k)
        if _DOUBT & set(low[max(0, first - 4) : k]) or OFF & set(low[max(0, first - 4) : k]):
            return []
        marked = bool(ACTS["marks"] & set(low[first:k])) or self.counted(first, k)
        sides, people, last = self.against(k)
        sides = sides or self.compound(first, k)
        spent = self.spent(first)
        bound = bool(sides or people) and (low[first - 1 : first] == ["for"] or spent is not None)
        bound = bound or (bool(people) and "the" in low[max(0, first - 1) : k])  # "the talks with Lee"
        bound = bound or (bool(people) and first < 3)  # "Good meeting with Lee today"
        bound = bound or (sides > 0 and bool({"'s", "’s"} & set(low[max(0, first - 1) : k])))  # "the team's talks with"
        held = self.theirs(first, k) if marked or spent is not None else None
        past = low[first - 1 : first] in (["in"], ["during"], ["after"]) and bool(_BEFORE & set(low[first:k]))
        many = kind == "summit" and bool(_NUMBER & set(low[first:k]))  # "after two summits"
        if not (marked and (sides or people or held is not None)) and not (bound or past or many) and spent is None:
            return []
        names = owner_names(self.owner(k, first))
        subject = spent
        if not names and (people or sides == 1) and subject is None:
            subject = self.before(first) or held
        names += [name for name in self.self_(subject or held) if name not in names]
        one = Contact(kind, self.number, first, max(last, k + 1), None, rule="events.sides")
        one.people = [*names, *(name for name in people if name not in names)]
        one.leaders = "leaders" in low[k:last] and not one.people
        if not one.people and (kind == "summit" or one.leaders):
            one.people = self.heads(first, last)
        one.places = [m.name for m in self.found if m.kind == "place" and first <= m.i < last][:2]
        one.status = "planned" if self.coming(first, k) else self.status(k, None)
        one.apart = bool(ACTS["apart"] & set(low[first:k])) or self.counted(first, k) or self.wished(first)
        doer = spent or held
        if doer is not None and 0 <= first - doer.i < 14:
            one.i = max(doer.i, 0)
        return [one]

    def opening(self, k: int) -> int:
        """Where the phrase of the noun at ``k`` begins, without its article."""
        low, words = self.sentence.low, self.sentence.words
        first = k
        while first > 0 and k - first < 9:
            word = low[first - 1]
            plain = word in ACTS["marks"] or word in _SKIPPED or word in _SPANS or word in ("-", "–", "'s", "’s", "`s")
            comma = word == "," and low[first - 2] in ACTS["marks"]
            adjective = words[first - 1].islower() and word not in _FOR and not past_verb(word) and word.isalpha()
            long = adjective and first > 1 and (low[first - 2] in _SKIPPED or low[first - 2] in ACTS["marks"])
            named = any(m.i <= first - 1 < m.j and m.kind != "person" for m in self.found)
            verb = (word in HELD or word in RAN) and word not in ACTS["marks"]
            if verb or not (plain or comma or long or named or "-" in word):
                break
            first -= 1
        while first < k and low[first] in ("the", "a", "an", ",", "of", "and", "'s", "’s"):
            first += 1
        return first

    def counted(self, first: int, k: int) -> bool:
        """``months of talks``, ``a day and a half of talks``, ``two rounds of talks``."""
        low = self.sentence.low
        return low[k - 1 : k] == ["of"] and bool(_SPANS & set(low[max(0, first - 3) : k]))

    def against(self, k: int) -> tuple[int, list[str], int]:
        """How many sides, and who, stand after the noun: ``with a Swedish team``, ``between the two sides``."""
        low = self.sentence.low
        end = self.end(k)
        onward = self.onward(k, end)
        if low[onward + 1 : onward + 2] not in (["with"], ["between"], ["among"]):
            return 0, [], k + 1
        at = onward + 1
        limit = min(end, at + 18)
        if low[at] != "with" and low[at + 1 : at + 2] in (["a"], ["an"]):
            return 0, [], k + 1  # "the first meeting between a president and a leader": said of what it would be
        people = self.people(onward, limit)
        stop = next(
            (m for m in range(at + 1, limit) if low[m] in (",", "about", "over", "on") or past_verb(low[m])), limit
        )
        named = [m for m in self.found if at < m.i < stop and m.kind in ("place", "people", "organisation")]
        last = max([m.j for m in named[:2]], default=k + 1)
        if people:
            last = max(last, self.reach(onward, people))
        group = next((m for m in range(at + 1, min(stop, at + 7)) if low[m] in GROUPS or low[m] in PAIR), None)
        if group is not None:
            last = max(last, group + 1)
        both = low[at] != "with" and (len(named) > 1 or (group is not None and low[group] in PAIR))
        return (2 if both else 1 if named or group is not None else 0), people, last

    def compound(self, first: int, k: int) -> int:
        """``the U.S.-Swedish summit``, ``inter-Korean talks``: both sides before the noun."""
        low = self.sentence.low
        if any(word.startswith("inter-") for word in low[first:k]) or "inter" in low[first:k]:
            return 2
        named = [m for m in self.found if first <= m.i < k and m.kind in ("place", "people")]
        joined = any(low[m.j : m.j + 1] in (["-"], ["–"]) for m in named) or any(
            "-" in low[n] for m in named for n in range(m.i, m.j)
        )
        return 2 if len(named) > 1 and joined else 0

    def spent(self, first: int) -> Speaker | None:
        """``X spent a day in talks``, ``X were in talks``: who sat there."""
        low = self.sentence.low
        at = first - 1
        if at < 1 or low[at] != "in":
            return None
        verb = next((m for m in range(at - 1, max(-1, at - 8), -1) if low[m] in _SPEND), None)
        if verb is None or "," in low[verb:at]:
            return None
        return self.subject(verb)

    def theirs(self, first: int, k: int) -> Speaker | None:
        """``their second summit``, ``both sides to hold working-level talks``: whose it is, though not by name."""
        low = self.sentence.low
        if low[first - 1 : first] == ["their"] or low[first : first + 1] == ["their"]:
            return speakers.main(self.sentence, k, self.found, self.stage)
        verb = next((m for m in range(first - 1, max(-1, first - 4), -1) if low[m] in HELD | RAN), None)
        if verb is None:
            return None
        return self.subject(verb - 1 if low[verb - 1] == "to" else verb)

    def before(self, first: int) -> Speaker | None:
        """``Hours before another meeting with X, Y said``, ``Y said on Monday after a meeting with X``: Y."""
        low = self.sentence.low
        if not _FOR & set(low[max(0, first - 2) : first]):
            return None
        if (doer := self.doer(first)) is not None and doer.i > first:
            return doer
        return self.gone_for(first) or self.teller(first) or self.opener(first)

    def gone_for(self, first: int) -> Speaker | None:
        """``X flew to Oslo for talks with Y``: X."""
        low = self.sentence.low
        went = next((m for m in range(first - 1, max(-1, first - 9), -1) if low[m] in _WENT), None)
        return self.subject(went) if went is not None else None

    def teller(self, first: int) -> Speaker | None:
        """``X said on Sunday, after a meeting with Y``: X, whoever stands before in the sentence."""
        low = self.sentence.low
        for one in reversed(self.found):
            follows = low[one.j] if one.j < len(low) else "."
            if one.kind == "person" and first - 9 <= one.j < first and (cue_class(follows) or past_verb(follows)):
                return Speaker(self.name(one), one.start, one.end, one.i, one.j, self.stage.person(one))
        return None

    def coming(self, first: int, k: int) -> bool:
        """Whether the noun itself says that it is to come, or the verb: ``urged both sides to hold talks``."""
        return bool(ACTS["coming"] & set(self.sentence.low[first:k])) or self.wished(first)

    def wished(self, first: int) -> bool:
        """``urged both sides to hold``: talks that somebody asks for."""
        low = self.sentence.low
        return low[first - 1 : first] in (["hold"], ["resume"], ["begin"], ["start"]) and low[first - 2] == "to"

    def onward(self, k: int, end: int) -> int:
        """Past the place of ``talks in New York with X``, to the word before "with"."""
        low = self.sentence.low
        for m in range(k + 1, min(end, k + 8)):
            if low[m] in ("with", "between"):
                held = {n for one in self.found if one.kind == "place" for n in range(one.i, one.j)}
                days = {n for one in self.dates for n in range(one.i, one.j)}
                free = [n for n in range(k + 1, m) if n not in held and n not in days]
                return m - 1 if all(low[n] in _BETWEEN for n in free) else k
        return k
