"""The case: what is being negotiated, by whom, what has happened, who says so."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr, WithJsonSchema

from paripassu.case.consent import ReadingConsent
from paripassu.case.interests import Interest
from paripassu.case.issues import Issue
from paripassu.case.moves import Graph, Impossible, Moves, StateText, Taken
from paripassu.case.parties import Party
from paripassu.case.people import Person, Venue
from paripassu.case.positions import Position
from paripassu.case.preferences import Preference
from paripassu.case.ranking import Ranking
from paripassu.case.readiness import Judgement
from paripassu.case.record import Event
from paripassu.case.rules import Rule
from paripassu.case.sources import Source
from paripassu.case.steps import Arrangement, Stake, Step
from paripassu.case.types import OrListed, Text, only_fields
from paripassu.case.views import View
from paripassu.errors import CaseError, Problem

__all__ = ["ADVICE", "Case"]

ADVICE: Mapping[str, str] = {
    "issues": "what is negotiated, each issue with its options",
    "preferences": "one block a party: `weights`, `values` and `no_deal`",
    "positions": "who wants what, as of when, on whose word",
    "interests": "why each party wants it: `interest`, the `issues` it stands behind, and on whose word",
    "steps": "what each side is to do: `doer`, `cost` and `value`, or only `needs`, `reversible` and `verifier`",
    "moves": "the options each party controls by itself (or `graph`: states and moves)",
    "ranking": "each party's states best first, or statements in order of priority",
    "readiness": "whether the talks are ready for a deal: `question`, `answer`, `as_of`, and on whose word",
    "record": "what happened: sessions, visits, statements",
}
"""What each section holds, for the line that says it is missing. A lens's sections add their own."""


class Case(BaseModel):
    """One negotiation, as read from a case file. Frozen; only `parties` is required.

    Examples
    --------
    >>> case = Case.from_dict({"parties": ["union", "employer"], "issues": {"rise": {"from": 0, "to": 5}}})
    >>> case.issues["rise"].options
    ('0', '1', '2', '3', '4', '5')
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)

    paripassu: Annotated[Literal["1"], WithJsonSchema({"enum": [1, "1"]})] = "1"
    title: Text = ""
    summary: Text | None = None
    parties: Annotated[dict[Text, Party], OrListed()]
    sources: dict[Text, Source] = {}
    reading: ReadingConsent | None = None
    issues: dict[Text, Issue] = {}
    rules: tuple[Rule, ...] = ()
    preferences: dict[Text, Preference] = {}
    people: dict[Text, Person] = {}
    venues: dict[Text, Venue] = {}
    record: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    readiness: tuple[Judgement, ...] = ()
    interests: dict[Text, tuple[Interest, ...]] = {}
    draft: dict[Text, Text] = {}
    roadmap: Arrangement | None = None
    stakes: dict[Text, Stake] = {}
    steps: dict[Text, Step] = {}
    moves: dict[Text, Moves] = {}
    impossible: tuple[Impossible, ...] = ()
    merge: tuple[dict[Text, Taken], ...] = ()
    graph: Graph | None = None
    today: StateText | None = None
    wished: StateText | None = None
    ranking: dict[Text, Ranking] = {}
    views: dict[Text, View] = {}

    _ids: dict[str, tuple[str, ...]] = PrivateAttr(default_factory=dict)
    _digest: str = PrivateAttr(default="")
    _path: Path | None = PrivateAttr(default=None)
    _called: str = PrivateAttr(default="")
    _tables: dict[str, tuple[str, tuple[str | int, ...]]] = PrivateAttr(default_factory=dict)

    @classmethod
    def from_dict(cls, sections: Mapping[str, Any]) -> Case:
        """A case built in Python, checked as a file is.

        Raises
        ------
        CaseError
            With every problem found.
        """
        from paripassu.case.build import build
        from paripassu.case.load import Written

        return build(Written("case", dict(sections)))

    @property
    def digest(self) -> str:
        """sha256 of what the case says (64 hex digits): of its file as written, of a changed copy's own content."""
        if not self._digest:
            content = json.dumps(self.model_dump(warnings=False), default=str, sort_keys=True)
            self._digest = hashlib.sha256(content.encode()).hexdigest()
        return self._digest

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, with some sections replaced (not checked again); a changed copy has a digest of its own.

        An answer shows the digest of the case that was asked, also where it is worked out on such copies.

        Raises
        ------
        CaseError
            For a section that a case does not have.

        Examples
        --------
        >>> case = Case.from_dict({"parties": ["union", "employer"]})
        >>> case.model_copy(update={"title": "Port"}).digest == case.digest
        False
        """
        only_fields(type(self), update)
        copied = super().model_copy(update=update, deep=deep)
        if update:
            copied._digest = ""  # reckoned when asked for: most copies never are
        return copied

    @property
    def path(self) -> Path | None:
        """The file it was read from, if any."""
        return self._path

    @property
    def called(self) -> str:
        """What errors call it: its name on the shelf, else its file; `case` when it was built in Python."""
        return self._called or str(self._path or "case")

    def ids(self, section: str) -> Collection[str]:
        """The ids a section defines, also while its entries are still being checked."""
        return self._ids.get(section, ())

    def table(self, section: str, entry: str | int) -> str | None:
        """The table (CSV) in which an entry stands, by its id or number; None when the case file itself has it."""
        file, entries = self._tables.get(section, ("", ()))
        return file if entry in entries else None

    def name(self, party: str) -> str:
        """A party's name, or its id when it has none."""
        return self.parties[party].name or party

    def require(self, *sections: str) -> None:
        """Raise a CaseError that names every section missing of those asked for, and what to put there."""
        problems = [
            Problem(
                self.called, None, section, f"a section `{section}` ({ADVICE.get(section, 'see the guide')})", "none"
            )
            for section in sections
            if not getattr(self, section)
        ]
        if problems:
            raise CaseError(problems)
