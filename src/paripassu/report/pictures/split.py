"""The parts of the steps that are cut, phase by phase: how large each is, and who is still in doubt."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from paripassu.report import style
from paripassu.report.charts import Chart, alt, data

__all__ = ["Panel", "Part", "split"]

LETTER = 5.6
"""Width of a small letter, in pixels, on the safe side."""
BOLD = 7.0
"""The same of a bold one."""
LINE = 15
TALL = 84
"""Height of the largest part, in pixels."""
OVER = 36
"""Room over the largest part for its two lines of words."""
BROAD = 58
"""The broadest a bar may be, in pixels."""
ABREAST = 12
"""How many bars stand side by side before each step gets a row of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a step: in which phase, counted from 1, its share of the step, and what it costs the doer."""

    step: str
    phase: int
    share: float
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One way to cut: a title, the parts, what is believed before each phase, and the words under it."""

    title: str
    parts: tuple[Part, ...]
    believed: tuple[str, ...] = ()
    words: str = ""


def split(
    panels: Sequence[Panel],
    names: Mapping[str, str],
    colours: Mapping[str, str],
    *,
    unit: str = "",
    width: int = 660,
) -> Chart:
    """A panel below the other for each way to cut; phases run to the right and all bars are to one scale.

    Parameters
    ----------
    panels : sequence of Panel
        One without parts is a title and words.
    names : mapping
        Step -> what it is called, with its doer, in the order of the bars.
    colours : mapping
        Step -> colour.
    unit : str
        Words after what a bar is; invented numbers say so here.
    width : int
        Width in pixels that bars and words are to fit.
    """
    parts = [part for panel in panels for part in panel.parts]
    columns = max([part.phase for part in parts] + [len(panel.believed) for panel in panels])
    most = max(part.share for part in parts)
    apart = len(names) * columns > ABREAST or len(set(colours.values())) < len(names)
    lanes = [[step] for step in names] if apart else [list(names)]
    wide = min(BROAD, 0.86 * width / columns / len(lanes[0]))
    inks = {"ink": style.ink_of("ink"), "quiet": style.ink_of("quiet")}
    bars: list[dict[str, Any]] = []
    said: list[dict[str, Any]] = []
    lines: list[dict[str, Any]] = []

    def say(x: float, y: float, text: str, look: str = "quiet", colour: str = "", *, middle: bool = False) -> None:
        bold = look == "bold"
        shade = colour or inks["quiet" if look == "quiet" else "ink"]
        said.append({"x": x, "y": y, "text": text, "bold": bold, "colour": shade, "middle": middle})

    def block(y: float, text: str) -> float:
        for line in textwrap.wrap(text, int(width / LETTER)):
            say(0, y, line)
            y += LINE
        return y

    y, x = 8.0, 0.0
    if not apart:
        for step, name in names.items():
            say(x, y, name, "bold", colours[step])
            x += (len(name) + 2) * BOLD
        y += LINE + 3
    y = block(y, f"Over each bar: its share of the step, and what it costs the doer{unit}.")
    if any(panel.believed for panel in panels):
        y = block(y, "Under each phase: how likely a side is to be sincere, as the other sees it.")
    for panel in panels:
        y += LINE
        say(0, y, panel.title, "bold")
        y += LINE
        for lane in lanes if panel.parts else ():
            tall = TALL * max(part.share for part in panel.parts) / most
            if apart:
                say(0, y + 2, names[lane[0]], "ink", colours[lane[0]])
            foot = y + OVER + tall
            lines.append({"x": 0, "x2": width, "y": foot})
            here = [part for part in panel.parts if part.step in lane]
            for part in here:
                beside = [step for step in lane if any(p.step == step and p.phase == part.phase for p in here)]
                middle = (part.phase - 0.5) * width / columns
                left = middle + (beside.index(part.step) - len(beside) / 2) * wide
                top = foot - TALL * part.share / most
                bars.append(
                    {"x": left + 1, "x2": left + wide - 1, "y": top, "y2": foot, "colour": colours[part.step],
                     "step": names[part.step], "phase": part.phase, "share": part.share, "cost": part.amount}
                )  # fmt: skip
                say(left + wide / 2, top - 8 - LINE + 2, f"{100 * part.share:.3g} %", "ink", middle=True)
                say(left + wide / 2, top - 8, f"{part.amount:.3g}", middle=True)
            y = foot + LINE - 3
        for phase in range(1, max((part.phase for part in panel.parts), default=0) + 1):
            say((phase - 0.5) * width / columns, y, f"phase {phase}", middle=True)
        below = [textwrap.wrap(words, max(8, int(width / columns / LETTER))) for words in panel.believed]
        for phase, some in enumerate(below):
            for at, words in enumerate(some, start=1):
                say((phase + 0.5) * width / columns, y + LINE * at, words, "ink", middle=True)
        y += LINE * max(map(len, below), default=0) + (LINE + 4 if panel.parts else 0)
        y = block(y, panel.words)
    across = alt.Scale(domain=[0, width], nice=False)
    down = alt.Scale(domain=[0, y], reverse=True, nice=False)
    place = {"x": alt.X("x:Q", axis=None, scale=across), "y": alt.Y("y:Q", axis=None, scale=down)}
    colour = alt.Color("colour:N", scale=None)
    tips = [
        alt.Tooltip("step:N"),
        alt.Tooltip("phase:Q"),
        alt.Tooltip("share:Q", format=".1%"),
        alt.Tooltip("cost:Q", title=f"costs the doer{unit}"),
    ]
    written = [
        alt.Chart(data([row for row in said if (row["middle"], row["bold"]) == (middle, bold)]))
        .mark_text(
            align="center" if middle else "left",
            baseline="middle",
            fontSize=style.TEXT if bold else style.SMALL,
            fontWeight="bold" if bold else "normal",
        )
        .encode(**place, text="text:N", color=colour)
        for middle, bold in ((False, False), (False, True), (True, False))
    ]
    return alt.layer(
        alt.Chart(data(lines)).mark_rule(color=style.ink_of("line")).encode(**place, x2="x2:Q"),
        alt.Chart(data(bars))
        .mark_rect(cornerRadius=2)
        .encode(**place, x2="x2:Q", y2="y2:Q", color=colour, tooltip=tips),
        *written,
    ).properties(height=int(y))
