"""Are the talks ready for a deal? What was judged, when and by whom; what nobody has judged. No score."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from paripassu.case import Case
from paripassu.case.readiness import QUESTIONS, Judgement
from paripassu.case.when import When
from paripassu.engine import Answer, How, how
from paripassu.read.accounts import current, known_on, label, moment, provenance
from paripassu.read.narrative import who_says

__all__ = ["Judged", "Question", "Readiness", "readiness", "readiness_told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One answer, as of a day, with who says so."""

    entry: str
    answer: str
    as_of: When
    parties: tuple[str, ...]
    provenance: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        when = moment(self.as_of)
        return {
            "entry": self.entry,
            "answer": self.answer,
            "as_of": when.pop("on"),
            **when,
            "parties": list(self.parties),
            **self.provenance,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with its last answers and the earlier ones, oldest first; both empty where nobody has judged.

    There are several last answers where accounts of one time stand beside each other, or are about different parties.
    """

    question: str
    words: str
    last: tuple[Judged, ...]
    earlier: tuple[Judged, ...]

    @property
    def differ(self) -> bool:
        """Whether the last answers about the same parties are not one."""
        answers: dict[tuple[str, ...], set[str]] = {}
        for one in self.last:
            answers.setdefault(tuple(sorted(one.parties)), set()).add(one.answer)
        return any(len(said) > 1 for said in answers.values())

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "question": self.question,
            "words": self.words,
            "last": [one.to_dict() for one in self.last],
            "earlier": [one.to_dict() for one in self.earlier],
            "differ": self.differ,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness(Answer):
    """Every question that is asked of the talks, answered or not; as known on a day where one is given."""

    questions: tuple[Question, ...]
    as_of: dt.date | None
    how: How

    def summary(self) -> str:
        """The answer in a sentence."""
        judged = sum(bool(one.last) for one in self.questions)
        return f"Of {len(self.questions)} questions, {judged} have been judged by somebody."

    def rows(self) -> list[dict[str, Any]]:
        """One row for each last answer; a question nobody has judged has one without."""
        return [
            {
                "question": one.question,
                "words": one.words,
                "answer": last.answer if last else None,
                "as of": str(last.as_of) if last else None,
                "parties": list(last.parties) if last else [],
                "differ": one.differ,
            }
            for one in self.questions
            for last in (one.last or (None,))
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; no number sums it up, and none is meant to."""
        return {
            "questions": [one.to_dict() for one in self.questions],
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "how": self.how.to_dict(),
        }


def readiness(case: Case, *, as_of: dt.date | None = None) -> Readiness:
    """What was judged of the talks' readiness, question by question.

    Parameters
    ----------
    case : Case
        Needs `readiness`.
    as_of : date, optional
        Only what was known that day: reported by then, and not corrected by then.

    Returns
    -------
    Readiness
        The usual questions first, also those that nobody has judged, then the case's own.

    Raises
    ------
    CaseError
        When `readiness` is missing.

    Notes
    -----
    Of answers about different parties each keeps its last; one about all of them follows those about some. Answers
    whose dates overlap stand side by side.

    Examples
    --------
    >>> said = {"question": "agenda", "basis": "analyst", "by": "AL"}
    >>> case = Case.from_dict({"parties": ["us", "dprk"], "readiness": [
    ...     {**said, "answer": "no", "as_of": "2018-05"}, {**said, "answer": "partly", "as_of": "2018-06-04"}]})
    >>> first = readiness(case).questions[0]
    >>> [one.answer for one in first.last], [one.answer for one in first.earlier]
    (['partly'], ['no'])
    """
    case.require("readiness")
    # A judgement of one's own is reported by nobody: it is known from the day it is about.
    dated = [
        one if known_on(case, one) else one.model_copy(update={"reported": one.as_of.last}) for one in case.readiness
    ]
    standing = [(index, case.readiness[index]) for index, _ in current(case, dated, as_of)]
    keys = dict.fromkeys((*QUESTIONS, *(one.question for one in case.readiness)))
    found = tuple(_question(case, key, [pair for pair in standing if pair[1].question == key]) for key in keys)
    return Readiness(questions=found, as_of=as_of, how=how(case.digest, "judgements as entered, the last by date"))


def _question(case: Case, key: str, said: Sequence[tuple[int, Judgement]]) -> Question:
    every = sorted(
        (_judged(case, index, one) for index, one in said), key=lambda one: (one.as_of.first, one.as_of.last, one.entry)
    )
    earlier = [
        one for one in every if any(_about_all_of(one, other) and _before(one.as_of, other.as_of) for other in every)
    ]
    return Question(
        question=key,
        words=QUESTIONS.get(key, key),
        last=tuple(one for one in every if one not in earlier),
        earlier=tuple(earlier),
    )


def _about_all_of(one: Judged, other: Judged) -> bool:
    """Whether the other is about every party that this one is about; without parties, it is about all."""
    return not other.parties or (bool(one.parties) and set(one.parties) <= set(other.parties))


def _before(one: When, other: When) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def _judged(case: Case, index: int, one: Judgement) -> Judged:
    return Judged(
        entry=label("readiness", index, one),
        answer=one.answer,
        as_of=one.as_of,
        parties=one.parties,
        provenance=provenance(case, one),
    )


def readiness_told(case: Case, found: Readiness) -> list[str]:
    """The questions in words, each answer with its day and who says so."""
    on = f" as known on {found.as_of}" if found.as_of else ""
    lines = [f"Readiness{on}: what was judged, when, by whom. Nothing is added up."]
    for one in found.questions:
        lines.append(f"  {one.words}")
        lines += [f"    {_line(case, judged)}" for judged in one.last]
        if one.differ:
            lines.append("    The accounts differ.")
        lines += [f"    before: {_line(case, judged)}" for judged in reversed(one.earlier)]
        if not one.last:
            lines.append("    Nobody has judged it.")
    return lines


def _line(case: Case, one: Judged) -> str:
    about = f" for {', '.join(case.parties[party].short or case.name(party) for party in one.parties)}"
    note = f" {one.provenance['note']}." if one.provenance["note"] else ""
    said = f"{one.answer}{about if one.parties else ''}, as of {one.as_of} ({_teller(one.provenance)})."
    return said + note


def _teller(said: dict[str, Any]) -> str:
    # A judgement of one's own has no source: whoever entered it made it.
    own = not said["said_by"] and said["basis"] == "analyst"
    return f"{said['by']}, analyst" if own and said["by"] else who_says(said)
