"""`paripassu stability CASE`: from which states would nobody move, and how could things get there?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from paripassu.cli.common import AsJson, CaseArgument, Out, Plot, as_json, open_case, say, working
from paripassu.errors import CommandError

if TYPE_CHECKING:
    from paripassu.case import Case
    from paripassu.stability import Conflict, Stability

__all__ = ["stability"]

_STATE = "STATE"
_STATE_HELP = "A state: a decimal, the options taken (with commas between), `today` or `wished`."


def stability(
    case: CaseArgument,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar=_STATE, help=f"Why --for would stay there or not. {_STATE_HELP}")
    ] = None,
    party: Annotated[str | None, typer.Option("--for", metavar="DM", help="Whose stay --explain looks at.")] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar=_STATE, help="Ways from this state (today when left out) ...")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar=_STATE, help="... to this one (the wished one when left out).")
    ] = None,
    hold: Annotated[
        str | None,
        typer.Option("--hold", metavar=_STATE, help="What --for (or each) would have to like less for it to hold."),
    ] = None,
    by: Annotated[
        str, typer.Option("--by", metavar="CONCEPT", help="For --hold: nash, gmr, smr, seq or sseq.")
    ] = "seq",
    coalitions: Annotated[
        bool, typer.Option("--coalitions", help="What those who move together would do; with --from, from there.")
    ] = False,
    change: Annotated[
        Path | None,
        typer.Option("--what-if", metavar="FILE", help="What changes with FILE's moves, merge, ranking, ..."),
    ] = None,
    one_way: Annotated[
        list[str] | None,
        typer.Option("--one-way", metavar="OPTION", help="What changes if OPTION could not be given up once taken."),
    ] = None,
    as_seen: Annotated[
        bool, typer.Option("--as-seen", help="What holds as each sees the others (`views`), and what holds in fact.")
    ] = False,
    states: Annotated[bool, typer.Option("--states", help="List the states also when there are over 10,000.")] = False,
    plot: Plot = None,
    json: AsJson = False,
    out: Out = None,
) -> None:
    """From which states would nobody move, given how the others can answer?"""
    from paripassu import stability as room

    asked = [
        explain is not None,
        hold is not None,
        coalitions,
        change is not None or bool(one_way),
        as_seen,
        end is not None or (start is not None and not coalitions),
    ]
    if sum(asked) > 1:
        raise CommandError(
            "stability: --explain, --hold, --coalitions, --what-if, --as-seen and --from/--to are asked one at a time."
        )
    if (explain is not None and party is None) or (party is not None and explain is None and hold is None):
        raise CommandError("stability: --explain STATE goes with --for DM, and --for DM with --explain or --hold.")
    found = open_case(case, seats=())
    if coalitions:
        _coalitions(found, start, json, out)
    elif change is not None or one_way:
        _what_if(found, change, one_way or [], json, out)
    elif as_seen:
        _as_seen(found, json, out)
    elif hold is not None:
        _hold(found, hold, party, by, json, out)
    elif explain is not None and party is not None:
        _explain(found, explain, party, json, out)
    elif start is not None or end is not None:
        _route(found, start or "today", end or "wished", json, out)
    else:
        with working("asking who would stay"):
            result = room.analyse(found)
        say(as_json(result.to_dict(states=states)) if json else _text(result), out)
        if plot is not None:
            from paripassu.report import plot as draw

            draw("states", found, result, plot)
        if result.status == "nothing stable":
            raise typer.Exit(1)


def _conflict(case: Case) -> Conflict:
    from paripassu import stability as room

    found = room.conflict(case)
    if found is None:
        raise CommandError("stability: there are more states than can be listed; rule some out under `impossible`.")
    return found


def _explain(case: Case, state: str, party: str, json: bool, out: Path | None) -> None:
    from paripassu import stability as room
    from paripassu.stability.words import explanation_words

    found = _conflict(case)
    answer = room.explain(found, found.position(state, named="--explain"), found.mover(party, named="--for"))
    say(as_json(answer.to_dict()) if json else "\n".join(explanation_words(answer)), out)


def _route(case: Case, start: str, end: str, json: bool, out: Path | None) -> None:
    from paripassu import stability as room
    from paripassu.stability.words import route_words

    found = _conflict(case)
    answer = room.route_between(found, found.position(start, named="--from"), found.position(end, named="--to"))
    say(as_json(answer.to_dict()) if json else "\n".join(route_words(answer)), out)
    if not answer.moves.reachable:
        raise typer.Exit(1)


def _hold(case: Case, state: str, party: str | None, by: str, json: bool, out: Path | None) -> None:
    from paripassu import stability as room
    from paripassu.stability.joint_words import inverse_words

    if by not in room.CONCEPTS:
        raise CommandError(f"--by: expected one of {', '.join(room.CONCEPTS)}, got `{by}`.")
    found = _conflict(case)
    movers = range(len(found.movers)) if party is None else [found.mover(party, named="--for")]
    at = found.position(state, named="--hold")
    answers = [room.inverse(found, at, mover, by) for mover in movers]
    if json:
        every = [answer.to_dict() for answer in answers]
        say(as_json(every if party is None else every[0]), out)
    else:
        say("\n".join(line for answer in answers for line in inverse_words(answer)), out)


def _coalitions(case: Case, start: str | None, json: bool, out: Path | None) -> None:
    from paripassu import stability as room
    from paripassu.stability.joint_words import coalition_words, jump_words

    found = _conflict(case)
    if start is None:
        answer = room.coalitions(found)
        say(as_json(answer.to_dict()) if json else "\n".join(coalition_words(answer)), out)
        if answer.status == "nothing stable":
            raise typer.Exit(1)
        return
    place = found.position(start, named="--from")
    jumps = room.improvements_by(found, place)
    if json:
        listed = [{"coalition": list(group), "to": [found.id(end) for end in ends]} for group, ends in jumps.items()]
        say(as_json({"from": {"id": found.id(place), "pattern": found.pattern(place)}, "improvements": listed}), out)
    else:
        lines = [jump_words(found, place, group, ends) for group, ends in jumps.items()]
        say("\n".join(lines) or "No one, alone or together, would gain by moving from there.", out)


def _what_if(case: Case, change: Path | None, one_way: list[str], json: bool, out: Path | None) -> None:
    from paripassu import stability as room
    from paripassu.stability.what_if import read_change

    answer = room.what_if(case, one_way=one_way, **(read_change(change) if change else {}))
    say(as_json(answer.to_dict()) if json else answer.summary(), out)
    if answer.after.status == "nothing stable":
        raise typer.Exit(1)


def _as_seen(case: Case, json: bool, out: Path | None) -> None:
    from paripassu import stability as room

    answer = room.as_seen(case)
    say(as_json(answer.to_dict()) if json else answer.summary(), out)


def _text(result: Stability) -> str:
    from paripassu.stability.words import equilibria_table, legend, summary

    lines = summary(result)
    heads, rows = equilibria_table(result)
    if rows:
        widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
        lines.append("")
        lines += [
            "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in [heads, *rows]
        ]
        left = len(result.holding()) - len(rows)
        if left > 0:
            lines.append(f"... and {left:,} more (--json lists them all)")
    lines += ["", *legend(result)] if result.options else []
    return "\n".join(lines)
