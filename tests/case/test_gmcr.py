"""`.gmcr` files: read as they are; what is wrong is said by its place in the JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from paripassu.case import Case, load
from paripassu.case.moves import patterns
from paripassu.case.options import Options, feasible_states
from paripassu.case.ranking import ranks
from paripassu.errors import CaseError

FILE: dict[str, Any] = {
    "programVersion": "0.4",
    "options": [
        {"name": "stop tests", "permittedDirection": "both"},
        {"name": "drill", "permittedDirection": "fwd"},
        {"name": "leave", "permittedDirection": "back"},
    ],
    "decisionMakers": [
        # Interleaved on purpose: decimals follow the options of the file, not their owners.
        {
            "name": "North",
            "options": [0, 2],
            "preferences": [[[0, "N"], [1, "N"]]],
            "preferenceRanking": [2, [1, 3], 4],
        },
        {
            "name": "South",
            "options": [1],
            "preferences": [{"compound": True, "members": [[[0, "Y"]], [[1, "Y"], [2, "N"]]]}, [[2, "Y"]]],
            "preferenceRanking": [[1, 2, 3, 4]],
        },
    ],
    "infeasibles": [[[0, "Y"], [1, "Y"]], {"compound": True, "members": [[[1, "N"], [2, "Y"]]]}],
    "useManualPreferenceRanking": True,
}


def read(tmp_path: Path, **changes: Any) -> Case:
    file = tmp_path / "case.gmcr"
    file.write_text(json.dumps(FILE | changes))
    return load(file)


def states(case: Case) -> list[int]:
    found = feasible_states(3, patterns(case, Options.of(case).bits()))
    assert found is not None
    return found.tolist()


def test_options_directions_and_feasible_states(tmp_path: Path) -> None:
    case = read(tmp_path)
    assert [(one.name, one.owner, one.direction) for one in Options.of(case).every] == [
        ("stop tests", "North", "both"),
        ("drill", "South", "fwd"),
        ("leave", "North", "back"),
    ]
    # Not both of 0 and 1; no 2 without 1.
    assert states(case) == [0, 1, 2, 6]


def test_a_manual_ranking_counts_feasible_states_from_one(tmp_path: Path) -> None:
    case = read(tmp_path)
    found = ranks(case, "North", Options.of(case), np.array(states(case)))
    assert found.tolist() == [1, 2, 1, 0]


def test_statements_weigh_by_priority(tmp_path: Path) -> None:
    case = read(tmp_path, useManualPreferenceRanking=False)
    options, every = Options.of(case), np.array(states(case))
    assert ranks(case, "North", options, every).tolist() == [1, 0, 0, 0]
    # South, weights 2 and 1 over states 0, 1, 2, 6: 0, 2, 2, 1.
    assert ranks(case, "South", options, every).tolist() == [0, 2, 2, 1]


def test_no_preferences_is_no_preference(tmp_path: Path) -> None:
    makers = [maker | {"preferences": []} for maker in FILE["decisionMakers"]]
    case = read(tmp_path, decisionMakers=makers, useManualPreferenceRanking=False)
    assert ranks(case, "South", Options.of(case), np.array(states(case))).tolist() == [0, 0, 0, 0]


def test_options_of_one_name_carry_their_owner(tmp_path: Path) -> None:
    case = read(tmp_path, options=[{"name": "wait"}, {"name": "wait"}, {"name": "go"}])
    assert [one.name for one in Options.of(case).every] == ["wait (North)", "wait (South)", "go"]


def maker(**changes: Any) -> dict[str, Any]:
    return {"decisionMakers": [FILE["decisionMakers"][0], FILE["decisionMakers"][1] | changes]}


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (maker(options=[1, 0]), "decisionMakers.2nd.options.2nd: expected an option of one decision maker only, got 0"),
        (maker(options=[]), "options: expected an owner for every option, got none for 1."),
        (maker(options=[7]), "decisionMakers.2nd.options.1st: expected an option index from 0 to 2, got 7."),
        (maker(name="North"), "decisionMakers.2nd.name: expected each decision maker once"),
        (maker(preferenceRanking=[1, 2, 3]), "preferenceRanking: expected all 4 feasible states, got none of 4."),
        (maker(preferenceRanking=[1, 2, 3, [4, 1]]), "preferenceRanking.4th: expected each feasible state once"),
        (maker(preferenceRanking=[0, 1, 2, 3, 4]), "preferenceRanking.1st: expected a place from 1 to 4, got 0."),
        (maker(preferenceRanking=None), "decisionMakers.2nd.preferenceRanking: expected places 1 to 4"),
        (
            {"useManualPreferenceRanking": False, **maker(preferences=[[[1, "X"]]])},
            "decisionMakers.2nd.preferences.1st.1st: expected [option index from 0 to 2",
        ),
        ({"options": []}, "options: expected a list of at least one object"),
        ({"options": [{"name": "a", "permittedDirection": "up"}] * 3}, "options.1st.permittedDirection: expected"),
        ({"options": [{"name": f"o{n}"} for n in range(70)]}, "options: expected at most 40 options, got 70."),
        ({"infeasibles": [[[9, "Y"]]]}, "infeasibles.1st.1st: expected"),
        ({"infeasibles": [[[0, "Y"]], [[0, "N"]]]}, "leave some state feasible"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, changes: dict[str, Any], line: str) -> None:
    with pytest.raises(CaseError) as caught:
        read(tmp_path, **changes)
    assert any(line in problem for problem in caught.value.lines()), caught.value.lines()


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"options": 3}', "\ufeff{}", "[" * 100_000])
def test_what_is_no_gmcr_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "case.gmcr"
    file.write_text(text)
    with pytest.raises(CaseError):
        load(file)
