"""Deals to test with: the toy of the guide, and random ones drawn to include what is awkward."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from fractions import Fraction

from paripassu.roadmap.deal import Deal, Length

NAMES = ("moratorium", "test-site", "declaration", "yongbyon", "warheads")
NAMES += ("drills", "end-of-war", "partial-relief", "liaison", "full-relief")
US, DPRK = 0, 1


def toy(us_end: int = 9) -> Deal:
    """The made-up exchange between the US (party 0) and the DPRK (party 1); months of 30 days."""
    return Deal.of(
        doer=[DPRK] * 5 + [US] * 5,
        cost=[2, 3, 6, 8, 20, 3, 4, 7, 2, 14],
        recover=[2, 0, 0, 3, 0, 3, 0, 4, 1, 7],
        value=[[4, 4, 9, 12, 34] + [0] * 5, [0] * 5 + [5, 7, 12, 4, 26]],
        revoke=[[2, 0, 0, 4, 0] + [0] * 5, [0] * 5 + [5, 2, 9, 2, 18]],
        detect=[1, 1, Fraction(3, 5), Fraction(9, 10), Fraction(7, 10)] + [1] * 5,
        duration=[30, 30, 90, 180, 360, 30, 30, 90, 60, 180],
        needs=[[], [0], [0], [2], [3], [], [], [], [6], [7]],
        end=[us_end, 6],
        gate=30,
    )


def draw(rng: random.Random, *, steps: int = 5) -> Deal:
    """A random deal of up to so many steps: ties, zero costs, chains, doubt, snapback, dates, two or three parties."""
    parties = 2 if rng.random() < 0.75 else 3
    n = rng.randint(1, steps)
    most = rng.choice([1, 1, 2])
    top = rng.choice([2, 4, 9])
    doer = [rng.randrange(parties) for _ in range(n)]
    cost = [rng.choice([0, rng.randint(0, top), rng.randint(1, top)]) for _ in range(n)]
    generous = rng.choice([1, 2, 3, 5])
    value = [[0 if doer[j] == i else rng.randint(0, generous * top) for j in range(n)] for i in range(parties)]
    recover = [rng.randint(0, c) if rng.random() < 0.4 else 0 for c in cost]
    revoke = [[rng.randint(0, v) if rng.random() < 0.4 else 0 for v in row] for row in value]
    shape = rng.choice(["none", "chains", "sparse"])
    needs: list[list[int]] = [[] for _ in range(n)]
    for j in range(1, n):
        if shape == "chains" and (own := [k for k in range(j) if doer[k] == doer[j]]):
            needs[j] = [own[-1]]
        elif shape == "sparse" and rng.random() < 0.4:
            needs[j] = [rng.randrange(j)]
    if rng.random() < 0.3 and n > 1:  # two steps alike in everything
        doer[1], cost[1], recover[1], needs[1] = doer[0], cost[0], recover[0], list(needs[0])
        for row in value + revoke:
            row[1] = row[0]
    certain = rng.random() < 0.5
    sure = [Fraction(1), Fraction(9, 10), Fraction(1, 2), Fraction(3, 5), Fraction(7, 11)]
    duration = [rng.choice([0, 1, 2, 3]) for _ in range(n)]
    return Deal.of(
        doer=doer,
        cost=cost,
        value=value,
        recover=recover,
        revoke=revoke,
        detect=[Fraction(1) if certain else rng.choice(sure) for _ in range(n)],
        duration=[duration[0]] * 2 + duration[2:] if n > 1 and rng.random() < 0.5 else duration,
        needs=needs,
        by=[rng.randint(1, 3 * n) if rng.random() < 0.1 else None for _ in range(n)] if rng.random() < 0.3 else None,
        not_before=[rng.randint(0, 6) if rng.random() < 0.2 else None for _ in range(n)]
        if rng.random() < 0.2
        else None,
        end=[rng.choice([0, rng.randint(0, top)]) for _ in range(parties)],
        outside=[rng.choice([0, 0, rng.randint(0, 2)]) for _ in range(parties)],
        guarantee=[rng.choice([0, rng.randint(0, top)]) for _ in range(parties)],
        leak=rng.choice([Fraction(0), Fraction(1, 2), Fraction(1), Fraction(1)]),
        compensation=rng.choice([Fraction(0), Fraction(0), Fraction(1, 2), Fraction(1)]),
        gate=rng.choice([0, 1, 2]),
        released=rng.random() < 0.2,
        most_per_phase=most,
    )


def undated(deal: Deal) -> Deal:
    """The same deal without deadlines and earliest days."""
    none = (None,) * deal.steps
    return replace(deal, by=none, not_before=none)


def dated(deal: Deal, rng: random.Random) -> Deal:
    """The same deal from a day of the calendar, some steps and perhaps the gate lasting months."""
    begin = dt.date(2019, rng.randint(1, 12), rng.randint(1, 28)) + dt.timedelta(days=3)
    lengths = tuple(Length(months=rng.choice([0, 0, 1, 2]), days=x.days) for x in deal.duration)
    return replace(deal, start=begin, duration=lengths, gate=Length(months=rng.choice([0, 1])))


def narrow(rng: random.Random, *, each: int) -> Deal:
    """Two parties with so many steps each, both gaining, with little to lose: only some beginnings and ends hold."""
    cost = [rng.randint(1, 20) for _ in range(2 * each)]
    gain = [c + rng.randint(0, 20) for c in cost]
    end = rng.randint(1, 4)
    return Deal.of(
        doer=[j // each for j in range(2 * each)],
        cost=cost,
        value=[[0] * each + gain[each:], gain[:each] + [0] * each],
        duration=[rng.choice([30, 60, 90, 180]) for _ in cost],
        leak=rng.choice([1, 1, Fraction(1, 2)]),
        end=[end, end],
        gate=30,
    )
