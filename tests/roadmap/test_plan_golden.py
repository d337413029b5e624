"""The toy exchange: figures given with its definition (leak 1, gate one month), reached by two separate solvers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from paripassu.roadmap.incentive import account
from paripassu.roadmap.plan import solve
from tests.roadmap.deals import DPRK, NAMES, US, toy

MONTH = 30


def order_of(text: str) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(sorted(NAMES.index(n) for n in phase.split(" + "))) for phase in text.split(" | "))


def test_phased_needs_no_guarantee_and_leaves_no_one_behind() -> None:
    answer = solve(toy())
    assert answer.status == "found"
    assert answer.order is not None
    state = account(toy(), answer.order)
    assert (state.avoidable, state.floor, state.guarantee_needed) == (0, (0, 16), 0)
    assert (len(answer.order), state.time_days) == (7, 33 * MONTH)


def test_the_published_optimum_is_one_of_the_optima() -> None:
    text = "moratorium | test-site | declaration + partial-relief | end-of-war | liaison"
    state = account(toy(), order_of(text + " | yongbyon + full-relief | warheads + drills"))
    assert (state.avoidable, state.time_days, state.blocking) == (0, 33 * MONTH, None)


def test_what_patience_buys() -> None:
    assert solve(toy()).front == tuple((Fraction(x), t * MONTH) for x, t in ((0, 33), (1, 30), (4, 29), (5, 28)))


@pytest.mark.parametrize(
    ("phases", "guarantee", "avoidable", "party", "months"),
    [
        ((range(10),), 15, 18, DPRK, 13),
        ((range(5, 10), range(5)), 0, 15, US, 20),
        ((range(5), range(5, 10)), 15, 18, DPRK, 20),
    ],
    ids=["all in one", "US first", "DPRK first"],
)
def test_other_ways(phases: tuple[range, ...], guarantee: int, avoidable: int, party: int, months: int) -> None:
    state = account(toy(), tuple(tuple(phase) for phase in phases))
    assert state.guarantee_needed == guarantee
    assert (state.avoidable, state.party, state.time_days) == (avoidable, party, months * MONTH)


def test_a_weaker_end_value_undoes_it_after_completion() -> None:
    answer = solve(toy(us_end=6))
    assert answer.status == "no roadmap"
    assert answer.guarantee_needed == 3
    assert answer.blocking is not None
    assert (answer.blocking.party, answer.blocking.reason, answer.blocking.shortfall) == (
        US,
        "undo after completion",
        3,
    )
    assert answer.nearest is not None
    assert answer.blocking.phase == len(answer.nearest)


def test_least_time() -> None:
    order = solve(toy(), objective="time", front=False).order
    assert order is not None
    assert (account(toy(), order).time_days, account(toy(), order).avoidable) == (28 * MONTH, 5)


def test_least_time_under_a_cap() -> None:
    order = solve(toy(), cap=Fraction(3), front=False).order
    assert order is not None
    assert (account(toy(), order).time_days, account(toy(), order).avoidable) == (30 * MONTH, 1)


def test_only_the_cap_is_in_the_way() -> None:
    swap = toy()
    answer = solve(swap, cap=Fraction(-1))
    assert answer.status == "no roadmap"
    assert answer.least_avoidable == 0
    assert answer.blocking is None
