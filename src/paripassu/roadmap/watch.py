"""How a long search says what it is doing, and how it is stopped."""

from __future__ import annotations

import time
from collections.abc import Callable

__all__ = ["Progress", "Stopped", "Watch"]

Progress = Callable[[str, float | None], None]
"""Called now and then with what is being done and, when known, the share that is done."""


class Stopped(Exception):  # noqa: N818 - not an error: the search was asked to end
    """The time is up, or the person asked to stop."""


class Watch:
    """Counts down and reports.

    Parameters
    ----------
    seconds : float, optional
        Raise :class:`Stopped` at the first :meth:`look` after this long.
    progress : callable, optional
    """

    def __init__(self, seconds: float | None = None, progress: Progress | None = None) -> None:
        self.until = None if seconds is None else time.monotonic() + seconds
        self.progress = progress
        self._said = 0.0

    def left(self, most: float) -> float:
        """Seconds that are left, at most so many."""
        return most if self.until is None else max(0.0, min(most, self.until - time.monotonic()))

    def look(self, doing: str, share: float | None = None) -> None:
        """Report, at most ten times a second, and stop when the time is up."""
        now = time.monotonic()
        if self.until is not None and now > self.until:
            raise Stopped
        if self.progress is not None and now - self._said > 0.1:
            self._said = now
            self.progress(doing, share)
