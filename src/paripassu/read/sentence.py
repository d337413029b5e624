"""The sentence a proposal rests on, with its words marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from paripassu.case.evidence import Evidence, read_source, where_kept
from paripassu.read.queue import Document

__all__ = ["Marked", "sentence"]

_END = re.compile(r"[.!?…][\"”’')\]]*\s+|\n\s*\n|\r\n\s*\r\n")
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
    start, end = max(0, evidence.start - _FAR), min(len(text), evidence.end + _FAR)
    for stop in _END.finditer(text, start, evidence.start):
        start = stop.end()
    # The words may end the sentence themselves: then nothing follows.
    over = _END.search(text, max(evidence.start, evidence.end - 1), end)
    if over is not None:
        end = max(evidence.end, over.end())
    shown = [text[start : evidence.start], text[evidence.start : evidence.end], text[evidence.end : end]]
    before, words, after = (_line(_TAG.sub(" ", part)) if "<" in part else _line(part) for part in shown)
    return Marked(before.lstrip(), words, after.rstrip())


def _text(evidence: Evidence, document: Document | None, beside: Path | None) -> str | None:
    kept = where_kept(document.text, beside) if document is not None and document.text else None
    read = read_source(kept) if kept is not None else None
    if document is None or read is None or read[0] != document.sha256 or read[1] is None:
        return None
    return read[1] if evidence.holds_in(read[1]) else None


def _line(words: str) -> str:
    # What a page says is shown, never obeyed: no control character reaches the terminal.
    return "".join(letter if letter.isprintable() else " " for letter in re.sub(r"\s+", " ", words))
