"""Judgements of readiness: dated, with a question, and resting on something."""

from __future__ import annotations

from typing import Any

import pytest

from paripassu.case import Case
from paripassu.errors import CaseError

GOOD = {"question": "agenda", "answer": "no", "as_of": "2021-03-01", "basis": "reported", "source": "post"}


def built(**change: Any) -> Case:
    held = {key: value for key, value in (GOOD | change).items() if value is not None}
    return Case.from_dict(
        {"parties": ["union", "port"], "sources": {"post": {"title": "Post"}}, "readiness": [GOOD, held]}
    )


@pytest.mark.parametrize(
    "change",
    [
        {"question": "Will the port wait?"},
        {"source": None, "answer": "unknown"},
        {"source": None, "basis": "analyst", "by": "LM"},
        {"as_of": "2021", "parties": ["union"]},
        {"source": None, "evidence": [{"source": "post", "start": 0, "end": 1, "quote": "x"}]},
    ],
)
def test_what_may_be_judged(change: dict[str, Any]) -> None:
    assert len(built(**change).readiness) == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"question": "agneda"}, "readiness.2nd.question: expected one of agenda, .*Did you mean `agenda`"),
        ({"answer": "maybe"}, "readiness.2nd.answer: expected `yes`, `no`, `partly` or `unknown`, got `maybe`"),
        ({"answer": "7"}, "readiness.2nd.answer"),
        ({"as_of": None}, "readiness.2nd.as_of: expected a value for `as_of`, got none"),
        ({"as_of": "unknown"}, "readiness.2nd.as_of: expected the day, month or year it was so"),
        ({"basis": None}, "readiness.2nd.basis: expected a value"),
        ({"source": None}, "readiness.2nd.answer: expected a `source` or `evidence`"),
        ({"source": None, "basis": "analyst"}, "readiness.2nd.answer: expected a `source` or `evidence`"),
        ({"source": "echo"}, "readiness.2nd.source: expected a source of this case"),
        ({"parties": ["city", "port"]}, "readiness.2nd.parties.1st: expected a party"),
        ({"score": "3"}, "readiness.2nd.score: expected a known key"),
        ({"supersedes": "x"}, "readiness.2nd.supersedes: expected the id of an entry that stands above"),
    ],
)
def test_what_may_not(change: dict[str, Any], said: str) -> None:
    with pytest.raises(CaseError, match=said):
        built(**change)
