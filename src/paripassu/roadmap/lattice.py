"""The exact sweep over the lattice of states, from nothing done to everything done.

Nothing is discounted, so what the future is worth depends on the state alone and not on how it was reached; the
least time, exposure or guarantee with which a state can be reached follows from the states before it. With numpy
the states are taken layer by layer (as many steps finished); compiled, in ascending order of their number.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from paripassu.roadmap import jit
from paripassu.roadmap.bits import BITS, FAR, Ints, signed
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.kernels import EXPOSURE, GUARANTEE, TIME, sweep_two
from paripassu.roadmap.layers import CHUNK, moves, one_sided, state_values
from paripassu.roadmap.space import Space
from paripassu.roadmap.watch import Watch

__all__ = ["EXPOSURE", "GUARANTEE", "TIME", "sweep", "value"]

LARGE = 300_000
"""States from which it pays to load the compiled kernel: half a second, in which numpy sweeps as many."""
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
            values, kept = state_values(space, mode, bounds, table[codes], nets, layer)
            if mode == TIME and bounds.latest is not None:
                kept &= values + space.still.days(masks) <= bounds.latest
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
