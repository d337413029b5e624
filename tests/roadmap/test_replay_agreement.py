"""The replay and the solver's algebra say the same of any order, on random cases with ties, zeros and tight amounts."""

from __future__ import annotations

import json
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from paripassu import roadmap
from paripassu.case import Case


def draw(random: Random) -> Case:
    parties = ["a", "b", "c"][: random.choice([2, 2, 3])]
    steps: dict[str, dict[str, Any]] = {}
    for number in range(random.randint(1, 6)):
        doer = random.choice(parties)
        cost = random.choice([0, 1, 2, 2, 3, Fraction(5, 2)]) if number else 1
        worth = {party: random.choice([0, 1, 2, 3, 5]) for party in parties if party != doer}
        steps[f"s{number}"] = {
            "doer": doer,
            "cost": cost,
            "value": worth,
            "recover": random.choice([0, 0, cost, Fraction(cost) / 2]),
            "revoke": {party: random.choice([0, 0, amount]) for party, amount in worth.items()},
            "detect": random.choice([1, 1, "1/2", "9/10"]),
            "duration": random.choice(["0", "5", "1 month", "2 weeks"]),
            "needs": [name for name in steps if random.random() < 0.2],
        }
        if random.random() < 0.1:
            steps[f"s{number}"]["by"] = "2019-03-15"
        if random.random() < 0.1:
            steps[f"s{number}"]["not_before"] = "2019-02-20"
        if random.random() < 0.1:
            steps[f"s{number}"]["done"] = "2019-01-10"
    stakes = {
        party: {
            "end": random.choice([0, 1, 2, 4]),
            "outside": random.choice([0, 0, 1, -1]),
            "guarantee": random.choice([0, 0, 1, 3]),
        }
        for party in parties
    }
    arranged = {
        "leak": random.choice(["0", "1/2", "1"]),
        "compensation": random.choice(["0", "1/2", "1"]),
        "gate": random.choice(["0", "1 month"]),
        "release": random.choice(["after the end", "at the end"]),
        "most_per_phase": random.choice([1, 2]),
        "start": "2019-01-31",
    }
    return Case.from_dict({"parties": parties, "steps": steps, "stakes": stakes, "roadmap": arranged})


def shuffled(case: Case, random: Random) -> list[list[str]]:
    """Some order that keeps the prerequisites and the most steps a phase."""
    done = {name for name, step in case.steps.items() if step.finished}
    phases: list[list[str]] = []
    assert case.roadmap is not None
    while len(done) < len(case.steps):
        ready = [n for n, s in case.steps.items() if n not in done and all(need in done for need in s.needs)]
        random.shuffle(ready)
        phase: list[str] = []
        for name in ready[: random.randint(1, len(ready))]:
            own = [other for other in phase if case.steps[other].doer == case.steps[name].doer]
            if len(own) < case.roadmap.most_per_phase:
                phase.append(name)
        phases.append(phase)
        done |= set(phase)
    return phases


def agree(seed: int) -> None:
    random = Random(seed)
    case = draw(random)
    phases = shuffled(case, random)
    course, played = roadmap.evaluate(case, phases), roadmap.replay(case, phases)
    assert course.holds == (not played.violations)
    assert course.exposure.by_party == played.exposure
    assert course.exposure.floor == played.floor
    assert course.time_days == played.time_days
    amounts = [one for one in played.violations if one.reason != "too late"]
    if any(one.shortfall is None for one in amounts):
        assert course.guarantee_needed is None
    else:
        assert course.guarantee_needed == max((one.shortfall for one in amounts if one.shortfall), default=0)
    if course.blocking is not None:
        keys = (course.blocking.party, course.blocking.phase, course.blocking.reason)
        assert keys in [(one.party, one.phase, one.reason) for one in played.violations]


def answered(seed: int) -> None:
    random = Random(seed)
    case = draw(random)
    found = roadmap.find(case, cures=False)
    assert not [law for law in found.laws if law.witness], found.laws
    told = roadmap.check(case, json.loads(json.dumps(found.to_dict())))
    assert told.valid, told.words


@pytest.mark.parametrize("seed", range(100))
def test_the_replay_agrees_with_the_algebra(seed: int) -> None:
    agree(seed)


@pytest.mark.parametrize("seed", range(50))
def test_every_answer_replays(seed: int) -> None:
    answered(seed)


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(1000, 4000))
def test_many_answers_replay(seed: int) -> None:
    agree(seed)
    answered(seed)
