"""The one line an error prints."""

from __future__ import annotations

import pickle

from paripassu.errors import CaseError, Problem, nearest


def test_places_that_are_unknown_leave_no_gap() -> None:
    assert str(Problem("a.yaml", 3, "", "x", "y")) == "a.yaml:3: expected x, got y."
    assert str(Problem(None, None, "draft", "x", "y")) == "draft: expected x, got y."
    assert str(Problem("a.yaml", None, "k", "x", "y", "z")) == "a.yaml: k: expected x, got y. Did you mean `z`?"


def test_a_case_error_survives_another_process() -> None:
    error = CaseError([Problem("a.yaml", 3, "k", "x", "y")])
    assert pickle.loads(pickle.dumps(error)).problems == error.problems


def test_nothing_close_is_no_suggestion() -> None:
    assert nearest("zebra", ["weight", "value"]) is None
