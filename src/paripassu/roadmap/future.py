"""What is still to come, phase by phase, when later phases count for less.

Everything that happens in a phase is counted at its end, one phase after the state it begins in, however long it
lasts. So with P the phase after state t, and E the end value::

    V_i(t) = discount_i (v_i(P) - c_i(P) + V_i(t + 1)),    V_i(when all is done) = E_i

A cheat is noticed at the end of its phase too: keeping to it and breaking it are then compared on the same day, and
what walking away is worth is not discounted.
"""

from __future__ import annotations

from fractions import Fraction

from paripassu.roadmap.deal import Deal, Order

__all__ = ["flow", "still_to_come"]


def still_to_come(deal: Deal, order: Order) -> list[list[Fraction]]:
    """V for each state of an order and each party, in units, ``[state][party]``.

    Examples
    --------
    >>> swap = Deal.of(doer=[0, 1], cost=[1, 1], value=[[0, 3], [3, 0]], discount=[Fraction(1, 2), 1])
    >>> still_to_come(swap, ((0,), (1,)))[0]
    [Fraction(1, 4), Fraction(2, 1)]
    """
    ahead = [[Fraction(x) for x in deal.end]]
    for phase in reversed(order):
        ahead.append([deal.discount[i] * (flow(deal, i, phase) + ahead[-1][i]) for i in range(deal.parties)])
    return ahead[::-1]


def flow(deal: Deal, party: int, phase: tuple[int, ...]) -> int:
    """What a party gains by a phase, in units, at its end."""
    return sum(deal.value[party][j] - (deal.cost[j] if deal.doer[j] == party else 0) for j in phase)
