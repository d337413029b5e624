"""One party's net position, phase by phase, between the most it may be ahead and the most it may be behind."""

from __future__ import annotations

from dataclasses import dataclass

from paripassu.report import style
from paripassu.report.charts import Chart, alt, data

__all__ = ["Walk", "corridor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A party's way through the phases.

    ``behind`` is what it has given beyond what it has received, at the start and after each phase; ``during``
    the most it is behind within each phase. It is ahead where that is negative. ``stake`` is the most it may
    be ahead and still gain by going on; ``stakes`` the same at the start and after each phase, where it changes;
    ``cap`` the most it is ever behind.
    """

    party: str
    name: str
    behind: tuple[float, ...]
    during: tuple[float, ...]
    stake: float
    cap: float
    stakes: tuple[float, ...] = ()


def corridor(walk: Walk, colour: str, *, reach: tuple[float, float] | None = None, unit: str = "") -> Chart:
    """The walk inside its box: up is ahead, down is behind.

    Parameters
    ----------
    walk : Walk
    colour : str
        The party's colour.
    reach : (low, high), optional
        The same scale for several parties' pictures.
    unit : str
        Words after "ahead by"; invented numbers say so here.
    """
    quiet = style.ink_of("quiet")
    last = len(walk.behind) - 1
    low, high = reach or (-max(walk.cap, *walk.behind, 0), max(walk.stake, *(-b for b in walk.behind), 0))
    span = (high - low) or 1
    y_scale = alt.Scale(domain=[low - span * 0.16, high + span * 0.34], nice=False)
    x_scale = alt.Scale(domain=[-0.15, last + 0.15], nice=False)
    at = alt.X(
        "phase:Q",
        title="after phase",
        scale=x_scale,
        axis=alt.Axis(values=list(range(last + 1)), grid=False, format="d", labelExpr="datum.value || 'start'"),
    )
    y = alt.Y(
        "ahead:Q",
        title=None,
        scale=y_scale,
        axis=alt.Axis(tickCount=5, labelExpr="datum.value > 0 ? '+' + datum.label : datum.label"),
    )
    rows = [{"phase": phase, "ahead": -behind, "stands": _stands(-behind)} for phase, behind in enumerate(walk.behind)]
    dips = [
        {"phase": phase + 0.5, "ahead": -worst, "stands": f"during phase {phase + 1}: {_stands(-worst)}"}
        for phase, worst in enumerate(walk.during)
        if worst > max(walk.behind[phase], walk.behind[phase + 1])
    ]
    path = sorted([*rows, *dips], key=lambda row: float(row["phase"]))  # type: ignore[arg-type]
    room = alt.Chart(
        data([{"phase": phase, "top": top, "bottom": -walk.cap} for phase, top in enumerate(walk.stakes)])
        if walk.stakes
        else data([{"top": walk.stake, "bottom": -walk.cap}])
    )
    top = alt.Y("top:Q", scale=y_scale, title=None)
    look = {"color": style.ink_of("room"), "opacity": 0.7}
    box = (
        room.mark_area(**look).encode(x=at, y=top, y2=alt.Y2("bottom:Q"))
        if walk.stakes
        else room.mark_rect(**look).encode(y=top, y2=alt.Y2("bottom:Q"))
    )
    ahead = walk.stakes[-1] if walk.stakes else walk.stake
    beyond = "beyond the band" if walk.stakes else f"more than {walk.stake:.4g} ahead"
    walls = [
        alt.Chart(data([{"ahead": level, "phase": last + 0.15, "text": words}]))
        for level, words in (
            (ahead, f"{beyond}: better off leaving"),
            (-walk.cap, f"never more than {walk.cap:.4g} behind" if walk.cap else "never behind"),
        )
    ]
    lines = [wall.mark_rule(color=quiet, strokeDash=[4, 3]).encode(y=y) for wall in walls[bool(walk.stakes) :]]
    words = [
        wall.mark_text(align="right", dy=dy, color=quiet, fontSize=style.SMALL).encode(
            x=at, y=y, text=alt.Text("text:N")
        )
        for wall, dy in zip(walls, (-7, 11), strict=True)
    ]
    zero = alt.Chart(data([{"ahead": 0}])).mark_rule(color=style.ink_of("line"), strokeWidth=1.5).encode(y=y)
    base = alt.Chart(data(path)).encode(x=at, y=y)
    name = (
        alt.Chart(data([{"phase": -0.15, "ahead": high + span * 0.34, "text": walk.name + unit}]))
        .mark_text(align="left", baseline="top", fontWeight="bold", color=colour, fontSize=style.TEXT)
        .encode(x=at, y=y, text=alt.Text("text:N"))
    )
    points = (
        alt.Chart(data(rows))
        .mark_point(size=60, color=colour, filled=True)
        .encode(x=at, y=y, tooltip=[alt.Tooltip("phase:Q"), alt.Tooltip("stands:N")])
    )
    line = base.mark_line(color=colour, strokeWidth=2.2).encode(tooltip=[alt.Tooltip("stands:N")])
    hollow = (
        [
            alt.Chart(data(dips))
            .mark_point(size=36, color=colour, filled=False, strokeWidth=1.5)
            .encode(x=at, y=y, tooltip=[alt.Tooltip("stands:N")])
        ]
        if dips
        else []
    )
    return alt.layer(box, zero, *lines, line, points, *hollow, *words, name).properties(height=240)


def _stands(ahead: float) -> str:
    if abs(ahead) < 1e-9:
        return "level"
    return f"ahead by {ahead:g}" if ahead > 0 else f"behind by {-ahead:g}"
