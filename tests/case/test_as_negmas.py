"""There and back again: what both hold is the same, what NegMAS cannot hold is named."""

from __future__ import annotations

import math
import os
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import paripassu as pp
from paripassu.case import Case, option_values
from paripassu.case.as_negmas import as_negmas, left_behind
from paripassu.case.negmas import load_scenario
from paripassu.errors import CaseError

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=4).filter(
    lambda text: text.strip() == text
)
NUMBERS = st.one_of(st.sampled_from([0.0, 1.0, 0.1, 1e-7, 1 / 3, 12345.678]), st.floats(0, 10, allow_subnormal=False))


@st.composite
def cases(draw) -> Case:
    """Names and options from all of Unicode, ranges, constants, discounts, with and without no deal."""
    issues: dict[str, object] = {}
    for name in draw(
        st.lists(st.one_of(TEXT, st.sampled_from(["NO", "1", "a: b", "#"])), min_size=1, max_size=3, unique=True)
    ):
        listed = st.lists(
            st.one_of(TEXT, st.sampled_from(["NO", "1", "null", "-"])), min_size=1, max_size=4, unique=True
        )
        ranged = st.tuples(st.integers(-3, 3), st.integers(0, 4)).map(lambda pair: {"from": pair[0], "to": sum(pair)})
        issues[name] = draw(st.one_of(listed, ranged))
    known = Case.from_dict({"parties": ["a"], "issues": issues}).issues
    preferences = {
        party: {
            "weights": {name: draw(st.sampled_from([1, "0.25", "1e-3"])) for name in known},
            "values": {name: {option: draw(NUMBERS) for option in issue.options} for name, issue in known.items()},
            "no_deal": draw(st.one_of(st.none(), NUMBERS)),
            "discount": draw(st.sampled_from([None, 0.9])),
            "interactions": [
                {"issues": [next(iter(known))], "default": more, "table": []}
                for more in draw(st.sampled_from([[], [0.5], [0.5, -2]]))
            ],
        }
        for party in ("a", "Ü b")
    }  # fmt: skip
    return Case.from_dict({"parties": list(preferences), "issues": issues, "preferences": preferences})


def back(case: Case, folder: Path) -> Case:
    for name, text in as_negmas(case).items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_scenario(folder)


def same(before: Case, after: Case) -> None:
    assert {name: issue.options for name, issue in before.issues.items()} == {
        name: issue.options for name, issue in after.issues.items()
    }
    assert set(after.preferences) == set(before.preferences)
    for party, one in before.preferences.items():
        other = after.preferences[party]
        assert other.weights == one.weights
        assert (other.no_deal, other.discount) == (one.no_deal, one.discount)
        for name, issue in before.issues.items():
            assert option_values(issue, one.values[name]) == option_values(after.issues[name], other.values[name])
        bias, again = (
            math.fsum(term.default or 0 for term in held.interactions if not term.table) for held in (one, other)
        )
        assert bias == pytest.approx(again, abs=1e-12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases())
def test_nothing_that_both_hold_is_lost(tmp_path: Path, case: Case) -> None:
    for old in tmp_path.iterdir():
        old.unlink()
    same(case, back(case, tmp_path))


def test_real_scenarios_come_back_as_they_are(tmp_path: Path) -> None:
    if "PARIPASSU_DATA" not in os.environ:
        pytest.skip("needs PARIPASSU_DATA")
    for name in ("anac2012/BarterA", "anac2015/CarPurchase", "anac2016/AgentHp2"):
        case = pp.case.load(Path(os.environ["PARIPASSU_DATA"]) / "anac" / name)
        folder = tmp_path / name
        folder.mkdir(parents=True)
        same(case, back(case, folder))


def test_a_worked_case_says_what_stays_behind(tmp_path: Path) -> None:
    labour = pp.load("labour-contract")
    says = left_behind(labour)
    assert {line.split(":")[0] for line in says} >= {"rules", "draft", "title, summary", "issues.wage"}
    again = back(labour, tmp_path)
    assert again.issues["wage"].options == labour.issues["wage"].options
    assert not any(line.startswith("preferences") for line in left_behind(again))


def test_ranges_orders_and_interactions_are_named() -> None:
    case = Case.from_dict(
        {
            "parties": ["a", "b"],
            "issues": {"x": ["p", "q"], "y": {"from": 0, "to": 1, "step": "1/3"}},
            "preferences": {
                "a": {
                    "order": ["x", "y"],
                    "values": {"x": {"p": 0, "q": 1}, "y": {"0": 0, "1": 1}},
                    "interactions": [
                        {"issues": ["x"], "default": 0, "table": [{"x": "p", "value": 1}]},
                        {"issues": ["x"], "default": 2, "table": []},
                    ],
                }
            },
        }
    )
    assert left_behind(case) == (
        "parties.b: has no preferences, so no profile",
        "issues.y: that it is a range; its options are written as a list",
        "preferences.a: ranges and order; the centre is written",
        "preferences.a: interactions (1): utilities in NegMAS lack what they add",
    )
    assert "weights: [0.75, 0.25]" in as_negmas(case)["a.yml"]
    assert "bias: 2.0" in as_negmas(case)["a.yml"]


@pytest.mark.parametrize(
    ("party", "says"), [("a/b", "an id that can name a file"), ("Domain", "an id that can name a file")]
)
def test_an_id_that_names_no_file_is_refused(party: str, says: str) -> None:
    block = {"weights": {"x": Fraction(1)}, "values": {"x": {"p": 1}}}
    case = Case.from_dict({"parties": [party], "issues": {"x": ["p"]}, "preferences": {party: block}})
    with pytest.raises(CaseError, match=says):
        as_negmas(case)
