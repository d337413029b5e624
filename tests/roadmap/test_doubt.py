"""Splitting under doubt: two sides alike, sides that differ, what is refused, the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from paripassu import catalogue
from paripassu.case import Case
from paripassu.cli import app
from paripassu.errors import CommandError
from paripassu.roadmap import doubt, parts
from paripassu.roadmap.screening import beliefs, bond_under_doubt, parts_under_doubt
from paripassu.roadmap.sides import sides_of
from paripassu.roadmap.takers import tempted

BOTH = ["give", "pay"]
FILE = """parties: [a, b]
stakes: {a: {end: 4}, b: {end: 4}}
steps:
  give: {doer: a, cost: 10, value: {b: 15}, divisible: yes}
  pay: {doer: b, cost: 10, value: {a: 15}, divisible: yes}
"""


def exchange(a: dict[str, Any], b: dict[str, Any], worths: tuple[int, int] = (15, 15)) -> Case:
    steps = {
        "give": {"doer": "a", "cost": 10, "value": {"b": worths[0]}},
        "pay": {"doer": "b", "cost": 10, "value": {"a": worths[1]}},
    }
    return Case.from_dict({"parties": ["a", "b"], "steps": steps, "stakes": {"a": a, "b": b}})


def test_doubt_turns_large_first_into_small_first() -> None:
    case = exchange({"end": 4}, {"end": 4})
    sure = parts(case, BOTH).fewest
    assert sure is not None
    assert sure.shares["give"] == (Fraction(3, 5), Fraction(2, 5))
    found = doubt(case, BOTH, prior="2/5")
    assert found.status == "found"
    assert found.best is not None
    assert found.best.count == 3
    first, second, third = found.screening[0].shares["give"]
    # Worth 1.5: without doubt 2.25 : 1.5 : 1; the first is two fifths of that.
    assert (first / second, second / third) == (Fraction(2, 5) * Fraction(3, 2), Fraction(3, 2))
    assert found.best.least["give"] == first < found.best.most["give"]
    assert all(law.witness is None for law in found.laws)


def test_each_t_has_the_figures_of_the_closed_form() -> None:
    found = doubt(exchange({"end": 4}, {"end": 4}), BOTH, prior="2/5")
    assert [row.phases for row in found.screening] == [1, 2, 3]
    for row in found.screening[1:]:
        path = beliefs(Fraction(2, 5), 3, row.phases)
        needed = bond_under_doubt(Fraction(3, 2), Fraction(1), Fraction(10), path, Fraction(4))
        assert needed > 0
        assert row.guarantee_needed == {"a": needed, "b": needed}
        sizes = parts_under_doubt(Fraction(3, 2), Fraction(1), Fraction(4), path, needed)
        assert row.shares["give"] == row.shares["pay"] == tuple(size / 10 for size in sizes)
        assert row.most["a"] == max(sizes[: row.phases])
        assert row.chance["a"] == Fraction(3, 5) / row.phases
        assert row.expected["b"] == sum(sizes[: row.phases]) * Fraction(3, 5) / row.phases


@pytest.mark.parametrize("prior", ["0.001", "0.05", "1/3", "0.9", "0.999"])
def test_two_sides_alike_can_trade_whatever_the_prior(prior: str) -> None:
    """Beyond the first part all is as without doubt (Watson 2002: cooperation however pessimistic the sides are)."""
    found = doubt(exchange({"end": 5}, {"end": 5}), BOTH, prior=prior)
    assert found.status == "found"
    assert found.best is not None
    assert found.best.count == (2 if found.prior["a"] >= Fraction(9, 10) else 3)


@pytest.mark.parametrize(
    ("end", "guarantee", "discount", "prior", "unit"),
    [("4", "0", "1", "2/5", "3"), ("1/10", "0", "9/10", "1/2", "2/7"), ("2", "1", "1", "1/2", "100")],
)
def test_scaling_all_amounts_of_one_party_scales_only_what_is_said_of_it(
    end: str, guarantee: str, discount: str, prior: str, unit: str
) -> None:
    """Each party's amounts are on a scale of its own: sizes, chances and the T that can be do not depend on it."""

    def at(scale: Fraction) -> Case:
        stake = {"end": Fraction(end), "guarantee": Fraction(guarantee), "discount": discount}
        scaled = {key: x * scale if isinstance(x, Fraction) else x for key, x in stake.items()}
        steps = {
            "give": {"doer": "a", "cost": 10, "value": {"b": 15 * scale}},
            "pay": {"doer": "b", "cost": 10 * scale, "value": {"a": 15}},
        }
        return Case.from_dict({"parties": ["a", "b"], "steps": steps, "stakes": {"a": stake, "b": scaled}})

    k = Fraction(unit)
    alike, scaled = (doubt(at(scale), BOTH, prior=prior, most=4) for scale in (Fraction(1), k))
    assert len(alike.screening) > 1
    assert scaled.status == alike.status
    assert [(one.count, one.least, one.most, one.why) for one in scaled.tried] == [
        (one.count, one.least, one.most, one.why) for one in alike.tried
    ]
    assert all(law.witness is None for law in scaled.laws)
    for one, other in zip(alike.screening, scaled.screening, strict=True):
        assert (other.phases, other.sizes, other.shares, other.chance) == (
            one.phases,
            one.sizes,
            one.shares,
            one.chance,
        )
        for key in ("guarantee_needed", "most", "expected", "worth"):
            before, after = getattr(one, key), getattr(other, key)
            assert after == {"a": before["a"], "b": k * before["b"]}, key
    # Every plan of either kind, at the amounts and guarantees of each: nobody gains by another.
    for row in scaled.screening:
        priors = dict.fromkeys("ab", Fraction(prior))
        one, other = sides_of(at(k), BOTH, priors)
        bound = (
            replace(one, guarantee=one.guarantee + row.guarantee_needed["a"]),
            replace(other, guarantee=other.guarantee + row.guarantee_needed["b"]),
        )
        assert tempted(bound, (row.shares["give"], row.shares["pay"]), row.phases) == (None, None)


def test_with_slack_every_t_has_sizes_of_the_same_rule() -> None:
    """Worth 3 and discount .7, so that the sizes with the least first part are others than those of the rule."""
    stake = {"end": "2.5", "discount": "0.7"}
    steps = {
        "give": {"doer": "a", "cost": 10, "value": {"b": 30}},
        "pay": {"doer": "b", "cost": 10, "value": {"a": 30}},
    }
    case = Case.from_dict({"parties": ["a", "b"], "steps": steps, "stakes": {"a": stake, "b": stake}})
    found = doubt(case, BOTH, prior="1/10")
    assert found.best is not None
    row = found.screening[0]
    first, second, third, fourth = row.shares["give"]
    rate = Fraction(3) * Fraction(7, 10)
    assert (first / second, second / third, third / fourth) == (rate / 10, rate, rate)
    assert found.best.least["give"] < first < found.best.most["give"]
    assert {one.sizes for one in found.screening} == {"least end value"}
    assert "Every T is shown with the sizes for which the least end value would be enough." in found.words()
    differ = exchange({"end": 5}, {"end": 6}, (14, 18))
    assert "Shown are the least first parts." in doubt(differ, BOTH, prior="0.4").words()


def test_where_the_rule_tempts_t_1_has_the_least_first_parts() -> None:
    """A guarantee of 1 each, worth 1.5, prior .2: at the sizes of the rule a taker would not sign."""
    case = exchange({"end": "9.25", "guarantee": 1}, {"end": "9.25", "guarantee": 1})
    found = doubt(case, BOTH, prior="1/5")
    assert found.best is not None
    assert found.screening[0].sizes == "least first parts"
    assert found.screening[0].shares["give"][0] == found.best.least["give"]
    assert all(law.witness is None for law in found.laws)


def test_the_words_say_what_t_changes_and_not_which_to_take() -> None:
    said = doubt(exchange({"end": 4}, {"end": 4}), BOTH, prior="2/5").words()
    assert "- each ties up more guarantee (0, then 1.14);" in said
    assert "- losing that part is less likely (0.6, then 0.2);" in said
    assert "- on average a sincere side loses more (1.59, then 2)." in said
    assert "Which of these weighs more is for the parties to say." in said
    assert not any(word in line for line in said for word in ("better", "should", "best"))


def test_sides_that_differ_have_first_parts_of_their_own() -> None:
    found = doubt(exchange({"end": 5}, {"end": 6}, (14, 18)), BOTH, prior={"a": "0.7", "b": "0.4"})
    assert found.status == "found"
    assert found.best is not None
    assert [row.phases for row in found.screening] == [1]
    assert found.screening[0].chance == {"a": Fraction(3, 5), "b": Fraction(3, 10)}
    assert all(law.witness is None for law in found.laws)


def test_too_little_at_stake_is_named_with_what_it_takes() -> None:
    case = exchange({"end": 50}, {"end": "0.1"})
    found = doubt(case, BOTH, prior="1/2", most=3)
    assert found.status == "no schedule"
    assert found.best is not None
    needed = found.best.guarantee_needed
    assert needed is not None
    assert needed["a"] == needed["b"] > 0
    assert all(one.why and not one.least for one in found.tried)
    assert "b, when sincere, gains by keeping back part" in found.tried[0].why[0]
    for share, status in ((Fraction(1), "found"), (Fraction(99, 100), "no schedule")):
        stakes = {
            name: stake.model_copy(update={"guarantee": (share * needed[name], share * needed[name])})
            for name, stake in case.stakes.items()
        }
        assert doubt(case.model_copy(update={"stakes": stakes}), BOTH, prior="1/2", most=3).status == status


def test_where_it_cannot_be_reckoned_there_is_no_number() -> None:
    held = exchange({"end": 4, "guarantee": 10}, {"end": 4, "guarantee": 10})
    for case, steps, prior, words in (
        (catalogue.load("toy/side-by-side"), ["full-relief"], "1/2", "no other step is to be done, but there is"),
        (held, BOTH, "1/2", "the guarantees alone hold even a side that is not sincere"),
        (exchange({"end": 4}, {"end": 4}), BOTH, "1", "leaves no doubt"),
    ):
        found = doubt(case, steps, prior=prior)
        assert found.status == "not reckoned"
        assert words in found.summary()
        assert found.best is None
        assert found.tried == found.screening == ()
        assert found.rows() == []


@pytest.mark.parametrize(
    ("prior", "words"),
    [
        ("0", "expected a chance above 0 and at most 1, got `0`"),
        ("1.2", "got `1.2`"),
        ("-1", "got `-1`"),
        ("much", "got `much`"),
        ("nan", "got `nan`"),
        ({"a": "0.5"}, "expected a chance for `b` too"),
        ({"a": "0.5", "bb": "0.5"}, "Did you mean `b`?"),
        ({"a": "0.5", "b": "2"}, "got `b=2`"),
    ],
)
def test_what_is_no_prior_is_refused(prior: Any, words: str) -> None:
    with pytest.raises(CommandError) as raised:
        doubt(exchange({"end": 4}, {"end": 4}), BOTH, prior=prior)
    assert str(raised.value).startswith("--prior: expected")
    assert words in str(raised.value)


def test_on_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(FILE, encoding="utf-8")

    def run(*words: str) -> Any:
        return CliRunner().invoke(app, ["roadmap", str(file), *words])

    done = run("--split", "all", "--prior", "0.4")
    assert done.exit_code == 0
    assert "Under doubt (a sincere: 0.4, b sincere: 0.4) give and pay in 3 parts" in done.stdout
    assert "T = 1: parts of 26.5 %, 44.1 %, 29.4 %. Extra guarantee: none." in done.stdout
    assert "so that nobody is found out" in done.stdout
    assert "Taken for granted under doubt:" in done.stdout
    assert "60 %, 40 % of it" in done.stdout, "and what holds without doubt stands beside it"
    tree = json.loads(run("--split", "all", "--prior", "a=0.4", "--prior", "b=2/5", "--json").stdout)
    assert tree["status"] == "found"
    assert tree["doubt"]["prior"] == {"a": "2/5", "b": "2/5"}
    assert tree["doubt"]["best"]["least"]["give"] == "9/34"
    assert [row["phases"] for row in tree["doubt"]["screening"]] == [1, 2, 3]
    assert json.loads(run("--split", "all", "--json").stdout)["doubt"] is None
    file.write_text(FILE.replace("b: {end: 4}", "b: {end: 0.001}"), encoding="utf-8")
    assert run("--split", "all", "--prior", "0.4").exit_code == 1
    for words, said in (
        (["--prior", "0.4"], "--prior: expected with --split"),
        (["--split", "all", "--prior", "a=0.4", "--prior", "a=0.5"], "once for each side, got `a=0.5`"),
        (["--split", "all", "--prior", "0.4", "--prior", "0.5"], "PARTY=CHANCE"),
    ):
        failed = run(*words)
        assert said in str(failed.exception)


def test_an_illustration_says_so() -> None:
    stated = exchange({"end": 4}, {"end": 4})
    shown = exchange({"end": 4, "basis": "illustration"}, {"end": 4})
    assert doubt(shown, BOTH, prior="0.4").summary().startswith("Illustration: the amounts are invented. Under doubt")
    assert doubt(stated, BOTH, prior="0.4").summary().startswith("Under doubt")
    assert parts(shown, BOTH).summary().startswith("Illustration: the amounts are invented. give and pay in 2")
    assert parts(shown, BOTH).to_dict()["illustration"] is True
    assert parts(stated, BOTH).summary().startswith("give and pay in 2")


def test_beside_the_answer_without_doubt() -> None:
    case = exchange({"end": 4}, {"end": 4})
    alone = parts(case, BOTH)
    both = replace(alone, doubt=doubt(case, BOTH, prior="0.4"))
    assert alone.to_dict()["doubt"] is None
    assert any(line.startswith("Under doubt") for line in both.words())
