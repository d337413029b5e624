"""Every order there is, judged straight from the definitions: the oracle the fast methods are held against.

Nothing here is shared with the solver. Values, costs and what is left after a break are added up anew
for every state, and every set of steps that a party might leave out is tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, combinations, product

from paripassu.roadmap.deal import Deal, Order, late_last

__all__ = ["Judged", "best", "front", "judge", "least_guarantee", "orders"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One order: does it hold, how exposed is each party, how long does it take, what would make it hold."""

    order: Order
    holds: bool
    on_time: bool
    avoidable: Fraction
    time_days: int
    guarantee_needed: Fraction | None


def orders(deal: Deal) -> Iterator[Order]:
    """All orders of phases that keep to the prerequisites and to the most steps a party may do in a phase."""
    yield from _orders(deal, frozenset(j for j in range(deal.steps) if deal.done >> j & 1), ())


def _orders(deal: Deal, done: frozenset[int], before: Order) -> Iterator[Order]:
    if len(done) == deal.steps:
        yield before
        return
    ready = [
        j
        for j in range(deal.steps)
        if j not in done and all(k in done for k in range(deal.steps) if deal.needs[j] >> k & 1)
    ]
    choices = []
    for i in range(deal.parties):
        own = [j for j in ready if deal.doer[j] == i]
        choices.append([some for n in range(deal.most_per_phase + 1) for some in combinations(own, n)])
    for parts in product(*choices):
        if phase := tuple(sorted(chain(*parts))):
            yield from _orders(deal, done | set(phase), (*before, phase))


def judge(deal: Deal, order: Order) -> Judged:
    """Judge one order by the definitions alone."""
    all_steps, parties = frozenset(range(deal.steps)), range(deal.parties)
    done = frozenset(j for j in all_steps if deal.done >> j & 1)
    short: list[Fraction] = []
    never = False
    ahead = [_going_on(deal, i, order) for i in parties]
    if not done:
        never = any(ahead[i][0] < deal.outside[i] for i in parties)
    behind = [[Fraction(_net(deal, i, done))] for i in parties]
    short += [_walking(deal, i, done) - ahead[i][0] for i in parties]
    day, on_time = 0, True
    for number, phase in enumerate(order, start=1):
        after = done | set(phase)
        for i in parties:
            own = [j for j in phase if deal.doer[j] == i]
            theirs = [j for j in phase if deal.doer[j] != i]
            value = sum(deal.value[i][j] for j in theirs)
            revoke = sum(deal.revoke[i][j] for j in theirs)
            for left_out in chain.from_iterable(combinations(own, n) for n in range(1, len(own) + 1)):
                unseen = Fraction(1)
                for j in left_out:
                    unseen *= 1 - deal.detect[j]
                held = ahead[i][number] - _walking(deal, i, done)
                held += (1 - deal.leak) * value + deal.leak * revoke
                held -= sum(deal.recover[j] for j in own if j not in left_out)
                short.append(sum(deal.cost[j] for j in left_out) / (1 - unseen) - held)
            sunk = deal.leak * sum(deal.cost[j] - deal.recover[j] for j in own)
            behind[i] += [_net(deal, i, done) + sunk, Fraction(_net(deal, i, after))]
        done = after
        for i in parties:
            gap = _walking(deal, i, done) - ahead[i][number]
            if deal.released and done == all_steps:
                never = never or gap + deal.guarantee[i] > 0
            else:
                short.append(gap)
        day = max([day] + [b for j in phase if (b := deal.not_before[j]) is not None])
        ends = [deal.after(day, deal.duration[j]) for j in phase]
        on_time = on_time and all(
            limit is None or end <= limit for end, limit in zip(ends, [deal.by[j] for j in phase], strict=True)
        )
        day = deal.after(max(ends), deal.gate)
    avoidable = Fraction(0)
    for i in parties:
        others = [deal.guarantee[k] for k in parties if k != i]
        paid = deal.compensation * min(others) if others else Fraction(0)
        exposure = max(Fraction(0), max(behind[i]) - paid)
        lowest = max(Fraction(0), _net(deal, i, all_steps) - paid, behind[i][0] - paid)
        avoidable = max(avoidable, exposure - lowest)
    needed = None if never else max(Fraction(0), max(short)) / deal.scale
    return Judged(
        order=order,
        holds=needed == 0,
        on_time=on_time,
        avoidable=avoidable / deal.scale,
        time_days=day,
        guarantee_needed=needed,
    )


def best(deal: Deal, cap: Fraction | None = None) -> Judged | None:
    """The order with the least avoidable exposure, then time; with a cap the least time, then exposure.

    Of several alike, the one that does the steps late in the file last.
    """
    held = [a for a in (judge(deal, o) for o in orders(deal)) if a.holds and a.on_time]
    if cap is not None:
        held = [a for a in held if a.avoidable <= cap]
    if not held:
        return None

    def worth(a: Judged) -> tuple[Fraction, Fraction]:
        time = Fraction(a.time_days)
        return (a.avoidable, time) if cap is None else (time, a.avoidable)

    least = min(map(worth, held))
    return max((a for a in held if worth(a) == least), key=lambda a: late_last(a.order))


def front(deal: Deal) -> list[tuple[Fraction, int]]:
    """All pairs of avoidable exposure and time that no other order betters in both."""
    points = sorted(
        {(a.avoidable, a.time_days) for a in (judge(deal, o) for o in orders(deal)) if a.holds and a.on_time}
    )
    kept: list[tuple[Fraction, int]] = []
    for exposure, time in points:
        if not kept or time < kept[-1][1]:
            kept.append((exposure, time))
    return kept


def least_guarantee(deal: Deal) -> Fraction | None:
    """The least equal extra guarantee over all orders that are on time; None when no guarantee helps."""
    needed = [a.guarantee_needed for a in (judge(deal, o) for o in orders(deal)) if a.on_time]
    return min((g for g in needed if g is not None), default=None)


def _going_on(deal: Deal, party: int, order: Order) -> list[Fraction]:
    """What is still to come at the beginning and after each phase, each amount discounted by the phases till then."""
    found = []
    for state in range(len(order) + 1):
        rate = deal.discount[party]
        total = rate ** (len(order) - state) * deal.end[party]
        for number in range(state, len(order)):
            gained = sum(deal.value[party][j] for j in order[number])
            paid = sum(deal.cost[j] for j in order[number] if deal.doer[j] == party)
            total += rate ** (number + 1 - state) * (gained - paid)
        found.append(total)
    return found


def _walking(deal: Deal, party: int, done: frozenset[int]) -> int:
    back = sum(deal.recover[j] for j in done if deal.doer[j] == party)
    return deal.outside[party] - deal.guarantee[party] + back - sum(deal.revoke[party][j] for j in done)


def _net(deal: Deal, party: int, done: frozenset[int]) -> int:
    given = sum(deal.cost[j] - deal.recover[j] for j in done if deal.doer[j] == party)
    return given - sum(deal.value[party][j] - deal.revoke[party][j] for j in done)
