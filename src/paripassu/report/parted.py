"""From the answer to `--split` to its picture: the parts without doubt and, where asked, for each T under doubt."""

from __future__ import annotations

from fractions import Fraction

from paripassu.case.case import Case
from paripassu.errors import CommandError
from paripassu.report import style
from paripassu.report.charts import Chart
from paripassu.report.pictures.split import Panel, Part, split
from paripassu.roadmap.doubt_result import Doubt, Screening, each
from paripassu.roadmap.how_firm import per_cent
from paripassu.roadmap.parts import Parts, part_name
from paripassu.roadmap.ranges import fixed
from paripassu.roadmap.screening import beliefs

__all__ = ["parted"]

PARTS = "parts"


def parted(kind: str, case: Case, found: Parts) -> Chart:
    """The picture of how steps are cut.

    Parameters
    ----------
    kind : str
        `parts`, or `parts:T` for one T only, beside the parts without doubt.
    case : Case
    found : Parts

    Raises
    ------
    CommandError
        For another kind, a T that is not in the answer, or when no parts do.
    """
    name, colon, only = kind.partition(":")
    rows = found.doubt.screening if found.doubt else ()
    shown = [row for row in rows if not colon or str(row.phases) == only]
    if name != PARTS or (colon and not shown):
        ways = " or ".join(["parts", *(["parts:T with a T of the answer"] if rows else [])])
        raise CommandError(f"--picture: expected {ways} with --split, got `{kind}`.")
    panels = [_without_doubt(case, found)]
    if found.doubt is not None:
        panels += [_under_doubt(case, found.doubt, row) for row in shown] or [_no_parts(found.doubt)]
    if not any(panel.parts for panel in panels):
        raise CommandError("--plot: no parts do, so there is nothing to draw.")
    doers = {step: case.steps[step].doer for step in found.steps}
    shade = style.parties(case.parties)
    return split(
        panels,
        {step: f"{case.steps[step].name or step.replace('-', ' ')} ({case.name(doers[step])})" for step in found.steps},
        {step: shade[doers[step]] for step in found.steps},
        unit=" (illustration)" if found.illustration else "",
    )


def _without_doubt(case: Case, found: Parts) -> Panel:
    if found.fewest is None:
        return Panel(title="Without doubt", parts=(), words=found.summary())
    count, at = found.fewest.count, fixed(case)
    phases = {name: number for number, phase in enumerate(found.fewest.phases, start=1) for name in phase}
    how = "whole" if count == 1 else f"{count} {found.fewest.sizes} parts"
    words = "Nobody gains by leaving or cheating at any point when each knows what every other gains and loses."
    return Panel(
        title=f"Without doubt: {how}",
        parts=tuple(
            Part(
                step=step,
                phase=phases[part_name(at, step, number, count)],
                share=float(share),
                amount=float(share * at.steps[step].cost[0]),
            )
            for step, shares in found.fewest.shares.items()
            for number, share in enumerate(shares, start=1)
        ),
        words=f"{words} No guarantee is needed beyond those given.",
    )


def _no_parts(doubt: Doubt) -> Panel:
    words = doubt.summary()
    if doubt.status == "not reckoned":
        words = "Nothing is reckoned for this exchange; the answer in words says what it would need."
    return Panel(title="Under doubt", parts=(), words=words)


def _under_doubt(case: Case, doubt: Doubt, row: Screening) -> Panel:
    at, called = fixed(case), {party: case.parties[party].short or case.name(party) for party in doubt.prior}
    ends = "with the first part" if row.phases == 1 else f"over the first {row.phases} parts"
    count = len(next(iter(row.shares.values())))
    paths = {called[party]: beliefs(prior, count, row.phases) for party, prior in doubt.prior.items()}
    extra = each({called[party]: amount for party, amount in row.guarantee_needed.items()})
    held = "No guarantee is needed beyond those given." if extra == "none" else f"Extra guarantee: {extra}."
    return Panel(
        title=f"Under doubt, T = {row.phases}: it ends {ends}",
        parts=tuple(
            Part(step=step, phase=number, share=float(share), amount=float(share * at.steps[step].cost[0]))
            for step, shares in row.shares.items()
            for number, share in enumerate(shares, start=1)
        ),
        believed=tuple(_believed({name: path[k] for name, path in paths.items()}) for k in range(count)),
        words=f"{held} {row.risk(called)}",
    )


def _believed(chances: dict[str, Fraction]) -> str:
    """How likely each side is to be sincere, as the other sees it, when nobody has taken so far."""
    if set(chances.values()) == {1}:
        return "doubt is over"
    if len(set(chances.values())) == 1:
        return f"each sincere: {per_cent(next(iter(chances.values())))}"
    return "sincere: " + ", ".join(f"{name} {per_cent(chance)}" for name, chance in chances.items())
