"""Contacts told by other verbs: a letter, a stay, an announcement, words to the press, "there was a meeting"."""

from __future__ import annotations

from paripassu.read import speakers
from paripassu.read.acts import MEETINGS, TALKS
from paripassu.read.bag import bag
from paripassu.read.clause import Contact
from paripassu.read.meetings import Nouns

__all__ = ["WORDS", "Deeds"]

_PRESS = bag("reporters journalists press media newsmen")
_SPEECH = bag("address speech remarks interview conference briefing")
_BE = bag("was were been be is")
WORDS = bag(
    "wrote hosting welcomed welcoming briefed brief spoke spoken speak speaks talked saw see accompanied "
    "route there passed spotted seen heading stopped invited"
)
"""Words at which one of these rules may begin."""


class Deeds(Nouns):
    """The rules, one a method."""

    def deed(self, k: int) -> list[Contact]:
        """What the word at ``k`` tells of, if anything."""
        low = self.sentence.low
        word, before = low[k], low[k - 1] if k else ""
        after = low[k + 1] if k + 1 < len(low) else "."
        if word == "wrote":
            return self.wrote(k)
        if word == "there" and after in _BE | {"had", "has", "will"}:
            return self.there(k)
        if word in ("spoke", "spoken", "speak", "talked", "speaks"):
            if after in ("to", "with") and self.press(k):
                return self.briefing(k)
            return self.spoke(k)
        if word == "route" and before == "en":
            return self.seen(k)
        if word in ("hosting", "welcomed", "welcoming", "briefed") or (
            word == "brief" and before in ("will", "to", "would")
        ):
            return self.guest(k)
        if word in ("passed", "spotted", "seen", "heading", "stopped"):
            return self.seen(k)
        if word == "invited" and self.dates:
            return self.invited(k)
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
        noun = self.near(k, TALKS | MEETINGS, 8)
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
        people = self.people(k, end) if low[k + 1 : k + 2] in (["to"], ["with"], ["by"]) else []
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
        if not people and not (low[k] == "brief" and self.dates):
            return []
        return [self.build("meeting", k, end, subject, people)]

    def invited(self, k: int) -> list[Contact]:
        """``invited both sides to continue the talks in two weeks``: planned, with its day."""
        noun = self.near(k, TALKS | MEETINGS, 12)
        date = next((one for one in self.dates if noun is not None and noun < one.i <= noun + 4), None)
        if noun is None or date is None:
            return []
        people = self.people(k, noun)
        return [Contact(self.kind(noun), self.number, k, date.j, None, people, [], None, date, status="planned")]

    def letter(self, k: int, noun: int) -> list[Contact]:
        if self.negated(k):
            return []
        end = self.end(noun)
        subject = self.subject(k)
        people = self.people(k, end)
        if subject is None and not people:
            return []
        return [self.build("letter", k, end, subject, people)]

    def declared(self, k: int) -> list[Contact]:
        low = self.sentence.low
        word = low[k]
        end = self.end(k)
        cancels = word in bag("cancelled canceled cancels postponed suspended scrapped called")
        if (word in ("agreed", "signed") and not any(k - 3 <= date.i <= k + 12 for date in self.dates)) or self.negated(
            k
        ):
            return []
        if word in ("agreed", "signed") and not any(k < date.i <= k + 2 or date.j == k for date in self.dates):
            return []
        passive = k and low[k - 1] in ("was", "were", "been", "be", "being")
        subject = None if passive else self.subject(k)
        if passive and not cancels:
            return []
        date = next((one for one in self.dates if k < one.i < end), None) or next(
            (one for one in self.dates if one.j == k or k - 3 <= one.i < k or (one.i <= 2 and one.j < k <= 9)), None
        )
        if date is None or (subject is None and word not in ("reinstate",) and not passive):
            return []
        if word == "reinstate":
            giver = [mention for mention in self.found if mention.kind == "person" and mention.i < k]
            people = [self.name(giver[-1])] if giver else []
        else:
            people = self.self_(subject)
        one = Contact(
            "cancellation" if cancels else "announcement",
            self.number,
            k,
            end,
            subject,
            people,
            [],
            None,
            date,
        )
        if subject is not None and not subject.named and word != "reinstate":
            return []
        if subject is not None:
            one.i = max(0, min(k, subject.i)) if subject.i >= 0 and k - subject.i < 10 else k
            if self.body(subject):
                one.places.append(subject.name)
        one.j = max(k + 1, date.j)
        return [one]
