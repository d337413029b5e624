"""What was said, by whom, in which words: attribution frames around verbs of saying, thinking and wanting."""

from __future__ import annotations

from paripassu.read.frames import Frame
from paripassu.read.mention import Mention
from paripassu.read.pieces import LONG, Statement
from paripassu.read.stage import Speaker, Stage
from paripassu.read.tokens import Sentence

__all__ = ["Statement", "statements"]

_BODY = frozenset(("body", "heading", "title", "caption"))


def statements(
    text: str, sentences: list[Sentence], scans: list[tuple[list[Mention], list[int]]], stage: Stage
) -> list[Statement]:
    """The statements of a report in order."""
    everything: list[Statement] = []
    waiting: list[tuple[int, int, int]] = []  # quotations without a cue: number of the sentence and span
    last: tuple[int, Speaker | None] = (-9, None)  # paragraph and speaker of the last statement
    posts = _posts(text, sentences, scans, stage)
    for number, (sentence, (found, _)) in enumerate(zip(sentences, scans, strict=True)):
        if sentence.role not in _BODY:
            continue
        if sentence.para in posts:
            everything += [one for one in (posts[sentence.para],) if one.sentence == number]
            continue
        stage.heard(sentence, found)
        frame = Frame(text, sentence, found, stage, number)
        got = frame.read()
        lone = _lone(sentence, got, 2 if last[1] is not None and last[0] == sentence.para else LONG)
        for span in lone:
            speaker = _continued(sentence, span, last)
            if speaker is None and not got and _led_in(sentence, found, span, last):
                speaker, at = last[1], sentence.at[frame.leading()]
                got.append(Statement(at, span[1], "mixed", speaker, None, "said.continued", number))
            elif speaker is not None:
                got.append(Statement(span[0], span[1], "direct", speaker, None, "said.continued", number))
            elif span[1] - span[0] > 12:
                waiting.append((number, *span))
        if not got and not lone and (short := _headed(sentence)) is not None:
            waiting.append((number, *short))
        got.sort(key=lambda one: one.start)
        everything += got
        for one in got:
            if one.speaker is not None:
                stage.spoke(one.speaker, sentence.low)
        spoke = next((one.speaker for one in reversed(got) if one.speaker is not None), None)
        stage.turn(sentence, found, spoke)
        if got:
            last = (sentence.para, spoke or last[1])
        elif (sentence.end - sentence.start > 40 or last[0] < sentence.para - 1) and not lone:
            last = (-9, None)
    everything += _echoes(text, waiting, everything)
    _reassign(text, everything)
    everything.sort(key=lambda one: (one.start, one.end))
    return everything


def _lone(sentence: Sentence, got: list[Statement], least: int) -> list[tuple[int, int]]:
    """Quotations of a whole thought that no frame has taken; a whole sentence needs ``least`` words."""
    spans = []
    for start, end in sentence.quotes:
        if start < sentence.start or any(one.start < end and start < one.end for one in got):
            continue
        first, last = sentence.index(start + 1), sentence.index(end - 1)
        count = sum(word[0].isalnum() for word in sentence.words[first:last])
        whole = start == sentence.start and end >= sentence.end - 1
        if count >= 6 or (whole and count >= least):
            spans.append((start, min(end, sentence.end)))
    return spans


def _headed(sentence: Sentence) -> tuple[int, int] | None:
    """A heading that begins with a few quoted words, such as ``‘More hopeful’``."""
    alone = sentence.role in ("heading", "title") or len(sentence.low) <= 6
    if not alone or not sentence.quotes or sentence.quotes[0][0] != sentence.start:
        return None
    return sentence.quotes[0]


def _led_in(sentence: Sentence, found: list[Mention], span: tuple[int, int], last: tuple[int, Speaker | None]) -> bool:
    """``But if nothing moves, “the markets will react badly”``: whoever spoke just before goes on."""
    if last[1] is None or sentence.para != last[0] or not sentence.start < span[0] or span[1] < sentence.end - 2:
        return False
    before = sentence.low[: sentence.index(span[0])]
    told = any(one.kind == "person" and one.start < span[0] for one in found) or ":" in before
    return len(before) <= 18 and not told and before[-1] in (",", "that", "because", "and", "but")


def _posts(
    text: str, sentences: list[Sentence], scans: list[tuple[list[Mention], list[int]]], stage: Stage
) -> dict[int, Statement]:
    """Posts copied with who wrote them: ``We will see. — Ann Lee (@annlee)``; paragraph -> what was posted."""
    found: dict[int, Statement] = {}
    for number, (sentence, (names, _)) in enumerate(zip(sentences, scans, strict=True)):
        if "@" not in sentence.has:
            continue
        for one in names:
            person = stage.person(one)
            after, before = sentence.low[one.j : one.j + 2], sentence.low[one.i - 1 : one.i]
            if person is None or after != ["(", "@"] or not (one.i == 0 or before[0] in ("—", "–", "--", "-")):
                continue
            first = number
            while first and sentences[first - 1].para == sentence.para:
                first -= 1
            start, end = sentences[first].start, sentence.at[max(one.i - 1, 0)]
            end = start + len(text[start:end].rstrip())
            if end - start > LONG * 3:
                speaker = Speaker(person.name, one.start, one.end, one.i, one.j, person)
                found[sentence.para] = Statement(start, end, "direct", speaker, None, "said.posted", number)
    return found


def _continued(sentence: Sentence, span: tuple[int, int], last: tuple[int, Speaker | None]) -> Speaker | None:
    if len(sentence.words) > 1 and span[1] == sentence.end and sentence.words[-2][-1].isalnum():
        return None  # no sign ends it: a line between paragraphs
    if span[0] != sentence.start or last[1] is None or sentence.para - last[0] > 1 or sentence.role == "heading":
        return None
    speaker = last[1]
    return Speaker(speaker.name, -1, -1, -1, -1, speaker.person, speaker.named)


def _echoes(text: str, waiting: list[tuple[int, int, int]], said: list[Statement]) -> list[Statement]:
    """A pull quote repeats what somebody is quoted with elsewhere."""
    found = []
    known = [(_plain(text[one.start : one.end]), one) for one in said if one.kind != "indirect"] if waiting else []
    for number, start, end in waiting[:50]:
        words = _plain(text[start:end])
        for other, one in known[:400]:
            if len(words) > 6 and words in other and one.speaker is not None:
                speaker = Speaker(one.speaker.name, -1, -1, -1, -1, one.speaker.person, one.speaker.named)
                found.append(Statement(start, end, "direct", speaker, None, "said.pulled", number))
                break
    return found


def _reassign(text: str, everything: list[Statement]) -> None:
    """A pull quote belongs to the one quoted with the same words, not to the last speaker."""
    open_ = [one for one in everything if one.rule == "said.continued"][:50]
    known = [one for one in everything if one.cue is not None and one.kind != "indirect"][:400] if open_ else []
    for one in open_:
        words = _plain(text[one.start : one.end])
        match = next((other for other in known if words in _plain(text[other.start : other.end])), None)
        if match is not None and match.speaker is not None:
            said = match.speaker
            one.speaker = Speaker(said.name, -1, -1, -1, -1, said.person, said.named)
            one.rule = "said.pulled"


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
