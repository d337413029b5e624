"""Contacts in a sentence: who met, called, wrote to, travelled to whom, as the words have it."""

from __future__ import annotations

from paripassu.read.acts import (
    CALLS,
    DECLARED,
    HELD,
    INTEND,
    LETTERS,
    MEETINGS,
    PHONE,
    PLANNED,
    RAN,
    SENT,
    SUMMITS,
    TALKS,
    VISITS,
)
from paripassu.read.bag import bag
from paripassu.read.clause import Contact
from paripassu.read.dates import Date
from paripassu.read.deeds import WORDS, Deeds
from paripassu.read.mention import Mention
from paripassu.read.stage import Stage
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence

__all__ = ["contacts"]


_WORDS = (
    bag(
        "greeted shook shake have "
        "sit sitting "
        "met meets meet meeting negotiated dined conferred huddled sat telephoned phoned spoke spoken talked visit "
        "travel arrive fly return received host hosted hosts phone telephone left went leave depart held called "
        "issued was were trip"
    )
    | VISITS
    | SENT
    | HELD
    | RAN
    | DECLARED
    | MEETINGS
    | TALKS
    | SUMMITS
    | CALLS
    | WORDS
)
"""No contact is told without one of these."""


_TALKED = bag("speak spoke talk talked spoken call called")


def contacts(
    sentence: Sentence, found: list[Mention], dates: list[Date], stage: Stage, number: int, skip: list[bool]
) -> list[Contact]:
    """The contacts of one sentence; ``skip`` marks the words inside quotations."""
    clause = _Contacts(sentence, found, dates, stage, number, skip)
    got: list[Contact] = []
    k, size = 0, len(sentence.low)
    while k < size:
        if skip[k] or sentence.low[k] not in _WORDS:
            k += 1
            continue
        one = clause.at(k)
        if not one:
            k += 1
            continue
        got += one
        k = max(k + 1, min(contact.j for contact in one) if one[0].rule != "events.series" else one[-1].j)
    return got


class _Contacts(Deeds):
    """The rules, one a method."""

    def at(self, k: int) -> list[Contact]:
        low = self.sentence.low
        word = low[k]
        before = low[k - 1] if k else ""
        if word in ("met", "meets") or (
            word in ("meet", "meeting") and before in PLANNED | {"be", "been", "is", "are", "was", "were", "and"}
        ):
            if word == "meeting" and before in ("the", "to", "and", "upcoming", "planned", "scheduled", "expected"):
                return self.noun(k)
            return self.verb(k, "meeting", others=True)
        if word in ("negotiated", "dined", "conferred", "huddled"):
            return self.verb(k, "talks", others=True)
        if word in ("sat", "sit", "sitting") and low[k + 1 : k + 2] in (["down"], ["with"]):
            return self.verb(k, "meeting", others=True)
        if word == "greeted" or (word in ("shook", "shake") and low[k + 1 : k + 2] == ["hands"]):
            return self.verb(k, "meeting", others=True)
        if word in ("telephoned", "phoned") or (
            word in ("spoke", "spoken", "talked", "speak", "talk", "speaks") and self.near(k, PHONE, 8)
        ):
            return self.verb(k, "call", others=True)
        if word in VISITS or (
            word in ("visit", "travel", "arrive", "fly", "return")
            and (before in ("will", "would", "to") or (before == "and" and {"will", "would", "to"} & set(low[:k])))
        ):
            return self.visit(k)
        if (
            word == "received"
            and self.near(k, LETTERS, 4) is None
            and (before in ("was", "were") or any(m.kind == "person" and k < m.i < k + 7 for m in self.found))
        ):
            return self.verb(k, "meeting", others=True)
        if word in ("host", "hosted", "hosts") and before not in ("the", "a", "co", ","):
            return self.verb(k, "meeting", others=True)
        if word in ("was", "were") and low[k + 1 : k + 2] == ["in"] and self.dates:
            return self.stay(k)
        press = any(m.type == "media" and m.i < k for m in self.found)
        if (
            word in ("phone", "telephone")
            and before in ("by", "over", "the")
            and "told" in low[:k]
            and not press
            and not _TALKED & set(low[:k])
        ):
            return self.verb(low.index("told"), "call", others=True)
        if word in ("left", "went", "leave", "depart") and low[k + 1 : k + 2] in (["for"], ["to"]):
            return self.visit(k)
        if word in SENT and (noun := self.near(k, LETTERS, 5)) and low[noun] != "message":
            return self.letter(k, noun)
        if word in WORDS and (more := self.deed(k)):
            return more
        noun = self.near(k, TALKS | MEETINGS | SUMMITS | CALLS, 9) if word in HELD else None
        if noun:
            between = [one for one in low[k + 1 : noun] if one not in ("scheduled", "held")]
            if not any(past_verb(one) for one in between):
                return self.held(k, noun)
        if word == "held" and before in ("been", "being", "be", "was", "were"):
            return self.ran(k)
        if word in RAN:
            return self.ran(k)
        if (
            word in DECLARED
            or (word == "called" and low[k + 1 : k + 2] == ["off"])
            or (word == "issued" and self.near(k, bag("statement declaration communique"), 6))
        ):
            return self.declared(k)
        if word in MEETINGS | TALKS | SUMMITS | CALLS | {"visit", "trip"}:
            return self.noun(k)
        return []

    # -- rules --

    def verb(self, k: int, kind: str, *, others: bool) -> list[Contact]:
        low = self.sentence.low
        if self.negated(k):
            return []
        subject = self.subject(k)
        end = self.end(k)
        people = self.people(k, end) if others else []
        if subject is None and not people:
            return []
        one = self.build(kind, k, end, subject, people)
        if subject is not None and self.body(subject):
            one.places.append(subject.name)
        if low[k] in ("met",) and low[k + 1 : k + 2] in (["the"], ["all"], ["its"], ["their"]) and not people:
            return []
        ahead = {"will", "would", "and"} | (INTEND if len(one.people) > 1 else frozenset())
        if low[k] == "meet" and one.date is None and not set(low[max(0, k - 2) : k]) & ahead:
            return []
        if not one.people and one.date is None and not one.venue:
            return []
        return [one, *self.again(one)]

    def held(self, k: int, noun: int) -> list[Contact]:
        low = self.sentence.low
        if self.negated(k) or (low[k] == "held" and low[k - 1] in ("been", "be", "being", "was", "were")):
            return []
        kind = self.kind(noun)
        to = low[k - 1] == "to" if k else False
        meant = to and k > 1 and low[k - 2] in ("expected", "scheduled", "due", "set")
        if to and not meant and not any(k < date.i < k + 20 and date.when.precision != "year" for date in self.dates):
            return []
        if low[k] == "had" and kind not in ("call",) and noun > k + 4:
            return []
        end = self.end(noun)
        subject = self.subject(k)
        if subject is None:
            return []
        people = self.people(noun, end)
        one = self.build(kind, k, end, subject, people)
        if meant and one.date is None and len(one.people) < 2:
            return []
        if self.body(subject):
            one.places.append(subject.name)
        if kind == "call" and len(people) > 1 and "respectively" in low:
            # One sentence, two calls.
            many: list[Contact] = []
            for name in people:
                mention = next(m for m in self.found if m.kind == "person" and m.i > noun and self.name(m) == name)
                first = many[0].j if many else one.i
                many.append(
                    Contact(
                        kind,
                        self.number,
                        first,
                        mention.j,
                        subject,
                        [*self.self_(subject), name],
                        [],
                        "phone",
                        one.date,
                        False,
                        one.status,
                    )
                )
            return many
        if kind == "call":
            one.venue = "phone"
        return [one, *self.again(one)]

    def ran(self, k: int) -> list[Contact]:
        """``The talks took place on May 27, continued Wednesday, Saturday and Sunday``."""
        low = self.sentence.low
        if low[k] in ("took", "take", "takes") and low[k + 1 : k + 2] != ["place"]:
            return []
        if low[k] == "last" and (not k or low[k - 1] not in ("will", "would", "to")):
            return []
        if self.negated(k) or (low[k] in ("start", "end") and k and low[k - 1] in ("the", "a", "at")):
            return []
        after = self.near(k, TALKS | MEETINGS, 6) if low[k] not in ("took", "take", "takes", "held") else None
        before = next(
            (m for m in range(k - 1, max(-1, k - 22), -1) if low[m] in TALKS | MEETINGS | SUMMITS and not self.skip[m]),
            None,
        )
        noun = after if after is not None else before
        if noun is None:
            return []
        kind = self.kind(noun)
        end = self.end(max(k, noun))
        subject = self.subject(k) if after is not None else None
        people = self.people(max(k, noun), end)
        dates = [date for date in self.dates if k < date.i < end]
        one = self.build(kind, k, end, subject, people)
        if after is not None and subject is not None and self.body(subject):
            one.places.append(subject.name)
        if after is None:
            one.definite = not people
            one.i = k if k - noun > 6 else noun
            if noun and low[noun - 1] in ("the", "these", "their"):
                one.i = min(one.i, noun - 1) if k - noun <= 6 else k
        if not dates and one.date is None:
            return [one] if after is not None and (one.people or one.places) and low[k] != "open" else []
        if len(dates) > 1 and all(date.rule in ("dates.weekday", "dates.month-day") for date in dates):
            series = []
            for date in dates:
                if any(
                    past_verb(word) or word in ("ahead", "before")
                    for word in low[dates[0].j if date is not dates[0] else k + 1 : date.i]
                    if word not in RAN
                ):
                    break
                first = one.i if date is dates[0] else date.i
                if date is not dates[0] and low[date.i - 1] in RAN:
                    first = date.i - 1
                again = Contact(
                    kind,
                    self.number,
                    first,
                    date.j,
                    subject,
                    list(one.people),
                    list(one.places),
                    one.venue,
                    date,
                    False,
                    one.status,
                    one.definite,
                    "events.series",
                )
                self.used.add(date.start)
                series.append(again)
            if series:
                return series
        return [one]
