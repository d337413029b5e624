"""`paripassu record CASE`: what happened, who says so, and where accounts differ."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from paripassu.cli.common import AsJson, CaseArgument, Out, as_json, open_case, say
from paripassu.errors import CommandError
from paripassu.files import replace_file

if TYPE_CHECKING:
    import datetime as dt

    from paripassu.case import Case

__all__ = ["record"]


def record(
    case: CaseArgument,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="Only what was known that day (YYYY-MM-DD).")
    ] = None,
    who: Annotated[str | None, typer.Option("--who", metavar="ID", help="Only events of this person or party.")] = None,
    track: Annotated[
        str | None, typer.Option("--track", metavar="T", help="Only this track (1, 1.5, 2) or level (envoy, ...).")
    ] = None,
    csv: Annotated[
        Path | None,
        typer.Option("--csv", metavar="FILE", help="Write it as a table: FILE.csv, or a folder for every table."),
    ] = None,
    readiness: Annotated[
        bool, typer.Option("--readiness", help="Instead: are the talks ready for a deal, as who judged it when?")
    ] = False,
    json: AsJson = False,
    out: Out = None,
) -> None:
    """Print the timeline of a case: every event with who says so."""
    import datetime as dt

    from paripassu.read.directory import directory
    from paripassu.read.disagree import Disagreements, disagreements
    from paripassu.read.movement import movement
    from paripassu.read.narrative import differences_told, movement_told, record_told
    from paripassu.read.timeline import timeline

    if csv is not None:
        if as_of is not None or who is not None or track is not None or readiness:
            raise CommandError("--csv: expected alone (every entry is written), got another option too.")
        _tables(open_case(case, seats=()), csv, case)
        return
    try:
        day = None if as_of is None else dt.datetime.strptime(as_of, "%Y-%m-%d").date()
    except ValueError:
        raise CommandError(f"--as-of: expected a date YYYY-MM-DD, got `{as_of}`.") from None
    asked = open_case(case, seats=())
    if readiness:
        _readiness(asked, day, who is not None or track is not None, json, out)
        return
    found = timeline(asked, as_of=day, who=who, track=track)
    differing = disagreements(asked, as_of=day)
    if who is not None or track is not None:
        shown = {account.entry for item in (*found.items, *found.undated) for account in item.accounts}
        differing = Disagreements(one for one in differing if one.about in shown)
    moved = movement(asked, as_of=day) if asked.positions and asked.issues and who is None and track is None else None
    if json:
        answer = found.to_dict() | {
            "people": [one.to_dict() for one in directory(asked, as_of=day)],
            "disagreements": [one.to_dict() for one in differing],
            "movement": moved.to_dict() if moved is not None else None,
        }
        say(as_json(answer), out)
        return
    parts = [record_told(asked, found), differences_told(differing)]
    parts += [movement_told(asked, moved)] if moved is not None else []
    say("\n\n".join("\n".join(part) for part in parts if part), out)


def _readiness(case: Case, day: dt.date | None, narrowed: bool, json: bool, out: Path | None) -> None:
    from paripassu.read.readiness import readiness, readiness_told

    if narrowed:
        raise CommandError("--readiness: expected alone or with --as-of, got --who or --track too.")
    judged = readiness(case, as_of=day)
    say(as_json(judged.to_dict()) if json else "\n".join(readiness_told(case, judged)), out)


def _tables(case: Case, where: Path, named: str) -> None:
    """Write the record as a table, or, into a folder, every table that the record needs."""
    from paripassu.case.tables import TABLES, as_csv

    every = [one for one in TABLES if one != "steps"]
    if str(where) == "-":
        case.require("record")
        print(as_csv(case, "record"), end="")
        return
    if where.is_dir():
        files = {section: where / f"{section}.csv" for section in every if getattr(case, section)}
    else:
        files = {where.stem if where.stem in every else "record": where}
        case.require(*files)
    # A spreadsheet takes a file for UTF-8 only when it starts with a byte order mark.
    texts = {file: "\ufeff" + as_csv(case, section) for section, file in files.items()}
    for file, text in texts.items():
        replace_file(file, text)
        print(f"Wrote {file}.", file=sys.stderr)
    home = case.path.parent if case.path is not None and case.path.name == "case.yaml" else None
    for section, file in files.items():
        own = any(case.table(section, key) is None for key in _keys(getattr(case, section)))
        if home is not None and own and file.resolve() == (home / f"{section}.csv").resolve():
            print(f"{named} now reads it: take `{section}` out of {case.path}, or it is there twice.", file=sys.stderr)


def _keys(held: object) -> range | list[str]:
    return list(held) if isinstance(held, dict) else range(len(held) if isinstance(held, tuple) else 0)
