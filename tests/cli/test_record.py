"""`paripassu record`: the timeline in words and as JSON, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.read.harbour import CASE
from typer.testing import CliRunner

from paripassu.case.evidence import span_of
from paripassu.cli import app
from paripassu.errors import CommandError

RUN = CliRunner()


@pytest.fixture
def case(tmp_path: Path) -> str:
    file = tmp_path / "harbour.yaml"
    file.write_text(json.dumps(CASE))
    return str(file)


def test_in_words_with_who_says_so_on_every_line(case: str) -> None:
    done = RUN.invoke(app, ["record", case])
    assert done.exit_code == 0
    said = done.stdout.splitlines()
    assert said[0] == "Harbour: 5 events, 2020 to 2021-03-10."
    assert "2021-03-04             session at Guild Hall, Quay [working-level]: First round" in said
    assert "                       - held 2021-03-04: Evening Echo, reported 2021-03-05" in said
    assert "2021-03-10             planned: meeting" in said
    assert "                       - no source given" in said
    assert any(line.startswith("    fixed (Evening Echo, analyst,") for line in said)
    assert "  Union on shifts, position:" in said
    assert "    As last heard, all could accept 3 percent." in said
    assert "  Nothing is known on pier." in said
    assert "  call (held, 2021-03-08): no source given, reported 2021-03-08; now call-2" in said


def test_as_known_then(case: str) -> None:
    said = RUN.invoke(app, ["record", case, "--as-of", "2021-02-27", "--who", "port"]).stdout
    assert "expected: session at Sailors' Club" in said
    assert "held" not in said.replace("rumour (planned", "")
    assert "Not said when reported, so not counted as known on 2021-02-27\n  rumour" in said


def test_json_says_the_same(case: str) -> None:
    said = json.loads(RUN.invoke(app, ["record", case, "--json"]).stdout)
    assert [item["entry"] for item in said["items"]] == ["visit-1", "plan", "call-2", "rumour"]
    keys = "items undated corrected unplaced as_of who track how people disagreements movement"
    assert list(said) == keys.split()
    assert said["movement"]["issues"][0]["state"] == "common"
    assert said["items"][0]["precision"] == "year"
    narrowed = json.loads(
        RUN.invoke(app, ["record", case, "--json", "--who", "sato", "--track", "working-level"]).stdout
    )
    assert (narrowed["who"], narrowed["movement"]) == ("sato", None)
    assert {one["about"] for one in narrowed["disagreements"]} == {"plan"}


@pytest.mark.parametrize("day", ["yesterday", "2021-02-30", "2021-02", ""])
def test_a_day_is_a_day(case: str, day: str) -> None:
    done = RUN.invoke(app, ["record", case, "--as-of", day])
    assert isinstance(done.exception, CommandError)


def test_a_case_without_a_record_says_what_to_add(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("parties: [us, them]\n")
    done = RUN.invoke(app, ["record", str(file)])
    assert "expected a section `record`" in str(done.exception)


def test_tables_for_a_spreadsheet(case: str, tmp_path: Path) -> None:
    done = RUN.invoke(app, ["record", case, "--csv", str(tmp_path / "out.csv")])
    assert (done.exit_code, done.stdout) == (0, "")
    text = (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert text.startswith("\ufeffid,on,kind,title,track,level,venue,parties,heads,participants,status,")
    assert "plan,2021-03-01/2021-03-02,session,,,,club,port; union," in text
    assert RUN.invoke(app, ["record", case, "--csv", str(tmp_path / "positions.csv")]).exit_code == 0
    head, first = (tmp_path / "positions.csv").read_text(encoding="utf-8").splitlines()[:2]
    assert head.startswith("\ufeffid,party,issue,option,accepts,accepts.at_least,as_of,basis,")
    assert first.startswith("u1,union,rise,5,,,2021-03-01,stated,")


def test_a_table_on_standard_output(case: str) -> None:
    done = RUN.invoke(app, ["record", case, "--csv", "-"])
    assert done.stdout.startswith("id,on,kind,")
    assert len(done.stdout.splitlines()) == 9


def test_every_table_into_a_folder_and_back(case: str, tmp_path: Path) -> None:
    from paripassu.case import load

    home = tmp_path / "home"
    home.mkdir()
    bare = {key: held for key, held in CASE.items() if key in ("title", "parties", "issues", "record")}
    (home / "case.yaml").write_text(json.dumps(bare | {"record": []}))
    done = RUN.invoke(app, ["record", case, "--csv", str(home)])
    assert sorted(path.name for path in home.glob("*.csv")) == [
        "people.csv", "positions.csv", "record.csv", "sources.csv", "venues.csv",
    ]  # fmt: skip
    again = load(home)
    assert (again.record, again.people, again.positions) == tuple(
        getattr(load(case), section) for section in ("record", "people", "positions")
    )
    assert "take `record` out of" not in done.stderr
    (home / "case.yaml").write_text(json.dumps(bare))
    for file in home.glob("record.csv"):
        file.unlink()
    assert "take `record` out of" in RUN.invoke(app, ["record", str(home), "--csv", str(home)]).stderr


def test_a_table_holds_every_entry(case: str, tmp_path: Path) -> None:
    done = RUN.invoke(app, ["record", case, "--csv", str(tmp_path / "x.csv"), "--as-of", "2021-03-01"])
    assert isinstance(done.exception, CommandError)
    done = RUN.invoke(app, ["record", case, "--csv", str(tmp_path / "no" / "x.csv")])
    assert isinstance(done.exception, CommandError)


def test_readiness_in_words_and_as_json() -> None:
    done = RUN.invoke(app, ["record", "singapore-2018", "--readiness", "--as-of", "2018-05-30"])
    assert "    no for US, as of 2018-05-27 (outlet (unnamed), analyst, reported 2018-05-27)." in done.stdout
    said = json.loads(RUN.invoke(app, ["record", "singapore-2018", "--readiness", "--json"]).stdout)
    assert list(said) == ["questions", "as_of", "how"]
    assert list(said["questions"][0]) == ["question", "words", "last", "earlier", "differ"]


def test_readiness_goes_with_a_day_only(case: str) -> None:
    done = RUN.invoke(app, ["record", case, "--readiness", "--who", "sato"])
    assert isinstance(done.exception, CommandError)
    done = RUN.invoke(app, ["record", case, "--readiness"])
    assert "expected a section `readiness`" in str(done.exception)


def test_few_words_are_shown_with_those_around_them(tmp_path: Path) -> None:
    """`Wednesday` is all that an event may rest on; the sentence is not left at its end."""
    text = "It rained. The earlier ones were held there last Sunday, Wednesday and Saturday. Then they left."
    start = text.index("Wednesday")
    said = text.index("they left")
    spans = [span_of("0" * 64, text, at, end) for at, end in ((start, start + 9), (said, said + 9))]
    held = [
        {"source": "post", **one.model_dump(include={"start", "end", "quote", "prefix", "suffix"})} for one in spans
    ]
    record = [
        {"id": "a", "on": "2021-03-03", "kind": "meeting", "evidence": held[:1], "source": "post"},
        {"id": "b", "on": "unknown", "kind": "statement", "evidence": held[1:], "source": "post"},
        {"id": "c", "on": "unknown", "kind": "visit", "source": "post"},
    ]
    file = tmp_path / "talks.yaml"
    case = {
        "parties": {"a": {}, "b": {}},
        "sources": {"post": {"title": "Talks", "sha256": "0" * 64}},
        "record": record,
    }
    file.write_text(json.dumps(case), encoding="utf-8")
    told = RUN.invoke(app, ["record", str(file)], catch_exceptions=False).stdout
    assert "meeting: “…there last Sunday, Wednesday and Saturday.”" in told
    assert told.index("When is not said\n") < told.index("visit")
    assert (
        told.index("visit") < told.index("What was said, on a day that is not told\n") < told.index("Then they left.")
    )


def test_a_long_disagreement_has_a_line_for_each_version(case: str) -> None:
    said = RUN.invoke(app, ["record", case], catch_exceptions=False).stdout
    told = said[said.index("Where accounts differ") :].split("How positions moved")[0]
    assert any(line.endswith(";") and line.startswith("    ") for line in told.splitlines())
    assert max(map(len, told.splitlines())) <= 160
