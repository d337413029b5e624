"""Readiness: the last answers, those before, what differs, what nobody has judged; never a sum."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paripassu import catalogue
from paripassu.case import Case
from paripassu.case.readiness import QUESTIONS
from paripassu.errors import CaseError
from paripassu.read.readiness import readiness, readiness_told

SAID = {"question": "agenda", "basis": "reported", "source": "post"}


def case(*entries: dict[str, Any]) -> Case:
    return Case.from_dict(
        {
            "parties": {"union": {"name": "Union"}, "port": {"name": "Port"}},
            "sources": {"post": {"title": "T", "outlet": "Post", "published": "2021-03-09"}},
            "readiness": [SAID | one for one in entries],
        }
    )


def answers(found: Any) -> tuple[list[str], list[str]]:
    first = found.questions[0]
    return [one.answer for one in first.last], [one.answer for one in first.earlier]


def test_the_last_answer_and_those_before() -> None:
    held = case(
        {"answer": "partly", "as_of": "2021-03-05"},
        {"answer": "no", "as_of": "2021-02"},
        {"answer": "yes", "as_of": "2021-03-08", "parties": ["union"]},
    )
    assert answers(readiness(held)) == (["partly", "yes"], ["no"])
    assert not readiness(held).questions[0].differ  # about different parties
    all_of_them = case({"answer": "no", "as_of": "2021-02", "parties": ["port"]}, {"answer": "yes", "as_of": "2021-03"})
    assert answers(readiness(all_of_them)) == (["yes"], ["no"])


def test_two_accounts_of_one_time_stand_side_by_side() -> None:
    found = readiness(case({"answer": "no", "as_of": "2021-03"}, {"answer": "yes", "as_of": "2021-03-05"}))
    assert answers(found) == (["no", "yes"], [])
    assert found.questions[0].differ
    assert "    The accounts differ." in readiness_told(case({"answer": "no", "as_of": "2021"}), found)


def test_as_known_on_a_day() -> None:
    held = case(
        {"id": "a", "answer": "no", "as_of": "2021-03-01", "reported": "2021-03-02"},
        {"answer": "yes", "as_of": "2021-03-01", "reported": "2021-03-05", "supersedes": "a"},
        {"answer": "unknown", "as_of": "2021-03-03", "source": (), "basis": "analyst", "by": "LM"},
    )
    day = dt.date(2021, 3, 2)
    assert answers(readiness(held, as_of=day)) == (["no"], [])
    assert answers(readiness(held, as_of=day - dt.timedelta(1))) == ([], [])
    assert answers(readiness(held)) == (["unknown"], ["yes"])  # corrected, not deleted from the file
    assert "    unknown, as of 2021-03-03 (LM, analyst)." in readiness_told(held, readiness(held))


def test_what_nobody_has_judged_says_so_and_own_questions_follow() -> None:
    held = case({"question": "Will they wait?", "answer": "yes", "as_of": "2021-03-01"})
    found = readiness(held)
    assert [one.question for one in found.questions] == [*QUESTIONS, "Will they wait?"]
    told = readiness_told(held, found)
    assert told.count("    Nobody has judged it.") == 5
    assert told[-1] == "    yes, as of 2021-03-01 (Post, reported 2021-03-09)."


def test_a_case_without_says_what_to_add() -> None:
    with pytest.raises(CaseError, match="a section `readiness`"):
        readiness(Case.from_dict({"parties": ["a", "b"]}))


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "question": st.sampled_from(list(QUESTIONS)),
                "answer": st.sampled_from(["yes", "no", "partly", "unknown"]),
                "as_of": st.sampled_from(["2020", "2021", "2021-03", "2021-03-01", "2021-03-09"]),
                "parties": st.lists(st.sampled_from(["union", "port"]), unique=True),
            }
        ),
        min_size=1,
        max_size=6,
    )
)
def test_nothing_is_lost_and_nothing_is_summed_up(entries: list[dict[str, Any]]) -> None:
    held = case(*entries)
    found = readiness(held)
    assert sum(len(one.last) + len(one.earlier) for one in found.questions) == len(entries)
    assert all(one.last or not one.earlier for one in found.questions)
    said = found.to_dict()
    assert json.dumps(said)
    del said["how"]

    def numbers(value: Any) -> list[Any]:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        own = [value] if isinstance(value, (int, float)) and not isinstance(value, bool) else []
        return own + [one for part in inner for one in numbers(part)]

    assert numbers(said) == []


def test_the_shelf_judges_only_what_a_source_says() -> None:
    held = catalogue.load("singapore-2018")
    assert all(one.source and one.source[0] in held.sources for one in held.readiness)
    unjudged = [one.question for one in readiness(held).questions if not one.last]
    assert unjudged == ["mandate"]
