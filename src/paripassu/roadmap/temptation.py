"""How tempting is it to leave out some of one's own steps of a phase? The exact rule over all subsets."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from paripassu.roadmap.deal import Deal

__all__ = ["largest_need", "temptation"]


class _Step(NamedTuple):
    cost: int
    recover: int
    detect: Fraction


def temptation(deal: Deal, own: Sequence[int]) -> Fraction:
    """What the future must be worth above the present for one party to do its part of a phase, in units.

    The largest, over the non-empty sets C of own steps that it might leave out, of
    ``recover(own - C) + c(C) / q_C - c(own)``. Never negative: leaving everything out is one of the sets.
    """
    steps = [_Step(deal.cost[j], deal.recover[j], deal.detect[j]) for j in own]
    return largest_need(steps) - sum(step.cost for step in steps)


def largest_need(steps: Sequence[tuple[int, int, Fraction]]) -> Fraction:
    """The largest of ``recover(P - C) + c(C) / q_C`` over non-empty C in P, each step (cost, recover,
    detect).

    A step that is surely noticed makes q_C one, and then leaving out everything is best, because nothing is
    recovered beyond its cost. Among the others, partial sets are kept only while no other set has as
    much cost, as little to recover and as small a chance of notice, and while they could still beat
    the best set known.

    Examples
    --------
    >>> largest_need([(16, 16, Fraction(1, 2)), (19, 0, Fraction(9, 10))])
    Fraction(334, 9)
    """
    whole, every, unseen = sum(s[0] for s in steps), sum(s[1] for s in steps), Fraction(1)
    for _, _, q in steps:
        unseen *= 1 - q
    best = Fraction(whole) / (1 - unseen)
    doubtful = [_Step(*s) for s in steps if s[2] < 1]
    # Only an order of trial: the sets are valued exactly, so rounding here cannot change the answer.
    doubtful.sort(key=lambda s: float(s.cost) / -_log_unseen(s.detect), reverse=True)
    for cost, recover, missed in _prefixes(doubtful):
        best = max(best, every - recover + cost / (1 - missed))
    kept: list[tuple[int, int, Fraction]] = [(0, 0, Fraction(1))]
    left = sum(s.cost for s in doubtful)
    for step in doubtful:
        left -= step.cost
        grown = [(c + step.cost, r + step.recover, m * (1 - step.detect)) for c, r, m in kept]
        for c, r, m in grown:
            best = max(best, every - r + c / (1 - m))
        fresh = [s for s in kept + grown if s[2] == 1 or every - s[1] + (s[0] + left) / (1 - s[2]) > best]
        kept = _undominated(fresh)
    return best


def _prefixes(steps: Sequence[_Step]) -> Iterator[tuple[int, int, Fraction]]:
    cost, recover, missed = 0, 0, Fraction(1)
    for step in steps:
        cost, recover, missed = cost + step.cost, recover + step.recover, missed * (1 - step.detect)
        yield cost, recover, missed


def _undominated(sets: list[tuple[int, int, Fraction]]) -> list[tuple[int, int, Fraction]]:
    kept: list[tuple[int, int, Fraction]] = []
    for c, r, m in sorted(set(sets), key=lambda s: (-s[0], s[1], -s[2])):
        if not any(r >= r2 and m <= m2 for _, r2, m2 in kept):
            kept.append((c, r, m))
    return kept


def _log_unseen(q: Fraction) -> float:
    return math.log(max(float(1 - q), 1e-300)) or -1e-300
