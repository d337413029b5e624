"""The sentence a proposal rests on, with its words marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from paripassu.case.evidence import Evidence, read_source, where_kept
from paripassu.read.queue import Document
from paripassu.read.tokens import shortens

__all__ = ["Marked", "around", "sentence", "shortened"]

_END = re.compile(r"[.!?…][\"”’')\]]*\s+|\n\s*\n|\r\n\s*\r\n")
_LAST = re.compile(r"(?:[A-Za-z]\.)*\w+\Z")
_FIRST = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]*>")
_FAR = 400


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands before, the words themselves, and what stands behind."""

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}[{self.words}]{self.after}"

    def piece(self, most: int = 110) -> str:
        """The words with as much of the sentence around them as fits into so many letters.

        Examples
        --------
        >>> Marked("The earlier ones were held at the same building last Sunday and ", "Saturday", ".").piece(50)
        '…at the same building last Sunday and Saturday.'
        """
        room = most - len(self.words)
        if room <= 0:
            return ("…" if self.before else "") + shortened(self.words, most - 1)
        after = shortened(self.after, max(room // 2, room - len(self.before)))
        room -= len(after)
        before = self.before
        if len(before) > room:
            kept = before[len(before) - room :] if room else ""
            before = "…" + (kept.split(" ", 1)[1] if " " in kept else kept)
        return f"{before}{self.words}{after}"


def sentence(evidence: Evidence, document: Document | None, beside: Path | None) -> Marked:
    """The sentence from the text where it is kept and unchanged; else the few letters the evidence holds.

    Examples
    --------
    >>> print(sentence(Evidence(source="s", start=3, end=9, quote="Friday", prefix="on ", suffix=" or so"), None, None))
    … on [Friday] or so …
    """
    text = _text(evidence, document, beside)
    if text is None:
        before = f"… {evidence.prefix}" if evidence.prefix else ""
        after = f"{evidence.suffix} …" if evidence.suffix else ""
        return Marked(_line(before), _line(evidence.quote), _line(after))
    return around(text, evidence.start, evidence.end)


def around(text: str, start: int, end: int) -> Marked:
    """The sentence around a span of a text, and no more than a few lines of it.

    Examples
    --------
    >>> print(around("It rained. Mr. Lee of the U.S. side came on Friday. He left.", 44, 50))
    Mr. Lee of the U.S. side came on [Friday].
    """
    first, last = max(0, start - _FAR), min(len(text), end + _FAR)
    for stop in _END.finditer(text, first, start):
        first = stop.end() if _ended(text, stop) else first
    # The words may end the sentence themselves: then nothing follows.
    for stop in _END.finditer(text, max(start, end - 1), last):
        if _ended(text, stop):
            last = max(end, stop.end())
            break
    shown = [text[first:start], text[start:end], text[end:last]]
    before, words, after = (_line(_TAG.sub(" ", part)) if "<" in part else _line(part) for part in shown)
    return Marked(before.lstrip(), words, after.rstrip())


def _ended(text: str, stop: re.Match[str]) -> bool:
    if not stop[0].startswith(".") or "\n\n" in stop[0]:
        return True
    word = _LAST.search(text, max(0, stop.start() - 20), stop.start())
    following = _FIRST.match(text, stop.end())
    return word is None or following is None or not shortens(word[0], following[0])


def shortened(words: str, most: int) -> str:
    """The beginning of a text, cut between two words.

    Examples
    --------
    >>> shortened("talks at the border village", 14)
    'talks at the…'
    """
    if len(words) <= most:
        return words
    cut = words[:most]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut[:-1]).rstrip(" ,;:") + "…"


def _text(evidence: Evidence, document: Document | None, beside: Path | None) -> str | None:
    kept = where_kept(document.text, beside) if document is not None and document.text else None
    read = read_source(kept) if kept is not None else None
    if document is None or read is None or read[0] != document.sha256 or read[1] is None:
        return None
    return read[1] if evidence.holds_in(read[1]) else None


def _line(words: str) -> str:
    # What a page says is shown, never obeyed: no control character reaches the terminal.
    return "".join(letter if letter.isprintable() else " " for letter in re.sub(r"\s+", " ", words))
