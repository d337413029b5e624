from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from paripassu.read import Reading, read
from paripassu.read.weighed import Weighed, weights
from paripassu.read.words import tell

REPORTS = Path(__file__).parent
DAY = dt.date(2031, 5, 20)
REST = (
    "Envoy Ann Lee met Minister Bo Berg in Oslo on Monday. Lee phoned Berg on Sunday. Berg flew to Lima today.\n\n"
    "The harbour dues had been frozen for a decade. Fishermen complain of the cold. The water is deep there.\n\n"
    "Nobody knows what the winter will bring. Prices rose again. The old pier needs paint. Gulls came back.\n\n"
)
NEW = "Lee and Berg clinked glasses on Thursday."


def guessed(text: str) -> list[tuple[str | None, list[str]]]:
    return [(one.on, one.participants) for one in _read(text).events if one.rule == "events.weighed"]


def _read(text: str) -> Reading:
    return read(text, published_on=DAY)


def test_a_contact_that_no_rule_foresaw_is_proposed_as_a_guess() -> None:
    found = [one for one in _read(REST + NEW).events if one.rule == "events.weighed"]
    assert [(one.kind, one.on, one.confidence) for one in found] == [("meeting", "2031-05-15", "guess")]
    assert found[0].participants == ["Ann Lee", "Bo Berg"]
    start, end = found[0].spans[0]
    assert (REST + NEW)[start:end] == NEW[:-1]


def test_what_a_rule_has_told_is_not_told_again() -> None:
    assert guessed(REST) == []


@pytest.mark.parametrize(
    "line",
    [
        "Gulls and terns were counted on Thursday.",
        "“We shall see what the winter brings,” Lee said.",
        "The old pier was painted in 1987.",
        "The ministry tested a missile on Thursday.",
    ],
)
def test_what_weighs_too_little_is_left(line: str) -> None:
    assert guessed(REST + line) == []


def test_a_few_lines_are_left_to_the_rules() -> None:
    assert guessed(NEW) == []


def test_a_report_of_other_things_is_left_to_the_rules() -> None:
    assert guessed(REST.replace("Envoy Ann Lee met", "Envoy Ann Lee likes").replace("phoned", "likes") + NEW) == []


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Berg waited there. On Thursday he rode home past Lee's envoys.", ["Bo Berg"]),
        ("“Lee will not go there,” Berg snapped on Thursday after the talks.", ["Bo Berg"]),
        ("Berg, having clinked glasses on Thursday with Lee, wept before the envoys.", ["Bo Berg", "Ann Lee"]),
        ("Lee and Berg had soup. On Thursday the two clinked glasses at the talks.", ["Ann Lee", "Bo Berg"]),
        ("Lee and Berg were late: on Thursday, both clinked glasses there.", ["Ann Lee", "Bo Berg"]),
        ("The envoys were aghast on Thursday when Berg, having danced with Lee, wept.", ["Bo Berg", "Ann Lee"]),
        ("A clerk said on Thursday that Lee had gone to the talks.", []),
    ],
)
def test_who_acts_is_the_subject_of_the_verb_by_the_day(line: str, people: list[str]) -> None:
    assert people in [who for _, who in guessed(REST + line)]


def test_each_weight_is_of_a_mark_and_each_mark_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mark written otherwise in one of the two places would count for nothing and nobody would notice."""
    seen: set[str] = set()
    marks = Weighed.marks

    def noted(self: Weighed, number: int) -> list[str]:
        seen.update(found := marks(self, number))
        return found

    monkeypatch.setattr(Weighed, "marks", noted)
    for file in (*REPORTS.glob("reports/*.txt"), *REPORTS.glob("further/*.txt")):
        read(file, published_on=DAY)
    assert seen == set(weights()) - {"least"}


def test_without_a_day_of_publication_no_day_is_near() -> None:
    found = read(REST + NEW).events
    assert all(one.on is None for one in found)


def test_each_day_of_a_sentence_is_a_contact_of_its_own() -> None:
    line = "Lee and Berg clinked glasses on Thursday, and Berg strolled along the pier with her on Friday."
    assert [on for on, _ in guessed(REST + line)] == ["2031-05-15", "2031-05-16"]


def test_a_guess_is_shown_as_one() -> None:
    shown = tell(_read(REST + NEW))
    assert "2031-05-15: meeting; Ann Lee, Bo Berg (perhaps, held)" in shown
    assert shown.count("(perhaps, ") == 1
