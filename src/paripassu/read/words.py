"""A reading in plain sentences."""

from __future__ import annotations

from paripassu.read.events import Event
from paripassu.read.reading import Reading
from paripassu.read.sentence import around

__all__ = ["manner", "tell"]

_WIDE = 110
_PLAIN = ("said", "says", "say", "saying", "told", "according to")  # others turn what was said: "denied", "doubts"


def tell(reading: Reading) -> str:
    """What was found in a report, a line each, for a person to judge.

    Examples
    --------
    >>> from paripassu.read.reading import read
    >>> print(tell(read("Envoy Ann Lee met Bo Berg.")).splitlines()[0])
    <text> (0 dates, 1 contacts, 0 statements; all proposals)
    """
    page = reading.page
    head = (
        f"{page.name} ({len(reading.dates)} dates, {len(reading.events)} contacts, "
        f"{len(reading.statements)} statements; all proposals)"
    )
    lines = [head]
    if reading.title:
        lines.append(f"  {reading.title}")
    if reading.published.base:
        lines.append(f"  published {reading.published.base.isoformat()} ({reading.published.basis})")
    if reading.remark:
        lines.append(f"  {reading.remark}")
    if reading.persons:
        lines.append("Persons")
        for person in reading.persons:
            also = f" (also {', '.join(person.aliases)})" if person.aliases else ""
            role = f": {'; '.join(person.roles)}" if person.roles else ""
            doubt = " - could be several people" if person.open else ""
            lines.append(f"  {person.name}{also}{role}{doubt} [{len(person.mentions)}]")
    for title, named in (("Organisations", reading.organisations), ("Places", reading.places)):
        if named:
            lines.append(title)
            lines.append("  " + ", ".join(f"{one.name} [{len(one.mentions)}]" for one in named))
    if reading.dates:
        lines.append("Dates")
        lines += [
            f"  {' '.join(one.text.split())} = {one.when.value or 'not resolved'} ({one.when.precision})"
            for one in reading.dates
        ]
    if reading.events:
        lines.append("Contacts")
        for one in reading.events:
            lines += [f"  {_event(one)}", f"    {around(page.text, *one.spans[0]).piece(_WIDE)}"]
    if reading.statements:
        lines.append("Statements")
        for said in reading.statements:
            who = said.speaker.name if said.speaker else "somebody"
            how = manner(said.kind, page.text[slice(*said.cue)] if said.cue else None)
            lines.append(f"  {who} ({how}): {_short(page.text[said.start : said.end])}")
    if reading.positions:
        lines.append("Who wants what")
        lines += [f"  {one.party} ({one.kind}): {_short(one.what)}" for one in reading.positions]
    return "\n".join(lines)


def manner(kind: str, cue: str | None) -> str:
    """How something was said, with the word that tells where it turns the sense.

    Examples
    --------
    >>> manner("indirect", "said"), manner("indirect", "denied")
    ('indirect', 'indirect, “denied”')
    """
    return f"{kind}, “{cue}”" if cue and kind != "direct" and cue.lower() not in _PLAIN else kind


def _event(one: Event) -> str:
    who = ", ".join(one.participants or one.parties) or "nobody named"
    where = f" at {one.venue}" if one.venue else ""
    sure = "perhaps, " if one.rule == "events.weighed" else ""
    return f"{one.on or 'day unknown'}: {one.kind}{where}; {who} ({sure}{one.status})"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 140 else flat[:139] + "…"
