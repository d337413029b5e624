"""Orders of a deal in which later phases count for less, built from the last phase back.

What the future is worth then depends on the order still to come and not on the state alone. But it is all that
counts: with the same steps left, an order of them that is worth at least as much to everybody, as little exposed and
as short can be put in the place of another. So each state keeps the *labels* (worth to each party, guarantee asked,
exposure, time) that no other label of it betters in everything. Exact, in integers of a unit fine enough for every
discount; labels can become many, and beyond a budget only the best of a layer are kept, which proves nothing more.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from paripassu.roadmap import incentive
from paripassu.roadmap.deal import Deal, Order
from paripassu.roadmap.moves import Moves
from paripassu.roadmap.watch import Watch

__all__ = ["Backward", "Label", "undominated"]

EFFORT = 1_500_000
"""Labels tried against phases before only the best of each layer are kept."""
WIDTH = 400
"""Labels of a layer that are then kept."""
LOOKS = 100_000
"""Phases tried when, among orders as good, the one that is first in the file is looked for."""


class Label(NamedTuple):
    """The rest of an order from a state.

    ``key`` is (worth to each party, -guarantee or that of each party, -phases, -exposure, -days or latest start), each
    better when larger; then the phase that comes next and the label after it.
    """

    key: tuple[int, ...]
    phase: tuple[int, ...] = ()
    then: Label | None = None

    @property
    def order(self) -> Order:
        """The phases, first to last."""
        found, at = [], self
        while at.then is not None:
            found.append(at.phase)
            at = at.then
        return tuple(found)


class Backward(Moves):
    """All labels of a deal, layer by layer from the end.

    Attributes
    ----------
    cut : bool
        Whether labels were dropped for want of time: nothing is then proved.
    """

    def __init__(self, deal: Deal, watch: Watch, *, effort: int = EFFORT) -> None:
        super().__init__(deal)
        self.watch, self.effort = watch, effort
        self.cut, self.tried = False, 0

    def end_holds(self) -> bool:
        """Whether nobody gains by undoing when everything is done."""
        deal = self.deal
        held = deal.guarantee if deal.released else (0,) * deal.parties
        return all(deal.end[i] >= incentive.walking_away(deal, i, deal.everything) + held[i] for i in self.parties)

    def sweep(
        self,
        *,
        cap: int | None = None,
        latest: int | None = None,
        bonded: bool = False,
        extra: int = 0,
        short: int = 0,
        bare: bool = False,
        each: bool = False,
        count: bool = False,
        most: int | None = None,
    ) -> list[Label]:
        """The labels of the beginning: every order that is worth having.

        Parameters
        ----------
        cap : int, optional
            Largest avoidable exposure, in units of the deal.
        latest : int, optional
            Day by which everything is verified.
        bonded : bool
            Count the equal extra guarantee that an order asks for instead of leaving it out.
        extra, short : int
            An extra guarantee that is there, and what may be lacking for signing, in units of `unit`; with either, the
            finished state is not asked about.
        bare : bool
            Leave exposure, and time where no date matters, out of the labels: is there any order at all?
        each : bool
            With `bonded`, count the guarantee of each party by itself.
        count : bool
            Count the phases too.
        most : int, optional
            The most phases.
        """
        deal, clocked = self.deal, self.clocked
        if not (bonded or extra or short or self.end_holds()):
            return []
        day = (self.horizon if latest is None else latest) if clocked else 0
        n = deal.parties
        asked: tuple[int, ...] = (0,) * (n if each else 1)
        if bonded and not deal.released:
            rooms = [deal.end[i] - incentive.walking_away(deal, i, deal.everything) for i in self.parties]
            asked = _lower(asked, [room * self.unit for room in rooms])
        worth = tuple(e * self.unit for e in deal.end)
        layers: list[dict[int, list[Label]]] = [{} for _ in range(len(self.left) + 1)]
        layers[0][deal.everything] = [Label((*worth, *asked, 0, 0, day))]
        for done in range(len(self.left)):
            self.watch.look("back from the end", done / len(self.left))
            for mask, labels in self._kept(layers[done]).items():
                for move in self.moves(mask):
                    if cap is not None and move.exposure > cap:
                        continue
                    least = self.least(move, extra, short)
                    into = layers[done + len(move.phase)].setdefault(move.before, [])
                    self.tried += len(labels)
                    self.watch.look("back from the end", done / len(self.left))
                    for label in labels:
                        key = label.key
                        if not bonded and any(v < x for v, x in zip(key, least, strict=False)):
                            continue
                        phases = key[-3] - 1 if count or most is not None else 0
                        if most is not None and -phases > most:
                            continue
                        before = self.earlier(move, key)
                        asked = key[n:-3]
                        if bonded:
                            asked = _lower(asked, [v - w for v, w in zip(before, move.away, strict=True)])
                            room = [0 if x is None else v - x for v, x in zip(key, move.asked, strict=False)]
                            asked = _lower(asked, room)
                        day = self.latest_start(move.phase, key[-1]) if clocked else key[-1] - move.days
                        if day < 0 if clocked else latest is not None and -day > latest:
                            continue
                        if bare:
                            made = (*before, *asked, phases, 0, day if clocked else 0)
                        else:
                            made = (*before, *asked, phases, min(key[-2], -move.exposure), day)
                        into.append(Label(made, move.phase, label))
            layers[done].clear()
        return undominated(layers[-1].get(deal.done, []))

    def _kept(self, layer: dict[int, list[Label]]) -> dict[int, list[Label]]:
        kept = {mask: undominated(labels) for mask, labels in layer.items() if labels}
        if self.tried < self.effort or sum(map(len, kept.values())) <= WIDTH:
            return kept
        self.cut = True
        n, away = self.deal.parties, incentive.walking_away

        def promise(mask: int, label: Label) -> tuple[int, int, int]:
            room = min(label.key[i] - away(self.deal, i, mask) * self.unit for i in range(n))
            return min(label.key[n:-3]), label.key[-2], room

        ranked = sorted(
            ((promise(mask, label), mask, k) for mask, labels in kept.items() for k, label in enumerate(labels)),
            reverse=True,
        )
        best: dict[int, list[Label]] = {}
        for _, mask, k in ranked[:WIDTH]:
            best.setdefault(mask, []).append(kept[mask][k])
        return best

    def first_in_file(self, cap: int, latest: int) -> Order | None:
        """Among the orders within bounds, the one that does the steps late in the file last; None when it was not found
        within `LOOKS` (or there is none)."""
        looks, failed = 0, dict[int, list[tuple[int, ...]]]()
        done, clocked = self.deal.done, self.clocked

        def back(mask: int, key: tuple[int, ...]) -> list[tuple[int, ...]] | None:
            nonlocal looks
            if mask == done:
                return []
            if any(all(x >= y for x, y in zip(other, key, strict=True)) for other in failed.get(mask, ())):
                return None
            for move in self.moves(mask):
                looks += 1
                if looks > LOOKS:
                    return None
                if move.exposure > cap or any(v < x for v, x in zip(key, self.least(move), strict=False)):
                    continue
                day = self.latest_start(move.phase, key[-1]) if clocked else key[-1] - move.days
                if day < 0:
                    continue
                found = back(move.before, (*self.earlier(move, key), day))
                if found is not None:
                    found.append(move.phase)
                    return found
            failed.setdefault(mask, []).append(key)
            return None

        found = back(self.deal.everything, (*(e * self.unit for e in self.deal.end), latest))
        return None if found is None else tuple(found)


def _lower(asked: tuple[int, ...], rooms: list[int]) -> tuple[int, ...]:
    """What is asked of each party, or of all alike, after some more conditions."""
    if len(asked) == 1:
        return (min(asked[0], *rooms),)
    return tuple(map(min, asked, rooms))


def undominated(labels: list[Label]) -> list[Label]:
    """The labels that no other is at least as good as in everything; of equal ones the first.

    Examples
    --------
    >>> [label.key for label in undominated([Label((1, 2)), Label((2, 1)), Label((1, 1))])]
    [(2, 1), (1, 2)]
    """
    if len(labels) < 2:
        return labels
    labels = sorted(labels, key=lambda label: label.key, reverse=True)
    if len(labels) < 24:
        kept: list[Label] = []
        for label in labels:
            if not any(all(x >= y for x, y in zip(other.key, label.key, strict=True)) for other in kept):
                kept.append(label)
        return kept
    # Amounts can be longer than a machine word: their ranks are compared.
    ranks = np.empty((len(labels), len(labels[0].key)), dtype=np.int64)
    for column, amounts in enumerate(zip(*(label.key for label in labels), strict=True)):
        place = {x: rank for rank, x in enumerate(sorted(set(amounts)))}
        ranks[:, column] = [place[x] for x in amounts]
    held = np.empty_like(ranks)
    count, found = 0, []
    for label, row in zip(labels, ranks, strict=True):
        if not (held[:count] >= row).all(axis=1).any():
            held[count] = row
            count += 1
            found.append(label)
    return found
