"""Who said it, where and when. The text itself need not be kept."""

from __future__ import annotations

from paripassu.case.types import Day, Entry, OneOrMany, Text

__all__ = ["Source"]


class Source(Entry):
    """A published report, document or interview.

    ``reports`` is the chain behind it, nearest first (outlet, paper, unnamed official); ``text`` the place where
    the text is kept, if anywhere; ``sha256`` the digest of that text's bytes.
    """

    title: Text
    outlet: Text | None = None
    author: OneOrMany = ()
    published: Day | None = None
    language: Text | None = None
    reports: OneOrMany = ()
    sha256: Text | None = None
    text: Text | None = None
    url: Text | None = None
