"""The sweep for deals too large for the lattice: layer by layer, only the most promising states of each kept.

With no width it is exact, and meant for deals with few safe states. With one, every state left out is remembered by
the least its best continuation could come to, so that what is found comes with a proof or an honest gap.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from paripassu.roadmap.bits import FAR, Ints, signed
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.deal import Order
from paripassu.roadmap.lattice import EXPOSURE, GUARANTEE, TIME, moves, state_values
from paripassu.roadmap.space import Space
from paripassu.roadmap.trace import Reached, trace
from paripassu.roadmap.watch import Watch

__all__ = ["beam"]

CHUNK = 1 << 14


@dataclass(slots=True)
class _Layer:
    masks: Ints
    values: Ints

    def value(self, mask: int) -> int | None:
        k = int(np.searchsorted(self.masks, mask))
        return int(self.values[k]) if k < len(self.masks) and self.masks[k] == mask else None


def beam(
    space: Space,
    mode: int,
    bounds: Bounds,
    *,
    width: int | None,
    most: int | None = None,
    watch: Watch | None = None,
) -> Reached:
    """The best order through the most promising states.

    Parameters
    ----------
    space : Space
    mode : {TIME, EXPOSURE, GUARANTEE}
    bounds : Bounds
        With `latest`, only orders that are no later are looked for.
    width : int or None
        The most states kept of those with as many steps finished; None keeps all.
    most : int, optional
        Give up, with nothing proved, after this many states.
    watch : Watch, optional

    Returns
    -------
    Reached
    """
    watch = watch or Watch()
    waiting: list[list[tuple[Ints, Ints]]] = [[] for _ in range(space.left + 1)]
    waiting[0].append((np.array([signed(space.deal.done)], dtype=np.int64), np.zeros(1, dtype=np.int64)))
    kept: list[_Layer] = []
    lower, states = FAR, 0
    for layer in range(space.left + 1):
        watch.look("beam", layer / (space.left + 1))
        masks, values = _merged(waiting[layer])
        waiting[layer] = []
        nets = space.nets(masks)
        values, safe = state_values(space, mode, bounds, masks, values, nets, layer)
        chosen = np.flatnonzero(safe)
        if width is not None and len(chosen) > width:
            hope = values + space.still.days(masks) if mode == TIME else values
            ahead = (nets - np.array(space.base, dtype=np.int64)[:, None]).max(axis=0)
            ranked = chosen[np.lexsort((ahead[chosen], hope[chosen]))]
            lower = min(lower, int(hope[ranked[width:]].min()))
            chosen = np.sort(ranked[:width])
        masks, values, nets = masks[chosen], values[chosen], nets[:, chosen]
        kept.append(_Layer(masks, values))
        states += len(masks)
        if most is not None and states > most:
            return Reached(value=None, order=None, lower=0)
        for k in range(0, len(masks), CHUNK):
            some = slice(k, k + CHUNK)
            for phase, at, reached in moves(space, mode, bounds, masks[some], nets[:, some], values[some]):
                mine = signed(sum(part.mask for part in phase))
                waiting[layer + sum(len(part.steps) for part in phase)].append((masks[some][at] | mine, reached))
    if not len(kept[-1].values):
        return Reached(value=None, order=None, lower=lower)
    found = int(kept[-1].values[0])
    return Reached(value=found, order=_order(space, mode, bounds, kept, found), lower=min(lower, found))


def _order(space: Space, mode: int, bounds: Bounds, kept: list[_Layer], found: int) -> Order:
    begin = bin(space.deal.done).count("1")

    def reached(mask: int) -> int | None:
        known = kept[bin(mask).count("1") - begin].value(signed(mask))
        return known if known is None or mode == TIME or known <= found else None

    if mode == EXPOSURE:
        bounds = replace(bounds, cap=found)
    elif mode == GUARANTEE:
        bounds = replace(bounds, extra=found)
    return trace(space, bounds, reached, timed=mode == TIME)


def _merged(some: list[tuple[Ints, Ints]]) -> tuple[Ints, Ints]:
    """States once each, ascending, with the least value."""
    if not some:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    masks, values = (np.concatenate(column) for column in zip(*some, strict=True))
    by = np.lexsort((values, masks))
    masks, values = masks[by], values[by]
    first = np.ones(len(masks), dtype=bool)
    first[1:] = masks[1:] != masks[:-1]
    return masks[first], values[first]
