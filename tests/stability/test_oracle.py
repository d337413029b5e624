"""Agreement: the fast method and a brute force written straight from the definitions."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from paripassu.stability.kernels import CONCEPTS, stable
from paripassu.stability.oracle import judge, reachable
from tests.stability.conflicts import Drawn, graph_form, options_form


def differences(drawn: Drawn) -> list[tuple[str, str, int, set[object]]]:
    expected = judge(drawn.moves, drawn.liking)
    found = []
    for graph in drawn.graphs:
        for mover in range(len(drawn.moves)):
            answer = stable(graph, mover)
            for concept in CONCEPTS:
                positions = np.flatnonzero(answer[concept])
                states = set((positions if graph.size > len(drawn.ids) else drawn.ids[positions]).tolist())
                if states != expected[concept][mover]:
                    name = type(graph).__name__
                    found.append((name, concept, mover, states ^ expected[concept][mover]))
    return found


@pytest.mark.parametrize("draw", [options_form, graph_form])
def test_fast_method_agrees_with_the_definitions(draw: Callable[[np.random.Generator], Drawn]) -> None:
    for seed in range(100):
        assert not differences(draw(np.random.default_rng(seed))), seed


@pytest.mark.fuzz
@pytest.mark.parametrize("draw", [options_form, graph_form])
def test_fast_method_agrees_with_the_definitions_thousands_of_times(
    draw: Callable[[np.random.Generator], Drawn],
) -> None:
    for seed in range(1000, 4000):
        assert not differences(draw(np.random.default_rng(seed))), seed


def test_nobody_moves_twice_in_a_row_but_may_move_again() -> None:
    # By hand: A goes 0-1 and 1-2, B goes 1-3; from 3 only A goes on, to 4.
    moves = [{0: {1}, 1: {2}, 2: set(), 3: {4}, 4: set()}, {0: set(), 1: {3}, 2: set(), 3: set(), 4: set()}]
    assert reachable(0, [0, 1], moves) == {1, 3, 4}
