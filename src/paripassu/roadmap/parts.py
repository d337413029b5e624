"""Into how many parts a step must be cut so that a roadmap exists, and how large the parts are."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from paripassu.case.case import Case
from paripassu.case.steps import Duration, Step
from paripassu.engine.answer import Answer
from paripassu.engine.result import How, how
from paripassu.errors import CommandError, nearest
from paripassu.roadmap.answer import invented
from paripassu.roadmap.doubt_result import short
from paripassu.roadmap.how_firm import per_cent
from paripassu.roadmap.plan import solve
from paripassu.roadmap.ranges import fixed
from paripassu.roadmap.read_case import deal, finished, named
from paripassu.roadmap.why_not import listed

if TYPE_CHECKING:
    from paripassu.roadmap.doubt import Doubt

__all__ = ["MOST", "SINCERITY", "Cut", "Parts", "chosen_steps", "cut", "part_name", "parts"]

SINCERITY = (
    "Assumed: each party knows what every other gains and loses. Then large parts come first wherever what is "
    "received outweighs what is given, waiting included. Where a party doubts that the other is sincere, one begins "
    "small instead."
)
WITHOUT_DOUBT = SINCERITY.partition(" Where a party doubts")[0]
MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One way to cut: how many parts, their sizes as shares of the step, and what that gives.

    ``sizes`` is `equal` or `graded` (each part as many times the next as what is still to come grows in a phase);
    ``guarantee_needed`` the least extra guarantee, equal for all, with which some order holds (None: none helps).
    """

    count: int
    sizes: Literal["whole", "equal", "graded"]
    shares: Mapping[str, tuple[Fraction, ...]]
    status: str
    guarantee_needed: Fraction | None
    phases: tuple[tuple[str, ...], ...]

    def tree(self) -> dict[str, Any]:
        """The JSON shape; shares and amounts as exact text."""
        return {
            "count": self.count,
            "sizes": self.sizes,
            "shares": {name: [str(share) for share in shares] for name, shares in self.shares.items()},
            "status": self.status,
            "guarantee_needed": None if self.guarantee_needed is None else str(self.guarantee_needed),
            "phases": [list(phase) for phase in self.phases],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts(Answer):
    """The fewest parts with which a roadmap exists.

    Attributes
    ----------
    steps : tuple of str
    status : str
        `found`, `no roadmap` (not in up to so many parts of these sizes), or `limit` when time ran out.
    fewest : Cut or None
        The first cut with a roadmap; one part when there is one already.
    tried : tuple of Cut
        Every cut tried, fewest parts first.
    illustration : bool
        Whether amounts of the case are invented.
    doubt : Doubt or None
        Beside it, the parts under doubt about sincerity, when they were asked for.
    """

    steps: tuple[str, ...]
    status: Literal["found", "no roadmap", "limit"]
    fewest: Cut | None
    tried: tuple[Cut, ...]
    illustration: bool
    how: How
    doubt: Doubt | None = None

    def summary(self) -> str:
        """The answer in a sentence."""
        mark = "Illustration: the amounts are invented. " if self.illustration else ""
        what = listed(self.steps)
        if self.fewest is None:
            stopped = " The search was stopped." if self.status == "limit" else ""
            return f"{mark}No roadmap with {what} cut into up to {max(c.count for c in self.tried)} parts.{stopped}"
        if self.fewest.count == 1:
            return f"{mark}There is a roadmap with {what} whole."
        return f"{mark}{what} in {self.fewest.count} {self.fewest.sizes} parts: then there is a roadmap."

    def words(self) -> tuple[str, ...]:
        """The answer, the sizes, the order, what each number of parts needs, and what is assumed."""
        lines = [self.summary()]
        if self.fewest is not None and self.fewest.count > 1:
            for name, shares in self.fewest.shares.items():
                lines.append(f"{name}: {', '.join(per_cent(share) for share in shares)} of it, in this order.")
            lines += ["", *(f"{n}. {', '.join(phase)}" for n, phase in enumerate(self.fewest.phases, 1))]
        lines.append("")
        for one in self.tried:
            needed = "none helps" if one.guarantee_needed is None else short(one.guarantee_needed)
            label = "whole" if one.count == 1 else f"{one.count} {one.sizes} parts"
            if one.status == "limit":
                needed = "not settled in time"
            lines.append(f"Guarantee needed, {label}: {needed}.")
        if self.doubt is not None:
            return (*lines, "", WITHOUT_DOUBT, "", *self.doubt.words())
        return (*lines, "", SINCERITY)

    def rows(self) -> list[dict[str, Any]]:
        """One row a cut tried."""
        return [
            {
                "parts": one.count,
                "sizes": one.sizes,
                "status": one.status,
                "guarantee_needed": None if one.guarantee_needed is None else float(one.guarantee_needed),
            }
            for one in self.tried
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "status": self.status,
            "illustration": self.illustration,
            "steps": list(self.steps),
            "fewest": self.fewest.tree() if self.fewest else None,
            "tried": [one.tree() for one in self.tried],
            "sincerity": SINCERITY,
            "doubt": self.doubt.to_dict() if self.doubt else None,
            "how": self.how.to_dict(),
        }


def parts(case: Case, steps: Sequence[str] = (), *, most: int = MOST, seconds: float | None = None) -> Parts:
    """Into how many parts steps must be cut so that a roadmap exists, and the sizes.

    Parameters
    ----------
    case : Case
        Needs `steps`; ranges are taken at their middle.
    steps : sequence of str
        All cut into as many parts; without any, those with `divisible: yes`.
    most : int
        The most parts tried.
    seconds : float, optional
        Stop after about this long.

    Returns
    -------
    Parts
        Each number of parts is tried with equal sizes and with graded ones, and each roadmap is that of the solver.
        Other sizes are not tried, so that fewer parts of other sizes may do.

    Raises
    ------
    CommandError
        For a step that is not there or is finished, or when none is named and none is divisible.

    Notes
    -----
    Graded: when both sides give parts of what is worth ``m`` times its cost to the other, a party that counts the next
    phase for ``d`` of this one can be trusted, one phase earlier, with a part ``d m`` times as large (`sizes`). Here
    ``m`` is what the doer receives by the steps that are cut (by all steps of others when those give it nothing), for
    each unit of its own cost of them.

    Examples
    --------
    >>> swap = {"give": {"doer": "a", "cost": 7, "value": {"b": 14}}}
    >>> swap["pay"] = {"doer": "b", "cost": 7, "value": {"a": 14}}
    >>> stakes = {"a": {"end": 1}, "b": {"end": 1}}
    >>> case = Case.from_dict({"parties": ["a", "b"], "steps": swap, "stakes": stakes})
    >>> parts(case, ["give", "pay"]).fewest.shares["give"]  # 4, 2 and 1 of 7: each loses 1 by a cheat at the end
    (Fraction(4, 7), Fraction(2, 7), Fraction(1, 7))
    """
    case.require("steps")
    at = fixed(case)
    chosen = chosen_steps(at, steps)
    until = None if seconds is None else time.monotonic() + seconds
    tried: list[Cut] = []
    fewest, stopped = None, False
    for count, sizes, shares in _ways(at, chosen, most):
        left = None if until is None else max(0.0, until - time.monotonic())
        smaller = cut(at, shares) if count > 1 else at
        plan = solve(deal(smaller), front=False, seconds=left)
        holds = plan.order is not None
        one = Cut(
            count=count,
            sizes=sizes,
            shares=shares,
            status="found" if holds else plan.status,
            guarantee_needed=Fraction(0) if holds else plan.guarantee_needed,
            phases=named(smaller, plan.order) if plan.order is not None else (),
        )
        tried.append(one)
        stopped = stopped or one.status == "limit"
        if holds:
            fewest = one
            break
    return Parts(
        steps=chosen,
        status="found" if fewest else "limit" if stopped else "no roadmap",
        fewest=fewest,
        tried=tuple(tried),
        illustration=invented(case),
        how=how(case.digest, "parts of equal and of graded size, each solved", most=most, seconds=seconds),
    )


def cut(case: Case, shares: Mapping[str, Sequence[Fraction]]) -> Case:
    """The case with steps cut into parts, one after another; whoever needed a step needs its last part.

    A deadline is that of the last part, an earliest day that of the first; a part takes its share of the time, in whole
    days. The case's own order is left out.

    Examples
    --------
    >>> case = Case.from_dict({"parties": ["a"], "steps": {"give": {"doer": "a", "cost": 3}}})
    >>> [str(step.cost[0]) for step in cut(case, {"give": [Fraction(2, 3), Fraction(1, 3)]}).steps.values()]
    ['2', '1']
    """
    last = {name: part_name(case, name, len(some), len(some)) for name, some in shares.items()}
    steps: dict[str, Step] = {}
    for name, step in case.steps.items():
        needs = tuple(last.get(need, need) for need in step.needs)
        if name not in shares:
            steps[name] = step.model_copy(update={"needs": needs})
            continue
        some = shares[name]
        for number, share in enumerate(some, start=1):
            after = needs if number == 1 else (part_name(case, name, number - 1, len(some)),)
            first, final = number == 1, number == len(some)
            ends = {"by": step.by if final else None, "not_before": step.not_before if first else None}
            steps[part_name(case, name, number, len(some))] = _share(step, share).model_copy(
                update={"needs": after, **ends}
            )
    arranged = case.roadmap.model_copy(update={"order": None}) if case.roadmap else None
    return case.model_copy(update={"steps": steps, "roadmap": arranged})


def part_name(case: Case, name: str, number: int, count: int) -> str:
    """What a part of a step is called in the case that `cut` makes; a whole step keeps its name.

    Examples
    --------
    >>> part_name(Case.from_dict({"parties": ["a"], "steps": {"give": {"doer": "a", "cost": 3}}}), "give", 2, 3)
    'give 2/3'
    """
    if count == 1:
        return name
    said = f"{name} {number}/{count}"
    return said if said not in case.steps else f"{said} of {name}"


def _share(step: Step, share: Fraction) -> Step:
    def of(ends: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
        return share * ends[0], share * ends[1]

    days = -int(-share * step.duration.days // 1)
    whole = share == 1
    return step.model_copy(
        update={
            "cost": of(step.cost),
            "recover": of(step.recover),
            "value": {party: of(ends) for party, ends in step.value.items()},
            "revoke": {party: of(ends) for party, ends in step.revoke.items()},
            "duration": step.duration if whole else Duration(days),
        }
    )


def chosen_steps(case: Case, steps: Sequence[str]) -> tuple[str, ...]:
    """The steps to cut: those named, or those with `divisible: yes`; a CommandError where there are none."""
    chosen = tuple(dict.fromkeys(steps)) or tuple(
        name for name, step in case.steps.items() if step.divisible == "yes" and not step.finished
    )
    if not chosen:
        raise CommandError("--split: expected a step, or `divisible: yes` on some step that is not done; got none.")
    for name in chosen:
        if name not in case.steps:
            near = nearest(name, case.steps)
            hint = f" Did you mean `{near}`?" if near else ""
            raise CommandError(f"--split: expected a step of this case, got `{name}`.{hint}")
        if name in finished(case):
            raise CommandError(f"--split: expected a step that is still to be done, got `{name}`.")
    return chosen


Way = tuple[int, Literal["whole", "equal", "graded"], dict[str, tuple[Fraction, ...]]]


def _ways(case: Case, chosen: tuple[str, ...], most: int) -> Iterator[Way]:
    yield 1, "whole", {name: (Fraction(1),) for name in chosen}
    rates = {name: _rate(case, chosen, case.steps[name].doer) for name in chosen}
    for count in range(2, most + 1):
        yield count, "equal", {name: (Fraction(1, count),) * count for name in chosen}
        if any(rate != 1 for rate in rates.values()):
            yield count, "graded", {name: _graded(rates[name], count) for name in chosen}


def _graded(rate: Fraction, count: int) -> tuple[Fraction, ...]:
    sizes = [rate**k for k in reversed(range(count))]
    return tuple(size / sum(sizes) for size in sizes)


def _rate(case: Case, chosen: tuple[str, ...], doer: str) -> Fraction:
    """By how much larger a part may be than the next one: what the doer gets for each unit it gives, discounted."""
    gives = sum((case.steps[name].cost[0] for name in chosen if case.steps[name].doer == doer), Fraction(0))
    got = [step.value[doer][0] for name, step in case.steps.items() if name in chosen and doer in step.value]
    got = got or [step.value[doer][0] for step in case.steps.values() if doer in step.value and not step.finished]
    if not gives or not sum(got):
        return Fraction(1)
    patience = case.stakes[doer].discount if doer in case.stakes else Fraction(1)
    return (patience * sum(got, Fraction(0)) / gives).limit_denominator(1000)
