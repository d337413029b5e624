"""How far each number may be off before an order of steps breaks: the shorter the bar, the more rests on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from paripassu.report import style
from paripassu.report.charts import Chart, alt, data

__all__ = ["Bar", "breaks", "tornado"]

SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One number, and the shares of it by which it may be lower or higher; None where nothing breaks."""

    name: str
    lower: float | None
    higher: float | None


def tornado(bars: Sequence[Bar], together: float, *, unit: str = "", width: int = 600) -> Chart:
    """A bar for each number, up to the change of it alone that breaks the order; the most delicate on top.

    Parameters
    ----------
    bars : sequence of Bar
        The most delicate first; the first ten are drawn.
    together : float
        Share by which all may be off at once: the band behind the bars.
    unit : str
        Words after the axis title; invented numbers say so here.
    width : int
        Width in pixels it is to fit; names are cut short to leave room for the change beside them.
    """
    ink, alert = style.ink_of("ink"), style.ink_of("alert")
    shown = bars[:SHOWN]
    edges = [x for bar in shown for x in (bar.lower, bar.higher) if x is not None]
    reach = max(0.1, min(1.0, 1.25 * max([*edges, together], default=1.0)))
    rows: list[dict[str, Any]] = []
    ends: list[dict[str, Any]] = []
    for at, bar in enumerate(shown):
        low, high = -(bar.lower or 0.0), bar.higher or 0.0
        rows.append({"y": at, "name": bar.name, "low": low, "high": high, "left": -reach, "words": breaks(bar)})
        ends += [
            {"y": at, "x": x, "name": bar.name, "words": breaks(bar)}
            for x, given in ((low, bar.lower), (high, bar.higher))
            if given is not None
        ]
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.8, len(shown) - 0.5], reverse=True, nice=False))
    x = alt.Scale(domain=[-reach, reach], nice=False)
    labels = "datum.value == 0 ? 'as given' : format(datum.value, '+.0%')"
    axis = alt.Axis(labelExpr=labels, tickCount=5, titleAnchor="end", grid=False)
    title = f"change of one number by itself{unit} →"
    base = alt.Chart(data(rows)).encode(y=y)
    band = alt.Chart(data([{"low": -together, "high": together}])).mark_rect(color=style.ink_of("room"))
    tips = ["name:N", alt.Tooltip("words:N", title="it breaks")]
    return alt.layer(
        band.encode(x=alt.X("low:Q", scale=x, title=title, axis=axis), x2="high:Q"),
        alt.Chart(data([{"x": 0}])).mark_rule(color=style.ink_of("line")).encode(x="x:Q"),
        base.mark_rule(strokeWidth=6, color=style.ink_of("point")).encode(x="low:Q", x2="high:Q", tooltip=tips),
        alt.Chart(data(ends))
        .mark_tick(color=alert, thickness=3, height=15, orient="vertical")
        .encode(x="x:Q", y=y, tooltip=tips),
        base.mark_text(align="left", dy=-15, limit=width - 110, color=ink).encode(x="left:Q", text="name:N"),
        base.mark_text(align="right", dy=-15, color=style.ink_of("quiet"), fontSize=style.SMALL).encode(
            x=alt.datum(reach), text="words:N"
        ),
    ).properties(height=40 * len(shown) + 10)


def breaks(bar: Bar) -> str:
    """By how much the number must change, either way, before the order breaks.

    Examples
    --------
    >>> breaks(Bar(name="a cost", lower=None, higher=0.125))
    '+12.5 %'
    """
    said = [f"{sign}{100 * x:.3g} %" for sign, x in (("−", bar.lower), ("+", bar.higher)) if x is not None]
    return " or ".join(said) or "never"
