"""The forms: what stands on each, that nothing is fetched, and that a page for one holds nothing of another."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest

from paripassu import catalogue
from paripassu.case import Case
from paripassu.errors import CommandError
from paripassu.report import sheet
from paripassu.report.sheet import FORMS

LABOUR = catalogue.load("labour-contract")
SINGAPORE = catalogue.load("singapore-2018")


def words(page: str) -> str:
    plain = re.sub(r"<style.*?</style>|<[^>]+>", " ", page, flags=re.S)
    return re.sub(r"\s+", " ", plain)


class Closed(HTMLParser):
    """Whether every element that opens is closed, in order."""

    VOID = frozenset({"meta", "link", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", catalogue.names())
def test_every_form_of_every_case_is_a_page_that_fetches_nothing(name: str, form: str) -> None:
    case = catalogue.load(name)
    for party in case.parties if form == "red-lines" else [None]:
        if party is not None and party not in case.preferences:
            with pytest.raises(CommandError, match="needs `"):
                sheet(case, form, reader=party)
            continue
        page = sheet(case, form, reader=party)
        assert Closed(page).open == []
        assert "<script" not in page
        assert not re.search(r'(src|href)="(?!data:)', page)
        assert "default-src 'none'" in page


def test_a_case_with_parties_only_says_what_to_add() -> None:
    bare = Case.from_dict({"parties": ["a", "b"]})
    for name in ("issues", "record", "positions"):
        assert f"<code>{name}</code>" in sheet(bare, "island")
    assert "<code>interests</code>" in sheet(bare, "iceberg")
    assert sheet(bare, "role").count("<article") == 2


def test_the_island_sets_agreed_beside_contested() -> None:
    said = words(sheet(SINGAPORE, "island"))
    assert "Of seven issues, the positions meet on four and diverge on three" in said
    verification = said[said.index("Verification Agreed facts") : said.index("Relief Agreed facts")]
    assert "US : standing inspectors stated DPRK : invited experts stated" in verification
    assert "Summit logistics in Singapore, date: 29 May 2018 to 1 June 2018" in said


def test_an_issue_of_which_one_side_has_spoken_does_not_diverge() -> None:
    said = {"as_of": "2026-03-02", "basis": "stated"}
    case = Case.from_dict(
        {
            "parties": {"nurses": {"name": "Nurses"}, "hospital": {"name": "Hospital"}},
            "issues": {
                "rota": ["by turns", "volunteers"],
                "rest": ["8 hours", "10 hours", "12 hours"],
                "pay": ["a", "b"],
            },
            "record": [{"on": "2026-03-02", "kind": "session", "title": "the session", "status": "held"}],
            "positions": [
                {"party": "nurses", "issue": "rota", "option": "volunteers", "accepts": "by turns", **said},
                {"party": "nurses", "issue": "rest", "option": "12 hours", "accepts": "10 hours", **said},
                {"party": "hospital", "issue": "rest", "option": "8 hours", **said},
            ],
        }
    )
    page = words(sheet(case, "island"))
    rota, rest, pay = (page[page.index(f"{name} Agreed facts") :] for name in ("rota", "rest", "pay"))
    assert "meet on none and diverge on one; on two too few have taken a position to say" in page
    assert rota.index("Divergent norms none on record") < rota.index("Not yet said Nurses : volunteers;")
    assert "volunteers; could live with by turns stated no position of Hospital on record" in rota
    assert "Divergent norms Nurses : 12 hours; could live with 10 hours stated Hospital : 8 hours stated" in rest
    assert "Not yet said" not in rest[: rest.index("pay Agreed facts")]
    assert "Not yet said no position of Nurses or Hospital on record" in pay
    assert "The record tells one event one way and nothing in several ways" in page
    assert "The session, 2 March 2026 Contested" in page[page.index("Beside the issues") :]


def test_an_event_with_two_accounts_is_not_agreed() -> None:
    case = Case.from_dict(
        {
            "parties": ["us", "dprk"],
            "issues": {"pay": ["low", "high"]},
            "record": [
                {"id": "a", "on": "2018-05-27", "kind": "session", "title": "the session", "issues": ["pay"]},
                {"id": "b", "on": "2018-05-28", "kind": "session", "same_as": "a", "title": "the session"},
                {
                    "id": "c",
                    "on": "2018-05-30",
                    "kind": "call",
                    "title": "the call",
                    "issues": ["pay"],
                    "status": "held",
                },
            ],
        }
    )
    said = words(sheet(case, "island"))
    agreed = said[said.index("Agreed facts") : said.index("Contested facts")]
    assert "The call" in agreed
    assert "The session" not in agreed
    assert "The session, date: 27 May 2018" in said


def test_the_iceberg_has_positions_above_and_interests_below() -> None:
    page = sheet(LABOUR, "iceberg")
    assert page.count("<article") == 2
    union = page[: page.index("Employers")]
    assert union.index("no layoffs for two years") < union.index("water line") < union.index("nobody is laid off")


def test_red_lines_are_told_from_own_numbers() -> None:
    """The labour contract by hand: best 0.925 (4.5 percent, 37 hours, two years), no deal 0.35, draft 0.52."""
    said = words(sheet(LABOUR, "red-lines", reader="union"))
    assert "No deal is worth 0.35 illustration on its own scale, the best package 0.925" in said
    assert "The draft on the table is worth 0.52 illustration , 0.17 illustration above no deal" in said
    assert "1. Weekly hours 38 hours Employer 0.005 0.92 +0.57" in said
    assert "2. Wage rise 1 percent Employer 0.383 0.537 +0.187" in said


def test_a_red_line_is_an_option_nothing_can_make_good() -> None:
    sections: dict[str, Any] = {
        "parties": ["a", "b"],
        "issues": {"land": ["none", "half", "all"], "money": ["no", "yes"]},
        "positions": [{"party": "b", "issue": "land", "option": "none", "accepts": "half", "basis": "stated"}],
        "preferences": {
            "a": {
                "no_deal": 0.5,
                "weights": {"land": 0.8, "money": 0.2},
                "values": {"land": {"none": 0, "half": 0.5, "all": 1}, "money": {"no": 0, "yes": 1}},
            }
        },
    }
    said = words(sheet(Case.from_dict(sections), "red-lines", reader="a"))
    assert "Not acceptable whatever else is given: land: none." in said
    assert "1. land half b 0.4 0.6 +0.1" in said
    sections["positions"][0].pop("accepts")
    assert "It can go no steps; giving way on land" in words(sheet(Case.from_dict(sections), "red-lines", reader="a"))


def test_a_role_sheet_for_each_and_nothing_of_the_others_on_it() -> None:
    page = sheet(LABOUR, "role")
    union, employer = page.split("<article")[1:]
    assert "Without a deal you have 0.35" in words("<a" + union)
    assert "Without a deal you have 0.4 " in words("<a" + employer)
    assert "Job security weight 0.3" in words("<a" + union)
    assert "Job security weight 0.2" in words("<a" + employer)


@pytest.mark.parametrize("form", FORMS)
def test_never_a_recommendation(form: str) -> None:
    said = words(sheet(SINGAPORE, form, reader="us")).lower()
    assert not re.search(
        r"\b(should|must|recommend(?!s nothing)|the best deal is)\b", said.replace("says should be", "")
    )


def test_slips_are_told_with_the_nearest() -> None:
    with pytest.raises(CommandError, match="Did you mean `iceberg`"):
        sheet(LABOUR, "icebreg")
    with pytest.raises(CommandError, match="Did you mean `union`"):
        sheet(LABOUR, "role", reader="unoin")
    with pytest.raises(CommandError, match="say whose with --for"):
        sheet(LABOUR, "red-lines")


def test_numbers_left_open_are_shown_as_they_were_given() -> None:
    values = {"pay": {"low": 0, "high": 1}, "hours": {"38": 1, "40": 0}}
    case = Case.from_dict(
        {
            "parties": ["a", "b"],
            "issues": {"pay": ["low", "high"], "hours": ["38", "40"]},
            "positions": [{"party": "b", "issue": "pay", "option": "low", "basis": "stated"}],
            "preferences": {
                "a": {"no_deal": [0.2, 0.4], "weights": {"pay": [0.6, 0.8], "hours": 0.3}, "values": values},
                "b": {"order": ["hours", "pay"], "values": values},
            },
        }
    )
    one, two = sheet(case, "role").split("<article")[1:]
    assert "Without a deal you have 0.2 to 0.4" in words("<a" + one)
    assert "pay weight 0.6 to 0.8" in words("<a" + one)
    assert "Only the order of the issues was given" in words("<a" + two)
    red = words(sheet(case, "red-lines", reader="a"))
    assert "No deal is worth 0.3 on its own scale, the best package 1 :" in red
    assert "count by their middle" in red
