"""What a CASE can be; and what is said of a folder that holds several."""

from __future__ import annotations

from pathlib import Path

import pytest

from paripassu.case import load
from paripassu.errors import CaseError


def test_a_folder_of_several_names_them(tmp_path: Path) -> None:
    for name in ("ferry", "well"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "case.yaml").write_text("parties: [a]\n")
    scenario = tmp_path / "grocery"
    scenario.mkdir()
    (scenario / "domain.yml").write_text("issues: []\n")
    (scenario / "buyer.yml").write_text("type: LinearAdditiveUtilityFunction\n")
    (tmp_path / "notes").mkdir()
    (tmp_path / "harbour.yaml").write_text("parties: [a]\n")
    with pytest.raises(CaseError) as caught:
        load(tmp_path)
    (line,) = caught.value.lines()
    assert line.endswith("got a folder of several; name one of them: ferry/, grocery/, well/, harbour.yaml.")


def test_a_folder_with_nothing_says_what_is_expected(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"expected a folder with `case.yaml`, .*, got a folder without"):
        load(tmp_path)
