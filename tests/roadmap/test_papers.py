"""Published and derived results on gradual exchange, each with its source."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import pairwise

import pytest

from paripassu.roadmap.deal import Deal
from paripassu.roadmap.incentive import account
from paripassu.roadmap.lattice import EXPOSURE, sweep, value
from paripassu.roadmap.plan import least_guarantee, solve
from paripassu.roadmap.sizes import bond_for, fewest_phases, gradual, largest_parts
from paripassu.roadmap.space import Space

# Backward induction: the last step.


def swap(leak: Fraction, cost: int, value: int, **more: object) -> Deal:
    """Each side does one thing for the other."""
    return Deal.of(doer=[0, 1], cost=[cost, cost], value=[[0, value], [value, 0]], leak=leak, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("twentieths", range(21))
def test_a_swap_without_a_bond_needs_a_small_leak(twentieths: int) -> None:
    leak = Fraction(twentieths, 20)
    found = solve(swap(leak, 6, 10))
    assert (found.status == "found") == (leak <= 1 - Fraction(6, 10))


def test_without_a_future_the_last_step_is_not_done() -> None:
    for seed in range(20):
        deal = family(3, seed)
        answer = solve(deal)
        assert answer.status == "no roadmap"
        assert answer.blocking is not None
        assert answer.blocking.shortfall > 0


def test_a_bond_of_the_last_mover_alone_can_be_enough() -> None:
    for first, last in ((0, 1), (1, 0)):
        bond = [0, 0]
        bond[last] = 6
        found = solve(swap(Fraction(1), 6, 10, guarantee=bond))
        assert found.order == ((first,), (last,))
        bond[last] = 5
        assert solve(swap(Fraction(1), 6, 10, guarantee=bond)).status == "no roadmap"


# T. Sandholm & V. Lesser, "Unenforced e-commerce transactions", and Sandholm's safe exchange planner: with
# divisible money only the pooled bond matters. (cost, value) and the bonds are those of the guide.
ITEMS = [(10, 14), (6, 9), (4, 5), (8, 6)]
PRICE = 31


def enough(bond: int, items: list[tuple[int, int]], *, in_order: bool = False) -> bool:
    """Whether the goods (party 0) can be traded for money in coins of 1 (party 1) with some split of a pooled bond."""
    n = len(items)
    for mine in range(bond + 1):
        deal = Deal.of(
            doer=[0] * n + [1] * PRICE,
            cost=[c for c, _ in items] + [1] * PRICE,
            value=[[0] * n + [1] * PRICE, [v for _, v in items] + [0] * PRICE],
            needs=[[j - 1] if in_order and j else [] for j in range(n)] + [[] for _ in range(PRICE)],
            guarantee=[mine, bond - mine],
        )
        if value(sweep(Space(deal), EXPOSURE, compiled=False)) is not None:
            return True
    return False


def test_safe_exchange_of_four_goods() -> None:
    assert enough(6, ITEMS)
    assert not enough(5, ITEMS)


def test_safe_exchange_all_at_once() -> None:
    whole = [(sum(c for c, _ in ITEMS), sum(v for _, v in ITEMS))]
    assert enough(28, whole)
    assert not enough(27, whole)


def test_safe_exchange_in_the_best_and_the_worst_order() -> None:
    best = [(8, 6), (10, 14), (6, 9), (4, 5)]  # negative surplus first, then the dearest first
    assert enough(6, best, in_order=True)
    worst = [(4, 5), (6, 9), (10, 14), (8, 6)]
    assert enough(12, worst, in_order=True)
    assert not enough(11, worst, in_order=True)


# Sizes and fewest phases: the closed forms of the guide.


@pytest.mark.parametrize(
    ("worth", "discount", "held", "cost", "phases"),
    [
        ("1.5", "0.9", "1", "20", 7),
        ("2", "0.95", "0.5", "100", 9),
        ("1.2", "0.8", "1", "10", 13),
        ("1.05", "1", "1", "10", 9),
        ("1", "1", "3", "10", 4),  # at a rate of 1, cost / held rounded up
        ("1.2", "0.8", "1", "25", None),  # nothing beyond held / (1 - rate) = 25
    ],
)
def test_fewest_phases(worth: str, discount: str, held: str, cost: str, phases: int | None) -> None:
    assert fewest_phases(Fraction(worth), Fraction(discount), Fraction(held), Fraction(cost)) == phases


def test_bonds_by_phases() -> None:
    bonds = [float(bond_for(Fraction("1.5"), Fraction("0.9"), Fraction(20), k)) for k in (1, 3, 7)]
    assert bonds == pytest.approx([20, 4.793, 0.976], abs=5e-4)


@pytest.mark.parametrize(
    ("worth", "discount", "held", "cost"),
    [
        ("1.05", "1", "1", 10),
        ("1.5", "1", "1", 20),
        ("2", "1", "1", 100),
        ("1.5", "0.9", "1", 20),
        ("2", "0.95", "0.5", 100),
        ("1.2", "0.8", "1", 10),
    ],
)
def test_fewest_phases_are_those_of_the_engine(worth: str, discount: str, held: str, cost: int) -> None:
    """The engine accepts the largest parts, and no part may be a thousandth larger."""
    rate, patience, end = Fraction(worth), Fraction(discount), Fraction(held)
    phases = fewest_phases(rate, patience, end, Fraction(cost))
    assert phases is not None
    parts = largest_parts(rate, patience, end, phases)
    assert sum(parts) >= cost > sum(parts[1:])
    order = tuple((k, phases + k) for k in range(phases))
    for larger, holds in ((0, True), (Fraction(1, 1000), False)):
        costs = [*parts[:-1], parts[-1] + larger]
        deal = Deal.of(
            doer=[0] * phases + [1] * phases,
            cost=costs * 2,
            value=[[0] * phases + [rate * c for c in costs], [rate * c for c in costs] + [0] * phases],
            end=[end, end],
            discount=[patience, patience],
        )
        assert (account(deal, order).blocking is None) is holds


# B. Lockwood & J. P. Thomas (2002), Review of Economic Studies 69: gain 2, cost 1, discount 0.8.


def test_gradualism() -> None:
    path = gradual(Fraction(1), Fraction(2), Fraction(4, 5), 3)
    assert [float(x) for x in path] == pytest.approx([0.3750, 0.6094, 0.7559], abs=5e-5)


def test_gradualism_leaves_nobody_a_gain_from_stopping() -> None:
    """Replayed: in every period going on is worth exactly what stopping for ever is; the whole is worth 0.75."""
    a, b, d = Fraction(1), Fraction(2), Fraction(4, 5)
    path = (Fraction(0), *gradual(a, b, d, 60))
    ratio = a / (d * b)
    going_on = (b - a) - b * (1 - d) * ratio ** (len(path) - 1)  # the tail of the path, summed
    for before, now in reversed(list(pairwise(path))):
        if now != path[-1]:
            going_on = (1 - d) * (b - a) * now + d * going_on
        assert going_on == b * now - a * before
    assert going_on == b - a / d == Fraction(3, 4)


def test_gradualism_is_what_the_engine_allows() -> None:
    """Each period's increase as a phase, the periods beyond the last as the end value: every phase is just held, and
    the whole is worth 0.75 counted from the first period (0.8 of that, one phase before)."""
    a, b, d = Fraction(1), Fraction(2), Fraction(4, 5)
    path = (Fraction(0), *gradual(a, b, d, 6))
    grow = [now - before for before, now in pairwise(path)]
    n = len(grow)

    def exchange(last: Fraction) -> Deal:
        costs = [a * x for x in [*grow[:-1], last]]
        gains = [b / a * cost for cost in costs]
        end = a * grow[-1]  # what all later periods are worth
        return Deal.of(
            doer=[0] * n + [1] * n,
            cost=costs * 2,
            value=[[0] * n + gains, gains + [0] * n],
            end=[end, end],
            discount=[d, d],
        )

    order = tuple((t, n + t) for t in range(n))
    state = account(exchange(grow[-1]), order)
    assert state.blocking is None
    assert all(row == (0, 0) for row in state.part_slack)
    assert state.slack[0][0] == d * Fraction(3, 4) == d * (b - a / d)
    assert account(exchange(grow[-1] + Fraction(1, 1000)), order).blocking is not None


# The Steinitz lemma (E. Steinitz 1913; in two dimensions the constant is 3/2, W. Banaszczyk 1987).


def family(each: int, seed: int) -> Deal:
    """Both sides gain; everything is noticed; no prerequisites; nothing can be taken back; no future."""
    rng = random.Random(seed)
    cost = [rng.randint(1, 20) for _ in range(2 * each)]
    gain = [c + rng.randint(1, 6) for c in cost]
    value = [[0] * each + gain[each:], gain[:each] + [0] * each]
    short = [sum(cost[:each]) - sum(value[0]), sum(cost[each:]) - sum(value[1])]
    for i, missing in enumerate(short):  # neither side loses by the whole
        if missing >= 0:
            value[i][each * (1 - i)] += missing + 1
    return Deal.of(doer=[j // each for j in range(2 * each)], cost=cost, value=value)


def largest_centred_step(deal: Deal) -> Fraction:
    nets = [[deal.cost[j] if deal.doer[j] == i else -deal.value[i][j] for j in range(deal.steps)] for i in (0, 1)]
    return max(abs(x - Fraction(sum(row), len(row))) for row in nets for x in row) / deal.scale


@pytest.mark.parametrize("seed", range(4))
def test_phasing_bounds_the_guarantee_by_the_largest_step(seed: int) -> None:
    phased, at_once = [], []
    for each in (2, 4, 6):
        deal = family(each, seed)
        needed = least_guarantee(deal)
        assert needed is not None
        assert needed <= Fraction(3, 2) * largest_centred_step(deal)
        whole = account(deal, (tuple(range(deal.steps)),)).guarantee_needed
        assert whole is not None
        phased.append(needed)
        at_once.append(whole)
    assert at_once[-1] > 2 * at_once[0]
    assert max(phased) <= 20
    assert at_once[-1] > 3 * phased[-1]


# Simultaneity, derived: it is worth (1 - leak) times what the other side gives and cannot take back.


@pytest.mark.parametrize("leak", [Fraction(0), Fraction(1, 3), Fraction(1)])
def test_what_doing_it_side_by_side_is_worth(leak: Fraction) -> None:
    deal = swap(leak, 6, 10, revoke=[[0, 4], [1, 0]])
    together = account(deal, ((0, 1),)).part_slack[0]
    in_turn = account(deal, ((0,), (1,))).part_slack[1][1], account(deal, ((1,), (0,))).part_slack[1][0]
    for mine, alone, kept in zip(together, reversed(in_turn), (10 - 4, 10 - 1), strict=True):
        assert mine is not None
        assert alone is not None
        assert mine - alone == (1 - leak) * kept


# M. R. Garey & D. S. Johnson, "Computers and Intractability" (1979), SP15: 3-PARTITION is strongly NP-complete. The
# reduction is derived: one side gives 3m things worth what they cost, between a quarter and a half of B, the other
# m things worth B. The first may never be ahead, and never behind by more than B. So each B is due exactly when
# things worth B have been given since the last one.


def alternating(items: list[int], whole: int) -> Deal:
    sets = sum(items) // whole
    gifts = [*items, *[whole] * sets]
    n = len(items)
    return Deal.of(
        doer=[0] * n + [1] * sets,
        cost=gifts,
        value=[[0] * n + gifts[n:], gifts[:n] + [0] * sets],
        end=[0, whole],
    )


def partitioned(items: list[int], whole: int) -> bool:
    """Whether the items fall into threes that each sum to the whole: by trying them all."""
    if not items:
        return True
    first, rest = items[0], items[1:]
    for k in range(len(rest)):
        for m in range(k + 1, len(rest)):
            if first + rest[k] + rest[m] == whole:
                left = [x for i, x in enumerate(rest) if i not in (k, m)]
                if partitioned(left, whole):
                    return True
    return False


def test_an_order_of_indivisible_steps_is_as_hard_as_three_partition() -> None:
    seen = set()
    for seed in range(30):
        rng = random.Random(seed)
        whole = rng.choice([22, 30, 40])
        items: list[int] = []
        while len(items) < 9 or sum(items) != 3 * whole:
            items = [rng.randint(whole // 4 + 1, (whole - 1) // 2) for _ in range(9)]
        found = solve(alternating(items, whole), front=False)
        assert (found.status == "found") == partitioned(items, whole)
        seen.add(found.status)
    for items in ([6, 6, 8, 6, 7, 7, 7, 7, 6], [9, 6, 6, 6, 6, 6, 7, 7, 7]):  # no two others make a 9 up to 20
        found = solve(alternating(items, 20), front=False)
        assert (found.status == "found") == partitioned(items, 20) == (9 not in items)
        seen.add(found.status)
    assert seen == {"found", "no roadmap"}
