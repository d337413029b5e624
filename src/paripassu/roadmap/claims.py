"""What a roadmap's JSON claims, against what came of replaying it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from paripassu.case.issues import plain
from paripassu.case.types import amount

if TYPE_CHECKING:
    from paripassu.roadmap.violation import Replay, Violation

__all__ = ["claims", "exact_share"]


def claims(found: Replay, roadmap: Mapping[str, Any]) -> Iterator[str]:
    """Every claim that is not so, in words. A key that is absent or null claims nothing."""
    status = roadmap.get("status")
    if status not in ("found", "no roadmap", "limit", None):
        yield f"`status` is {status!r}; expected found, no roadmap or limit."
    if found.violations and found.violations[0].reason == "order":
        if status == "no roadmap":
            yield found.violations[0].words
        return
    yield from _number(roadmap, ("time_days",), Fraction(found.time_days), "time_days")
    avoidable = Fraction(0)
    for party, most in found.exposure.items():
        least = found.floor[party]
        avoidable = max(avoidable, most - least)
        yield from _number(roadmap, ("exposure", "by_party", party), most, f"the exposure of {party}")
        yield from _number(roadmap, ("exposure", "floor", party), least, f"the floor of {party}")
    yield from _number(roadmap, ("exposure", "avoidable"), avoidable, "the avoidable exposure")
    yield from _number(roadmap, ("exposure", "max"), max(found.exposure.values(), default=Fraction(0)), "the exposure")
    for number, rooms in enumerate(found.room):
        for party, room in rooms.items():
            what = f"{party} would lose by its best way out of phase {number + 1}"
            yield from _number(roadmap, ("slack", number, party), room, f"what {what}")
    for number, nets in enumerate(found.net):
        for party, net in nets.items():
            when = f"after phase {number}" if number else "before phase 1"
            yield from _number(roadmap, ("net", number, party), net, f"what {party} is behind by {when}")
    cap = _at(roadmap, ("how", "parameters", "cap"))
    within = cap is None or avoidable <= amount(cap)
    if status == "no roadmap" and not found.violations and not within:
        return  # the cap alone stands in the way
    if status == "no roadmap":
        yield from _blocking(found, roadmap)
    elif not within:
        yield f"The avoidable exposure {plain(avoidable)} is above the cap of {cap}."
    elif not found.violations:
        yield from _number(roadmap, ("guarantee_needed",), Fraction(0), "guarantee_needed")


def exact_share(roadmap: Mapping[str, Any]) -> Fraction:
    """The share by which a roadmap claims to survive every amount being off; 0 when it claims nothing."""
    percent = _at(roadmap.get("exact"), ("robust", "percent"))
    try:
        return min(Fraction(1), max(Fraction(0), amount(percent if percent is not None else 0) / 100))
    except ValueError:
        return Fraction(0)


def _blocking(found: Replay, roadmap: Mapping[str, Any]) -> Iterator[str]:
    claimed = roadmap.get("blocking")
    if not found.violations:
        yield "The order shown holds, so there is a roadmap."
        return
    if not isinstance(claimed, Mapping):
        yield "`blocking` is missing."
        return
    same = [one for one in found.violations if _is(one, claimed)]
    if not same:
        said = ", ".join(f"{key} {claimed.get(key)}" for key in ("party", "phase", "reason"))
        yield f"Nothing breaks at {said}; what breaks first: {found.violations[0].words}"
        return
    yield from _number(roadmap, ("blocking", "shortfall"), _short(same), "the shortfall")
    amounts = [one for one in found.violations if one.reason != "too late"]
    if all(one.shortfall is not None for one in amounts):
        yield from _number(roadmap, ("guarantee_needed",), _short(amounts), "guarantee_needed")


def _is(one: Violation, claimed: Mapping[str, Any]) -> bool:
    return all(str(claimed.get(key)) == str(getattr(one, key)) for key in ("party", "phase", "reason"))


def _short(violations: list[Violation]) -> Fraction:
    gaps = [one.shortfall if one.shortfall is not None else one.gap for one in violations]
    return max((gap for gap in gaps if gap is not None), default=Fraction(0))


def _number(roadmap: Mapping[str, Any], path: tuple[str | int, ...], right: Fraction, what: str) -> Iterator[str]:
    """The exact text is judged where there is one; the JSON number beside it must be the nearest to it."""
    number = _at(roadmap, path)
    exact = _at(roadmap.get("exact"), path)
    for said, same in ((number, lambda said: float(said) == float(right)), (exact, lambda said: said == right)):
        if said is None:
            continue
        try:
            good = same(amount(said))
        except ValueError:
            good = False
        if not good:
            yield f"It claims {what} is {said}; it is {plain(right)}."
            return


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        if isinstance(key, int):
            value = value[key] if isinstance(value, list) and key < len(value) else None
        else:
            value = value.get(key) if isinstance(value, Mapping) else None
    return value
