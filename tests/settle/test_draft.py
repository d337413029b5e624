"""Drafts: where they lie, and the swaps, against a plain list of all packages one and two swaps away."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import paripassu as pp
from paripassu.errors import CaseError
from paripassu.settle import words
from paripassu.settle.oracle import all_packages
from paripassu.settle.space import Space
from paripassu.settle.swaps import improvements

from .cases import pie
from .strategies import spaces


@settings(max_examples=50, deadline=None)
@given(spaces(), st.data())
def test_improvements_are_all_there_are(space: Space, data: st.DataObject) -> None:
    package = np.array([data.draw(st.integers(0, size - 1)) for size in space.sizes], dtype=np.int64)
    every = all_packages(space)
    every = every[space.feasible(every)]
    apart = (every != package).sum(axis=1)
    points, now = space.points(every), space.points(package[None])[0]
    good = (apart <= 2) & (points >= now).all(axis=1) & (points > now).any(axis=1)
    found = improvements(space, package)
    assert {tuple(row) for row in found.tolist()} == {tuple(row) for row in every[good].tolist()}
    assert len(found) == good.sum()
    assert (np.diff((found != package).sum(axis=1)) >= 0).all()


def test_a_spoilt_draft_has_one_better_cut() -> None:
    draft = pp.settle.settle(pie(), draft={"pie": "spoilt"}).draft
    assert draft is not None
    assert not draft.on_frontier
    assert [dict(trade.swaps) for trade in draft.trades] == [{"pie": ("spoilt", "half")}]
    assert draft.trades[0].gains == {"a": 0.1, "b": 0.1}
    assert [point.utilities for point in draft.better] == [{"a": 0.5, "b": 0.5}]


def test_the_draft_of_the_case_is_used_and_can_be_changed() -> None:
    case = pp.load("labour-contract")
    of_case = pp.settle.settle(case).draft
    changed = pp.settle.settle(case, draft={"wage": "2.50"}).draft
    assert of_case is not None
    assert changed is not None
    assert of_case.origin == "case"
    assert dict(of_case.package) == dict(case.draft)
    assert dict(changed.package) == {**case.draft, "wage": "2.5"}


def test_what_a_draft_misnames_is_said_at_once() -> None:
    with pytest.raises(CaseError) as caught:
        pp.settle.settle(pp.load("labour-contract"), draft={"wagge": "3", "hours": "38 hour"})
    assert caught.value.lines() == [
        "draft.hours: expected an option of the issue, got `38 hour`. Did you mean `38 hours`?",
        "draft.wagge: expected an issue of this case, got `wagge`. Did you mean `wage`?",
    ]


def test_a_draft_without_every_issue_is_refused() -> None:
    plain = pie(
        issues={"pie": ["x"], "cake": ["y"]},
        preferences={
            "a": {"weights": {"pie": 0, "cake": 1}, "values": {"cake": {"y": 1}}},
            "b": {"weights": {"pie": 0, "cake": 1}, "values": {"cake": {"y": 1}}},
        },
    )
    with pytest.raises(CaseError, match=r"draft\.cake: expected an option for every issue"):
        pp.settle.settle(plain, draft={"pie": "x"})


BOUND = pie(
    issues={"pie": ["spoilt", "half", "all"], "tea": ["no", "yes"]},
    rules=[{"not": {"pie": "all", "tea": "yes"}}, {"if": {"tea": "yes"}, "then": {"pie": "spoilt"}}],
    preferences={
        party: {"weights": {"pie": 1, "tea": 1}, "values": {"pie": pies, "tea": {"no": 0, "yes": 1}}}
        for party, pies in (("a", {"spoilt": 0, "half": 1, "all": 2}), ("b", {"spoilt": 0, "half": 1, "all": 0}))
    },
)


def test_a_draft_that_breaks_rules_is_not_scored() -> None:
    found = pp.settle.settle(BOUND, draft={"pie": "all", "tea": "yes"})
    draft = found.draft
    assert draft is not None
    assert draft.broken_rules == (0, 1)
    assert draft.to_dict()["utilities"] == draft.to_dict()["gains"] == {}
    assert (draft.feasible, draft.on_frontier, draft.trades, draft.better) == (False, False, (), ())
    assert words.draft(BOUND, found) == [
        "It breaks rule 1 of the case, so it cannot be and is not scored. Not together: pie: all and tea: yes.",
        "It breaks rule 2 of the case, so it cannot be and is not scored. If tea: yes, then pie: spoilt.",
    ]
    assert draft.summary() == "The draft breaks rules 1 and 2 of the case, so it cannot be."
