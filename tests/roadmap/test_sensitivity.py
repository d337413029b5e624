"""What an order survives: against the definitions applied to the same order with the amounts really moved."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from paripassu.roadmap.brute import judge
from paripassu.roadmap.deal import Deal, Order
from paripassu.roadmap.incentive import rescaled
from paripassu.roadmap.sensitivity import Input, sensitivity, survives


def moved(deal: Deal, name: Input, share: Fraction) -> Deal:
    """The deal with one input changed by a share of itself."""
    deal = rescaled(deal, share.denominator)
    factor = 1 + share

    def one(row: tuple[int, ...], at: int) -> tuple[int, ...]:
        return tuple(int(x * factor) if k == at else x for k, x in enumerate(row))

    if name.step is None:
        return replace(deal, **{name.kind: one(getattr(deal, name.kind), name.party)})
    if name.kind in ("cost", "recover"):
        return replace(deal, **{name.kind: one(getattr(deal, name.kind), name.step)})
    table = getattr(deal, name.kind)
    rows = tuple(one(row, name.step) if i == name.party else row for i, row in enumerate(table))
    return replace(deal, **{name.kind: rows})


def holds(deal: Deal, order: Order) -> bool:
    """By the definitions: an amount that is moved may leave what the account of a case relies on (recover <= cost)."""
    return judge(deal, order).holds


@st.composite
def deals(draw: st.DrawFn) -> tuple[Deal, Order]:
    doer = draw(st.lists(st.integers(0, 1), min_size=1, max_size=4))
    cost = [draw(st.integers(0, 6)) for _ in doer]
    value = [[0 if who == i else draw(st.integers(0, 9)) for who in doer] for i in range(2)]
    revoke = [[draw(st.integers(0, v)) for v in row] for row in value]
    order, rest = [], list(range(len(doer)))
    while rest:
        size = draw(st.integers(1, len(rest)))
        order.append(tuple(rest[:size]))
        rest = rest[size:]
    deal = Deal.of(
        doer=doer,
        cost=cost,
        recover=[draw(st.integers(0, c)) for c in cost],
        value=value,
        revoke=revoke,
        detect=[draw(st.sampled_from([1, Fraction(1, 2), Fraction(9, 10)])) for _ in doer],
        end=[draw(st.integers(0, 20)) for _ in range(2)],
        outside=[draw(st.integers(0, 2)) for _ in range(2)],
        guarantee=[draw(st.integers(0, 20)) for _ in range(2)],
        leak=draw(st.sampled_from([0, Fraction(1, 2), 1])),
        released=draw(st.booleans()),
        most_per_phase=4,
    )
    return deal, tuple(order)


@settings(deadline=None)
@given(deals())
def test_each_margin_is_the_edge(drawn: tuple[Deal, Order]) -> None:
    """At a margin the order still holds; a little further it does not."""
    deal, order = drawn
    if not holds(deal, order):
        assert sensitivity(deal, order).together < 0
        return
    little = Fraction(1, 1000)
    for margin in sensitivity(deal, order).margins:
        for share, sign in ((margin.lower, -1), (margin.higher, 1)):
            edge = Fraction(1) if share is None else share
            assert holds(moved(deal, margin.input, sign * edge), order)
            if share is not None:
                assert not holds(moved(deal, margin.input, sign * (share + little)), order)


@settings(deadline=None)
@given(deals())
def test_all_at_once_is_never_more_than_any_one_alone(drawn: tuple[Deal, Order]) -> None:
    deal, order = drawn
    assume(holds(deal, order))
    found = sensitivity(deal, order)
    alone = [share for margin in found.margins for share in (margin.lower, margin.higher) if share is not None]
    assert found.together <= min(alone, default=Fraction(1))


def test_a_swap_by_hand() -> None:
    """Own arithmetic: 3 of end value must cover a cost of 2."""
    swap = Deal.of(doer=[0, 1], cost=[2, 2], value=[[0, 3], [3, 0]], end=[3, 3])
    found = sensitivity(swap, ((0, 1),))
    assert found.together == Fraction(1, 5)
    assert found.binding[1:] == (1, "doing its part")
    margins = {margin.input: (margin.lower, margin.higher) for margin in found.margins}
    assert margins[Input("end", 0)] == (Fraction(1, 3), None)
    assert margins[Input("cost", 1, 1)] == (None, Fraction(1, 2))


@settings(deadline=None)
@given(deals(), st.sampled_from([0, 5, 25]))
def test_an_order_survives_every_draw_within_its_margin(drawn: tuple[Deal, Order], percent: int) -> None:
    deal, order = drawn
    assume(holds(deal, order))
    share = survives(deal, order, percent=percent, draws=50)
    assert 0 <= share <= 1
    if sensitivity(deal, order).together * 100 >= percent:
        assert share == 1


def test_a_condition_met_without_room_falls_in_about_half_of_the_draws() -> None:
    """Own arithmetic: an end value of 2 against a cost of 2, for two parties, each down as often as up."""
    swap = Deal.of(doer=[0, 1], cost=[2, 2], value=[[0, 3], [3, 0]], end=[2, 2])
    assert 0.2 < survives(swap, ((0, 1),), draws=2000) < 0.3
