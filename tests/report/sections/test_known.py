"""What is known: contacts and words are counted apart, and what no one gave is said."""

from __future__ import annotations

import html
import re

from paripassu.case import Case
from paripassu.report import brief


def lead(sources: dict[str, dict[str, str]], *entries: dict[str, str]) -> str:
    """The opening of the section, as text."""
    case = Case.from_dict({"parties": ["a", "b"], "sources": sources, "record": list(entries)})
    found = re.search(r'<section[^>]*id="known".*?<p class="lead">(.*?)</p>', brief(case, only=["known"]), re.S)
    assert found
    return " ".join(html.unescape(re.sub("<[^>]+>", "", found[1])).split())


MET = {"on": "2026-03-01", "kind": "session"}
SAID = {"on": "2026-03-02", "kind": "statement"}
POST = {"post": {"title": "Talks", "outlet": "Post"}}
BARE = {"memo": {"title": "Memo"}}


def test_statements_did_not_take_place() -> None:
    told = lead(POST, MET, SAID, {**SAID, "kind": "letter", "on": "2026-03-03"})
    assert "one took place, two were said or written." in told


def test_what_there_is_none_of_is_left_out() -> None:
    told = lead(POST, {**MET, "status": "planned"})
    assert "it was only expected." in told
    assert "took place" not in told
    assert "no " not in told


def test_an_outlet_that_is_not_given_is_no_outlet() -> None:
    assert "one source, outlet not given." in lead(BARE, MET)
    assert "two sources (outlet not given for one)." in lead(POST | BARE, MET)
    assert "outlet" not in lead(POST, MET)
