"""Contacts told by a verb: somebody met somebody, held talks, talks began."""

from __future__ import annotations

from dataclasses import replace

from paripassu.read.bag import bag
from paripassu.read.contact import Contact
from paripassu.read.sides import PAIR
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb
from paripassu.read.turns import Turns
from paripassu.read.vocabulary import (
    CALLS,
    GROUPS,
    INTEND,
    MET,
    PHONE,
    RAN,
    SUMMITS,
)

__all__ = ["Verbs"]

_AHEAD = bag("will would and shall 'll ’ll")
_WISH = bag("willing ready prepared open eager want wants wanted hoped hopes hope like keen able desire")
_STRANGERS = bag("reporters journalists families relatives schoolchildren students fans troops soldiers voters players")
_NOT_MET = bag("the all its their these those any every some no a an")
_OPENED = bag("on in at with next today tomorrow tonight under amid after before this for and")
_OTHERS = GROUPS | bag("representative envoy negotiator official minister emissary leader")
_HIM = bag("me us him her them each one both his their the")
_RUN = MET | SUMMITS | {"ones"}


class Verbs(Turns):
    """The rules, one a method."""

    def verb(self, k: int, kind: str) -> list[Contact]:
        low = self.sentence.low
        if self.negated(k):
            return []
        subject = self.subject(k)
        end = self.end(k)
        people = self.people(k, end)
        if subject is None and not people:
            return []
        one = self.build(kind, k, end, subject, people)
        often = bool({"times", "twice"} & set(low[k + 1 : k + 4]))
        if often and subject is not None and not one.people and GROUPS & set(subject.name.lower().split()):
            one.rule = "events.group"  # "negotiators of both sides have met three times"
            return [one]
        if subject is not None and self.body(subject):
            one.places.append(subject.name)
        if low[k].startswith("me") and _STRANGERS & set(low[k + 1 : k + 4]) and not people:
            return []  # "met reporters", "met with the families"
        side = any(m.kind in ("people", "organisation") and k < m.i <= k + 3 for m in self.found)  # "met the Swedes"
        side = side or bool(_OTHERS & set(low[k + 1 : k + 7]))
        if low[k] == "met" and _NOT_MET & set(low[k + 1 : k + 2]) and not people and not side:
            return []
        if not people and self.inside(k):
            return []
        wish = set(low[max(0, k - 4) : k])
        if low[k - 1 : k] == ["to"] and one.date is None and wish & _WISH and not wish & {"agreed", "plans"}:
            return []  # "is willing to meet X", "wanted to talk with X"
        sides = subject is not None and kind != "call" and (self.sided_with(k) or (bool(people) and self.side(subject)))
        ahead = _AHEAD | (INTEND if len(one.people) > 1 or one.definite or sides else frozenset())
        soon = low[k - 1 : k] == ["soon"] or low[k + 1 : k + 2] == ["soon"]
        if low[k] == "meet" and one.date is None and not set(low[max(0, k - 3) : k]) & ahead and not soon:
            return []
        ours = subject is not None and subject.person is not None and subject.person is self.stage.voice
        if low[k] == "talking" and ours and len(one.people) == 1 and one.date is None:
            one.people = []  # "we are talking to them": his side is
        if not one.people and one.date is None and not (one.leaders and low[k] != "meet"):
            two = subject is not None and bool(PAIR & set(subject.name.lower().split()))
            if subject is not None and self.side(subject) and (sides or (two and one.venue)):
                one.rule = "events.sides"  # "said on Sunday that Norway is talking with Swedish officials"
                one.date = self.reported(k) if low[k].endswith("ing") else None
                one.apart = low[k] == "met"  # no summit that another sentence tells of
            elif kind == "call" and subject is not None and self.side(subject) and self.toward_side(k, direct=True):
                one.rule = "events.group"  # "envoys spoke by phone with Swedish officials"
            elif not one.venue:
                return []
        one.stranger = (
            kind == "meeting" and not people and low[k + 1 : k + 2] == ["with"] and _HIM.isdisjoint(low[k + 2 : k + 3])
        )
        return [*self.apart(one, people), *self.again(one)]

    def linked(self, k: int) -> list[Contact]:
        """``a video conference between X and Y``: a call."""
        return self.noun(k) if k and self.sentence.low[k - 1] in PHONE else []

    def side(self, subject: Speaker) -> bool:
        """Whether a country, a body or several of its people act: not "a president"."""
        own = subject.person is not None and subject.person is self.stage.voice  # "we"
        return (
            own
            or self.body(subject)
            or (bool((GROUPS | PAIR) & set(subject.name.lower().split())) and subject.name[:2] != "a ")
        )

    def sided_with(self, k: int) -> bool:
        """Whether a side follows the verb: ``with Swedish officials``, ``sat down with the rebels``, ``met envoys``."""
        low = self.sentence.low
        at = k + 2 if low[k + 1 : k + 2] == ["down"] else k + 1
        if low[at : at + 1] not in (["with"], ["to"]):
            # Without "with" only people are met: a team that met another played.
            return low[k] in ("met", "meet") and bool(_OTHERS & set(low[k + 1 : k + 5]))
        if low[at + 1 : at + 2] == ["them"]:
            return True
        named = any(m.kind in ("place", "people", "organisation") and m.i <= at + 2 for m in self.after(at))
        return named or bool(GROUPS & set(low[at + 1 : at + 5]))

    def held(self, k: int, noun: int) -> list[Contact]:
        low = self.sentence.low
        if self.negated(k) or (low[k] == "held" and low[k - 1] in ("been", "be", "being", "was", "were")):
            return []
        kind = self.kind(noun)
        if self.inside(noun):
            return []
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
        if kind == "talks" and low[noun] in CALLS and not people:
            return []  # "have a conversation", "chair that conversation": with nobody
        if low[noun] == "meetings" and len(people) > 1 and (each := self.row(noun, kind, subject)):
            return [replace(each[0], i=k), *each[1:]]  # "held meetings with X and Y": one each
        one = self.build(kind, k, end, subject, people)
        if meant and one.date is None and len(one.people) < 2:
            return []
        if self.body(subject):
            one.places.append(subject.name)
        elif not one.people and one.date is None and kind != "call" and self.side(subject):
            one.rule = "events.sides"  # "the two countries will be having more talks"
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
        return self.one_each(one, noun) or [one, *self.again(one)]

    def opened(self, k: int) -> bool:
        """Whether what follows "open" at ``k`` says when, where or how: ``the talks open on Monday in Oslo``."""
        return self.dated(k) or self.sentence.low[k] in _OPENED or self.sentence.low[k].endswith("ly")

    def ran(self, k: int) -> list[Contact]:
        """``The talks took place on May 27, continued Wednesday, Saturday and Sunday``."""
        low = self.sentence.low
        if low[k] == "failed" and low[k + 1 : k + 2] == ["to"]:
            return []  # "failed to show up at the talks"
        if low[k] == "open" and low[k + 1 : k + 2] and low[k + 1].isalpha() and not self.opened(k + 1):
            return []  # "called off the meeting over open hostility"
        if low[k] == "broke" and not {"off", "up", "down"} & set(low[k + 1 : k + 6]):
            return []  # "broke the news about the meeting"
        if low[k] in ("took", "take", "takes") and low[k + 1 : k + 2] != ["place"]:
            return []
        if k and low[k - 1] in ("a", "an", "the", "their", "its") and low[k].endswith("ed"):
            return []  # "a closed meeting"
        if low[k] == "last" and (not k or low[k - 1] not in ("will", "would", "to")):
            return []
        if low[k + 1 : k + 2] == ["to"]:
            return []  # "will continue to promote contacts"
        if self.negated(k) or (low[k] in ("start", "end") and k and low[k - 1] in ("the", "a", "at")):
            return []
        after = self.near(k, MET, 6) if low[k] not in ("took", "take", "takes", "held") else None
        before = next(
            (m for m in range(k - 1, max(-1, k - 22), -1) if low[m] in _RUN),
            None,
        )
        noun = after if after is not None else before
        if noun is None:
            return []
        kind = self.kind(noun)
        end = self.end(max(k, noun))
        subject = self.subject(k) if after is not None else None
        people = self.people(max(k, noun), end)
        if noun < k and low[noun + 1] in ("between", "with"):
            people = [name for name in self.people(noun, k) if name not in people] + people
        dates = [date for date in self.dates if k < date.i < end]
        to = k > 1 and low[k - 1] == "to" and low[k - 2] not in INTEND
        if to and not any(k < date.i < end for date in self.dates):
            return []  # "a chance to resume talks"
        one = self.build(kind, k, end, subject, people)
        one.noun = noun
        if after is not None and subject is not None and self.body(subject):
            one.places.append(subject.name)
        if after is None:
            one.leaders = not people and "leaders" in low[noun:k]
            one.people = one.people or (self.leading(k) if one.leaders else [])
            one.definite = not people
            one.i = k if k - noun > 6 else noun
            if noun and low[noun - 1] in ("the", "these", "their"):
                one.i = min(one.i, noun - 1) if k - noun <= 6 else k
        if not dates and one.date is None:
            told = after is not None and (one.people or one.places) and not low[k].endswith("ing")
            if told and low[k] != "open":
                return [one]
            number, _, last = self.against(noun)
            both = after is not None and subject is not None and self.side(subject)
            if not (number == 2 and noun < k) and not (number and both and not low[k].endswith("ing")):
                return []
            if noun < k and self.sided(noun, kind):
                return []  # "three days of talks between Norway and Finland ended": told by the noun
            # "Talks between Norway and Finland were held", "Norwegian envoys resumed talks with Finnish officials"
            one.rule, one.j = "events.sides", max(one.j, last)
            one.places = [m.name for m in self.found if m.kind == "place" and noun < m.i < last][:2]
            return [one]
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
