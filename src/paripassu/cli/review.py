"""`paripassu review CASE`: decide on what was read, one proposal at a time."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from paripassu.cli.common import AsJson, Out, as_json, say
from paripassu.errors import CommandError, ParipassuError, nearest

if TYPE_CHECKING:
    from paripassu.case.proposal import Proposal
    from paripassu.read.review import Review

__all__ = ["review"]

_ANSWERS = {"y": "y", "yes": "y", "n": "n", "no": "n", "s": "s", "skip": "s", "": "s", "q": "q", "quit": "q"}
_ANSWERS |= {"e": "e", "edit": "e"}


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
    """Walk through what was read: y takes it into the case, e edits it first, n leaves it out, s asks again next time.

    With --json nothing is asked: it prints what is open.
    """
    from paripassu.read.review import Review

    if accept not in (None, "explicit"):
        raise CommandError(f"--accept: expected `explicit`, got `{accept}`.")
    if not case.exists():
        raise CommandError(f"{case}: expected a case file of your own; `paripassu catalogue --copy` makes one.")
    walked = Review(case, by=by or os.environ.get("USER") or None)
    chosen = _document(walked, document)
    if walked.by is None and (accept or not json):
        print("Nobody's name is kept with what is decided; --by NAME gives one.", file=sys.stderr)
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
    print("y: take it into the case   e: edit it first   n: leave it out for good   s: later   q: stop\n")
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
    content: dict[str, Any] | None = None
    while True:
        answer = _asked("ynesq")
        if answer == "e":
            changed = _edited(proposal, content)
            if changed is None:
                answer = "q"
            elif changed != (content if content is not None else proposal.answer):
                content = changed if changed != proposal.answer else None
                print(question(walked, proposal, edited=content))
                continue
            else:
                print("Nothing was changed." if _editable(proposal) else "Nothing here can be edited: y or n.")
                continue
        if answer == "y":
            answer = _take(walked, proposal, content)
        elif answer == "n":
            walked.reject(proposal)
        print()
        return answer != "q"


def _asked(letters: str) -> str:
    """One of these answers; the end of the input is `q`."""
    shown = "/".join(letters)
    while True:
        line = _line(f"{shown}> ")
        answer = "q" if line is None else _ANSWERS.get(line.strip().lower())
        if answer is not None and answer in letters:
            return answer
        print(f"Expected {', '.join(letters[:-1])} or {letters[-1]}.")


def _line(prompt: str) -> str | None:
    """A line that a person types; None at the end of the input."""
    print(prompt, end="", flush=True)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        print(line.strip())
    return line.rstrip("\r\n") if line else None


def _take(walked: Review, proposal: Proposal, content: dict[str, Any] | None) -> str:
    """Take it, once it is known whether the record tells of the edited event already; what was answered last."""
    from paripassu.read.question import question

    for merge in walked.questions(proposal, content) if content is not None else ():
        print(question(walked, merge, edited=content))
        answer = _asked("ynsq")
        if answer == "y":
            _accept(walked, merge, content)
        elif answer == "n":
            walked.reject(merge)
        else:
            print("Left for later, as it was read.")
        if answer != "n":
            return answer
    _accept(walked, proposal, content)
    return "y"


def _accept(walked: Review, proposal: Proposal, content: dict[str, Any] | None) -> None:
    try:
        written = walked.accept(proposal, edited=content)
    except ParipassuError as error:
        print(f"Not taken: {error}")
    else:
        print(f"Added: {', '.join(_place(walked, place) for place in written)}" if written else "Noted.")


def _place(walked: Review, place: str) -> str:
    """Where something was added, as a person would say it: by its id, or as one of its kind."""
    section, plus, rest = place.partition(".+")
    if not plus or rest:
        return place
    if section == "record":
        last = walked.case.record[-1].id if walked.case.record else None
        return f"event {last}" if last else "one event"
    return {"positions": "one position"}.get(section, section)


def _editable(proposal: Proposal) -> bool:
    from paripassu.read.edit import fields

    return bool(fields(proposal))


def _edited(proposal: Proposal, content: dict[str, Any] | None) -> dict[str, Any] | None:
    """The content after a person went through its fields; None when the input ends on the way."""
    from paripassu.read.edit import as_typed, edited, fields, typed

    held = content if content is not None else proposal.answer
    changes: dict[str, Any] = {}
    if fields(proposal):
        print("  Enter keeps what stands in the brackets, - empties it, . keeps the rest.")
    for field in fields(proposal):
        stands = as_typed(field, held.get(field.name))
        shown = "".join(letter if letter.isprintable() else " " for letter in stands)
        while True:
            line = _line(f"  {field.name} [{shown}]> ")
            if line is None:
                return None
            words = line.strip()
            if words in ("", ".") or words == stands:
                break
            try:
                changes[field.name] = typed(field, "" if words == "-" else words)
            except CommandError as error:
                print(f"  {error}")
                continue
            break
        if words == ".":
            break
    return edited(proposal, {**_changed(proposal, content), **changes})


def _changed(proposal: Proposal, content: dict[str, Any] | None) -> dict[str, Any]:
    """What an earlier round of editing changed."""
    from paripassu.read.edit import fields

    names = [field.name for field in fields(proposal)]
    held = content or {}
    return {name: held[name] for name in names if name in held and held[name] != proposal.answer.get(name)}
