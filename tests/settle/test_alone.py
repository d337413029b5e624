"""One party's best agrees with looking at every package."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu import catalogue
from paripassu.case import Case, option_values
from paripassu.errors import CaseError
from paripassu.settle.alone import best_for


def worth(case: Case, party: str, package: dict[str, str]) -> float:
    block = case.preferences[party]
    total = sum(
        float(block.weights.get(name, 0)) * option_values(issue, block.values[name])[issue.options.index(package[name])]
        for name, issue in case.issues.items()
        if name in block.values
    )
    for term in block.interactions:
        total += term.values(case.issues).get(tuple(package[name] for name in term.issues), term.default or 0.0)
    return total


def looked_up(case: Case, party: str, within: dict[str, list[str]]) -> float | None:
    packages = (
        dict(zip(case.issues, row, strict=True))
        for row in product(*(within.get(name, issue.options) for name, issue in case.issues.items()))
    )
    return max(
        (
            worth(case, party, package)
            for package in packages
            if all(rule.permits(package, case.issues) for rule in case.rules)
        ),
        default=None,
    )


LABOUR = catalogue.load("labour-contract")


@settings(max_examples=40, deadline=None)
@given(
    party=st.sampled_from(["union", "employer"]),
    wage=st.sets(st.sampled_from(LABOUR.issues["wage"].options), max_size=4),
    hours=st.sets(st.sampled_from(LABOUR.issues["hours"].options), max_size=2),
)
def test_the_best_agrees_with_looking_at_every_package(party: str, wage: set[str], hours: set[str]) -> None:
    within = {name: sorted(options) for name, options in (("wage", wage), ("hours", hours)) if options}
    found, expected = best_for(LABOUR, party, within), looked_up(LABOUR, party, within)
    assert (found is None) == (expected is None)
    if found is not None and expected is not None:
        assert found.worth == pytest.approx(expected, abs=2e-9)
        assert worth(LABOUR, party, dict(found.package)) == pytest.approx(found.worth, abs=2e-9)


def test_no_deal_and_the_others_are_not_looked_at() -> None:
    alone = LABOUR.model_copy(update={"preferences": {"union": LABOUR.preferences["union"]}})
    assert best_for(alone, "union") == best_for(LABOUR, "union")
    low = best_for(LABOUR, "union", {"wage": ["0"], "hours": ["39 hours"], "security": ["none"]})
    assert low is not None
    assert low.worth == 0


def test_nothing_is_left_when_the_rules_rule_it_out() -> None:
    assert best_for(LABOUR, "union", {"wage": ["6"], "hours": ["37 hours"]}) is None
    assert best_for(LABOUR, "union", {"wage": []}) is None


def test_a_party_without_numbers_cannot_be_asked() -> None:
    with pytest.raises(CaseError, match=r"preferences"):
        best_for(LABOUR.model_copy(update={"preferences": {}}), "union")
