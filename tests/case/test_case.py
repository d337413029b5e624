"""The case as a whole: what its digest stands for."""

from __future__ import annotations

import pickle
from copy import deepcopy
from fractions import Fraction

import pytest

import paripassu as pp
from paripassu.case import Case
from paripassu.errors import CaseError

TOY = pp.load("toy/side-by-side")


def worth(amount: int) -> Case:
    """The toy with another end value for one party."""
    party = next(iter(TOY.stakes))
    stake = TOY.stakes[party].model_copy(update={"end": (Fraction(amount), Fraction(amount))})
    return TOY.model_copy(update={"stakes": {**TOY.stakes, party: stake}})


def test_a_changed_copy_has_a_digest_of_its_own() -> None:
    assert len({TOY.digest, worth(71).digest, worth(72).digest}) == 3
    assert worth(71).digest == worth(71).digest
    assert worth(71).model_copy(update={"title": TOY.title}).digest == worth(71).digest


def test_an_unchanged_copy_keeps_it() -> None:
    assert {TOY.model_copy().digest, deepcopy(TOY).digest, pickle.loads(pickle.dumps(TOY)).digest} == {TOY.digest}
    changed = worth(71)
    assert pickle.loads(pickle.dumps(changed)).digest == changed.digest


@pytest.mark.parametrize("options", [{}, {"robust": Fraction(1, 10)}, {"minimise": "slack"}])
def test_an_answer_shows_the_digest_of_the_case_asked(options: dict[str, object]) -> None:
    assert pp.roadmap.find(TOY, **options).how.digest == TOY.digest  # type: ignore[arg-type]
    changed = worth(71)
    assert pp.roadmap.find(changed, **options).how.digest == changed.digest != TOY.digest  # type: ignore[arg-type]


def test_other_answers_too() -> None:
    labour = pp.load("labour-contract")
    retitled = labour.model_copy(update={"title": "Another"})
    assert pp.settle.settle(retitled).how.digest == retitled.digest != labour.digest
    singapore = pp.load("singapore-2018")
    signed = pp.roadmap.as_signed(singapore)
    assert signed.digest != singapore.digest


def test_a_copy_takes_only_what_a_case_has() -> None:
    with pytest.raises(CaseError) as caught:
        TOY.model_copy(update={"merg": (), "title": "x", "stake": {}})
    assert caught.value.lines() == [
        "case.merg: expected a field of a case, got `merg`. Did you mean `merge`?",
        "case.stake: expected a field of a case, got `stake`. Did you mean `stakes`?",
    ]
    step = next(iter(TOY.steps.values()))
    with pytest.raises(CaseError, match=r"step\.cots: expected a field of a step, got `cots`\. Did you mean `cost`"):
        step.model_copy(update={"cots": 3})
