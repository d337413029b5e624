"""A case as a conflict: who can move, the states, how much each likes them, and the graph of moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import and_

import numpy as np
from numpy.typing import NDArray

from paripassu.case.case import Case
from paripassu.case.merge import representatives
from paripassu.case.moves import patterns, state_of
from paripassu.case.options import Options, feasible_states
from paripassu.case.ranking import ranks
from paripassu.errors import CaseError, CommandError, Problem
from paripassu.stability.cube import Cube
from paripassu.stability.edges import Edges, option_pairs
from paripassu.stability.graph import Graph, Ids, Place, Ranks

__all__ = ["Conflict", "conflict"]

_MOST_PAIRS = 50_000_000
_LARGEST_CUBE = 22
_SPARSE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """The conflict of a case. Within it states are handled by their position in the graph, a `Place`.

    Whoever asks (`explain`, `inverse`, `route_between`, `improvements_by`) may name a state as it is shown: by its
    decimal, by the options taken, or as `today` or `wished`.

    Attributes
    ----------
    case : Case
    movers : tuple of str
        Party ids of the decision makers, in the order of the file.
    options : Options
        Empty in graph form.
    graph : Graph
    positions : (states,) intp
        Where each feasible state stands in the graph, by rising decimal.
    ids : (states,) int64
        The decimal of each feasible state; in graph form its place in the file. Of states taken as one, the least.
    merged : mapping of id to tuple of int
        The decimals that a state stands for, where there are several.
    """

    case: Case
    movers: tuple[str, ...]
    options: Options
    graph: Graph
    positions: NDArray[np.intp]
    ids: Ids
    merged: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def illustrated(self) -> tuple[str, ...]:
        """Decision makers whose ranking is invented for illustration."""
        return tuple(party for party in self.movers if self.case.ranking[party].basis == "illustration")

    def id(self, position: int) -> int | str:
        """The state's decimal; in graph form its name in the file (a number when it is one)."""
        place = int(np.searchsorted(self.positions, position))
        if self.case.graph is None:
            return int(self.ids[place])
        key = list(self.case.graph.states)[place]
        return int(key) if key.isascii() and key.isdigit() and str(int(key)) == key else key

    def pattern(self, position: int) -> str | None:
        """Y or N for every option (- where states taken as one differ); in graph form the state's title, if any."""
        if self.case.graph is None:
            state = int(self.ids[np.searchsorted(self.positions, position)])
            every = [self.options.pattern(one) for one in self.merged.get(state, (state,))]
            return "".join(marks[0] if len(set(marks)) == 1 else "-" for marks in zip(*every, strict=True))
        return list(self.case.graph.states.values())[position]

    def taken(self, position: int) -> tuple[str, ...]:
        """The options taken in a state."""
        if self.case.graph is not None:
            return ()
        state = int(self.ids[np.searchsorted(self.positions, position)])
        # Of states taken as one, what is taken in all of them.
        return self.options.taken(reduce(and_, self.merged.get(state, (state,))))

    def position(self, text: int | str | tuple[str, ...], *, named: str = "STATE") -> Place:
        """The position of a state given as a decimal, as the options taken, or as `today` or `wished`.

        A number is the decimal that rows and JSON show (in graph form the state's own number), unless it is a `Place`
        already: that is left as it is. ``named`` is what an error calls it.

        Raises
        ------
        CommandError
            When the text means no feasible state.
        """
        if isinstance(text, Place):
            return text
        if isinstance(text, (int, np.integer)):
            text = str(int(text))
        said = text if isinstance(text, str) else ", ".join(text)
        try:
            state = state_of(self.case, self.options, text)
        except ValueError as error:
            expected, got, near = error.args
            hint = f" Did you mean `{near}`?" if near else ""
            raise CommandError(f"{named}: expected {expected}, got {got}.{hint}") from None
        state = next((one for one, members in self.merged.items() if state in members), state)
        place = int(np.searchsorted(self.ids, state))
        if place == len(self.ids) or self.ids[place] != state:
            raise CommandError(f"{named}: expected a feasible state, got `{said}`, which `impossible` rules out.")
        return Place(self.positions[place])

    def all_states(self) -> Ids:
        """Every feasible decimal, those taken as one included, rising."""
        more = [state for members in self.merged.values() for state in members]
        return np.union1d(self.ids, np.array(more, dtype=np.int64))

    def with_ranks(self, ranks: Ranks) -> Conflict:
        """The same states and moves, liked otherwise; ranks are (movers, positions) as in the graph."""
        return replace(self, graph=self.graph.with_ranks(ranks))

    def mover(self, party: int | str, *, named: str = "DM") -> int:
        """The number of a decision maker, which may be given by that number too; ``named`` is what an error calls it.

        Raises
        ------
        CommandError
            When the party has no moves.
        """
        from paripassu.errors import nearest

        if isinstance(party, int) and 0 <= party < len(self.movers):
            return party
        if party not in self.movers:
            near = nearest(str(party), self.movers)
            hint = f" Did you mean `{near}`?" if near else ""
            raise CommandError(f"{named}: expected one of {', '.join(self.movers)}, got `{party}`.{hint}")
        return self.movers.index(party)


def conflict(case: Case) -> Conflict | None:
    """The conflict of a case, or None when it has more states or moves than can be listed.

    Raises
    ------
    CaseError
        When there is neither `moves` nor `graph`, or a decision maker without a ranking.
    """
    if case.graph is None:
        case.require("moves", "ranking")
    movers = tuple(case.graph.moves if case.graph else case.moves)
    file = case.called
    missing = [
        Problem(file, None, f"ranking.{party}", "a ranking for every party with moves", "none")
        for party in movers
        if party not in case.ranking
    ]
    if missing:
        raise CaseError(missing)
    options = Options.of(case)
    states = (
        np.arange(len(case.graph.states), dtype=np.int64)
        if case.graph
        else feasible_states(len(options.every), patterns(case, options.bits()))
    )
    if states is None:
        return None
    liking = np.stack([ranks(case, party, options, states) for party in movers])
    if case.merge:
        return _merged(case, options, movers, states, liking)
    graph = _listed(case, liking) if case.graph else _options(options, movers, states, liking)
    if graph is None:
        return None
    whole = graph.size == len(states)
    positions = np.arange(len(states), dtype=np.intp) if whole else states.astype(np.intp)
    return Conflict(case=case, movers=movers, options=options, graph=graph, positions=positions, ids=states)


def _merged(case: Case, options: Options, movers: tuple[str, ...], states: Ids, liking: Ranks) -> Conflict | None:
    """The conflict with states that cannot be told apart taken as one; a move of any is a move of the one."""
    ones = representatives(case, options, states)
    ids, first, one = np.unique(ones, return_index=True, return_inverse=True)
    pairs = [option_pairs(states, options.own(party), _MOST_PAIRS // len(movers)) for party in movers]
    listed = [(one[pair[0]], one[pair[1]]) for pair in pairs if pair is not None]
    if len(listed) < len(pairs):
        return None
    # Through a state that stands for several, two moves of one party in a row need not be one move.
    graph = Edges(listed, np.ascontiguousarray(liking[:, first]))
    members = {
        int(name): tuple(states[ones == name].tolist())
        for name, count in zip(*np.unique(ones, return_counts=True), strict=True)
        if count > 1
    }
    positions = np.arange(len(ids), dtype=np.intp)
    return Conflict(
        case=case, movers=movers, options=options, graph=graph, positions=positions, ids=ids, merged=members
    )


def _listed(case: Case, liking: Ranks) -> Graph:
    assert case.graph is not None
    places = {key: place for place, key in enumerate(case.graph.states)}
    moves = []
    for pairs in case.graph.moves.values():
        ends = np.array([[places[a], places[b]] for a, b in pairs], dtype=np.intp).reshape(-1, 2)
        moves.append((ends[:, 0], ends[:, 1]))
    return Edges(moves, liking)


def _options(options: Options, movers: tuple[str, ...], states: Ids, liking: Ranks) -> Graph | None:
    count = len(options.every)
    own = [options.own(party) for party in movers]
    if count > _LARGEST_CUBE or (1 << count) > _SPARSE * len(states):
        pairs = [option_pairs(states, mine, _MOST_PAIRS // len(movers)) for mine in own]
        listed = [pair for pair in pairs if pair is not None]
        if len(listed) == len(pairs):
            return Edges(listed, liking, transitive=True)
        if count > _LARGEST_CUBE:
            return None
    if len(states) == 1 << count:
        return Cube(own, liking)
    full = np.full((len(movers), 1 << count), -1, dtype=np.int32)
    full[:, states] = liking
    return Cube(own, full)
