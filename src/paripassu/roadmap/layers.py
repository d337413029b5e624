"""One layer of states at a time: those with as many steps finished, what they cost, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from paripassu.roadmap.bits import Bools, Ints, signed
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.kernels import EXPOSURE, GUARANTEE, TIME
from paripassu.roadmap.space import Part, Space

__all__ = ["CHUNK", "Ahead", "Layer", "merged", "moves", "moves_back", "one_sided", "state_values", "together"]

CHUNK = 1 << 14
"""States worked on at once."""
LOOSE = 1 << 21
"""States of a layer that may be waiting twice."""


@dataclass(frozen=True, slots=True)
class Layer:
    """States by their bitmasks, ascending, each with its value."""

    masks: Ints
    values: Ints

    def value(self, mask: int) -> int | None:
        """The value of a state; None when it is not among them."""
        k = int(np.searchsorted(self.masks, mask))
        return int(self.values[k]) if k < len(self.masks) and self.masks[k] == mask else None


class Ahead:
    """States of later layers as they are found, each kept once in a while instead of as often as it is reached."""

    def __init__(self, layers: int) -> None:
        self._loose: list[list[tuple[Ints, Ints]]] = [[] for _ in range(layers)]
        self._many = [0] * layers

    def add(self, layer: int, masks: Ints, values: Ints) -> None:
        """States of a layer with what they are reached by."""
        self._loose[layer].append((masks, values))
        self._many[layer] += len(masks)
        if self._many[layer] > LOOSE:
            once = merged(self._loose[layer])
            self._loose[layer], self._many[layer] = [once], -len(once[0])

    def take(self, layer: int) -> tuple[Ints, Ints]:
        """The states of a layer, once each, ascending, with the least value; they are forgotten."""
        found = merged(self._loose[layer])
        self._loose[layer].clear()
        return found


def merged(some: list[tuple[Ints, Ints]]) -> tuple[Ints, Ints]:
    """States once each, ascending, with the least value.

    Examples
    --------
    >>> masks, values = merged([(np.array([5, 3]), np.array([9, 7])), (np.array([5]), np.array([8]))])
    >>> masks.tolist(), values.tolist()
    ([3, 5], [7, 8])
    """
    if not some:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    masks, values = (np.concatenate(column) for column in zip(*some, strict=True))
    low = int(values.min(initial=0))
    width = (int(values.max(initial=0)) - low).bit_length()
    if int(masks.min(initial=0)) >= 0 and int(masks.max(initial=0)).bit_length() + width < 63:
        both = np.sort(masks << width | (values - low))  # in one word: several times quicker
        masks, values = both >> width, (both & ((1 << width) - 1)) + low
    else:
        by = np.lexsort((values, masks))
        masks, values = masks[by], values[by]
    first = np.ones(len(masks), dtype=bool)
    first[1:] = masks[1:] != masks[:-1]
    return masks[first], values[first]


def one_sided(space: Space, mode: int) -> bool:
    """Whether phases in which one party acts are enough: all is leaked, so nothing is gained side by side but time."""
    return mode != TIME and space.deal.leak == 1


def state_values(space: Space, mode: int, bounds: Bounds, values: Ints, nets: Ints, layer: int) -> tuple[Ints, Bools]:
    """The values of states of one layer with what they cost themselves, and which of them may be entered."""
    kept = np.ones(len(values), dtype=bool)
    last, first = layer == space.left, layer == 0
    needed = bounds.last_slack(space) if last else [bounds.least_slack(space)] * len(nets)
    for i, row in enumerate(nets):
        if mode == GUARANTEE:
            if not last and not first:
                values = np.maximum(values, -(row + space.stakes[i]) * len(space.fractions))
        else:
            kept &= row + space.stakes[i] >= needed[i]
        if bounds.cap is not None:
            kept &= row <= bounds.cap + space.base[i]
        if mode == EXPOSURE:
            values = np.maximum(values, row - space.base[i])
    return values, kept


def moves(
    space: Space, mode: int, bounds: Bounds, masks: Ints, nets: Ints, values: Ints
) -> Iterator[tuple[tuple[Part, ...], Ints, Ints]]:
    """Every phase that some of these states allow, with the places of those states and what is reached by it."""
    slack = nets + np.array(space.stakes, dtype=np.int64)[:, None]
    ready: list[list[tuple[Part, Bools]]] = []
    for i, row in enumerate(space.parts):
        able = []
        for part in row:
            can = (masks & signed(part.mask | part.needs)) == signed(part.needs)
            if bounds.cap is not None:
                can &= nets[i] + part.sunk <= bounds.cap + space.base[i]
            if mode != GUARANTEE:
                can &= slack[i] >= bounds.tempting(space, part)
            if can.any():
                able.append((part, can))
        ready.append(able)
    for phase, at in together(ready, alone=one_sided(space, mode)):
        found = values[at]
        for part in phase:
            i = part.party
            got = sum(other.given[i] for other in phase)
            if mode == GUARANTEE:
                found = np.maximum(found, part.tempting + (got - slack[i][at]) * len(space.fractions))
                continue
            if got:
                holds = slack[i][at] >= bounds.tempting(space, part) + got
                at, found = at[holds], found[holds]
            if mode == EXPOSURE:
                found = np.maximum(found, nets[i][at] + part.sunk - space.base[i])
        if mode == TIME:
            found, in_time = space.ends_of_phase(found, phase)
            if in_time is not None:
                at, found = at[in_time], found[in_time]
        if len(at):
            yield phase, at, found


def moves_back(
    space: Space, mode: int, bounds: Bounds, masks: Ints, nets: Ints, values: Ints
) -> Iterator[tuple[tuple[Part, ...], Ints, Ints]]:
    """Every phase that could have led to some of these states, with the places of those states and what comes of the
    state before; of days the least, where dates matter."""
    ready: list[list[tuple[Part, Bools]]] = []
    for row in space.parts:
        finished = [
            (part, (masks & signed(part.mask | part.needs | part.after)) == signed(part.mask | part.needs))
            for part in row
        ]
        ready.append([(part, can) for part, can in finished if can.any()])
    for phase, at in together(ready, alone=one_sided(space, mode)):
        mine = sum(part.mask for part in phase)
        if any(part.needs & mine for part in phase):
            continue
        reached, holds = values[at], np.ones(len(at), dtype=bool)
        for part in phase:
            i = part.party
            before = nets[i][at] - sum(other.change[i] for other in phase)
            got = sum(other.given[i] for other in phase)
            if bounds.cap is not None:
                holds &= before + part.sunk <= bounds.cap + space.base[i]
            if mode == GUARANTEE:
                short = part.tempting + (got - space.stakes[i] - before) * len(space.fractions)
                reached = np.maximum(reached, short)
            else:
                holds &= before + space.stakes[i] >= bounds.tempting(space, part) + got
            if mode == EXPOSURE:
                reached = np.maximum(reached, before + part.sunk - space.base[i])
        if mode == TIME:
            reached = reached + max(part.days for part in phase) + space.gate
        if holds.any():
            yield phase, at[holds], reached[holds]


def together(ready: list[list[tuple[Part, Bools]]], *, alone: bool) -> Iterator[tuple[tuple[Part, ...], Ints]]:
    """Every phase of parts that some states allow, one row a party, with the places of those states.

    With ``alone`` only phases in which one party acts.
    """

    def choose(i: int, phase: tuple[Part, ...], at: Ints | None) -> Iterator[tuple[tuple[Part, ...], Ints]]:
        if i == len(ready):
            if at is not None:
                yield phase, at
            return
        yield from choose(i + 1, phase, at)
        if alone and phase:
            return
        for part, can in ready[i]:
            here = np.flatnonzero(can) if at is None else at[can[at]]
            if len(here):
                yield from choose(i + 1, (*phase, part), here)

    yield from choose(0, (), None)
