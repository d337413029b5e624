"""States taken as one: which they are, and that all like them equally."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from paripassu.case import Case
from paripassu.case.merge import representatives
from paripassu.case.options import Options
from paripassu.case.ranking import ranks
from paripassu.errors import CaseError

MOVES = {"a": ["x", "y"], "b": ["z"]}


def case(**sections: Any) -> Case:
    return Case.from_dict({"parties": ["a", "b"], "moves": MOVES} | sections)


def ones(*patterns: dict[str, str]) -> list[int]:
    read = case(merge=list(patterns))
    return representatives(read, Options.of(read), np.arange(8)).tolist()


def test_states_that_fit_a_pattern_are_one() -> None:
    assert ones({"x": "Y"}) == [0, 1, 2, 1, 4, 1, 6, 1]
    assert ones({"x": "Y", "y": "Y"}, {"z": "Y", "y": "N"}) == [0, 1, 2, 3, 4, 4, 6, 3]
    # 5 fits both patterns, so all that either fits is one.
    assert ones({"x": "Y"}, {"z": "Y"}) == [0, 1, 2, 1, 1, 1, 1, 1]


def test_one_mention_ranks_them_all() -> None:
    read = case(merge=[{"x": "Y"}], ranking={"a": ["3", ["0", "2"], "4", "6"]})
    assert ranks(read, "a", Options.of(read), np.arange(8)).tolist() == [2, 3, 2, 3, 1, 3, 0, 3]


@pytest.mark.parametrize(
    ("sections", "line"),
    [
        ({"merge": [{"w": "Y"}]}, "merge.1st.w: expected an option"),
        (
            {"merge": [{"x": "Y"}], "impossible": [{"not": {"x": "Y"}}]},
            "merge.1st: expected a pattern that some feasible",
        ),
        (
            {"merge": [{"x": "Y"}], "ranking": {"a": ["1", "3", "0", "2", "4", "6"]}},
            "states that `merge` takes as one to be liked equally, got 3 (YYN) apart from 1 (YNN).",
        ),
        ({"merge": [{"x": "Y"}], "ranking": {"a": ["0", "2", "4", "6"]}}, "none of 1 (YNN), 3 (YYN)"),
        (
            {"merge": [{"x": "Y"}], "ranking": {"a": ["y"]}},
            "ranking.a: expected states that `merge` takes as one to be liked equally, got 1 (YNN) and 3 (YYN) apart.",
        ),
        (
            {"moves": None, "merge": [{"x": "Y"}], "graph": {"states": ["s"], "moves": {"a": []}}},
            "merge: expected `merge` only beside `moves`",
        ),
    ],
)
def test_what_cannot_be_one(sections: dict[str, Any], line: str) -> None:
    with pytest.raises(CaseError) as caught:
        case(**sections)
    assert any(line in problem for problem in caught.value.lines()), caught.value.lines()
