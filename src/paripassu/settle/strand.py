"""A set of partial packages, kept as their utility vectors and the ways that lead to each.

A strand is a chain of layers. A node of a layer stands for all partial packages with the same utilities so far; its
ways say from which earlier node, and by which pick, it is reached. So a strand with a few thousand nodes may hold
more packages than could ever be listed, counts them exactly, and lists any of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Layer", "Strand"]

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Layer:
    """One more issue (or one more strand) added to every partial package.

    The ways of node j are ``before[first[j]:first[j + 1]]`` (nodes of the layer before) with ``pick`` beside them: an
    option number when ``adds`` is an issue, a node of that strand when ``adds`` is a strand.
    """

    adds: int | Strand
    first: Ints
    before: Ints
    pick: Ints

    def only(self, nodes: Ints) -> Layer:
        """This layer with only these nodes."""
        sizes = self.first[nodes + 1] - self.first[nodes]
        first = np.concatenate(([0], np.cumsum(sizes)))
        ways = np.repeat(self.first[nodes] - first[:-1], sizes) + np.arange(first[-1])
        return Layer(self.adds, first, self.before[ways], self.pick[ways])


@dataclass(frozen=True)
class Strand:
    """Layers, and the utilities of the nodes of the last one.

    ``vectors`` is (N, k) int64. A strand without layers has one node: the empty package.
    """

    vectors: Ints
    layers: tuple[Layer, ...] = ()
    _cache: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def only(self, nodes: Ints) -> Strand:
        """The strand with only these last nodes."""
        if not self.layers:
            return Strand(self.vectors[nodes])
        return Strand(self.vectors[nodes], (*self.layers[:-1], self.layers[-1].only(nodes)))

    @cached_property
    def counts(self) -> NDArray[Any]:
        """How many packages stand behind each last node; exact, of any size (Python integers)."""
        found = np.ones(1 if self.layers else len(self.vectors), dtype=object)
        for layer in self.layers:
            ways = found[layer.before]
            if isinstance(layer.adds, Strand):
                ways = ways * layer.adds.counts[layer.pick]
            found = np.add.reduceat(ways, layer.first[:-1]) if len(layer.first) > 1 else ways[:0]
        return found

    def one(self, nodes: Ints, issues: int) -> Ints:
        """One package for each of these last nodes, as (len(nodes), issues) option numbers."""
        found = np.zeros((len(nodes), issues), dtype=np.int64)
        self._one(nodes, np.arange(len(nodes)), found)
        return found

    def _one(self, nodes: Ints, rows: Ints, found: Ints) -> None:
        for layer in reversed(self.layers):
            ways = layer.first[nodes]
            if isinstance(layer.adds, Strand):
                layer.adds._one(layer.pick[ways], rows, found)
            else:
                found[rows, layer.adds] = layer.pick[ways]
            nodes = layer.before[ways]

    def packages(self, node: int, depth: int | None = None) -> Iterator[dict[int, int]]:
        """Every package behind a last node, as {issue: option}, one after another."""
        depth = len(self.layers) if depth is None else depth
        if depth == 0:
            yield {}
            return
        layer = self.layers[depth - 1]
        for way in range(int(layer.first[node]), int(layer.first[node + 1])):
            pick = int(layer.pick[way])
            for head in self.packages(int(layer.before[way]), depth - 1):
                if isinstance(layer.adds, Strand):
                    for tail in layer.adds.packages(pick):
                        yield head | tail
                else:
                    yield head | {layer.adds: pick}
