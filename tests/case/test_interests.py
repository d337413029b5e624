"""Why a party wants it: every slip is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from paripassu.case import Case, load
from paripassu.errors import CaseError

HEAD = "parties: [a, b]\nissues: {pay: [low, high]}\n"


def test_an_interest_may_stand_behind_several_issues_or_none() -> None:
    case = Case.from_dict(
        {
            "parties": ["a"],
            "issues": {"pay": ["low", "high"], "hours": ["38", "40"]},
            "interests": {
                "a": [
                    {"interest": "to keep the shop open", "issues": ["pay", "hours"], "basis": "stated"},
                    {"interest": "peace", "basis": "analyst"},
                ]
            },
        }
    )
    assert [one.issues for one in case.interests["a"]] == [("pay", "hours"), ()]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("interests:\n  c: [{interest: x, basis: stated}]\n", "case.yaml:4: interests.c: expected a party"),
        ("interests:\n  a:\n    - {interest: x, issues: [pey], basis: stated}\n", "Did you mean `pay`?"),
        ("interests:\n  a:\n    - {interest: x}\n", "case.yaml:5: interests.a.1st.basis: expected a value for `basis`"),
        ("interests:\n  a:\n    - {intrest: x, basis: stated}\n", "Did you mean `interest`?"),
        ("interests:\n  a: [{interest: x, basis: guess}]\n", "`stated`, `reported`, `analyst` or `illustration`"),
        (
            "interests:\n  a: [{interest: x, basis: stated, source: gone}]\n",
            "interests.a.1st.source: expected a source",
        ),
        ("interests:\n  a: peace\n", "case.yaml:4: interests.a: expected a list, got `peace`"),
    ],
)
def test_slips_are_told(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "case.yaml").write_text(HEAD + text)
    with pytest.raises(CaseError) as caught:
        load(tmp_path)
    assert says in "\n".join(caught.value.lines())
