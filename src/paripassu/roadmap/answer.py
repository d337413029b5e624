"""The question and its answer: in which order can the steps be done so that no one gains by walking away?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from paripassu.case.case import Case
from paripassu.engine.result import Checked, how
from paripassu.errors import CaseError, CommandError, Problem
from paripassu.roadmap.check import replay
from paripassu.roadmap.compare import Comparison, blocked, compare, course
from paripassu.roadmap.deal import Deal, Order
from paripassu.roadmap.fewest import fewest_phases
from paripassu.roadmap.firmest import firmest
from paripassu.roadmap.incentive import account, stake
from paripassu.roadmap.margins import margins
from paripassu.roadmap.plan import Plan, solve
from paripassu.roadmap.ranges import against, fixed, open_amounts
from paripassu.roadmap.read_case import deal, players, with_numbers
from paripassu.roadmap.remedies import remedies
from paripassu.roadmap.result import Course, FrontPoint, Gap, Ranges, Remedy, Roadmap
from paripassu.roadmap.robust import Robust
from paripassu.roadmap.sensitivity import sensitivity
from paripassu.roadmap.standing import today

__all__ = ["Minimise", "find", "invented"]

Minimise = Literal["exposure", "time", "guarantee", "phases", "slack"]


def find(
    case: Case,
    *,
    cap: Fraction | None = None,
    minimise: Minimise = "exposure",
    comparators: bool = True,
    cures: bool = True,
    robust: Fraction | None = None,
    seconds: float | None = None,
    progress: Callable[[str, float | None], None] | None = None,
) -> Roadmap:
    """Find the order of phases, both sides acting side by side, in which nobody ever gains by leaving or cheating.

    Parameters
    ----------
    case : Case
        Needs `steps` with amounts. Steps that stand done are where the roadmap begins; amounts given as
        [low, high] are taken at their middle, and `ranges` says which of their values the answer holds for.
    cap : Fraction, optional
        The most avoidable exposure allowed; then the least time under it.
    minimise : {"exposure", "time", "guarantee", "phases", "slack"}
        What comes first: the least largest avoidable exposure (then time), the least time, the least equal extra
        guarantee, the fewest phases, or the largest least slack: the order that survives the largest error of all
        amounts at once.
    comparators : bool
        Also evaluate everything at once, each side first, and the case's own order.
    cures : bool
        When there is none, also find how much of each lever would make one.
    robust : Fraction, optional
        A share from 0 to 1: look for an order that survives every amount being off by as much at once, each in the
        worst direction. All figures are then reckoned at the worst amounts (costs, recovery and outside values
        higher, everything else lower); ranges are taken at their middle first.
    seconds : float, optional
        Stop the search after about this long, with status `limit` and the best order found.
    progress : callable, optional
        Called with what is being done and the share done.

    Returns
    -------
    Roadmap
        Status `found`, `no roadmap` (with what blocks it and each remedy), or `limit`.

    Raises
    ------
    CaseError
        When there are no steps, or none with an amount (`facts.facts` tells what can be told without).
    CommandError
        For "slack" with a cap or a share to survive.

    Notes
    -----
    With S the finished steps, a party goes on for ``V(S)``, what is still to come, and walks away for ``W(S)``: its
    value of no deal, what it can undo, less what can be taken back from it and its guarantee. An order holds when
    ``V >= W`` everywhere, when doing one's part of each phase is worth at least every cheat, and when signing is
    worth it. With a `discount` V belongs to the order and not to the state: see `future`.
    Each answer is replayed outcome by outcome before it is given.

    Examples
    --------
    >>> swap = {"give": {"doer": "a", "cost": 2, "value": {"b": 3}}, "pay": {"doer": "b", "cost": 2, "value": {"a": 3}}}
    >>> case = Case.from_dict({"parties": ["a", "b"], "steps": swap, "stakes": {"a": {"end": 2}, "b": {"end": 2}}})
    >>> find(case).phases
    (('give', 'pay'),)
    """
    case.require("steps")
    if not with_numbers(case):
        expected = "a `cost` or `value` on some step (facts alone: `paripassu roadmap CASE --facts`)"
        raise CaseError([Problem(case.called, None, "steps", expected, "none")])
    asked, case = case, case if robust is None else against(case, robust)
    at = fixed(case)
    letters = deal(at)
    plan = _plan(letters, minimise, cap, robust, seconds, progress)
    if plan.status == "no roadmap" and letters.done == letters.everything:
        state = account(letters, ())  # all is done, and the finished state does not hold
        plan = replace(plan, nearest=(), blocking=state.blocking, guarantee_needed=state.guarantee_needed)
    shown = plan.order if plan.order is not None else plan.nearest
    if minimise == "guarantee" and plan.guarantee_needed:
        # The order holds with more guarantee than was given: as things stand there is none.
        plan = _as_no(letters, plan, shown)
    path = course(at, account(letters, shown)) if shown is not None else None
    others = compare(at) if comparators else None
    parties = players(case)
    cured: tuple[tuple[Remedy, ...], int] = ((), 0)
    if cures and plan.blocking:
        cured = remedies(at, letters, plan, seconds=30.0 if seconds is None else seconds)
    held = _held(asked, robust, plan, shown) if robust is not None else None
    method = f"{plan.method}; replayed outcome by outcome"
    found = Roadmap(
        status=plan.status,
        course=path,
        front=tuple(FrontPoint(avoidable=exposure, time_days=time) for exposure, time in plan.front),
        guarantee_needed=plan.guarantee_needed,
        blocking=blocked(at, plan.blocking),
        remedies=cured[0],
        unsettled=cured[1],
        all_in_one=others.all_in_one if others else None,
        first=others.first if others else {},
        given=others.given if others else None,
        stake={party: _stake(letters, number, path, party) for number, party in enumerate(parties)},
        today=today(at, letters, path.slack[0] if path else None),
        ranges=_ranges(case, plan, shown, seconds),
        illustration=invented(case),
        robust=held,
        gap=_gap(plan) if minimise == "exposure" and cap is None else None,
        laws=_laws(
            at,
            plan,
            path,
            others,
            held,
            best_is_least=plan.status == "found" and cap is None and minimise == "exposure",
        ),
        how=how(
            asked.digest,
            method,
            minimise=minimise,
            cap=None if cap is None else str(cap),
            robust=None if robust is None else str(robust),
            seconds=seconds,
            sincerity="complete information: each party knows what every other gains and loses",
        ),
    )
    return replace(found, sensitivity=margins(asked, found)) if minimise == "slack" else found


def _plan(
    letters: Deal,
    minimise: Minimise,
    cap: Fraction | None,
    robust: Fraction | None,
    seconds: float | None,
    progress: Callable[[str, float | None], None] | None,
) -> Plan:
    if minimise == "phases":
        return fewest_phases(letters, cap=cap, seconds=seconds, progress=progress)
    if minimise == "slack":
        if cap is not None or robust is not None:
            raise CommandError("the largest least slack is looked for without a cap and without a share to survive")
        return firmest(letters, seconds=seconds, progress=progress)
    return solve(letters, objective=minimise, cap=cap, seconds=seconds, progress=progress)


def _gap(plan: Plan) -> Gap | None:
    if plan.status != "limit" or plan.order is None:
        return None
    return Gap(avoidable=plan.exposure_gap, time_days=plan.time_gap)


def _as_no(letters: Deal, plan: Plan, shown: Order | None) -> Plan:
    found = account(letters, shown).blocking if shown is not None else plan.blocking
    return replace(plan, status="no roadmap", order=None, nearest=shown, blocking=found)


def _held(asked: Case, share: Fraction, plan: Plan, shown: Order | None) -> Robust:
    """What the order asked to survive a share means at the amounts as given."""
    given = fixed(asked)
    letters = deal(given)
    return Robust(
        share=share,
        together=sensitivity(letters, plan.order).together if plan.order is not None else None,
        as_given=course(given, account(letters, shown)) if shown is not None else None,
    )


def _stake(letters: Deal, number: int, path: Course | None, party: str) -> Fraction:
    """By how much a party may be ahead before it walks away: gains still to come, end value, guarantee, no outside.

    Where later phases count for less this changes on the way, and is that of the beginning of the order shown.
    """
    if letters.discounted and path is not None:
        return path.slack[0][party] - path.net[0][party]
    return letters.amount(stake(letters, number))


def _ranges(case: Case, plan: Plan, shown: Order | None, seconds: float | None) -> Ranges | None:
    """The two corners that decide for all values between: see `ranges`."""
    amounts = open_amounts(case)
    if not amounts:
        return None
    best, worst = (deal(fixed(case, corner)) for corner in ("best", "worst"))
    this = None
    if plan.order is not None:
        this = account(worst, plan.order).blocking is None
    at_worst = solve(worst, front=False, seconds=seconds)
    at_best = solve(best, front=False, seconds=seconds) if plan.status != "found" else plan
    if this or at_worst.status == "found":
        holds: Literal["all", "some", "none", "unknown"] = "all"
    elif "limit" in (at_worst.status, at_best.status):
        holds = "unknown"
    else:
        holds = "some" if at_best.status == "found" else "none"
    return Ranges(
        amounts=amounts,
        holds=holds,
        this_order=this,
        guarantee_needed=(at_best.guarantee_needed, at_worst.guarantee_needed),
    )


def invented(case: Case) -> bool:
    """Whether any amount of the roadmap is an illustration."""
    arranged = [case.roadmap.basis] if case.roadmap else []
    steps, stakes = ([one.basis for one in table.values()] for table in (case.steps, case.stakes))
    return "illustration" in (*steps, *stakes, *arranged)


def _laws(
    case: Case,
    plan: Plan,
    path: Course | None,
    others: Comparison | None,
    held: Robust | None,
    *,
    best_is_least: bool,
) -> tuple[Checked, ...]:
    """What must be so, whoever found the order: each with a witness when it is not."""
    if path is None:
        return ()
    played = replay(case, path.phases)
    first = played.violations[0].words if played.violations else None
    found: list[Checked] = []
    if plan.status == "no roadmap":
        found.append(Checked("the order shown breaks when replayed", None if first else "it holds"))
    else:
        found.append(Checked("no one gains by leaving or cheating", first))
    if held is not None and held.together is not None:
        less = f"only {held.together} of every amount" if held.together < held.share else None
        found.append(Checked("it survives every amount off by as much at once", less))
    wrong = None
    if played.exposure != path.exposure.by_party or played.floor != path.exposure.floor:
        wrong = f"replayed: {played.exposure} above {played.floor}"
    found.append(Checked("exposure and floor agree with the replay", wrong))
    late = None if played.time_days == path.time_days else f"{played.time_days} days when replayed"
    found.append(Checked("time agrees with the replay", late))
    given = others.given if others else None
    if best_is_least and given is not None and given.holds and _keeps(case, given):
        theirs = (given.exposure.avoidable, given.time_days)
        ours = (path.exposure.avoidable, path.time_days)
        witness = "its avoidable exposure or its time is lower" if theirs < ours else None
        found.append(Checked("the case's own order is not better", witness))
    return tuple(found)


def _keeps(case: Case, given: Course) -> bool:
    return all(one.reason != "order" for one in replay(case, given.phases).violations)
