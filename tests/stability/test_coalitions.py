"""Coalitions: the definitions word for word by sets, and the jump published for Elmira."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from itertools import combinations

import numpy as np

from paripassu import catalogue
from paripassu.case import Case
from paripassu.stability import analyse, conflict
from paripassu.stability.coalitions import COALITION_CONCEPTS, coalitions, improvements_by, stable_together
from paripassu.stability.oracle import State
from tests.stability.conflicts import Drawn, graph_form, options_form


def sequences(start: State, steps: Mapping[object, Mapping[State, set[State]]]) -> set[State]:
    """Ends of one or more steps, no one stepping twice in a row."""
    queue: deque[tuple[State, object]] = deque([(start, None)])
    seen: set[tuple[State, object]] = set()
    while queue:
        state, last = queue.popleft()
        for stepper, ends in steps.items():
            for after in ends[state] if stepper != last else ():
                if (after, stepper) not in seen:
                    seen.add((after, stepper))
                    queue.append((after, stepper))
    return {state for state, _ in seen}


def subsets(movers: Iterable[int]) -> list[tuple[int, ...]]:
    every = list(movers)
    return [group for size in range(1, len(every) + 1) for group in combinations(every, size)]


def by_definition(drawn: Drawn) -> dict[str, dict[tuple[int, ...], set[State]]]:
    movers, states = range(len(drawn.moves)), list(drawn.liking[0])
    reach = {group: {s: sequences(s, {i: drawn.moves[i] for i in group}) for s in states} for group in subsets(movers)}

    def all_better(group: tuple[int, ...], x: State, s: State) -> bool:
        return all(drawn.liking[i][x] > drawn.liking[i][s] for i in group)

    gains = {group: {s: {x for x in reach[group][s] if all_better(group, x, s)} for s in states} for group in reach}
    out: dict[str, dict[tuple[int, ...], set[State]]] = {concept: {} for concept in COALITION_CONCEPTS}
    for group in reach:
        rest = tuple(i for i in movers if i not in group)
        groups = {other: gains[other] for other in subsets(rest)}
        by_moves = {x: reach[rest][x] if rest else set() for x in states}
        by_gains = {x: sequences(x, groups) for x in states}
        stay: dict[str, set[State]] = {concept: set() for concept in COALITION_CONCEPTS}
        for s in states:
            deters = {y for y in states if not all_better(group, y, s)}
            for_good = {y for y in deters if not any(all_better(group, z, s) for z in reach[group][y])}
            if not gains[group][s]:
                stay["cnash"].add(s)
            for concept, answers, sanctions in (
                ("cgmr", by_moves, deters),
                ("csmr", by_moves, for_good),
                ("cseq", by_gains, deters),
            ):
                if all(answers[x] & sanctions for x in gains[group][s]):
                    stay[concept].add(s)
        for concept, found in stay.items():
            out[concept][group] = found
    return out


def test_matrices_agree_with_the_definitions() -> None:
    for seed in range(15):
        for draw in (options_form, graph_form):
            drawn = draw(np.random.default_rng(seed))
            states = list(drawn.liking[0])
            moves = [np.array([[b in mine[a] for b in states] for a in states], bool) for mine in drawn.moves]
            ranks = np.array([[rank[s] for s in states] for rank in drawn.liking], np.int32)
            found, expected = stable_together(moves, ranks), by_definition(drawn)
            for concept in COALITION_CONCEPTS:
                for group, held in found[concept].items():
                    assert {states[i] for i in np.flatnonzero(held)} == expected[concept][group], (seed, concept, group)


def test_a_party_alone_is_a_coalition_of_one_where_the_others_do_not_band_together() -> None:
    """With two parties CNash, CGMR, CSMR and CSEQ of one are Nash, GMR, SMR and SEQ."""
    for name in ("prisoners-dilemma", "chicken"):
        result = analyse(catalogue.load(f"papers/{name}"))
        assert result.conflict is not None
        joint = coalitions(result.conflict)
        for concept in COALITION_CONCEPTS:
            for mover, party in enumerate(result.decision_makers):
                assert joint.held[concept][(party,)].tolist() == result.held[concept[1:]][mover].tolist()


def test_elmira_jumps_from_the_deadlock() -> None:
    """Kilgour, Hipel, Fang & Peng (2001): from s5 (18) MoE and Uniroyal together improve to s8 (21)."""
    found = conflict(catalogue.load("papers/elmira"))
    assert found is not None
    jumps = improvements_by(found, found.position("18"))
    assert jumps == {("moe", "uniroyal"): [found.position("21")]}
    answer = coalitions(found).to_dict()
    assert 18 not in answer["stable"]["cnash"]["moe+uniroyal"]
    assert 21 in answer["equilibria"]["cnash"]


def test_a_conflict_too_large_for_pairs() -> None:
    moves = {"a": [f"a{n}" for n in range(6)], "b": [f"b{n}" for n in range(6)]}
    found = conflict(Case.from_dict({"parties": ["a", "b"], "moves": moves, "ranking": {"a": ["b0"], "b": ["a0"]}}))
    assert found is not None
    answer = coalitions(found).to_dict()
    assert (answer["status"], answer["states_total"]) == ("limit", 4096)
    assert improvements_by(found, 0) == {}
