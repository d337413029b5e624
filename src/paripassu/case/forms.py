"""What a CASE can be: a case file, a folder with one, or a file of another tool read as it is."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from paripassu.case.build import build
from paripassu.case.case import Case
from paripassu.case.load import read_yaml
from paripassu.case.negmas import is_scenario, load_scenario
from paripassu.errors import CaseError, Problem

__all__ = ["load"]


def load(path: str | Path, *, without: Collection[str] = ()) -> Case:
    """Read a case.

    Parameters
    ----------
    path : str or Path
        A YAML file, a folder with ``case.yaml``, or a ``.gmcr`` file.
    without : party ids
        Parties whose private files are left unread.

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
                return load_scenario(where, without=without)
            expected = "a folder with `case.yaml`"
            raise CaseError([Problem(str(path), None, "", expected, "a folder without")])
        where = where / "case.yaml"
    if where.suffix.lower() == ".gmcr":
        from paripassu.case.gmcr import read_gmcr

        return build(read_gmcr(where), where)
    return build(read_yaml(where), where, without=tuple(without))
