"""Contacts as reports tell them. Expected values: what the sentence says, read by a person."""

from __future__ import annotations

import datetime as dt

import pytest

from paripassu.read import read
from tests.read.contact_cases import CASES, Told
from tests.read.day_cases import DAYS
from tests.read.journey_cases import CALLS_AND_LETTERS, JOURNEYS
from tests.read.retold_cases import AGAIN, MORE
from tests.read.sided_cases import SIDED

DAY = dt.date(2019, 2, 22)  # a Friday


def _first(text: str) -> tuple[str, str | None, list[str]]:
    event = read(text, published_on=DAY).events[0]
    return event.kind, event.on, event.participants


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Envoy Ann Lee sat down with Bo Berg on Monday.", ("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])),
        (
            "Minister Ann Lee wrote to Prime Minister Bo Berg on Monday.",
            ("letter", "2019-02-18", ["Ann Lee", "Bo Berg"]),
        ),
        ("Minister Ann Lee spoke to reporters on Monday.", ("announcement", "2019-02-18", ["Ann Lee"])),
        (
            "Minister Ann Lee had two days of talks in Geneva with Prime Minister Bo Berg.",
            ("talks", None, ["Ann Lee", "Bo Berg"]),
        ),
        ("Minister Ann Lee was seen in Geneva on Monday.", ("visit", "2019-02-18", ["Ann Lee"])),
        (
            "As envoy Bo Berg waits, Minister Ann Lee plans to visit Geneva on Monday.",
            ("visit", "2019-02-25", ["Ann Lee"]),
        ),
    ],
)
def test_a_contact_by_its_verb(text: str, contact: tuple[str, str | None, list[str]]) -> None:
    assert _first(text) == contact


ONCE = CASES + MORE + SIDED + JOURNEYS + CALLS_AND_LETTERS + DAYS


@pytest.mark.parametrize(("text", "told"), ONCE, ids=[text[:60] for text, _ in ONCE])
def test_a_contact_by_each_way_of_telling_it(text: str, told: list[Told]) -> None:
    found = read(text, published_on=DAY).events
    assert [(one.kind, one.on, one.participants) for one in found] == told


@pytest.mark.parametrize(("text", "told"), AGAIN, ids=[text[:60] for text, _ in AGAIN])
def test_every_telling_is_evidence(text: str, told: list[tuple[str | None, list[str]]]) -> None:
    found = read(text, published_on=DAY)
    assert [(one.on, [found.page.text[a:b] for a, b in one.spans]) for one in found.events] == told


def test_the_two_are_those_named_together() -> None:
    found = read(
        "Envoy Ann Lee met Minister Bo Berg on Monday.\n\nBerg, a former judge, said little.\n\n"
        "The two men last met in Geneva in January.",
        published_on=DAY,
    )
    assert [(one.on, one.participants) for one in found.events] == [
        ("2019-02-18", ["Ann Lee", "Bo Berg"]),
        ("2019-01", ["Ann Lee", "Bo Berg"]),
    ]


def test_one_told_on_three_days_happened_three_times() -> None:
    found = read("Ann Lee said so. The two sides held talks last Sunday, Wednesday and Thursday.", published_on=DAY)
    assert [one.on for one in found.events] == ["2019-02-17", "2019-02-20", "2019-02-21"]


def test_who_speaks_in_a_transcript_is_i() -> None:
    found = read(
        "Remarks by Minister Ann Lee.\n\nMINISTER LEE: I met President Berg for some two hours on Monday "
        "and we talked about the river.\n\nQUESTION: And?",
        published_on=DAY,
    )
    assert [one.participants for one in found.events] == [["Ann Lee", "Berg"]]


def test_a_cancelled_meeting_is_no_meeting() -> None:
    found = read("On Monday President Ann Lee cancelled her upcoming meeting with Bo Berg.", published_on=DAY)
    assert [one.kind for one in found.events] == ["cancellation"]


def test_the_one_who_leads_takes_part() -> None:
    found = read(
        "The delegation, led by Ambassador Ann Lee, held talks with Minister Bo Berg on Monday.", published_on=DAY
    )
    assert found.events[0].participants == ["Ann Lee", "Bo Berg"]


def test_a_bare_name_is_the_only_one_told_of_so_far() -> None:
    found = read(
        "Envoy Kim Myong Gil arrived. Kim had travelled via Beijing.\n\nPresident Kim Sol Mun stayed at home.",
        published_on=DAY,
    )
    assert {one.name: len(one.mentions) for one in found.persons} == {"Kim Myong Gil": 2, "Kim Sol Mun": 1}
