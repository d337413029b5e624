"""`paripassu review CASE`: decide on what was read, one proposal at a time."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from paripassu.cli.common import AsJson, Out, as_json, say
from paripassu.errors import CommandError, ParipassuError, nearest

if TYPE_CHECKING:
    from paripassu.case.proposal import Proposal
    from paripassu.read.review import Review

__all__ = ["review"]

_ANSWERS = {"y": "y", "yes": "y", "n": "n", "no": "n", "s": "s", "skip": "s", "": "s", "q": "q", "quit": "q"}


def review(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case file or folder of your own; it is added to.")],
    accept: Annotated[
        str | None,
        typer.Option("--accept", metavar="explicit", help="Take explicit dates and full names already known."),
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar="ID", help="Only this document: its name or sha256.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides; kept with it.")] = None,
    json: AsJson = False,
    out: Out = None,
) -> None:
    """Walk through what was read: y takes it into the case, n leaves it out for good, s asks again next time.

    With --json nothing is asked: it prints what is open.
    """
    from paripassu.read.review import Review

    if accept not in (None, "explicit"):
        raise CommandError(f"--accept: expected `explicit`, got `{accept}`.")
    if not case.exists():
        raise CommandError(f"{case}: expected a case file of your own; `paripassu catalogue --copy` makes one.")
    walked = Review(case, by=by or os.environ.get("USER") or None)
    chosen = _document(walked, document)
    if accept:
        taken = walked.explicit(chosen)
        if json:
            left = len(walked.queue.open(chosen))
            say(as_json({"taken": [one.model_dump(mode="json") for one in taken], "left": left}), out)
        else:
            say(f"Took {len(taken)}; {_left(walked, chosen)}", out)
        return
    if json:
        say(as_json({"open": [one.model_dump(mode="json") for one in walked.queue.open(chosen)]}), out)
        return
    total = len(walked.queue.open(chosen))
    if not total:
        print("Nothing to review.")
        return
    print("y: take it into the case   n: leave it out for good   s: later   q: stop\n")
    shown = None
    for proposal in walked.walk(chosen):
        if proposal.source != shown:
            shown = proposal.source
            held = walked.queue.documents.get(shown)
            print(f"== {held.name if held else shown[:12]}\n")
        if not _decide(walked, proposal):
            break
    print(_left(walked, chosen).capitalize())


def _document(walked: Review, asked: str | None) -> str | None:
    if asked is None:
        return None
    names = {one.name: digest for digest, one in walked.queue.documents.items()}
    names |= {Path(one.text).name: digest for digest, one in walked.queue.documents.items() if one.text}
    every = {one.source for one in walked.queue.proposals} | set(walked.queue.documents)
    found = {names[asked]} if asked in names else {digest for digest in every if asked and digest.startswith(asked)}
    if len(found) != 1:
        near = nearest(asked, names)
        hint = f" Did you mean `{near}`?" if near else ""
        got = "several" if found else f"`{asked}`"
        raise CommandError(f"--document: expected one document by name or the start of its sha256, got {got}.{hint}")
    return found.pop()


def _left(walked: Review, document: str | None) -> str:
    left = len(walked.queue.open(document))
    return "nothing is left." if not left else f"{left} left for later."


def _decide(walked: Review, proposal: Proposal) -> bool:
    """Show one proposal and do what is answered; False to stop."""
    from paripassu.read.question import question

    marked = walked.shown(proposal)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    words = f"\033[7m{marked.words}\033[0m" if colour else f"[{marked.words}]"
    print(f"  {marked.before}{words}{marked.after}")
    print(question(walked, proposal))
    while True:
        print("y/n/s/q> ", end="", flush=True)
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            print(line.strip())
        answer = "q" if not line else _ANSWERS.get(line.strip().lower())
        if answer is None:
            print("Expected y, n, s or q.")
            continue
        if answer == "y":
            try:
                written = walked.accept(proposal)
            except ParipassuError as error:
                print(f"Not taken: {error}")
                written = []
            else:
                print(f"Added: {', '.join(written)}" if written else "Noted.")
        elif answer == "n":
            walked.reject(proposal)
        print()
        return answer != "q"
