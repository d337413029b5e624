"""Walk the queue: a person accepts or rejects what was read, and what is accepted joins the case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from paripassu.case import Case, Event, load
from paripassu.case.append import added
from paripassu.case.people import fold, named_in
from paripassu.case.proposal import Proposal, propose
from paripassu.case.when import UNKNOWN, When, when
from paripassu.errors import CaseError, CommandError
from paripassu.files import replace_file
from paripassu.read import queue as beside
from paripassu.read.acceptance import additions, entry_of
from paripassu.read.accounts import current, family, label, sources_of, venue, who
from paripassu.read.sentence import Marked, sentence

__all__ = ["SAME_EVENT", "Review"]

SAME_EVENT = "review.same-event"
"""The rule that asks whether two reports tell of one event."""
_NAMES = ("merge", "person", "organisation", "place", "date")


class Review:
    """The queue of a case, and the decisions on it. Every decision is written at once, so a walk can stop anywhere.

    Parameters
    ----------
    path : Path
        The case file (or its folder); entries are added to it, the decisions kept beside it.
    by : str, optional
        Who decides; written with every entry and decision.
    now : datetime, optional
        When; the clock when absent.

    Raises
    ------
    CaseError
        When the case or its queue cannot be read.
    """

    def __init__(self, path: Path, *, by: str | None = None, now: dt.datetime | None = None) -> None:
        self.path = path / "case.yaml" if path.is_dir() else path
        self.by, self._now = by, now
        self.case: Case = load(self.path)
        self.queue = beside.load(path)
        self._place = path

    def walk(self, document: str | None = None) -> Iterator[Proposal]:
        """Every open proposal once, document by document: names before events, in the order of the text.

        Before an event that an entry of the record may already tell of, a merge is asked.
        """
        for waiting in self._waiting(document):
            if not self._still_open(waiting.id):
                continue
            asked = self._same_event(waiting) if waiting.kind == "event" else []
            for merge in asked:
                yield merge
                # Taken, the second report is in; skipped, it waits with its question.
                if self._still_open(merge.id) or not self._still_open(waiting.id):
                    break
            else:
                yield waiting

    def accept(self, proposal: Proposal, *, edited: Mapping[str, Any] | None = None) -> list[str]:
        """Take a proposal into the case, as it was read or as a person edited it.

        Parameters
        ----------
        proposal : Proposal
        edited : mapping, optional
            The content that joins the case in place of the one read, which the queue keeps beside it. With the
            question whether two reports tell of one event, the content of the second report.

        Returns
        -------
        list of str
            The places of the case that were added to (`record.+`, `people.kim`); empty when the queue alone keeps it.

        Raises
        ------
        CommandError, CaseError
            When the case cannot hold it. Nothing is written then and the proposal stays open.
        """
        joint = proposal.kind == "merge" and proposal.rule == SAME_EVENT
        if edited is not None and not joint:
            proposal = self._decided(proposal, "edited", edited)
        decided = [proposal]
        if joint:
            second = next((one for one in self.queue.proposals if one.id == proposal.content["right"]), None)
            if second is not None and second.state == "open":
                if edited is not None:
                    second = self._decided(second, "edited", edited)
                new = additions(self.case, self.queue, second, by=self.by, today=self._today())
                path, entry = new[-1]
                new = [*new[:-1], (path, {**entry, "same_as": proposal.content["left"]})]
                decided.append(second)
            else:
                new = additions(self.case, self.queue, proposal, by=self.by, today=self._today())
        else:
            new = additions(self.case, self.queue, proposal, by=self.by, today=self._today())
        for path, _ in new:
            table = None if path[-1] == "+" and len(path) == 2 else self.case.table(path[0], path[1])
            if table is not None:
                raise CommandError(f"{'.'.join(path)}: stands in {table}; add it there")
        if new:
            with self.path.open(encoding="utf-8", newline="") as file:
                text = added(file.read(), new)
            replace_file(self.path, text, self._whole)
            self.case = load(self.path)
        for one in decided:
            self._keep(one if one.state == "edited" else self._decided(one, "accepted"))
        return [".".join(path) for path, _ in new]

    def questions(self, proposal: Proposal, edited: Mapping[str, Any]) -> list[Proposal]:
        """What must be asked before an edited event joins the record: whether an entry already tells of it."""
        return self._alike_entries(self._decided(proposal, "edited", edited)) if proposal.kind == "event" else []

    def reject(self, proposal: Proposal) -> None:
        """Leave it out, also when the text is read again."""
        self._keep(self._decided(proposal, "rejected"))

    def explicit(self, document: str | None = None) -> list[Proposal]:
        """Take what leaves nothing to judge: dates that say their day, and full names the case already has.

        Nothing that a language model pointed at is among them, whatever it says of itself.
        """
        taken = [one for one in self._waiting(document) if self._plain(one)]
        for one in taken:
            self._keep(self._decided(one, "accepted"))
        return taken

    def shown(self, proposal: Proposal) -> Marked:
        """The sentence with the words it rests on."""
        return sentence(proposal.evidence, self.queue.documents.get(proposal.source), self.path.parent)

    def entry(self, name: str) -> Event | None:
        """The entry of the record that a merge speaks of."""
        return next((one for index, one in enumerate(self.case.record) if label("record", index, one) == name), None)

    def _still_open(self, id_: str) -> bool:
        return any(one.id == id_ and one.state == "open" for one in self.queue.proposals)

    def _waiting(self, document: str | None) -> list[Proposal]:
        place = {digest: number for number, digest in enumerate(self.queue.documents)}
        return sorted(
            # Whether two reports are one event is asked when the second is reached.
            (one for one in self.queue.open(document) if one.rule != SAME_EVENT),
            key=lambda one: (
                place.get(one.source, len(place)),
                one.source,
                _turn(one),
                one.evidence.start,
                one.evidence.end,
                one.id,
            ),
        )

    def _plain(self, one: Proposal) -> bool:
        content = one.content
        if one.by_model:
            return False
        if one.kind == "date":
            return one.confidence == "explicit" and bool(content.get("value"))
        if one.kind not in ("person", "place"):
            return False
        known: Any = self.case.people if one.kind == "person" else self.case.venues
        found = named_in(str(content["name"]), known)
        if found is None or (one.kind == "person" and len(fold(str(content["name"])).split()) < 2):
            return False
        spelt = [fold(name) for name in known[found].names]
        parts = {part for name in spelt for part in name.split()}
        aliases = [fold(str(alias)) for alias in content.get("aliases") or ()]
        return all(alias in spelt or set(alias.split()) <= parts for alias in aliases)

    def _same_event(self, proposal: Proposal) -> list[Proposal]:
        """Questions still open whether the record already tells of this event; kept in the queue."""
        asked = self._alike_entries(proposal)
        known = {one.id for one in self.queue.proposals}
        fresh = tuple(one for one in asked if one.id not in known)
        if fresh:
            self.queue = beside.Queue(documents=self.queue.documents, proposals=(*self.queue.proposals, *fresh))
            self._save()
        return asked

    def _alike_entries(self, proposal: Proposal) -> list[Proposal]:
        """A question for each entry of the record that may tell of this event; one decided is not asked again."""
        decided = {one.id for one in self.queue.proposals if one.kind == "merge" and one.state != "open"}
        asked = []
        for index, event in current(self.case, self.case.record):
            why = self._alike(proposal, event)
            name = label("record", index, event)
            if why is None or event.id is None or event.id == entry_of(proposal):
                continue
            content = {"what": "event", "left": name, "right": proposal.id, "why": why}
            merge = propose("merge", SAME_EVENT, "likely", proposal.evidence, content)
            if merge.id not in decided:
                asked.append(merge)
        return asked

    def _alike(self, proposal: Proposal, event: Event) -> str | None:
        """Why an entry may tell of the event proposed; None when nothing speaks for it."""
        content = proposal.answer
        on = _when(content.get("on"))
        apart = on.days_from(event.on)
        if (
            apart is None
            or apart > self._most_apart(proposal, event)
            or family(str(content.get("kind"))) != family(event.kind)
        ):
            return None
        named = content.get("participants") or ()
        names = [one.get("who") or one.get("name") if isinstance(one, dict) else one for one in named]
        people = {who(self.case, str(name)) for name in names} & {who(self.case, name) for name in event.people}
        place, held = content.get("venue"), event.venue
        same_place = bool(place and held) and venue(self.case, str(place)) == venue(self.case, str(held))
        if not people and not same_place:
            return None
        reasons = [f"{len(people)} of the same people" if len(people) > 1 else "the same person"] if people else []
        reasons += ["the same place"] if same_place else []
        reasons += ["the same time" if apart == 0 else "a day apart"]
        return ", ".join(reasons)

    def _most_apart(self, proposal: Proposal, event: Event) -> int:
        """A day between two reports may be a time zone; within one report, or for words spoken, it is another day."""
        same = proposal.source in {
            self.case.sources[name].sha256 for name in sources_of(self.case, event) if name in self.case.sources
        }
        return 0 if same or event.kind in ("announcement", "statement", "cancellation") else 1

    def _decided(self, proposal: Proposal, state: Any, edited: Mapping[str, Any] | None = None) -> Proposal:
        at = self._moment().isoformat(timespec="seconds")
        return proposal.decided(state, by=self.by, at=at, edited=edited)

    def _keep(self, decided: Proposal) -> None:
        if all(one.id != decided.id for one in self.queue.proposals):  # a question that an edit raised
            self.queue = beside.Queue(documents=self.queue.documents, proposals=(*self.queue.proposals, decided))
        self.queue = self.queue.decided(decided)
        self._save()

    def _save(self) -> None:
        beside.save(self._place, self.queue)

    def _moment(self) -> dt.datetime:
        return self._now or dt.datetime.now(dt.UTC)

    def _today(self) -> dt.date:
        return self._moment().date()

    def _whole(self, new: Path) -> None:
        """Read the case as it would be; its problems stop the writing."""
        try:
            load(new, tables=self.path.name == "case.yaml")
        except CaseError as error:
            told = "; ".join(f"{one.key}: expected {one.expected}, got {one.got}" for one in error.problems[:3])
            raise CommandError(f"the case cannot hold this ({told})") from None


def _turn(one: Proposal) -> int:
    """Names first, then what happened as the text tells it; two reports are joined only once both are there."""
    if one.kind == "merge" and one.content.get("what") == "event":
        return len(_NAMES) + 1
    return _NAMES.index(one.kind) if one.kind in _NAMES else len(_NAMES)


def _when(value: Any) -> When:
    try:
        return when(str(value)) if value else UNKNOWN
    except ValueError:
        return UNKNOWN
