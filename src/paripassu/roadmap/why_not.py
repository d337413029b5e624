"""Why there is no roadmap and what would make one, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from paripassu.case.case import Case
from paripassu.case.issues import plain
from paripassu.case.steps import Stake
from paripassu.roadmap.ranges import fixed
from paripassu.roadmap.read_case import players
from paripassu.roadmap.result import Blocked, Remedy, Roadmap

__all__ = ["about", "blocked", "leaving", "listed", "remedies", "short_names"]


def about(amount: Fraction) -> str:
    """An exact amount for reading: a fraction that no decimal ends has its size beside it.

    Examples
    --------
    >>> about(Fraction(5, 2)), about(Fraction(51, 38))
    ('2.5', '51/38 (about 1.34)')
    """
    text = plain(amount)
    return f"{text} (about {float(amount):.3g})" if "/" in text else text


def blocked(case: Case, found: Roadmap) -> str:
    """Why there is no roadmap, with the amounts that show it."""
    name, block = short_names(case), found.blocking
    if block is None:
        least = "" if found.course is None else f" The least is {about(found.course.exposure.avoidable)}."
        return f"No roadmap keeps the avoidable exposure within the cap.{least}"
    who, short = name[block.party], about(block.shortfall)
    if block.reason == "too late":
        late = "1 day" if block.shortfall == 1 else f"{short} days"
        missed = _late(case, found, block)
        due = listed(f"{step} ({who}, due {case.steps[step].by})" for step in missed) or who
        line = "the deadlines" if len(missed) > 1 else "the deadline"
        return f"No roadmap is in time: the least late order misses {line} of {due} in phase {block.phase} by {late}."
    if block.reason == "not worth starting":
        return f"No roadmap: it is not worth starting for {who}, by {short}, whatever the order."
    if block.reason == "undo after completion":
        return f"No roadmap: the finished state does not hold. {_undoing(case, block.party, short)}"
    where = f"phase {block.phase}"
    if block.reason == "walk away after this phase":
        where = f"after {where}" if block.phase else "at the beginning"
        why = leaving(case, found, block.party, block.phase)
        return f"No roadmap: in the order that comes closest {who} would gain {short} by walking away {where}. {why}"
    return f"No roadmap: in the order that comes closest {_cheating(case, found, block)}"


def _late(case: Case, found: Roadmap, block: Blocked) -> list[str]:
    """The steps of a party that are over in this phase by so many days too late."""
    from paripassu.roadmap.check import replay

    same = (block.party, block.phase, block.reason, block.shortfall)
    violations = replay(case, found.phases).violations
    return [v.steps[0] for v in violations if (v.party, v.phase, v.reason, v.shortfall) == same]


def _cheating(case: Case, found: Roadmap, block: Blocked) -> str:
    """What a party would gain and lose by leaving out its part of a phase, or some of it: as played to the end."""
    from paripassu.roadmap.check import replay

    who, where = short_names(case)[block.party], f"phase {block.phase}"
    ways = [
        one
        for one in replay(case, found.phases).violations
        if one.shortfall is not None and (one.party, one.phase, one.reason) == (block.party, block.phase, block.reason)
    ]
    way = max(ways, key=lambda one: one.shortfall or 0)
    at = fixed(case)
    saved = sum((at.steps[step].cost[0] for step in way.steps), Fraction(0))
    unseen = Fraction(1)
    for step in way.steps:
        unseen *= 1 - at.steps[step].detect[0]
    needed = saved / (1 - unseen)
    loses = needed - block.shortfall
    costs = f"{who} then {'loses' if loses >= 0 else 'is better off by'} {about(abs(loses))}"
    noticed = f"It is noticed with a chance of {about(1 - unseen)}, and" if unseen else "It is sure to be noticed, and"
    return (
        f"{who} would gain by leaving out {listed(way.steps)} in {where}. That saves it {about(saved)}. {noticed} "
        f"{costs}; only a loss of {about(needed)} would hold it: short by {about(block.shortfall)}."
    )


def leaving(case: Case, found: Roadmap, party: str, phase: int) -> str:
    """Both sides of the account of a party that would leave after a phase (0: today, before the first)."""
    at, who = fixed(case), short_names(case)[party]
    stake = at.stakes.get(party, Stake())
    done = {*found.today.done, *(step for steps in found.phases[:phase] for step in steps)}
    own = {name: step for name, step in at.steps.items() if step.doer == party}
    pays = sum((step.cost[0] for name, step in own.items() if name not in done), Fraction(0))
    back = sum((step.recover[0] for name, step in own.items() if name in done), Fraction(0))
    gets = sum(
        (s.value[party][0] for name, s in at.steps.items() if party in s.value and name not in done), Fraction(0)
    )
    lost = sum((s.revoke[party][0] for name, s in at.steps.items() if party in s.revoke and name in done), Fraction(0))
    end = f", with an end value of {plain(stake.end[0])}" if stake.end[0] else ""
    leaves = [f"have {plain(stake.outside[0])} from no deal"] if stake.outside[0] else []
    leaves += [f"take back {plain(back) if back else 'nothing'}"]
    leaves += [f"lose {plain(lost) if lost else 'nothing'} of what it received"]
    leaves += [f"forfeit its guarantee of {plain(stake.guarantee[0])}"] if stake.guarantee[0] else []
    return (
        f"By going on {who} would still pay {plain(pays)} and receive {plain(gets)}{end}; "
        f"by leaving it would {listed(leaves)}.{_less_later(stake)}"
    )


def _less_later(stake: Stake) -> str:
    rate = plain(stake.discount)
    return "" if stake.discount == 1 else f" What comes later counts for less: {rate} of it for each phase away."


def _undoing(case: Case, party: str, short: str) -> str:
    at, who = fixed(case), short_names(case)[party]
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
    together = [one for one in found.remedies if one.lever == "deadline and guarantee"]
    single = [one for one in found.remedies if one not in together]
    for one in single:
        if one.works:
            kind = one.lever, one.change
            if one.lever in ("guarantee", "recover"):
                kind = one.lever, plain(one.amount or Fraction(0))
            elif one.lever == "revoke":
                kind = one.lever, f"{plain(one.amount or Fraction(0))} from {_receiver(case, one.target)}"
            elif one.lever == "prerequisite":
                kind = one.lever, ""
            alike.setdefault(kind, []).append(one)
    works = [_remedy(case, found, same) for same in alike.values()]
    kinds = dict.fromkeys(one.lever for one in single)
    idle = [_KINDS[kind] for kind in kinds if not any(one.works for one in single if one.lever == kind)]
    lines = []
    if works:
        lines.append(f"{works[0][:1].upper()}{works[0][1:]} would close it.")
        lines += [f"So would, by itself, {other}." for other in works[1:]]
    else:
        lines.append("Nothing tried closes it by itself.")
    for one in together:
        days, _, more = one.change.partition(", and ")
        amount = about(Fraction(more.split(" ")[0]))
        lines.append(f"Two things together would: every deadline {days}, and {amount} more of escrow for each party.")
    if idle:
        lines.append(f"By itself no amount of this helps: {listed(idle)}.")
    if found.unsettled:
        count = "1 lever was" if found.unsettled == 1 else f"{found.unsettled} levers were"
        lines.append(f"{count} not settled: too little time, or amounts too fine.")
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
    name, one = short_names(case), same[0]
    amount = about(one.amount) if one.amount is not None else ""
    targets = [name.get(target.target, target.target) for target in same]
    if one.lever == "revoke":
        targets = [_step_of(case, target) for target in targets]
    whose = _either(targets)
    after = one.change.split(", ")[-1].split(" instead of ")[0]
    if "/" in after and one.lever in ("end value", "detection", "leak"):
        after = about(Fraction(after))
    end = found.blocking is not None and found.blocking.reason == "undo after completion"
    if one.lever == "guarantee":
        alone = [target for target in targets if target != "all"]
        each = "for each party" if len(alone) < len(targets) else ""
        only = f"for {_either(alone)} alone" if alone else ""
        who = ", or ".join(part for part in (each, only) if part)
        return f"{amount} more of escrow{' held after the end' if end else ''} ({who})"
    return {
        "end value": f"an end value of {after} for {whose}",
        "detection": f"a chance of {after} that leaving out {whose} is noticed",
        "recover": f"{whose} of which {amount} less can be undone",
        "revoke": f"{whose} of which {amount} more can be taken back from {name.get(_receiver(case, one.target), '')}",
        "leak": f"an escrow that lets through at most {after} of a phase before a cheat is noticed",
        "prerequisite": _either([f"{target.target} {target.change}" for target in same]),
        "split": f"{whose} {one.change}",
        "doer": f"{whose} done by {name.get(one.change.removeprefix('done by '), '')}",
        "payment": f"a payment to {whose} of {amount} from {_paid(one.change, name)}",
        "deadline": f"every deadline {one.change}",
    }[one.lever]


def _either(words: Sequence[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _step_of(case: Case, target: str) -> str:
    """The step of a remedy that names its receiver too, where there are more than two parties."""
    return target if target in case.steps else target.rpartition(" for ")[0]


def _receiver(case: Case, target: str) -> str:
    """From whom a step could be taken back: the party named with it, or the only one that is not its doer."""
    if target not in case.steps:
        return target.rpartition(" for ")[2]
    return next(iter(party for party in players(case) if party != case.steps[target].doer), "")


def _paid(change: str, name: dict[str, str]) -> str:
    payer, comma, when = change.partition(" from ")[2].partition(",")
    return f"{name.get(payer, payer)}{comma}{when}"


def short_names(case: Case) -> dict[str, str]:
    """Each party's short name, or its id."""
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
