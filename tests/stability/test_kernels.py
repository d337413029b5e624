"""Hand-derived answers for the kernels, each with its derivation."""

from __future__ import annotations

import numpy as np

from paripassu.stability.cube import Cube
from paripassu.stability.edges import Edges
from paripassu.stability.kernels import CONCEPTS, stable


def ranks(*best_first: list[int]) -> np.ndarray:
    out = np.zeros((len(best_first), len(best_first[0])), np.int32)
    for mover, order in enumerate(best_first):
        out[mover, order] = np.arange(len(order))[::-1]
    return out


def equilibria(graph: Cube | Edges, concept: str) -> list[int]:
    held = np.logical_and.reduce([stable(graph, mover)[concept] for mover in range(graph.movers)])
    return np.flatnonzero(held).tolist()


def test_an_opponent_may_move_again_after_another_has_moved() -> None:
    # Derived from the definition for this project: where each opponent moves only once, state 2 is lost.
    graph = Cube(
        [[(0, "both")], [(1, "both")], [(2, "both")]],
        ranks([1, 0, 3, 4, 2, 7, 5, 6], [7, 1, 0, 3, 5, 2, 6, 4], [0, 2, 3, 4, 5, 6, 7, 1]),
    )
    assert equilibria(graph, "seq") == [0, 2, 3, 7]


def test_listed_moves_need_not_chain() -> None:
    # A improves 0 -> 1. B moves 1 -> 2 and 2 -> 3, where only 3 is bad for A; B alone may not move twice,
    # but it may once C has moved (2 -> 4 and B 4 -> 3).
    a, b = (np.array([0]), np.array([1])), (np.array([1, 2, 4]), np.array([2, 3, 3]))
    liking = np.array([[1, 2, 3, 0, 3]] * 3, np.int32)
    assert not stable(Edges([a, b], liking[:2]), 0)["gmr"][0]
    assert stable(Edges([a, b, (np.array([2]), np.array([4]))], liking), 0)["gmr"][0]


def test_equal_preference_sanctions() -> None:
    # A improves 0 -> 1, B answers 1 -> 2 and gains; A is as well off at 2 as at 0.
    moves = [(np.array([0]), np.array([1])), (np.array([1]), np.array([2]))]
    graph = Edges(moves, np.array([[1, 2, 1], [0, 0, 1]], np.int32))
    answer = stable(graph, 0)
    assert [bool(answer[concept][0]) for concept in CONCEPTS] == [False, True, True, True, True]


def test_a_mover_without_others_moves_whenever_it_gains() -> None:
    graph = Cube([[(0, "both")]], np.array([[0, 1]], np.int32))
    for concept in CONCEPTS:
        assert stable(graph, 0)[concept].tolist() == [False, True]


def test_no_state_is_stable_where_none_is_feasible() -> None:
    graph = Cube([[(0, "both")], [(1, "fwd")]], np.array([[0, 1, -1, 0], [0, 1, -1, 0]], np.int32))
    for mover in (0, 1):
        assert not any(stable(graph, mover)[concept][2] for concept in CONCEPTS)
