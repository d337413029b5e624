"""The exact sweep over the lattice of states, from nothing done to everything done.

Nothing is discounted, so what the future is worth depends on the state alone and not on how it was reached; the
least time, exposure or guarantee with which a state can be reached follows from the states before it. With numpy
the states are taken layer by layer (as many steps finished); compiled, in ascending order of their number.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from paripassu.roadmap import jit
from paripassu.roadmap.bits import BITS, FAR, Bools, Ints, signed
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.kernels import EXPOSURE, GUARANTEE, TIME, sweep_two
from paripassu.roadmap.space import Part, Space
from paripassu.roadmap.watch import Watch

__all__ = ["EXPOSURE", "GUARANTEE", "TIME", "moves", "state_values", "sweep", "value"]

CHUNK = 1 << 15
LARGE = 100_000
"""States from which it pays to load the compiler."""
SMALL_FAR = (1 << 31) - 1
DOING = ("least time", "least exposure", "least guarantee")


def sweep(
    space: Space,
    mode: int,
    bounds: Bounds | None = None,
    *,
    compiled: bool | None = None,
    watch: Watch | None = None,
) -> Ints:
    """The least value with which each state can be reached; FAR where it cannot.

    Parameters
    ----------
    space : Space
    mode : {TIME, EXPOSURE, GUARANTEE}
        Day on which it has been verified; largest avoidable exposure on the way; largest shortfall on the way as
        a rank, the beginning and the end not counted (all orders share them). FAR in the last state
        means that there is no such order.
    bounds : Bounds, optional
    compiled : bool, optional
        Use the compiled kernel; by default when it is installed and the deal allows (two parties, no dates).

    Returns
    -------
    (space.size,) int64
    """
    bounds, watch = bounds or Bounds(), watch or Watch()
    fits = len(space.stakes) == 2 and not (mode == TIME and space.clocked)
    if compiled is None:
        compiled = jit.available() and fits and space.size > LARGE
    one = _compiled_sweep if compiled and fits else _layered_sweep
    return one(space, mode, bounds, watch)


def one_sided(space: Space, mode: int) -> bool:
    """Whether phases in which one party acts are enough: all is leaked, so nothing is gained side by side but time."""
    return mode != TIME and space.deal.leak == 1


def _layered_sweep(space: Space, mode: int, bounds: Bounds, watch: Watch) -> Ints:
    table = np.full(space.size, FAR, dtype=np.int64)
    table[0] = 0
    waiting: list[list[Ints]] = [[] for _ in range(space.left + 1)]
    waiting[0].append(np.zeros(1, dtype=np.int64))
    for layer in range(space.left + 1):
        for codes in _chunks(waiting[layer]):
            watch.look(DOING[mode], layer / (space.left + 1))
            masks = space.masks(codes)
            nets = space.nets(masks)
            values, kept = state_values(space, mode, bounds, masks, table[codes], nets, layer)
            table[codes] = values
            table[codes[~kept]] = FAR
            if not kept.all():
                codes, masks, nets, values = codes[kept], masks[kept], nets[:, kept], values[kept]
            for phase, chosen, reached in moves(space, mode, bounds, masks, nets, values):
                to = codes[chosen] + sum(part.code for part in phase)
                old = table[to]
                better = reached < old
                to, old = to[better], old[better]
                table[to] = reached[better]
                if len(fresh := to[old == FAR]):
                    waiting[layer + sum(len(part.steps) for part in phase)].append(fresh)
        waiting[layer] = []
    return table


def _chunks(some: list[Ints]) -> Iterator[Ints]:
    if some:
        codes = np.concatenate(some)
        for k in range(0, len(codes), CHUNK):
            yield codes[k : k + CHUNK]


def state_values(
    space: Space, mode: int, bounds: Bounds, masks: Ints, values: Ints, nets: Ints, layer: int
) -> tuple[Ints, Bools]:
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
    if mode == TIME and bounds.latest is not None:
        kept &= values + space.still.days(masks) <= bounds.latest
    return values, kept


def moves(
    space: Space, mode: int, bounds: Bounds, masks: Ints, nets: Ints, values: Ints
) -> Iterator[tuple[tuple[Part, ...], Ints, Ints]]:
    """Every phase that some of these states allow, with the places of those states and what is reached by it."""
    ranks, parties = len(space.fractions), range(len(nets))
    slack = nets + np.array(space.stakes, dtype=np.int64)[:, None]
    ready: list[list[tuple[Part, Bools, int]]] = []
    for i in parties:
        row = []
        for part in space.parts[i]:
            can = (masks & signed(part.mask | part.needs)) == signed(part.needs)
            if bounds.cap is not None:
                can &= nets[i] + part.sunk <= bounds.cap + space.base[i]
            tempting = bounds.tempting(space, part)
            if mode != GUARANTEE:
                can &= slack[i] >= tempting
            if can.any():
                row.append((part, can, tempting))
        ready.append(row)

    def outcome(phase: tuple[Part, ...], tempting: tuple[int, ...], at: Ints) -> tuple[Ints, Ints]:
        found = values[at]
        for part, need in zip(phase, tempting, strict=True):
            i = part.party
            got = sum(other.given[i] for other in phase)
            if mode == GUARANTEE:
                found = np.maximum(found, part.tempting + (got - slack[i][at]) * ranks)
            else:
                if got:
                    holds = slack[i][at] >= need + got
                    at, found = at[holds], found[holds]
                if mode == EXPOSURE:
                    found = np.maximum(found, nets[i][at] + part.sunk - space.base[i])
        if mode == TIME:
            found, in_time = space.ends_of_phase(found, phase)
            if in_time is not None:
                at, found = at[in_time], found[in_time]
        return at, found

    alone = one_sided(space, mode)

    def choose(
        i: int, phase: tuple[Part, ...], tempting: tuple[int, ...], at: Ints | None
    ) -> Iterator[tuple[tuple[Part, ...], Ints, Ints]]:
        if i == len(ready):
            if at is not None:
                at, found = outcome(phase, tempting, at)
                if len(at):
                    yield phase, at, found
            return
        yield from choose(i + 1, phase, tempting, at)
        if alone and phase:
            return
        for part, can, need in ready[i]:
            here = np.flatnonzero(can) if at is None else at[can[at]]
            if len(here):
                yield from choose(i + 1, (*phase, part), (*tempting, need), here)

    yield from choose(0, (), (), None)


def _compiled_sweep(space: Space, mode: int, bounds: Bounds, watch: Watch) -> Ints:
    width, groups = max(space.radix, default=1), len(space.radix)
    masks = np.zeros((groups, width), dtype=np.int64)
    nets = np.zeros((2, groups, width), dtype=np.int64)
    begin = space.net(space.deal.done)
    for g, chain in enumerate(space.chains):
        so_far = 0
        for k in range(len(chain) + 1):
            masks[g, k] = signed(so_far)
            nets[:, g, k] = space.net(so_far)
            so_far |= 1 << chain[k] if k < len(chain) else 0
    most = max(1, *(len(row) for row in space.parts))
    parts = np.zeros((2, most, 9), dtype=np.int64)
    done = space.deal.done
    for i in range(2):
        for k, part in enumerate(space.parts[i]):
            tempting = part.tempting if mode == GUARANTEE else bounds.tempting(space, part)
            row = [signed(part.mask), signed((part.mask | part.needs) & ~done), part.code, tempting, part.sunk]
            parts[i, k] = [*row, part.given[1 - i], part.days, *part.change]
    small = mode == TIME
    far = SMALL_FAR if small else FAR
    table: Ints = np.full(space.size, far, dtype=np.int32 if small else np.int64)
    table[0] = 0
    kernel = jit.compiled(sweep_two)
    digits = np.zeros(groups, dtype=np.int64)
    stride = max(space.size // 50, 1 << 20)
    for low in range(0, space.size, stride):
        watch.look(DOING[mode], low / space.size)
        kernel(
            mode,
            one_sided(space, mode),
            np.array(space.radix, dtype=np.int64),
            masks,
            nets,
            parts,
            np.array([len(row) for row in space.parts], dtype=np.int64),
            np.array([s + n for s, n in zip(space.stakes, begin, strict=True)], dtype=np.int64),
            np.array(bounds.last_slack(space), dtype=np.int64),
            np.array([b - n for b, n in zip(space.base, begin, strict=True)], dtype=np.int64),
            FAR // 4 if bounds.cap is None else bounds.cap,
            bounds.least_slack(space),
            len(space.fractions),
            space.gate,
            far if bounds.latest is None else bounds.latest,
            np.array([[height, *masks] for height, masks in space.still.levels], dtype=np.int64),
            space.deal.most_per_phase,
            BITS,
            far,
            table,
            low,
            min(low + stride, space.size),
            digits,
        )
    return table


def value(table: Ints, code: int = -1) -> int | None:
    """What a sweep says of a state, the last by default; None when it cannot be reached."""
    found = int(table[code])
    return None if found in (FAR, SMALL_FAR) else found
