"""`paripassu sheet CASE --form FORM`: the forms of practitioners as printable pages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from paripassu.cli.common import CaseArgument, open_case
from paripassu.files import replace_file

__all__ = ["sheet"]


def sheet(
    case: CaseArgument,
    form: Annotated[str, typer.Option("--form", metavar="FORM", help="island, iceberg, red-lines or role.")],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where to write it; FORM.html if absent.")
    ] = None,
    party: Annotated[
        str | None,
        typer.Option("--for", metavar="PARTY", help="Only this party's numbers; its private file alone is read."),
    ] = None,
) -> None:
    """Write a form to print: island of agreement, iceberg, red lines and room for manoeuvre, one role sheet a party.

    One self-contained HTML page for A4. Views of the case, with nothing of the others' numbers where --for is given.
    """
    from paripassu.report.sheet import sheet as page

    seats: tuple[str, ...] | None = (party,) if party else () if form == "island" else None
    opened = open_case(case, seats=seats)
    made = page(opened, form, reader=party)
    target = out or Path(f"{form}.html")
    replace_file(target, made)
    print(f"{target}: written. Open it in any browser and print it on A4.", file=sys.stderr)
