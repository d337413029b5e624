"""From a case to two sides that trade one step each; or what of it the reckoning under doubt does not allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from paripassu.case.case import Case
from paripassu.case.issues import plain
from paripassu.case.steps import Arrangement, Stake, Step
from paripassu.roadmap.read_case import finished
from paripassu.roadmap.takers import Side

__all__ = ["in_units", "sides_of", "unit_between", "unmet"]


def sides_of(case: Case, chosen: Sequence[str], priors: Mapping[str, Fraction]) -> tuple[Side, Side]:
    """The two sides whose steps are cut, in the order of the steps; call it when nothing is `unmet`.

    Examples
    --------
    >>> steps = {"give": {"doer": "a", "cost": 2, "value": {"b": 3}}}
    >>> steps["pay"] = {"doer": "b", "cost": 4, "value": {"a": 5}}
    >>> case = Case.from_dict({"parties": ["a", "b"], "steps": steps, "stakes": {"a": {"end": 1}, "b": {"end": 1}}})
    >>> one, other = sides_of(case, ["give", "pay"], {"a": Fraction(1, 2), "b": Fraction(1, 2)})
    >>> str(one.cost), str(one.worth), str(other.cost), str(other.worth)
    ('2', '5', '4', '3')
    """
    one, other = (case.steps[name] for name in chosen)
    return _side(case, one, other, priors), _side(case, other, one, priors)


def _side(case: Case, own: Step, received: Step, priors: Mapping[str, Fraction]) -> Side:
    stake = case.stakes.get(own.doer, Stake())
    return Side(
        cost=own.cost[0],
        worth=received.value[own.doer][0],
        end=stake.end[0],
        outside=stake.outside[0],
        guarantee=stake.guarantee[0],
        discount=stake.discount,
        prior=priors[own.doer],
    )


def in_units(side: Side, unit: Fraction) -> Side:
    """The side with every amount so many times as large; its discount and its prior are no amounts."""
    return replace(
        side,
        cost=unit * side.cost,
        worth=unit * side.worth,
        end=unit * side.end,
        outside=unit * side.outside,
        guarantee=unit * side.guarantee,
    )


def unit_between(one: Side, other: Side) -> Fraction | None:
    """How many units of the other side's scale make one of the first's, when the two are alike but for that.

    Each party's amounts are on a scale of its own, so that two such sides face the same choices. None when they differ
    otherwise, or have something without a deal (what is said of alike sides has ``outside`` 0).

    Examples
    --------
    >>> two, half = Fraction(2), Fraction(1, 2)
    >>> us = Side(cost=two, worth=2 * two, end=two, outside=0 * two, guarantee=0 * two, discount=two / 2, prior=half)
    >>> str(unit_between(us, in_units(us, Fraction(1, 3))))
    '1/3'
    >>> unit_between(us, replace(us, end=Fraction(3)))
    """
    unit = other.cost / one.cost
    return unit if one.outside == 0 and in_units(one, unit) == other else None


def unmet(case: Case, chosen: Sequence[str]) -> tuple[str, ...]:
    """What the reckoning under doubt needs and this case (of exact amounts) does not have, in words.

    Examples
    --------
    >>> steps = {"give": {"doer": "a", "cost": 2, "recover": 1, "value": {"b": 3}}}
    >>> for line in unmet(Case.from_dict({"parties": ["a", "b"], "steps": steps}), ["give"]):
    ...     print(line)
    one step of each of two sides is to be cut, but `give` is cut
    nothing given can be taken back, but of `give` 1 can
    a sincere side has something to lose at the end, but for `a` `end` is 0 and `outside` 0
    """
    return tuple(_unmet(case, chosen))


def _unmet(case: Case, chosen: Sequence[str]) -> Iterator[str]:
    doers = [case.steps[name].doer for name in chosen]
    if len(chosen) != 2 or len(set(doers)) != 2:
        listed = " and ".join(f"`{name}`" for name in chosen)
        yield f"one step of each of two sides is to be cut, but {listed} {'are' if len(chosen) > 1 else 'is'} cut"
    done = finished(case)
    others = [name for name in case.steps if name not in chosen and name not in done]
    if others:
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        yield f"no other step is to be done, but there is `{others[0]}`{more}"
    if done:
        yield f"nothing is done yet, but `{done[0]}` is"
    arranged = case.roadmap or Arrangement()
    if arranged.leak != 1:
        yield f"all of a phase is delivered before a cheat is noticed, but `roadmap.leak` is {plain(arranged.leak)}"
    if arranged.compensation != 0:
        yield f"no guarantee goes to the injured, but `roadmap.compensation` is {plain(arranged.compensation)}"
    for name in chosen:
        yield from _unmet_by(case, name, [doer for doer in doers if doer != case.steps[name].doer])
    for doer in dict.fromkeys(doers):
        stake = case.stakes.get(doer, Stake())
        if stake.end[0] <= stake.outside[0]:
            ends = f"`end` is {plain(stake.end[0])} and `outside` {plain(stake.outside[0])}"
            yield f"a sincere side has something to lose at the end, but for `{doer}` {ends}"


def _unmet_by(case: Case, name: str, others: Sequence[str]) -> Iterator[str]:
    step = case.steps[name]
    if step.cost[0] == 0:
        yield f"every step costs its doer something, but `{name}` does not"
    for party in others:
        if party not in step.value or step.value[party][0] == 0:
            yield f"every step is worth something to the other side, but `{name}` is not to `{party}`"
    back = max([step.recover[0], *(ends[0] for ends in step.revoke.values())])
    if back:
        yield f"nothing given can be taken back, but of `{name}` {plain(back)} can"
    if step.detect[0] != 1:
        yield f"every cheat is noticed, but leaving out `{name}` is with a chance of {plain(step.detect[0])}"
    if any(need in case.steps and not case.steps[need].finished for need in step.needs):
        yield f"both sides can begin at once, but `{name}` waits for another step"
    if step.by is not None or step.not_before is not None:
        yield f"no day is set, but `{name}` has one"
