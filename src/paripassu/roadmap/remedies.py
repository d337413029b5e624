"""When there is no roadmap: what would make one, each lever by itself, and the exact amount of it.

For a fixed order each condition is linear in a lever, so the amount that order needs is known exactly. Among all
orders the least is found by asking the solver again and again for an order that needs less, until it says there is
none: the amounts lie in a finite set, and the last question is asked between two neighbours of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from paripassu.case.case import Case
from paripassu.case.issues import plain
from paripassu.errors import CommandError
from paripassu.roadmap.deal import Deal, Order
from paripassu.roadmap.levers import Lever, conditions, hopeless, levers, needed_on, rebuilt, split
from paripassu.roadmap.plan import Plan, any_order, solve
from paripassu.roadmap.read_case import players
from paripassu.roadmap.result import Remedy
from paripassu.roadmap.watch import Stopped, Watch

__all__ = ["MOST_PARTS", "remedies"]

MOST_PARTS = 4
"""The most parts into which a step is cut before splitting is said not to help."""


class _UnknownError(Exception):
    """The solver was stopped before it knew."""


class _Oracle:
    """Is there an order, and which? Orders seen are kept: they often answer the next question."""

    def __init__(self, seconds: float) -> None:
        self.until = time.monotonic() + seconds
        self.seen: list[Order] = []
        self.unsettled = 0

    def order(self, deal: Deal) -> Order | None:
        if hopeless(deal):
            return None
        left = self.until - time.monotonic()
        if left <= 0:
            raise _UnknownError
        try:
            return any_order(deal, Watch(left))
        except (Stopped, CommandError):  # or the amounts or parts asked about are too many for the solver
            raise _UnknownError from None
        except KeyboardInterrupt:  # what is known by now is told, the rest counted as not settled
            self.until = time.monotonic()
            raise _UnknownError from None

    def least(self, lever: Lever) -> Fraction | None:
        """The least amount of a lever that gives a roadmap; None when none does."""
        if hopeless(lever.at(lever.most)):
            return None
        known = [need for order in self.seen if (need := needed_on(lever, order)) is not None]
        if known:
            best = min(known)
        else:
            first = self.order(lever.at(lever.most))
            if first is None:
                return None
            best = self._need(lever, first)
        while best > lever.grain:
            order = self.order(lever.at(best - lever.grain))
            if order is None:
                return best
            best = self._need(lever, order)
        return best

    def seen_or_found(self, lever: Lever) -> bool:
        """Whether all of a lever gives a roadmap."""
        if any(needed_on(lever, order) is not None for order in self.seen):
            return True
        order = self.order(lever.at(lever.most))
        if order is not None:
            self.seen.append(order)
        return order is not None

    def _need(self, lever: Lever, order: Order) -> Fraction:
        self.seen.append(order)
        need = needed_on(lever, order)
        if need is None:
            raise AssertionError("the solver and the conditions of an order disagree")
        return need


def remedies(case: Case, deal: Deal, plan: Plan, *, seconds: float = 30.0) -> tuple[tuple[Remedy, ...], int]:
    """Each lever by itself: how much of it gives a roadmap, or that it cannot.

    Parameters
    ----------
    case : Case
        With exact amounts (see `ranges.fixed`), for its names.
    deal : Deal
        Its letters.
    plan : Plan
        With status `no roadmap`.
    seconds : float
        Levers that are not settled in this time are left out, and counted.

    Returns
    -------
    tuple of Remedy
        Guarantees, end values, detection, recovery, revocation, leak, prerequisites, doers, a payment, splits;
        later deadlines where they are what is missed.
    int
        How many levers were left unsettled.
    """
    oracle = _Oracle(seconds)
    late = plan.blocking is not None and plan.blocking.reason == "too late"
    if plan.nearest is not None and not late:
        oracle.seen.append(plan.nearest)
    found: list[Remedy] = []
    for one in (_guarantee_for_all, _deadlines, _amounts, _prerequisites, _doers, _payment, _splits):
        found.extend(one(case, deal, plan, oracle))
    return tuple(found), oracle.unsettled


def _guarantee_for_all(case: Case, deal: Deal, plan: Plan, oracle: _Oracle) -> Iterator[Remedy]:
    need = plan.guarantee_needed
    if need:
        yield Remedy(lever="guarantee", target="all", change=f"{plain(need)} more for each", works=True, amount=need)
    else:
        yield Remedy(lever="guarantee", target="all", change="no amount is enough", works=False)


def _amounts(case: Case, deal: Deal, plan: Plan, oracle: _Oracle) -> Iterator[Remedy]:
    every = list(levers(deal))
    ends = {lever.party: lever for lever in every if lever.kind == "end"}
    beyond: dict[int | None, bool] = {}
    for lever in every:
        target = _target(case, lever)
        try:
            # An end value without bound eases all that any lever on this party alone can ease.
            if lever.party is not None and lever.party not in beyond:
                end = ends[lever.party]
                beyond[lever.party] = not oracle.seen_or_found(end)
            need = None if beyond.get(lever.party, False) else oracle.least(lever)
        except _UnknownError:
            oracle.unsettled += 1
            continue
        kind = {"end": "end value", "detect": "detection"}.get(lever.kind, lever.kind)
        if need is None:
            yield Remedy(lever=kind, target=target, change=_not_enough(lever), works=False)
            continue
        more = "more" if lever.sign > 0 else "less"
        change = f"{plain(need)} {more}, {plain(lever.after(need))} instead of {plain(lever.before)}"
        yield Remedy(lever=kind, target=target, change=change, works=True, amount=need)


def _target(case: Case, lever: Lever) -> str:
    parties = players(case)
    if lever.step is not None:
        step = tuple(case.steps)[lever.step]
        alone = lever.kind != "revoke" or len(parties) == 2 or lever.party is None
        return step if alone else f"{step} for {parties[lever.party or 0]}"
    return "all" if lever.party is None else parties[lever.party]


def _not_enough(lever: Lever) -> str:
    if lever.kind in ("guarantee", "end"):
        return "no amount is enough"
    return f"not even {plain(lever.after(lever.most))} instead of {plain(lever.before)}"


def _works(oracle: _Oracle, deal: Deal) -> bool | None:
    try:
        return oracle.order(deal) is not None
    except _UnknownError:
        oracle.unsettled += 1
        return None


def _prerequisites(case: Case, deal: Deal, plan: Plan, oracle: _Oracle) -> Iterator[Remedy]:
    names = tuple(case.steps)
    for j in range(deal.steps):
        for k in range(deal.steps):
            if not deal.needs[j] >> k & 1 or deal.done >> j & 1 or deal.done >> k & 1:
                continue
            needs = (*deal.needs[:j], deal.needs[j] & ~(1 << k), *deal.needs[j + 1 :])
            works = _works(oracle, replace(deal, needs=needs))
            if works is not None:
                change = f"no longer after {names[k]}"
                yield Remedy(lever="prerequisite", target=names[j], change=change, works=works)


def _splits(case: Case, deal: Deal, plan: Plan, oracle: _Oracle) -> Iterator[Remedy]:
    for j, name in enumerate(case.steps):
        if deal.done >> j & 1 or not (deal.cost[j] or any(row[j] for row in deal.value)):
            continue
        for parts in range(2, MOST_PARTS + 1):
            works = False if hopeless(deal) else _works(oracle, split(deal, j, parts))
            if works is None:
                break
            if works:
                yield Remedy(lever="split", target=name, change=f"in {parts} equal parts", works=True)
                break
            if parts == MOST_PARTS or hopeless(deal):
                change = "no number of parts" if hopeless(deal) else f"not in up to {MOST_PARTS} equal parts"
                yield Remedy(lever="split", target=name, change=change, works=False)
                break


def _doers(case: Case, deal: Deal, plan: Plan, oracle: _Oracle) -> Iterator[Remedy]:
    """Another party does the step. What it was worth to that party lowers its cost; the old doer gets nothing."""
    parties = players(case)
    for j, name in enumerate(case.steps):
        if deal.done >> j & 1:
            continue
        for i in range(deal.parties):
            if i == deal.doer[j]:
                continue
            works = _works(oracle, _moved(deal, j, i))
            if works is not None:
                yield Remedy(lever="doer", target=name, change=f"done by {parties[i]}", works=works)


def _moved(deal: Deal, j: int, i: int) -> Deal:
    cost = max(0, deal.cost[j] - deal.value[i][j])

    def without(table: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
        row = table[i]
        return (*table[:i], (*row[:j], 0, *row[j + 1 :]), *table[i + 1 :])

    return replace(
        deal,
        doer=(*deal.doer[:j], i, *deal.doer[j + 1 :]),
        cost=(*deal.cost[:j], cost, *deal.cost[j + 1 :]),
        recover=(*deal.recover[:j], min(deal.recover[j], cost), *deal.recover[j + 1 :]),
        value=without(deal.value),
        revoke=without(deal.revoke),
    )


def _payment(case: Case, deal: Deal, plan: Plan, oracle: _Oracle) -> Iterator[Remedy]:
    """Money from another party to the one that would break, once its part of the phase where it would is done."""
    blocking = plan.blocking
    if blocking is None or blocking.reason == "too late" or plan.nearest is None:
        return
    parties, names = players(case), tuple(case.steps)
    i = blocking.party
    phase = plan.nearest[blocking.phase - 1] if blocking.phase else ()
    after = tuple(j for j in phase if deal.doer[j] == i) or phase
    are = "is" if len(after) == 1 else "are"
    once = f", once {' and '.join(names[j] for j in after)} {are} done" if after else ""
    for payer in range(deal.parties):
        if payer == i:
            continue
        try:
            need = _least_payment(deal, i, payer, after, oracle.until)
        except _UnknownError:
            oracle.unsettled += 1
            continue
        if need is None:
            change = f"nothing from {parties[payer]} is enough{once}"
            yield Remedy(lever="payment", target=parties[i], change=change, works=False)
        else:
            change = f"{plain(need)} from {parties[payer]}{once}"
            yield Remedy(lever="payment", target=parties[i], change=change, works=True, amount=need)


def _deadlines(case: Case, deal: Deal, plan: Plan, oracle: _Oracle) -> Iterator[Remedy]:
    """Every deadline later by as many days: the least late order says how many, if it holds otherwise."""
    blocking = plan.blocking
    if blocking is None or blocking.reason != "too late":
        return

    def later(days: int) -> Deal:
        return replace(deal, by=tuple(None if day is None else day + days for day in deal.by))

    undated = replace(deal, by=tuple(None for _ in deal.by))
    low = int(blocking.shortfall)
    works = _works(oracle, later(low))
    if works is False and _works(oracle, undated):
        low, works = _least_days(oracle, later, low), True
    if works is not None:
        change = _later(low) if works else "later by any number of days"
        yield Remedy(
            lever="deadline", target="all", change=change, works=works, amount=Fraction(low) if works else None
        )
    if works is False:
        # Nor would it hold without any deadline: what both together take, the least guarantee first.
        asked = solve(undated, front=False, seconds=max(0.0, oracle.until - time.monotonic()))
        need = asked.guarantee_needed if asked.status == "no roadmap" and asked.guarantee_proved else None
        if need:

            def bonded(days: int) -> Deal:
                more = [deal.amount(held) + need for held in deal.guarantee]
                return rebuilt(later(days), guarantee=more)

            low = int(blocking.shortfall)
            days = low if _works(oracle, bonded(low)) else _least_days(oracle, bonded, low)
            if not oracle.unsettled:
                change = f"{_later(days)}, and {plain(need)} more for each"
                yield Remedy(lever="deadline and guarantee", target="all", change=change, works=True, amount=need)


def _least_days(oracle: _Oracle, later: Callable[[int], Deal], low: int) -> int:
    """The least number of days that gives a roadmap, when so few do not and some do."""
    high = 2 * low
    while not oracle.unsettled and not _works(oracle, later(high)):
        high *= 2
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _works(oracle, later(middle)) else (middle, high)
    return high


def _later(days: int) -> str:
    return "1 day later" if days == 1 else f"{days} days later"


def _least_payment(deal: Deal, to: int, payer: int, after: tuple[int, ...], until: float) -> Fraction | None:
    """A gift from outside needs no more than a payment, and is monotone: its least amount is tried for the payer,
    then what the orders found with larger payments need."""
    gift = _paying(deal, to, payer, after, free=True)
    own = _paying(deal, to, payer, after, free=False)
    most = deal.amount(sum(deal.cost) + sum(map(sum, deal.value)) + sum(deal.end) + sum(map(abs, deal.outside)) + 1)
    fine = next(iter(levers(deal))).grain
    oracle = _Oracle(max(0.0, until - time.monotonic()))
    least = oracle.least(Lever(kind="payment", at=gift, most=most, grain=fine))
    if least is None:
        return None
    amount = least
    for _ in range(12):
        order = oracle.order(own(amount))
        if order is not None:
            return max(least, _from(own, amount, order))
        amount *= Fraction(3, 2)
        if hopeless(own(amount)):
            return None
    return None


def _from(at: Callable[[Fraction], Deal], works: Fraction, order: Order) -> Fraction:
    """The least amount with which this order holds, given one with which it does."""
    least = Fraction(0)
    for now, then in zip(conditions(at(Fraction(0)), order), conditions(at(works), order), strict=True):
        if now < 0:
            least = max(least, works * now / (now - then))
    return least


def _paying(deal: Deal, to: int, payer: int, after: tuple[int, ...], *, free: bool) -> Callable[[Fraction], Deal]:
    def at(x: Fraction) -> Deal:
        def row(amounts: tuple[int, ...], last: Fraction | int) -> list[Fraction]:
            return [*(deal.amount(a) for a in amounts), Fraction(last)]

        return rebuilt(
            deal,
            doer=[*deal.doer, payer],
            cost=row(deal.cost, 0 if free else x),
            recover=row(deal.recover, 0),
            value=[row(values, x if i == to else 0) for i, values in enumerate(deal.value)],
            revoke=[row(values, 0) for values in deal.revoke],
            detect=[*deal.detect, Fraction(1)],
            duration=[*deal.duration, 0],
            needs=[*([k for k in range(deal.steps) if mask >> k & 1] for mask in deal.needs), list(after)],
            by=[*deal.by, None],
            not_before=[*deal.not_before, None],
        )

    return at
