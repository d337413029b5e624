"""Values along straight lines, and terms over several issues."""

from __future__ import annotations

import pytest

from paripassu.case import Case, Issue, option_values
from paripassu.errors import CaseError


def test_a_numeric_issue_is_read_along_straight_lines() -> None:
    issue = Issue.model_validate({"from": -1, "to": 1, "step": "0.5"})
    assert issue.options == ("-1", "-0.5", "0", "0.5", "1")
    assert option_values(issue, {"-1": 0.0, "0": 1.0, "1": 0.0}) == (0.0, 0.5, 1.0, 0.5, 0.0)


def test_a_range_of_one_option_takes_its_value() -> None:
    assert option_values(Issue.model_validate({"from": 3, "to": 3}), {"3": 0.7}) == (0.7,)


def interacting(**term: object) -> Case:
    return Case.from_dict(
        {
            "parties": ["a"],
            "issues": {"x": ["p", "q"], "y": ["r", "s"]},
            "preferences": {"a": {"interactions": [{"issues": ["x", "y"], **term}]}},
        }
    )


def test_an_interaction_is_a_table_by_combination() -> None:
    case = interacting(default=0, table=[{"x": "p", "y": "s", "value": 0.25}])
    assert case.preferences["a"].interactions[0].values(case.issues) == {("p", "s"): 0.25}


def test_a_gap_in_a_table_without_default_is_named() -> None:
    with pytest.raises(CaseError, match=r"a row for every combination, or a `default`, got none for p, r"):
        interacting(table=[{"x": "p", "y": "s", "value": 0.25}])


def test_a_combination_stands_once() -> None:
    row = {"x": "p", "y": "s", "value": 1}
    with pytest.raises(CaseError, match=r"each combination once, got p, s again"):
        interacting(default=0, table=[row, row])
