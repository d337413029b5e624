"""What a section of the brief is made of: facts for its words, pictures, and what the case lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["HEADINGS", "Number", "Picture", "Section"]

HEADINGS: Mapping[str, str] = {
    "known": "What is known",
    "stand": "Where they stand",
    "agreed": "What could be agreed",
    "hold": "What would hold",
    "order": "In what order",
    "uncertain": "What is uncertain",
    "computed": "How it was computed",
}
"""The seven questions of a brief, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart for the page, and another form of it for a narrow screen where one is needed.

    ``width`` is the width in pixels it is drawn at for paper: half a page for pictures that stand two abreast.
    """

    chart: Any
    narrow: Any = None
    width: int = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One of the few numbers of the first screen."""

    value: str
    words: str
    invented: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One of the seven questions, answered as far as the case allows.

    ``facts`` feed the template of the same name; ``missing`` names the sections of the case to add when there is
    nothing to answer from; ``withheld`` the parties whose private numbers it would take; ``refused`` says why the
    case, which has what it takes, could not be asked.
    """

    id: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    number: Number | None = None
    missing: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The question, in the words every brief uses."""
        return HEADINGS[self.id]
