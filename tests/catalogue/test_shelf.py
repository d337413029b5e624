"""The shelf: names, copies that overwrite nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from paripassu import catalogue
from paripassu.case import load
from paripassu.errors import CaseError, CommandError


@pytest.mark.parametrize("name", catalogue.names())
def test_every_case_reads_and_has_a_title(name: str) -> None:
    assert catalogue.title(name)
    assert catalogue.title(name) == catalogue.load(name).title


def test_a_copy_reads_the_same_and_overwrites_nothing(tmp_path: Path) -> None:
    name = catalogue.names()[0]
    catalogue.copy(name, tmp_path)
    assert load(tmp_path).digest == catalogue.load(name).digest
    with pytest.raises(CommandError, match="stands there already"):
        catalogue.copy(name, tmp_path)


def test_an_unknown_name_offers_the_nearest() -> None:
    name = catalogue.names()[0]
    with pytest.raises(CaseError, match=f"Did you mean `{name}`"):
        catalogue.load(name + "x")
    with pytest.raises(CommandError, match="no case of that name"):
        catalogue.copy("nothing-like-it", "x")


def test_a_file_is_found_without_its_ending_and_a_slip_offers_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hospital.yaml").write_text("parties: [a, b]\ntitle: Nights\n")
    assert catalogue.load("hospital").title == "Nights"
    with pytest.raises(CaseError, match=r"Did you mean `hospital.yaml`"):
        catalogue.load("hosptial.yaml")


def test_a_shelf_names_what_stands_on_it() -> None:
    with pytest.raises(CaseError, match="name one: papers/chicken, papers/elmira"):
        catalogue.load("papers")
