"""Writing whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from paripassu.errors import CommandError
from paripassu.files import new_folder, replace_file


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "answer.json"
    path.write_text("old")
    path.chmod(0o640)
    replace_file(path, "new ü")
    assert path.read_text(encoding="utf-8") == "new ü"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_what_the_check_refuses_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "answer.json"
    path.write_text("old")

    def refuse(new: Path) -> None:
        raise CommandError(f"not {new.read_text()}")

    with pytest.raises(CommandError, match="not new"):
        replace_file(path, "new", refuse)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_output_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        replace_file(tmp_path / "no" / "such" / "folder", b"x")


def test_a_new_folder_is_whole_or_not_there(tmp_path: Path) -> None:
    new_folder(tmp_path / "new", {"a.txt": "ü"})
    assert (tmp_path / "new" / "a.txt").read_text(encoding="utf-8") == "ü"
    with pytest.raises(CommandError, match="stands there already"):
        new_folder(tmp_path / "new", {"b.txt": ""})
    with pytest.raises(CommandError, match="cannot be written"):
        new_folder(tmp_path / "half", {"a.txt": "", "no/such/b.txt": ""})
    with pytest.raises(CommandError, match="cannot be written"):
        new_folder(tmp_path / "no" / "parent", {"a.txt": ""})
    assert [path.name for path in tmp_path.iterdir()] == ["new"]
