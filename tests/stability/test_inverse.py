"""The inverse question, against trying every set of states that could fall."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from paripassu import catalogue
from paripassu.case import Case
from paripassu.stability import CONCEPTS, Conflict, conflict
from paripassu.stability.inverse import inverse, least_union
from paripassu.stability.kernels import stable
from tests.stability.cases import random_case


def stays(found: Conflict, state: int, mover: int, concept: str, fallen: tuple[int, ...]) -> bool:
    ranks = found.graph.ranks.copy()
    ranks[mover, list(fallen)] = ranks[mover, state]
    return bool(stable(found.with_ranks(ranks).graph, mover)[concept][state])


def test_the_least_change_is_the_least_and_is_enough() -> None:
    checked = 0
    for seed in range(150):
        rng = np.random.default_rng(seed)
        found = conflict(random_case(rng))
        assert found is not None
        mover = int(rng.integers(len(found.movers)))
        state = int(rng.choice(found.positions))
        mine = found.graph.ranks[mover]
        above = [int(one) for one in found.positions if mine[one] > mine[state]]
        if len(above) > 12:
            continue
        for concept in CONCEPTS:
            answer = inverse(found, state, mover, concept)
            assert answer.status == "found"
            assert stays(found, state, mover, concept, tuple(answer.least))
            for size in range(len(answer.least)):
                assert not any(stays(found, state, mover, concept, some) for some in combinations(above, size))
            checked += bool(answer.least)
    assert checked > 30


def test_conditions_are_necessary_and_sufficient() -> None:
    for seed in range(25):
        rng = np.random.default_rng(seed)
        found = conflict(random_case(rng))
        assert found is not None
        mover, state = int(rng.integers(len(found.movers))), int(rng.choice(found.positions))
        mine = found.graph.ranks[mover]
        above = np.array([one for one in found.positions if mine[one] > mine[state]], int)
        for concept in CONCEPTS:
            conditions = inverse(found, state, mover, concept).conditions
            for _ in range(8):
                fallen = frozenset(above[rng.random(len(above)) < 0.5].tolist())
                met = all(any(choice <= fallen for choice in one.any_of) for one in conditions)
                assert met == stays(found, state, mover, concept, tuple(fallen))


def test_prisoners_who_would_stay() -> None:
    """By hand: One stays in cooperation by Nash once it likes being the only defector no better."""
    found = conflict(catalogue.load("papers/prisoners-dilemma"))
    assert found is not None
    answer = inverse(found, 3, found.mover("one"), "nash").to_dict()
    assert answer["least_change"] == {"count": 1, "no_better_than_the_state": [2]}
    assert answer["conditions"] == [{"gain": 2, "any_of": [[2]]}]
    assert answer["others_who_would_move"] == ["two"]
    assert not answer["equilibrium_after"]
    already = inverse(found, 3, found.mover("one"), "seq").to_dict()
    assert already["stays_already"]
    assert already["equilibrium_after"]


def test_a_choice_that_settles_two_gains_is_one_change() -> None:
    # a can gain by x or by y; after either, b's z leads to the same two states only through z taken with both.
    case = Case.from_dict(
        {
            "parties": ["a", "b"],
            "graph": {
                "states": ["s", "x", "y", "z"],
                "moves": {"a": [["s", "x"], ["s", "y"]], "b": [["x", "z"], ["y", "z"]]},
            },
            "ranking": {"a": ["x", "y", "z", "s"], "b": ["z", "x", "y", "s"]},
        }
    )
    found = conflict(case)
    assert found is not None
    answer = inverse(found, "s", "a", "seq").to_dict()
    assert answer["least_change"] == {"count": 1, "no_better_than_the_state": ["z"]}
    assert answer["equilibrium_after"]


def test_a_search_cut_short_says_so() -> None:
    lists = [[frozenset({n}), frozenset({n + 100}), frozenset({7})] for n in range(30)]
    assert least_union(lists) == (frozenset({7}), True)
    assert least_union(lists, most=1)[1] is False
    assert least_union([]) == (frozenset(), True)
