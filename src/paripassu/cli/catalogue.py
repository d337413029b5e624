"""`paripassu catalogue`: the worked cases, and a copy of one to edit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from paripassu.cli.common import AsJson, as_json

__all__ = ["catalogue"]


def catalogue(
    copy: Annotated[
        tuple[str, Path] | None, typer.Option("--copy", metavar="NAME DIR", help="Copy a case into a folder, to edit.")
    ] = None,
    json: AsJson = False,
) -> None:
    """List the worked cases that come with paripassu."""
    from paripassu import catalogue as shelf

    if copy is not None:
        for path in shelf.copy(*copy):
            print(path)
        return
    titles = {name: shelf.title(name) for name in shelf.names()}
    if json:
        print(as_json([{"name": name, "title": title} for name, title in titles.items()]))
        return
    width = max(map(len, titles), default=0)
    for name, title in titles.items():
        print(f"{name:<{width}}  {title}")
