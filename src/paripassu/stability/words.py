"""Stability in plain sentences and tables, for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from paripassu.stability.answer import Stability
from paripassu.stability.conflict import Conflict
from paripassu.stability.explanation import Explanation, Verdict
from paripassu.stability.kernels import CONCEPTS
from paripassu.stability.paths import Path
from paripassu.stability.route import Route, Ways, change

__all__ = [
    "CONCEPT_NAMES",
    "MEANINGS",
    "both",
    "equilibria_table",
    "explanation_words",
    "legend",
    "route_words",
    "state_words",
    "summary",
]

CONCEPT_NAMES = {"nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ", "sseq": "SSEQ"}
MEANINGS = {
    "nash": "no one can gain by moving",
    "gmr": "whatever one gains, the others could take away",
    "smr": "whatever one gains, the others could take away, and it could not escape",
    "seq": "whatever one gains, the others would take away by moves they gain from themselves",
    "sseq": "whatever one gains, the others would take away by moves they gain from, and it could not escape",
}
"""What it means that everyone stays, by concept."""
_MOST_SAID = 6


def state_words(conflict: Conflict, position: int) -> str:
    """A state by the options taken and its number: `tests, drills (3)`.

    Examples
    --------
    >>> from paripassu.case import Case
    >>> from paripassu.stability.conflict import conflict
    >>> case = Case.from_dict({"parties": ["a"], "moves": {"a": ["stop", "talk"]}, "ranking": {"a": ["talk"]}})
    >>> state_words(conflict(case), 2), state_words(conflict(case), 0)
    ('talk (2)', 'nothing taken (0)')
    """
    name = conflict.id(position)
    if conflict.case.graph is not None:
        title = conflict.pattern(position)
        return f"{title} ({name})" if title and title != name else str(name)
    return f"{', '.join(conflict.taken(position)) or 'nothing taken'} ({name})"


def summary(result: Stability) -> list[str]:
    """The answer in two to four sentences."""
    found = result.conflict
    if found is None:
        return ["There are more states than can be listed: rule some out under `impossible`, or drop options."]
    total = result.states_total or 0
    sentences = []
    if found.illustrated:
        who = both([found.case.name(party) for party in found.illustrated])
        sentences.append(f"The ranking of {who} is an illustration.")
    level = [party for party, ranks in zip(found.movers, found.graph.ranks, strict=True) if ranks.max() == 0]
    if level and total > 1:
        sentences.append(f"Nothing is said of what {both(_names(found, level))} would rather have.")
    every = [position for position in result.holding() if len(result.concepts(position)) == len(CONCEPTS)]
    some = [position for position in result.holding() if len(result.concepts(position)) < len(CONCEPTS)]
    if every:
        sentences.append(
            f"{_count(len(every), total)} would hold by every concept, as no one can gain by moving: "
            f"{_states(found, every)}."
        )
    else:
        sentences.append(f"In each of the {total:,} states someone can gain by moving.")
    if some:
        more = f"{len(some):,} more" if every else _count(len(some), total)
        sentences.append(
            f"{more} would hold only because of how the others could answer a move: "
            + "; ".join(
                f"{state_words(found, position)} by {both([CONCEPT_NAMES[one] for one in result.concepts(position)])}"
                for position in some[:_MOST_SAID]
            )
            + _others(len(some) - _MOST_SAID)
            + "."
        )
    if result.status == "nothing stable":
        sentences.append("No answer of the others keeps everyone in any state: nothing is stable.")
    if result.route is not None:
        sentences += route_words(result.route, result)
    return sentences


def equilibria_table(result: Stability, most: int = 40) -> tuple[list[str], list[list[str]]]:
    """Heads and rows: each state that would hold by some concept, and by which; the strongest first."""
    rows = []
    if result.conflict is not None:
        for position in result.holding()[:most]:
            held = result.concepts(position)
            marks = ["yes" if concept in held else "" for concept in CONCEPTS]
            rows.append([str(result.conflict.id(position)), _what(result.conflict, position), *marks])
    return ["state", "what is taken", *CONCEPT_NAMES.values()], rows


def legend(result: Stability) -> list[str]:
    """Each option: whose it is, what it means where the case says so, and whether it goes one way only."""
    if result.conflict is None:
        return []
    case = result.conflict.case
    ways = {"both": "", "fwd": ", and it stays taken", "back": ", and once given up it cannot be taken again"}
    return [
        f"{option.name}: {case.name(option.owner)}"
        + (f" {name}" if (name := case.moves[option.owner][option.name].name) else "")
        + ways[option.direction]
        for option in result.options
    ]


def route_words(route: Route, result: Stability | None = None) -> list[str]:
    """Whether one state can be reached from another, by whom, and against whose interest."""
    found = route.conflict
    start, end = state_words(found, route.start), state_words(found, route.end)
    if route.start == route.end:
        return [f"{_first(start)} is where things stand already."]
    if not route.moves.reachable:
        return [f"{_first(end)} cannot be reached from {start} by any sequence of moves."]
    sentences = [f"From {start}, {end} can be reached in {_moves(route.moves)}: {path_words(found, _first_of(route))}."]
    if route.must_move:
        sentences.append(
            f"It cannot be reached unless {both(_names(found, route.must_move))} moves.".replace(
                " moves.", " move." if len(route.must_move) > 1 else " moves."
            )
        )
    if route.improvements.reachable:
        longer = route.improvements.length != route.moves.length
        extra = f" in {_moves(route.improvements)}: {path_words(found, route.improvements.paths[0])}" if longer else ""
        sentences.append(f"Each can gain by its own move all the way{extra}.")
    else:
        against = f", and on every shortest way {both(_names(found, route.against))} would lose by its own move"
        sentences.append(f"There is no way on which each gains by its own move{against if route.against else ''}.")
    worse = [found.case.name(party) for party, how in route.outcome.items() if how == "worse"]
    gainers = [found.case.name(party) for party in route.must_move if route.outcome[party] == "better"]
    if len(gainers) > 1 and len(gainers) == len(route.must_move) and not route.improvements.reachable:
        sentences.append(
            f"Yet {both(gainers)} would each be better off there than at the start, if they moved together."
        )
    if worse:
        sentences.append(f"In the end {both(worse)} would be worse off than at the start.")
    if result is not None:
        held = result.concepts(route.end)
        sentences.append(
            f"Once there, it would hold by {both([CONCEPT_NAMES[one] for one in held])}."
            if held
            else "Once there, it would not hold by any concept."
        )
    return sentences


def path_words(conflict: Conflict, path: Path) -> str:
    """A path as `us takes drills (worse for it), then dprk gives up tests`."""
    return ", then ".join(
        f"{conflict.case.name(conflict.movers[hop.mover])} {_change(conflict, hop.start, hop.end)}"
        + {"better": "", "as good": " (no gain for it)", "worse": " (worse for it)"}[
            change(conflict, hop.mover, hop.start, hop.end)
        ]
        for hop in path
    )


def explanation_words(explanation: Explanation) -> list[str]:
    """Why a decision maker would or would not stay: a line a concept, and below it one a gain and its answer."""
    found = explanation.conflict
    who = found.case.name(found.movers[explanation.mover])
    lines = [f"{who} in {state_words(found, explanation.state)}:"]
    if found.movers[explanation.mover] in found.illustrated:
        lines.append(f"The ranking of {who} is an illustration.")
    if not explanation.improvements:
        lines.append(f"{who} has no move to a state it likes better, so it stays by every concept.")
        return lines
    for verdict in explanation.verdicts:
        lines += _verdict(explanation, verdict, who)
    return lines


def _verdict(explanation: Explanation, verdict: Verdict, who: str) -> list[str]:
    found, start = explanation.conflict, explanation.state
    name = CONCEPT_NAMES[verdict.concept]
    shown = verdict.replies[:_MOST_SAID]
    left = explanation.improvements - len(shown)
    if verdict.concept == "nash":
        gains = [f"  it {_change(found, start, one.improvement)}" for one in shown]
        more = [f"  ... and {left:,} more"] if left > 0 else []
        return [f"{name}: {who} moves, as it gains if", *gains, *more]
    if not verdict.stable:
        reply = shown[0]
        answers = (
            "no answer that the others gain from" if verdict.concept in ("seq", "sseq") else "no answer of the others"
        )
        # In graph form the change itself names the state.
        end = f", to {state_words(found, reply.improvement)}" if found.case.graph is None else ""
        away = " for good" if verdict.concept in ("smr", "sseq") else ""
        return [
            f"{name}: {who} moves: it {_change(found, start, reply.improvement)}{end}, and {answers} "
            f"takes the gain away{away}."
        ]
    out = ", with no way out" if verdict.concept in ("smr", "sseq") else ""
    said = [
        f"  if it {_change(found, start, reply.improvement)}, then {path_words(found, reply.answer)}, which leaves "
        f"it at {state_words(found, reply.answer[-1].end)}, no better off than before{out}"
        for reply in shown
        if reply.answer
    ]
    more = [f"  ... and so for {left:,} more"] if left > 0 else []
    return [f"{name}: {who} stays, as each gain can be answered:", *said, *more]


def _change(conflict: Conflict, start: int, end: int) -> str:
    before, after = set(conflict.taken(start)), set(conflict.taken(end))
    if conflict.case.graph is not None:
        return f"moves to {state_words(conflict, end)}"
    taken = [option.name for option in conflict.options.every if option.name in after - before]
    given = [option.name for option in conflict.options.every if option.name in before - after]
    parts = [f"takes {both(taken)}"] * bool(taken) + [f"gives up {both(given)}"] * bool(given)
    return " and ".join(parts)


def _what(conflict: Conflict, position: int) -> str:
    if conflict.case.graph is not None:
        return conflict.pattern(position) or str(conflict.id(position))
    return ", ".join(conflict.taken(position)) or "nothing"


def _first_of(route: Route) -> Path:
    # Among equally short ways the one with most gains reads best.
    found = route.conflict
    return max(
        route.improvements.paths if route.improvements.length == route.moves.length else route.moves.paths,
        key=lambda path: sum(change(found, hop.mover, hop.start, hop.end) == "better" for hop in path),
    )


def _states(conflict: Conflict, positions: Sequence[int]) -> str:
    said = "; ".join(state_words(conflict, position) for position in positions[:_MOST_SAID])
    return said + _others(len(positions) - _MOST_SAID)


def _others(left: int) -> str:
    return f"; and {left:,} other{'s' if left > 1 else ''}" if left > 0 else ""


def _names(conflict: Conflict, parties: Iterable[str]) -> list[str]:
    return [conflict.case.name(party) for party in parties]


def _count(count: int, total: int) -> str:
    return f"{count:,} of the {total:,} states"


def _moves(ways: Ways) -> str:
    return "one move" if ways.length == 1 else f"{ways.length} moves"


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]


def both(words: Sequence[str]) -> str:
    """Words as a list in a sentence: `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
