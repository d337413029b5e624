"""The answer as JSON: its keys, its statuses, what is left out when there is much."""

from __future__ import annotations

from typing import Any

import pytest

from paripassu import catalogue
from paripassu.case import Case
from paripassu.errors import CaseError
from paripassu.stability import CONCEPTS, analyse


def many(count: int, **more: Any) -> Case:
    half = count // 2
    moves = {"a": [f"a{n}" for n in range(half)], "b": [f"b{n}" for n in range(count - half)]}
    return Case.from_dict({"parties": ["a", "b"], "moves": moves, "ranking": {"a": ["b0"], "b": ["a0"]}} | more)


def test_every_key_is_always_there() -> None:
    answer = analyse(catalogue.load("papers/chicken")).to_dict()
    assert list(answer) == [
        "status",
        "decision_makers",
        "options",
        "states_total",
        "states",
        "stable",
        "equilibria",
        "laws",
        "how",
    ]
    assert answer["status"] == "found"
    assert answer["options"] == [{"name": "swerve left", "owner": "one"}, {"name": "swerve right", "owner": "two"}]
    assert answer["states"][1] == {"id": 1, "pattern": "YN"}
    assert list(answer["stable"]) == list(answer["equilibria"]) == list(CONCEPTS)
    # By hand: One would leave 0 (for 1) and 3 (for 2); from 3 Two answers with a crash (GMR), to its own loss.
    assert answer["stable"]["nash"]["one"] == [1, 2]
    assert answer["stable"]["gmr"]["one"] == [1, 2, 3]


def test_many_states_are_listed_only_when_asked_for() -> None:
    result = analyse(many(14))
    short, full = result.to_dict(), result.to_dict(states=True)
    assert short["states_total"] == full["states_total"] == 16_384
    assert (short["states"], short["stable"]) == (None, None)
    assert short["equilibria"] == full["equilibria"]
    assert len(full["states"]) == 16_384
    assert len(full["stable"]["nash"]["a"]) == 16_384


def test_more_states_than_can_be_listed_is_an_answer() -> None:
    answer = analyse(many(30)).to_dict(states=True)
    assert answer["status"] == "limit"
    assert answer["states_total"] is None
    assert answer["equilibria"] == {concept: [] for concept in CONCEPTS}
    assert len(answer["options"]) == 30


def test_forty_options_with_few_states_are_answered() -> None:
    case = many(40)
    names = [name for own in case.moves.values() for name in own]
    answer = analyse(many(40, impossible=[{"at_most_one": names}])).to_dict()
    # By hand: a wants b0, b wants a0; neither can take the other's, and with one at most both would drop theirs.
    assert answer["states_total"] == 41
    assert set(answer["equilibria"]["nash"]) == {0, *(1 << bit for bit in range(40))}


NOTHING = {
    "parties": ["a", "b"],
    "graph": {
        "states": ["s0", "s1", "s2", "s3", "s4"],
        "moves": {
            "a": [["s0", "s3"], ["s0", "s4"], ["s1", "s0"], ["s2", "s0"]],
            "b": [["s0", "s2"], ["s2", "s1"], ["s3", "s1"], ["s4", "s2"]],
        },
    },
    "ranking": {"a": ["s2", "s3", "s4", "s0", "s1"], "b": ["s1", "s0", "s2", "s3", "s4"]},
}


def test_nothing_stable() -> None:
    # By hand: a leaves s0 for s4 (b can only go to s2, a's best) and s1 for s0 (likewise); b leaves s2, s3 and s4,
    # as a can only answer with s0, which b likes better than each of them.
    answer = analyse(Case.from_dict(NOTHING)).to_dict()
    assert answer["status"] == "nothing stable"
    assert not any(answer["equilibria"].values())


def test_graph_form_speaks_the_names_of_the_file() -> None:
    graph = {"states": {"1": "war", "s2": None}, "moves": {"a": [["1", "s2"]], "b": []}}
    case = Case.from_dict({"parties": ["a", "b"], "graph": graph, "ranking": {"a": ["s2", "1"], "b": ["1", "s2"]}})
    answer = analyse(case).to_dict()
    assert answer["states"] == [{"id": 1, "pattern": "war"}, {"id": "s2", "pattern": None}]
    assert answer["options"] == []
    assert answer["stable"]["nash"] == {"a": ["s2"], "b": [1, "s2"]}


def test_what_is_missing_is_named() -> None:
    with pytest.raises(CaseError, match="a section `moves`"):
        analyse(Case.from_dict({"parties": ["a"]}))
    with pytest.raises(CaseError, match=r"ranking\.b: expected a ranking for every party with moves, got none"):
        analyse(Case.from_dict({"parties": ["a", "b"], "moves": {"a": ["x"], "b": ["y"]}, "ranking": {"a": ["x"]}}))
