"""What is known from either end: the first or the last layers of states, exactly, and what they mean for the others.

Often it is at the ends that little room is left: few states come from the beginning or lead to the end, and some
steps must be kept for them. Knowing one end, a sweep from the other need not follow what leads nowhere, and knows
better what the rest will come to.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from paripassu.roadmap.bits import FAR, Ints, Sums, signed
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.kernels import TIME
from paripassu.roadmap.layers import CHUNK, Ahead, Layer, moves, moves_back, state_values
from paripassu.roadmap.space import Space
from paripassu.roadmap.watch import Watch

__all__ = ["End", "look"]

SCARCE = 16
"""Steps of which every set is told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """The states at one end, and what they say of those towards the other.

    Attributes
    ----------
    space : Space
    mode : {TIME, EXPOSURE, GUARANTEE}
    back : bool
        Whether this is the end where everything is done; else where nothing is.
    layers : dict of int to Layer
        By the number of steps finished: the states from which this end can be reached, with the least value of
        doing so (days at the least, where dates matter).
    scarce : Sums
        Numbers the sets of the steps that are seldom done (at the other end: left) where these layers are entered.
    least : (sets,) int64
        The least value from there on for an order that has done (left) such a set before; of days, how many more
        than `Still` says. FAR when there is none.
    """

    space: Space
    mode: int
    back: bool
    layers: dict[int, Layer]
    scarce: Sums
    least: Ints

    def promise(self, layer: int, masks: Ints, values: Ints) -> Ints:
        """The least that an order through each state of a layer can come to; FAR when there is none.

        ``values`` is what they cost from the other end.
        """
        if (known := self.layers.get(layer)) is None:
            seen = masks if self.back else ~masks
            rest = self.least[self.scarce.of(seen)[0]]
            if self.mode == TIME:
                rest = rest + self.space.still.days(seen)
        else:
            place = np.searchsorted(known.masks, masks)
            place[place == len(known.masks)] = 0
            rest = np.full(len(masks), FAR, dtype=np.int64)
            if len(known.masks):
                rest = np.where(known.masks[place] == masks, known.values[place], FAR)
        found: Ints = np.minimum(values + rest if self.mode == TIME else np.maximum(values, rest), FAR)
        return found


def look(
    space: Space,
    mode: int,
    bounds: Bounds,
    *,
    back: bool,
    most: int,
    other: End | None = None,
    watch: Watch | None = None,
) -> End:
    """Sweep from one end, as many layers as have about so many states.

    Parameters
    ----------
    space : Space
    mode : {TIME, EXPOSURE, GUARANTEE}
    bounds : Bounds
    back : bool
        From where everything is done; else from where nothing is.
    most : int
        No layer is begun after so many states, or when it would grow far beyond.
    other : End, optional
        What is known of the other end within the same bounds, or looser ones.
    watch : Watch, optional
    """
    watch, deal = watch or Watch(), space.deal
    latest = FAR - 1 if mode != TIME or bounds.latest is None else bounds.latest
    ahead, way = Ahead(space.left + 1), -1 if back else 1
    layers = range(space.left + 1)[::way]
    begin = signed(deal.everything if back else deal.done)
    ahead.add(layers[0], np.array([begin], dtype=np.int64), np.zeros(1, dtype=np.int64))
    found: dict[int, Layer] = {}
    widest, states, last = max(1, deal.parties * deal.most_per_phase), 0, 1
    for layer in layers:
        watch.look("from the end" if back else "from the beginning")
        masks, values = ahead.take(layer)
        nets = space.nets(masks)
        values, safe = state_values(space, mode, bounds, values, nets, layer)
        if other is not None:
            safe &= other.promise(layer, masks, values) <= latest
        elif mode == TIME:
            safe &= values + space.still.days(~masks if back else masks) <= latest
        masks, values, nets = masks[safe], values[safe], nets[:, safe]
        found[layer] = Layer(masks, values)
        states += len(masks)
        grown, last = len(masks) * len(masks) // max(1, last), len(masks) or last
        if states > most or grown > 8 * most or not any(len(one.masks) for one in list(found.values())[-widest:]):
            break
        for k in range(0, len(masks), CHUNK):
            some = slice(k, k + CHUNK)
            go = moves_back if back else moves
            for phase, at, reached in go(space, mode, bounds, masks[some], nets[:, some], values[some]):
                mine, steps = signed(sum(part.mask for part in phase)), sum(len(part.steps) for part in phase)
                ahead.add(layer + way * steps, masks[some][at] ^ mine, reached)
    edge = list(found.values())[-widest:]
    masks, values = (np.concatenate(column) for column in zip(*((one.masks, one.values) for one in edge), strict=True))
    seen = masks if back else ~masks
    if mode == TIME:
        values = values - space.still.days(seen)
    scarce, least = _scarce(space, seen, values)
    return End(space=space, mode=mode, back=back, layers=found, scarce=scarce, least=least)


def _scarce(space: Space, masks: Ints, values: Ints) -> tuple[Sums, Ints]:
    """For the sets of steps that few of these states have done, the least value of those that have."""
    often = sorted(space.code_of, key=lambda j: int(np.count_nonzero(masks & signed(1 << j))))[:SCARCE]
    sets = Sums([[1 << often.index(j) if j in often else 0 for j in range(space.deal.steps)]])
    least = np.full(1 << len(often), FAR, dtype=np.int64)
    np.minimum.at(least, sets.of(masks)[0], values)
    for b in range(len(often)):  # who has done more has also done less
        pairs = least.reshape(-1, 2, 1 << b)
        np.minimum(pairs[:, 0], pairs[:, 1], out=pairs[:, 0])
    return sets, least
