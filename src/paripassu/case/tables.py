"""Sections of a case as tables: `record.csv`, `positions.csv`, ... beside `case.yaml`, one entry a row.

A column is a key; a dot leads inside (`evidence.quote`). What a table says is what YAML would: its rows come before
the entries of `case.yaml`, so that those may correct them.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from paripassu.case.cells import Form, cell, form, value
from paripassu.case.load import Path_, Written, read_bytes
from paripassu.errors import CaseError, CommandError, Problem, nearest

if TYPE_CHECKING:
    from paripassu.case.case import Case

__all__ = ["TABLES", "as_csv", "columns", "read_table", "with_tables"]

TABLES = ("sources", "people", "venues", "record", "positions", "readiness", "steps")
"""The sections that may stand in a table of their name."""
_LAST = ("chain", "source", "note", "supersedes", "evidence")
_SIGNS = ",;\t"


def with_tables(written: Written, folder: Path) -> Written:
    """What a case file says together with the tables beside it.

    Problems of the tables are put beside those of the file.
    """
    if not isinstance(written.value, dict):
        return written
    for section in TABLES:
        file = folder / f"{section}.csv"
        if not file.is_file():
            continue
        try:
            table = read_table(file, section)
        except CaseError as error:
            written.problems.extend(error.problems)
            continue
        _join(written, section, table)
    return written


def _join(written: Written, section: str, table: Written) -> None:
    beside, rows = written.value.get(section), table.value
    if isinstance(rows, list) and isinstance(beside, list | None):
        here = {path: line for path, line in written.lines.items() if path[0] == section and len(path) > 1}
        for path in here:
            del written.lines[path]
        # The file's own entries stand behind the rows.
        for path, line in here.items():
            written.lines[(section, int(path[1]) + len(rows), *path[2:])] = line
        written.value = {**written.value, section: [*rows, *(beside or [])]}
    elif isinstance(rows, dict) and isinstance(beside, dict | None):
        for name in rows:
            if beside and name in beside:
                _, at = table.inner[(name,)].place(())
                expected = f"an id that {written.file}:{written.lines[(section, name)]} does not have"
                written.problems.append(Problem(table.file, at, "id", expected, f"`{name}`"))
        written.value = {**written.value, section: {**rows, **(beside or {})}}
    else:
        return  # the file's own section is of another form; that is told of it
    written.tables[section] = (table.file, tuple(rows) if isinstance(rows, dict) else tuple(range(len(rows))))
    for at_row, row in table.inner.items():
        written.inner[(section, *at_row)] = row


def read_table(path: Path, section: str) -> Written:
    """Read one table; `,`, `;` or a tab between its columns, whichever its first row shows.

    Returns
    -------
    Written
        A list of entries, or entries by `id`; each row knows its line and its columns.

    Raises
    ------
    CaseError
        When it is no table in UTF-8, a column is unknown or there twice, a row is longer than the first, or has no id
        where one is needed; all of them.
    """
    raw = read_bytes(path)
    name = str(path)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        got = f"byte 0x{raw[error.start]:02X}"
        raise CaseError(
            [Problem(name, line, "", "text in UTF-8 (a spreadsheet saves it as `CSV UTF-8`)", got)]
        ) from None
    model, by_id = _entries(section)
    known = [*columns(model), *(["id"] if by_id else [])]
    rows = _rows(name, text, known)
    if not rows:
        return Written(name, {} if by_id else [])
    head = [one.strip() for one in rows[0][1]]
    problems: list[Problem] = []
    found = Written(name, {} if by_id else [])
    heads = [_column(model, by_id, place, head, known, name, problems) for place in range(len(head))]
    for line, cells in rows[1:]:
        if any(one.strip() for one in cells):
            _row(found, line, cells, heads, by_id, problems)
    if problems:
        raise CaseError(problems)
    return found


def columns(model: type[BaseModel]) -> list[str]:
    """The columns of a section's entries: the id, what is its own, who says so, the words it rests on.

    Examples
    --------
    >>> from paripassu.case.positions import Position
    >>> columns(Position)[:6]
    ['id', 'party', 'issue', 'option', 'accepts', 'as_of']
    """
    every = list(model.model_fields)
    own = [name for name in model.__annotations__ if name in every and name not in _LAST]
    inherited = [name for name in every if name not in own and name not in _LAST]
    first = [name for name in inherited if name == "id"]
    rest = [name for name in inherited if name != "id"]
    return [*first, *own, *rest, *(name for name in _LAST if name in every)]


def as_csv(case: Case, section: str) -> str:
    """A section of a case as a table that reads back as the same entries.

    Every column of the section is there, filled or not, and those inside (`evidence.quote`) where an entry has one
    such thing; several stand as JSON in the column itself.

    Examples
    --------
    >>> from paripassu.case import Case
    >>> case = Case.from_dict({"parties": ["us", "dprk"], "record": [{"kind": "call", "parties": ["us", "dprk"]}]})
    >>> as_csv(case, "record").splitlines()[1]
    ',,call,,,,,us; dprk,,,,,,,,,,,,,,'
    """
    model, by_id = _entries(section)
    held = getattr(case, section)
    entries = list(held.items()) if by_id else [(None, one) for one in held]
    rows = [({"id": cell(name, Form())} if by_id else {}) | _cells(one, model) for name, one in entries]
    head = [*(["id"] if by_id else []), *columns(model)]
    for row in rows:
        for name in row:
            if name not in head:
                at = max(place for place, one in enumerate(head) if one.split(".")[0] == name.split(".")[0])
                head.insert(at + 1, name)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([row.get(name, "") for name in head] for row in rows)
    return out.getvalue()


def _cells(entry: BaseModel, model: type[BaseModel]) -> dict[str, str]:
    """The filled cells of an entry; in their short form where that reads back as the same entry."""
    said = _plain(entry.model_dump(exclude_unset=True))
    for short in (True, False):
        cells: dict[str, str] = {}
        for key, held in said.items():
            shape = form(model.model_fields[key].annotation)
            only = held[0] if isinstance(held, list) and len(held) == 1 and shape.entries else held
            inside = isinstance(only, dict) and (shape.entries is None or len(only) > 2)
            if short and inside and only and all(isinstance(one, str) for one in only.values()):
                cells |= {f"{key}.{name}": cell(one, shape.at(name) or Form()) for name, one in only.items()}
            elif short or not isinstance(held, (list, dict)):
                cells[key] = cell(held, shape)
            else:
                cells[key] = json.dumps(held, ensure_ascii=False)
        row = Written("", {}, {(): 1})
        for name, words in cells.items():
            column = _column(model, False, 0, [name], [], "", [])
            if column is not None and column.path:
                _put(row, column, value(words, column.shape), [])
        try:
            if model.model_validate(row.value) == entry:
                return cells
        except ValueError:
            continue
    raise CommandError(f"an entry of this section cannot be written as a row: {said}")


def _plain(held: Any) -> Any:
    """As a case file has it; what is not said is left out."""
    if isinstance(held, Mapping):
        return {str(key): _plain(one) for key, one in held.items() if one is not None}
    if isinstance(held, (list, tuple)):
        return [_plain(one) for one in held]
    if isinstance(held, bool):
        return str(held).lower()
    return held.isoformat() if isinstance(held, dt.date) else str(held)


def _entries(section: str) -> tuple[type[BaseModel], bool]:
    """The type of a section's entries, and whether they stand by id."""
    from paripassu.case.case import Case

    annotation = Case.model_fields[section].annotation
    inner = typing.get_args(annotation)
    by_id = typing.get_origin(annotation) is dict
    return inner[1 if by_id else 0], by_id


def _rows(name: str, text: str, known: list[str]) -> list[tuple[int, list[str]]]:
    """Every row with the line it starts on."""
    best = max(_SIGNS, key=lambda sign: sum(one.strip() in known for one in text.split("\n", 1)[0].split(sign)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=best, strict=True)
    found = []
    start = 1
    try:
        for cells in reader:
            found.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        raise CaseError([Problem(name, start, "", "a row of a table (CSV)", str(error))]) from None
    return found


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: where its cells go, what they may hold, and what problems call it."""

    path: Path_
    shape: Form
    label: str


def _column(
    model: type[BaseModel], by_id: bool, place: int, head: list[str], known: list[str], file: str, out: list[Problem]
) -> _Column | None:
    """A column by its name; None without a name. One that no entry has is a problem, and leads nowhere."""
    name, label = head[place], _label(place, head[place])
    if not name:
        return None
    first, *rest = name.split(".")
    shape = Form() if by_id and name == "id" else None
    path: Path_ = (first,)
    if first in model.model_fields:
        shape = form(model.model_fields[first].annotation)
        # One entry of a list, spread over its columns.
        path = (first, *([0] if rest and shape.entries else []), *rest)
        for key in rest:
            shape = shape.at(key) if shape is not None else None
    if shape is None:
        out.append(Problem(file, 1, label, "a known column", f"`{name}`", nearest(name, known)))
        return _Column((), Form(), label)
    if name in head[:place]:
        out.append(Problem(file, 1, label, "a column once", f"`{name}` again"))
        return _Column((), Form(), label)
    return _Column(path, shape, label)


def _label(place: int, name: str) -> str:
    """A column as a spreadsheet letters it: A, ..., Z, AA, ..."""
    letters = ""
    place += 1
    while place:
        place, last = divmod(place - 1, 26)
        letters = chr(ord("A") + last) + letters
    return f"column {letters} ({name})" if name else f"column {letters}"


def _row(
    found: Written, line: int, cells: list[str], heads: list[_Column | None], by_id: bool, problems: list[Problem]
) -> None:
    row = Written(found.file, {}, {(): line})
    for place, said in enumerate(cells):
        column = heads[place] if place < len(heads) else None
        if column is not None and column.path:
            _put(row, column, value(said, column.shape), problems)
        elif column is None and said.strip():
            got = f"`{said.strip()[:60]}`"
            problems.append(Problem(found.file, line, _label(place, ""), "nothing where the first row is empty", got))
    if not by_id:
        found.inner[(len(found.value),)] = row
        found.value.append(row.value)
        return
    name = row.value.pop("id", None)
    label = next((one.label for one in heads if one is not None and one.path == ("id",)), "id")
    if name is None or name in found.value:
        got = "none" if name is None else f"`{name}` again"
        problems.append(Problem(found.file, line, label, "an id, used once", got))
        return
    found.inner[(name,)] = row
    found.value[name] = row.value


def _put(row: Written, column: _Column, held: Any, problems: list[Problem]) -> None:
    """Put a cell's value at its place in the entry."""
    if held is None:
        return
    path = column.path
    if any(other[: len(path)] == path[: len(other)] for other in row.named):
        _, line = row.place(())
        problems.append(Problem(row.file, line, column.label, f"`{path[0]}` in one column or in several", "both"))
        return
    row.named[path] = column.label
    here = row.value
    for key, following in pairwise(path):
        here = here.setdefault(key, [{}] if following == 0 else {}) if isinstance(key, str) else here[key]
    here[path[-1]] = held
