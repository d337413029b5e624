"""Acts told by other words than their verb. Expected values: what the sentence says, read by a person."""

from __future__ import annotations

import datetime as dt

import pytest

from paripassu.read import read
from tests.read.contact_cases import Told
from tests.read.turn_cases import TURNS


@pytest.mark.parametrize(("text", "told"), TURNS, ids=[text[:60] for text, _ in TURNS])
def test_an_act_by_other_words(text: str, told: list[Told]) -> None:
    found = read(text, published_on=dt.date(2019, 2, 22)).events
    assert [(one.kind, one.on, one.participants) for one in found] == told
