"""A contact told again, far from its first telling: ``the meeting``, ``it will take place in Geneva``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from paripassu.read.bag import bag
from paripassu.read.dates import Date
from paripassu.read.lexicon import place_type
from paripassu.read.merging import Event, ahead, among, differ, finer, within
from paripassu.read.tokens import Sentence
from paripassu.read.vocabulary import ACTS, CALLS, MEALS, MEETINGS, SUMMITS, TALKS

__all__ = ["echoes", "gathered", "join_planned", "one_day", "same_again"]

_FAR = 40  # events: what is told again stands near, and time must grow with the length only
_NEAR = 12  # sentences
_MET = frozenset(("meeting", "talks", "summit"))
_THE = bag("the that this their its his her these those both")
_NOT_THAT = bag("second third another other next previous earlier last new more future first")
_NEW = bag("between with among of for in")
_WENT = bag("after following during since")
_DETAILS = 3  # sentences
_PLACE = bag("take taken takes took held be was happen happens happened")
_WILL = bag("will would to is scheduled set expected planned due slated")


def _families() -> dict[str, frozenset[str]]:
    """Which kinds of contact a noun may mean."""
    found: dict[str, frozenset[str]] = {}
    for words, kinds in (
        (TALKS - bag("talk round rounds contacts session"), frozenset(("talks", "meeting", "summit"))),
        (MEETINGS - MEALS - {"handshake"}, _MET),
        (MEALS, frozenset(("meal",))),
        (SUMMITS, frozenset(("summit",))),
        (ACTS["trips"], frozenset(("visit",))),
        (CALLS - {"calls"}, frozenset(("call",))),
        (bag("letter"), frozenset(("letter",))),
    ):
        for word in words:
            found[word] = kinds
    return found


_MEANT = _families()
_WORDS = frozenset(_MEANT) | {"it"}


def echoes(found: list[Event], sentences: list[Sentence], dates: dict[int, list[Date]], today: str | None) -> None:
    """Add to each event the later places that speak of it by "the" and a noun, or by "it"."""
    held: dict[int, list[tuple[int, int]]] = {}
    starts = [one.start for one in sentences]
    told: list[tuple[int, int]] = []  # the first sentence that tells of an event, and its place in `found`
    for at, one in enumerate(found):
        numbers = [max(0, bisect_right(starts, span[0]) - 1) for span in one.spans]
        for number, span in zip(numbers, one.spans, strict=True):
            held.setdefault(number, []).append(span)
        told.append((min(numbers, default=one.sentence), at))
    told.sort()
    at = 0
    for number, sentence in enumerate(sentences):
        while at < len(told) and told[at][0] <= number:
            at += 1
        if sentence.role != "body" or not at:
            continue
        low = sentence.low
        if _WORDS.isdisjoint(sentence.has):
            continue
        nouns = list(_nouns(low))
        if not nouns:
            continue
        near = [found[place] for first, place in told[max(0, at - _FAR) : at] if number - first <= _NEAR]
        for i, k, kinds in nouns:
            span = (sentence.at[i], sentence.stop(k))
            if any(a < span[1] and span[0] < b for a, b in held.get(number, ())):
                continue
            fits = [one for one in near if one.kind in kinds and one.what != "several"]
            if i and low[i - 1] in _WENT:
                fits = [one for one in fits if not ahead(one, today)]  # "after the meeting": it has been
            if kinds == {"summit"} and not fits:
                fits = [one for one in near if one.kind == "meeting" and ahead(one, today)][-1:]
            day = _day(low, k, dates.get(number, ()))
            if day is not None and day.when.value is not None:
                value = day.when.value
                fits = [one for one in fits if one.on is None or within(one.on, value)]
                fits = [one for one in fits if one.on is not None] or [one for one in fits if one.kind != "talks"]
            if not fits:
                continue
            coming = bool(_WILL & set(low[k + 1 : k + 3]))
            other = max(fits, key=lambda one: (ahead(one, today) == coming, one.on is not None, one.sentence))
            told_on = day.when.value if day is not None else None
            if day is not None and told_on is not None and (other.on is None or finer(told_on, other.on)):
                other.on = told_on
                span = (span[0], max(span[1], sentence.stop(day.j - 1)))
            other.spans.append(span)


def _nouns(low: list[str]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where a sentence says ``the meeting`` or ``it will take place``: its words, and what is meant."""
    for k in [at for at, word in enumerate(low) if word in _WORDS]:
        word = low[k]
        if word in _MEANT:
            i = next((m for m in range(k - 1, max(-1, k - 4), -1) if low[m] in _THE), None)
            if i is None or _NOT_THAT & set(low[i:k]) or not all(one.isalpha() or "-" in one for one in low[i:k]):
                continue
            if low[k + 1 : k + 2] and low[k + 1] in _NEW and low[k + 2 : k + 3] and low[k + 1] in ("between", "with"):
                continue
            yield i, k, _MEANT[word]
        elif _PLACE & set(low[k + 2 : k + 5]) and _WILL & set(low[k + 1 : k + 3]):
            last = next(m for m in range(k + 2, k + 5) if low[m] in _PLACE)
            yield k, last, _MET


def _day(low: list[str], k: int, dates: list[Date] | tuple[()]) -> Date | None:
    """The day said of it: ``the meeting is to take place on Monday``, ``the summit in Geneva on May 3``."""
    for one in dates:
        gap = low[k + 1 : one.i]
        if k < one.i <= k + 9 and not {",", ";", "said", "told", "after", "before", "since"} & set(gap):
            return one
    return None


def same_again(found: list[Event], today: str | None) -> None:
    """Join what is told without a day, or without people, to the one contact that it can be."""
    gone: set[int] = set()
    for at, event in enumerate(found):
        if event.kind == "visit":
            _same_trip(event, found[max(0, at - _FAR) : at + _FAR], gone, today)
        if event.kind not in _MET or event.what == "several":
            continue
        people = set(event.participants) - set(event.heads)
        alone = not people and not event.heads and len(event.on or "") == 10
        if not alone and not (people and _open(event.on)):
            continue
        near = [one for one in found[max(0, at - _FAR) : at + _FAR] if one is not event and id(one) not in gone]
        coming = ahead(event, today)
        near = [one for one in near if one.kind in _MET and ahead(one, today) == coming and not differ(event, one)]
        if alone:
            fit = [one for one in near if one.on == event.on and one.participants]
        else:
            fit = [one for one in near if _same_people(event, one, people) and _fits(event.on, one.on)]
        days = {one.on for one in fit if one.on is not None}
        if not fit or len(days) > 1 or (len(people) < 2 and len(fit) > 1):
            continue
        other = min(fit, key=lambda one: (one.on is None, abs(one.sentence - event.sentence)))
        if event.on is not None and other.on is None:
            continue
        if event.on is not None and _exact(event.on) > _exact(other.on or ""):
            other.on = event.on
        if len(people) == 2 and len(other.participants) == 1:
            other.participants = list(event.participants)
        other.spans += event.spans
        other.venue = other.venue or event.venue
        if event.kind == "summit":
            other.kind, other.level = "summit", "summit"
        gone.add(id(event))
    found[:] = [one for one in found if id(one) not in gone]


def _same_trip(event: Event, around: list[Event], gone: set[int], today: str | None) -> None:
    """``was visiting Norway ... his second trip to Norway this year``: one visit, if no day speaks against it."""
    if event.on is not None:
        return
    if not event.participants:
        # "Envoys have gone to the border. A team led by X drove there on Sunday": the news, then who and when.
        full = [one for one in around if one.kind == "visit" and 0 < one.sentence - event.sentence <= _DETAILS]
        full = [one for one in full if one.on is not None and one.participants and one.status == event.status]
        if event.rule == "events.group" and full and not _other_land(full[0].venue, event.venue):
            full[0].spans += event.spans
            gone.add(id(event))
        return
    fit = [
        one
        for one in around
        if one is not event
        and id(one) not in gone
        and one.kind == "visit"
        and (one.venue == event.venue or (one.on is not None and not _elsewhere(one.venue, event.venue)))
        and one.participants == event.participants
        and ahead(one, today) == ahead(event, today)
    ]
    if len(fit) == 1:
        fit[0].spans += event.spans
        gone.add(id(event))


def _elsewhere(one: str | None, other: str | None) -> bool:
    """Whether two places are two goals: a city and a country, an airport and a city may be one."""
    return one is not None and other is not None and one != other and place_type(one) == place_type(other)


def _other_land(one: str | None, other: str | None) -> bool:
    """Whether two places are two cities or two countries."""
    return _elsewhere(one, other) and place_type(one or "") in ("city", "country")


def _same_people(event: Event, other: Event, people: set[str]) -> bool:
    """Whether two accounts are of the same people; one alone counts only near by."""
    there = set(other.participants) - set(other.heads)
    if len(people) == 1 or len(there) == 1:
        near = abs(event.sentence - other.sentence) <= _NEAR // 2 and event.on is None
        return near and bool(there) and (people <= there or there <= people) and len(people | there) <= 3
    return among(people, there) or (len(there) > 1 and among(there, people))


def _fits(on: str | None, other: str | None) -> bool:
    return on is None or (other is not None and other != on and within(other, on))


def join_planned(found: list[Event], today: str | None) -> None:
    """``agreed to meet ... The meeting is to take place by May``: one planned meeting, who and when told apart."""
    coming = [one for one in found if one.kind in _MET and ahead(one, today)]
    gone: set[int] = set()
    for at, bare in enumerate(coming):
        if bare.participants or bare.on is None or bare.rule == "events.series":
            continue
        around = coming[max(0, at - _NEAR) : at + _NEAR]
        full = [one for one in around if len(one.participants) > 1 and one.on is None and id(one) not in gone]
        full = [one for one in full if abs(one.sentence - bare.sentence) <= _NEAR]
        full = [one for one in full if {one.kind, bare.kind} != {"talks", "summit"} and not differ(one, bare)]
        if not full:
            continue
        near = min(full, key=lambda one: (one.sentence > bare.sentence, abs(one.sentence - bare.sentence)))
        for one in [bare, *(one for one in full if one is not near and one.participants == near.participants)]:
            near.spans += one.spans
            near.venue = near.venue or one.venue
            gone.add(id(one))
        near.on = bare.on
        if bare.kind == "summit":
            near.kind, near.level = "summit", "summit"
    found[:] = [one for one in found if id(one) not in gone]


def one_day(found: list[Event]) -> None:
    """Join what was told twice of one day: "a meeting on Saturday", and later who met then."""
    days: dict[str, list[Event]] = {}
    gone: set[int] = set()
    for event in found:
        if event.kind not in _MET or event.on is None or event.rule == "events.series":
            continue
        for other in days.setdefault(event.on, [])[-_FAR:]:
            here, there = set(event.participants), set(other.participants)
            places = here == there or event.venue is None or other.venue is None or event.venue == other.venue
            if places and not differ(event, other) and _one_of(event, other) and (here <= there or there <= here):
                if len(here) > len(there):
                    other.participants = list(event.participants)
                if "summit" in (event.kind, other.kind):
                    other.kind, other.level = "summit", "summit"
                other.spans += event.spans
                other.venue = other.venue or event.venue
                gone.add(id(event))
                break
        else:
            days[event.on].append(event)
    found[:] = [one for one in found if id(one) not in gone]


def gathered(found: list[Event]) -> None:
    """``had held two summits with Berg``: where one of them is told by itself, no further contact."""
    gone: set[int] = set()
    for at, event in enumerate(found):
        if event.what != "several" or event.on is not None or event.rule != "events.verb":
            continue
        near = [
            one
            for one in found[max(0, at - _FAR) : at + _FAR]
            if one.on is not None or (one.what == "several" and one is not event)
        ]
        people = set(event.participants)
        fit = [one for one in near if one.kind in _MET and len(people) > 1 and among(people, set(one.participants))]
        if fit:
            fit[0].spans += event.spans
            gone.add(id(event))
    found[:] = [one for one in found if id(one) not in gone]


def _one_of(event: Event, other: Event) -> bool:
    """Whether two of a day may be one: a noun tells again what is told, two verbs only of the same two."""
    if len(event.on or "") != 10 or (event.kind == other.kind == "talks" and event.status != other.status):
        return event.participants == other.participants and len(event.participants) > 1
    again = "events.noun" in (event.rule, other.rule) and not {event.what, other.what} - {""}
    return again or (len(event.participants) > 1 and set(event.participants) == set(other.participants))


def _exact(on: str) -> int:
    """How narrow a day is told: year, month, span of days, day."""
    return {4: 0, 7: 1, 10: 3}.get(len(on), 2)


def _open(on: str | None) -> bool:
    """Whether a day is missing or only a month or a span of days."""
    return on is None or len(on) in (7, 15, 21)
