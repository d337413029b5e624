"""Which states a party likes better: every state best first, or statements in order of priority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import GetJsonSchemaHandler, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from paripassu.case.merge import representatives
from paripassu.case.references import Report, known
from paripassu.case.statements import StatementError, parse
from paripassu.case.types import Basis, Day, Entry, Text, wrong

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from paripassu.case.case import Case
    from paripassu.case.options import Options

__all__ = ["Ranking", "check", "ranks"]

_MOST_SAID = 5


class Ranking(Entry):
    """A party's ranking: `order` holds states best first with ties in brackets, or statements by priority.

    Statement i of k (from 0) weighs 2^(k-1-i), so an earlier one outweighs all later ones together.
    """

    basis: Basis | None = None
    as_of: Day | None = None
    order: tuple[Text | tuple[Text, ...], ...]
    _bare: bool = PrivateAttr(default=False)

    @model_validator(mode="wrap")
    @classmethod
    def _short(cls, value: Any, handler: Any) -> Any:
        bare = isinstance(value, (list, tuple))
        made = handler({"order": value} if bare else value)
        if not made.order:
            raise _empty()
        made._bare = bare
        return made

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The long form, or the bare list."""
        word = {"type": ["string", "number"]}
        return {
            "anyOf": [handler(core), {"type": "array", "items": {"anyOf": [word, {"type": "array", "items": word}]}}]
        }

    def path(self, party: str, *rest: int) -> tuple[str | int, ...]:
        """Where a place of the order stands in the file."""
        return ("ranking", party, *(() if self._bare else ("order",)), *rest)

    def lists_states(self, graph: bool) -> bool:
        """Whether the order lists states (rather than statements)."""
        return graph or any(isinstance(item, tuple) or _decimal(item) for item in self.order)

    def groups(self) -> list[tuple[str, ...]]:
        """The order as groups of equally liked states, best first."""
        return [item if isinstance(item, tuple) else (item,) for item in self.order]


def _empty() -> PydanticCustomError:
    return wrong("states best first, or statements in order of priority", "an empty list")


def _decimal(text: str) -> bool:
    return text.strip().isascii() and text.strip().isdigit() and len(text) < 100


def ranks(case: Case, party: str, options: Options, states: NDArray[np.int64]) -> NDArray[np.int32]:
    """How much a party likes each state: dense ranks from 0, more is better. The case is taken to be checked.

    Parameters
    ----------
    states : (size,) int64
        Feasible decimals, rising; in graph form 0..size-1.
    """
    import numpy as np

    ranking = case.ranking[party]
    keys = list(case.graph.states) if case.graph else None
    if ranking.lists_states(keys is not None):
        places = {key: place for place, key in enumerate(keys)} if keys else None
        groups = ranking.groups()
        flat = np.array([places[name] if places else int(name) for group in groups for name in group], np.int64)
        levels = np.repeat(np.arange(len(groups))[::-1], [len(group) for group in groups])
        out = np.full(len(states), -1, np.int32)
        out[np.searchsorted(states, flat)] = levels
        if case.merge:
            # Of states taken as one, a single mention ranks all.
            _, one = np.unique(representatives(case, options, states), return_inverse=True)
            best = np.full(len(states), -1, np.int32)
            np.maximum.at(best, one.reshape(-1), out)
            out = best[one.reshape(-1)]
        return out
    bits = options.bits()
    score = np.zeros(len(states), np.int64)
    for place, item in enumerate(ranking.order):
        score = score * 2 + parse(str(item), bits).holds(states)
        if place % 30 == 29:
            # Only the order counts, so long lists are squeezed before they overflow.
            score = _dense(score)
    return _dense(score).astype(np.int32)


def _dense(score: NDArray[np.int64]) -> NDArray[np.int64]:
    """Scores (at least 0) as 0, 1, 2, ... in the same order."""
    import numpy as np

    top = int(score.max()) + 1
    if top > max(4 * len(score), 1 << 16):
        return np.unique(score, return_inverse=True)[1].reshape(-1).astype(np.int64)
    there = np.zeros(top, dtype=np.int64)
    there[score] = 1
    return np.asarray((np.cumsum(there) - 1)[score])


def check(case: Case, options: Options, states: NDArray[np.int64] | None, report: Report) -> None:
    """Rankings of parties that can move; every feasible state once; every statement readable."""
    movers = case.graph.moves if case.graph else case.moves
    for party, ranking in case.ranking.items():
        if not known(report, ("ranking", party), party, movers, "a party with moves"):
            continue
        if ranking.lists_states(case.graph is not None):
            _check_states(case, party, ranking, options, states, report)
            continue
        for number, item in enumerate(ranking.order):
            try:
                parse(str(item), options.bits())
            except StatementError as error:
                at = f"{error.expected} at character {error.at} of `{item}`"
                report(ranking.path(party, number), at, error.got, error.near)
                break
        else:
            _check_one(case, party, options, states, report)


def _check_one(case: Case, party: str, options: Options, states: NDArray[np.int64] | None, report: Report) -> None:
    """States taken as one are liked equally."""
    if not case.merge or states is None:
        return
    import numpy as np

    one = representatives(case, options, states)
    liking = ranks(case, party, options, states)
    apart = np.flatnonzero(liking != liking[np.searchsorted(states, one)])
    if len(apart):
        first, second = str(one[apart[0]]), str(states[apart[0]])
        pair = f"{_said(case, options, first)} and {_said(case, options, second)} apart"
        report(case.ranking[party].path(party), "states that `merge` takes as one to be liked equally", pair)


def _check_states(
    case: Case,
    party: str,
    ranking: Ranking,
    options: Options,
    states: NDArray[np.int64] | None,
    report: Report,
) -> None:
    if case.graph is None and states is None:
        report(ranking.path(party), "statements (there are too many states to list)", "a list of states")
        return
    keys = list(case.graph.states) if case.graph else [str(state) for state in (() if states is None else states)]
    feasible, seen, sound = set(keys), set[str](), True
    one = _ones(case, options, states)
    ranked: dict[str, int] = {}
    for number, group in enumerate(ranking.groups()):
        for name in group:
            word = str(int(name)) if case.graph is None and _decimal(name) else name
            if word not in feasible:
                sound = False
                report(ranking.path(party, number), *_not_a_state(case, options, word))
            elif word in seen:
                report(ranking.path(party, number), "each state once", f"{_said(case, options, word)} again")
            elif ranked.setdefault(one.get(word, word), number) != number:
                pair = f"{_said(case, options, word)} apart from {_said(case, options, one[word])}"
                report(ranking.path(party, number), "states that `merge` takes as one to be liked equally", pair)
            seen.add(word)
    missing = [key for key in keys if one.get(key, key) not in ranked]
    if missing and sound:
        some = ", ".join(_said(case, options, key) for key in missing[:_MOST_SAID])
        more = f" and {len(missing) - _MOST_SAID} more" if len(missing) > _MOST_SAID else ""
        report(ranking.path(party), f"all {len(keys)} feasible states", f"none of {some}{more}")


def _ones(case: Case, options: Options, states: NDArray[np.int64] | None) -> dict[str, str]:
    if not case.merge or states is None:
        return {}
    names = map(str, representatives(case, options, states).tolist())
    return dict(zip(map(str, states.tolist()), names, strict=True))


def _not_a_state(case: Case, options: Options, word: str) -> tuple[str, str]:
    if case.graph is not None:
        return "a state of `graph`", f"`{word}`"
    if not _decimal(word):
        return "a decimal state (states and statements do not mix)", f"`{word}`"
    if int(word) >> len(options.every):
        return f"a state from 0 to {(1 << len(options.every)) - 1}", f"`{word}`"
    return "a feasible state", f"{_said(case, options, word)}, which `impossible` rules out"


def _said(case: Case, options: Options, word: str) -> str:
    return f"`{word}`" if case.graph is not None else f"{word} ({options.pattern(int(word))})"
