"""The day a report opens with."""

from __future__ import annotations

from paripassu.read.dates import Date
from paripassu.read.tense import tense
from paripassu.read.tokens import Sentence

__all__ = ["opening_day"]


def opening_day(sentences: list[Sentence], dates: list[Date]) -> tuple[int, str] | None:
    """The paragraph a report opens with and its one day, when that day is told as past."""
    body = next((one.para for one in sentences if one.role == "body"), None)
    days = [one for one in dates if sentences[one.sentence].para == body and one.when.first is not None]
    days = [one for one in days if one.rule in ("dates.weekday", "dates.today")]
    if body is None or len(days) != 1 or tense(sentences[days[0].sentence], days[0].i, days[0].j) != "past":
        return None
    value = days[0].when.value
    return (body, value) if value is not None else None
