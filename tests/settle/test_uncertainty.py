"""What is left open: reproducible draws, shares that agree with what is necessary and possible, every key there."""

from __future__ import annotations

import pytest

import paripassu as pp
from paripassu.case import Case
from paripassu.errors import CommandError
from paripassu.settle import uncertainty

TABLE = {"pay": {"low": 0, "mid": "0.6", "high": 1}, "hours": {"40": 0, "38": 1}}
OTHER = {"pay": {"low": 1, "mid": "0.7", "high": 0}, "hours": {"40": 1, "38": 0}}


def trade(**union: object) -> Case:
    return Case.from_dict(
        {
            "parties": ["union", "firm"],
            "issues": {"pay": ["low", "mid", "high"], "hours": ["40", "38"]},
            "preferences": {
                "union": {"values": TABLE, **(union or {"order": ["pay", "hours"]})},
                "firm": {"values": OTHER, "weights": {"pay": 0.5, "hours": 0.5}, "no_deal": [0.2, 0.4]},
            },
            "draft": {"pay": "low", "hours": "38"},
        }
    )


def test_what_is_found_by_hand() -> None:
    """Union w on pay, 1-w on hours, w from 1/2 to 1; firm (pay, hours): low 40 = 1, low 38 = .5, mid 40 = .85,
    mid 38 = .35, high 40 = .5, high 38 = 0, of which it takes what is worth its no deal, 0.2 to 0.4.
    High with 40 gives the union w, low with 38 gives 1 - w, the firm .5 each: the draft stands at w = 1/2 alone.
    """
    found = {tuple(one.package.values()): one for one in uncertainty(trade(), samples=40).packages}
    for package in (("low", "40"), ("mid", "40"), ("high", "40")):
        assert found[package].necessarily, package
    assert found["low", "38"].necessarily is False
    assert found["low", "38"].names == ("draft",)
    assert found["low", "38"].frontier == 0
    assert found["mid", "38"].necessarily is False
    assert found["mid", "38"].possibly
    assert 0 < found["mid", "38"].frontier < 1


def test_possible_at_one_weight_alone() -> None:
    """At w = 1/2 mid with 40 gives the union .3 and low with 38 gives .5; high with 40 ties with it."""
    draft = uncertainty(trade(), samples=5).packages[0]
    assert draft.names == ("draft",)
    assert draft.possibly is True


def test_the_same_seed_gives_the_same_numbers_on_any_number_of_processes() -> None:
    one, two = (uncertainty(trade(), samples=10, seed=3, jobs=jobs) for jobs in (1, 2))
    assert one == two
    assert one.packages != uncertainty(trade(), samples=10, seed=4).packages


def test_plain_numbers_leave_nothing_to_say_unless_asked() -> None:
    plain = pp.load("labour-contract")
    assert pp.settle.settle(plain).to_dict()["uncertain"] is None
    asked = pp.settle.settle(plain, samples=10).to_dict()["uncertain"]
    assert asked["percent"] == 25
    assert all(one["necessarily"] is one["possibly"] is None for one in asked["packages"])


def test_the_point_answer_takes_the_centre_and_says_so() -> None:
    found = pp.settle.settle(trade())
    assert found.uncertain is not None
    assert found.uncertain.centre["union"]["weights"] == {"pay": 0.75, "hours": 0.25}
    assert found.uncertain.centre["firm"]["no_deal"] == pytest.approx(0.3)
    parameters = found.how.parameters
    assert parameters["weights_from"] == {"union": "rank-order centroid of the order", "firm": "case"}
    assert parameters["no_deal_from"] == {"union": "worst feasible utility", "firm": "centre of its range"}
    ranged = pp.settle.settle(trade(weights={"pay": ["0.2", "0.6"], "hours": 0.5}))
    assert ranged.how.parameters["weights_from"]["union"] == "centre of each range"


def test_every_share_and_law_is_there_when_nothing_is_feasible() -> None:
    case = Case.from_dict(
        {
            "parties": ["a"],
            "issues": {"x": ["p"]},
            "rules": [{"not": {"x": "p"}}],
            "preferences": {"a": {"weights": {"x": [1, 2]}, "values": {"x": {"p": 0}}}},
        }
    )
    found = pp.settle.settle(case).to_dict()
    assert found["status"] == "no deal"
    assert found["uncertain"]["deal"] == 0
    assert found["uncertain"]["packages"] == []
    assert all(law["holds"] for law in found["laws"])


def test_no_draws_are_refused() -> None:
    with pytest.raises(CommandError, match="at least 1, got 0"):
        uncertainty(trade(), samples=0)


def test_ties_too_many_to_name_are_counted_all_the_same() -> None:
    """Five issues of two options that are all worth the same: every package of 32 is on the line in every draw."""
    issues = {f"i{n}": ["p", "q"] for n in range(5)}
    block = {"weights": {name: [1, 2] for name in issues}, "values": {name: {"p": 1, "q": 1} for name in issues}}
    case = Case.from_dict({"parties": ["a"], "issues": issues, "preferences": {"a": block}})
    last = dict.fromkeys(issues, "q")
    found = uncertainty(case, named={"last": [last]}, samples=3).packages[0]
    assert (found.names, found.frontier, found.nash, found.necessarily) == (("last",), 1, 1, True)
