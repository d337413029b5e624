"""What must hold of every deal: levers are monotone, names and units do not matter, splitting costs no bond."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu.roadmap.deal import Deal
from paripassu.roadmap.incentive import account, going_on, net, rescaled, stake, walking_away, with_guarantee
from paripassu.roadmap.plan import least_guarantee, solve
from tests.roadmap.deals import draw, undated

deals = st.builds(lambda seed: draw(random.Random(seed), steps=5), st.integers(0, 10**9))
some = settings(max_examples=60, deadline=None)


def better(deal: Deal, lever: str, rng: random.Random) -> Deal:
    """The deal with one lever pulled the good way, on one party or step."""
    i, j = rng.randrange(deal.parties), rng.randrange(deal.steps)

    def at(row: tuple[int, ...], k: int, x: int) -> tuple[int, ...]:
        return (*row[:k], x, *row[k + 1 :])

    if lever == "guarantee":
        return replace(deal, guarantee=at(deal.guarantee, i, deal.guarantee[i] + rng.randint(1, 5) * deal.scale))
    if lever == "end":
        return replace(deal, end=at(deal.end, i, deal.end[i] + rng.randint(1, 5) * deal.scale))
    if lever == "outside":
        return replace(deal, outside=at(deal.outside, i, deal.outside[i] - rng.randint(1, 5) * deal.scale))
    if lever == "recover":
        return replace(deal, recover=at(deal.recover, j, 0))
    if lever == "revoke":
        row = at(deal.revoke[i], j, deal.value[i][j])
        return replace(deal, revoke=(*deal.revoke[:i], row, *deal.revoke[i + 1 :]))
    if lever == "detect":
        surer = (deal.detect[j] + 1) / 2
        return replace(deal, detect=(*deal.detect[:j], surer, *deal.detect[j + 1 :]))
    return replace(rescaled(deal, 2), leak=deal.leak / 2)


@pytest.mark.parametrize("lever", ["guarantee", "end", "outside", "recover", "revoke", "detect", "leak"])
@some
@given(deal=deals, rng=st.randoms(use_true_random=False))
def test_pulling_a_lever_the_good_way_never_needs_more_guarantee(lever: str, deal: Deal, rng: random.Random) -> None:
    deal = undated(deal)
    before, after = least_guarantee(deal), least_guarantee(better(deal, lever, rng))
    assert before is None or (after is not None and after <= before)


@some
@given(deal=deals)
def test_the_guarantee_needed_is_enough_and_nothing_less_is(deal: Deal) -> None:
    needed = solve(deal, front=False).guarantee_needed
    if needed is None:
        return
    assert solve(with_guarantee(deal, needed), front=False).status == "found"
    if needed:
        assert solve(with_guarantee(deal, needed * Fraction(99, 100)), front=False).status == "no roadmap"


@some
@given(deal=deals)
def test_another_unit_changes_nothing(deal: Deal) -> None:
    assert solve(rescaled(deal, 6)) == solve(deal)


@some
@given(deal=deals, rng=st.randoms(use_true_random=False))
def test_other_names_change_nothing_that_counts(deal: Deal, rng: random.Random) -> None:
    parties = rng.choice(list(permutations(range(deal.parties))))
    steps = list(range(deal.steps))
    rng.shuffle(steps)
    other = renamed(deal, parties, tuple(steps))
    one, two = solve(deal), solve(other)
    assert (one.status, one.front, one.guarantee_needed) == (two.status, two.front, two.guarantee_needed)
    if one.order is not None and two.order is not None:
        first, second = account(deal, one.order), account(other, two.order)
        assert (first.avoidable, first.time_days) == (second.avoidable, second.time_days)


def renamed(deal: Deal, parties: tuple[int, ...], steps: tuple[int, ...]) -> Deal:
    """The same deal with parties and steps in another order: place k holds what was at parties[k], steps[k]."""

    def table(rows: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(rows[i][j] for j in steps) for i in parties)

    return replace(
        deal,
        doer=tuple(parties.index(deal.doer[j]) for j in steps),
        cost=tuple(deal.cost[j] for j in steps),
        recover=tuple(deal.recover[j] for j in steps),
        value=table(deal.value),
        revoke=table(deal.revoke),
        detect=tuple(deal.detect[j] for j in steps),
        duration=tuple(deal.duration[j] for j in steps),
        needs=tuple(sum(1 << k for k, old in enumerate(steps) if deal.needs[j] >> old & 1) for j in steps),
        by=tuple(deal.by[j] for j in steps),
        not_before=tuple(deal.not_before[j] for j in steps),
        end=tuple(deal.end[i] for i in parties),
        outside=tuple(deal.outside[i] for i in parties),
        guarantee=tuple(deal.guarantee[i] for i in parties),
    )


@some
@given(deal=deals, rng=st.randoms(use_true_random=False))
def test_splitting_a_step_never_needs_more_guarantee_when_all_leaks(deal: Deal, rng: random.Random) -> None:
    whole = replace(undated(deal), leak=Fraction(1), most_per_phase=1)
    before, after = least_guarantee(whole), least_guarantee(halved(whole, rng.randrange(whole.steps)))
    assert before is None or (after is not None and after <= before)


def halved(deal: Deal, step: int) -> Deal:
    """One step cut into two equal halves, the second after the first and standing for the whole."""
    deal, last = rescaled(deal, 2), deal.steps

    def cut(row: tuple[int, ...]) -> tuple[int, ...]:
        half = row[step] // 2
        return (*row[:step], half, *row[step + 1 :], half)

    needs = [mask & ~(1 << step) | (1 << last) if mask >> step & 1 else mask for mask in deal.needs]
    return replace(
        deal,
        doer=(*deal.doer, deal.doer[step]),
        cost=cut(deal.cost),
        recover=cut(deal.recover),
        value=tuple(map(cut, deal.value)),
        revoke=tuple(map(cut, deal.revoke)),
        detect=(*deal.detect, deal.detect[step]),
        duration=(*deal.duration, deal.duration[step]),
        needs=(*needs, 1 << step),
        by=(*deal.by, None),
        not_before=(*deal.not_before, None),
    )


@some
@given(deal=deals, rng=st.randoms(use_true_random=False))
def test_going_on_less_walking_away_is_stake_plus_net(deal: Deal, rng: random.Random) -> None:
    done = rng.randrange(1 << deal.steps)
    for i in range(deal.parties):
        assert going_on(deal, i, done) - walking_away(deal, i, done) == stake(deal, i) + net(deal, i, done)


@some
@given(deal=deals)
def test_nobody_goes_first_for_nothing_when_all_leaks(deal: Deal) -> None:
    """With everything leaked, acting in turn is as safe as acting side by side: only time is lost."""
    deal = undated(replace(deal, leak=Fraction(1)))
    order = solve(deal, front=False).order
    if order is None:
        return
    in_turn = tuple(
        part for phase in order for i in range(deal.parties) if (part := tuple(j for j in phase if deal.doer[j] == i))
    )
    together, apart = account(deal, order), account(deal, in_turn)
    assert apart.blocking is None
    assert apart.avoidable <= together.avoidable
    assert apart.time_days >= together.time_days
