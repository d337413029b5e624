"""How a case becomes a conflict: which store of moves, and states taken as one."""

from __future__ import annotations

from typing import Any

import numpy as np

from paripassu.case import Case
from paripassu.stability import analyse, conflict
from paripassu.stability.cube import Cube
from paripassu.stability.edges import Edges
from paripassu.stability.oracle import judge

ELMIRA: dict[str, Any] = {
    "parties": ["moe", "uniroyal", "lg"],
    "moves": {
        "moe": {"modify": {"irreversible": "true"}},
        "uniroyal": {"delay": {"only": "back"}, "accept": {}, "abandon": {"irreversible": "true"}},
        "lg": ["insist"],
    },
    "impossible": [
        {"at_most_one": ["delay", "accept", "abandon"]},
        {"at_least_one": ["delay", "accept", "abandon"]},
    ],
    "merge": [{"abandon": "Y"}],
    "ranking": {
        "moe": ["20", "4", "5", "21", "18", "2", "3", "19", "8"],
        "uniroyal": ["2", "5", "21", "18", "8", "4", "20", "3", "19"],
        "lg": ["20", "4", "18", "2", "21", "19", "5", "3", "8"],
    },
}


def test_elmira_with_nine_states_as_published() -> None:
    """Hipel et al. (1993), Kilgour et al. (2001): nine states, s9 the abandoned plant; s5, s8 and s9 strong."""
    answer = analyse(Case.from_dict(ELMIRA)).to_dict()
    assert answer["states_total"] == 9
    assert answer["states"][4] == {"id": 8, "pattern": "-NNY-"}
    strong, weak = [8, 18, 21], [2, 5, 8, 18, 21]
    assert [answer["equilibria"][one] for one in ("nash", "gmr", "smr", "seq")] == [strong, weak, weak, strong]


def test_any_of_the_states_names_the_one() -> None:
    found = conflict(Case.from_dict(ELMIRA))
    assert found is not None
    assert found.position("25") == found.position("abandon") == 4
    assert found.taken(4) == ("abandon",)
    assert found.merged == {8: (8, 9, 24, 25)}


def test_through_a_merged_state_two_moves_need_not_be_one() -> None:
    """States of x and y (a) and z (b); 1, 5 and 7 are one. Judged by the definitions on the merged graph."""
    case = Case.from_dict(
        {
            "parties": ["a", "b"],
            "moves": {"a": {"x": {"irreversible": "true"}, "y": {"irreversible": "true"}}, "b": ["z"]},
            "merge": [{"x": "Y"}],
            "ranking": {"a": ["1", "2", "6", ["0", "4"]], "b": ["4", "0", "1", "6", "2"]},
        }
    )
    found = conflict(case)
    assert found is not None
    moves = [{p: set(found.graph.targets(m, p).tolist()) for p in range(found.graph.size)} for m in range(2)]
    expected = judge(moves, [dict(enumerate(row.tolist())) for row in found.graph.ranks])
    result = analyse(case)
    for concept, rows in result.held.items():
        assert [set(np.flatnonzero(row).tolist()) for row in rows] == expected[concept]


def test_few_patterns_of_many_options_are_listed() -> None:
    names = [f"o{number}" for number in range(12)]
    sections: dict[str, Any] = {
        "parties": ["a", "b"],
        "moves": {"a": names[:6], "b": names[6:]},
        "ranking": {"a": ["o0"], "b": ["o6"]},
    }
    whole, few = (
        conflict(Case.from_dict(sections)),
        conflict(Case.from_dict(sections | {"impossible": [{"at_most_one": names}]})),
    )
    assert whole is not None
    assert few is not None
    assert isinstance(whole.graph, Cube)
    assert isinstance(few.graph, Edges)
    assert few.graph.transitive
    assert few.ids.tolist() == [0, *(1 << bit for bit in range(12))]
