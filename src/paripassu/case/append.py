"""Add entries to a case file by inserting lines: what a person wrote there, comments included, is not touched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from paripassu.case.load import Layout, layout, parse_yaml
from paripassu.errors import CaseError, CommandError

__all__ = ["Addition", "added", "as_yaml"]

Addition = tuple[tuple[str, ...], Any]
"""Where to and what.

`("people", "kim")` is a new key, also inside an item of a list (`("record", "3", "same_as")`); `("record", "+")`
one more item of a list, which is made when missing.
"""
_PLAIN = re.compile(r"[A-Za-z0-9][\w./-]*(?: [A-Za-z0-9][\w./-]*)*\Z", re.ASCII)
_DATE = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){1,2})?\Z")
_NUMBER_LIKE = re.compile(r"\d[\d_.]*([eE][+-]?\d+)?\Z|0[xo]")
_RESERVED = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


def added(text: str, additions: Iterable[Addition]) -> str:
    """The text of a case file with entries put in.

    Parameters
    ----------
    text : str
        YAML whose top is a mapping.
    additions
        Pairs of keys and value; keys on the way that are missing are made.

    Raises
    ------
    CommandError
        When a place cannot be added to without rewriting what stands there, or stands there already.

    Examples
    --------
    >>> print(added("record:  # so far\\n  - {kind: visit}\\n", [(("record", "+"), {"kind": "call"})]), end="")
    record:  # so far
      - {kind: visit}
      - kind: call
    """
    for path, value in additions:
        before = _plain(text)
        after = _insert(text, path, value)
        # Whatever layout the file has, the one outcome allowed is: all that was there, and this.
        if _plain_or_none(after) != _with(before, path, value):
            raise CommandError(f"{'.'.join(path)}: cannot add here by itself; add it by hand: {_flow(value)}")
        text = after
    return text


def as_yaml(value: Any, indent: int = 0) -> list[str]:
    """Lines of YAML for plain mappings, lists and text: a mapping in block style, what is inside it on one line.

    Examples
    --------
    >>> as_yaml({"on": "2018-05-27", "parties": ["us", "dprk"], "note": "it: said"})
    ['on: 2018-05-27', 'parties: [us, dprk]', 'note: "it: said"']
    """
    lines: list[str] = []
    for key, held in value.items():
        if isinstance(held, (list, tuple)) and held and any(isinstance(one, Mapping) for one in held):
            lines.append(f"{_key(key)}:")
            lines += [f"  - {_flow(one)}" for one in held]
        else:
            lines.append(f"{_key(key)}: {_flow(held)}")
    return [" " * indent + line for line in lines]


def _scalar(value: Any) -> str:
    if value is None:
        return "null"
    said = str(value)
    if isinstance(value, (int, float)) or (_plainly(said) and said.lower() not in _RESERVED):
        return said
    quoted = json.dumps(said, ensure_ascii=False)
    return "".join(_escaped(letter) for letter in quoted)


def _plainly(said: str) -> bool:
    """Whether every reader of YAML takes these letters, unquoted, for the text or date they are."""
    if _DATE.match(said):
        return "-" in said
    return bool(_PLAIN.match(said)) and not _NUMBER_LIKE.match(said)


def _key(value: Any) -> str:
    # `on` is a key of the record, and case files write it bare.
    return "on" if value == "on" else _scalar(value)


def _escaped(letter: str) -> str:
    if letter.isprintable():
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_flow(held)}" for key, held in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_flow(held) for held in value) + "]"
    return _scalar(value)


def _insert(text: str, path: tuple[str, ...], value: Any) -> str:
    node, rest = layout(text.removeprefix("\ufeff")), list(path)
    item = rest[-1] == "+"
    if item:
        rest.pop()
    above = -2
    while rest and rest[0] in node.keys:
        above = node.column
        node = node.keys[rest.pop(0)]
    if item and not rest and node.kind in ("list", "none"):
        return _put(text, node, None, value, above)
    if rest and node.kind in ("map", "none"):
        value = [value] if item else value
        for key in reversed(rest[1:]):
            value = {key: value}
        return _put(text, node, rest[0], value, above)
    raise CommandError(f"{'.'.join(path)}: something else stands there; nothing was changed")


def _put(text: str, node: Layout, key: str | None, value: Any, above: int) -> str:
    marked = len(text) - len(text.removeprefix("\ufeff"))
    if node.flow:
        new = _flow(value) if key is None else f"{_key(key)}: {_flow(value)}"
        at = marked + (node.last if node.items else node.end - 1)
        return f"{text[:at]}{', ' if node.items else ''}{new}{text[at:]}"
    column = above + 2 if node.kind == "none" else node.column
    end = len(text[: node.end + marked].rstrip())
    line_end = text.find("\n", end)
    newline = "\r\n" if "\r\n" in text else "\n"
    block = newline.join(" " * column + line for line in _block(key, value))
    if line_end < 0:
        return f"{text}{newline if text.strip() else ''}{block}{newline}"
    return f"{text[: line_end + 1]}{block}{newline}{text[line_end + 1 :]}"


def _block(key: str | None, value: Any) -> list[str]:
    """The lines of a new item (no key) or of a new key with its value."""
    if key is None:
        return _item(value)
    if isinstance(value, Mapping) and value:
        inner = [line for name, held in value.items() for line in _block(name, held)]
        return [f"{_key(key)}:", *(f"  {line}" for line in inner)]
    if isinstance(value, (list, tuple)) and any(isinstance(one, Mapping) for one in value):
        return [f"{_key(key)}:", *(f"  {line}" for one in value for line in _item(one))]
    return [f"{_key(key)}: {_flow(value)}"]


def _item(value: Any) -> list[str]:
    """The lines of a list's item: a mapping in block style, what is inside it on one line."""
    lines = as_yaml(value) if isinstance(value, Mapping) and value else [_flow(value)]
    return [f"{'  ' if place else '- '}{line}" for place, line in enumerate(lines)]


def _plain(text: str) -> Any:
    return parse_yaml(text.encode("utf-8"), "case").value or {}


def _plain_or_none(text: str) -> Any:
    try:
        return _plain(text)
    except CaseError:
        return None


def _with(before: Any, path: tuple[str, ...], value: Any) -> Any:
    """What the file must say afterwards."""
    if path == ("+",):
        return [*(before or []), _said(value)]
    if isinstance(before, list):
        inner = _with(before[int(path[0])], path[1:], value)
        return [*before[: int(path[0])], inner, *before[int(path[0]) + 1 :]]
    if len(path) == 1:
        return {**(before or {}), path[0]: _said(value)}
    return {**(before or {}), path[0]: _with((before or {}).get(path[0]), path[1:], value)}


def _said(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _said(held) for key, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [_said(held) for held in value]
    return None if value is None else str(value)
