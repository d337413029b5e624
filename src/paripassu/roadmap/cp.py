"""Larger deals in which later phases count for less, as a model for the CP-SAT solver: the one door to it.

Phase t of K does one part (or none) of each party; phases without a part come first, so that what is still to come is
weighed by the phases left to the end. All conditions are linear in which part is done when. The solver reckons in
whole numbers: where the weights are too fine for them they are rounded *in favour* of an order, so nothing that holds
is lost and every bound is one; each order found is then judged by the exact rule, and forbidden when it does not hold.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from paripassu.roadmap import incentive
from paripassu.roadmap.deal import Order
from paripassu.roadmap.labels import Backward

__all__ = ["Modelled", "available", "best_order", "least_asking"]

ROOM = 1 << 44
"""The largest sum of amounts the solver is given."""
TRIES = 20
"""Orders that hold only when rounded, before giving up."""
SECONDS = 60.0
"""How long each question may take when no time is given."""


Goal = Literal["exposure", "time", "guarantee", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Modelled:
    """What the solver found: an order that holds by the exact rule; None when none was found.

    ``proved`` says that there is none better (or none at all); ``lower`` and ``shortest`` are the bounds that are known
    on the avoidable exposure, in units of the deal, and on the time of an order as good in what came first.
    """

    order: Order | None
    proved: bool
    lower: int = 0
    shortest: int = 0


def available() -> bool:
    """Whether the solver is installed."""
    return importlib.util.find_spec("ortools") is not None


def best_order(
    back: Backward, *, first: Goal = "exposure", cap: int | None = None, hint: Order | None = None
) -> Modelled:
    """The least exposed order and then the quickest, or the other way round. Dates are not modelled.

    Parameters
    ----------
    back : Backward
        The deal made ready.
    first : {"exposure", "time", "any"}
        What is made least first; "any" asks for an order and no more.
    cap : int, optional
        Largest avoidable exposure, in units of the deal.
    hint : Order, optional
        One that holds.
    """
    model = _Model(back)
    if cap is not None:
        model.limit("exposure", cap)
    found = model.best(first, hint)
    if found.order is None or not found.proved or first == "any":
        return found
    then: Goal = "time" if first == "exposure" else "exposure"
    model.limit(first, found.lower if first == "exposure" else found.shortest)
    last = model.best(then, found.order)
    return Modelled(
        order=last.order or found.order,
        proved=last.proved and last.order is not None,
        lower=found.lower or last.lower,
        shortest=found.shortest or last.shortest,
    )


def least_asking(back: Backward) -> tuple[Order | None, bool]:
    """The order that asks for the least equal extra guarantee and is worth signing, and whether that is proved."""
    model = _Model(back, bonded=True)
    found = model.best("guarantee", None)
    return found.order, found.proved and (model.exact or found.order is None)


class _Model:
    def __init__(self, back: Backward, *, bonded: bool = False) -> None:
        from ortools.sat.python import cp_model

        self.cp, self.back, self.deal, self.bonded = cp_model, back, back.deal, bonded
        self.m = cp_model.CpModel()
        self.parts = [(i, part) for i, row in enumerate(back.parts) for part in row]
        self.slots = range(1, len(back.left) + 1)
        deal = self.deal
        self.much = (
            1
            + sum(deal.cost)
            + sum(map(sum, deal.value))
            + 2 * sum(map(abs, (*deal.end, *deal.outside, *deal.guarantee)))
        )
        self.much *= 2 * max((1 + int(1 / q) for q in deal.detect), default=1)
        self.exact = back.unit * self.much <= ROOM
        self.fine = back.unit if self.exact else max(1, ROOM // self.much)
        self._choices()
        self._conditions()
        self._time()

    def _choices(self) -> None:
        m, deal = self.m, self.deal
        self.y = {(p, t): m.new_bool_var("") for p in range(len(self.parts)) for t in self.slots}
        self.acts = {t: m.new_bool_var("") for t in self.slots}
        for t in self.slots:
            for i in range(deal.parties):
                m.add_at_most_one(self.y[p, t] for p, (who, _) in enumerate(self.parts) if who == i)
            here = [self.y[p, t] for p in range(len(self.parts))]
            m.add_bool_or(here).only_enforce_if(self.acts[t])
            for one in here:
                m.add_implication(one, self.acts[t])
            if t > 1:
                m.add_implication(self.acts[t - 1], self.acts[t])
        self.does = {
            (j, t): sum(self.y[p, t] for p, (_, part) in enumerate(self.parts) if j in part.steps)
            for j in self.back.left
            for t in self.slots
        }
        for j in self.back.left:
            m.add_exactly_one(
                self.y[p, t] for p, (_, part) in enumerate(self.parts) if j in part.steps for t in self.slots
            )
        for p, (_, part) in enumerate(self.parts):
            for k in self.back.left:
                if part.needs >> k & 1:
                    for t in self.slots:
                        m.add(sum(self.does[k, s] for s in range(1, t)) >= 1).only_enforce_if(self.y[p, t])

    def _conditions(self) -> None:
        m, deal, last = self.m, self.deal, len(self.slots)
        self.extra = m.new_int_var(0, 2 * self.much * self.fine, "") if self.bonded else 0
        self.most = m.new_int_var(0, self.much, "")
        for i in range(deal.parties):
            ahead, leaving, net = self._worths(i)
            base, fine = self.back.base[i], self.fine
            for t in (0, *self.slots):
                m.add(net[t] - base <= self.most)
                if t < last:
                    m.add(ahead[t] - fine * leaving[t] + self.extra >= 0).only_enforce_if(self.acts[t + 1])
                elif self.bonded and not deal.released:
                    m.add(ahead[t] - fine * leaving[t] + self.extra >= 0)
                if t < last and not deal.done:
                    first = [self.acts[t + 1], *([self.acts[t].negated()] if t else [])]
                    m.add(ahead[t] >= fine * deal.outside[i]).only_enforce_if(first)
            kept = {
                j: deal.value[i][j] - int(deal.leak * (deal.value[i][j] - deal.revoke[i][j]))
                for j in self.back.left
                if deal.doer[j] != i
            }
            own = [(p, part) for p, (who, part) in enumerate(self.parts) if who == i]
            for t in self.slots:
                given = sum(x * self.does[j, t] for j, x in kept.items() if x)
                room = ahead[t] + fine * (given - leaving[t - 1]) + self.extra
                for p, part in own:
                    m.add(room >= int(part.need * fine // 1)).only_enforce_if(self.y[p, t])
                sunk = sum(part.sunk * self.y[p, t] for p, part in own)
                m.add(net[t - 1] + sunk - base <= self.most)

    def _worths(self, i: int) -> tuple[list[Any], list[Any], list[Any]]:
        """For a party and each state: what is still to come (times `fine`, each term rounded up), what walking away is
        worth, and its net position."""
        m, deal, left, last = self.m, self.deal, self.back.left, len(self.slots)
        wide = 2 * self.much
        away = {j: (deal.recover[j] if deal.doer[j] == i else 0) - deal.revoke[i][j] for j in left}
        behind = {j: incentive.behind(deal, i, j) for j in left}
        gain = {j: deal.value[i][j] - (deal.cost[j] if deal.doer[j] == i else 0) for j in left}
        leaving: list[Any] = [incentive.walking_away(deal, i, deal.done)]
        net: list[Any] = [incentive.net(deal, i, deal.done)]
        for rows, change in ((leaving, away), (net, behind)):
            for t in self.slots:
                rows.append(m.new_int_var(-wide, wide, ""))
                m.add(rows[t] == rows[t - 1] + sum(x * self.does[j, t] for j, x in change.items() if x))
        ahead: list[Any] = []
        rate = deal.discount[i]
        for t in (0, *self.slots):
            ahead.append(m.new_int_var(-wide * self.fine, wide * self.fine, ""))
            total: Any = _up(rate ** (last - t) * deal.end[i] * self.fine)
            for s in range(t + 1, last + 1):
                weight = rate ** (s - t) * self.fine
                total += sum(_up(weight * x) * self.does[j, s] for j, x in gain.items() if x)
            m.add(ahead[t] == total)
        return ahead, leaving, net

    def _time(self) -> None:
        m, lengths = self.m, []
        gate = 30 * self.deal.gate.months + self.deal.gate.days
        for t in self.slots:
            days = m.new_int_var(0, 1 << 40, "")
            for p, (_, part) in enumerate(self.parts):
                m.add(days >= part.days * self.y[p, t])
            lengths.append(days + gate * self.acts[t])
        self.days = sum(lengths)

    def limit(self, what: Goal, most: int) -> None:
        """Allow no more avoidable exposure, or time, than this."""
        self.m.add((self.most if what == "exposure" else self.days) <= most)

    def best(self, what: Goal, hint: Order | None) -> Modelled:
        """The order with the least of something that holds by the exact rule."""
        m = self.m
        m.clear_objective()
        if what != "any":
            m.minimize({"exposure": self.most, "time": self.days, "guarantee": self.extra}[what])
        m.clear_hints()
        if hint is not None:
            self._hint(hint)
        for _ in range(TRIES):
            solver, status = self._solve()
            if status == self.cp.INFEASIBLE:
                return Modelled(order=None, proved=True)
            if status not in (self.cp.OPTIMAL, self.cp.FEASIBLE):
                break
            bound = max(0, -round(-solver.best_objective_bound)) if what != "any" else 0
            chosen = [key for key, var in self.y.items() if solver.boolean_value(var)]
            order = self._order(chosen)
            if self.bonded or incentive.account(self.deal, order).blocking is None:
                return Modelled(
                    order=order,
                    proved=status == self.cp.OPTIMAL,
                    lower=bound if what == "exposure" else 0,
                    shortest=bound if what == "time" else 0,
                )
            m.add(sum(self.y[key] for key in chosen) <= len(chosen) - 1)
        return Modelled(order=None, proved=False)

    def _solve(self) -> tuple[Any, Any]:
        watch = self.back.watch
        solver = self.cp.CpSolver()
        solver.parameters.num_workers = 8
        solver.parameters.random_seed = 1
        solver.parameters.max_time_in_seconds = watch.left(SECONDS)
        watch.look("the CP-SAT solver")
        return solver, solver.solve(self.m)

    def _order(self, chosen: list[tuple[int, int]]) -> Order:
        phases: dict[int, list[int]] = {}
        for p, t in chosen:
            phases.setdefault(t, []).extend(self.parts[p][1].steps)
        return tuple(tuple(sorted(phases[t])) for t in sorted(phases))

    def _hint(self, order: Order) -> None:
        at = dict.fromkeys(self.y, False)
        place = {(i, part.steps): p for p, (i, part) in enumerate(self.parts)}
        for t, phase in enumerate(order, start=len(self.slots) - len(order) + 1):
            for i in range(self.deal.parties):
                p = place.get((i, tuple(j for j in phase if self.deal.doer[j] == i)))
                if p is not None:
                    at[p, t] = True
        for key, done in at.items():
            self.m.add_hint(self.y[key], done)


def _up(x: Fraction) -> int:
    return -int(-x // 1)
