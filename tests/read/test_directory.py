"""Who the people are, with who calls them what."""

from __future__ import annotations

import datetime as dt

from paripassu.case import Case
from paripassu.read.directory import directory
from tests.read.harbour import CASE, RECORD


def test_two_entries_of_one_person_are_one_with_every_name_and_who_uses_it() -> None:
    sato, berg = directory(Case.from_dict(CASE))
    assert sato.to_dict() == {
        "id": "sato",
        "name": "Akiko Sato",
        "party": "union",
        "names": {"Akiko Sato": [], "A. Sato": [], "Sato Akiko": ["post"], "Akiko Satō": ["echo"]},
        "roles": {"chief negotiator": ["post"], "head of talks": ["echo"]},
        "events": ["first", "first-echo"],
    }
    assert (berg.name, berg.events) == ("Nils Berg", ("first", "first-echo", "visit-1"))


def test_as_known_then() -> None:
    sato, berg = directory(Case.from_dict(CASE), as_of=dt.date(2021, 3, 2))
    assert "Akiko Satō" not in sato.names
    assert "A. Sato" in sato.names
    assert berg.events == ("first",)


def test_a_name_only_the_record_has_comes_last() -> None:
    record = [*RECORD, {"id": "x", "kind": "call", "heads": ["Ada Lund", "Nils Berg"]}]
    *_, last = directory(Case.from_dict({**CASE, "record": record}))
    assert (last.id, last.name, last.events) == (None, "Ada Lund", ("x",))
