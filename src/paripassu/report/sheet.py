"""The forms of practitioners as printable sheets: views of the case, with nothing on them that is not in it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from markupsafe import Markup

from paripassu.case.case import ADVICE, Case
from paripassu.case.seat import Seat, seat
from paripassu.errors import CommandError, nearest
from paripassu.report import style
from paripassu.report.forms.iceberg import iceberg
from paripassu.report.forms.island import island
from paripassu.report.forms.red_lines import red_lines
from paripassu.report.forms.role import role
from paripassu.report.page import environment
from paripassu.report.wording import number

__all__ = ["FORMS", "sheet"]

FORMS = {
    "island": "Island of agreement",
    "iceberg": "Iceberg",
    "red-lines": "Red lines and room for manoeuvre",
    "role": "Role sheet",
}
"""The forms, by the word that asks for them."""


def sheet(case: Case, form: str, *, reader: str | None = None) -> str:
    """A form as HTML that prints on A4: self-contained, without scripts.

    Parameters
    ----------
    case : Case
    form : str
        `island` (what is agreed and contested, by issue), `iceberg` (what each party asks for, how it argues, why),
        `red-lines` (one party's no deal, what each option costs it, how far it can go), or `role` (one sheet a party).
    reader : str, optional
        A party: nobody else's numbers are used or shown. `red-lines` needs one; `role` makes a sheet for every
        party when absent.

    Raises
    ------
    CommandError
        For an unknown form or party, and when `red-lines` has no party or no numbers of it.

    Examples
    --------
    >>> page = sheet(Case.from_dict({"parties": ["union", "port"], "issues": {"pay": ["low", "high"]}}), "role")
    >>> page.count("<article")
    2
    """
    if form not in FORMS:
        near = nearest(form, FORMS)
        raise CommandError(
            f"--form: expected one of {', '.join(FORMS)}, got `{form}`." + (f" Did you mean `{near}`?" if near else "")
        )
    if form == "red-lines" and reader is None:
        raise CommandError("--form red-lines: shows one party's own numbers; say whose with --for PARTY.")
    place = seat(case, reader)
    pages = _PAGES[form](place)
    words: str = (
        environment(place.case)
        .get_template("sheet.html.j2")
        .render(
            form=form,
            heading=FORMS[form],
            title=case.title or "A negotiation",
            summary=case.summary,
            seat=place.party,
            reader=case.name(place.party) if place.party else None,
            pages=pages,
            advice=ADVICE,
            notes={},
            palette=Markup(style.css()),
            party_css=Markup("".join(f".p{at}{{color:var(--party-{at})}}" for at in range(len(style.PARTIES)))),
            span=_span,
        )
    )
    return words


Page = dict[str, Any]


def _one(place: Seat, facts: Page, private: tuple[str, ...] = ()) -> Page:
    return {"facts": facts, "private": [place.case.name(party) for party in private]}


def _role_pages(place: Seat) -> list[Page]:
    if place.party is not None:
        return [_one(place, role(place.case, place.party), place.private)]
    seats = [seat(place.case, party) for party in place.case.parties]
    return [_one(one, role(one.case, one.party), one.private) for one in seats if one.party is not None]


def _icebergs(place: Seat) -> list[Page]:
    case = place.case
    speaking = {one.party for one in case.positions} | set(case.interests) | set(case.preferences)
    parties = [party for party in case.parties if party in speaking] or list(case.parties)
    return [
        _one(place, iceberg(case, party, place.shown), tuple(p for p in place.private if p == party))
        for party in parties
    ]


_PAGES: dict[str, Callable[[Seat], list[Page]]] = {
    "island": lambda place: [_one(place, island(place.case))],
    "iceberg": _icebergs,
    "red-lines": lambda place: [_one(place, red_lines(place.case, place.party or ""), place.private)],
    "role": _role_pages,
}


def _span(ends: tuple[Fraction, Fraction]) -> str:
    low, high = ends
    return number(low) if low == high else f"{number(low)} to {number(high)}"
