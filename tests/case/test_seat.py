"""What a party may see: the others' private files are not even looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from paripassu.case import Case, load, seat
from paripassu.errors import CaseError, CommandError

SHARED = """
parties: {mill: {name: The mill}, farm: {name: The farm}}
issues: {water: [low, high], price: [1, 2]}
preferences:
  mill: {private: mill.yaml}
  farm: {private: farm.yaml}
"""
OWN = """
no_deal: 0.1
weights: {water: 0.7, price: 0.3}
values: {water: {low: 0, high: 1}, price: {1: 1, 2: 0}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "case.yaml").write_text(SHARED)
    (tmp_path / "farm.yaml").write_text(OWN)
    return tmp_path


def test_the_others_private_file_need_not_be_there(folder: Path) -> None:
    with pytest.raises(CaseError, match=r"mill.yaml: expected a file, got nothing there"):
        load(folder)
    case = load(folder, seats=["farm"])
    assert case.preferences["mill"].unread
    assert not case.preferences["farm"].unread
    found = seat(case, "farm")
    assert (found.shown, found.withheld, found.private) == (("farm",), ("mill",), ("farm",))


def test_nor_is_it_read_when_it_is_there(folder: Path) -> None:
    alone = seat(load(folder, seats=["farm"]), "farm")
    (folder / "mill.yaml").write_text("weights: [not, a, preference")
    assert seat(load(folder, seats=["farm"]), "farm") == alone


def test_a_case_read_whole_is_cut_to_the_same_seat(folder: Path) -> None:
    alone = seat(load(folder, seats=["farm"]), "farm")
    (folder / "mill.yaml").write_text(OWN)
    whole = load(folder)
    cut = seat(whole, "farm")
    assert cut == alone
    assert cut.case.digest == alone.case.digest
    assert cut.case.digest != whole.digest
    assert not whole.preferences["mill"].unread, "the case itself is left as it is"


def test_nobody_at_the_table_sees_no_private_number(folder: Path) -> None:
    case = load(folder, seats=())
    assert all(block.unread for block in case.preferences.values())
    assert seat(case).withheld == ("mill", "farm")


def test_public_numbers_stay_in_the_case_and_off_the_page() -> None:
    block = {"weights": {"pay": 1}, "values": {"pay": {"low": 0, "high": 1}}}
    case = Case.from_dict(
        {"parties": ["a", "b"], "issues": {"pay": ["low", "high"]}, "preferences": {"a": block, "b": block}}
    )
    found = seat(case, "a")
    assert found.case is case
    assert (found.shown, found.withheld, found.private) == (("a",), (), ())


def test_an_unknown_party_is_told_with_the_nearest(folder: Path) -> None:
    with pytest.raises(CommandError, match="Did you mean `farm`"):
        seat(load(folder, seats=()), "fram")


def test_an_unknown_party_is_told_who_there_is(folder: Path) -> None:
    with pytest.raises(CommandError, match=r"a party of the case \(mill, farm\), got `developer`\.$"):
        seat(load(folder, seats=()), "developer")
