"""Pydantic's errors in the words of the case file: where, what was expected, what stands there."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from paripassu.case.load import Path_
from paripassu.errors import nearest

__all__ = ["explain"]

_EXPECTED = {
    "string_type": "text",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "mapping_type": "a mapping",
    "list_type": "a list",
    "tuple_type": "a list",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "too_short": "at least one entry",
}


def explain(
    error: ValidationError, place: Path_, annotation: Any, value: Any
) -> Iterator[tuple[Path_, str, str, str | None]]:
    """Each problem once: its path in the file, what was expected, what was found, the nearest known word."""
    seen: set[tuple[Path_, str]] = set()
    for item in error.errors(include_url=False):
        path = (*place, *_in_file(item["loc"], value))
        kind = item["type"]
        context = item.get("ctx", {})
        near: str | None = context.get("nearest")
        if kind == "missing":
            expected, got = f"a value for `{item['loc'][-1]}`", "none"
            near = nearest(str(item["loc"][-1]), item["input"]) if isinstance(item["input"], dict) else None
        elif kind == "extra_forbidden":
            known = [alias for model in _models(annotation) for alias in _keys(model) if _fits(model, item, value)]
            expected, got = "a known key", f"`{item['loc'][-1]}`"
            near = nearest(str(item["loc"][-1]), known)
        elif kind == "literal_error":
            expected, got = str(context["expected"]).replace("'", "`"), found(item["input"])
            near = nearest(str(item["input"]), [part.strip("'") for part in str(context["expected"]).split("'")[1::2]])
        else:
            expected = context.get("expected") or _EXPECTED.get(kind) or item["msg"].lower()
            got = context.get("got") or found(item["input"])
        if (path, expected) not in seen:
            seen.add((path, expected))
            yield path, expected, got, near


def found(value: Any) -> str:
    """What stands in the file, in a few words.

    Examples
    --------
    >>> found({"a": 1}), found("12"), found(None)
    ('a mapping', '`12`', 'nothing')
    """
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        inner = ", ".join(map(str, value))
        return f"[{inner}]" if len(inner) < 40 and not any(isinstance(v, (dict, list)) for v in value) else "a list"
    if isinstance(value, BaseModel):
        return "this"
    text = str(value)
    return f"`{text if len(text) <= 60 else text[:57] + '...'}`"


def _in_file(location: tuple[int | str, ...], value: Any) -> Path_:
    """The parts of pydantic's location that are keys of the file (it adds names of types and of short forms)."""
    path: list[str | int] = []
    for number, part in enumerate(location):
        inner = _at(value, part)
        if inner is not _NOTHING:
            value = inner
            path.append(part)
        elif number == len(location) - 1 and isinstance(value, dict) and str(part).replace("_", "").isalnum():
            path.append(part)
    return tuple(path)


_NOTHING = object()


def _at(value: Any, part: int | str) -> Any:
    if isinstance(value, dict):
        return value.get(str(part), _NOTHING)
    if isinstance(value, (list, tuple)) and isinstance(part, int) and part < len(value):
        return value[part]
    return _NOTHING


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every model that can stand somewhere within a type."""
    seen: set[Any] = set()
    queue = [annotation]
    while queue:
        kind = queue.pop(0)
        if isinstance(kind, type) and issubclass(kind, BaseModel) and not isinstance(kind, types.GenericAlias):
            if kind in seen:
                continue
            seen.add(kind)
            yield kind
            queue.extend(field.annotation for field in kind.model_fields.values())
        else:
            queue.extend(typing.get_args(kind))


def _keys(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield field.alias or name


def _fits(model: type[BaseModel], item: Any, value: Any) -> bool:
    """Whether the model is the one that refused the key: it shares a key with what stands there."""
    for part in item["loc"][:-1]:
        inner = _at(value, part)
        value = value if inner is _NOTHING else inner
    others = set(value) - {item["loc"][-1]} if isinstance(value, dict) else set()
    keys = set(_keys(model))
    return item["loc"][-1] not in keys and (not others or bool(others & keys))
