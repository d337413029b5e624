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


def test_an_event_years_from_the_rest_does_not_press_the_timeline_together() -> None:
    days = [{**MET, "on": f"2018-06-{day:02d}"} for day in range(1, 6)]
    old = {"on": "2005", "kind": "session", "title": "An old round"}
    page = brief(Case.from_dict({"parties": ["a", "b"], "record": [old, *days]}), only=["known"])
    assert "Too far from the rest to be drawn: An old round (2005)." in page
    together = brief(
        Case.from_dict({"parties": ["a", "b"], "record": [*days, {**MET, "on": "2018-07-20"}]}), only=["known"]
    )
    assert "Too far" not in together


def test_two_times_far_apart_are_both_drawn() -> None:
    """Neither of two halves is the few."""
    record = [{**MET, "on": on} for on in ("2005-01-01", "2005-01-02", "2018-06-01", "2018-06-02")]
    assert "Too far" not in brief(Case.from_dict({"parties": ["a", "b"], "record": record}), only=["known"])
