"""The parts of an exchange when each side doubts that the other is sincere: small first, and for how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from pydantic_core import PydanticCustomError

from paripassu.case.case import Case
from paripassu.case.types import amount
from paripassu.engine.result import Checked, how
from paripassu.errors import CommandError, nearest
from paripassu.roadmap.answer import invented
from paripassu.roadmap.doubt_result import Attempt, Doubt, Rule, Screening
from paripassu.roadmap.first_part import Condition, FirstParts, Pair, first_parts, least_extra, more_guarantee
from paripassu.roadmap.parts import MOST, chosen_steps
from paripassu.roadmap.ranges import fixed
from paripassu.roadmap.screening import beliefs, bond_under_doubt, held_under_doubt, losses, parts_under_doubt
from paripassu.roadmap.sides import in_units, sides_of, unit_between, unmet
from paripassu.roadmap.takers import Side, foreseen, plans, tempted

__all__ = ["Attempt", "Doubt", "Screening", "doubt"]

Chance = Fraction | float | str
Sides = tuple[Side, Side]
SURE = "a chance of 1 for both leaves no doubt, so that the answer without doubt stands"
HELD = "the guarantees alone hold even a side that is not sincere, so that the answer without doubt stands"
LAWS = ("a sincere side gains by no other plan", "a side that is not sincere gains by no other plan")


def doubt(case: Case, steps: Sequence[str] = (), *, prior: Chance | Mapping[str, Chance], most: int = MOST) -> Doubt:
    """Into how many parts two steps must be cut, and how large each is, when sincerity is in doubt.

    Parameters
    ----------
    case : Case
        Two sides with one step each to cut and nothing else to do; ranges are taken at their middle.
    steps : sequence of str
        One step of each side; without any, those with `divisible: yes`.
    prior : number or mapping
        The chance, above 0 and at most 1, that a side is sincere as the other sees it; one for both, or by party.
    most : int
        The most parts tried.

    Returns
    -------
    Doubt
        The fewest parts with which doubt can end with the first, from where to where that part may lie, and for two
        sides alike what it costs to let doubt end over more phases. What the reckoning needs of the case and does not
        find is named, and then there are no numbers.

    Raises
    ------
    CommandError
        For a prior that is no chance, or for no side; for steps as `parts` does.

    Notes
    -----
    Derived for this project; the page on the method has the derivation. J. Watson (1999; 2002) and A. Kydd (2000)
    study why exchanges under doubt begin small. Each answer is checked by playing every plan of either kind of side.
    Sizes are sought among all there are; those of a row of `screening` are said in its ``sizes``. Two sides are alike
    also when they are the same but for the unit of each: scaling all amounts of one party scales what is said of it.

    Examples
    --------
    >>> swap = {"give": {"doer": "a", "cost": 7, "value": {"b": 14}}}
    >>> swap["pay"] = {"doer": "b", "cost": 7, "value": {"a": 14}}
    >>> stakes = {"a": {"end": 2}, "b": {"end": 2}}
    >>> case = Case.from_dict({"parties": ["a", "b"], "steps": swap, "stakes": stakes})
    >>> found = doubt(case, ["give", "pay"], prior="1/4")
    >>> [str(share) for share in found.screening[0].shares["give"]]
    ['1/4', '1/2', '1/4']
    """
    case.require("steps")
    at = fixed(case)
    chosen = chosen_steps(at, steps)
    priors = _priors(at, chosen, prior)
    needed = unmet(at, chosen) or ((SURE,) if set(priors.values()) == {1} else ())
    empty = Doubt(
        steps=chosen,
        prior=priors,
        illustration=invented(case),
        status="not reckoned",
        unmet=needed,
        best=None,
        tried=(),
        screening=(),
        laws=(),
        how=how(case.digest, "parts for doubt to end with the first, every plan played to its end", most=most),
    )
    if needed:
        return empty
    sides = sides_of(at, chosen, priors)
    unit = unit_between(*sides)
    alike = unit is not None
    if alike:  # reckoned in the units of the first
        sides = (sides[0], sides[0])
    parties = [at.steps[name].doer for name in chosen]
    units = dict(zip(parties, (Fraction(1), unit or Fraction(1)), strict=True))
    tried: list[Attempt] = []
    for count in range(1, most + 1):
        if alike and _held(sides[0], count) <= 0:
            return replace(empty, unmet=(HELD,))
        tried.append(_attempt(sides, units, chosen, count, alike=alike))
        if tried[-1].holds:
            break
    able = [(sum(one.guarantee_needed.values()), one) for one in tried if one.guarantee_needed is not None]
    best = min(able, key=lambda pair: pair[0])[1] if able else None
    rows = tuple(_rows(sides, units, chosen, best, alike=alike)) if best else ()
    return replace(
        empty,
        status="found" if best and best.holds else "no schedule",
        best=best,
        tried=tuple(tried),
        screening=tuple(row for row, _ in rows),
        laws=_laws([found for _, found in rows]),
    )


def _priors(case: Case, chosen: Sequence[str], given: Chance | Mapping[str, Chance]) -> dict[str, Fraction]:
    parties = list(dict.fromkeys(case.steps[name].doer for name in chosen))
    if not isinstance(given, Mapping):
        return dict.fromkeys(parties, _chance(given, ""))
    for name in given:
        if name not in parties:
            near = nearest(name, parties)
            hint = f" Did you mean `{near}`?" if near else ""
            listed = " or ".join(f"`{party}`" for party in parties)
            raise CommandError(f"--prior: expected a side whose step is cut ({listed}), got `{name}`.{hint}")
    for party in parties:
        if party not in given:
            raise CommandError(f"--prior: expected a chance for `{party}` too, got none.")
    return {party: _chance(given[party], f"{party}=") for party in parties}


def _chance(given: Chance, label: str) -> Fraction:
    try:
        chance = amount(given)
    except PydanticCustomError:
        chance = None
    if chance is None or not 0 < chance <= 1:
        raise CommandError(f"--prior: expected a chance above 0 and at most 1, got `{label}{given}`.")
    return chance


def _terms(side: Side) -> tuple[Fraction, Fraction, Fraction]:
    return side.worth / side.cost, side.discount, side.cost


def _held(side: Side, count: int, screening: int = 1) -> Fraction:
    """Of the end value, what is needed for the whole to be traded in so many parts."""
    return held_under_doubt(*_terms(side), beliefs(side.prior, count, screening), side.guarantee)


def _sizes(side: Side, count: int, screening: int) -> tuple[Fraction, ...]:
    """Shares that need the least of the end value, which is what the largest parts have in common."""
    worth, discount, cost = _terms(side)
    held = _held(side, count, screening)
    parts = parts_under_doubt(worth, discount, held, beliefs(side.prior, count, screening), side.guarantee)
    return tuple(part / cost for part in parts)


def _by_rule(sides: Sides, count: int, screening: int) -> tuple[Fraction, ...] | None:
    """The sizes of two sides alike that need the least end value, when neither kind gains by another plan."""
    sizes = _sizes(sides[0], count, screening)
    good = min(sizes) > 0 and tempted(sides, (sizes, sizes), screening) == (None, None)
    return sizes if good else None


def _attempt(sides: Sides, units: Mapping[str, Fraction], chosen: Sequence[str], count: int, *, alike: bool) -> Attempt:
    rule = _by_rule(sides, count, 1) if alike else None
    found = first_parts(sides, count, shown=(rule, rule) if rule else None)
    extra = Fraction(0) if found.cut else least_extra(sides, count)
    return Attempt(
        count=count,
        least=dict(zip(chosen, [cut[0] for cut in found.cut], strict=True)) if found.cut else {},
        most=dict(zip(chosen, found.most, strict=True)) if found.most else {},
        why=tuple(_why(found, list(units))),
        guarantee_needed=None if extra is None else {party: unit * extra for party, unit in units.items()},
    )


def _why(found: FirstParts, parties: Sequence[str]) -> Iterator[str]:
    for conditions, head in (
        (
            found.clash,
            f"Whatever the sizes{', one of these' if len(found.clash) > 1 else ''}",
        ),
        (found.below, "With smaller first parts"),
        (found.above, "With larger first parts"),
    ):
        if conditions:
            yield f"{head}: {_says(conditions, parties)}."


SAYS: dict[str, str] = {
    "sign": "{who}, when sincere, does better not to sign",
    "do its part": "{who}, when sincere, gains by keeping back part {phases}",
    "stay": "{who}, when sincere, gains by leaving before part {phases}",
    "taker signs": "{who}, when not sincere, has more to lose by its guarantee than to take, and does not sign",
    "taker takes first": "{who}, when not sincere, waits and takes part {phases}, so that nobody is found out",
    "taker does not leave": "{who}, when not sincere, does its first part and leaves before part {phases}",
    "taker does not keep": "{who}, when not sincere, does best to take nothing and keep to the end",
}


def _says(conditions: Sequence[Condition], parties: Sequence[str]) -> str:
    """In words, phases and then sides of one kind together."""
    phases: dict[tuple[str, int], list[int]] = {}
    for one in conditions:
        phases.setdefault((one.why, one.side), []).append(one.phase)
    sides: dict[tuple[str, str], list[str]] = {}
    for (why, side), some in phases.items():
        sides.setdefault((why, _either(map(str, sorted(some)))), []).append(parties[side])
    return "; ".join(SAYS[why].format(who=_either(who), phases=some) for (why, some), who in sides.items())


def _either(names: Iterable[str]) -> str:
    *some, last = names
    return f"{', '.join(some)} or {last}" if some else last


def _rows(
    sides: Sides, units: Mapping[str, Fraction], chosen: Sequence[str], best: Attempt, *, alike: bool
) -> Iterator[tuple[Screening, tuple[str | None, str | None]]]:
    """What each T costs; a T above 1 with which some side would gain by another plan is left out.

    For sides alike every T has the sizes that need the least end value, so that the rows can be compared. Where some
    side would gain by another plan at those, T = 1 has the least first parts, as it has for sides that differ.
    """
    first = next(iter(units))  # in its units the sides are reckoned
    for screening in range(1, best.count + 1 if alike else 2):
        if screening == 1:
            extra = best.guarantee_needed[first] if best.guarantee_needed else Fraction(0)
        else:
            bond = bond_under_doubt(*_terms(sides[0]), beliefs(sides[0].prior, best.count, screening), sides[0].end)
            extra = max(Fraction(0), bond - sides[0].guarantee)
        held = more_guarantee(sides, extra)
        rule = _by_rule(held, best.count, screening) if alike else None
        if rule:
            yield _row(held, units, chosen, (rule, rule), screening, "least end value", extra), (None, None)
        elif screening == 1:
            cut = first_parts(sides, best.count, extra).cut
            assert cut is not None, "the guarantee was chosen so that some sizes do"
            yield _row(held, units, chosen, cut, 1, "least first parts", extra), tempted(held, cut, 1)


def _row(
    sides: Sides,
    units: Mapping[str, Fraction],
    chosen: Sequence[str],
    cut: Pair,
    screening: int,
    sizes: Rule,
    extra: Fraction,
) -> Screening:
    risk: dict[str, tuple[Fraction, Fraction, Fraction]] = {}
    worth: dict[str, Fraction] = {}
    for me, (party, unit) in enumerate(units.items()):
        prior, side = sides[1 - me].prior, in_units(sides[me], unit)
        given = [share * side.cost for share in cut[me]]
        risk[party] = losses(given, beliefs(prior, len(given), screening))
        other = foreseen(prior, screening)
        worth[party] = plans(side, cut[me], cut[1 - me], other, sincere=True)["keep", 0]
    return Screening(
        phases=screening,
        sizes=sizes,
        shares=dict(zip(chosen, cut, strict=True)),
        guarantee_needed={party: unit * extra for party, unit in units.items()},
        most={party: most for party, (_, most, _) in risk.items()},
        chance={party: chance for party, (_, _, chance) in risk.items()},
        expected={party: expected for party, (expected, _, _) in risk.items()},
        worth=worth,
    )


def _laws(played: Sequence[tuple[str | None, str | None]]) -> tuple[Checked, ...]:
    return tuple(
        Checked(law, next((found[kind] for found in played if found[kind]), None)) for kind, law in enumerate(LAWS)
    )
