"""Necessary and possible efficiency against the definitions: all pairs at all corners, all ways to blame rivals."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu.case import Case
from paripassu.engine.solve import Programme
from paripassu.settle.efficiency import necessarily, possibly
from paripassu.settle.model import Model, model
from paripassu.settle.oracle import all_packages, frontier_by_enumeration
from paripassu.settle.search import extent
from paripassu.settle.stances import Stance, at, draw, stances

VALUES = st.sampled_from([0, 0, "0.1", "0.25", "0.5", "0.5", 1, 1])
WEIGHTS = st.sampled_from([0, "0.3", "0.5", 1, ["0.2", "0.4"], ["0.3", "0.5"], [0, 1], ["0.5", "0.5"]])


@st.composite
def open_cases(draw, most: int = 12) -> Case:
    """Two or three parties, two or three issues; weights as numbers, ranges or orders, ties common."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=2, max_size=3).filter(lambda one: np.prod(one) <= most))
    issues = {f"i{place}": [f"o{n}" for n in range(size)] for place, size in enumerate(sizes)}
    preferences = {}
    for party in "abc"[: draw(st.integers(2, 3))]:
        block: dict[str, object] = {
            "values": {issue: {option: draw(VALUES) for option in options} for issue, options in issues.items()}
        }
        if draw(st.booleans()):
            block["order"] = draw(st.permutations(list(issues)))
            if len(issues) == 3 and draw(st.booleans()):
                first, *rest = block["order"]
                block["order"] = draw(st.sampled_from([[first, rest], [[first, rest[0]], rest[1]]]))
        else:
            block["weights"] = {issue: draw(WEIGHTS) for issue in issues} | {"i0": draw(st.sampled_from([1, [0, 1]]))}
        if draw(st.booleans()):
            block["no_deal"] = draw(st.sampled_from(["0.2", ["0.1", "0.3"], [0, "0.5"]]))
        if draw(st.booleans()):
            row = {"i0": "o0", "i1": "o0", "value": draw(st.sampled_from(["0.1", "-0.2"]))}
            block["interactions"] = [{"issues": ["i0", "i1"], "default": 0, "table": [row]}]
        preferences[party] = block
    rules = [{"not": {"i0": "o0", "i1": "o0"}}] if draw(st.booleans()) and sizes[0] * sizes[1] > 1 else []
    return Case.from_dict({"parties": list(preferences), "issues": issues, "preferences": preferences, "rules": rules})


def asked_of(case: Case) -> tuple[Model, tuple[Stance, ...], np.ndarray, list[tuple[int, ...]]]:
    asked = model(case)
    ends = extent(asked.space)
    assert ends.best is not None
    packages = all_packages(asked.space)
    kept = [tuple(map(int, one)) for one in packages[asked.space.feasible(packages)]]
    return asked, stances(case, asked), ends.best - ends.worst, kept


def corners(one: Stance) -> list[np.ndarray]:
    if one.mixed:
        return list(np.eye(len(one.low)))
    return [np.array(numbers) for numbers in product(*zip(one.low, one.high, strict=True))]


def always(asked: Model, package: tuple[int, ...]) -> np.ndarray:
    """What interactions add, apart from the weights."""
    row = np.array([package])
    terms = sum(term[option] for term, option in zip(asked.space.terms, package, strict=True))
    return asked.numbers(asked.space.utilities(row)[0] - terms)


def necessary_by_definition(asked: Model, known: tuple[Stance, ...], kept: list, package: tuple[int, ...]) -> bool:
    here = always(asked, package)
    for place, one in enumerate(known):
        worth = min(one.worth(package) @ corner for corner in corners(one)) + here[place]
        if one.no_deal is not None and round(worth - one.no_deal[1], 9) < 0:
            return False
    for rival in kept:
        there = always(asked, rival)
        most = [
            round(max((one.worth(rival) - one.worth(package)) @ corner for corner in corners(one)) + more, 9)
            for one, more in zip(known, there - here, strict=True)
        ]
        if min(most) >= 0 and max(most) > 0:
            return False
    return True


def possible_by_definition(asked: Model, known: tuple[Stance, ...], kept: list, package: tuple[int, ...]) -> bool:
    """Every way to say of each rival which party has less from it, or that none has more: a linear programme each."""
    rivals = [rival for rival in kept if rival != package]
    here = always(asked, package)
    for blame in product(range(len(known) + 1), repeat=len(rivals)):
        programme = Programme()
        margin = programme.variable(0, 1, gain=1)
        free = [[programme.variable(a, b) for a, b in zip(one.low, one.high, strict=True)] for one in known]
        for one, numbers, base in zip(known, free, here, strict=True):
            if one.mixed:
                programme.row(dict.fromkeys(numbers, 1.0), low=1, high=1)
            if one.no_deal is not None:
                programme.row(dict(zip(numbers, one.worth(package), strict=True)), low=one.no_deal[0] - base)
        for rival, who in zip(rivals, blame, strict=True):
            more = here - always(asked, rival)
            for place, one in enumerate(known):
                parts = dict(zip(free[place], one.worth(package) - one.worth(rival), strict=True))
                if who == len(known):
                    programme.row(parts, low=-more[place])
                elif who == place:
                    programme.row({**parts, margin: -1.0}, low=-more[place])
        found = programme.maximise()
        if found is not None and found[margin] > 1e-6:
            return True
    return False


@settings(max_examples=60, deadline=None)
@given(open_cases())
def test_necessary_agrees_with_all_pairs_at_all_corners(case: Case) -> None:
    asked, known, span, kept = asked_of(case)
    for package in kept:
        assert necessarily(asked, known, package, span) == necessary_by_definition(asked, known, kept, package)


@settings(max_examples=25, deadline=None)
@given(open_cases(most=4))
def test_possible_agrees_with_every_way_to_blame(case: Case) -> None:
    asked, known, span, kept = asked_of(case)
    for package in kept[:3]:
        assert possibly(asked, known, package, span) == possible_by_definition(asked, known, kept, package)


@settings(max_examples=25, deadline=None)
@given(open_cases(), st.integers(0, 99))
def test_a_draw_proves_what_is_possible_and_disproves_what_is_necessary(case: Case, seed: int) -> None:
    asked, known, span, kept = asked_of(case)
    there = at(asked, known, *draw(known, np.random.default_rng(seed)))
    on = {package for behind in frontier_by_enumeration(there.space, there.floor).values() for package in behind}
    for package in kept:
        if package in on:
            assert possibly(asked, known, package, span)
        else:
            assert not necessarily(asked, known, package, span)


def test_a_package_that_a_rule_bars_is_neither() -> None:
    case = Case.from_dict(
        {
            "parties": ["a"],
            "issues": {"x": ["p", "q"]},
            "rules": [{"not": {"x": "q"}}],
            "preferences": {"a": {"weights": {"x": [1, 2]}, "values": {"x": {"p": 0, "q": 1}}}},
        }
    )
    asked, known, span, _ = asked_of(case)
    assert [one(asked, known, (1,), span) for one in (necessarily, possibly)] == [False, False]
    assert [one(asked, known, (0,), span) for one in (necessarily, possibly)] == [True, True]


@pytest.mark.parametrize(("high", "may"), [("0.3", True), ("0.29", False)])
def test_a_tie_at_the_ends_of_two_ranges_is_enough(high: str, may: bool) -> None:
    """One of two issues can be had. x weighs at most what y weighs at least: only there is x no worse than y."""
    case = Case.from_dict(
        {
            "parties": ["a"],
            "issues": {"x": ["no", "yes"], "y": ["no", "yes"]},
            "rules": [{"not": {"x": "yes", "y": "yes"}}],
            "preferences": {
                "a": {
                    "weights": {"x": ["0.2", high], "y": ["0.3", "0.5"]},
                    "values": {"x": {"no": 0, "yes": 1}, "y": {"no": 0, "yes": 1}},
                }
            },
        }
    )
    asked, known, span, _ = asked_of(case)
    assert possibly(asked, known, (1, 0), span) is may
    assert necessarily(asked, known, (1, 0), span) is False
    assert necessarily(asked, known, (0, 1), span) is True


@pytest.mark.fuzz
@settings(max_examples=1000, deadline=None)
@given(open_cases())
def test_both_agree_at_length(case: Case) -> None:
    asked, known, span, kept = asked_of(case)
    for package in kept:
        sure = necessarily(asked, known, package, span)
        assert sure == necessary_by_definition(asked, known, kept, package)
        assert possibly(asked, known, package, span) or not sure
