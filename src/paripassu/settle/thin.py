"""Keep no more than so many partial packages, and know what that cost."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Budget", "thin"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_SIDES = 8


@dataclass(slots=True)
class Budget:
    """How many points may be kept, and what keeping no more has cost so far.

    ``span`` is (k,): each party's range, in its integers. ``error`` is a share of that range: for whatever was left
    out, something kept is nowhere lower by more. None: no bound can be proved any more. ``cut`` tells whether
    anything was left out at all.
    """

    limit: int | None
    span: Ints
    error: float | None = 0.0
    cut: bool = False

    def keep(self, vectors: Ints, groups: Ints) -> Ints | None:
        """The rows to keep, or None for all; the cost is added to ``error``."""
        if self.limit is None or len(vectors) <= self.limit:
            return None
        # With many parties no choice of rows bounds the error; keeping fewer loses little and ends sooner.
        many = vectors.shape[1] > _SIDES
        most = min(self.limit, max(self.limit // 8, 1_000)) if many else self.limit
        rows, lost = thin(vectors, groups, self.span, most)
        self.cut = True
        self.error = None if self.error is None or lost is None else self.error + lost
        return rows


def thin(vectors: Ints, groups: Ints, span: Ints, limit: int) -> tuple[Ints, float | None]:
    """Choose at most ``limit`` rows so that each left-out row has a kept one of its group close below or above it.

    Cells of the space of shares are halved along their longest side, the longest first, until there are ``limit`` of
    them, less one a party; each keeps its member with the largest sum of shares. Each party's best row is kept too.

    Returns
    -------
    rows : (M,) int64
        The kept rows, rising.
    error : float or None
        The largest shortfall, as a share of ``span``, of a kept row against a row it stands for. None when there are
        more groups than ``limit``, so that some groups have no row left.
    """
    shares: Floats = np.where(span > 0, vectors / np.where(span > 0, span, 1), 0.0)
    total = shares.sum(axis=1)
    _, cell = np.unique(groups, return_inverse=True)
    cell = cell.reshape(-1)
    if cell.max() + 1 + shares.shape[1] > limit:
        return np.sort(np.argsort(-total, kind="stable")[:limit]), None
    most = limit - shares.shape[1]
    # Any cells will do, the error is measured at the end; with many columns the widest few decide which are halved.
    sides = np.argsort(-np.ptp(shares, axis=0), kind="stable")[:_SIDES]
    cut = shares[:, sides]
    while (count := int(cell.max()) + 1) < most:
        order = np.argsort(cell, kind="stable")
        starts = np.searchsorted(cell[order], np.arange(count))
        high = np.maximum.reduceat(cut[order], starts)
        low = np.minimum.reduceat(cut[order], starts)
        side = high - low
        longest = side.max(axis=1)
        halve = np.argsort(-longest, kind="stable")[: most - count]
        halve = halve[longest[halve] > 0]
        if not halve.size:
            break
        new = np.full(count, -1, dtype=np.int64)
        new[halve] = count + np.arange(halve.size)
        axis = side.argmax(axis=1)
        middle = ((high + low) / 2)[np.arange(count), axis]
        # Where a side is so short that its middle is its end, nothing moves and the cell counts as whole.
        upper = (new[cell] >= 0) & (cut[np.arange(len(cell)), axis[cell]] > middle[cell])
        if not upper.any():
            break
        cell = np.where(upper, new[cell], cell)
        _, cell = np.unique(cell, return_inverse=True)
        cell = cell.reshape(-1)
    order = np.lexsort((-total, cell))
    heads = order[np.searchsorted(cell[order], np.arange(int(cell.max()) + 1))]
    short = (shares - shares[heads][cell]).max(axis=1)
    return np.union1d(heads, shares.argmax(axis=0)), float(max(short.max(), 0.0))
