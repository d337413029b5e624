"""Contacts told by other verbs: a letter, a stay, an announcement, words to the press, "there was a meeting"."""

from __future__ import annotations

from paripassu.read import speakers
from paripassu.read.bag import bag
from paripassu.read.contact import Contact
from paripassu.read.meetings import Nouns
from paripassu.read.vocabulary import GROUPS, MET, PHONE

__all__ = ["Deeds"]

_PRESS = bag("reporters journalists press media newsmen")
_SPEECH = bag("address speech remarks interview conference briefing")
_NO_TITLE = bag("the a an for on off it them him her that this an attention”")
_AS = bag("a an the not “ \" 's ’s")
_TO_TALK = bag("continue resume hold attend meet join return")
_BE = bag("was were been be is")
_GIVEN = bag("delivered delivering conveyed conveying extended relayed transmitted handed")
_LASTED = bag("for about some more than nearly over an a hour hours minutes briefly separately again at length twice")
_CARRY = bag("with bearing carrying bringing of")
_TALKING = bag("speak meet talk")
_SOUGHT = bag("asked requested")
_ASKED = bag("meeting summit talks encounter")
_BIDDEN = bag("invitation invitations")


class Deeds(Nouns):
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

    def called(self, k: int) -> list[Contact]:
        """``on Sunday called X and Y``: two calls; ``called X a liar``, ``called the move a gamble`` is none."""
        low = self.sentence.low
        direct = [m for m in self.after(k) if m.kind == "person"]
        if low[k + 1 : k + 2] == ["up"]:
            one = self.build("call", k, self.end(k), self.subject(k), self.people(k, self.end(k)))
            return [one] if len(one.people) > 1 or (one.people and one.date) else []
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
        if subject is None or not one.people or (one.date is None and after not in ("to", "and")):
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

    def wrote(self, k: int) -> list[Contact]:
        """``Aune wrote to the president, Carla Montez, on March 12``."""
        low = self.sentence.low
        if self.negated(k) or low[k + 1 : k + 2] != ["to"]:
            return []
        subject = self.subject(k)
        people = self.people(k, self.end(k))
        if subject is None or (not people and not self.body(subject)):
            return []
        return [self.build("letter", k, self.end(k), subject, people)]

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

    def spoke(self, k: int) -> list[Contact]:
        """``The two leaders last spoke on Jan. 4``, ``spoke with Keller on Tuesday``: no place, so by telephone."""
        low = self.sentence.low
        if self.negated(k) or self.near(k, _SPEECH, 9):
            return []
        subject = self.subject(k)
        end = self.end(k)
        to = next((m for m in range(k + 1, min(k + 7, len(low))) if low[m] in ("to", "with", "by")), None)
        lasted = to is not None and all(word in _LASTED or word.isdigit() for word in low[k + 1 : to])
        people = self.people(k, end) if lasted else []
        if subject is None:
            return []
        one = self.build("call", k, end, subject, people)
        if one.date is None or one.venue is not None or not (len(one.people) > 1 or one.definite):
            return []
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

    def written(self, k: int) -> list[Contact]:
        """``with a letter to X``, ``in his letter to X``: written by the one the sentence is about."""
        low = self.sentence.low
        if low[k + 1 : k + 2] == ["from"] and (got := self.from_(k)):
            return got
        if low[k + 1 : k + 2] == ["dated"] and (doer := self.doer(k)) is not None and self.dates:
            day = next((one for one in self.dates if k < one.i <= k + 3), None)
            return [Contact("letter", self.number, k, day.j, doer, self.self_(doer), date=day)] if day else []
        if low[k + 1 : k + 2] != ["to"] or not {"with", "in", "by", "through"} & set(low[max(0, k - 4) : k]):
            return []
        to = next((m for m in self.after(k) if m.kind == "person" and m.i <= k + 8), None)
        main = speakers.main(self.sentence, k, self.found, self.stage) or self.doer(k)
        date = next((one for one in self.dates if k < one.i <= k + 12), None)
        date = date or (next((one for one in self.dates if one.j <= k), None) if low[k - 1] in ("a", "the") else None)
        if main is not None and main.person is not None and to is None and date is not None:
            return [Contact("letter", self.number, k, date.j, main, [main.person.name], date=date)]
        if to is None or main is None or main.person is None:
            return []
        return [Contact("letter", self.number, k, to.j, main, [main.person.name, self.name(to)], date=date)]

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

    def bidden(self, k: int) -> list[Contact]:
        """``delivered the invitation to X``, ``X had been invited to Oslo``, ``asked for the meeting``."""
        low = self.sentence.low
        if self.negated(k):
            return []
        if low[k] == "invited":
            if low[k - 1 : k] not in (["been"], ["was"], ["were"]) or low[k + 1 : k + 2] != ["to"]:
                return []
            guest = next((m for m in reversed(self.found) if m.kind == "person" and k - 4 <= m.j < k), None)
            if guest is None or self.near(k, MET | _TALKING, 6) is None:
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

    def letter(self, k: int, noun: int) -> list[Contact]:
        if self.negated(k):
            return []
        end = self.end(noun)
        subject = self.subject(k)
        people = self.people(k, end)
        if subject is None and not people:
            return []
        return [self.build("letter", k, end, subject, people)]
