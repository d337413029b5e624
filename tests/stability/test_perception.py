"""What holds as seen and in fact, worked by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from paripassu.case import Case
from paripassu.errors import CaseError, CommandError
from paripassu.stability import CONCEPTS, analyse, as_seen
from tests.stability.cases import random_sections

TRADE: dict[str, Any] = {
    "parties": {"us": "United States", "dprk": "DPRK"},
    "moves": {"us": ["relieve"], "dprk": ["freeze"]},
    # In fact both would answer a breach with a breach (a dilemma).
    "ranking": {"us": ["freeze", "not relieve"], "dprk": ["relieve", "not freeze"]},
}


def test_a_party_that_fears_no_answer_leaves() -> None:
    """By hand: the US believes the DPRK keeps its freeze whatever happens, so by SEQ nothing deters it at 3."""
    answer = as_seen(Case.from_dict(TRADE | {"views": {"us": {"ranking": {"dprk": ["freeze"]}}}}))
    assert answer.mistaken == ("us",)
    assert answer.left_by_mistake("seq") == [3]
    assert answer.by_mistake("seq") == []
    assert answer.to_dict()["stable_as_seen"]["seq"] == {"us": [0, 2], "dprk": [0, 1, 3]}
    assert "SEQ: would hold in fact, and is left by mistake: relieve, freeze (3)." in answer.summary()


def test_a_party_that_fears_an_answer_that_would_not_come_stays() -> None:
    """By hand: in fact the DPRK wants its freeze, so the US could take relief back; it believes otherwise."""
    case = Case.from_dict(
        TRADE
        | {
            "ranking": {"us": ["freeze", "not relieve"], "dprk": ["freeze", "relieve"]},
            "views": {"us": {"basis": "illustration", "ranking": {"dprk": ["relieve", "not freeze"]}}},
        }
    )
    answer = as_seen(case)
    assert answer.by_mistake("seq") == [3]
    assert answer.summary().splitlines()[0] == "United States sees the others otherwise than they are."
    assert "illustration" in answer.summary()


def test_who_sees_the_others_as_they_are_changes_nothing() -> None:
    for seed in range(10):
        sections = random_sections(np.random.default_rng(seed))
        first, *others = sections["parties"]
        views = {first: {"ranking": {party: sections["ranking"][party] for party in others}}}
        answer, real = as_seen(Case.from_dict(sections | {"views": views})), analyse(Case.from_dict(sections))
        assert answer.mistaken == ()
        for concept in CONCEPTS:
            assert answer.equilibria[concept].tolist() == real.equilibria[concept].tolist()
        assert answer.summary() == "Everyone sees the others as they are."


def test_states_taken_as_one_are_seen_as_one() -> None:
    case = Case.from_dict(
        TRADE
        | {
            "merge": [{"freeze": "Y"}],
            "ranking": {"us": ["freeze", "relieve if not freeze"], "dprk": ["freeze"]},
            "views": {"us": {"ranking": {"dprk": ["not freeze"]}}},
        }
    )
    answer = as_seen(case)
    assert answer.mistaken == ("us",)
    assert answer.real.states_total == 3


@pytest.mark.parametrize(
    ("views", "line"),
    [
        ({"uk": {"ranking": {"us": ["freeze"]}}}, "views.uk: expected a party with moves"),
        ({"us": {"ranking": {"us": ["freeze"]}}}, "views.us.ranking.us: expected rankings of the others"),
        ({"us": {"ranking": {"dprk": ["freze"]}}}, "views.us.ranking.dprk.1st: expected an option"),
        ({"us": {"ranking": {"dprk": ["0", "1"]}}}, "views.us.ranking.dprk: expected all 4 feasible states"),
        ({"us": {"ranking": {}}}, "views.us.ranking: expected"),
    ],
)
def test_a_view_that_cannot_be(views: dict[str, Any], line: str) -> None:
    with pytest.raises(CaseError) as caught:
        Case.from_dict(TRADE | {"views": views})
    assert any(line in problem for problem in caught.value.lines()), caught.value.lines()


def test_without_views_there_is_nothing_to_ask() -> None:
    with pytest.raises(CommandError, match="needs `views`"):
        as_seen(Case.from_dict(TRADE))
