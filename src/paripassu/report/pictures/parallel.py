"""The room between more than two parties: a line for each package, a column for each party."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from paripassu.report import style
from paripassu.report.charts import Chart, alt, data
from paripassu.report.pictures.frontier import Spot

__all__ = ["parallel"]


def parallel(
    spots: Sequence[Spot],
    names: Mapping[str, str],
    *,
    no_deal: Mapping[str, float | None],
    draft: Spot | None = None,
    unit: str = "",
) -> Chart:
    """Each party's share of the way from no deal (or its worst here) to its best on the frontier.

    Parameters
    ----------
    spots : sequence of Spot
        The frontier; those with ``names`` are drawn dark and labelled.
    names : mapping
        Party id -> short name, a column each.
    no_deal : mapping
        What each has if talks fail.
    draft : Spot, optional
        A draft on the table, dashed.
    unit : str
        Words after the axis title; invented numbers say so here.
    """
    ink, quiet = style.ink_of("ink"), style.ink_of("quiet")
    colours = style.parties(names)
    everyone = [*spots, *([draft] if draft else [])]
    ground, top = {}, {}
    for party in names:
        floor = no_deal.get(party)
        ground[party] = min(spot.worth[party] for spot in everyone) if floor is None else floor
        top[party] = max(spot.worth[party] for spot in spots)

    def share(spot: Spot, party: str) -> float:
        reach = top[party] - ground[party]
        return (spot.worth[party] - ground[party]) / reach if reach else 1.0

    def lines(chosen: Sequence[tuple[int, Spot]]) -> list[dict[str, object]]:
        return [
            {"x": place, "share": share(spot, party), "line": at, "package": spot.package,
             "called": " · ".join(spot.names), "party": names[party], "worth": spot.worth[party]}
            for at, spot in chosen
            for place, party in enumerate(names)
        ]  # fmt: skip

    last = len(names) - 1
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.3, last + 0.75], nice=False))
    y = alt.Y(
        "share:Q",
        title=f"from no deal (0 %) to the best for each{unit}",
        scale=alt.Scale(domain=[min(0.0, *(share(s, p) for s in everyone for p in names)) - 0.02, 1.14], nice=False),
        axis=alt.Axis(format="%", values=[0, 0.5, 1], titleAngle=0, titleAlign="left", titleY=-10, titleX=-30),
    )
    tips = [alt.Tooltip("called:N"), alt.Tooltip("party:N"), alt.Tooltip("worth:Q"), alt.Tooltip("package:N")]
    crowd = [(at, spot) for at, spot in enumerate(spots) if not spot.names][:400]
    named = [(at, spot) for at, spot in enumerate(spots) if spot.names]
    columns = [
        {"x": place, "share": 1.09, "text": name, "colour": colours[party]}
        for place, (party, name) in enumerate(names.items())
    ]
    layers = [
        alt.Chart(data(columns)).mark_rule(color=style.ink_of("line")).encode(x=x),
        alt.Chart(data(columns))
        .mark_text(fontWeight="bold")
        .encode(x=x, y=y, text=alt.Text("text:N"), color=alt.Color("colour:N", scale=None)),
    ]
    if crowd:
        layers.append(
            alt.Chart(data(lines(crowd)))
            .mark_line(strokeWidth=1, color=style.ink_of("point"), opacity=max(0.12, min(0.6, 25 / len(crowd))))
            .encode(x=x, y=y, detail=alt.Detail("line:N"), tooltip=tips)
        )
    ends: list[float] = []
    for at, spot in [*named, *([(-1, draft)] if draft else [])]:
        chart = alt.Chart(data(lines([(at, spot)])))
        dash = [5, 4] if spot is draft else [1, 0]
        layers.append(
            chart.mark_line(strokeWidth=2.4, color=quiet if spot is draft else ink, strokeDash=dash).encode(x=x, y=y)
        )
        layers.append(chart.mark_point(size=46, filled=True, color=ink).encode(x=x, y=y, tooltip=tips))
        end = share(spot, list(names)[-1])
        while any(abs(end - other) < 0.055 for other in ends):
            end -= 0.055
        ends.append(end)
        called = "the draft" if spot is draft else " · ".join(spot.names)
        layers.append(
            alt.Chart(data([{"x": last, "share": end, "text": called.split(" · ")}]))
            .mark_text(align="left", dx=10, fontSize=style.SMALL, lineHeight=12)
            .encode(x=x, y=y, text=alt.Text("text:N"))
        )
    return alt.layer(*layers).properties(height=380)
