"""Who said it, where and when. The text itself need not be kept."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from paripassu.case.types import Day, Entry, OneOrMany, Text, wrong

__all__ = ["Source"]


_DIGEST = re.compile(r"[0-9a-f]{64}\Z")


def _digest(value: Any) -> Any:
    if value is None:
        return None
    if not isinstance(value, str) or not _DIGEST.match(value.strip().lower()):
        raise wrong("a sha256 of 64 hex digits")
    return value.strip().lower()


Digest = Annotated[
    str | None, BeforeValidator(_digest), WithJsonSchema({"type": ["string", "null"], "pattern": "^[0-9A-Fa-f]{64}$"})
]


class Source(Entry):
    """A published report, document or interview.

    ``reports`` is the chain behind it, nearest first (outlet, paper, unnamed official); ``text`` the place where
    the text is kept, if anywhere; ``sha256`` the digest of that text's bytes;
    ``public`` says that everybody may read it, so that a language model may be asked about it.
    """

    title: Text
    outlet: Text | None = None
    author: OneOrMany = ()
    published: Day | None = None
    language: Text | None = None
    reports: OneOrMany = ()
    sha256: Digest = None
    text: Text | None = None
    url: Text | None = None
    public: bool = False
