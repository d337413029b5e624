"""The entry to the solver: from a deal to the best order of phases, or to what stands in the way of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from paripassu.roadmap import brute
from paripassu.roadmap.deal import Deal, Order
from paripassu.roadmap.incentive import Blocking, account

__all__ = ["Objective", "Plan", "Progress", "solve"]

Objective = Literal["exposure", "time", "guarantee"]
Progress = Callable[[str, float | None], None]
"""Called now and then with what is being done and, when known, the share that is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the solver found; amounts in the unit of the case. `incentive.account` works out the rest
    of an order.

    Attributes
    ----------
    status : {"found", "no roadmap", "limit"}
        "limit" when the work was cut short: ``order`` is then the best order known (None when none
        is), with its gaps.
    order : Order or None
        The roadmap; None when there is none.
    method : str
        How it was found.
    exposure_gap, time_gap : Fraction, int
        By how much the least avoidable exposure, and the time, could still be lower; 0 when proved.
    front : tuple of (Fraction, int)
        Least time in days for each avoidable exposure worth having, ascending exposure.
    front_complete : bool
        False when the front was cut short or not asked for.
    guarantee_needed : Fraction or None
        Least equal extra guarantee that would make some order hold: 0 when one is found, None when
        none would.
    nearest : Order or None
        When there is no roadmap, the order that needs the least equal guarantee (or is the least late).
    blocking : Blocking or None
        When there is no roadmap, what stops ``nearest``.
    least_avoidable : Fraction or None
        When only the cap stands in the way, the least avoidable exposure of any roadmap.
    """

    status: Literal["found", "no roadmap", "limit"]
    order: Order | None
    method: str
    exposure_gap: Fraction = Fraction(0)
    time_gap: int = 0
    front: tuple[tuple[Fraction, int], ...] = ()
    front_complete: bool = False
    guarantee_needed: Fraction | None = Fraction(0)
    nearest: Order | None = None
    blocking: Blocking | None = None
    least_avoidable: Fraction | None = None


def solve(
    deal: Deal,
    *,
    objective: Objective = "exposure",
    cap: Fraction | None = None,
    front: bool = True,
    seconds: float | None = None,
    progress: Progress | None = None,
) -> Plan:
    """The best order of phases in which no party gains by walking away.

    Parameters
    ----------
    deal : Deal
    objective : {"exposure", "time", "guarantee"}
        "exposure": least largest avoidable exposure, then time, then the order of the file. "time":
        least time, then avoidable exposure. "guarantee": as "exposure" when some order holds as it is;
        else the order that holds with the least equal extra guarantee, given as ``order`` beside
        ``guarantee_needed``.
    cap : Fraction, optional
        Look only at roadmaps with at most this avoidable exposure, and take the least time among them.
    front : bool
        Also find the front of avoidable exposure against time.
    seconds : float, optional
        Stop after about this long with the best order found and its gap.
    progress : callable, optional

    Returns
    -------
    Plan
        A "no" is an answer: status "no roadmap" with what is needed and what blocks.

    Examples
    --------
    >>> swap = Deal.of(doer=[0, 1], cost=[1, 1], value=[[0, 2], [2, 0]], end=[2, 1])
    >>> solve(swap).order
    ((0, 1),)
    """
    found = brute.best(deal, cap)
    if found is not None:
        points = tuple(brute.front(deal)) if front else ()
        return Plan(status="found", order=found.order, method="brute force", front=points, front_complete=front)
    nearest = min(
        (a for a in (brute.judge(deal, o) for o in brute.orders(deal)) if a.guarantee_needed is not None),
        key=lambda a: (not a.on_time, a.guarantee_needed),
        default=None,
    )
    order = nearest.order if nearest else next(brute.orders(deal))
    return Plan(
        status="no roadmap",
        order=None,
        method="brute force",
        guarantee_needed=brute.least_guarantee(deal),
        nearest=order,
        blocking=account(deal, order).blocking,
    )
