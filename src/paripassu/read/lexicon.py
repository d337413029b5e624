"""The small general word lists the rules lean on, read from plain files beside this one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from paripassu.read.bag import lines
from paripassu.read.tokens import tokens

__all__ = [
    "Known",
    "Lexicon",
    "alone",
    "apart",
    "common",
    "demonyms",
    "extended",
    "key",
    "lexicon",
    "place_type",
    "sound",
]

_WHOLE = re.compile(r"(?<![\w-])[A-Z][a-z]{2,}(?![\w-])")
_ROMAN = (
    ("eo", "o"),
    ("eu", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ae", "a"),
    ("ou", "u"),
    ("uh", "u"),
    ("ch", "j"),
    ("k", "g"),
    ("p", "b"),
    ("t", "d"),
    ("r", "l"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """A name the lists or the case know: ``kind`` is place, organisation, people (a demonym) or person."""

    kind: str
    name: str
    type: str
    id: str | None = None


@dataclass(slots=True)
class Lexicon:
    """Names by their first word, titles, family names; a case adds its own."""

    names: dict[str, list[tuple[tuple[str, ...], Known]]] = field(default_factory=dict)
    titles: dict[str, list[tuple[tuple[str, ...], bool]]] = field(default_factory=dict)
    family_first: dict[str, bool] = field(default_factory=dict)  # -> among the commonest
    given: frozenset[str] = frozenset()
    sexes: dict[str, str] = field(default_factory=dict)  # given name -> m or f, where custom is clear
    joined: set[str] = field(default_factory=set)  # words with a hyphen that are part of a name

    def add(self, surface: str, known: Known) -> None:
        """Know a name by this spelling."""
        words = _words(surface)
        if not words:
            return
        entry = self.names.setdefault(words[0], [])
        self.joined.update(word for word in words if "-" in word)
        if not any(old == words for old, _ in entry):
            entry.append((words, known))
            entry.sort(key=lambda pair: -len(pair[0]))


@cache
def lexicon() -> Lexicon:
    """The general lists, without any case. Shared: copy before adding."""
    found = Lexicon(given=frozenset(" ".join(lines("given.txt")).split()))
    women, either = (set(line.split()) for line in lines("women.txt"))
    found.sexes = {name: "f" if name in women else "m" for name in found.given | women if name not in either}
    for line in lines("places.txt"):
        name, type_, people, others = (part.strip() for part in line.split("|"))
        for surface in (name, *_split(others)):
            found.add(surface, Known("place", name, type_))
        for surface in _split(people):
            found.add(surface, Known("people", name, type_))
    for line in lines("organisations.txt"):
        name, type_, others = (part.strip() for part in line.split("|"))
        for surface in (name, *_split(others)):
            found.add(surface, Known("organisation", name, type_))
    for line in lines("titles.txt"):
        words = tuple(line.rstrip(" !").split())
        many = (*words[:-1], f"{words[-1][:-1]}ies" if words[-1].endswith("y") else f"{words[-1]}s")
        for form in (words, many):  # "Presidents Ann Lee and Bo Berg"
            found.titles.setdefault(form[0], []).append((form, line.endswith("!")))
    for entries in found.titles.values():
        entries.sort(key=lambda pair: -len(pair[0]))
    for word in " ".join(lines("surnames.txt")).split():
        found.family_first[word.rstrip("+")] = word.endswith("+")
    return found


def extended(case: object) -> Lexicon:
    """The general lists with the people, venues and parties of a case."""
    base = lexicon()
    found = Lexicon(
        names={word: list(entry) for word, entry in base.names.items()},
        titles=base.titles,
        family_first=base.family_first,
        given=base.given,
        sexes=base.sexes,
        joined=set(base.joined),
    )
    sections = (("people", "person", "person"), ("venues", "place", "venue"), ("parties", "party", "party"))
    for section, kind, type_ in sections:
        entries = getattr(case, section, None) or {}
        for id_, entry in entries.items():
            name = getattr(entry, "name", None) or id_
            short = getattr(entry, "short", None)
            # An alias may carry who uses it.
            aliases = map(str, getattr(entry, "aliases", None) or ())
            for surface in (name, *aliases, *((short,) if short else ())):
                # A party that is a country is known already, under the name the record's readers expect.
                if kind == "party" and surface.split()[:1] and surface.split()[0] in base.names:
                    continue
                known = Known("organisation" if kind == "party" else kind, name, type_, id_)
                words = _words(surface)
                if words:
                    entry_ = found.names.setdefault(words[0], [])
                    entry_[:] = [pair for pair in entry_ if pair[0] != words]
                    found.add(surface, known)
    return found


@cache
def common() -> frozenset[str]:
    """Everyday words that may stand with a capital."""
    return frozenset(" ".join(lines("common.txt")).split())


@cache
def place_type(name: str) -> str:
    """Whether a place is a city, a country, a region; ``place`` where no list knows it."""
    found = lexicon().names.get(name.split(" ", 1)[0], ())
    return next((known.type for _, known in found if known.kind == "place" and known.name == name), "place")


@cache
def demonyms() -> dict[str, tuple[str, ...]]:
    """How the people of a country are called: its name -> ``swedish``, ``swedes``, in small letters."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines("places.txt"):
        name, _, people, _ = (part.strip() for part in line.split("|"))
        found[name] = tuple(one.lower() for one in _split(people))
    return found


def key(name: str) -> str:
    """A name without hyphens, spaces, accents of typing or case: one person, one key.

    Examples
    --------
    >>> key("Kim Yong-chol") == key("Kim Yong Chol") == key("KIM Yong-Chol")
    True
    """
    return "".join(filter(str.isalnum, name.casefold()))


def sound(name: str) -> str:
    """A rough key over the romanisations of one Korean name; only ever used to ask, never to merge.

    Examples
    --------
    >>> sound("Choe Son Hui") == sound("Choi Sun-hee"), sound("Panmunjom") == sound("Panmunjeom")
    (False, True)
    """
    rough = key(name)
    for old, new in _ROMAN:
        rough = rough.replace(old, new)
    return rough


def _words(surface: str) -> tuple[str, ...]:
    return tuple(word.replace("’", "'") for word, _ in tokens(surface))


def _split(text: str) -> list[str]:
    # "Washington, D.C." is one name: a comma before capitals and a full stop does not part names.
    parts = [part.strip() for part in text.replace(", D.C.", "\0").split(",")]
    return [part.replace("\0", ", D.C.") for part in parts if part]


def apart(word: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a word with a hyphen is two names ("US-China", "Moon-Kim", "US-led"), not one ("Jong-Un")."""
    if word in lexicon.names or word in lexicon.joined or word.lower() in lexicon.titles:
        return False
    left, right = word.split("-", 1)
    if not right:
        return False
    place = any(len(pattern) == 1 for pattern, _ in lexicon.names.get(left, ()))
    if not right[0].isupper():
        return place
    if not place and (
        before.lower() in lexicon.family_first or left.lower() in lexicon.given or left.lower() in ("al", "el", "ben")
    ):
        return False
    rest = right.split("-", 1)[0]
    return (
        place or rest in lexicon.names or left.lower() in lexicon.family_first or right.lower() in lexicon.family_first
    )


def alone(text: str) -> Callable[[str, str], bool]:
    """Whether both halves of "Harlan-Quist" stand alone in the text as well: then it is two names."""
    words: set[str] = set()

    def paired(word: str, before: str) -> bool:
        left, right = word.split("-", 1)
        if not (right[:1].isupper() and right.isalpha() and len(left) > 2 and len(right) > 2) or (
            before[:1].isupper() and before.lower() not in common()
        ):
            return False
        if not words:
            words.update(_WHOLE.findall(text))
        return left in words and right in words

    return paired
