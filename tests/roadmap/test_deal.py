"""Amounts become integers of one unit; days are counted as the calendar has them."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from paripassu.roadmap.deal import Deal, Length, late_last


def test_every_share_of_every_amount_is_a_whole_number_of_units() -> None:
    deal = Deal.of(
        doer=[0, 1],
        cost=[Fraction("0.1"), Fraction(1, 3)],
        value=[[0, 1], [2, 0]],
        guarantee=[1, Fraction(1, 4)],
        leak=Fraction(2, 7),
        compensation=Fraction(1, 2),
    )
    assert deal.amount(deal.cost[0]) == Fraction("0.1")
    for units in (*deal.cost, *deal.value[0], *deal.guarantee):
        assert (deal.leak * units).denominator == 1
        assert (deal.compensation * units).denominator == 1


@pytest.mark.parametrize(
    ("day", "length", "ends"),
    [
        (0, Length(months=1), dt.date(2018, 2, 28)),
        (1, Length(months=1), dt.date(2018, 3, 1)),
        (0, Length(months=12), dt.date(2019, 1, 31)),
        (0, Length(months=25, days=2), dt.date(2020, 3, 2)),
        (0, Length(days=30), dt.date(2018, 3, 2)),
    ],
)
def test_months_by_the_calendar(day: int, length: Length, ends: dt.date) -> None:
    deal = Deal.of(doer=[0], cost=[1], value=[[0], [1]], start=dt.date(2018, 1, 31))
    assert deal.start is not None
    assert deal.start + dt.timedelta(deal.after(day, length)) == ends


def test_a_later_start_never_ends_sooner() -> None:
    deal = Deal.of(doer=[0], cost=[1], value=[[0], [1]], start=dt.date(2019, 12, 1))
    for months in (1, 3, 11):
        ends = [deal.after(day, Length(months, 5)) for day in range(800)]
        assert ends == sorted(ends)


def test_without_a_start_a_month_is_thirty_days() -> None:
    assert Deal.of(doer=[0], cost=[1], value=[[0], [1]]).after(7, Length(2, 1)) == 68


def test_ties_go_to_the_order_that_does_late_steps_last() -> None:
    assert late_last(((0,), (1, 2))) > late_last(((0, 1), (2,))) > late_last(((2,), (0, 1)))
