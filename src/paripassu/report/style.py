"""One palette, one type, one caption style for every picture and for the page.

Colours are named by what they mean. Each has a light and a dark shade; charts are drawn in the light ones and
the page swaps them by :func:`dark_shades` when the reader's screen is dark, so no light shade may stand twice.
Party colours are told apart by people with the common colour-vision deficiencies and keep a contrast of at
least 4.5 with the paper, so that words may be set in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

__all__ = [
    "PALETTE",
    "PARTIES",
    "SANS",
    "SERIF",
    "Shade",
    "contrast",
    "css",
    "dark_shades",
    "ink_of",
    "parties",
    "theme",
]


class Shade(NamedTuple):
    """A colour on light paper and on a dark screen."""

    light: str
    dark: str


PALETTE: dict[str, Shade] = {
    "paper": Shade("#fdfcf9", "#14171c"),
    "panel": Shade("#f4f2ec", "#1d2128"),
    "ink": Shade("#1c2028", "#eceae4"),
    "quiet": Shade("#5a616c", "#a7adb7"),
    "line": Shade("#d8d4ca", "#3a404a"),
    "faint": Shade("#e9e6de", "#262b33"),
    "room": Shade("#eeead9", "#2a2a22"),
    "point": Shade("#8b8f98", "#7d838d"),
    "alert": Shade("#9c2f2b", "#f0908a"),
    "link": Shade("#27508f", "#9cc0f5"),
}
PARTIES: tuple[Shade, ...] = (
    Shade("#1f5fa6", "#7fb4f2"),
    Shade("#b04a0a", "#f2a05c"),
    Shade("#0a7566", "#52c7b0"),
    Shade("#7b4397", "#cf9fe8"),
    Shade("#7d6200", "#d8ba4c"),
    Shade("#a32f62", "#f290b4"),
)
SANS = (
    '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, system-ui, sans-serif'
)
SERIF = (
    '"Iowan Old Style", Charter, "Palatino Linotype", "Book Antiqua", Palatino, "Noto Serif", "Liberation Serif", '
    "Georgia, serif"
)
_CHART_FONT = "Helvetica Neue, Arial, Liberation Sans, sans-serif"
"""Fonts of one width, so that words measured here fit where they are shown."""
TEXT = 12
SMALL = 11


def ink_of(name: str) -> str:
    """The light shade of a named colour; the one charts are drawn in.

    Examples
    --------
    >>> ink_of("ink")
    '#1c2028'
    """
    return PALETTE[name].light


def parties(ids: Iterable[str]) -> dict[str, str]:
    """A colour for each party, in the order of the case; the seventh party starts again at the first colour.

    Examples
    --------
    >>> parties(["us", "dprk"])
    {'us': '#1f5fa6', 'dprk': '#b04a0a'}
    """
    return {party: PARTIES[place % len(PARTIES)].light for place, party in enumerate(ids)}


def dark_shades() -> dict[str, str]:
    """Light shade -> dark shade, for every colour a chart may use."""
    return {shade.light: shade.dark for shade in (*PALETTE.values(), *PARTIES)}


def css() -> str:
    """The palette as custom properties: light by default, dark when the screen is, light again on paper."""
    names = [*PALETTE.items(), *((f"party-{place}", shade) for place, shade in enumerate(PARTIES))]
    light = "".join(f"--{name}:{shade.light};" for name, shade in names)
    dark = "".join(f"--{name}:{shade.dark};" for name, shade in names)
    type_ = f"--sans:{SANS};--serif:{SERIF};"
    return f":root{{{light}{type_}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}color-scheme:dark}}}}"


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21, by WCAG 2.2.

    Examples
    --------
    >>> round(contrast("#000000", "#ffffff"))
    21
    """

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def theme() -> dict[str, Any]:
    """The configuration every chart is drawn with: no frames, quiet axes, words in the ink of the page."""
    ink, quiet, line = ink_of("ink"), ink_of("quiet"), ink_of("line")
    return {
        "background": "transparent",
        "font": _CHART_FONT,
        "aria": False,
        "padding": 2,
        "view": {"stroke": None},
        "axis": {
            "domain": False,
            "ticks": False,
            "grid": True,
            "gridColor": ink_of("faint"),
            "labelColor": quiet,
            "labelFontSize": SMALL,
            "labelPadding": 6,
            "titleColor": quiet,
            "titleFontSize": SMALL,
            "titleFontWeight": "normal",
            "titlePadding": 8,
        },
        "header": {"labelColor": ink, "labelFontSize": TEXT},
        "legend": {"disable": True},
        "line": {"strokeWidth": 2, "color": ink, "strokeCap": "round"},
        "rule": {"color": line, "strokeWidth": 1},
        "point": {"filled": True, "size": 60, "color": ink, "opacity": 1},
        "circle": {"size": 60, "color": ink, "opacity": 1},
        "bar": {"color": quiet, "cornerRadius": 2},
        "text": {"color": ink, "fontSize": TEXT},
        "title": {"color": ink, "fontSize": TEXT, "fontWeight": "bold", "anchor": "start"},
    }
