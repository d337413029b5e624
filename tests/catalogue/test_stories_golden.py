"""What docs/cases/ tells of the worked cases is what the lenses answer. Seen and approved; illustrations."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations, product
from typing import Any

import pytest

from paripassu import catalogue, roadmap, settle, stability
from paripassu.case import Case, option_values
from paripassu.case.rules import Rule
from paripassu.read.movement import movement
from paripassu.read.timeline import timeline
from paripassu.roadmap import plan, ranges, read_case, sensitivity

NASH_PACKAGE = {
    "sequence": "phased and synchronised",
    "scope": "all production sites",
    "verification": "standing inspectors",
    "relief": "55",
    "guarantees": "liaison offices",
    "end-of-war declaration": "with the first steps",
    "timetable": "by January 2021",
}


@pytest.fixture(scope="module")
def singapore() -> Case:
    return catalogue.load("singapore-2018")


@pytest.fixture(scope="module")
def answer(singapore: Case) -> Any:
    return roadmap.find(singapore)


@pytest.fixture(scope="module")
def conflict(singapore: Case) -> Mapping[str, Any]:
    return stability.analyse(singapore).to_dict(states=True)


def utility(case: Case, party: str, package: Mapping[str, str]) -> float:
    """Weight times value and the joint terms, added up by hand."""
    preference = case.preferences[party]
    total = 0.0
    for name, issue in case.issues.items():
        values = option_values(issue, preference.values[name])
        total += float(preference.weights[name]) * values[issue.options.index(package[name])]
    for term in preference.interactions:
        total += term.values(case.issues).get(tuple(package[name] for name in term.issues), term.default or 0)
    return round(total, 9)


def swaps(case: Case, most: int) -> list[dict[str, str]]:
    """Changes of up to `most` issues of the draft that keep the rules, leave nobody worse and somebody better."""
    stands = {party: utility(case, party, case.draft) for party in case.preferences}
    found = []
    for names in (names for size in range(1, most + 1) for names in combinations(case.issues, size)):
        for options in product(*(case.issues[name].options for name in names)):
            change = dict(zip(names, options, strict=True))
            package = {**case.draft, **change}
            if any(package[name] == case.draft[name] for name in names):
                continue
            if not all(rule.permits(package, case.issues) for rule in case.rules):
                continue
            more = [utility(case, party, package) - stands[party] for party in stands]
            if min(more) >= 0 and max(more) > 0:
                found.append(change)
    return found


def test_the_record_holds_38_events_and_leaves_three_issues_open(singapore: Case) -> None:
    assert len(timeline(singapore).items) == 38
    lines = movement(singapore).issues
    assert {line.issue for line in lines if line.state == "open"} == {"sequence", "scope", "verification"}
    common = {line.issue: line.common for line in lines if line.state == "common"}
    assert common["guarantees"] == ("liaison offices",)
    assert common["end-of-war declaration"] == ("with the first steps",)
    assert set(common) == {"relief", "guarantees", "end-of-war declaration", "timetable"}


def test_the_rules_agree_on_all_but_the_price(singapore: Case) -> None:
    prices = {}
    for rule in (settle.nash, settle.kalai_smorodinsky, settle.egalitarian, settle.utilitarian):
        (point,) = rule(singapore).points
        (package,) = point.packages
        prices[rule.__name__] = package["relief"]
        assert {**package, "relief": "55"} == NASH_PACKAGE
    assert prices == {"nash": "55", "kalai_smorodinsky": "50", "egalitarian": "45", "utilitarian": "60"}


def test_there_is_a_room_with_an_edge_of_53_packages(singapore: Case) -> None:
    frontier = settle.frontier(singapore)
    assert sum(len(point.packages) + point.more_packages for point in frontier.points) == 53


def test_no_all_in_one_package_is_in_the_room(singapore: Case) -> None:
    others = Rule.model_validate({"not": {"sequence": ["front-loaded", "phased and synchronised"]}})
    all_in_one = singapore.model_copy(update={"rules": (*singapore.rules, others)})
    assert settle.frontier(all_in_one).to_dict()["status"] == "no deal"


def test_each_side_s_last_proposal_lies_outside_the_room(singapore: Case) -> None:
    asked = {**singapore.draft, "relief": "75"}
    demanded = {
        **singapore.draft,
        "sequence": "front-loaded",
        "scope": "complete",
        "verification": "intrusive, any time",
        "timetable": "by January 2021",
    }
    assert utility(singapore, "us", asked) == pytest.approx(0.402)
    assert utility(singapore, "us", asked) < singapore.preferences["us"].no_deal
    assert utility(singapore, "dprk", demanded) == pytest.approx(0.338)
    assert utility(singapore, "dprk", demanded) < singapore.preferences["dprk"].no_deal


def test_the_draft_is_in_the_room_and_only_a_pair_of_changes_betters_it_for_both(singapore: Case) -> None:
    for party, expected in (("us", 0.5195), ("dprk", 0.74)):
        assert utility(singapore, party, singapore.draft) == pytest.approx(expected)
    assert swaps(singapore, 1) == []
    assert {"verification": "standing inspectors", "relief": "40"} in swaps(singapore, 2)


def test_a_room_survives_numbers_off_by_a_quarter_and_the_draft_is_never_on_its_edge(singapore: Case) -> None:
    """The page gives the shares of 400 draws; a hundred are enough to hold it to."""
    found = settle.survival(singapore, {"draft": dict(singapore.draft)}, percent=25, draws=100, seed=0)
    assert found.deal == 1
    (draft,) = found.standings
    assert (draft.accepted, draft.unbeaten) == (pytest.approx(0.83, abs=0.1), 0)
    picked = {choice.issue: (choice.option, choice.share) for choice in found.choices}
    assert picked["sequence"] == ("phased and synchronised", pytest.approx(0.99, abs=0.03))
    assert picked["verification"] == ("standing inspectors", pytest.approx(0.8, abs=0.12))
    assert picked["scope"] == ("all production sites", pytest.approx(0.73, abs=0.12))


def test_today_holds_and_so_does_the_wished_state(conflict: Mapping[str, Any]) -> None:
    today, wished = 0, 54
    for concept in ("nash", "gmr", "smr", "seq", "sseq"):
        assert {today, wished} <= set(conflict["equilibria"][concept])


def test_the_next_step_holds_only_with_a_guarantee(conflict: Mapping[str, Any]) -> None:
    without, with_guarantee = 18, 22  # eased and frozen; eased, frozen and guaranteed
    assert without not in conflict["equilibria"]["seq"]
    assert with_guarantee in conflict["equilibria"]["seq"]
    assert with_guarantee not in conflict["equilibria"]["nash"]


def test_nobody_gains_by_the_first_move_towards_the_wished_state(singapore: Case) -> None:
    route = stability.analyse(singapore).route
    assert route is not None
    told = route.to_dict()
    assert told["moves"]["length"] == 2
    assert not told["improvements"]["reachable"]


def test_side_by_side_needs_no_guarantee_and_the_others_do(answer: Any) -> None:
    assert answer.status == "found"
    assert len(answer.phases) == 7
    assert answer.course.time_days == 1582
    assert answer.course.exposure.avoidable == 0
    assert answer.course.exposure.by_party == {"us": 0, "dprk": 12}
    needed = [answer.all_in_one.guarantee_needed, *(answer.first[party].guarantee_needed for party in ("us", "dprk"))]
    assert needed == [15, 15, 12]


def test_the_order_is_thin(singapore: Case) -> None:
    letters = read_case.deal(ranges.fixed(singapore))
    order = plan.solve(letters, front=False).order
    assert order is not None
    assert sensitivity.survives(letters, order, percent=25) == pytest.approx(0.46, abs=0.005)
    tightest = sensitivity.sensitivity(letters, order).margins[0]
    assert list(singapore.steps)[tightest.input.step or 0] == "full-relief"
    assert (tightest.input.kind, tightest.lower) == ("value", Fraction(1, 12))


def test_an_order_exists_only_when_the_relationship_is_worth_three_to_the_us(singapore: Case) -> None:
    for worth, status in ((Fraction(3), "found"), (Fraction(299, 100), "no roadmap")):
        us = singapore.stakes["us"].model_copy(update={"end": (worth, worth)})
        case = singapore.model_copy(update={"stakes": {**singapore.stakes, "us": us}})
        found = roadmap.find(case, comparators=False)
        assert found.status == status
        if found.blocking is not None:
            assert (found.blocking.party, found.blocking.reason) == ("us", "undo after completion")


def test_bill_and_jack_gain_twelve_and_five() -> None:
    """Nash (1950), the paper's own answer."""
    (point,) = settle.nash(catalogue.load("papers/nash1950")).points
    assert point.gains == {"bill": 12, "jack": 5}
    (swap,) = point.packages
    assert {good for good, owner in swap.items() if owner == "bill"} == {"box", "pen", "toy", "knife"}


def test_the_labour_draft_is_bettered_by_trading_wages_for_security() -> None:
    case = catalogue.load("labour-contract")
    assert swaps(case, 1) == []
    assert {"wage": "2.5", "security": "no layoffs for one year"} in swaps(case, 2)
    wages = {rule.__name__: rule(case).points[0].packages[0] for rule in (settle.nash, settle.kalai_smorodinsky)}
    assert wages["nash"] == {"wage": "3", "hours": "38 hours", "security": "no layoffs for one year"}
    assert wages["kalai_smorodinsky"]["wage"] == "2.5"
