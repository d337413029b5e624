"""`paripassu stability`: what is printed, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from paripassu.cli import app
from paripassu.errors import CommandError

RUN = CliRunner()


def ask(*words: str, code: int = 0) -> str:
    result = RUN.invoke(app, ["stability", *words], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.stdout


def test_the_answer_in_words_and_as_a_table() -> None:
    lines = ask("papers/prisoners-dilemma").splitlines()
    assert lines[0].startswith("1 of the 4 states would hold by every concept")
    assert lines[-2:] == ["C1: One", "C2: Two"]
    assert [line.split() for line in lines[-6:-3]] == [
        ["state", "what", "is", "taken", "Nash", "GMR", "SMR", "SEQ", "SSEQ"],
        ["0", "nothing", "yes", "yes", "yes", "yes", "yes"],
        ["3", "C1,", "C2", "yes", "yes", "yes", "yes"],
    ]


def test_json_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "answer.json"
    assert ask("papers/elmira", "--json", "--out", str(out)) == ""
    answer = json.loads(out.read_text())
    assert answer["equilibria"]["nash"] == [8, 9, 18, 21, 24, 25]


def test_explain() -> None:
    assert "Local governments moves: it takes insist" in ask("papers/elmira", "--explain", "today", "--for", "lg")
    answer = json.loads(ask("papers/elmira", "--explain", "delay", "--for", "lg", "--json"))
    assert answer["for"] == "lg"
    assert answer["state"] == {"id": 2, "pattern": "NYNNN"}
    assert [concept for concept, verdict in answer["concepts"].items() if verdict["stable"]] == ["gmr", "smr"]
    assert answer["concepts"]["gmr"]["improvements"] == [
        {
            "to": 18,
            "sanctioned": True,
            "answer": [{"mover": "moe", "from": 18, "to": 19, "for_the_mover": "worse"}],
        }
    ]


def test_from_and_to() -> None:
    assert ask("papers/elmira", "--from", "today") == ask("papers/elmira", "--to", "wished")
    assert "cannot be reached" in ask("papers/elmira", "--from", "20", "--to", "delay", code=1)
    assert json.loads(ask("papers/elmira", "--to", "21", "--json"))["must_move"] == ["moe", "uniroyal", "lg"]


def test_nothing_stable_ends_with_one(tmp_path: Path) -> None:
    file = tmp_path / "ring.yaml"
    # The conflict of tests/stability/test_answer.py, worked there by hand.
    file.write_text(
        "parties: [a, b]\ngraph:\n  states: [s0, s1, s2, s3, s4]\n  moves:\n"
        "    a: [[s0, s3], [s0, s4], [s1, s0], [s2, s0]]\n    b: [[s0, s2], [s2, s1], [s3, s1], [s4, s2]]\n"
        "ranking:\n  a: [s2, s3, s4, s0, s1]\n  b: [s1, s0, s2, s3, s4]\n"
    )
    assert "nothing is stable" in ask(str(file), code=1)


@pytest.mark.parametrize(
    "words",
    [
        ["--explain", "3"],
        ["--for", "one"],
        ["--explain", "3", "--for", "one", "--to", "2"],
        ["--explain", "9", "--for", "one"],
        ["--explain", "3", "--for", "nobody"],
        ["--from", "C3"],
        ["--coalitions", "--hold", "3"],
        ["--coalitions", "--to", "3"],
        ["--hold", "3", "--by", "nsh"],
        ["--hold", "3", "--for", "three"],
        ["--coalitions", "--for", "one"],
        ["--as-seen"],
        ["--as-seen", "--one-way", "C1"],
        ["--one-way", "C9"],
    ],
)
def test_a_command_that_cannot_be(words: list[str]) -> None:
    with pytest.raises(CommandError):
        ask("papers/prisoners-dilemma", *words)


def test_coalitions() -> None:
    assert "One and Two would together gain by moving to C1, C2 (3)" in ask("papers/prisoners-dilemma", "--coalitions")
    answer = json.loads(ask("papers/elmira", "--coalitions", "--json"))
    assert answer["equilibria"]["cnash"] == [8, 9, 21, 24, 25]
    assert answer["jumps"] == [{"from": 18, "coalition": ["moe", "uniroyal"], "to": [21]}]
    jumps = json.loads(ask("papers/elmira", "--coalitions", "--from", "18", "--json"))
    assert jumps["improvements"] == [{"coalition": ["moe", "uniroyal"], "to": [21]}]
    assert ask("papers/elmira", "--coalitions", "--from", "21").startswith("No one, alone or together")


def test_hold() -> None:
    assert "if it liked delay, insist (18) no better" in ask("papers/elmira", "--hold", "2", "--for", "lg")
    answers = json.loads(ask("papers/elmira", "--hold", "today", "--by", "nash", "--json"))
    assert [(one["for"], one["least_change"]["no_better_than_the_state"]) for one in answers] == [
        ("moe", []),
        ("uniroyal", []),
        ("lg", [18]),
    ]
    assert json.loads(ask("papers/elmira", "--hold", "2", "--for", "lg", "--json"))["equilibrium_after"]


def test_what_if(tmp_path: Path) -> None:
    change = tmp_path / "change.yaml"
    change.write_text("moves: {lg: {insist: {irreversible: true}}}\nwished: [delay]\n")
    assert "The wished state holds by" in ask("papers/elmira", "--what-if", str(change))
    answer = json.loads(ask("papers/elmira", "--one-way", "insist", "--json"))
    assert answer["before"]["equilibria"]["nash"] == [8, 9, 18, 21, 24, 25]
    assert set(answer) == {"before", "after", "gained", "lost"}


def test_as_seen(tmp_path: Path) -> None:
    file = tmp_path / "seen.yaml"
    # The trade of tests/stability/test_perception.py, worked there by hand.
    file.write_text(
        "parties: [us, dprk]\nmoves: {us: [relieve], dprk: [freeze]}\n"
        "ranking: {us: [freeze, not relieve], dprk: [relieve, not freeze]}\n"
        "views: {us: {ranking: {dprk: [freeze]}}}\n"
    )
    assert json.loads(ask(str(file), "--as-seen", "--json"))["left_by_mistake"]["seq"] == [3]
    assert "is left by mistake: relieve, freeze (3)" in ask(str(file), "--as-seen")


def test_a_gmcr_file_stands_wherever_a_case_does(tmp_path: Path) -> None:
    file = tmp_path / "chicken.gmcr"
    file.write_text(
        json.dumps(
            {
                "options": [{"name": "L", "permittedDirection": "both"}, {"name": "R", "permittedDirection": "both"}],
                "decisionMakers": [
                    {"name": "One", "options": [0], "preferences": [], "preferenceRanking": [3, 4, 2, 1]},
                    {"name": "Two", "options": [1], "preferences": [], "preferenceRanking": [2, 4, 3, 1]},
                ],
                "infeasibles": [],
                "useManualPreferenceRanking": True,
            }
        )
    )
    # Chicken, as in the catalogue: places are decimals plus one.
    assert json.loads(ask(str(file), "--json"))["equilibria"]["seq"] == [1, 2]
