"""The one door to YAML: a file becomes plain mappings, lists and text, each with its line.

Every scalar stays the text that was written (`NO`, `1`, `1.50`); what it means is for the section that
reads it. Only an empty value, `~` and `null` become None.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from paripassu.errors import CaseError, Problem, key_of

__all__ = ["MOST_BYTES", "Layout", "Path_", "Written", "layout", "parse_yaml", "read_bytes", "read_yaml"]

MOST_BYTES = 8 * 2**20
"""The largest case file read; a case is written by hand, and a larger file is a mistake."""
_MOST_VALUES = 1_000_000
_KEPT_LETTERS = 2**20
_DEEPEST = 60
_NULLS = {"", "~", "null", "Null", "NULL"}

Path_ = tuple[str | int, ...]


@dataclass(slots=True)
class Written:
    """What a file says (mappings, lists, text, None) and where it says it."""

    file: str
    value: Any = None
    lines: dict[Path_, int] = field(default_factory=dict)
    inner: dict[Path_, Written] = field(default_factory=dict)
    """Other files that stand at a place of this one."""
    named: dict[Path_, str] = field(default_factory=dict)
    """What problems call a place, where that is not its keys: the columns of a row."""
    tables: dict[str, tuple[str, tuple[str | int, ...]]] = field(default_factory=dict)
    """The sections with a table: its file, and the ids or numbers of the entries that stand there."""
    problems: list[Problem] = field(default_factory=list)
    """What could not be read beside it."""

    def place(self, path: Path_) -> tuple[str, int | None]:
        """The file and line of a place, or of the closest place around it."""
        other, rest = self._holds(path)
        if other is not self:
            return other.place(rest)
        while path and path not in self.lines:
            path = path[:-1]
        return self.file, self.lines.get(path)

    def name(self, path: Path_) -> str:
        """What problems call a place: its keys, or the column of a row."""
        other, rest = self._holds(path)
        for length in range(len(rest), 0, -1):
            if rest[:length] in other.named:
                return other.named[rest[:length]]
        if () in other.lines:  # a row: what is missing would be a column
            path = tuple(key for key in rest if isinstance(key, str)) or path
        return key_of(path)

    def _holds(self, path: Path_) -> tuple[Written, Path_]:
        """The file that holds a place, and the place in it."""
        for length in range(len(path), 0, -1):
            other = self.inner.get(path[:length])
            # A row is a place of its own; of another file's block its key still stands in this one.
            if other is not None and (length < len(path) or () in other.lines):
                return other, path[length:]
        return self, path


def read_bytes(path: Path, shown: str | None = None) -> bytes:
    """The bytes of a file, or the reason why not as a CaseError."""
    name = shown or str(path)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise CaseError([Problem(name, None, "", f"at most {MOST_BYTES // 2**20} MB", f"{size / 2**20:.0f} MB")])
        return path.read_bytes()
    except FileNotFoundError:
        raise CaseError([Problem(name, None, "", "a file", "nothing there")]) from None
    except OSError as error:
        raise CaseError([Problem(name, None, "", "a file that can be read", str(error.strerror))]) from None


def read_yaml(path: Path, shown: str | None = None) -> Written:
    """Read one YAML file.

    Raises
    ------
    CaseError
        When it is missing, larger than `MOST_BYTES`, not UTF-8 or not YAML, or when a mapping says a key twice,
        uses tags, several documents, or aliases that unfold beyond a million values.
    """
    name = shown or str(path)
    return parse_yaml(read_bytes(path, name), name)


def parse_yaml(raw: bytes, name: str) -> Written:
    """Read YAML bytes; ``name`` is what problems call them. Errors as `read_yaml`."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{raw[error.start]:02X}"
        raise CaseError([Problem(name, line, "", "text in UTF-8", found)]) from None
    return _Builder(name).build(text)


@dataclass(slots=True)
class Layout:
    """Where a value stands in the text: what it takes to put one more entry beside it."""

    kind: str  # map, list, text, or none where nothing is written
    flow: bool  # in brackets
    column: int
    end: int  # index just behind its last character
    last: int = 0  # index just behind its last item
    items: int = 0
    keys: dict[str, Layout] = field(default_factory=dict)  # a list's items by their number


def layout(text: str) -> Layout:
    """How a file that `parse_yaml` reads is laid out; ``text`` without a byte order mark."""
    events = _events(text)
    for event in events:
        if isinstance(event, DocumentStartEvent):
            return _laid(next(events), events)
    return Layout("none", False, -2, 0)


def _events(text: str) -> Iterator[Event]:
    """What the parser meets, one after the other; its error comes where it stands."""
    if len(text) > _KEPT_LETTERS:
        yield from YAML(typ="safe", pure=True).parse(text)
        return
    met, error = _met(text)
    yield from met
    if error is not None:
        raise error.with_traceback(None)


# An entry is added between two looks at the whole file, and each of them asks for its layout, its values and the
# case it makes: nearly all of that time is the parser's, so a text is parsed once.
@lru_cache(maxsize=2)
def _met(text: str) -> tuple[tuple[Event, ...], YAMLError | None]:
    met: list[Event] = []
    try:
        met.extend(YAML(typ="safe", pure=True).parse(text))
    except YAMLError as error:
        return tuple(met), error
    return tuple(met), None


def _laid(event: Event, events: Iterator[Event]) -> Layout:
    column, end = event.start_mark.column, event.end_mark.index
    if not isinstance(event, (MappingStartEvent, SequenceStartEvent)):
        bare = isinstance(event, ScalarEvent) and event.style is None and event.value == ""
        return Layout("none" if bare else "text", False, column, end)
    mapping = isinstance(event, MappingStartEvent)
    found = Layout("map" if mapping else "list", bool(event.flow_style), column, end)
    for inner in events:
        if isinstance(inner, (MappingEndEvent, SequenceEndEvent)):
            found.last = found.end
            found.end = inner.end_mark.index if found.flow else found.end
            break
        child = _laid(next(events), events) if mapping else _laid(inner, events)
        found.keys[str(getattr(inner, "value", "")) if mapping else str(found.items)] = child
        found.items += 1
        found.end = max(found.end, child.end)
    return found


class _Builder:
    def __init__(self, file: str) -> None:
        self.written = Written(file)
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.count = 0

    def build(self, text: str) -> Written:
        try:
            self._documents(_events(text))
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else None
            self.problems.append(Problem(self.written.file, line, "", *_in_words(error, text, line)))
        except YAMLError as error:
            found = str(error).splitlines()[0]
            self.problems.append(Problem(self.written.file, None, "", "YAML", found))
        if self.problems:
            raise CaseError(self.problems)
        return self.written

    def _documents(self, events: Iterator[Event]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._problem(event, (), "one document", "a second one")
                    return
                self.written.value, _ = self._value(next(events), events, ())

    def _problem(self, event: Event, path: Path_, expected: str, got: str) -> None:
        line = event.start_mark.line + 1 if event.start_mark else None
        self.problems.append(Problem(self.written.file, line, key_of(path), expected, got))

    def _value(self, event: Event, events: Iterator[Event], path: Path_) -> tuple[Any, int]:
        """The value that starts with this event, and how many values it unfolds to."""
        if isinstance(event, AliasEvent):
            if event.anchor not in self.anchors:
                self._problem(event, path, "an anchor written above", f"`*{event.anchor}`")
            found, size = self.anchors.get(event.anchor, (None, 1))
            self._grow(event, path, size)
            return found, size
        self._grow(event, path, 1)
        if len(path) > _DEEPEST:
            self._problem(event, path[:3], f"at most {_DEEPEST} levels", "more")
            raise CaseError(self.problems)
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self._problem(event, path, "plain values without tags", f"`{tag}`")
        before = self.count
        value: Any
        if isinstance(event, ScalarEvent):
            value = None if event.style is None and event.value in _NULLS else str(event.value)
        elif isinstance(event, SequenceStartEvent):
            value = self._sequence(events, path)
        else:
            value = self._mapping(events, path)
        size = 1 + self.count - before
        anchor = getattr(event, "anchor", None)
        if anchor:
            self.anchors[str(anchor)] = (value, size)
        return value, size

    def _grow(self, event: Event, path: Path_, size: int) -> None:
        self.count += size
        if self.count > _MOST_VALUES:
            self._problem(event, path[:3], f"at most {_MOST_VALUES:,} values, aliases unfolded", "more")
            raise CaseError(self.problems)

    def _sequence(self, events: Iterator[Event], path: Path_) -> list[Any]:
        found: list[Any] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            here = (*path, len(found))
            self.written.lines[here] = event.start_mark.line + 1
            found.append(self._value(event, events, here)[0])
        return found

    def _mapping(self, events: Iterator[Event], path: Path_) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            if not isinstance(event, ScalarEvent):
                self._problem(event, path, "a word as key", "a list or mapping")
                self._value(event, events, path)
                self._value(next(events), events, path)
                continue
            key = str(event.value)
            here = (*path, key)
            again = key in found
            if again:
                self._problem(event, here, "a key once", f"it again (first on line {self.written.lines[here]})")
            else:
                self.written.lines[here] = event.start_mark.line + 1
            value, _ = self._value(next(events), events, here)
            if not again:
                found[key] = value
        return found


def _in_words(error: MarkedYAMLError, text: str, line: int | None) -> tuple[str, str]:
    written = text.splitlines()[line - 1] if line and line <= len(text.splitlines()) else ""
    indent = written[: len(written) - len(written.lstrip())]
    if "\t" in indent or "'\\t'" in str(error.problem):
        return "spaces to indent", "a tab"
    said = " ".join(str(part) for part in (error.context, error.problem) if part)
    return "YAML", said or "something else"
