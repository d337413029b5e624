"""The sections `moves`, `impossible`, `today`, `wished`, `ranking` and `graph`: what is read, what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from paripassu.case import Case, load
from paripassu.case.moves import patterns, state_of
from paripassu.case.options import Options, feasible_states
from paripassu.case.ranking import ranks
from paripassu.errors import CaseError

MOVES = {"us": {"strike": {"irreversible": "true"}, "relieve": None}, "dprk": {"abandon": {"only": "back"}}}
EVERY = [str(state) for state in range(8)]


def case(**sections: Any) -> Case:
    return Case.from_dict({"parties": ["us", "dprk"], "moves": MOVES} | sections)


def problems(**sections: Any) -> list[str]:
    with pytest.raises(CaseError) as caught:
        case(**sections)
    return caught.value.lines()


def test_options_stand_in_file_order_with_the_first_as_lowest_bit() -> None:
    options = Options.of(case())
    assert [(option.name, option.owner, option.direction) for option in options.every] == [
        ("strike", "us", "fwd"),
        ("relieve", "us", "both"),
        ("abandon", "dprk", "back"),
    ]
    assert options.state("relieve, abandon") == 6
    assert options.pattern(6) == "NYY"


def test_places_reorder_the_options() -> None:
    moves = {"us": {"b": {"place": "2"}, "a": {"place": "0"}}, "dprk": {"c": {"place": "1"}}}
    assert [option.name for option in Options.of(case(moves=moves)).every] == ["a", "c", "b"]
    assert "`place` for every option" in problems(moves={"us": {"b": {"place": "1"}, "a": {}}})[0]


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        ({"not": {"strike": "Y", "relieve": "Y"}}, [0, 1, 2, 4, 5, 6]),
        ({"at_most_one": ["strike", "relieve", "abandon"]}, [0, 1, 2, 4]),
        ({"at_least_one": ["strike", "abandon"]}, [1, 3, 4, 5, 6, 7]),
        ({"if": {"strike": "Y"}, "then": {"relieve": "N", "abandon": "Y"}}, [0, 2, 4, 5, 6]),
        ({"if": {"strike": "Y"}, "then": {"strike": "N"}}, [0, 2, 4, 6]),
        ({"if": {"us.strike": "Y"}, "then": {"strike": "Y"}}, EVERY),
    ],
)
def test_what_is_impossible(entry: dict[str, Any], left: list[int]) -> None:
    read = case(impossible=[entry])
    found = feasible_states(3, patterns(read, Options.of(read).bits()))
    assert found is not None
    assert found.tolist() == [int(state) for state in left]


def test_forty_options_of_which_few_patterns_can_be() -> None:
    names = [f"o{number}" for number in range(40)]
    read = case(moves={"us": names[:20], "dprk": names[20:]}, impossible=[{"at_most_one": names}])
    found = feasible_states(40, patterns(read, Options.of(read).bits()))
    assert found is not None
    assert found.tolist() == [0, *(1 << bit for bit in range(40))]
    assert feasible_states(40, []) is None


@pytest.mark.parametrize("text", ["6", ["relieve", "abandon"], "abandon,relieve", ["dprk.abandon", "us.relieve"]])
def test_today_is_a_decimal_or_the_options_taken(text: Any) -> None:
    read = case(today=text, wished=[])
    assert state_of(read, Options.of(read), "today") == 6
    assert state_of(read, Options.of(read), "wished") == 0


def test_a_listed_ranking_with_ties_and_one_by_statements() -> None:
    order = ["7", ["0", "1"], "2", "3", "4", "5", "6"]
    read = case(ranking={"us": order, "dprk": {"basis": "illustration", "order": ["relieve", "not strike"]}})
    options, states = Options.of(read), np.arange(8)
    assert ranks(read, "us", options, states).tolist() == [5, 5, 4, 3, 2, 1, 0, 6]
    # Weights 2 and 1: relieve without strike, relieve with it, neither, strike alone.
    assert ranks(read, "dprk", options, states).tolist() == [1, 0, 3, 2, 1, 0, 3, 2]


def test_seventy_statements_rank_by_the_first_that_differs() -> None:
    read = case(ranking={"us": ["strike"] + ["relieve"] * 68 + ["abandon"]})
    found = ranks(read, "us", Options.of(read), np.arange(8))
    assert found.tolist() == [0, 4, 2, 6, 1, 5, 3, 7]


def test_graph_form() -> None:
    graph = {"states": {"s1": "war", "s2": None}, "moves": {"us": [["s1", "s2"]], "dprk": []}}
    read = case(moves=None, graph=graph, ranking={"us": ["s2", "s1"], "dprk": [["s1", "s2"]]}, today="s2")
    assert state_of(read, Options.of(read), "today") == 1
    assert ranks(read, "us", Options.of(read), np.arange(2)).tolist() == [0, 1]


@pytest.mark.parametrize(
    ("sections", "line"),
    [
        (
            {"moves": {"us": ["a"], "dprk": ["a"]}},
            "case: moves.dprk.a: expected an option of one party only, got `a`, which `us` has too.",
        ),
        ({"moves": {"us": ["a", "a"]}}, "case: moves.us: expected each option once, got `a` twice."),
        ({"moves": {"us": [f"o{n}" for n in range(41)]}}, "case: moves: expected at most 40 options, got 41."),
        ({"impossible": [{"at_least_one": ["strike"]}, {"not": {"strike": "Y"}}]}, "none feasible"),
        ({"impossible": [{"not": {"strik": "Y"}}]}, "impossible.1st.not.strik: expected an option"),
        ({"impossible": [{"not": {"strike": "maybe"}}]}, "expected Y (taken) or N (not taken), got `maybe`."),
        ({"impossible": [{"at_most_one": ["strike"], "not": {"strike": "Y"}}]}, "expected one of `not`"),
        ({"moves": {"us": {"a": {"irreversible": "yes", "only": "back"}}}}, "`irreversible` or `only: back`"),
        ({"moves": {"uk": ["a"]}}, "moves.uk: expected a party"),
        ({"today": "9"}, "case: today: expected a state from 0 to 7, got `9`."),
        ({"wished": ["abandn"]}, "Did you mean `abandon`?"),
        (
            {"today": "3", "impossible": [{"not": {"strike": "Y", "relieve": "Y"}}]},
            "case: today: expected a feasible state, got 3 (YYN), which `impossible` rules out.",
        ),
        ({"ranking": {"us": EVERY[:-1]}}, "case: ranking.us: expected all 8 feasible states, got none of 7 (YYY)."),
        ({"ranking": {"us": [*EVERY, "3"]}}, "case: ranking.us.9th: expected each state once, got 3 (YYN) again."),
        ({"ranking": {"us": [["0", "03", "3"], *EVERY[1:]]}}, "ranking.us.1st: expected each state once"),
        ({"ranking": {"us": [*EVERY, "8"]}}, "case: ranking.us.9th: expected a state from 0 to 7, got `8`."),
        ({"ranking": {"us": ["0", "strike"]}}, "states and statements do not mix"),
        ({"ranking": {"us": []}}, "an empty list"),
        ({"ranking": {"us": {"order": ["strike or"]}}}, "ranking.us.order.1st: expected an option, `not` or `(` at"),
        ({"ranking": {"uk": ["strike"]}}, "ranking.uk: expected a party with moves"),
        ({"graph": {"states": ["a"], "moves": {"us": []}}}, "`moves` or `graph`, got both"),
    ],
)
def test_what_cannot_be_is_said_with_its_place(sections: dict[str, Any], line: str) -> None:
    assert any(line in problem for problem in problems(**sections))


def test_a_state_of_the_graph_that_is_not_there() -> None:
    found = problems(moves=None, graph={"states": ["s1", "s2"], "moves": {"us": [["s1", "s3"]]}}, today="s")
    assert any("graph.moves.us.1st: expected a state" in line for line in found)
    assert any("today: expected a state of `graph` (s1, s2), got `s`" in line for line in found)


def test_a_slip_in_a_file_carries_its_line(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(
        "parties: [us]\nmoves:\n  us: [strike, relieve]\nranking:\n  us:\n    - not strike\n    - relieve and\n"
    )
    with pytest.raises(CaseError) as caught:
        load(file)
    assert caught.value.lines() == [
        f"{file}:7: ranking.us.2nd: expected an option, `not` or `(` at character 12 of `relieve and`, got the end."
    ]


@pytest.mark.parametrize(
    "sections",
    [
        {"moves": {"a": ["x", 2]}, "today": 1, "wished": "x", "ranking": {"a": [1, [2, 3], "not x"]}},
        {"moves": {"a": {"x": None, "y": {"place": 1}}}, "today": ["x"], "merge": [{"x": "Y"}]},
        {"graph": {"states": ["s", 2], "moves": {"a": [["s", 2]]}}, "ranking": {"a": {"order": ["s", [2]]}}},
        {"views": {"a": {"ranking": {"b": ["x"]}}}, "impossible": [{"at_most_one": ["x", "y"]}]},
    ],
)
def test_short_forms_fit_the_json_schema(sections: dict[str, Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = jsonschema.Draft202012Validator(Case.model_json_schema(by_alias=True))
    assert list(schema.iter_errors({"parties": {"a": {}}} | sections)) == []
