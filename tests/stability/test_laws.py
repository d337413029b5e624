"""What must hold of any conflict."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu.case import Case
from paripassu.stability import CONCEPTS, analyse
from paripassu.stability.conflict import conflict
from paripassu.stability.laws import inclusions
from tests.stability.cases import random_sections

seeds = st.integers(0, 2**32 - 1)


def equilibria(sections: dict[str, Any]) -> dict[str, list[int]]:
    return analyse(Case.from_dict(sections)).to_dict()["equilibria"]


@given(seeds)
@settings(max_examples=60, deadline=None)
def test_stronger_concepts_lie_within_weaker_ones(seed: int) -> None:
    result = analyse(Case.from_dict(random_sections(np.random.default_rng(seed))))
    assert all(law.witness is None for law in result.laws)


@given(seeds)
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_parties_changes_nothing(seed: int) -> None:
    sections = random_sections(np.random.default_rng(seed))
    # Places keep the decimals as they were.
    options = [name for own in sections["moves"].values() for name in own]
    placed = {
        party: {name: move | {"place": str(options.index(name))} for name, move in own.items()}
        for party, own in reversed(sections["moves"].items())
    }
    assert equilibria(sections) == equilibria(sections | {"moves": placed})


@given(seeds)
@settings(max_examples=40, deadline=None)
def test_an_option_nobody_minds_changes_nothing(seed: int) -> None:
    sections = random_sections(np.random.default_rng(seed))
    count = sum(len(own) for own in sections["moves"].values())
    last = sections["parties"][-1]
    moves = sections["moves"] | {last: sections["moves"][last] | {"idle": {}}}
    doubled = {
        party: [[name for state in group for name in (state, str(int(state) + (1 << count)))] for group in order]
        for party, order in sections["ranking"].items()
    }
    before, after = equilibria(sections), equilibria(sections | {"moves": moves, "ranking": doubled})
    for concept in CONCEPTS:
        assert after[concept] == before[concept] + [state + (1 << count) for state in before[concept]]


@given(seeds)
@settings(max_examples=40, deadline=None)
def test_only_the_order_of_a_ranking_counts(seed: int) -> None:
    """Options listed as graph form give the same answer wherever moves in a row are one move."""
    sections = random_sections(np.random.default_rng(seed))
    found = conflict(Case.from_dict(sections))
    assert found is not None
    keys = [f"s{found.id(position)}" for position in found.positions.tolist()]
    by_position = dict(zip(found.positions.tolist(), keys, strict=True))
    graph = {
        "states": keys,
        "moves": {
            party: [
                [by_position[start], by_position[end]]
                for start in found.positions.tolist()
                for end in found.graph.targets(mover, start).tolist()
            ]
            for mover, party in enumerate(found.movers)
        },
    }
    ranking = {
        party: [[f"s{state}" for state in group] for group in order] for party, order in sections["ranking"].items()
    }
    listed = equilibria({"parties": sections["parties"], "graph": graph, "ranking": ranking})
    assert listed == {concept: [f"s{one}" for one in ids] for concept, ids in equilibria(sections).items()}


def test_a_broken_law_names_its_witness() -> None:
    case = Case.from_dict({"parties": ["a"], "moves": {"a": ["x"]}, "ranking": {"a": ["0", "1"]}})
    found = conflict(case)
    assert found is not None
    held = {concept: np.array([[True, concept != "gmr"]]) for concept in CONCEPTS}
    assert [law.witness for law in inclusions(found, held)][-1] == "a stays in 1 by SMR and not by GMR"
