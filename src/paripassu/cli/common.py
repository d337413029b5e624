"""What the verbs share: opening a CASE, and writing an answer whole or not at all."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from paripassu.files import replace_file

if TYPE_CHECKING:
    from paripassu.case import Case

__all__ = [
    "AsJson",
    "CaseArgument",
    "Drafted",
    "Out",
    "Plot",
    "as_json",
    "open_case",
    "open_readable",
    "say",
    "working",
]


def _names(incomplete: str) -> list[str]:
    from paripassu import catalogue

    return [name for name in catalogue.names() if name.startswith(incomplete)]


CaseArgument = Annotated[
    str,
    typer.Argument(
        metavar="CASE",
        help="A case file or folder, a catalogue name, or - for standard input.",
        autocompletion=_names,
    ),
]
Drafted = Annotated[
    list[str] | None,
    typer.Option(
        "--draft",
        metavar="DRAFT",
        help="A package on the table: ISSUE=OPTION, with commas between several, or a file that holds it.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
Plot = Annotated[
    Path | None, typer.Option("--plot", metavar="FILE", help="Also draw it to FILE, which ends in .svg or .png.")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write to FILE instead of stdout.")]


def open_case(where: str, *, seats: Collection[str] | None = None, raw: bytes | None = None) -> Case:
    """The case a person named on the command line; `-` reads YAML from standard input.

    With ``seats`` only the private files of these parties are read; the others' need not be there. ``raw`` is
    what standard input said, where it was read before.
    """
    from paripassu import catalogue
    from paripassu.case.build import build
    from paripassu.case.load import parse_yaml

    if where != "-":
        return catalogue.load(where, seats=seats)
    return build(parse_yaml(sys.stdin.buffer.read() if raw is None else raw, "standard input"), seats=seats)


def open_readable(where: str) -> tuple[Case, dict[str, str]]:
    """The case with every private file that can be read here; and those that cannot, by party."""
    raw = sys.stdin.buffer.read() if where == "-" else None
    shared = open_case(where, seats=(), raw=raw)
    at = shared.path or Path()
    home = at.parent if at.is_file() else at
    private = {party: block.private for party, block in shared.preferences.items() if block.private}
    lost = {party: name for party, name in private.items() if not os.access(home / name, os.R_OK)}
    if not private:
        return shared, {}
    return open_case(where, seats=set(private) - set(lost), raw=raw), lost


def as_json(answer: Any) -> str:
    """An answer's JSON text; keys in the order they were given, no NaN."""
    return json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=2)


def say(text: str, out: Path | None) -> None:
    """Print an answer, or write it to a file."""
    if out is None:
        try:
            print(text, flush=True)
        except BrokenPipeError:
            # The reader has gone. Left to typer this would end with code 1, which means "no".
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(141) from None
    else:
        replace_file(out, text if text.endswith("\n") else text + "\n")


@contextmanager
def working(on: str) -> Iterator[None]:
    """Say on stderr what is being worked on, while it is, when a person is there to see it."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{on} ... (Ctrl-C stops)"):
        yield
