"""A roadmap in plain sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction

from paripassu.case.case import Case
from paripassu.case.issues import plain
from paripassu.case.steps import Stake
from paripassu.roadmap.ranges import fixed
from paripassu.roadmap.read_case import players
from paripassu.roadmap.result import Course, Remedy, Roadmap

__all__ = ["blocked", "comparison", "duration", "listed", "phases", "remedies", "risk", "tell"]


def tell(case: Case, found: Roadmap) -> list[str]:
    """The whole answer, a sentence or a line each; the first two say what matters.

    Examples
    --------
    >>> from paripassu import catalogue, roadmap
    >>> case = catalogue.load("toy/side-by-side")
    >>> print(tell(case, roadmap.find(case))[0])
    Illustration: the amounts are invented. A roadmap of 7 phases in 33 months holds: for US and DPRK going on is
    worth at least as much as walking away at every point, and no cheat pays.
    """
    name = _names(case)
    mark = "Illustration: the amounts are invented. " if found.illustration else ""
    lines: list[str] = []
    if found.today.done:
        lines.append(_today(case, found))
    if found.course is None:
        return [f"{mark}The search was stopped before any roadmap was found; that says nothing about whether one is."]
    course = found.course
    if found.status == "no roadmap":
        lines += [blocked(case, found), *remedies(case, found)]
    else:
        known = "" if found.status == "found" else " The search was stopped: a better one may exist."
        parties = listed(name[party] for party in _concerned(case))
        count = f"{len(course.phases)} phase{'s' if len(course.phases) != 1 else ''}"
        lines.append(
            f"A roadmap of {count} in {duration(course)} holds: for {parties} going on is worth at least as much as "
            f"walking away at every point, and no cheat pays.{known}"
        )
    lines[0] = mark + lines[0]
    lines += [*risk(case, course), *_front(found), *_ranges(found)]
    return lines


def duration(course: Course) -> str:
    """How long it takes: days, or months of 30 days where they come out even, or the date by the calendar."""
    days = course.time_days
    if course.start is not None:
        return f"{days} days, to {course.start + dt.timedelta(days=days)}"
    if days and days % 30 == 0:
        return "1 month" if days == 30 else f"{days // 30} months"
    return "1 day" if days == 1 else f"{days} days"


def phases(case: Case, course: Course) -> list[str]:
    """One line a phase: when it opens, who does what, who is behind when it is over."""
    name = _names(case)
    lines = []
    for number, phase in enumerate(course.phases):
        opens, over = course.opens[number], course.verified[number]
        when = f"day {opens} to {over}"
        if course.start is not None:
            when = f"{course.start + dt.timedelta(days=opens)} to {course.start + dt.timedelta(days=over)}"
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
    name, exposure = _names(case), course.exposure
    lines = []
    if exposure.avoidable > 0:
        where = f"in phase {exposure.phase}" if exposure.phase else "at the beginning"
        lines.append(
            f"The most anyone is behind beyond what no order can change is {plain(exposure.avoidable)}: "
            f"{name[exposure.party]}, {where}."
        )
    elif exposure.most == 0:
        lines.append("At no point is anybody behind.")
    else:
        lines.append("Nobody is ever further behind than every order must leave them.")
    floors = [f"{name[party]} by {plain(least)}" for party, least in exposure.floor.items() if least > 0]
    if floors:
        when = "when all is done" if not any(x > 0 for x in course.net[0].values()) else "already, or when all is done"
        lines.append(f"Behind {when}, whatever the order: {listed(floors)}.")
    if course.holds and course.phases:
        rooms = [
            (row[party], number, party)
            for number, row in enumerate(course.least_slack(), 1)
            for party in _concerned(case)
        ]
        room, number, party = min(rooms, key=lambda one: one[:2])
        lines.append(
            f"It is tightest in phase {number}, where {name[party]} would lose {plain(room)} by its best way out."
        )
    return lines


def blocked(case: Case, found: Roadmap) -> str:
    """Why there is no roadmap, with the amounts that show it."""
    name, block = _names(case), found.blocking
    if block is None:
        least = "" if found.course is None else f" The least is {plain(found.course.exposure.avoidable)}."
        return f"No roadmap keeps the avoidable exposure within the cap.{least}"
    who, short = name[block.party], plain(block.shortfall)
    if block.reason == "too late":
        late = "1 day" if block.shortfall == 1 else f"{short} days"
        return (
            f"No roadmap is in time: the least late order misses a deadline of {who} in phase {block.phase} by {late}."
        )
    if block.reason == "not worth starting":
        return f"No roadmap: it is not worth starting for {who}, by {short}, whatever the order."
    if block.reason == "undo after completion":
        return f"No roadmap: the finished state does not hold. {_undoing(case, block.party, short)}"
    where = f"phase {block.phase}"
    if block.reason == "walk away after this phase":
        where = f"after {where}" if block.phase else "at the beginning"
        return f"No roadmap: in the order that comes closest {who} would gain {short} by walking away {where}."
    own = [step for step in found.phases[block.phase - 1] if case.steps[step].doer == block.party]
    return (
        f"No roadmap: in the order that comes closest {who} is short by {short} of doing its part of {where} "
        f"({listed(own)}) rather than cheating."
    )


def _undoing(case: Case, party: str, short: str) -> str:
    at, who = fixed(case), _names(case)[party]
    stake = at.stakes.get(party, Stake())
    back = sum((step.recover[0] for step in at.steps.values() if step.doer == party), Fraction(0))
    lost = sum((step.revoke[party][0] for step in at.steps.values() if party in step.revoke), Fraction(0))
    held = not (at.roadmap and at.roadmap.release == "at the end") and stake.guarantee[0] > 0
    losses = [f"{plain(lost)} of what it received"] if lost else []
    losses += [f"its end value of {plain(stake.end[0])}"] if stake.end[0] else []
    losses += [f"its guarantee of {plain(stake.guarantee[0])}"] if held else []
    would = f", and would lose {listed(losses)}" if losses else ", and would lose nothing"
    outside = f" and have {plain(stake.outside[0])} from no deal" if stake.outside[0] else ""
    return f"After the last step {who} could take back {plain(back)}{outside}{would}: it gains {short} by undoing."


def remedies(case: Case, found: Roadmap) -> list[str]:
    """What would make a roadmap, each by itself, and what cannot help."""
    if not found.remedies:
        return []
    alike: dict[tuple[str, str], list[Remedy]] = {}
    for one in found.remedies:
        if one.works:
            said_by_amount = one.amount is not None and one.lever in ("guarantee", "recover", "revoke")
            alike.setdefault(
                (one.lever, plain(one.amount or Fraction(0)) if said_by_amount else one.change), []
            ).append(one)
    works = [_remedy(case, found, same) for same in alike.values()]
    kinds = dict.fromkeys(one.lever for one in found.remedies)
    idle = [_KINDS[kind] for kind in kinds if not any(one.works for one in found.remedies if one.lever == kind)]
    lines = []
    if works:
        more = f"; so would, each by itself: {'; '.join(works[1:])}" if len(works) > 1 else ""
        lines.append(f"{works[0][:1].upper()}{works[0][1:]} would close it{more}.")
    else:
        lines.append("Nothing tried closes it by itself.")
    if idle:
        lines.append(f"By itself no amount of this helps: {listed(idle)}.")
    return lines


_KINDS = {
    "guarantee": "a guarantee",
    "end value": "a higher end value",
    "detection": "better detection",
    "recover": "less that can be undone",
    "revoke": "more that can be taken back",
    "leak": "an escrowed swap",
    "prerequisite": "dropping a prerequisite",
    "split": "cutting a step into parts",
    "doer": "another doer",
    "payment": "a side payment",
    "deadline": "later deadlines",
}


def _remedy(case: Case, found: Roadmap, same: list[Remedy]) -> str:
    """Remedies of one kind that need as much, in one breath."""
    name, one = _names(case), same[0]
    amount = plain(one.amount) if one.amount is not None else ""
    targets = [name.get(target.target, target.target) for target in same]
    whose = " or ".join([", ".join(targets[:-1]), targets[-1]] if len(targets) > 1 else targets)
    after = one.change.split(", ")[-1].split(" instead of ")[0]
    end = found.blocking is not None and found.blocking.reason == "undo after completion"
    if one.lever == "guarantee":
        alone = [target for target in targets if target != "all"]
        each = "for each party" if len(alone) < len(targets) else ""
        only = f"for {' or '.join(alone)} alone" if alone else ""
        who = ", or ".join(part for part in (each, only) if part)
        return f"{amount} more of escrow{' held after the end' if end else ''} ({who})"
    return {
        "end value": f"an end value of {after} for {whose}",
        "detection": f"a chance of {after} that leaving out {whose} is noticed",
        "recover": f"{whose} of which {amount} less can be undone",
        "revoke": f"{whose} of which {amount} more can be taken back",
        "leak": f"an escrow that lets through at most {after} of a phase before a cheat is noticed",
        "prerequisite": f"{whose} {one.change}",
        "split": f"{whose} {one.change}",
        "doer": f"{whose} {one.change}",
        "payment": f"a payment to {whose} of {one.change}",
        "deadline": f"every deadline {one.change}",
    }[one.lever]


def comparison(case: Case, found: Roadmap) -> list[str]:
    """The roadmap beside all in one, each side first and the case's own order: a table as aligned text."""
    name = _names(case)
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


def _today(case: Case, found: Roadmap) -> str:
    name = _names(case)
    net = found.today.net
    behind = [f"{name[party]} is behind by {plain(x)}" for party, x in net.items() if x > 0]
    ahead = [f"{name[party]} is ahead by {plain(-x)}" for party, x in net.items() if x < 0]
    stands = listed([*ahead, *behind]) or "nobody is ahead"
    return f"Done so far: {listed(found.today.done)}. Today {stands}; what follows starts from there."


def _front(found: Roadmap) -> list[str]:
    if len(found.front) < 2:
        return []
    points = [f"{point.time_days} days at {plain(point.avoidable)}" for point in found.front]
    return [f"Faster costs exposure: {', '.join(points)} of avoidable exposure."]


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


def _names(case: Case) -> dict[str, str]:
    return {party: case.parties[party].short or party for party in case.parties}


def listed(words: Iterable[str]) -> str:
    """Some words as a list in a sentence.

    Examples
    --------
    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    every: Sequence[str] = list(words)
    return "".join(every) if len(every) < 2 else ", ".join(every[:-1]) + " and " + every[-1]
