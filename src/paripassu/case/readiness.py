"""Whether talks are ready for a deal, as somebody judged it on a day: never a score, never without who says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from paripassu.case.references import Report, known
from paripassu.case.reported import Reported
from paripassu.case.types import OneOrMany, Text
from paripassu.case.when import WhenField
from paripassu.errors import nearest

if TYPE_CHECKING:
    from paripassu.case.case import Case

__all__ = ["QUESTIONS", "Judgement", "check"]

QUESTIONS: Mapping[str, str] = {
    "agenda": "Is the agenda agreed?",
    "compromise": "Is there a compromise line behind the opening demands?",
    "mandate": "May those who talk settle anything?",
    "channel": "Is there a channel that both sides use?",
    "verification": "Is there an idea of how it would be verified?",
}
"""What is asked of talks before a deal, by its key; a case may ask others in its own words."""


class Judgement(Reported):
    """One answer to one question about the talks, as of a day.

    ``question`` is a key of `QUESTIONS` or a question written out; ``parties`` those it is about, all when empty.
    ``basis`` says how it is known, and is always said.
    """

    question: Text
    answer: Literal["yes", "no", "partly", "unknown"]
    as_of: WhenField
    parties: OneOrMany = ()
    basis: Literal["stated", "reported", "analyst"]


def check(case: Case, report: Report) -> None:
    """Known parties and questions, a day for every judgement, and something that it rests on."""
    for number, one in enumerate(case.readiness):
        here = ("readiness", number)
        for place, party in enumerate(one.parties):
            path = (*here, "parties", place) if len(one.parties) > 1 else (*here, "parties")
            known(report, path, party, case.ids("parties"), "a party")
        if one.question not in QUESTIONS and not one.question.rstrip().endswith("?"):
            near = nearest(one.question, QUESTIONS)
            expected = f"one of {', '.join(QUESTIONS)}, or a question that ends in `?`"
            report((*here, "question"), expected, f"`{one.question}`", near)
        if not one.as_of.known:
            report((*here, "as_of"), "the day, month or year it was so", "`unknown`")
        if one.answer != "unknown" and not (one.source or one.evidence or (one.basis == "analyst" and one.by)):
            expected = "a `source` or `evidence` (a judgement of your own: `basis: analyst` and `by`)"
            report((*here, "answer"), expected, f"`{one.answer}` without")
