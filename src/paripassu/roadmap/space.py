"""The states of a deal as numbers, and the parts a party may do in a phase: what every search walks over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import combinations, product
from math import prod

import numpy as np

from paripassu.errors import CommandError
from paripassu.roadmap import incentive
from paripassu.roadmap.bits import FAR, Bools, Ints, Sums, signed
from paripassu.roadmap.chains import alike_before, chains
from paripassu.roadmap.deal import Deal, Length
from paripassu.roadmap.still import Still
from paripassu.roadmap.temptation import temptation

__all__ = ["Part", "Space"]

MOST_STEPS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some steps of one party that it may do in one phase.

    Attributes
    ----------
    party : int
    steps : tuple of int
    mask, needs, after : int
        Bitmasks of the steps, of those that must be finished before, and of those that may only be done after.
    code : int
        What doing it adds to the number of a state.
    tempting : int
        The temptation to cheat, as a rank (see :class:`Space`).
    sunk : int
        Leak times what it costs beyond what can be recovered.
    given : tuple of int, one a party
        Leak times what each other party receives beyond what it would lose again.
    change : tuple of int, one a party
        What it adds to each net.
    days : int
        Longest duration; where the calendar matters, the least it can be.
    """

    party: int
    steps: tuple[int, ...]
    mask: int
    needs: int
    after: int
    code: int
    tempting: int
    sunk: int
    given: tuple[int, ...]
    change: tuple[int, ...]
    days: int


class Space:
    """A deal made ready for searching.

    Guarantees are compared as *ranks*: temptations are fractions, everything else is a whole number of units, so an
    amount ``x`` is ranked ``floor(x) * K + r``, where r is the place of its fractional part among the K that
    occur. The order of ranks is the order of amounts, and adding a unit adds K.

    Attributes
    ----------
    deal : Deal
    chains : list of list of int
    radix, stride : tuple of int, one a chain
        State numbers are mixed-radix counters of the chains; every phase makes the number larger.
    size : int
        How many numbers there are.
    parts : list of list of Part, one list a party
    stakes, base : list of int, one a party
        Stake, and the exposure that is not avoidable (floor and compensation).
    """

    def __init__(self, deal: Deal) -> None:
        self.deal = deal
        self.chains = chains(deal)
        self.radix = tuple(len(chain) + 1 for chain in self.chains)
        self.stride = tuple(prod(self.radix[:k]) for k in range(len(self.radix)))
        self.size = prod(self.radix)
        self.left = sum(map(len, self.chains))
        if deal.steps > MOST_STEPS:
            raise CommandError(
                f"a roadmap of more than {MOST_STEPS} steps cannot be solved, and this one has {deal.steps}"
            )
        self.code_of = {j: self.stride[g] for g, chain in enumerate(self.chains) for j in chain}
        self.stakes = [incentive.stake(deal, i) for i in range(deal.parties)]
        self.base = [incentive.floor(deal, i) + incentive.compensation(deal, i) for i in range(deal.parties)]
        self._make_parts()
        largest = (
            sum(deal.cost) + sum(map(sum, deal.value)) + sum(map(abs, (*deal.end, *deal.outside, *deal.guarantee)))
        )
        if largest * 4 * len(self.fractions) >= FAR:
            raise CommandError("the amounts are too fine to be compared exactly; give them with fewer digits")

    def _make_parts(self) -> None:
        deal, alike = self.deal, alike_before(self.deal)
        self.fractions = [Fraction(0)]
        plain: list[list[tuple[Part, Fraction]]] = []
        for i in range(deal.parties):
            own = [j for j in range(deal.steps) if deal.doer[j] == i and not deal.done >> j & 1]
            some = [c for n in range(1, deal.most_per_phase + 1) for c in combinations(own, n)]
            plain.append([made for steps in some if (made := self._part(i, steps, alike))])
        self.fractions = sorted({x % 1 for row in plain for _, x in row} | {Fraction(0)})
        single = [part for row in plain for part, _ in row if len(part.steps) == 1]

        def after(mask: int) -> int:
            return sum(one.mask for one in single if one.needs & mask and not one.mask & mask)

        self.parts = [
            [replace(part, tempting=self.rank(x), after=after(part.mask)) for part, x in row] for row in plain
        ]

    def _part(self, i: int, steps: tuple[int, ...], alike: list[int | None]) -> tuple[Part, Fraction] | None:
        deal = self.deal
        mask = sum(1 << j for j in steps)
        needs = 0
        for j in steps:
            needs |= deal.needs[j]
            if (before := alike[j]) is not None and before not in steps:
                needs |= 1 << before
        if needs & mask:
            return None
        parties = range(deal.parties)
        part = Part(
            party=i,
            steps=steps,
            mask=mask,
            needs=needs,
            after=0,
            code=sum(self.code_of[j] for j in steps),
            tempting=0,
            sunk=int(deal.leak * sum(deal.cost[j] - deal.recover[j] for j in steps)),
            given=tuple(
                int(deal.leak * sum(deal.value[k][j] - deal.revoke[k][j] for j in steps)) if k != i else 0
                for k in parties
            ),
            change=tuple(sum(incentive.behind(deal, k, j) for j in steps) for k in parties),
            days=max(self._days(deal.duration[j]) for j in steps),
        )
        return part, temptation(deal, steps)

    def rank(self, x: Fraction | int) -> int:
        """The rank of an amount in units; of those between two ranks, the next above."""
        whole, rest = divmod(Fraction(x), 1)
        at = next((k for k, f in enumerate(self.fractions) if f >= rest), len(self.fractions))
        return int(whole) * len(self.fractions) + at

    def unrank(self, rank: int) -> Fraction:
        """The amount in units with this rank."""
        whole, at = divmod(rank, len(self.fractions))
        return whole + self.fractions[at]

    @property
    def gate(self) -> int:
        """Days to verify a phase; where the calendar matters, the fewest."""
        return self._days(self.deal.gate)

    def _days(self, length: Length) -> int:
        return (28 if self.clocked else 30) * length.months + length.days

    @cached_property
    def still(self) -> Still:
        """The bound on the time that is still needed."""
        return Still(self.deal, self.code_of)

    @cached_property
    def clocked(self) -> bool:
        """Whether the day on which a phase starts matters."""
        return self.deal.clocked(self.code_of)

    @cached_property
    def short_at_once(self) -> int:
        """The extra guarantee, as a rank, without which some party would not even begin."""
        begin = zip(self.stakes, self.net(self.deal.done), strict=True)
        return max(self.rank(-stake - net) for stake, net in begin)

    @cached_property
    def phases(self) -> list[tuple[Part, ...]]:
        """Every phase that could be in some roadmap, as one part for each party that acts."""
        rows: list[list[Part | None]] = [[None, *row] for row in self.parts]
        return [made for some in product(*rows) if (made := tuple(p for p in some if p is not None))]

    def net(self, mask: int) -> list[int]:
        """By how much each party is behind in a state."""
        return [incentive.net(self.deal, i, mask) for i in range(self.deal.parties)]

    def masks(self, codes: Ints) -> Ints:
        """Bitmasks of the states with these numbers."""
        found = np.full(len(codes), signed(self.deal.done), dtype=np.int64)
        for chain, radix, stride in zip(self.chains, self.radix, self.stride, strict=True):
            table = [0]
            for j in chain:
                table.append(table[-1] | 1 << j)
            found |= np.array([signed(m) for m in table], dtype=np.int64)[codes // stride % radix]
        return found

    @cached_property
    def _nets(self) -> Sums:
        deal = self.deal
        return Sums([[incentive.behind(deal, i, j) for j in range(deal.steps)] for i in range(deal.parties)])

    def nets(self, masks: Ints) -> Ints:
        """By how much each party is behind, ``[party, state]``."""
        return self._nets.of(masks)

    def end_of_phase(self, day: int, phase: Iterable[Part]) -> int | None:
        """The day on which a phase begun on this day has been verified; None when it misses a deadline."""
        deal = self.deal
        steps = [j for part in phase for j in part.steps]
        begin = max([day, *(d for j in steps if (d := deal.not_before[j]) is not None)])
        last = begin
        for j in steps:
            end = deal.after(begin, deal.duration[j])
            if (limit := deal.by[j]) is not None and end > limit:
                return None
            last = max(last, end)
        return deal.after(last, deal.gate)

    def ends_of_phase(self, days: Ints, phase: Iterable[Part]) -> tuple[Ints, Bools | None]:
        """For many days at once: when the phase has been verified, and which days are in time (None for all)."""
        if not self.clocked:
            return days + (max(part.days for part in phase) + self.gate), None
        ends = {int(day): self.end_of_phase(int(day), phase) for day in np.unique(days)}
        known = np.array(sorted(ends), dtype=np.int64)
        table = np.array([-1 if (e := ends[int(d)]) is None else e for d in known], dtype=np.int64)
        found = table[np.searchsorted(known, days)]
        return found, found >= 0

    def predecessors(self, mask: int) -> Iterator[tuple[tuple[Part, ...], int]]:
        """Phases that could have led to a state, with the state before, steps late in the file first."""
        needed_by = 0
        for j in self.code_of:
            if mask >> j & 1:
                needed_by |= self.deal.needs[j]
        rows: list[list[Part | None]] = [
            [None, *(p for p in row if p.mask & mask == p.mask and not p.mask & needed_by)] for row in self.parts
        ]
        found = [made for some in product(*rows) if (made := tuple(p for p in some if p is not None))]
        found.sort(key=lambda phase: sorted((j for p in phase for j in p.steps), reverse=True), reverse=True)
        for phase in found:
            before = mask
            for part in phase:
                before &= ~part.mask
            if all(part.needs & ~before == 0 for part in phase):
                yield phase, before

    def code(self, mask: int) -> int:
        """The number of a state."""
        return sum(self.code_of[j] for j in self.code_of if mask >> j & 1)
