"""The room between two parties: every package that neither can better without the other losing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from paripassu.report import style
from paripassu.report.charts import Chart, alt, data

__all__ = ["Spot", "frontier"]

SHAPES = {"nash": "diamond", "kalai_smorodinsky": "square", "egalitarian": "triangle-up", "utilitarian": "cross"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point of the room: what each party gets, and the package that gives it (in words, an issue a line)."""

    worth: Mapping[str, float]
    package: str
    names: tuple[str, ...] = ()
    """What the point is called: fair rules that pick it, or `draft`."""
    rules: tuple[str, ...] = field(default=())


def frontier(
    spots: Sequence[Spot],
    names: Mapping[str, str],
    *,
    no_deal: Mapping[str, float | None],
    draft: Spot | None = None,
    unit: str = "worth to",
    small: bool = False,
) -> Chart:
    """What one party gets against what the other gets, with the no-deal lines, fair rules and the draft.

    Parameters
    ----------
    spots : sequence of Spot
        The frontier, in any order; those with ``names`` are labelled.
    names : mapping
        The two parties: id -> name.
    no_deal : mapping
        What each has if talks fail; None draws no line.
    draft : Spot, optional
        A draft on the table; it may lie inside the frontier.
    unit : str
        The words before a party's name on its axis; invented numbers say so here.
    small : bool
        Fewer words, for a narrow screen.
    """
    first, second = names
    ink, paper = style.ink_of("ink"), style.ink_of("paper")
    colours = style.parties(names)
    everyone = [*spots, *([draft] if draft else [])]
    axes = {}
    for party in names:
        seen = [spot.worth[party] for spot in everyone] + [v for v in [no_deal.get(party)] if v is not None]
        margin = (max(seen) - min(seen) or 1) * 0.08
        axes[party] = (min(seen) - margin * 1.2, max(seen) + margin * 1.6)
    rows = [_row(spot, first, second) for spot in sorted(spots, key=lambda spot: spot.worth[first])]
    named = [
        row for row, spot in zip(rows, sorted(spots, key=lambda spot: spot.worth[first]), strict=True) if spot.names
    ]
    # A party's name may hold quotes and dots, so it is a title here, never the name of a field.
    tips = [
        alt.Tooltip("called:N"),
        alt.Tooltip("x:Q", title=names[first]),
        alt.Tooltip("y:Q", title=names[second]),
        alt.Tooltip("package:N"),
    ]

    def axis(party: str, side: str) -> dict[str, object]:
        low, high = axes[party]
        return {
            "title": f"{'↑ ' if side == 'y' else ''}{unit} {names[party]}{' →' if side == 'x' else ''}",
            "scale": alt.Scale(domain=[low, high], nice=False, zero=False),
            "axis": alt.Axis(
                titleColor=colours[party],
                tickCount=5,
                grid=False,
                titleAnchor="end",
                titleAngle=0,
                **({"titleAlign": "left", "titleY": -8, "titleX": -30} if side == "y" else {}),
            ),
        }

    x = alt.X("x:Q", **axis(first, "x"))
    y = alt.Y("y:Q", **axis(second, "y"))
    height = 300 if small else 420
    layers = _room(axes, first, second, no_deal, x, y, names, small)
    base = alt.Chart(data(rows)).encode(x=x, y=y)
    layers.append(
        base.mark_line(strokeWidth=1.2, color=style.ink_of("point"), opacity=0.7).encode(order=alt.Order("x:Q"))
    )
    size = 44 if len(rows) < 80 else 20
    layers.append(base.mark_point(size=size, color=style.ink_of("point"), filled=True).encode(tooltip=tips))
    if named:
        solved = alt.Chart(data(named)).encode(x=x, y=y)
        layers.append(
            solved.mark_point(size=150, filled=True, stroke=paper, strokeWidth=1.5, color=ink).encode(
                shape=alt.Shape("shape:N", scale=None), tooltip=tips
            )
        )
        layers += _labels(named, x, y, (axes[first], axes[second]), height, small)
    if draft:
        row = [_row(draft, first, second) | {"called": "the draft"}]
        here = alt.Chart(data(row)).encode(x=x, y=y)
        layers.append(here.mark_point(size=130, filled=False, strokeWidth=2, color=ink).encode(tooltip=tips))
        layers.append(
            here.mark_text(align="right", dx=-11, fontStyle="italic", color=ink).encode(text=alt.Text("called:N"))
        )
    layers.append(base.mark_point(size=300, opacity=0).encode(tooltip=tips))
    return alt.layer(*layers).properties(height=height)


def _row(spot: Spot, first: str, second: str) -> dict[str, Any]:
    shapes = [SHAPES[rule] for rule in spot.rules if rule in SHAPES]
    return {
        "x": spot.worth[first],
        "y": spot.worth[second],
        "package": spot.package,
        "called": " · ".join(spot.names),
        "shape": shapes[0] if shapes else "circle",
    }


def _labels(
    named: list[dict[str, Any]],
    x: object,
    y: object,
    reach: tuple[tuple[float, float], tuple[float, float]],
    height: int,
    small: bool,
) -> list[Chart]:
    """Names beside their marks, from the top down, each pushed below the one before where they would meet.

    They stand to the right of the mark, or to its left where they would leave the picture; long ones in two lines.
    """
    line, letter, width = (14, 5.5, 250) if small else (16, 6.3, 600)
    (left, right), (low, high) = reach
    layers: list[Chart] = []
    free = 0.0
    for row in sorted(named, key=lambda row: -row["y"]):
        words = row["called"].split(" · ")
        lines = [" · ".join(words)]
        if letter * len(lines[0]) > width / 2 and len(words) > 1:
            half = (len(words) + 1) // 2
            lines = [" · ".join(words[:half]), " · ".join(words[half:])]
        there = (row["x"] - left) / (right - left) * width
        outside = there + 14 + letter * max(map(len, lines)) > width + 10
        here = (high - row["y"]) / (high - low) * height
        place = max(here - 8, free)
        free = place + line * len(lines)
        layers.append(
            alt.Chart(data([row | {"label": "\n".join(lines)}]))
            .mark_text(
                align="right" if outside else "left",
                dx=-14 if outside else 14,
                dy=round(place - here),
                lineBreak="\n",
                fontSize=style.SMALL if small else style.TEXT,
            )
            .encode(x=x, y=y, text=alt.Text("label:N"))
        )
    return layers


def _room(
    axes: Mapping[str, tuple[float, float]],
    first: str,
    second: str,
    no_deal: Mapping[str, float | None],
    x: object,
    y: object,
    names: Mapping[str, str],
    small: bool,
) -> list[Chart]:
    """The ground on which both do better than without a deal, and the two lines that bound it."""
    quiet = style.ink_of("quiet")
    low_x, low_y = no_deal.get(first), no_deal.get(second)
    ground = [
        {
            "x": axes[first][0] if low_x is None else low_x,
            "y": axes[second][0] if low_y is None else low_y,
            "x2": axes[first][1],
            "y2": axes[second][1],
        }
    ]
    layers: list[Chart] = [
        alt.Chart(data(ground))
        .mark_rect(color=style.ink_of("room"), opacity=0.6)
        .encode(x=x, y=y, x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"))
    ]
    if low_x is not None:
        line = alt.Chart(data([{"x": low_x, "y": axes[second][1], "text": f"{names[first]}: no deal"}]))
        layers.append(line.mark_rule(color=quiet, strokeDash=[4, 3]).encode(x=x))
        layers.append(
            line.mark_text(align="left", dx=5, dy=8, color=quiet, fontSize=style.SMALL).encode(
                x=x, y=y, text=alt.Text("text:N")
            )
        )
    if low_y is not None:
        line = alt.Chart(data([{"y": low_y, "x": axes[first][1], "text": f"{names[second]}: no deal"}]))
        layers.append(line.mark_rule(color=quiet, strokeDash=[4, 3]).encode(y=y))
        layers.append(
            line.mark_text(align="right", dx=-2, dy=9, color=quiet, fontSize=style.SMALL).encode(
                x=x, y=y, text=alt.Text("text:N")
            )
        )
    return layers
