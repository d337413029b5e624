"""The record, people and venues: what is read, and every slip told with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from paripassu.case import Case, load
from paripassu.case.people import fold, named_in
from paripassu.errors import CaseError

BASE: dict[str, Any] = {
    "parties": ["port", "union"],
    "sources": {"post": {"title": "Talks at the harbour", "outlet": "Harbour Post", "published": "2021-03-02"}},
    "people": {
        "sato": {"name": "Akiko Sato", "aliases": ["Sato Akiko"], "party": "union", "role": "chief negotiator"},
        "berg": {"name": "Nils Berg", "party": "port"},
    },
    "venues": {"hall": {"name": "Guild Hall", "aliases": [{"text": "Old Hall", "source": "post"}], "place": "Quay"}},
    "issues": {"rise": {"from": "0", "to": "5"}},
}
EVENT: dict[str, Any] = {
    "id": "first",
    "on": "2021-03-01",
    "kind": "session",
    "track": "working-level",
    "venue": "hall",
    "parties": ["port", "union"],
    "heads": ["sato"],
    "participants": ["berg", {"who": "Maria Lopez", "role": "observer"}],
    "basis": "reported",
    "chain": ["Harbour Post", "unnamed clerk"],
    "issues": "rise",
    "source": "post",
}


def case(*events: dict[str, Any], **sections: Any) -> Case:
    return Case.from_dict({**BASE, "record": list(events), **sections})


def slips(*events: dict[str, Any], **sections: Any) -> list[str]:
    with pytest.raises(CaseError) as caught:
        case(*events, **sections)
    return caught.value.lines()


def test_an_event_keeps_all_that_was_said_of_it() -> None:
    (event,) = case(EVENT).record
    assert (str(event.on), event.track, event.level, event.status) == ("2021-03-01", None, "working-level", "held")
    assert event.people == ("sato", "berg", "Maria Lopez")
    assert [str(link) for link in event.chain] == ["Harbour Post", "clerk (unnamed)"]
    assert (event.reported, event.entered, event.by) == (None, None, None)


def test_a_date_not_given_is_unknown() -> None:
    (event,) = case({"kind": "letter"}).record
    assert str(event.on) == "unknown"
    assert event.basis is None


def test_track_and_level_stand_side_by_side() -> None:
    (event,) = case({"kind": "visit", "track": "1.5", "level": "working level"}).record
    assert (event.track, event.level) == ("1.5", "working-level")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"on": "2021-02-30"}, "record.1st.on: expected a day of the calendar, got `2021-02-30`."),
        ({"on": "last week"}, "record.1st.on: expected a date as YYYY-MM-DD"),
        ({"parties": ["port", "unoin"]}, "record.1st.parties.2nd: expected a party of this case"),
        ({"heads": ["sata"]}, "Did you mean `sato`?"),
        ({"participants": ["brg"]}, "Did you mean `berg`?"),
        ({"venue": "hal"}, "record.1st.venue: expected a venue of `venues` by id"),
        ({"issues": ["raise"]}, "record.1st.issues: expected an issue of this case"),
        ({"source": "pots"}, "Did you mean `post`?"),
        ({"kindd": "x"}, "record.1st.kindd"),
        ({"status": "done"}, "record.1st.status"),
        ({"track": "summit", "level": "envoy"}, "one level (`summit` at `track`, `envoy` at `level`)"),
        ({"chain": [{"unamed": "clerk"}]}, "record.1st.chain"),
        ({"supersedes": "zeroth"}, "record.1st.supersedes: expected the id of an entry that stands above this one"),
        ({"same_as": "first"}, "record.1st.same_as: expected the id of an entry that stands above this one"),
        ({"evidence": [{"source": "pots", "start": "0", "end": "1", "quote": "A"}]}, "record.1st.evidence.1st.source"),
        ({"evidence": [{"source": "post", "start": "0", "end": "4", "quote": "A"}]}, "record.1st.evidence.1st"),
    ],
)
def test_a_slip_is_told_with_its_place(change: dict[str, Any], said: str) -> None:
    (line,) = slips({**EVENT, **change})
    assert said in line


def test_every_slip_is_told_at_once() -> None:
    assert len(slips({**EVENT, "parties": ["prot", "unoin"], "venue": "hal"}, people={"x": {"name": "X"}})) >= 4


def test_people_written_out_need_no_entry() -> None:
    assert case({**EVENT, "heads": ["Ada Berg"], "venue": "A café by the quay"}).record[0].heads == ("Ada Berg",)
    assert case({**EVENT, "heads": ["anybody"], "participants": []}, people={}).record[0].heads == ("anybody",)


def test_a_correction_keeps_the_old_entry_and_an_entry_is_corrected_once() -> None:
    second = {**EVENT, "id": "second", "on": "2021-03-02", "supersedes": "first"}
    assert [event.id for event in case(EVENT, second).record] == ["first", "second"]
    (line,) = slips(EVENT, second, {**EVENT, "id": "third", "supersedes": "first"})
    assert "record.3rd.supersedes: expected an entry not corrected yet" in line
    assert "Did you mean `second`?" in line
    (line,) = slips(EVENT, EVENT)
    assert "record.2nd.id: expected an id used once, got `first` again." in line


def test_positions_carry_the_same_provenance() -> None:
    stand = {"party": "union", "issue": "rise", "option": "4", "basis": "stated", "as_of": "2021-03", "chain": "Post"}
    held = case(EVENT, positions=[{**stand, "id": "a"}, {**stand, "id": "b", "supersedes": "a", "by": "AS"}])
    assert (str(held.positions[0].as_of), held.positions[1].by) == ("2021-03", "AS")
    (line,) = slips(EVENT, positions=[{**stand, "supersedes": "a"}])
    assert "positions.1st.supersedes" in line


def test_people_and_venues_name_parties_and_each_other() -> None:
    people = {**BASE["people"], "akiko": {"name": "A. Sato", "party": "unoin", "same_as": "sata"}}
    lines = slips(EVENT, people=people)
    assert [line.split(":")[1].strip() for line in lines] == ["people.akiko.party", "people.akiko.same_as"]


def test_a_name_is_found_by_any_spelling_but_never_by_a_bare_surname() -> None:
    people = case(EVENT).people
    assert named_in("SATO  Akiko", people) == "sato"
    assert named_in("Sato", people) is None
    assert fold("Kim Yong-chol") == fold("kim yong chol") == fold("Kim  Yong–Chol")


def test_two_people_of_one_name_are_nobody_in_particular() -> None:
    people = {"a": {"name": "Lee Min"}, "b": {"name": "Lee Min"}, "c": {"name": "L. Min", "same_as": "a"}}
    read = case(people=people, venues={}).people
    assert named_in("Lee Min", read) is None
    assert named_in("L. Min", read) == "a"


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text("They met on Friday.")
    file = tmp_path / "case.yaml"
    file.write_text(
        "parties: [port, union]\n"
        "sources:\n  post: {title: Talks, text: post.txt}\n"
        "record:\n"
        "  - kind: session\n"
        "    evidence:\n"
        "      - {source: post, start: 11, end: 17, quote: Friday, prefix: 'on '}\n"
        "  - kind: call\n"
        "    parties: [port, onion]\n"
    )
    with pytest.raises(CaseError) as caught:
        load(file)
    first, second = caught.value.lines()
    assert ":7: record.1st.evidence.1st.quote: expected the words of `post` at 11-17, ` Frida`, got `Friday`." in first
    assert first.endswith("Did you mean `start: 12, end: 18`?")
    assert ":9: record.2nd.parties.2nd: " in second
