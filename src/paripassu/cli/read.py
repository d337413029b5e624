"""`paripassu read FILE...`: what do these reports say? Without a case nothing is written."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from paripassu.cli.common import AsJson, Out, as_json, open_case, say

if TYPE_CHECKING:
    from paripassu.case import Case
    from paripassu.read.model import Asked
    from paripassu.read.reading import Reading

__all__ = ["read"]


def read(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Reports: plain text or HTML; - is stdin.")],
    case: Annotated[
        str | None,
        typer.Option("--case", metavar="CASE", help="Know its names; put what is found in its queue."),
    ] = None,
    published: Annotated[
        list[str] | None,
        typer.Option(
            "--published",
            metavar="[FILE=]DATE",
            help="The day of publication, YYYY-MM-DD: of all files, or of one; again for the next.",
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="Of the files, when they do not say and it is not UTF-8."),
    ] = None,
    ask_model: Annotated[
        bool, typer.Option("--ask-model", help="Also ask the language model that the environment names; with --case.")
    ] = False,
    model: Annotated[
        str | None, typer.Option("--model", metavar="spacy", help="Also ask an installed spaCy model of English.")
    ] = None,
    json: AsJson = False,
    out: Out = None,
) -> None:
    """Read reports: who met whom, who said what, who wants what; each with the words it rests on."""
    from paripassu.errors import CaseError, CommandError, Problem
    from paripassu.read.reading import read as read_one
    from paripassu.read.words import tell

    days = _days(published or [], files)
    deeper = _model(model)
    known = open_case(case, seats=()) if case else None
    answers, kept, problems = [], [], []
    for file in files:
        try:
            if file == "-":
                answers.append(
                    read_one(
                        sys.stdin.buffer.read(),
                        name="standard input",
                        published_on=days[file],
                        case=known,
                        encoding=encoding,
                    )
                )
            else:
                answers.append(read_one(Path(file), published_on=days[file], case=known, encoding=encoding))
            kept.append(None if file == "-" else Path(file))
        except IsADirectoryError:
            problems.append(Problem(file, None, "", f"a report (`{Path(file) / '*'}` names all in it)", "a folder"))
        except OSError as error:
            problems.append(Problem(file, None, "", "a readable file", (error.strerror or "an error").lower()))
        except CaseError as error:
            problems += error.problems
    if problems:
        raise CaseError(problems)
    if not answers:
        raise CommandError("Give at least one FILE.")
    if case and known:
        answers = [_dated(case, known, answer, file, encoding) for answer, file in zip(answers, kept, strict=True)]
    answers = [deeper(answer) for answer in answers] if deeper else answers
    # Whether a model may be asked is settled before anything is written.
    asking = _asking(known, answers) if ask_model else None
    if case and known:
        _queue(case, known, answers, kept)
    heard = asking() if asking is not None else []
    if case and heard:
        _queue_heard(case, answers, heard)
    if json:
        found = [answer.to_dict() for answer in answers]
        for one, said in zip(found, heard, strict=False):
            one["model_reader"] = said.to_dict()
        say(as_json(found[0] if len(found) == 1 else found), out)
    else:
        say("\n\n".join(tell(answer) for answer in answers), out)


def _dated(where: str, case: Case, answer: Reading, file: Path | None, encoding: str | None) -> Reading:
    """The reading; made again with the day an earlier one of this text was told, when nobody says one now."""
    from paripassu.read import queue
    from paripassu.read.reading import read as read_one

    if answer.published.base is not None or file is None:
        return answer
    mark = answer.page.sha256
    held = queue.load(Path(where)).documents.get(mark)
    days = [str(one.published) for one in case.sources.values() if one.sha256 == mark and one.published]
    day = next(iter(days), held.published if held else None)
    if day is None:
        return answer
    print(f"{answer.page.name}: published {day}, as you said before.", file=sys.stderr)
    return read_one(file, published_on=dt.date.fromisoformat(day), case=case, encoding=encoding)


def _queue(where: str, case: Case, answers: list[Reading], kept: list[Path | None]) -> None:
    """Put what was found beside the case; what was decided on an earlier reading stays decided."""
    from paripassu.read import queue
    from paripassu.read.proposals import document, proposals

    path = Path(where)
    if where == "-" or not path.exists():
        print("Nothing was written: the case is not a file of your own.", file=sys.stderr)
        return
    for answer, file in zip(answers, kept, strict=True):
        added = queue.add(path, proposals(answer, case), document=document(answer, file, path))
        print(f"{answer.page.name}: {added}. Decide with `paripassu review {where}`.", file=sys.stderr)


def _asking(known: Case | None, answers: list[Reading]) -> Callable[[], list[Asked]]:
    """How the model is asked, once it is known that it may be."""
    from paripassu.errors import CommandError
    from paripassu.read.endpoint import endpoint
    from paripassu.read.model import ask_model
    from paripassu.read.public import PublicText

    if known is None:
        raise CommandError("--ask-model: expected --case too, which says what may be shown to a model.")
    at = endpoint(known)
    shown = [(answer, PublicText.of(answer.page, known)) for answer in answers]
    return lambda: ask_model(shown, at, known, lambda words: print(words, file=sys.stderr))


def _queue_heard(where: str, answers: list[Reading], heard: list[Asked]) -> None:
    """Put what a model pointed at into the same queue, and say what of its answer was not used."""
    from paripassu.read import queue

    path = Path(where)
    for answer, said in zip(answers, heard, strict=True):
        held = [f"{count} rejected: {reason}" for reason, count in said.rejected.items()]
        held += [f"{said.unread} letters not shown"] if said.unread else []
        if path.exists():
            added = queue.add(path, said.proposals)
            held.insert(0, str(added))
        held += [f"not heard to the end: {said.failed}"] if said.failed else []
        print(f"{answer.page.name}, {said.model}: {'; '.join(held)}", file=sys.stderr)


def _model(which: str | None) -> Callable[[Reading], Reading] | None:
    """What a model adds to a reading; nothing is loaded unless one is asked for."""
    from paripassu.errors import CommandError
    from paripassu.read.pipeline import deepen, pipeline

    if which is None:
        return None
    kind, _, name = which.partition(":")
    if kind != "spacy":
        raise CommandError(f"--model: expected `spacy` or `spacy:NAME` of an installed model, got `{which}`.")
    loaded = pipeline(name or None)
    return lambda reading: deepen(reading, loaded)


def _days(asked: list[str], files: list[str]) -> dict[str, dt.date | None]:
    """File -> its day of publication: its own, else the one for all, else None."""
    from paripassu.errors import CaseError, Problem, nearest

    told: dict[str, dt.date] = {}
    problems: list[Problem] = []
    for text in asked:
        file, _, day = text.rpartition("=")
        try:
            date = dt.date.fromisoformat(day)
        except ValueError:
            problems.append(Problem(None, None, "--published", "a date YYYY-MM-DD, or FILE=YYYY-MM-DD", f"`{text}`"))
            continue
        if file and file not in files:
            expected = "one of the files to read before the `=`"
            problems.append(Problem(None, None, "--published", expected, f"`{file}`", nearest(file, files)))
        elif told.setdefault(file, date) != date:
            expected = f"one day for {file or 'all files'}"
            problems.append(Problem(None, None, "--published", expected, f"{told[file]} and {date}"))
    if problems:
        raise CaseError(problems)
    return {file: told.get(file, told.get("")) for file in files}
