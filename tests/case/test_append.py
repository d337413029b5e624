"""Adding to a case file: all that stood there still stands, and the new entry is there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from paripassu.case.append import Addition, added
from paripassu.errors import CommandError

ENTRY = {
    "on": "2018-05-27",
    "kind": "session",
    "title": 'First: of "many"',
    "parties": ["us", "dprk"],
    "chain": ["Post", {"unnamed": "aide"}],
    "evidence": [{"source": "a", "start": 3, "end": 5, "quote": "é\u2028"}],
}
LAYOUTS = {
    "block": "parties: [us, dprk]\nrecord:\n  - on: 2018\n    kind: visit   # so far\n# the end\nissues:\n  a: [x]\n",
    "not indented": "record:\n- on: 2018\n  kind: visit\n\n\n# next\nparties: [us]\n",
    "flow": "parties: [us]\nrecord: [{on: 2018, kind: visit}] # here\n",
    "flow on lines": "record: [\n  {on: 2018, kind: visit},   # one\n]\nparties: [us]\n",
    "empty": "parties: [us]\nrecord:\nissues: {a: [x]}\n",
    "empty at the end": "parties: [us]\nrecord:",
    "empty list": "record: []\nparties: [us]\n",
    "none yet": "parties: [us]   # no newline",
    "json": '{"parties": ["us"], "record": [{"on": "2018", "kind": "visit"}]}',
    "json, none yet": '{"parties": ["us"]}\n',
    "windows": "parties: [us]\r\nrecord:\r\n  - kind: visit\r\nissues: {a: [x]}\r\n",
    "mark": "\ufeffrecord:\n  - kind: visit\n",
    "folded": "record:\n  - note: |\n      two\n      \n    kind: visit\n  - kind: >-\n      a\n      b\na: b\n",
    "anchor": "parties: &who [us]\nrecord:\n  - kind: visit\n    parties: *who\n",
    "document end": "---\nrecord:\n  - kind: visit\n",
    "nothing": "",
    "deep": "record:\n    -   kind: visit\n        heads:\n            - a\n            - b\nparties: {us: }\n",
}


def said(text: str) -> Any:
    return YAML(typ="base", pure=True).load(text) or {}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_entry_goes_last_and_nothing_else_changes(layout: str) -> None:
    text = LAYOUTS[layout]
    after = added(text, [(("record", "+"), ENTRY), (("record", "+"), {"kind": "call"})])
    before = said(text)
    now = said(after)
    assert [one["kind"] for one in now["record"]] == [one["kind"] for one in before.get("record") or []] + [
        "session",
        "call",
    ]
    assert now["record"][-2]["evidence"] == [{"source": "a", "start": "3", "end": "5", "quote": "é\u2028"}]
    assert now["record"][-2]["title"] == ENTRY["title"]
    assert {key: held for key, held in now.items() if key != "record"} == {
        key: held for key, held in before.items() if key != "record"
    }
    # Every line a person wrote is still there, in order.
    lines = iter(after.replace(", {", "\n{").splitlines())
    if layout in ("block", "not indented", "windows", "folded", "anchor", "deep"):
        assert all(line in lines for line in text.splitlines())


def test_keys_on_the_way_are_made() -> None:
    person: list[Addition] = [
        (("people", "kim"), {"name": "Kim"}),
        (("people", "kim", "aliases", "+"), "K. Kim"),
        (("people", "kim", "aliases", "+"), {"text": "Kym", "source": "a"}),
    ]
    after = said(added("parties: {us: {name: US}}\n", person))
    assert after["people"] == {"kim": {"name": "Kim", "aliases": ["K. Kim", {"text": "Kym", "source": "a"}]}}


def test_a_key_goes_into_a_flow_mapping_too() -> None:
    text = "people: {kim: {name: Kim}}  # known\n"
    assert added(text, [(("people", "choe"), {"name": "Choe", "aliases": ["C"]})]) == (
        "people: {kim: {name: Kim}, choe: {name: Choe, aliases: [C]}}  # known\n"
    )


@pytest.mark.parametrize("layout", ["block", "not indented", "flow", "flow on lines", "json", "windows", "deep"])
def test_a_key_goes_into_an_item_of_a_list(layout: str) -> None:
    before = said(LAYOUTS[layout])
    after = said(added(LAYOUTS[layout], [(("record", "0", "same_as"), "x: y")]))
    before["record"][0]["same_as"] = "x: y"
    assert after == before


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("record: none\n", ("record", "+")),
        ("people: {kim: {name: Kim}}\n", ("people", "kim")),
        ("people: {kim: {aliases: K}}\n", ("people", "kim", "aliases", "+")),
        ("- a list\n", ("record", "+")),
        ("record:\n  - note: |+\n      kept\n\n\nparties: [us]\n", ("record", "+")),
    ],
)
def test_what_cannot_be_added_to_is_refused(text: str, path: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        added(text, [(path, {"kind": "call"})])


@given(st.text(max_size=30), st.text(max_size=12), st.sampled_from(sorted(LAYOUTS)))
def test_any_text_is_written_so_that_it_reads_back(words: str, key: str, layout: str) -> None:
    after = added(LAYOUTS[layout], [(("record", "+"), {"kind": words, "x" + key: [words, {"of": words}]})])
    assert said(after)["record"][-1] == {"kind": words, "x" + key: [words, {"of": words}]}


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("2018-06-01/2018-06-04", "2018-06-01/2018-06-04"),
        ("2018-06-04-meeting-8c9b", "2018-06-04-meeting-8c9b"),
        ("First round", "First round"),
        ("NO", '"NO"'),
        ("1.50", '"1.50"'),
        ("1e5", '"1e5"'),
        ("0x1F", '"0x1F"'),
        ("2018", '"2018"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("", '""'),
        ("on", '"on"'),
    ],
)
def test_text_is_quoted_where_another_reader_could_take_it_for_something_else(words: str, written: str) -> None:
    text = added("", [(("record", "+"), {"on": words})])
    assert text == f"record:\n  - on: {written}\n"
    assert said(text) == {"record": [{"on": words}]}
