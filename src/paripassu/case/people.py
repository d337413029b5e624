"""Who the people are and what the places are called: every spelling and title, with who uses it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from paripassu.case.evidence import Evidence
from paripassu.case.types import Entry, Text

__all__ = ["Person", "Said", "Venue", "fold", "named_in"]


class Said(Entry):
    """A spelling, a name or a title, as some source has it."""

    text: Text
    evidence: tuple[Evidence, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    def __str__(self) -> str:
        return self.text


def _several(value: Any) -> Any:
    if value is None:
        return ()
    return (value,) if isinstance(value, (str, dict)) else value


Sayings = Annotated[
    tuple[Said, ...],
    BeforeValidator(_several),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": ["string", "object"]}}]}),
]


class Person(Entry):
    """Somebody in the talks: the name, other spellings, the party, the titles held.

    ``same_as`` names an earlier entry that turned out to be the same person; both stay.
    """

    name: Text
    aliases: Sayings = ()
    party: Text | None = None
    role: Sayings = ()
    same_as: Text | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and every alias."""
        return (self.name, *(alias.text for alias in self.aliases))


class Venue(Entry):
    """A place where they meet: the name, its other names, and the larger place it lies in."""

    name: Text
    aliases: Sayings = ()
    place: Text | None = None
    same_as: Text | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and every alias."""
        return (self.name, *(alias.text for alias in self.aliases))


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """A name without case, accents, hyphens or spare spaces, for comparing only.

    Examples
    --------
    >>> fold("Choe  Son-hui") == fold("choe son hui")
    True
    """
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in bare.casefold()).split())


def named_in(name: str, known: Mapping[str, Person] | Mapping[str, Venue]) -> str | None:
    """The id of the one person or venue with this full name or alias; None when none or several have it.

    Examples
    --------
    >>> named_in("Choe Son-hui", {"choe": Person(name="Choe Son Hui")})
    'choe'
    """
    found = _spelt(known).get(fold(name), ())
    return found[0] if len(found) == 1 else None


_indexed: list[tuple[Mapping[str, Any], int, dict[str, list[str]]]] = []


def _spelt(known: Mapping[str, Person] | Mapping[str, Venue]) -> dict[str, list[str]]:
    """The ids by folded name. A case is asked the same thousands of times over, so the last few are kept."""
    for held, size, index in _indexed:
        if held is known and size == len(known):
            return index
    index = {}
    for key, one in known.items():
        for name in filter(None, map(fold, one.names)):
            ids = index.setdefault(name, [])
            if (one.same_as or key) not in ids:
                ids.append(one.same_as or key)
    _indexed.insert(0, (known, len(known), index))
    del _indexed[4:]
    return index
