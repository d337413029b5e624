"""Words that must name something elsewhere in the case."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Protocol

from paripassu.case.issues import Issue
from paripassu.case.load import Path_
from paripassu.errors import nearest

__all__ = ["Report", "known", "known_choice", "known_option", "listed"]


class Report(Protocol):
    """How a section's check says what is wrong: the place (keys down to it), expected, got, nearest."""

    def __call__(self, path: Path_, expected: str, got: str, near: str | None = None, /) -> None: ...


def known(report: Report, path: Path_, word: str, words: Collection[str], what: str) -> bool:
    """Whether a word is among those known; reported when not."""
    if word in words:
        return True
    report(path, f"{what} of this case ({listed(words)})", f"`{word}`", nearest(word, words))
    return False


def known_option(report: Report, path: Path_, word: str, issue: Issue) -> bool:
    """Whether a word is an option of an issue; reported when not."""
    if issue.option(word) is not None:
        return True
    if issue.numeric:
        report(path, f"one of {issue.options[0]}, ..., {issue.options[-1]}", f"`{word}`")
    else:
        report(
            path,
            f"an option of the issue ({listed(issue.options)})",
            f"`{word}`",
            nearest(word, issue.options),
        )
    return False


def known_choice(report: Report, path: Path_, choice: Any, issue: Issue) -> bool:
    """Whether every option a choice names exists and, for bounds, the issue is numeric and keeps some option."""
    if isinstance(choice, tuple):
        right = [known_option(report, path, word, issue) for word in choice]
        return all(right)
    if not issue.numeric:
        report(path, "options (only a numeric issue has bounds)", "{at_least, at_most}")
        return False
    return True


def listed(words: Iterable[str], most: int = 8) -> str:
    """Some words for a message."""
    every = list(words)
    return ", ".join(every[:most]) + (", ..." if len(every) > most else "") if every else "none yet"
