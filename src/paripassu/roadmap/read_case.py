"""From a case to the letters of the solver, and back to names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction

from paripassu.case.case import Case
from paripassu.case.steps import Arrangement, Duration, Range, Stake
from paripassu.roadmap.deal import Deal, Length, Order

__all__ = ["as_signed", "begin", "deal", "finished", "named", "numbered", "players", "with_numbers"]

ZERO: Range = (Fraction(0), Fraction(0))


def players(case: Case) -> tuple[str, ...]:
    """The parties with a part in the steps or the stakes, in the order of the file."""
    part = {party for step in case.steps.values() for party in (step.doer, *step.value, *step.revoke)}
    return tuple(party for party in case.parties if party in part or party in case.stakes)


def finished(case: Case) -> tuple[str, ...]:
    """The steps that stand done today."""
    return tuple(name for name, step in case.steps.items() if step.finished)


def as_signed(case: Case) -> Case:
    """The case as if nothing had been done yet.

    Examples
    --------
    >>> case = Case.from_dict({"parties": ["a"], "steps": {"give": {"doer": "a", "done": "2018-05-24"}}})
    >>> finished(case), finished(as_signed(case))
    (('give',), ())
    """
    steps = {name: step.model_copy(update={"done": None, "broken": None}) for name, step in case.steps.items()}
    return case.model_copy(update={"steps": steps})


def begin(case: Case) -> dt.date | None:
    """The day on which the roadmap begins: its start, or when a step was last done or broken, if that is later."""
    start = case.roadmap.start if case.roadmap else None
    known = [day for step in case.steps.values() for day in (step.done, step.broken) if day]
    return max([start, *known]) if start else None


def with_numbers(case: Case) -> bool:
    """Whether any step has a cost or a worth; without, only facts can be told."""
    return any(ends != ZERO for step in case.steps.values() for ends in (step.cost, *step.value.values()))


def deal(case: Case) -> Deal:
    """The letters of a case whose amounts are exact (see `ranges.fixed`).

    Steps that stand done are finished at the beginning; everything else is counted in the order of the file.

    Examples
    --------
    >>> case = Case.from_dict({"parties": ["a", "b"], "steps": {"give": {"doer": "a", "cost": 2, "value": {"b": 3}}}})
    >>> deal(case).value
    ((0,), (3,))
    """
    parties, steps = players(case), list(case.steps.values())
    place = {name: number for number, name in enumerate(case.steps)}
    arranged = case.roadmap or Arrangement()
    stakes = [case.stakes.get(party, Stake()) for party in parties]
    start = begin(case)

    def since(day: dt.date | None) -> int | None:
        return None if day is None or start is None else (day - start).days

    return Deal.of(
        doer=[parties.index(step.doer) for step in steps],
        cost=[step.cost[0] for step in steps],
        recover=[step.recover[0] for step in steps],
        value=[[step.value.get(party, ZERO)[0] for step in steps] for party in parties],
        revoke=[[step.revoke.get(party, ZERO)[0] for step in steps] for party in parties],
        detect=[step.detect[0] for step in steps],
        duration=[length(step.duration) for step in steps],
        # What is done is done, whatever it was to wait for.
        needs=[[] if step.finished else [place[need] for need in step.needs] for step in steps],
        by=[since(step.by) for step in steps],
        not_before=[since(step.not_before) for step in steps],
        end=[stake.end[0] for stake in stakes],
        outside=[stake.outside[0] for stake in stakes],
        guarantee=[stake.guarantee[0] for stake in stakes],
        discount=[stake.discount for stake in stakes],
        leak=arranged.leak,
        compensation=arranged.compensation,
        gate=length(arranged.gate),
        released=arranged.release == "at the end",
        most_per_phase=arranged.most_per_phase,
        start=start,
        done=[place[name] for name in finished(case)],
    )


def length(duration: Duration) -> Length:
    """A duration as calendar months and days."""
    if duration.unit in ("day", "week"):
        return Length(days=duration.days)
    if duration.unit == "month":
        return Length(months=duration.count)
    return Length(months=12 * duration.count)


def named(case: Case, order: Order) -> tuple[tuple[str, ...], ...]:
    """An order of step indices in names."""
    steps = tuple(case.steps)
    return tuple(tuple(steps[j] for j in phase) for phase in order)


def numbered(case: Case, phases: Iterable[Sequence[str]]) -> Order:
    """An order of names in step indices; finished steps and empty phases are left out."""
    place = {name: number for number, name in enumerate(case.steps)}
    left = ([place[name] for name in phase if not case.steps[name].finished] for phase in phases)
    return tuple(tuple(sorted(phase)) for phase in left if phase)
