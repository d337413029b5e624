"""What each package is worth to one party alone, for a page that keeps the others' numbers out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from paripassu.report import style
from paripassu.report.charts import Chart, alt, data
from paripassu.report.pictures.frontier import Spot

__all__ = ["strip"]


def strip(spots: Sequence[Spot], party: str, name: str, colour: str, *, no_deal: float | None, unit: str) -> Chart:
    """A line with a mark for each package, those picked by fair rules named, and the no-deal line.

    Parameters
    ----------
    spots : sequence of Spot
        Packages; only what they are worth to ``party`` is drawn.
    party, name, colour : str
    no_deal : float or None
    unit : str
        Words before the party's name on the axis; invented numbers say so here.
    """
    ink, quiet = style.ink_of("ink"), style.ink_of("quiet")
    rows: list[dict[str, Any]] = [
        {"x": s.worth[party], "y": 0, "package": s.package, "called": " · ".join(s.names)} for s in spots
    ]
    x = alt.X(
        "x:Q",
        title=f"{unit} {name} →",
        scale=alt.Scale(zero=False, nice=True),
        axis=alt.Axis(titleColor=colour, titleAnchor="end", tickCount=6),
    )
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-1, 5], nice=False))
    tips = [alt.Tooltip("called:N"), alt.Tooltip("x:Q", title=name), alt.Tooltip("package:N")]
    base = alt.Chart(data(rows)).encode(x=x, y=y)
    layers = [base.mark_point(size=90, filled=True, opacity=0.45, color=colour).encode(tooltip=tips)]
    named = sorted((row for row in rows if row["called"]), key=lambda row: row["x"])
    for at, row in enumerate(named):
        here = alt.Chart(data([row | {"top": 1 + at % 4}]))
        layers.append(here.mark_rule(color=ink).encode(x=x, y=y, y2=alt.Y2("top:Q")))
        layers.append(here.mark_point(size=110, filled=True, color=ink).encode(x=x, y=y, tooltip=tips))
        words = here.mark_text(align="right", dx=2, dy=-8, color=ink)
        layers.append(words.encode(x=x, y=alt.Y("top:Q", axis=None), text=alt.Text("called:N")))
    if no_deal is not None:
        line = alt.Chart(data([{"x": no_deal, "y": -0.7, "text": "no deal"}]))
        layers.append(line.mark_rule(color=quiet, strokeDash=[4, 3]).encode(x=x))
        layers.append(
            line.mark_text(align="left", dx=5, color=quiet, fontSize=style.SMALL).encode(
                x=x, y=y, text=alt.Text("text:N")
            )
        )
    return alt.layer(*layers).properties(height=150)
