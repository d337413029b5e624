"""Sentences on what is left open: each of the three verdicts has its own."""

from __future__ import annotations

import pytest

from paripassu.settle.open_words import standing
from paripassu.settle.uncertainty import Likelihood


@pytest.mark.parametrize(
    ("necessarily", "possibly", "says"),
    [
        (True, True, "whatever the numbers"),
        (False, True, "for some of the numbers left open, 40% of the draws"),
        (False, False, "for none of the numbers"),
        (None, None, "on the line in 40% of the draws"),
    ],
)
def test_each_verdict_has_its_sentence(necessarily: bool | None, possibly: bool | None, says: str) -> None:
    one = Likelihood(
        package={}, names=(), necessarily=necessarily, possibly=possibly, frontier=0.4, nash=0.1, accepted=0.5
    )
    assert says in standing(one)
    assert "50%" in standing(one)
