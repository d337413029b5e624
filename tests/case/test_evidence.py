"""Evidence: spans are code points, quotes must stand at their span, and a missing text is no error."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from paripassu.case.evidence import REPORTS, Evidence, check_quotes, span_of
from paripassu.case.sources import Source

TEXT = "Délégués 🕊 met in “Harbour House”.\r\nThey met again on Friday, an aide said."
Found = list[tuple[tuple[str | int, ...], str, str, str | None]]


def problems(evidence: Evidence, source: Source, folder: Path | None) -> Found:
    found: Found = []
    check_quotes(
        iter([(("record", 0, "evidence", 0), evidence)]),
        {"post": source},
        folder,
        lambda *problem: found.append(problem),
    )
    return found


@pytest.fixture
def kept(tmp_path: Path) -> Source:
    (tmp_path / "post.txt").write_bytes(TEXT.encode())
    return Source(title="Talks", text="post.txt", sha256=hashlib.sha256(TEXT.encode()).hexdigest())


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_span_of_any_text_holds_and_is_found_again(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    evidence = span_of("s", text, start, end)
    assert evidence.holds_in(text)
    assert evidence.found_in(text) in (start, None)


def test_code_points_count_not_bytes(kept: Source, tmp_path: Path) -> None:
    start = TEXT.index("Harbour")
    assert problems(span_of("post", TEXT, start, start + 13), kept, tmp_path) == []


def test_line_ends_are_kept_as_they_are(kept: Source, tmp_path: Path) -> None:
    start = TEXT.index("Friday")
    assert problems(span_of("post", TEXT, start, start + 6), kept, tmp_path) == []


def test_a_quote_elsewhere_is_reported_with_the_place_it_stands(kept: Source, tmp_path: Path) -> None:
    start = TEXT.index("Friday")
    moved = Evidence(source="post", start=3, end=9, quote="Friday", prefix="on ")
    ((path, expected, got, near),) = problems(moved, kept, tmp_path)
    assert path == ("record", 0, "evidence", 0, "quote")
    assert TEXT[3:9] in expected
    assert got == "`Friday`"
    assert near == f"start: {start}, end: {start + 6}"


def test_changed_bytes_are_reported_once_and_the_quotes_not_checked(kept: Source, tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text("Something else.")
    ((path, expected, got, _),) = problems(span_of("post", TEXT, 0, 8), kept, tmp_path)
    assert path == ("sources", "post", "sha256")
    assert hashlib.sha256(b"Something else.").hexdigest() in expected
    assert kept.sha256 is not None
    assert kept.sha256 in got


def test_without_the_text_nothing_is_checked(kept: Source, tmp_path: Path) -> None:
    wrong = Evidence(source="post", start=0, end=6, quote="Friday")
    assert problems(wrong, kept, tmp_path / "elsewhere") == []
    assert problems(wrong, kept, None) == []
    assert problems(wrong, Source(title="Talks"), tmp_path) == []


def test_texts_outside_the_case_are_found_through_the_environment(
    kept: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(REPORTS, str(tmp_path))
    wrong = Evidence(source="post", start=0, end=6, quote="Friday")
    assert len(problems(wrong, kept, tmp_path / "elsewhere")) == 1


def test_evidence_may_name_its_source_by_digest_and_no_other(kept: Source, tmp_path: Path) -> None:
    assert kept.sha256 is not None
    assert problems(span_of(kept.sha256, TEXT, 0, 8), kept, tmp_path) == []
    ((path, _, got, near),) = problems(span_of("pots", TEXT, 0, 8), kept, tmp_path)
    assert (path[-1], got, near) == ("source", "`pots`", "post")


def test_binary_text_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "junk").write_bytes(b"\xff\xfe\x00junk")
    assert problems(span_of("post", "junk", 0, 4), Source(title="Junk", text="junk"), tmp_path) == []


@pytest.mark.parametrize(("start", "end"), [(0, 5), (6, 0), (-1, 5), ("x", 6), (True, 7), (0.0, 6)])
def test_a_span_is_whole_numbers_as_far_apart_as_the_quote_is_long(start: object, end: object) -> None:
    with pytest.raises(ValidationError):
        Evidence.model_validate({"source": "post", "start": start, "end": end, "quote": "Friday"})
    assert Evidence.model_validate({"source": "post", "start": "0", "end": "6", "quote": "Friday"}).end == 6
