"""The templates and the few filters they are written with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import jinja2
from markupsafe import Markup, escape

from paripassu.case.case import Case
from paripassu.report import style, wording
from paripassu.report.pictures import tornado

__all__ = ["environment"]


def environment(case: Case) -> jinja2.Environment:
    """The templates of the brief, speaking of this case; a word that is missing is an error, not a blank."""
    loader = jinja2.PackageLoader("paripassu.report", "templates")
    made = jinja2.Environment(loader=loader, autoescape=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    places = {party: at % len(style.PARTIES) for at, party in enumerate(case.parties)}

    def party_style(party: str | None) -> Markup:
        return Markup(f' class="p{places[party]}"') if party in places else Markup("")

    def party_name(row: Mapping[str, Any]) -> str:
        return case.name(row["party"]) if row["party"] in case.parties else ""

    made.globals.update(
        party_style=party_style,
        css=Markup(_text(loader, made, "page.css")),
        sheet_css=Markup(_text(loader, made, "sheet.css")),
        script=Markup(_text(loader, made, "page.js")),
    )
    made.filters.update(
        number=wording.number,
        day=wording.day,
        few=wording.few,
        counted=wording.counted,
        listed=wording.listed,
        code=lambda words: Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(words)))),
        signed=lambda value: "0" if not value else f"{'+' if value > 0 else ''}{wording.number(value)}",
        capitalize_first=lambda words: words[:1].upper() + words[1:],
        by_party=lambda rows: _by_party(rows, party_name),
        track_words=lambda pair: f"{pair[1]} {pair[0]}",
        row_words=_row_words,
        worth_head=lambda party, invented: f"Worth to {party['short']}{' (illustration)' if invented else ''}",
        gain_head=lambda party, invented: f"Gain of {party['short']}{' (illustration)' if invented else ''}",
        finding_words=lambda one: f"{one.words} in {one.share:.0%}",
        bar_words=lambda bar: f"{bar.name} {tornado.breaks(bar)}",
        percent=lambda share: f"{100 * share:.3g} %",
        phase_words=_phase_words(case),
        order_words=lambda row, names: (
            f"{row['name']}: " + ", ".join(f"{names[p]} {wording.number(x)}" for p, x in row["exposure"].items())
        ),
        front_words=lambda pair: f"{wording.number(pair[1])} at {pair[0]}",
    )
    return made


def _text(loader: jinja2.BaseLoader, made: jinja2.Environment, name: str) -> str:
    return loader.get_source(made, name)[0]


def _by_party(rows: Iterable[Mapping[str, Any]], name: Any) -> list[tuple[str, list[Mapping[str, Any]]]]:
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        groups.setdefault(name(row), []).append(row)
    return list(groups.items())


def _row_words(row: Mapping[str, Any], parties: Sequence[Mapping[str, Any]]) -> str:
    said = [
        f"{party['short']} {cell['wants'] if cell else 'not on record'}"
        for party, cell in zip(parties, row["cells"], strict=True)
    ]
    return f"{row['name']}: {', '.join(said)}"


def _phase_words(case: Case) -> Any:
    def words(row: Mapping[str, Any]) -> str:
        sides = [f"{case.name(party)} does {wording.listed(steps)}" for party, steps in row["sides"].items()]
        return f"Phase {row['number']}: {wording.listed(sides)}"

    return words
