"""One process or several: the same numbers in the same order."""

from __future__ import annotations

from math import isqrt

from paripassu.engine.spread import spread


def test_processes_change_nothing() -> None:
    items = list(range(40))
    assert spread(isqrt, items, jobs=2) == spread(isqrt, items) == [isqrt(item) for item in items]


def test_nothing_to_do() -> None:
    assert spread(isqrt, []) == []
