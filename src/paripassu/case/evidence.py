"""The exact words a claim rests on: a span of a source, checked against the text when the text is there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from paripassu.case.types import Text, wrong
from paripassu.errors import nearest

__all__ = ["CONTEXT", "REPORTS", "Evidence", "check_quotes", "read_source", "span_of", "where_kept"]

CONTEXT = 24
"""Code points kept on either side of a quote, to find it again in a text that shifted."""
REPORTS = "PARIPASSU_REPORTS"
"""Names a folder in which texts kept outside the case are looked for too."""
_MOST_BYTES = 64 * 2**20


def _offset(value: Any) -> Any:
    if isinstance(value, bool) or not (isinstance(value, int) or (isinstance(value, str) and value.isdecimal())):
        raise wrong("a whole number of code points, 0 or more")
    if int(value) < 0:
        raise wrong("a whole number of code points, 0 or more")
    return int(value)


Offset = Annotated[int, BeforeValidator(_offset)]


class Evidence(BaseModel):
    """A span of a source in code points, the words there, and a little of what stands around them.

    ``source`` is the id of a source of the case or the sha256 of the bytes that were read.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)

    source: Text
    start: Offset
    end: Offset
    quote: Text
    prefix: Text = ""
    suffix: Text = ""

    @model_validator(mode="after")
    def _as_long_as_its_span(self) -> Evidence:
        if self.end - self.start != len(self.quote):
            raise wrong(f"a quote as long as its span ({self.end - self.start} code points)")
        return self

    def holds_in(self, text: str) -> bool:
        """Whether the quote stands at the span of this text.

        Examples
        --------
        >>> span_of("s", "They met on Friday.", 12, 18).holds_in("They met on Friday.")
        True
        """
        return text[self.start : self.end] == self.quote

    def found_in(self, text: str) -> int | None:
        """Where the quote stands in a text that shifted, if its surroundings or its words stand there once.

        Examples
        --------
        >>> span_of("s", "They met on Friday.", 12, 18).found_in("In brief: They met on Friday.")
        22
        """
        around = f"{self.prefix}{self.quote}{self.suffix}"
        for words, before in ((around, len(self.prefix)), (self.quote, 0)):
            if words and text.count(words) == 1:
                return text.index(words) + before
        return None


def span_of(source: str, text: str, start: int, end: int) -> Evidence:
    """The evidence for ``text[start:end]``."""
    return Evidence(
        source=source,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def where_kept(text: str, beside: Path | None) -> Path | None:
    """The file a source's ``text`` names, beside the case or in the folder of `REPORTS`; None when absent."""
    named = Path(text).expanduser()
    folders = [beside] if beside is not None else []
    if os.environ.get(REPORTS):
        folders.append(Path(os.environ[REPORTS]))
    for candidate in [named] if named.is_absolute() else [folder / named for folder in folders]:
        if candidate.is_file():
            return candidate
    return None


@lru_cache(maxsize=256)
def _read(path: Path, size: int, changed_ns: int) -> tuple[str, str | None]:
    raw = path.read_bytes()
    try:
        text: str | None = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    return hashlib.sha256(raw).hexdigest(), text


def read_source(path: Path) -> tuple[str, str | None] | None:
    """The sha256 of a file's bytes and its text, every code point kept (line ends too).

    The text is None when it is not UTF-8; the whole is None when the file is too large or cannot be read.
    """
    try:
        status = path.stat()
        return _read(path, status.st_size, status.st_mtime_ns) if status.st_size <= _MOST_BYTES else None
    except OSError:
        return None


def check_quotes(
    cited: Iterator[tuple[tuple[str | int, ...], Evidence]],
    sources: Mapping[str, Any],
    beside: Path | None,
    report: Callable[..., None],
) -> None:
    """Report every source whose bytes changed and every quote that does not stand at its span.

    Parameters
    ----------
    cited
        Each piece of evidence with the keys that lead to it in the case.
    sources
        The case's `sources`, by id; what evidence may name is an id or a source's ``sha256``.
    beside
        The folder the case lies in. A source whose text is not there is not checked.
    report
        Called with path, expected, got, nearest.
    """
    texts: dict[str, str | None] = {}
    for name, source in sources.items():
        texts[name] = _text_of(name, source, beside, report)
    by_digest = {source.sha256: name for name, source in sources.items() if source.sha256}
    for path, evidence in cited:
        known = evidence.source if evidence.source in sources else by_digest.get(evidence.source)
        if known is None:
            expected = "a source of this case, by id or sha256"
            report((*path, "source"), expected, f"`{evidence.source}`", nearest(evidence.source, sources))
            continue
        text = texts[known]
        if text is None or evidence.holds_in(text):
            continue
        found = evidence.found_in(text)
        stands = text[evidence.start : evidence.end]
        meant = None if found is None else f"start: {found}, end: {found + len(evidence.quote)}"
        report(
            (*path, "quote"),
            f"the words of `{known}` at {evidence.start}-{evidence.end}, `{_short(stands)}`",
            f"`{_short(evidence.quote)}`",
            meant,
        )


def _text_of(name: str, source: Any, beside: Path | None, report: Callable[..., None]) -> str | None:
    file = where_kept(source.text, beside) if source.text else None
    read = read_source(file) if file is not None else None
    if read is None:
        return None
    digest, text = read
    if source.sha256 and source.sha256 != digest:
        report(
            ("sources", name, "sha256"),
            f"the digest of `{source.text}`, {digest}",
            f"`{source.sha256}`",
            None,
        )
        return None
    return text


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"
