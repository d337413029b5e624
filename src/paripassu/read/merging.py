"""One event, though several sentences tell of it: when two accounts are of the same contact, and what each adds."""

from __future__ import annotations

from dataclasses import dataclass, field

from paripassu.read.contact import Contact

__all__ = ["LATER", "Event", "add", "ahead", "among", "differ", "finer", "settle", "within"]

_GROUP = {"meeting": "talks", "talks": "talks", "summit": "summit", "cancellation": "announcement"}


@dataclass(slots=True)
class Event:
    """One contact: ``spans`` are its places in the text, the fullest account first."""

    kind: str
    on: str | None
    venue: str | None
    participants: list[str]
    parties: list[str]
    track: str
    level: str | None
    status: str
    spans: list[tuple[int, int]]
    rule: str
    confidence: str
    sentence: int
    para: int = 0
    exact: bool = True
    weight: int = 0
    heads: list[str] = field(default_factory=list)
    others: tuple[str, ...] = ()  # who else "his" may mean
    rank: str = ""  # which of several, by its own words: "first", "second", "another"
    apart: bool = False  # another than those told elsewhere, by its own words
    stranger: bool = False  # with others whom no name tells
    what: str = ""  # which meal, which act: a lunch is no dinner


def add(found: list[Event], event: Event, contact: Contact | None) -> None:
    """One more event, or another account of one that is known."""
    definite = contact is not None and contact.definite
    for other in reversed(found[-40:]):
        if not _same(other, event, definite):
            continue
        if event.on is not None and (other.on is None or finer(event.on, other.on)):
            other.on = event.on
        real = [name for name in event.participants if name not in event.heads]
        if other.heads and real:
            other.participants, other.heads = real, []
        elif not other.participants:
            other.participants = event.participants
        else:
            other.participants += [name for name in real if name not in other.participants]
        other.venue = other.venue or event.venue
        other.parties += [name for name in event.parties if name not in other.parties]
        other.level = other.level or event.level
        other.rank = other.rank or event.rank
        if (
            definite
            and other.sentence == event.sentence - 1
            and other.para == event.para
            and other.weight >= event.weight
        ):
            other.spans.append(event.spans[0])
        elif event.weight > other.weight:
            other.spans.insert(0, event.spans[0])
            other.weight = event.weight
            other.kind = (
                event.kind
                if _GROUP.get(other.kind) == _GROUP.get(event.kind) and other.kind != "summit"
                else other.kind
            )
        else:
            other.spans.append(event.spans[0])
        return
    past = event.status not in _COMING and event.rank not in LATER
    if past and event.on is None and contact is not None and event.participants and contact.rule == "events.verb":
        _lean(found, event)
    found.append(event)


def differ(a: Event, b: Event) -> bool:
    """Whether two are told apart by their own words: a first and a second meeting, one summit and "two summits"."""
    several = (a.what == "several") != (b.what == "several")
    if several or (a.rank and b.rank and a.rank.split()[-1] != b.rank.split()[-1]):
        return True
    first, last = (a, b) if a.spans[0] < b.spans[0] else (b, a)
    verbs = first.rule == last.rule == "events.verb" and first.status == last.status == "held"
    news = verbs and first.on is None and first.sentence < _NEWS
    if news and len(last.on or "") in (4, 7, 15) and set(first.participants) == set(last.participants):
        return True  # the news of the day is not what was some month or year before
    if a.stranger != b.stranger and (len(a.participants) > 1 or len(b.participants) > 1):
        return True  # "met with families" is not her meeting with Berg
    # "yet another summit" is not the one that has been
    if (a.on is not None and a.on == b.on) or not (a.rank or b.rank):
        return False
    others = [other for one, other in ((a, b), (b, a)) if one.rank in LATER or one.rank.startswith("a ")]
    return any(not other.rank and other.status == "held" for other in others)


def _same(a: Event, b: Event, definite: bool) -> bool:
    # Most pairs are of two kinds: asked first.
    called = a.kind != b.kind and a.on == b.on and a.on is not None and {a.kind, b.kind} == {"summit", "meeting"}
    if (not called and _GROUP.get(a.kind, a.kind) != _GROUP.get(b.kind, b.kind)) or differ(a, b):
        return False
    if {a.status, b.status} == {"planned", "held"} and None in (a.on, b.on) and a.kind == "call":
        return False
    if a.what != b.what and a.what and b.what:
        return False
    if "held" in (a.status, b.status) and a.status != b.status and a.on is None and b.on is None and not definite:
        return False  # one has been, one is to come
    if a.kind == b.kind == "meal" and a.what == b.what != "" and None in (a.on, b.on) and not (a.heads or b.heads):
        here, there = set(a.participants), set(b.participants)
        return (here <= there or there <= here) and b.sentence - a.sentence <= _AGAIN
    if a.kind in ("announcement", "cancellation", "letter") and a.kind != b.kind:
        return False
    if (
        {a.status, b.status} & {"planned", "expected"}
        and "held" in (a.status, b.status)
        and (a.on is None) != (b.on is None)
    ):
        return False  # "more sessions are planned this week"
    mine, theirs = set(a.participants) - set(a.heads), set(b.participants) - set(b.heads)
    people = not mine or not theirs or mine <= theirs or theirs <= mine
    if a.heads and theirs and not theirs & set(a.heads) and (b.on is None or b.sentence - a.sentence > _NEWS):
        return False  # the delegation that Berg led is not Lee, whom somebody met
    if a.kind == b.kind == "letter" and mine & theirs and (None in (a.on, b.on) or a.on == b.on):
        return True  # carried by one, written by another
    if a.rule == "events.noun" and not mine and theirs and b.para - a.para > 3 and a.kind not in ("summit", "call"):
        return False
    if a.on is not None and b.on is not None:
        if not within(a.on, b.on):
            return False
        if a.kind == "cancellation":
            return people and _sides(a, b)
        if a.kind == "announcement":
            if a.what == b.what == "sign" and "events.passive" in (a.rule, b.rule):
                return not (mine and theirs)  # "a deal signed in May ... the deal, signed on May 3"
            one = mine == theirs and (bool(mine) or a.parties == b.parties)
            return a.on == b.on and one and ((_says(a) and _says(b) and not _again(a, b)) or a.sentence == b.sentence)
        if (
            a.on == b.on
            and a.kind != "visit"
            and (mine == theirs or (a.heads and a.heads == b.heads))
            and (mine or a.heads)
        ):
            return True
        venue = a.venue is None or b.venue is None or a.venue == b.venue or a.para == b.para or a.para == b.para - 1
        exact = a.on == b.on or a.kind == "summit"
        if not exact and a.venue != b.venue:
            return False
        return people and venue and (exact or bool(mine & theirs))
    if a.kind == "cancellation":
        return people and _sides(a, b)  # "scrapped the summit ... blamed him in cancelling it": called off once
    if a.kind == "announcement":
        # "has agreed to meet ... agreed, an official said, to meet": one act, told again without its day.
        told = bool(a.what) and a.what == b.what and (not theirs or mine == theirs) and a.sentence != b.sentence
        first = a.sentence == 0 and b.sentence <= _OPENING and mine == theirs and _sides(a, b)  # a headline
        return told and (b.on is None or first) and b.sentence - a.sentence <= _AGAIN
    if definite and a.para == b.para and b.sentence - a.sentence <= 1:
        return people and len(a.on or b.on or "") != 4
    if a.heads and a.heads == b.heads and a.para + 2 >= b.para:
        return a.venue is None or b.venue is None or a.venue == b.venue
    if a.kind == "call":
        told = bool(mine) and mine == theirs and None in (a.on, b.on)
        return told or (people and a.sentence == b.sentence and not (mine and theirs and mine != theirs))
    if (not mine or not theirs) and None in (a.on, b.on) and set(a.parties) & set(b.parties):
        return b.para - a.para <= 2 and (a.venue == b.venue or None in (a.venue, b.venue))
    part = b.rule == "events.verb" and b.on is None and len(theirs) == 1 and theirs < mine and a.kind == b.kind
    return (
        bool(mine)
        and (mine == theirs or (part and a.kind in ("meeting", "talks")))
        and abs(a.para - b.para) <= 6
        and (a.venue == b.venue or None in (a.venue, b.venue))
    )


def _sides(a: Event, b: Event) -> bool:
    """Whether the same side may have acted: nothing speaks against it where one is told without a name."""
    return not a.parties or not b.parties or bool(set(a.parties) & set(b.parties))


def _again(a: Event, b: Event) -> bool:
    """Whether one who spoke on a day is told further on to have spoken on it: of something else."""
    own = bool(b.participants) and {a.rule, b.rule} <= {"events.said", "events.stance"}
    return own and b.sentence - a.sentence > 2


def _says(one: Event) -> bool:
    """Whether an announcement is only said; what somebody says on one day in a passage is one."""
    return one.kind == "announcement" and one.what in ("", "threat")


LATER = ("another", "next", "further", "future", "subsequent")
_NEWS = 10  # sentences: what a report opens with has just been
_OPENING = 3  # sentences: a headline and the lead
_AGAIN = 20  # sentences
_FAR = 60  # contacts
_COMING = ("planned", "expected")
_ENCOUNTERS = frozenset(("meeting", "talks", "summit", "visit"))


def settle(found: list[Event], today: str | None) -> None:
    """A noun without a day ("their meeting", "the planned summit") means a contact told elsewhere, if one fits."""
    gone: set[int] = set()
    for at, event in enumerate(found):
        if (
            event.rule not in ("events.noun", "events.sides")
            or event.kind not in _ENCOUNTERS
            or event.what == "several"  # "after two summits"
            or (event.on is not None and event.participants)
        ):
            continue
        # Not the whole of a long text: what a noun means stands near, and time must grow with the length only.
        near = [one for one in found[max(0, at - _FAR) : at + _FAR] if one is not event and id(one) not in gone]
        near = [one for one in near if not differ(event, one)]
        if event.on is not None:
            fit = [one for one in near if _that_day(event, one)]  # "the Sunday meeting"
        elif event.rule == "events.sides" and not event.participants:
            fit = [one for one in near if _those_talks(event, one, today)]
        else:
            fit = [one for one in near if _meant(event, one, today)]
        if not fit:
            continue
        other = min(fit, key=lambda one: _fitness(event, one))
        other.spans += event.spans
        other.rank = other.rank or event.rank
        other.on = other.on or event.on
        other.venue = other.venue or event.venue
        if not other.participants or other.heads:
            other.participants, other.heads = event.participants, []
        gone.add(id(event))
    found[:] = [one for one in found if id(one) not in gone]


def _fitness(noun: Event, other: Event) -> tuple[bool, bool, bool, int]:
    return len(other.on or "") == 4, other.on is None, other.kind != noun.kind, abs(other.sentence - noun.sentence)


def _that_day(noun: Event, other: Event) -> bool:
    if _GROUP.get(noun.kind) != _GROUP.get(other.kind) or not other.participants:
        return False
    # "Keller met Kim for two hours. ... The Sunday meeting was short": the day told later is that of the first.
    late = other.on is None and other.status == "held" and 0 <= noun.para - other.para <= 4
    late = late and len(noun.on or "") == 10 and noun.kind == other.kind
    return (other.on == noun.on or (late and noun.status == "held")) and None in (noun.venue, other.venue)


def _those_talks(noun: Event, other: Event, today: str | None) -> bool:
    """``working-level talks between the two countries``: those told of near by; a headline's are told below it."""
    if other.apart or (other.on is not None and "-" not in other.on):
        return False  # those of some year are others
    if noun.kind != other.kind and (noun.kind == "talks" or other.kind not in _ENCOUNTERS - {"visit"}):
        return False
    gap = abs(noun.sentence - other.sentence)
    if noun.sentence <= _OPENING and other.sentence > noun.sentence:
        return gap <= _AGAIN // 2
    return not noun.apart and ahead(noun, today) == ahead(other, today) and gap <= _AGAIN // 2


def _meant(noun: Event, other: Event, today: str | None) -> bool:
    if other.kind not in _ENCOUNTERS or (noun.kind == "visit") != (other.kind == "visit"):
        return False
    if noun.status in ("planned", "expected") and other.on and not ahead(other, today):
        return False  # an upcoming summit is not the one of last year
    here, there = set(noun.participants), set(other.participants) - set(other.heads)
    if noun.kind == "visit":
        return bool(here & there) and (noun.venue == other.venue or None in (noun.venue, other.venue))
    if not here or not there:
        both = noun.status in _COMING and other.status in _COMING and abs(noun.sentence - other.sentence) <= _AGAIN
        return (
            both and noun.kind != "talks" and other.kind in ("meeting", "summit")
        ) or noun.kind == other.kind == "summit"
    return among(here, there) or any(there == {*list(noun.participants)[1:], who} for who in noun.others)


def among(here: set[str], there: set[str]) -> bool:
    """Whether all of ``here`` are in ``there``, be it by the family name alone."""
    return here <= there or all(
        name in there or (" " not in name and sum(name in other.split() for other in there) == 1) for name in here
    )


def ahead(event: Event, today: str | None) -> bool:
    """Whether a contact is still to come on the day of the report."""
    if event.on is not None and today is not None and event.on != today[: len(event.on)]:
        return event.on[:10] > today[: len(event.on[:10])]
    return event.status in ("planned", "expected")


def finer(a: str, b: str) -> bool:
    """Whether day or span ``a`` lies in ``b`` and is shorter."""
    (a1, a2), (b1, b2) = _bounds(a), _bounds(b)
    return a != b and b1 <= a1 and a2 <= b2


def within(a: str, b: str) -> bool:
    """Whether one of two days, months or spans of days lies in the other."""
    if a == b:
        return True
    (a1, a2), (b1, b2) = _bounds(a), _bounds(b)
    return (a1 <= b1 and b2 <= a2) or (b1 <= a1 and a2 <= b2)


def _bounds(value: str) -> tuple[str, str]:
    first, _, last = value.partition("/")
    last = last or first
    return (first + "-00-00")[:10], (last + "-99-99")[:10]


def _lean(found: list[Event], event: Event) -> None:
    """No day in the sentence: that of a contact of the same people told of just before."""
    for other in reversed(found[-6:]):
        if event.para - other.para > (4 if event.kind == "meal" else 2):
            return
        if (
            other.on is None
            or other.status != "held"
            or other.kind in ("summit", "announcement", "cancellation", "call")
        ):
            continue
        there, here = set(other.participants) - set(other.heads), set(event.participants)
        if there and (there <= here or here <= there) and len(other.on) == 10:
            event.on = other.on
            event.confidence = "guess"
            return
