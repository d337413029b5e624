"""Every way to solve a deal gives the same answer, and what is not proved says how much could be missing."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest

from paripassu.roadmap import ends, methods, plan
from paripassu.roadmap.beam import beam
from paripassu.roadmap.bits import FAR, signed
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.ends import End, look
from paripassu.roadmap.incentive import account
from paripassu.roadmap.jit import available
from paripassu.roadmap.lattice import EXPOSURE, GUARANTEE, TIME, sweep, value
from paripassu.roadmap.search import depth_first
from paripassu.roadmap.space import Space
from tests.roadmap.deals import dated, draw, narrow, undated

SIGNED = (None, "not worth starting")  # sweeps do not ask whether the deal is worth signing


def agree(seed: int, steps: int) -> bool:
    """Hold lattice, compiled lattice, beam without a width and depth-first against each other; whether one holds."""
    deal = undated(draw(random.Random(seed), steps=steps))
    space = Space(deal)
    values = {mode: value(sweep(space, mode, compiled=False)) for mode in (TIME, EXPOSURE, GUARANTEE)}
    for mode, least in values.items():
        if available() and len(space.stakes) == 2:
            assert value(sweep(space, mode, compiled=True)) == least
        bounds = Bounds(any_end=mode == GUARANTEE)
        whole, narrow = (beam(space, mode, bounds, width=width) for width in (None, 3))
        assert whole.proved
        assert whole.value == least
        assert narrow.lower <= (FAR if least is None else least)
        assert narrow.value is None or least is not None
        assert narrow.value is None or narrow.value >= (least or 0)
        for most in (2, 100_000):
            rest = look(space, mode, bounds, back=True, most=most)
            assert beam(space, mode, bounds, width=None, rest=rest).value == least
            narrow = beam(space, mode, bounds, width=3, rest=rest)
            assert narrow.lower <= (FAR if least is None else least)
            assert narrow.value is None or (least is not None and narrow.value >= least)
            both = _both(space, mode, bounds, most)
            assert beam(space, mode, bounds, width=None, rest=both).value == least
        found = rest.layers[0].value(signed(deal.done)) if 0 in rest.layers else None
        assert found == least  # going back through everything finds the same
    exposure = values[EXPOSURE]
    first = depth_first(space, Bounds(), most=100_000)
    assert first.proved
    assert first.value == exposure
    if exposure is None:
        return False
    assert first.order is not None
    state = account(deal, first.order)
    assert state.avoidable * deal.scale == exposure
    assert (state.blocking.reason if state.blocking else None) in SIGNED
    time = value(sweep(space, TIME, Bounds(cap=exposure), compiled=False))
    assert time is not None
    on_time, too_soon = (Bounds(cap=exposure, latest=latest) for latest in (time, time - 1))
    assert value(sweep(space, TIME, on_time, compiled=False)) == time
    assert value(sweep(space, TIME, too_soon, compiled=False)) is None
    for most in (2, 10):
        for bounds, known in ((on_time, time), (too_soon, None)):
            rest = _both(space, TIME, bounds, most)
            assert beam(space, TIME, bounds, width=None, rest=rest).value == known
    if available() and len(space.stakes) == 2:
        assert value(sweep(space, TIME, on_time, compiled=True)) == time
        assert value(sweep(space, TIME, too_soon, compiled=True)) is None
    return True


def _both(space: Space, mode: int, bounds: Bounds, most: int) -> End:
    """What is known of the end, knowing what is known of the beginning, knowing what is known of the end."""
    rest = look(space, mode, bounds, back=True, most=most)
    begin = look(space, mode, bounds, back=False, most=most, other=rest)
    return look(space, mode, bounds, back=True, most=2 * most, other=begin)


def test_lattice_beam_and_depth_first_agree() -> None:
    assert Counter(agree(seed, steps=6) for seed in range(100)).keys() == {True, False}


def agree_on_dates(seed: int, steps: int) -> bool:
    """The same where deadlines and calendar months matter, for the time."""
    space = Space(dated(draw(random.Random(seed), steps=steps), random.Random(seed)))
    least = value(sweep(space, TIME, compiled=False))
    for latest in (None,) if least is None else (None, least, least - 1):
        bounds = Bounds(latest=latest)
        known = least if latest is None or least is None or least <= latest else None
        for most in (2, 100_000):
            rest = _both(space, TIME, bounds, most)
            assert beam(space, TIME, bounds, width=None, rest=rest).value == known
            narrow = beam(space, TIME, bounds, width=2, rest=rest)
            assert narrow.lower <= (FAR if known is None else known)
    return space.clocked and least is not None


def test_dates_agree() -> None:
    assert sum(agree_on_dates(seed, steps=5) for seed in range(3000, 3100)) > 10


@pytest.mark.fuzz
@pytest.mark.parametrize("start", range(20_000, 22_000, 200))
def test_dates_agree_at_length(start: int) -> None:
    for seed in range(start, start + 200):
        agree_on_dates(seed, steps=7)


@pytest.mark.fuzz
@pytest.mark.parametrize("start", range(10_000, 14_000, 200))
def test_lattice_beam_and_depth_first_agree_at_length(start: int) -> None:
    for seed in range(start, start + 200):
        agree(seed, steps=8)


@pytest.mark.parametrize("behind", [0, 1 << 20], ids=["search alone", "lattice behind"])
def test_what_is_not_proved_comes_with_an_honest_gap(monkeypatch: pytest.MonkeyPatch, behind: int) -> None:
    deals = [draw(random.Random(seed), steps=6) for seed in range(2000, 2080)]
    truth = [plan.solve(deal, front=False) for deal in deals]
    monkeypatch.setattr(methods, "SMALL", 0)
    monkeypatch.setattr(methods, "NUMPY_STATES", behind)
    monkeypatch.setattr(methods, "COMPILED_STATES", behind)
    monkeypatch.setattr(methods, "SHORT", 3)
    monkeypatch.setattr(methods, "LONG", 5)
    monkeypatch.setattr(methods, "WIDTH", 12)
    monkeypatch.setattr(methods, "BACK", 3)
    monkeypatch.setattr(methods, "ALL", 8)
    seen: Counter[str] = Counter()
    for deal, known in zip(deals, truth, strict=True):
        found = plan.solve(deal, front=False)
        seen[found.status] += 1
        if found.status == "no roadmap":
            assert known.status == "no roadmap"
            if found.guarantee_proved:
                assert found.guarantee_needed == known.guarantee_needed
        if found.order is None:
            continue
        assert known.order is not None
        state, best = account(deal, found.order), account(deal, known.order)
        assert state.blocking is None
        assert state.avoidable - found.exposure_gap <= best.avoidable <= state.avoidable
        if state.avoidable == best.avoidable:
            assert state.time_days - found.time_gap <= best.time_days <= state.time_days
        if found.status == "found":
            assert (state.avoidable, state.time_days) == (best.avoidable, best.time_days)
    assert seen["found"] > 15
    assert (seen["limit"] > 0) == (behind == 0)


def test_narrow_corridors_are_settled_as_by_the_lattice(monkeypatch: pytest.MonkeyPatch) -> None:
    deals = [narrow(random.Random(seed), each=5) for seed in range(4000, 4030)]
    truth = [plan.solve(deal, front=False) for deal in deals]
    monkeypatch.setattr(methods, "SMALL", 0)
    monkeypatch.setattr(methods, "SHORT", 3)
    monkeypatch.setattr(methods, "WIDTH", 20)
    monkeypatch.setattr(methods, "BACK", 30)
    monkeypatch.setattr(methods, "NUMPY_STATES", 0)
    monkeypatch.setattr(methods, "COMPILED_STATES", 0)
    monkeypatch.setattr(ends, "SCARCE", 4)
    for deal, known in zip(deals, truth, strict=True):
        found = plan.solve(deal, front=False)
        assert (found.status, found.guarantee_needed) == (known.status, known.guarantee_needed)
        if found.order is not None and known.order is not None:
            ours, theirs = account(deal, found.order), account(deal, known.order)
            assert (ours.avoidable, ours.time_days) == (theirs.avoidable, theirs.time_days)
    assert {known.status for known in truth} == {"found", "no roadmap"}


def test_a_finer_unit_changes_nothing() -> None:
    for seed in range(300, 330):
        deal = undated(draw(random.Random(seed), steps=5))
        if (known := plan.solve(deal)).status == "found":
            third = plan.solve(replace(_times(deal, 7)))
            assert third.order == known.order
            assert third.front == tuple((Fraction(7) * x, t) for x, t in known.front)


def _times(deal: plan.Deal, factor: int) -> plan.Deal:
    def rows(table: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(factor * x for x in row) for row in table)

    cost, recover, end, outside, guarantee = rows((deal.cost, deal.recover, deal.end, deal.outside, deal.guarantee))
    return replace(
        deal,
        cost=cost,
        recover=recover,
        end=end,
        outside=outside,
        guarantee=guarantee,
        value=rows(deal.value),
        revoke=rows(deal.revoke),
    )
