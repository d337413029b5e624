"""The options of a conflict in order, what a decimal state means, and which states can be.

A state says which options are taken. As a decimal its lowest bit is the first option of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from paripassu.errors import nearest

if TYPE_CHECKING:
    from paripassu.case.case import Case

__all__ = ["MOST_OPTIONS", "MOST_STATES", "Option", "Options", "feasible_states"]

MOST_OPTIONS = 40
"""The most options a conflict may have."""
MOST_STATES = 1 << 22
"""The most feasible states that are ever listed."""

Pattern = tuple[int, int]
"""Options looked at (a mask), and which of them are taken."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its name, who controls it, and whether it can go both ways (`both`, `fwd`, `back`)."""

    name: str
    owner: str
    direction: str


@dataclass(frozen=True, slots=True)
class Options:
    """All options of a case, in the order of decimal states.

    Examples
    --------
    >>> both = Options((Option("tests", "dprk", "both"), Option("drills", "us", "both")))
    >>> both.pattern(2), both.taken(3), both.state("drills")
    ('NY', ('tests', 'drills'), 2)
    """

    every: tuple[Option, ...]

    @classmethod
    def of(cls, case: Case) -> Options:
        """The options of a case's `moves`."""
        found = [
            (move.place, Option(name, party, move.direction))
            for party, own in case.moves.items()
            for name, move in own.items()
        ]
        return cls(tuple(option for _, option in sorted(found, key=lambda pair: pair[0] or 0)))

    def bits(self) -> dict[str, int]:
        """Every name an option goes by (alone, and as `party.option`) and its bit."""
        alone = {option.name: bit for bit, option in enumerate(self.every)}
        return alone | {f"{option.owner}.{option.name}": bit for bit, option in enumerate(self.every)}

    def own(self, party: str) -> tuple[tuple[int, str], ...]:
        """A party's options as (bit, direction)."""
        return tuple((bit, option.direction) for bit, option in enumerate(self.every) if option.owner == party)

    def pattern(self, state: int) -> str:
        """Y or N for every option."""
        return "".join("Y" if state >> bit & 1 else "N" for bit in range(len(self.every)))

    def taken(self, state: int) -> tuple[str, ...]:
        """The names of the options taken."""
        return tuple(option.name for bit, option in enumerate(self.every) if state >> bit & 1)

    def state(self, text: str | Iterable[str]) -> int:
        """The state that a decimal, or the options taken (separated by commas, or listed), means.

        Raises
        ------
        ValueError
            With expected, got and the nearest known name as its arguments.
        """
        names = [text] if isinstance(text, str) else list(text)
        bits = self.bits()
        if len(names) == 1 and names[0] not in bits:
            only = names[0].strip()
            if only.isascii() and only.isdigit() and len(only) < 100:
                if int(only) >> len(self.every):
                    raise ValueError(f"a state from 0 to {(1 << len(self.every)) - 1}", f"`{only}`", None)
                return int(only)
            names = [part.strip() for part in only.split(",") if part.strip()]
        unknown = next((name for name in names if name not in bits), None)
        if unknown is not None:
            raise ValueError("an option of `moves`, or a decimal state", f"`{unknown}`", nearest(unknown, bits))
        return sum({1 << bits[name] for name in names})


def feasible_states(count: int, impossible: Sequence[Pattern], most: int = MOST_STATES) -> NDArray[np.int64] | None:
    """The states that fit no impossible pattern, rising; None when there are more than `most`.

    Examples
    --------
    >>> feasible_states(2, [(0b11, 0b11)]).tolist()
    [0, 1, 2]
    """
    states = np.zeros(1, dtype=np.int64)
    by_last: dict[int, list[Pattern]] = {}
    for mask, taken in impossible:
        by_last.setdefault(mask.bit_length() - 1, []).append((mask, taken))
    if -1 in by_last:
        return states[:0]
    for bit in range(count):
        states = np.concatenate([states, states | np.int64(1 << bit)])
        for mask, taken in by_last.get(bit, ()):
            states = states[(states & np.int64(mask)) != taken]
        if len(states) > 2 * most:
            return None
    return states if len(states) <= most else None


def pattern_of(taken: Mapping[str, bool], bits: Mapping[str, int]) -> Pattern | None:
    """The mask and value of a pattern by names; None when it asks an option to be taken and not taken."""
    mask = value = 0
    for name, yes in taken.items():
        bit = 1 << bits[name]
        if mask & bit and bool(value & bit) != yes:
            return None
        mask |= bit
        value |= bit if yes else 0
    return mask, value
