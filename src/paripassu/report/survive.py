"""What survives when the numbers are off: the lenses' findings asked again, in sentences for the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paripassu.case.case import Case
from paripassu.report.answers import Answers
from paripassu.report.pictures.tornado import Bar
from paripassu.report.sections.uncertain import Finding, Survival
from paripassu.report.wording import listed

if TYPE_CHECKING:
    from paripassu.roadmap import Margins

__all__ = ["as_bars", "survive"]

MOST_POINTS = 2_000
"""Points of the compromise line up to which it is drawn again for the page, to keep the wait to seconds."""
FIRM = 0.95
"""Share of the draws from which a finding counts as one that stands."""


def survive(case: Case, answers: Answers, *, percent: float = 25, draws: int = 100, seed: int = 0) -> Survival | None:
    """Ask again with every number off at random by up to ``percent``; None when no answer rests on numbers.

    Parameters
    ----------
    case : Case
    answers : Answers
        What the lenses found for it.
    percent, draws, seed
        How far, how often, and from where the numbers are drawn.
    """
    findings: list[Finding] = []
    more: list[str] = []
    bars: tuple[Bar, ...] = ()
    together = 0.0
    if answers.settle is not None and len(answers.settle.points) > MOST_POINTS:
        more.append("The compromise line has too many points to be drawn again a hundred times for this page.")
    elif answers.settle is not None and answers.settle.points:
        from paripassu.settle import survival

        placed = answers.settle.draft
        asked = {"draft": dict(placed.package)} if placed is not None and placed.feasible else {}
        nash = answers.settle.solutions["nash"]
        if nash.points:
            asked["nash"] = dict(nash.points[0].packages[0])
        found = survival(case, asked, percent=percent, draws=draws, seed=seed)
        findings.append(
            Finding(words="Some package leaves everybody at least as well off as no deal.", share=found.deal)
        )
        for one in found.standings:
            name = "the draft" if one.name == "draft" else "the package the Nash rule picks"
            findings.append(
                Finding(words=f"{_upper(name)} leaves everybody at least as well off as no deal.", share=one.accepted)
            )
            if one.name == "draft":
                findings.append(Finding(words="The draft can be bettered.", share=1 - one.unbeaten))
        for choice in found.choices:
            issue = case.issues[choice.issue]
            name = issue.name or choice.issue
            if choice.between is None:
                # What the page shows is the pick at the numbers as given, whichever the draws favour.
                shown = asked["nash"][choice.issue] if "nash" in asked else choice.option
                share = choice.shares.get(shown, 0.0)
                findings.append(Finding(words=f"The Nash rule picks {shown} on {name}.", share=share))
            else:
                low, high = (issue.label(option) for option in choice.between)
                more.append(f"On {name}, the Nash rule picks from {low} to {high} in nine of ten draws.")
    if answers.roadmap is not None:
        from paripassu.roadmap import margins

        room = margins(case, answers.roadmap, percent=percent, draws=draws, seed=seed)
        if room is not None:
            findings.append(Finding(words="The order of steps shown here still holds.", share=room.share))
            more.append(_room(case, float(100 * room.together), room.party))
            bars, together = as_bars(case, room), float(room.together)
    left_open = _left_open(case, answers)
    if not (findings or left_open):
        return None
    firm = [one.words for one in findings if one.share >= FIRM]
    weak = [one.words for one in findings if one.share < 1 / 2]
    first = firm[:4] + [f"Stands in fewer than half of the draws: “{words}”" for words in weak[:1]]
    return Survival(
        findings=tuple(findings),
        draws=draws,
        percent=round(percent),
        seed=seed,
        first=tuple(first),
        note=f"Uniform draws, each number by itself; seed {seed}.",
        more=tuple(more),
        bars=bars,
        together=together,
        left_open=tuple(left_open),
    )


def as_bars(case: Case, room: Margins) -> tuple[Bar, ...]:
    """The numbers an order rests on, as the tornado draws them; those that cannot break it are left out."""
    from paripassu.roadmap.how_firm import amount_name

    return tuple(
        Bar(
            name=amount_name(case, one.place),
            lower=None if one.lower is None else float(one.lower),
            higher=None if one.higher is None else float(one.higher),
        )
        for one in room.amounts
        if one.lower is not None or one.higher is not None
    )


def _left_open(case: Case, answers: Answers) -> list[str]:
    """What is certain and what is possible where the case gives ranges or an order."""
    found = answers.settle
    if found is None or found.uncertain is None:
        return []
    from paripassu.settle import open_words, words

    doubt = found.uncertain
    says = [*open_words.centre(case, found.frontier), open_words.given(doubt), *open_words.left_open(doubt)]
    for one in doubt.packages:
        names = ["the draft" if name == "draft" else words.RULE_NAMES[name] for name in one.names]
        if names:
            who = "The draft" if names == ["the draft"] else f"The package picked at the centre by {listed(names)}"
            says.append(f"{who} ({words.package(case, one.package)}) {open_words.standing(one)}.")
    return says


def _room(case: Case, percent: float, party: str) -> str:
    if not percent:
        return (
            f"The order of steps holds with nothing to spare: at its tightest point {case.name(party)} is indifferent."
        )
    return (
        f"Whatever is drawn, the order of steps holds while no amount is off by more than {percent:.2g} %;"
        f" {case.name(party)} would be the first to gain by leaving."
    )


def _upper(words: str) -> str:
    return words[0].upper() + words[1:]
