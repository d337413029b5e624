"""The brief in a real browser: quiet, offline, never too wide, legible, reachable by keyboard, and whole on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.look.browser import Browser

pytestmark = pytest.mark.look

SIZES = [(width, dark) for width in (1280, 768, 390) for dark in (False, True)]

CONTRAST = r"""
(() => {
  const number = (text) => (text.match(/[\d.]+/g) || []).map(Number);
  const part = (c) => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const rgba = number(getComputedStyle(at).backgroundColor);
      if (rgba.length === 3 || rgba[3] > 0.99) return rgba;
    }
    return [255, 255, 255];
  };
  const weak = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !node.getClientRects().length) continue;
    if (node.closest("script, style")) continue;
    const svg = node.closest("svg");
    const ink = number(getComputedStyle(node)[svg ? "fill" : "color"]);
    if (svg && ink.length < 3) continue;
    // Words inside a mark of a picture stand on that mark; the test of the palette answers for those.
    const [a, b] = [light(ink), light(ground(svg ? svg.parentElement : node))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5 && !(svg && /^\d+$/.test(walker.currentNode.textContent)))
      weak.push([walker.currentNode.textContent.trim().slice(0, 40), ratio.toFixed(2)]);
  }
  return weak;
})()
"""


@pytest.mark.parametrize(("width", "dark"), SIZES)
def test_the_page_is_quiet_offline_and_never_too_wide(chromium: Browser, page: Path, width: int, dark: bool) -> None:
    chromium.open(page, width, dark=dark)
    chromium.draw_all()
    assert chromium.said() == []
    assert chromium.asked() == []
    assert chromium.js("document.documentElement.scrollWidth") <= width
    wide = chromium.js(
        "[...document.querySelectorAll('.drawing')].filter((one) => one.scrollWidth > one.clientWidth + 1)"
        ".map((one) => one.parentElement.id)"
    )
    assert wide == []


@pytest.mark.parametrize(("width", "dark"), SIZES)
def test_words_stand_out_from_their_ground(chromium: Browser, page: Path, width: int, dark: bool) -> None:
    chromium.open(page, width, dark=dark)
    chromium.draw_all()
    assert chromium.js(CONTRAST) == []


def test_dark_is_dark_in_the_pictures_too(chromium: Browser, page: Path) -> None:
    chromium.open(page, 1280, dark=True)
    chromium.draw_all()
    fills = chromium.js("[...document.querySelectorAll('.live text')].map((one) => getComputedStyle(one).fill)")
    assert fills
    assert "rgb(28, 32, 40)" not in fills


def test_no_label_of_a_picture_is_cut(chromium: Browser, page: Path) -> None:
    for width in (1280, 390):
        chromium.open(page, width)
        chromium.draw_all()
        cut = chromium.js(
            "[...document.querySelectorAll('.live svg')].flatMap((svg) => { const box = svg.getBoundingClientRect();"
            " return [...svg.querySelectorAll('text')].filter((one) => { const at = one.getBoundingClientRect();"
            " return at.width && (at.left < box.left - 3 || at.right > box.right + 3)"
            " }).map((one) => one.textContent) })"
        )
        assert cut == [], width


def test_every_link_and_fold_is_reached_by_tab(chromium: Browser, page: Path) -> None:
    chromium.open(page, 1280)
    wanted = chromium.js("document.querySelectorAll('a[href], summary, [tabindex=\"0\"]').length")
    hidden = chromium.js("document.querySelectorAll('details:not([open]) .scroll, details:not([open]) a').length")
    reached = []
    for _ in range(wanted + 5):
        chromium.key("Tab", 9)
        reached.append(chromium.js("document.activeElement.outerHTML.slice(0, 200)"))
        if reached[-1].startswith("<body"):
            reached.pop()
            break
    assert "skip" in reached[0]
    assert len(reached) == wanted - hidden


def test_the_skip_link_and_a_fold_work_by_keyboard(chromium: Browser, page: Path) -> None:
    chromium.open(page, 1280)
    chromium.key("Tab", 9)
    assert chromium.js("document.activeElement.getBoundingClientRect().left >= 0")
    chromium.js("document.querySelector('summary').focus()")
    chromium.call(
        "Input.dispatchKeyEvent", type="keyDown", key="Enter", code="Enter", text="\r", windowsVirtualKeyCode=13
    )
    chromium.call("Input.dispatchKeyEvent", type="keyUp", key="Enter", code="Enter", windowsVirtualKeyCode=13)
    assert chromium.js("document.querySelector('details').open")


def test_pointing_at_a_package_reads_it(chromium: Browser, page: Path) -> None:
    chromium.open(page, 1280)
    chromium.draw_all()
    chromium.js("document.querySelector('#picture-room').scrollIntoView({block: 'center'})")
    x, y = chromium.js(
        "(() => { const marks = document.querySelectorAll('#picture-room .live .mark-symbol path');"
        " const at = marks[marks.length - 1].getBoundingClientRect();"
        " return [at.x + at.width / 2, at.y + at.height / 2] })()"
    )
    chromium.call("Input.dispatchMouseEvent", type="mouseMoved", x=x - 1, y=y)
    chromium.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
    chromium.wait("document.querySelector('#vg-tooltip-element.visible') !== null")
    words = chromium.js("document.querySelector('#vg-tooltip-element').innerText")
    assert "package" in words
    assert "Sequence: " in words


def test_without_scripts_every_picture_is_there(chromium: Browser, page: Path) -> None:
    chromium.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        chromium.open(page, 768)
        seen = "[...document.querySelectorAll('.still svg')].every((one) => one.getBoundingClientRect().height > 50)"
        assert chromium.js(seen)
    finally:
        chromium.call("Emulation.setScriptExecutionDisabled", value=False)


def test_paper_is_a4_light_and_whole(chromium: Browser, page: Path) -> None:
    chromium.open(page, 1280, dark=True)
    chromium.draw_all()
    chromium.call(
        "Emulation.setEmulatedMedia", media="print", features=[{"name": "prefers-color-scheme", "value": "dark"}]
    )
    assert chromium.js("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert chromium.js("[...document.querySelectorAll('.still')].every((one) => one.offsetHeight > 0)")
    assert chromium.js("[...document.querySelectorAll('.live')].every((one) => one.offsetHeight === 0)")
    chromium.call("Emulation.setEmulatedMedia", media="", features=[])
    paper = chromium.pdf()
    assert paper.startswith(b"%PDF")
    boxes = {tuple(map(float, found.split())) for found in re.findall(rb"/MediaBox \[([^\]]*)\]", paper)}
    assert len(boxes) == 1
    assert next(iter(boxes))[2:] == pytest.approx((595, 842), abs=1.5)
