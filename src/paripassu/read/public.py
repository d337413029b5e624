"""A text that may be shown to a language model: its bytes are those of a source that the case marks public.

The request is built from nothing else, so no note, no name of the case and no other document can be in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from paripassu.case import Case
from paripassu.errors import CommandError
from paripassu.read.source import Page

__all__ = ["MOST_LETTERS", "MOST_PIECES", "PublicText"]

MOST_LETTERS = 12_000
"""The most letters shown in one request."""
MOST_PIECES = 20
"""The most requests for one document; what lies behind is not shown."""
_SEAL = object()


@dataclass(frozen=True, slots=True)
class PublicText:
    """Some words of a public document, and where in its text they start. Made by `of` only."""

    words: str
    start: int
    _seal: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if self._seal is not _SEAL:
            raise TypeError("a PublicText is made from a page and the case that marks it public: PublicText.of")

    @classmethod
    def of(cls, page: Page, case: Case) -> PublicText:
        """The text of a page whose source the case marks public.

        Raises
        ------
        CommandError
            When no source of the case with these bytes says `public: true`; tells what to write where.

        Examples
        --------
        >>> from paripassu.read.source import page
        >>> note = page("For our eyes only.", name="note.txt")
        >>> PublicText.of(note, Case.from_dict({"parties": ["a", "b"]}))
        Traceback (most recent call last):
        ...
        paripassu.errors.CommandError: note.txt: not marked public, so no model is asked about it. ...
        """
        same = [name for name, source in case.sources.items() if source.sha256 == page.sha256]
        if not any(case.sources[name].public for name in same):
            new = f"a source with `sha256: {page.sha256}` and `public: true`"
            at = f"`public: true` at sources.{same[0]}" if same else new
            raise CommandError(
                f"{page.name}: not marked public, so no model is asked about it. "
                f"If everybody may read it, write {at} into the case."
            )
        return cls(page.text, 0, _SEAL)

    def pieces(self) -> Iterator[PublicText]:
        """The text in pieces small enough for one request, cut between paragraphs where that is possible."""
        at = 0
        for _ in range(MOST_PIECES):
            if at >= len(self.words):
                return
            end = min(len(self.words), at + MOST_LETTERS)
            if end < len(self.words):
                end = _last_break(self.words, at, end)
            piece = self.words[at:end]
            if piece.strip():
                yield PublicText(piece, self.start + at, _SEAL)
            at = end


def _last_break(words: str, start: int, end: int) -> int:
    """The last paragraph, line, sentence or word in the second half of a piece to end it at."""
    half = start + (end - start) // 2
    for sign in ("\n\n", "\n", ". ", " "):
        at = words.rfind(sign, half, end)
        if at >= 0:
            return at + len(sign)
    return end
