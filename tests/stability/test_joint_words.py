"""Coalitions and the inverse question in words."""

from __future__ import annotations

from paripassu import catalogue
from paripassu.case import Case
from paripassu.stability import coalitions, conflict, inverse
from paripassu.stability.joint_words import coalition_words, inverse_words


def test_more_than_one_way_is_spelled_out() -> None:
    # a gains at x or y; b's only answers lead from x to u and from y to v, so either the gain or its answer must fall.
    case = Case.from_dict(
        {
            "parties": {"a": "Ann", "b": "Bob"},
            "graph": {
                "states": ["s", "x", "y", "u", "v"],
                "moves": {"a": [["s", "x"], ["s", "y"]], "b": [["x", "u"], ["y", "v"]]},
            },
            "ranking": {
                "a": {"basis": "illustration", "order": ["x", "y", "u", "v", "s"]},
                "b": [["u", "v"], ["x", "y", "s"]],
            },
        }
    )
    found = conflict(case)
    assert found is not None
    assert inverse_words(inverse(found, "s", "a", "seq")) == [
        "The ranking of Ann is an illustration.",
        "Ann would stay in s by SEQ if it liked x and y no better; that is the smallest change, of 2 states.",
        "In full, each line must hold:",
        "  no better: x; or u",
        "  no better: y; or v",
    ]


def test_who_would_still_move_is_said() -> None:
    found = conflict(catalogue.load("papers/prisoners-dilemma"))
    assert found is not None
    said = inverse_words(inverse(found, 3, 0, "nash"))
    assert said[-1] == "That is not enough for it to hold, as Two would still move."


def test_the_jump_is_said() -> None:
    found = conflict(catalogue.load("papers/elmira"))
    assert found is not None
    assert coalition_words(coalitions(found))[-1] == (
        "From delay, insist (18), Ministry of the Environment and Uniroyal would together gain by moving to "
        "modify, accept, insist (21)."
    )
