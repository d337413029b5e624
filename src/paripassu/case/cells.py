"""One value as one cell of a table: text as it is, lists with `;` between, the rest as JSON.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, as does text that would not come
back as it is (spaces at its ends, nothing at all); both are taken away again.
"""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

__all__ = ["Form", "cell", "form", "value"]

_GUARDED = re.compile(r"'+([=+\-@\s]|$)|'.*\s\Z", re.S)
_FORMULA = re.compile(r"'*[=+\-@]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?\Z", re.ASCII)
_WITH_ROLE = re.compile(r"(.*\S) \(([^()]+)\)\Z", re.S)


@dataclass(frozen=True, slots=True)
class Form:
    """What a cell may hold: ``many`` values, ``entries`` of a list, keys of a ``mapping``, ``inner`` values by key."""

    many: bool = False
    entries: type[BaseModel] | None = None
    mapping: type[BaseModel] | None = None
    inner: Any = None

    def at(self, key: str) -> Form | None:
        """The form of one key of what is held; None when it has no such key."""
        if self.inner is not None:
            return form(self.inner) if key else None
        held = self.entries or self.mapping
        return form(held.model_fields[key].annotation) if held is not None and key in held.model_fields else None


def form(annotation: Any) -> Form:
    """The form of the values of a type.

    Examples
    --------
    >>> form(tuple[str, ...]).many, form(str | None)
    (True, Form(many=False, entries=None, mapping=None, inner=None))
    """
    many, entries, mapping, inner = False, None, None, None
    for leaf in _leaves(annotation):
        origin, inside = typing.get_origin(leaf), typing.get_args(leaf)
        if origin is tuple:
            many = True
            held = next(_leaves(inside[0]))
            entries = held if _is_model(held) else entries
        elif origin is dict:
            inner = inside[1]
        elif _is_model(leaf):
            mapping = leaf
    return Form(many, entries, mapping, inner)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and not typing.get_origin(kind) and issubclass(kind, BaseModel)


def _leaves(annotation: Any) -> Iterator[Any]:
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from _leaves(typing.get_args(annotation)[0])
    elif origin in (typing.Union, types.UnionType):
        for part in typing.get_args(annotation):
            yield from _leaves(part)
    else:
        yield annotation


def cell(held: Any, shape: Form) -> str:
    """The cell for a value of plain text, lists and mappings.

    Examples
    --------
    >>> cell(["us", "dprk"], form(tuple[str, ...])), cell("=1+1", form(str)), cell("-5", form(str))
    ('us; dprk', "'=1+1", '-5')
    """
    return _guarded(_listed(held, shape), shape, held)


def _listed(held: Any, shape: Form) -> str:
    if isinstance(held, str):
        return held
    if isinstance(held, list):
        words = "; ".join(_word(one) or "" for one in held)
        if words and all(_word(one) for one in held) and _same(value(_guarded(words, shape, None), shape), held, shape):
            return words
    return json.dumps(held, ensure_ascii=False)


def _guarded(words: str, shape: Form, held: Any) -> str:
    if shape.many and isinstance(held, str) and not _same(value(words, shape), held, shape):
        words = json.dumps([held], ensure_ascii=False)
    formula = bool(_FORMULA.match(words)) and not _PLAIN_NUMBER.match(words)
    return f"'{words}" if formula or words != words.strip() or not words or _GUARDED.match(words) else words


def _word(one: Any) -> str | None:
    """An entry of a list in a few words, where there are such words."""
    if isinstance(one, Mapping):
        keys = set(one)
        if keys == {"who", "role"}:
            return f"{one['who']} ({one['role']})"
        if keys == {"unnamed"}:
            return f"unnamed {one['unnamed']}"
        return str(next(iter(one.values()))) if keys in ({"who"}, {"text"}, {"name"}) else None
    return str(one) if isinstance(one, str) else None


def _same(read: Any, held: Any, shape: Form) -> bool:
    """Whether what a cell reads as is what was to be written; one alone is the same as a list of it."""
    left, right = ([one] if not isinstance(one, list) else one for one in (read, held))
    if shape.entries is None:
        return left == right
    try:
        pair = [[shape.entries.model_validate(one) for one in side] for side in (left, right)]
    except ValueError:
        return False
    return pair[0] == pair[1]


def value(written: str, shape: Form) -> Any:
    """What a cell says: text, a list, a mapping; None when it is empty.

    Examples
    --------
    >>> value("us; dprk", form(tuple[str, ...])), value(" ", form(str)), value("'=1+1", form(str))
    (['us', 'dprk'], None, '=1+1')
    """
    guarded = bool(_GUARDED.match(written))
    words = written[1:] if guarded else written.strip()
    if not guarded and not words:
        return None
    if shape.many or shape.mapping or shape.inner is not None:
        held = _json(words)
        if (isinstance(held, list) and shape.many) or (isinstance(held, dict) and not (shape.many and shape.entries)):
            return held
    if not shape.many:
        return words
    parts = [part for part in (one.strip() for one in words.split(";")) if part]
    if shape.entries is not None:
        return [_entry(part, shape.entries) for part in parts]
    return parts if len(parts) > 1 or ";" in words else words


def _entry(part: str, model: type[BaseModel]) -> Any:
    named = _WITH_ROLE.match(part) if "who" in model.model_fields else None
    return {"who": named[1], "role": named[2]} if named else part


def _json(words: str) -> Any:
    if words[:1] not in ("[", "{"):
        return None
    try:
        return _texts(json.loads(words, parse_float=str, parse_int=str, parse_constant=str))
    except (ValueError, RecursionError):
        return None


def _texts(held: Any) -> Any:
    """As a case file has it: every scalar the text that was written."""
    if isinstance(held, bool):
        return "true" if held else "false"
    if isinstance(held, list):
        return [_texts(one) for one in held]
    if isinstance(held, dict):
        return {key: _texts(one) for key, one in held.items()}
    return held
