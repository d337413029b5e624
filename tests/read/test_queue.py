"""The queue: a text read again changes no decision, and the file survives anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu.case.evidence import span_of
from paripassu.case.proposal import Proposal, propose
from paripassu.errors import CaseError
from paripassu.read.queue import SAME_EVENT, Added, Document, Queue, add, load, place, save

TEXT = "Akiko Sato met Nils Berg on Friday. “We want four percent,” Sato said."
SHA = "ab" * 32


def person(name: str, **more: str) -> Proposal:
    start = TEXT.index(name)
    return propose(
        "person", "persons.full", "explicit", span_of(SHA, TEXT, start, start + len(name)), {"name": name, **more}
    )


@pytest.fixture
def case(tmp_path: Path) -> Path:
    file = tmp_path / "talks.yaml"
    file.write_text("parties: [port, union]\n")
    return file


def test_a_text_read_again_adds_nothing(case: Path) -> None:
    both = [person("Akiko Sato"), person("Nils Berg")]
    assert add(case, both, document=Document(sha256=SHA, title="Talks", author=("A",))) == Added(2, 0, 0)
    assert add(case, both) == Added(0, 2, 0)
    queue = load(case)
    assert queue.proposals == tuple(both)
    assert queue.documents[SHA].author == ("A",)


def test_what_was_rejected_stays_rejected_even_when_its_party_is_known_by_now(case: Path) -> None:
    add(case, [person("Akiko Sato")])
    queue = load(case)
    save(case, queue.decided(queue.proposals[0].decided("rejected", by="ed", at="2021-03-02")))
    again = person("Akiko Sato", party="union")
    assert again.id != queue.proposals[0].id
    assert add(case, [again]) == Added(0, 0, 1)
    assert [one.state for one in load(case).proposals] == ["rejected"]


def test_a_date_that_could_not_be_told_is_asked_again_once_it_can(case: Path) -> None:
    span = span_of(SHA, TEXT, 28, 34)
    vague = propose("date", "dates.weekday", "likely", span, {"text": "Friday", "value": None})
    clear = propose("date", "dates.weekday", "likely", span, {"text": "Friday", "value": "2021-03-05"})
    add(case, [vague])
    save(case, load(case).decided(vague.decided("rejected", by=None, at=None)))
    assert add(case, [clear]) == Added(1, 0, 0)


def test_the_same_words_in_another_text_are_another_finding(case: Path) -> None:
    one = person("Akiko Sato")
    other = propose("person", one.rule, "explicit", one.evidence.model_copy(update={"source": "cd" * 32}), one.content)
    assert add(case, [one, other]) == Added(2, 0, 0)
    assert load(case).open("cd") == (other,)


@given(st.lists(st.sampled_from(["open", "accepted", "rejected"]), max_size=4), st.text(max_size=8))
@settings(deadline=None)  # it writes files, on machines that are busy with other things
def test_a_queue_is_read_back_as_written(
    tmp_path_factory: pytest.TempPathFactory, states: list[str], title: str
) -> None:
    case = tmp_path_factory.mktemp("q") / "case.yaml"
    found = tuple(
        propose("date", f"r{index}", "guess", span_of(SHA, TEXT, index, index + 3), {"value": None}).decided(
            state,
            by=None,
            at=None,  # type: ignore[arg-type]
        )
        for index, state in enumerate(states)
    )
    queue = Queue(documents={SHA: Document(sha256=SHA, title=title or None)}, proposals=found)
    save(case, queue)
    assert load(case) == queue


@pytest.mark.parametrize("held", ["", "[]", '{"documents": {}, "proposals": [{}]}', '{"documents": 3}', "\x00"])
def test_a_broken_file_is_told_and_left_alone(case: Path, held: str) -> None:
    place(case).write_text(held)
    with pytest.raises(CaseError, match=r"talks\.proposals\.json"):
        add(case, [person("Akiko Sato")])
    assert place(case).read_text() == held


def test_a_folder_keeps_its_queue_inside(tmp_path: Path) -> None:
    assert place(tmp_path) == tmp_path / "case.proposals.json"


def test_reading_again_takes_away_what_is_not_found_any_more(case: Path) -> None:
    """Read first without its day, then with it: the undated finds do not stay beside the dated ones."""
    span = span_of(SHA, TEXT, 28, 34)
    page = Document(sha256=SHA, title="Talks")
    undated = propose("event", "events.verb", "likely", span, {"kind": "meeting", "on": None})
    dated = propose("event", "events.verb", "likely", span, {"kind": "meeting", "on": "2021-03-05"})
    heard = propose("event", "model:x", "guess", span, {"kind": "call", "on": None})
    refused = propose("event", "events.noun", "guess", span, {"kind": "visit", "on": None})
    add(case, [undated, refused], document=page)
    add(case, [heard])
    same = propose("merge", SAME_EVENT, "likely", span, {"what": "event", "left": "x", "right": undated.id})
    held = load(case).decided(refused.decided("rejected", by=None, at=None))
    save(case, Queue(documents=held.documents, proposals=(*held.proposals, same)))
    added = add(case, [dated], document=page)
    assert added == Added(1, 0, 0, 1)
    assert str(added).endswith("0 decided before, 1 not found any more")
    assert [one.id for one in load(case).proposals] == [refused.id, heard.id, dated.id]
    # Another text, and what one model heard, leave it alone.
    assert add(case, [], document=Document(sha256="0" * 64)).gone == 0
    assert add(case, []).gone == 0
