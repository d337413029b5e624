"""What would hold: the states nobody would leave, the way from today to the wished one, and by which concept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from paripassu.case.case import Case
from paripassu.report import wording
from paripassu.report.charts import Chart
from paripassu.report.pictures.states import Arrow, State, states
from paripassu.report.section import Number, Picture, Section

if TYPE_CHECKING:
    from paripassu.stability import Stability

__all__ = ["hold", "states_and_moves"]

MOST_COLUMNS = 8
MOST_ROWS = 12
MOST_LISTED = 40
MOST_JUMPS = 3
MOST_PAIRED = 256
"""States up to which every pair is looked at for the page, to keep the wait short."""


def hold(case: Case, answer: Stability | None, shown: Sequence[str]) -> Section:
    """The equilibria in words, the graph of states and moves, and the table by concept.

    Parameters
    ----------
    case : Case
    answer : Stability or None
        None when the case has no moves or no ranking.
    shown : sequence of str
        The parties whose likes and dislikes may be shown; the ways to the wished state tell everybody's.
    """
    if answer is None:
        moves = ("moves",) if not (case.moves or case.graph) else ()
        return Section(id="hold", missing=(*moves, *(() if case.ranking else ("ranking",))) or ("ranking",))
    from paripassu.stability import words
    from paripassu.stability.kernels import CONCEPTS

    found = answer.conflict
    route = answer.route if set(shown) >= set(answer.decision_makers) else None
    rows: list[dict[str, Any]] = []
    if found is not None:
        for position in answer.holding()[:MOST_LISTED]:
            held = answer.concepts(position)
            rows.append(
                {
                    "state": words.state_words(found, position),
                    "marks": [concept in held for concept in CONCEPTS],
                    "here": position == _place(answer, "today"),
                    "wished": position == _place(answer, "wished"),
                }
            )
    facts = {
        "status": answer.status,
        "every": [row["state"] for row in rows if all(row["marks"])],
        "some": sum(not all(row["marks"]) for row in rows),
        "together": _together(answer, shown),
        "way": words.route_words(route) if route is not None else [],
        "today_holds": any(row["here"] for row in rows),
        "wished_holds": any(row["wished"] for row in rows),
        "can": None if route is None else route.moves.reachable,
        "gains": None if route is None else route.improvements.reachable,
        "against": [] if route is None else [case.name(party) for party in route.against],
        "rows": rows,
        "concepts": [(words.CONCEPT_NAMES[concept], words.MEANINGS[concept]) for concept in CONCEPTS],
        "illustrated": [case.name(party) for party in (found.illustrated if found is not None else ())],
        "today": _words(answer, "today"),
        "wished": _words(answer, "wished"),
        "movers": [case.name(party) for party in answer.decision_makers],
        "keyed": [(party, case.name(party)) for party in answer.decision_makers],
        "total": answer.states_total,
    }
    pictures = {}
    drawn = states_and_moves(case, answer, shown)
    narrow = states_and_moves(case, answer, shown, small=True)
    if drawn is not None:
        chart, facts["whole"], facts["drawn"] = drawn
        pictures["states"] = Picture(chart=chart, narrow=narrow[0] if narrow else None)
    first = None
    if answer.states_total:
        count = len(answer.holding())
        said = f"state{'s' if count != 1 else ''} would hold by some concept" if count else "of the states would hold"
        first = Number(value=f"{count:,}" if count else "none", words=said, invented=bool(facts["illustrated"]))
    return Section(id="hold", facts=facts, pictures=pictures, number=first)


def _together(answer: Stability, shown: Sequence[str]) -> list[str]:
    """Where a coalition would leave what nobody would leave alone; it tells every member's likes and dislikes."""
    found = answer.conflict
    if found is None or len(found.positions) > MOST_PAIRED or not set(shown) >= set(answer.decision_makers):
        return []
    from paripassu.stability import coalitions
    from paripassu.stability.joint_words import jump_words

    jumps = coalitions(found).jumps()
    said = [jump_words(found, *jump) for jump in jumps[:MOST_JUMPS]]
    left = len(jumps) - len(said)
    return [*said, *([f"{left:,} more in `paripassu stability --coalitions`."] if left else [])]


def states_and_moves(
    case: Case, answer: Stability, shown: Sequence[str] | None = None, *, small: bool = False
) -> tuple[Chart, bool, int] | None:
    """The graph of states and moves, whether it is whole, and how many states it shows; None when nothing can be drawn.

    One side's choices make the columns and the others' the rows, so a move of the first runs across and a move of
    another runs down. Of each one's gains only its best is drawn, and the way to the wished state.
    """
    from paripassu.stability.kernels import CONCEPTS
    from paripassu.stability.picture import picture
    from paripassu.stability.words import CONCEPT_NAMES

    found = answer.conflict
    drawn = picture(answer)
    if found is None or not drawn.nodes:
        return None
    places = _grid(case, answer, [node.id for node in drawn.nodes])
    if places is None:
        return None
    spots, columns, rows = places
    nodes = [
        State(
            id=node.label,
            label=str(node.id),
            column=spots[node.id][0],
            row=spots[node.id][1],
            holds="all" if len(node.concepts) == len(CONCEPTS) else "some" if node.concepts else "",
            mark=" and ".join(word for word, true in (("today", node.today), ("wished", node.wished)) if true),
            told=f"would hold by {wording.listed(CONCEPT_NAMES[one] for one in node.concepts)}"
            if node.concepts
            else "somebody would leave",
        )
        for node in drawn.nodes
    ]  # fmt: skip
    names = {node.id: node.label for node in drawn.nodes}
    best = _best_gains(answer, drawn.arrows)
    arrows = [
        Arrow(start=names[arrow.start], end=names[arrow.end], party=arrow.mover, strong=arrow.on_route)
        for arrow in drawn.arrows
        if arrow.on_route or (arrow in best and (shown is None or arrow.mover in shown))
    ]
    movers = {party: case.parties[party].short or case.name(party) for party in case.parties}
    return states(nodes, arrows, movers, columns=columns, rows=rows, small=small), drawn.whole, len(nodes)


def _best_gains(answer: Stability, arrows: Sequence[Any]) -> set[Any]:
    """From each state and for each decision maker the move it gains most by, of those drawn."""
    found = answer.conflict
    best: dict[tuple[Any, str], tuple[int, Any]] = {}
    for arrow in arrows:
        if found is not None and arrow.improvement:
            rank = int(found.graph.ranks[found.movers.index(arrow.mover)][found.position(str(arrow.end))])
            key = (arrow.start, arrow.mover)
            if key not in best or rank > best[key][0]:
                best[key] = (rank, arrow)
    return {arrow for _, arrow in best.values()}


def _grid(
    case: Case, answer: Stability, ids: Sequence[int | str]
) -> tuple[dict[int | str, tuple[int, int]], list[str], list[str]] | None:
    """Where each state stands, and the words for the columns and rows."""
    found = answer.conflict
    if found is None:
        return None
    if case.graph is not None:
        wide = min(len(ids), 4)
        return {one: (at % wide, at // wide) for at, one in enumerate(ids)}, [], []
    first = answer.decision_makers[0]
    across, down = [], []
    for one in ids:
        taken = set(found.taken(found.position(str(one))))
        across.append(tuple(o.name for o in answer.options if o.owner == first and o.name in taken))
        down.append(tuple(o.name for o in answer.options if o.owner != first and o.name in taken))
    columns = sorted(set(across), key=lambda taken: (len(taken), taken))
    rows = sorted(set(down), key=lambda taken: (len(taken), taken))
    if len(columns) > MOST_COLUMNS or len(rows) > MOST_ROWS:
        return None
    spots = {one: (columns.index(a), rows.index(d)) for one, a, d in zip(ids, across, down, strict=True)}

    def said(taken: tuple[str, ...]) -> str:
        return "\n".join(taken) or "nothing"

    return spots, [said(taken) for taken in columns], [said(taken) for taken in rows]


def _place(answer: Stability, which: str) -> int | None:
    found = answer.conflict
    if found is None:
        return None
    named = found.case.today if which == "today" else found.case.wished
    return None if named is None else found.position(which)


def _words(answer: Stability, which: str) -> str | None:
    from paripassu.stability.words import state_words

    place = _place(answer, which)
    return None if place is None or answer.conflict is None else state_words(answer.conflict, place)
