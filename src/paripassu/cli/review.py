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
_ANSWERS |= {"e": "e", "edit": "e", "u": "u", "undo": "u", "ya": "ya", "na": "na"}
_KINDS = {
    "contacts": ("event",),
    "statements": ("statement",),
    "wants": ("position", "demand", "offer"),
    "names": ("person", "organisation", "place", "merge"),
    "dates": ("date",),
    "all": (),
}
_HOW = """\
y: take it into the case   e: edit it first   n: leave it out for good   s: later   q: stop
u: take back the last answer   ya, na: the same for the rest of its kind in this document
"""


def review(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case file or folder of your own; it is added to.")],
    accept: Annotated[
        str | None,
        typer.Option("--accept", metavar="explicit", help="Take explicit dates and full names already known."),
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar="ID", help="Only this document: its name or sha256.")
    ] = None,
    ask: Annotated[
        str | None,
        typer.Option("--ask", metavar="KIND", help="Only contacts, statements, wants, names or dates; or all."),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Ask once more about what was left out.")] = False,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides; kept with it.")] = None,
    json: AsJson = False,
    out: Out = None,
) -> None:
    """Walk through what was read: y takes it into the case, e edits it first, n leaves it out, s asks again next time.

    What would add nothing to the case (dates, organisations, countries, names it has) is asked only with --ask.
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
            left = len(walked.to_ask(chosen, adding=True))
            lines = [f"Took {len(taken)}; {f'{left} left for later.' if left else 'nothing is left.'}"]
            say("\n".join(lines + [f"  {line}" for line in _taken(taken)]), out)
        return
    if json:
        say(as_json({"open": [one.model_dump(mode="json") for one in walked.queue.open(chosen)]}), out)
        return
    asked: dict[str, Any] = {"kinds": _kinds(ask), "adding": ask is None, "again": again}
    if not walked.to_ask(chosen, **asked):
        if not walked.queue.open(chosen):
            print("Nothing to review.")
        else:
            _tell_left(walked, chosen, **asked)
        return
    print(_HOW)
    shown = None
    rest: dict[tuple[str, str], str] = {}
    for proposal in walked.walk(chosen, **asked):
        if proposal.source != shown:
            shown = proposal.source
            held = walked.queue.documents.get(shown)
            count = len(walked.to_ask(shown, **asked))
            print(f"== {held.name if held else shown[:12]} ({count} to decide)\n")
        if not _decide(walked, proposal, rest):
            break
    _tell_left(walked, chosen, **asked)


def _taken(taken: list[Proposal]) -> list[str]:
    """What was taken, a line a kind; a date as it stands in the text and the day it means."""
    held: dict[str, dict[str, None]] = {}
    for one in taken:
        name = one.answer.get("name") or f"{one.answer['text']} = {one.answer['value']}"
        held.setdefault(one.kind, {})[str(name)] = None
    return [f"{kind}: {'; '.join(names)}" for kind, names in held.items()]


def _kinds(asked: str | None) -> tuple[str, ...]:
    if asked is not None and asked not in _KINDS:
        near = nearest(asked, _KINDS)
        hint = f" Did you mean `{near}`?" if near else ""
        raise CommandError(f"--ask: expected one of {', '.join(_KINDS)}, got `{asked}`.{hint}")
    return _KINDS[asked] if asked is not None else ()


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


def _tell_left(walked: Review, document: str | None, **asked: Any) -> None:
    """What a next walk would ask about, after what it would not."""
    left = walked.to_ask(document, **{**asked, "again": False})
    passed = len(walked.to_ask(document)) - len(left) if asked["adding"] else 0
    if passed:
        print(f"Not asked: {passed} that would add nothing to the case (dates, names it has); --ask all asks.")
    print(f"{len(left)} left for later." if left else "Nothing is left.")


def _decide(walked: Review, proposal: Proposal, rest: dict[tuple[str, str], str]) -> bool:
    """Show one proposal and do what is answered; False to stop."""
    from paripassu.read.question import question

    marked = walked.shown(proposal)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    words = f"\033[7m{marked.words}\033[0m" if colour else f"[{marked.words}]"
    print(f"  {marked.before}{words}{marked.after}")
    print(question(walked, proposal))
    content: dict[str, Any] | None = None
    kind = (proposal.source, proposal.kind)
    while True:
        answer = rest.get(kind) or _asked("y", "n", "e", "u", "s", "q", unseen=("ya", "na") if content is None else ())
        if answer in ("ya", "na"):
            # Whether two reports tell of one event is always asked by itself.
            rest |= {kind: answer[0]} if proposal.kind != "merge" else {}
            answer = answer[0]
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
        if answer == "u":
            rest.clear()
            if not _undo(walked):
                continue
        elif answer == "y":
            answer = _take(walked, proposal, content)
        elif answer == "n":
            walked.reject(proposal)
        print()
        return answer != "q"


def _undo(walked: Review) -> bool:
    try:
        undone = walked.undo()
    except ParipassuError as error:
        print(f"Not taken back: {error}")
        return False
    print("Taken back." if undone else "Nothing was decided yet.")
    return undone


def _asked(*letters: str, unseen: tuple[str, ...] = ()) -> str:
    """One of these answers; the end of the input is `q`."""
    shown = "/".join(letters)
    while True:
        line = _line(f"{shown}> ")
        answer = "q" if line is None else _ANSWERS.get(line.strip().lower())
        if answer is not None and answer in (*letters, *unseen):
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
        answer = _asked("y", "n", "s", "q")
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
