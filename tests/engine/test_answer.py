"""A result shows itself in a notebook and becomes a table."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest

from paripassu.engine import answer
from paripassu.engine.answer import Answer
from paripassu.errors import CommandError


@dataclass(frozen=True, slots=True, kw_only=True)
class Two(Answer):
    def summary(self) -> str:
        return "Two <rows>."

    def rows(self) -> list[dict[str, Any]]:
        return [{"who": "us & them", "gain": 1 / 3}, {"who": None, "gain": {"us": 1.0}}]

    def to_dict(self) -> dict[str, Any]:
        return {}


def test_html_is_a_table_with_nothing_left_unescaped() -> None:
    shown = Two()._repr_html_()
    assert "<p>Two &lt;rows&gt;.</p>" in shown
    assert "<td>us &amp; them</td><td>0.3333</td>" in shown
    assert "<td></td><td>us: 1</td>" in shown


def test_a_frame_comes_from_whichever_library_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    polars = ModuleType("polars")
    polars.DataFrame = list  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "polars", polars)
    monkeypatch.setattr(answer, "find_spec", lambda name: name == "polars" or None)
    assert Two().to_frame() == Two().rows()
    with pytest.raises(CommandError, match="needs pandas, and none is installed"):
        Two().to_frame("pandas")
