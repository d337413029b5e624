"""Texts that are no reports: nothing crashes, nothing takes more than its length in time, spans stay right."""

from __future__ import annotations

import datetime as dt
import json
import time
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paripassu.errors import CaseError
from paripassu.read import Reading, page, read

DAY = dt.date(2018, 6, 4)
PIECES = [
    "Envoy Ann Lee met Kim Jong-hwan on Friday", " said ", "“", "”", '"', "'", "’s", "according to ", "He told ",
    "that ",
    "June 12", ", 2018", "1950-53", " last week", "a few hours earlier", "🙂", "مرحبا", "中文。", "\n", "\n\n", "\t",
    ".", ",", "--", "(AP) ", "US-China", "<p>", "</p>", "&amp;", "<nav>", "<!--", "the North", "Leave a Reply", "met ",
    "held talks ", "in Geneva", "2005", "99999", "-", "A" * 30, "é", "\u200b", "\u2028", "\ufeff",
]  # fmt: skip


def _spans(found: dict[str, object]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if {"start", "end"} <= value.keys():
                spans.append((value["start"], value["end"]))
            for one in value.values():
                walk(one)
        elif isinstance(value, list):
            if len(value) == 2 and all(isinstance(one, int) for one in value):
                spans.append((value[0], value[1]))
            else:
                for one in value:
                    walk(one)

    walk(found)
    return spans


def _sound(reading: Reading) -> None:
    size = len(reading.page.raw)
    found = reading.to_dict()
    assert all(0 <= start < end <= size for start, end in _spans(found))
    for one in found["dates"]:
        if not reading.page.markup:
            assert reading.page.raw[one["span"][0] : one["span"][1]] == one["text"]
    for event in found["events"]:
        for evidence in event["evidence"]:
            assert reading.page.raw[evidence["start"] : evidence["end"]] == evidence["quote"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_mixture_is_read_and_its_spans_are_inside(text: str) -> None:
    _sound(read(text, published_on=DAY))
    _sound(read(text))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    _sound(read(text, published_on=DAY))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_are_read_or_refused_with_a_line(data: bytes) -> None:
    try:
        reading = read(data)
    except CaseError as error:
        refused = error.lines()
    else:
        refused = ["read"]
        _sound(reading)
    assert len(refused) == 1


@pytest.mark.parametrize(
    "piece",
    ["a", "a-", "Kim Jong ", "word and word, ", "“", '" ', "'a ", "<a<", "<div>", "<!--", "&amp;", "1", "1-2-",
     "June 12 ",      "he said ", ", said", "according to ", "U.S.", "(", "x\n", "O’",
     "Envoy Ann Lee met Bo Berg on Friday and said that ",
     "the planned summit with Bo Berg. Their meeting on Monday. "],
)  # fmt: skip
def test_time_grows_with_the_length_only(piece: str) -> None:
    _spent(piece, 1000)
    # Four times the length, at most some eight times the time; small times are noise, and so is one slow try.
    assert any(_spent(piece, 16_000) < 8 * _spent(piece, 4_000) + 0.25 for _ in range(3))


def test_one_contact_told_thousands_of_times_is_looked_up_once_each() -> None:
    # "the two" and "his leader" are looked up among all who are named, each once however often he is
    piece = "Envoy Ann Lee met Bo Berg on Friday and the two spoke. His leader flew home. "
    # Eight times as often: what grows with the square would take 64 times as long at every try.
    assert any(_spent(piece, 16_000 * len(piece)) < 13 * _spent(piece, 2000 * len(piece)) for _ in range(3))


def _spent(piece: str, size: int) -> float:
    text = ("<html>" if piece[0] in "<&" else "") + (piece * (size // len(piece) + 1))[:size]
    start = time.process_time()
    read(text, published_on=DAY)
    return time.process_time() - start


@pytest.mark.parametrize("published_on", [dt.date(1, 1, 1), dt.date(1, 3, 2), dt.date(9999, 11, 1), dt.date.max])
def test_days_at_the_ends_of_the_calendar_are_read(published_on: dt.date) -> None:
    told = "Envoy Ann Lee met Bo Berg in Oslo on Monday. Lee phoned Berg on Sunday. Berg flew to Lima today. "
    days = "on Wednesday, March 20, a decade and a half ago, last winter, in '94, at Easter and in 30 years"
    _sound(read(told + "The water is deep. " * 6 + f"Lee and Berg clinked glasses {days}.", published_on=published_on))


def _mangled(text: str, random: Random) -> str:
    """The report in capitals, without its stops, with words or sentences in another order, ..."""
    words, sentences = text.split(" "), text.split(". ")
    ways = [
        text.upper,
        text.title,
        lambda: "".join(sign for sign in text if random.random() > 0.03),
        lambda: " ".join(random.sample(words, len(words))),
        lambda: " ".join(word for at in range(0, len(words), 3) for word in reversed(words[at : at + 3])),
        lambda: ". ".join(random.sample(sentences, len(sentences))),
        lambda: text.replace(". ", ".").replace(",", ""),
        lambda: "\n\n".join(one[: random.randrange(len(one) + 1)] for one in sentences),
    ]
    return str(random.choice(ways)())


def _any_mangled_report_is_read(seed: int, times: int) -> None:
    random = Random(seed)
    reports = [file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.glob("*/*.txt"))]
    for _ in range(times):
        _sound(read(_mangled(random.choice(reports)[:4000], random), published_on=DAY))


def test_any_mangled_report_is_read() -> None:
    _any_mangled_report_is_read(2, 150)


def test_every_beginning_of_a_passage_is_read() -> None:
    passages = json.loads((Path(__file__).parent / "passages.json").read_text(encoding="utf-8"))
    for one in passages[::2]:
        words = one["text"].split(" ")
        for size in range(1, len(words)):
            _sound(read(" ".join(words[:size]), published_on=DAY))


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(20))
def test_any_of_many_mangled_reports_is_read(seed: int) -> None:
    _any_mangled_report_is_read(seed + 100, 1000)


@pytest.mark.parametrize(
    "text",
    [
        "A DIPLOMAT AND TWO OFFICIALS SAID THAT THE TALKS WOULD GO ON IN OSLO ON MONDAY.",
        "To meet Ann Lee, who was in Oslo, Bo Berg flew north.",
        "Ann says no\n\nMinister Ann Lee said yes. Mayor Ann Berg said no.",
        "Ann Lee was quoted as saying,",
        "Glad to see who views",
        "Her colleagues agreed on",
        "“The toll is too high for all the boats of the northern and the southern towns,” said Ann Lee.\n\n"
        "Of their position that tolls must fall nobody spoke.",
    ],
)
def test_words_in_odd_places_are_read(text: str) -> None:
    _sound(read(text, published_on=DAY))


def test_emoji_and_right_to_left_text_leave_spans_right() -> None:
    text = "🙂🙂 سلام عليكم. “We will come 🙂,” Ann Lee said on Friday in Geneva."
    found = read(text, published_on=DAY).to_dict()
    start, end = found["persons"][0]["mentions"][0]
    assert text[start:end] == "Ann Lee"
    start, end = found["statements"][0]["span"]
    assert text[start:end] == "“We will come 🙂,”"
    assert found["dates"][0]["value"] == "2018-06-01"


def test_a_day_before_the_words_that_tell_leaves_spans_right() -> None:
    _sound(
        read("Ann Lee spoke. On Thursday she abruptly left, with a letter to Bo Berg citing anger.", published_on=DAY)
    )


def test_a_quotation_never_closed_does_not_swallow_the_report() -> None:
    text = "“We will come, Ann Lee said.\n\nBo Lindqvist arrived in Geneva on Friday."
    found = read(text, published_on=DAY).to_dict()
    assert [one["on"] for one in found["events"]] == ["2018-06-01"]


def test_a_page_without_end_tags_is_read() -> None:
    text = "<html><body><nav><ul><li>Home<li>News<p>Envoy Ann Lee met Bo Lindqvist in Geneva on Friday.<p>They talked."
    found = read(text, published_on=DAY).to_dict()
    assert [one["name"] for one in found["persons"]] == ["Ann Lee", "Bo Lindqvist"]
    assert [one["on"] for one in found["events"]] == ["2018-06-01"]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"\xef\xbb\xbfBogot\xc3\xa1", "utf-8"),
        ("Bogotá".encode("utf-16"), "utf-16-le"),
        (b'<meta charset="iso-8859-1"><p>Bogot\xe1', "iso-8859-1"),
    ],
)
def test_declared_encodings_are_followed(data: bytes, encoding: str) -> None:
    found = page(data)
    assert found.encoding == encoding
    assert found.text.strip() == "Bogotá"
