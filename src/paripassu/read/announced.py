"""What is said on a day is an announcement where it decides, or says how things stand with, a meeting or a deal."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.dates import Date
from paripassu.read.merging import Event
from paripassu.read.stage import Speaker
from paripassu.read.statements import Statement
from paripassu.read.tokens import Sentence
from paripassu.read.vocabulary import ACTS, MEETINGS, SUMMITS, TALKS

__all__ = ["announced"]

_PRESS = bag("reporters journalists lawmakers")
_VOICES = bag("spokesman spokeswoman spokesperson ministry department negotiators government envoy official officials")
_STANDS = bag(
    "going scheduled set planned on off over still agreed agrees agree accept accepted accepts invited invites invite "
    "called calling call cancel cancelled canceled cancelling canceling cancels postponed postpone delayed delay "
    "suspended suspend resume resumed scrapped withdrew withdrawing continue continuing ended broken reached signed "
    "reject rejected refuse refused begin began failed possible ahead proceed happen place meet hold host attend send "
    "travel visit join return ready willing chance"
)
_MATTER = (
    TALKS
    | MEETINGS
    | SUMMITS
    | ACTS["dealings"]
    | bag("meet see call visit travel letter envoy")
    - {
        "package",
        "process",
        "table",
        "raise",
        "sanctions",
        "decision",
        "mandate",
        "round",
        "rounds",
        "session",
        "sessions",
    }
)


def _decides(one: Statement, sentence: Sentence, head: bool) -> bool:
    """Whether what is said decides or says how things stand: ``the summit will go ahead``, ``he accepted the offer``.

    Of one who leads a state any word on a meeting counts: it is theirs to hold or to drop.
    """
    first, last = sentence.index(one.start), sentence.index(one.end)
    said = set(sentence.low[first:last]) or set(sentence.low)
    if head:
        return bool(_MATTER & said) or ("it" in said and bool(_STANDS & said))
    return bool(_MATTER & said) and bool(_STANDS & said)


def announced(one: Statement, sentence: Sentence, dates: list[Date]) -> Event | None:
    """A statement with its own day: somebody announced something on it."""
    speaker = one.speaker
    if speaker is None or one.cue is None or speaker.i < 0:
        return None
    cue = one.cue
    near = [
        date
        for date in dates
        if not one.start <= date.start < one.end
        and date.when.precision == "day"
        and (
            0 <= cue[0] - date.end <= 40
            or 0 <= date.start - max(cue[1], speaker.end if speaker.start > cue[0] else 0) <= 14
            or cue[1] <= date.start < one.start
            or (speaker.start < date.start < cue[0] and cue[0] - date.end < 60)
        )
    ]
    date = min(near, key=lambda date: min(abs(date.end - cue[0]), abs(date.start - cue[1])), default=None)
    if date is None or one.rule in ("said.passive", "said.relative"):
        return None
    if speaker.person is None and not _official(speaker, sentence):
        return None
    if _to_media(one, sentence):
        return None
    if _spokes(speaker) and not {"statement", "conference", "briefing"} & set(sentence.low):
        return None
    if speaker.person is None and one.end <= cue[0] and not {"statement", "conference", "briefing"} & set(sentence.low):
        return None  # "..., the ministry said on Tuesday": where the news is from
    if not _decides(one, sentence, speaker.person is not None and speaker.person.head):
        return None
    start = min(
        date.start,
        speaker.start if speaker.start >= 0 and abs(speaker.start - one.cue[0]) < 60 else date.start,
        one.cue[0],
    )
    if start > date.start - 6 and date.i and sentence.low[date.i - 1] in ("on", "late"):
        start = sentence.at[date.i - 1]
    end = max(one.cue[1], date.end, one.end if one.end - start < 200 and one.end > one.cue[0] else 0)
    return Event(
        "announcement",
        date.when.value,
        None,
        [speaker.person.name] if speaker.person is not None else [],
        [],
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


def _official(speaker: Speaker, sentence: Sentence) -> bool:
    """Whether a body or its spokesman speaks: what these say on a day is an announcement; what a paper says is none."""
    words = sentence.low[speaker.i : speaker.j]
    if speaker.named:
        return bool(speaker.names_body)
    return bool(_VOICES & set(words))


def _spokes(speaker: Speaker) -> bool:
    """Whether one speaks for others: that a spokeswoman said it on a day is where the news is from."""
    roles = " ".join(speaker.person.roles).lower() if speaker.person is not None else ""
    return "spokes" in roles


def _to_media(one: Statement, sentence: Sentence) -> bool:
    """Whether it was told to a paper or a broadcaster, or by somebody unnamed: no act towards the other side."""
    if one.speaker is None or one.cue is None:
        return False
    low = sentence.low
    k = sentence.index(one.cue[0])
    if low[k : k + 1] == ["told"] and not _VOICES & set(low) and not _PRESS & set(low[k + 1 : k + 3]):
        return "news" in low[k + 1 : k + 4]
    unnamed = low[one.speaker.i : one.speaker.i + 1] in (["a"], ["an"]) and "official" in low[: one.speaker.j]
    return unnamed and not {"statement", "conference", "briefing", "speaking"} & set(low)
