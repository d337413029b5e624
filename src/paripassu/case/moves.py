"""What each party can do by itself: options (or listed moves), what cannot be, where things stand, what is wished."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, WithJsonSchema, model_validator

from paripassu.case.references import Report, known, listed
from paripassu.case.types import Entry, OneOrMany, Text, wrong

if TYPE_CHECKING:
    from paripassu.case.case import Case
    from paripassu.case.options import Options

__all__ = ["AlsoWritten", "Graph", "Impossible", "Move", "Moves", "StateText", "Taken", "check", "patterns", "state_of"]


def _truth(value: Any) -> Any:
    if isinstance(value, str):
        found = {"true": True, "yes": True, "y": True, "false": False, "no": False, "n": False}.get(value.lower())
        return value if found is None else found
    return value


def _listed(value: Any) -> Any:
    """Options as a list of names, or none at all, as a mapping."""
    if value is None:
        return {}
    if not isinstance(value, (list, tuple)):
        return value
    names = [str(name) for name in value]
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise wrong("each option once", f"`{twice[0]}` twice")
    return dict.fromkeys(names)


def _place(value: Any) -> Any:
    text = str(value)
    if isinstance(value, bool) or not (text.isascii() and text.isdigit() and len(text) < 100):
        raise wrong("a place from 0")
    return int(value)


def _taken(value: Any) -> Any:
    found = _truth(value)
    if not isinstance(found, bool):
        raise wrong("Y (taken) or N (not taken)")
    return found


class AlsoWritten:
    """Says in the JSON Schema which short forms are read beside the whole one."""

    def __init__(self, *forms: dict[str, Any]) -> None:
        self.forms = forms

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The whole form, or one of the short ones."""
        return {"anyOf": [handler(core), *self.forms]}


_WORD: dict[str, Any] = {"type": ["string", "number"]}
_NAMES: dict[str, Any] = {"type": "array", "items": _WORD}
_NONE: dict[str, Any] = {"type": "null"}


class Move(Entry):
    """An option one party controls: taken or not.

    ``irreversible`` options cannot be given up once taken; ``only: back`` ones cannot be taken (again) once given up.
    ``place`` is the option's place in a decimal state, counted from 0, where that is not the order of the file.
    """

    name: Text | None = None
    irreversible: Annotated[bool, BeforeValidator(_truth)] = False
    only: Literal["back"] | None = None
    place: Annotated[int, BeforeValidator(_place), WithJsonSchema({"type": ["integer", "string"]})] | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {} if value is None else value

    @model_validator(mode="after")
    def _one_way(self) -> Move:
        if self.irreversible and self.only:
            raise wrong("`irreversible` or `only: back`", "both")
        return self

    @property
    def direction(self) -> str:
        """`both`, `fwd` (only taken, never given up) or `back`."""
        return "fwd" if self.irreversible else self.only or "both"


Moves = Annotated[dict[Text, Annotated[Move, AlsoWritten(_NONE)]], BeforeValidator(_listed), AlsoWritten(_NAMES, _NONE)]
"""One party's options: a mapping, or a list of names."""
Taken = Annotated[bool, BeforeValidator(_taken), WithJsonSchema({"enum": [True, False, "Y", "N"]})]
StateText = Annotated[
    tuple[Text, ...],
    BeforeValidator(lambda value: (str(value),) if isinstance(value, (str, int)) else value),
    WithJsonSchema({"anyOf": [_WORD, _NAMES]}),
]
"""A state: the options taken, or a decimal (or, with listed moves, the state's own name)."""


class Impossible(Entry):
    """States that cannot be: `not` a pattern, `at_most_one` or `at_least_one` of some options, or `if` - `then`."""

    never: dict[Text, Taken] = Field(default_factory=dict, alias="not")
    at_most_one: OneOrMany = ()
    at_least_one: OneOrMany = ()
    when: dict[Text, Taken] = Field(default_factory=dict, alias="if")
    then: dict[Text, Taken] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_form(self) -> Impossible:
        forms = [self.never, self.at_most_one, self.at_least_one, self.when]
        if sum(map(bool, forms)) != 1 or bool(self.when) != bool(self.then):
            raise wrong("one of `not`, `at_most_one`, `at_least_one`, or `if` with `then`")
        return self

    def named(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Every option the entry names, with its place."""
        patterns = (("not", self.never), ("if", self.when), ("then", self.then))
        lists = (("at_most_one", self.at_most_one), ("at_least_one", self.at_least_one))
        return tuple(((key, name), name) for key, pattern in patterns for name in pattern) + tuple(
            ((key, number), name) for key, names in lists for number, name in enumerate(names)
        )

    def forbidden(self) -> tuple[dict[str, bool], ...]:
        """The patterns of which none may hold."""
        if self.at_most_one:
            names = self.at_most_one
            return tuple({a: True, b: True} for place, a in enumerate(names) for b in names[:place] if a != b)
        if self.at_least_one:
            return (dict.fromkeys(self.at_least_one, False),)
        if self.when:
            broken = [(name, not yes) for name, yes in self.then.items()]
            # What `if` and `then` agree on cannot be broken; what they contradict is broken whenever `if` holds.
            return tuple(self.when | {name: yes} for name, yes in broken if self.when.get(name, yes) == yes)
        return (dict(self.never),)


class Graph(Entry):
    """Graph form: the states, and the moves of each party between them as pairs [from, to]."""

    states: Annotated[dict[Text, Text | None], BeforeValidator(_listed), AlsoWritten(_NAMES)] = Field(min_length=1)
    moves: dict[Text, tuple[tuple[Text, Text], ...]] = Field(min_length=1)


def patterns(case: Case, bits: Mapping[str, int]) -> list[tuple[int, int]]:
    """The impossible patterns of a case as (mask, taken)."""
    from paripassu.case.options import pattern_of

    found = (pattern_of(names, bits) for entry in case.impossible for names in entry.forbidden())
    return [pattern for pattern in found if pattern is not None]


def state_of(case: Case, options: Options, text: str | tuple[str, ...]) -> int:
    """The state a text means: a decimal, options taken, or `today` / `wished` of the case; in graph form its place.

    Raises
    ------
    ValueError
        With expected, got and the nearest known word as its arguments.
    """
    word = text if isinstance(text, str) else text[0] if len(text) == 1 else None
    if word in ("today", "wished") and word not in options.bits():
        named = case.today if word == "today" else case.wished
        if named is None:
            raise ValueError(f"a state (the case has no `{word}`)", f"`{word}`", None)
        text, word = named, named[0] if len(named) == 1 else None
    if case.graph is None:
        return options.state(text)
    keys = list(case.graph.states)
    if word not in keys:
        from paripassu.errors import nearest

        raise ValueError(f"a state of `graph` ({listed(keys)})", f"`{word}`", nearest(str(word), keys))
    return keys.index(word)


def check(case: Case, report: Report) -> None:
    """Known parties and options, each option owned once, some state feasible, today and wished among them."""
    if case.graph is not None:
        _check_graph(case, case.graph, report)
    for party in case.moves:
        known(report, ("moves", party), party, case.ids("parties"), "a party")
    sound = case.graph is not None or (bool(case.moves) and _check_options(case, report))
    if not sound:
        return
    from paripassu.case import merge, ranking, views
    from paripassu.case.options import Options, feasible_states

    options = Options.of(case)
    states = None
    if case.graph is None:
        states = feasible_states(len(options.every), patterns(case, options.bits()))
        if states is not None and not len(states):
            report(("impossible",), "patterns that leave some state feasible", "none feasible")
            return
    for key, named in (("today", case.today), ("wished", case.wished)):
        if named is not None:
            try:
                state = state_of(case, options, named)
            except ValueError as error:
                expected, got, near = error.args
                report((key,), expected, got, near)
                continue
            if states is not None and state not in states:
                report((key,), "a feasible state", f"{state} ({options.pattern(state)}), which `impossible` rules out")
    if not merge.check(case, options, states, report):
        return
    ranking.check(case, options, states, report)
    views.check(case, options, states, report)


def _check_options(case: Case, report: Report) -> bool:
    owners: dict[str, str] = {}
    sound = True
    places = [(party, name, move.place) for party, own in case.moves.items() for name, move in own.items()]
    for party, name, _ in places:
        if name in owners:
            report(("moves", party, name), "an option of one party only", f"`{name}`, which `{owners[name]}` has too")
            sound = False
        owners.setdefault(name, party)
    from paripassu.case.options import MOST_OPTIONS, Options

    if len(places) > MOST_OPTIONS:
        report(("moves",), f"at most {MOST_OPTIONS} options", str(len(places)))
        sound = False
    given = [place for *_, place in places if place is not None]
    if given and sorted(given) != list(range(len(places))):
        report(("moves",), f"`place` for every option, each of 0 to {len(places) - 1} once, or for none", str(given))
        sound = False
    bits = Options.of(case).bits()
    for number, entry in enumerate(case.impossible):
        for at, name in entry.named():
            sound &= known(report, ("impossible", number, *at), name, bits, "an option")
    return sound


def _check_graph(case: Case, graph: Graph, report: Report) -> None:
    for section in ("moves", "impossible"):
        if getattr(case, section):
            report((section,), f"`{section}` or `graph`", "both")
    for party, pairs in graph.moves.items():
        known(report, ("graph", "moves", party), party, case.ids("parties"), "a party")
        for number, pair in enumerate(pairs):
            for name in pair:
                known(report, ("graph", "moves", party, number), name, graph.states, "a state")
