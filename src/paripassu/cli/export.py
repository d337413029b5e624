"""`paripassu export CASE --to negmas DIR`: a case as the folder of another tool."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from paripassu.cli.common import CaseArgument, open_case
from paripassu.files import new_folder

__all__ = ["export"]


class Form(StrEnum):
    """What a case can be written as."""

    negmas = "negmas"


def export(
    case: CaseArgument,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; it must not be there yet.")],
    to: Annotated[Form, typer.Option("--to", metavar="FORM", help="negmas: a NegMAS scenario folder.")] = Form.negmas,
) -> None:
    """Write a case as the scenario folder of another tool, and say what that tool cannot hold.

    Exit code 0 also when something is left behind: each such thing is a line on stderr.
    """
    from paripassu.case.as_negmas import as_negmas, left_behind

    opened = open_case(case)
    files = as_negmas(opened)
    private = [opened.name(party) for party, one in opened.preferences.items() if one.private]
    new_folder(folder, files)
    for line in left_behind(opened):
        print(f"left out: {line}", file=sys.stderr)
    if private:
        print(f"holds private numbers of {', '.join(private)}.", file=sys.stderr)
    print(f"{folder}: {len(files)} files, a NegMAS scenario.", file=sys.stderr)
