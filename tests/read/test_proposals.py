"""From a report through the queue to the record, with the exact words kept all the way."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from typer.testing import CliRunner

from paripassu.case import Case, load
from paripassu.cli import app
from paripassu.read import queue
from paripassu.read.proposals import document, proposals
from paripassu.read.reading import read
from paripassu.read.review import Review
from paripassu.read.words import tell

REPORT = """\
Harbour talks open

Envoy Ann Lee met John Berg at Guild Hall on 4 June 2018. “We want more time,” Lee said.

The two will meet again on Friday, the Coast Times reported.
"""
PAGE = "<html><body><p>Envoy Ann&nbsp;Lee met John Berg on 4 June 2018.</p></body></html>"
DAY = dt.date(2018, 6, 5)
RUN = CliRunner()


def test_every_find_is_proposed_with_its_words() -> None:
    found = proposals(read(REPORT, published_on=DAY))
    assert {"person", "date", "event", "statement"} <= {one.kind for one in found}
    assert all(one.evidence.holds_in(REPORT) for one in found)
    assert len({one.id for one in found}) == len(found)
    sure = {one.evidence.quote: one.confidence for one in found if one.kind == "date"}
    assert sure == {"4 June 2018": "explicit", "Friday": "likely"}


def test_spans_of_a_page_are_those_of_its_file() -> None:
    found = proposals(read(PAGE.encode()))
    (lee,) = [one for one in found if one.content.get("name") == "Ann Lee"]
    assert lee.evidence.quote == "Ann&nbsp;Lee"
    assert all(one.evidence.holds_in(PAGE) for one in found)


def test_a_date_nobody_can_tell_is_a_guess() -> None:
    (date,) = [one for one in proposals(read("They met on Friday.")) if one.kind == "date"]
    assert (date.content["value"], date.confidence) == (None, "guess")


def test_what_is_refused_is_nobodys_position() -> None:
    case = Case.from_dict({"parties": ["norway", "finland"], "issues": {"checks": {"options": ["none", "in port"]}}})
    report = "Norway rejected checks in port and demanded a date. Finland demanded checks in port."
    found = read(report, published_on=DAY, case=case)
    told = [(one.kind, one.party, one.what, one.option) for one in found.positions]
    assert told[0] == ("refusal", "Norway", "rejected checks in port", None)
    assert ("demand", "Finland", "checks in port", "in port") in told
    assert {one.content["party"] for one in proposals(found, case) if one.kind == "position"} == {"Finland"}
    assert "Norway (refusal): rejected checks in port" in tell(found)


def test_names_that_sound_alike_are_asked_about() -> None:
    case = Case.from_dict({"parties": ["a"], "venues": {"pmj": {"name": "Panmunjeom"}}})
    (merge,) = [one for one in proposals(read("They met at Panmunjom."), case) if one.kind == "merge"]
    assert (merge.content["what"], merge.content["left"], merge.content["right"]) == ("venue", "pmj", "Panmunjom")


@pytest.mark.parametrize(("inside", "relative"), [("report.txt", True), ("../report.txt", False)])
def test_a_text_is_found_again_from_the_case(inside: str, relative: bool, tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    case, file = tmp_path / "talks" / "case.yaml", tmp_path / "talks" / inside
    file.write_text(REPORT)
    kept = document(read(file, published_on=DAY), file, case)
    assert kept.text == (inside if relative else str(file.resolve()))
    assert (kept.title, kept.published) == ("Harbour talks open", "2018-06-05")


def test_from_a_report_to_the_record(tmp_path: Path) -> None:
    case, file = tmp_path / "talks.yaml", tmp_path / "report.txt"
    case.write_text("parties: {city: {name: City}, port: {name: Port}}   # who owns the pier\n")
    file.write_text(REPORT)
    for again in (False, True):
        done = RUN.invoke(app, ["read", str(file), "--case", str(case), "--published", "2018-06-05"])
        assert done.exit_code == 0
        assert ("0 new" in done.stderr) is again
    review = Review(case, by="LM")
    assert [one.evidence.quote for one in review.explicit()] == ["4 June 2018"]
    for proposal in review.walk():
        review.accept(proposal)
    held = load(case)
    met = next(event for event in held.record if event.kind in ("meeting", "talks"))
    assert (str(met.on), met.people) == ("2018-06-04", ("ann-lee", "john-berg"))
    (source,) = held.sources.values()
    assert (source.title, source.text, str(source.published)) == ("Harbour talks open", "report.txt", "2018-06-05")
    assert case.read_text().startswith("parties: {city: {name: City}, port: {name: Port}}   # who owns the pier\n")
    assert "Ann Lee, John Berg" in RUN.invoke(app, ["record", str(case)]).stdout
    done = RUN.invoke(app, ["read", str(file), "--case", str(case), "--published", "2018-06-05"])
    assert "0 new, 0 waiting already" in done.stderr
    assert queue.load(case).open() == ()


def test_a_case_of_the_shelf_lends_its_names_and_is_not_written_to(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(REPORT)
    done = RUN.invoke(app, ["read", str(file), "--case", "singapore-2018"])
    assert done.exit_code == 0
    assert "Nothing was written" in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["report.txt"]
