"""How the documentation is built: `make docs`."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from docutils.utils.math.latex2mathml import tex2mathml

project = "paripassu"
author = "the paripassu authors"
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_math_renderer = "mathml"  # formulas are set by the browser itself: a built page fetches nothing
myst_enable_extensions = ["dollarmath", "deflist", "colon_fence"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "paripassu"
exclude_patterns = ["_build", "jupyter_execute"]
nb_execution_mode = "force"  # a notebook that does not run stops the build
nb_execution_raise_on_error = True
autodoc_member_order = "bysource"
autodoc_typehints = "description"
default_role = "py:obj"  # `name` in a docstring: a link where the name is on the page
napoleon_numpy_docstring = True
napoleon_google_docstring = False

_ENTRY = re.compile(r"^(\s*)\.\. \[(\d+)\](?= )", re.MULTILINE)
_MARK = re.compile(r"\[(\d+)\]_")


def plain_numbers(app: Any, what: str, name: str, thing: Any, options: Any, lines: list[str]) -> None:
    """Print the numbered references of a docstring as a list, and the marks in its text as they are written.

    Every docstring counts from [1], and many of them share one page, where a footnote can have a number only once.
    """
    lines[:] = _MARK.sub(r"[\1]", _ENTRY.sub(r"\1\2.", "\n".join(lines))).split("\n")


def formula(writer: Any, node: nodes.Element) -> None:
    """A formula within a sentence."""
    writer.body.append(tex2mathml(node.astext()))
    raise nodes.SkipNode


def displayed(writer: Any, node: nodes.Element) -> None:
    """A formula on a line of its own."""
    writer.body.append(f"<div>{tex2mathml(node.astext(), as_block=True)}</div>")
    raise nodes.SkipNode


def setup(app: Any) -> None:
    app.add_html_math_renderer("mathml", (formula, None), (displayed, None))
    # Before napoleon (500), which takes the sections apart.
    app.connect("autodoc-process-docstring", plain_numbers, priority=400)
