"""The palette: told apart, legible on both papers, and never ambiguous. Contrast bounds are those of WCAG 2.2 AA."""

from __future__ import annotations

import pytest

from paripassu.report import style

SCHEMES = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["ink", "quiet", "link", "alert"])
@pytest.mark.parametrize("ground", ["paper", "panel", "room"])
def test_words_can_be_read_on_every_ground(name: str, ground: str, scheme: str) -> None:
    words, paper = getattr(style.PALETTE[name], scheme), getattr(style.PALETTE[ground], scheme)
    assert style.contrast(words, paper) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("place", range(len(style.PARTIES)))
def test_names_of_parties_can_be_set_in_their_colour(place: int, scheme: str) -> None:
    colour, paper = getattr(style.PARTIES[place], scheme), getattr(style.PALETTE["paper"], scheme)
    assert style.contrast(colour, paper) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_points_stand_out(scheme: str) -> None:
    point, paper = getattr(style.PALETTE["point"], scheme), getattr(style.PALETTE["paper"], scheme)
    assert style.contrast(point, paper) >= 3


def test_a_light_shade_has_one_meaning() -> None:
    lights = [shade.light for shade in (*style.PALETTE.values(), *style.PARTIES)]
    assert len(set(lights)) == len(lights)


def test_the_seventh_party_has_a_colour() -> None:
    colours = style.parties([f"p{at}" for at in range(30)])
    assert len(colours) == 30
    assert colours["p6"] == colours["p0"]


def test_paper_is_light_whatever_the_screen() -> None:
    assert "@media screen and (prefers-color-scheme:dark)" in style.css()
