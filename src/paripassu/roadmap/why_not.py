"""Why there is no roadmap and what would make one, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from paripassu.case.case import Case
from paripassu.case.issues import plain
from paripassu.case.steps import Stake
from paripassu.roadmap.ranges import fixed
from paripassu.roadmap.result import Remedy, Roadmap

__all__ = ["blocked", "leaving", "listed", "remedies", "short_names"]


def blocked(case: Case, found: Roadmap) -> str:
    """Why there is no roadmap, with the amounts that show it."""
    name, block = short_names(case), found.blocking
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
        why = leaving(case, found, block.party, block.phase)
        return f"No roadmap: in the order that comes closest {who} would gain {short} by walking away {where}. {why}"
    own = [step for step in found.phases[block.phase - 1] if case.steps[step].doer == block.party]
    return (
        f"No roadmap: in the order that comes closest {who} is short by {short} of doing its part of {where} "
        f"({listed(own)}) rather than cheating."
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
    leaves += [f"take back {plain(back)}", f"lose {plain(lost)} of what it received"]
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
        lines.append(f"{works[0][:1].upper()}{works[0][1:]} would close it.")
        lines += [f"So would, by itself, {other}." for other in works[1:]]
    else:
        lines.append("Nothing tried closes it by itself.")
    if idle:
        lines.append(f"By itself no amount of this helps: {listed(idle)}.")
    if found.unsettled:
        count = "1 lever was" if found.unsettled == 1 else f"{found.unsettled} levers were"
        lines.append(f"{count} not settled in time.")
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
        "doer": f"{whose} done by {name.get(one.change.removeprefix('done by '), '')}",
        "payment": f"a payment to {whose} of {_paid(one.change, name)}",
        "deadline": f"every deadline {one.change}",
    }[one.lever]


def _paid(change: str, name: dict[str, str]) -> str:
    amount, _, rest = change.partition(" from ")
    payer, comma, when = rest.partition(",")
    return f"{amount} from {name.get(payer, payer)}{comma}{when}"


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
