"""Orders side by side: how exposed each party is, what guarantee each order needs, how long it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from paripassu.report import style
from paripassu.report.charts import Chart, alt, data

__all__ = ["Order", "orders", "trade_off"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order of the steps: each party's largest exposure, the guarantee it needs (None: none helps), its time.

    ``told`` is False when the guarantee, which depends on everybody's numbers, may not be shown.
    """

    name: str
    exposure: Mapping[str, float]
    guarantee: float | None
    days: float
    avoidable: float
    told: bool = True


def orders(
    found: Sequence[Order],
    names: Mapping[str, str],
    *,
    unit: str = "",
    month: float = 30,
    colours: Mapping[str, str] | None = None,
) -> Chart:
    """A row for each order and a mark for each party: the further right, the more that party risks.

    Parameters
    ----------
    found : sequence of Order
    names : mapping
        Party id -> short name.
    unit : str
        Words after the axis title; invented numbers say so here.
    """
    colours = colours or style.parties(names)
    ink, quiet = style.ink_of("ink"), style.ink_of("quiet")
    rows: list[dict[str, Any]] = []
    spans: list[dict[str, Any]] = []
    for at, order in enumerate(found):
        values = [order.exposure[party] for party in names if party in order.exposure]
        spans.append({"y": at, "low": min(values, default=0), "high": max(values, default=0)})
        for party, name in names.items():
            if party in order.exposure:
                rows.append(
                    {"y": at, "exposure": order.exposure[party], "party": name, "order": order.name,
                     "guarantee": _guarantee(order.guarantee) if order.told else "not shown",
                     "colour": colours[party],
                     "above": order.exposure[party] >= max(values)}
                )  # fmt: skip
    heads = [
        {
            "y": at,
            "text": order.name,
            "more": " · ".join([_guarantee(order.guarantee)] * order.told + [_time(order.days, month)]),
        }
        for at, order in enumerate(found)
    ]
    most = max([row["exposure"] for row in rows] or [1]) or 1
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.65, len(found) - 0.65], reverse=True, nice=False))
    x = alt.X(
        "exposure:Q",
        title=f"largest exposure{unit} →",
        scale=alt.Scale(domain=[-most * 0.14, most * 1.14], nice=False),
        axis=alt.Axis(tickCount=5, titleAnchor="end", grid=False),
    )
    left = alt.XDatum(-most * 0.14)
    head = alt.Chart(data(heads)).encode(y=y, x=left)
    base = alt.Chart(data(rows)).encode(x=x, y=y, color=alt.Color("colour:N", scale=None))
    tips = [
        alt.Tooltip("order:N"),
        alt.Tooltip("party:N"),
        alt.Tooltip("exposure:Q"),
        alt.Tooltip("guarantee:N", title="it needs"),
    ]
    return alt.layer(
        alt.Chart(data(spans)).mark_rule(color=style.ink_of("line"), strokeWidth=3).encode(
            x=alt.X("low:Q"), x2=alt.X2("high:Q"), y=y
        ),
        head.mark_text(align="left", dy=-34, fontWeight="bold", color=ink).encode(text=alt.Text("text:N")),
        head.mark_text(align="left", dy=-18, color=quiet, fontSize=style.SMALL).encode(text=alt.Text("more:N")),
        base.mark_point(size=120, filled=True, stroke=style.ink_of("paper"), strokeWidth=1).encode(tooltip=tips),
        *(
            base.transform_filter(f"{'' if above else '!'}datum.above")
            .mark_text(align="left" if above else "right", dx=9 if above else -9, fontSize=style.SMALL)
            .encode(text=alt.Text("party:N"))
            for above in (True, False)
        ),
    ).properties(height=78 * len(found))  # fmt: skip


def trade_off(
    front: Sequence[tuple[float, float]], others: Sequence[Order], *, unit: str = "", month: float = 30
) -> Chart:
    """Avoidable exposure against time: each point an order no other beats on both; other orders beside them.

    Parameters
    ----------
    front : sequence of (days, avoidable exposure)
    others : sequence of Order
        Orders to compare, labelled.
    unit : str
        Words after the axis title; invented numbers say so here.
    month : float
        Days in a month: 30 for lengths, 30.4375 for dates.
    """
    ink, quiet = style.ink_of("ink"), style.ink_of("quiet")
    rows: list[dict[str, Any]] = [{"months": days / month, "avoidable": avoidable} for days, avoidable in sorted(front)]
    beside: list[dict[str, Any]] = [
        {"months": order.days / month, "avoidable": order.avoidable, "order": order.name}
        for order in others
        if all(abs(order.days - days) > 1e-6 or abs(order.avoidable - a) > 1e-6 for days, a in front)
    ]
    together = [*rows, *beside]
    late = max(row["months"] for row in together)
    high = max(row["avoidable"] for row in together) or 1
    soon = min(row["months"] for row in together)
    margin = (late - soon or 1) * 0.08
    x = alt.X(
        "months:Q",
        title="months until everything is done →",
        scale=alt.Scale(domain=[soon - margin, late + margin], nice=False, zero=False),
        axis=alt.Axis(grid=False, titleAnchor="end", tickCount=6),
    )
    y = alt.Y(
        "avoidable:Q",
        title=f"↑ avoidable exposure{unit}",
        scale=alt.Scale(domain=[0, high * 1.12], nice=False),
        axis=alt.Axis(tickCount=5, titleAngle=0, titleAlign="left", titleY=-10, titleX=-24, titleAnchor="end"),
    )
    base = alt.Chart(data(rows)).encode(x=x, y=y)
    layers = [
        base.mark_line(color=ink, interpolate="step-after", strokeWidth=1.4),
        base.mark_point(size=90, filled=True, color=ink).encode(
            tooltip=[alt.Tooltip("months:Q"), alt.Tooltip("avoidable:Q")]
        ),
    ]
    if beside:
        other = alt.Chart(data(beside)).encode(x=x, y=y)
        layers.append(other.mark_point(size=80, filled=False, strokeWidth=2, color=quiet).encode(
            tooltip=[alt.Tooltip("order:N"), alt.Tooltip("months:Q"), alt.Tooltip("avoidable:Q")]))  # fmt: skip
        last: tuple[float, float] | None = None
        for row in sorted(beside, key=lambda row: (-row["avoidable"], row["months"])):
            close = (
                last is not None
                and abs(last[0] - row["avoidable"]) < high * 0.06
                and row["months"] - last[1] < margin * 5
            )
            left = row["months"] < (soon + late) / 2
            layers.append(
                alt.Chart(data([row]))
                .mark_text(align="left" if left else "right", dx=9 if left else -9, dy=16 if close else 0,
                           color=quiet, fontSize=style.SMALL)
                .encode(x=x, y=y, text=alt.Text("order:N"))
            )  # fmt: skip
            last = (row["avoidable"], row["months"])
    return alt.layer(*layers).properties(height=260)


def _guarantee(amount: float | None) -> str:
    if amount is None:
        return "no guarantee would hold it"
    return "no extra guarantee" if amount == 0 else f"extra guarantee {amount:.4g}"


def _time(days: float, month: float) -> str:
    return f"{days / month:.0f} months" if days >= 61 else f"{days:.0f} days"
