"""Genius folders: every form that is read, as Genius reads it, and what is said of the others."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

import paripassu as pp
from paripassu.errors import CaseError

DOMAIN = """\
<negotiation_template>
<utility_space number_of_issues="3">
<objective index="0" etype="objective" type="objective" description="" name="Ferry">
  <issue index="1" name="Fare" etype="discrete" type="discrete" vtype="discrete">
    <item index="1" value="NO"> </item>
    <item index="2" value="half"> </item>
    <item index="3" value="full"> </item>
  </issue>
  <objective index="9" name="Service">
    <issue index="2" name="Sailings" etype="integer" type="integer" vtype="integer" lowerbound="2" upperbound="6"/>
  </objective>
  <issue index="3" name="Subsidy" vtype="real" type="real"><range lowerbound="0" upperbound="10"/></issue>
</objective>
</utility_space>
</negotiation_template>
"""
ISLAND = """\
<utility_space>
<objective index="0" etype="objective" type="objective" description="" name="Ferry">
  <issue index="1" name="Fare" etype="discrete" type="discrete" vtype="discrete">
    <item index="1" value="NO" evaluation="4"> </item>
    <item index="2" value="half" evaluation="3.0"> </item>
    <item index="3" value="full" evaluation="0"> </item>
  </issue>
  <objective index="9" name="Service">
    <issue index="2" name="Sailings" type="integer" lowerbound="2" upperbound="6">
      <evaluator ftype="linear" offset="0.2" slope="0.25"></evaluator>
    </issue>
    <weight index="2" value="0.3"> </weight>
  </objective>
  <issue index="3" name="Subsidy" type="real"><range lowerbound="0" upperbound="10"/>
    <evaluator ftype="linear" parameter0="1" parameter1="-0.1"/>
  </issue>
  <weight index="1" value="0.5"> </weight>
  <weight index="3" value="0.2"> </weight>
</objective>
<discount_factor value="0.9"/>
<reservation value="0.25"/>
</utility_space>
"""


def folder(path: Path, **files: str) -> Path:
    for name, text in ({"domain": DOMAIN, "island": ISLAND} | files).items():
        (path / f"{name}.xml").write_text(text, encoding="utf-8")
    return path


def test_the_three_kinds_of_issue_are_read_as_genius_reads_them(tmp_path: Path) -> None:
    """Shares of the largest evaluation; offset and slope from the lower bound, cut to 1; 20 steps of a real issue."""
    case = pp.load(str(folder(tmp_path)))
    island = case.preferences["island"]
    assert case.title == "Ferry"
    assert case.issues["Fare"].options == ("NO", "half", "full")
    assert island.values["Fare"] == {"NO": 1, "half": 0.75, "full": 0}
    assert island.values["Sailings"] == {"2": 0.2, "3": 0.45, "4": 0.7, "5": 0.95, "6": 1}
    assert len(case.issues["Subsidy"].options) == 21
    assert island.values["Subsidy"] == {"0": 1, "10": 0}
    assert island.weights == {"Fare": Fraction("0.5"), "Sailings": Fraction("0.3"), "Subsidy": Fraction("0.2")}
    assert (island.no_deal, island.discount) == (0.25, 0.9)


def test_it_stands_wherever_a_case_stands(tmp_path: Path) -> None:
    town = ISLAND.replace('"4"', '"0"').replace('full" evaluation="0"', 'full" evaluation="2"')
    town = town.replace('<reservation value="0.25"/>', "")
    found = pp.settle.settle(pp.load(str(folder(tmp_path, town=town))))
    assert found.parties == ("island", "town")
    assert found.frontier.no_deal == {"island": 0.25, "town": 0.0}
    assert pp.case.load(tmp_path / "domain.xml").digest == pp.case.load(tmp_path).digest
    assert set(pp.case.load(tmp_path, seats=["town"]).preferences) == {"town"}


def test_a_constant_is_not_cut_and_all_zeros_stay(tmp_path: Path) -> None:
    island = ISLAND.replace('ftype="linear" parameter0="1" parameter1="-0.1"', 'ftype="constant" parameter0="0.5"')
    island = island.replace('evaluation="4"', 'evaluation="0"').replace('evaluation="3.0"', 'evaluation="0"')
    values = pp.load(str(folder(tmp_path, island=island))).preferences["island"].values
    assert values["Subsidy"] == {"0": 0.5, "10": 0.5}
    assert set(values["Fare"].values()) == {0}


BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE lolz [\n<!ENTITY a "ha">\n'
    + "".join(f'<!ENTITY {two} "{("&" + one + ";") * 10}">\n' for one, two in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>\n<utility_space>&i;</utility_space>"
)


EXTERNAL = '<!DOCTYPE utility_space SYSTEM "file:///etc/hostname"><utility_space/>'


@pytest.mark.parametrize("text", [BOMB, EXTERNAL])
def test_what_could_unfold_or_reach_out_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(CaseError, match=r"island\.xml:\d: expected XML without a document type or entities"):
        pp.load(str(folder(tmp_path, island=text)))


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("island", "</objective>\n<disc", "<disc", "island.xml:21: expected XML, got mismatched tag"),
        ("island", '"3.0"', '"much"', "island.xml:5: issue Fare.item half.evaluation: expected a number, got `much`"),
        ("island", 'evaluation="3.0"', "", "island.xml:5: issue Fare.item half: expected an `evaluation`, got none"),
        ("island", '"half"', '"halve"', "expected an item of the domain, got `halve`. Did you mean `half`?"),
        ("island", 'name="Fare"', 'name="Fair"', "issue 1: expected `Fare`, as in the domain, got `Fair`"),
        ("island", '<weight index="1" value="0.5"> </weight>', "", "weight 1: expected a weight for `Fare`, got none"),
        ("island", '"0.5"', '"-1"', "island.xml:17: weight 1: expected a weight of at least 0, got -1"),
        ("island", 'ftype="linear" parameter0', 'ftype="triangular" parameter0', "got `triangular`"),
        ("island", "<utility_space>", '<utility_space type="NONLINEAR">', "expected an additive profile"),
        ("island", '<weight index="2"', '<ufun/><weight index="2"', "expected an additive profile, got `ufun`"),
        ("domain", '"half"', '"NO"', "domain.xml:4: issue Fare: expected each value once, got `NO` twice"),
        ("domain", 'upperbound="6"', 'upperbound="1"', "whole numbers, the lower first, got 2 to 1"),
        ("domain", 'upperbound="6"', 'upperbound="2000000000"', "domain.xml:10: issue Sailings: expected at most"),
        ("domain", 'upperbound="6"', "", "issue Sailings.upperbound: expected a number, got none"),
        ("domain", 'type="real"', 'type="reel"', "got `reel`. Did you mean `real`?"),
        ("domain", 'name="Subsidy"', 'name="Fare"', "expected each name and index once"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path: Path, name: str, old: str, new: str, says: str) -> None:
    text = {"island": ISLAND, "domain": DOMAIN}[name]
    assert old in text
    with pytest.raises(CaseError) as caught:
        pp.load(str(folder(tmp_path, **{name: text.replace(old, new)})))
    assert says in str(caught.value)


def test_of_two_domains_one_is_named(tmp_path: Path) -> None:
    folder(tmp_path, **{"A-domain": DOMAIN, "A-profile": ISLAND})
    with pytest.raises(CaseError, match=r"one domain .* got A-domain\.xml, domain\.xml \(name one"):
        pp.load(str(tmp_path))
    assert set(pp.load(str(tmp_path / "A-domain.xml")).parties) == {"A-profile"}


def test_a_domain_without_profiles_is_said(tmp_path: Path) -> None:
    folder(tmp_path, second=DOMAIN)
    for name in ("second", "island"):
        (tmp_path / f"{name}.xml").unlink()
    with pytest.raises(CaseError, match=r"a profile \(`utility_space`\) a party, got none"):
        pp.load(str(tmp_path))
