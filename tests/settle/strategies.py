"""Random negotiations in integers, drawn so that ties, near-ties and degenerate shapes come up often."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import strategies as st

from paripassu.settle.space import Bar, Space, Table

UNIT = 10
_NUMBERS = st.sampled_from([0, 0, 0, 1, 4, 5, 6, 9, 10, 11, 15, 20, 50, 100, 105, -5, -10, -100])


@st.composite
def spaces(draw, max_packages: int = 200, ties: bool = True) -> Space:
    """Up to five issues, two tables, three bars; numbers differ by less than, by just, and by more than a unit."""
    parties = draw(st.integers(1, 4))
    sizes: list[int] = []
    for _ in range(draw(st.integers(1, 5))):
        room = max_packages // math.prod(sizes)
        sizes.append(draw(st.integers(1, max(1, min(4, room)))))
    flat = draw(st.booleans()) and draw(st.booleans())

    def numbers(rows: int) -> np.ndarray:
        if flat:
            return np.full((rows, parties), draw(_NUMBERS), dtype=np.int64)
        cells = draw(st.lists(_NUMBERS, min_size=rows * parties, max_size=rows * parties))
        return np.array(cells, dtype=np.int64).reshape(rows, parties)

    tables, bars = [], []
    for _ in range(draw(st.integers(0, 2)) if ties else 0):
        scope = tuple(draw(st.lists(st.sampled_from(range(len(sizes))), min_size=1, max_size=3, unique=True)))
        shape = [sizes[i] for i in scope]
        cells = np.stack([a.reshape(-1) for a in np.indices(shape)], axis=1)
        rows = cells[draw(st.lists(st.sampled_from(range(len(cells))), unique=True, max_size=6))]
        tables.append(Table(scope, rows.reshape(-1, len(scope)).astype(np.int64), numbers(len(rows))))
    for _ in range(draw(st.integers(0, 3)) if ties else 0):
        scope = tuple(draw(st.lists(st.sampled_from(range(len(sizes))), min_size=1, max_size=3, unique=True)))
        marks = tuple(np.array(draw(st.lists(st.booleans(), min_size=sizes[i], max_size=sizes[i]))) for i in scope)
        bars.append(Bar(scope, marks))
    return Space(
        sizes=tuple(sizes),
        terms=tuple(numbers(size) for size in sizes),
        base=numbers(1)[0],
        unit=np.full(parties, UNIT, dtype=np.int64),
        tables=tuple(tables),
        bars=tuple(bars),
    )


@st.composite
def spaces_with_floor(draw, **options) -> tuple[Space, np.ndarray]:
    """A negotiation, and a least utility for some of its parties."""
    space = draw(spaces(**options))
    floors = [
        draw(st.one_of(st.just(-(2**40)), st.integers(-50, 150), st.sampled_from([5, 15, 25])))
        for _ in range(space.parties)
    ]
    return space, np.array(floors, dtype=np.int64)
