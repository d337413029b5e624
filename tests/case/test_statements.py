"""Statements: what they mean, and the character at which a wrong one goes wrong."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paripassu.case.statements import StatementError, parse, quoted

BITS = {"a": 0, "b": 1, "c": 2, "end of war": 3, "not now": 4, "us.a": 0}
STATES = np.arange(32)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("a", lambda a, b, c: a),
        ("not a", lambda a, b, c: not a),
        ("not not a", lambda a, b, c: a),
        ("a and b or c", lambda a, b, c: (a and b) or c),
        ("a or b and c", lambda a, b, c: a or (b and c)),
        ("not a and b", lambda a, b, c: (not a) and b),
        ("not (a and b)", lambda a, b, c: not (a and b)),
        ("a if b", lambda a, b, c: a or not b),
        ("if b then a", lambda a, b, c: a or not b),
        ("a or c if b", lambda a, b, c: a or c or not b),
        ("a iff b and c", lambda a, b, c: a == (b and c)),
        ("(a iff b) iff c", lambda a, b, c: (a == b) == c),
        ("us.a AND b", lambda a, b, c: a and b),
    ],
)
def test_a_statement_means_its_truth_table(text: str, same) -> None:
    expected = [same(bool(s & 1), bool(s & 2), bool(s & 4)) for s in range(32)]
    assert parse(text, BITS).holds(STATES).tolist() == expected


@pytest.mark.parametrize("text", ["end of war", '"end of war"', "us.a or end of war", '"not now"', "`a`"])
def test_names_may_hold_spaces_and_stand_in_quotes(text: str) -> None:
    assert parse(text, BITS).holds(STATES).any()


@pytest.mark.parametrize(
    ("text", "at", "got", "near"),
    [
        ("", 1, "the end", None),
        ("a and", 6, "the end", None),
        ("a andb", 3, "`andb`", None),
        ("a b", 3, "`b`", None),
        ("not (a or b", 12, "the end", None),
        ("a)", 2, "`)`", None),
        ("a and or b", 7, "`or`", None),
        ("a if b if c", 8, "`if`", None),
        ("if a or b", 10, "the end", None),
        ("a or end of wars", 6, "`end`", None),
        ('a or "end of wars"', 6, '`"end of wars"`', "end of war"),
        ("a-b", 1, "`a-b`", None),
    ],
)
def test_an_error_points_at_the_character(text: str, at: int, got: str, near: str | None) -> None:
    with pytest.raises(StatementError) as caught:
        parse(text, BITS)
    assert (caught.value.at, caught.value.got, caught.value.near) == (at, got, near)


def test_deep_nesting_is_refused_and_not_a_crash() -> None:
    with pytest.raises(StatementError, match="at most 60"):
        parse("(" * 5000 + "a" + ")" * 5000, BITS)
    with pytest.raises(StatementError, match="at most 60"):
        parse("not " * 5000 + "a", BITS)


@given(st.text(min_size=1, max_size=12))
def test_any_name_can_be_quoted(name: str) -> None:
    if {'"', "'", "`"} <= set(name):
        return
    assert parse(f"not {quoted(name)}", {name: 0}).holds(np.arange(2)).tolist() == [True, False]


@given(st.text(alphabet="ab ()notifr\"'`.", max_size=30))
def test_any_text_is_read_or_refused_within_its_length(text: str) -> None:
    places = []
    try:
        parse(text, BITS)
    except StatementError as error:
        places.append(error.at)
    assert all(1 <= place <= len(text) + 1 for place in places)
