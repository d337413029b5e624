"""Every answer of the public interface shows itself, becomes a table, is written as JSON and survives a pickle."""

from __future__ import annotations

import importlib
import inspect
import json
import pickle
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from pydantic import TypeAdapter

import paripassu as pp
from paripassu.engine import Answer

REPORT = (
    "SEOUL, June 4 (Wire) - Envoys of the two sides met at the lock house on Monday, officials said. "
    "“We will come again on Thursday,” Ann Lee, the deputy minister, told reporters."
)


def settled(name: str) -> Iterator[Any]:
    case = pp.load(name)
    line = pp.settle.frontier(case)
    yield line
    yield pp.settle.settle(case)
    yield from (
        getattr(pp.settle, rule)(case, among=line)
        for rule in ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
    )
    if case.draft:
        yield pp.settle.place(case, line)
        yield pp.settle.survival(case, {"draft": case.draft}, draws=5)
    if name == "labour-contract":
        yield pp.settle.uncertainty(case, samples=5)


def stable(name: str) -> Iterator[Any]:
    case = pp.load(name)
    found = pp.stability.analyse(case)
    yield found
    if found.route is not None:
        yield found.route
    conflict = found.conflict
    assert conflict is not None
    state = found.holding()[0]
    yield pp.stability.explain(conflict, state, 0)
    yield pp.stability.inverse(conflict, state, 0, "seq")
    yield pp.stability.coalitions(conflict)
    yield pp.stability.what_if(case, one_way=[found.options[0].name] if found.options else ())
    yield pp.stability.route_between(conflict, state, state)


def seen(name: str) -> Iterator[Any]:
    case = pp.load(name)
    us, them = case.ranking
    wrong = pp.case.Case.model_fields["views"].annotation
    views = TypeAdapter(wrong).validate_python({us: {"ranking": {them: case.ranking[us].order}}})
    yield pp.stability.as_seen(case.model_copy(update={"views": views}))


def ordered(name: str) -> Iterator[Any]:
    case = pp.load(name)
    yield pp.roadmap.facts(case)
    found = pp.roadmap.find(case, cures=False)
    yield found
    yield pp.roadmap.compare(case)
    yield pp.roadmap.evaluate(case, found.phases)
    yield pp.roadmap.replay(case, found.phases)
    yield pp.roadmap.replay(case, found.phases[::-1])
    yield pp.roadmap.check(case, found.to_dict())
    room = pp.roadmap.margins(case, found, draws=5)
    if room is not None:
        yield room


def read(name: str) -> Iterator[Any]:
    case = pp.load(name)
    yield pp.read.timeline(case)
    yield pp.read.movement(case)
    yield pp.read.disagreements(case)
    if case.readiness:
        yield pp.read.readiness(case)
    yield pp.read.read(REPORT, case=case)
    yield pp.read.read("")


def cut(name: str) -> Iterator[Any]:
    yield pp.roadmap.parts(pp.load(name), ["full-relief"], most=2)
    yield pp.roadmap.doubt(pp.load(name), ["full-relief"], prior="1/2")
    swap = {"give": {"doer": "a", "cost": 4, "value": {"b": 6}}, "pay": {"doer": "b", "cost": 4, "value": {"a": 6}}}
    ours = pp.case.Case.from_dict({"parties": ["a", "b"], "steps": swap, "stakes": {"a": {"end": 2}, "b": {"end": 2}}})
    doubted = pp.roadmap.doubt(ours, ["give", "pay"], prior="1/2")
    yield doubted
    yield replace(pp.roadmap.parts(ours, ["give", "pay"]), doubt=doubted)


def facts(name: str) -> Iterator[Any]:
    yield pp.roadmap.facts(pp.load(name))


ASKED: list[tuple[Callable[[str], Iterator[Any]], str]] = [
    (settled, "labour-contract"),
    (settled, "papers/nash1950"),
    (settled, "singapore-2018"),
    (stable, "papers/elmira"),
    (stable, "papers/prisoners-dilemma"),
    (stable, "singapore-2018"),
    (seen, "singapore-2018"),
    (ordered, "toy/side-by-side"),
    (ordered, "singapore-2018"),
    (cut, "toy/side-by-side"),
    (facts, "agreements/minsk-2"),
    (read, "singapore-2018"),
]
ROOMS = ("settle", "stability", "roadmap", "read")


@cache
def answers(ask: Callable[[str], Iterator[Any]], name: str) -> tuple[Any, ...]:
    return tuple(ask(name))


each = pytest.mark.parametrize(("ask", "name"), [pytest.param(*one, id=f"{one[0].__name__}-{one[1]}") for one in ASKED])


class Table(HTMLParser):
    """Checks that elements close in order; gathers the cells of each row."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.rows: list[int] = []
        self.seen: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)
        if tag == "tr":
            self.rows.append(0)
        if tag in ("td", "th"):
            self.rows[-1] += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@each
def test_an_answer_is_an_answer(ask: Any, name: str) -> None:
    for answer in answers(ask, name):
        assert isinstance(answer, Answer)
        assert answer.summary().strip()


@each
def test_every_row_has_the_same_keys(ask: Any, name: str) -> None:
    for answer in answers(ask, name):
        assert len({tuple(row) for row in answer.rows()}) <= 1


@each
def test_the_json_form_is_json(ask: Any, name: str) -> None:
    for answer in answers(ask, name):
        tree = answer.to_dict()
        assert json.loads(json.dumps(tree, allow_nan=False)) is not None
        json.dumps(answer.rows(), allow_nan=False)


@each
def test_a_notebook_shows_a_table(ask: Any, name: str) -> None:
    for answer in answers(ask, name):
        html = answer._repr_html_()
        shown = Table(html)
        assert shown.open == []
        assert shown.rows.count(shown.rows[0]) == len(shown.rows) == len(answer.rows()) + 1
        assert shown.seen <= {"p", "table", "thead", "tbody", "tr", "th", "td"}, "words are text, never markup"


@each
def test_it_comes_back_from_a_pickle(ask: Any, name: str) -> None:
    for answer in answers(ask, name):
        again = pickle.loads(pickle.dumps(answer))
        assert type(again) is type(answer)
        assert again.to_dict() == answer.to_dict()
        assert again.rows() == answer.rows()
        assert again.summary() == answer.summary()


@each
def test_it_becomes_a_frame(ask: Any, name: str) -> None:
    pandas = pytest.importorskip("pandas")
    for answer in answers(ask, name):
        frame = answer.to_frame("pandas")
        assert isinstance(frame, pandas.DataFrame)
        assert len(frame) == len(answer.rows())


def test_every_public_answer_was_asked_for() -> None:
    """No type of answer is left out above."""
    asked = {type(answer) for ask, name in ASKED for answer in answers(ask, name)}
    left: set[str] = set()
    for room in ROOMS:
        module = importlib.import_module(f"paripassu.{room}")
        kinds = [getattr(module, name) for name in module.__all__]
        left |= {kind.__name__ for kind in kinds if inspect.isclass(kind) and issubclass(kind, Answer)}
    assert left <= {kind.__name__ for kind in asked}


def test_what_a_public_function_returns_is_an_answer_or_a_part_of_one() -> None:
    """What the public functions say they return: an Answer wherever it has `to_dict` and answers a question."""
    parts = {"Page", "Review", "Conflict", "Picture", "Known", "Case", "Pipeline"}
    for room in ROOMS:
        module = importlib.import_module(f"paripassu.{room}")
        for name in module.__all__:
            value = getattr(module, name)
            if not inspect.isfunction(value):
                continue
            said = str(inspect.get_annotations(value)["return"]).removesuffix(" | None")
            kind = getattr(module, said, None)
            if kind is not None and inspect.isclass(kind) and said not in parts:
                assert issubclass(kind, Answer), f"{room}.{name} returns {said}"
