"""The brief: one self-contained page that answers seven questions from one case."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from paripassu.case.case import ADVICE, Case
from paripassu.case.draft import with_draft
from paripassu.case.seat import Seat, seat
from paripassu.errors import CommandError, nearest
from paripassu.report import charts, style
from paripassu.report.page import environment
from paripassu.report.section import HEADINGS, Picture, Section
from paripassu.report.sections.agreed import agreed
from paripassu.report.sections.computed import computed
from paripassu.report.sections.hold import hold
from paripassu.report.sections.known import known, listed_sources
from paripassu.report.sections.order import order
from paripassu.report.sections.stand import stand
from paripassu.report.sections.uncertain import Survival, uncertain

if TYPE_CHECKING:
    from paripassu.report.answers import Answers

__all__ = ["brief"]


def brief(
    case: Case,
    answers: Answers | None = None,
    *,
    survival: Survival | None = None,
    only: Collection[str] = (),
    reader: str | None = None,
    draft: Mapping[str, str] | None = None,
) -> str:
    """The page as HTML: everything it needs is in it, and no request leaves it.

    Parameters
    ----------
    case : Case
    answers : Answers, optional
        What the lenses found; found here when absent.
    survival : Survival, optional
        What survives when the numbers are changed, said first; found here when absent.
    only : collection of str
        Section ids or verbs (`settle`, `stability`, `roadmap`, `record`); all seven when empty.
    reader : str, optional
        A party: the others' numbers are left out.
    draft : mapping of issue to option, optional
        A package on the table, such as the deal a class struck; takes the place of the case's draft, issue by issue,
        and the lenses are asked anew.

    Raises
    ------
    CaseError
        When the draft names what the case does not know.
    CommandError
        For an unknown party or section, or without the extra `charts`.
    """
    place = seat(case, reader)
    case = place.case
    if draft:
        case = with_draft(case, draft)
        answers = survival = None
    if place.withheld:  # answers found elsewhere may rest on what this seat does not see
        answers = survival = None
    chosen = [section_id(word) for word in only] or list(HEADINGS)
    engine = charts.engine()
    if answers is None:
        from paripassu.report.answers import answer

        answers = answer(case)
    if survival is None and "uncertain" in chosen:
        from paripassu.report.survive import survive

        survival = survive(case, answers)
        if survival is not None and reader is not None:
            # Which numbers are tightest, and whose, is not the reader's to know.
            survival = replace(survival, more=(), bars=())
    with charts.unchecked():
        sections = _sections(case, answers, survival, place, chosen, draft or {})
        pictures = {name: picture for section in sections for name, picture in section.pictures.items()}
        forms = {name: _forms(picture) for name, picture in pictures.items()}
    sources = listed_sources(case)
    page = environment(case).get_template("brief.html.j2")
    words: str = page.render(
        title=case.title or "A negotiation",
        summary=case.summary,
        as_of=_as_of(case),
        reader=case.name(reader) if reader else None,
        seat=reader,
        private=[case.name(party) for party in place.private if _shows_numbers(answers, sections)],
        withheld=[case.name(party) for party in place.withheld],
        survival=survival,
        numbers=[section.number for section in sections if section.number][:5],
        sections=sections,
        advice=ADVICE,
        sources=sources,
        notes={source["id"]: at + 1 for at, source in enumerate(sources)},
        palette=Markup(style.css()),
        party_css=Markup(_party_css(case)),
        pictures_json=Markup(charts.script_safe(themed(forms))),
        engine=Markup(engine()),
        still=lambda name: Markup(_still(forms[name]["wide"], name, pictures[name].width)),
    )
    return words


def section_id(word: str) -> str:
    """The section a word names: its id, or the verb that answers it."""
    verbs = {"record": "known", "read": "known", "settle": "agreed", "stability": "hold", "roadmap": "order"}
    found = verbs.get(word, word)
    if found not in HEADINGS:
        near = nearest(word, [*HEADINGS, *verbs])
        raise CommandError(
            f"--section: expected one of {', '.join(HEADINGS)}, or a verb, got `{word}`."
            + (f" Did you mean `{near}`?" if near else "")
        )
    return found


def _sections(
    case: Case,
    answers: Answers,
    survival: Survival | None,
    place: Seat,
    chosen: Sequence[str],
    draft: Mapping[str, str],
) -> list[Section]:
    shown = place.shown
    makers = {
        "known": lambda: known(case),
        "stand": lambda: stand(case),
        "agreed": lambda: agreed(case, answers.settle.to_dict() if answers.settle else None, shown, place.withheld),
        "hold": lambda: hold(case, answers.stability, shown),
        "order": lambda: order(case, answers.roadmap, shown),
        "uncertain": lambda: uncertain(case, survival, shown),
        "computed": lambda: computed(case, answers.trees(), shown, draft),
    }
    verbs = {"agreed": "settle", "hold": "stability", "order": "roadmap"}
    # Why it was refused may tell the size of somebody's numbers.
    hidden = ("the amounts of the case cannot be reckoned with",)
    why = {verb: hidden if place.party else lines for verb, lines in answers.refused.items()}
    return [
        Section(id=one, refused=why[verbs[one]]) if verbs.get(one) in why else makers[one]()
        for one in HEADINGS
        if one in chosen
    ]


def _shows_numbers(answers: Answers, sections: Sequence[Section]) -> bool:
    """Whether a page rests on what parties value, the only numbers that can be private."""
    return answers.settle is not None and any(one.id in ("agreed", "uncertain", "computed") for one in sections)


def _forms(picture: Picture) -> dict[str, Any]:
    """The wide and the narrow form of a picture."""
    forms = {"wide": picture.chart, "narrow": picture.narrow}
    return {name: charts.spec(chart) for name, chart in forms.items() if chart is not None}


def themed(form: Any) -> Any:
    """A chart's description with every colour of the palette by its name on the page, light or dark."""
    if isinstance(form, str):
        return _NAMES.get(form, form)
    if isinstance(form, Mapping):
        return {key: themed(value) for key, value in form.items()}
    if isinstance(form, (list, tuple)):
        return [themed(value) for value in form]
    return form


def _still(form: Mapping[str, Any], name: str, width: int) -> str:
    """The picture for paper and for pages without scripts; its ids are its own."""
    drawn = re.sub(r'(id="|url\(#)', rf"\g<1>{name}-", charts.svg(form, width))
    drawn = re.sub("|".join(_NAMES), lambda found: _NAMES[found.group()], drawn)
    return drawn.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def _party_css(case: Case) -> str:
    return "".join(f".p{at}{{color:var(--party-{at})}}" for at in range(min(len(case.parties), len(style.PARTIES))))


def _as_of(case: Case) -> dt.date | None:
    days = [event.on.last for event in case.record if event.on.last and event.status == "held"]
    days += [position.as_of.last for position in case.positions if position.as_of.last]
    published = [source.published for source in case.sources.values() if source.published]
    return max(days or published, default=None)


_NAMES = {
    shade.light: f"var(--{name})"
    for name, shade in [
        *style.PALETTE.items(),
        *((f"party-{at}", shade) for at, shade in enumerate(style.PARTIES)),
    ]
}
