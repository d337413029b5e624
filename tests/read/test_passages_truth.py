"""Short passages written apart from the rules. Expected values: what their writer annotated in them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from paripassu.read import read

PASSAGES = json.loads((Path(__file__).parent / "passages.json").read_text(encoding="utf-8"))


def test_most_contacts_of_the_passages_are_read_and_little_else() -> None:
    told = found = both = 0
    for one in PASSAGES:
        text = one["text"]
        got = read(text, published_on=dt.date.fromisoformat(one["published"])).to_dict()["events"]
        spans = [[(evidence["start"], evidence["end"]) for evidence in event["evidence"]] for event in got]
        told, found = told + len(one["events"]), found + len(got)
        for event in one["events"]:
            tellings = [(text.index(words), len(words)) for words in (event["words"], *event.get("also", ()))]
            hit = next((own for own in spans if any(a < i + n and i < b for a, b in own for i, n in tellings)), None)
            if hit is not None:
                spans.remove(hit)
                both += 1
    assert (told, both >= 0.78 * told, both >= 0.92 * found) == (299, True, True), (both, found)


def test_every_passage_holds_the_words_that_tell() -> None:
    for one in PASSAGES:
        for event in one["events"]:
            for words in (event["words"], *event.get("also", ())):
                assert one["text"].count(words) == 1, one["text"]
