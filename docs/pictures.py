"""Make the pictures of the README and the docs again: `make pictures`, where a Chromium is found.

The brief of the worked case is made and photographed: its first screen, and the main picture of some sections. The
parts of an exchange under doubt are drawn as the command line draws them.
"""

from __future__ import annotations

import base64
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
CASE = "singapore-2018"
WIDTH = 1000
SHOTS = {
    "timeline": "picture-timeline",
    "room": "picture-room",
    "phases": "picture-phases",
    "corridor": "picture-corridor-dprk",
}
"""File name to the id of a figure on the page."""

PARTS = {
    "parties": {"a": {"name": "A"}, "b": {"name": "B"}},
    "steps": {
        "give": {"doer": "a", "cost": 10, "value": {"b": 15}, "basis": "illustration"},
        "pay": {"doer": "b", "cost": 10, "value": {"a": 15}, "basis": "illustration"},
    },
    "stakes": {"a": {"end": 4}, "b": {"end": 4}},
}
"""The exchange whose parts are drawn."""

_BOX = (
    "(() => {{ const box = document.{find}.getBoundingClientRect(); "
    "return [box.left, box.top + scrollY, box.width, box.height] }})()"
)


def main() -> None:
    """Make the brief, open it in a browser without a window, and write one PNG a picture."""
    sys.path.insert(0, str(ROOT))
    from tests.look.browser import CHROMIUM, browser

    import paripassu as pp

    if CHROMIUM is None:
        sys.exit("pictures: no Chromium found; the pictures stay as they are.")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, browser() as page:
        file = Path(folder) / "brief.html"
        file.write_text(pp.report.brief(pp.load(CASE)), encoding="utf-8")
        page.open(file, WIDTH, 800)
        page.draw_all()

        def shoot(name: str, left: float, top: float, width: float, height: float) -> None:
            clip = {"x": left, "y": top, "width": width, "height": height, "scale": 1}
            shot = page.call("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
            (FOLDER / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))

        left, _, width, _ = page.js(_BOX.format(find="querySelector('main')"))
        below = page.js(_BOX.format(find="querySelector('nav')"))[1]
        shoot("brief", left - 20, 40, width + 40, below - 50)
        for name, figure in SHOTS.items():
            x, y, wide, high = page.js(_BOX.format(find=f"getElementById('{figure}')"))
            shoot(name, x - 10, y - 6, wide + 20, high + 12)
    case = pp.case.Case.from_dict(PARTS)
    cut = pp.roadmap.parts(case, ["give", "pay"])
    doubted = replace(cut, doubt=pp.roadmap.doubt(case, ["give", "pay"], prior="2/5"))
    pp.report.plot("parts", case, doubted, FOLDER / "parts.svg")
    whole = sum(path.stat().st_size for path in FOLDER.glob("*.*"))
    print(f"{len(SHOTS) + 2} pictures, {whole / 1000:.0f} kB in all, in {FOLDER.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
