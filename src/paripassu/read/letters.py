"""Contacts told by a letter or a message: who wrote it, who carried it, whom it reached."""

from __future__ import annotations

from paripassu.read import speakers
from paripassu.read.bag import bag
from paripassu.read.contact import Contact, owner_names
from paripassu.read.cues import cue_class
from paripassu.read.dates import Date
from paripassu.read.meetings import Nouns
from paripassu.read.tense import past_verb
from paripassu.read.vocabulary import LETTERS

__all__ = ["Letters"]

_CARRY = bag("with bearing carrying bringing of")
_BE = bag("was were been being")
_PAPER = bag("paper document draft copy")
_BY = bag("with in by through via")
_MADE = bag("addressed dated published released sent written delivered made")
_TONE = bag("clear strong mixed tough powerful wrong right stern simple blunt same political")
_PARTED = bag("; : who which that")
_GIVES = bag(
    "conveyed conveying conveys convey carried carrying carries carry delivered delivering deliver relayed relay "
    "passed handed hand hand-delivered brought bringing bears bearing received transmitted transmit"
)
_WENT = bag("left leaves came comes returned returns arrived went")
_ENDS = bag(", ; said that")
_A = bag("a an the open")
_WRITTEN = bag("letter letters note message messages missives notes cables")


class Letters(Nouns):
    """The rules, one a method."""

    def sent(self, k: int) -> list[Contact]:
        """``delivered a letter``, ``handed X a paper``, ``conveyed a message from Oslo to X``."""
        low = self.sentence.low
        noun = self.near(k, LETTERS, 7)
        if low[k] == "written" and low[k - 1] not in ("has", "have", "had"):
            return []
        if noun is None and low[k] in ("handed", "hands", "gave"):
            noun = self.near(k, _PAPER, 7)
        if (
            noun is None
            and low[k - 1 : k] != []
            and low[k - 1] in _BE
            and not LETTERS.isdisjoint(low[max(0, k - 9) : k])
        ):
            people = self.people(k, self.end(k))  # "the letter was delivered to X by Y"
            paper = next(m for m in range(k - 1, max(-1, k - 10), -1) if low[m] in LETTERS)
            named = (m for m in self.found if m.kind == "person" and paper + 2 <= m.i < min(k, paper + 6))
            if low[paper + 1] == "from" and (sender := next(named, None)) is not None:
                people.append(self.name(sender))
            return [self.build("letter", k, self.end(k), None, people)] if people and not self.negated(k) else []
        if noun is None and low[k - 1] in LETTERS and low[k + 1 : k + 2] and low[k + 1] in ("by", "to"):
            people = self.people(k, self.end(k))  # "a message conveyed by the envoys to X"
            return [self.build("letter", k, self.end(k), None, people)] if people else []
        if noun is None or (low[noun] in ("message", "messages") and not self.message(k, noun)):
            return []
        return self.letter(k, noun)

    def had(self, k: int) -> list[Contact]:
        """``got a letter from X``, ``thanked X for her letter``, ``left with a message for Oslo``."""
        low = self.sentence.low
        noun = self.near(k, LETTERS, 9)
        if noun is None or self.negated(k) or _ENDS & set(low[k + 1 : noun]):
            return []
        after = low[noun + 1] if noun + 1 < len(low) else "."
        if low[k].startswith(("got", "get")):
            return self.letter(k, noun) if after == "from" else []
        if low[k] in _WENT:
            return self.letter(k, noun) if "with" in low[k + 1 : noun] and after in ("for", "from", "to") else []
        owned = owner_names(self.owner(noun, k + 1))
        got = self.letter(k, noun) if owned or {"the", "his", "her", "their"} & set(low[noun - 2 : noun]) else []
        for one in got:
            one.people += [name for name in owned if name not in one.people]
        return got

    def message(self, k: int, noun: int) -> bool:
        """Whether a message is one in words: a drill may send "a clear message" as well."""
        low = self.sentence.low
        if _TONE & set(low[k + 1 : noun]):
            return False
        to = low[noun + 1 : noun + 2]
        if low[k] in ("sent", "sends", "send") and to in (["through"], ["via"], ["by"]):
            return any(m.kind == "person" and k < m.i < noun for m in self.found)
        if low[k] in _GIVES:
            return to in (["from"], ["to"], ["of"]) or any(m.kind == "person" and k < m.i < noun for m in self.found)
        return to in (["to"], ["of"]) and any(m.kind == "person" and noun < m.i <= noun + 9 for m in self.found)

    def swapped(self, k: int) -> list[Contact]:
        """``exchanged letters``, ``traded text messages``: each wrote to the other."""
        low = self.sentence.low
        noun = self.near(k, _WRITTEN, 4)
        if noun is None and low[k].endswith("ed"):  # "the letters that X and Y exchanged"
            noun = next((m for m in range(k - 1, max(-1, k - 8), -1) if low[m] in _WRITTEN), None)
        subject = self.subject(k) if noun is not None and not self.negated(k) else None
        if noun is None or subject is None:
            return []
        one = self.build("letter", k, self.end(k), subject, self.people(noun, self.end(noun)))
        one.j, one.venue, one.rule = max(one.j, noun + 1), None, "events.group" if not one.people else one.rule
        return [one] if one.people or one.date is not None else []

    def swap(self, k: int) -> list[Contact]:
        """``an exchange of letters in April between X and Y``."""
        low = self.sentence.low
        noun = self.near(k, _WRITTEN, 5)
        at = next((m for m in range(noun + 1, min(noun + 6, len(low))) if low[m] == "between"), None) if noun else None
        if noun is None or at is None or low[k + 1 : k + 2] != ["of"]:
            return []
        names = self.people(at, min(self.end(at), at + 20))
        last = self.reach(at, names)
        date = next((one for one in self.dates if k < one.i <= at or (names and last <= one.i <= last + 1)), None)
        if "leaders" in low[at : at + 5] and not names:
            names = [person.name for person in self.stage.pair if person.head]
        last = min(last if names else at + 4, len(low))
        return [Contact("letter", self.number, k, last, None, names, date=date, rule="events.group")]

    def wrote(self, k: int) -> list[Contact]:
        """``Aune wrote to the president, Carla Montez, on March 12``."""
        low = self.sentence.low
        if self.negated(k) or low[k + 1 : k + 2] != ["to"]:
            return []
        subject = self.subject(k)
        people = self.people(k, self.end(k))
        if subject is None or (not people and not self.body(subject) and not self.toward_side(k)):
            return []
        one = self.build("letter", k, self.end(k), subject, people)
        one.rule = one.rule if one.people else "events.group"
        return [one]

    def letter(self, k: int, noun: int) -> list[Contact]:
        """The letter at ``noun`` that is written, carried or handed over by the verb at ``k``."""
        if self.negated(k):
            return []
        low, end = self.sentence.low, self.end(noun)
        subject = self.subject(k)
        people = self.people(k, end)
        if low[noun + 1 : noun + 2] == ["from"]:
            sender = speakers.right(
                self.sentence, noun + 1, self.found, self.stage
            )  # "a letter from the Swedish leader"
            who = sender.person.name if sender is not None and sender.person is not None else None
            if (
                noun + 3 < len(low)
                and low[noun + 2] in ("his", "her")
                and subject is not None
                and subject.person is not None
            ):
                who = self.stage.chief(low[noun + 3], subject.person)  # "a letter from his leader"
            if who is not None and who not in people:
                people.append(who)
        if subject is None and not people:
            return []
        one = self.build("letter", k, end, subject, people)
        if subject is not None and self.body(subject):
            one.places.append(subject.name)
        elif subject is not None and not one.people and self.party_of(subject) and self.toward_side(noun):
            one.rule = "events.group"  # "the envoys sent a letter to Oslo"
        return [one]

    def written(self, k: int) -> list[Contact]:
        """``with a letter to X``, ``in a letter addressed to X``, ``his letter to X``, ``in an open letter``."""
        low = self.sentence.low
        if low[k] == "message" and (low[k + 1 : k + 2] != ["to"] or low[k - 1] in _TONE):
            return []
        if low[k + 1 : k + 2] == ["from"] and (got := self.from_(k)):
            return got
        if low[k] == "letter" and (got := self.spoken_of(k)):
            return got
        if low[k + 1 : k + 2] == ["dated"] and (doer := self.doer(k)) is not None and self.dates:
            day = next((one for one in self.dates if k < one.i <= k + 3), None)
            people = self.told_in(k, self.self_(doer))
            return [Contact("letter", self.number, k, day.j, doer, people, date=day)] if day else []
        by = bool(_BY & set(low[max(0, k - 4) : k]))
        own = owner_names(self.owner(k, max(0, k - 3)))
        at = k + 1
        while at < len(low) and (self.dated(at) or low[at] in _MADE or (low[at] == "on" and self.dated(at + 1))):
            at += 1
        to = None
        if low[at : at + 1] == ["by"] and at > k + 1:  # "a letter sent by X to Y"
            writer = next((m for m in self.after(at) if m.kind == "person" and m.i <= at + 6), None)
            own = [self.name(writer)] if writer is not None else own
            at = writer.j if writer is not None else at
        if low[at : at + 1] == ["to"] and (by or own):
            to = next((m for m in self.after(at) if m.kind == "person" and m.i <= at + 7), None)
        elif not (by and low[k] == "letter" and low[k - 1] in _A):
            return []
        verb = next((m for m in range(k - 2, max(0, k - 9), -1) if past_verb(low[m]) or low[m] in _PARTED), None)
        near = self.subject(verb) if by and verb is not None and past_verb(low[verb]) else None
        main = near if near is not None and near.person is not None else None
        main = main or speakers.main(self.sentence, k, self.found, self.stage) or self.doer(k)
        sender = own or ([main.person.name] if main is not None and main.person is not None else [])
        date = self.posted(k, at)
        if not sender or (to is None and date is None):
            return []
        people = [*sender, *([self.name(to)] if to is not None and self.name(to) not in sender else [])]
        people = self.told_in(k, people) if by and to is None and not own else people
        last = max(k + 1, to.j if to is not None else 0, date.j if date is not None and date.i > k else 0)
        return [Contact("letter", self.number, k, last, main, people, date=date)]

    def told_in(self, k: int, people: list[str]) -> list[str]:
        """``told X in a letter``: X gets it."""
        low = self.sentence.low
        for m in self.found:
            first = m.i - len((m.role or "").split())
            if m.kind == "person" and m.j < k <= m.j + 4 and first and cue_class(low[first - 1]) in ("told", "accuse"):
                return [*people, *([self.name(m)] if self.name(m) not in people else [])]
        return people

    def spoken_of(self, k: int) -> list[Contact]:
        """``her letter of May 24``, ``the letter, addressed to X and made public on Monday``: one known by its day."""
        low = self.sentence.low
        own = owner_names(self.owner(k, max(0, k - 3)))
        if low[k + 1 : k + 2] in (["of"], ["on"]) and own:
            date = next((one for one in self.dates if one.i in (k + 2, k + 3)), None)
            return [Contact("letter", self.number, k - 1, date.j, None, own, date=date)] if date is not None else []
        comma = next((m for m in range(k + 1, min(k + 5, len(low) - 1)) if low[m] == ","), None)
        if comma is None or low[comma + 1] not in _MADE:
            return []
        date = next((one for one in self.dates if comma < one.i < comma + 12), None)
        people = [*own, *(name for name in self.people(comma, min(self.end(comma), comma + 8)) if name not in own)]
        return [Contact("letter", self.number, k - 1, comma + 4, None, people, date=date)] if people else []

    def posted(self, k: int, at: int) -> Date | None:
        """The day of a letter: beside it, or the only one of its sentence."""
        low = self.sentence.low
        date = next((one for one in self.dates if k < one.i <= k + 12), None)
        if date is None and (low[k - 1] in ("a", "the", "open", "an") or low[at : at + 1] != ["to"]):
            date = next((one for one in self.dates if one.j <= k), None)
        return date

    def from_(self, k: int) -> list[Contact]:
        """``surprised him with a letter from her brother``, ``would come with a letter from X``."""
        low = self.sentence.low
        if low[k] != "letter" or not {"a", "the", "personal", "handwritten"} & set(low[max(0, k - 2) : k]):
            return []
        sender = next((m for m in self.after(k) if m.kind == "person" and m.i <= k + 9), None)
        if sender is None and not {"her", "his", "their"} & set(low[k + 2 : k + 3]):
            return []
        if sender is not None and not _CARRY & set(low[max(0, k - 5) : k]):
            return []
        main = speakers.main(self.sentence, k, self.found, self.stage)
        date = next((one for one in self.dates if k - 8 < one.i < k), None)
        names = self.self_(main) + ([self.name(sender)] if sender is not None else [])
        last = sender.j if sender is not None else k + 4
        return [Contact("letter", self.number, k - 1, last, main, list(dict.fromkeys(names)), date=date)]
