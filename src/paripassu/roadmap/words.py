"""A roadmap in plain sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from paripassu.case.case import Case
from paripassu.case.issues import plain
from paripassu.roadmap.guarantees import Guarantees
from paripassu.roadmap.how_firm import per_cent, sensitivity
from paripassu.roadmap.ranges import against
from paripassu.roadmap.read_case import players
from paripassu.roadmap.result import Course, Roadmap
from paripassu.roadmap.why_not import about, blocked, leaving, listed, remedies, short_names

__all__ = [
    "about",
    "blocked",
    "comparison",
    "duration",
    "from_here",
    "guarantees",
    "listed",
    "phases",
    "remedies",
    "risk",
    "sensitivity",
    "tell",
]


def tell(case: Case, found: Roadmap, *, stands: bool = True) -> list[str]:
    """The whole answer, a sentence or a line each; the first two say what matters.

    ``stands`` False leaves out where things stand, when :func:`from_here` has said it.

    Examples
    --------
    >>> from paripassu import catalogue, roadmap
    >>> case = catalogue.load("toy/side-by-side")
    >>> print(tell(case, roadmap.find(case))[0])
    Illustration: the amounts are invented. A roadmap of 7 phases in 33 months holds: for US and DPRK going on is
    worth at least as much as walking away at every point, and no cheat pays.
    """
    name = short_names(case)
    mark = "Illustration: the amounts are invented. " if found.illustration else ""
    even = off = ""
    if found.robust is not None:
        case, off = against(case, found.robust.share), per_cent(found.robust.share)
        even = f" even with every amount off by {off} at once, each in the worst direction"
    lines: list[str] = []
    if found.today.done and stands:
        lines.append(_today(case, found))
    if found.course is None:
        sought = f" for an order that holds{even}" if even else ""
        stopped = f"{mark}The search{sought} was stopped before any roadmap was found"
        return [f"{stopped}; that says nothing about whether one is."]
    course = found.course
    if found.status == "limit" and not course.holds:
        short = course.guarantee_needed
        needed = f": it would need {about(short)} more of escrow" if short else ""
        return [
            f"{mark}The search was stopped before any roadmap was found; that says nothing about whether one is. The "
            f"order that comes closest does not hold{needed}."
        ]
    if found.status == "no roadmap":
        if even:
            lines.append(f"No order holds when every amount may be off by {off} at once.")
        lines += [blocked(case, found), *remedies(case, found)]
    else:
        known = "" if found.status == "found" else f" The search was stopped: {_gap(found)}."
        parties = listed(name[party] for party in _concerned(case))
        count = f"{len(course.phases)} phase{'s' if len(course.phases) != 1 else ''}"
        lines.append(
            f"A roadmap of {count} in {duration(course)} holds{even}: for {parties} going on is worth at least as much "
            f"as walking away at every point, and no cheat pays.{known}"
        )
        if found.how.parameters.get("minimise") == "guarantee" and not found.guarantee_needed:
            lines.append("It needs no guarantee beyond those given.")
    lines[0] = mark + lines[0]
    lines += [*_discounts(case), *risk(case, course), *_front(found), *_ranges(found), *_as_given(case, found)]
    return lines


def duration(course: Course) -> str:
    """How long it takes: days, or months of 30 days where they come out even, or the date by the calendar."""
    length = _days(course.time_days, months=course.start is None)
    return length if course.start is None else f"{length}, to {course.start + dt.timedelta(days=course.time_days)}"


def _days(days: int, *, months: bool) -> str:
    if months and days and days % 30 == 0:
        return "1 month" if days == 30 else f"{days // 30} months"
    return "1 day" if days == 1 else f"{days} days"


def phases(case: Case, course: Course) -> list[str]:
    """One line a phase: when it opens, who does what, who is behind when it is over."""
    name = short_names(case)
    lines = []
    for number, phase in enumerate(course.phases):
        opens, over = course.opens[number], course.verified[number]
        days = [opens] if over == opens else [opens, over]
        when = f"day {' to '.join(map(str, days))}"
        if course.start is not None:
            when = " to ".join(str(course.start + dt.timedelta(days=day)) for day in days)
        acts = [
            f"{name[party]}: {listed(step for step in phase if case.steps[step].doer == party)}"
            for party in players(case)
            if any(case.steps[step].doer == party for step in phase)
        ]
        behind = [f"{name[p]} behind by {plain(x)}" for p, x in course.net[number + 1].items() if x > 0]
        lines.append(f"{number + 1}. ({when}) {'; '.join(acts)}. {listed(behind).capitalize() or 'Nobody is behind'}.")
        if behind:
            lines[-1] = f"{number + 1}. ({when}) {'; '.join(acts)}. Then {listed(behind)}."
    return lines


def risk(case: Case, course: Course) -> list[str]:
    """Who bears the risk, when, and what no order can change."""
    name, exposure = short_names(case), course.exposure
    lines = []
    # What is said of an order that does not hold is not said of a roadmap.
    there = "" if course.holds else "In the order that comes closest "
    if exposure.avoidable > 0:
        where = f"in phase {exposure.phase}" if exposure.phase else "at the beginning"
        lines.append(
            f"{there}the most anyone is behind beyond what no order can change is {about(exposure.avoidable)}: "
            f"{name[exposure.party]}, {where}."
        )
    elif exposure.most == 0:
        lines.append(f"{there}at no point is anybody behind.")
    else:
        lines.append(f"{there}nobody is ever further behind than every order must leave them.")
    lines[0] = lines[0][0].upper() + lines[0][1:]
    floors = {party: least for party, least in exposure.floor.items() if least > 0}
    already = {party for party in floors if course.net[0][party] >= course.net[-1][party]}
    for when, whom in (("already", already), ("when all is done", floors.keys() - already)):
        said = [f"{name[party]} by {about(least)}" for party, least in floors.items() if party in whom]
        if said:
            lines.append(f"Behind {when}, whatever the order: {listed(said)}.")
    if course.holds and course.phases:
        rooms = [
            (row[party], number, party)
            for number, row in enumerate(course.least_slack(), 1)
            for party in _concerned(case)
        ]
        room, number, party = min(rooms, key=lambda one: one[:2])
        loss = f"lose {about(room)}" if room else "lose nothing"
        lines.append(f"It is tightest in phase {number}, where {name[party]} would {loss} by its best way out.")
    return lines


def guarantees(case: Case, found: Sequence[Guarantees]) -> list[str]:
    """The pairs of guarantees with which some order holds, a line each."""
    name = short_names(case)
    if not found:
        return ["No guarantees, whoever gives them, make an order hold."]
    if not any(found[0].by_party.values()):
        return ["An order holds without a guarantee of either party."]
    lines = [listed(f"{name[party]} {plain(amount)}" for party, amount in one.by_party.items()) + "." for one in found]
    if len(found) == 1:
        return [f"The least guarantees with which some order holds, in all: {lines[0]}"]
    return ["Guarantees with which some order holds, in all; less of one needs more of the other:", *lines]


def comparison(case: Case, found: Roadmap) -> list[str]:
    """The roadmap beside all in one, each side first and the case's own order: a table as aligned text."""
    name = short_names(case)
    rows: list[tuple[str, Course]] = []
    if found.course is not None:
        rows.append(("phased, side by side", found.course))
    if found.all_in_one is not None:
        rows.append(("all in one", found.all_in_one))
    concerned = _concerned(case)
    rows += [(f"{name[party]} first", course) for party, course in found.first.items() if party in concerned]
    if found.given is not None:
        rows.append(("the case's own order", found.given))
    head = ("order", "holds", "guarantee needed", *(f"{name[p]} behind by up to" for p in concerned), "time")
    table = [head]
    for label, course in rows:
        needed = "none helps" if course.guarantee_needed is None else plain(course.guarantee_needed)
        behind = [plain(course.exposure.by_party[party]) for party in concerned]
        late = course.blocking is not None and course.blocking.reason == "too late"
        table.append(
            (label, "yes" if course.holds else "too late" if late else "no", needed, *behind, duration(course))
        )
    widths = [max(len(row[column]) for row in table) for column in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
    lines.append("All in one and each side first ignore prerequisites and the most steps a phase.")
    return lines


def from_here(case: Case, found: Roadmap) -> list[str]:
    """Where things stand: what was done and when, who broke what, who is ahead, and what holds each party."""
    name, today = short_names(case), found.today
    if found.robust is not None:
        case = against(case, found.robust.share)
    if not today.happened:
        return ["Nothing has been done yet: from here is from the beginning."]
    mark = "Illustration: the amounts are invented. " if found.illustration else ""
    lines = [f"{mark}Where things stand since {today.last}, the last day on which a step was done or broken:"]
    done = [f"{one.step} ({name[one.doer]}, {one.done})" for one in today.happened if one.stands]
    lines.append(f"Done: {listed(done) or 'nothing that stands'}.")
    lines += [
        f"Broken: {name[one.doer]} did {one.step} on {one.done} and broke it on {one.broken}; it counts as not done."
        for one in today.happened
        if not one.stands
    ]
    lines += [
        f"Mended: {name[one.doer]} broke {one.step} on {one.broken} and did it again on {one.done}."
        for one in today.happened
        if one.stands and one.broken
    ]
    for party in _concerned(case):
        net, slack = today.net[party], today.slack[party]
        stands = f"{'ahead' if net < 0 else 'behind'} by {plain(abs(net))}" if net else "neither ahead nor behind"
        if slack > 0:
            holds = f"Leaving now would cost it {plain(slack)}."
        elif slack == 0:
            holds = "Nothing holds it: staying and leaving are worth the same."
        else:
            holds = f"Nothing holds it: it would gain {plain(-slack)} by leaving now."
        lines.append(f"{name[party]} is {stands}. {leaving(case, found, party, 0)} {holds}")
    return lines


def _today(case: Case, found: Roadmap) -> str:
    name = short_names(case)
    net = found.today.net
    behind = [f"{name[party]} is behind by {plain(x)}" for party, x in net.items() if x > 0]
    ahead = [f"{name[party]} is ahead by {plain(-x)}" for party, x in net.items() if x < 0]
    stands = listed([*ahead, *behind]) or "nobody is ahead"
    return f"Done so far: {listed(found.today.done)}. Today {stands}; what follows starts from there."


def _discounts(case: Case) -> list[str]:
    name = short_names(case)
    rates = [f"{plain(one.discount)} of this one for {name[p]}" for p, one in case.stakes.items() if one.discount != 1]
    return [f"The next phase counts for {listed(rates)}, however long it lasts."] if rates else []


def _gap(found: Roadmap) -> str:
    """How much better another order may be, as far as is known."""
    if found.gap is None or not (found.gap.avoidable or found.gap.time_days):
        return "a better one may exist"
    if found.gap.avoidable:
        return f"another may have up to {about(found.gap.avoidable)} less of avoidable exposure"
    days = _days(found.gap.time_days, months=False)
    return f"no other has less avoidable exposure, but one may be up to {days} shorter"


def _front(found: Roadmap) -> list[str]:
    if len(found.front) < 2:
        return []
    months = found.course is None or found.course.start is None
    points = [f"{_days(point.time_days, months=months)} at {about(point.avoidable)}" for point in found.front]
    return [f"Faster costs exposure: {', '.join(points)} of avoidable exposure."]


def _as_given(case: Case, found: Roadmap) -> list[str]:
    if found.robust is None or found.robust.as_given is None:
        return []
    given = found.robust.as_given
    name, exposure = short_names(case), found.robust.as_given.exposure
    lines = [
        "All figures here are those at the worst amounts: costs, what can be undone and the value of no deal higher by "
        f"{per_cent(found.robust.share)}, everything else lower."
    ]
    share = found.robust.share
    if any(one.amount for one in found.remedies if one.works) and 0 < share < 1:
        lines.append(
            "So are those of the remedies. To write one into the case, where it too may be off, divide an end value, "
            f"more escrow and what more can be taken back by {plain(1 - share)}."
        )
    behind = f"the most anyone is behind beyond what no order can change is {plain(exposure.avoidable)}"
    whom = f" ({name[exposure.party]})" if exposure.avoidable else ""
    if found.robust.together is not None:
        lines.append(f"At the amounts as given {behind}{whom}; it holds up to {per_cent(found.robust.together)}.")
    elif given.holds:
        lines.append("At the amounts as given the order shown holds.")
    return lines


def _ranges(found: Roadmap) -> list[str]:
    if found.ranges is None:
        return []
    count = len(found.ranges.amounts)
    given = f"the {count} amounts given as ranges" if count > 1 else "the amount given as a range"
    holds = found.ranges.holds
    line = {
        "all": f"There is a roadmap for all values of {given}",
        "some": f"There is a roadmap for some of the values of {given}, not for all",
        "none": f"There is no roadmap for any of the values of {given}",
        "unknown": f"Whether there is a roadmap for all values of {given} was not settled in time",
    }[holds]
    if holds == "all" and found.ranges.this_order is not None:
        line += "; this order holds for all of them" if found.ranges.this_order else "; this order not for all"
    best, worst = found.ranges.guarantee_needed
    if holds in ("some", "none") and best != worst:
        ends = ["none helps" if end is None else plain(end) for end in (best, worst)]
        line += f". The guarantee needed runs from {ends[0]} to {ends[1]}"
    return [line + "."]


def _concerned(case: Case) -> tuple[str, ...]:
    """The parties with anything to gain or lose; a third party that only acts is left out of the sentences."""
    felt = {step.doer for step in case.steps.values() if step.cost[1] > 0}
    felt |= {party for step in case.steps.values() for party, worth in step.value.items() if worth[1] > 0}
    return tuple(party for party in players(case) if party in felt or party in case.stakes)
