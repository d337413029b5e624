"""The queue beside a case: what was read and by whom it was decided. Reading a text again changes no decision."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from paripassu.case.people import fold
from paripassu.case.proposal import Proposal
from paripassu.errors import CaseError, Problem
from paripassu.files import replace_file

__all__ = ["SAME_EVENT", "Added", "Document", "Queue", "add", "load", "place", "save"]

SAME_EVENT = "review.same-event"
"""The rule that asks whether two reports tell of one event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text that was read: the digest of its bytes, where it is kept, and what is known of it."""

    sha256: str
    text: str | None = None  # path, from the folder of the case or absolute
    title: str | None = None
    outlet: str | None = None
    author: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None

    @property
    def name(self) -> str:
        """A short name to show."""
        kept = Path(self.text).name if self.text else None
        return self.title or kept or self.sha256[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Every proposal for a case, in the order of reading, and the documents they come from."""

    documents: Mapping[str, Document] = field(default_factory=dict)
    proposals: tuple[Proposal, ...] = ()

    def open(self, document: str | None = None) -> tuple[Proposal, ...]:
        """Those not decided yet, of one document (the start of its digest) or of all."""
        return self.held(document, ("open",))

    def held(self, document: str | None, states: Collection[str]) -> tuple[Proposal, ...]:
        """Those in one of these states, of one document or of all."""
        return tuple(
            one
            for one in self.proposals
            if one.state in states and (document is None or one.source.startswith(document))
        )

    def decided(self, proposal: Proposal) -> Queue:
        """The queue with one proposal replaced by its decided self."""
        return replace(self, proposals=tuple(proposal if one.id == proposal.id else one for one in self.proposals))


@dataclass(frozen=True, slots=True)
class Added:
    """What a reading brought: proposals new to the queue, those open already, those decided already, those gone."""

    new: int
    open: int
    decided: int
    gone: int = 0

    def __str__(self) -> str:
        told = f"{self.new} new, {self.open} waiting already, {self.decided} decided before"
        return f"{told}, {self.gone} not found any more" if self.gone else told


def place(case: Path) -> Path:
    """The file that holds a case's queue.

    Examples
    --------
    >>> place(Path("talks.yaml")).name
    'talks.proposals.json'
    """
    return case / "case.proposals.json" if case.is_dir() else case.with_name(f"{case.stem}.proposals.json")


def load(case: Path) -> Queue:
    """The queue of a case; an empty one when nothing was read yet.

    Raises
    ------
    CaseError
        When the file is there but is no queue.
    """
    file = place(case)
    if not file.is_file():
        return Queue()
    try:
        held = json.loads(file.read_text("utf-8"))
        documents = {
            digest: Document(sha256=digest, **{**one, "author": tuple(one.get("author", ()))})
            for digest, one in held["documents"].items()
        }
        return Queue(documents=documents, proposals=tuple(Proposal.model_validate(one) for one in held["proposals"]))
    except (ValueError, KeyError, TypeError, AttributeError, ValidationError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        got = str(error).splitlines()[0]
        raise CaseError([Problem(str(file), line, "", "the proposals kept beside a case", got)]) from None


def save(case: Path, queue: Queue) -> None:
    """Write the queue, whole or not at all."""
    documents: dict[str, Any] = {}
    for digest, one in queue.documents.items():
        documents[digest] = {key: held for key, held in asdict(one).items() if key != "sha256" and held}
    proposals = [one.model_dump(mode="json") for one in queue.proposals]
    text = json.dumps({"documents": documents, "proposals": proposals}, ensure_ascii=False, indent=1)
    replace_file(place(case), text + "\n")


def add(case: Path, proposals: Iterable[Proposal], *, document: Document | None = None) -> Added:
    """Put what a reading proposes into the queue of a case.

    Parameters
    ----------
    case : Path
        The case file or its folder; the queue is written beside it.
    proposals
        What was read. One met before (the same kind at the same place of the same bytes, saying the same) keeps
        the decision taken; an open one is replaced by its newer reading.
    document : Document, optional
        What is known of the text; becomes an entry of `sources` when something of it is accepted. Given, the
        proposals are all that was found in it: what rules found there earlier and nobody decided on is taken away.

    Returns
    -------
    Added
    """
    queue = load(case)
    documents = dict(queue.documents)
    if document is not None:
        documents[document.sha256] = document
    kept = list(queue.proposals)
    at = {mark: index for index, one in enumerate(kept) for mark in _marks(one)}
    new = again = decided = 0
    met: set[int] = set()
    for proposal in proposals:
        known = next((at[mark] for mark in _marks(proposal) if mark in at), None)
        if known is None:
            new += 1
            for mark in _marks(proposal):
                at[mark] = len(kept)
            met.add(len(kept))
            kept.append(proposal)
        elif kept[known].state == "open":
            again += 1
            met.add(known)
            # What a rule found stays the rule's find when a model points at it too.
            if kept[known].by_model or not proposal.by_model:
                kept[known] = proposal
        else:
            decided += 1
    left = tuple(one for index, one in enumerate(kept) if index in met or not _outdated(one, document))
    gone = len(kept) - len(left)
    ids = {one.id for one in left}
    # A question whether two reports are one goes with the report it asks about.
    left = tuple(one for one in left if not _asks_about_gone(one, ids))
    save(case, Queue(documents=documents, proposals=left))
    return Added(new, again, decided, gone)


def _outdated(one: Proposal, document: Document | None) -> bool:
    """Whether an earlier reading of this document proposed it by its rules; what a model added stays."""
    by_rule = one.kind != "merge" and not one.rule.startswith("model")
    return document is not None and one.source == document.sha256 and one.state == "open" and by_rule


def _asks_about_gone(one: Proposal, ids: Collection[str]) -> bool:
    return one.rule == SAME_EVENT and one.state == "open" and one.content.get("right") not in ids


def _marks(proposal: Proposal) -> tuple[tuple[Any, ...], ...]:
    """What makes two proposals one finding: the id, or the same kind at the same words with the same core.

    The id alone does not do: names accepted since the last reading change what a proposal says (a person written
    as an id, a party known), and rules change their names.
    """
    content = proposal.content
    core: tuple[Any, ...] = ()
    if proposal.kind in ("person", "organisation", "place"):
        core = (fold(str(content.get("name", ""))),)
    elif proposal.kind == "date":
        core = (content.get("value"),)
    elif proposal.kind == "event":
        core = (content.get("kind"), content.get("on"))
    elif proposal.kind == "merge":
        core = (content.get("what"), *sorted(map(str, (content.get("left"), content.get("right")))))
    elif proposal.kind == "position":
        core = (str(content.get("option")),)
    span = (proposal.evidence.start, proposal.evidence.end)
    return (proposal.id,), (proposal.kind, proposal.source, *span, *core)
