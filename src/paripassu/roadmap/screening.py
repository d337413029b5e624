"""How large the parts of an exchange may be when each side doubts that the other is sincere, in closed form.

Two alike sides trade part for part, side by side; everything leaks, nothing is taken back, every cheat is noticed. A
*sincere* side has something to lose at the end. To a *taker* the finished relationship is worth no more than no deal:
it only picks the phase in which to take, and loses its bond like anybody who breaks. Neither can be told from the other
until it takes. A taker takes in each of the first phases (as many as `screening` says) with the same chance; after
them doubt is gone. Derived for this project, and checked by playing every plan of either kind (`takers.plans`).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

__all__ = ["beliefs", "bond_under_doubt", "held_under_doubt", "losses", "parts_under_doubt", "worth_under_doubt"]

ZERO, ONE = Fraction(0), Fraction(1)


def beliefs(prior: Fraction, phases: int, screening: int = 1) -> tuple[Fraction, ...]:
    """The chance that the other is sincere, before each phase and after the last, as long as nobody has taken.

    Parameters
    ----------
    prior : Fraction
        The chance before anything is done, in (0, 1].
    phases : int
    screening : int
        In how many phases doubt ends, from 1 to ``phases``: in each of them a taker takes with the same chance.

    Examples
    --------
    >>> [str(belief) for belief in beliefs(Fraction(1, 2), 3, 2)]
    ['1/2', '2/3', '1', '1']
    """
    left = [max(ZERO, Fraction(screening - done, screening)) for done in range(phases + 1)]
    return tuple(prior / (prior + (1 - prior) * share) for share in left)


def parts_under_doubt(
    worth: Fraction, discount: Fraction, held: Fraction, believed: Sequence[Fraction], bond: Fraction = ZERO
) -> tuple[Fraction, ...]:
    """The largest parts two sides can trade side by side under doubt, first to last.

    Parameters
    ----------
    worth, discount
        As in `sizes.largest_parts`.
    held : Fraction
        What a sincere side loses by a cheat at the end and a taker does not: the end value.
    believed : sequence of Fraction
        As `beliefs` gives them: one more than there are phases, never falling, 1 at the end. Any other path of
        the kind is as much an equilibrium.
    bond : Fraction
        What either kind loses by a cheat.

    Returns
    -------
    tuple of Fraction
        Costs. With ``a`` the chance that the other does its part of a phase (belief before by belief after it) and
        ``r = worth * discount``, each part is ``bond * (1 - a * discount)`` and ``r * a * a'`` times the next one,
        and the last is ``a * held + bond``. Without a bond that is what could be trusted without doubt, times the
        belief before the phase, times the belief after it. A sincere side is then just held to its part, and a taker
        as well off by taking in one phase as in the next: the two conditions are the same.

    Examples
    --------
    Without doubt the first of three parts would be the largest; with a prior of a half it is the smallest.

    >>> sure = beliefs(Fraction(1), 3)
    >>> [str(part) for part in parts_under_doubt(Fraction(3, 2), Fraction(1), Fraction(4), sure)]
    ['9', '6', '4']
    >>> wary = beliefs(Fraction(1, 3), 3)
    >>> [str(part) for part in parts_under_doubt(Fraction(3, 2), Fraction(1), Fraction(4), wary)]
    ['3', '6', '4']
    """
    keeps = [before / after for before, after in pairwise(believed)]
    parts = [keeps[-1] * held + bond]
    for here, later in reversed(list(pairwise(keeps))):
        parts.append(bond * (1 - here * discount) + here * later * worth * discount * parts[-1])
    return tuple(reversed(parts))


def held_under_doubt(
    worth: Fraction, discount: Fraction, cost: Fraction, believed: Sequence[Fraction], bond: Fraction = ZERO
) -> Fraction:
    """What a sincere side must lose at the end for a total cost each to be traded.

    Below 0 where the bond does it alone.

    Examples
    --------
    Twice as much as without doubt, in a single phase and with a prior of a half:

    >>> held_under_doubt(Fraction(3, 2), Fraction(9, 10), Fraction(20), beliefs(Fraction(1, 2), 1))
    Fraction(40, 1)
    """
    by_bond = sum(parts_under_doubt(worth, discount, ZERO, believed, bond))
    return (cost - by_bond) / sum(parts_under_doubt(worth, discount, ONE, believed))


def bond_under_doubt(
    worth: Fraction, discount: Fraction, cost: Fraction, believed: Sequence[Fraction], held: Fraction
) -> Fraction:
    """The least bond, beside what a sincere side loses at the end, for a total cost each to be traded.

    Examples
    --------
    >>> bond_under_doubt(Fraction(3, 2), Fraction(1), Fraction(20), beliefs(Fraction(1, 2), 1), Fraction(30))
    Fraction(5, 1)
    """
    without = sum(parts_under_doubt(worth, discount, held, believed))
    return max(ZERO, (cost - without) / sum(parts_under_doubt(worth, discount, ZERO, believed, ONE)))


def worth_under_doubt(
    worth: Fraction, parts: Sequence[Fraction], believed: Sequence[Fraction], bond: Fraction = ZERO
) -> Fraction:
    """What the exchange is worth to either kind at the end of the first phase, when the parts are the largest.

    Without a bond ``worth * held * r^(K - 1) * prior^2`` for K phases: it depends on the prior, not on how doubt ends.

    Examples
    --------
    >>> three, half = Fraction(3, 2), Fraction(1, 2)
    >>> for screening in (1, 2, 3):
    ...     path = beliefs(half, 3, screening)
    ...     print(worth_under_doubt(three, parts_under_doubt(three, Fraction(1), Fraction(4), path), path))
    27/8
    27/8
    27/8
    """
    return believed[0] / believed[1] * worth * parts[0] - bond


def losses(parts: Sequence[Fraction], believed: Sequence[Fraction]) -> tuple[Fraction, Fraction, Fraction]:
    """What a sincere side loses to a taker: in all, expected; the largest part at risk; and the chance of losing that.

    What the side got in earlier phases is not set against it.

    Examples
    --------
    >>> path = beliefs(Fraction(1, 2), 3, 2)
    >>> [str(x) for x in losses([Fraction(2), Fraction(3), Fraction(4)], path)]
    ['5/4', '3', '1/4']
    """
    prior = believed[0]
    chances = [prior / before - prior / after for before, after in pairwise(believed)]
    risked = [(part, chance) for part, chance in zip(parts, chances, strict=True) if chance]
    most = max((part for part, _ in risked), default=ZERO)
    expected = sum((part * chance for part, chance in risked), ZERO)
    return expected, most, sum((chance for part, chance in risked if part == most), ZERO)
