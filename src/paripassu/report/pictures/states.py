"""States and moves, laid out by who moves: one side's moves run across, the other's run down."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paripassu.report import style
from paripassu.report.charts import Chart, alt, data

__all__ = ["Arrow", "State", "states"]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state at a place of the grid: ``column`` counts one side's choices, ``row`` the others'."""

    id: str
    label: str
    column: float
    row: float
    holds: str = ""
    """`all` when nobody gains by leaving it, `some` when only the others' answers keep them, else nothing."""
    mark: str = ""
    """`today`, `wished`, or nothing."""
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A move from one state to another by one party."""

    start: str
    end: str
    party: str
    strong: bool = True


def states(
    nodes: Sequence[State],
    arrows: Sequence[Arrow],
    names: Mapping[str, str],
    *,
    columns: Sequence[str] = (),
    rows: Sequence[str] = (),
    small: bool = False,
) -> Chart:
    """States as words on a grid, moves as bent arrows in the colour of who moves.

    A dark place holds, a tinted one only because of the others' answers.

    Parameters
    ----------
    nodes, arrows : sequences
    names : mapping
        Party id -> short name, all decision makers in the order of the case.
    columns, rows : sequence of str
        Words above each column and before each row, such as the options taken there.
    small : bool
        Smaller places, and the words of a row above it, for a narrow screen.
    """
    ink, quiet, paper = style.ink_of("ink"), style.ink_of("quiet"), style.ink_of("paper")
    colours = style.parties(names)
    where = {node.id: (node.column, node.row) for node in nodes}
    wide = max(node.column for node in nodes)
    deep = max(node.row for node in nodes)
    left = -1.15 if rows and not small else -0.5
    x_scale = alt.Scale(domain=[left, wide + 0.55], nice=False)
    y_scale = alt.Scale(
        domain=[-0.95 if columns and small else -0.75 if columns else -0.5, deep + 0.6], reverse=True, nice=False
    )
    x, y = alt.X("x:Q", axis=None, scale=x_scale), alt.Y("y:Q", axis=None, scale=y_scale)
    paths, tips = [], []
    for at, arrow in enumerate(arrows):
        curve = _bend(where[arrow.start], where[arrow.end], 0.26 if small else 0.15)
        colour = colours[arrow.party]
        paths += [
            {
                "x": px,
                "y": py,
                "order": step,
                "arrow": at,
                "colour": colour,
                "weight": 2.4 if arrow.strong else 1.2,
                "opacity": 0.95 if arrow.strong else 0.5,
            }
            for step, (px, py) in enumerate(curve)
        ]
        (ax, ay), (bx, by) = curve[-2], curve[-1]
        turn = math.degrees(math.atan2((by - ay) * 0.62, bx - ax)) + 90
        tips.append(
            {"x": bx, "y": by, "turn": turn, "colour": colour, "who": names[arrow.party], "from": arrow.start,
             "to": arrow.end, "opacity": 1 if arrow.strong else 0.6}
        )  # fmt: skip
    layers: list[Chart] = []
    if paths:
        layers.append(
            alt.Chart(data(paths))
            .mark_line()
            .encode(
                x=x,
                y=y,
                detail=alt.Detail("arrow:N"),
                order=alt.Order("order:Q"),
                color=alt.Color("colour:N", scale=None),
                strokeWidth=alt.StrokeWidth("weight:Q", scale=None),
                opacity=alt.Opacity("opacity:Q", scale=None),
            )
        )
        layers.append(
            alt.Chart(data(tips))
            .mark_point(shape="triangle", size=70, filled=True)
            .encode(
                x=x, y=y, angle=alt.Angle("turn:Q", scale=None), color=alt.Color("colour:N", scale=None),
                opacity=alt.Opacity("opacity:Q", scale=None),
                tooltip=[alt.Tooltip("who:N"), alt.Tooltip("from:N"), alt.Tooltip("to:N")],
            )
        )  # fmt: skip
    places = alt.Chart(
        data(
            [
                {"x": node.column, "y": node.row, "label": node.label, "mark": node.mark, "state": node.id,
                 "told": node.told, "fill": {"all": ink, "some": style.ink_of("room")}.get(node.holds, paper),
                 "words": paper if node.holds == "all" else ink,
                 "stroke": ink if node.holds or node.mark else style.ink_of("point")}
                for node in nodes
            ]
        )
    ).encode(x=x, y=y)  # fmt: skip
    layers += [
        places.mark_point(size=560 if small else 1050, strokeWidth=1.6, opacity=1).encode(
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=[alt.Tooltip("state:N"), alt.Tooltip("told:N")],
        ),
        places.mark_text(fontSize=style.SMALL, fontWeight="bold").encode(
            text=alt.Text("label:N"),
            color=alt.Color("words:N", scale=None),
            tooltip=[alt.Tooltip("state:N"), alt.Tooltip("told:N")],
        ),
        places.mark_text(
            fontSize=style.SMALL,
            align="right" if small else "left",
            dx=-8 if small else 22,
            dy=20 if small else 22,
            color=ink,
            fontStyle="italic",
        ).encode(text=alt.Text("mark:N")),
    ]
    if columns:
        heads = [{"x": at, "y": -0.95 if small else -0.75, "text": word.split("\n")} for at, word in enumerate(columns)]
        layers.append(
            alt.Chart(data(heads))
            .mark_text(baseline="top", color=quiet, fontSize=style.SMALL, lineHeight=13)
            .encode(x=x, y=y, text=alt.Text("text:N"))
        )
    if rows:
        sides = [
            {"x": left, "y": at - 0.42, "text": word.replace("\n", " + ")}
            if small
            else {"x": left, "y": at, "text": word.split("\n")}
            for at, word in enumerate(rows)
        ]
        layers.append(
            alt.Chart(data(sides))
            .mark_text(align="left", baseline="middle", color=quiet, fontSize=style.SMALL, lineHeight=13)
            .encode(x=x, y=y, text=alt.Text("text:N"))
        )
    return alt.layer(*layers).properties(height=int(105 * (deep + 1) + 40))


def _bend(start: tuple[float, float], end: tuple[float, float], gap: float) -> list[tuple[float, float]]:
    """A curve from place to place, bent to its left so that there and back are two lines, cut short at the places."""
    (ax, ay), (bx, by) = start, end
    dx, dy = bx - ax, by - ay
    long = math.hypot(dx, dy) or 1
    bend = 0.10 + 0.13 * max(long - 1, 0)
    mx, my = (ax + bx) / 2 + dy / long * bend * 2, (ay + by) / 2 - dx / long * bend * 2
    cut = 0.2 / long if abs(dx) < 1e-9 else gap / long
    steps = [cut + (1 - 2 * cut) * at / 16 for at in range(17)]
    return [
        ((1 - t) ** 2 * ax + 2 * t * (1 - t) * mx + t * t * bx, (1 - t) ** 2 * ay + 2 * t * (1 - t) * my + t * t * by)
        for t in steps
    ]
