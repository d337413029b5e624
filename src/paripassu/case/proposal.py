"""What a reader found and nobody has believed yet: the words it rests on, the rule, and who decided.

The content by kind (all keys always present; None where the text does not say):

========================= ==================================================================================
person                    name, aliases, role, party, known (id in the case)
organisation, place       name, aliases, type, known
date                      text, value (YYYY-MM-DD, YYYY-MM, YYYY, start/end), precision
statement                 kind (direct, indirect, mixed), speaker, cue, chain
event                     kind, title, on, venue, participants, parties, track, level, status, reported, chain
position                  party, issue, option, as_of, basis, chain
demand, offer             by, to, what
merge                     what (person, venue, event), left, right (names or ids of proposals), why
========================= ==================================================================================
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, model_validator

from paripassu.case.evidence import CONTEXT, Evidence, span_of

__all__ = ["CONFIDENCES", "CONTEXT", "KINDS", "STATES", "Evidence", "Proposal", "propose", "span_of"]

Kind = Literal["person", "organisation", "place", "date", "statement", "event", "position", "demand", "offer", "merge"]
Confidence = Literal["explicit", "likely", "guess"]
State = Literal["open", "accepted", "edited", "rejected"]

KINDS: tuple[str, ...] = Kind.__args__  # type: ignore[attr-defined]
CONFIDENCES: tuple[str, ...] = Confidence.__args__  # type: ignore[attr-defined]
STATES: tuple[str, ...] = State.__args__  # type: ignore[attr-defined]


class Proposal(BaseModel):
    """Something read in a report, to be accepted, edited or rejected by a person.

    ``id`` is a digest of the source's bytes, the rule, the span and the content: reading the same text
    again proposes the same ids, so what was rejected stays rejected. It does not change when a person
    edits: ``content`` keeps what was read, ``edited`` what the person made of it.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: Kind
    source: str  # sha256 of the bytes read
    rule: str
    confidence: Confidence
    evidence: Evidence
    content: dict[str, Any]
    state: State = "open"
    edited: dict[str, Any] | None = None
    by: str | None = None  # who decided
    at: str | None = None  # when, ISO 8601

    @model_validator(mode="after")
    def _decided_by_someone(self) -> Proposal:
        if (self.state == "edited") != (self.edited is not None):
            raise ValueError("an edited proposal carries the edited content, and no other does")
        return self

    @property
    def by_model(self) -> bool:
        """Whether a language model pointed at it; such a proposal is always left to a person."""
        return self.rule.startswith("model:")

    @property
    def answer(self) -> dict[str, Any]:
        """What counts: the edited content where there is one."""
        return self.content if self.edited is None else self.edited

    def decided(
        self, state: State, *, by: str | None, at: str | None, edited: Mapping[str, Any] | None = None
    ) -> Proposal:
        """The same proposal with a person's decision on it.

        Examples
        --------
        >>> found = propose("date", "dates.weekday", "likely", span_of("s", "on Friday", 3, 9), {})
        >>> found.decided("rejected", by="kim", at="2018-06-04T10:00:00Z").state
        'rejected'
        """
        changed = {
            "state": state,
            "by": by,
            "at": at,
            "edited": None if edited is None else dict(edited),
        }
        return Proposal.model_validate(self.model_dump() | changed)


def propose(kind: Kind, rule: str, confidence: Confidence, evidence: Evidence, content: Mapping[str, Any]) -> Proposal:
    """A new open proposal with its stable id.

    Examples
    --------
    >>> one = propose("date", "dates.weekday", "likely", span_of("s", "on Friday", 3, 9), {"value": None})
    >>> two = propose("date", "dates.weekday", "guess", span_of("s", "on Friday", 3, 9), {"value": None})
    >>> one.id == two.id, one.state
    (True, 'open')
    """
    what = [kind, evidence.source, rule, evidence.start, evidence.end, content]
    said = json.dumps(what, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Proposal(
        id=hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        kind=kind,
        source=evidence.source,
        rule=rule,
        confidence=confidence,
        evidence=evidence,
        content=dict(content),
    )
