"""The sentence around a span, wherever the span lies and whatever the text is."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paripassu.case.evidence import span_of
from paripassu.read.queue import Document
from paripassu.read.sentence import Marked, around, sentence


def marked(text: str, start: int, end: int, folder: Path) -> Marked:
    (folder / "text").write_bytes(text.encode())
    digest = hashlib.sha256(text.encode()).hexdigest()
    return sentence(span_of(digest, text, start, end), Document(sha256=digest, text="text"), folder)


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("One. They met on Friday. Two.", "Friday", "They met on [Friday]."),
        ("One. “They met.” Two.", "They met", "“[They met].”"),
        ("Title\n\nThey met\non Friday", "met\non", "They [met on] Friday"),
        ("Friday", "Friday", "[Friday]"),
        ("<p>They <b>met</b> on Friday.</p>", "met", "They [met] on Friday."),
        ("🕊 Délégués met. End", "Délégués", "🕊 [Délégués] met."),
    ],
)
def test_the_sentence_and_no_more(text: str, words: str, shown: str, tmp_path: Path) -> None:
    start = text.index(words)
    assert " ".join(str(marked(text, start, start + len(words), tmp_path)).split()) == shown


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_span_of_any_text_can_be_shown(
    tmp_path_factory: pytest.TempPathFactory, text: str, start: int, end: int
) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    folder = tmp_path_factory.getbasetemp()
    assert str(marked(text, start, end, folder)).isprintable()


def test_a_text_that_changed_is_not_shown(tmp_path: Path) -> None:
    text = "They met on Friday."
    evidence = span_of(hashlib.sha256(text.encode()).hexdigest(), text, 12, 18)
    (tmp_path / "text").write_text("Something else was on that page.")
    assert (
        str(sentence(evidence, Document(sha256=evidence.source, text="text"), tmp_path)) == "… They met on [Friday]. …"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Lee, the U.S. Ambassador to the islands, met Sen. Ann B. Cho on Friday.",
        "U.S. and N. Korean officials met on Friday.",
        "Inc. or not, Mr. Berg and Dr. Ann Lee met on Friday.",
    ],
)
def test_a_full_stop_that_only_shortens_ends_nothing(text: str, tmp_path: Path) -> None:
    whole = f"It rained in the U.S. The sides waited. {text} Then it was over."
    start = whole.index("Friday")
    assert str(marked(whole, start, start + 6, tmp_path)) == text.replace("Friday", "[Friday]")
    start = whole.index("sides")
    assert str(marked(whole, start, start + 5, tmp_path)) == "The [sides] waited."


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(20, 120))
def test_a_piece_holds_the_words_and_is_short(text: str, start: int, end: int, most: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    shown = around(text, start, end)
    assert len(shown.piece(most)) <= most + 1
    if len(shown.words) < most // 2:
        assert shown.words in shown.piece(most)
