"""The door to spaCy, tried with a pipeline made in memory; with an installed model where there is one."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from paripassu.errors import CommandError
from paripassu.read import Pipeline, deepen, pipeline, proposals, read
from paripassu.read.pipeline import LOOKS, opened
from paripassu.read.voice import Block, Taken

spacy = pytest.importorskip("spacy")
TEXT = "Talks go on\n\nEnvoy Ann Lee met Odalys Quill in Morfeld on Friday. “We will go on,” Lee said."


@pytest.fixture
def tiny() -> Pipeline:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(
        [
            {"label": "PERSON", "pattern": "Odalys Quill"},
            {"label": "PERSON", "pattern": "Ann Lee"},
            {"label": "GPE", "pattern": "Morfeld"},
        ]
    )
    return opened("en_core_web_tiny", nlp)


def test_what_the_rules_have_is_kept_and_the_model_adds(tiny: Pipeline) -> None:
    before = read(f"{TEXT} Old hands like Odalys Quill know.", published_on=dt.date(2018, 6, 4))
    after = deepen(before, tiny)
    assert [one.name for one in after.persons][: len(before.persons)] == [one.name for one in before.persons]
    assert after.statements == before.statements
    text = before.page.text
    last = text.rindex("Odalys Quill")
    spans = [(m.start, m.end) for one in after.persons if one.name == "Odalys Quill" for _, m in one.mentions]
    assert (last, last + len("Odalys Quill")) in spans
    assert len(spans) == len(set(spans)) == 2


def test_finds_of_a_model_are_guesses_by_its_own_rule(tiny: Pipeline) -> None:
    found = proposals(deepen(read("Old hands know that Odalys Quill rarely rests in summer."), tiny))
    assert [(one.kind, one.rule, one.confidence) for one in found if one.evidence.quote == "Odalys Quill"] == [
        ("person", "model.person", "guess")
    ]


def test_the_reading_records_which_model(tiny: Pipeline) -> None:
    recorded = deepen(read(TEXT), tiny).to_dict()["source"]["model"]
    assert recorded == {"name": "en_core_web_tiny", "version": tiny.version, "sha256": tiny.sha256}
    assert len(tiny.sha256) == 64
    assert read(TEXT).to_dict()["source"]["model"] is None


def test_a_changed_file_changes_the_sum(tmp_path: Any) -> None:
    nlp = spacy.blank("en")
    nlp.to_disk(tmp_path / "a")
    first = opened("a", spacy.load(tmp_path / "a")).sha256
    assert opened("b", spacy.load(tmp_path / "a")).sha256 == first
    (tmp_path / "a" / "meta.json").write_text((tmp_path / "a" / "meta.json").read_text() + " ")
    assert opened("a", spacy.load(tmp_path / "a")).sha256 != first


def test_nothing_is_found_in_the_furniture(tiny: Pipeline) -> None:
    found = deepen(read(f"{TEXT}\n\nHe left.\n\nAll went home.\n\nLeave a Reply\n\nOdalys Quill says:\n\nNice."), tiny)
    assert max(m.start for one in found.persons for _, m in one.mentions) < len(TEXT)


def test_without_a_model_the_cure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spacy.util.get_installed_models", list)
    with pytest.raises(CommandError, match=r"requirements/read-model\.txt"):
        pipeline()
    with pytest.raises(CommandError, match="no model `en_core_web_xx`"):
        pipeline("en_core_web_xx")


def test_an_installed_model_finds_a_clause_the_rules_missed() -> None:
    if not any(one.startswith("en_core_web_") for one in spacy.util.get_installed_models()):
        pytest.skip("no model en_core_web_* is installed")
    found = deepen(
        read("Old hands in the ministry of Arvan fear the dam will never be filled this decade."), pipeline()
    )
    assert found.model is not None
    assert len(found.model["sha256"]) == 64
    assert all(one.rule == "model.clause" for one in found.statements if one.sentence == -1)


def _parsed(text: str, heads: list[int], deps: list[str], pos: list[str]) -> Any:
    """A document with a parse written by hand."""
    words = text.replace(".", " .").replace(",", " ,").split()
    spaces = [not (at + 1 < len(words) and words[at + 1] in ".,") for at in range(len(words))]
    return spacy.tokens.Doc(spacy.blank("en").vocab, words=words, spaces=spaces, heads=heads, deps=deps, pos=pos)


@pytest.mark.parametrize(
    ("text", "heads", "deps", "pos", "said"),
    [
        (
            "Zorb demanded an answer.",
            [1, 1, 3, 1, 1],
            ["nsubj", "ROOT", "det", "dobj", "punct"],
            ["PROPN", "VERB", "DET", "NOUN", "PUNCT"],
            ("Zorb", "an answer"),
        ),
        (
            "Boats left the port, according to Zorb.",
            [1, 1, 3, 1, 1, 1, 5, 6, 1],
            ["nsubj", "ROOT", "det", "dobj", "punct", "prep", "prep", "pobj", "punct"],
            ["NOUN", "VERB", "DET", "NOUN", "PUNCT", "VERB", "ADP", "PROPN", "PUNCT"],
            ("Zorb", "Boats left the port"),
        ),
        (
            "Zorb gloated that boats left.",
            [1, 1, 4, 4, 1, 1],
            ["nsubj", "ROOT", "mark", "nsubj", "ccomp", "punct"],
            ["PROPN", "VERB", "SCONJ", "NOUN", "VERB", "PUNCT"],
            None,
        ),
        (
            "Zorb gloated that old boats left.",
            [1, 1, 5, 4, 5, 1, 1],
            ["nsubj", "ROOT", "mark", "amod", "nsubj", "ccomp", "punct"],
            ["PROPN", "VERB", "SCONJ", "ADJ", "NOUN", "VERB", "PUNCT"],
            ("Zorb", "old boats left"),
        ),
        (
            "Zorb would verify that old boats left.",
            [2, 2, 2, 6, 5, 6, 2, 2],
            ["nsubj", "aux", "ROOT", "mark", "amod", "nsubj", "ccomp", "punct"],
            ["PROPN", "AUX", "VERB", "SCONJ", "ADJ", "NOUN", "VERB", "PUNCT"],
            None,
        ),
        (
            "Two confirmed that old boats left.",
            [1, 1, 5, 4, 5, 1, 1],
            ["nsubj", "ROOT", "mark", "amod", "nsubj", "ccomp", "punct"],
            ["NUM", "VERB", "SCONJ", "ADJ", "NOUN", "VERB", "PUNCT"],
            ("Two", "old boats left"),
        ),
    ],
)
def test_a_parse_adds_whom_the_rules_do_not_know(
    text: str, heads: list[int], deps: list[str], pos: list[str], said: tuple[str, str] | None
) -> None:
    doc = _parsed(text, heads, deps, pos)
    assert doc.text.strip() == text
    block = Block(doc, 0, text, Taken(read("Nothing here.")), [], [])
    for look in LOOKS:
        look(block)
    found = block.found
    assert [(one.speaker.name, text[one.start : one.end]) for one in found if one.speaker] == ([said] if said else [])
    assert all(one.confidence == "guess" for one in found)
