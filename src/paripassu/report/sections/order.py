"""In what order: phases in which nobody gains by walking away, who is ahead when, and how other orders compare."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from paripassu.case.case import Case
from paripassu.report import style, wording
from paripassu.report.charts import Chart
from paripassu.report.pictures.corridor import Walk, corridor
from paripassu.report.pictures.gantt import CALENDAR_MONTH, MONTH, Bar, gantt
from paripassu.report.pictures.orders import Order, orders, trade_off
from paripassu.report.section import Number, Picture, Section
from paripassu.roadmap.facts import facts as facts_of

if TYPE_CHECKING:
    from paripassu.roadmap.result import Course, Roadmap

__all__ = ["corridors", "exposure_against_time", "in_order", "order", "orders_compared"]

HALF = 340
"""Width in pixels of a picture of which two stand abreast."""


def order(case: Case, answer: Roadmap | None, shown: Sequence[str]) -> Section:
    """The roadmap and what it means for each side.

    Parameters
    ----------
    case : Case
    answer : Roadmap or None
        None when the case has no steps.
    shown : sequence of str
        The parties whose numbers may be shown.
    """
    if answer is None:
        if not case.steps:
            return Section(id="order", missing=("steps",))
        return Section(id="order", facts={"status": "facts", "words": facts_of(case).words})
    from paripassu.roadmap import words

    course = answer.course
    everyone = set(shown) >= set(answer.stake)
    month = CALENDAR_MONTH if course and course.start else MONTH
    unit = " (illustration)" if answer.illustration else ""
    facts: dict[str, Any] = {
        "status": answer.status,
        "invented": answer.illustration,
        "everyone": everyone,
        "holds": course is not None and course.holds,
        "phases": [[_step(case, name) for name in phase] for phase in answer.phases],
        "time": wording.length(course.time_days, month) if course and course.time_days else None,
        "start": course.start if course else None,
        "blocked": words.blocked(case, answer) if answer.blocking and everyone else "",
        "remedies": words.remedies(case, answer) if answer.blocking and everyone else [],
        "done": [_step(case, name) for name in answer.today.done],
        "sides": _sides(case, answer, shown),
        "schedule": _schedule(case, course, month),
        "orders": [
            {"name": one.name, "exposure": one.exposure, "guarantee": one.guarantee,
             "time": wording.length(one.days, month), "avoidable": one.avoidable}
            for one in _orders(case, answer, shown)
        ],
        "names": {party: case.name(party) for party in answer.stake if party in shown},
        "doers": (doers := _doers(case, answer)),
        "schedule_heads": [case.name(party) for party in doers],
        "exposure_heads": [f"Exposure of {case.name(p)}{unit}" for p in answer.stake if p in shown],
        "front": [(wording.length(point.time_days, month), point.avoidable) for point in answer.front],
    }  # fmt: skip
    pictures: dict[str, Picture] = {}
    if course and course.phases:
        pictures["phases"] = Picture(chart=in_order(case, answer), narrow=in_order(case, answer, width=320))
        pictures |= {
            f"corridor-{party}": Picture(chart=chart, width=HALF)
            for party, chart in corridors(case, answer, shown).items()
        }
        if len(facts["orders"]) > 1:
            pictures["orders"] = Picture(chart=orders_compared(case, answer, shown))
        if everyone and answer.front:
            pictures["against-time"] = Picture(chart=exposure_against_time(case, answer))
    first = None
    if course and answer.status == "found":
        count = len(course.phases)
        first = Number(
            value=str(count),
            words=f"phase{'s' if count > 1 else ''} in which no one has to go first",
            invented=answer.illustration,
        )
    return Section(id="order", facts=facts, pictures=pictures, number=first)


def in_order(case: Case, answer: Roadmap, *, width: int = 690) -> Chart:
    """The phases as columns, the sides in lanes."""
    course = _course(answer)
    bars = []
    # Without lengths the phases are columns of one width, and nothing is dated.
    plain = any(end <= opens for opens, end in zip(course.opens, course.verified, strict=True))
    for at, phase in enumerate(course.phases):
        for name in phase:
            step = case.steps[name]
            days = 0.8 if plain else _days(case, course, name, course.opens[at])
            opens = at if plain else course.opens[at]
            bars.append(
                Bar(step=_step(case, name), party=step.doer, phase=at + 1, start=opens,
                    end=opens + days, told=wording.sources(case, step.source))
            )  # fmt: skip
    doers = {party: case.name(party) for party in case.parties if any(bar.party == party for bar in bars)}
    colours = _colours(case)
    longest = [max((b.end for b in bars if b.phase == at + 1), default=0.0) for at in range(len(course.phases))]
    spans = [(float(at), at + 1.0) for at in range(len(course.phases))]
    if not plain:
        spans = list(zip(map(float, course.opens), map(float, course.verified), strict=True))
    gate = min((end - done for (_, end), done in zip(spans, longest, strict=True)), default=0.0)
    return gantt(bars, spans, doers, begins=course.start, dated=not plain, gate_days=gate, colours=colours, width=width)


def corridors(case: Case, answer: Roadmap, shown: Sequence[str]) -> dict[str, Chart]:
    """For each party its net position after each phase, between its stake and the most it is ever behind."""
    course = _course(answer)
    walks = []
    for party in answer.stake:
        if party not in shown:
            continue
        behind = tuple(float(row[party]) for row in course.net)
        walks.append(
            Walk(party=party, name=case.name(party), behind=behind, during=_during(case, course, party),
                 stake=float(answer.stake[party]), stakes=_stakes(case, course, party),
                 cap=float(course.exposure.by_party[party]))
        )  # fmt: skip
    if not walks:
        return {}
    low = -max(max(walk.cap, *walk.behind, 0) for walk in walks)
    tops = [max(walk.stake, *walk.stakes) if walk.stakes else walk.stake for walk in walks]
    high = max(
        max(*(-b for b in walk.behind), min(top, 1.6 * -low or top), 0) for walk, top in zip(walks, tops, strict=True)
    )
    unit = " (illustration)" if answer.illustration else ""
    colours = _colours(case)
    return {walk.party: corridor(walk, colours[walk.party], reach=(low, high), unit=unit) for walk in walks}


def _stakes(case: Case, course: Course, party: str) -> tuple[float, ...]:
    """By how much a party may be ahead after each phase, where that changes because later phases count for less."""
    if party not in case.stakes or case.stakes[party].discount == 1:
        return ()
    return tuple(float(slack[party] - net[party]) for slack, net in zip(course.slack, course.net, strict=True))


def exposure_against_time(case: Case, answer: Roadmap) -> Chart:
    """Avoidable exposure against time, with the other orders beside."""
    course = _course(answer)
    return trade_off(
        [(float(point.time_days), float(point.avoidable)) for point in answer.front],
        _orders(case, answer, list(answer.stake))[1:],
        unit=" (illustration)" if answer.illustration else "",
        month=CALENDAR_MONTH if course.start else MONTH,
    )


def orders_compared(case: Case, answer: Roadmap, shown: Sequence[str]) -> Chart:
    """This order beside everything at once, each side first, and the case's own."""
    course = _course(answer)
    names = {party: case.parties[party].short or case.name(party) for party in answer.stake if party in shown}
    return orders(
        _orders(case, answer, shown),
        names,
        unit=" (illustration)" if answer.illustration else "",
        month=CALENDAR_MONTH if course.start else MONTH,
        colours=_colours(case),
    )


def _course(answer: Roadmap) -> Course:
    if answer.course is None:
        raise ValueError("a roadmap without an order cannot be drawn")
    return answer.course


def _doers(case: Case, answer: Roadmap) -> list[str]:
    acting = {case.steps[name].doer for phase in answer.phases for name in phase}
    return [party for party in case.parties if party in acting]


def _colours(case: Case) -> dict[str, str]:
    return style.parties(case.parties)


def _step(case: Case, name: str) -> str:
    return case.steps[name].name or name.replace("-", " ")


def _days(case: Case, course: Course, name: str, opens: int) -> int:
    length = case.steps[name].duration
    if course.start is None:
        return length.days
    begin = course.start + dt.timedelta(days=opens)
    return (length.after(begin) - begin).days


def _middle(amount: tuple[Fraction, Fraction]) -> Fraction:
    return (amount[0] + amount[1]) / 2


def _during(case: Case, course: Course, party: str) -> tuple[float, ...]:
    """The most a party is behind within each phase: its own part done, the others' share not yet."""
    leak = case.roadmap.leak if case.roadmap else Fraction(1)
    return tuple(
        float(
            course.net[at][party]
            + leak
            * sum(
                (_middle(case.steps[name].cost) - _middle(case.steps[name].recover))
                for name in phase
                if case.steps[name].doer == party
            )
        )
        for at, phase in enumerate(course.phases)
    )


def _schedule(case: Case, course: Course | None, month: float) -> list[dict[str, Any]]:
    if course is None:
        return []
    rows = []
    for at, phase in enumerate(course.phases):
        opens, ends = course.opens[at], course.verified[at]
        if course.start:
            first, last = (course.start + dt.timedelta(days=days) for days in (opens, ends))
            span = f"{wording.day(first)} to {wording.day(last)}"
        else:
            span = f"{wording.length(ends - opens, month)}, from day {opens}" if ends > opens else "no length given"
        sides = {party: [_step(case, n) for n in phase if case.steps[n].doer == party] for party in case.parties}
        rows.append({"number": at + 1, "span": span, "sides": {k: v for k, v in sides.items() if v}})
    return rows


def _sides(case: Case, answer: Roadmap, shown: Sequence[str]) -> list[dict[str, Any]]:
    """For each party: when it is furthest ahead and behind, and what holds it."""
    course = answer.course
    if course is None or not course.phases:
        return []
    sides = []
    for party in answer.stake:
        if party not in shown:
            continue
        net = [row[party] for row in course.net]
        during = _during(case, course, party)
        ahead = min(range(len(net)), key=lambda at: net[at])
        slack = [row[party] for row in course.slack]
        tight = min(range(len(slack)), key=lambda at: slack[at])
        exposed = course.exposure.by_party[party]
        worst = max(range(len(during)), key=lambda at: during[at]) + 1
        sides.append(
            {"id": party, "name": case.name(party), "ahead": -net[ahead], "ahead_at": ahead, "exposed": exposed,
             "exposed_at": worst, "floor": course.exposure.floor[party], "stake": answer.stake[party],
             "slack": slack[tight], "tight_at": tight, "end": net[-1]}
        )  # fmt: skip
    return sides


def _orders(case: Case, answer: Roadmap, shown: Sequence[str]) -> list[Order]:
    found: list[tuple[str, Course | None]] = [
        ("Side by side" if answer.status == "found" else "Side by side, as far as it goes", answer.course),
        ("Everything at once", answer.all_in_one),
        *((f"{case.name(party)} first", course) for party, course in answer.first.items()),
        ("The case’s own order", answer.given),
    ]
    everyone = set(shown) >= set(answer.stake)
    return [
        Order(
            name=name,
            exposure={p: float(x) for p, x in course.exposure.by_party.items() if p in shown},
            guarantee=float(course.guarantee_needed) if course.guarantee_needed is not None else None,
            days=course.time_days,
            avoidable=float(course.exposure.avoidable) if everyone else 0.0,
            told=everyone,
        )
        for name, course in found
        if course is not None
    ]
