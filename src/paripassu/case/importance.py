"""How important issues are when nobody can say it in one number: ranges of weights, or only an order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import accumulate

__all__ = ["centre", "order_centroid", "order_corners"]

Range = tuple[Fraction, Fraction]


def centre(given: Range) -> Fraction:
    """The middle of a range."""
    return (given[0] + given[1]) / 2


def order_corners(order: Sequence[Sequence[str]]) -> tuple[dict[str, Fraction], ...]:
    """The extreme weights that keep an order of importance and sum to 1.

    Parameters
    ----------
    order : sequence of groups of issues
        The most important first; issues of one group weigh the same.

    Notes
    -----
    Weights that fall along the order and sum to 1 are the mixtures of: all on the first group, the first two
    groups alike, and so on to all alike. One corner a group; every weight vector is one mixture only.

    Examples
    --------
    >>> [[str(one[name]) for name in ("a", "b", "c")] for one in order_corners([["a"], ["b", "c"]])]
    [['1', '0', '0'], ['1/3', '1/3', '1/3']]
    """
    sizes = list(accumulate(len(group) for group in order))
    return tuple(
        {name: Fraction(place <= last, sizes[last]) for place, group in enumerate(order) for name in group}
        for last in range(len(order))
    )


def order_centroid(order: Sequence[Sequence[str]]) -> Mapping[str, Fraction]:
    """The mean of all weights that keep an order of importance and sum to 1.

    Notes
    -----
    Without ties the rank-order centroid :math:`w_k = \\frac1n\\sum_{j=k}^n 1/j` [1]_.

    References
    ----------
    .. [1] F. H. Barron and B. E. Barrett (1996), "Decision Quality Using Ranked Attribute Weights",
       Management Science 42(11), 1515-1523.

    Examples
    --------
    >>> {name: str(weight) for name, weight in order_centroid([["price"], ["date"]]).items()}
    {'price': '3/4', 'date': '1/4'}
    """
    corners = order_corners(order)
    return {name: sum((one[name] for one in corners), Fraction(0)) / len(corners) for name in (corners or ({},))[0]}
