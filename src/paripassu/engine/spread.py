"""The one door to joblib: one call, run here or on several processes, with the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

__all__ = ["spread"]

T = TypeVar("T")
R = TypeVar("R")


def spread(task: Callable[[T], R], items: Iterable[T], *, jobs: int = 1) -> list[R]:
    """The results of a task for every item, in the order of the items.

    Parameters
    ----------
    task : callable
        A function of one item; a module's own (not a lambda) when ``jobs`` is not 1. Whatever it draws at random
        must come from the item, so that the numbers do not depend on where it runs.
    items : iterable
    jobs : int
        Processes; 1 runs here, -1 uses every core.

    Examples
    --------
    >>> spread(abs, [-1, 2])
    [1, 2]
    """
    if jobs == 1:
        return [task(item) for item in items]
    from joblib import Parallel, delayed

    return list(Parallel(n_jobs=jobs)(delayed(task)(item) for item in items))
