"""What a person is asked about a proposal, in a line or two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from paripassu.case import Event
from paripassu.case.chain import Link, said_by
from paripassu.case.people import fold
from paripassu.case.proposal import Proposal
from paripassu.read.review import SAME_EVENT, Review
from paripassu.read.sentence import shortened
from paripassu.read.words import manner

__all__ = ["question"]


def question(review: Review, proposal: Proposal, *, edited: Mapping[str, Any] | None = None) -> str:
    """The question, with how sure the rule is and its name; about the edited content where there is one."""
    if proposal.rule == SAME_EVENT:
        told = _same(review, proposal, edited)
    else:
        told = _SAYS[proposal.kind](proposal.answer if edited is None else dict(edited))
        told += _whose(review, proposal) if proposal.kind == "person" and edited is None else ""
    rule = proposal.rule if edited is None or proposal.rule == SAME_EVENT else f"{proposal.rule}, edited"
    return f"  {_line(told)}? ({proposal.confidence}, {rule})"


def _whose(review: Review, proposal: Proposal) -> str:
    """For a bare surname: who of the case has it. Only a person says whose it is."""
    name = fold(str(proposal.answer.get("name"))).split()
    have = [one.name for one in review.case.people.values() if len(name) == 1 and name[0] in fold(one.name).split()]
    known = " or ".join(dict.fromkeys(have))
    return f"; a surname alone, the case has {known}: e writes the name in full for this text" if known else ""


def _same(review: Review, proposal: Proposal, edited: Mapping[str, Any] | None) -> str:
    content = proposal.content
    held = review.entry(str(content["left"]))
    other = next((one for one in review.queue.proposals if one.id == content["right"]), None)
    first = _held(review, held) if held else content["left"]
    second = _event(dict(edited) if edited is not None else other.answer) if other else content["right"]
    return f"Does this tell of the event the record has: {first} ({content['why']})? It reads: {second}. The same event"


def _held(review: Review, event: Event) -> str:
    """An entry of the record, with who, where and the words it rests on: enough to tell whether it is the same."""
    case = review.case
    people = ", ".join(case.people[one].name if one in case.people else one for one in event.people)
    place = case.venues[event.venue].name if event.venue in case.venues else event.venue
    quote = " ".join(event.evidence[0].quote.split()) if event.evidence else ""
    parts = [
        f"{event.kind} on {event.on}",
        f" of {people}" if people else "",
        f" at {place}" if place else "",
        f", {event.title}" if event.title else f", “{shortened(quote, 80)}”" if quote else "",
    ]
    return "".join(parts)


def _named(noun: str) -> Any:
    def told(content: dict[str, Any]) -> str:
        also = f", also {', '.join(map(str, content['aliases']))}" if content.get("aliases") else ""
        role = content.get("role")
        titles = [role] if isinstance(role, str) else list(role or ())
        known = f", known as `{content['known']}`" if content.get("known") else ""
        return f"{noun}: {content.get('name')}{also}{_in_brackets([*titles, content.get('party')])}{known}"

    return told


def _in_brackets(parts: list[Any]) -> str:
    said = [str(part) for part in parts if part]
    return f" ({', '.join(said)})" if said else ""


def _date(content: dict[str, Any]) -> str:
    return f"Date: `{content.get('text')}` is {content.get('value') or 'not known'}"


def _chain(content: dict[str, Any]) -> str:
    chain = tuple(Link.model_validate(one) for one in content.get("chain") or ())
    return f", told by {said_by(chain)}" if chain else ""


def _statement(content: dict[str, Any]) -> str:
    speaker = content.get("speaker")
    # Whoever speaks stands at the end of the chain too; once is enough.
    chain = list(content.get("chain") or ())
    if chain and speaker in (chain[-1], chain[-1].get("unnamed") if isinstance(chain[-1], dict) else None):
        unnamed = " (unnamed)" if isinstance(chain.pop(), dict) else ""
        speaker = f"{speaker}{unnamed}"
    how = manner(str(content.get("kind")), content.get("cue"))
    return f"Statement ({how}) by {speaker or 'somebody unnamed'}{_chain({'chain': chain})}"


def _event(content: dict[str, Any]) -> str:
    taking_part = content.get("participants") or ()
    named = [one.get("who") or one.get("name") if isinstance(one, dict) else one for one in taking_part]
    with_whom = f" of {', '.join(map(str, named))}" if named else ""
    place = f" at {content['venue']}" if content.get("venue") else ""
    status = f" [{content['status']}]" if content.get("status") else ""
    on = content.get("on") or "a day not known"
    return f"Event: {content.get('kind')}{with_whom} on {on}{place}{status}{_chain(content)}"


def _position(content: dict[str, Any]) -> str:
    stand = f"{content.get('party')} on {content.get('issue')}: {content.get('option')}"
    return f"Position: {stand}, as of {content.get('as_of') or 'a day not known'}{_chain(content)}"


def _asked(noun: str) -> Any:
    def told(content: dict[str, Any]) -> str:
        to = f" to {content['to']}" if content.get("to") else ""
        return f"{noun} by {content.get('by') or 'somebody'}{to}: {content.get('what')}{_chain(content)}"

    return told


def _merge(content: dict[str, Any]) -> str:
    why = f" ({content['why']})" if content.get("why") else ""
    return f"One {content.get('what')}: {content.get('left')} and {content.get('right')}{why}"


_SAYS: dict[str, Any] = {
    "person": _named("Person"),
    "organisation": _named("Organisation"),
    "place": _named("Place"),
    "date": _date,
    "statement": _statement,
    "event": _event,
    "position": _position,
    "demand": _asked("Demand"),
    "offer": _asked("Offer"),
    "merge": _merge,
}


def _line(words: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in words)
