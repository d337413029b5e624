"""A contact told again, far from its first telling: ``the meeting``, ``it will take place in Geneva``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from paripassu.read.bag import bag
from paripassu.read.dates import Date
from paripassu.read.merging import Event, ahead, within
from paripassu.read.tokens import Sentence
from paripassu.read.vocabulary import ACTS, CALLS, MEALS, MEETINGS, SUMMITS, TALKS

__all__ = ["echoes", "join_planned", "same_again"]

_FAR = 40  # events: what is told again stands near, and time must grow with the length only
_NEAR = 12  # sentences
_MET = frozenset(("meeting", "talks", "summit"))
_THE = bag("the that this their its his her these those both")
_NOT_THAT = bag("second third another other next previous earlier last new more future first")
_NEW = bag("between with among of for in")
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


def echoes(found: list[Event], sentences: list[Sentence], dates: dict[int, list[Date]], today: str | None) -> None:
    """Add to each event the later places that speak of it by "the" and a noun, or by "it"."""
    order = sorted(found, key=lambda one: one.sentence)
    held: dict[int, list[tuple[int, int]]] = {}
    starts = [one.start for one in sentences]
    for one in found:
        for span in one.spans:
            held.setdefault(max(0, bisect_right(starts, span[0]) - 1), []).append(span)
    at = 0
    for number, sentence in enumerate(sentences):
        while at < len(order) and order[at].sentence <= number:
            at += 1
        if sentence.role != "body" or not at:
            continue
        low = sentence.low
        near = order[max(0, at - _FAR) : at]
        for i, k, kinds in _nouns(low):
            span = (sentence.at[i], sentence.stop(k))
            if any(a < span[1] and span[0] < b for a, b in held.get(number, ())):
                continue
            fits = [one for one in near if one.kind in kinds and number - one.sentence <= _NEAR]
            if kinds == {"summit"} and not fits:
                fits = [one for one in near if one.kind == "meeting" and _planned(one, today)][-1:]
            day = _day(low, k, dates.get(number, ()))
            if day is not None and day.when.value is not None:
                value = day.when.value
                fits = [one for one in fits if one.on is None or within(one.on, value)]
            if not fits:
                continue
            coming = bool(_WILL & set(low[k + 1 : k + 3]))
            other = max(fits, key=lambda one: (_planned(one, today) == coming, one.on is not None, one.sentence))
            if day is not None and (other.on is None or len(day.when.value or "") > len(other.on)):
                other.on = day.when.value
                span = (span[0], max(span[1], sentence.stop(day.j - 1)))
            other.spans.append(span)


def _nouns(low: list[str]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where a sentence says ``the meeting`` or ``it will take place``: its words, and what is meant."""
    for k, word in enumerate(low):
        if word in _MEANT:
            i = next((m for m in range(k - 1, max(-1, k - 4), -1) if low[m] in _THE), None)
            if i is None or _NOT_THAT & set(low[i:k]) or not all(one.isalpha() or "-" in one for one in low[i:k]):
                continue
            if low[k + 1 : k + 2] and low[k + 1] in _NEW and low[k + 2 : k + 3] and low[k + 1] in ("between", "with"):
                continue
            yield i, k, _MEANT[word]
        elif word == "it" and _PLACE & set(low[k + 2 : k + 5]) and _WILL & set(low[k + 1 : k + 3]):
            last = next(m for m in range(k + 2, k + 5) if low[m] in _PLACE)
            yield k, last, _MET


def _day(low: list[str], k: int, dates: list[Date] | tuple[()]) -> Date | None:
    """The day said of it: ``the meeting is to take place on Monday``, ``the summit in Geneva on May 3``."""
    for one in dates:
        gap = low[k + 1 : one.i]
        if k < one.i <= k + 9 and not {",", ";", "said", "told", "after", "before", "since"} & set(gap):
            return one
    return None


def _planned(one: Event, today: str | None) -> bool:
    return ahead(one, today)


def same_again(found: list[Event], today: str | None) -> None:
    """Join what is told without a day to the one contact of the same people that has a day, if there is just one."""
    gone: set[int] = set()
    for at, event in enumerate(found):
        people = set(event.participants) - set(event.heads)
        if event.kind not in _MET or len(people) < 2 or not _open(event.on):
            continue
        fit = [
            one
            for one in found[max(0, at - _FAR) : at + _FAR]
            if one is not event
            and id(one) not in gone
            and one.kind in _MET
            and people <= set(one.participants)
            and (event.on is None or (one.on is not None and one.on != event.on and within(one.on, event.on)))
            and ahead(one, today) == ahead(event, today)
        ]
        days = {one.on for one in fit if one.on is not None}
        if not fit or len(days) > 1:
            continue
        other = min(fit, key=lambda one: (one.on is None, abs(one.sentence - event.sentence)))
        if event.on is not None and other.on is None:
            continue
        if event.on is not None and _exact(event.on) > _exact(other.on or ""):
            other.on = event.on
        other.spans += event.spans
        other.venue = other.venue or event.venue
        if event.kind == "summit":
            other.kind, other.level = "summit", "summit"
        gone.add(id(event))
    found[:] = [one for one in found if id(one) not in gone]


def join_planned(found: list[Event], today: str | None) -> None:
    """``agreed to meet ... The meeting is to take place by May``: one planned meeting, who and when told apart."""
    coming = [one for one in found if one.kind in ("meeting", "summit") and ahead(one, today)]
    bare = [one for one in coming if not one.participants and one.on is not None]
    full = [one for one in coming if len(one.participants) > 1 and one.on is None]
    if len({one.on for one in bare}) != 1 or len({frozenset(one.participants) for one in full}) != 1:
        return
    first, gone = full[0], {id(one) for one in (*full[1:], *bare)}
    for one in (*full[1:], *bare):
        first.spans += one.spans
        first.on = first.on or one.on
        first.venue = first.venue or one.venue
        if one.kind == "summit":
            first.kind, first.level = "summit", "summit"
    found[:] = [one for one in found if id(one) not in gone]


def _exact(on: str) -> int:
    """How narrow a day is told: year, month, span of days, day."""
    return {4: 0, 7: 1, 10: 3}.get(len(on), 2)


def _open(on: str | None) -> bool:
    """Whether a day is missing or only a month or a span of days."""
    return on is None or len(on) in (7, 15, 21)
