"""What an order survives when the amounts are off, in sentences and as a table."""

from __future__ import annotations

from fractions import Fraction

from paripassu.case.case import Case
from paripassu.case.issues import plain
from paripassu.roadmap.margins import AmountMargin, Margins
from paripassu.roadmap.why_not import short_names

__all__ = ["amount_name", "per_cent", "sensitivity"]

SHOWN = 12
"""Amounts listed in words; all are in the JSON."""


def sensitivity(case: Case, found: Margins) -> list[str]:
    """How far the amounts may be off before the order breaks: all at once, at random, and each by itself.

    Examples
    --------
    >>> import paripassu as pp
    >>> case = pp.load("toy/side-by-side")
    >>> margins = pp.roadmap.margins(case, pp.roadmap.find(case))
    >>> print(sensitivity(case, margins)[0])
    This order holds with nothing to spare: at its tightest point, doing its part of phase 7, US is indifferent.
    """
    name, where = short_names(case)[found.party], _where(found)
    if not found.together:
        lines = [f"This order holds with nothing to spare: at its tightest point, {where}, {name} is indifferent."]
    elif found.together == 1:
        lines = ["This order holds however far the amounts are off, up to the whole of each."]
    else:
        lines = [
            f"This order holds while no amount is off by more than {per_cent(found.together)}, all at once and each in "
            f"the worst direction; beyond that {name} is the first to gain by leaving or cheating ({where})."
        ]
    lines.append(
        f"With every amount off at random by up to {found.percent:g} %, it holds in {found.share:.0%} of {found.draws} "
        f"draws (seed {found.seed})."
    )
    delicate = [one for one in found.amounts if one.lower is not None or one.higher is not None]
    if delicate:
        lines += ["", "One amount off by itself, the most delicate first; the order breaks beyond:"]
        lines += _table(case, delicate)
    rest = len(found.amounts) - len(delicate)
    if rest:
        count = "1 other amount" if rest == 1 else f"{rest} other amounts"
        lines.append(f"{count}: nothing breaks up to the whole amount or twice as much.")
    return lines


def amount_name(case: Case, place: str) -> str:
    """An amount by its key in the case file, as a person says it.

    Examples
    --------
    >>> import paripassu as pp
    >>> case = pp.load("toy/side-by-side")
    >>> amount_name(case, "stakes.us.end"), amount_name(case, "steps.drills.value.dprk")
    ('end value of US', 'drills: worth to DPRK')
    """
    name = short_names(case)
    kind, _, rest = place.partition(".")
    if kind == "stakes":
        party, _, key = rest.rpartition(".")
        return f"{_STAKES[key]} of {name[party]}"
    for step in case.steps:  # a step's name may hold a dot
        key, _, party = rest.removeprefix(f"{step}.").partition(".")
        if rest.startswith(f"{step}.") and key in _STEPS and (not party or party in name):
            return f"{step}: {_STEPS[key]}{f' {name[party]}' if party else ''}"
    return place


def per_cent(share: Fraction) -> str:
    """A share as per cent, to three figures.

    Examples
    --------
    >>> per_cent(Fraction(1, 12)), per_cent(Fraction(1, 4))
    ('8.33 %', '25 %')
    """
    return f"{float(100 * share):.3g} %"


_STAKES = {"end": "end value", "outside": "value of no deal", "guarantee": "guarantee"}
_STEPS = {"cost": "cost", "recover": "what can be undone", "value": "worth to", "revoke": "taken back from"}


def _where(found: Margins) -> str:
    if found.what == "signing":
        return "signing"
    if found.what == "doing its part":
        return f"doing its part of phase {found.phase}"
    return f"staying after phase {found.phase}" if found.phase else "staying at the beginning"


def _table(case: Case, delicate: list[AmountMargin]) -> list[str]:
    table = [("amount", "given", "lower by", "higher by")]
    for one in delicate[:SHOWN]:
        low, high = ("-" if share is None else per_cent(share) for share in (one.lower, one.higher))
        table.append((amount_name(case, one.place), plain(one.amount), low, high))
    widths = [max(len(row[column]) for row in table) for column in range(4)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
    if len(delicate) > SHOWN:
        lines.append(f"... and {len(delicate) - SHOWN} more (--json lists them all)")
    return lines
