"""Amounts between two ends: which of the values an answer holds for.

Whether a roadmap exists can only get better with a lower cost, recovery or outside value and with a higher worth,
revocation, detection, end value or guarantee. So two corners decide it: an order that holds at the worst one holds
for all values, and when none holds at the best one there is none for any value.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from paripassu.case.case import Case
from paripassu.case.steps import Range, Stake, Step

__all__ = ["Corner", "against", "fixed", "open_amounts"]

Corner = Literal["middle", "best", "worst"]

_BETTER_HIGH = ("end", "guarantee", "detect", "value", "revoke")


def fixed(case: Case, corner: Corner = "middle") -> Case:
    """The case with every range replaced by one exact amount: its middle, or the end best or worst for holding.

    Examples
    --------
    >>> case = Case.from_dict({"parties": ["a"], "stakes": {"a": {"end": [2, 5]}}})
    >>> fixed(case, "worst").stakes["a"].end
    (Fraction(2, 1), Fraction(2, 1))
    """
    return _moved(case, _pick(corner))


def against(case: Case, share: Fraction) -> Case:
    """The case with every amount worse by a share of itself, for holding an order together.

    Amounts given as ranges are taken at their middle first; chances of detection, the leak and times stay.

    Examples
    --------
    >>> case = Case.from_dict({"parties": ["a"], "stakes": {"a": {"end": 5, "outside": -2}}})
    >>> worse = against(case, Fraction(1, 10)).stakes["a"]
    >>> worse.end[0], worse.outside[0]
    (Fraction(9, 2), Fraction(-9, 5))
    """

    def worse(key: str, ends: Range) -> Range:
        change = 0 if key == "detect" else share * abs(ends[0])
        exact = ends[0] - change if key in _BETTER_HIGH else ends[0] + change
        return exact, exact

    return _moved(fixed(case), worse)


def open_amounts(case: Case) -> tuple[str, ...]:
    """The places (dotted keys) whose amount is a range with two different ends."""
    amounts: dict[str, Range] = {}
    for party, stake in case.stakes.items():
        amounts |= {f"stakes.{party}.{key}": getattr(stake, key) for key in ("end", "outside", "guarantee")}
    for name, step in case.steps.items():
        amounts |= {f"steps.{name}.{key}": getattr(step, key) for key in ("cost", "recover", "detect")}
        amounts |= {f"steps.{name}.value.{party}": ends for party, ends in step.value.items()}
        amounts |= {f"steps.{name}.revoke.{party}": ends for party, ends in step.revoke.items()}
    return tuple(place for place, (low, high) in amounts.items() if low != high)


def _moved(case: Case, at: Callable[[str, Range], Range]) -> Case:
    stakes = {party: _stake(stake, at) for party, stake in case.stakes.items()}
    steps = {name: _step(step, at) for name, step in case.steps.items()}
    return case.model_copy(update={"stakes": stakes, "steps": steps})


def _pick(corner: Corner) -> Callable[[str, Range], Range]:
    def at(key: str, ends: Range) -> Range:
        low, high = ends
        exact = (low + high) / 2 if corner == "middle" else high if (key in _BETTER_HIGH) == (corner == "best") else low
        return exact, exact

    return at


def _stake(stake: Stake, at: Callable[[str, Range], Range]) -> Stake:
    return stake.model_copy(update={key: at(key, getattr(stake, key)) for key in ("end", "outside", "guarantee")})


def _step(step: Step, at: Callable[[str, Range], Range]) -> Step:
    amounts = {key: at(key, getattr(step, key)) for key in ("cost", "recover", "detect")}
    tables = {key: {party: at(key, ends) for party, ends in getattr(step, key).items()} for key in ("value", "revoke")}
    return step.model_copy(update={**amounts, **tables})
