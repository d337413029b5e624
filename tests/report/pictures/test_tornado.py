"""The tornado: a bar for each number that can break the order, as long as the order survives it."""

from __future__ import annotations

from typing import Any

from paripassu.report import charts
from paripassu.report.pictures.tornado import SHOWN, Bar, tornado


def rows(bars: list[Bar], together: float = 0.0) -> list[dict[str, Any]]:
    form = charts.spec(tornado(bars, together))
    return [row for layer in form["layer"] for row in layer["data"]["values"]]


def test_bars_end_where_it_breaks() -> None:
    found = rows([Bar(name="worth", lower=0.125, higher=None), Bar(name="cost", lower=None, higher=0.5)])
    spans = {(row["name"], row["low"], row["high"]) for row in found if "left" in row}
    assert spans == {("worth", -0.125, 0.0), ("cost", 0.0, 0.5)}
    assert {(row["name"], row["x"]) for row in found if "x" in row and "name" in row} == {
        ("worth", -0.125),
        ("cost", 0.5),
    }


def test_nothing_to_spare_is_still_drawn_and_only_the_first_are() -> None:
    many = [Bar(name=f"number {k}", lower=0.0, higher=None) for k in range(3 * SHOWN)]
    drawn = charts.svg(charts.spec(tornado(many, 0.0)))
    assert "NaN" not in drawn
    assert f"number {SHOWN - 1}<" in drawn
    assert f"number {SHOWN}<" not in drawn
