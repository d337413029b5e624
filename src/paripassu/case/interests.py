"""Why a party wants what it asks for: the motives under its positions, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from paripassu.case.references import Report, known
from paripassu.case.types import Day, Entry, OneOrMany, Text

if TYPE_CHECKING:
    from paripassu.case.case import Case

__all__ = ["Interest", "check"]


class Interest(Entry):
    """One motive of a party: what it wants the thing asked for *for*. It may stand behind several issues or none.

    ``basis`` says how it is known, and is always said: nobody sees another's motives.
    """

    interest: Text
    issues: OneOrMany = ()
    as_of: Day | None = None
    basis: Literal["stated", "reported", "analyst", "illustration"]


def check(case: Case, report: Report) -> None:
    """Known parties and issues."""
    for party, interests in case.interests.items():
        known(report, ("interests", party), party, case.ids("parties"), "a party")
        for number, one in enumerate(interests):
            for at, name in enumerate(one.issues):
                known(report, ("interests", party, number, "issues", at), name, case.ids("issues"), "an issue")
