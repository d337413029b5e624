"""`paripassu review`: answers line by line, from a terminal or not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.read.test_review import CASE, ECHO, POST, SPELT, add_echo, sha
from tests.read.test_review import case as _case
from typer.testing import CliRunner, Result

from paripassu.case import load
from paripassu.cli import app
from paripassu.errors import CommandError
from paripassu.read import queue

RUN = CliRunner()
case = _case


def review(case: Path, answers: str, *options: str) -> Result:
    return RUN.invoke(app, ["review", str(case), "--by", "LM", *options], input=answers)


def test_yes_no_skip_quit(case: Path) -> None:
    done = review(case, "y\nn\n\nwhat\ns\nq\n")
    assert done.exit_code == 0
    assert "== Talks open" in done.stdout
    assert "  Chief negotiator [Akiko Sato] met harbour master" in done.stdout
    assert "  Person: Akiko Sato, also Sato (chief negotiator, Dock Union)? (likely, test.person)" in done.stdout
    assert "Added: sources.harbour-post-2021-03-02, people.akiko-sato" in done.stdout
    assert "Expected y, n, s or q." in done.stdout
    assert done.stdout.rstrip().endswith("6 left for later.")
    states = [one.state for one in queue.load(case).proposals]
    assert states == ["accepted", "rejected", "open", "open", "open", "open", "open", "open"]


def test_the_end_of_the_answers_is_a_stop(case: Path) -> None:
    assert review(case, "y\n").stdout.rstrip().endswith("7 left for later.")
    assert "akiko-sato" in load(case).people


def test_all_of_it_and_then_nothing(case: Path) -> None:
    assert review(case, "y\n" * 20).stdout.rstrip().endswith("Nothing is left.")
    assert review(case, "").stdout == "Nothing to review.\n"
    add_echo(case)
    done = review(case, "y\n" * 20)
    assert "One person: Akiko Sato and Sato Akiko (surname first)?" in done.stdout
    assert "Does this tell of the event the record has: meeting on 2021-03-01" in done.stdout
    assert "told by Evening Echo, citing Coast Wire, citing aide (unnamed)" in done.stdout
    assert load(case).record[-1].same_as is not None


def test_what_cannot_be_taken_is_told_and_left(case: Path) -> None:
    case.write_text(CASE.replace("to: 5", "to: 3"))
    done = review(case, "n\nn\nn\nn\nn\nn\ny\n")
    assert "Not taken: needs an option of `rise`" in done.stdout
    assert done.stdout.rstrip().endswith("2 left for later.")


def test_explicit_asks_nothing(case: Path) -> None:
    done = review(case, "", "--accept", "explicit")
    assert done.stdout == "Took 2; 6 left for later.\n"
    assert case.read_text() == CASE


def test_json_lists_what_is_open_and_asks_nothing(case: Path) -> None:
    held = json.loads(review(case, "", "--json").stdout)
    assert [one["state"] for one in held["open"]] == ["open"] * 8
    assert held["open"][0]["evidence"]["quote"] == "Akiko Sato"
    taken = json.loads(review(case, "", "--accept", "explicit", "--json").stdout)
    assert ([one["content"].get("name") for one in taken["taken"]], taken["left"]) == (["Nils Berg", None], 6)


@pytest.mark.parametrize("name", ["Second day", sha(ECHO)[:10]])
def test_one_document(case: Path, name: str) -> None:
    add_echo(case)
    done = review(case, "n\n" * 9, "--document", name)
    assert "Talks open" not in done.stdout
    assert len(queue.load(case).open(sha(POST))) == 8
    assert {one.state for one in queue.load(case).proposals if one.source == SPELT.source} == {"rejected"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--accept", "all"], "expected `explicit`"),
        (["--document", "Talks opne"], "Did you mean `Talks open`?"),
        (["--document", ""], "expected one document"),
    ],
)
def test_what_cannot_be_asked(case: Path, options: list[str], said: str) -> None:
    done = review(case, "", *options)
    assert isinstance(done.exception, CommandError)
    assert said in str(done.exception)


def test_a_case_of_the_shelf_is_not_written_to() -> None:
    done = RUN.invoke(app, ["review", "harbour-of-the-shelf"])
    assert isinstance(done.exception, CommandError)
