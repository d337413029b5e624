"""The door to spaCy: what a model of English finds beyond the rules, told apart by its own rules.

The rules read first and keep their say; a model only adds. What it adds are guesses (`model.person`, `model.name`,
`model.clause`, `model.object`, `model.noun`, `model.according`, `model.split`, `model.quote`), never taken without a
person. The model's name, version and the sha256 of its files are in the reading.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from paripassu.errors import CommandError
from paripassu.read.holding import felt, held
from paripassu.read.lexicon import key
from paripassu.read.mention import Mention
from paripassu.read.parsed import clauses, quoted, sources, split
from paripassu.read.person import Person
from paripassu.read.reading import Named, Reading
from paripassu.read.urging import wants
from paripassu.read.voice import Block, Taken

__all__ = ["LOOKS", "Pipeline", "deepen", "opened", "pipeline"]

_KINDS = {"ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
LOOKS: tuple[Callable[[Block], None], ...] = (quoted, clauses, sources, wants, held, felt, split)
"""What is asked of a parse, in this order."""
_LONGEST = 20_000  # signs the model sees at a time


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded model of English; ``nlp`` turns text into a spaCy document."""

    name: str
    version: str
    sha256: str
    nlp: Any

    def to_dict(self) -> dict[str, str]:
        """What a reading records."""
        return {"name": self.name, "version": self.version, "sha256": self.sha256}


def pipeline(name: str | None = None) -> Pipeline:
    """The installed `en_core_web_*` model, loaded.

    Parameters
    ----------
    name : str, optional
        Which one, when several are installed; else the first by name.

    Raises
    ------
    CommandError
        When spaCy or such a model is not installed; says how to have them.
    """
    try:
        import spacy
        from spacy.util import get_installed_models
    except ImportError:
        raise CommandError(
            "--model spacy: spaCy is not installed. Install the extra `read`: pip install 'paripassu[read]'."
        ) from None
    have = sorted(one for one in get_installed_models() if one.startswith("en_core_web_"))
    chosen = name or next(iter(have), None)
    if chosen is None or chosen not in have:
        missing = f"no model `{name}`" if name else "no model en_core_web_*"
        raise CommandError(
            f"--model spacy: {missing} is installed. Install the pinned one: "
            "pip install --require-hashes --no-deps -r requirements/read-model.txt."
        )
    return opened(chosen, spacy.load(chosen, exclude=["lemmatizer", "senter"]))


def opened(name: str, nlp: Any) -> Pipeline:
    """A pipeline with the sha256 of its files, in order of their names; one made in memory has that of its bytes."""
    digest = hashlib.sha256()
    path = Path(nlp.path) if getattr(nlp, "path", None) else None
    if path is None:
        digest.update(nlp.to_bytes())
    else:
        for file in sorted(one for one in path.rglob("*") if one.is_file()):
            digest.update(str(file.relative_to(path).as_posix()).encode() + b"\0")
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return Pipeline(name, str(nlp.meta.get("version", "")), digest.hexdigest(), nlp)


def deepen(reading: Reading, model: Pipeline) -> Reading:
    """The reading with what the model finds where the rules found nothing.

    Parameters
    ----------
    reading : Reading
        By rules.
    model : Pipeline
        From `pipeline`.

    Returns
    -------
    Reading
        Everything of the first, more persons, organisations, places and statements, and the model in `model`.
    """
    text = reading.page.text
    taken = Taken(reading)
    persons = list(reading.persons)
    names: dict[str, list[Named]] = {"organisation": list(reading.organisations), "place": list(reading.places)}
    said = list(reading.statements)
    # Line by line, so that a model sees no more than a paragraph at once.
    blocks = _blocks(text)
    for (begin, _), doc in zip(blocks, model.nlp.pipe(text[a:b] for a, b in blocks), strict=True):
        for entity in doc.ents:
            a, b = _trimmed(text, begin + entity.start_char, begin + entity.end_char)
            if b - a < 2 or taken.name(a, b):
                continue
            if entity.label_ == "PERSON" and _full(text[a:b]):
                _person(persons, text, a, b)
                taken.add(a, b)
            elif entity.label_ in _KINDS and text[a].isupper():
                _name(names[_KINDS[entity.label_]], entity.label_, text, a, b)
                taken.add(a, b)
        if doc.has_annotation("DEP"):
            block = Block(doc, begin, text, taken, persons, said)
            for look in LOOKS:
                look(block)
            said += block.found
    said.sort(key=lambda one: (one.start, one.end))
    return replace(
        reading,
        persons=tuple(persons),
        organisations=tuple(names["organisation"]),
        places=tuple(names["place"]),
        statements=tuple(said),
        model=model.to_dict(),
    )


def _blocks(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    while at < len(text):
        end = text.find("\n", at)
        end = min(len(text) if end < 0 else end, at + _LONGEST)
        if text[at:end].strip():
            found.append((at, end))
        at = end + (text[end : end + 1] == "\n")
    return found


def _trimmed(text: str, a: int, b: int) -> tuple[int, int]:
    for mark in ("'s", "’s"):
        if text[a:b].endswith(mark):
            b -= 2
    while a < b and not text[a].isalnum():
        a += 1
    while b > a and not text[b - 1].isalnum():
        b -= 1
    return a, b


def _full(name: str) -> bool:
    parts = name.split()
    return 2 <= len(parts) <= 4 and all(part[0].isupper() and part.replace("-", "").isalpha() for part in parts)


def _person(persons: list[Person], text: str, a: int, b: int) -> None:
    name = text[a:b]
    parts = name.lower().split()
    mention = Mention("person", name, "person", a, b, -1, -1, family=parts[-1], given=parts[0])
    known = next((one for one in persons if key(one.name) == key(name)), None)
    if known is None:
        known = Person(name, parts[-1], parts[0], rule="model.person")
        persons.append(known)
    known.mentions.append((-1, mention))


def _name(entries: list[Named], label: str, text: str, a: int, b: int) -> None:
    name = text[a:b].removeprefix("the ").removeprefix("The ")
    at = next((index for index, one in enumerate(entries) if key(one.name) == key(name)), None)
    if at is None:
        kind = "institution" if label == "ORG" else "place"
        entries.append(Named(name, kind, None, ((a, b),), (), rule="model.name"))
    else:
        entries[at] = replace(entries[at], mentions=tuple(sorted((*entries[at].mentions, (a, b)))))
