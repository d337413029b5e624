"""Sets of steps as the bits of 64-bit integers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

__all__ = ["BITS", "FAR", "Bools", "Ints", "Sums", "count", "signed"]

Ints = np.ndarray[Any, np.dtype[np.int64]]
Bools = np.ndarray[Any, np.dtype[np.bool_]]
FAR = 1 << 62
"""Larger than anything that can be reached."""
BITS: Ints = np.array([bin(k).count("1") for k in range(1 << 16)], dtype=np.int64)
"""How many bits are set in each number of 16 bits."""


def signed(mask: int) -> int:
    """A bitmask of up to 64 steps as the signed integer with the same bits."""
    return mask - (1 << 64) if mask >> 63 else mask


def count(masks: Ints) -> Ints:
    """How many bits are set in each of many masks."""
    if hasattr(np, "bitwise_count"):  # numpy 2
        return np.bitwise_count(masks.view(np.uint64)).astype(np.int64)
    found: Ints = BITS[masks & 0xFFFF]
    for shift in (16, 32, 48):
        found = found + BITS[(masks >> shift) & 0xFFFF]
    return found


class Sums:
    """Sums of weights over the steps of many states at once, 16 steps at a time from a table.

    Parameters
    ----------
    rows : sequence of sequence of int
        For each sum the weight of every step.

    Examples
    --------
    >>> Sums([[1, 10, 100], [5, 0, 0]]).of(np.array([0b011, 0b110])).tolist()
    [[11, 110], [5, 0]]
    """

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        self._tables: list[Ints] = []
        for low in range(0, len(rows[0]), 16):
            table = np.zeros((len(rows), 1 << min(16, len(rows[0]) - low)), dtype=np.int64)
            for b, weights in enumerate(zip(*(row[low : low + 16] for row in rows), strict=True)):
                table[:, 1 << b : 2 << b] = table[:, : 1 << b] + np.array(weights, dtype=np.int64)[:, None]
            self._tables.append(table)
        self._many = len(rows)

    def of(self, masks: Ints) -> Ints:
        """The sums of each state, ``[row, state]``."""
        found = np.zeros((self._many, len(masks)), dtype=np.int64)
        for k, table in enumerate(self._tables):
            found += np.take(table, (masks >> (16 * k)) & (table.shape[1] - 1), axis=1)
        return found
