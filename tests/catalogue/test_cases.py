"""Facts and laws of the worked cases: what they cite exists, what they invent says so, what happened is dated."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from paripassu import catalogue
from paripassu.case import Case

CASES = catalogue.names()
SINGAPORE = "singapore-2018"
MOST_WORDS_QUOTED = 4


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return catalogue.load(request.param)


@pytest.fixture(scope="module")
def singapore() -> Case:
    return catalogue.load(SINGAPORE)


def entries(value: Any, where: str = "") -> Iterator[tuple[str, BaseModel]]:
    """Every entry of a case, with its place."""
    if isinstance(value, BaseModel):
        yield where, value
        for name in type(value).model_fields:
            yield from entries(getattr(value, name), f"{where}.{name}")
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from entries(one, f"{where}.{key}")
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from entries(one, f"{where}[{place}]")


def invented(case: Case) -> Iterator[tuple[str, Any]]:
    """The entries that hold numbers or rankings nobody stated."""
    for section in ("preferences", "ranking", "stakes", "steps"):
        for key, one in getattr(case, section).items():
            yield f"{section}.{key}", one


def cites(case: Case, one: Any) -> bool:
    return bool(one.source) and all(name in case.sources for name in one.source)


def test_the_three_worked_cases_stand_on_the_shelf() -> None:
    assert {SINGAPORE, "papers/nash1950", "labour-contract"} <= set(CASES)


@pytest.mark.parametrize(("name", "parties"), [("supply-deal", 2), ("river-basin", 3), ("fishery", 5)])
def test_an_invented_case_says_so_everywhere(name: str, parties: int) -> None:
    case = catalogue.load(name)
    assert len(case.preferences) == parties
    assert {one.basis for _, one in invented(case)} == {"illustration"}
    assert all("llustration" in (one.note or "") for one in (*case.positions, *case.rules))


def test_has_a_title_and_a_summary(case: Case) -> None:
    assert case.title
    assert case.summary


def test_every_source_cited_exists(case: Case) -> None:
    cited = [(where, name) for where, entry in entries(case) for name in getattr(entry, "source", ()) or ()]
    evidence = [(where, entry.source) for where, entry in entries(case) if type(entry).__name__ == "Evidence"]
    named = [(where, name) for where, name in cited if "evidence" not in where] + evidence
    assert [(where, name) for where, name in named if name not in case.sources] == []


def test_every_source_is_cited_somewhere(case: Case) -> None:
    cited = {
        name for _, entry in entries(case) if isinstance(getattr(entry, "source", None), tuple) for name in entry.source
    }
    assert sorted(set(case.sources) - cited) == []


def test_every_source_can_be_found_again(case: Case) -> None:
    """Title and outlet, and when: the day, or a year; failing both, an address. No day is made up."""
    for name, one in case.sources.items():
        assert all((one.title, one.outlet)), name
        year = re.search(r"\b(19|20)\d\d\b", f"{one.title} {one.outlet} {one.note}")
        assert any((one.published, year, one.url)), name


def test_every_record_entry_says_what_when_and_how_it_is_known(case: Case) -> None:
    for event in case.record:
        assert cites(case, event), event.id
        assert all((event.id, event.kind)), event
        assert event.on.known, event.id
        assert event.basis in ("stated", "reported", "analyst"), event.id


def test_singapore_record_says_when_it_was_reported_and_entered_and_by_whom(singapore: Case) -> None:
    for event in singapore.record:
        assert all((event.title, event.reported, event.entered, event.by)), event.id


def test_every_position_of_a_real_case_has_a_source(case: Case) -> None:
    if case.record:
        assert [place for place, one in enumerate(case.positions) if not cites(case, one)] == []


def test_no_invented_number_passes_for_a_fact(case: Case) -> None:
    """What is not an illustration must cite where its numbers are printed."""
    for where, one in invented(case):
        assert one.basis == "illustration" or cites(case, one), where


def test_no_article_is_copied(case: Case) -> None:
    """Evidence quotes at most a few words: enough to find the place, never a sentence."""
    for where, entry in entries(case):
        if type(entry).__name__ == "Evidence":
            assert len(entry.quote.split()) <= MOST_WORDS_QUOTED, where
            assert not entry.prefix, where
            assert not entry.suffix, where


def test_notes_are_no_longer_than_a_sentence_or_two(case: Case) -> None:
    assert [where for where, entry in entries(case) if len(getattr(entry, "note", None) or "") > 220] == []


def test_singapore_negotiates_the_seven_issues(singapore: Case) -> None:
    assert tuple(singapore.issues) == (
        "sequence",
        "scope",
        "verification",
        "relief",
        "guarantees",
        "end-of-war declaration",
        "timetable",
    )


def test_singapore_sessions_at_panmunjom_are_the_five_reported(singapore: Case) -> None:
    """KBS World, 4 June 2018 (27 and 30 May, 2 and 3 June), and The Korea Herald of the same day (4 June)."""
    days = [
        event.on.first
        for event in singapore.record
        if event.status == "held" and event.kind == "session" and (event.id or "").startswith("panmunjom-")
    ]
    assert days == [dt.date(2018, 5, 27), dt.date(2018, 5, 30), *(dt.date(2018, 6, day) for day in (2, 3, 4))]


def test_singapore_covers_may_2018_to_february_2019_with_no_month_of_talks_unsourced(singapore: Case) -> None:
    first = [event.on.first for event in singapore.record if event.on.first]
    assert min(first) <= dt.date(2018, 5, 24)
    assert max(first) >= dt.date(2019, 2, 27)
    summits = {
        event.id: event.on.text for event in singapore.record if event.level == "summit" and event.kind == "summit"
    }
    assert summits["singapore"] == "2018-06-12"
    assert summits["hanoi"] == "2019-02-27/2019-02-28"


def test_singapore_keeps_accounts_that_differ(singapore: Case) -> None:
    seconds = {event.id: event.same_as for event in singapore.record if event.same_as}
    assert seconds == {
        "second-day-28-may": "panmunjom-to-29-may",
        "no-session-28-may": "panmunjom-to-29-may",
        "logistics-second-account": "logistics",
    }


def test_singapore_done_steps_are_dated_as_in_the_record(singapore: Case) -> None:
    record = {event.id: event.on for event in singapore.record}
    pairs = {"moratorium": "test-halt", "test-site": "punggye-ri", "drills": "exercise-suspended", "remains": "remains"}
    for step, event in pairs.items():
        assert singapore.steps[step].done == record[event].first
    assert {name for name, step in singapore.steps.items() if step.finished} == set(pairs)


def test_singapore_parties_stand_on_every_issue(singapore: Case) -> None:
    stands = {(one.party, one.issue) for one in singapore.positions}
    assert {(party, issue) for party in ("us", "dprk") for issue in singapore.issues} <= stands


def test_nash_starts_from_what_each_boy_owns() -> None:
    """Nash (1950): Bill's own goods are worth 12 to him, Jack's own 6 to him."""
    nash = catalogue.load("papers/nash1950")
    for boy, owns in (("bill", 12), ("jack", 6)):
        worth = sum(nash.preferences[boy].values[good][boy] for good, owner in nash.draft.items() if owner == boy)
        assert worth == owns == nash.preferences[boy].no_deal
