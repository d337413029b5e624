"""The sweep for deals too large for the lattice: layer by layer, only the most promising states of each kept.

With no width it is exact, and meant for deals with few safe states. With one, every state left out is remembered by
the least its best continuation could come to, so that what is found comes with a proof or an honest gap.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from paripassu.roadmap.bits import FAR, Ints, signed
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.deal import Order
from paripassu.roadmap.ends import End, look
from paripassu.roadmap.kernels import EXPOSURE, GUARANTEE, TIME
from paripassu.roadmap.layers import CHUNK, Ahead, Layer, moves, state_values
from paripassu.roadmap.space import Space
from paripassu.roadmap.trace import Reached, trace
from paripassu.roadmap.watch import Watch

__all__ = ["beam"]


def beam(
    space: Space,
    mode: int,
    bounds: Bounds,
    *,
    width: int | None,
    most: int | None = None,
    rest: End | None = None,
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
    rest : End, optional
        What is known of the last layers within the same bounds, or looser ones.
    watch : Watch, optional

    Returns
    -------
    Reached
    """
    watch = watch or Watch()
    rest = rest or look(space, mode, bounds, back=True, most=0, watch=watch)
    latest = FAR - 1 if mode != TIME or bounds.latest is None else bounds.latest
    ahead = Ahead(space.left + 1)
    ahead.add(0, np.array([signed(space.deal.done)], dtype=np.int64), np.zeros(1, dtype=np.int64))
    kept: list[Layer] = []
    lower, states = FAR, 0
    for layer in range(space.left + 1):
        watch.look("beam", layer / (space.left + 1))
        masks, values = ahead.take(layer)
        nets = space.nets(masks)
        values, safe = state_values(space, mode, bounds, values, nets, layer)
        hope = rest.promise(layer, masks, values)
        chosen = np.flatnonzero(safe & (hope <= latest))
        if width is not None and len(chosen) > width:
            behind = (nets - np.array(space.base, dtype=np.int64)[:, None]).max(axis=0)
            ranked = chosen[np.lexsort((behind[chosen], hope[chosen]))]
            lower = min(lower, int(hope[ranked[width:]].min()))
            chosen = np.sort(ranked[:width])
        masks, values, nets = masks[chosen], values[chosen], nets[:, chosen]
        kept.append(Layer(masks, values))
        states += len(masks)
        if most is not None and states > most:
            return Reached(value=None, order=None, lower=0)
        for k in range(0, len(masks), CHUNK):
            some = slice(k, k + CHUNK)
            fresh: dict[int, list[tuple[Ints, Ints]]] = {}
            for phase, at, reached in moves(space, mode, bounds, masks[some], nets[:, some], values[some]):
                mine, to = signed(sum(part.mask for part in phase)), layer + sum(len(part.steps) for part in phase)
                fresh.setdefault(to, []).append((masks[some][at] | mine, reached))
            for to, made in fresh.items():
                masks_to, values_to = (np.concatenate(column) for column in zip(*made, strict=True))
                good = rest.promise(to, masks_to, values_to) <= latest
                ahead.add(to, masks_to[good], values_to[good])
    if not len(kept[-1].values):
        return Reached(value=None, order=None, lower=lower)
    found = int(kept[-1].values[0])
    return Reached(value=found, order=_order(space, mode, bounds, kept, found), lower=min(lower, found))


def _order(space: Space, mode: int, bounds: Bounds, kept: list[Layer], found: int) -> Order:
    begin = bin(space.deal.done).count("1")

    def reached(mask: int) -> int | None:
        known = kept[bin(mask).count("1") - begin].value(signed(mask))
        return known if known is None or mode == TIME or known <= found else None

    if mode == EXPOSURE:
        bounds = replace(bounds, cap=found)
    elif mode == GUARANTEE:
        bounds = replace(bounds, extra=found)
    return trace(space, bounds, reached, timed=mode == TIME)
