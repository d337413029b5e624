"""One order worked out by hand, and every kind of fault."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from paripassu.roadmap.deal import Deal
from paripassu.roadmap.incentive import account, with_guarantee
from tests.roadmap.deals import DPRK, NAMES, US, toy


def swap(**more: object) -> Deal:
    return Deal.of(doer=[0, 1], cost=[6, 6], value=[[0, 10], [10, 0]], **more)  # type: ignore[arg-type]


def test_one_after_the_other_by_hand() -> None:
    state = account(swap(end=[1, 6], gate=2, duration=[3, 5]), ((0,), (1,)))
    assert state.net == ((0, 0), (6, -10), (-4, -4))
    assert state.slack == ((5, 10), (11, 0), (1, 6))  # what is to come and the end value, less what is kept
    assert state.part_slack == ((5, None), (None, 0))
    assert (state.exposure, state.exposed_in, state.floor) == ((6, 0), (1, 0), (0, 0))
    assert (state.avoidable, state.party, state.phase) == (6, 0, 1)
    assert (state.starts, state.ends, state.time_days) == ((0, 5), (5, 12), 12)
    assert state.blocking is None


def test_an_expected_compensation_lowers_the_exposure() -> None:
    deal = swap(end=[1, 6], guarantee=[5, 8], compensation=Fraction(1, 2))
    assert account(deal, ((0,), (1,))).exposure == (6 - 4, 0)


@pytest.mark.parametrize(
    ("deal", "party", "phase", "reason", "shortfall"),
    [
        (swap(outside=[5, 0]), 0, 0, "not worth starting", 1),
        (swap(end=[0, 2]), 1, 1, "walk away after this phase", 4),
        (swap(end=[0, 8], detect=[1, Fraction(1, 2)]), 1, 2, "cheat on own part", 4),
        (swap(end=[9, 9], by=[None, 3], duration=[2, 2]), 1, 2, "too late", 1),
        (swap(end=[9, 12], recover=[6, 6], outside=[4, 4]), 0, 2, "undo after completion", 1),
    ],
)
def test_what_blocks(deal: Deal, party: int, phase: int, reason: str, shortfall: int) -> None:
    blocking = account(deal, ((0,), (1,))).blocking
    assert blocking is not None
    assert (blocking.party, blocking.phase, blocking.reason, blocking.shortfall) == (party, phase, reason, shortfall)


def test_a_released_guarantee_does_not_hold_the_end() -> None:
    """What the last state lacks, no guarantee cures when it is handed back as soon as everything is done."""
    order = ((0,), (1,))
    held = swap(end=[9, 12], recover=[6, 6], outside=[4, 4], guarantee=[1, 0])
    assert account(held, order).blocking is None
    state = account(replace(held, released=True), order)
    assert state.guarantee_needed is None
    assert state.blocking is not None
    assert (state.blocking.reason, state.blocking.shortfall) == ("undo after completion", 1)


def test_the_guarantee_needed_makes_the_order_hold() -> None:
    whole = (tuple(range(10)),)
    needed = account(toy(), whole).guarantee_needed
    assert needed == 15
    assert account(with_guarantee(toy(), needed), whole).blocking is None
    assert account(with_guarantee(toy(), needed - Fraction(1, 7)), whole).blocking is not None


def test_who_is_behind_and_when() -> None:
    drills, moratorium = NAMES.index("drills"), NAMES.index("moratorium")
    state = account(toy(), ((drills,), (moratorium,)))
    assert state.net[1][US] == 0  # the drills can be taken up again at no loss
    assert state.net[1][DPRK] == 0  # and all that they were worth is lost again
    assert state.net[2] == (-2, 0)  # of the moratorium, worth 4, the US would lose 2
