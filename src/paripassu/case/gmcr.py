"""A `.gmcr` file (JSON of the GMCR programs) read as it is: its options, moves, infeasible patterns and rankings.

Keys read: `options` (name, permittedDirection both | fwd | back), `decisionMakers` (name, options by index,
preferences, preferenceRanking), `infeasibles` and `useManualPreferenceRanking`; all others are left alone. A condition
is a list of [option index, "Y" | "N"], all of which hold, or {compound, members}, any of which holds. A ranking is
best first, by 1-based place among the feasible states in rising decimal.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from paripassu.case.load import Written, read_bytes
from paripassu.case.options import MOST_OPTIONS, MOST_STATES, feasible_states
from paripassu.case.references import listed
from paripassu.case.statements import quoted
from paripassu.errors import CaseError, Problem, key_of

__all__ = ["read_gmcr"]

_DIRECTIONS = ("both", "fwd", "back")
Literals = list[tuple[int, bool]]


def read_gmcr(path: Path) -> Written:
    """The sections of a case, from a `.gmcr` file.

    Raises
    ------
    CaseError
        With every problem found, by its place in the JSON.
    """
    name = str(path)
    raw = read_bytes(path)
    try:
        value = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        found = f"byte 0x{raw[error.start]:02X}"
        raise CaseError([Problem(name, raw.count(b"\n", 0, error.start) + 1, "", "text in UTF-8", found)]) from None
    except json.JSONDecodeError as error:
        problem = Problem(name, error.lineno, "", "JSON", f"{error.msg} (character {error.colno})")
        raise CaseError([problem]) from None
    except RecursionError:
        raise CaseError([Problem(name, None, "", "JSON with few levels", "too many")]) from None
    reader = _Reader(name)
    sections = reader.sections(value, path.stem)
    if reader.problems:
        raise CaseError(reader.problems)
    return Written(name, sections)


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def wrong(self, key: str, expected: str, got: Any) -> None:
        text = got if isinstance(got, str) else json.dumps(got, ensure_ascii=False)
        self.problems.append(Problem(self.file, None, key, expected, text if len(text) < 60 else text[:57] + "..."))

    def sections(self, value: Any, stem: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            self.wrong("", "an object with `options` and `decisionMakers`", value)
            return {}
        options = self.objects(value, "options")
        makers = self.objects(value, "decisionMakers")
        if len(options) > MOST_OPTIONS:
            self.wrong("options", f"at most {MOST_OPTIONS} options", str(len(options)))
        owners = self.owners(makers, len(options))
        if self.problems:
            return {}
        names = _names(options, owners, makers)
        parties = [str(maker["name"]) for maker in makers]
        moves: dict[str, Any] = {party: {} for party in parties}
        for index, option in enumerate(options):
            moves[parties[owners[index]]][names[index]] = {
                "place": str(index),
                **self.direction(option, key_of(("options", index, "permittedDirection"))),
            }
        forbidden = self.conditions(value.get("infeasibles"), "infeasibles", len(options))
        found = (_pattern(literals) for condition in forbidden for literals in condition)
        patterns = [pattern for pattern in found if pattern is not None]
        states = feasible_states(len(options), patterns)
        # The second spelling is that of older files.
        manual = any(value.get(f"useManualPreference{what}") is True for what in ("Ranking", "Vectors"))
        if states is not None and not len(states):
            self.wrong("infeasibles", "patterns that leave some state feasible", "none feasible")
            return {}
        if manual and states is None:
            self.wrong("useManualPreferenceRanking", f"statements (more than {MOST_STATES:,} states)", "a ranking")
            return {}
        ranking: dict[str, Any] = {}
        for place, maker in enumerate(makers):
            key = key_of(("decisionMakers", place))
            if manual:
                listed_states = [] if states is None else states.tolist()
                ranking[parties[place]] = self.ranking(
                    maker.get("preferenceRanking"), f"{key}.preferenceRanking", listed_states
                )
            else:
                wanted = self.conditions(maker.get("preferences"), f"{key}.preferences", len(options))
                said = [_statement(condition, names) for condition in wanted]
                # Where nothing is preferred all states are equal: a statement that always holds says so.
                ranking[parties[place]] = said or [f"{quoted(names[0])} or not {quoted(names[0])}"]
        title = value.get("title")
        return {
            "title": title if isinstance(title, str) and title else stem,
            "parties": {party: {} for party in parties},
            "moves": moves,
            "impossible": [_impossible(pattern, names) for pattern in patterns],
            "ranking": ranking,
        }

    def objects(self, value: dict[str, Any], key: str) -> list[dict[str, Any]]:
        found = value.get(key)
        if not isinstance(found, list) or not found:
            self.wrong(key, "a list of at least one object", found)
            return []
        for number, item in enumerate(found):
            if not isinstance(item, dict) or not isinstance(item.get("name"), str) or not item["name"].strip():
                self.wrong(key_of((key, number)), "an object with a `name`", item)
        return found

    def owners(self, makers: list[Any], count: int) -> dict[int, int]:
        owners: dict[int, int] = {}
        names: set[str] = set()
        for place, maker in enumerate(makers):
            if not isinstance(maker, dict):
                continue
            key = key_of(("decisionMakers", place))
            if maker.get("name") in names:
                self.wrong(f"{key}.name", "each decision maker once", f"`{maker['name']}` again")
            names.add(str(maker.get("name")))
            own = maker.get("options", [])
            if not isinstance(own, list):
                self.wrong(f"{key}.options", "a list of option indices", own)
                continue
            for number, index in enumerate(own):
                at = key_of((key, "options", number))
                if not _index(index, count):
                    self.wrong(at, f"an option index from 0 to {count - 1}", index)
                elif index in owners:
                    other = makers[owners[index]].get("name")
                    self.wrong(at, "an option of one decision maker only", f"{index}, which `{other}` has too")
                else:
                    owners[index] = place
        loose = [index for index in range(count) if index not in owners]
        if loose and makers and not self.problems:
            self.wrong("options", "an owner for every option", f"none for {listed(map(str, loose))}")
        return owners

    def direction(self, option: dict[str, Any], key: str) -> dict[str, str]:
        way = option.get("permittedDirection", "both")
        if way not in _DIRECTIONS:
            self.wrong(key, "`both`, `fwd` or `back`", way)
        return {"fwd": {"irreversible": "true"}, "back": {"only": "back"}}.get(str(way), {})

    def conditions(self, value: Any, key: str, count: int) -> list[list[Literals]]:
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(key, "a list of conditions", value)
            return []
        return [self.condition(item, key_of((key, number)), count) for number, item in enumerate(value)]

    def condition(self, value: Any, key: str, count: int) -> list[Literals]:
        """A condition as alternatives, each a list of literals."""
        if isinstance(value, dict):
            members = value.get("members")
            if not isinstance(members, list) or not members:
                self.wrong(key, "a condition, or {compound, members: [condition]}", value)
                return []
            every = [
                self.condition(item, key_of((key, "members", number)), count) for number, item in enumerate(members)
            ]
            return [literals for alternatives in every for literals in alternatives]
        if not isinstance(value, list) or not value:
            self.wrong(key, 'a condition: a list of [option index, "Y" or "N"]', value)
            return []
        literals: Literals = []
        for number, item in enumerate(value):
            if not (isinstance(item, list) and len(item) == 2 and _index(item[0], count) and item[1] in ("Y", "N")):
                self.wrong(key_of((key, number)), f'[option index from 0 to {count - 1}, "Y" or "N"]', item)
            else:
                literals.append((item[0], item[1] == "Y"))
        return [literals]

    def ranking(self, value: Any, key: str, feasible: Sequence[int]) -> list[Any]:
        if not isinstance(value, list) or not value:
            self.wrong(key, f"places 1 to {len(feasible)} best first, ties in brackets", value)
            return []
        seen: set[int] = set()
        order: list[Any] = []
        sound = True
        for number, item in enumerate(value):
            group = item if isinstance(item, list) else [item]
            for place in group:
                if not _index(place, len(feasible) + 1) or place == 0:
                    self.wrong(key_of((key, number)), f"a place from 1 to {len(feasible)}", place)
                    sound = False
                elif place in seen:
                    self.wrong(key_of((key, number)), "each feasible state once", f"{place} again")
                    sound = False
                else:
                    seen.add(place)
            if sound and group:
                order.append([str(feasible[place - 1]) for place in group])
        missing = [str(place) for place in range(1, len(feasible) + 1) if place not in seen]
        if missing and sound:
            self.wrong(key, f"all {len(feasible)} feasible states", f"none of {listed(missing, 5)}")
        return order


def _index(value: Any, count: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < count


def _names(options: list[dict[str, Any]], owners: dict[int, int], makers: list[dict[str, Any]]) -> list[str]:
    """Option names; one used twice carries its owner, and if need be its index."""
    names = [str(option["name"]).strip() for option in options]
    for form in ("{name} ({owner})", "{name} [{index}]"):
        names = [
            form.format(name=name, owner=makers[owners[index]]["name"], index=index) if names.count(name) > 1 else name
            for index, name in enumerate(names)
        ]
    return names


def _pattern(literals: Literals) -> tuple[int, int] | None:
    wanted = dict(literals)
    if any(wanted[index] != yes for index, yes in literals):
        return None
    return sum(1 << index for index in wanted), sum(1 << index for index, yes in wanted.items() if yes)


def _impossible(pattern: tuple[int, int], names: list[str]) -> dict[str, Any]:
    mask, taken = pattern
    return {"not": {name: "Y" if taken >> index & 1 else "N" for index, name in enumerate(names) if mask >> index & 1}}


def _statement(condition: list[Literals], names: list[str]) -> str:
    parts = [
        " and ".join(("" if yes else "not ") + quoted(names[index]) for index, yes in literals)
        for literals in condition
    ]
    return " or ".join(parts)
