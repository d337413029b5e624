"""Orders to hold a roadmap against: everything at once, each side first, and the user's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from paripassu.case.case import Case
from paripassu.engine import Answer
from paripassu.roadmap.deal import Deal, Order
from paripassu.roadmap.incentive import Account, Blocking, account
from paripassu.roadmap.ranges import fixed
from paripassu.roadmap.read_case import begin, deal, finished, named, numbered, players
from paripassu.roadmap.result import Blocked, Course, Exposure, as_numbers

__all__ = ["Comparison", "blocked", "compare", "course", "evaluate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Answer):
    """The comparators, each evaluated by the exact rule and not solved.

    All in one and each side first ignore prerequisites and the most steps a phase.
    """

    all_in_one: Course
    first: Mapping[str, Course]
    given: Course | None

    def orders(self) -> dict[str, Course]:
        """Each order by its name, in the order in which they are told."""
        found = {"everything at once": self.all_in_one}
        found |= {f"{party} first": one for party, one in self.first.items()}
        return found if self.given is None else found | {"the case's own": self.given}

    def summary(self) -> str:
        """The answer in a sentence."""
        held = [name for name, one in self.orders().items() if one.holds]
        return f"Of {len(self.orders())} orders, {', '.join(held) or 'none'} would hold."

    def rows(self) -> list[dict[str, Any]]:
        """One row an order: whether it holds, or with which guarantee it would; each party's exposure; its time."""
        return [
            {
                "order": name,
                "holds": one.holds,
                "guarantee needed": as_numbers(one.guarantee_needed),
                **{f"exposure of {party}": as_numbers(most) for party, most in one.exposure.by_party.items()},
                "days": one.time_days,
            }
            for name, one in self.orders().items()
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, as under `comparators` of a roadmap."""
        return {
            "all_in_one": self.all_in_one.to_dict(),
            "first": {party: one.to_dict() for party, one in self.first.items()},
            "given": self.given.to_dict() if self.given else None,
        }


def compare(case: Case) -> Comparison:
    """Evaluate everything in one phase, each side first, and the case's own order.

    Parameters
    ----------
    case : Case
        Needs `steps`; ranges are taken at their middle, finished steps are left out.

    Examples
    --------
    >>> swap = {"give": {"doer": "a", "cost": 2, "value": {"b": 3}}, "pay": {"doer": "b", "cost": 2, "value": {"a": 3}}}
    >>> case = Case.from_dict({"parties": ["a", "b"], "steps": swap})
    >>> compare(case).first["a"].exposure.by_party
    {'a': Fraction(2, 1), 'b': Fraction(0, 1)}
    """
    case.require("steps")
    case = fixed(case)
    letters = deal(case)
    done = set(finished(case))
    left = [name for name in case.steps if name not in done]
    first = {}
    for party in players(case):
        own = [name for name in left if case.steps[name].doer == party]
        others = [name for name in left if case.steps[name].doer != party]
        if own:
            first[party] = _course(case, letters, numbered(case, [own, others]))
    order = case.roadmap.order if case.roadmap else None
    return Comparison(
        all_in_one=_course(case, letters, numbered(case, [left])),
        first=first,
        given=_course(case, letters, numbered(case, order)) if order is not None else None,
    )


def evaluate(case: Case, phases: Sequence[Sequence[str]]) -> Course:
    """What an order means, by the exact rule; prerequisites and the most steps a phase are not looked at.

    Examples
    --------
    >>> swap = {"give": {"doer": "a", "cost": 2, "value": {"b": 3}}, "pay": {"doer": "b", "cost": 2, "value": {"a": 3}}}
    >>> case = Case.from_dict({"parties": ["a", "b"], "steps": swap})
    >>> evaluate(case, [["give", "pay"]]).guarantee_needed
    Fraction(2, 1)
    """
    case = fixed(case)
    return _course(case, deal(case), numbered(case, phases))


def _course(case: Case, letters: Deal, order: Order) -> Course:
    return course(case, account(letters, order))


def course(case: Case, found: Account) -> Course:
    """An account of an order in the names of the case."""
    parties = players(case)

    def by_party(rows: Sequence[Sequence[Fraction | None]]) -> tuple[dict[str, Fraction], ...]:
        return tuple({p: x for p, x in zip(parties, row, strict=True) if x is not None} for row in rows)

    exposure = Exposure(
        avoidable=found.avoidable,
        most=max(found.exposure),
        party=parties[found.party],
        phase=found.phase,
        by_party=dict(zip(parties, found.exposure, strict=True)),
        floor=dict(zip(parties, found.floor, strict=True)),
    )
    return Course(
        phases=named(case, found.order),
        opens=found.starts,
        verified=found.ends,
        start=begin(case),
        time_days=found.time_days,
        net=by_party(found.net),
        slack=by_party(found.slack),
        part_slack=by_party(found.part_slack),
        exposure=exposure,
        guarantee_needed=found.guarantee_needed,
        blocking=blocked(case, found.blocking),
    )


def blocked(case: Case, blocking: Blocking | None) -> Blocked | None:
    """What stops an order, in the names of the case."""
    if blocking is None:
        return None
    return Blocked(
        party=players(case)[blocking.party],
        phase=blocking.phase,
        reason=blocking.reason,
        shortfall=blocking.shortfall,
    )
