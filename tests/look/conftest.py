"""The pages that are looked at, and the browser that looks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.look.browser import CHROMIUM, Browser, browser


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The brief of the worked case, all seven sections full."""
    from paripassu import catalogue
    from paripassu.report import brief

    file = tmp_path_factory.mktemp("look") / "brief.html"
    file.write_text(brief(catalogue.load("singapore-2018")), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with browser() as one:
        yield one
