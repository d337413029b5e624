"""The case in the documentation reads, and every lens can be asked about it."""

from __future__ import annotations

import re
from pathlib import Path

from paripassu.case.build import build
from paripassu.case.load import parse_yaml

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "case-file.md"


def test_the_pieces_of_the_page_are_one_case() -> None:
    pieces = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    case = build(parse_yaml("".join(pieces).encode(), "case-file.md"))
    assert case.draft["power"] == "nights"
    assert all((case.preferences, case.record, case.moves, case.steps))
