"""Who does what in which phase, and for how long: the sides in lanes, the phases as columns."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paripassu.report import style
from paripassu.report.charts import Chart, alt, data

__all__ = ["Bar", "gantt"]

ROW = 28
"""Height of a step's row in pixels."""
LETTER = 7.0
"""Width of a letter of a name, in pixels, on the safe side."""
MONTH = 30
CALENDAR_MONTH = 30.4375


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A step in its phase: from ``start`` to ``end`` in days after the start of the roadmap."""

    step: str
    party: str
    phase: int
    start: float
    end: float
    done: bool = False
    told: str = ""


def gantt(
    bars: Sequence[Bar],
    phases: Sequence[tuple[float, float]],
    names: Mapping[str, str],
    *,
    begins: dt.date | None = None,
    gate_days: float = 0,
    dated: bool = True,
    colours: Mapping[str, str] | None = None,
    width: int = 690,
) -> Chart:
    """A lane for each side and a row for each of its steps; phases are columns, the time to verify is hatched pale.

    Parameters
    ----------
    bars : sequence of Bar
    phases : sequence of (start, end)
        Each phase in days, its gate included.
    names : mapping
        Party id -> name, in the order of the lanes.
    begins : date, optional
        Dates the axis; months after the start otherwise.
    gate_days : float
        How much of the end of each phase is the time to verify.
    dated : bool
        Whether lengths are known; without, there is no axis.
    colours : mapping, optional
        Party id -> colour, where not all parties have a lane.
    width : int
        Width in pixels at which words must fit beside their bars.
    """
    ink, quiet = style.ink_of("ink"), style.ink_of("quiet")
    colours = colours or style.parties(names)
    whole = max(end for _, end in phases)
    rows, heads, depth = [], [], 1.0
    for party, name in names.items():
        mine = sorted((bar for bar in bars if bar.party == party), key=lambda bar: (bar.start, bar.end, bar.step))
        if not mine:
            continue
        heads.append({"y": depth, "text": name, "colour": colours[party], "rule": depth - 0.5})
        for bar in mine:
            depth += 1
            word, late = _word(bar, whole, width)
            rows.append(
                {
                    "start": bar.start,
                    "end": max(bar.end, bar.start + whole * 0.006),
                    "y": depth,
                    "bar": depth + 0.24,
                    "low": depth + 0.46,
                    "word at": word,
                    "late": late,
                    "step": bar.step,
                    "party": name,
                    "phase": bar.phase,
                    "days": round(bar.end - bar.start),
                    "told": bar.told,
                    "colour": colours[party],
                }
            )
        depth += 1.2
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.4, depth - 0.3], reverse=True, nice=False))
    time = alt.Scale(domain=[0, whole], nice=False)
    columns = [
        {"start": low, "end": high, "gate": max(low, high - gate_days), "name": str(at + 1), "odd": at % 2 == 1,
         "y": 0.1, "top": -0.4, "bottom": depth - 0.3}
        for at, (low, high) in enumerate(phases)
    ]  # fmt: skip
    x = alt.X(
        "start:Q",
        title=None,
        scale=time,
        axis=_axis(whole, begins, width) if dated else alt.Axis(labels=False, grid=False),
    )
    under = alt.Chart(data(columns))
    ground = (
        under.transform_filter("datum.odd")
        .mark_rect(color=style.ink_of("panel"))
        .encode(x=x, x2=alt.X2("end:Q"), y=alt.Y("top:Q", axis=None), y2=alt.Y2("bottom:Q"))
    )
    edges = under.mark_rule(color=style.ink_of("line")).encode(x=x, y=alt.Y("top:Q", axis=None), y2=alt.Y2("bottom:Q"))
    numbers = under.mark_text(align="left", dx=4, fontSize=style.SMALL, color=quiet).encode(
        x=x, y=y, text=alt.Text("name:N")
    )
    lanes = alt.Chart(data(heads))
    names_ = lanes.mark_text(align="left", dx=4, fontWeight="bold", fontSize=style.TEXT).encode(
        x=alt.XDatum(0, scale=time), y=y, text=alt.Text("text:N"), color=alt.Color("colour:N", scale=None)
    )
    base = alt.Chart(data(rows))
    tips = [
        alt.Tooltip("step:N"),
        alt.Tooltip("party:N"),
        alt.Tooltip("phase:Q"),
        alt.Tooltip("days:Q"),
        *([alt.Tooltip("told:N")] if any(bar.told for bar in bars) else []),
    ]
    drawn = base.mark_rect(cornerRadius=3).encode(
        x=x,
        x2=alt.X2("end:Q"),
        y=alt.Y("bar:Q", axis=None),
        y2=alt.Y2("low:Q"),
        color=alt.Color("colour:N", scale=None),
        tooltip=tips,
    )
    words = [
        base.transform_filter(f"{'' if late else '!'}datum.late")
        .mark_text(align="right" if late else "left", dx=-2 if late else 2, dy=-2, color=ink, fontSize=style.TEXT)
        .encode(x=alt.X("word at:Q", scale=time), y=y, text=alt.Text("step:N"), tooltip=tips)
        for late in (False, True)
    ]
    return alt.layer(ground, edges, numbers, names_, drawn, *words).properties(height=int(ROW * (depth + 0.2)))


def _word(bar: Bar, whole: float, width: int) -> tuple[float, bool]:
    """Where a step's name stands and whether it ends there: over its bar, running either way, else from the edge."""
    long = LETTER * len(bar.step)
    if (whole - bar.start) / whole * width > long:
        return bar.start, False
    return (bar.end, True) if bar.end / whole * width > long else (0.0, False)


def _axis(whole: float, begins: dt.date | None, width: int) -> object:
    month = MONTH if begins is None else CALENDAR_MONTH
    every = next(months for months in (1, 2, 3, 6, 12, 24, 60, 120) if whole / (month * months) <= 8 or months == 120)
    ticks: dict[int, str] = {}
    for months in range(0, int(whole / month) + 1, every):
        if begins is None:
            ticks[round(months * month)] = f"{months} months" if months else "start"
        else:
            year, place = divmod(begins.month - 1 + months, 12)
            day = dt.date(begins.year + year, place + 1, 1)
            ticks[max((day - begins).days, 0)] = f"{day:%b %Y}"
    # A label that would stick out at the right is left away.
    ticks = {at: words for at, words in ticks.items() if (whole - at) / whole * width > 30}
    return alt.Axis(
        values=list(ticks),
        labelExpr=f"({json.dumps(ticks)})[datum.value]",
        grid=False,
        labelFlush=True,
        labelOverlap=True,
    )
