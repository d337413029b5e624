"""What a person may change of a proposal: typed as it is shown, refused with what was expected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paripassu.case import load
from paripassu.case.proposal import KINDS
from paripassu.errors import CommandError
from paripassu.read import queue
from paripassu.read.edit import Field, as_typed, edited, fields, typed
from paripassu.read.review import Review
from tests.read.test_review import CASE, HALL, MET, NOW, POST, SATO, SPELT, WANTS, found
from tests.read.test_review import case as _case

case = _case
WORDS = (
    st.text("aé한-.’ ", min_size=1, max_size=8).map(str.strip).filter(bool).filter(lambda word: "unnamed" not in word)
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_edited(kind: str) -> None:
    assert fields(found(POST, "Berg", kind, name="x", what="person"))


@given(st.lists(WORDS), st.lists(st.tuples(WORDS, WORDS)))
def test_what_is_shown_reads_back(names: list[str], roles: list[tuple[str, str]]) -> None:
    people: list[Any] = [*names, *({"who": who, "role": role} for who, role in roles)]
    chain: list[Any] = [*names, *({"unnamed": role} for role, _ in roles)]
    for form, value in (("list", names), ("people", people), ("chain", chain)):
        field = Field(name="x", form=form)
        assert typed(field, as_typed(field, value)) == value


@pytest.mark.parametrize(
    ("kind", "name", "words", "said"),
    [
        ("event", "status", "hold", "expected one of held, expected.*Did you mean `held`"),
        ("event", "on", "2021-03-09/2021-03-01", "a range whose end is not before its start"),
        ("event", "on", "Friday", "a date as"),
        ("person", "name", "  ", "got nothing"),
        ("person", "name", "An\x1b[2Jn", "cannot be printed"),
        ("place", "name", "\ud800", "cannot be printed"),
    ],
)
def test_what_cannot_be_typed(kind: str, name: str, words: str, said: str) -> None:
    (field,) = [one for one in fields(found(POST, "Berg", kind)) if one.name == name]
    with pytest.raises(CommandError, match=said):
        typed(field, words)


def test_a_key_that_is_no_field() -> None:
    with pytest.raises(CommandError, match="Did you mean `venue`"):
        edited(MET, {"venu": "x"})
    with pytest.raises(CommandError, match="none can be changed"):
        edited(found(POST, "Berg", "merge", what="event"), {"left": "x"})


def test_whom_the_reader_took_it_for_goes_with_the_name() -> None:
    known = found(POST, "Berg", "person", name="Berg", known="berg")
    assert edited(known, {"name": "Bo Berg"})["known"] is None
    assert edited(known, {"role": "clerk"})["known"] == "berg"


def test_the_edited_joins_the_case_and_what_was_read_is_kept(case: Path) -> None:
    review = Review(case, by="LM", now=NOW)
    review.accept(SATO, edited=edited(SATO, {"aliases": ["Sato Akiko"]}))
    review.accept(HALL)
    changes = {"on": "2021-03-01/2021-03-02", "participants": [{"who": "Akiko Sato", "role": "chair"}], "level": None}
    review.accept(MET, edited=edited(MET, changes))
    review.accept(WANTS, edited=edited(WANTS, {"option": ["4", "5"], "as_of": "2021-03-01"}))
    held = load(case)
    (met,) = held.record
    assert (str(met.on), met.people, met.venue) == ("2021-03-01/2021-03-02", ("akiko-sato",), "guild-hall")
    assert met.evidence[0].holds_in(POST)  # what it rests on is as it was
    assert (held.positions[0].option, str(held.positions[0].as_of)) == (("4", "5"), "2021-03-01")
    kept = {one.id: one for one in queue.load(case).proposals}
    assert (kept[MET.id].state, kept[MET.id].content, kept[MET.id].by) == ("edited", MET.content, "LM")
    assert kept[HALL.id].state == "accepted"
    assert queue.add(case, [SATO, MET, WANTS]) == queue.Added(0, 0, 3)  # read again: decided
    assert review.accept(MET, edited=edited(MET, changes)) == []  # taken once


def test_an_edit_the_case_cannot_hold_changes_nothing(case: Path) -> None:
    with pytest.raises(CommandError, match="needs a party"):
        Review(case).accept(WANTS, edited=edited(WANTS, {"party": "Coast Guard"}))
    assert case.read_text() == CASE
    assert {one.state for one in queue.load(case).proposals} == {"open"}


def test_two_spellings_with_one_put_right(case: Path) -> None:
    queue.add(case, [SPELT])
    review = Review(case, now=NOW)
    review.accept(SATO)
    review.accept(SPELT, edited=edited(SPELT, {"right": "Akikko Sato"}))
    assert load(case).people["akiko-sato"].names == ("Akiko Sato", "Akikko Sato")
