"""The states and moves to draw: all of a small conflict, else what would hold and the ways from today."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from paripassu.stability.answer import Stability
from paripassu.stability.graph import Place
from paripassu.stability.words import state_words

__all__ = ["Arrow", "Node", "Picture", "picture"]

ALL_UP_TO = 16
"""A conflict of at most so many states is drawn whole."""


@dataclass(frozen=True, slots=True)
class Node:
    """A state: its id, its words, the concepts by which it is an equilibrium, and its part in the story."""

    id: int | str
    label: str
    concepts: tuple[str, ...]
    today: bool
    wished: bool


@dataclass(frozen=True, slots=True)
class Arrow:
    """A move between two drawn states: whose, whether it gains by it, whether it is on a shown way to the wish."""

    mover: str
    start: int | str
    end: int | str
    improvement: bool
    on_route: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """What to draw. ``whole`` says whether every state is there."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    whole: bool


def picture(result: Stability, *, most: int = 24) -> Picture:
    """The graph of states and moves.

    Parameters
    ----------
    result : Stability
    most : int
        The most equilibria drawn when the conflict is too large to be drawn whole.

    Returns
    -------
    Picture
        Empty when the conflict could not be listed.
    """
    found, route = result.conflict, result.route
    if found is None:
        return Picture((), (), True)
    paths = [] if route is None else [*route.moves.paths[:1], *route.improvements.paths[:1]]
    whole = len(found.positions) <= ALL_UP_TO
    chosen = set(found.positions.tolist() if whole else result.holding()[:most])
    chosen |= {place for path in paths for hop in path for place in (hop.start, hop.end)}
    ends: dict[str, int | None] = {
        "today": None if route is None else route.start,
        "wished": None if route is None else route.end,
    }
    for key, text in (("today", found.case.today), ("wished", found.case.wished)):
        if text is not None and ends[key] is None:
            ends[key] = found.position(key)
    chosen |= {place for place in ends.values() if place is not None}
    shown = sorted(chosen)
    nodes = tuple(
        Node(
            found.id(place),
            state_words(found, place),
            result.concepts(Place(place)),
            place == ends["today"],
            place == ends["wished"],
        )
        for place in shown
    )
    on_route = {(hop.mover, hop.start, hop.end) for path in paths for hop in path}
    arrows = tuple(
        Arrow(
            party,
            found.id(start),
            found.id(end),
            bool(found.graph.ranks[mover][end] > found.graph.ranks[mover][start]),
            (mover, start, end) in on_route,
        )
        for start in shown
        for mover, party in enumerate(found.movers)
        for end in np.intersect1d(found.graph.targets(mover, start), shown).tolist()
    )
    return Picture(nodes, arrows, whole)
