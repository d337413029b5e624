"""What a side says on a day about the talks, or to the other side, is an announcement."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.dates import Date
from paripassu.read.mention import Mention
from paripassu.read.merging import Event
from paripassu.read.stage import Speaker, Stage
from paripassu.read.statements import Statement
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence
from paripassu.read.vocabulary import ACTS, CALLS, MEALS, MEETINGS, SUMMITS, TALKS

__all__ = ["about", "announced", "leads", "party", "tells"]

_PUBLIC = bag("statement conference briefing communique communiqué")
_VOICES = bag(
    "spokesman spokeswoman spokesperson ministry department negotiators negotiator government envoy envoys office "
    "delegation delegations minister mediator mediators union unions company employers management rebels"
)
_NO_PARTY = bag(
    "former ex retired senator sen congressman congresswoman lawmaker legislator rep representative-elect analyst "
    "expert researcher scholar professor fellow historian economist author journalist reporter correspondent "
    "columnist editor lawyer institute university program programme think-tank center centre activist defector judge "
    "veteran executive citizen student"
)
_MATTER = (
    (TALKS | MEETINGS | SUMMITS | ACTS["dealings"])
    - MEALS
    - bag(
        "package process table raise sanctions decision mandate round rounds session sessions contacts golf reception"
    )
) | bag(
    "meet negotiate negotiating diplomacy diplomatic denuclearization denuclearisation denuclearize denuclearise "
    "disarm disarmament agree agrees agreed visit envoy letter sides bargaining invite invites host cancellation"
)
_MET = TALKS | MEETINGS | SUMMITS | CALLS
_ELSEWHEN = bag("after before since as when while hours days despite but who")
_SERVED = bag("served former formerly retired")
_ADDRESS = bag(
    "warned warns accused accuses thanked thanks urged urges threatened threatens called told blamed praised"
)
_PLACED = bag("at in on aboard alongside beside during from inside outside standing speaking sitting")
_GOES_ON = bag("letter that after before since until and but it he she they we would will is are of")
_OFFICES = bag("ministry department office party council agency")
_MINISTERS = bag("minister secretary envoy ambassador negotiator representative commissioner president speaker mayor")
_STANDS = bag(
    "going scheduled set planned on off over still agreed agrees agree accept accepted accepts invited invites invite "
    "called calling call cancel cancelled canceled cancelling canceling cancels postponed postpone delayed delay "
    "suspended suspend resume resumed scrapped withdrew withdrawing continue continuing ended broken reached signed "
    "reject rejected refuse refused begin began failed possible ahead proceed happen place meet hold host attend send "
    "travel visit join return ready willing chance invite cancellation"
)
_REPORTED = ("said.passive", "said.relative", "said.according")


def announced(
    one: Statement, sentence: Sentence, dates: list[Date], found: list[Mention], stage: Stage
) -> Event | None:
    """A statement of a side with its own day, if it is about the talks or the other side."""
    speaker, cue = one.speaker, one.cue
    if speaker is None or cue is None or speaker.i < 0 or one.rule in _REPORTED:
        return None
    date = _day(one, sentence, dates)
    if date is None or not party(speaker, sentence):
        return None
    before = one.end <= cue[0]
    head = speaker.person is not None and speaker.person.head
    first, last = sentence.index(one.start), sentence.index(one.end)
    said = set(sentence.low[first:last])
    quoted = _quoted(one, sentence)
    if before and quoted:
        said |= set(sentence.low[last:])  # "“We shall see,” Lee said on Monday of the talks"
    if before and (speaker.person is None or (quoted and not (head and _MATTER & said))):
        return None  # "..., the ministry said on Tuesday": where the news is from
    k = sentence.index(cue[0])
    if sentence.low[0] in ("in", "with") and "letter" in sentence.low[:7]:
        return None  # "In a letter to Berg on Thursday, Lee said": the letter is a contact of its own
    if _SERVED & set(sentence.low[speaker.j : k]):
        return None  # "Ann Lee, who served as envoy until 2009, said"
    if not (
        (before and quoted)
        or about(sentence, first, last if before else _rest(sentence, last), found, head=head)
        or _towards(k, sentence, found, speaker)
    ):
        return None
    if not leads(speaker) and not (_STANDS & said and (_PUBLIC & set(sentence.low) or not _spokes(speaker))):
        return None
    start = one.start if before and cue[1] - one.start < 200 else date.start
    start = min(start, cue[0], speaker.start if abs(speaker.start - cue[0]) < 60 else date.start)
    if start > date.start - 6 and date.i and sentence.low[date.i - 1] in ("on", "late"):
        start = sentence.at[date.i - 1]
    end = max(cue[1], date.end, one.end if one.end - start < 200 and one.end > cue[0] else 0)
    return Event(
        "announcement",
        date.when.value,
        None,
        [speaker.person.name] if speaker.person is not None else [],
        [speaker.name] if speaker.person is None else [],
        "1",
        None,
        "held",
        [(start, end)],
        "events.said",
        "likely",
        one.sentence,
        sentence.para,
        weight=3,
    )


def _day(one: Statement, sentence: Sentence, dates: list[Date]) -> Date | None:
    """The day on which it was said: beside the verb of saying, or between it and who speaks."""
    speaker, cue = one.speaker, one.cue
    if speaker is None or cue is None:
        return None
    low = sentence.low
    k = sentence.index(cue[0])
    near = [
        date
        for date in dates
        # "left on Monday but said", "X, who comes on Monday, said": the day is that of something else
        if 0 <= date.i - speaker.j <= 2  # "Lee on Monday thanked Berg and said"
        or (
            not {"but", "and", "who"} & set(low[date.j : k] if date.i > speaker.i else low[date.j : speaker.i])
            and "who" not in low[speaker.j : date.i]
            # "In their meeting on Monday, Lee repeated": said there
            and (date.i > k or _MET.isdisjoint(low[max(0, date.i - 4) : date.i]))
        )
    ]
    near = [
        date
        for date in near
        if not one.start <= date.start < one.end
        and (date.when.precision == "day" or low[date.i] == "overnight")
        and (
            0 <= date.i - speaker.j <= 2
            or 0 <= cue[0] - date.end <= 40
            or 0 <= date.start - max(cue[1], speaker.end if speaker.start > cue[0] else 0) <= 14
            or cue[1] <= date.start < one.start
            or (
                date.i <= 2 and "quoted" in low[date.j : k] and k - date.j <= 14
            )  # "On Monday the agency quoted Lee as"
            or (date.i - k <= 14 and low[k + 1 : date.i] and _where(low[k + 1 : date.i]))
            or (speaker.start < date.start < cue[0] and cue[0] - date.end < 60)
        )
    ]
    return min(near, key=lambda date: min(abs(date.end - cue[0]), abs(date.start - cue[1])), default=None)


def _where(between: list[str]) -> bool:
    """Whether words after a verb of saying tell where it was said: ``said, beside Berg at the Old Hall, on Monday``."""
    first = between[1] if between[0] == "," and len(between) > 1 else between[0]
    return first in _PLACED and not any(past_verb(one) or one in _GOES_ON for one in between)


def party(speaker: Speaker, sentence: Sentence) -> bool:
    """Whether one speaks for a side: who leads it or holds an office of it, a country, a ministry, a spokesman."""
    if speaker.person is not None:
        roles = set(" ".join(speaker.person.roles).lower().replace("-", " ").split())
        return speaker.person.head or not roles & _NO_PARTY
    words = set(sentence.low[speaker.i : speaker.j])
    if words & _NO_PARTY:
        return False
    return bool(speaker.names_body) if speaker.named else bool(_VOICES & words)


def about(sentence: Sentence, first: int, last: int, found: list[Mention], *, head: bool = False) -> bool:
    """Whether words speak of a meeting, a deal or the other side."""
    said = sentence.low[first:last]
    if _MATTER & set(said) or (head and "it" in said and _STANDS & set(said)):
        return True
    seen = next((k for k in range(first, last) if sentence.low[k] in ("see", "seeing")), None)  # "hopes to see Berg"
    return seen is not None and any(one.kind == "person" and seen < one.i <= seen + 4 for one in found)


def tells(sentence: Sentence, first: int, last: int, found: list[Mention], speaker: Speaker) -> bool:
    """Whether what a side does in words ``first`` to ``last`` is about the talks."""
    return about(sentence, first, last, found, head=speaker.person is not None and speaker.person.head)


def _rest(sentence: Sentence, last: int) -> int:
    """Where what is told of a saying ends: ``said it would close the site, a step towards the summit``."""
    low = sentence.low
    return next((k for k in range(last, len(low)) if low[k] in _ELSEWHEN), len(low))


def _towards(k: int, sentence: Sentence, found: list[Mention], speaker: Speaker) -> bool:
    """Whether the verb at ``k`` speaks to the other side: ``warned Norway``, ``accused the envoys of Norway``."""
    if sentence.low[k] not in _ADDRESS:
        return False
    return any(m.kind in ("place", "people", "person") and k < m.i <= k + 6 and m.name != speaker.name for m in found)


def leads(speaker: Speaker) -> bool:
    """Whether a country, who leads it, a minister or an envoy speaks, whose every word on the talks counts."""
    if speaker.person is None:
        return speaker.names_body and not set(speaker.name.lower().split()) & _OFFICES
    return speaker.person.head or bool(_MINISTERS & set(" ".join(speaker.person.roles).lower().split()))


def _spokes(speaker: Speaker) -> bool:
    """Whether one speaks for others: what a spokeswoman says on a day is where the news is from."""
    return speaker.person is not None and any("spokes" in one.lower() for one in speaker.person.roles)


def _quoted(one: Statement, sentence: Sentence) -> bool:
    """Whether a quotation stands before who said it: its day says where the words are from."""
    return one.kind == "direct" or any(start < one.end <= end for start, end in sentence.quotes)
