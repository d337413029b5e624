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
