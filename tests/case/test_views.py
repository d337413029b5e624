"""`views`: read with the line of a slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from paripassu.case import load
from paripassu.errors import CaseError


def test_a_slip_in_a_view_carries_its_line(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(
        "parties: [us, dprk]\nmoves: {us: [relieve], dprk: [freeze]}\nviews:\n  us:\n    ranking:\n"
        "      dprk:\n        - freeze\n        - not releve\n"
    )
    with pytest.raises(CaseError) as caught:
        load(file)
    assert caught.value.lines() == [
        f"{file}:8: views.us.ranking.dprk.2nd: expected an option, `not` or `(` at character 5 of `not releve`, "
        "got `releve`. Did you mean `relieve`?"
    ]
