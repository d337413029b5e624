"""The page: seven questions in fixed words, nothing fetched, and numbers kept from those not shown them."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from paripassu import catalogue
from paripassu.case import Case
from paripassu.errors import CaseError, CommandError
from paripassu.report import brief
from paripassu.report.sections.uncertain import Finding, Survival

SEVEN = [
    "What is known",
    "Where they stand",
    "What could be agreed",
    "What would hold",
    "In what order",
    "What is uncertain",
    "How it was computed",
]


class Outline(HTMLParser):
    """Level-two headings, ids, links, and what would be fetched."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.labels: list[str] = []
        self._heading = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self._heading = tag == "h2"
        if self._heading:
            self.headings.append("")
        if held.get("id"):
            self.ids.append(held["id"] or "")
        if tag == "a":
            self.links.append(held.get("href") or "")
        if held.get("role") == "img":
            self.labels.append(held.get("aria-label") or "")
        at = held.get("src") or (held.get("href") if tag == "link" else None)
        if at and not at.startswith("data:"):
            self.fetched.append(at)

    def handle_endtag(self, tag: str) -> None:
        self._heading = False

    def handle_data(self, words: str) -> None:
        if self._heading:
            self.headings[-1] += words


@pytest.fixture(scope="module")
def case() -> Case:
    return catalogue.load("singapore-2018")


@pytest.fixture(scope="module")
def page(case: Case) -> str:
    return brief(case)


def without_script(page: str) -> str:
    return re.sub(r"<script.*?</script>|<svg.*?</svg>|<style.*?</style>", "", page, flags=re.S)


def test_seven_questions_in_order(page: str) -> None:
    assert Outline(page).headings == SEVEN


def test_a_bare_case_has_the_same_seven_and_says_what_to_add() -> None:
    bare = brief(Case.from_dict({"parties": ["a", "b"]}))
    assert Outline(bare).headings == SEVEN
    for name in ("record", "issues", "positions", "preferences", "moves", "ranking", "steps"):
        assert f"<code>{name}</code>" in bare


def test_nothing_is_fetched_and_it_is_small(page: str) -> None:
    assert Outline(page).fetched == []
    assert "default-src 'none'" in page
    assert len(page.encode()) < 3_000_000


def test_every_link_within_the_page_arrives(page: str) -> None:
    outline = Outline(page)
    assert len(set(outline.ids)) == len(outline.ids)
    assert {link[1:] for link in outline.links if link.startswith("#")} <= set(outline.ids)


def test_every_picture_says_in_words_what_it_shows(page: str) -> None:
    labels = Outline(page).labels
    assert len(labels) >= 7
    assert all(len(label) > 60 for label in labels)


def test_at_most_five_numbers_on_the_first_screen(page: str) -> None:
    numbers = re.search(r'<ul class="numbers">(.*?)</ul>', page, flags=re.S)
    assert numbers
    assert 1 <= numbers.group(1).count("<li>") <= 5


def test_invented_numbers_in_sentences_say_so(case: Case, page: str) -> None:
    assert all(case.preferences[party].basis == "illustration" for party in ("us", "dprk"))
    order = page[page.index('<section id="order"') : page.index('<section id="uncertain"')]
    numbers = re.findall(r'<b class="n">[^<]*</b>(.{0,60})', order, flags=re.S)
    assert numbers
    assert all("illustration" in after for after in numbers)


def test_one_section_by_its_verb(case: Case) -> None:
    assert Outline(brief(case, only=["settle"])).headings == ["What could be agreed"]


def test_unknown_section_and_party_are_told_with_the_nearest(case: Case) -> None:
    with pytest.raises(CommandError, match="Did you mean `settle`"):
        brief(case, only=["setle"])
    with pytest.raises(CommandError, match="Did you mean `dprk`"):
        brief(case, reader="dprc")


LABOUR: dict[str, Any] = {
    "title": "Pay <talks> & hours",
    "parties": {"union": {"name": "The union"}, "port": {"name": "The port"}},
    "issues": {"rise": ["low", "high"], "hours": ["38", "40"]},
    "preferences": {
        "union": {
            "no_deal": 0.1717,
            "weights": {"rise": 0.7171, "hours": 0.2829},
            "values": {"rise": {"low": 0, "high": 1}, "hours": {"38": 1, "40": 0.2323}},
        },
        "port": {
            "no_deal": 0.0919,
            "weights": {"rise": 0.5353, "hours": 0.4647},
            "values": {"rise": {"low": 1, "high": 0}, "hours": {"38": 0, "40": 1}},
        },
    },
}


def held_numbers(page: str) -> set[float]:
    words = without_script(page)
    data = re.search(r'id="pictures">(.*?)</script>', page, flags=re.S)
    assert data
    numbers = {float(found) for found in re.findall(r"(?<![\w#.-])\d+\.\d+(?![\w.])", words)}

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)
        elif isinstance(value, float):
            numbers.add(round(value, 6))

    walk(json.loads(data.group(1)))
    return numbers


def test_numbers_of_others_are_left_out() -> None:
    case = Case.from_dict(LABOUR)
    private = {0.0919, 0.5353, 0.4647}
    everything = held_numbers(brief(case))
    for_union = held_numbers(brief(case, reader="union"))
    assert everything & {0.0919, 0.092}, "the test looks where the numbers are"
    assert not for_union & {*private, 0.092, 0.535, 0.465}
    assert for_union & {0.717, 0.7171, 0.172, 0.1717}


def test_private_numbers_are_announced_to_whoever_holds_them(tmp_path: Path) -> None:
    whole = {**LABOUR, "preferences": {**LABOUR["preferences"], "union": {"private": "union.json"}}}
    (tmp_path / "union.json").write_text(json.dumps(LABOUR["preferences"]["union"]), encoding="utf-8")
    (tmp_path / "case.yaml").write_text(json.dumps(whole), encoding="utf-8")
    case = catalogue.load(str(tmp_path))
    assert "holds private numbers of The union" in brief(case)
    assert "holds private numbers of The union" in brief(case, reader="union")
    assert "holds private numbers of" not in brief(case, reader="port")


def test_a_long_line_is_thinned_and_says_so() -> None:
    value = {f"{at}": at / 1000 for at in range(0, 1001, 1000)}
    one = {"weights": {"pie": 1}, "values": {"pie": value}}
    two = {"weights": {"pie": 1}, "values": {"pie": {"0": 1, "1000": 0}}}
    case = Case.from_dict(
        {"parties": ["a", "b"], "issues": {"pie": {"from": 0, "to": 1000}}, "preferences": {"a": one, "b": two}}
    )
    page = brief(case, only=["settle"])
    assert "500 points of 1001" in page
    assert "200 of 1001" in page


def test_titles_are_text_not_markup() -> None:
    page = brief(Case.from_dict(LABOUR))
    assert "<h1>Pay &lt;talks&gt; &amp; hours</h1>" in page


def test_what_survives_is_said_first() -> None:
    survival = Survival(
        findings=(Finding(words="Both gain", share=0.99), Finding(words="Nash gives a high rise", share=0.4)),
        draws=200,
        first=("Both gain.",),
    )
    page = brief(Case.from_dict(LABOUR), survival=survival)
    assert page.index("Both gain.") < page.index('<ul class="numbers">')
    assert "200 times over" in page


def test_never_a_recommendation(page: str) -> None:
    words = without_script(page).lower()
    assert not re.search(r"\b(should (accept|reject|offer|sign)|we recommend|the best deal is)\b", words)


def test_a_hundred_issues_stay_within_three_megabytes() -> None:
    names = [f"issue {at}" for at in range(100)]
    sides = {
        side: {
            "weights": {name: 1 + (at * 7 + shift) % 5 for at, name in enumerate(names)},
            "values": {name: {"x": shift, "y": 1 - shift} for name in names},
        }
        for side, shift in (("a", 0), ("b", 1))
    }
    case = Case.from_dict({"parties": ["a", "b"], "issues": {name: ["x", "y"] for name in names}, "preferences": sides})
    page = brief(case, only=["settle"])
    assert "and 80 more issues" in page
    assert len(page.encode()) < 1_600_000


def test_a_case_with_ranges_says_what_is_certain_and_possible() -> None:
    preferences = {
        "union": {"values": LABOUR["preferences"]["union"]["values"], "order": ["rise", "hours"]},
        "port": {**LABOUR["preferences"]["port"], "no_deal": ["0.05", "0.15"]},
    }
    page = brief(Case.from_dict(LABOUR | {"preferences": preferences}), only=["uncertain"])
    assert "What the case leaves open" in page
    assert "necessarily efficient" in page
    assert "The union: weights at the rank-order centroid of the order." in page
    assert "leaves open" not in brief(Case.from_dict(LABOUR), only=["uncertain"])


def test_readiness_stands_under_what_is_known_with_who_judged_it() -> None:
    page = brief(catalogue.load("singapore-2018"), only=["known"])
    judged = page[page.index("Ready for a deal?") :]
    assert "Is there a compromise line behind the opening demands?</th><td>yes</td>" in judged
    assert 'May those who talk settle anything?</th><td colspan="3">Nobody has judged it.' in judged
    bare = Case.from_dict({"parties": ["a", "b"], "record": [{"kind": "call"}]})
    assert "Ready for a deal?" not in brief(bare, only=["known"])


def test_the_deal_a_class_struck_is_put_in_place_of_the_draft() -> None:
    case = Case.from_dict(LABOUR)
    page = without_script(brief(case, draft={"rise": "high", "hours": "38"}))
    assert "The draft on the table leaves The port below no deal." in page
    assert "Beside it was given, as a draft: rise: high; hours: 38." in page
    assert case.digest in page
    assert "on the table" not in without_script(brief(case))
    with pytest.raises(CaseError, match="Did you mean `hours`"):
        brief(case, draft={"rise": "high", "hour": "38"})


def test_a_draft_that_breaks_a_rule_is_named_so_and_not_scored() -> None:
    rules = [{"not": {"rise": "high", "hours": "38"}}]
    page = brief(Case.from_dict({**LABOUR, "rules": rules, "draft": {"rise": "high", "hours": "38"}}))
    assert "it breaks a rule of the case. Not together: rise: high and hours: 38." in page
    assert '<td data-label="The draft">–</td>' in page
    assert "No change of one or two issues" not in page
    assert "The draft can be bettered" not in page


def test_one_of_each_is_told_in_the_singular() -> None:
    one = {"no_deal": 0.2, "weights": {"pay": 1}, "values": {"pay": {"low": 0, "high": 1}}}
    case = Case.from_dict(
        {
            "parties": {"a": {"name": "Ann"}, "b": {"name": "Bob"}},
            "issues": {"pay": ["low", "high"]},
            "record": [{"on": "2026-03-02", "kind": "session", "title": "Session", "parties": ["a"], "status": "held"}],
            "positions": [
                {"party": party, "issue": "pay", "option": "high", "basis": "stated", "as_of": "2026-03-02"}
                for party in ("a", "b")
            ],
            "preferences": {"a": one, "b": one},
            "draft": {"pay": "high"},
        }
    )
    said = " ".join(re.sub(r"<[^>]+>", "", without_script(brief(case))).split())
    for words in (
        "The record holds one event, on 2 March 2026: it took place.",
        "On the one issue, pay, there is an option that both have asked for",
        "1issue, with an option all could live with",
        "1package that no one can better",
        "and it leaves everybody at least as well off as no deal. It has pay: high.",
        "The draft on the table is this one.",
        "Positions: all 2 stated by the party itself.",
        "The one entry of the record does not go back to people",
    ):
        assert words in said, words
    assert not re.search(r"\b(one|1) (events|packages|issues|entries|positions)\b|\bof (1|one) (go|issue)\b", said)


def test_a_party_that_has_not_spoken_is_not_among_all() -> None:
    said = {"issue": "rise", "option": "high", "basis": "stated"}
    parties = {**LABOUR["parties"], "state": {"name": "The state"}}
    issues = {**LABOUR["issues"], "tax": ["none", "some"]}
    positions = [{**said, "party": "union"}, {**said, "party": "port"}]
    positions.append({"party": "state", "issue": "tax", "option": "some", "basis": "stated"})
    page = brief(Case.from_dict({"parties": parties, "issues": issues, "positions": positions}), only=["stand"])
    assert "an option that all who have spoken have asked for" in page


FINE: dict[str, Any] = {
    **LABOUR,
    "stakes": {"union": {"end": 4}, "port": {"end": 4}},
    "steps": {
        "vote": {"doer": "union", "cost": "3.0000000000000000000001", "value": {"port": 5}},
        "pay": {"doer": "port", "cost": "3.3333333333333333", "value": {"union": "5.123456789123456"}},
    },
    "moves": {"union": ["strike"], "port": ["hire"]},
    "ranking": {"union": ["not hire"]},
}


def test_a_question_that_cannot_be_computed_leaves_the_others_answered() -> None:
    case = Case.from_dict(FINE)
    page = without_script(brief(case))
    assert (
        "could not be computed: the amounts are too fine to be compared exactly; give them with fewer digits." in page
    )
    assert "could not be computed: case: <code>" not in page
    assert "ranking.port: expected a ranking for every party with moves, got none." in page
    assert page.count("(not computed)") == 2
    assert "The fair rules" in page
    mine = without_script(brief(case, reader="port"))
    assert "could not be computed: the amounts of the case cannot be reckoned with." in mine
    assert "fewer digits" not in mine


def test_a_reader_is_not_asked_to_add_to_the_case() -> None:
    case = Case.from_dict(LABOUR)
    assert "To answer this, add to the case <code>moves</code>" in brief(case)
    mine = brief(case, reader="port")
    assert "add to the case" not in mine
    assert "(to be added)" not in mine
    assert mine.count("The case does not say enough to answer this.") == mine.count("(not in this case)") > 0


def test_only_a_page_with_private_numbers_on_it_announces_them(tmp_path: Path) -> None:
    blocks = {party: {"private": f"{party}.json"} for party in ("union", "port")}
    case = {**LABOUR, "preferences": blocks, "record": [{"kind": "call", "on": "2026-03-01"}]}
    (tmp_path / "case.yaml").write_text(json.dumps(case), encoding="utf-8")
    for party in blocks:
        (tmp_path / f"{party}.json").write_text(json.dumps(LABOUR["preferences"][party]), encoding="utf-8")
    read = catalogue.load(str(tmp_path))
    assert "holds private numbers of The union and The port" in brief(read, only=["settle"])
    assert "holds private numbers of" not in brief(read, only=["known", "stand"])
    # Without the port's numbers nothing is computed from the union's, so none of them is on the page.
    assert "holds private numbers of" not in brief(read, reader="union")


def test_what_a_coalition_would_leave_is_told_where_there_is_such_a_state() -> None:
    """Kilgour, Hipel, Fang & Peng (2001): from s5 (18) MoE and Uniroyal together improve to s8 (21)."""
    said = brief(catalogue.load("papers/elmira"), only=["stability"])
    assert "Nobody would move from there alone" in said
    assert "Uniroyal would together gain by moving to modify, accept, insist (21)." in said
    assert "would together gain" not in brief(catalogue.load("papers/elmira"), only=["stability"], reader="moe")
    assert "Nobody would move from there alone" not in brief(catalogue.load("papers/chicken"), only=["stability"])
