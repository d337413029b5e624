"""What of a case the reckoning under doubt does not allow is named, each by itself."""

from __future__ import annotations

from typing import Any

import pytest

from paripassu.case import Case
from paripassu.roadmap.sides import unmet


def exchange(give: dict[str, Any] | None = None, more: dict[str, Any] | None = None, **rest: Any) -> Case:
    steps = {
        "give": {"doer": "a", "cost": 4, "value": {"b": 6}} | (give or {}),
        "pay": {"doer": "b", "cost": 4, "value": {"a": 6}},
    }
    tree = {"parties": ["a", "b", "c"], "steps": steps | (more or {}), "stakes": {"a": {"end": 2}, "b": {"end": 2}}}
    return Case.from_dict(tree | rest)


def test_a_plain_exchange_lacks_nothing() -> None:
    assert unmet(exchange(), ["give", "pay"]) == ()


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (exchange({"recover": 1}), "of `give` 1 can"),
        (exchange({"revoke": {"b": 2}}), "of `give` 2 can"),
        (exchange({"detect": "0.5"}), "leaving out `give` is with a chance of 0.5"),
        (exchange({"needs": "pay"}), "`give` waits for another step"),
        (exchange({"by": "2020-01-01"}, roadmap={"start": "2019-01-01"}), "`give` has one"),
        (exchange({"cost": 0}), "every step costs its doer something, but `give` does not"),
        (exchange({"value": {"c": 6}}), "`give` is not to `b`"),
        (exchange(more={"else": {"doer": "c", "cost": 1}}), "there is `else`"),
        (exchange(more={"else": {"doer": "c", "cost": 1, "done": "2019-01-01"}}), "nothing is done yet, but `else` is"),
        (exchange(roadmap={"leak": "0.5"}), "`roadmap.leak` is 0.5"),
        (exchange(roadmap={"compensation": "0.5"}), "`roadmap.compensation` is 0.5"),
        (exchange(stakes={"a": {"end": 2}, "b": {"end": 2, "outside": 2}}), "for `b` `end` is 2 and `outside` 2"),
    ],
)
def test_what_is_not_met_is_named_alone(case: Case, words: str) -> None:
    (said,) = unmet(case, ["give", "pay"])
    assert words in said


def test_two_steps_of_one_side_are_not_an_exchange() -> None:
    case = exchange(more={"more": {"doer": "a", "cost": 1, "value": {"b": 2}}})
    assert "`give` and `more` are cut" in unmet(case, ["give", "more"])[0]
