"""What is said to people: no letters for concepts without a word, numbers that match, illustrations named."""

from __future__ import annotations

from typing import Any

from paripassu import catalogue
from paripassu.case import Case
from paripassu.stability import CONCEPTS, analyse
from paripassu.stability.words import CONCEPT_NAMES, MEANINGS, equilibria_table, legend, summary
from tests.stability.test_answer import NOTHING


def test_every_concept_has_a_name_and_a_meaning() -> None:
    assert list(CONCEPT_NAMES) == list(MEANINGS) == list(CONCEPTS)


def test_the_summary_counts_what_holds() -> None:
    said = summary(analyse(catalogue.load("papers/elmira")))
    assert said[0].startswith("6 of the 12 states would hold by every concept")
    assert said[1].startswith("2 more would hold only because of how the others could answer a move: delay (2) by GMR")
    assert any("cannot be reached unless" in line for line in said)
    # One and Two both like cooperation (3) better than its absence (0), and neither gains by going first.
    prisoners = summary(analyse(catalogue.load("papers/prisoners-dilemma")))
    assert "Yet One and Two would each be better off there than at the start, if they moved together." in prisoners


def test_an_invented_ranking_says_so() -> None:
    sections: dict[str, Any] = {
        "parties": ["a", "b"],
        "moves": {"a": ["x"], "b": ["y"]},
        "ranking": {"a": {"basis": "illustration", "order": ["x"]}, "b": ["y"]},
    }
    assert summary(analyse(Case.from_dict(sections)))[0] == "The ranking of a is an illustration."


def test_indifference_throughout_is_said() -> None:
    sections: dict[str, Any] = {"parties": ["a"], "moves": {"a": ["x"]}, "ranking": {"a": [["0", "1"]]}}
    assert summary(analyse(Case.from_dict(sections)))[0] == "Nothing is said of what a would rather have."


def test_nothing_stable_is_said() -> None:
    said = summary(analyse(Case.from_dict(NOTHING)))
    assert said == [
        "In each of the 5 states someone can gain by moving.",
        "No answer of the others keeps everyone in any state: nothing is stable.",
    ]
    assert equilibria_table(analyse(Case.from_dict(NOTHING)))[1] == []


def test_the_legend_says_whose_an_option_is_and_which_way_it_goes() -> None:
    sections: dict[str, Any] = {
        "parties": {"a": "Ann"},
        "moves": {"a": {"x": {"name": "signs", "irreversible": "true"}, "y": {"only": "back"}, "z": {}}},
        "ranking": {"a": ["x"]},
    }
    assert legend(analyse(Case.from_dict(sections))) == [
        "x: Ann signs, and it stays taken",
        "y: Ann, and once given up it cannot be taken again",
        "z: Ann",
    ]
