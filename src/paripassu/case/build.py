"""From what a file says to a Case: every section read by its type, then checked against the others.

Sections are read one by one, so that a slip in one does not hide the problems of the next.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from paripassu.case import interests, moves, positions, preferences, readiness, record, rules, steps
from paripassu.case.case import Case
from paripassu.case.evidence import Evidence
from paripassu.case.explain import explain
from paripassu.case.load import Path_, Written, read_yaml
from paripassu.case.references import Report, known, known_option
from paripassu.errors import CaseError, Problem, nearest

__all__ = ["build"]

CHECKS: tuple[Callable[[Case, Report], None], ...] = (
    rules.check,
    preferences.check,
    positions.check,
    interests.check,
    record.check,
    readiness.check,
    steps.check,
    moves.check,
    lambda case, report: _check_draft(case, report),
    lambda case, report: _check_sources(case, report),
)
"""What is checked once every section is read; each adds its own problems."""


def build(written: Written, path: Path | None = None, *, seats: Collection[str] | None = None) -> Case:
    """A Case from what a file says.

    Parameters
    ----------
    written : Written
    path : Path, optional
        Where it stands; private files are looked for beside it.
    seats : party ids, optional
        Parties whose private files are read; every one's when absent. The others' need not be there.

    Raises
    ------
    CaseError
        With every problem, in the order of the file.
    """
    problems: list[Problem] = list(written.problems)

    kept: dict[str, list[int]] = {}

    def report(at: Path_, expected: str, got: str, near: str | None = None, /) -> None:
        if len(at) > 1 and isinstance(at[1], int) and at[0] in kept:
            # Entries that could not be read were left out, so count as the file does.
            at = (at[0], kept[str(at[0])][at[1]], *at[2:])
        file, line = written.place(at)
        problems.append(Problem(file, line, written.name(at), expected, got, near))

    if not isinstance(written.value, dict):
        got = "nothing" if written.value is None else "a list" if isinstance(written.value, list) else "text"
        raise CaseError([Problem(written.file, None, "", "a mapping with at least `parties`", got)])
    sections = _with_private(written, path, seats, problems)
    fields = Case.model_fields
    for key in sections:
        if key not in fields:
            report((key,), "a known section", f"`{key}`", nearest(key, fields))
    read = {key: _read(key, field, sections, report) for key, field in fields.items()}
    case = Case.model_construct(**{key: value for key, (value, _) in read.items()})
    case._ids.update({key: tuple(value) for key, value in sections.items() if isinstance(value, dict)})
    if isinstance(sections.get("parties"), list):
        case._ids["parties"] = tuple(map(str, sections["parties"]))
    case._digest = hashlib.sha256(json.dumps(sections, default=str, sort_keys=True).encode()).hexdigest()
    case._path = path
    case._tables = dict(written.tables)
    kept.update({key: numbers for key, (_, numbers) in read.items() if numbers})
    for check in CHECKS:
        check(case, report)
    if problems:
        raise CaseError(sorted(dict.fromkeys(problems), key=lambda one: (one.file or "", one.line or 0)))
    return case


def _read(key: str, field: FieldInfo, sections: dict[str, Any], report: Report) -> tuple[Any, list[int]]:
    """One section by its type, with the places of the entries kept when it is a list.

    A mapping or list of entries is read entry by entry; those that cannot be read are reported and left out.
    """
    value = sections.get(key)
    nothing: Any = {} if field.is_required() else field.get_default(call_default_factory=True)
    if value is None:
        if field.is_required():
            report((), f"a section `{key}`", "none", nearest(key, sections))
        return nothing, []
    if key == "parties" and isinstance(value, list):
        value = dict.fromkeys(map(str, value))
    origin, inner = get_origin(field.annotation), get_args(field.annotation)
    if origin is dict and isinstance(value, dict):
        entries = {name: _valid(inner[1], (key, name), part, report) for name, part in value.items()}
        return {name: part for name, part in entries.items() if part is not _BROKEN}, []
    if origin is tuple and isinstance(value, list):
        parts = [_valid(inner[0], (key, number), part, report) for number, part in enumerate(value)]
        numbers = [number for number, part in enumerate(parts) if part is not _BROKEN]
        return tuple(parts[number] for number in numbers), numbers
    whole = _valid(field.annotation, (key,), value, report)
    return (nothing if whole is _BROKEN else whole), []


_BROKEN = object()


def _valid(annotation: Any, path: Path_, value: Any, report: Report) -> Any:
    try:
        return TypeAdapter[Any](annotation).validate_python(value)
    except ValidationError as error:
        for at, expected, got, near in explain(error, path, annotation, value):
            report(at, expected, got, near)
        return _BROKEN


def _with_private(
    written: Written, path: Path | None, seats: Collection[str] | None, problems: list[Problem]
) -> dict[str, Any]:
    """The sections, with each `private: FILE` block of preferences replaced by what that file says.

    At somebody else's seat the file is not looked for, and of the block only the name of the file is left.
    """
    sections = dict(written.value)
    blocks = sections.get("preferences")
    if not isinstance(blocks, dict):
        return sections
    sections["preferences"] = merged = dict(blocks)
    for party, block in blocks.items():
        name = block.get("private") if isinstance(block, dict) else None
        if not isinstance(name, str):
            continue
        if seats is not None and party not in seats:
            merged[party] = {"private": name}
            continue
        beside = (path.parent if path else Path()) / name
        try:
            other = read_yaml(beside)
        except CaseError as error:
            problems.extend(error.problems)
            continue
        if not isinstance(other.value, dict):
            problems.append(Problem(str(beside), None, "", "the keys of a preferences block", "something else"))
            continue
        written.inner[("preferences", party)] = other
        merged[party] = {**block, **other.value}
    return sections


def _check_draft(case: Case, report: Report) -> None:
    for name, option in case.draft.items():
        if known(report, ("draft", name), name, case.ids("issues"), "an issue") and name in case.issues:
            known_option(report, ("draft", name), option, case.issues[name])
    missing = [name for name in case.issues if name not in case.draft]
    if case.draft and missing:
        report(("draft",), "an option for every issue", f"none for `{missing[0]}`")


def _check_sources(case: Case, report: Report) -> None:
    """Every `source:` names an entry of `sources`."""

    def walk(value: Any, at: Path_) -> None:
        if isinstance(value, Evidence):  # may name its source by digest; the record's check sees to it
            return
        if hasattr(value, "source") and hasattr(type(value), "model_fields"):
            for name in value.source:
                known(report, (*at, "source"), name, case.ids("sources"), "a source")
            for field in type(value).model_fields:
                walk(getattr(value, field), (*at, field))
        elif isinstance(value, dict):
            for key, inner in value.items():
                walk(inner, (*at, key))
        elif isinstance(value, tuple):
            for place, inner in enumerate(value):
                walk(inner, (*at, place))

    for section in type(case).model_fields:
        walk(getattr(case, section), (section,))
