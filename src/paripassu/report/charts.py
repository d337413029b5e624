"""The only door to altair (which describes a picture) and to vl-convert (which draws it without a browser).

A picture is described once. :func:`spec` gives it to the page, where the bundled Vega draws it again at the
reader's width; :func:`svg` draws it for paper and for pages without scripts; :func:`save` writes it to a file.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from paripassu.errors import CommandError
from paripassu.files import replace_file
from paripassu.report import style

try:
    import altair as alt
    import vl_convert
except ImportError as missing:
    raise CommandError(
        f"pictures need the extra `charts` ({missing.name} is not installed): pip install 'paripassu[charts]'"
    ) from missing

__all__ = ["Chart", "alt", "data", "engine", "save", "script_safe", "spec", "svg", "unchecked"]

Chart = Any
"""An altair chart of one view: layered, never side by side, so that it can take the width it is given."""
PAPER_WIDTH = 700
"""Width in CSS pixels of a picture on paper; the column of an A4 page is about this wide."""
_BUNDLE = "import sys, vl_convert; sys.stdout.buffer.write(vl_convert.javascript_bundle().encode())"


def data(rows: list[dict[str, Any]]) -> Any:
    """Rows as a chart's data."""
    return alt.Data(values=rows)


def spec(chart: Chart) -> dict[str, Any]:
    """The Vega-Lite form of a chart in the one style, as wide as its place."""
    form: dict[str, Any] = chart.to_dict(validate=False)
    form["config"] = style.theme() | {"numberFormat": ",.3~f"}
    form["width"] = "container"
    form["autosize"] = {"type": "fit-x", "contains": "padding"}
    form.pop("$schema", None)
    return form


def svg(form: Mapping[str, Any], width: int = PAPER_WIDTH) -> str:
    """A picture, from its form, as SVG for light paper; it scales to the place it is put in."""
    drawn: str = vl_convert.vegalite_to_svg({**form, "width": width})
    return drawn


def save(chart: Chart, path: Path, width: int = PAPER_WIDTH) -> None:
    """Write the picture to a file ending in ``.svg`` or ``.png`` (twice the pixels, on paper colour).

    Raises
    ------
    CommandError
        When the ending is another one, or the file cannot be written.
    """
    form = spec(chart) | {"width": width, "background": style.ink_of("paper"), "padding": 16}
    draw: Mapping[str, Callable[[], bytes]] = {
        ".svg": lambda: vl_convert.vegalite_to_svg(form).encode(),
        ".png": lambda: vl_convert.vegalite_to_png(form, scale=2),
    }
    if path.suffix.lower() not in draw:
        raise CommandError(f"{path}: expected a name ending in .svg or .png, got `{path.suffix or path.name}`")
    replace_file(path, draw[path.suffix.lower()]())


@cache
def engine() -> Callable[[], str]:
    """Start bundling the page's drawing script; call what is returned to wait for it.

    Bundling takes two seconds and holds the interpreter, so another process does it while answers are computed.
    """
    child = subprocess.Popen([sys.executable, "-c", _BUNDLE], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    @cache
    def wait() -> str:
        out, _ = child.communicate()
        if child.returncode:
            raise CommandError("the drawing script could not be bundled; is vl-convert-python whole?")
        return out.decode().replace("</script", "<\\/script")

    return wait


def unchecked() -> Any:
    """While this context is open charts are not checked as they are made: twice as fast, for pages of many."""
    return alt.utils.schemapi.debug_mode(False)


def script_safe(value: Any) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str).replace("<", "\\u003c")
