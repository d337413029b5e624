"""The record in plain words: what happened and who says so, where accounts differ, how positions moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from paripassu.case import Case
from paripassu.case.evidence import Evidence
from paripassu.read.accounts import label
from paripassu.read.disagree import Disagreement
from paripassu.read.movement import IssueLine, Movement, Stand
from paripassu.read.sentence import around, shortened
from paripassu.read.stand import in_words
from paripassu.read.timeline import Account, Item, Someone, Timeline

__all__ = ["differences_told", "movement_told", "record_told", "who_says"]

_FEW = 40
_WIDE = 100
_MARGIN = 23  # wide enough for a range of two days


def who_says(provenance: dict[str, Any]) -> str:
    """Who says so, how it is known and since when; what is not said is said to be missing.

    Examples
    --------
    >>> who_says({"said_by": "CNN", "basis": "reported", "reported": "2018-06-04"})
    'CNN, reported 2018-06-04'
    >>> who_says({"said_by": None, "basis": None, "reported": None})
    'no source given'
    """
    basis = provenance["basis"]
    when = f"reported {provenance['reported']}" if provenance["reported"] else None
    how = "reported" if basis == "reported" and not when else None if basis == "reported" else basis
    return ", ".join(part for part in (provenance["said_by"] or "no source given", how, when) if part)


def record_told(case: Case, found: Timeline) -> list[str]:
    """The timeline, line by line."""
    count = len(found.items) + len(found.undated)
    head = f"{case.title or 'The record'}: {_number(count, 'event')}"
    if found.items:
        # The ends as they were told: a year stays a year.
        first = found.items[0].on.text.split("/")[0]
        last = max(found.items, key=lambda item: item.on.last or dt.date.min).on.text.split("/")[-1]
        head += f", {first} to {last}" if first != last else f", {first}"
    narrowed = [f"with {case.parties[found.who].name or found.who}" if found.who in case.parties else None]
    if found.who and found.who not in case.parties:
        person = case.people.get(found.who)
        narrowed = [f"with {person.name if person else found.who}"]
    narrowed += [f"on track {found.track}" if found.track else None]
    narrowed += [f"as known on {found.as_of}" if found.as_of else None]
    lines = [", ".join([head, *(part for part in narrowed if part)]) + "."]
    if found.items:
        lines += ["", *(line for item in found.items for line in _item(case, item))]
    said = [item for item in found.undated if item.kind == "statement"]
    others = [item for item in found.undated if item.kind != "statement"]
    for head, items in (("When is not said", others), ("What was said, on a day that is not told", said)):
        if items:
            lines += ["", head, *(line for item in items for line in _item(case, item))]
    if found.corrected:
        newer = {event.supersedes: label("record", index, event) for index, event in enumerate(case.record)}
        lines += ["", "Corrected since, and kept"]
        lines += [f"  {_short(one)}; now {newer[one.entry]}" for one in found.corrected]
    if found.unplaced:
        lines += ["", f"Not said when reported, so not counted as known on {found.as_of}"]
        lines += [f"  {_short(one)}" for one in found.unplaced]
    return lines


def _item(case: Case, item: Item) -> Iterator[str]:
    on = str(item.on) if item.on.known else ""
    where = f" at {', '.join(part for part in (item.venue, item.place) if part)}" if item.venue else ""
    lane = f" [{item.lane}]" if item.lane != "not said" else ""
    status = "" if item.status == "held" else f"{item.status}: "
    words = item.title or _quoted(case, item)
    title = f": {words}" if words else ""
    yield f"{on:<{_MARGIN}}{status}{item.kind}{where}{lane}{title}"
    sides = ", ".join(case.parties[party].short or case.name(party) for party in item.parties)
    people = ", ".join(map(_someone, item.people))
    taking_part = "; ".join(part for part in (sides, people) if part)
    if taking_part:
        yield " " * _MARGIN + taking_part
    for account in item.accounts:
        told = who_says(account.provenance)
        if len(item.accounts) > 1:
            told = f"{account.status} {account.on}: {told}" if account.on.known else f"{account.status}: {told}"
        yield " " * _MARGIN + "- " + told


def _quoted(case: Case, item: Item) -> str | None:
    """The first words an untitled event rests on: a line that says only `statement` helps nobody."""
    for index, event in enumerate(case.record):
        if label("record", index, event) == item.entry and event.evidence:
            return f"“{_in_context(event.evidence[0])}”"
    return None


def _in_context(evidence: Evidence) -> str:
    """The words, with a little of what stands around them where they are few: `Wednesday` alone tells nothing."""
    quote, prefix, suffix = evidence.quote, evidence.prefix or "", evidence.suffix or ""
    if len(quote) > _FEW:
        return shortened(" ".join(quote.split()).strip('“”"'), 80)
    shown = around(prefix + quote + suffix, len(prefix), len(prefix + quote))
    before, after = shown.before, shown.after
    # What is kept of the surroundings begins and ends within a word, unless the sentence does first.
    if len(before) >= len(" ".join(prefix.split())):
        before = f"…{before.split(' ', 1)[1]}" if " " in before.strip() else ""
    if len(after) >= len(" ".join(suffix.split())) and not after.endswith((".", "!", "?")):
        after = f"{after.rsplit(' ', 1)[0]}…" if " " in after.strip() else ""
    return " ".join(f"{before}{shown.words}{after}".split()).strip('“”"')


def _someone(one: Someone) -> str:
    part = ", ".join(word for word in ("head" if one.head else None, one.role) if word)
    return f"{one.name} ({part})" if part else one.name


def _short(account: Account) -> str:
    on = "no date" if not account.on.known else str(account.on)
    return f"{account.entry} ({account.status}, {on}): {who_says(account.provenance)}"


def differences_told(found: Sequence[Disagreement]) -> list[str]:
    """Where accounts differ, one line a difference, each version with who says so."""
    words = {"forecast": "forecast and outcome", "perhaps one event": "perhaps one event told twice"}
    lines = ["Where accounts differ"] if found else []
    for one in found:
        versions = [f"{version.value} ({_all_who_say(version.provenance)})" for version in one.versions]
        # A line each where one line would be a paragraph.
        long = sum(map(len, versions)) > _WIDE
        told = ("\n    " if long else "") + (";\n    " if long else "; ").join(versions)
        kind = f" ({words[one.kind]})" if one.kind in words else ""
        within = " Within one source." if one.within else ""
        lines.append(f"  {one.subject}, {one.what}{kind}:{'' if long else ' '}{told}.{within}")
    return lines


def _all_who_say(provenance: Iterable[dict[str, Any]]) -> str:
    return " and ".join(dict.fromkeys(who_says(one) for one in provenance))


def movement_told(case: Case, found: Movement) -> list[str]:
    """How positions moved, a paragraph an issue on which somebody's position is known."""
    lines = ["How positions moved"]
    for line in found.issues:
        if line.state == "unknown" and not line.stands:
            continue
        lines.append(f"  {line.name}")
        every = [one for held in (*line.stands.values(), line.undated) for one in held]
        lines += [f"    {_stand(case, line, one)}" for one in every]
        lines.append(f"    {_state(case, line)}")
    unsaid = [line.name for line in found.issues if line.state == "unknown" and not line.stands]
    return [*lines, f"  Nothing is known on {_listed(unsaid)}."] if unsaid else lines


def _stand(case: Case, line: IssueLine, stand: Stand) -> str:
    issue = case.issues[line.issue]
    more = tuple(option for option in stand.accepts if option not in stand.options)
    also = f", could accept {in_words(issue, more)}" if more else ""
    on = str(stand.as_of) if stand.as_of.known else "undated"
    moved = [one for one in line.moves if one.after == stand.entry]
    steps = [f"nearer to {_listed(map(case.name, one.towards))}" for one in moved if one.towards]
    steps += [f"farther from {_listed(map(case.name, one.away))}" for one in moved if one.away]
    unlike = any(not one.same_basis for one in moved)
    step = f" [{'; '.join(steps)}{'; known in another way than before' if unlike else ''}]" if steps else ""
    told = who_says({**stand.provenance, "basis": stand.basis})
    return f"{on}: {case.name(stand.party)} wants {stand.words}{also} ({told}){step}"


def _state(case: Case, line: IssueLine) -> str:
    silent = f" Nothing is known of {_listed(map(case.name, line.silent))}." if line.silent else ""
    if line.state == "common":
        return f"As last heard, all could accept {in_words(case.issues[line.issue], line.common)}.{silent}"
    if line.state == "open":
        gap = f", {line.gap:g} {case.issues[line.issue].unit or ''}".rstrip() + " apart" if line.gap else ""
        return f"Open{gap}.{silent}"
    known = "Only one side is known." if line.state == "one side" else "No negotiating party is known to have a stand."
    return known + silent


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} and {every[-1]}" if every else ""


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
