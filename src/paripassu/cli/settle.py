"""`paripassu settle CASE`: the packages no one can better, and what fair rules pick."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from paripassu.cli.common import AsJson, CaseArgument, Drafted, Out, open_case, say, working

if TYPE_CHECKING:
    from paripassu.case import Case
    from paripassu.settle import Settlement

__all__ = ["settle"]

_WIDTH = 118
_OPEN_SHOWN = 12


def settle(
    case: CaseArgument,
    draft: Drafted = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Most points kept at any time.")] = 30_000,
    packages: Annotated[int, typer.Option(min=1, metavar="N", help="Most packages listed for each point.")] = 5,
    points: Annotated[int, typer.Option(min=0, metavar="N", help="Points shown in the text; 0 for all.")] = 15,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Also draw the line, as .svg or .png.")
    ] = None,
    samples: Annotated[
        int | None,
        typer.Option("--samples", min=1, metavar="N", help="Draws from weights and no deal left open."),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, metavar="N", help="Where the draws start.")] = 0,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", help="Processes for the draws; -1 for all cores.")] = 1,
    json: AsJson = False,
    out: Out = None,
) -> None:
    """Find the packages no one can better, what fair rules pick, and which small changes better a draft.

    Exit code 0: found; 1: no package gives every party at least its no deal.
    """
    from paripassu import settle as room
    from paripassu.case.draft import read_draft

    opened = open_case(case)
    given = read_draft(draft or [], opened)

    with working("finding the compromise line"):
        found = room.settle(opened, draft=given, limit=limit, listed=packages, samples=samples, seed=seed, jobs=jobs)
    if plot is not None:
        from paripassu.report import plot as draw

        draw("frontier", opened, found, plot)
    say(_json(found) if json else _text(opened, found, points), out)
    if found.status == "no deal":
        raise typer.Exit(1)


def _json(found: Settlement) -> str:
    """The JSON text, one point a line: a frontier can have tens of thousands."""
    from json import dumps

    def line(value: Any) -> str:
        return dumps(value, ensure_ascii=False, allow_nan=False)

    parts = []
    for key, value in found.to_dict().items():
        if key == "frontier" and value:
            rows = ",\n    ".join(line(point) for point in value)
            parts.append(f'  "frontier": [\n    {rows}\n  ]')
        else:
            text = dumps(value, ensure_ascii=False, allow_nan=False, indent=2).replace("\n", "\n  ")
            parts.append(f"  {line(key)}: {text}")
    return "{\n" + ",\n".join(parts) + "\n}"


def _text(case: Case, found: Settlement, most: int) -> str:
    from io import StringIO

    from rich.console import Console

    from paripassu.settle import words

    paper = StringIO()
    page = Console(file=paper, width=_WIDTH, highlight=False, markup=False, emoji=False, color_system=None)
    page.print(case.title or "Untitled case")
    for sentence in words.headline(found):
        page.print(sentence)
    if found.frontier.no_deal_used:
        page.print("Gains are counted from " + "; ".join(words.no_deal(case, found.frontier)) + ".")
    if found.points:
        page.print()
        page.print(_rules(case, found))
        for solution in found.solutions.values():
            page.print(f"{words.RULE_NAMES[solution.rule]}: {' '.join(solution.says)}")
        page.print()
        page.print(_line(case, found, most))
    if found.draft is not None:
        page.print()
        _draft(page, case, found)
    if found.prices and len(found.parties) <= 4:
        page.print()
        for sentence in words.prices(case, found):
            page.print(sentence)
    if found.uncertain is not None:
        page.print()
        _open(page, case, found)
    failed = [law for law in found.laws if law.witness]
    page.print()
    page.print(f"{len(found.laws) - len(failed)} of {len(found.laws)} laws hold. How: {found.how.method}.")
    for law in failed:
        page.print(f"{law.law} does not hold: {law.witness}.")
    return "\n".join(line.rstrip() for line in paper.getvalue().rstrip().splitlines())


def _columns(table: Any, case: Case, found: Settlement) -> None:
    from paripassu.settle import words

    marks = words.illustrated(case)
    for party in found.parties:
        name = case.parties[party].short or case.name(party)
        table.add_column(f"{name} (illustration)" if party in marks else name, justify="right", max_width=16)


def _rules(case: Case, found: Settlement) -> Any:
    from rich.table import Table

    from paripassu.settle import words

    table = Table(title="What fair rules pick", title_justify="left", box=None, pad_edge=False)
    table.add_column("rule")
    _columns(table, case, found)
    table.add_column("package", ratio=1)
    for rule, solution in found.solutions.items():
        for number, point in enumerate(solution.points[:3]):
            many = len(point.packages) + point.more_packages
            more = f" (and {many - 1:,} more with the same utilities)" if many > 1 else ""
            name = words.RULE_NAMES[rule] if not number else "  tied with it"
            table.add_row(
                name,
                *(words.number(point.utilities[party]) for party in found.parties),
                words.package(case, point.packages[0]) + more,
            )
        if len(solution.points) > 3:
            table.add_row(f"  and {len(solution.points) - 3:,} more tied", *([""] * (len(found.parties) + 1)))
    return table


def _line(case: Case, found: Settlement, most: int) -> Any:
    from rich.table import Table

    from paripassu.settle import words

    count = len(found.points)
    shown = list(range(count))
    title = "The compromise line"
    if most and count > most:
        shown = sorted({round(place * (count - 1) / max(most - 1, 1)) for place in range(most)})
        which = f"the first of {count:,} points" if most == 1 else f"{len(shown)} of {count:,} points, evenly spaced"
        title += f" ({which}; --points 0 shows all)"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    _columns(table, case, found)
    table.add_column("package", ratio=1)
    for place in shown:
        point = found.points[place]
        many = len(point.packages) + point.more_packages
        more = f" (and {many - 1:,} more)" if many > 1 else ""
        table.add_row(
            *(words.number(point.utilities[party]) for party in found.parties),
            words.package(case, point.packages[0]) + more,
        )
    return table


def _draft(page: Any, case: Case, found: Settlement) -> None:
    from rich.table import Table

    from paripassu.settle import words

    placed = found.draft
    if placed is None:
        return
    page.print(f"The draft: {words.package(case, placed.package)}")
    marks = words.illustrated(case)
    worth = [
        f"{words.number(value)} to {case.name(party)}{' (illustration)' if party in marks else ''}"
        for party, value in placed.utilities.items()
    ]
    if worth:
        page.print(f"It is worth {', '.join(worth)}.")
    for sentence in words.draft(case, found):
        page.print(sentence)
    if placed.trades:
        table = Table(title="Changes that leave nobody worse", title_justify="left", box=None, pad_edge=False)
        table.add_column("change", ratio=3)
        table.add_column("who gains", ratio=2)
        for trade in placed.trades[:10]:
            table.add_row(*words.trade(case, trade))
        page.print(table)
        left = len(placed.trades) + placed.more_trades - 10
        if left > 0:
            page.print(f"... and {left:,} more; --json lists them.")


def _open(page: Any, case: Case, found: Settlement) -> None:
    from rich.table import Table

    from paripassu.settle import open_words, words

    doubt = found.uncertain
    if doubt is None:
        return
    page.print("What is left open")
    for sentence in (*open_words.centre(case, found.frontier), open_words.given(doubt), *open_words.left_open(doubt)):
        page.print(sentence)
    if not doubt.packages:
        return
    table = Table(box=None, pad_edge=False)
    for head in ("on the line", "Nash", "worth it to all", "always / ever"):
        table.add_column(head, justify="right")
    table.add_column("package", ratio=1)
    marks = {True: "yes", False: "no", None: "?"}
    for one in doubt.packages[:_OPEN_SHOWN]:
        called = [words.RULE_NAMES.get(name, name) for name in one.names]
        table.add_row(
            *(f"{share:.0%}" for share in (one.frontier, one.nash, one.accepted)),
            f"{marks[one.necessarily]} / {marks[one.possibly]}" if doubt.percent is None else "",
            words.package(case, one.package) + (f" ({', '.join(called)})" if called else ""),
        )
    page.print(table)
