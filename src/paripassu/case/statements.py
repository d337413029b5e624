"""Statements about options: `strike`, `not strike and relieve`, `withdraw if freeze`, `freeze iff relieve`.

`not` binds closest, then `and`, then `or`; `if` and `iff` bind least and are not chained. `A if B` says that A holds
whenever B does; `if B then A` is the same. A name is an option, `party.option`, or a name in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paripassu.errors import nearest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Statement", "StatementError", "parse", "quoted"]

_WORDS = ("and", "or", "not", "if", "iff", "then")
_SPACE = re.compile(r"\s*")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'|`([^`]*)`")
_TOKEN = re.compile(r"[()]|[^\s()]+")
_DEEPEST = 60


class StatementError(ValueError):
    """A statement that cannot be read, and the character (from 1) where it goes wrong."""

    def __init__(self, at: int, expected: str, got: str, near: str | None = None) -> None:
        super().__init__(f"character {at}: expected {expected}, got {got}")
        self.at, self.expected, self.got, self.near = at, expected, got, near


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement, true or false of every state.

    Examples
    --------
    >>> import numpy as np
    >>> parse("a if not b", {"a": 0, "b": 1}).holds(np.arange(4)).tolist()
    [False, True, True, True]
    """

    text: str
    node: tuple[Any, ...]

    def holds(self, states: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Where the statement is true; states are decimals."""
        return _holds(self.node, states)


def _holds(node: tuple[Any, ...], states: NDArray[np.int64]) -> NDArray[np.bool_]:
    kind, *parts = node
    if kind == "option":
        found: NDArray[np.bool_] = (states >> parts[0]) & 1 == 1
        return found
    left = _holds(parts[0], states)
    if kind == "not":
        return ~left
    right = _holds(parts[1], states)
    if kind == "and":
        return left & right
    if kind == "or":
        return left | right
    return left | ~right if kind == "if" else ~(left ^ right)


def parse(text: str, options: Mapping[str, int]) -> Statement:
    """Read a statement.

    Parameters
    ----------
    text : str
    options : mapping of name to bit
        Every name an option may be called by.

    Raises
    ------
    StatementError
        With the character where it goes wrong.

    Examples
    --------
    >>> parse("tests and (drills", {"tests": 0, "drills": 1})
    Traceback (most recent call last):
    ...
    paripassu.case.statements.StatementError: character 18: expected `)`, `and`, `or`, `if` or `iff`, got the end
    """
    reader = _Reader(text, options)
    node = reader.whole()
    return Statement(text, node)


def quoted(name: str) -> str:
    """An option's name as a statement writes it: in quotes where it could be misread.

    Examples
    --------
    >>> quoted("strike"), quoted("not now")
    ('strike', '"not now"')
    """
    plain = re.fullmatch(r"[^\W\d][\w-]*", name) and name.lower() not in _WORDS
    mark = next((mark for mark in "\"'`" if mark not in name), '"')
    return name if plain else f"{mark}{name}{mark}"


class _Reader:
    def __init__(self, text: str, options: Mapping[str, int]) -> None:
        self.text, self.options = text, options
        self.longest_first = sorted((name for name in options if name), key=len, reverse=True)
        self.at, self.depth = 0, 0

    def whole(self) -> tuple[Any, ...]:
        node = self.conditional()
        if self.skip() < len(self.text):
            raise self.wrong("`and`, `or`, `if`, `iff` or the end")
        return node

    def conditional(self) -> tuple[Any, ...]:
        if self.take("if"):
            cause = self.either()
            if not self.take("then"):
                raise self.wrong("`then`, `and` or `or`")
            return ("if", self.either(), cause)
        left = self.either()
        for word in ("iff", "if"):
            if self.take(word):
                node = (word, left, self.either())
                if self.peek() in ("if", "iff"):
                    raise self.wrong("brackets around one of two conditions")
                return node
        return left

    def either(self) -> tuple[Any, ...]:
        return self.chain("or", self.both)

    def both(self) -> tuple[Any, ...]:
        return self.chain("and", self.negated)

    def chain(self, word: str, part: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
        node = part()
        while self.take(word):
            node = (word, node, part())
        return node

    def negated(self) -> tuple[Any, ...]:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self.wrong(f"at most {_DEEPEST} brackets and `not`s within each other")
        if self.take("not"):
            node: tuple[Any, ...] = ("not", self.negated())
        elif self.take("("):
            node = self.conditional()
            if not self.take(")"):
                raise self.wrong("`)`, `and`, `or`, `if` or `iff`")
        else:
            node = ("option", self.option())
        self.depth -= 1
        return node

    def option(self) -> int:
        start = self.skip()
        marked = _QUOTED.match(self.text, start)
        if marked:
            name = next(group for group in marked.groups() if group is not None)
            if name not in self.options:
                raise self.wrong("an option", nearest(name, self.options), length=len(marked.group()))
            self.at = marked.end()
            return self.options[name]
        # A name may hold spaces, so the longest known one that ends where a word ends is meant.
        for name in self.longest_first:
            end = start + len(name)
            if self.text.startswith(name, start) and not re.match(r"[\w.-]", self.text[end : end + 1]):
                if name.lower() in _WORDS:
                    break
                self.at = end
                return self.options[name]
        word = self.peek()
        near = nearest(word, self.options) if word and word.lower() not in _WORDS else None
        raise self.wrong("an option, `not` or `(`", near)

    def skip(self) -> int:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def peek(self) -> str | None:
        found = _TOKEN.match(self.text, self.skip())
        return found.group().lower() if found else None

    def take(self, word: str) -> bool:
        if self.peek() != word:
            return False
        self.at += len(word)
        return True

    def wrong(self, expected: str, near: str | None = None, length: int | None = None) -> StatementError:
        found = _TOKEN.match(self.text, self.skip())
        word = self.text[self.at : self.at + length] if length else found.group() if found else None
        return StatementError(self.at + 1, expected, f"`{word}`" if word else "the end", near)
