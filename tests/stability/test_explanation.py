"""An explanation agrees with the verdicts, and each sanction it shows is one by the definitions."""

from __future__ import annotations

import numpy as np

from paripassu import catalogue
from paripassu.case import Case
from paripassu.stability import CONCEPTS, Conflict, analyse, conflict, explain
from paripassu.stability.explanation import Explanation
from paripassu.stability.words import explanation_words
from tests.stability.cases import random_case


def sound(found: Conflict, answer: Explanation) -> None:
    graph, mover, state = found.graph, answer.mover, answer.state
    mine = graph.ranks[mover]
    for verdict in answer.verdicts:
        for reply in verdict.replies:
            assert reply.improvement in graph.targets(mover, state)
            assert mine[reply.improvement] > mine[state]
            if verdict.concept == "nash" or reply.answer is None:
                continue
            place, last = reply.improvement, mover
            for hop in reply.answer:
                assert hop.start == place
                assert hop.mover not in (mover, last)
                assert hop.end in graph.targets(hop.mover, hop.start)
                if verdict.concept in ("seq", "sseq"):
                    assert graph.ranks[hop.mover][hop.end] > graph.ranks[hop.mover][hop.start]
                place, last = hop.end, hop.mover
            assert mine[place] <= mine[state]
            if verdict.concept in ("smr", "sseq"):
                assert all(mine[out] <= mine[state] for out in graph.targets(mover, place))


def test_every_explanation_is_sound_and_agrees_with_the_table() -> None:
    for seed in range(25):
        case = random_case(np.random.default_rng(seed))
        result = analyse(case)
        found = result.conflict
        assert found is not None
        for mover in range(len(found.movers)):
            for place, position in enumerate(found.positions.tolist()):
                answer = explain(found, position, mover)
                sound(found, answer)
                for verdict in answer.verdicts:
                    assert verdict.stable == bool(result.held[verdict.concept][mover][place])
                assert explanation_words(answer)


def test_the_prisoner_is_told_who_answers_and_how() -> None:
    found = conflict(catalogue.load("papers/prisoners-dilemma"))
    assert found is not None
    lines = explanation_words(explain(found, found.position("C1, C2"), found.mover("one")))
    assert lines[0] == "One in C1, C2 (3):"
    assert lines[1:3] == ["Nash: One moves, as it gains if", "  it gives up C1"]
    assert lines[-2:] == [
        "SSEQ: One stays, as each gain can be answered:",
        "  if it gives up C1, then Two gives up C2, which leaves it at nothing taken (0), no better off than before, "
        "with no way out",
    ]


def test_whoever_cannot_gain_stays_by_every_concept() -> None:
    case = Case.from_dict({"parties": ["a"], "moves": {"a": ["x"]}, "ranking": {"a": [["0", "1"]]}})
    found = conflict(case)
    assert found is not None
    answer = explain(found, 0, 0)
    assert [verdict.stable for verdict in answer.verdicts] == [True] * len(CONCEPTS)
    assert "stays by every concept" in explanation_words(answer)[1]
