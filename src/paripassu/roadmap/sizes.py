"""How large the parts of an exchange may be when it is phased, in closed form.

Both assume complete information: nobody doubts that the other is sincere, so that large parts come first wherever
waiting costs little. Doubt about sincerity makes parts smaller while it lasts (Watson 1999; Kydd 2000): `screening`.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import count

__all__ = ["bond_for", "fewest_phases", "gradual", "largest_parts"]


def largest_parts(worth: Fraction, discount: Fraction, held: Fraction, phases: int) -> tuple[Fraction, ...]:
    """The largest parts two sides can trade side by side, first to last, when everything leaks.

    Parameters
    ----------
    worth : Fraction
        What a part is worth to the other side, as a multiple of its cost.
    discount : Fraction
        What the next phase counts for in this one, in (0, 1].
    held : Fraction
        What a cheat loses at the end: end value and guarantee.
    phases : int

    Returns
    -------
    tuple of Fraction
        Costs. In the last phase nobody gives more than ``held``; one phase earlier the future is worth
        ``discount * worth`` times as much, and so on.

    Examples
    --------
    >>> largest_parts(Fraction(2), Fraction(1), Fraction(1), 3)
    (Fraction(4, 1), Fraction(2, 1), Fraction(1, 1))
    """
    rate = worth * discount
    return tuple(held * rate**k for k in reversed(range(phases)))


def fewest_phases(worth: Fraction, discount: Fraction, held: Fraction, cost: Fraction) -> int | None:
    """The fewest phases in which two sides can trade a total cost each; None when no number is enough.

    The least K with ``held * (1 + rate + ... + rate^(K-1)) >= cost``, where rate is ``worth * discount``; at a rate
    below 1 nothing beyond ``held / (1 - rate)`` can be reached.

    Examples
    --------
    >>> fewest_phases(Fraction(3, 2), Fraction(9, 10), Fraction(1), Fraction(20))
    7
    """
    rate = worth * discount
    if cost > 0 and (held <= 0 or (rate < 1 and cost * (1 - rate) >= held)):
        return None
    total = Fraction(0)
    for phases in count():
        if total >= cost:
            return phases
        total += held * rate**phases
    raise AssertionError("the sum grows beyond every bound or a limit that is large enough")


def bond_for(worth: Fraction, discount: Fraction, cost: Fraction, phases: int) -> Fraction:
    """What a cheat must lose at the end for a total cost each to be traded in so many phases.

    Examples
    --------
    >>> bond_for(Fraction(3, 2), Fraction(9, 10), Fraction(20), 1)
    Fraction(20, 1)
    """
    rate = worth * discount
    return cost / sum(rate**k for k in range(phases))


def gradual(cost: Fraction, gain: Fraction, discount: Fraction, periods: int) -> tuple[Fraction, ...]:
    """The most two sides can have done by each period when what is done cannot be undone and is enjoyed for ever.

    Each side's action runs from 0 to 1, costs ``cost`` and gives the other ``gain`` per unit and period. The largest
    path is ``1 - (cost / (discount * gain))^t`` [1]_: it nears full cooperation and never gets there.

    References
    ----------
    .. [1] B. Lockwood & J. P. Thomas (2002), "Gradualism and Irreversibility", Review of Economic Studies 69.

    Examples
    --------
    >>> gradual(Fraction(1), Fraction(2), Fraction(4, 5), 1)
    (Fraction(3, 8),)
    """
    ratio = cost / (discount * gain)
    return tuple(1 - ratio**t for t in range(1, periods + 1))
