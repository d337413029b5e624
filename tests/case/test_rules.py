"""What a rule forbids."""

from __future__ import annotations

from itertools import product

from paripassu.case import Case


def permitted(*rules: dict[str, object]) -> set[tuple[str, str]]:
    case = Case.from_dict(
        {"parties": ["a"], "issues": {"x": ["p", "q"], "n": {"from": 0, "to": 2}}, "rules": list(rules)}
    )
    every = product(*(issue.options for issue in case.issues.values()))
    return {(x, n) for x, n in every if all(rule.permits({"x": x, "n": n}, case.issues) for rule in case.rules)}


def test_not_forbids_the_whole_pattern_only() -> None:
    assert permitted({"not": {"x": "p", "n": ["0", "1"]}}) == {("p", "2"), ("q", "0"), ("q", "1"), ("q", "2")}


def test_if_then() -> None:
    assert permitted({"if": {"x": "p"}, "then": {"n": {"at_least": 1, "at_most": 1}}}) == {
        ("p", "1"),
        ("q", "0"),
        ("q", "1"),
        ("q", "2"),
    }


def test_rules_may_leave_nothing() -> None:
    assert permitted({"not": {"x": ["p", "q"]}}) == set()
