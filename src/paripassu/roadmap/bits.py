"""Sets of steps as the bits of 64-bit integers."""

from __future__ import annotations

from typing import Any

import numpy as np

__all__ = ["BITS", "FAR", "Bools", "Ints", "count", "signed"]

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
    found: Ints = BITS[masks & 0xFFFF]
    for shift in (16, 32, 48):
        found = found + BITS[(masks >> shift) & 0xFFFF]
    return found
