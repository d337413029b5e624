"""`paripassu brief CASE`: the one page that answers seven questions, as a file that opens offline."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from paripassu.cli.common import CaseArgument, Drafted, open_case, working
from paripassu.files import replace_file

__all__ = ["brief"]


def brief(
    case: CaseArgument,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where to write the page.")] = Path("brief.html"),
    party: Annotated[
        str | None, typer.Option("--for", metavar="PARTY", help="Leave out the numbers of everybody else.")
    ] = None,
    draft: Drafted = None,
    section: Annotated[
        list[str] | None,
        typer.Option("--section", metavar="NAME", help="Only this section, by its id or its verb; may be repeated."),
    ] = None,
) -> None:
    """Write the brief: what is known, where they stand, what could be agreed, what would hold, in what order.

    One self-contained HTML page; no request leaves it. Options and their risks, never a recommendation.
    """
    # The drawing script is bundled by another process while the case is read and answered.
    from paripassu.case.draft import read_draft
    from paripassu.report import charts

    charts.engine()
    opened = open_case(case, seats=None if party is None else (party,))
    from paripassu.report import brief as page

    given = read_draft(draft or [], opened)
    with working("asking every lens and drawing the page"):
        made = page(opened, reader=party, only=section or (), draft=given)
    replace_file(out, made)
    print(f"{out}: written. Open it in any browser; it works offline.", file=sys.stderr)
