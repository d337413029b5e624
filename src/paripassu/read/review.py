"""Walk the queue: a person accepts or rejects what was read, and what is accepted joins the case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
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
from paripassu.read.accounts import current, family, groups, label, sources_of, venue, who
from paripassu.read.queue import SAME_EVENT
from paripassu.read.sentence import Marked, sentence

__all__ = ["SAME_EVENT", "Review"]

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
        # What stood in the case before and after each decision (None: it was not touched), and the queue before.
        self._decisions: list[tuple[str | None, str | None, beside.Queue]] = []
        self._undone: set[str] = set()

    def walk(
        self,
        document: str | None = None,
        *,
        kinds: Collection[str] = (),
        adding: bool = False,
        again: bool = False,
    ) -> Iterator[Proposal]:
        """Every open proposal once, document by document: names before events, in the order of the text.

        Before an event that an entry of the record may already tell of, a merge is asked. After `undo` the walk
        goes back to what was undone.

        Parameters
        ----------
        document : str, optional
            The start of a digest: only this text.
        kinds : collection of str, optional
            Only proposals of these kinds (`event`, `statement`, ...).
        adding : bool
            Leave out what would add nothing to the case if taken: dates, organisations, countries, names it has.
        again : bool
            Also those rejected before.
        """
        states = ("open", "rejected") if again else ("open",)
        passed: set[str] = set()
        while True:
            # Whether it adds something may change with every answer, so it is asked when its turn comes.
            waiting = next(iter(self._next(document, kinds, states, passed, adding)), None)
            if waiting is None:
                return
            asked = self._same_event(waiting) if waiting.kind == "event" else []
            self._undone = set()
            for merge in asked:
                yield merge
                # Taken, the second report is in; skipped, it waits with its question.
                if self._undone or self._state(merge.id) == "open" or self._state(waiting.id) not in states:
                    break
            else:
                yield waiting
            passed = passed - self._undone if self._undone else {*passed, waiting.id}

    def to_ask(
        self, document: str | None = None, *, kinds: Collection[str] = (), adding: bool = False, again: bool = False
    ) -> list[Proposal]:
        """What a walk would ask about as things stand; the questions whether two reports are one come on the way."""
        return list(self._next(document, kinds, ("open", "rejected") if again else ("open",), set(), adding))

    def _next(
        self,
        document: str | None,
        kinds: Collection[str],
        states: Collection[str],
        passed: set[str],
        adding: bool,
    ) -> Iterator[Proposal]:
        for one in self._waiting(document, states):
            if one.id not in passed and (not kinds or one.kind in kinds):
                if not adding or self._adds(one):
                    yield one
                else:
                    passed.add(one.id)

    def _adds(self, one: Proposal) -> bool:
        """Whether the case would hold more than before; what cannot be taken as it is must be seen."""
        try:
            return one.kind == "merge" or bool(additions(self.case, self.queue, one, by=self.by, today=self._today()))
        except CommandError:
            return True

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
        before = self._text() if new else None
        held = self.queue
        if before is not None:
            replace_file(self.path, added(before, new), self._whole)
            self.case = load(self.path)
        self._decisions.append((before, self._text() if new else None, held))
        for one in decided:
            self._keep(one if one.state == "edited" else self._decided(one, "accepted"))
        return [".".join(path) for path, _ in new]

    def questions(self, proposal: Proposal, edited: Mapping[str, Any]) -> list[Proposal]:
        """What must be asked before an edited event joins the record: whether an entry already tells of it."""
        return self._alike_entries(self._decided(proposal, "edited", edited)) if proposal.kind == "event" else []

    def reject(self, proposal: Proposal) -> None:
        """Leave it out, also when the text is read again."""
        self._decisions.append((None, None, self.queue))
        self._keep(self._decided(proposal, "rejected"))

    def undo(self) -> bool:
        """Take back the last decision of this walk, in the case and in the queue; False when there is none.

        Raises
        ------
        CommandError
            When the case was changed by somebody else since; nothing is written then.
        """
        if not self._decisions:
            return False
        before, after, held = self._decisions[-1]
        if before is not None:
            if self._text() != after:
                raise CommandError(f"{self.path}: was changed since; take it out by hand")
            replace_file(self.path, before)
            self.case = load(self.path)
        self._decisions.pop()
        then = {one.id: one.state for one in held.proposals}
        self._undone = {one.id for one in self.queue.proposals if then.get(one.id) != one.state}
        self.queue = held
        self._save()
        return True

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

    def _state(self, id_: str) -> str:
        return next((one.state for one in self.queue.proposals if one.id == id_), "open")

    def _text(self) -> str:
        with self.path.open(encoding="utf-8", newline="") as file:
            return file.read()

    def _waiting(self, document: str | None, states: Collection[str] = ("open",)) -> list[Proposal]:
        place = {digest: number for number, digest in enumerate(self.queue.documents)}
        return sorted(
            # Whether two reports are one event is asked when the second is reached.
            (one for one in self.queue.held(document, states) if one.rule != SAME_EVENT),
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
        told = [one.on for one in self._accounts(event)]
        if (
            apart is None
            # A plan for the week is near to each of its days, which are not near to one another.
            or any(days is not None and days > self._most_apart(proposal, event) for days in map(on.days_from, told))
            or family(str(content.get("kind"))) != family(event.kind)
        ):
            return None
        named = content.get("participants") or ()
        names = [one.get("who") or one.get("name") if isinstance(one, dict) else one for one in named]
        told_here, told_there = ({who(self.case, str(name)) for name in held} for held in (names, event.people))
        people = told_here & told_there
        place, held = content.get("venue"), event.venue
        same_place = bool(place and held) and venue(self.case, str(place)) == venue(self.case, str(held))
        # Two that each met a third may have met on one day; at one place it may still be one meeting of three.
        others = len(people) == 1 and self._somebody_else(told_here, told_there)
        if not same_place and (not people or others):
            return None
        reasons = [f"{len(people)} of the same people" if len(people) > 1 else "the same person"] if people else []
        reasons += ["the same place"] if same_place else []
        reasons += ["the same time" if apart == 0 else "a day apart"]
        return ", ".join(reasons)

    def _somebody_else(self, here: set[str], there: set[str]) -> bool:
        """Whether each names somebody whose name is no part of a name there, in whatever order it is written."""
        people = self.case.people
        one, two = (
            [set(fold(people[name].name if name in people else name).split()) for name in held]
            for held in (here, there)
        )
        return all(
            any(not any(this <= that or that <= this for that in others) for this in these)
            for these, others in ((one, two), (two, one))
        )

    def _accounts(self, event: Event) -> list[Event]:
        """Every entry that the record takes for this event."""
        for group in groups(self.case, list(current(self.case, self.case.record))):
            if any(one is event for _, one in group):
                return [one for _, one in group]
        return [event]

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
