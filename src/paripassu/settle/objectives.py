"""Which points of a frontier the fair rules pick: kernels on arrays of gains.

Each takes (P, k) gains, utility minus no deal, and gives the rows tied for best. Objectives are computed from
utilities before rounding and are tied when equal at nine decimals (the product of gains: nine decimals of the
largest product), so that neither the order of additions nor thirds written as decimals break a tie.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["egalitarian", "kalai_smorodinsky", "nash", "utilitarian"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_TIE = 5e-10


def nash(gains: Floats, able: NDArray[np.bool_]) -> Ints:
    """Largest product of gains over the parties that are able to gain at all.

    Where no row lets all of them gain, as many as possible must; the product is theirs (Caragiannis et al. 2019, "The
    unreasonable fairness of maximum Nash welfare", ACM TEAC 7(3), use this extension).
    """
    parts = gains[:, able]
    some = parts > _TIE
    many = some.sum(axis=1)
    rows = np.flatnonzero(many == many.max())
    logs = np.where(some, np.log(np.where(some, parts, 1.0)), 0.0)[rows].sum(axis=1)
    return np.asarray(rows[logs >= logs.max() - _TIE])


def kalai_smorodinsky(gains: Floats, ideal: Floats, able: NDArray[np.bool_]) -> Ints:
    """Largest least relative gain (gain over ideal gain), then largest second least, and so on."""
    return _leximin(gains[:, able] / ideal[able])


def egalitarian(gains: Floats) -> Ints:
    """Largest least gain, then largest second least, and so on."""
    return _leximin(gains)


def utilitarian(utilities: Floats, weights: Floats) -> Ints:
    """Largest weighted sum."""
    sums = np.rint(utilities @ weights / (2 * _TIE))
    return np.flatnonzero(sums == sums.max())


def _leximin(values: Floats) -> Ints:
    rows = np.arange(len(values))
    for column in np.rint(np.sort(values, axis=1) / (2 * _TIE)).T:
        rows = rows[column[rows] == column[rows].max()]
    return rows
