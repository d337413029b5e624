"""Which options of an issue a position asks for, and which it could live with."""

from __future__ import annotations

from fractions import Fraction

from paripassu.case import Case, Issue, Position
from paripassu.case.rules import Bounds, allowed

__all__ = ["could_accept", "in_words", "stand_options"]


def stand_options(case: Case, position: Position) -> tuple[str, ...]:
    """The options a position asks for, in the issue's order.

    Examples
    --------
    >>> case = Case.from_dict({
    ...     "parties": ["union"], "issues": {"rise": {"from": 0, "to": 4}},
    ...     "positions": [{"party": "union", "issue": "rise", "option": [2, 4], "basis": "stated"}]})
    >>> stand_options(case, case.positions[0])
    ('2', '3', '4')
    """
    return _options(case.issues[position.issue], position.option)


def could_accept(case: Case, position: Position) -> tuple[str, ...]:
    """The options asked for and those the party said it could accept, in the issue's order."""
    issue = case.issues[position.issue]
    more = () if position.accepts is None else _options(issue, position.accepts)
    either = {*_options(issue, position.option), *more}
    return tuple(option for option in issue.options if option in either)


def in_words(issue: Issue, options: tuple[str, ...]) -> str:
    """Options in a few words: a run of numbers by its ends."""
    if issue.numeric and len(options) > 2:
        low, high = issue.options.index(options[0]), issue.options.index(options[-1])
        if high - low + 1 == len(options):
            return f"{options[0]} to {issue.label(options[-1])}"
    return ", ".join(issue.label(option) for option in options) or "nothing"


def _options(issue: Issue, choice: tuple[str, ...] | Bounds) -> tuple[str, ...]:
    if isinstance(choice, tuple) and issue.numeric and len(choice) == 2:
        # Two numbers are the ends of what a party could have meant.
        low, high = sorted(map(Fraction, choice))
        return tuple(option for option in issue.options if low <= Fraction(option) <= high)
    return allowed(issue, choice)
