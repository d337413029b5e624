"""The worked example, with every figure given for it in the definition of the engine."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from paripassu import catalogue, roadmap
from paripassu.case import Case
from paripassu.roadmap import words

PHASED = (
    ("moratorium",),
    ("test-site",),
    ("declaration", "partial-relief"),
    ("end-of-war",),
    ("liaison",),
    ("yongbyon", "full-relief"),
    ("warheads", "drills"),
)


@pytest.fixture(scope="module")
def toy() -> Case:
    return catalogue.load("toy/side-by-side")


@pytest.fixture(scope="module")
def found(toy: Case) -> roadmap.Roadmap:
    return roadmap.find(toy)


@pytest.fixture(scope="module")
def less(toy: Case) -> Case:
    """The same with an end value of 6 for the US."""
    end = (Fraction(6), Fraction(6))
    return toy.model_copy(update={"stakes": {**toy.stakes, "us": toy.stakes["us"].model_copy(update={"end": end})}})


def test_phased_needs_no_guarantee_and_exposes_nobody(found: roadmap.Roadmap) -> None:
    assert found.status == "found"
    assert found.guarantee_needed == 0
    assert found.course is not None
    assert found.course.exposure.avoidable == 0
    assert found.course.exposure.floor == {"us": 0, "dprk": 16}
    assert len(found.phases) == 7
    assert found.course.time_days == 33 * 30


def test_the_named_optimum_is_as_good(toy: Case, found: roadmap.Roadmap) -> None:
    named = roadmap.evaluate(toy, PHASED)
    assert named.holds
    assert (named.exposure.avoidable, named.time_days) == (0, 990)


def test_front_of_exposure_against_time(found: roadmap.Roadmap) -> None:
    points = [(point.avoidable, point.time_days // 30) for point in found.front]
    assert points == [(0, 33), (1, 30), (4, 29), (5, 28)]


def test_us_first(found: roadmap.Roadmap) -> None:
    first = found.first["us"]
    assert first.holds
    assert first.guarantee_needed == 0
    assert first.exposure.by_party["us"] == 15
    assert first.time_days == 20 * 30


def test_all_in_one_and_dprk_first(found: roadmap.Roadmap) -> None:
    for course in (found.all_in_one, found.first["dprk"]):
        assert course is not None
        assert not course.holds
        assert (course.guarantee_needed, course.exposure.avoidable) == (15, 18)


def test_an_end_value_of_six_is_short_by_three(less: Case) -> None:
    answer = roadmap.find(less)
    assert answer.status == "no roadmap"
    assert answer.guarantee_needed == 3
    assert answer.blocking is not None
    block = answer.blocking
    assert (block.party, block.reason, block.shortfall) == ("us", "undo after completion", 3)
    works = {(one.lever, one.target): one.amount for one in answer.remedies if one.works}
    assert works["guarantee", "all"] == works["guarantee", "us"] == works["end value", "us"] == 3
    assert works["recover", "full-relief"] == 3
    assert not any(one.works for one in answer.remedies if one.lever in ("split", "leak", "prerequisite", "detection"))


def test_the_no_in_words(less: Case) -> None:
    said = " ".join(words.tell(less, roadmap.find(less)))
    for part in (
        "Illustration: the amounts are invented. No roadmap:",
        "After the last step US could take back 15, and would lose 6 of what it received and its end value of 6: "
        "it gains 3 by undoing.",
        "3 more of escrow held after the end (for each party, or for US alone) would close it",
        "an end value of 9 for US",
        "drills, partial-relief or full-relief of which 3 less can be undone",
        "cutting a step into parts",
    ):
        assert part in said
    lines = words.tell(less, roadmap.find(less))
    assert sum(line.startswith("So would, by itself, ") for line in lines) > 1


def test_json_has_every_key_and_replays(toy: Case, less: Case, found: roadmap.Roadmap) -> None:
    for case, answer in ((toy, found), (less, roadmap.find(less))):
        said: dict[str, Any] = json.loads(json.dumps(answer.to_dict(), allow_nan=False))
        assert {
            "status",
            "phases",
            "time_days",
            "exposure",
            "front",
            "slack",
            "guarantee_needed",
            "blocking",
            "remedies",
            "comparators",
            "exact",
            "laws",
            "how",
        } <= said.keys()
        assert set(said["exposure"]) == {"avoidable", "max", "party", "phase", "by_party", "floor"}
        assert said["comparators"].keys() == {"all_in_one", "first", "given"}
        assert all(law["holds"] for law in said["laws"])
        assert roadmap.check(case, said).valid


def test_a_part_of_a_roadmap_cannot_be_altered_unseen(toy: Case, found: roadmap.Roadmap) -> None:
    said: dict[str, Any] = json.loads(json.dumps(found.to_dict()))
    said["phases"][5], said["phases"][6] = said["phases"][6], said["phases"][5]
    assert "needs yongbyon" in roadmap.check(toy, said).words


def test_under_a_cap_it_is_quicker(toy: Case) -> None:
    within = roadmap.find(toy, cap=Fraction(4))
    assert within.course is not None
    assert (within.course.exposure.avoidable, within.course.time_days) == (4, 870)


def test_least_time(toy: Case) -> None:
    quick = roadmap.find(toy, minimise="time")
    assert quick.course is not None
    assert (quick.course.exposure.avoidable, quick.course.time_days) == (5, 840)
