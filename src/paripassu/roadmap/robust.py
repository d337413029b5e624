"""An order that survives every amount being off by as much at once: the same question at the worst amounts.

Each amount enters every condition with one sign. So of all the ways in which the amounts may be off by a share p,
one is the worst for every condition of every order: costs, recovery and outside values higher by p, worth,
revocation, end values and guarantees lower by p. An order survives exactly when it holds there: the slack of
a state comes down by p times the sum of the sizes of its terms, a temptation grows by a factor of 1 + p, and
what the others deliver shrinks by 1 - p. Nothing comes to depend on the way a state was reached.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from paripassu.roadmap.deal import Deal
from paripassu.roadmap.incentive import rescaled
from paripassu.roadmap.result import Course

__all__ = ["Robust", "off_by"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Robust:
    """What was asked of an order besides holding: that it survives amounts that are off.

    Attributes
    ----------
    share : Fraction
        By which every amount may be off at once. All figures of the answer are reckoned at the worst amounts.
    together : Fraction or None
        Share that the order found survives in fact, by `sensitivity`; None when there is none.
    as_given : Course or None
        The order shown, at the amounts as given.
    """

    share: Fraction
    together: Fraction | None
    as_given: Course | None

    def tree(self) -> dict[str, Any]:
        """The JSON shape, with amounts still exact."""
        return {
            "percent": 100 * self.share,
            "together": self.together,
            "as_given": self.as_given.tree() if self.as_given else None,
        }


def off_by(deal: Deal, share: Fraction) -> Deal:
    """The letters of a deal at its worst amounts, in a unit fine enough for them to be integers.

    Examples
    --------
    >>> swap = Deal.of(doer=[0, 1], cost=[2, 2], value=[[0, 3], [3, 0]], end=[3, 3])
    >>> worse = off_by(swap, Fraction(1, 5))
    >>> worse.amount(worse.cost[0]), worse.amount(worse.end[0])
    (Fraction(12, 5), Fraction(12, 5))
    """
    deal, by = rescaled(deal, share.denominator), share.numerator

    def more(row: Iterable[int]) -> tuple[int, ...]:
        return tuple(x + by * (abs(x) // share.denominator) for x in row)

    def less(row: Iterable[int]) -> tuple[int, ...]:
        return tuple(x - by * (abs(x) // share.denominator) for x in row)

    return replace(
        deal,
        cost=more(deal.cost),
        recover=more(deal.recover),
        value=tuple(map(less, deal.value)),
        revoke=tuple(map(less, deal.revoke)),
        end=less(deal.end),
        outside=more(deal.outside),
        guarantee=less(deal.guarantee),
    )
