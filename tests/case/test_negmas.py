"""NegMAS scenario folders: every form that is read, and what is said of the others."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

import paripassu as pp
from paripassu.errors import CaseError

DOMAIN = """\
issues:
- name: price
  type: ContiguousIssue
  values: [8, 10]
- name: when
  type: CategoricalIssue
  values: ['NO', 'later']
"""
BUYER = """\
type: ExpDiscountedUFun
discount: 0.75
reserved_value: 0.25
ufun:
  type: LinearAdditiveUtilityFunction
  values:
  - {type: AffineFun, slope: -0.5, bias: 5}
  - {type: TableFun, mapping: {'NO': 0.0, 'later': 1.0}}
  weights: [0.6, 0.4]
"""
SELLER = """\
type: negmas.preferences.AffineUtilityFunction
bias: 2
reserved_value: -.inf
weights: [-0.25, 0]
"""


def scenario(folder: Path, **files: str) -> Path:
    for name, text in ({"domain": DOMAIN, "buyer": BUYER} | files).items():
        (folder / f"{name}.yml").write_text(text)
    return folder


def test_discount_is_kept_and_the_inner_function_is_read(tmp_path: Path) -> None:
    case = pp.load(str(scenario(tmp_path)))
    buyer = case.preferences["buyer"]
    assert case.issues["price"].options == ("8", "9", "10")
    assert case.issues["when"].options == ("NO", "later")
    assert buyer.no_deal == 0.25
    assert buyer.discount == 0.75
    assert buyer.weights == {"price": Fraction("0.6"), "when": Fraction("0.4")}
    assert buyer.values == {"price": {"8": 1.0, "10": 0.0}, "when": {"NO": 0.0, "later": 1.0}}


def test_affine_with_falling_weight_and_bias(tmp_path: Path) -> None:
    domain = DOMAIN.split("- name: when")[0]
    seller = SELLER.replace("[-0.25, 0]", "[-0.25]")
    case = pp.load(str(scenario(tmp_path, domain=domain, buyer=seller)))
    line = pp.settle.frontier(case)
    assert line.no_deal == {"buyer": None}
    assert [(p.utilities, p.packages) for p in line.points] == [({"buyer": 0.0}, ({"price": "8"},))]
    assert line.worst == {"buyer": -0.5}


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("buyer", BUYER.replace("[0.6, 0.4]", "[0.6]"), "buyer.yml:9: ufun.weights: expected 2 weights"),
        ("buyer", BUYER.replace("'later': 1.0", "'late': 1.0"), "buyer.yml:8: ufun.values.2nd.mapping"),
        ("buyer", BUYER.replace("LinearAdditive", "HyperRectangle"), "a utility function of a kind read here"),
        ("buyer", BUYER.replace("0.6, 0.4", "x, 0.4"), "ufun.weights.1st: expected a number, got `x`"),
        ("domain", DOMAIN.replace("Contiguous", "Continuous"), "domain.yml:3: issues.1st.type"),
        ("domain", DOMAIN.replace("[8, 10]", "[8, ten]"), "domain.yml:4: issues.1st.values"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path: Path, name: str, text: str, says: str) -> None:
    with pytest.raises(CaseError) as caught:
        pp.load(str(scenario(tmp_path, **{name: text})))
    assert says in str(caught.value)


def test_a_profile_left_unread_leaves_its_party(tmp_path: Path) -> None:
    case = pp.case.load(scenario(tmp_path, seller=BUYER), seats=["buyer"])
    assert set(case.parties) == {"buyer", "seller"}
    assert case.preferences["seller"].unread
    assert not case.preferences["buyer"].unread
