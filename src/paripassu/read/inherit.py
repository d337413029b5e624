"""The day of a contact whose own words name none, or only one of several: taken from what is told around it."""

from __future__ import annotations

import datetime as dt

from paripassu.read.bag import bag
from paripassu.read.contact import Contact
from paripassu.read.dates import Date
from paripassu.read.merging import Event
from paripassu.read.relative import NUMBERS
from paripassu.read.tokens import Sentence
from paripassu.read.vocabulary import ACTS, LETTERS, MET

__all__ = ["from_before", "lasting", "posted", "spanning", "who_before"]

_FROM = bag("starting begin begins began beginning start starts started opens opened opening from open")
_UNTIL = bag(
    "ended ends end wrapped concluded concludes finished closed after capped cutting cut ending broke collapsed"
)
_UP_TO = bag("to until till through - –")
_SPANS = {"from": _UP_TO, "between": bag("and")}
_EITHER = bag("or")
_CHAIN = bag("and who which where then later before after , also followed")
_TEAMS = bag("team delegation group envoys negotiators delegates")
_MET = ("meeting", "talks", "summit", "meal")
_NEAR = 8  # sentences
_AROUND = 12  # words


def spanning(sentence: Sentence, contact: Contact, dates: list[Date], event: Event) -> Event:
    """``from Monday to Wednesday``, ``between May 3 and May 9``, ``Monday or Tuesday``: from the first to the last."""
    date, value = contact.date, event.on
    low = sentence.low
    if date is None or value is None or len(value) != 10:
        return event
    joins = _SPANS.get(low[date.i - 1], _EITHER)
    until = next((one for one in dates if one.i == date.j + 1 and low[date.j] in joins), None)
    last = until.when.value if until is not None else None
    if until is None or last is None or len(last) != 10:
        return event
    if last < value <= _days_after(last, 7):
        value = _days_after(value, -7)  # "from Monday to Friday last week"
    if last > value:
        event.on = f"{value}/{last}"
        start, end = event.spans[0]
        event.spans[0] = start, max(end, sentence.stop(until.j - 1))
    return event


def _days_after(day: str, days: int) -> str:
    return (dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat()


def lasting(sentence: Sentence, contact: Contact, value: str | None) -> str | None:
    """``two days of talks starting Wednesday``, ``three days of talks ended on Friday``: from the first to the last."""
    if value is None or len(value) != 10 or contact.date is None:
        return value
    low = sentence.low
    nouns = ACTS["trips"] if contact.kind == "visit" else MET
    if contact.kind == "visit" and contact.rule != "events.noun":
        return value  # "arrived on Monday after a two-day trip"
    first, last = max(0, contact.i - _AROUND), min(len(low), contact.j + _AROUND)
    amount = next((days for k in range(first, last) if (days := _days(low, k, nouns)) > 1), 0)
    if not amount:
        return value
    near = set(low[max(first, contact.date.i - _AROUND) : contact.date.j + 1])
    day = dt.date.fromisoformat(value)
    span = dt.timedelta(days=amount - 1)
    if near & _FROM and contact.date.i > contact.i:
        return f"{value}/{(day + span).isoformat()}"
    return f"{(day - span).isoformat()}/{value}" if near & _UNTIL else value


def _days(low: list[str], k: int, nouns: frozenset[str]) -> int:
    """How many days ``a two-day visit``, ``three days of talks`` at word ``k`` last; 0 where no such words stand."""
    word = low[k]
    if word.endswith("-day"):
        amount, after = word[:-4], low[k + 1 : k + 3]
    else:
        amount = word
        after = low[k + 3 : k + 5] if low[k + 1 : k + 3] in (["days", "of"], ["day", "of"]) else []
    if nouns.isdisjoint(after):
        return 0
    return int(amount) if amount.isdigit() and len(amount) < 3 else NUMBERS.get(amount, 0)


def who_before(event: Event, contact: Contact, sentence: Sentence, found: list[Event]) -> None:
    """Who else took part, where the sentence goes on from another contact: to whom a letter came, who met once more."""
    if not found or found[-1].sentence != event.sentence or len(event.participants) > 2:
        return
    other, mine = found[-1], set(event.participants)
    theirs = set(other.participants)
    if event.kind == "letter":
        # "after receiving X, who delivered a letter": to the one who received him.
        noun = next((k for k in range(contact.i, contact.j) if sentence.low[k] in LETTERS), contact.j)
        to = "to" in sentence.low[noun : contact.j]
        if not to and other.kind in _MET and event.participants[:1] and event.participants[0] in theirs:
            event.participants += [name for name in other.participants if name not in mine]
    elif event.kind in _MET and other.kind in _MET and contact.rule == "events.verb" and not event.heads:
        more = len(mine) == 1 and mine < theirs and "with" not in sentence.low[contact.i : contact.j]
        if more and "and" in sentence.low[sentence.index(other.spans[0][1]) : contact.i + 1]:
            event.participants = list(other.participants)  # "X and Y sat down on Sunday and held another round"
    if other.rule == "events.sent" and event.kind in _MET and contact.definite and len(mine) == 1:
        event.participants = [*(name for name in other.participants if name not in mine), *event.participants]


def from_before(event: Event, contact: Contact, sentence: Sentence, found: list[Event]) -> None:
    """A held contact without a day takes that of the one it goes on from."""
    if event.on is not None or event.status != "held":
        return
    low = sentence.low
    mine = set(event.participants)
    for other in reversed(found[-_NEAR:]):
        gap = event.sentence - other.sentence
        if gap > _NEAR:
            return
        if other.on is None or len(other.on) != 10 or other.status != "held":
            continue
        theirs = set(other.participants)
        if event.what == "agree" and contact.rule == "events.act":
            # What two who met agreed on, they agreed on there; to meet they agree before.
            fits = (
                other.kind in _MET and len(mine) > 1 and mine <= theirs and "meet" not in low[contact.i : contact.j + 3]
            )
        elif "speaking" in low[max(0, contact.i - 5) : contact.i + 1]:
            fits = gap <= 3 and other.kind in ("announcement", "cancellation")  # "was speaking after meeting X"
        elif contact.subject is not None and contact.subject.person is None and gap:
            words = contact.subject.name.lower().split()
            team = words[0] == "the" and bool(_TEAMS & set(words))  # "the team met X"
            fits = team and other.kind == "visit" and gap <= 4
        else:
            fits = (
                gap == 0 and other.kind != "announcement" and bool(mine & theirs) and _goes_on(sentence, other, contact)
            )
        if fits:
            event.on, event.confidence = other.on, "guess"
            return


def _goes_on(sentence: Sentence, other: Event, contact: Contact) -> bool:
    """Whether the sentence goes on from one contact to the next: ``arrived on Monday and met X``."""
    last = sentence.index(other.spans[0][1])
    between = sentence.low[last : contact.i]
    return last <= contact.i and len(between) < _AROUND and bool(_CHAIN & set(between)) and not contact.since


def posted(found: list[Event], sentences: list[Sentence]) -> None:
    """A letter that calls a meeting off is of the day on which it was called off."""
    off = [one for one in found if one.kind == "cancellation" and one.on is not None and len(one.on) == 10]
    if len({one.on for one in off}) != 1:
        return
    by = {name for one in off for name in one.participants}
    told = [sentences[one.sentence].low for one in off]
    for event in found:
        if event.kind != "letter" or event.on is not None or not by & set(event.participants[:1]):
            continue
        if any("letter" in low for low in told) or _OFF & set(sentences[event.sentence].low):
            event.on, event.confidence = off[0].on, "guess"


_OFF = bag("cancelled canceled cancelling canceling scrapped withdrew withdrawn off inappropriate")
