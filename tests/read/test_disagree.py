"""Where accounts differ, and where they only say more or less than each other."""

from __future__ import annotations

from typing import Any

import pytest

from paripassu.case import Case
from paripassu.read.disagree import Disagreement, disagreements
from paripassu.read.timeline import timeline
from tests.read.harbour import CASE


def of(*record: dict[str, Any], **sections: Any) -> list[Disagreement]:
    plain = {**CASE, "people": {}, "positions": [], "record": list(record)}
    return list(disagreements(Case.from_dict({**plain, **sections})))


def short(found: list[Disagreement]) -> list[tuple[str, str, list[str]]]:
    return [(one.what, one.kind, [version.value for version in one.versions]) for one in found]


def test_the_harbour_papers() -> None:
    found = list(disagreements(Case.from_dict(CASE)))
    assert short(found) == [
        ("date", "accounts", ["2021-03-01/2021-03-03", "2021-03-04"]),
        ("role", "accounts", ["chair", "observer"]),
        ("date", "forecast", ["2021-03-01/2021-03-02 (expected)", "2021-03-01/2021-03-03 (held)", "2021-03-04 (held)"]),
        ("venue", "forecast", ["Sailors' Club (expected)", "Guild Hall (held)"]),
        ("name", "names", ["Sato Akiko", "Akiko Satō"]),
        ("title", "names", ["chief negotiator", "head of talks"]),
        ("position", "accounts", ["fixed", "free"]),
    ]
    date = found[0]
    assert date.subject == "First round"
    assert [one.provenance[0]["sources"] for one in date.versions] == [["post"], ["echo"]]
    assert not date.within
    assert found[2].within


A: dict[str, Any] = {"id": "a", "on": "2021-03-01", "kind": "session", "source": "post"}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"on": "2021-03-02"}, ["date"]),
        ({"on": "2021-03"}, []),
        ({"on": "unknown"}, []),
        ({"on": "2021-02-28/2021-03-01"}, []),
        ({"on": "2021-02-26/2021-02-28"}, ["date"]),
        ({"venue": "Sailors' Club"}, ["venue"]),
        ({"venue": "Old Hall"}, []),
        ({"status": "cancelled"}, ["status"]),
        ({"level": "envoy"}, []),
        ({"level": "summit"}, ["level"]),
        ({"parties": ["port", "city"]}, ["parties"]),
        ({"parties": ["port"]}, []),
        ({"heads": ["Ada Lund"]}, ["people"]),
        ({"heads": ["Nils Berg", "Ada Lund"]}, []),
    ],
)
def test_saying_more_or_less_is_no_contradiction(change: dict[str, Any], what: list[str]) -> None:
    one = {**A, "venue": "hall", "level": "envoy", "parties": ["port", "union"], "heads": ["Nils Berg"]}
    assert [found.what for found in of(one, {**A, "id": "b", "source": "echo", "same_as": "a", **change})] == what


def test_spells_that_only_touch_are_told_differently() -> None:
    spell = {**A, "on": "2021-03-01/2021-03-04"}
    assert [one.what for one in of(spell, {**A, "id": "b", "on": "2021-03-04/2021-03-07", "same_as": "a"})] == ["date"]
    assert of(spell, {**A, "id": "b", "on": "2021-03-02/2021-03-03", "same_as": "a"}) == []


def test_one_source_against_itself_is_said_to_be_so() -> None:
    (found,) = of(A, {**A, "id": "b", "on": "2021-03-02", "same_as": "a"})
    assert found.within


def test_each_version_has_its_span() -> None:
    def quoted(start: int) -> list[dict[str, Any]]:
        return [{"source": "post", "start": start, "end": start + 6, "quote": "Friday"}]

    (found,) = of(
        {**A, "evidence": quoted(3)}, {**A, "id": "b", "on": "2021-03-02", "same_as": "a", "evidence": quoted(40)}
    )
    spans = [one["spans"] for version in found.versions for one in version.to_dict()["provenance"]]
    assert spans == [[{"source": "post", "start": 3, "end": 9}], [{"source": "post", "start": 40, "end": 46}]]


def test_a_plan_called_off_and_one_that_came_true() -> None:
    plan = {**A, "status": "planned", "on": "2021-03"}
    assert of(plan, {**A, "id": "b", "source": "echo", "same_as": "a"}) == []
    called_off = {**A, "id": "b", "on": "unknown", "source": "echo", "same_as": "a", "status": "cancelled"}
    assert short(of(plan, called_off)) == [("status", "forecast", ["planned", "cancelled"])]


@pytest.mark.parametrize(("told", "disputed"), [("2021-02-20", False), ("2021-03-01", True), ("2021-03-05", True)])
def test_what_was_called_off_before_its_day_may_be_held_after_all(told: str, disputed: bool) -> None:
    off = {**A, "id": "b", "same_as": "a", "status": "cancelled", "reported": told, "source": "echo"}
    assert [one.what for one in of(A, off)] == (["status"] if disputed else [])
    (item,) = timeline(Case.from_dict({**CASE, "people": {}, "positions": [], "record": [A, off]})).items
    assert (item.status == "disputed") is disputed


def test_a_corrected_entry_disagrees_with_nobody() -> None:
    assert of(A, {**A, "id": "b", "on": "2021-03-02", "supersedes": "a"}) == []


def test_a_second_account_of_a_corrected_entry_is_of_the_same_event() -> None:
    second = {**A, "id": "b", "on": "2021-03-02", "supersedes": "a"}
    (found,) = of(A, second, {**A, "id": "c", "on": "2021-03-03", "source": "echo", "same_as": "a"})
    assert [version.value for version in found.versions] == ["2021-03-02", "2021-03-03"]


@pytest.mark.parametrize(
    ("change", "alike"),
    [
        ({}, True),
        ({"on": "2021-03-02"}, True),
        ({"on": "2021-03-03"}, False),
        ({"on": "2022-03-01"}, False),
        ({"on": "unknown"}, False),
        ({"level": "envoy"}, False),
        ({"status": "expected"}, True),
        ({"status": "expected", "on": "2021-03-02"}, False),
        ({"source": "post"}, False),
        ({"kind": "call"}, False),
        ({"heads": ["Nils Berg"]}, False),
    ],
)
def test_events_that_look_alike_are_listed_as_that_and_never_joined(change: dict[str, Any], alike: bool) -> None:
    pair = {"heads": ["Nils Berg", "Ada Lund"], "level": "summit"}
    found = of({**A, **pair}, {**A, "id": "b", "source": "echo", **pair, **change})
    assert [one.kind for one in found] == (["perhaps one event"] if alike else [])


def test_one_paper_may_give_a_person_two_titles() -> None:
    role = [{"text": "mayor", "source": "post"}, {"text": "former judge", "source": "post"}]
    people = {"lund": {"name": "Ada Lund", "role": [*role, {"text": "Mayor", "source": "echo"}]}}
    assert of(A, people=people) == []


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("Secretary of State", "U.S. Secretary of State", False),
        ("North Harbour mayor", "Mayor", False),
        ("US President", "U.S. President", False),
        ("Minister", "Vice Minister", True),
        ("acting head", "head", True),
        ("Minister of Ports", "Minister of Fish", True),
    ],
)
def test_a_title_that_says_more_is_another_only_when_its_rank_is(one: str, two: str, differ: bool) -> None:
    role = [{"text": one, "source": "post"}, {"text": two, "source": "echo"}]
    assert bool(of(A, people={"lund": {"name": "Ada Lund", "role": role}})) is differ


def test_capitals_are_no_other_spelling() -> None:
    venues = {"hall": {"name": "Guild Hall", "source": "post", "aliases": [{"text": "GUILD HALL", "source": "echo"}]}}
    assert of(A, venues=venues) == []
    venues["hall"]["aliases"] = [{"text": "Gild Hall", "source": "echo"}]
    assert [one.what for one in of(A, venues=venues)] == ["name"]
