"""Who wants what, as of when, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from paripassu.case.references import Report, known, known_choice
from paripassu.case.reported import Reported
from paripassu.case.rules import Choice
from paripassu.case.types import Text
from paripassu.case.when import UNKNOWN, WhenField

if TYPE_CHECKING:
    from paripassu.case.case import Case

__all__ = ["Position", "check"]


class Position(Reported):
    """A party's position on an issue: the option it asks for, and those it said it could accept.

    ``basis`` says how it is known: `stated` by the party, `reported` by others, or judged by an `analyst`.
    """

    party: Text
    issue: Text
    option: Choice
    accepts: Choice | None = None
    as_of: WhenField = UNKNOWN
    basis: Literal["stated", "reported", "analyst"]  # always said, unlike for events


def check(case: Case, report: Report) -> None:
    """Known parties, issues, options."""
    for number, position in enumerate(case.positions):
        path = ("positions", number)
        known(report, (*path, "party"), position.party, case.ids("parties"), "a party")
        if (
            known(report, (*path, "issue"), position.issue, case.ids("issues"), "an issue")
            and position.issue in case.issues
        ):
            issue = case.issues[position.issue]
            known_choice(report, (*path, "option"), position.option, issue)
            if position.accepts is not None:
                known_choice(report, (*path, "accepts"), position.accepts, issue)
