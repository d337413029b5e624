"""What every lens says about one case: the answers a brief is made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from paripassu.case.case import Case
from paripassu.errors import ParipassuError

if TYPE_CHECKING:
    from paripassu.roadmap import Roadmap
    from paripassu.settle import Settlement
    from paripassu.stability import Stability

__all__ = ["Answers", "answer"]

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers to the questions this case can be asked; None where it lacks what is needed.

    ``refused`` holds, by verb, why a question could not be asked of what the case has, a line each problem.
    """

    settle: Settlement | None = None
    stability: Stability | None = None
    roadmap: Roadmap | None = None
    refused: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def trees(self) -> Mapping[str, Mapping[str, Any]]:
        """The JSON form of each answer there is."""
        given = {"settle": self.settle, "stability": self.stability, "roadmap": self.roadmap}
        return {verb: one.to_dict() for verb, one in given.items() if one is not None}


def answer(case: Case) -> Answers:
    """Ask every lens whose sections the case holds; one that cannot answer does not keep the others from it."""
    refused: dict[str, tuple[str, ...]] = {}

    def asked(verb: str, ask: Callable[[Case], Found]) -> Found | None:
        try:
            return ask(case)
        except ParipassuError as error:
            refused[verb] = tuple(error.lines())
            return None

    settle = stability = roadmap = None
    if case.issues and case.preferences and not any(block.unread for block in case.preferences.values()):
        from paripassu.settle import settle as settled

        settle = asked("settle", settled)
    if (case.moves or case.graph) and case.ranking:
        from paripassu.stability import analyse

        stability = asked("stability", analyse)
    if case.steps:
        from paripassu.roadmap import find
        from paripassu.roadmap.read_case import with_numbers

        roadmap = asked("roadmap", find) if with_numbers(case) else None
    return Answers(settle=settle, stability=stability, roadmap=roadmap, refused=refused)
