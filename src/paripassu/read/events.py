"""Contacts of a report: one entry an event, though several sentences tell of it."""

from __future__ import annotations

import datetime as dt

from paripassu.read.announced import announced
from paripassu.read.bag import bag
from paripassu.read.contact import Contact
from paripassu.read.contacts import contacts, quoted
from paripassu.read.dates import Date
from paripassu.read.delegations import Led, led_by
from paripassu.read.entry import entry
from paripassu.read.inherit import from_before, posted, spanning, who_before
from paripassu.read.lead import named_after
from paripassu.read.leftover import Leftover
from paripassu.read.mention import Mention
from paripassu.read.merging import Event, add, settle
from paripassu.read.opening import opening_day
from paripassu.read.retold import echoes, gathered, join_planned, one_day, same_again
from paripassu.read.stage import Stage
from paripassu.read.stances import OPENS, Stances, claims
from paripassu.read.statements import Statement
from paripassu.read.tokens import Sentence
from paripassu.read.vocabulary import MET, SUMMITS
from paripassu.read.weighed import Scene, Weighed

__all__ = ["Event", "events"]

_MANY = bag("they")
_MET = MET | SUMMITS
_POINTS = bag("their these")
_SAT = ("meeting", "meal", "talks")
_SENT = ("events.sent", "events.group")
_LONG = 14  # words: a line above the report as long as this is a sentence of it


def events(
    text: str,
    sentences: list[Sentence],
    scans: list[tuple[list[Mention], list[int]]],
    dates: list[Date],
    statements: list[Statement],
    stage: Stage,
    base: dt.date | None,
) -> list[Event]:
    """The contacts of a report, in order of the text."""
    by_sentence: dict[int, list[Date]] = {}
    for date in dates:
        by_sentence.setdefault(date.sentence, []).append(date)
    said: dict[int, list[Statement]] = {}
    for one in statements:
        said.setdefault(one.sentence, []).append(one)
    opening = opening_day(sentences, dates)
    lede = next((one.para for one in sentences if one.role == "body"), 0)
    led = led_by(sentences, scans, stage)
    found: list[Event] = []
    scenes: dict[int, Scene] = {}
    for number, (sentence, (names, _)) in enumerate(zip(sentences, scans, strict=True)):
        if sentence.role not in ("body", "heading", "caption") and (sentence.capitals or len(sentence.low) < _LONG):
            continue
        stage.heard(sentence, names)
        skip = [False] * len(sentence.low)
        for start, end in sentence.quotes:
            first, last = sentence.index(start), min(sentence.index(end), len(skip))
            # A few words, or words that go on in the report's own sentence, are told by the report.
            if last - first > 5 and not (first and sentence.words[first + 1].islower()):
                for k in range(first, last):
                    skip[k] = True
        mine = by_sentence.get(number, [])
        scenes[number] = stage.still(), skip
        got = contacts(sentence, names, mine, stage, number, skip)
        if any(skip):
            voice = next((one.speaker.person for one in said.get(number, ()) if one.speaker is not None), None)
            got += quoted(sentence, names, mine, stage, number, skip, voice)
        for contact in got:
            if contact.rule == "events.noun" and contact.kind in _SAT and number not in said and not contact.people:
                contact.people = [] if any(len(one.people) > 1 for one in got) else _two(names, stage)
            event = spanning(sentence, contact, mine, entry(contact, sentence, base, led))
            _complete(event, contact, found, sentence, by_sentence.get(number - 1, []), sentences, stage)
            who_before(event, contact, sentence, found)
            from_before(event, contact, sentence, found)
            if event.kind == "visit" and event.on is None and not event.participants and event.rule not in _SENT:
                continue  # somebody somewhere, some day
            add(found, event, contact)
            if found[-1] is event and event.on is None:
                if contact.fresh and base is not None and (contact.kind == "visit" or event.para <= lede + 1):
                    event.on, event.confidence = opening[1] if opening else base.isoformat(), "guess"
                if opening is not None:
                    _as_opened(event, contact, opening)
        for one in said.get(number, ()):
            free = [date for date in mine if not any(s.start <= date.start < s.end for s in said[number])]
            dated = announced(one, sentence, free, names, stage)
            aside = one.cue is not None and sentence.low[sentence.index(one.cue[0])].endswith("ing")
            if dated is not None and not any(_told(dated, other, aside) for other in found[-4:]):
                for other in found[-4:]:
                    # "spoke of the summit on Monday", "said on Monday they will meet": the day is that of the saying
                    named = other.rule == "events.noun" or other.status != "held"
                    if named and other.on == dated.on and _overlap(dated.spans[0], other.spans[0]):
                        other.on = None
                add(found, dated, None)
        if mine and not OPENS.isdisjoint(sentence.has):
            _borne(found, Stances(sentence, names, mine, stage, number, skip), base, led)
        if mine and sentence.role == "body":
            _leftover(found, Leftover(sentence, names, mine, stage, number, skip), base, led)
        stage.turn(
            sentence,
            names,
            next((one.speaker for one in reversed(said.get(number, [])) if one.speaker), None),
        )
    weighed = Weighed(sentences, scans, by_sentence, said, found, scenes, base)
    for contact in weighed.guesses():
        sentence = sentences[contact.sentence]
        event = entry(contact, sentence, base, led)
        add(found, spanning(sentence, contact, by_sentence.get(contact.sentence, []), event), None)
    named_after(found, sentences, scans, stage)
    found.sort(key=lambda one: one.spans[0])
    pair = _pair(sentences, scans, stage)
    _summits(found, sentences, pair, stage, base)
    today = base.isoformat() if base is not None else None
    settle(found, today)
    same_again(found, today)
    join_planned(found, today)
    echoes(found, sentences, by_sentence, today)
    posted(found, sentences)
    _summits(found, sentences, pair, stage, base)
    one_day(found)
    gathered(found)
    found = [
        one
        for one in found
        if one.on is not None
        or one.participants
        or one.parties
        or one.kind == "cancellation"
        or one.rule in ("events.act", "events.turn", "events.group", "events.sides", "events.sent")
    ]
    for event in found:
        if event.kind == "meal":
            event.kind = "meeting"  # told apart so far: a dinner after a meeting is one more
    found.sort(key=lambda one: one.spans[0])
    return found


def _borne(found: list[Event], clause: Stances, base: dt.date | None, led: dict[int, Led]) -> None:
    """How a side bore itself on a day, unless a contact of that day tells it already."""
    here = [one for one in found[-12:] if one.sentence == clause.number]
    for contact in clause.taken():
        event = entry(contact, clause.sentence, base, led)
        day = contact.date.start if contact.date is not None else -1
        if any(claims(one, event, day) for one in here):
            continue
        for other in here:
            if (
                other.on == event.on
                and other.rule == "events.noun"
                and other.kind != "visit"
                and _overlap(event.spans[0], other.spans[0])
            ):
                other.on = None  # "raised doubts about the summit on Monday": the day is that of the saying
        add(found, event, None)


def _leftover(found: list[Event], clause: Leftover, base: dt.date | None, led: dict[int, Led]) -> None:
    """Guesses from the days of a sentence that no contact of it has used."""
    here = [
        span
        for one in found[-12:]
        for span in (*one.spans[:1], *one.spans[-12:])
        if clause.sentence.start <= span[0] < clause.sentence.end
    ]
    on = {one.on for one in found[-12:] if one.sentence == clause.number}
    for contact in clause.told(clause.spans(here)):
        event = entry(contact, clause.sentence, base, led)
        if event.on not in on:
            event.confidence = "guess"
            add(found, event, contact)


def _as_opened(event: Event, contact: Contact, first: tuple[int, str]) -> None:
    """The news of a report is of the day it opens with: a meeting told right after, without a day, was on it."""
    told = contact.kind in ("meeting", "talks", "call") and contact.rule == "events.verb" and event.status == "held"
    if told and not event.heads and len(contact.people) > 1 and event.para - first[0] <= 2:
        event.on, event.confidence = first[1], "guess"


def _pair(sentences: list[Sentence], scans: list[tuple[list[Mention], list[int]]], stage: Stage) -> list[str]:
    """Whose summit it is: said only once, ``the summit between X and Y``."""
    for sentence, (names, _) in zip(sentences, scans, strict=True):
        low = sentence.low
        for k, word in enumerate(low[:-1] if "summit" in sentence.has else ()):
            if word == "summit" and {"between", "with"} & set(low[k + 1 : k + 3]):
                limit = next((m for m in range(k + 1, min(k + 17, len(low))) if low[m] in ",.;:"), k + 17)
                people = [stage.person(m) for m in names if m.kind == "person" and k < m.i < limit]
                pair = [person.name for person in people if person is not None][:2]
                if len(pair) == 2:
                    return pair
    lone: list[str] = []
    leading = {one.name for one in stage.bearers if one.head or not one.roles}
    for sentence, (names, _) in zip(sentences, scans, strict=True):
        if "summit" in sentence.has and len(two := _two(names, stage)) == 2:
            at = sentence.low.index("summit")
            if any(m.kind == "person" and m.j == at for m in names):
                return two  # "the Lee-Berg summit"
            lone = lone or (two if set(two) & set(stage.heads) and set(two) <= leading else [])
    return lone


def _summits(
    found: list[Event], sentences: list[Sentence], pair: list[str], stage: Stage, base: dt.date | None
) -> None:
    """A dated "meeting" is the summit when the report calls it so; who meets there is said only once."""
    dated = {one.on for one in found if one.kind == "summit"}
    if not pair:
        told = (one.participants for one in found if one.kind == "summit")
        pair = list(next((two for two in told if len(two) == 2), ()))
    if not pair:
        # Two who lead a state and met, or are to meet: the summit is theirs.
        leading = {person.name for person in stage.bearers if person.head}
        ahead = sorted(found, key=lambda one: one.status == "held")
        both = (one.participants for one in ahead if len(one.participants) == 2 and set(one.participants) <= leading)
        pair = list(next(both, ())) or _leaders(stage)
    for one in found:
        if one.kind == "meeting" and one.rule == "events.noun" and not one.participants and one.on in dated:
            one.kind, one.level = "summit", "summit"
        sure = one.kind == "meeting" and one.status == "planned" and one.rule == "events.noun" and one.venue is not None
        old = one.on is not None and base is not None and int(one.on[:4]) < base.year
        if (one.kind == "summit" or sure) and not one.participants and not old:
            one.participants = list(pair)
        coming = one.kind == "summit" and one.status != "held" and len(one.participants) == 1
        if coming and one.participants[0] in pair:
            one.participants = list(pair)  # "a summit with Berg", which Lee called off


def _after_it(sentence: Sentence, contact: Contact) -> bool:
    """``After their meeting, X hosted Y``: on the day of what was told before."""
    low = sentence.low
    if low[0] not in ("after", "following", "before", "then", "afterwards", "afterward") or contact.i < 2:
        return False
    comma = low.index(",") if "," in low[:8] else 0
    return low[0] in ("then", "afterwards") or (0 < comma <= contact.i and bool(_MET & set(low[1:comma])))


def _lately(stage: Stage, found: list[Event]) -> list[str]:
    """The two who lead a state and last met or are to meet, when a report names more than two."""
    heads = set(stage.heads)
    pairs = (one.participants for one in reversed(found[-12:]) if len(set(one.participants)) == 2)
    return list(next((pair for pair in pairs if set(pair) <= heads), ()))


def _leaders(stage: Stage) -> list[str]:
    """The two who lead a state, when a report names just two: "the two leaders"."""
    here = [person.name for person in stage.pair if person.head]
    return here if len(here) == 2 else stage.heads if len(stage.heads) == 2 else []


def _foremost(sentence: Sentence, stage: Stage) -> list[str]:
    """The two whom a report names most of those who lead a state, where "the two leaders" are not told apart."""
    leading = sorted((one for one in stage.bearers if one.head), key=lambda one: -len(one.mentions))
    often = [len(one.mentions) for one in leading]
    low = sentence.low
    meant = any(low[k + 1] == "leaders" and low[k] in ("two", "both") for k in range(len(low) - 1))
    return [] if len(often) < 3 or often[1] == often[2] or not meant else [one.name for one in leading[:2]]


def _two(names: list[Mention], stage: Stage) -> list[str]:
    """``At a banquet on Monday X toasted Y``: the only two that a sentence about a meeting names."""
    people = list(dict.fromkeys(one.name for m in names if (one := stage.person(m)) is not None))
    return people if len(people) == 2 else []


def _complete(
    event: Event,
    contact: Contact,
    found: list[Event],
    sentence: Sentence,
    before: list[Date],
    sentences: list[Sentence],
    stage: Stage,
) -> None:
    """What "they" and "the two" leave to the sentence before: the day, and who they are."""
    if (
        contact.leaders
        and not contact.people
        and (pair := _leaders(stage) or _foremost(sentence, stage) or _lately(stage, found))
    ):
        event.participants, event.heads = pair, []
    if event.on is None and event.status == "held" and _after_it(sentence, contact):
        earlier = next((one for one in reversed(found) if one.on is not None and one.status == "held"), None)
        if earlier is not None and event.para - earlier.para <= 6 and len(earlier.on or "") == 10:
            event.on, event.confidence = earlier.on, "guess"
    if contact.rule == "events.act" and "also" in sentence.low[max(0, contact.i - 1) : contact.j + 1]:
        first = next((one for one in reversed(found) if one.rule == "events.act" and one.on is not None), None)
        if first is not None and event.on is None and event.para - first.para <= 4:
            event.on, event.confidence = first.on, "guess"  # "They also agreed"
            event.participants = event.participants or list(first.participants)
    goes_on = contact.subject is not None and sentence.low[contact.subject.i] in ("he", "she")
    if goes_on and event.on is None and event.status == "held" and contact.rule == "events.verb" and len(before) == 1:
        told = before[0].when
        if sentences[contact.sentence - 1].para == sentence.para and told.precision == "day" and event.kind in _SAT:
            event.on, event.confidence = told.value, "guess"  # "came on Monday. First she met Berg": there and then
    if not event.participants and event.kind in _SAT:
        event.participants = _theirs(sentence, contact, found, stage)
    if not contact.definite or (contact.subject is None and contact.rule != "events.noun"):
        return
    same = contact.sentence > 0 and sentences[contact.sentence - 1].para == sentence.para
    if event.on is None and same and before and before[-1].when.precision == "day" and contact.rule != "events.act":
        event.on = before[-1].when.value
    last = next((one for one in reversed(found[-4:]) if one.kind not in ("announcement", "cancellation")), None)
    if (
        not contact.people and last is not None and last.sentence >= event.sentence - 2 and len(last.participants) > 1
    ) and not (last.heads or (last.status == "held" and (event.on or "") > (stage.published or "9"))):
        event.participants, event.heads = list(last.participants), []
    elif (
        not contact.people and contact.subject is not None and contact.subject.name.lower() not in _MANY and stage.pair
    ):
        event.participants, event.heads = [person.name for person in stage.pair], []


def _theirs(sentence: Sentence, contact: Contact, found: list[Event], stage: Stage) -> list[str]:
    """``Their first session took place on Monday``, ``the last of these talks``: of those who met before it."""
    low = sentence.low
    first = contact.noun if contact.noun >= 0 else contact.i
    noun = next((k for k in range(first, contact.j) if low[k] in _MET), None)
    if noun is None or _POINTS.isdisjoint(low[max(0, noun - 3) : noun]):
        return []
    last = next((one for one in reversed(found[-4:]) if one.kind in _SAT and len(one.participants) > 1), None)
    gap = contact.sentence - last.sentence if last is not None else _LONG
    if last is None or gap > 2 or last.heads or (gap == 2 and stage.pair):
        return [one.name for one in stage.pair]
    return list(last.participants)


def _told(dated: Event, other: Event, aside: bool) -> bool:
    """Whether the day of a saying is told already: ``In a statement on Sunday, the ministry said``.

    ``left on Sunday, calling it a good day``, ``told Berg in a call on Sunday``: the day is that of the other contact.
    """
    if other.on != dated.on or other.sentence != dated.sentence:
        return False
    if other.rule == "events.platform" and (not other.participants or other.participants == dated.participants):
        return True
    if not _overlap(dated.spans[0], other.spans[0]):
        return False
    mine = bool(set(dated.participants) & set(other.participants)) and other.rule == "events.verb"
    return mine or other.kind in ("announcement", "cancellation") or aside


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]
