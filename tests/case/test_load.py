"""The YAML door: text stays text, and every value knows its line."""

from __future__ import annotations

from pathlib import Path

from paripassu.case.load import read_yaml


def test_scalars_stay_as_written(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: [NO, 1, 1.50, 'null', ~, ü, 2018-06-04, 007]\n", encoding="utf-8")
    assert read_yaml(path).value == {"a": ["NO", "1", "1.50", "null", None, "ü", "2018-06-04", "007"]}


def test_a_place_knows_its_line_and_a_missing_one_its_parents(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a:\n  b:\n    - c\n    - d: 1\n")
    written = read_yaml(path)
    assert written.place(("a", "b", 1, "d")) == (str(path), 4)
    assert written.place(("a", "b", 1, "gone")) == (str(path), 4)
    assert written.place(("elsewhere",)) == (str(path), None)


def test_a_byte_order_mark_is_not_part_of_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_yaml(path).value == {"a": "1"}
