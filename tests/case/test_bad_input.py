"""Bad input ends in lines a person can act on: file, line, key, expected, got, nearest; and never in a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu.case import Case, load
from paripassu.case.build import build
from paripassu.case.load import parse_yaml
from paripassu.errors import CaseError


def problems(tmp_path: Path, text: str | bytes) -> list[str]:
    path = tmp_path / "case.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(CaseError) as caught:
        load(path)
    return [line.removeprefix(f"{tmp_path}/") for line in caught.value.lines()]


def test_every_problem_at_once_with_its_line(tmp_path: Path) -> None:
    text = """\
parties: {us: {nmae: United States}, dprk: }
issues:
  sequence: [all-in-one, NO]
  payment: 12
  relief: {from: 0, to: 100, step: 5}
rules:
  - not: {sequnce: NO}
preferences:
  us: {wieght: {sequence: 1}}
  dprk:
    weights: {sequence: -1}
draft: {sequence: all-in-two, relief: 7}
extra: 1
"""
    assert problems(tmp_path, text) == [
        "case.yaml:1: parties.us.nmae: expected a known key, got `nmae`. Did you mean `name`?",
        "case.yaml:4: issues.payment: expected a list of options or a range {from, to, step}, got `12`.",
        "case.yaml:7: rules.1st.not.sequnce: expected an issue of this case (sequence, payment, relief), got `sequnce`."
        " Did you mean `sequence`?",
        "case.yaml:9: preferences.us.wieght: expected a known key, got `wieght`. Did you mean `weights`?",
        "case.yaml:11: preferences.dprk.weights.sequence: expected a weight of at least 0, got `-1`.",
        "case.yaml:12: draft.sequence: expected an option of the issue (all-in-one, NO), got `all-in-two`."
        " Did you mean `all-in-one`?",
        "case.yaml:12: draft.relief: expected one of 0, ..., 100, got `7`.",
        "case.yaml:13: extra: expected a known section, got `extra`.",
    ]


HEAD = "parties: [a, b]\nissues: {x: [p, q]}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "expected a mapping with at least `parties`, got nothing"),
        ("- a\n", "expected a mapping with at least `parties`, got a list"),
        ("title: x\n", "expected a section `parties`, got none"),
        ("parties: {a: }\n\tb: 1\n", ":2: expected spaces to indent, got a tab"),
        ("parties: [a\n", "expected YAML"),
        ("parties: [a, b]\nparties: [c]\n", ":2: parties: expected a key once, got it again (first on line 1)"),
        ("parties: {a: !!python/name:os.system x}\n", "expected plain values without tags"),
        ("parties: {a: *nowhere}\n", "expected an anchor written above, got `*nowhere`"),
        ("parties: [a]\n---\nparties: [b]\n", "expected one document, got a second one"),
        (b"parties: [\xff]\n", ":1: expected text in UTF-8, got byte 0xFF"),
        ("parties: [a]\nissues: {x: {from: 5, to: 0}}\n", ":2: issues.x: expected `from` not above `to`, got 5 to 0"),
        ("parties: [a]\nissues: {x: {from: 0, to: 5, step: 0}}\n", "expected a step above 0, got 0"),
        ("parties: [a]\nissues: {x: {from: 0, to: 5, step: 2}}\n", "expected a step that divides 0 to 5, got 2"),
        ("parties: [a]\nissues: {x: {from: 0, to: 1000000000000}}\n", "got a range with 1,000,000,000,001"),
        ("parties: [a]\nissues: {x: []}\n", "expected at least one option, got none"),
        ("parties: [a]\nissues: {x: [p, p]}\n", "expected each option once, got `p` twice"),
        (HEAD + "rules: [{if: {x: p}}]\n", "expected `not`, or `if` with `then`"),
        (HEAD + "rules: [{not: {x: {at_least: 1}}}]\n", "expected options (only a numeric issue has bounds)"),
        (HEAD + "preferences: {c: {weights: {x: 1}, values: {x: {p: 1, q: 0}}}}\n", "expected a party of this case"),
        (
            HEAD + "preferences: {a: {weights: {x: 1}, values: {x: {p: 1}}}}\n",
            "a value for every option, got none for `q`",
        ),
        (HEAD + "preferences: {a: {weights: {x: 1}}}\n", "expected values for `x`, got none"),
        (HEAD + "preferences: {a: {weights: {x: 0}}}\n", "expected at least one weight above 0, got only zeros"),
        (HEAD + "preferences: {a: {no_deal: .nan, weights: {x: 1}, values: {x: {p: 1, q: 0}}}}\n", "a finite number"),
        (HEAD + "preferences: {a: {private: gone.yaml}}\n", "gone.yaml: expected a file, got nothing there"),
        (
            HEAD + "draft: {}\npositions: [{party: a, issue: x, option: p, basis: rumour, as_of: 2018-06-04}]\n",
            "`rumour`",
        ),
    ],
)
def test_one_slip_one_line(tmp_path: Path, text: str | bytes, expected: str) -> None:
    lines = problems(tmp_path, text)
    assert len(lines) == 1
    assert expected in lines[0]


def test_aliases_that_unfold_without_end_are_refused(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in range(1, 12):
        bomb += f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n"
    assert "values, aliases unfolded" in problems(tmp_path, bomb)[0]


def test_a_file_of_100_mb_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    with pytest.raises(CaseError, match="expected at most 8 MB, got 100 MB"):
        load(path)


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"expected a file, got nothing there"):
        load(tmp_path / "gone.yaml")
    with pytest.raises(CaseError, match=r"expected a folder with `case.yaml`"):
        load(tmp_path)


def test_depth_is_bounded() -> None:
    deep: object = "x"
    for _ in range(100):
        deep = {"a": deep}
    with pytest.raises(CaseError):
        Case.from_dict({"parties": ["a"], "issues": deep})


def test_a_private_file_stands_beside_and_its_slips_keep_their_own_line(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("weights: {x: 1}\nvalues:\n  x: {p: 1, r: 0}\n")
    lines = problems(tmp_path, HEAD + "preferences: {a: {private: a.yaml}}\n")
    assert lines[0].startswith("a.yaml:3: preferences.a.values.x.r: expected an option of the issue (p, q), got `r`")


PAGE = Path(__file__).parent.parent.parent / "docs" / "reference" / "case-file.md"
WHOLE = "".join(re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S))
WORDS = (
    "\n|:|- |{|}|[|]|'|\"|&a |*a|!x |#|0|-1|.nan|1/0|1e999|~|null|\x00|\u202e|😀|x: {}|x: []|x:|2018-02-30|yes|---\n|? "
)
SCRAPS = st.sampled_from(["", " ", "\t", "| \n", "<<: *a\n", *WORDS.split("|")])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 12), SCRAPS), min_size=1, max_size=4))
def test_no_slip_of_the_pen_ends_in_a_traceback(edits: list[tuple[int, int, str]]) -> None:
    """A whole case with random cuts and scraps either reads or says what is wrong."""
    text = WHOLE
    for at, cut, scrap in edits:
        text = text[:at] + scrap + text[at + cut :]
    case = None
    try:
        case = build(parse_yaml(text.encode("utf-8", "surrogatepass"), "case.yaml"))
    except CaseError as error:
        problems = error.problems
    assert case is not None or all(problem.expected and problem.got for problem in problems)
