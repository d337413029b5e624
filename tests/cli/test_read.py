"""`paripassu read`: the JSON has every key, bad input is a line on stderr, nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from paripassu.cli import app
from paripassu.errors import CaseError
from paripassu.read import queue

RUN = CliRunner()
KEYS = ["source", "persons", "organisations", "places", "dates", "statements", "events", "positions", "boilerplate"]


def test_json_of_an_empty_file_has_every_key(tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.write_bytes(b"")
    found = json.loads(RUN.invoke(app, ["read", str(file), "--json"], catch_exceptions=False).stdout)
    assert list(found) == KEYS
    assert found["source"]["sha256"] == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert found["source"]["published"] is None
    assert all(found[key] == [] for key in KEYS[1:])


def test_relative_dates_wait_for_the_day_of_publication(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("The envoys met on Friday in Geneva.\n", encoding="utf-8")
    without = RUN.invoke(app, ["read", str(file)], catch_exceptions=False).stdout
    assert "Friday = not resolved" in without
    assert "No day of publication" in without
    told = RUN.invoke(app, ["read", str(file), "--published", "2018-06-04"], catch_exceptions=False).stdout
    assert "Friday = 2018-06-01" in told
    assert [one.name for one in tmp_path.iterdir()] == ["report.txt"]


def test_every_unreadable_file_is_named(tmp_path: Path) -> None:
    binary, latin = tmp_path / "a.bin", tmp_path / "b.txt"
    binary.write_bytes(b"one\ntwo\0three")
    latin.write_bytes("Bogotá".encode("latin-1"))
    done = RUN.invoke(app, ["read", str(binary), str(latin), str(tmp_path / "none.txt")])
    assert isinstance(done.exception, CaseError)
    lines = done.exception.lines()
    assert [line.split(": ")[0] for line in lines] == [f"{binary}:2", f"{latin}:1", f"{tmp_path / 'none.txt'}"]
    right = RUN.invoke(app, ["read", str(latin), "--encoding", "latin-1", "--json"], catch_exceptions=False)
    assert json.loads(right.stdout)["places"][0]["name"] == "Bogota"


@pytest.mark.parametrize("day", ["yesterday", "2018-13-01"])
def test_a_day_of_publication_is_a_date(tmp_path: Path, day: str) -> None:
    file = tmp_path / "report.txt"
    file.write_text("They met.", encoding="utf-8")
    done = RUN.invoke(app, ["read", str(file), "--published", day])
    assert isinstance(done.exception, CaseError)
    assert "--published: expected a date YYYY-MM-DD" in str(done.exception)


def test_each_file_has_its_own_day_of_publication(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c=1.txt")]
    for file in files:
        file.write_text("The envoys met on Friday in Geneva.\n", encoding="utf-8")
    told = [
        "--published",
        "2018-06-04",
        "--published",
        f"{files[1]}=2018-06-11",
        "--published",
        f"{files[2]}=2018-06-18",
    ]
    done = RUN.invoke(app, ["read", *map(str, files), *told, "--json"], catch_exceptions=False)
    days = [one["dates"][0]["value"] for one in json.loads(done.stdout)]
    assert days == ["2018-06-01", "2018-06-08", "2018-06-15"]


def test_every_wrong_day_of_publication_is_named(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("They met.", encoding="utf-8")
    asked = ["2018-06-04", "2018-06-05", f"{tmp_path / 'repart.txt'}=2018-06-04", f"{file}=June"]
    done = RUN.invoke(app, ["read", str(file), *(word for one in asked for word in ("--published", one))])
    assert isinstance(done.exception, CaseError)
    lines = done.exception.lines()
    assert "expected one day for all files, got 2018-06-04 and 2018-06-05" in lines[0]
    assert lines[1].endswith(f"Did you mean `{file}`?")
    assert "or FILE=YYYY-MM-DD" in lines[2]


def test_a_model_is_asked_only_when_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import hashlib

    from tests.read.lying import finds, serving

    from paripassu.errors import CommandError

    words = "Akiko Sato met Nils Berg at Guild Hall on 1 March 2021.\n"
    report, file = tmp_path / "post.txt", tmp_path / "talks.yaml"
    report.write_text(words)
    bare = "parties: [union, port]\n"
    file.write_text(bare)
    asked = ["read", str(report), "--case", str(file), "--ask-model"]
    place = {"kind": "place", "quote": "Guild Hall", "name": "Guild Hall"}
    with serving(finds(place | {"name": "Hotel"}, {"kind": "offer", "quote": "met Nils Berg"})) as server:
        for name in ("PARIPASSU_MODEL_URL", "PARIPASSU_MODEL", "PARIPASSU_MODEL_KEY"):
            monkeypatch.delenv(name, raising=False)
        assert "PARIPASSU_MODEL_URL: expected" in str(RUN.invoke(app, asked).exception)
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        assert "expected --case" in str(RUN.invoke(app, ["read", str(report), "--ask-model"]).exception)
        refused = RUN.invoke(app, asked).exception
        assert isinstance(refused, CommandError)
        assert "not marked public" in str(refused)
        assert [one.name for one in tmp_path.iterdir() if "proposals" in one.name] == []
        digest = hashlib.sha256(words.encode()).hexdigest()
        file.write_text(f"{bare}sources: {{post: {{title: Post, sha256: {digest}, public: true}}}}\n")
        assert RUN.invoke(app, asked[:-1]).exit_code == 0
        assert server.asked == []
        done = RUN.invoke(app, asked)
        assert (done.exit_code, len(server.asked)) == (0, 1)
        told = done.stderr.splitlines()[-1]
        assert "small:1b: 1 new, 0 waiting already, 0 decided before; 1 rejected: names that are not" in told
        said = json.loads(RUN.invoke(app, [*asked, "--json"]).stdout)["model_reader"]
        assert (said["model"], said["found"], said["failed"]) == ("small:1b", 1, None)
    done = RUN.invoke(app, asked)  # nobody there any more: what the rules read still counts
    assert done.exit_code == 0
    assert "not heard to the end" in done.stderr


def test_the_day_once_given_is_known_when_a_text_is_read_again(tmp_path: Path) -> None:
    report, case = tmp_path / "report.txt", tmp_path / "talks.yaml"
    report.write_text("Envoy Ann Lee met Bo Berg on Friday in Geneva.\n", encoding="utf-8")
    case.write_text("parties: {a: {}, b: {}}\n", encoding="utf-8")
    RUN.invoke(app, ["read", str(report), "--case", str(case)], catch_exceptions=False)
    RUN.invoke(app, ["read", str(report), "--case", str(case), "--published", "2018-06-04"], catch_exceptions=False)
    done = RUN.invoke(app, ["read", str(report), "--case", str(case)], catch_exceptions=False)
    assert "published 2018-06-04, as you said before" in done.stderr
    assert "Friday = 2018-06-01" in done.stdout
    held = queue.load(case)
    assert [one.published for one in held.documents.values()] == ["2018-06-04"]
    assert [one.content["on"] for one in held.proposals if one.kind == "event"] == ["2018-06-01"]


def test_a_folder_and_an_unknown_encoding_say_what_to_do(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><meta charset=x-klingon><p>They met.", encoding="utf-8")
    done = RUN.invoke(app, ["read", str(page), str(tmp_path)])
    assert isinstance(done.exception, CaseError)
    said = done.exception.lines()
    assert "expected a known encoding in the page (or --encoding), got `x-klingon`" in said[0]
    assert said[1] == f"{tmp_path}: expected a report (`{tmp_path}/*` names all in it), got a folder."
