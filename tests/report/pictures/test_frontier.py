"""The compromise line: names beside their marks, within the picture."""

from __future__ import annotations

from typing import Any

import pytest

from paripassu.report import charts
from paripassu.report.pictures.frontier import Spot, frontier

EVERY = ("Nash", "Kalai–Smorodinsky", "egalitarian", "utilitarian")


def labels(spots: list[Spot], small: bool = False) -> list[dict[str, Any]]:
    """How each name is set, with its text."""
    drawn = charts.spec(frontier(spots, {"a": "Anna", "b": "Bob"}, no_deal={}, small=small))
    found = []
    for layer in drawn["layer"]:
        if layer["encoding"].get("text", {}).get("field") == "label":
            rows = layer["data"].get("values") or drawn["datasets"][layer["data"]["name"]]
            found.append({**layer["mark"], "text": rows[0]["label"]})
    return found


def spot(a: float, *names: str) -> Spot:
    return Spot(worth={"a": a, "b": 1 - a}, package="", names=names, rules=("nash",) if names else ())


@pytest.mark.parametrize("small", [False, True])
def test_a_name_at_the_right_edge_stands_to_the_left_of_its_mark(small: bool) -> None:
    (one,) = labels([spot(0), spot(1, *EVERY)], small)
    assert one["align"] == "right"
    assert one["dx"] < 0
    assert one["text"] == "Nash · Kalai–Smorodinsky\negalitarian · utilitarian"


def test_a_short_name_with_room_stands_to_the_right_in_one_line() -> None:
    (one,) = labels([spot(0), spot(0.4, "Nash"), spot(1)])
    assert (one["align"], one["text"]) == ("left", "Nash")
