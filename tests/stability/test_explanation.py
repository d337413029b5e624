"""An explanation agrees with the verdicts, and each sanction it shows is one by the definitions."""

from __future__ import annotations

import numpy as np
import pytest

from paripassu import catalogue
from paripassu.case import Case
from paripassu.errors import CommandError
from paripassu.stability import (
    CONCEPTS,
    Conflict,
    Place,
    analyse,
    conflict,
    explain,
    improvements_by,
    inverse,
    route_between,
)
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
            for place, position in enumerate(map(Place, found.positions.tolist())):
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


MERGED = Case.from_dict(
    {
        "parties": ["a", "b"],
        "moves": {"a": ["x", "y"], "b": ["z"]},
        "impossible": [{"at_least_one": ["x", "y"]}],
        "merge": [{"x": "Y", "y": "Y"}],
        "ranking": {"a": ["5", "6", "1", "2", "3"], "b": ["2", "1", "3", "6", "5"]},
    }
)


def test_a_number_is_the_decimal_that_is_shown() -> None:
    """In rows and JSON the states are 1, 2, 3, 5 and 6; within the graph they stand at 0 to 4."""
    found = conflict(MERGED)
    assert found is not None
    ids = [found.id(position) for position in found.positions.tolist()]
    assert ids != found.positions.tolist()
    for state in ids:
        by_words = found.position(", ".join(found.taken(found.position(state))))
        assert explain(found, state, "a").to_dict() == explain(found, by_words, 0).to_dict()
        assert explain(found, state, "a").to_dict()["state"]["id"] == state
        assert inverse(found, state, "b", "seq").to_dict() == inverse(found, by_words, 1, "seq").to_dict()
        assert improvements_by(found, state) == improvements_by(found, by_words)
        assert route_between(found, state, 2).to_dict()["from"]["id"] == state
    with pytest.raises(CommandError, match="which `impossible` rules out"):
        explain(found, 4, "a")
    with pytest.raises(CommandError, match="expected a state from 0 to 7, got `8`"):
        inverse(found, 8, "a", "nash")


def test_what_an_answer_hands_out_can_be_asked_about() -> None:
    found = conflict(MERGED)
    assert found is not None
    result = analyse(MERGED)
    for place in result.holding():
        assert explain(found, place, 0).state == place
        assert result.concepts(place) == result.concepts(found.id(place))
    for reply in explain(found, 1, "a").verdicts[0].replies:
        assert explain(found, reply.improvement, "a").state == reply.improvement
    for hop in route_between(found, 1, 6).moves.paths[0]:
        assert explain(found, hop.end, "b").state == hop.end


def test_in_graph_form_a_number_is_the_name_of_the_state() -> None:
    graph = {"states": ["1", "2", "3"], "moves": {"a": [["1", "2"], ["2", "3"]]}}
    found = conflict(Case.from_dict({"parties": ["a"], "graph": graph, "ranking": {"a": ["3", "2", "1"]}}))
    assert found is not None
    assert explain(found, 1, "a").to_dict()["state"]["id"] == 1
