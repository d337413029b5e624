"""Contacts in a sentence: who met, called, wrote to, travelled to whom, as the words have it."""

from __future__ import annotations

from collections.abc import Callable

from paripassu.read.bag import bag
from paripassu.read.contact import Contact, plural
from paripassu.read.dates import Date
from paripassu.read.mention import Mention
from paripassu.read.people import Person
from paripassu.read.stage import Stage
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence
from paripassu.read.verbs import Verbs
from paripassu.read.vocabulary import (
    ACTS,
    CALLS,
    GROUPS,
    HELD,
    LETTERS,
    MEALS,
    MET,
    PHONE,
    PLANNED,
    RAN,
    SUMMITS,
    TALKS,
)

__all__ = ["contacts", "quoted"]

_NOUN = MET | SUMMITS | CALLS
_BE = bag("be been is are was were 're ’re")
_WHILE = bag("after before when while since upon by from for of following then until in and without besides")
_PASSIVE = bag("was were been being is are")
_GOES_ON = bag("with between on in at will would may might is was took takes and or could can to")
_WHOM = bag("met saw received hosted visited seen welcomed")
_TABLE = bag("table talks negotiations bargaining negotiating")
_SWAPPED = bag("exchanged traded swapped exchanging trading swapping")
_PLACED = bag("placed made gave")
_CALL = bag("call calls")
_REACH = bag("contacted contact contacting reached reach reaching")
_HIM = bag("him her them")
_ATE = bag("dined dine lunched breakfasted")
_EAT = bag("ate eat eating shared share sharing")
_ADVERBS = bag("now then later next soon also again probably likely reportedly finally still first personally")
_BEFORE_MEET = PLANNED | _BE | bag("may might could and first personally")
_BEFORE_HOST = PLANNED | {"and"}
_WHOSE = bag("his her their its 's ’s")
_BEFORE_GOING = _BE | _WHILE
_TABLED = MEALS | TALKS
_ACTED = ("events.act", "events.turn")
_BASE = bag("visit travel arrive fly return leave depart come go head land")
_GOING = bag("come go leave head return land")
_INNER = _NOUN | HELD | RAN
_TALKED = bag("speak spoke talk talked spoken call called")


def contacts(
    sentence: Sentence, found: list[Mention], dates: list[Date], stage: Stage, number: int, skip: list[bool]
) -> list[Contact]:
    """The contacts of one sentence; ``skip`` marks the words inside quotations."""
    low = sentence.low
    telling = [k for k, word in enumerate(low) if word in _RULES]
    if not telling:
        return []
    clause = _Contacts(sentence, found, dates, stage, number, skip)
    got: list[Contact] = []
    until, kind = 0, ""
    for k in telling:
        # Inside a contact only one of another kind or day is told: "met X, on a visit to Y, on Monday".
        inner = k < until and not (low[k] in _NOUN and got and clause.own_day(k, got[-1]))
        if skip[k] or (inner and kind != "visit" and low[k] in _INNER):
            continue
        one = clause.at(k)
        if not one or (inner and (_family(one[0]) == kind or one[0].rule in _ACTED)):
            continue
        if one[0].rule in _ACTED and got and low[k - 1] == "and" and _family(got[-1]) == "meeting":
            continue  # "met in June and agreed to": what came of it
        if got and got[-1].i <= one[0].noun < got[-1].j and got[-1].rule == "events.noun" and got[-1].date is None:
            # "The meeting between X and Y is to take place on Monday": the verb tells what the noun names.
            told = got.pop()
            one[0].people += [name for name in told.people if name not in one[0].people]
        got += one
        if one[0].rule not in _ACTED:
            # Not after an act: "scrapped the summit, X and Y conferred on Thursday" has its day after the next verb.
            until = max(until, min(contact.j for contact in one) if one[0].rule != "events.series" else one[-1].j)
            kind = _family(one[0])
    return got


def quoted(
    sentence: Sentence, found: list[Mention], dates: list[Date], stage: Stage, number: int, skip: list[bool],
    voice: Person | None,
) -> list[Contact]:  # fmt: skip
    """What a speaker himself tells in a quotation: ``we met on Monday``, ``the June 12 summit``."""
    telling = [k for k, word in enumerate(sentence.low) if skip[k] and word in _QUOTED]
    if not telling:
        return []
    before, stage.voice = stage.voice, voice or stage.voice
    clause = _Contacts(sentence, found, dates, stage, number, [not one for one in skip])
    got: list[Contact] = []
    for k in telling:
        named = sentence.low[k] in _NOUN and (clause.dated(k - 1) or clause.dated(k - 2) or clause.mine(k))
        own = voice is not None and clause.own(k) is not None
        if (named or own) and not (got and k < got[-1].j):
            # "We had a good talk" is of a contact told elsewhere.
            got += [one for one in clause.at(k) if len(one.people) > 1 or one.date or one.rule == "events.sides"]
    stage.voice = before
    return got


def _family(one: Contact) -> str:
    return one.kind if one.kind in ("visit", "letter", "announcement") else "meeting"


class _Contacts(Verbs):
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
            if before == "," and any(
                m.kind == "person" and m.i - len((m.role or "").split()) <= k + 2 for m in self.after(k)
            ):
                return self.verb(k, "meeting")  # "held talks there, meeting X twice"
            if before in _WHILE and (
                after == "with" or any(m.kind == "person" and m.i <= k + 6 for m in self.after(k))
            ):
                return self.verb(k, "meeting")
            return self.verb(k, "meeting") if before in _BE and after not in ("of", "between") else []
        if before in _ADVERBS and k > 1:
            before = low[k - 2]  # "will now meet"
        if word == "met" and before in _PASSIVE and not any(m.kind == "person" and m.i < k + 9 for m in self.after(k)):
            return []  # "was met by a band"
        if word == "meet" and before not in _BEFORE_MEET:
            # "The two leaders meet on Sunday", "Lee and Berg meet tomorrow"
            return self.verb(k, "meeting") if any(k < one.i <= k + 7 for one in self.dates) else []
        return self.verb(k, "meeting")

    def together(self, k: int) -> list[Contact]:
        """``spent Monday in Geneva with X``, ``two days in Geneva with X``, ``the two spent Sunday together``."""
        low = self.sentence.low
        end = self.end(k)
        at = next((m for m in range(k + 1, min(end, k + 12)) if low[m] in ("with", "together")), None)
        away = at is not None and any(k < m.i < at and low[m.i - 1] in ("in", "at") for m in self.found)
        if at is None or not (self.dates or away):
            return []
        subject, people = self.subject(k), self.people(at - 1, end) if low[at] == "with" else []
        sides = low[at] == "with" and self.sided_with(at - 1)
        if subject is None or not (people or sides or (low[at] != "with" and plural(subject.name))):
            return []
        one = self.build("meeting", k, end, subject, people)
        if not one.people and one.date is None:
            one.rule = "events.sides"
        return [one] if one.date is not None or away else []

    def face(self, k: int) -> list[Contact]:
        """``Tuesday's face-to-face``, ``a sit-down with X on Monday``: where no noun follows."""
        low = self.sentence.low
        after = low[k + 1] if k + 1 < len(low) else "."
        date = next((one for one in self.dates if k - 2 <= one.j <= k or k < one.i <= k + 2), None)
        people = self.people(k, self.end(k)) if after in ("with", "between") else []
        if (after.isalpha() and after not in _GOES_ON) or (date is None and not people):
            return []
        subject = self.subject(k) if people else None
        names = [name for name in self.self_(subject) if name not in people]
        last = max(k + 1, date.j if date is not None else 0, self.reach(k, people))
        first = min(k, date.i if date is not None else k)
        return [Contact("meeting", self.number, first, last, subject, names + people, date=date, rule="events.noun")]

    def whom(self, k: int) -> list[Contact]:
        """``X, whom he received on Monday``: he and X."""
        low = self.sentence.low
        verb = next((m for m in range(k + 1, min(len(low), k + 7)) if low[m] in _WHOM), None)
        guest = next((m for m in self.found if m.kind == "person" and m.j in (k, k - 1)), None)
        subject = self.subject(verb) if verb is not None else None
        if verb is None or guest is None or subject is None or subject.person is None or self.negated(verb):
            return []
        one = self.build("meeting", verb, self.end(verb), subject, [self.name(guest)])
        return [one] if len(one.people) == 2 else []

    def dealt(self, k: int) -> list[Contact]:
        """``conferred with X``, ``negotiated in 2005``; by telephone it was a call."""
        low = self.sentence.low
        if low[k] in _ATE:
            return self.verb(k, "meal")
        if low[k] in ("talking", "negotiating"):
            being = _BE & set(low[max(0, k - 3) : k]) or self.own(k) is not None
            return self.verb(k, "talks") if being and self.sided_with(k) and not self.near(k, PHONE, 9) else []
        if low[k] in ("gathered", "convened", "gather") and not self.dates and _NOUN.isdisjoint(self.sentence.has):
            return []
        if low[k] == "discussing":
            doing = self.subject(k) if low[k - 1] in ("been", "were", "are") else None
            return self.verb(k, "talks") if doing is not None and " and " in doing.name and self.day_after(k) else []
        if low[k] in _SWAPPED and ((got := self.swapped(k)) or low[k] != "exchanged"):
            return got
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
        if low[k + 1] in ("to", "at") and low[k] != "called" and not self.near(k, _TABLE, 5):
            return []
        got = self.verb(k, "meeting" if low[k + 1] != "to" else "talks")
        sure = got and (len(got[0].people) > 1 or got[0].date is not None or got[0].definite)
        subject = got[0].subject if got else None
        sides = subject is not None and bool(got[0].people) and self.side(subject)
        return got if sure or sides or self.sided_with(k) else []

    def guested(self, k: int) -> list[Contact]:
        """``received X``, ``hosted X``, ``was received by X``: a person, or it is no meeting."""
        low = self.sentence.low
        before = low[k - 1] if k else ""
        if self.near(k, LETTERS, 4) is not None or before in ("the", "a", "co"):
            return []
        if before == "," and "by" in low[k + 1 : k + 4]:
            return []
        if low[k] in ("host", "receive") and before not in _BEFORE_HOST:
            return []
        if low[k].startswith("receiv") and self.near(k, _CALL, 4) is not None:
            return self.verb(k, "call")
        passive = before in ("was", "were", "been", "being") and "by" in low[k + 1 : k + 4]
        hosts = low[k].startswith("host") and (self.day_after(k) or bool(self.dates and self.near(k, _NOUN, 6)))
        guest = any(
            m.kind == "person" and m.i < k + 9 and low[m.j : m.j + 1] not in (["'s"], ["’s"]) for m in self.after(k)
        )
        if low[k].startswith("join") and (not guest or not self.near(k, _TABLED, 9)):
            return []  # "joined X for dinner"
        if not passive and not hosts and not guest and self.near(k, GROUPS, 9) is None:
            return []
        return self.verb(k, "meal" if self.near(k, MEALS, 9) else "meeting") or self.received(k)

    def goes(self, k: int) -> list[Contact]:
        """``will visit``, ``left for``, ``is heading to``: no travel elsewhere ("the left")."""
        low = self.sentence.low
        word, m = low[k], k - 1
        while m > 0 and low[m] in _ADVERBS:
            m -= 1  # "would probably come"
        before = low[m] if k else ""
        if word == "return" and before in _WHOSE:
            return self.trip(k)  # "on his return from Geneva on Monday"
        if low[k + 1 : k + 2] and low[k + 1] in ("forward", "ahead", "on", "through"):
            return []  # "the talks will go forward"
        if word in _BASE:
            planned = {"will", "would", "to", "'ll", "’ll"}
            hoped = self.hoped(k)
            if not hoped and before not in planned and not (before == "and" and planned & set(low[max(0, k - 14) : k])):
                return []
            if word not in _GOING or hoped or self.day_after(k):
                return self.visit(k)
        if word in ("left", "leave", "leaves") and low[k + 1 : k + 2] == ["here"]:
            return self.visit(k)
        if word == "gone" and before not in ("has", "have", "had"):
            return []
        if word.endswith("ing") and before not in _BEFORE_GOING and not self.day_after(k):
            return []
        if {"may", "might", "could", "can"} & set(low[max(0, k - 2) : k]) and not self.hoped(k):
            return []
        goal = self.goal(k, far=4)
        if goal is not None and goal.j < len(low) and low[goal.j] in _NOUN:
            return []  # "heading to the Washington meetings"
        to = self.onto(k) + 1
        if goal is None and not (low[to : to + 1] in (["for"], ["to"]) and self.nameless(to + 1)):
            return []
        return self.visit(k) if self.subject(k, close=True) is not None else []

    def rang(self, k: int) -> list[Contact]:
        """``phoned X``, ``spoke with X by telephone``, ``called X on Sunday``."""
        low = self.sentence.low
        word = low[k]
        if word in ("telephoned", "phoned"):
            return self.each(self.verb(k, "call"))
        if word in ("called", "rang"):
            return self.called(k)
        if word in _PLACED:
            noun = self.near(k, _CALL, 5)
            to = noun is not None and (low[noun + 1 : noun + 2] == ["to"] or word == "gave")
            return self.verb(k, "call") if to else []
        if word in _REACH:
            return self.contacted(k)
        return self.each(self.verb(k, "call")) if self.near(k, PHONE, 8) else []

    def phone(self, k: int) -> list[Contact]:
        """``told X by telephone``, ``thanked him in a phone call``."""
        low = self.sentence.low
        if low[k - 1 : k] not in (["by"], ["over"], ["the"], ["a"]) and not self.near(k, CALLS, 1):
            return []
        press = any(m.type == "media" and m.i < k for m in self.found)
        if press or not _TALKED.isdisjoint(low[:k]):
            return []
        if "told" in low[:k]:
            return self.verb(low.index("told"), "call")
        if low[k - 1] not in ("by", "over"):
            return []
        for m in range(k - 2, max(0, k - 9), -1):
            if low[m] in _HIM and past_verb(low[m - 1]):
                return self.verb(m - 1, "call")
            if low[m] in (",", ";"):
                break
        verb = next((m for m in range(k - 2, max(0, k - 9), -1) if past_verb(low[m])), None)
        guest = next((one for one in self.found if one.kind == "person" and one.j in (k - 1, k - 2)), None)
        fits = verb is not None and guest is not None and guest.i - len((guest.role or "").split()) == verb + 1
        return self.verb(verb, "call") if verb is not None and fits else []

    def hold(self, k: int) -> list[Contact]:
        """``held talks``, ``had dinner with X``, ``are to hold``."""
        low = self.sentence.low
        noun = self.near(k, _NOUN, 9)
        if noun and low[k].startswith("attend") and "the" in low[k + 1 : noun] and not self.day_after(k):
            return []  # "X, who attended the meeting": one told elsewhere
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


def _first(name: str) -> frozenset[str]:
    return frozenset(words.split("_")[0] for words in ACTS[name])


def _rules() -> dict[str, tuple[Callable[[_Contacts, int], list[Contact]], ...]]:
    """Which rules are tried at which word, in order."""
    found: dict[str, tuple[Callable[[_Contacts, int], list[Contact]], ...]] = {}
    for words, rule in (
        (bag("met meets meet meeting"), _Contacts.met),
        (bag("whom"), _Contacts.whom),
        (bag("face-to-face sit-down one-on-one tete-a-tete"), _Contacts.face),
        (bag("spent spend spending"), _Contacts.together),
        (bag("spent spend spending stayed stays staying"), _Contacts.stayed),
        (ACTS["dealt"], _Contacts.dealt),
        (_first("pairs"), _Contacts.sat),
        (ACTS["guested"], _Contacts.guested),
        (ACTS["rang"], _Contacts.rang),
        (ACTS["visits"], _Contacts.visit),
        (ACTS["leads"], _Contacts.led),
        (ACTS["goes"], _Contacts.goes),
        (_first("ways"), _Contacts.way),
        (bag("board boarded boarding"), _Contacts.boarded),
        (bag("was were been is are be"), _Contacts.stay),
        (bag("was were been is are be"), _Contacts.beside),
        (bag("returned returns return returning came come coming flew flying fly got"), _Contacts.back),
        (bag("while stop stay layover"), _Contacts.during),
        (bag("back"), _Contacts.fresh),
        (bag("phone telephone"), _Contacts.phone),
        (bag("dispatched dispatches dispatch dispatching sent send sends sending"), _Contacts.dispatched),
        (bag("dispatched sent"), _Contacts.posted_to),
        (LETTERS, _Contacts.written),
        (bag("exchange"), _Contacts.swap),
        (bag("conference link"), _Contacts.linked),
        (bag("call phone telephone ring got gets took takes"), _Contacts.to_call),
        (_first("had"), _Contacts.had),
        (ACTS["platforms"], _Contacts.platform),
        (bag("hotline"), _Contacts.hotline),
        (ACTS["sent"], _Contacts.sent),
        (ACTS["deeds"], _Contacts.deed),
        (ACTS["turns"] | ACTS["nouns"], _Contacts.turned),
        (HELD, _Contacts.hold),
        (RAN, _Contacts.ran),
        (_first("cancels") | _first("declared") | _first("stepped") | ACTS["dated"], _Contacts.act),
        (_NOUN | ACTS["trips"], _Contacts.noun),
    ):
        for word in words:
            found[word] = (*found.get(word, ()), rule)
    return found


_RULES = _rules()
_QUOTED = _NOUN | bag("met meet talking negotiating spoke called phoned telephoned had held")
