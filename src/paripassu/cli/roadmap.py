"""`paripassu roadmap CASE`: in which order can the steps be done so that no one gains by walking away?"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from paripassu.cli.common import AsJson, CaseArgument, Out, Plot, as_json, open_case, say
from paripassu.errors import CommandError
from paripassu.files import replace_file

if TYPE_CHECKING:
    from paripassu.case import Case

__all__ = ["roadmap"]


class Least(StrEnum):
    """What comes first."""

    exposure = "exposure"
    time = "time"
    guarantee = "guarantee"
    phases = "phases"
    slack = "slack"


ALONE: dict[str, tuple[str, ...]] = {
    "steps_csv": (),
    "check": ("signed", "json", "out"),
    "facts": ("signed", "json", "out"),
    "split": ("prior", "seconds", "signed", "plot", "picture", "json", "out"),
}
"""The options that ask for something else than an order, and those that go with each."""


def roadmap(
    context: typer.Context,
    case: CaseArgument,
    cap: Annotated[
        str | None, typer.Option(metavar="X", help="At most this avoidable exposure; then the least time.")
    ] = None,
    minimise: Annotated[
        Least,
        typer.Option(
            metavar="WHAT", help="exposure, time, guarantee, phases or slack: that all amounts may be off by most."
        ),
    ] = Least.exposure,
    compare: Annotated[
        bool, typer.Option("--compare", help="Beside it: all in one, each side first, the case's own order.")
    ] = False,
    check: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Replay a roadmap (JSON) outcome by outcome instead.")
    ] = None,
    facts: Annotated[bool, typer.Option("--facts", help="Only what can be said without numbers.")] = False,
    signed: Annotated[
        bool, typer.Option("--as-signed", help="As if nothing had been done yet, whatever the case says is done.")
    ] = False,
    here: Annotated[
        bool,
        typer.Option("--from-here", help="Open with where things stand: what was done and broken, what holds whom."),
    ] = False,
    split: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STEP",
            help="Into how many parts this step must be cut, and their sizes; again for more, all for the divisible.",
        ),
    ] = None,
    prior: Annotated[
        list[str] | None,
        typer.Option(
            metavar="P",
            help="With --split: also under doubt; the chance that a side is sincere (0.6, or us=0.7 and again).",
        ),
    ] = None,
    steps_csv: Annotated[
        Path | None,
        typer.Option("--steps-csv", metavar="FILE", help="Write the steps as a table for a spreadsheet instead."),
    ] = None,
    guarantees: Annotated[
        bool,
        typer.Option("--guarantees", help="Beside it: for two parties, the least guarantee of one against the other."),
    ] = False,
    sensitivity: Annotated[
        bool, typer.Option("--sensitivity", help="Beside it: how far the amounts may be off before the order breaks.")
    ] = False,
    robust: Annotated[
        str | None,
        typer.Option(metavar="P", help="Find an order that survives every amount off by P per cent (10%) at once."),
    ] = None,
    seconds: Annotated[
        float | None, typer.Option(min=0.0, metavar="S", help="Stop the search after about this long.")
    ] = None,
    plot: Plot = None,
    picture: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help="What --plot draws: gantt, orders, time, tornado or corridor:PARTY; with --split, parts or parts:T.",
        ),
    ] = None,
    json: AsJson = False,
    out: Out = None,
) -> None:
    """Find the order of phases, side by side, in which nobody gains by walking away; or say why there is none.

    Exit code 0: found (or valid); 1: there is none (or not valid).
    """
    from paripassu import roadmap as room

    _together(context)
    if prior and not split:
        raise CommandError("--prior: expected with --split STEP, got none.")
    if picture is not None and plot is None:
        raise CommandError("--picture: expected with --plot FILE, got none.")
    if here and signed:
        raise CommandError("--from-here: expected without --as-signed, which leaves out what was done.")
    if steps_csv is not None:
        _steps_table(open_case(case, seats=()), steps_csv)
        return
    given = open_case(case, seats=())
    opened = room.as_signed(given) if signed else given
    if check is not None:
        raise typer.Exit(_check(opened, check, json, out))
    if facts:
        told = room.facts(opened)
        say(as_json(told.to_dict()) if json else "\n".join(told.words), out)
        return
    if split:
        raise typer.Exit(_split(opened, split, prior, seconds, (plot, picture), json, out))
    from paripassu.roadmap import words

    picture = _picture(opened, picture)
    found = room.find(
        opened,
        cap=_cap(cap),
        minimise=minimise.value,
        robust=_share(robust),
        seconds=seconds,
        progress=_progress(),
    )
    if signed:  # the digest is that of the case named, and how it was read stands beside it
        parameters = {**found.how.parameters, "as_signed": True}
        found = replace(found, how=replace(found.how, digest=given.digest, parameters=parameters))
    if guarantees:
        found = replace(found, guarantees=room.guarantee_front(opened, progress=_progress()))
    if sensitivity:
        found = replace(found, sensitivity=room.margins(opened, found))
    if json:
        say(as_json(found.to_dict()), out)
    else:
        lines = [*words.from_here(opened, found), ""] if here else []
        lines += words.tell(opened, found, stands=not here)
        if found.course is not None:
            best = "The order:" if found.status == "found" else "The best order found:"
            label = best if found.course.holds else "The order that comes closest:"
            lines += ["", label, *words.phases(opened, found.course)]
        if compare:
            lines += ["", *words.comparison(opened, found)]
        if found.guarantees is not None:
            lines += ["", *words.guarantees(opened, found.guarantees)]
        if found.sensitivity is not None:
            lines += ["", *words.sensitivity(opened, found.sensitivity)]
        say("\n".join(lines), out)
    if plot is not None:
        from paripassu.report import plot as draw

        draw(picture or ("tornado" if found.sensitivity else "gantt"), opened, found, plot)
    if found.status == "no roadmap":
        raise typer.Exit(1)


def _picture(opened: Case, kind: str | None) -> str | None:
    """The picture asked for, before anything is searched; a party by its id, its short or its whole name."""
    from paripassu.roadmap.read_case import players

    if kind is None or kind in ("gantt", "orders", "time", "tornado"):
        return kind
    name, _, party = kind.partition(":")
    for one in players(opened) if name == "corridor" else ():
        if party in (one, opened.parties[one].short, opened.parties[one].name):
            return f"corridor:{one}"
    ways = ", ".join(["gantt", "orders", "time", "tornado", *(f"corridor:{one}" for one in players(opened))])
    raise CommandError(f"--picture: expected one of {ways}, got `{kind}`.")


def _together(context: typer.Context) -> None:
    """Refuse an option that would do nothing beside the one that asks for something else."""
    given = [
        parameter
        for parameter in context.command.params
        if getattr(context.get_parameter_source(parameter.name or ""), "name", "") == "COMMANDLINE"
    ]
    for alone, beside in ALONE.items():
        asked = [parameter for parameter in given if parameter.name == alone]
        for other in given if asked else ():
            if other.name not in (alone, "case", *beside):
                name, says = max(other.opts, key=len), max(asked[0].opts, key=len)
                raise CommandError(f"{name}: expected without {says}, which asks for something else; got both.")


def _progress() -> Callable[[str, float | None], None] | None:
    """A line on stderr, written over and over, when a person is there to see it."""
    if not sys.stderr.isatty():
        return None

    def tell(what: str, share: float | None) -> None:
        part = "" if share is None else f" {share:.0%}"
        print(f"\r{what}{part}".ljust(78) + "\r", end="", file=sys.stderr, flush=True)

    return tell


def _cap(text: str | None) -> Any:
    from paripassu.case.types import amount

    if text is None:
        return None
    try:
        cap = amount(text)
    except ValueError:
        raise CommandError(f"--cap: expected a number, got `{text}`.") from None
    if cap < 0:
        raise CommandError(f"--cap: expected at least 0, got {text}.")
    return cap


def _share(text: str | None) -> Any:
    from paripassu.case.types import amount

    if text is None:
        return None
    try:
        share = amount(text.strip().removesuffix("%").strip()) / 100
    except ValueError:
        raise CommandError(f"--robust: expected per cent, such as 10%, got `{text}`.") from None
    if not 0 <= share <= 1:
        raise CommandError(f"--robust: expected from 0% to 100%, got {text}.")
    return share


def _split(
    opened: Case,
    steps: list[str],
    prior: list[str] | None,
    seconds: float | None,
    drawn: tuple[Path | None, str | None],
    json: bool,
    out: Path | None,
) -> int:
    from paripassu import roadmap as room

    named = () if steps == ["all"] and "all" not in opened.steps else tuple(steps)
    doubted = room.doubt(opened, named, prior=_prior(prior)) if prior else None
    found = replace(room.parts(opened, named, seconds=seconds), doubt=doubted)
    say(as_json(found.to_dict()) if json else "\n".join(found.words()), out)
    file, kind = drawn
    if file is not None:
        from paripassu.report import plot as draw

        draw(kind or "parts", opened, found, file)
    return 1 if found.status == "no roadmap" or (doubted and doubted.status == "no schedule") else 0


def _prior(given: list[str]) -> str | dict[str, str]:
    """One chance for both sides, or one for each by name."""
    if len(given) == 1 and "=" not in given[0]:
        return given[0]
    chances: dict[str, str] = {}
    for text in given:
        party, sign, chance = (part.strip() for part in text.partition("="))
        if not sign or party in chances:
            raise CommandError(f"--prior: expected one chance, or PARTY=CHANCE once for each side, got `{text}`.")
        chances[party] = chance
    return chances


def _steps_table(opened: Case, file: Path) -> None:
    from paripassu.case.step_table import steps_csv

    opened.require("steps")
    # A spreadsheet takes a file for UTF-8 only when it starts with a byte order mark.
    replace_file(file, "\ufeff" + steps_csv(opened))
    then = "As steps.csv beside case.yaml it is read: then take `steps` out of case.yaml."
    print(f"Wrote {file}. {then}", file=sys.stderr)


def _check(opened: Case, file: Path, json: bool, out: Path | None) -> int:
    import json as reader

    from paripassu import roadmap as room

    try:
        claimed = reader.loads(file.read_text(encoding="utf-8"), parse_float=str)
    except OSError as error:
        raise CommandError(f"{file}: cannot be read ({error.strerror}).") from None
    except ValueError as error:
        raise CommandError(f"{file}: expected a roadmap as JSON, got something else ({error}).") from None
    problem = _shape(claimed)
    if problem:
        raise CommandError(f"{file}: {problem}")
    replayed = room.check(opened, claimed)
    if json:
        say(as_json(replayed.to_dict()), out)
    else:
        more = [one.words for one in replayed.violations[1:]]
        say("\n".join([replayed.words, *(["Also:", *more] if more else [])]), out)
    return 0 if replayed.valid else 1


def _shape(claimed: Any) -> str | None:
    if not isinstance(claimed, dict):
        return "expected a roadmap (a mapping), got something else."
    phases = claimed.get("phases")
    good = isinstance(phases, list) and all(
        isinstance(phase, list) and all(isinstance(step, str) for step in phase) for phase in phases
    )
    return None if good else "phases: expected a list of lists of step names, got something else."
