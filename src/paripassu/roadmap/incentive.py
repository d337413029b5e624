"""When would a party rather walk away? The exact algebra of an order of phases, in integers and fractions.

With S the finished steps and P the phase that comes next, for party i without discounting::

    going on      V_i(S) = E_i + sum over j not in S of (v_ij - [i does j] c_j)
    walking away  W_i(S) = O_i - G_i + sum over j in S of ([i does j] recover_j - revoke_ij)
    net           net_i(S) = sum over j in S of ([i does j] (c_j - recover_j) - (v_ij - revoke_ij))

so that V_i - W_i = stake_i + net_i: a party stays while it is not ahead by more than its stake. It
does its part of P when, for every C in P_i that it might leave out, with q_C = 1 - prod over C of (1 -
q_j)::

    c(C) <= q_C (V_i(S + P) - W_i(S) + (1 - leak) v_i(P_-i) + leak revoke_i(P_-i) - recover(P_i - C))

which is ``slack_i(S) >= temptation_i(P_i) + leak (v - revoke)_i(P_-i)`` with the temptation below. Where later phases
count for less, V is that of `future.still_to_come` and belongs to the order; the rest reads as above, and net
positions and exposure are not discounted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from paripassu.roadmap.deal import Deal, Order
from paripassu.roadmap.future import flow, still_to_come
from paripassu.roadmap.temptation import temptation

__all__ = [
    "Account",
    "Blocking",
    "Reason",
    "account",
    "compensation",
    "floor",
    "going_on",
    "lateness",
    "net",
    "phases_in_time",
    "sign_shortfall",
    "stake",
    "walking_away",
    "with_guarantee",
]

Reason = Literal[
    "not worth starting",
    "cheat on own part",
    "walk away after this phase",
    "undo after completion",
    "too late",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocking:
    """What stops a roadmap.

    Attributes
    ----------
    party : int
    phase : int
        Counted from 1; 0 before the first.
    reason : str
    shortfall : Fraction
        In the unit of the case; in days for "too late".
    """

    party: int
    phase: int
    reason: Reason
    shortfall: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one order of phases means for everybody; amounts in the unit of the case.

    Attributes
    ----------
    order : Order
    starts, ends : tuple of int, one a phase
        Days after the start on which the phase begins, and on which it has been verified.
    time_days : int
        Day on which the last phase has been verified.
    net, slack : tuple of tuple of Fraction, ``[state][party]``
        State k is the one after phase k; state 0 is where the roadmap begins. Net is by how much the
        party is behind; slack is going on less walking away (the last one without a guarantee that is
        released).
    part_slack : tuple of tuple of (Fraction or None), ``[phase][party]``
        By how much doing its own part beats the best cheat, in terms of a guarantee; None where it has
        no part.
    exposure, floor : tuple of Fraction, one a party
        Most that the party is ever behind, and what of that no order can lower.
    exposed_in : tuple of int, one a party
        Phase (from 1) in which the exposure is first reached; 0 when that is the state at the beginning.
    avoidable : Fraction
        The largest exposure above its floor.
    party, phase : int
        Who has the largest avoidable exposure, and when.
    guarantee_needed : Fraction or None
        Least equal extra guarantee that makes the order hold, deadlines apart; None when none can.
    blocking : Blocking or None
        The worst fault, the first of several alike; None when the order holds.
    """

    order: Order
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    time_days: int
    net: tuple[tuple[Fraction, ...], ...]
    slack: tuple[tuple[Fraction, ...], ...]
    part_slack: tuple[tuple[Fraction | None, ...], ...]
    exposure: tuple[Fraction, ...]
    floor: tuple[Fraction, ...]
    exposed_in: tuple[int, ...]
    avoidable: Fraction
    party: int
    phase: int
    guarantee_needed: Fraction | None
    blocking: Blocking | None


def going_on(deal: Deal, party: int, done: int) -> int:
    """V: what is still to come for a party, with its end value, in units."""
    left = (j for j in range(deal.steps) if not done >> j & 1)
    return deal.end[party] + sum(deal.value[party][j] - (deal.cost[j] if deal.doer[j] == party else 0) for j in left)


def walking_away(deal: Deal, party: int, done: int) -> int:
    """W: what a party has when it breaks the deal in this state, in units."""
    kept = deal.outside[party] - deal.guarantee[party]
    for j in range(deal.steps):
        if done >> j & 1:
            kept += (deal.recover[j] if deal.doer[j] == party else 0) - deal.revoke[party][j]
    return kept


def net(deal: Deal, party: int, done: int) -> int:
    """By how much a party is behind in this state (ahead when negative), in units."""
    return sum(behind(deal, party, j) for j in range(deal.steps) if done >> j & 1)


def behind(deal: Deal, party: int, step: int) -> int:
    """What one finished step adds to a party's net, in units."""
    own = deal.cost[step] - deal.recover[step] if deal.doer[step] == party else 0
    return own - deal.value[party][step] + deal.revoke[party][step]


def stake(deal: Deal, party: int) -> int:
    """By how much a party may be ahead before it walks away, in units."""
    return going_on(deal, party, 0) - walking_away(deal, party, 0)


def sign_shortfall(deal: Deal, party: int) -> int:
    """What the deal lacks to be worth signing before any guarantee is posted, in units; 0 or less when it is."""
    return deal.outside[party] - going_on(deal, party, 0)


def compensation(deal: Deal, party: int) -> int:
    """What a party is paid from the others' guarantees when one of them breaks the deal, in units."""
    others = [deal.guarantee[k] for k in range(deal.parties) if k != party]
    return int(deal.compensation * min(others)) if others else 0


def floor(deal: Deal, party: int) -> int:
    """Exposure of a party that no order can lower: what it is behind by when all is done or already, in units."""
    least = max(net(deal, party, deal.everything), net(deal, party, deal.done))
    return max(0, least - compensation(deal, party))


def with_guarantee(deal: Deal, extra: int | Fraction) -> Deal:
    """The same deal with an equal extra guarantee, in the unit of the case, posted by every party."""
    amount = Fraction(extra) * deal.scale
    if (factor := (amount * deal.compensation).denominator * amount.denominator) != 1:
        deal = rescaled(deal, factor)
        amount *= factor
    return replace(deal, guarantee=tuple(g + int(amount) for g in deal.guarantee))


def rescaled(deal: Deal, factor: int) -> Deal:
    """The same deal in a unit that is a whole number of times finer."""

    def times(row: Iterable[int]) -> tuple[int, ...]:
        return tuple(factor * x for x in row)

    return replace(
        deal,
        scale=deal.scale * factor,
        cost=times(deal.cost),
        recover=times(deal.recover),
        value=tuple(map(times, deal.value)),
        revoke=tuple(map(times, deal.revoke)),
        end=times(deal.end),
        outside=times(deal.outside),
        guarantee=times(deal.guarantee),
    )


def phases_in_time(deal: Deal, order: Order) -> list[tuple[int, int, int]]:
    """For each phase its first day, the day it has been verified, and by how many days a deadline is missed."""
    day, found = 0, []
    for phase in order:
        begin = max([day, *(d for j in phase if (d := deal.not_before[j]) is not None)])
        ends = {j: deal.after(begin, deal.duration[j]) for j in phase}
        late = max((e - d for j, e in ends.items() if (d := deal.by[j]) is not None), default=0)
        day = deal.after(max(ends.values(), default=begin), deal.gate)
        found.append((begin, day, max(0, late)))
    return found


def account(deal: Deal, order: Order) -> Account:
    """Work out what an order means, whether it holds or not.

    Prerequisites and the most steps a phase are not looked at: comparators break them on purpose.

    Parameters
    ----------
    deal : Deal
    order : Order
        Every unfinished step once.

    Returns
    -------
    Account

    Examples
    --------
    >>> swap = Deal.of(doer=[0, 1], cost=[1, 1], value=[[0, 2], [2, 0]])
    >>> account(swap, ((0, 1),)).blocking
    Blocking(party=0, phase=1, reason='cheat on own part', shortfall=Fraction(1, 1))
    """
    parties = range(deal.parties)
    ahead = still_to_come(deal, order)
    leaving = [[walking_away(deal, i, done) for i in parties] for done in _states(deal, order)]
    paid = [compensation(deal, i) for i in parties]
    lowest = [floor(deal, i) for i in parties]
    done = deal.done
    nets = [[net(deal, i, done) for i in parties]]
    most, when = [max(0, nets[0][i] - paid[i]) for i in parties], [0 for _ in parties]
    parts: list[list[Fraction | None]] = []
    for k, phase in enumerate(order, start=1):
        row: list[Fraction | None] = []
        for i in parties:
            own = tuple(j for j in phase if deal.doer[j] == i)
            others = [j for j in phase if deal.doer[j] != i]
            got = deal.leak * sum(deal.value[i][j] - deal.revoke[i][j] for j in others)
            room = ahead[k][i] + flow(deal, i, phase) - leaving[k - 1][i] - got
            row.append(room - temptation(deal, own) if own else None)
            midway = nets[-1][i] + int(deal.leak * sum(deal.cost[j] - deal.recover[j] for j in own))
            done_net = nets[-1][i] + sum(behind(deal, i, j) for j in phase)
            if (reached := max(midway, done_net) - paid[i]) > most[i]:
                most[i], when[i] = reached, k
        nets.append([nets[-1][i] + sum(behind(deal, i, j) for j in phase) for i in parties])
        parts.append(row)
    slack = [[v - w for v, w in zip(*rows, strict=True)] for rows in zip(ahead, leaving, strict=True)]
    if deal.released:
        slack[-1] = [slack[-1][i] - deal.guarantee[i] for i in parties]
    worst = max(parties, key=lambda i: most[i] - lowest[i])
    timing = phases_in_time(deal, order)
    needed, blocking = _faults(deal, order, ahead[0], slack, parts)
    return Account(
        order=order,
        starts=tuple(begin for begin, _, _ in timing),
        ends=tuple(end for _, end, _ in timing),
        time_days=timing[-1][1] if timing else 0,
        net=tuple(tuple(map(deal.amount, row)) for row in nets),
        slack=tuple(tuple(map(deal.amount, row)) for row in slack),
        part_slack=tuple(tuple(None if x is None else deal.amount(x) for x in row) for row in parts),
        exposure=tuple(map(deal.amount, most)),
        floor=tuple(map(deal.amount, lowest)),
        exposed_in=tuple(when),
        avoidable=deal.amount(most[worst] - lowest[worst]),
        party=worst,
        phase=when[worst],
        guarantee_needed=needed,
        blocking=blocking,
    )


def _states(deal: Deal, order: Order) -> list[int]:
    """The finished steps at the beginning and after each phase."""
    found = [deal.done]
    for phase in order:
        found.append(found[-1] | sum(1 << j for j in phase))
    return found


def _faults(
    deal: Deal,
    order: Order,
    worth: list[Fraction],
    slack: list[list[Fraction]],
    parts: list[list[Fraction | None]],
) -> tuple[Fraction | None, Blocking | None]:
    """The least equal extra guarantee and the worst fault, those that no guarantee cures first."""
    faults: list[tuple[int, Fraction, Blocking]] = []

    def fault(party: int, phase: int, reason: Reason, short: int | Fraction, curable: bool = True) -> None:
        if short > 0:
            amount = deal.amount(short)
            blocking = Blocking(party=party, phase=phase, reason=reason, shortfall=amount)
            faults.append((0 if curable else 1, amount, blocking))

    for i in range(deal.parties):
        if not deal.done:
            fault(i, 0, "not worth starting", deal.outside[i] - worth[i], curable=False)
    for k, row in enumerate(slack):
        for i, room in enumerate(parts[k - 1] if k else ()):
            if room is not None:
                fault(i, k, "cheat on own part", -room)
        last = k == len(order)
        reason: Reason = "undo after completion" if last else "walk away after this phase"
        for i in range(deal.parties):
            fault(
                i,
                k,
                reason if k or deal.done else "not worth starting",
                -row[i],
                not (last and deal.released),
            )
    never = any(kind for kind, _, _ in faults)
    needed = None if never else max((amount for _, amount, _ in faults), default=Fraction(0))
    if faults:
        return needed, max(faults, key=lambda f: (f[0], f[1]))[2]
    return needed, lateness(deal, order)


def lateness(deal: Deal, order: Order) -> Blocking | None:
    """The step that misses its deadline by most, the first of several alike; None when all is on time."""
    late = [days for _, _, days in phases_in_time(deal, order)]
    if not any(late):
        return None
    k, day = late.index(max(late)), Fraction(max(late))
    begin = phases_in_time(deal, order)[k][0]
    for j in order[k]:
        limit = deal.by[j]
        if limit is not None and deal.after(begin, deal.duration[j]) - limit == day:
            return Blocking(party=deal.doer[j], phase=k + 1, reason="too late", shortfall=day)
    raise AssertionError("a late phase has a late step")
