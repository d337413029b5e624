"""Issues tied together by rules or interaction tables: eliminated one by one.

Two partial packages may be compared only when the rules and tables still open look the same to both. For a rule that
bars a combination this is one bit (has it been escaped already?); for a table, what its remaining part looks like. So
the state is far smaller than the list of all options chosen so far.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paripassu.settle.fold import merge
from paripassu.settle.space import Bar, Space, Table
from paripassu.settle.strand import Layer, Strand
from paripassu.settle.thin import Budget

__all__ = ["parts", "unravel"]

Ints = NDArray[np.int64]


def parts(space: Space) -> list[tuple[int, ...]]:
    """The issues in groups that no rule or table ties to each other, small groups first."""
    root = list(range(len(space.sizes)))

    def find(issue: int) -> int:
        while root[issue] != issue:
            root[issue] = root[root[issue]]
            issue = root[issue]
        return issue

    for scope in space.scopes:
        for issue in scope[1:]:
            root[find(issue)] = find(scope[0])
    groups: dict[int, list[int]] = {}
    for issue in root:
        groups.setdefault(find(issue), [])
    for issue in range(len(root)):
        groups[find(issue)].append(issue)
    return sorted((tuple(group) for group in groups.values()), key=lambda g: math.prod(space.sizes[i] for i in g))


def unravel(space: Space, issues: Sequence[int], slack: Ints, least: Ints, budget: Budget) -> Strand:
    """All unbeaten packages of one group of issues.

    ``least`` is (k,): a partial package that cannot reach it with the issues of this group is dropped.
    """
    group = set(issues)
    bars = [_Bar(bar) for bar in space.bars if group.intersection(bar.issues)]
    tables = [_Table(table) for table in space.tables if group.intersection(table.issues)]
    ties: list[_Bar | _Table] = [*bars, *tables]
    order = _order(space, issues, [tie.issues for tie in ties])
    for tie in ties:
        tie.prepare(order)
    states: list[tuple[int, ...]] = [tuple(tie.start for tie in ties)]
    strand = Strand(np.zeros((1, space.parties), dtype=np.int64))
    at = np.zeros(1, dtype=np.int64)
    hope = sum((space.terms[i].max(axis=0) for i in order), sum((t.most for t in tables), np.zeros_like(least)))
    for issue in order:
        term = space.terms[issue]
        hope = hope - term.max(axis=0)
        hope = hope - sum((t.most for t in tables if t.issues[-1] == issue), np.zeros_like(least))
        states, onward, adds = _moves(states, ties, issue, space.sizes[issue], space.parties)
        sums = strand.vectors[:, None, :] + term[None, :, :] + adds[at]
        after = onward[at]
        way = np.flatnonzero((after >= 0) & (sums + hope >= least).all(axis=2))
        sums = sums.reshape(-1, space.parties)[way]
        kept = merge(sums, after.reshape(-1)[way], slack)
        way = way[kept.ways]
        layer = Layer(issue, kept.first, way // len(term), way % len(term))
        at = kept.groups
        strand = Strand(kept.vectors, (*strand.layers, layer))
        rows = budget.keep(strand.vectors, at)
        if rows is not None:
            strand, at = strand.only(rows), at[rows]
    return strand


def _moves(
    states: list[tuple[int, ...]], ties: list[_Bar | _Table], issue: int, size: int, parties: int
) -> tuple[list[tuple[int, ...]], Ints, Ints]:
    """The states after this issue; where each option leads from each state (-1: barred); what tables add by it."""
    found: dict[tuple[int, ...], int] = {}
    onward = np.full((len(states), size), -1, dtype=np.int64)
    adds = np.zeros((len(states), size, parties), dtype=np.int64)
    touched = [place for place, tie in enumerate(ties) if issue in tie.issues]
    for row, state in enumerate(states):
        for option in range(size):
            after = list(state)
            for place in touched:
                tie = ties[place]
                after[place], value = tie.step(state[place], issue, option)
                if value is not None:
                    adds[row, option] += value
                if after[place] < 0:
                    break
            else:
                onward[row, option] = found.setdefault(tuple(after), len(found))
    return list(found), onward, adds


def _order(space: Space, issues: Sequence[int], scopes: list[tuple[int, ...]]) -> list[int]:
    """An order that keeps few issues open at a time: from several starts, always the issue that leaves fewest."""
    weight = {issue: math.log(max(space.sizes[issue], 2)) for issue in issues}
    near: dict[int, list[tuple[int, ...]]] = {issue: [s for s in scopes if issue in s] for issue in issues}

    def open_after(done: set[int]) -> float:
        still = {i for i in done if any(not done.issuperset(scope) for scope in near[i])}
        return sum(weight[i] for i in still)

    best: list[int] = []
    worst = math.inf
    for start in sorted(issues, key=lambda i: (len(near[i]), i))[: max(1, 256 // len(issues) ** 2)]:
        order, done, peak = [start], {start}, open_after({start})
        while len(order) < len(issues):
            touching = {i for scope in scopes if done.intersection(scope) for i in scope} - done or set(issues) - done
            nextone = min(sorted(touching), key=lambda i: (open_after(done | {i}), -weight[i]))
            order.append(nextone)
            done.add(nextone)
            peak = max(peak, open_after(done))
        if peak < worst:
            best, worst = order, peak
    return best


class _Bar:
    """1: every issue so far is at a marked option; 0: escaped."""

    def __init__(self, bar: Bar) -> None:
        self.issues = bar.issues
        self.marks = dict(zip(bar.issues, bar.options, strict=True))
        self.start = 1

    def prepare(self, order: Sequence[int]) -> None:
        place = {issue: n for n, issue in enumerate(order)}
        self.issues = tuple(sorted(self.issues, key=place.__getitem__))

    def step(self, state: int, issue: int, option: int) -> tuple[int, None]:
        if not state or not self.marks[issue][option]:
            return 0, None
        return (-1 if issue == self.issues[-1] else 1), None


class _Table:
    """The state is what remains of the table, equal remainders being one; 0: nothing more comes of it."""

    def __init__(self, table: Table) -> None:
        self.issues = table.issues
        self.rows, self.values = table.rows, table.values
        top = table.values.max(axis=0) if len(table.values) else np.zeros(table.values.shape[1], dtype=np.int64)
        self.most = np.maximum(top, 0)
        self.start = 0
        self._nodes: list[dict[int, Any]] = [{}]
        self._seen: dict[Any, int] = {(): 0}

    def prepare(self, order: Sequence[int]) -> None:
        place = {issue: n for n, issue in enumerate(order)}
        columns = sorted(range(len(self.issues)), key=lambda c: place[self.issues[c]])
        self.issues = tuple(self.issues[c] for c in columns)
        rows = [tuple(row) for row in self.rows[:, columns].tolist()]
        self.start = self._node(sorted(zip(rows, map(tuple, self.values.tolist()), strict=True)))

    def _node(self, rows: list[tuple[tuple[int, ...], tuple[int, ...]]]) -> int:
        branches: dict[int, Any] = {}
        if len(rows[0][0] if rows else ()) == 1:
            branches = {row[0]: value for row, value in rows if any(value)}
        else:
            heads: dict[int, list[tuple[tuple[int, ...], tuple[int, ...]]]] = {}
            for row, value in rows:
                heads.setdefault(row[0], []).append((row[1:], value))
            branches = {head: node for head, tails in heads.items() if (node := self._node(tails))}
        key = tuple(sorted(branches.items()))
        if key not in self._seen:
            self._seen[key] = len(self._nodes)
            self._nodes.append(branches)
        return self._seen[key]

    def step(self, state: int, issue: int, option: int) -> tuple[int, tuple[int, ...] | None]:
        found = self._nodes[state].get(option)
        if issue == self.issues[-1]:
            return 0, found
        return (0 if found is None else found), None
