"""What a page made for one party holds: nothing that another party's numbers could change.

The first law is the strong one: whatever the others' private numbers are, the page is the same to the byte. The
second looks for odd numbers of the others as they are written, wherever a page could hide them.
"""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paripassu.case import Case, load
from paripassu.report import brief, sheet
from paripassu.report.sheet import FORMS
from paripassu.report.wording import number

TITLE = """
title: Water for power
parties: {mill: {name: The mill}, farm: {name: The farm}, town: {name: The town}}
issues: {water: {from: 0, to: 4}, power: [none, nights, always]}
rules: [{not: {water: 4, power: none}}]
positions:
  - {party: mill, issue: power, option: always, as_of: 2026-03-01, basis: stated}
  - {party: farm, issue: water, option: 4, as_of: 2026-03-01, basis: stated}
draft: {water: 2, power: nights}
preferences:
  mill: {private: mill.yaml}
  farm: {private: farm.yaml}
  town: {private: town.yaml}
"""


def block(*numbers: float) -> str:
    no_deal, water, power, half, nights = numbers
    return (
        f"basis: illustration\nno_deal: {no_deal}\nnote: It fears {half} the most.\n"
        f"weights: {{water: {water}, power: {power}}}\n"
        f"values: {{water: {{0: 0, 2: {half}, 4: 1}}, power: {{none: 1, nights: {nights}, always: 0}}}}\n"
    )


FARM = block(0.11117, 0.62221, 0.37779, 0.51113, 0.73331)


def folder(where: Path, **private: str) -> Path:
    where.mkdir(exist_ok=True)
    (where / "case.yaml").write_text(TITLE)
    for party, text in private.items():
        (where / f"{party}.yaml").write_text(text)
    return where


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> str:
    return brief(load(folder(tmp_path_factory.mktemp("seat"), farm=FARM), seats=["farm"]), reader="farm")


odd = st.floats(0.001, 0.999).map(lambda value: round(value, 5)).filter(lambda value: len(str(value)) == 7)


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mill=st.tuples(*[odd] * 5), town=st.tuples(*[odd] * 5))
def test_no_private_number_of_others_changes_a_byte(tmp_path: Path, alone: str, mill: Any, town: Any) -> None:
    whole = load(folder(tmp_path / "whole", farm=FARM, mill=block(*mill), town=block(*town)))
    assert brief(whole, reader="farm") == alone


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mill=st.tuples(*[odd] * 5), town=st.tuples(*[odd] * 5))
def test_nor_on_any_form(tmp_path: Path, form: str, mill: Any, town: Any) -> None:
    alone = sheet(load(folder(tmp_path / "alone", farm=FARM), seats=["farm"]), form, reader="farm")
    whole = load(folder(tmp_path / "whole", farm=FARM, mill=block(*mill), town=block(*town)))
    assert sheet(whole, form, reader="farm") == alone
    assert ("private numbers of The farm" in alone) == (form != "island")


def test_each_role_sheet_of_a_class_holds_its_own_numbers_only(tmp_path: Path) -> None:
    numbers = {"farm": FARM, "mill": block(0.21119, 0.31119, 0.41119, 0.51119, 0.61119)}
    numbers["town"] = block(0.28883, 0.38883, 0.48883, 0.58883, 0.68883)
    page = sheet(load(folder(tmp_path, **numbers)), "role")
    order, ending = ("mill", "farm", "town"), {"mill": "1119", "town": "8883", "farm": "1117"}
    for party, article in zip(order, page.split("<article")[1:], strict=True):
        assert f"private numbers of The {party}." in article
        assert not [other for other in order if other != party and ending[other] in article]


def test_the_seat_says_what_it_cannot_answer_and_what_it_holds(alone: str) -> None:
    assert "private numbers of The mill and The town, which are not at this seat" in alone
    assert "private numbers of The farm" not in alone, "none is on it: what could be agreed takes the others' too"
    assert alone.count("<h2 ") == 7


def public(seed: int) -> tuple[dict[str, Any], list[str]]:
    """A case with everything in the shared file, and the numbers that are the other party's."""
    numbers = random.Random(seed)
    others: list[str] = []

    def own(party: str, low: float = 0.1, digits: int = 5) -> str:
        text = f"{numbers.uniform(low, 9 * low):.{digits}f}"[:-1] + "7"
        if party == "mill":
            others.append(text)
        return text

    def amount(party: str, low: float = 1) -> str:
        return own(party, low, 4)

    def preference(party: str, most: str) -> dict[str, Any]:
        return {
            "basis": "illustration",
            "no_deal": own(party),
            "note": f"Rests on {own(party)}.",
            "weights": {"water": own(party), "power": own(party)},
            "values": {
                "water": {"0": 0 if most == "4" else 1, "2": own(party), "4": 1 if most == "4" else 0},
                "power": {"none": 0, "nights": own(party), "always": 1},
            },
        }

    def step(doer: str, to: str, needs: list[str]) -> dict[str, Any]:
        return {
            "doer": doer,
            "cost": amount(doer),
            "value": {to: amount(to, 2)},
            "needs": needs,
            "duration": "30 days",
        }

    sections = {
        "title": "Water for power",
        "parties": {"mill": {"name": "The mill"}, "farm": {"name": "The farm"}},
        "issues": {"water": {"from": 0, "to": 4}, "power": ["none", "nights", "always"]},
        "positions": [{"party": "mill", "issue": "power", "option": "always", "basis": "stated"}],
        "draft": {"water": "2", "power": "nights"},
        "preferences": {"mill": preference("mill", "0"), "farm": preference("farm", "4")},
        "moves": {"mill": ["open"], "farm": ["pay"]},
        "ranking": {"mill": ["pay", "not open"], "farm": ["open", "not pay"]},
        "today": [],
        "wished": ["open", "pay"],
        "roadmap": {"leak": 1},
        "stakes": {"mill": {"end": amount("mill", 3)}, "farm": {"end": amount("farm", 3)}},
        "steps": {
            "gate": step("mill", "farm", []),
            "wire": step("farm", "mill", []),
            "pump": step("mill", "farm", ["gate"]),
            "mast": step("farm", "mill", ["wire"]),
        },
    }
    return sections, others


@pytest.mark.parametrize("seed", range(1))
def test_no_number_of_the_others_stands_anywhere_in_the_page(seed: int) -> None:
    sections, others = public(seed)
    case = Case.from_dict(sections)
    everything, mine = brief(case), brief(case, reader="farm")
    assert len(others) > 8
    digits = [text.lstrip("0") for text in others]
    assert any(text in everything for text in digits), "the test looks where the numbers are"
    assert [text for text in digits if text in mine] == []
    for form in FORMS:
        assert [text for text in digits if text in sheet(case, form, reader="farm")] == []
    words = re.sub(r"<script.*?</script>|<svg.*?</svg>|<style.*?</style>", "", mine, flags=re.S)
    assert not set(re.findall(r"\d\.\d+", words)) & {number(float(text)) for text in others}, "rounded, as words are"
