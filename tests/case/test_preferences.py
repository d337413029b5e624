"""Values along straight lines, and terms over several issues."""

from __future__ import annotations

from fractions import Fraction

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


def one_party(**block: object) -> Case:
    values = {"x": {"p": 0, "q": 1}, "y": {"r": 0, "s": 1}, "z": {"t": 0, "u": 1}}
    issues = {"x": ["p", "q"], "y": ["r", "s"], "z": ["t", "u"]}
    return Case.from_dict({"parties": ["a"], "issues": issues, "preferences": {"a": {"values": values, **block}}})


def test_ranges_are_read_by_their_centre() -> None:
    party = one_party(weights={"x": ["0.2", "0.4"], "y": 2, "z": [0, 0]}, no_deal=["1/10", "3/10"]).preferences["a"]
    assert party.weights == {"x": Fraction(3, 10), "y": 2, "z": 0}
    assert party.no_deal == 0.2
    assert party.unsure
    assert not one_party(weights={"x": 1, "y": ["0.5", "0.5"], "z": 0}, no_deal="0.3").preferences["a"].unsure


def test_an_order_is_read_by_its_centroid() -> None:
    """Barron and Barrett (1996): 11/18, 5/18, 2/18 for three issues in order; a tie shares alike."""
    party = one_party(order=["y", "x", "z"]).preferences["a"]
    assert party.weights == {"y": Fraction(11, 18), "x": Fraction(5, 18), "z": Fraction(2, 18)}
    tied = one_party(order=["y", ["x", "z"]]).preferences["a"]
    assert tied.weights == {"y": Fraction(2, 3), "x": Fraction(1, 6), "z": Fraction(1, 6)}
    assert not one_party(order=[["x", "y", "z"]]).preferences["a"].unsure
    outside = one_party(order=["y", "x"], weights={"z": 0}).preferences["a"]
    assert outside.weights == {"z": 0, "y": Fraction(3, 4), "x": Fraction(1, 4)}


@pytest.mark.parametrize(
    ("block", "says"),
    [
        ({"order": ["x", "y"]}, r"a\.order: expected a place for `z` \(or `weights: {z: 0}`\), got none"),
        ({"order": ["x", "y", ["z", "x"]]}, r"order\.3rd: expected each issue once, got `x` again"),
        (
            {"order": ["x", "y", "zz"]},
            r"order\.3rd: expected an issue of this case \(x, y, z\), got `zz`\. Did you mean `z`",
        ),
        ({"order": ["x", "y", []]}, r"order\.3rd: expected an issue, or several in brackets, got none"),
        ({"order": ["x", "y", "z"], "weights": {"z": 1}}, r"weights\.z: expected `order` or weights, not both"),
        ({"weights": {"x": [2, 1], "y": 1, "z": 1}}, r"weights\.x: expected \[low, high\] with low not above high"),
        ({"weights": {"x": [-1, 1], "y": 1, "z": 1}}, r"weights\.x: expected a weight of at least 0"),
        ({"weights": {"x": [1, 2, 3], "y": 1, "z": 1}}, r"weights\.x: expected a number or \[low, high\]"),
        ({"order": ["x", "y", "z"], "no_deal": [1, 0]}, r"no_deal: expected \[low, high\] with low not above high"),
        ({"order": ["x", "y", "z"], "no_deal_range": 1}, r"expected a known key, got `no_deal_range`"),
    ],
)
def test_slips_in_ranges_and_orders_are_named(block: dict[str, object], says: str) -> None:
    with pytest.raises(CaseError, match=says):
        one_party(**block)
