"""From bytes to the text that is read, with a way back to the place in the file."""

from __future__ import annotations

import codecs
import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

from paripassu.errors import CaseError, Problem
from paripassu.read import html

__all__ = ["Page", "page"]

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})|encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKUP = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta)\b",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A source as it is read.

    ``text`` is what is read; spans reported to the outside are code points of ``raw``, the decoded file
    (without a byte order mark, line ends untouched). For plain text both are the same; for HTML ``text`` is
    what a reader of the page sees, and :meth:`span` leads back to the file.
    """

    name: str
    sha256: str
    encoding: str
    raw: str
    text: str
    markup: bool = False
    furniture: tuple[tuple[int, int], ...] = ()  # navigation, comments, forms: spans of ``raw``
    said: dict[str, str] = field(default_factory=dict)  # what the page says of itself: published, title
    _text_at: tuple[int, ...] = ()
    _raw_at: tuple[int, ...] = ()
    _width: tuple[int, ...] = ()  # of an entity in ``raw``; 0 for a run of plain characters

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``raw`` that a span of ``text`` was read from."""
        if not self.markup:
            return start, end
        if end <= start:
            at = self._raw(start)[0]
            return at, at
        return self._raw(start)[0], self._raw(end - 1)[1]

    def _raw(self, at: int) -> tuple[int, int]:
        piece = bisect_right(self._text_at, at) - 1
        if piece < 0:
            return 0, 0
        start, width = self._raw_at[piece], self._width[piece]
        if width:
            return start, start + width
        start += at - self._text_at[piece]
        return start, start + 1


def page(source: bytes | str | Path, *, name: str | None = None, encoding: str | None = None) -> Page:
    """Read a source: a path, or its bytes, or its text.

    Raises
    ------
    CaseError
        When the bytes are no text (they hold NUL), or not in the encoding declared (UTF-8 when none is).

    Examples
    --------
    >>> found = page(b"<p>Talks &amp; tea")
    >>> at = found.text.index("&")
    >>> found.text.strip(), found.span(at, at + 1)
    ('Talks & tea', (9, 14))
    """
    if isinstance(source, Path):
        name, source = name or str(source), source.read_bytes()
    label = name or "<text>"
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    digest = hashlib.sha256(data).hexdigest()
    raw, used = (source, "utf-8") if isinstance(source, str) else _decode(label, data, encoding)
    if not (_MARKUP.match(raw) or label.lower().endswith((".html", ".htm", ".xhtml"))):
        return Page(name=label, sha256=digest, encoding=used, raw=raw, text=raw)
    seen = html.visible(raw)
    return Page(
        name=label,
        sha256=digest,
        encoding=used,
        raw=raw,
        text=seen.text,
        markup=True,
        furniture=seen.furniture,
        said=seen.said,
        _text_at=tuple(seen.text_at),
        _raw_at=tuple(seen.raw_at),
        _width=tuple(seen.width),
    )


def _decode(label: str, data: bytes, encoding: str | None) -> tuple[str, str]:
    chosen, cut = encoding, 0
    for mark, known in _BOMS:
        if data.startswith(mark):
            chosen, cut = known, len(mark)
            break
    else:
        if b"\0" in data:
            at = data.index(b"\0")
            raise CaseError([Problem(label, data.count(b"\n", 0, at) + 1, "", "text", "binary data (a NUL byte)")])
        if chosen is None:
            declared = _CHARSET.search(data[:4096]) if data[:512].lstrip()[:1] == b"<" else None
            chosen = (declared[1] or declared[2]).decode("ascii") if declared else "utf-8"
    try:
        return data[cut:].decode(codecs.lookup(chosen).name), chosen.lower()
    except LookupError:
        wanted = "a known encoding" if encoding else "a known encoding in the page (or --encoding)"
        raise CaseError([Problem(label, None, "encoding", wanted, f"`{chosen}`")]) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, cut + error.start) + 1
        got = f"byte 0x{data[cut + error.start]:02x}"
        raise CaseError([Problem(label, line, "", f"text in {chosen} (or --encoding)", got)]) from None
