"""What if an option could not be taken back, a third party offered a guarantee, or somebody liked things otherwise?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from paripassu.case.case import Case
from paripassu.case.load import parse_yaml, read_bytes
from paripassu.case.moves import patterns
from paripassu.case.options import Options, feasible_states
from paripassu.engine.answer import Answer
from paripassu.errors import CaseError, CommandError, Problem, nearest
from paripassu.stability.answer import Stability, analyse
from paripassu.stability.kernels import CONCEPTS

__all__ = ["WhatIf", "read_change", "what_if"]

_KEYS = ("moves", "impossible", "merge", "ranking", "today", "wished")


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf(Answer):
    """The answer before and after a change. States keep their numbers; options added have the highest bits."""

    before: Stability
    after: Stability

    def gained(self, concept: str) -> list[int | str]:
        """States that hold after the change and did not before (or were not there)."""
        old = set(self.before.ids(self.before.equilibria[concept]))
        return [one for one in self.after.ids(self.after.equilibria[concept]) if one not in old]

    def lost(self, concept: str) -> list[int | str]:
        """States that held before the change and do not after (or are no longer there)."""
        new = set(self.after.ids(self.after.equilibria[concept]))
        return [one for one in self.before.ids(self.before.equilibria[concept]) if one not in new]

    def wished(self, answer: Stability) -> tuple[str, ...] | None:
        """By which concepts the wished state holds; None when none is named."""
        found = answer.conflict
        if found is None or found.case.wished is None:
            return None
        return answer.concepts(found.position("wished"))

    def summary(self) -> str:
        """What changes, a line each."""
        from paripassu.stability.change_words import change_words

        return "\n".join(change_words(self))

    def rows(self) -> list[dict[str, Any]]:
        """One row for each state that begins or ceases to hold by a concept."""
        return [
            {"state": one, "concept": concept, "holds": holds}
            for concept in CONCEPTS
            for holds, states in ((True, self.gained(concept)), (False, self.lost(concept)))
            for one in states
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""

        def side(answer: Stability) -> dict[str, Any]:
            whole, wished = answer.to_dict(), self.wished(answer)
            keys = ("status", "decision_makers", "options", "states_total", "equilibria")
            return {key: whole[key] for key in keys} | {"wished_holds_by": None if wished is None else list(wished)}

        return {
            "before": side(self.before),
            "after": side(self.after),
            "gained": {concept: self.gained(concept) for concept in CONCEPTS},
            "lost": {concept: self.lost(concept) for concept in CONCEPTS},
        }


def what_if(
    case: Case,
    *,
    moves: Mapping[str, Mapping[str, Any]] | None = None,
    impossible: Sequence[Mapping[str, Any]] = (),
    merge: Sequence[Mapping[str, Any]] = (),
    ranking: Mapping[str, Any] | None = None,
    today: Any = None,
    wished: Any = None,
    one_way: Sequence[str] = (),
) -> WhatIf:
    """The equilibria before and after a change.

    Parameters
    ----------
    case : Case
        With `moves`, not in graph form.
    moves : mapping of party to options, optional
        Options to add, or to write anew: `{"rok": {"escrow": {"irreversible": "true"}}}`.
    impossible, merge : sequence of patterns
        In addition to those of the case: states that cannot be, and states taken as one.
    ranking : mapping of party to ranking, optional
        Replaces that party's. Without one a party minds an added option not at all.
    today, wished : optional
        Replace the case's.
    one_way : sequence of str
        Options that could no longer be given up once taken.

    Raises
    ------
    CaseError
        When the changed case cannot be, by its places.
    CommandError
        When the case is in graph form, or an option of `one_way` is unknown.

    Examples
    --------
    >>> case = Case.from_dict({
    ...     "parties": ["a", "b"], "moves": {"a": ["x"], "b": ["y"]},
    ...     "ranking": {"a": ["y", "not x"], "b": ["x", "not y"]},
    ... })
    >>> changed = what_if(case, one_way=["x", "y"])
    >>> changed.gained("nash"), changed.lost("nash")
    ([1, 2, 3], [])
    """
    if case.graph is not None:
        raise CommandError("what if: needs `moves`; in graph form change the case itself.")
    case.require("moves", "ranking")
    options = Options.of(case)
    known = {option.name: option for option in options.every}
    changed: dict[str, dict[str, Any]] = {party: {} for party in case.moves}
    for bit, option in enumerate(options.every):
        written = case.moves[option.owner][option.name]
        changed[option.owner][option.name] = {
            "name": written.name,
            "place": str(bit),
            "irreversible": str(written.irreversible).lower(),
            "only": written.only,
        }
    for name in one_way:
        if name not in known:
            near = nearest(name, known)
            hint = f" Did you mean `{near}`?" if near else ""
            raise CommandError(f"what if: expected an option ({', '.join(known)}), got `{name}`.{hint}")
        changed[known[name].owner][name] |= {"irreversible": "true", "only": None}
    count = len(options.every)
    for party, own in (moves or {}).items():
        listed = dict(own) if isinstance(own, Mapping) else {str(name): {} for name in own or ()}
        for name, written_anew in listed.items():
            old = changed.setdefault(party, {}).get(name)
            place = old["place"] if old else str(count)
            count += old is None
            changed[party][name] = {**(written_anew or {}), "place": place}
    sections: dict[str, Any] = {
        "title": case.title,
        "parties": {party: {"name": entry.name} for party, entry in case.parties.items()},
        "moves": changed,
        "impossible": [_plain(entry) for entry in case.impossible] + [dict(entry) for entry in impossible],
        "merge": [dict(names) for names in (*case.merge, *merge)],
        "today": list(case.today) if today is None and case.today is not None else today,
        "wished": list(case.wished) if wished is None and case.wished is not None else wished,
    }
    # Without its rankings first: listed ones are carried over to the states that can be after the change.
    bare = Case.from_dict(sections)
    sections["ranking"] = _carried(case, bare, len(options.every)) | dict(ranking or {})
    return WhatIf(before=analyse(case), after=analyse(Case.from_dict(sections)))


def read_change(path: Path) -> dict[str, Any]:
    """A change as a file says it: `moves`, `impossible`, `merge`, `ranking`, `today` and `wished` as in a case.

    Raises
    ------
    CaseError
        When it cannot be read or has other keys.
    """
    written = parse_yaml(read_bytes(path), str(path))
    if not isinstance(written.value, dict):
        raise CaseError([Problem(str(path), None, "", f"some of {', '.join(_KEYS)}", "something else")])
    problems = [
        Problem(*written.place((key,)), key, f"one of {', '.join(_KEYS)}", f"`{key}`", nearest(key, _KEYS))
        for key in written.value
        if key not in _KEYS
    ]
    shapes = {"moves": dict, "ranking": dict, "impossible": list, "merge": list}
    problems += [
        Problem(*written.place((key,)), key, "a list" if kind is list else "a mapping", "something else")
        for key, kind in shapes.items()
        if not isinstance(written.value.get(key, kind()), kind)
    ]
    if problems:
        raise CaseError(problems)
    return dict(written.value)


def _plain(entry: Any) -> dict[str, Any]:
    said = entry.model_dump(by_alias=True, exclude={"source", "note"})
    return {key: value for key, value in said.items() if value}


def _carried(case: Case, bare: Case, before: int) -> dict[str, Any]:
    """The case's rankings, with listed states standing also for those that differ from them in added options only."""
    out: dict[str, Any] = {}
    states: list[int] | None = None
    for party, ranking in case.ranking.items():
        order: list[Any] = list(ranking.order)
        if ranking.lists_states(graph=False):
            if states is None:
                options = Options.of(bare)
                found = feasible_states(len(options.every), patterns(bare, options.bits()))
                states = [] if found is None else found.tolist()
            level = {int(name): place for place, group in enumerate(ranking.groups()) for name in group}
            groups: list[list[str]] = [[] for _ in ranking.order]
            for state in states:
                place = level.get(state & ((1 << before) - 1))
                if place is not None:
                    groups[place].append(str(state))
            order = [group for group in groups if group]
        out[party] = {"order": order, "basis": ranking.basis}
    return out
