"""The walk through the queue: what is accepted joins the case, what is rejected stays out, nothing merges silently."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import pytest

from paripassu.case import load
from paripassu.case.evidence import span_of
from paripassu.case.proposal import Proposal, propose
from paripassu.errors import CommandError
from paripassu.read import queue
from paripassu.read.disagree import disagreements
from paripassu.read.question import question
from paripassu.read.review import SAME_EVENT, Review
from paripassu.read.timeline import timeline

POST = (
    "Talks open at the harbour\n\nChief negotiator Akiko Sato met harbour master Nils Berg at Guild Hall on 1 March "
    "2021. “We want four percent,” Sato said. The port offers two, a clerk said.\n"
)
ECHO = "Sato Akiko and Nils Berg met at the Old Hall on 2 March 2021, the Coast Wire reported, citing an aide.\n"
CASE = """\
# The harbour
parties:
  union: {name: Dock Union}
  port: {name: Harbour Port, short: Port}   # owns the pier
issues:
  rise: {from: 0, to: 5, unit: percent}
people:
  berg:
    name: Nils Berg      # harbour master since 2015
    party: port
"""
NOW = dt.datetime(2021, 3, 6, 9, 30, tzinfo=dt.UTC)


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def found(text: str, words: str, kind: Any, confidence: Any = "likely", /, **content: Any) -> Proposal:
    start = text.index(words)
    return propose(kind, f"test.{kind}", confidence, span_of(sha(text), text, start, start + len(words)), content)


SATO = found(
    POST, "Akiko Sato", "person", name="Akiko Sato", aliases=["Sato"], role="chief negotiator", party="Dock Union"
)
BERG = found(POST, "Nils Berg", "person", "explicit", name="Nils Berg", aliases=[], role=None, party=None)
HALL = found(POST, "Guild Hall", "place", name="Guild Hall", aliases=[], type="building")
DAY = found(POST, "1 March 2021", "date", "explicit", text="1 March 2021", value="2021-03-01", precision="day")
MET = found(
    POST,
    "Akiko Sato met harbour master Nils Berg",
    "event",
    kind="meeting",
    on="2021-03-01",
    venue="Guild Hall",
    participants=["Akiko Sato", "Nils Berg"],
    parties=["Dock Union", "Port"],
    status="held",
    track="working-level",
    chain=["Harbour Post"],
)
SAID = found(
    POST, "We want four percent", "statement", kind="direct", speaker="Akiko Sato", cue="said", chain=["Akiko Sato"]
)
WANTS = found(
    POST, "four percent", "position", party="Dock Union", issue="rise", option="4", as_of=None, basis="stated"
)
OFFER = found(POST, "The port offers two", "offer", by="Port", to="Dock Union", what="two percent")
SPELT = found(ECHO, "Sato Akiko", "merge", what="person", left="Akiko Sato", right="Sato Akiko", why="surname first")
AKIKO = found(ECHO, "Sato Akiko", "person", name="Sato Akiko", aliases=[])
TALKS = found(
    ECHO,
    "Sato Akiko and Nils Berg met",
    "event",
    kind="talks",
    on="2021-03-02",
    venue="the Old Hall",
    participants=["Sato Akiko", "Nils Berg"],
    chain=["Evening Echo", "Coast Wire", {"unnamed": "aide"}],
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "post.txt").write_bytes(POST.encode())
    file = tmp_path / "talks.yaml"
    file.write_text(CASE)
    post = queue.Document(
        sha256=sha(POST), text="post.txt", title="Talks open", outlet="Harbour Post", published="2021-03-02"
    )
    queue.add(file, [SATO, BERG, HALL, DAY, MET, SAID, WANTS, OFFER], document=post)
    return file


def add_echo(case: Path) -> None:
    echo = queue.Document(sha256=sha(ECHO), title="Second day", outlet="Evening Echo", published="2021-03-05")
    queue.add(case, [AKIKO, SPELT, TALKS], document=echo)


def take_all(case: Path) -> Review:
    review = Review(case, by="LM", now=NOW)
    for proposal in review.walk():
        review.accept(proposal)
    return review


def test_names_come_before_events_and_everything_once(case: Path) -> None:
    order = [one.id for one in Review(case).walk()]
    assert order == [one.id for one in (SATO, BERG, HALL, DAY, MET, SAID, WANTS, OFFER)]


def test_what_is_accepted_joins_the_case_and_the_rest_of_the_file_stays(case: Path) -> None:
    take_all(case)
    held = load(case)
    assert held.people["akiko-sato"].party == "union"
    assert [str(one) for one in held.people["akiko-sato"].role] == ["chief negotiator"]
    assert held.people["akiko-sato"].aliases == ()  # a bare surname is nobody's name
    assert held.venues["guild-hall"].name == "Guild Hall"
    (source,) = held.sources.values()
    assert (source.title, source.outlet, str(source.published), source.sha256) == (
        "Talks open",
        "Harbour Post",
        "2021-03-02",
        sha(POST),
    )
    met, said, offer = held.record
    assert (str(met.on), met.kind, met.venue, met.level, met.status) == (
        "2021-03-01",
        "meeting",
        "guild-hall",
        "working-level",
        "held",
    )
    assert met.parties == ("union", "port")
    assert met.people == ("akiko-sato", "berg")
    assert (str(met.reported), str(met.entered), met.by, met.basis) == ("2021-03-02", "2021-03-06", "LM", "reported")
    assert met.evidence[0].holds_in(POST)
    assert [str(link) for link in met.chain] == ["Harbour Post"]
    assert [str(link) for link in said.chain] == ["Harbour Post", "Akiko Sato"]
    assert (said.kind, str(said.on), said.basis, said.people) == ("statement", "unknown", "stated", ("akiko-sato",))
    assert (offer.kind, offer.parties, offer.title) == ("offer", ("port", "union"), "two percent")
    (stand,) = held.positions
    assert (stand.party, stand.issue, stand.option, str(stand.as_of), stand.basis) == (
        "union",
        "rise",
        ("4",),
        "unknown",
        "stated",
    )
    lines = iter(case.read_text().splitlines())
    assert all(line in lines for line in CASE.splitlines())
    assert {one.state for one in queue.load(case).proposals} == {"accepted"}
    assert queue.load(case).proposals[0].by == "LM"
    assert queue.load(case).proposals[0].at == "2021-03-06T09:30:00+00:00"


def test_what_is_rejected_stays_out_also_when_the_text_is_read_again(case: Path) -> None:
    review = Review(case)
    for proposal in review.walk():
        review.reject(proposal)
    assert case.read_text() == CASE
    assert queue.add(case, [SATO, MET]) == queue.Added(0, 0, 2)
    assert list(Review(case).walk()) == []


def test_a_walk_can_stop_anywhere_and_goes_on_there(case: Path) -> None:
    review = Review(case)
    for count, proposal in enumerate(review.walk()):
        if count == 2:
            break
        review.accept(proposal)
    assert [one.id for one in Review(case).walk()] == [one.id for one in (HALL, DAY, MET, SAID, WANTS, OFFER)]


def test_what_is_skipped_is_asked_next_time_and_not_twice_in_one_walk(case: Path) -> None:
    review = Review(case)
    assert len(list(review.walk())) == 8
    assert case.read_text() == CASE
    assert len(list(Review(case).walk())) == 8


def test_accepting_twice_adds_nothing(case: Path) -> None:
    review = take_all(case)
    before = case.read_text()
    for proposal in (SATO, BERG, HALL, MET, SAID, WANTS, OFFER):
        assert review.accept(proposal) == []
    assert case.read_text() == before


def test_only_what_leaves_nothing_to_judge_is_taken_unasked(case: Path) -> None:
    review = Review(case)
    assert [one.id for one in review.explicit()] == [BERG.id, DAY.id]
    assert case.read_text() == CASE
    guessed = found(POST, "1 March", "date", "guess", text="1 March", value="2021-03-01")
    nowhere = found(POST, "March", "date", "explicit", text="March", value=None)
    surname = found(POST, "Berg", "person", "explicit", name="Berg", aliases=[])
    other = found(POST, "Nils", "person", "explicit", name="Nils Berg", aliases=["the Danish envoy"])
    queue.add(case, [guessed, nowhere, surname, other])
    assert Review(case).explicit() == []


def test_a_second_spelling_is_added_once_a_person_says_so(case: Path) -> None:
    take_all(case)
    add_echo(case)
    review = Review(case, now=NOW)
    merge, person = list(review.walk())[:2]
    assert (merge.id, person.id) == (SPELT.id, AKIKO.id)
    review.accept(merge)
    assert review.accept(person) == []
    assert load(case).people["akiko-sato"].names == ("Akiko Sato", "Sato Akiko")
    assert set(load(case).people) == {"berg", "akiko-sato"}


def test_a_merge_before_either_name_is_in_the_case_is_kept_in_mind(case: Path) -> None:
    add_echo(case)
    review = Review(case, now=NOW)
    assert review.accept(SPELT) == []
    review.accept(SATO)
    review.accept(AKIKO)
    assert [str(one) for one in load(case).people["akiko-sato"].aliases] == ["Sato Akiko"]


def test_two_entries_found_to_be_one_person_both_stay(case: Path) -> None:
    add_echo(case)
    review = Review(case, now=NOW)
    review.accept(SATO)
    review.accept(AKIKO)
    assert review.accept(SPELT) == ["people.sato-akiko.same_as"]
    assert load(case).people["sato-akiko"].same_as == "akiko-sato"


def test_without_a_merge_two_names_are_two_people(case: Path) -> None:
    add_echo(case)
    review = Review(case, now=NOW)
    review.reject(SPELT)
    review.accept(SATO)
    review.accept(AKIKO)
    assert {"akiko-sato", "sato-akiko"} <= set(load(case).people)


@pytest.mark.parametrize("same", [True, False])
def test_two_reports_of_one_event_are_asked_about_and_never_joined_silently(case: Path, same: bool) -> None:
    take_all(case)
    add_echo(case)
    review = Review(case, by="LM", now=NOW)
    asked = []
    for proposal in review.walk():
        asked.append(proposal)
        if proposal.rule == SAME_EVENT and not same:
            review.reject(proposal)
        else:
            review.accept(proposal)
    (question,) = [one for one in asked if one.rule == SAME_EVENT]
    assert question.content["why"] == "2 of the same people, a day apart"
    held = load(case)
    first, second = held.record[0], held.record[-1]
    assert (second.same_as == first.id) is same
    assert [str(link) for link in second.chain] == ["Evening Echo", "Coast Wire", "aide (unnamed)"]
    assert len([item for item in timeline(held).items if item.kind in ("talks", "meeting")]) == (1 if same else 2)
    if same:
        differing = [(one.what, [version.value for version in one.versions]) for one in disagreements(held)]
        assert ("date", ["2021-03-01", "2021-03-02"]) in differing
        assert ("venue", ["Guild Hall", "the Old Hall"]) in differing
    assert list(Review(case).walk()) == []


def test_skipping_that_question_leaves_the_second_report_for_later(case: Path) -> None:
    take_all(case)
    add_echo(case)
    review = Review(case, now=NOW)
    for proposal in review.walk():
        if proposal.kind != "merge":
            review.accept(proposal)
    assert len(load(case).record) == 3
    assert SAME_EVENT in [one.rule for one in Review(case).walk()]


def test_two_days_of_one_report_are_two_events(case: Path) -> None:
    take_all(case)
    for kind, on, asked in (
        ("meeting", "2021-03-02", False),
        ("meeting", "2021-03-01", True),
        ("call", "2021-03-01", False),
    ):
        next_day = found(POST, "Talks open", "event", kind=kind, on=on, participants=["Akiko Sato", "Nils Berg"])
        queue.add(case, [next_day])
        review = Review(case, now=NOW)
        assert any(one.rule == SAME_EVENT for one in review.walk()) is asked
        for proposal in Review(case).queue.open():
            review.reject(proposal)


def test_two_visits_a_year_apart_are_two(case: Path) -> None:
    take_all(case)
    later = MET.model_copy(update={"id": "b" * 16, "source": "cd" * 32, "content": {**MET.content, "on": "2022-03-01"}})
    queue.add(case, [later])
    review = Review(case, now=NOW)
    for proposal in review.walk():
        assert proposal.kind != "merge"
        review.accept(proposal)
    assert len(timeline(load(case)).items) == 2


def test_two_proposed_reports_are_joined_when_both_are_there(case: Path) -> None:
    twin = found(POST, "met harbour master", "event", kind="meeting", on="2021-03", participants=["Nils Berg"])
    merge = found(POST, "met", "merge", what="event", left=twin.id, right=MET.id, why="the same sentence")
    queue.add(case, [twin, merge])
    review = Review(case, now=NOW)
    with pytest.raises(CommandError, match="accept them first"):
        review.accept(merge)
    for proposal in review.walk():
        review.reject(proposal) if proposal.rule == SAME_EVENT else review.accept(proposal)
    joined = [event.same_as for event in load(case).record if event.same_as]
    assert len(joined) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"party": "Coast Guard"}, "needs a party of this case"),
        ({"option": "9"}, "needs an option of `rise`"),
        ({"option": None}, "needs an issue and an option"),
    ],
)
def test_a_position_that_does_not_fit_stays_open_and_writes_nothing(
    case: Path, change: dict[str, Any], said: str
) -> None:
    odd = found(POST, "percent", "position", **{**WANTS.content, **change})
    queue.add(case, [odd])
    review = Review(case)
    with pytest.raises(CommandError, match=said):
        review.accept(odd)
    assert case.read_text() == CASE
    assert queue.load(case).proposals[-1].state == "open"


def test_a_new_issue_comes_with_the_first_position_on_it(case: Path) -> None:
    pier = found(
        POST, "harbour", "position", party="port", issue="Old pier", option="keep", as_of="2021-03", basis="analyst"
    )
    queue.add(case, [pier])
    Review(case, now=NOW).accept(pier)
    held = load(case)
    assert held.issues["old-pier"].options == ("keep",)
    assert (held.positions[0].issue, str(held.positions[0].as_of)) == ("old-pier", "2021-03")


def test_a_case_that_cannot_hold_it_is_left_as_it_is(case: Path) -> None:
    odd = found(POST, "met", "event", kind="meeting", on="2021-02-30")
    queue.add(case, [odd])
    with pytest.raises(CommandError, match="the case cannot hold this"):
        Review(case).accept(odd)
    assert case.read_text() == CASE
    assert sorted(one.name for one in case.parent.iterdir()) == ["post.txt", "talks.proposals.json", "talks.yaml"]


def test_the_sentence_is_shown_with_the_words_marked(case: Path) -> None:
    add_echo(case)
    review = Review(case)
    assert str(review.shown(SAID)) == "“[We want four percent],” Sato said."
    assert str(review.shown(TALKS)) == "[Sato Akiko and Nils Berg met] at the Old Hall on 2 Ma …"


def test_a_page_cannot_speak_to_the_terminal(case: Path) -> None:
    text = "He \x1b[2Jmet <b>her</b> \u202eon Friday."
    evil = propose("date", "r", "likely", span_of("ab" * 32, text, 27, 33), {"text": "x", "value": None})
    shown = str(Review(case).shown(evil))
    assert shown.isprintable()


def test_a_decision_parses_the_case_once(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case grows with every decision, and parsing it is nearly all the time that one takes."""
    from ruamel.yaml import YAML

    walked = Review(case, by="LM")
    walked.accept(SATO)
    parsed: list[str] = []
    parse = YAML.parse
    monkeypatch.setattr(YAML, "parse", lambda self, text: parsed.append(text) or parse(self, text))
    walked.accept(MET)
    assert parsed == [case.read_text()]


def test_a_walk_goes_back_to_what_was_taken_back(case: Path) -> None:
    walked = Review(case)
    asked = []
    for one in walked.walk(again=True):
        asked.append(one.id)
        if len(asked) == 2:
            walked.reject(one)
        elif len(asked) == 3:
            assert walked.undo()
    assert asked == [SATO.id, BERG.id, HALL.id, BERG.id, HALL.id, DAY.id, MET.id, SAID.id, WANTS.id, OFFER.id]


def test_a_name_from_the_lists_is_no_spelling_of_the_report(case: Path) -> None:
    """The report writes one name for the place; the case calls it by another. Nobody disagrees with anybody."""
    listed = found(POST, "Guild Hall", "place", name="Guildhall", aliases=["Guild Hall"], type="building")
    walked = Review(case)
    walked.accept(listed)
    hall = load(case).venues["guildhall"]
    assert (hall.source, [(one.text, bool(one.source)) for one in hall.aliases]) == ((), [("Guild Hall", True)])
    assert list(disagreements(load(case))) == []


def echoed(words: str, on: str, *names: str, **more: Any) -> Proposal:
    return found(ECHO, words, "event", kind="meeting", on=on, participants=list(names), status="held", **more)


def asked_of(case: Path, *proposals: Proposal) -> list[str]:
    queue.add(case, proposals)
    walked = Review(case)
    return [one.kind for one in walked.walk(sha(ECHO)) if one.kind in ("merge", "event")]


def test_names_that_differ_in_a_hyphen_are_one_person_of_the_record(case: Path) -> None:
    """Also before the person is in the case: neither is a name somebody confirmed."""
    first = echoed("Sato Akiko", "2021-03-01", "Moon Jae-in", "Kim Jong Un")
    queue.add(case, [first])
    Review(case).accept(first)
    other = found(
        POST, "Sato said", "event", kind="meeting", on="2021-03-02", participants=["Moon Jae In", "Kim Jong-un"]
    )
    queue.add(case, [other])
    walked = Review(case)
    merge = next(one for one in walked.walk(sha(POST), kinds=("event",)) if one.kind == "merge")
    assert "2 of the same people" in merge.content["why"]
    walked.accept(merge)
    assert [one.what for one in disagreements(load(case))] == ["date"]


def test_a_plan_for_a_week_does_not_draw_its_days_into_one(case: Path) -> None:
    week = echoed("Sato Akiko", "2021-03-01/2021-03-07", "Ann Lee", "Bo Berg")
    queue.add(case, [week])
    Review(case).accept(week)
    monday = found(POST, "Sato said", "event", kind="talks", on="2021-03-01", participants=["Ann Lee", "Bo Berg"])
    friday = found(POST, "a clerk", "event", kind="talks", on="2021-03-05", participants=["Ann Lee", "Bo Berg"])
    for one in (monday, friday):
        queue.add(case, [one])
    walked = Review(case)
    for one in walked.walk(sha(POST), kinds=("event",)):
        if one.kind == "merge":
            walked.accept(one)
    merged = [one.content["right"] for one in walked.queue.proposals if one.kind == "merge"]
    assert merged == [monday.id]


def test_two_who_each_met_a_third_are_not_asked_about(case: Path) -> None:
    first = echoed("Sato Akiko", "2021-03-01", "Ann Lee", "Bo Berg")
    queue.add(case, [first])
    Review(case).accept(first)
    assert asked_of(case, echoed("Nils Berg met", "2021-03-01", "Ann Lee", "Cy Dahl")) == ["event"]
    assert asked_of(case, echoed("met at", "2021-03-01", "Ann Lee", "Berg")) == ["event", "merge"]


def test_a_surname_given_in_full_counts_for_its_text_only(case: Path) -> None:
    bare = found(POST, "Sato said", "person", name="Sato", aliases=[], role=None)
    met = found(POST, "Sato", "event", kind="call", on="2021-04-01", participants=["Sato", "Nils Berg"])
    other = found(ECHO, "Sato", "event", kind="call", on="2021-05-01", participants=["Sato", "Nils Berg"])
    queue.add(case, [bare, met, other])
    walked = Review(case)
    walked.accept(SATO)
    assert "the case has Akiko Sato: e writes the name in full" in question(walked, bare)
    walked.accept(bare, edited={**bare.content, "name": "Akiko Sato"})
    for one in (met, other):
        walked.accept(one)
    assert [event.people for event in walked.case.record] == [("akiko-sato", "berg"), ("Sato", "berg")]
    assert "sato" not in walked.case.people
