"""What a CASE can be: a case file, a folder with one, or a file of another tool read as it is."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from paripassu.case.build import build
from paripassu.case.case import Case
from paripassu.case.genius import is_genius, load_genius
from paripassu.case.load import read_yaml
from paripassu.case.negmas import is_scenario, load_scenario
from paripassu.case.references import listed
from paripassu.errors import CaseError, Problem

__all__ = ["load"]

MOST_NAMED = 20
"""The most cases in a folder that are named when the folder is taken for one."""


def load(path: str | Path, *, seats: Collection[str] | None = None, tables: bool | None = None) -> Case:
    """Read a case.

    Parameters
    ----------
    path : str or Path
        A YAML file, a folder with ``case.yaml``, a NegMAS or Genius folder, or a ``.gmcr`` file.
    seats : party ids, optional
        Parties whose private files are read; every one's when absent. The others' need not be there.
    tables : bool, optional
        Whether the tables in the file's folder (`record.csv`, ...) belong to it; those beside ``case.yaml`` do.

    Returns
    -------
    Case

    Raises
    ------
    CaseError
        With every problem at once: file, line, key, what was expected, what was found, the nearest known word.
    """
    where = Path(path)
    if where.is_dir():
        if not (where / "case.yaml").is_file():
            if is_scenario(where):
                return load_scenario(where, seats=seats)
            if is_genius(where):
                return load_genius(where, seats=seats)
            expected = "a folder with `case.yaml`, or a scenario of another tool"
            raise CaseError([Problem(str(path), None, "", expected, _instead(where))])
        where = where / "case.yaml"
    if where.suffix.lower() == ".xml" and is_genius(where):
        return load_genius(where, seats=seats)
    if where.suffix.lower() == ".gmcr":
        from paripassu.case.gmcr import read_gmcr

        return build(read_gmcr(where), where)
    written = read_yaml(where)
    if tables if tables is not None else where.name == "case.yaml":
        from paripassu.case.tables import with_tables

        written = with_tables(written, where.parent)
    return build(written, where, seats=seats)


def _instead(folder: Path) -> str:
    """What a folder holds that could have been meant: cases, or folders with one."""
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        inside = []
    folders = [f"{one.name}/" for one in inside if one.is_dir() and _holds_a_case(one)]
    files = [one.name for one in inside if one.is_file() and one.suffix.lower() in (".yaml", ".yml", ".gmcr")]
    if not (folders or files):
        return "a folder without"
    named = listed((*folders, *files), most=MOST_NAMED)
    return f"a folder of several; name one of them: {named}"


def _holds_a_case(folder: Path) -> bool:
    return (folder / "case.yaml").is_file() or is_scenario(folder) or is_genius(folder)
