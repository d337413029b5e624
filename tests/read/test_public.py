"""Only a public text can be shown to a model: by type, and only whole words of the document."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paripassu.case import Case
from paripassu.errors import CommandError
from paripassu.read.model import prompt
from paripassu.read.public import MOST_LETTERS, MOST_PIECES, PublicText
from paripassu.read.source import Page, page


def marked(found: Page, public: str | None = "true") -> Case:
    source = {"title": "Post", "sha256": found.sha256} | ({} if public is None else {"public": public})
    return Case.from_dict({"parties": ["union", "port"], "sources": {"post": source}})


def text_of(words: str) -> PublicText:
    found = page(words)
    return PublicText.of(found, marked(found))


def test_a_source_says_that_it_is_public() -> None:
    found = page("They met.")
    assert PublicText.of(found, marked(found)).words == "They met."
    for public in ("false", None):
        with pytest.raises(CommandError, match=r"`public: true` at sources\.post"):
            PublicText.of(found, marked(found, public))


def test_the_mark_is_for_these_bytes_only() -> None:
    found = page("They met.")
    with pytest.raises(CommandError, match="not marked public, so no model is asked"):
        PublicText.of(page("They met in secret."), marked(found))


@pytest.mark.parametrize("forged", ["words", page("They met."), None, {"words": "x", "start": 0}])
def test_nothing_else_can_be_asked_about(forged: Any) -> None:
    with pytest.raises(TypeError):
        prompt(forged)
    with pytest.raises(TypeError):
        PublicText("secret", 0, forged)


def test_what_is_asked_holds_the_text_and_nothing_of_the_case() -> None:
    first, second = prompt(text_of("They met.")), prompt(text_of("They parted."))
    assert [one["role"] for one in first] == ["system", "user"]
    assert first[0] == second[0]
    assert "They met." in first[1]["content"]
    assert "union" not in str(first)


@given(st.text("ab \n.é😀", max_size=80), st.integers(1, 40))
def test_pieces_are_the_text(words: str, times: int) -> None:
    whole = text_of((words * times) * 40)
    pieces = list(whole.pieces())
    assert len(pieces) <= MOST_PIECES
    assert all(0 < len(one.words) <= MOST_LETTERS for one in pieces)
    assert all(whole.words[one.start : one.start + len(one.words)] == one.words for one in pieces)
    if len(whole.words) <= MOST_LETTERS * MOST_PIECES // 2:
        kept = "".join(one.words for one in pieces)
        assert kept.split() == whole.words.split() or "".join(kept.split()) == "".join(whole.words.split())


def test_one_line_without_an_end_is_cut_and_the_rest_not_shown() -> None:
    pieces = list(text_of("x" * (MOST_LETTERS * (MOST_PIECES + 3))).pieces())
    assert len(pieces) == MOST_PIECES
