"""`paripassu new NAME`: from nothing to a case file, by a few questions when someone is there to answer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from paripassu.errors import CommandError
from paripassu.files import replace_file

if TYPE_CHECKING:
    from paripassu.catalogue import Outline

__all__ = ["new"]


def new(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The file to write; `.yaml` is added when it has no ending.")
    ],
    ask: Annotated[
        bool | None, typer.Option("--ask/--no-ask", help="Ask a few questions first (the default in a terminal).")
    ] = None,
) -> None:
    """Write a commented case file that is ready for `paripassu brief`."""
    from paripassu import catalogue

    path = Path(name) if Path(name).suffix else Path(f"{name}.yaml")
    if path.exists():
        raise CommandError(f"{path}: stands there already; nothing was written.")
    asked = sys.stdin.isatty() if ask is None else ask
    outline = _interview() if asked else None
    text = catalogue.starter(file=str(path)) if outline is None else catalogue.starter(outline, str(path))
    replace_file(path, text)
    print(f"Wrote {path}. Next: `paripassu brief {path} --out brief.html`, then edit {path} and make it again.")
    for line in catalogue.alike(outline) if outline is not None else ():
        _say(line)


def _interview() -> Outline:
    """A few questions, on stderr; an empty answer takes what is offered or ends a list."""
    from paripassu.catalogue import Outline

    title = _ask("What is negotiated, in a few words?", "A negotiation")
    parties = _several("Who negotiates? Names, with commas", "Our side, Their side")
    first, others = parties[0], parties[1:]
    issues: dict[str, tuple[str, ...]] = {}
    _say(f"Now the issues, one a line: NAME: option, option, ... from best to worst for {first}. An empty line ends.")
    while True:
        line = _ask(f"Issue {len(issues) + 1}", "")
        if not line and issues:
            break
        issue, colon, rest = line.partition(":")
        options = tuple(dict.fromkeys(part.strip() for part in rest.split(",") if part.strip()))
        if not issue.strip() or not colon or len(options) < 2:
            _say("  An issue looks like this: delivery: this month, this quarter, this year")
            continue
        issues[issue.strip()] = options
    opposed = {
        party: frozenset(
            issue for issue in issues if _ask(f"On {issue}, does {party} see it the other way round? (y/n)", "y") == "y"
        )
        for party in others
    }
    order = {party: _order(party, tuple(issues)) for party in parties}
    return Outline(title=title, parties=parties, issues=issues, opposed=opposed, order=order)


def _order(party: str, issues: tuple[str, ...]) -> tuple[str, ...]:
    while True:
        answer = _several(f"The issues by importance to {party}, the most important first", ", ".join(issues))
        if sorted(answer) == sorted(issues):
            return answer
        _say(f"  Each of {', '.join(issues)} once, with commas.")


def _several(question: str, offered: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in _ask(question, offered).split(",") if part.strip()))


def _ask(question: str, offered: str) -> str:
    try:
        return str(typer.prompt(question, default=offered, show_default=bool(offered), err=True)).strip()
    except typer.Abort as ended:
        if isinstance(ended.__context__, EOFError):
            _say("")
            raise CommandError("expected an answer, got the end of the input; nothing was written.") from None
        raise KeyboardInterrupt from None


def _say(line: str) -> None:
    print(line, file=sys.stderr)
