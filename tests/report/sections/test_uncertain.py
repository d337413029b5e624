"""What is uncertain: plain counts, and an illustration is called one."""

from __future__ import annotations

import html
import re

from paripassu.case import Case
from paripassu.report.page import environment
from paripassu.report.sections.uncertain import uncertain

ISSUES = {"issues": {"pay": ["low", "high"]}}
STATED = {"party": "a", "issue": "pay", "option": "low", "as_of": "2026-03-01", "basis": "stated"}


def told(sections: dict[str, object]) -> str:
    """The section without a test of the numbers, as text."""
    case = Case.from_dict({"parties": ["a", "b"], **sections})
    page = environment(case).get_template("uncertain.html.j2")
    words = page.render(section=uncertain(case, None, ("a", "b")))
    return " ".join(html.unescape(re.sub("<[^>]+>", "", words)).split())


def test_none_is_known_only_from_reports() -> None:
    assert "Of two positions, none is known only from reports." in told({**ISSUES, "positions": [STATED, STATED]})
    reported = {**STATED, "basis": "reported"}
    assert "Of two positions, one is known only from reports." in told({**ISSUES, "positions": [STATED, reported]})


def test_invented_numbers_are_an_illustration_of_what_they_stand_behind() -> None:
    step = {"doer": "a", "cost": 1, "value": {"b": 2}, "basis": "illustration"}
    words = told({"steps": {"give": step}})
    assert "The numbers behind the phases are an illustration" in words
    assert "nobody" not in words
