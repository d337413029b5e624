"""`paripassu review`: answers line by line, from a terminal or not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.read.test_review import BERG, CASE, DAY, ECHO, POST, SPELT, TALKS, add_echo, sha
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
    assert "Expected y, n, e, u, s or q." in done.stdout
    assert done.stdout.rstrip().endswith("4 left for later.")
    states = [one.state for one in queue.load(case).proposals if one.id not in (BERG.id, DAY.id)]
    assert states == ["accepted", "rejected", "open", "open", "open", "open"]


def test_the_end_of_the_answers_is_a_stop(case: Path) -> None:
    assert review(case, "y\n").stdout.rstrip().endswith("5 left for later.")
    assert "akiko-sato" in load(case).people


def test_all_of_it_and_then_nothing(case: Path) -> None:
    assert review(case, "y\n" * 20).stdout.rstrip().endswith("Nothing is left.")
    again = "Not asked: 2 that would add nothing to the case (dates, names it has); --ask all asks.\nNothing is left.\n"
    assert review(case, "").stdout == again
    assert review(case, "y\ny\n", "--ask", "all").stdout.endswith("Nothing is left.\n")
    assert review(case, "").stdout == "Nothing to review.\n"
    add_echo(case)
    done = review(case, "y\n" * 20)
    assert "One person: Akiko Sato and Sato Akiko (surname first)?" in done.stdout
    assert "Does this tell of the event the record has: meeting on 2021-03-01" in done.stdout
    assert "told by Evening Echo, citing Coast Wire, citing aide (unnamed)" in done.stdout
    assert load(case).record[-1].same_as is not None


def test_what_was_added_has_a_name(case: Path) -> None:
    told = review(case, "y\n" * 20).stdout
    assert ".+" not in told
    assert "one position" in told
    assert f"event {load(case).record[-1].id}" in told or "one event" in told


def test_where_nobody_is_known_it_is_said(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("USER", raising=False)
    told = RUN.invoke(app, ["review", str(case)], input="q\n").stderr
    assert told == "Nobody's name is kept with what is decided; --by NAME gives one.\n"
    assert "Nobody" not in review(case, "q\n").stderr


def test_what_cannot_be_taken_is_told_and_left(case: Path) -> None:
    case.write_text(CASE.replace("to: 5", "to: 3"))
    done = review(case, "n\nn\nn\nn\ny\n")
    assert "Not taken: needs an option of `rise`" in done.stdout
    assert done.stdout.rstrip().endswith("2 left for later.")


def test_edit_field_by_field_then_yes(case: Path) -> None:
    # name kept, aliases emptied, role changed, the party mistyped and mended
    done = review(case, "e\n\n-\nhead of the talks\nDock Union\ny\nq\n")
    assert "  name [Akiko Sato]> " in done.stdout
    assert "  Person: Akiko Sato (head of the talks, Dock Union)? (likely, test.person, edited)" in done.stdout
    assert [str(one) for one in load(case).people["akiko-sato"].role] == ["head of the talks"]
    first = queue.load(case).proposals[0]
    assert (first.state, first.content["role"], first.by) == ("edited", "chief negotiator", "LM")
    assert first.edited is not None
    assert (first.edited["role"], first.edited["aliases"]) == ("head of the talks", [])


def test_a_slip_while_editing_is_said_and_asked_again(case: Path) -> None:
    done = review(case, "e\n1 March\n2021-02-30\n2021-03\ny\nq\n", "--ask", "dates")
    assert (
        "value: expected a date as YYYY-MM-DD, YYYY-MM, YYYY or start/end, or `unknown`, got `1 March`." in done.stdout
    )
    assert "value: expected a day of the calendar, got `2021-02-30`." in done.stdout
    assert queue.load(case).proposals[3].edited == {"text": "1 March 2021", "value": "2021-03", "precision": "month"}


def test_an_edit_can_be_edited_again_and_left(case: Path) -> None:
    done = review(case, "e\nAnn Sato\n.\ne\n\n.\ne\n\n\nenvoy\n.\ns\nq\n")
    assert "  Person: Ann Sato, also Sato (envoy, Dock Union)?" in done.stdout
    assert "Nothing was changed." in done.stdout
    assert case.read_text() == CASE
    assert queue.load(case).proposals[0].state == "open"
    assert review(case, "e\nAnn Sato\n").stdout.rstrip().endswith("6 left for later.")


def test_what_was_edited_and_cannot_be_taken_stays_as_it_was_read(case: Path) -> None:
    done = review(case, "n\nn\nn\nn\ne\n\n\n9\n.\ny\n")
    assert "Not taken: needs an option of `rise`" in done.stdout
    assert queue.load(case).proposals[6].state == "open"


def test_an_event_edited_onto_one_of_the_record_is_asked_about(case: Path) -> None:
    review(case, "y\n" * 20)
    moved = TALKS.model_copy(update={"id": "e" * 16, "content": {**TALKS.content, "on": "2022-03-02"}})
    for answers, same_as, states in (
        ("s\n", None, ["open"]),
        ("n\n", None, ["edited", "rejected"]),
        ("y\n", "x", ["edited", "accepted"]),
    ):
        before, held = case.read_text(), queue.place(case).read_text()
        queue.add(case, [moved])
        done = review(case, "e\n\n\n2021-03-02\n.\ny\n" + answers)
        assert "Does this tell of the event the record has" in done.stdout
        assert "on 2021-03-02 at the Old Hall" in done.stdout
        assert [one.state for one in queue.load(case).proposals[8:]] == states
        last = load(case).record[-1]
        assert (last.same_as is not None) is (same_as is not None)
        case.write_text(before)
        queue.place(case).write_text(held)


def test_two_accounts_of_one_event_are_yes_or_no(case: Path) -> None:
    review(case, "y\n" * 20)
    add_echo(case)
    done = review(case, "n\nn\ne\n")
    assert "Nothing here can be edited: y or n." in done.stdout


def test_explicit_asks_nothing(case: Path) -> None:
    done = review(case, "", "--accept", "explicit")
    assert done.stdout == "Took 2; 6 left for later.\n  person: Nils Berg\n  date: 1 March 2021 = 2021-03-01\n"
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
        (["--ask", "contact"], "Did you mean `contacts`?"),
    ],
)
def test_what_cannot_be_asked(case: Path, options: list[str], said: str) -> None:
    done = review(case, "", *options)
    assert isinstance(done.exception, CommandError)
    assert said in str(done.exception)


def test_a_case_of_the_shelf_is_not_written_to() -> None:
    done = RUN.invoke(app, ["review", "harbour-of-the-shelf"])
    assert isinstance(done.exception, CommandError)


def test_what_would_add_nothing_costs_no_answer(case: Path) -> None:
    """A day and a name the case has: taking them changes no letter of the case."""
    told = review(case, "n\n" * 20).stdout
    assert "(6 to decide)" in told
    assert "Date:" not in told
    assert "Person: Nils Berg" not in told
    assert {one.state for one in queue.load(case).proposals if one.id in (BERG.id, DAY.id)} == {"open"}
    assert "Date: `1 March 2021` is 2021-03-01?" in review(case, "n\n", "--ask", "dates").stdout


def test_one_kind_only(case: Path) -> None:
    told = review(case, "y\ny\n", "--ask", "contacts").stdout
    assert told.count("y/n/e/u/s/q>") == 1
    assert "Event: meeting of Akiko Sato, Nils Berg" in told
    assert [one.kind for one in load(case).record] == ["meeting"]


def test_an_answer_can_be_taken_back(case: Path) -> None:
    """In the case and in the queue; and it is asked again."""
    held = queue.place(case).read_text()
    told = review(case, "y\nu\nu\nn\nu\nq\n").stdout
    assert told.count("Taken back.") == 2
    assert told.count("Nothing was decided yet.") == 1
    assert told.count("Person: Akiko Sato") == 3
    assert case.read_text() == CASE
    assert queue.place(case).read_text() == held


def test_a_case_changed_meanwhile_is_not_turned_back(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from paripassu.read.review import Review

    walked = Review(case, by="LM")
    walked.accept(next(walked.walk()))
    case.write_text(case.read_text() + "# a line of mine\n")
    with pytest.raises(CommandError, match="was changed since"):
        walked.undo()
    assert case.read_text().endswith("# a line of mine\n")
    assert queue.load(case).proposals[0].state == "accepted"


def test_the_rest_of_a_kind_at_once_and_what_was_left_out_again(case: Path) -> None:
    review(case, "na\n" * 9)
    assert {one.state for one in queue.load(case).proposals} == {"rejected", "open"}
    assert "people.akiko-sato" not in review(case, "").stdout
    told = review(case, "ya\n" * 9, "--again").stdout
    assert "Added: sources.harbour-post-2021-03-02, people.akiko-sato" in told
    assert len(load(case).record) == 3


def test_the_rest_at_once_never_joins_two_reports(case: Path) -> None:
    review(case, "y\n" * 20)
    add_echo(case)
    told = review(case, "ya\n" * 3).stdout
    assert "Does this tell of the event the record has: meeting on 2021-03-01 of Akiko Sato, Nils Berg" in told
    assert told.count("y/n/e/u/s/q>") == 2
