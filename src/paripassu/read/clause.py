"""The clause in which a contact is told: who, with whom, where, when."""

from __future__ import annotations

from paripassu.read import speakers
from paripassu.read.bag import bag
from paripassu.read.contact import Contact, plural
from paripassu.read.dates import Date
from paripassu.read.mention import Mention
from paripassu.read.offices import led_by_name
from paripassu.read.stage import Speaker, Stage
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
    SUMMITS,
    TALKS,
)

__all__ = ["Clause"]

NEGATED = bag("not never no without n’t n't refused failed declined unlikely")
TELLING = bag("said told announced says reported confirmed stated statement")
STOP = bag("where but while although though because whereas which")
_WHEN = bag("after before as since when while that until because once")
_FINITE = bag("will would has had have is was says")
_AWAY = bag("after since before when ahead")
_HIM = bag("him her them")
_THEN = bag("for twice again once during before after earlier and last yesterday today")
WHERE = bag("at in on to into near inside")


class Clause:
    """A sentence asked for its contacts, one word after another."""

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

    def kind(self, noun: int) -> str:
        low = self.sentence.low
        word = low[noun]
        if word in CALLS or (noun and low[noun - 1] in PHONE):
            return "call"
        if word in SUMMITS or low[noun - 1 : noun] == ["summit"]:
            return "summit"
        if word in ACTS["trips"]:
            return "visit"
        if word in MEALS:
            return "meal"
        return "talks" if word in TALKS else "meeting"

    def near(self, k: int, words: frozenset[str], reach: int) -> int | None:
        low = self.sentence.low
        for m in range(k + 1, min(len(low), k + 1 + reach)):
            if low[m] in words and not self.skip[m]:
                return m
            if low[m] in (".", ";"):
                return None
        return None

    def dated(self, k: int) -> bool:
        return any(one.i <= k < one.j for one in self.dates)

    def place_at(self, word: str) -> bool:
        return any(m.kind == "place" and word in m.name.lower().split() for m in self.found)

    def negated(self, k: int) -> bool:
        low = self.sentence.low
        return any(word in NEGATED for word in low[max(0, k - 3) : k]) or low[k + 1 : k + 2] == ["no"]

    def end(self, k: int) -> int:
        low = self.sentence.low
        for m in range(k + 1, len(low)):
            if self.skip[m] or low[m] in (".", ";", "“"):
                return m
            if low[m] in STOP and m > k + 1:
                return m
            if low[m] == "," and low[m + 1 : m + 2] in (["who"], ["whose"]) and m > k + 1:
                return m
            if low[m] == "as" and m > k + 1 and m + 1 < len(low) and (low[m - 1] == "," or self.clausal(m + 1)):
                return m
            if low[m] in ("said", "told", "announced", "reported", "says") and m > k + 2:
                speaker = speakers.left(self.sentence, m, self.found, self.stage)
                return speaker.i if speaker is not None and speaker.i > k else m
            if (
                low[m] == "and"
                and m + 1 < len(low)
                and (past_verb(low[m + 1]) or low[m + 1] in ("hand-delivered", "had", "was"))
            ):
                return m
            if low[m] == "," and m + 1 < len(low) and low[m + 1].endswith("ing") and len(low[m + 1]) > 5:
                return m
            if low[m] in ("to", "in") and m + 2 < len(low) and low[m + 1] in ("discuss", "prepare", "preparation"):
                dated = next((one for one in self.dates if one.i > m), None)
                rest = low[m : dated.i] if dated else []
                if dated is None or len(rest) > 14 or "ahead" in rest or "for" in rest:
                    return m
        return len(low)

    def clausal(self, m: int) -> bool:
        """Whether a clause with its own subject begins at ``m``."""
        low = self.sentence.low
        if low[m] in ("he", "she", "they", "it"):
            return True
        return any(one.kind == "person" and m <= one.i <= m + 4 for one in self.found)

    def name(self, mention: Mention) -> str:
        person = self.stage.person(mention)
        return person.name if person else mention.name

    def body(self, subject: Speaker) -> bool:
        return subject.person is None and subject.named and " and " not in subject.name and subject.name[0].isupper()

    def self_(self, subject: Speaker | None) -> list[str]:
        if subject is None or not subject.named:
            return []
        if subject.person is not None:
            return [subject.person.name]
        return subject.name.split(" and ") if subject.i >= 0 and " and " in subject.name else []

    def subject(self, k: int, *, close: bool = False) -> Speaker | None:
        """Who does what the verb at ``k`` says; ``close``: only one who stands by it."""
        low = self.sentence.low
        if k and low[k - 1] in ("i", "we") and self.stage.voice is not None:
            voice = self.stage.voice
            return Speaker(voice.name, self.sentence.at[k - 1], self.sentence.stop(k - 1), k - 1, k, voice)
        got = speakers.left(self.sentence, self.verb_of(k), self.found, self.stage)
        if got is not None:
            return got if got.person is not None else led_by_name(got, self.found, self.stage, low, k) or got
        if k > 1 and "two" in low[max(0, k - 5) : k] and low[0] == "the":
            return Speaker("they", self.sentence.start, self.sentence.stop(1), 0, 2, None, named=False)
        # "the American met": one of the people spoken of, by the country.
        people = next((m for m in self.found if m.kind == "people" and m.j == k), None)
        if people is not None and k > 1 and low[people.i - 1] == "the":
            for person in [*([self.stage.focus] if self.stage.focus else []), *reversed(self.stage.recent)]:
                if any(set(role.lower().split()) & _adjectives(people.name) for role in person.roles):
                    return Speaker(person.name, people.start, people.end, people.i - 1, people.j, person)
            return Speaker(people.name, people.start, people.end, people.i - 1, people.j, None)
        # "after Norway called off": a side that acts in a clause of time.
        side = next((m for m in self.found if m.kind in ("place", "organisation") and k - 2 <= m.j <= k), None)
        if side is not None and side.i and low[side.i - 1] in _WHEN:
            return Speaker(side.name, side.start, side.end, side.i, side.j, names_body=True)
        # "A team led by Sung Kim travelled"
        leader = next((m for m in self.found if m.kind == "person" and m.j <= k and m.i > 1 and k - m.j < 2), None)
        if leader is not None:
            return Speaker(self.name(leader), leader.start, leader.end, leader.i, leader.j, self.stage.person(leader))
        # "when she and the others ate lunch"
        for m in range(k - 1, max(-1, k - 14), -1):
            if low[m] in ("he", "she") and (m == 0 or low[m - 1] in _WHEN | {",", "and", "but", "where", "whom"}):
                return speakers.left(self.sentence, m + 1, self.found, self.stage)
            if low[m] in (",", ";", ".") or low[m] in _WHEN:
                break
        return None if close else speakers.main(self.sentence, k, self.found, self.stage)

    def people(self, k: int, end: int) -> list[str]:
        names: list[str] = []
        low = self.sentence.low
        at = k + 2 if low[k + 1 : k + 2] == ["with"] else k + 1
        after = low[at + 1] if at + 1 < len(low) else "."
        if low[at : at + 1] and low[at] in _HIM and (low[at] != "her" or not after.isalpha() or after in WHERE | _THEN):
            other = self.other(k)
            names += [other] if other else []
        if low[at : at + 1] == ["both"] or low[at + 1 : at + 2] == ["both"]:
            names += [person.name for person in self.stage.pair]
        for mention in self.found:
            if mention.kind != "person" or not k < mention.i < end:
                continue
            if names and any(past_verb(word) or word in _AWAY for word in low[k + 1 : mention.i]):
                break
            if {"since", "when"} & set(low[k + 1 : mention.i]):
                break
            if names and self.begins(mention):
                break
            if (
                mention.j < len(low)
                and low[mention.j] in ("’s", "'s", "administration")
                and not _possessed(low, mention.j)
            ):
                continue
            name = self.name(mention)
            if name not in names:
                names.append(name)
        return names

    def begins(self, mention: Mention) -> bool:
        """Whether a name is the subject of a new clause: ``..., Trump tweeted``."""
        low = self.sentence.low
        after = low[mention.j] if mention.j < len(low) else "."
        if not (past_verb(after) or after in _FINITE):
            return False
        return "," in low[max(0, mention.i - 1 - len((mention.role or "").split())) : mention.i]

    def after(self, k: int) -> list[Mention]:
        """The names after ``k``."""
        return [mention for mention in self.found if mention.i > k]

    def day_after(self, k: int) -> bool:
        """Whether a date stands after ``k``."""
        return any(one.i > k for one in self.dates)

    def verb_of(self, k: int) -> int:
        """``plans to visit``, ``is reported to have met``: the verb that has the subject before it."""
        low = self.sentence.low
        m = k - 1 if k and low[k - 1] in ("have", "be") else k
        if not m or low[m - 1] != "to":
            return k
        m -= 1
        while m and low[m - 1] in INTEND:
            m -= 1
        return m if m < k - 1 else k

    def other(self, k: int) -> str | None:
        """Whom ``him`` and ``her`` mean after a verb: the one last spoken of who is not its subject."""
        subject = self.subject(k)
        mine = subject.person if subject is not None else None
        for person in ([self.stage.focus] if self.stage.focus else []) + self.stage.recent[::-1][:3]:
            if person is not mine:
                return person.name
        return None

    def owner(self, k: int, first: int) -> list[str] | None:
        """Whose meeting: ``his``, ``Trump's``, ``Kim and Trump's``."""
        low = self.sentence.low
        for m in range(k - 1, max(-1, first - 4, k - 9), -1):
            if low[m] in ("his", "her"):
                main = speakers.main(self.sentence, m, self.found, self.stage)
                name = main.person.name if main is not None and main.person is not None else self.stage_person()
                return [name] if name else None
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

    def reach(self, k: int, people: list[str]) -> int:
        last = k + 1
        for mention in self.found:
            if mention.kind == "person" and mention.i > k and self.name(mention) in people and mention.j - k < 30:
                last = max(last, mention.j)
        return last

    def status(self, k: int, date: Date | None) -> str:
        low = self.sentence.low
        window = set(low[max(0, k - 6) : k + 6])
        if window & {"cancelled", "canceled", "scrapped"}:
            return "cancelled"
        if window & {"expected", "expects"}:
            return "expected"
        published = self.stage.published
        if (
            date is not None
            and published is not None
            and date.when.value is not None
            and date.when.value[:10] > published
        ):
            return "planned"
        return "planned" if window & PLANNED - {"to", "set"} else "held"

    def build(self, kind: str, k: int, end: int, subject: Speaker | None, people: list[str]) -> Contact:
        low = self.sentence.low
        start = k
        if subject is not None and 0 <= subject.i < k and k - subject.j <= 4 and k - subject.i < 20:
            start = subject.i
        if kind == "visit" or (low[k] in HELD and k - start > 12):
            start = max(start, k - 3) if k - start > 8 else start
        date = self.date(k, end, start)
        venue = None
        last = k + 1
        for mention in self.found:
            near = k < mention.i < min(end, k + 25) and mention.kind == "place"
            if near and venue is None and kind != "call" and self.stands(mention):
                venue = mention.name
                last = max(last, mention.j)
        names = self.self_(subject)
        for name in people:
            if name not in names:
                names.append(name)
        last = max([last, self.reach(k, people)])
        if date is not None and k < date.i < end:
            last = max(last, date.j)
        if date is not None and date.i < start and start - date.i < 6:
            start = date.i
        noun = self.near(k, TALKS | MEETINGS | LETTERS | SUMMITS | CALLS, 9)
        if noun is not None and noun < end and kind != "visit":
            last = max(last, noun + 1)
        one = Contact(kind, self.number, start, min(last, len(low)), subject, names, [], venue, date)
        one.since = bool(date and date.i and low[date.i - 1] == "since" and kind != "visit")
        one.status = self.status(k, date)
        if kind in ("meeting", "talks") and len(one.people) >= 2 and self.near(k, SUMMITS, 4) is not None:
            one.kind = kind
        one.definite = subject is not None and plural(subject.name)
        if one.definite and not one.people:
            # "aides to X and Y, hurrying to the summit that the two leaders are to hold"
            here = [self.name(m) for m in self.found if m.kind == "person" and m.j <= start]
            one.people = here if len(here) == 2 else []
        one.leaders = subject is not None and subject.person is None and "leaders" in subject.name.lower().split()
        return one

    def stands(self, mention: Mention) -> bool:
        """Whether a place is where something is: ``at X``, ``in the so-called “X”``, ``the village of X``."""
        low = self.sentence.low
        m = mention.i - 1
        while m > 0 and low[m] in ("the", "“", '"', "so-called", "‘"):
            m -= 1
        if low[m] == "of" and m and low[m - 1] in bag("village city town island port resort side capital"):
            return True
        return low[m] in WHERE

    def date(self, k: int, end: int, start: int) -> Date | None:
        low = self.sentence.low
        inside = [one for one in self.dates if k < one.i < end]
        for one in inside:
            gap = low[k + 1 : one.i]
            summit = (
                "summit" in gap and "sidelines" not in gap and {"for", "until", "of"} & set(gap[: gap.index("summit")])
            )
            if {"since", "—", "–", "--"} & set(gap[:-1]):
                continue
            if "ahead" in gap or ("before" in gap and one.i - k > 4) or (summit and low[one.i - 1] != "on"):
                continue
            return one
        before = [
            one for one in self.dates if one.j <= start and (one.i <= 2 or low[one.i - 1] in ("on", ",", "late", "in"))
        ]
        between = [one for one in self.dates if start <= one.i and one.j <= k]
        if between:
            return between[-1]
        if before and start - before[-1].j <= 2 and low[start - 1 : k].count("then") == 0:
            return before[-1]
        if before and start and low[start - 1] in ("when", "where"):
            return before[-1]
        if before and all(cue not in ("said", "told") for cue in low[before[-1].j : start]) and before[-1].i <= 3:
            return before[-1]
        leading = (
            [one for one in self.dates if one.i > end and low[one.i - 1] in ("on", "earlier", ",")]
            if end == len(low)
            else []
        )
        if leading:
            return leading[0]
        within = [one for one in self.dates if one.rule in ("dates.within", "dates.lean")]
        if within and not inside:
            return within[0]
        # "X has invited Y, the office announced on Saturday": what has just happened is of the day it is told.
        if k and low[k - 1] in ("has", "have") and len(self.dates) == 1 and not inside:
            told = self.dates[0]
            if told.when.precision == "day" and TELLING & set(low[max(0, told.i - 8) : told.i]):
                return told
        return None


def _adjectives(country: str) -> set[str]:
    return (
        {"us", "american", "u.s."}
        if country == "United States"
        else {country.lower()} | set(country.lower().split()[-1:])
    )


def _possessed(low: list[str], j: int) -> bool:
    return j + 1 < len(low) and low[j + 1] in ("counterpart",)
