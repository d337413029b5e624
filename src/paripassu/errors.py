"""Every error a person can meet, and the one line it prints."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["CaseError", "CommandError", "ParipassuError", "Problem", "key_of", "nearest"]


class ParipassuError(Exception):
    """Anything that stops the work for a reason a person can mend."""

    def greeting(self) -> str | None:
        """A first line in plain words, where the lines alone would be abrupt."""
        return None

    def lines(self) -> list[str]:
        """The lines to print, one a problem."""
        return [str(self)]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that cannot be read: where it is, what was expected, what stands there.

    Examples
    --------
    >>> print(Problem("case.yaml", 6, "parties.us.nmae", "a known key", "`nmae`", "name"))
    case.yaml:6: parties.us.nmae: expected a known key, got `nmae`. Did you mean `name`?
    """

    file: str | None
    line: int | None
    key: str
    expected: str
    got: str
    nearest: str | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        head = ": ".join(part for part in (place, self.key) if part)
        hint = f" Did you mean `{self.nearest}`?" if self.nearest else ""
        return f"{head}: expected {self.expected}, got {self.got}.{hint}"


class CaseError(ParipassuError):
    """The case cannot be read or asked this; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[CaseError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)

    def greeting(self) -> str | None:
        """How many things there are to mend."""
        many = len(self.problems)
        things = "one thing" if many == 1 else f"{many} things"
        return f"This cannot be answered yet: {things} to mend."

    def lines(self) -> list[str]:
        """The lines to print, one a problem."""
        return [str(problem) for problem in self.problems]


class CommandError(ParipassuError):
    """The command, not the case, asks for something that cannot be done."""


def key_of(path: Iterable[str | int]) -> str:
    """A place in a case as people are told it: the keys down to it, entries of a list counted from the first.

    Examples
    --------
    >>> key_of(("positions", 0, "accepts")), key_of(("ranking", "us", 21))
    ('positions.1st.accepts', 'ranking.us.22nd')
    """
    return ".".join(_ordinal(part + 1) if isinstance(part, int) else str(part) for part in path)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to a misspelt one, or None when none is close.

    Examples
    --------
    >>> nearest("wieght", ["weight", "value"])
    'weight'
    """
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None
