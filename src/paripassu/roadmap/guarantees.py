"""What one party's guarantee buys of the other's: the front of guarantees for two parties.

Each party's conditions hold or fail by its own guarantee alone. So an order needs of each party the largest of its
shortfalls on the way, and the pairs that no other order betters in both follow state by state, each state
with the pairs (and the day, where there are dates) with which it can be reached.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from paripassu.case.case import Case
from paripassu.errors import CommandError
from paripassu.roadmap import incentive
from paripassu.roadmap.deal import Deal, Order
from paripassu.roadmap.discounted import pairs_discounted
from paripassu.roadmap.ranges import fixed
from paripassu.roadmap.read_case import deal as letters_of
from paripassu.roadmap.read_case import named, players
from paripassu.roadmap.space import Part, Space
from paripassu.roadmap.watch import Progress, Watch

__all__ = ["Guarantees", "guarantee_front", "pairs"]

MOST_STATES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarantees:
    """The guarantee of each party, all of it and not only what is added, with which an order holds."""

    by_party: dict[str, Fraction]
    phases: tuple[tuple[str, ...], ...]

    def tree(self) -> dict[str, Any]:
        """The JSON shape, with amounts still exact."""
        return {"guarantee": dict(self.by_party), "phases": [list(phase) for phase in self.phases]}


def guarantee_front(case: Case, *, progress: Progress | None = None) -> tuple[Guarantees, ...]:
    """All pairs of guarantees with which some order holds and no smaller pair does.

    Parameters
    ----------
    case : Case
        Needs `steps` in which exactly two parties have a part. Guarantees given are left out of account.
    progress : callable, optional

    Returns
    -------
    tuple of Guarantees
        The first party's guarantee ascending. Empty when no guarantee helps: signing is not worth it, the guarantees
        are released and the finished state does not hold, or no order is in time.

    Raises
    ------
    CommandError
        For more or fewer than two parties, or more states than can be gone through one by one.

    Examples
    --------
    >>> swap = {"give": {"doer": "a", "cost": 2, "value": {"b": 3}}, "pay": {"doer": "b", "cost": 2, "value": {"a": 3}}}
    >>> case = Case.from_dict({"parties": ["a", "b"], "steps": swap})
    >>> [tuple(map(int, one.by_party.values())) for one in guarantee_front(case)]
    [(0, 2), (2, 0)]
    """
    case.require("steps")
    at = fixed(case)
    parties = players(at)
    if len(parties) != 2:
        raise CommandError(f"the front of guarantees is for two parties with a part in the steps, not {len(parties)}")
    return tuple(
        Guarantees(by_party=dict(zip(parties, amounts, strict=True)), phases=named(at, order))
        for amounts, order in pairs(letters_of(at), Watch(None, progress))
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to reach a state: each party's largest shortfall so far as a rank, the day, and where it came from."""

    needs: tuple[int, ...]
    day: int
    phase: tuple[Part, ...] = ()
    before: _Way | None = None

    def betters(self, other: _Way) -> bool:
        return self.day <= other.day and all(a <= b for a, b in zip(self.needs, other.needs, strict=True))


def pairs(deal: Deal, watch: Watch) -> list[tuple[tuple[Fraction, ...], Order]]:
    """The front for the letters of a deal: each party's guarantee, and an order that holds with it."""
    bare = replace(deal, guarantee=(0,) * deal.parties)
    if deal.discounted:
        return pairs_discounted(bare, watch)
    space = Space(bare)
    if space.size > MOST_STATES:
        raise CommandError(f"the front of guarantees goes through every state, and {space.size:,} are too many")
    if not deal.done and any(incentive.sign_shortfall(bare, i) > 0 for i in range(deal.parties)):
        return []
    ways: dict[int, list[_Way]] = {bare.done: [_Way(_staying(space, bare.done, (0,) * deal.parties), 0)]}
    waiting: list[dict[int, None]] = [{} for _ in range(space.left + 1)]
    waiting[0][bare.done] = None
    for layer, states in enumerate(waiting):
        watch.look("front of guarantees", layer / (space.left + 1))
        for mask in states:
            slack = [n + s for n, s in zip(space.net(mask), space.stakes, strict=True)]
            for phase in _phases(space, mask):
                to = mask | sum(part.mask for part in phase)
                short = _cheating(space, phase, slack)
                for way in ways[mask]:
                    day = space.end_of_phase(way.day, phase) if space.clocked else 0
                    if day is not None:
                        needs = tuple(max(a, b) for a, b in zip(way.needs, short, strict=True))
                        _add(ways.setdefault(to, []), _Way(_staying(space, to, needs), day, phase, way))
                if to in ways:
                    waiting[layer + sum(len(part.steps) for part in phase)][to] = None
    if bare.released and any(s < 0 for s in _slack(space, bare.everything)):
        return []
    found: list[_Way] = []
    for way in ways.get(bare.everything, []):
        _add(found, replace(way, day=0))  # once all is done the day no longer matters
    found.sort(key=lambda way: way.needs)
    return [(tuple(bare.amount(space.unrank(n)) for n in way.needs), _order(way)) for way in found]


def _slack(space: Space, mask: int) -> list[int]:
    return [n + s for n, s in zip(space.net(mask), space.stakes, strict=True)]


def _staying(space: Space, mask: int, needs: tuple[int, ...]) -> tuple[int, ...]:
    if space.deal.released and mask == space.deal.everything:
        return needs  # no guarantee is held any more
    ranks = len(space.fractions)
    return tuple(max(n, -s * ranks) for n, s in zip(needs, _slack(space, mask), strict=True))


def _cheating(space: Space, phase: tuple[Part, ...], slack: list[int]) -> list[int]:
    short = [0] * len(slack)
    for part in phase:
        got = sum(other.given[part.party] for other in phase)
        short[part.party] = max(0, part.tempting + (got - slack[part.party]) * len(space.fractions))
    return short


def _phases(space: Space, mask: int) -> Iterator[tuple[Part, ...]]:
    """The phases open in a state; where all is leaked and no day matters, those in which one party acts are enough."""
    alone = space.deal.leak == 1 and not space.clocked
    chosen: list[tuple[Part, ...]] = [()]
    for row in space.parts:
        ready = [part for part in row if mask & (part.mask | part.needs) == part.needs]
        chosen += [(*phase, part) for phase in chosen if not (alone and phase) for part in ready]
    yield from chosen[1:]


def _add(kept: list[_Way], new: _Way) -> None:
    if not any(old.betters(new) for old in kept):
        kept[:] = [*(old for old in kept if not new.betters(old)), new]


def _order(way: _Way) -> Order:
    order: list[tuple[int, ...]] = []
    last: _Way | None = way
    while last is not None and last.phase:
        order.append(tuple(sorted(_steps(last.phase))))
        last = last.before
    return tuple(reversed(order))


def _steps(phase: Iterable[Part]) -> Iterator[int]:
    for part in phase:
        yield from part.steps
