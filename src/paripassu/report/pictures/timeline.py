"""What happened when, a lane for each track; whoever points at a mark reads who said so, not the article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from paripassu.report import style
from paripassu.report.charts import Chart, alt, data

__all__ = ["Mark", "timeline"]

MONTHS = "timeFormat(datum.value, datum.index == 0 || month(datum.value) == 0 ? '%b %Y' : '%b')"
DAYS = "timeFormat(datum.value, datum.index == 0 ? '%-d %b %Y' : '%-d %b')"
HALF_A_MONTH = 15
CROSS = "M-0.7,-0.7L0.7,0.7M0.7,-0.7L-0.7,0.7"
LETTER = 6.2
"""Width of a letter of a label, in pixels, on the safe side."""
NO_LABEL = ("", "", False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An event on the timeline: when (``first`` to ``last``), on which track, and what a reader may be told."""

    first: dt.date
    last: dt.date
    lane: str
    title: str
    status: str
    when: str
    told_by: str
    weight: int = 0
    """Marks of larger weight are labelled first, where there is room."""


def timeline(marks: Sequence[Mark], lanes: Sequence[str], *, width: int = 700) -> Chart:
    """A lane for each track, a mark for each event; hollow where it was only expected, crossed where called off.

    ``width`` is the width in pixels that labels are fitted to; below 480 no event is labelled.
    """
    ink, quiet, paper = style.ink_of("ink"), style.ink_of("quiet"), style.ink_of("paper")
    start = min(mark.first for mark in marks)
    end = max(mark.last for mark in marks)
    if start == end:  # a single day stands in the middle, clear of the names of the lanes
        start, end = start - dt.timedelta(days=3), end + dt.timedelta(days=3)
    days = (end - start).days
    room = width - 30 - LETTER * max(len(lane) for lane in lanes)
    labels = _labels(marks, start, room / days) if width >= 480 else {}
    rows = [
        {
            "first": mark.first.isoformat(),
            "last": mark.last.isoformat(),
            "lane": mark.lane,
            "title": mark.title,
            "when": mark.when,
            "told by": mark.told_by,
            "status": mark.status,
            "shape": _shape(mark.status),
            "fill": ink if mark.status == "held" else paper,
            "long": mark.last > mark.first,
            "label": labels.get(at, NO_LABEL)[0],
            "side": labels.get(at, NO_LABEL)[1],
            "under": labels.get(at, NO_LABEL)[2],
        }
        for at, mark in enumerate(marks)
    ]
    base = alt.Chart(data(rows)).encode(
        y=alt.Y("lane:N", sort=list(lanes), title=None, axis=alt.Axis(labelColor=ink, grid=True, labelLimit=150)),
        tooltip=[alt.Tooltip("title:N"), alt.Tooltip("when:N"), alt.Tooltip("status:N"), alt.Tooltip("told by:N")],
    )
    time = alt.X(
        "first:T",
        title=None,
        scale=alt.Scale(domain=[_moment(start), _moment(end)], nice=False, padding=12),
        axis=_axis(days, 5 if width < 480 else 9),
    )
    # One layer says what the axis is; the others share it.
    here = alt.X("first:T", title=None)
    bars = (
        base.transform_filter("datum.long")
        .mark_rule(strokeWidth=7, strokeCap="round", opacity=0.45, color=quiet)
        .encode(x=here, x2=alt.X2("last:T"))
    )
    points = base.mark_point(size=72, strokeWidth=1.6, stroke=ink, opacity=0.92).encode(
        x=time, shape=alt.Shape("shape:N", scale=None), fill=alt.Fill("fill:N", scale=None)
    )
    words = [
        base.transform_filter(f"datum.side == '{side}' && datum.under == {str(under).lower()}")
        .mark_text(align=side, dx=-5 if side == "left" else 5, dy=15 if under else -13, fontSize=style.SMALL, color=ink)
        .encode(x=here, text=alt.Text("label:N"))
        for side in ("left", "right")
        for under in (False, True)
        if any(label[1:] == (side, under) for label in labels.values())
    ]
    return alt.layer(bars, points, *words).properties(height=(54 if labels else 40) * len(lanes))


def _axis(days: int, ticks: int) -> object:
    """Days where the ticks of months would stand closer than half a month, so that no label is there twice."""
    labels = DAYS if days < HALF_A_MONTH * ticks else MONTHS
    return alt.Axis(grid=False, labelFlush=True, labelOverlap=True, labelExpr=labels, tickCount=min(ticks, days))


def _moment(day: dt.date) -> object:
    return alt.DateTime(year=day.year, month=day.month, date=day.day)


def _shape(status: str) -> str:
    return {"cancelled": CROSS, "disputed": "diamond"}.get(status, "circle")


def _labels(marks: Sequence[Mark], start: dt.date, pixels_a_day: float) -> dict[int, tuple[str, str, bool]]:
    """The labels that fit above or under their lane without meeting another, heaviest first; text, side, under."""
    whole = max((mark.last - start).days for mark in marks) * pixels_a_day
    taken: dict[tuple[str, bool], list[tuple[float, float]]] = {}
    labels: dict[int, tuple[str, str, bool]] = {}
    for at, mark in sorted(enumerate(marks), key=lambda pair: (-pair[1].weight, pair[1].first)):
        here = (mark.first - start).days * pixels_a_day
        long = LETTER * len(mark.title) + 6
        ways = ((side, under) for under in (False, True) for side in ("left", "right"))
        for side, under in ways:
            left, right = (here - 5, here + long) if side == "left" else (here - long, here + 5)
            used = taken.setdefault((mark.lane, under), [])
            if left >= -10 and right <= whole + 15 and all(right < low or high < left for low, high in used):
                used.append((left, right))
                labels[at] = (mark.title, side, under)
                break
    return labels
