"""The phases that could come last before a state, for deals in which later phases count for less."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations, product

from paripassu.roadmap import incentive
from paripassu.roadmap.chains import alike_before
from paripassu.roadmap.deal import Deal, Length
from paripassu.roadmap.future import flow
from paripassu.roadmap.temptation import largest_need

__all__ = ["Move", "Moves", "Part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some steps of one party that it may do in one phase; amounts in units of the deal.

    ``need`` is what it must be worth to the party to do them all and not leave out some; for each party ``gain`` is
    what it gains by them, and ``kept`` what of that it keeps when it breaks the deal in this phase itself. ``sunk`` is
    what the doer has then lost.
    """

    party: int
    steps: tuple[int, ...]
    mask: int
    needs: int
    need: Fraction
    gain: tuple[int, ...]
    kept: tuple[int, ...]
    sunk: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A phase that could be the last to be done before a state; amounts in units of `Moves.unit`.

    ``gain`` is what each party gains by it; ``asked`` what the rest must be worth to each party that acts so that it
    does its part (None for the others); ``away`` what walking away before it is worth; ``exposure`` the largest
    avoidable exposure before and within it, in units of the deal; ``days`` its length.
    """

    phase: tuple[int, ...]
    before: int
    gain: tuple[int, ...]
    asked: tuple[int | None, ...]
    away: tuple[int, ...]
    exposure: int
    days: int


class Moves:
    """A deal made ready for building orders from the last phase back.

    Attributes
    ----------
    unit : int
        Units of a worth in one unit of the deal: fine enough for every discount to leave whole numbers.
    left : list of int
        The steps that are not finished.
    parts : list of list of Part, one list a party
    """

    def __init__(self, deal: Deal) -> None:
        self.deal = deal
        self.left = [j for j in range(deal.steps) if not deal.done >> j & 1]
        self.parties = range(deal.parties)
        self.rates = [x.as_integer_ratio() for x in deal.discount]
        self.base = [incentive.floor(deal, i) + incentive.compensation(deal, i) for i in self.parties]
        self._make_parts()
        below = math.lcm(*(q for _, q in self.rates)) ** len(self.left)
        self.unit = below * math.lcm(*(part.need.denominator for row in self.parts for part in row), 1)
        self._moves: dict[int, list[Move]] = {}
        self._states: dict[int, tuple[list[int], list[int]]] = {}

    def _make_parts(self) -> None:
        alike = alike_before(self.deal)
        self.parts: list[list[Part]] = []
        for i in self.parties:
            own = [j for j in self.left if self.deal.doer[j] == i]
            some = [c for count in range(1, self.deal.most_per_phase + 1) for c in combinations(own, count)]
            self.parts.append([part for steps in some if (part := self._part(i, steps, alike))])

    def _part(self, i: int, steps: tuple[int, ...], alike: list[int | None]) -> Part | None:
        deal = self.deal
        mask, needs = sum(1 << j for j in steps), 0
        for j in steps:
            needs |= deal.needs[j]
            if (before := alike[j]) is not None and before not in steps:
                needs |= 1 << before
        if needs & mask:
            return None
        return Part(
            party=i,
            steps=steps,
            mask=mask,
            needs=needs,
            need=largest_need([(deal.cost[j], deal.recover[j], deal.detect[j]) for j in steps]),
            gain=tuple(flow(deal, k, steps) for k in self.parties),
            kept=tuple(
                0 if k == i else int(deal.leak * sum(deal.value[k][j] - deal.revoke[k][j] for j in steps))
                for k in self.parties
            ),
            sunk=int(deal.leak * sum(deal.cost[j] - deal.recover[j] for j in steps)),
            days=max(_days(deal.duration[j]) for j in steps),
        )

    @cached_property
    def clocked(self) -> bool:
        """Whether the day on which a phase starts matters."""
        return self.deal.clocked(self.left)

    @cached_property
    def horizon(self) -> int:
        """A day by which everything can be done one by one, waits included."""
        lengths = [self.deal.gate] * len(self.left) + [self.deal.duration[j] for j in self.left]
        waits = [day for j in self.left if (day := self.deal.not_before[j]) is not None]
        return max(waits, default=0) + sum(31 * length.months + length.days for length in lengths)

    # -- the phases that could come last ---------------------------------------------------------------------------
    def moves(self, mask: int) -> list[Move]:
        """Every phase that could be done just before a state is reached, steps late in the file first."""
        if mask not in self._moves:
            if len(self._moves) > 200_000:
                self._moves.clear()
            found = list(self._find_moves(mask))
            found.sort(key=lambda move: sorted(move.phase, reverse=True), reverse=True)
            self._moves[mask] = found
        return self._moves[mask]

    def _find_moves(self, mask: int) -> Iterator[Move]:
        needed = 0
        for j in self.left:
            if mask >> j & 1:
                needed |= self.deal.needs[j]
        rows = [[None, *(p for p in row if p.mask & mask == p.mask and not p.mask & needed)] for row in self.parts]
        for some in product(*rows):
            acting = [part for part in some if part is not None]
            before = mask & ~sum(part.mask for part in acting)
            if not acting or any(part.needs & ~before for part in acting):
                continue
            away, behind = self._state(before)
            asked: list[int | None] = [None for _ in self.parties]
            exposure = max(0, *(b - base for b, base in zip(behind, self.base, strict=True)))
            for part in acting:
                i = part.party
                others = sum(other.kept[i] - other.gain[i] for other in acting if other is not part)
                asked[i] = int((part.need + away[i] + others) * self.unit)
                exposure = max(exposure, behind[i] + part.sunk - self.base[i])
            yield Move(
                phase=tuple(sorted(j for part in acting for j in part.steps)),
                before=before,
                gain=tuple(sum(part.gain[i] for part in acting) * self.unit for i in self.parties),
                asked=tuple(asked),
                away=tuple(w * self.unit for w in away),
                exposure=exposure,
                days=max(part.days for part in acting) + _days(self.deal.gate),
            )

    def _state(self, mask: int) -> tuple[list[int], list[int]]:
        """What walking away is worth in a state, and by how much each party is behind."""
        if mask not in self._states:
            self._states[mask] = (
                [incentive.walking_away(self.deal, i, mask) for i in self.parties],
                [incentive.net(self.deal, i, mask) for i in self.parties],
            )
        return self._states[mask]

    def least(self, move: Move, extra: int = 0, short: int = 0) -> list[int]:
        """What the rest of the order must be worth to each party for a phase to come before it, given an extra
        guarantee, and how much may be lacking for signing."""
        found = []
        begins = not self.deal.done and not move.before
        for i, (p, q) in enumerate(self.rates):
            worth = move.away[i] - extra
            if begins:
                worth = max(worth, self.deal.outside[i] * self.unit - short)
            least = -(-worth * q // p) - move.gain[i]
            need = move.asked[i]
            found.append(least if need is None else max(least, need - extra))
        return found

    def earlier(self, move: Move, worth: tuple[int, ...]) -> tuple[int, ...]:
        """What everything is worth to each party before a phase, from what it is worth after."""
        return tuple([p * (g + v) // q for (p, q), g, v in zip(self.rates, move.gain, worth, strict=False)])

    def latest_start(self, phase: tuple[int, ...], day: int) -> int:
        """The latest day on which a phase may open to be verified by a day and meet its deadlines; -1 for none."""
        if not self._in_time(phase, 0, day):
            return -1
        low, high = 0, day
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._in_time(phase, middle, day) else (low, middle - 1)
        return low

    def _in_time(self, phase: tuple[int, ...], begin: int, latest: int) -> bool:
        deal = self.deal
        begin = max([begin, *(d for j in phase if (d := deal.not_before[j]) is not None)])
        if begin > latest:
            return False
        ends = [deal.after(begin, deal.duration[j]) for j in phase]
        if any((by := deal.by[j]) is not None and end > by for j, end in zip(phase, ends, strict=True)):
            return False
        return deal.after(max(ends), deal.gate) <= latest


def _days(length: Length) -> int:
    return 30 * length.months + length.days
