"""`paripassu new NAME`: a commented case file to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from paripassu.cli.common import write
from paripassu.errors import CommandError

__all__ = ["new"]


def new(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The file to write; `.yaml` is added when it has no ending.")
    ],
    title: Annotated[str, typer.Option("--title", help="The title of the negotiation.")] = "A negotiation",
) -> None:
    """Write a commented starter that passes `paripassu check`."""
    from paripassu import catalogue

    path = Path(name) if Path(name).suffix else Path(f"{name}.yaml")
    if path.exists():
        raise CommandError(f"{path}: stands there already; nothing was written.")
    write(path, catalogue.starter(title, str(path)))
    print(f"Wrote {path}. Next: edit it, then `paripassu check {path}` and `paripassu brief {path}`.")
