"""The words of a day inside a sentence: ``on Friday``, ``late in June``, ``June 12``."""

from __future__ import annotations

from paripassu.read.bag import bag

__all__ = ["dated"]

_DAYS = bag(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday morning afternoon evening "
    "january february march april june july august september october november december week month"
)


def dated(low: list[str], at: int) -> bool:
    """Whether the word at ``at`` belongs to a day."""
    return at < len(low) and (low[at] in _DAYS or (low[at].isdigit() and at > 0 and low[at - 1] in _DAYS))
