"""Replay a roadmap outcome by outcome, for someone who does not trust the solver.

Nothing is shared with the search: every way a party could leave or cheat is played to its end, and what the party
has then, counted from the very beginning, is compared with what it has when everybody keeps to the roadmap. At each
point a party may walk away (undoing its own steps that can be undone, losing what can be taken back from it). In
each phase it may leave out any of its steps; with the chance that this is noticed the deal breaks down with part of
the phase delivered, else all goes on. Where a party counts later phases for less, its outcomes are reckoned at the
time of the choice: a cheat is noticed at the end of its phase, what is past counts in full, a phase still to come is
discounted as often as it is phases away, and the end value for all phases that are left.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import Any

from paripassu.case.case import Case
from paripassu.case.issues import plain
from paripassu.case.steps import Arrangement, Stake, Step
from paripassu.roadmap.claims import claims, exact_share
from paripassu.roadmap.ranges import against, fixed
from paripassu.roadmap.violation import Replay, Violation

__all__ = ["check", "replay"]

_WORDS = {
    "not worth starting": "Before phase 1 {who} has {kept} with the roadmap and {broke} without: not worth starting.",
    "walk away after this phase": "After phase {phase} {who} has {kept} by going on and {broke} by walking away: "
    "leaving pays {more}.",
    "undo after completion": "When all is done {who} has {kept} by leaving it so and {broke} by undoing: "
    "undoing pays {more}.",
    "cheat on own part": "In phase {phase} {who} has {kept} by keeping to it and {broke} by leaving out {steps}: "
    "cheating pays {more}.",
}


def check(case: Case, roadmap: Mapping[str, Any]) -> Replay:
    """Replay a roadmap from its JSON form, and compare what it claims with what happens.

    Parameters
    ----------
    case : Case
        Needs `steps`; ranges are taken at their middle.
    roadmap : mapping
        As written by ``paripassu roadmap CASE --json``.

    Returns
    -------
    Replay
        For status `no roadmap` it is valid when the order shown breaks exactly as claimed. That no other order
        holds cannot be seen from one order.
    """
    case.require("steps")
    phases = [[str(step) for step in phase] for phase in roadmap.get("phases") or []]
    off = exact_share(roadmap)
    found = replay(against(case, off) if off else case, phases)
    wrong = [Violation(reason="claim", party=None, phase=0, words=words) for words in claims(found, roadmap)]
    if not phases and roadmap.get("status") == "limit":
        return replace(found, violations=(), words="The search was stopped before it had an order: nothing is claimed.")
    broken = roadmap.get("status") != "no roadmap"
    violations = (*(found.violations if broken else ()), *wrong)
    if violations or broken:
        words = _told(violations, found.branches)
    else:
        words = "The order shown breaks as claimed. That no other order holds cannot be seen from one order."
    return replace(found, violations=violations, words=words)


def replay(case: Case, phases: Sequence[Sequence[str]]) -> Replay:
    """Play an order of phases, with every way to leave or cheat.

    Examples
    --------
    >>> swap = {"give": {"doer": "a", "cost": 2, "value": {"b": 3}}, "pay": {"doer": "b", "cost": 2, "value": {"a": 3}}}
    >>> case = Case.from_dict({"parties": ["a", "b"], "steps": swap})
    >>> print(replay(case, [["give", "pay"]]).violations[0].words)
    In phase 1 a has 1 by keeping to it and 3 by leaving out give: cheating pays 2.
    """
    world = _World(fixed(case))
    world.play(phases)
    return Replay(
        violations=tuple(world.violations),
        branches=world.branches,
        exposure={party: max(Fraction(0), most) for party, most in world.behind.items()},
        floor={party: max(Fraction(0), least) for party, least in world.unavoidable(phases).items()},
        time_days=world.days,
        net=tuple(world.net),
        room=tuple(world.room.get(number, {}) for number in range(1, len(world.net))),
        words=_told(world.violations, world.branches),
    )


class _World:
    """Outcomes of one case: who has what after any history."""

    def __init__(self, case: Case) -> None:
        self.steps: Mapping[str, Step] = case.steps
        self.set = case.roadmap or Arrangement()
        named = {p for s in case.steps.values() for p in (s.doer, *s.value, *s.revoke)} | set(case.stakes)
        self.parties = [party for party in case.parties if party in named]
        self.name = {party: case.parties[party].short or party for party in self.parties}
        self.stakes = {party: case.stakes.get(party, Stake()) for party in self.parties}
        self.before = [name for name, step in case.steps.items() if step.finished]
        self.violations: list[Violation] = []
        self.branches = 0
        self.behind: dict[str, Fraction] = {}
        self.net: list[dict[str, Fraction]] = []
        self.room: dict[int, dict[str, Fraction]] = {}
        self.days = 0

    # -- what a party has, from the very beginning, after a history ------------------------------------------------
    def has(
        self,
        party: str,
        delivered: Mapping[str, Fraction],
        *,
        ended: str,
        forfeits: bool = False,
        away: Fraction = Fraction(1),
    ) -> Fraction:
        """``ended``: `healthy` or `broken`; ``delivered``: the share of each step that was delivered, times what the
        day of delivery counts for; ``away``: what the end counts for."""
        total = Fraction(0)
        for name, share in delivered.items():
            step = self.steps[name]
            if step.doer == party:
                total -= share * step.cost[0]
                total += share * step.recover[0] if ended == "broken" else 0
            else:
                total += share * step.value.get(party, (0, 0))[0]
                total -= share * step.revoke.get(party, (0, 0))[0] if ended == "broken" else 0
        if ended == "healthy":
            return total + away * self.stakes[party].end[0]
        return total + self.stakes[party].outside[0] - (self.stakes[party].guarantee[0] if forfeits else 0)

    def play(self, phases: Sequence[Sequence[str]]) -> None:
        if not self._shape(phases):
            return
        finished = list(self.before)
        if not finished:  # once something is done, signing is past
            for party in self.parties:
                kept = self._kept(party, (), phases)
                nothing = self.has(party, {}, ended="broken")
                self._compare("not worth starting", party, 0, (), kept, nothing, Fraction(1), curable=False)
        self._leave(finished, 0, phases)
        self._time(phases)
        for number, phase in enumerate(phases, 1):
            for party in self.parties:
                own = [name for name in phase if self.steps[name].doer == party]
                for count in range(1, len(own) + 1):
                    for left_out in combinations(own, count):
                        self._cheat(party, finished, number, left_out, phases)
                self._exposed(party, {**_whole(finished), **dict.fromkeys(own, self.set.leak)})
            finished.extend(phase)
            self._leave(finished, number, phases[number:])
        self.violations.sort(key=lambda one: one.phase)

    def _kept(
        self, party: str, past: Iterable[str], ahead: Sequence[Sequence[str]], *, left_out: tuple[str, ...] = ()
    ) -> Fraction:
        """What a party has when everything goes on to the end, some of its steps left out unnoticed."""
        delivered, counts = _whole(past), Fraction(1)
        for phase in ahead:
            counts *= self.stakes[party].discount
            delivered.update(dict.fromkeys(phase, counts))
        for name in left_out:
            del delivered[name]
        return self.has(party, delivered, ended="healthy", away=counts)

    def _leave(self, finished: Sequence[str], number: int, ahead: Sequence[Sequence[str]]) -> None:
        last = not ahead
        given = _whole(finished)
        self.net.append({p: self.stakes[p].outside[0] - self.has(p, given, ended="broken") for p in self.parties})
        for party in self.parties:
            held = not (last and self.set.release == "at the end")
            gone = self.has(party, _whole(finished), ended="broken", forfeits=held)
            reason = "undo after completion" if last else "walk away after this phase"
            if not number and not self.before:
                reason = "not worth starting"
            kept = self._kept(party, finished, ahead)
            self._compare(reason, party, number, (), kept, gone, Fraction(1), curable=held)
            self._exposed(party, _whole(finished))

    def _cheat(
        self,
        party: str,
        finished: Sequence[str],
        number: int,
        left_out: tuple[str, ...],
        phases: Sequence[Sequence[str]],
    ) -> None:
        phase, ahead = phases[number - 1], phases[number:]
        unnoticed = Fraction(1)
        for name in left_out:
            unnoticed *= 1 - self.steps[name].detect[0]
        caught = _whole(finished)
        for name in phase:
            if self.steps[name].doer != party:
                caught[name] = self.set.leak
            elif name not in left_out:
                caught[name] = Fraction(1)
        past = [*finished, *phase]
        expected = (1 - unnoticed) * self.has(party, caught, ended="broken", forfeits=True)
        expected += unnoticed * self._kept(party, past, ahead, left_out=left_out)
        kept = self._kept(party, past, ahead)
        self._compare("cheat on own part", party, number, left_out, kept, expected, 1 - unnoticed, curable=True)

    def _compare(
        self,
        reason: str,
        party: str,
        number: int,
        steps: tuple[str, ...],
        keeping: Fraction,
        breaking: Fraction,
        noticed: Fraction,
        *,
        curable: bool,
    ) -> None:
        self.branches += 1
        room = (keeping - breaking) / noticed
        at = self.room.setdefault(number, {})
        at[party] = min(at.get(party, room), room)
        if breaking <= keeping:
            return
        shortfall = -room
        words = _WORDS[reason].format(
            who=self.name[party],
            phase=number,
            kept=plain(keeping),
            broke=plain(breaking),
            more=plain(breaking - keeping),
            steps=_list(steps),
        )
        self.violations.append(
            Violation(
                reason=reason,
                party=party,
                phase=number,
                steps=steps,
                keeping=keeping,
                breaking=breaking,
                shortfall=shortfall if curable else None,
                words=words,
            )
        )

    def _exposed(self, party: str, delivered: Mapping[str, Fraction]) -> None:
        behind = self._behind(party, delivered)
        self.behind[party] = max(self.behind.get(party, behind), behind)

    def _behind(self, party: str, delivered: Mapping[str, Fraction]) -> Fraction:
        """What a party is short of having never begun, when another breaks with this delivered."""
        others = [self.stakes[other].guarantee[0] for other in self.parties if other != party]
        paid = self.set.compensation * min(others, default=Fraction(0))
        return self.stakes[party].outside[0] - self.has(party, delivered, ended="broken") - paid

    def unavoidable(self, phases: Sequence[Sequence[str]]) -> dict[str, Fraction]:
        everything = [*self.before, *(name for phase in phases for name in phase if name in self.steps)]
        return {
            party: max(self._behind(party, _whole(everything)), self._behind(party, _whole(self.before)))
            for party in self.parties
        }

    # -- order, time ------------------------------------------------------------------------------------------------
    def _shape(self, phases: Sequence[Sequence[str]]) -> bool:
        finished = set(self.before)
        for number, phase in enumerate(phases, 1):
            for name in phase:
                if name not in self.steps:
                    return self._out_of_order(number, name, f"`{name}` is no step of this case")
                if name in self.before:
                    when = self.steps[name].done
                    return self._out_of_order(number, name, f"{name} was done on {when}, before the first phase")
                if name in finished or list(phase).count(name) > 1:
                    return self._out_of_order(number, name, f"{name} is done twice")
                missing = [need for need in self.steps[name].needs if need not in finished]
                if missing:
                    late = f"{name} needs {_list(missing)}, which {_are(missing)} not done before it"
                    return self._out_of_order(number, name, late)
            for party in self.parties:
                own = [name for name in phase if self.steps[name].doer == party]
                if len(own) > self.set.most_per_phase:
                    most = self.set.most_per_phase
                    words = f"{self.name[party]} has {len(own)} steps, at most {most} allowed"
                    return self._out_of_order(number, own[-1], words)
            if not phase:
                return self._out_of_order(number, "", "the phase is empty")
            finished |= set(phase)
        left = [name for name in self.steps if name not in finished]
        return not left or self._out_of_order(len(phases), left[0], f"{_list(left)} {_are(left)} never done")

    def _out_of_order(self, number: int, step: str, what: str) -> bool:
        words = f"{what}." if step and what.endswith("never done") else f"In phase {number}: {what}."
        steps = (step,) if step else ()
        self.violations.append(Violation(reason="order", party=None, phase=number, steps=steps, words=words))
        return False

    def _time(self, phases: Sequence[Sequence[str]]) -> None:
        """Walk the calendar when there is a start, else count days."""
        known = [day for step in self.steps.values() for day in (step.done, step.broken) if day]
        start = max([self.set.start, *known]) if self.set.start else None
        today: dt.date = start or dt.date(2000, 1, 1)
        first = today
        for number, phase in enumerate(phases, 1):
            waits = [day for name in phase if (day := self.steps[name].not_before)]
            opens = max([today, *waits])
            over = opens
            for name in phase:
                length, by = self.steps[name].duration, self.steps[name].by
                ends = length.after(opens) if start else opens + dt.timedelta(days=length.days)
                over = max(over, ends)
                if by is not None and ends > by:
                    who = self.steps[name].doer
                    words = f"In phase {number} {name} is over on {ends}, after its deadline {by}."
                    late = Violation(
                        reason="too late",
                        party=who,
                        phase=number,
                        steps=(name,),
                        shortfall=Fraction((ends - by).days),
                        words=words,
                    )
                    self.violations.append(late)
            gate = self.set.gate
            today = gate.after(over) if start else over + dt.timedelta(days=gate.days)
        self.days = (today - first).days


def _told(violations: Sequence[Violation], branches: int) -> str:
    if violations:
        return f"Not valid. {violations[0].words}"
    return f"Valid: {branches} ways to leave or cheat were played to their end, and none of them pays."


def _whole(names: Iterable[str]) -> dict[str, Fraction]:
    return dict.fromkeys(names, Fraction(1))


def _are(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _list(names: Sequence[str]) -> str:
    return "".join(names) if len(names) < 2 else ", ".join(names[:-1]) + " and " + names[-1]
