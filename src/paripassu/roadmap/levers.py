"""One thing about a deal that could be different, and how much of it: each lever as a change of the letters.

Every lever with an amount is monotone, and each condition of a fixed order is linear in it. So the amount an order
needs is the largest of finitely many quotients, exactly.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from paripassu.roadmap.deal import Deal, Length, Order
from paripassu.roadmap.future import still_to_come
from paripassu.roadmap.incentive import going_on, walking_away

__all__ = ["Lever", "conditions", "hopeless", "levers", "needed_on", "rebuilt", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """A lever with an amount.

    ``at`` makes the deal with that much of it; ``most`` is where it ends; ``grain`` is no larger than the distance
    between two amounts at which some order begins to hold. ``party`` is the one whose conditions it eases (None: all),
    ``step`` the step it is about; ``sign`` says whether the amount is added or taken away.
    """

    kind: str
    at: Callable[[Fraction], Deal]
    most: Fraction
    grain: Fraction
    party: int | None = None
    step: int | None = None
    before: Fraction = Fraction(0)
    sign: int = 1

    @property
    def after(self) -> Callable[[Fraction], Fraction]:
        """The new amount, from the change."""
        return lambda change: self.before + self.sign * change


def rebuilt(deal: Deal, **changes: object) -> Deal:
    """A deal with some plain amounts changed, brought to one unit again."""
    plain = {
        "doer": deal.doer,
        "cost": [deal.amount(x) for x in deal.cost],
        "recover": [deal.amount(x) for x in deal.recover],
        "value": [[deal.amount(x) for x in row] for row in deal.value],
        "revoke": [[deal.amount(x) for x in row] for row in deal.revoke],
        "detect": deal.detect,
        "duration": deal.duration,
        "needs": [[k for k in range(deal.steps) if mask >> k & 1] for mask in deal.needs],
        "by": deal.by,
        "not_before": deal.not_before,
        "end": [deal.amount(x) for x in deal.end],
        "outside": [deal.amount(x) for x in deal.outside],
        "guarantee": [deal.amount(x) for x in deal.guarantee],
        "leak": deal.leak,
        "compensation": deal.compensation,
        "gate": deal.gate,
        "released": deal.released,
        "most_per_phase": deal.most_per_phase,
        "start": deal.start,
        "discount": deal.discount,
        "done": [j for j in range(deal.steps) if deal.done >> j & 1],
    }
    return Deal.of(**{**plain, **changes})  # type: ignore[arg-type]


def conditions(deal: Deal, order: Order) -> Iterator[Fraction]:
    """Everything that must not be below 0 for an order to hold, deadlines apart, in plain amounts.

    The rule for a cheat is kept multiplied by its chance of notice, so that each entry is linear in each lever.
    """
    done, ahead = deal.done, still_to_come(deal, order)
    for i in range(deal.parties):
        if not done:
            yield deal.amount(ahead[0][i] - deal.outside[i])
        held = deal.guarantee[i] if deal.released and done == deal.everything else 0
        yield deal.amount(ahead[0][i] - walking_away(deal, i, done) - held)
    for phase, still in zip(order, ahead[1:], strict=True):
        after = done | sum(1 << j for j in phase)
        for i in range(deal.parties):
            own = [j for j in phase if deal.doer[j] == i]
            others = [j for j in phase if deal.doer[j] != i]
            room = still[i] - walking_away(deal, i, done)
            room += (1 - deal.leak) * sum(deal.value[i][j] for j in others)
            room += deal.leak * sum(deal.revoke[i][j] for j in others)
            for count in range(1, len(own) + 1):
                for left_out in combinations(own, count):
                    unseen = Fraction(1)
                    for j in left_out:
                        unseen *= 1 - deal.detect[j]
                    kept = sum(deal.recover[j] for j in own if j not in left_out)
                    cost = sum(deal.cost[j] for j in left_out)
                    yield deal.amount((1 - unseen) * (room - kept) - cost)
            held = deal.guarantee[i] if deal.released and after == deal.everything else 0
            yield deal.amount(still[i] - walking_away(deal, i, after) - held)
        done = after


def hopeless(deal: Deal) -> bool:
    """Whether something fails that every order has: signing, the beginning, or the end."""
    for i in range(deal.parties):
        if not deal.done and not deal.discounted and going_on(deal, i, 0) < deal.outside[i]:
            return True
        if not deal.discounted and going_on(deal, i, deal.done) < walking_away(deal, i, deal.done):
            return True
        held = deal.guarantee[i] if deal.released else 0
        if deal.end[i] < walking_away(deal, i, deal.everything) + held:
            return True
    return False


def needed_on(lever: Lever, order: Order) -> Fraction | None:
    """The least amount of a lever with which an order holds, deadlines apart; None when none does."""
    need = Fraction(0)
    for now, full in zip(
        conditions(lever.at(Fraction(0)), order), conditions(lever.at(lever.most), order), strict=True
    ):
        if full < 0:
            return None
        if now < 0:
            need = max(need, lever.most * now / (now - full))
    return need


def levers(deal: Deal) -> Iterator[Lever]:
    """Every lever with an amount that the deal has, in the order in which they are told."""
    fine = Fraction(1, 2 * deal.scale * _notice(deal))
    much = deal.amount(
        sum(deal.cost) + sum(map(sum, deal.value)) + sum(deal.end) + sum(map(abs, deal.outside)) + sum(deal.guarantee)
    )
    much = (much + 1) / min(deal.detect, default=Fraction(1)) / min(deal.discount) ** deal.steps
    for key in ("guarantee", "end"):
        for i in range(deal.parties):
            at = _party(deal, key, i)
            before = deal.amount(getattr(deal, key)[i])
            yield Lever(kind=key, at=at, most=much, grain=fine, party=i, before=before)
    left = [j for j in range(deal.steps) if not deal.done >> j & 1]
    room = max(1, int(much * deal.scale) * _notice(deal) * _overlooked(deal))
    for j in left:
        if deal.detect[j] < 1:
            grain = Fraction(1, 2 * room * room)
            most = 1 - deal.detect[j]
            at, i = _detect(deal, j), deal.doer[j]
            yield Lever(kind="detect", at=at, most=most, grain=grain, party=i, step=j, before=deal.detect[j])
    for j in range(deal.steps):
        if deal.recover[j]:
            most = deal.amount(deal.recover[j])
            at = _recover(deal, j)
            yield Lever(kind="recover", at=at, most=most, grain=fine, party=deal.doer[j], step=j, before=most, sign=-1)
    for j in range(deal.steps):
        for i in range(deal.parties):
            if deal.revoke[i][j] < deal.value[i][j]:
                before = deal.amount(deal.revoke[i][j])
                most = deal.amount(deal.value[i][j]) - before
                yield Lever(
                    kind="revoke", at=_revoke(deal, i, j), most=most, grain=fine, party=i, step=j, before=before
                )
    if deal.leak:
        kept = max(sum(v - r for v, r in zip(*rows, strict=True)) for rows in zip(deal.value, deal.revoke, strict=True))
        grain = Fraction(1, 2 * max(1, kept * _notice(deal)) ** 2)
        at = _leak(deal)
        yield Lever(kind="leak", at=at, most=deal.leak, grain=grain, before=deal.leak, sign=-1)


def _notice(deal: Deal) -> int:
    """What divides the distance between the amounts that any two conditions need, beyond the unit of the deal.

    A condition for leaving out a set of steps, divided by its chance of notice (and for `revoke` by the leak), needs an
    amount on a grid of its own; two grids of 1/m and 1/n are at least 1/lcm(m, n) apart. Taking all grids at once
    would be as safe and much too fine: with a few chances and two steps a phase it no longer fits 64 bits.
    """
    product = math.prod(math.lcm(*parts) for parts in zip(*(x.as_integer_ratio() for x in deal.discount), strict=True))
    later = int(product**deal.steps)
    grids = {(1 - unseen).numerator for unseen in _unseen(deal)}
    apart = max(math.lcm(one, other) for one in grids for other in grids)
    return later * apart * max(1, deal.leak.numerator)


def _overlooked(deal: Deal) -> int:
    """What the chance of a step is divided by besides, in a condition that leaves out others with it."""
    return max(1, *(unseen.numerator for unseen in _unseen(deal)))


def _unseen(deal: Deal) -> set[Fraction]:
    """The chance that nothing is noticed, for each set of steps that a party could leave out of a phase."""
    found = {Fraction(0)}
    for i in range(deal.parties):
        doubtful = sorted(
            1 - q for j, q in enumerate(deal.detect) if q < 1 and deal.doer[j] == i and not deal.done >> j & 1
        )
        for count in range(1, min(deal.most_per_phase, len(doubtful)) + 1):
            found |= {math.prod(some, start=Fraction(1)) for some in combinations(doubtful, count)}
    return found


def _party(deal: Deal, key: str, i: int) -> Callable[[Fraction], Deal]:
    row = [deal.amount(x) for x in getattr(deal, key)]
    return lambda x: rebuilt(deal, **{key: [*row[:i], row[i] + x, *row[i + 1 :]]})


def _detect(deal: Deal, j: int) -> Callable[[Fraction], Deal]:
    row = deal.detect
    return lambda x: replace(deal, detect=(*row[:j], row[j] + x, *row[j + 1 :]))


def _recover(deal: Deal, j: int) -> Callable[[Fraction], Deal]:
    row = [deal.amount(x) for x in deal.recover]
    return lambda x: rebuilt(deal, recover=[*row[:j], row[j] - x, *row[j + 1 :]])


def _revoke(deal: Deal, i: int, j: int) -> Callable[[Fraction], Deal]:
    table = [[deal.amount(x) for x in row] for row in deal.revoke]

    def at(x: Fraction) -> Deal:
        row = [*table[i][:j], table[i][j] + x, *table[i][j + 1 :]]
        return rebuilt(deal, revoke=[*table[:i], row, *table[i + 1 :]])

    return at


def _leak(deal: Deal) -> Callable[[Fraction], Deal]:
    return lambda x: rebuilt(deal, leak=deal.leak - x)


def split(deal: Deal, step: int, parts: int) -> Deal:
    """The deal with a step cut into equal parts, one after another; the first parts stand at the end of the list.

    Whoever needed the step needs its last part, which keeps the step's place.
    """
    before = list(range(deal.steps, deal.steps + parts - 1))
    share = Fraction(1, parts)

    def row(amounts: tuple[int, ...]) -> list[Fraction]:
        plain = [deal.amount(x) for x in amounts]
        plain[step] *= share
        return plain + [plain[step]] * (parts - 1)

    needs = [[k for k in range(deal.steps) if mask >> k & 1] for mask in deal.needs]
    chain = [needs[step], *([part] for part in before)]
    needs[step] = chain[-1]
    length = _part(deal.duration[step], parts)
    return rebuilt(
        deal,
        doer=[*deal.doer, *[deal.doer[step]] * (parts - 1)],
        cost=row(deal.cost),
        recover=row(deal.recover),
        value=[row(amounts) for amounts in deal.value],
        revoke=[row(amounts) for amounts in deal.revoke],
        detect=[*deal.detect, *[deal.detect[step]] * (parts - 1)],
        duration=[*deal.duration[:step], length, *deal.duration[step + 1 :], *[length] * (parts - 1)],
        needs=[*needs, *chain[:-1]],
        by=[*deal.by, *[None] * (parts - 1)],
        not_before=[*deal.not_before, *[deal.not_before[step]] * (parts - 1)],
    )


def _part(length: Length, parts: int) -> Length:
    if length.months % parts == 0:
        return Length(months=length.months // parts, days=-(-length.days // parts))
    return Length(days=-(-(30 * length.months + length.days) // parts))
