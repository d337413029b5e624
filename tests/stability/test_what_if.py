"""What changes with the moves: worked by hand, and against the changed case written out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from paripassu.case import Case
from paripassu.errors import CaseError, CommandError
from paripassu.stability import analyse, what_if
from paripassu.stability.what_if import read_change
from tests.stability.cases import random_sections

TRADE: dict[str, Any] = {
    "parties": ["us", "dprk", "rok"],
    "moves": {"us": ["relieve"], "dprk": ["freeze"]},
    "ranking": {"us": ["freeze", "not relieve"], "dprk": ["relieve", "not freeze"]},
    "wished": ["relieve", "freeze"],
}


def test_what_cannot_be_undone_holds() -> None:
    """By hand: a dilemma of two options; where each, once taken, stays, no one can leave what was done."""
    changed = what_if(Case.from_dict(TRADE), one_way=["relieve", "freeze"])
    assert changed.before.to_dict()["equilibria"]["nash"] == [0]
    assert changed.gained("nash") == [1, 2, 3]
    assert changed.wished(changed.before) == ("gmr", "smr", "seq", "sseq")
    assert changed.wished(changed.after) == ("nash", "gmr", "smr", "seq", "sseq")
    assert "Nash: begins to hold: relieve (1); freeze (2); relieve, freeze (3)." in changed.summary()


def test_a_guarantee_of_a_third_party() -> None:
    """By hand: with escrow the DPRK wants the freeze most, and Seoul gives it in exchange for a freeze."""
    changed = what_if(
        Case.from_dict(TRADE),
        moves={"rok": {"escrow": {"irreversible": "true"}}},
        ranking={"rok": ["escrow iff freeze"], "dprk": ["freeze iff escrow", "relieve"]},
    )
    assert [option.name for option in changed.after.options] == ["relieve", "freeze", "escrow"]
    # 6 is freeze with escrow and no relief: the US has what it wants, the DPRK keeps its word, so does Seoul.
    assert 6 in changed.gained("nash")
    assert changed.after.states_total == 8


def test_a_listed_ranking_is_carried_over() -> None:
    """A new option nobody minds doubles every state, and both halves answer as before."""
    for seed in range(12):
        case = Case.from_dict(random_sections(np.random.default_rng(seed)))
        count = sum(len(own) for own in case.moves.values())
        changed = what_if(case, moves={next(iter(case.moves)): ["idle"]})
        before, after = changed.before.to_dict()["equilibria"], changed.after.to_dict()["equilibria"]
        for concept, states in before.items():
            assert after[concept] == states + [state + (1 << count) for state in states]


def test_more_that_is_impossible_leaves_the_rest_ranked() -> None:
    case = Case.from_dict(
        TRADE | {"ranking": {"us": ["2", "0", "3", "1"], "dprk": ["1", "0", "3", "2"]}, "wished": None}
    )
    changed = what_if(case, impossible=[{"not": {"relieve": "Y", "freeze": "N"}}])
    same = analyse(
        Case.from_dict(
            {
                "parties": ["us", "dprk"],
                "moves": TRADE["moves"],
                "impossible": [{"not": {"relieve": "Y", "freeze": "N"}}],
                "ranking": {"us": ["2", "0", "3"], "dprk": ["0", "3", "2"]},
            }
        )
    )
    assert changed.after.to_dict()["stable"] == same.to_dict()["stable"]


@pytest.mark.parametrize(
    ("change", "error", "line"),
    [
        ({"one_way": ["releve"]}, CommandError, "Did you mean `relieve`?"),
        ({"moves": {"rok": ["freeze"]}}, CaseError, "an option of one party only"),
        ({"moves": {"rok": ["escrow"]}}, CaseError, "ranking.rok: expected a ranking"),
        ({"moves": {"uk": ["escrow"]}}, CaseError, "moves.uk: expected a party"),
        ({"ranking": {"us": ["escrow"]}}, CaseError, "ranking.us.1st: expected an option"),
    ],
)
def test_a_change_that_cannot_be(change: dict[str, Any], error: type[Exception], line: str) -> None:
    with pytest.raises(error) as caught:
        what_if(Case.from_dict(TRADE), **change)
    assert line in str(caught.value)


def test_a_graph_is_changed_by_hand() -> None:
    graph = {"states": ["s"], "moves": {"us": []}}
    with pytest.raises(CommandError, match="graph form"):
        what_if(Case.from_dict({"parties": ["us"], "graph": graph, "ranking": {"us": ["s"]}}))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("move: {us: [a]}", ":1: move: expected one of moves, impossible"),
        ("[1, 2]", "expected some of moves"),
        ("moves: [a]", ":1: moves: expected a mapping"),
        ("\nimpossible: {a: Y}", ":2: impossible: expected a list"),
    ],
)
def test_a_change_that_cannot_be_read(tmp_path: Path, text: str, line: str) -> None:
    file = tmp_path / "change.yaml"
    file.write_text(text)
    with pytest.raises(CaseError) as caught:
        read_change(file)
    assert line in str(caught.value)


def test_states_can_be_taken_as_one() -> None:
    """The same as in a case that says so: the two states with a freeze become one."""
    sections = {**TRADE, "wished": None, "ranking": {"us": ["freeze"], "dprk": ["not freeze"]}}
    changed = what_if(Case.from_dict(sections), merge=[{"freeze": "Y"}])
    assert (changed.before.states_total, changed.after.states_total) == (4, 3)
    written = analyse(Case.from_dict({**sections, "merge": [{"freeze": "Y"}]}))
    assert changed.after.to_dict()["equilibria"] == written.to_dict()["equilibria"]


def test_a_file_may_say_merge(tmp_path: Path) -> None:
    file = tmp_path / "change.yaml"
    file.write_text("merge: [{freeze: Y}]\n")
    assert read_change(file) == {"merge": [{"freeze": "Y"}]}
    file.write_text("merge: {freeze: Y}\n")
    with pytest.raises(CaseError, match=":1: merge: expected a list"):
        read_change(file)
