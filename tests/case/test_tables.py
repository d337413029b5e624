"""Tables beside a case: what goes out comes back, and every slip is named by line and column.

The expected rows are written by hand; the round trip is checked on drawn entries and on the shelf's own record.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu import catalogue
from paripassu.case import Case, load
from paripassu.case.tables import TABLES, as_csv, read_table
from paripassu.errors import CaseError
from paripassu.read.review import Review

CASE = "parties: {us: , dprk: }\nissues: {scope: [full, part], relief: {from: 0, to: 9}}\n"
WORDS = st.one_of(
    st.text(max_size=6),
    st.sampled_from(
        ["", " x ", "a; b", ";", "[1]", '["a"]', '{"a": "b"}', "=1+1", "-5", "'", "'=x", "@a", "x (y)", "unnamed", "\r"]
    ),
).filter(lambda word: max(word, default="a") < "\ud800" or max(word) > "\udfff")
FILLED = WORDS.filter(bool)
EVIDENCE = st.builds(
    lambda quote, start: {"source": "s", "start": str(start), "end": str(start + len(quote)), "quote": quote},
    FILLED,
    st.integers(0, 99),
)
LINK = st.one_of(FILLED.map(lambda word: {"name": word}), FILLED.map(lambda word: {"unnamed": word}), st.just("CNN"))
WHO = st.one_of(FILLED, st.fixed_dictionaries({"who": FILLED}, optional={"role": WORDS, "note": WORDS}))
EVENTS = st.fixed_dictionaries(
    {"kind": WORDS},
    optional={
        "title": WORDS,
        "on": st.sampled_from(["2018", "2018-06-01/2018-06-04", "unknown"]),
        "parties": st.lists(st.sampled_from(["us", "dprk"]), max_size=2),
        "heads": st.one_of(FILLED, st.lists(FILLED, max_size=2)),
        "participants": st.lists(WHO, max_size=2),
        "chain": st.lists(LINK, max_size=2),
        "evidence": st.lists(EVIDENCE, max_size=2),
        "status": st.just("held"),
        "note": WORDS,
        "reported": st.just("2018-06-04"),
    },
)


def folder(tmp_path: Path, **tables: str | bytes) -> Path:
    (tmp_path / "case.yaml").write_text(CASE)
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_bytes(text.encode() if isinstance(text, str) else text)
    return tmp_path


def problems(where: Path) -> list[str]:
    with pytest.raises(CaseError) as caught:
        load(where)
    return [line.removeprefix(f"{where}/") for line in caught.value.lines()]


@given(st.lists(EVENTS, min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_every_entry_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, entries: list[Any]) -> None:
    case = Case.from_dict({"parties": ["us", "dprk"], "sources": {"s": {"title": "S"}}, "record": entries})
    file = tmp_path_factory.getbasetemp() / "record.csv"
    text = as_csv(case, "record")
    file.write_bytes(text.encode())
    again = Case.from_dict(
        {
            "parties": ["us", "dprk"],
            "sources": {"s": {"title": "S"}},
            "record": read_table(file, "record").value,
        }
    )
    assert again.record == case.record
    assert as_csv(again, "record") == text
    # Nothing that a spreadsheet would run: a formula starts with one of these signs.
    for word in (cell.lstrip('"') for cell in text.replace("\r\n", ",").split(",")):
        assert not word.startswith(("=", "@"))


def test_the_record_of_the_shelf_comes_back(tmp_path: Path) -> None:
    case = catalogue.load("singapore-2018")
    catalogue.copy("singapore-2018", tmp_path)
    home = next(path.parent for path in tmp_path.rglob("case.yaml"))
    lines = (home / "case.yaml").read_text().splitlines(keepends=True)
    moved = ("sources", "people", "venues", "record", "positions")
    kept, inside = [], False
    for line in lines:
        if line[0] not in " #\n-":
            inside = line.split(":")[0] in moved
        kept += [] if inside else [line]
    (home / "case.yaml").write_text("".join(kept))
    for section in moved:
        (home / f"{section}.csv").write_bytes(as_csv(case, section).encode())
    again = load(home)
    for section in moved:
        assert getattr(again, section) == getattr(case, section)
    assert (again.issues, again.steps) == (case.issues, case.steps)


def test_what_a_person_types_in_a_spreadsheet(tmp_path: Path) -> None:
    where = folder(
        tmp_path,
        sources="\ufeffid;title;published\r\npost;Talks open;2018-06-02\r\n",
        record=(
            "on;kind;parties;participants;chain;source;evidence.source;evidence.start;evidence.end;evidence.quote;\r\n"
            '2018-06-01;session;"us; dprk";"Kim Ann (chair) ; Bo Berg";"CNN; unnamed aide";post;post;0;5;Talks;\r\n'
            ";;;;;;;;;;\r\n"
        ),
        positions=(
            "party,issue,option,accepts.at_least,as_of,basis\n"
            "us,relief,4,3,2018-06-01,stated\n"
            "us,scope,full; part,,,reported\n"
        ),
        people="id\tname\taliases\nkim\tKim Ann\tA. Kim; Ann Kim\n",
        steps="id,doer,cost,value.us,needs\ndeclare,dprk,3; 5,40,\nship,dprk,1,2,declare\n",
    )
    case = load(where)
    (session,) = case.record
    assert (str(session.on), session.parties, session.people) == ("2018-06-01", ("us", "dprk"), ("Kim Ann", "Bo Berg"))
    assert (session.participants[0].role, [str(link) for link in session.chain]) == ("chair", ["CNN", "aide (unnamed)"])
    assert session.evidence[0].quote == "Talks"
    assert (case.positions[0].accepts.at_least, case.positions[1].option) == (3, ("full", "part"))  # type: ignore[union-attr]
    assert case.people["kim"].names == ("Kim Ann", "A. Kim", "Ann Kim")
    assert case.sources["post"].published == dt.date(2018, 6, 2)
    assert (case.steps["declare"].cost, case.steps["ship"].needs) == ((3, 5), ("declare",))
    assert case.steps["declare"].value == {"us": (40, 40)}


UTF_8 = "text in UTF-8 (a spreadsheet saves it as `CSV UTF-8`), got byte 0xFF."
EMPTY = "nothing where the first row is empty, got `x`."
PARTY = "a party of this case (us, dprk), got `them`."


@pytest.mark.parametrize(
    ("section", "table", "place", "told"),
    [
        ("record", "kind,on\ncall,1 June\n", "2: column B (on)", "a date as"),
        ("record", 'title,kind\n"two\nlines",call\n,call\nx,\n', "5: kind", "a value for `kind`, got none"),
        ("record", "kind,venu\ncall,x\n", "1: column B (venu)", "a known column, got `venu`. Did you mean `venue`?"),
        ("record", "kind,kind\ncall,x\n", "1: column B (kind)", "a column once, got `kind` again."),
        ("record", "kind\ncall,x\n", "2: column B", EMPTY),
        ("record", "kind,parties\ncall,us; them\n", "2: column B (parties)", PARTY),
        ("record", 'kind\n"call\n', "2", "a row of a table (CSV), got unexpected end of data."),
        ("record", b"kind\ncall\n\xff\n", "3", UTF_8),
        ("record", "kind,evidence,evidence.quote\ncall,[],x\n", "2: column C (evidence.quote)", "`evidence` in one"),
        ("record", "kind,evidence.quote\ncall,x\n", "2: evidence.source", "a value for `source`, got none."),
        ("record", "kind,evidence.quote,evidence.end\ncall,x,one\n", "2: column C (evidence.end)", "a whole number"),
        ("people", "id,name\nkim,Kim\nkim,Kim\n", "3: column A (id)", "an id, used once, got `kim` again."),
        ("people", "id,name\n,Kim\n", "2: column A (id)", "an id, used once, got none."),
        ("people", "name\nKim\n", "2: id", "an id, used once, got none."),
        (
            "positions",
            "party,issue,option,basis\nus,scope,al,stated\n",
            "2: column C (option)",
            "an option of the issue",
        ),
        ("record", "kind," + "x" * 140_000 + "\n", "1", "a row of a table (CSV), got field larger"),
    ],
)
def test_a_slip_is_named_by_line_and_column(
    tmp_path: Path, section: str, table: str | bytes, place: str, told: str
) -> None:
    every = problems(folder(tmp_path, **{section: table}))
    assert any(line.startswith(f"{section}.csv:{place}: expected {told}") for line in every)


def test_problems_of_the_file_and_of_its_tables_come_together(tmp_path: Path) -> None:
    where = folder(tmp_path, record="kind,status\ncall,gone\n", people="id,nam\n")
    (where / "case.yaml").write_text(CASE + "record:\n  - {kind: call, status: heldd}\npositions: []\ntitel: x\n")
    said = problems(where)
    assert [line.split(": expected")[0] for line in said] == [
        "case.yaml:4: record.2nd.status",
        "case.yaml:6: titel",
        "people.csv:1: column B (nam)",
        "record.csv:2: column B (status)",
    ]


def test_an_id_may_not_stand_in_both(tmp_path: Path) -> None:
    where = folder(tmp_path, people="id,name\nkim,Kim\n")
    (where / "case.yaml").write_text(CASE + "people: {kim: {name: Kim}}\n")
    (line,) = problems(where)
    assert line.startswith("people.csv:2: id: expected an id that ")


def test_the_rows_come_first_so_that_the_file_may_correct_them(tmp_path: Path) -> None:
    where = folder(tmp_path, record="id,kind,on\na,call,2018\n")
    (where / "case.yaml").write_text(CASE + "record:\n  - {id: b, kind: call, supersedes: a}\n")
    case = load(where)
    assert [event.id for event in case.record] == ["a", "b"]
    assert case.table("record", 0) == str(where / "record.csv")
    assert case.table("record", 1) is None
    assert load(where / "case.yaml").digest == case.digest != Case.from_dict({"parties": ["us", "dprk"]}).digest
    # Under another name the tables are somebody else's.
    (where / "other.yaml").write_text(CASE)
    assert load(where / "other.yaml").record == ()


def test_a_person_can_still_review_into_such_a_case(tmp_path: Path) -> None:
    from tests.read.test_review import BERG, CASE as HARBOUR, MET, NOW, SATO, TALKS, add_echo  # noqa: I001
    from paripassu.errors import CommandError
    from paripassu.read import queue
    from paripassu.read.review import SAME_EVENT

    (tmp_path / "case.yaml").write_text(HARBOUR)
    (tmp_path / "record.csv").write_text(
        "id,on,kind,participants\nold,2019,visit,Nils Berg\nfirst,2021-03-01,meeting,Akiko Sato; Nils Berg\n"
    )
    queue.add(tmp_path, [SATO, BERG, MET])
    review = Review(tmp_path, now=NOW)
    for proposal in review.walk():
        review.accept(proposal)
    assert [event.same_as for event in load(tmp_path).record] == [None, None, "first"]
    add_echo(tmp_path)
    review = Review(tmp_path, now=NOW)
    for proposal in review.walk():
        review.reject(proposal) if proposal.rule == SAME_EVENT else review.accept(proposal)
    assert len(load(tmp_path).record) == 4
    # An entry of the file is found behind the rows; one of a table is left to the spreadsheet.
    merge = SATO.model_copy(
        update={"id": "f" * 16, "kind": "merge", "content": {"what": "event", "left": MET.id, "right": TALKS.id}}
    )
    queue.add(tmp_path, [merge])
    Review(tmp_path, now=NOW).accept(merge)
    assert load(tmp_path).record[3].same_as == load(tmp_path).record[2].id
    stuck = merge.model_copy(update={"id": "d" * 16, "content": {"what": "event", "left": "old", "right": "first"}})
    with pytest.raises(CommandError, match=r"`first` stands in .*record.csv"):
        Review(tmp_path, now=NOW).accept(stuck)


def test_every_table_can_be_written() -> None:
    case = Case.from_dict(
        {"parties": ["a", "b"], "steps": {"x": {"doer": "a", "cost": ["1/3", "2"], "value": {"b": 1}}}}
    )
    assert all(as_csv(case, section) for section in TABLES)
    assert "1/3; 2" in as_csv(case, "steps")
