"""The program: its verbs, its exit codes, and how it ends when something is wrong.

Exit codes as grep's: 0 answered, 1 answered "no", 2 the case or the command cannot be read; 130 stopped.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import typer

from paripassu.cli.usage import Verb, told
from paripassu.errors import ParipassuError

__all__ = ["app", "main"]

VERBS = (
    "brief",
    "open",
    "sheet",
    "settle",
    "stability",
    "roadmap",
    "check",
    "catalogue",
    "export",
    "new",
    "read",
    "record",
    "review",
    "schema",
)
"""Every verb, in the order of `--help`; each lives in the file of its name."""

REFUSED: Any = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")
"""What a command that cannot be read raises: click's own, whether typer imports click or carries a copy of it."""

app = typer.Typer(
    name="paripassu",
    help="From reports to a compromise line, a deal that would hold, and a roadmap in which no one has to go first.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for verb in VERBS:
    module = import_module(f"paripassu.cli.{verb}")
    # `open_`, so as not to hide the builtin.
    app.command(verb, cls=Verb)(getattr(module, verb, None) or getattr(module, f"{verb}_"))


def main() -> None:
    """Run the command line; every problem is a line on stderr, never a traceback."""
    try:
        code = app(standalone_mode=False)
    except ParipassuError as error:
        sys.stdout.flush()
        for line in filter(None, [error.greeting(), *error.lines()]):
            print(line, file=sys.stderr)
        raise SystemExit(2) from None
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    except BrokenPipeError:
        code = 141
    except SystemExit as ended:
        if not isinstance(ended.__context__, BrokenPipeError):
            raise
        code = 141
    except REFUSED as error:
        if not error.format_message() and not hasattr(error, "param"):
            error.show()
        else:
            print(told(error, sys.argv[1:]), file=sys.stderr)
        code = 2
    if code == 130:
        print("stopped", file=sys.stderr)
    if code == 141:
        # The reader has gone: what is left unsaid goes nowhere, without a complaint at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(code if isinstance(code, int) else 0)
