"""How often each finding still stands when the numbers are changed together."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from paripassu.report import style
from paripassu.report.charts import Chart, alt, data

__all__ = ["survival"]

LETTER = 6.4
"""Width of a letter, in pixels, on the safe side."""
LINE = 14


def survival(findings: Sequence[tuple[str, float]], *, width: int = 690) -> Chart:
    """A bar for each finding: the share of the draws in which it stands, the surest first.

    Parameters
    ----------
    findings : sequence of (words, share)
        Shares from 0 to 1.
    width : int
        Width in pixels that words are wrapped to.
    """
    rows = []
    for at, (words, share) in enumerate(sorted(findings, key=lambda pair: -pair[1])):
        lines = textwrap.wrap(words, int(width * 0.98 / LETTER)) or [""]
        rows.append(
            {"y": at, "finding": words, "share": share, "zero": 0, "whole": 1, "edge": 1.08, "text": f"{share:.0%}",
             "lines": lines, "count": len(lines)}
        )  # fmt: skip
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.75, len(rows) - 0.4], reverse=True, nice=False))
    scale = alt.Scale(domain=[0, 1.08], nice=False)
    base = alt.Chart(data(rows))
    left = alt.X("zero:Q", scale=scale, axis=None)
    most = max(len(row["lines"]) for row in rows)  # type: ignore[arg-type]
    labels = [
        base.transform_filter(f"datum.count == {count}")
        .mark_text(align="left", dx=-2, dy=-15 - LINE * (count - 1), lineHeight=LINE)
        .encode(x=left, y=y, text=alt.Text("lines:N"))
        for count in range(1, most + 1)
    ]
    return alt.layer(
        base.mark_rule(strokeWidth=6, color=style.ink_of("faint"), strokeCap="round").encode(
            x=left, x2=alt.X2("whole:Q"), y=y
        ),
        base.mark_rule(strokeWidth=6, color=style.ink_of("ink"), strokeCap="round").encode(
            x=left, x2=alt.X2("share:Q"), y=y, tooltip=[alt.Tooltip("finding:N"), alt.Tooltip("share:Q", format=".0%")]
        ),
        *labels,
        base.mark_text(align="right", fontWeight="bold").encode(
            x=alt.X("edge:Q", scale=scale, axis=None), y=y, text=alt.Text("text:N")
        ),
    ).properties(height=(44 + LINE * (most - 1)) * len(rows))
