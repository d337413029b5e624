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


def test_an_end_is_told_as_well_as_it_is_known() -> None:
    """A year is not its first day."""
    assert "three events, from 2005 to June 2018:" in lead(
        POST, {**MET, "on": "2005"}, MET | {"on": "2018-06"}, MET | {"on": "2018-06-04"}
    )
    assert "one event, in 2005:" in lead(POST, {**MET, "on": "2005"})
    assert "one event, on 1 March 2026:" in lead(POST, MET)


def test_a_newspaper_that_says_something_is_nobody_who_took_part() -> None:
    said = {**SAID, "participants": [{"who": "Observers", "role": "speaker"}, {"who": "ann", "role": "speaker"}]}
    case = Case.from_dict(
        {
            "parties": ["a", "b"],
            "people": {"ann": {"name": "Ann Lee"}},
            "record": [said, {**MET, "participants": ["Bo"]}],
        }
    )
    page = brief(case, only=["known"])
    people = page[page.index("Who the people are") :]
    assert "Ann Lee" in people
    assert ">Bo<" in people
    assert "Observers" not in people
