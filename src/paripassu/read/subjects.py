"""Who does what a verb tells: the subject before it, whom "him" means, whose meeting it is."""

from __future__ import annotations

from paripassu.read import speakers
from paripassu.read.bag import bag
from paripassu.read.dates import Date
from paripassu.read.mention import Mention
from paripassu.read.offices import by_office, led_by_name
from paripassu.read.pronouns import pronoun
from paripassu.read.stage import Speaker, Stage
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence
from paripassu.read.unnamed import unnamed
from paripassu.read.vocabulary import INTEND

__all__ = ["Subjects"]

_WHEN = bag("after before as since when while that until because once")
_INCLUDED = bag("included includes")
_SIDE = bag("team delegation group side")
_DOING = bag("after before while when upon by")
_READY = bag("preparing prepared prepares ready willing hoping eager keen about")
_LATER = bag("then later also again now since")
_JOINT = 24  # words
_PARTS = bag("; : “ ” who whom which that where but while said told")
_NO_VERB = bag("a an the his her their its 's ’s of by to with , and or")
_BEFORE_HE = _WHEN | {",", "and", "but", "where", "whom"}


_RULERS = bag("president leader chairman premier king emperor ruler")
_OFFICES = bag("president leader chairman premier king minister envoy ambassador secretary")
_HELPS = bag(
    "will would shall have had has am are was were be been 'll ’ll 've ’ve 're ’re 'm ’m 'd ’d just also already soon "
    "again now first last have"
)


class Subjects:
    """A sentence asked who acts in it."""

    def __init__(
        self,
        sentence: Sentence,
        found: list[Mention],
        dates: list[Date],
        stage: Stage,
        number: int,
        skip: list[bool],
    ) -> None:
        self.sentence = sentence
        self.found = found
        self.dates = dates
        self.stage = stage
        self.number = number
        self.skip = skip
        self.used: set[int] = set()
        self.subjects: dict[tuple[int, bool], Speaker | None] = {}
        self.ends: dict[int, int] = {}

    def name(self, mention: Mention) -> str:
        person = self.stage.person(mention)
        return person.name if person else mention.name

    def dated(self, k: int) -> bool:
        return any(one.i <= k < one.j for one in self.dates)

    def subject(self, k: int, *, close: bool = False) -> Speaker | None:
        """Who does what the verb at ``k`` says; ``close``: only one who stands by it."""
        asked = (k, close)
        if asked not in self.subjects:  # several rules ask at one verb
            self.subjects[asked] = self._subject(k, close)
        return self.subjects[asked]

    def _subject(self, k: int, close: bool) -> Speaker | None:
        low = self.sentence.low
        if self.stage.voice is not None and (own := self.own(k)) is not None:
            voice = self.stage.voice
            return Speaker(voice.name, self.sentence.at[own], self.sentence.stop(own), own, own + 1, voice)
        if k < 3 and low[k].endswith("ing") and (doer := self.doer(k)) is not None:
            return doer
        opens = 1 < k < 9 and low[k - 1] in ("he", "she") and low[k - 2] in _WHEN
        if opens and not any(m.kind == "person" and m.j < k for m in self.found):
            doer = self.doer(k)  # "After she met X on Monday, Lee said"
            if doer is not None and doer.person is not None:
                return doer
        if k > 2 and low[k].endswith("ing") and low[k - 1] in _DOING:
            # "who arrived in Oslo after visiting Bonn"; "speaks to the press while arriving in"
            verb = next((m for m in range(k - 2, max(1, k - 10), -1) if past_verb(low[m]) or low[m] == ","), None)
            return self.subject(verb) if verb is not None and low[verb] != "," else self.opener(k)
        if k > 3 and low[k - 1] == "to" and "who" in low[max(0, k - 12) : k - 3]:
            at = len(low[:k]) - 1 - low[:k][::-1].index("who")
            if not {",", ";"} & set(low[at:k]) and (told := self.who(at)) is not None:
                return told  # "X, who had come to hand over a letter"
        if "who" in low[max(0, k - 3) : k] and (told := self.who(low.index("who", max(0, k - 3)))) is not None:
            return told
        told = self.subject(verb) if (verb := self.joined_to(k)) is not None else None
        if told is not None and told.named:
            return told  # "He received Berg and announced": who did the first
        # "the American met": one of the people spoken of, by the country.
        people = next((m for m in self.found if m.kind == "people" and m.j == k), None)
        if people is not None and k > 1 and low[people.i - 1] == "the":
            for person in [*([self.stage.focus] if self.stage.focus else []), *reversed(self.stage.recent)]:
                if any(set(role.lower().split()) & _adjectives(people.name) for role in person.roles):
                    return Speaker(person.name, people.start, people.end, people.i - 1, people.j, person)
            return Speaker(people.name, people.start, people.end, people.i - 1, people.j, None)
        if low[k - 2 : k] == ["the", "two"] and (pair := self.two(k - 2)) is not None:
            return pair
        got = speakers.left(self.sentence, self.verb_of(k), self.found, self.stage)
        if got is not None and (team := self.team(k)) is not None:
            return team
        if got is not None:
            i = self.phrase(got)
            if i > 1 and low[i - 1] == "and" and got.person is not None and (one := self.besides(got, i)) is not None:
                both = f"{one.name} and {got.name}"  # "he and Kim agreed", "Lee and the Swedish leader met"
                return Speaker(both, one.start, got.end, one.i, got.j, None)
            if got.person is None and not got.named and low[got.j : got.j + 1] == [","] and got.j < k:
                named = next((m for m in self.found if m.kind == "person" and m.i == got.j + 1), None)
                if named is not None:  # "Lee's sister, Eva Dahl attended the ceremony and met"
                    who = self.stage.person(named)
                    return Speaker(self.name(named), named.start, named.end, named.i, named.j, who)
            if got.person is None and got.i > 1 and low[got.i - 1] == ",":
                named = next((m for m in self.found if m.kind == "person" and m.j == got.i - 1), None)
                if named is not None and not got.named:  # "X, chief negotiator for the talks arrived"
                    who = self.stage.person(named)
                    return Speaker(self.name(named), named.start, named.end, named.i, named.j, who)
            return got if got.person is not None else led_by_name(got, self.found, self.stage, low, k) or got
        if k > 1 and "two" in low[max(0, k - 5) : k] and low[0] == "the":
            return Speaker("the two", self.sentence.start, self.sentence.stop(1), 0, 2, None, named=False)
        # "after Norway called off": a side that acts in a clause of time.
        near = (m for m in reversed(self.found) if k - 2 <= m.j <= k)
        side = next((m for m in near if m.kind in ("place", "organisation")), None)
        paired = side is not None and low[side.i - 1] == "and" and any(m.j == side.i - 1 for m in self.found)
        if side is not None and side.i and (paired or low[side.i - 1] in _WHEN):
            return Speaker(side.name, side.start, side.end, side.i, side.j, names_body=True)
        # "A team led by Sung Kim travelled"
        leader = next((m for m in self.found if m.kind == "person" and m.j <= k and m.i > 1 and k - m.j < 2), None)
        if leader is not None:
            return Speaker(self.name(leader), leader.start, leader.end, leader.i, leader.j, self.stage.person(leader))
        # "when she and the others ate lunch"
        for m in range(k - 1, max(-1, k - 14), -1):
            if low[m] in ("he", "she") and (m == 0 or low[m - 1] in _BEFORE_HE):
                return speakers.left(self.sentence, m + 1, self.found, self.stage)
            if low[m] in (",", ";", ".") or low[m] in _WHEN:
                break
        return None if close else speakers.main(self.sentence, k, self.found, self.stage)

    def joined_to(self, k: int) -> int | None:
        """The verb to which ``and`` joins the one at ``k``, where nobody else can be its subject."""
        low = self.sentence.low
        m = k - 1
        while m > 0 and (low[m] in _LATER or low[m].endswith("ly")):
            m -= 1
        if m < 3 or low[m] != "and" or not past_verb(low[k]) or past_verb(low[m - 1]):
            return None
        for verb in range(m - 1, max(0, m - _JOINT), -1):
            if low[verb] in _PARTS or self.skip[verb]:
                return None
            if past_verb(low[verb]) and low[verb - 1] not in _NO_VERB and not low[verb - 1].endswith("ly"):
                return verb
        return None

    def team(self, k: int) -> Speaker | None:
        """``the team, which also included X, met``: the team acts, not X alone."""
        low = self.sentence.low
        last = next((m for m in reversed(self.found) if m.kind == "person" and m.j <= k), None)
        near = range(last.i - 1, max(1, last.i - 9), -1) if last is not None else range(0)
        verb = next((m for m in near if low[m] in _INCLUDED), None)
        if verb is None or "which" not in low[max(0, verb - 3) : verb]:
            return None
        head = next((m for m in range(verb - 1, max(0, verb - 5), -1) if low[m] in _SIDE), None)
        if head is None or low[head - 1] != "the":
            return None
        start, end = self.sentence.at[head - 1], self.sentence.stop(head)
        return Speaker(f"the {low[head]}", start, end, head - 1, head + 1, None, named=False)

    def two(self, i: int) -> Speaker | None:
        """``the two``: those named before in the sentence, or the two named together before it."""
        here = [self.stage.person(m) for m in self.found if m.kind == "person" and m.j <= i]
        pair = list(dict.fromkeys(one.name for one in here if one is not None))
        if not here:
            pair = [one.name for one in self.stage.pair]
        start, end = self.sentence.at[i], self.sentence.stop(i + 1)
        return Speaker(" and ".join(pair), start, end, i, i + 2) if len(pair) == 2 else None

    def besides(self, got: Speaker, i: int) -> Speaker | None:
        """The first of two who act, where the second is known by his office or the first by a pronoun."""
        low = self.sentence.low
        if low[i - 2] in ("he", "she"):
            first = speakers.left(self.sentence, i - 1, self.found, self.stage)
            return first if first is not None and first.person is not None else None
        office = self.held_by(i - 2) if low[i - 2] in _OFFICES and "the" in low[max(0, i - 5) : i] else None
        if office is not None:
            return office if office.person is not got.person else None  # "the president and Mr Berg"
        named = next((m for m in self.found if m.kind == "person" and m.j == i - 1), None)
        who = self.stage.person(named) if named is not None and low[i] in ("the", "his", "her") else None
        if named is None or who is None or who is got.person:
            return None
        return Speaker(who.name, named.start, named.end, named.i, named.j, who)

    def opener(self, k: int) -> Speaker | None:
        """Whom the sentence is about before ``k``: the pronoun it begins with, or the first name in it."""
        if self.sentence.low[0] in ("he", "she"):
            return pronoun(self.sentence, 0, self.found, self.stage)
        return speakers.main(self.sentence, k, self.found, self.stage)

    def mine(self, k: int) -> bool:
        """``my conversation with X``, ``our long meeting``."""
        return self.stage.voice is not None and bool({"my", "our"} & set(self.sentence.low[max(0, k - 3) : k]))

    def own(self, k: int) -> int | None:
        """Where "I" or "we" stands as the subject of the verb at ``k``: ``we met``, ``I will soon be meeting``."""
        low, m = self.sentence.low, k - 1
        while m > 0 and k - m < 6 and (low[m] in _HELPS or low[m].endswith("ly")):
            m -= 1
        return m if m >= 0 and low[m].replace("’", "'").split("'")[0] in ("i", "we") else None

    def states(self, i: int, j: int) -> list[str]:
        """The states named in words ``i`` to ``j``; both Koreas, where talks are "inter-Korean"."""
        words = self.sentence.low[i:j]
        both = "koreas" in words or ("korean" in words and "leaders" in words and "two" in words)
        if both or any(word.startswith("inter-korea") for word in words):
            return ["North Korea", "South Korea"]
        named = [m.name for m in self.found if i <= m.i < j and m.kind in ("place", "people")]
        return list(dict.fromkeys(named))

    def heads(self, i: int, j: int) -> list[str]:
        """Those who lead the two states named in words ``i`` to ``j``: "the leaders of Norway and Sweden"."""
        states = self.states(i, j)
        leading = [name for state in states if (name := self.stage.leading(state)) is not None]
        return leading if len(states) == len(leading) == 2 else []

    def officer(self, at: int) -> str | None:
        """Who holds the office before the word at ``at``: ``the American president's meeting``."""
        low, words = self.sentence.low, self.sentence.words
        if at < 1 or low[at - 1] not in _OFFICES:
            return None
        i = at - 1
        while i > 0 and at - i < 5 and (words[i - 1][0].isupper() or low[i - 1] in ("the", "'s", "’s")):
            i -= 1
        person = by_office(low[i:at], low[at - 1], self.stage)
        return person.name if person is not None else None

    def ruler(self, k: int) -> str | None:
        """Who is met by his office only: ``met with China's president``, ``talks with the Swedish leader``."""
        low = self.sentence.low
        at = k + 2 if low[k + 1 : k + 2] in (["with"], ["to"]) else k + 1
        last = next((m for m in range(at, min(len(low), at + 6)) if low[m] in _RULERS), None)
        if last is None or low[at] in ("a", "an") or low[last + 1 : last + 2] in (["'s"], ["’s"], ["of"]):
            return None
        states = self.states(at, last)
        return self.stage.leading(states[0]) if len(states) == 1 else None

    def phrase(self, one: Speaker) -> int:
        """Where the phrase of a name begins, with its office or country: ``President Lee``, ``Norway's Lee``."""
        low, i = self.sentence.low, one.i
        named = next((m for m in self.found if m.i <= i < m.j and m.kind == "person"), None)
        if named is not None and named.role and low[named.i - 1] != ",":
            i = named.i - len(named.role.split())
        if i > 1 and low[i - 1] in ("'s", "’s"):
            land = next((m for m in self.found if m.j == i - 1 and m.kind == "place"), None)
            i = land.i if land is not None else i
        return max(i, 0)

    def doer(self, k: int) -> Speaker | None:
        """``After meeting X, the envoy said``: who does what the sentence begins with."""
        low = self.sentence.low
        comma = next((m for m in range(k + 1, min(len(low), k + 30)) if low[m] == "," and not self.dated(m + 1)), None)
        if comma is None:
            return None
        verb = next((m for m in range(comma + 2, min(len(low), comma + 16)) if past_verb(low[m])), None)
        return speakers.left(self.sentence, verb, self.found, self.stage) if verb is not None else None

    def who(self, k: int) -> Speaker | None:
        """``X, a vice chairman of the party, who carried``: the one named before the apposition."""
        low = self.sentence.low
        named = next((m for m in reversed(self.found) if m.kind == "person" and m.j <= k), None)
        if named is None or any(past_verb(word) for word in low[named.j : k]):
            return None
        if low[named.j : k] == [","] and (first := self.foremost(named)) is not None:
            both = f"{self.name(first)} and {self.name(named)}"  # "Lee and Norway's Berg, who had met before, sat down"
            return Speaker(both, first.start, named.end, first.i, named.j, None)
        return Speaker(self.name(named), named.start, named.end, named.i, named.j, self.stage.person(named))

    def held_by(self, at: int) -> Speaker | None:
        """Who is meant by the office at ``at`` alone: ``the president``, ``the envoy``."""
        one = unnamed(self.sentence, at, at, at + 1, self.found, self.stage)
        return one if one.person is not None else None

    def foremost(self, second: Mention) -> Mention | None:
        """The first of two with whom a sentence begins, ``Lee and Norway's Berg``."""
        first = next((m for m in self.found if m.kind == "person"), None)
        if first is None or first is second or second.i - first.j > 7 or first.i > len((first.role or "").split()) + 1:
            return None
        between = self.sentence.low[first.j : second.i]
        joined = "and" in between and not ({",", "to", "with"} & set(between) or any(map(past_verb, between)))
        return first if joined else None

    def verb_of(self, k: int) -> int:
        """``plans to visit``, ``is reported to have met``: the verb that has the subject before it."""
        low = self.sentence.low
        m = k - 1 if k and low[k - 1] in ("have", "be") else k
        if not m or low[m - 1] != "to":
            return k
        m -= 1
        while m and (low[m - 1] in INTEND or low[m - 1] in _READY):
            m -= 1
        return m if m < k - 1 else k

    def other(self, k: int) -> str | None:
        """Whom ``him`` and ``her`` mean after a verb: the one last spoken of who is not its subject."""
        subject = self.subject(k)
        mine = subject.person if subject is not None else None
        sex = "f" if "her" in self.sentence.low[k + 1 : k + 3] else "m"
        here = (m for m in reversed(self.found) if m.kind == "person" and m.j <= k)
        for person in map(self.stage.person, here):
            if person is not None and person is not mine and person.sex in ("", sex):
                return person.name
        for person in ([self.stage.focus] if self.stage.focus else []) + self.stage.recent[::-1][:3]:
            if person is not mine:
                return person.name
        return None

    def owner(self, k: int, first: int) -> list[str] | None:
        """Whose meeting: ``his``, ``Trump's``, ``Kim and Trump's``."""
        low = self.sentence.low
        for m in range(k - 1, max(-1, first - 4, k - 9), -1):
            if low[m] in ("his", "her"):
                main = self.opener(m)
                if main is None and m < 5:
                    main = self.doer(m)  # "Ahead of his meeting with X, Y said"
                name = main.person.name if main is not None and main.person is not None else self.stage_person()
                return [name] if name else None
            if low[m] == "whose" and m and (told := self.who(m)) is not None and told.person is not None:
                return [told.person.name]  # "Lee, whose talks with Berg"
            if low[m] in ("my", "our") and self.stage.voice is not None:
                return [self.stage.voice.name]
            if low[m] in ("’s", "'s") and (officer := self.officer(m)) is not None:
                return [officer]
            if low[m] in ("’s", "'s") or low[m] == "-":
                owner = next((one for one in self.found if one.kind == "person" and one.j == m), None)
                if owner is not None:
                    names = [self.name(owner)]
                    other = next(
                        (
                            one
                            for one in self.found
                            if one.kind == "person" and one.j == owner.i - 1 and low[owner.i - 1] in ("and", "-")
                        ),
                        None,
                    )
                    if low[m] == "-":
                        second = next((one for one in self.found if one.kind == "person" and one.i == m + 1), None)
                        names += [self.name(second)] if second else []
                    return ([self.name(other)] if other else []) + names
        return None

    def stage_person(self) -> str:
        return self.stage.focus.name if self.stage.focus else ""


def _adjectives(country: str) -> set[str]:
    return (
        {"us", "american", "u.s."}
        if country == "United States"
        else {country.lower()} | set(country.lower().split()[-1:])
    )
