"""A parse written down, in the shape in which spaCy gives one: so that what asks a parse is tested without a model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class Token:
    """A word of a parse, as far as the reader asks of one."""

    def __init__(self, doc: Doc, i: int, text: str, idx: int) -> None:
        self.doc, self.i, self.text, self.idx = doc, i, text, idx
        self.dep_ = self.tag_ = self.pos_ = ""
        self.head = self

    def __len__(self) -> int:
        return len(self.text)

    @property
    def left_edge(self) -> Token:
        """The first word of all that hangs on it."""
        return next(self.subtree)

    @property
    def right_edge(self) -> Token:
        """The last."""
        return list(self.subtree)[-1]

    def nbor(self, step: int = 1) -> Token:
        """The word so many steps on."""
        return self.doc.words[self.i + step]

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark and no word."""
        return self.pos_ == "PUNCT"

    @property
    def sent(self) -> Doc:
        """The sentence it stands in: all that is written down."""
        return self.doc

    @property
    def children(self) -> Iterator[Token]:
        """The words that hang on this one, in order."""
        return (one for one in self.doc if one.head is self and one is not self)

    @property
    def lefts(self) -> Iterator[Token]:
        """Those before it."""
        return (one for one in self.children if one.i < self.i)

    @property
    def rights(self) -> Iterator[Token]:
        """Those behind it."""
        return (one for one in self.children if one.i > self.i)

    @property
    def subtree(self) -> Iterator[Token]:
        """It and all that hangs on it, in order."""
        for one in self.lefts:
            yield from one.subtree
        yield self
        for one in self.rights:
            yield from one.subtree


class Doc:
    """The words of a text with their parse; without one, each word stands alone."""

    def __init__(self, words: list[str], spaces: list[bool]) -> None:
        self.ents: tuple[object, ...] = ()
        self.words: list[Token] = []
        self.text = ""
        for i, (word, space) in enumerate(zip(words, spaces, strict=True)):
            self.words.append(Token(self, i, word, len(self.text)))
            self.text += word + " " * space

    def parsed(self, heads: list[int], deps: list[str], tags: list[str], pos: list[str]) -> Doc:
        """The same with its parse."""
        for one, head, dep, tag, kind in zip(self.words, heads, deps, tags, pos, strict=True):
            one.head, one.dep_, one.tag_, one.pos_ = self.words[head], dep, tag, kind
        return self

    def __getitem__(self, i: int | slice) -> Any:
        return self.words[i]

    def has_annotation(self, name: str) -> bool:
        """Whether it has its parts of speech ("TAG") or its tree ("DEP")."""
        return any(one.tag_ if name == "TAG" else one.dep_ for one in self.words)

    @property
    def start(self) -> int:
        """The first word of it as a sentence."""
        return 0

    start_char = 0

    @property
    def root(self) -> Token:
        """The word that all hangs on."""
        return next(one for one in self.words if one.head is one)

    @property
    def end(self) -> int:
        """Where it ends as a sentence."""
        return len(self.words)

    @property
    def sents(self) -> tuple[Doc, ...]:
        """Its sentences: the one."""
        return (self,)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)
