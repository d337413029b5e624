"""Contacts in a sentence: who met, called, wrote to, travelled to whom, as the words have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from paripassu.read.bag import bag
from paripassu.read.contact import Contact
from paripassu.read.dates import Date
from paripassu.read.mention import Mention
from paripassu.read.stage import Stage
from paripassu.read.steps import Steps
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence
from paripassu.read.vocabulary import (
    ACTS,
    CALLS,
    HELD,
    INTEND,
    LETTERS,
    MEALS,
    MEETINGS,
    PHONE,
    PLANNED,
    RAN,
    SUMMITS,
    TALKS,
)

__all__ = ["contacts"]

_NOUN = MEETINGS | TALKS | SUMMITS | CALLS
_AHEAD = bag("will would and shall 'll ’ll")
_BE = bag("be been is are was were 're ’re")
_WHILE = bag("after before when while since upon by from for of following then until in and without besides")
_NOT_MET = bag("the all its their these those any every some no a an")
_TABLE = bag("table talks negotiations bargaining negotiating")
_ATE = bag("dined dine lunched breakfasted")
_EAT = bag("ate eat eating shared share sharing")
_BASE = bag("visit travel arrive fly return leave depart come go head land")
_GOING = bag("come go leave head return land")
_RUN = TALKS | MEETINGS | SUMMITS | {"ones"}
_TALKED = bag("speak spoke talk talked spoken call called")


def contacts(
    sentence: Sentence, found: list[Mention], dates: list[Date], stage: Stage, number: int, skip: list[bool]
) -> list[Contact]:
    """The contacts of one sentence; ``skip`` marks the words inside quotations."""
    low = sentence.low
    if _RULES.keys().isdisjoint(low):
        return []
    clause = _Contacts(sentence, found, dates, stage, number, skip)
    got: list[Contact] = []
    k, size = 0, len(low)
    while k < size:
        one = [] if skip[k] or low[k] not in _RULES else clause.at(k)
        if not one:
            k += 1
            continue
        got += one
        if one[0].rule == "events.act":
            k += 1  # "scrapped the summit, X and Y conferred on Thursday": the next verb may stand before the day
        else:
            k = max(k + 1, min(contact.j for contact in one) if one[0].rule != "events.series" else one[-1].j)
    return got


class _Contacts(Steps):
    """The rules, one a method."""

    def at(self, k: int) -> list[Contact]:
        """What the word at ``k`` tells of: the first of its rules that finds something."""
        for rule in _RULES.get(self.sentence.low[k], ()):
            got = rule(self, k)
            if got:
                return got
        return []

    # -- when a verb tells of a contact --

    def met(self, k: int) -> list[Contact]:
        """``met X``, ``will meet X``, ``after meeting X``; ``the meeting`` is a noun."""
        low = self.sentence.low
        word, before = low[k], low[k - 1] if k else ""
        after = low[k + 1] if k + 1 < len(low) else "."
        if word == "meeting":
            if before in _WHILE and (
                after == "with" or any(m.kind == "person" and m.i <= k + 6 for m in self.after(k))
            ):
                return self.verb(k, "meeting")
            return self.verb(k, "meeting") if before in _BE and after not in ("of", "between") else []
        if word == "meet" and before not in PLANNED | _BE | {"and", "again", "first", "also", "personally"}:
            return []
        return self.verb(k, "meeting")

    def dealt(self, k: int) -> list[Contact]:
        """``conferred with X``, ``negotiated in 2005``; by telephone it was a call."""
        low = self.sentence.low
        if low[k] in _ATE:
            return self.verb(k, "meal")
        if low[k] in ("discussed", "exchanged") and not self.near(k, PHONE, 9):
            own = "with" in low[k + 1 : k + 9] and any(m.kind == "person" for m in self.after(k))
            return self.verb(k, "talks") if own and self.day_after(k) else []
        return self.verb(k, "call" if self.near(k, PHONE, 9) else "talks")

    def sat(self, k: int) -> list[Contact]:
        """``sat down with X``, ``shook hands with X``, ``called on X``: verbs of two words."""
        low = self.sentence.low
        pair = ACTS["pairs"]
        if k + 1 >= len(low) or f"{low[k]}_{low[k + 1]}" not in pair:
            return []
        after = [m for m in self.after(k) if m.kind == "person" and m.i <= k + 9]
        if low[k + 1] == "on" and (not after or low[after[0].j : after[0].j + 1] == ["to"]):
            return []  # "called on both sides to return"
        if low[k + 1] == "to" and not self.near(k, _TABLE, 5):
            return []
        got = self.verb(k, "meeting" if low[k + 1] != "to" else "talks")
        return got if got and (len(got[0].people) > 1 or got[0].date is not None or got[0].definite) else []

    def guested(self, k: int) -> list[Contact]:
        """``received X``, ``hosted X``, ``was received by X``: a person, or it is no meeting."""
        low = self.sentence.low
        before = low[k - 1] if k else ""
        if self.near(k, LETTERS, 4) is not None or before in ("the", "a", "co", ","):
            return []
        if low[k] in ("host", "receive") and before not in PLANNED | {"and"}:
            return []
        passive = before in ("was", "were", "been", "being") and "by" in low[k + 1 : k + 4]
        hosts = low[k].startswith("host") and (self.day_after(k) or bool(self.dates and self.near(k, _NOUN, 6)))
        if not passive and not hosts and not any(m.kind == "person" and m.i < k + 9 for m in self.after(k)):
            return []
        return self.verb(k, "meal" if self.near(k, MEALS, 9) else "meeting")

    def goes(self, k: int) -> list[Contact]:
        """``will visit``, ``left for``, ``is heading to``: no travel elsewhere ("the left")."""
        low = self.sentence.low
        word, before = low[k], low[k - 1] if k else ""
        if word in _BASE:
            planned = {"will", "would", "to"}
            if before not in planned and not (before == "and" and planned & set(low[max(0, k - 8) : k])):
                return []
            if word not in _GOING or self.day_after(k):
                return self.visit(k)
        if word in ("left", "leave", "leaves") and low[k + 1 : k + 2] == ["here"]:
            return self.visit(k)
        if word.endswith("ing") and before not in _BE | {"after", "before"} and not self.day_after(k):
            return []
        if {"may", "might", "could", "can"} & set(low[max(0, k - 2) : k]):
            return []
        goal = next((m for m in self.after(k) if m.kind == "place" and m.i <= k + 4), None)
        if goal is None or (low[goal.i - 1] not in ("to", "for", "in", "the") and not word.startswith(("lea", "lef"))):
            return []
        return self.visit(k) if self.subject(k, close=True) is not None else []

    def boarded(self, k: int) -> list[Contact]:
        """``is to board a flight on Wednesday``: on the way, wherever to."""
        subject = self.subject(k)
        if not self.near(k, bag("flight plane aircraft train jet ship"), 6) or subject is None:
            return []
        one = self.build("visit", k, self.end(k), subject, [])
        return [one] if one.date is not None and one.people else []

    def rang(self, k: int) -> list[Contact]:
        """``phoned X``, ``spoke with X by telephone``, ``called X on Sunday``."""
        low = self.sentence.low
        word = low[k]
        if word in ("telephoned", "phoned"):
            return self.verb(k, "call")
        if word == "called":
            return self.called(k)
        return self.verb(k, "call") if self.near(k, PHONE, 8) else []

    def phone(self, k: int) -> list[Contact]:
        """``told X by telephone``, ``told X in a phone call``."""
        low = self.sentence.low
        if low[k - 1 : k] not in (["by"], ["over"], ["the"], ["a"]) and not self.near(k, CALLS, 1):
            return []
        press = any(m.type == "media" and m.i < k for m in self.found)
        if "told" not in low[:k] or press or _TALKED & set(low[:k]):
            return []
        return self.verb(low.index("told"), "call")

    def sent(self, k: int) -> list[Contact]:
        """``delivered a letter``, ``handed X a paper``."""
        noun = self.near(k, LETTERS, 7)
        if noun is None and self.sentence.low[k] in ("handed", "hands", "gave"):
            noun = self.near(k, bag("paper document draft copy"), 7)
        return self.letter(k, noun) if noun and self.sentence.low[noun] != "message" else []

    def hold(self, k: int) -> list[Contact]:
        """``held talks``, ``had dinner with X``, ``are to hold``."""
        low = self.sentence.low
        noun = self.near(k, _NOUN, 9)
        if noun:
            if low[k] in _EAT and low[noun] not in MEALS:
                return []
            between = [one for one in low[k + 1 : noun] if one not in ("scheduled", "held")]
            if not any(past_verb(one) for one in between) and (got := self.held(k, noun)):
                return got
        if low[k] == "held" and low[k - 1] in _BE:
            return self.ran(k)
        # "the summit that the two leaders are to hold on June 12"
        that = {"that", "which"} & set(low[max(0, k - 8) : k])
        return self.ran(k) if low[k] in ("hold", "held", "attend") and that and self.day_after(k) else []

    # -- rules --

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
        if subject is not None and self.body(subject):
            one.places.append(subject.name)
        if low[k] == "met" and _NOT_MET & set(low[k + 1 : k + 2]) and not people:
            return []
        ahead = _AHEAD | (INTEND if len(one.people) > 1 or one.definite else frozenset())
        if low[k] == "meet" and one.date is None and not set(low[max(0, k - 2) : k]) & ahead:
            return []
        if not one.people and one.date is None and not one.venue:
            return []
        return [*self.apart(one, people), *self.again(one)]

    def apart(self, one: Contact, people: list[str]) -> list[Contact]:
        """``met Chinese President X and South Korean President Y``: two meetings."""
        if one.kind != "meeting" or len(people) != 2 or low_with(self.sentence.low, one.i, one.j):
            return [one]
        held = [m for m in self.found if m.kind == "person" and self.name(m) in people and one.i < m.i < one.j]
        if len(held) != 2 or self.sentence.low[held[0].j] != "and" or not all(m.role for m in held):
            return [one]
        lands = [frozenset(word for word in (m.role or "").split() if word[0].isupper()) for m in held]
        if not lands[0] or not lands[1] or lands[0] <= lands[1] or lands[1] <= lands[0]:
            return [one]
        first, second = (self.name(m) for m in held)
        mine = [name for name in one.people if name not in people]
        more = replace(one, i=held[0].j + 1, j=one.j, people=[*mine, second])
        return [replace(one, j=held[0].j, people=[*mine, first]), more]

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
        one = self.build(kind, k, end, subject, people)
        if after is not None and subject is not None and self.body(subject):
            one.places.append(subject.name)
        if after is None:
            one.definite = not people
            one.i = k if k - noun > 6 else noun
            if noun and low[noun - 1] in ("the", "these", "their"):
                one.i = min(one.i, noun - 1) if k - noun <= 6 else k
        if not dates and one.date is None:
            told = after is not None and (one.people or one.places) and not low[k].endswith("ing")
            return [one] if told and low[k] != "open" else []
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


def low_with(low: list[str], i: int, j: int) -> bool:
    """Whether several met as one: ``met with both``, ``met jointly``."""
    return bool({"both", "jointly", "together", "trilateral"} & set(low[i:j]))


def _first(name: str) -> frozenset[str]:
    """The words at which those of a list begin."""
    return frozenset(words.split("_")[0] for words in ACTS[name])


def _rules() -> dict[str, tuple[Callable[[_Contacts, int], list[Contact]], ...]]:
    """Which rules are tried at which word, in order."""
    found: dict[str, tuple[Callable[[_Contacts, int], list[Contact]], ...]] = {}
    for words, rule in (
        (bag("met meets meet meeting"), _Contacts.met),
        (ACTS["dealt"], _Contacts.dealt),
        (_first("pairs"), _Contacts.sat),
        (ACTS["guested"], _Contacts.guested),
        (ACTS["rang"], _Contacts.rang),
        (ACTS["visits"], _Contacts.visit),
        (ACTS["goes"], _Contacts.goes),
        (bag("board boarded boarding"), _Contacts.boarded),
        (bag("was were been is are be"), _Contacts.stay),
        (bag("phone telephone"), _Contacts.phone),
        (bag("dispatched dispatches dispatch dispatching sent send sends sending"), _Contacts.dispatched),
        (ACTS["platforms"], _Contacts.platform),
        (LETTERS - {"message"}, _Contacts.written),
        (ACTS["sent"], _Contacts.sent),
        (ACTS["deeds"], _Contacts.deed),
        (HELD, _Contacts.hold),
        (RAN, _Contacts.ran),
        (_first("cancels") | _first("declared") | _first("stepped"), _Contacts.act),
        (_NOUN | ACTS["trips"], _Contacts.noun),
    ):
        for word in words:
            found[word] = (*found.get(word, ()), rule)
    return found


_RULES = _rules()
