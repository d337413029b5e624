"""The whole answer: its JSON keys, what it says at the edges, and what each side gives up."""

from __future__ import annotations

import json

import pytest

import paripassu as pp
from paripassu.errors import CaseError

from .cases import additive, pie

KEYS = ["status", "parties", "packages_total", "no_deal", "frontier", "solutions", "draft", "uncertain", "laws", "how"]
RULES = ["nash", "kalai_smorodinsky", "egalitarian", "utilitarian"]


def no_deals(case_a: float, case_b: float) -> pp.case.Case:
    plain = pie()
    blocks = {
        party: {
            "no_deal": value,
            "weights": {"pie": 1},
            "values": {"pie": dict(plain.preferences[party].values["pie"])},
        }
        for party, value in (("a", case_a), ("b", case_b))
    }
    return pie(preferences=blocks)


@pytest.mark.parametrize("case", [pie(), pie(rules=[{"not": {"pie": list(pie().issues["pie"].options)}}])])
def test_every_key_is_always_there(case: pp.case.Case) -> None:
    answer = json.loads(json.dumps(pp.settle.settle(case).to_dict(), allow_nan=False))
    assert list(answer) == KEYS
    assert list(answer["solutions"]) == RULES


def test_nothing_feasible_is_an_answer() -> None:
    found = pp.settle.settle(pie(rules=[{"not": {"pie": list(pie().issues["pie"].options)}}], draft={"pie": "half"}))
    assert found.status == "no deal"
    assert found.points == ()
    assert not found.frontier.feasible
    assert found.draft is not None
    assert found.draft.broken_rules == (0,)
    assert set(found.to_dict()["solutions"].values()) == {None}


def test_a_no_deal_out_of_reach_is_an_answer() -> None:
    found = pp.settle.settle(no_deals(0.7, 0.7))
    assert found.status == "no deal"
    assert found.frontier.feasible
    assert found.to_dict()["frontier"] == []


def test_no_deal_met_exactly_counts_in_spite_of_float_noise() -> None:
    """0.1 + 0.7 is 0.7999999999999999 in doubles, and not below 0.8."""
    case = pp.case.Case.from_dict(
        {
            "parties": ["a"],
            "issues": {"x": ["one"], "y": ["one"]},
            "preferences": {
                "a": {
                    "no_deal": 0.8,
                    "weights": {"x": 0.1, "y": 0.7},
                    "values": {"x": {"one": 1}, "y": {"one": 1}},
                }
            },
        }
    )
    found = pp.settle.settle(case)
    assert found.status == "found"
    assert found.points[0].utilities == {"a": 0.8}


def test_each_gives_up_all_where_the_other_takes_all() -> None:
    prices = {(price.party, price.other): price for price in pp.settle.settle(pie()).prices}
    assert prices["a", "b"].gives_up == 1.0
    assert prices["a", "b"].share == 1.0


def test_worst_feasible_stands_in_under_rules() -> None:
    """Barring `all to b` lifts a's worst from 0 to 0.4, and b's gains stay counted from 0."""
    found = pp.settle.settle(pie(rules=[{"not": {"pie": "all to b"}}]))
    assert found.frontier.no_deal == {"a": None, "b": None}
    assert found.frontier.no_deal_used == {"a": 0.4, "b": 0.0}
    assert found.how.parameters["no_deal_from"] == {"a": "worst feasible utility", "b": "worst feasible utility"}


def test_thirty_parties_and_odd_names() -> None:
    names = ["NO", "1", "ü", "null", "a=b", "", *(f"p{n}" for n in range(24))]
    options = ["NO", "1", "ü"]
    case = pp.case.Case.from_dict(
        {
            "parties": names,
            "issues": {"off": options, "2": ["yes"]},
            "preferences": {
                name: {
                    "weights": {"off": 1, "2": 0},
                    "values": {"off": dict(zip(options, (n % 3, (n + 1) % 3, (n + 2) % 3), strict=True))},
                }
                for n, name in enumerate(names)
            },
        }
    )
    found = pp.settle.settle(case, draft={"off": "ü", "2": "yes"})
    assert len(found.points) == 3
    assert found.draft is not None
    assert found.draft.on_frontier


def test_a_hundred_issues_keep_exact_counts() -> None:
    """With one option that is best for all, and twins of it, every issue doubles the number of packages."""
    names = [f"i{n}" for n in range(100)]
    block = {"weights": dict.fromkeys(names, 1), "values": {name: {"x": 1, "twin": 1, "low": 0} for name in names}}
    case = pp.case.Case.from_dict(
        {
            "parties": ["a", "b"],
            "issues": {name: ["x", "twin", "low"] for name in names},
            "preferences": {"a": block, "b": block},
        }
    )
    found = pp.settle.settle(case)
    assert found.frontier.packages_total == 3**100
    (point,) = found.points
    assert point.utilities == {"a": 100.0, "b": 100.0}
    assert len(point.packages) + point.more_packages == 2**100


def test_a_party_without_preferences_is_named_unless_it_has_a_role() -> None:
    held = pie().preferences
    blocks = {party: {"weights": held[party].weights, "values": dict(held[party].values)} for party in ("a", "b")}
    with pytest.raises(CaseError, match=r"preferences\.c: expected weights and values"):
        pp.settle.frontier(pie(parties=["a", "b", "c"], preferences=blocks))
    parties = {"a": {}, "b": {}, "c": {"role": "mediator"}}
    assert pp.settle.frontier(pie(parties=parties, preferences=blocks)).apart == ("c",)


def test_large_and_small_scales_stand_side_by_side() -> None:
    case = pp.case.Case.from_dict(
        {
            "parties": ["money", "score"],
            "issues": {"x": ["low", "high"], "y": ["low", "high"]},
            "preferences": {
                "money": {
                    "weights": {"x": 1, "y": 1},
                    "values": {"x": {"low": 0, "high": 12_500_000}, "y": {"low": 0, "high": 0.01}},
                },
                "score": {
                    "weights": {"x": 1, "y": 1},
                    "values": {"x": {"low": 1e-6, "high": 0}, "y": {"low": 0, "high": 1e-9}},
                },
            },
        }
    )
    assert [tuple(point.utilities.values()) for point in pp.settle.frontier(case).points] == [
        (12_500_000.01, 1e-9),
        (0.01, 1.001e-6),
    ]


def test_ties_between_rules_points_are_all_returned() -> None:
    found = pp.settle.settle(pie()).solutions["utilitarian"]
    assert [tuple(point.utilities.values()) for point in found.points] == [(1.0, 0.0), (0.5, 0.5), (0.0, 1.0)]
    assert [tie["utilities"] for tie in found.to_dict()["ties"]] == [{"a": 0.5, "b": 0.5}, {"a": 0.0, "b": 1.0}]


def test_speed_of_three_parties() -> None:
    """3 parties x 20 issues x 5 options: ten to the fourteenth packages."""
    found = pp.settle.frontier(additive(3, 20, 5))
    assert found.packages_total == 5**20
    assert all(law.witness is None for law in found.laws)
