"""What is left open, in plain words: which numbers were taken for the point answer, and what holds for all of them."""

from __future__ import annotations

from paripassu.case import Case
from paripassu.settle.result import Frontier
from paripassu.settle.uncertainty import Likelihood, Uncertainty

__all__ = ["centre", "given", "left_open", "standing"]


def centre(case: Case, line: Frontier) -> list[str]:
    """For each party whose numbers are left open: which ones the point answer takes."""
    says = []
    for party in line.parties:
        if not case.preferences[party].unsure:
            continue
        weights, no_deal = (str(line.how.parameters[key][party]) for key in ("weights_from", "no_deal_from"))
        taken = [f"weights at the {weights}"] * (weights != "case")
        taken += ["no deal at the centre of its range"] * no_deal.startswith("centre")
        says.append(f"{case.name(party)}: {' and '.join(taken)}.")
    return says


def given(found: Uncertainty) -> str:
    """What was drawn, how often."""
    if found.percent is not None:
        what = f"every number off by up to {found.percent:g} %, each by itself"
    else:
        what = "weights and no deal drawn from what the case leaves open"
    return f"{found.samples:,} draws, seed {found.seed}: {what}."


def left_open(found: Uncertainty) -> list[str]:
    """How many packages are efficient whatever the weights, how many for some, and how often there is a deal."""
    says = [f"A deal is possible in {found.deal:.0%} of the draws."]
    if found.percent is None:
        sure = sum(one.necessarily is True for one in found.packages)
        some = sum(one.possibly is True and not one.necessarily for one in found.packages)
        never = sum(one.possibly is False for one in found.packages)
        unsettled = sum(one.possibly is None or one.necessarily is None for one in found.packages)
        says.append(
            f"On the line whatever the numbers left open turn out to be (necessarily efficient): {sure} of the"
            f" {len(found.packages):,} packages looked at. For some of them only (possibly efficient): {some}"
            + (f"; for none: {never}" if never else "")
            + (f"; not settled for {unsettled}" if unsettled else "")
            + "."
        )
    if found.more_packages:
        says.append(f"{found.more_packages:,} more packages are on the line in some draw.")
    if found.cut:
        says.append(f"In {found.cut:,} draws the search reached its limit.")
    return says


def standing(one: Likelihood) -> str:
    """How one package fares, as a sentence without its subject."""
    if one.necessarily:
        where = "on the line whatever the numbers left open turn out to be"
    elif one.possibly:
        where = f"on the line for some of the numbers left open, {one.frontier:.0%} of the draws"
    elif one.possibly is False:
        where = "on the line for none of the numbers left open"
    else:
        where = f"on the line in {one.frontier:.0%} of the draws"
    return f"is {where}; it is worth no deal or more to everybody in {one.accepted:.0%}"
