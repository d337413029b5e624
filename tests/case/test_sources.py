"""Sources: a digest is a digest."""

from __future__ import annotations

import pytest

from paripassu.case import Case
from paripassu.errors import CaseError


def source(**more: str) -> Case:
    return Case.from_dict({"parties": ["us"], "sources": {"post": {"title": "Talks", **more}}})


def test_a_digest_is_kept_in_small_letters() -> None:
    assert source(sha256="AB" * 32).sources["post"].sha256 == "ab" * 32
    assert source().sources["post"].sha256 is None


@pytest.mark.parametrize("digest", ["ab", "g" * 64, "ab" * 33, ""])
def test_anything_else_is_refused(digest: str) -> None:
    with pytest.raises(CaseError, match=r"sources\.post\.sha256: expected a sha256 of 64 hex digits"):
        source(sha256=digest)
