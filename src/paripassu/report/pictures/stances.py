"""Who stands on which option of each issue: said now, said before, and what each could live with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paripassu.report import style
from paripassu.report.charts import Chart, alt, data

__all__ = ["Stance", "stances"]

SHAPES = {"stated": "circle", "reported": "square", "analyst": "diamond"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One party at one option: `now` its latest word, `before` an earlier one, `accepts` what it could live with."""

    party: str
    issue: str
    option: str
    role: str
    basis: str
    when: str
    told_by: str


def stances(found: Sequence[Stance], issues: Mapping[str, Sequence[str]], names: Mapping[str, str]) -> Chart:
    """Options down the side under their issue, a column for each party.

    Parameters
    ----------
    found : sequence of Stance
    issues : mapping
        The name of each issue and its options in order, as they are to be shown.
    names : mapping
        Party id -> short name, in the order of the columns.
    """
    ink, quiet, paper = style.ink_of("ink"), style.ink_of("quiet"), style.ink_of("paper")
    colours = style.parties(names)
    places: dict[tuple[str, str], int] = {}
    rows: list[dict[str, object]] = []
    depth = 0
    for issue, options in issues.items():
        rows.append({"y": depth, "text": issue, "kind": "issue"})
        for option in options:
            depth += 1
            places[issue, option] = depth
            rows.append({"y": depth, "text": option, "kind": "option"})
        depth += 1.5  # type: ignore[assignment]
    columns = {party: (place + 0.5) / len(names) for place, party in enumerate(names)}
    marks = [
        {
            "x": columns[one.party],
            "y": places[one.issue, one.option],
            "party": names[one.party],
            "issue": one.issue,
            "option": one.option,
            "stance": {"now": "stands here", "before": "stood here before", "accepts": "could live with it"}[one.role],
            "basis": one.basis,
            "when": one.when,
            "told by": one.told_by,
            "shape": SHAPES.get(one.basis, "circle"),
            "fill": colours[one.party] if one.role == "now" else paper,
            "stroke": colours[one.party],
            "size": {"now": 150, "before": 60, "accepts": 150}[one.role],
            "opacity": 0.6 if one.role == "before" else 1,
        }
        for one in found
        if (one.issue, one.option) in places
    ]
    scale = alt.Scale(domain=[-0.6, depth - 0.5], reverse=True, nice=False)
    y = alt.Y("y:Q", axis=None, scale=scale)
    across = alt.Scale(domain=[-1.05, 1], nice=False)
    text = alt.Chart(data(rows)).encode(y=y, text=alt.Text("text:N"))
    left = alt.XDatum(-1.05, scale=across, axis=None)
    bands = [{"y": row["y"] + 0.5, "top": row["y"] - 0.5} for row in rows if row["kind"] == "option"]  # type: ignore[operator]
    lines = alt.Chart(data(bands)).mark_rule(color=style.ink_of("faint")).encode(y=y, x=left, x2=alt.X2Datum(1))
    shared = [{"y": at + 0.5, "top": at - 0.5} for at in _shared(found, places, names)]
    common = (
        alt.Chart(data(shared))
        .mark_rect(color=style.ink_of("room"))
        .encode(y=y, y2=alt.Y2("top:Q"), x=left, x2=alt.X2Datum(1))
    )
    issue_words = text.transform_filter("datum.kind == 'issue'").mark_text(
        align="left", fontWeight="bold", color=ink, fontSize=style.TEXT
    )
    option_words = text.transform_filter("datum.kind == 'option'").mark_text(
        align="left", dx=10, color=quiet, fontSize=style.TEXT, limit=330
    )
    heads = (
        alt.Chart(data([{"x": columns[p], "y": 0, "text": n, "colour": colours[p]} for p, n in names.items()]))
        .mark_text(fontWeight="bold", fontSize=style.TEXT)
        .encode(
            x=alt.X("x:Q", scale=across, axis=None),
            y=y,
            text=alt.Text("text:N"),
            color=alt.Color("colour:N", scale=None),
        )
    )
    points = (
        alt.Chart(data(marks))
        .mark_point(strokeWidth=2)
        .encode(
            x=alt.X("x:Q", scale=across, axis=None),
            y=y,
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            size=alt.Size("size:Q", scale=None),
            opacity=alt.Opacity("opacity:Q", scale=None),
            tooltip=[
                alt.Tooltip("party:N"),
                alt.Tooltip("issue:N"),
                alt.Tooltip("option:N"),
                alt.Tooltip("stance:N"),
                alt.Tooltip("basis:N"),
                alt.Tooltip("when:N"),
                alt.Tooltip("told by:N"),
            ],
        )
    )
    return alt.layer(
        *([common] if shared else []), lines, issue_words.encode(x=left), option_words.encode(x=left), heads, points
    ).properties(height=int(24 * depth))


def _shared(found: Sequence[Stance], places: Mapping[tuple[str, str], int], names: Mapping[str, str]) -> list[int]:
    """The rows on which every party of the picture stands now or could live with."""
    here: dict[int, set[str]] = {}
    for one in found:
        if one.role != "before" and (one.issue, one.option) in places:
            here.setdefault(places[one.issue, one.option], set()).add(one.party)
    return [at for at, who in here.items() if len(names) > 1 and who >= set(names)]
