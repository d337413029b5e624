"""A starter passes its own check, whatever the names."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu.case import Case, load
from paripassu.case.build import build
from paripassu.case.load import read_yaml
from paripassu.catalogue import Outline, alike, rank_order_weights, starter
from paripassu.catalogue.starter import EXAMPLE
from paripassu.report.answers import answer

NAMES = (
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)


ISSUES = st.dictionaries(NAMES, st.lists(NAMES, min_size=1, max_size=4, unique=True).map(tuple), min_size=1, max_size=4)


def read(text: str, folder: Path) -> Case:
    path = folder / "starter.yaml"
    path.write_text(text, encoding="utf-8")
    return build(read_yaml(path))


def test_the_example_is_ready_for_the_brief(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(starter(), encoding="utf-8")
    case = load(path)
    assert set(case.preferences) == set(case.parties) == {"our-side", "their-side"}
    assert all(preference.basis == "illustration" for preference in case.preferences.values())
    assert case.draft == {"price": "middle", "delivery": "this quarter", "guarantee": "bank guarantee"}


@given(
    title=NAMES,
    parties=st.lists(NAMES, min_size=1, max_size=3, unique=True),
    issues=ISSUES,
)
def test_any_names_make_a_case_that_reads(
    tmp_path_factory: object, title: str, parties: list[str], issues: dict[str, tuple[str, ...]]
) -> None:
    outline = Outline(title=title, parties=tuple(parties), issues=issues)
    case = read(starter(outline), tmp_path_factory.mktemp("starter"))  # type: ignore[attr-defined]
    assert case.title == title
    assert [party.name for party in case.parties.values()] == parties
    assert [issue.options for issue in case.issues.values()] == list(issues.values())
    said = [issue.name or key for key, issue in case.issues.items()]
    assert [words.casefold() for words in said] == [name.casefold() for name in issues]


def uncommented(text: str) -> str:
    """With every example section in use: `#rules:` and what stands under it, not the sentences."""
    return re.sub(r"^#(?=[a-z]+:|  )", "", text, flags=re.MULTILINE)


EXAMPLES = ("rules", "sources", "positions", "record", "moves", "today", "wished", "ranking", "stakes", "steps")


def test_every_example_section_reads_once_its_mark_is_taken_away(tmp_path: Path) -> None:
    text = starter()
    assert [name for name in EXAMPLES if f"\n#{name}:" not in text] == []
    case = read(uncommented(text), tmp_path)
    assert all(getattr(case, name) for name in EXAMPLES if name != "today")
    assert case.today == ()
    answers = answer(case)
    assert not answers.refused
    assert answers.settle
    assert answers.stability
    assert answers.roadmap
    assert answers.roadmap.status == "found"


@settings(max_examples=40, deadline=None)
@given(parties=st.lists(NAMES, min_size=1, max_size=3, unique=True), issues=ISSUES)
def test_the_examples_read_whatever_the_names(
    tmp_path_factory: object, parties: list[str], issues: dict[str, tuple[str, ...]]
) -> None:
    outline = Outline(title="x", parties=tuple(parties), issues=issues)
    case = read(uncommented(starter(outline)), tmp_path_factory.mktemp("starter"))  # type: ignore[attr-defined]
    assert case.moves
    assert case.record


def test_parties_that_are_made_alike_are_named() -> None:
    opposed = {"Mid": frozenset({"dam"}), "Down": frozenset({"dam"})}
    outline = Outline(title="Dam", parties=("Up", "Mid", "Down"), issues={"dam": ("low", "high")}, opposed=opposed)
    line = "As it stands, Mid and Down value everything alike: change the numbers where they differ."
    assert alike(outline) == (line,)
    assert f"# {line}\npreferences:" in starter(outline)
    assert alike(EXAMPLE) == ()


def test_rank_order_centroid() -> None:
    """Barron & Barrett (1996): for three attributes .6111, .2778, .1111."""
    assert rank_order_weights(3) == (0.6111, 0.2778, 0.1111)
