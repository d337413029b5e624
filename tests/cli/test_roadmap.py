"""`paripassu roadmap`: exit codes, JSON, the replay, bad options."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from paripassu.cli.app import app
from paripassu.errors import CommandError

TOY = "toy/side-by-side"


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["roadmap", *words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout


def test_found_is_exit_0() -> None:
    code, said = run(TOY, "--compare")
    assert code == 0
    assert "A roadmap of 7 phases in 33 months holds" in said
    assert "all in one" in said


def test_none_is_exit_1_and_its_json_replays(tmp_path: Path) -> None:
    from paripassu import catalogue

    shelf = Path(str(catalogue.load(TOY).path)).read_text(encoding="utf-8")
    case = tmp_path / "case.yaml"
    case.write_text(shelf.replace("us: {end: 9", "us: {end: 6"), encoding="utf-8")
    out = tmp_path / "roadmap.json"
    assert run(str(case), "--json", "--out", str(out))[0] == 1
    assert json.loads(out.read_text())["status"] == "no roadmap"
    assert run(str(case), "--check", str(out))[0] == 0
    assert run(TOY, "--check", str(out))[0] == 1


def test_a_picture_is_refused_before_the_search_and_a_party_may_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from paripassu import roadmap as room

    file = str(tmp_path / "picture.svg")
    assert run(TOY, "--plot", file, "--picture", "corridor:DPRK")[0] == 0
    assert Path(file).stat().st_size > 0
    monkeypatch.setattr(room, "find", lambda *_, **__: pytest.fail("searched first"))
    expected = "--picture: expected one of gantt, orders, time, tornado, corridor:us, corridor:dprk, got `corridor:un`."
    with pytest.raises(CommandError, match=expected):
        run(TOY, "--plot", file, "--picture", "corridor:un")


def test_a_tampered_roadmap_is_exit_1(tmp_path: Path) -> None:
    _, said = run(TOY, "--json")
    claimed = json.loads(said)
    claimed["time_days"] -= 30
    file = tmp_path / "roadmap.json"
    file.write_text(json.dumps(claimed))
    code, told = run(TOY, "--check", str(file))
    assert code == 1
    assert "It claims time_days is 960; it is 990." in told


def test_sensitivity_is_said_and_in_the_json() -> None:
    """Own arithmetic: after the last step of the toy the US is indifferent, so nothing may be off."""
    code, said = run(TOY, "--sensitivity")
    assert code == 0
    assert "holds with nothing to spare" in said
    assert "end value of US" in said
    tree = json.loads(run(TOY, "--sensitivity", "--json")[1])
    assert tree["sensitivity"]["together"] == 0
    assert tree["exact"]["sensitivity"]["together"] == "0"
    assert tree["sensitivity"]["amounts"][0] == {"amount": "stakes.us.end", "value": 9, "lower": 0, "higher": None}
    assert json.loads(run(TOY, "--json")[1])["sensitivity"] is None


def test_a_robust_roadmap_and_its_refusal_replay(tmp_path: Path) -> None:
    """At the end of the toy the US is indifferent, so nothing survives 1 %; the worked case survives 2 %."""
    for case, percent, code, said in (("singapore-2018", "2%", 0, "even with"), (TOY, "1", 1, "No order holds")):
        assert run(case, "--robust", percent)[0] == code
        assert said in run(case, "--robust", percent)[1]
        file = tmp_path / "roadmap.json"
        assert run(case, "--robust", percent, "--json", "--out", str(file))[0] == code
        assert json.loads(file.read_text())["robust"]["percent"] == int(percent.strip("%"))
        assert run(case, "--check", str(file))[0] == 0
    claimed = json.loads(run("singapore-2018", "--robust", "2%", "--json")[1])
    claimed["exact"]["robust"]["percent"] = "4"
    file.write_text(json.dumps(claimed))
    assert run("singapore-2018", "--check", str(file))[0] == 1


def test_other_things_may_come_first() -> None:
    """The toy has five steps for each side and lets a side do one a phase: never fewer than five phases."""
    tree = json.loads(run(TOY, "--minimise", "phases", "--json")[1])
    assert len(tree["phases"]) == 5
    code, said = run("singapore-2018", "--minimise", "slack")
    assert code == 0
    assert "This order holds while no amount is off by more than" in said
    assert "An order holds without a guarantee of either party." in run(TOY, "--guarantees")[1]
    tree = json.loads(run(TOY, "--guarantees", "--json")[1])
    assert [one["guarantee"] for one in tree["guarantees"]] == [{"us": 0, "dprk": 0}]
    with pytest.raises(CommandError, match="without a cap"):
        run(TOY, "--minimise", "slack", "--cap", "3")


def test_from_here_says_where_things_stand() -> None:
    code, said = run("singapore-2018", "--from-here")
    assert code == 0
    assert said.startswith("Illustration: the amounts are invented. Where things stand since 2018-07-27")
    assert "Done so far" not in said
    assert "Broken: " in run("agreements/minsk-2", "--from-here")[1]
    with pytest.raises(CommandError, match="without --as-signed"):
        run("singapore-2018", "--from-here", "--as-signed")


def test_steps_go_to_a_spreadsheet_and_back(tmp_path: Path) -> None:
    from paripassu import catalogue
    from paripassu.case import load

    shelf = Path(str(catalogue.load(TOY).path)).read_text(encoding="utf-8")
    assert run(TOY, "--steps-csv", str(tmp_path / "steps.csv")) == (0, "")
    head = (tmp_path / "steps.csv").read_bytes()
    assert head.startswith(b"\xef\xbb\xbfid,name,doer,cost,recover,detect,value.us,value.dprk,")
    (tmp_path / "case.yaml").write_text(shelf[: shelf.index("\nsteps:") + 1], encoding="utf-8")
    assert load(tmp_path).steps == catalogue.load(TOY).steps


def test_facts_alone() -> None:
    code, said = run("agreements/minsk-2", "--facts")
    assert code == 0
    assert "Neither checked nor to be undone: amnesty." in said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--cap", "much"), "--cap: expected a number, got `much`."),
        (("--cap", "-1"), "--cap: expected at least 0, got -1."),
        (("--robust", "much"), "--robust: expected per cent, such as 10%, got `much`."),
        (("--robust", "101%"), "--robust: expected from 0% to 100%, got 101%."),
        (("--split", "drills", "--compare"), "--compare: expected without --split, which asks for something else"),
        (("--split", "drills", "--minimise", "exposure"), "--minimise: expected without --split"),
        (("--split", "drills", "--steps-csv", "x.csv"), "--split: expected without --steps-csv"),
        (("--split", "drills", "--plot", "x.svg", "--picture", "gantt"), "expected parts with --split, got `gantt`."),
        (("--facts", "--plot", "x.svg"), "--plot: expected without --facts"),
        (("--check", "x.json", "--cap", "3"), "--cap: expected without --check"),
        (("--picture", "gantt"), "--picture: expected with --plot FILE, got none."),
        (("--check", "nothing-there.json"), "nothing-there.json: cannot be read"),
    ],
)
def test_bad_options(words: tuple[str, ...], expected: str) -> None:
    with pytest.raises(CommandError, match=expected.replace("(", r"\(").replace(".", r"\.")):
        run(TOY, *words)


@pytest.mark.parametrize("kind", ["gantt", "orders", "time", "tornado", "corridor:us"])
def test_pictures(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "picture.svg"
    assert run(TOY, "--plot", str(file), "--picture", kind)[0] == 0
    assert "<svg" in file.read_text()


def test_every_option_goes_with_split_or_is_refused_beside_it(tmp_path: Path) -> None:
    """Read off the command itself, so that an option added later cannot be forgotten."""
    from typer.main import get_command

    from paripassu.cli.roadmap import ALONE

    values = {"prior": "0.5", "seconds": "30", "plot": str(tmp_path / "p.svg"), "picture": "parts"}
    values |= {"out": str(tmp_path / "o.txt"), "minimise": "time", "robust": "1%"}
    verb = get_command(app).commands["roadmap"]  # type: ignore[attr-defined]
    options = {
        one.name: one for one in verb.params if one.param_type_name == "option" and one.name not in ("split", "help")
    }
    assert set(ALONE["split"]) < set(options)
    for name, option in options.items():
        words = [max(option.opts, key=len), *([] if option.is_flag else [values.get(name, "3")])]
        also = ("--plot", values["plot"]) if name == "picture" else ()
        if name in ALONE["split"]:
            assert run(TOY, "--split", "drills", *words, *also)[0] == 0, name
        else:
            with pytest.raises(CommandError, match=r"expected without|expected with --"):
                run(TOY, "--split", "drills", *words)
    assert "<svg" in (tmp_path / "p.svg").read_text()
    assert "There is a roadmap" in (tmp_path / "o.txt").read_text()


@pytest.mark.parametrize("text", ["", "[]", '{"phases": 3}', '{"phases": [["a", 1]]}', "{"])
def test_a_file_that_is_no_roadmap(tmp_path: Path, text: str) -> None:
    file = tmp_path / "roadmap.json"
    file.write_text(text)
    with pytest.raises(CommandError, match="expected a"):
        run(TOY, "--check", str(file))
