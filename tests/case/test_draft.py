"""Drafts as people write them: one line, several lines, a file; and every slip said."""

from __future__ import annotations

from pathlib import Path

import pytest

from paripassu import catalogue
from paripassu.case import Case
from paripassu.case.draft import read_draft, whole_draft, with_draft
from paripassu.errors import CaseError, CommandError

CASE = Case.from_dict(
    {
        "parties": ["nurses", "hospital"],
        "issues": {"bonus": {"from": 0, "to": 40, "step": 5}, "rota": ["by turns", "volunteers, then by turns"]},
        "draft": {"bonus": "5", "rota": "by turns"},
    }
)


@pytest.mark.parametrize(
    "written",
    [
        ["bonus=10, rota=volunteers, then by turns"],
        ["rota = volunteers, then by turns,bonus=10"],
        ["bonus=10", "rota=volunteers, then by turns"],
    ],
)
def test_an_option_may_hold_a_comma(written: list[str]) -> None:
    assert read_draft(written, CASE) == {"bonus": "10", "rota": "volunteers, then by turns"}


@pytest.mark.parametrize(
    "text", ['bonus: 10\nrota: "by turns"\n', '{"draft": {"bonus": 10, "rota": "by turns"}, "note": "group two"}']
)
def test_a_file_holds_it_by_itself_or_under_draft(tmp_path: Path, text: str) -> None:
    file = tmp_path / "deal.yaml"
    file.write_text(text, encoding="utf-8")
    assert read_draft([str(file)], CASE) == {"bonus": "10", "rota": "by turns"}


def test_slips_are_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"ISSUE=OPTION or a file, got `nowhere\.yaml`"):
        read_draft(["nowhere.yaml"], CASE)
    with pytest.raises(CommandError, match="`bonus` once"):
        read_draft(["bonus=10", "bonus=15"], CASE)
    with pytest.raises(CaseError, match=r"draft\.rotta: .* Did you mean `rota`"):
        whole_draft(CASE, read_draft(["bonus=10, rotta=by turns"], CASE))
    file = tmp_path / "deal.yaml"
    file.write_text("draft:\n  bonus: 10\n  rota: [by turns]\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"deal\.yaml:3: rota: expected one option"):
        read_draft([str(file)], CASE)
    file.write_text("- bonus\n", encoding="utf-8")
    with pytest.raises(CaseError, match="expected issues, each with its option"):
        read_draft([str(file)], CASE)


def test_a_case_with_another_draft_is_still_that_case() -> None:
    changed = with_draft(CASE, {"bonus": "15.0"})
    assert changed.draft == {"bonus": "15", "rota": "by turns"}
    assert changed.digest == CASE.digest
    assert CASE.draft["bonus"] == "5"
    assert whole_draft(catalogue.load("papers/prisoners-dilemma")) is None
