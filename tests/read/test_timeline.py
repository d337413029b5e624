"""The record in order, as known on any day: nothing dated that is not, nothing known before it was told."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paripassu.case import Case
from paripassu.errors import CaseError, CommandError
from paripassu.read.timeline import Timeline, timeline
from tests.read.harbour import CASE

HARBOUR = Case.from_dict(CASE)


def names(found: Timeline) -> list[str]:
    return [item.entry for item in found.items]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_one_item_an_event_in_order_of_days() -> None:
    found = timeline(HARBOUR)
    assert names(found) == ["visit-1", "plan", "call-2", "rumour"]
    assert [item.entry for item in found.undated] == ["letter"]
    assert [account.entry for account in found.corrected] == ["call"]
    assert found.unplaced == ()


def test_an_item_says_what_was_reported_last_and_keeps_every_account() -> None:
    first = timeline(HARBOUR).items[1]
    assert (str(first.on), first.status, first.venue, first.place) == ("2021-03-04", "held", "Guild Hall", "Quay")
    assert (first.title, first.lane) == ("First round", "working-level")
    assert [(one.id, one.role, one.head) for one in first.people] == [("sato", None, True), ("berg", "observer", False)]
    assert [(one.entry, str(one.on), one.provenance["said_by"]) for one in first.accounts] == [
        ("plan", "2021-03-01/2021-03-02", "Harbour Post, citing clerk (unnamed)"),
        ("first", "2021-03-01/2021-03-03", "Harbour Post, citing clerk (unnamed)"),
        ("first-echo", "2021-03-04", "Evening Echo"),
    ]
    assert first.accounts[2].provenance["entered"] == "2021-03-06"
    assert first.accounts[2].provenance["by"] == "LM"


@pytest.mark.parametrize(
    ("as_of", "held", "on"),
    [("2021-02-27", "expected", "2021-03-01/2021-03-02"), ("2021-03-02", "held", "2021-03-01/2021-03-03")],
)
def test_what_was_known_on_a_day(as_of: str, held: str, on: str) -> None:
    (item,) = timeline(HARBOUR, as_of=day(as_of)).items
    assert (item.status, str(item.on)) == (held, on)


def test_a_correction_counts_from_the_day_it_was_told() -> None:
    assert "call" in names(timeline(HARBOUR, as_of=day("2021-03-14")))
    assert "call-2" in names(timeline(HARBOUR, as_of=day("2021-03-15")))
    assert "call" not in names(timeline(HARBOUR, as_of=day("2021-03-15")))


def test_what_does_not_say_when_it_was_told_is_set_apart() -> None:
    found = timeline(HARBOUR, as_of=day("2021-12-31"))
    assert "rumour" not in names(found)
    assert [account.entry for account in found.unplaced] == ["rumour"]


@pytest.mark.parametrize(
    ("who", "held"),
    [("berg", ["visit-1", "plan"]), ("Nils Berg", ["visit-1", "plan"]), ("A. Sato", ["plan"]), ("port", ["plan"])],
)
def test_one_person_or_party(who: str, held: list[str]) -> None:
    assert names(timeline(HARBOUR, who=who)) == held


def test_one_track_or_level() -> None:
    assert names(timeline(HARBOUR, track="working level")) == ["plan"]
    assert [item.entry for item in timeline(HARBOUR, track="1.5").undated] == ["letter"]


def test_a_name_or_track_nobody_has_is_refused() -> None:
    with pytest.raises(CommandError, match="Did you mean `berg`"):
        timeline(HARBOUR, who="brg")
    with pytest.raises(CommandError, match="Did you mean `envoy`"):
        timeline(HARBOUR, track="envoi")
    with pytest.raises(CaseError, match="record"):
        timeline(Case.from_dict({"parties": ["a"]}))


def test_a_more_exact_date_within_a_month_reported_later_is_kept() -> None:
    record = [
        {"id": "a", "on": "2021-03-04", "kind": "visit", "reported": "2021-03-04"},
        {"on": "2021-03", "kind": "visit", "reported": "2021-06-01", "same_as": "a"},
    ]
    (item,) = timeline(Case.from_dict({"parties": ["a"], "record": record})).items
    assert str(item.on) == "2021-03-04"


def test_the_json_holds_no_word_of_the_source() -> None:
    text = "They met on Friday."
    evidence = {"source": "post", "start": "12", "end": "18", "quote": text[12:18], "prefix": "met on "}
    record: list[dict[str, Any]] = [{"on": "2021-03-05", "kind": "visit", "evidence": [evidence]}]
    found = json.dumps(timeline(Case.from_dict({**CASE, "record": record, "positions": []})).to_dict())
    assert '"spans": [{"source": "post", "start": 12, "end": 18}]' in found
    assert "Friday" not in found
    assert "met on" not in found


@given(st.lists(st.tuples(st.dates(), st.dates() | st.none(), st.booleans()), max_size=6), st.dates())
def test_whatever_was_known_stays_known(entries: list[tuple[dt.date, dt.date | None, bool]], as_of: dt.date) -> None:
    record: list[dict[str, Any]] = [
        {"id": str(place), "kind": "call", "on": on if dated else "unknown", "reported": reported}
        for place, (on, reported, dated) in enumerate(entries)
    ]
    case = Case.from_dict({"parties": ["a"], "record": record or [{"kind": "call"}]})
    then, now = timeline(case, as_of=as_of), timeline(case)
    assert set(names(then)) <= set(names(now))
    for found in (then, now):
        days = [item.on.first for item in found.items]
        assert days == sorted(days, key=lambda one: one or dt.date.max)
    every = len(then.items) + len(then.undated) + len(then.unplaced)
    later = sum(1 for _, reported, _ in entries if reported is not None and reported > as_of)
    assert every + later == len(record or [1])


def test_a_surname_is_answered_with_everybody_who_has_it() -> None:
    record = [{"id": "a", "on": "2021-03-01", "kind": "visit", "participants": ["ann", "bo", "Cy Dahl"]}]
    people = {"ann": {"name": "Ann Lee"}, "bo": {"name": "Bo Lee"}}
    held = Case.from_dict({**CASE, "people": people, "record": record, "positions": []})
    with pytest.raises(CommandError, match="Did you mean `ann` or `bo`"):
        timeline(held, who="Lee")
    with pytest.raises(CommandError, match="Did you mean `Cy Dahl`"):
        timeline(held, who="dahl")
