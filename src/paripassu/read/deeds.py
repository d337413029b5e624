"""Contacts told by other verbs: a guest, an invitation, words to the press, "there was a meeting"."""

from __future__ import annotations

from paripassu.read import speakers
from paripassu.read.bag import bag
from paripassu.read.calls import Calls
from paripassu.read.contact import Contact
from paripassu.read.vocabulary import GROUPS, MET, PHONE

__all__ = ["Deeds"]

_PRESS = bag("reporters journalists press media newsmen")
_TO_TALK = bag("continue resume hold attend meet join return")
_BE = bag("was were been be is")
_GIVEN = bag("delivered delivering conveyed conveying extended relayed transmitted handed")
_TALKING = bag("speak meet talk visit come")
_SOUGHT = bag("asked requested")
_ASKED = bag("meeting summit talks encounter")
_AHEAD = bag("will would may might could to 'll ’ll")
_BIDDEN = bag("invitation invitations")


class Deeds(Calls):
    """The rules, one a method."""

    def deed(self, k: int) -> list[Contact]:
        """What the word at ``k`` tells of, if anything."""
        low = self.sentence.low
        word, before = low[k], low[k - 1] if k else ""
        after = low[k + 1] if k + 1 < len(low) else "."
        if word == "wrote":
            return self.wrote(k)
        see = word == "see" and before in ("to", "will", "would")
        if see or word == "saw" or (word == "seen" and before in ("has", "had", "have")):
            return self.sawn(k)
        if word == "there" and after in _BE | {"had", "has", "will"}:
            return self.there(k)
        if word in ("spoke", "spoken", "speak", "talked", "speaks", "speaking", "talking"):
            if after in ("to", "with") and self.press(k):
                return self.briefing(k)
            return self.spoke(k)
        if word == "route" and before == "en":
            return self.seen(k)
        if word in ("hosting", "welcomed", "welcoming", "welcomes", "briefed") or (
            word in ("brief", "welcome") and before in ("will", "to", "would")
        ):
            return self.guest(k)
        if word in ("passed", "spotted", "seen", "heading", "stopped"):
            return self.seen(k)
        if word == "invite":
            return self.inviting(k)
        if word == "invited" and self.dates and (got := self.invited(k)):
            return got
        if word in _GIVEN | _SOUGHT | {"invited"}:
            return self.bidden(k)
        return []

    def press(self, k: int) -> bool:
        """Whether those spoken to are the press."""
        return bool(_PRESS & set(self.sentence.low[k + 1 : k + 6]))

    def briefing(self, k: int) -> list[Contact]:
        """``spoke to reporters on the lawn on Friday``."""
        subject = self.subject(k)
        one = self.build("announcement", k, min(self.end(k), k + 14), subject, []) if subject is not None else None
        if one is None or one.date is None or subject is None or subject.person is None:
            return []
        one.venue = None
        one.j = min(one.j, k + 3) if one.date.i < k else one.date.j
        return [one]

    def sawn(self, k: int) -> list[Contact]:
        """``on May 31 in the capital X has seen Y``: a person seen on a day was met."""
        other = next((m for m in self.after(k) if m.kind == "person" and m.i <= k + 7), None)
        subject = self.subject(k)
        if other is None or self.negated(k) or subject is None or subject.person is None:
            return []
        if not (other.i == k + 1 or other.role or other.head) or "as" in self.sentence.low[other.j : other.j + 1]:
            return []
        one = self.build("meeting", k, self.end(k), subject, [self.name(other)])
        return [one] if one.date is not None else []

    def there(self, k: int) -> list[Contact]:
        """``there had been a preparatory meeting``: dated, or it is talk about meetings."""
        low = self.sentence.low
        noun = self.near(k, MET, 8)
        if noun is None or set(low[k:noun]) & {"no", "not", "could", "never", "any"}:
            return []
        one = self.build(self.kind(noun), noun, self.end(noun), None, self.people(noun, len(low)))
        if one.date is None:
            one.date = next((date for date in self.dates if date.j <= k), None)
        if one.date is None:
            return []
        one.i = k
        return [one]

    def guest(self, k: int) -> list[Contact]:
        """``after hosting X in the Oval Office``, ``welcomed X``."""
        low = self.sentence.low
        end = self.end(k)
        people = self.people(k, min(end, k + 12))
        subject = self.subject(k)
        if low[k] in ("hosting", "welcoming") and (subject is None or subject.person is None):
            main = speakers.main(self.sentence, k, self.found, self.stage)
            subject = main if main is not None else subject
        if self.negated(k) or subject is None or subject.person is None:
            return []
        if low[k + 1 : k + 2] == ["us"]:
            return []
        if not people and not (low[k] == "brief" and self.dates) and self.near(k, GROUPS, 5) is None:
            return []
        return [self.build("call" if self.near(k, PHONE, 9) else "meeting", k, end, subject, people)]

    def invited(self, k: int) -> list[Contact]:
        """``invited both sides to continue the talks in two weeks``: planned, with its day."""
        noun = self.near(k, MET, 12)
        date = next((one for one in self.dates if noun is not None and noun < one.i <= noun + 4), None)
        if noun is None or date is None or not _TO_TALK & set(self.sentence.low[k:noun]):
            return []
        people = self.people(k, noun)
        return [Contact(self.kind(noun), self.number, k, date.j, None, people, [], None, date, status="planned")]

    def inviting(self, k: int) -> list[Contact]:
        """``may invite X to Oslo``, ``said he would invite X to the White House``: a visit that may come."""
        low = self.sentence.low
        guest = next((m for m in self.after(k) if m.kind == "person" and m.i <= k + 6), None)
        subject = self.subject(k)
        if subject is None or self.negated(k) or not _AHEAD & set(low[max(0, k - 2) : k]):
            return []
        if guest is not None and subject.person is not None and low[guest.j : guest.j + 1] == ["to"]:
            return [self.build("visit", k, self.end(k), subject, [self.name(guest)])]
        return []

    def bidden(self, k: int) -> list[Contact]:
        """``delivered the invitation to X``, ``X had been invited to Oslo``, ``asked for the meeting``."""
        low = self.sentence.low
        if self.negated(k):
            return []
        if low[k] == "invited":
            if low[k - 1 : k] not in (["been"], ["was"], ["were"]) or low[k + 1 : k + 2] != ["to"]:
                return []
            guest = next((m for m in reversed(self.found) if m.kind == "person" and k - 4 <= m.j < k), None)
            if guest is None or (self.near(k, MET | _TALKING, 6) is None and self.place(k + 2) is None):
                return []
            people = [self.name(guest), *self.people(k, self.end(k))]
            return [Contact("announcement", self.number, guest.i, k + 3, None, people, rule="events.act")]
        noun = self.near(k, _ASKED if low[k] in _SOUGHT else _BIDDEN, 6)
        if noun is None or (low[k] in _SOUGHT and low[k + 1 : k + 2] != ["for"] and low[k] != "requested"):
            return []
        if low[k - 1 : k] and low[k - 1] in ("to", "by", "the", "be"):
            return []
        subject = self.subject(k)
        people = self.people(k, self.end(k))
        if subject is None and not people:
            return []
        one = self.build("announcement", k, self.end(k), subject, people)
        one.j, one.venue, one.rule = max(one.j, noun + 1), None, "events.act"
        return [one]
