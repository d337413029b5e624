"""Ways from one state to another, worked by hand."""

from __future__ import annotations

from typing import Any

import pytest

from paripassu.case import Case
from paripassu.errors import CommandError
from paripassu.stability import Conflict, Route, analyse, conflict, route_between
from paripassu.stability.words import route_words

TRADE: dict[str, Any] = {
    "parties": {"us": "United States", "dprk": "DPRK", "rok": "Seoul"},
    "moves": {"us": {"relieve": {"irreversible": "true"}}, "dprk": ["freeze"], "rok": ["offer"]},
    # The US likes a freeze, and relief only after it; the DPRK wants relief, then no freeze; Seoul wants a freeze.
    "ranking": {"us": ["freeze", "relieve iff freeze"], "dprk": ["relieve", "not freeze"], "rok": ["freeze"]},
}


def found(**more: Any) -> Conflict:
    made = conflict(Case.from_dict(TRADE | more))
    assert made is not None
    return made


def route(start: str, end: str) -> Route:
    made = found()
    return route_between(made, made.position(start), made.position(end))


def test_both_must_move_and_one_against_its_interest() -> None:
    way = route("0", "relieve, freeze")
    assert way.to_dict()["moves"]["length"] == 2
    assert len(way.moves.paths) == 2
    assert way.must_move == ("us", "dprk")
    # Either the DPRK freezes first or second: it loses by it both times. The US loses only by going first.
    assert way.against == ("dprk",)
    assert not way.improvements.reachable
    assert way.outcome == {"us": "better", "dprk": "better", "rok": "better"}
    assert route_words(way)[0] == (
        "From nothing taken (0), relieve, freeze (3) can be reached in 2 moves: "
        "DPRK takes freeze (worse for it), then United States takes relieve."
    )


def test_a_way_of_gains() -> None:
    way = route("freeze", "relieve")
    assert way.improvements.reachable
    assert way.against == ()
    assert way.outcome == {"us": "worse", "dprk": "better", "rok": "worse"}


def test_what_cannot_be_undone_cannot_be_left() -> None:
    way = route("relieve", "0")
    assert not way.moves.reachable
    assert way.to_dict()["moves"] == {"reachable": False, "length": None, "paths": []}
    assert way.must_move == way.against == ()
    assert route_words(way) == ["Nothing taken (0) cannot be reached from relieve (1) by any sequence of moves."]


def test_nowhere_to_go() -> None:
    way = route("freeze", "2")
    assert way.moves.reachable
    assert way.moves.length == 0
    assert route_words(way) == ["Freeze (2) is where things stand already."]


def test_today_and_the_wish_are_answered_without_asking() -> None:
    result = analyse(Case.from_dict(TRADE | {"today": [], "wished": ["relieve", "freeze"]}))
    assert result.route is not None
    assert result.route.moves.length == 2
    assert result.route.conflict.position("wished") == result.route.end
    assert analyse(Case.from_dict(TRADE | {"today": []})).route is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("8", "expected a state from 0 to 7, got `8`"),
        ("frez", "Did you mean `freeze`?"),
        ("wished", r"the case has no `wished`"),
        ("relieve, freeze", "which `impossible` rules out"),
    ],
)
def test_a_state_that_is_not_there(text: str, line: str) -> None:
    with pytest.raises(CommandError, match=line):
        found(impossible=[{"not": {"relieve": "Y", "freeze": "Y"}}]).position(text)


def test_a_party_that_cannot_move() -> None:
    with pytest.raises(CommandError, match=r"expected one of us, dprk, rok, got `usa`\. Did you mean `us`\?"):
        found().mover("usa")


def test_states_may_be_named_and_are_shown_by_their_decimal() -> None:
    made = found()
    way = route_between(made, "0", "relieve, freeze")
    assert way.to_dict() == route("0", "relieve, freeze").to_dict()
    assert repr(way) == "Route(from 0 to 3: 2 moves)"
