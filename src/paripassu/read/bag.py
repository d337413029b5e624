"""Sets of words, written as a line of text or kept in a plain file: which is how word lists are read best."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

__all__ = ["bag", "lines"]


@cache
def bag(text: str) -> frozenset[str]:
    """The words of a text as a set.

    Examples
    --------
    >>> sorted(bag("met held said"))
    ['held', 'met', 'said']
    """
    return frozenset(text.split())


def lines(name: str) -> Iterator[str]:
    """The lines of one of the lists beside this file, remarks left out."""
    for line in files("paripassu.read").joinpath("data").joinpath(name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line
