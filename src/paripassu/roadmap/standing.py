"""Where the parties stand today: what was done and broken, who is ahead, and by how much staying beats leaving."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from paripassu.case.case import Case
from paripassu.roadmap.deal import Deal
from paripassu.roadmap.incentive import going_on, net, walking_away
from paripassu.roadmap.read_case import finished, players

__all__ = ["Happened", "Today", "today"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """A step that was done, by whom and when; and when its doer broke it. ``stands`` when it counts as done."""

    step: str
    doer: str
    done: dt.date
    broken: dt.date | None
    stands: bool

    def tree(self) -> dict[str, Any]:
        """The JSON shape."""
        return {
            "step": self.step,
            "doer": self.doer,
            "done": str(self.done),
            "broken": str(self.broken) if self.broken else None,
            "stands": self.stands,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Where the parties stand before the first phase.

    Attributes
    ----------
    done, broken : tuple of str
        Steps that stand done, and steps that were done and broken since (they are to be done again).
    net : mapping
        By how much each party is behind (ahead when negative).
    slack : mapping
        What each party would lose by leaving today; below 0, what it would gain.
    happened : tuple of Happened
        Every step with a date of having been done, in the order of those dates.
    """

    done: tuple[str, ...]
    broken: tuple[str, ...]
    net: Mapping[str, Fraction]
    slack: Mapping[str, Fraction]
    happened: tuple[Happened, ...]

    @property
    def last(self) -> dt.date | None:
        """The day of the last thing that happened."""
        return max((day for one in self.happened for day in (one.done, one.broken) if day), default=None)

    def tree(self) -> dict[str, Any]:
        """The JSON shape, with amounts still exact."""
        return {
            "done": list(self.done),
            "broken": list(self.broken),
            "net": dict(self.net),
            "slack": dict(self.slack),
            "last": str(self.last) if self.last else None,
            "happened": [one.tree() for one in self.happened],
        }


def today(case: Case, letters: Deal, slack: Mapping[str, Fraction] | None = None) -> Today:
    """Where a case stands, in the letters made from it.

    ``slack`` is that of the beginning of the order shown: where later phases count for less, what staying is worth
    today depends on the order.

    Examples
    --------
    >>> from paripassu.roadmap.read_case import deal
    >>> steps = {"give": {"doer": "a", "cost": 2, "value": {"b": 3}, "done": "2018-05-01", "broken": "2018-06-01"}}
    >>> case = Case.from_dict({"parties": ["a", "b"], "steps": steps})
    >>> today(case, deal(case)).broken
    ('give',)
    """
    happened = [
        Happened(step=name, doer=step.doer, done=step.done, broken=step.broken, stands=step.finished)
        for name, step in case.steps.items()
        if step.done is not None
    ]
    if slack is None or not letters.discounted:
        slack = _slack(case, letters)
    return Today(
        done=finished(case),
        broken=tuple(one.step for one in happened if not one.stands),
        net={party: letters.amount(net(letters, i, letters.done)) for i, party in enumerate(players(case))},
        slack=dict(slack),
        happened=tuple(sorted(happened, key=lambda one: one.done)),
    )


def _slack(case: Case, letters: Deal) -> dict[str, Fraction]:
    over = letters.done == letters.everything and letters.released
    return {
        party: letters.amount(
            going_on(letters, i, letters.done)
            - walking_away(letters, i, letters.done)
            - (letters.guarantee[i] if over else 0)
        )
        for i, party in enumerate(players(case))
    }
