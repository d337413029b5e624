"""The order with the fewest phases, then the least exposed, then the quickest.

Where dates do not matter, a gate longer than everything together makes the quickest order the one with the fewest
phases, and of those the quickest. A deadline may ask for another phase to be in time: then phase by phase, each state
with the earliest day it can be reached.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import floor

import numpy as np

from paripassu.roadmap.bits import FAR, Ints
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.deal import Deal, Length, Order
from paripassu.roadmap.discounted import fewest_discounted
from paripassu.roadmap.front import Trade
from paripassu.roadmap.incentive import account
from paripassu.roadmap.kernels import TIME
from paripassu.roadmap.layers import CHUNK, moves, state_values
from paripassu.roadmap.plan import Plan, solve
from paripassu.roadmap.space import Space
from paripassu.roadmap.trace import allowed
from paripassu.roadmap.watch import Progress, Stopped, Watch
from paripassu.roadmap.work import Work

__all__ = ["fewest_phases"]

MOST_STATES = 1 << 20
"""States up to which dates are looked at; beyond, phases are counted as days of a deal without lengths."""


def fewest_phases(
    deal: Deal, *, cap: Fraction | None = None, seconds: float | None = None, progress: Progress | None = None
) -> Plan:
    """The order with the fewest phases, then the least avoidable exposure, then the least time.

    Parameters
    ----------
    deal : Deal
    cap : Fraction, optional
        The most avoidable exposure allowed.
    seconds, progress
        As for `plan.solve`, whose answer this is when there is no roadmap.

    Returns
    -------
    Plan
        The front of exposure against time is that of all orders. Status "limit" when the least number of phases was
        not proved, or what comes after it; with dates and beyond a million states the time is not made least.

    Examples
    --------
    >>> swap = Deal.of(doer=[0, 0, 1], cost=[1, 1, 2], value=[[0, 0, 4], [2, 2, 0]], end=[5, 5], most_per_phase=2)
    >>> fewest_phases(swap).order
    ((0, 1, 2),)
    """
    watch = Watch(seconds, progress)
    plan = solve(deal, cap=cap, seconds=seconds, progress=progress)
    if plan.order is None or not plan.order:
        return plan
    if deal.discounted:
        try:
            few = fewest_discounted(deal, plan, cap, watch)
        except (Stopped, KeyboardInterrupt):
            return replace(plan, status="limit")
        return few or _counted(deal, plan, cap, seconds, progress)
    space = Space(deal)
    try:
        least = 0 if cap is not None or plan.status != "found" else _exposure(deal, plan.order)
        if not space.clocked:
            return _by_long_gates(deal, plan, None if cap is None else floor(cap * deal.scale), least, watch)
        if space.size > MOST_STATES:
            return _counted(deal, plan, cap, seconds, progress)
        order = _least(space, plan.order, cap, least, watch)
    except (Stopped, KeyboardInterrupt):
        return replace(plan, status="limit")
    return replace(plan, status="found", order=order, method="phase by phase", exposure_gap=Fraction(0), time_gap=0)


def _by_long_gates(deal: Deal, plan: Plan, cap: int | None, least: int, watch: Watch) -> Plan:
    """``cap`` and ``least`` in units; no order is less exposed than ``least``."""
    still = Space(deal).still
    more = ((sum(still.length.values()) + deal.steps * still.gate) // still.unit + 1) * still.unit
    work = Work(replace(deal, gate=Length(days=still.gate + more)), watch)
    trade, work.lower = Trade(work.quickest, Bounds()), least
    few = trade.under(cap)
    if few is None:
        return replace(plan, status="limit")
    within = replace(few, time=(few.time // more + 1) * more - 1)  # as many phases, however long
    best = trade.least(least, within) or few
    best = few if best is within else best
    exposure, time = work.gaps(best)
    proved = few.lower // more == few.time // more and not exposure and not time
    return replace(
        plan,
        status="found" if proved else "limit",
        order=best.order,
        method=f"{work.method.name}, phases before days",
        exposure_gap=exposure,
        time_gap=time,
    )


def _exposure(deal: Deal, order: Order) -> int:
    return int(account(deal, order).avoidable * deal.scale)


def _least(space: Space, known: Order, cap: Fraction | None, low: int, watch: Watch) -> Order:
    """Of the orders with the fewest phases, the least exposed, then the quickest.

    ``known`` is an order that holds; no order is less exposed than ``low``.
    """
    deal = space.deal
    best = _sweep(space, Bounds(cap=None if cap is None else floor(cap * deal.scale)), len(known), watch) or known
    high, probe = _exposure(deal, best), low  # the bound is often reached: try it first, then halve
    while low < high:
        tried = _sweep(space, Bounds(cap=probe), len(best), watch)
        if tried is None:
            low = probe + 1
        else:
            best, high = tried, _exposure(deal, tried)
        probe = (low + high) // 2
    return _sweep(space, Bounds(cap=high), len(best), watch) or best


def _sweep(space: Space, bounds: Bounds, most: int, watch: Watch) -> Order | None:
    """The quickest order of the fewest phases, at most so many, within the bounds; None when there is none."""
    begin = np.full(space.size, FAR, dtype=np.int64)
    begin[0] = 0
    earliest, levels = begin.copy(), [begin]
    if not _safe(space, bounds, begin, np.zeros(1, dtype=np.int64)).size:
        return None
    fresh: Ints = np.zeros(1, dtype=np.int64)
    for level in range(1, most + 1):
        watch.look("fewest phases", level / (most + 1))
        table = np.full(space.size, FAR, dtype=np.int64)
        for at in range(0, len(fresh), CHUNK):
            codes = fresh[at : at + CHUNK]
            masks = space.masks(codes)
            nets = space.nets(masks)
            for phase, chosen, reached in moves(space, TIME, bounds, masks, nets, levels[-1][codes]):
                to = codes[chosen] + sum(part.code for part in phase)
                table[to] = np.minimum(table[to], reached)
        codes = np.flatnonzero(table < earliest)
        kept = _safe(space, bounds, table, codes)
        table[np.setdiff1d(np.flatnonzero(table < FAR), kept)] = FAR
        earliest[kept] = table[kept]
        levels.append(table)
        if table[-1] < FAR:
            return _back(space, bounds, levels)
        fresh = kept
        if not len(fresh):
            return None
    return None


def _safe(space: Space, bounds: Bounds, table: Ints, codes: Ints) -> Ints:
    """Those of some states in which nobody would rather walk away."""
    parts, end = [], codes == space.size - 1
    for some, layer in ((codes[~end], -1), (codes[end], space.left)):  # the layer only tells the end from the rest
        masks = space.masks(some)
        _, kept = state_values(space, TIME, bounds, table[some], space.nets(masks), layer)
        parts.append(some[kept])
    return np.concatenate(parts)


def _back(space: Space, bounds: Bounds, levels: list[Ints]) -> Order:
    """From the last level to the first, the steps late in the file last."""
    mask, order = space.deal.everything, []
    for level in range(len(levels) - 1, 0, -1):
        day = int(levels[level][space.code(mask)])
        for phase, before in space.predecessors(mask):
            earlier = int(levels[level - 1][space.code(before)])
            if earlier < FAR and allowed(space, bounds, phase, before) and space.end_of_phase(earlier, phase) == day:
                order.append(tuple(sorted(j for part in phase for j in part.steps)))
                mask = before
                break
        else:
            raise AssertionError("a reached state has no state before it")
    return tuple(reversed(order))


def _counted(deal: Deal, plan: Plan, cap: Fraction | None, seconds: float | None, progress: Progress | None) -> Plan:
    """Every phase counted as a day, where no date could stand in the way."""
    if any(limit is not None for limit in (*deal.by, *deal.not_before)):
        return replace(plan, status="limit")
    none = (None,) * deal.steps
    days = replace(deal, duration=(Length(),) * deal.steps, gate=Length(days=1), start=None, by=none, not_before=none)
    found = solve(days, objective="time", cap=cap, front=False, seconds=seconds, progress=progress)
    return replace(plan, status=found.status, order=found.order or plan.order, method=f"{found.method}, phases as days")
