"""Positions over time: who moved towards whom, what all could now accept, what nobody has said."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paripassu.case import Case
from paripassu.errors import CaseError
from paripassu.read.movement import IssueLine, movement
from tests.read.harbour import CASE

HARBOUR = Case.from_dict(CASE)


def line(issue: Any, *stands: dict[str, Any], parties: Any = ("port", "union")) -> IssueLine:
    positions = [
        {"issue": "x", "basis": "stated", "as_of": f"2021-03-{n + 1:02}", **one} for n, one in enumerate(stands)
    ]
    case = Case.from_dict({"parties": list(parties), "issues": {"x": issue}, "positions": positions})
    return movement(case).issues[0]


def moves(found: IssueLine) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(one.party, one.towards, one.away) for one in found.moves]


def test_the_harbour() -> None:
    rise, shifts, pier = movement(HARBOUR).issues
    assert [(one.before, one.after, one.towards, one.same_basis) for one in rise.moves] == [
        ("p1", "p2", ("union",), True),
        ("u1", "u2", ("port", "city"), False),
    ]
    assert (rise.state, rise.common, rise.gap) == ("common", ("3",), 0.0)
    assert rise.stands["port"][-1].words == "1 to 3 percent"
    assert rise.stands["union"][-1].provenance["said_by"] == "Coast Wire, citing union official (unnamed)"
    assert (shifts.state, shifts.silent, shifts.moves) == ("one side", ("port",), ())
    assert (pier.state, pier.silent, pier.gap) == ("unknown", ("port", "union"), None)


def test_a_third_party_blocks_nothing_but_is_shown() -> None:
    rise = movement(HARBOUR).issues[0]
    assert "city" in rise.stands
    assert "city" not in rise.silent


def test_as_known_before_the_port_moved() -> None:
    rise = movement(HARBOUR, as_of=dt.date(2021, 3, 19)).issues[0]
    assert (rise.state, rise.gap, len(rise.moves)) == ("open", 4.0, 0)


def test_accepting_more_is_a_move_and_taking_it_back_one_away() -> None:
    found = line(
        ["a", "b", "c"],
        {"party": "port", "option": "a"},
        {"party": "union", "option": "c"},
        {"party": "union", "option": "c", "accepts": ["a"]},
        {"party": "union", "option": "c"},
        {"party": "union", "option": "b"},
    )
    assert moves(found) == [("union", ("port",), ()), ("union", (), ("port",)), ("union", (), ())]
    assert (found.state, found.common) == ("open", ())


def test_the_order_of_options_is_no_scale() -> None:
    found = line(
        ["a", "b", "c"],
        {"party": "port", "option": "a"},
        {"party": "union", "option": "c"},
        {"party": "union", "option": "b"},
    )
    assert moves(found) == [("union", (), ())]


def test_numbers_are_a_scale() -> None:
    found = line(
        {"from": "0", "to": "10"},
        {"party": "port", "option": "2"},
        {"party": "union", "option": "9"},
        {"party": "union", "option": "7"},
        {"party": "port", "option": "1"},
    )
    assert moves(found) == [("port", (), ("union",)), ("union", ("port",), ())]
    assert found.gap == 6.0


def test_a_move_is_towards_what_the_other_said_by_then_not_later() -> None:
    found = line(
        ["a", "b"],
        {"party": "union", "option": "b"},
        {"party": "union", "option": "a"},
        {"party": "port", "option": "a"},
    )
    assert moves(found) == [("union", (), ())]


def test_two_accounts_of_one_time_are_no_move() -> None:
    found = line(
        ["a", "b"],
        {"party": "union", "option": "a", "as_of": "2021-03"},
        {"party": "union", "option": "b", "as_of": "2021-03-09"},
    )
    assert found.moves == ()


def test_a_stand_without_a_date_moves_nobody_and_counts_only_alone() -> None:
    undated = {"party": "union", "option": "a", "as_of": "unknown"}
    found = line(["a", "b"], undated, {"party": "union", "option": "b"}, {"party": "port", "option": "b"})
    assert (found.state, found.moves, len(found.undated)) == ("common", (), 1)
    alone = line(["a", "b"], undated, {"party": "port", "option": "b"})
    assert (alone.state, alone.common) == ("open", ())


def test_a_corrected_position_was_never_held() -> None:
    found = line(
        ["a", "b"], {"id": "1", "party": "union", "option": "a"}, {"party": "union", "option": "b", "supersedes": "1"}
    )
    assert [one.options for one in found.stands["union"]] == [("b",)]


def test_without_positions_it_says_what_to_add() -> None:
    with pytest.raises(CaseError) as caught:
        movement(Case.from_dict({"parties": ["a"]}))
    assert len(caught.value.problems) == 2


@given(st.lists(st.tuples(st.sampled_from("pu"), st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=6))
def test_common_is_what_each_last_stand_accepts_and_moves_have_a_before(held: list[tuple[str, int, int]]) -> None:
    stands = [{"party": party, "option": str(ask), "accepts": [str(also)]} for party, ask, also in held]
    found = line({"from": "0", "to": "5"}, *stands, parties=("p", "u"))
    last = {party: {str(ask), str(also)} for party, ask, also in held}
    assert set(found.common) == (set.intersection(*last.values()) if len(last) > 1 else set())
    assert (found.gap is None) == (len(last) == 1)
    entries = {one.entry: one for each in found.stands.values() for one in each}
    for move in found.moves:
        assert entries[move.before].party == entries[move.after].party == move.party
        assert not set(move.towards) & set(move.away)
