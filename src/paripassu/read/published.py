"""The day a report was published: given, in the text, or only proposed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from paripassu.read.dates import dates
from paripassu.read.source import Page
from paripassu.read.tense import tense
from paripassu.read.tokens import Sentence, tokens

__all__ = ["Published", "published"]

_LABEL = re.compile(
    r"\b(?:published|posted|updated|last updated|date|released|issued|first published|"
    r"input|registered|created)\b\s*:?",
    re.I,
)
_DATELINE = re.compile(
    r"^[A-Z][\w .,'’/-]{1,50}?,?\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s*\d{4})?\s*(?:\(|--|-|–|—|:)|"
    r"^\(?[A-Z][A-Za-z .'’-]{2,40}\)?\s*(?:\([A-Za-z]+\))?\s*(?:--|–|—)"
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SHORT = 120


@dataclass(frozen=True, slots=True)
class Published:
    """``basis`` is option, text, proposed or unknown; a proposed day resolves nothing."""

    day: dt.date | None
    basis: str
    span: tuple[int, int] | None = None

    @property
    def base(self) -> dt.date | None:
        """The day that relative dates are reckoned from."""
        return self.day if self.basis in ("option", "text") else None


def published(page: Page, sentences: list[Sentence], option: dt.date | None) -> Published:
    """When a report was published, and how that is known."""
    if option is not None:
        return Published(option, "option")
    for key in ("published", "time"):
        day = _iso(page.said.get(key, ""))
        if day is not None:
            return Published(day, "text")
    edge = [number for number, one in enumerate(sentences) if number < 14 or number >= len(sentences) - 6]
    undated: tuple[int, int] | None = None
    for number in edge:
        sentence = sentences[number]
        words = page.text[sentence.start : min(sentence.end, sentence.start + 400)]
        short = sentence.end - sentence.start < _SHORT
        label = _LABEL.search(words) if short else None
        line = _DATELINE.match(words)
        if not (label or line or (short and sentence.role in ("title", "byline", "heading"))):
            continue
        for found in dates(page.text, [sentence], None):
            if found.start - sentence.start > 60 or (line and not label and found.end > sentence.start + line.end()):
                break
            exact = found.when.first
            if exact is not None and found.rule in (
                "dates.iso",
                "dates.month-day",
                "dates.day-month",
                "dates.numeric",
            ):
                alone = found.end - found.start >= 0.3 * (sentence.end - sentence.start)
                if label or line or alone:
                    return Published(exact, "text", (found.start, found.end))
            if line and found.rule == "dates.month-day":
                undated = (found.start, found.end)
    return _proposed(page, sentences, undated)


def _iso(words: str) -> dt.date | None:
    found = _ISO.search(words)
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _proposed(page: Page, sentences: list[Sentence], undated: tuple[int, int] | None) -> Published:
    """The latest full date in the report; with a dateline that lacks its year, that day of that year."""
    latest: dt.date | None = None
    for sentence in sentences[:400]:
        if sentence.role not in ("body", "title"):
            continue
        for found in dates(page.text, [sentence], None):
            exact = found.when.first
            ahead = tense(sentence, found.i, found.j) == "future"
            if exact is not None and not ahead and (latest is None or exact > latest):
                latest = exact
    if latest is None:
        return Published(None, "unknown")
    if undated is not None:
        cut = tokens(page.text[undated[0] : undated[1]])
        words, places = [word for word, _ in cut], [undated[0] + at for _, at in cut]
        near = Sentence(undated[0], undated[1], words, places, 0, "body")
        got = dates(page.text, [near], latest)
        if got and got[0].when.first:
            return Published(got[0].when.first, "proposed", undated)
    return Published(latest, "proposed")
