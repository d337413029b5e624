"""The formulas of the documentation: each can be set as MathML, so that a built page fetches nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docutils.utils.math.latex2mathml import tex2mathml

DOCS = Path(__file__).parent.parent / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


def formulas(page: Path) -> list[str]:
    """The formulas between dollar signs, outside of code."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.S)
    return [one or two for one, two in re.findall(r"\$\$(.+?)\$\$|(?<![\w$])\$([^$\n]+?)\$(?![\w$])", text, flags=re.S)]


@pytest.mark.parametrize("page", [page for page in PAGES if formulas(page)], ids=lambda page: page.stem)
def test_every_formula_becomes_mathml(page: Path) -> None:
    for formula in formulas(page):
        assert tex2mathml(formula).startswith("<math")


def test_the_pages_are_built_without_a_script_of_another_host() -> None:
    settings = (DOCS / "conf.py").read_text(encoding="utf-8")
    assert 'html_math_renderer = "mathml"' in settings
    assert "mathjax" not in settings
