"""A proposal's id is stable, and a decision keeps what was read."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from paripassu.case.proposal import CONTEXT, Proposal, propose, span_of

TEXT = "The envoys met on Friday. They will meet again on Friday week, the ministry said."


def test_same_source_rule_span_and_content_give_the_same_id() -> None:
    spans = [
        span_of("a" * 64, TEXT, 18, 24),
        span_of("a" * 64, TEXT, 50, 56),
        span_of("b" * 64, TEXT, 18, 24),
    ]
    ids = {propose("date", "dates.weekday", "likely", span, {"value": "2018-06-01"}).id for span in spans}
    assert len(ids) == 3
    again = propose("date", "dates.weekday", "guess", spans[0], {"value": "2018-06-01"})
    assert again.id in ids
    assert propose("date", "dates.weekday", "likely", spans[0], {"value": None}).id not in ids


def test_evidence_is_found_in_its_text_and_not_in_another() -> None:
    span = span_of("a" * 64, TEXT, 18, 24)
    assert span.quote == "Friday"
    assert span.prefix.endswith("met on ")
    assert len(span.suffix) == CONTEXT
    assert span.holds_in(TEXT)
    assert not span.holds_in("x" + TEXT)


def test_an_edit_keeps_what_was_read() -> None:
    found = propose("person", "names.title", "likely", span_of("s", TEXT, 0, 3), {"name": "Kim"})
    edited = found.decided("edited", by="analyst", at="2018-06-04T10:00:00Z", edited={"name": "Kim Jong Un"})
    assert (edited.id, edited.content, edited.answer) == (found.id, {"name": "Kim"}, {"name": "Kim Jong Un"})
    assert Proposal.model_validate_json(edited.model_dump_json()) == edited


def test_edited_without_content_is_refused() -> None:
    found = propose("person", "names.title", "likely", span_of("s", TEXT, 0, 3), {"name": "Kim"})
    with pytest.raises(ValidationError):
        found.decided("edited", by="analyst", at=None)
