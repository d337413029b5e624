"""One picture of one answer, written to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from paripassu.case.case import Case
from paripassu.errors import CommandError
from paripassu.report import charts
from paripassu.roadmap.parts import Parts

__all__ = ["plot"]

_ORDERS = ("gantt", "orders", "time", "tornado", "corridor")
"""Pictures of an order of phases."""


def plot(kind: str, case: Case, result: Any, path: Path) -> None:
    """Write one picture as SVG or PNG, by the ending of the name.

    Parameters
    ----------
    kind : str
        `frontier` (a settlement), `states` (stability), `gantt`, `orders`, `time`, `tornado` or `corridor:PARTY` (a
        roadmap), `parts` or `parts:T` (steps that are cut).
    case : Case
    result
        What the lens answered.
    path : Path
        Ends in `.svg` or `.png`.

    Raises
    ------
    CommandError
        For an unknown kind or ending, when there is nothing to draw, or without the extra `charts`.
    """
    charts.save(_chart(kind, case, result), path)


def _chart(kind: str, case: Case, result: Any) -> charts.Chart:
    from paripassu.report.sections import agreed, hold, order

    if isinstance(result, Parts):
        from paripassu.report.parted import parted

        return parted(kind, case, result)
    name, _, party = kind.partition(":")
    if name == "frontier":
        tree = result.to_dict()
        if not tree["frontier"]:
            raise CommandError("--plot: no package gives every party its no deal, so there is nothing to draw")
        return agreed.room(case, tree)
    if name == "states":
        drawn = hold.states_and_moves(case, result)
        if drawn is None:
            raise CommandError("--plot: the states are too many, or too unlike, to be drawn; see the table instead")
        return drawn[0]
    if name in _ORDERS and (result.course is None or not result.course.phases):
        raise CommandError("--plot: there is no order of phases to draw")
    if name == "gantt":
        return order.in_order(case, result)
    if name == "orders":
        return order.orders_compared(case, result, list(result.stake))
    if name == "time":
        return order.exposure_against_time(case, result)
    if name == "tornado":
        return _tornado(case, result)
    if name == "corridor" and party in result.stake:
        return order.corridors(case, result, [party])[party]
    raise CommandError(
        f"--plot: expected frontier, states, gantt, orders, time, tornado or corridor:PARTY, got `{kind}`"
    )


def _tornado(case: Case, result: Any) -> charts.Chart:
    from paripassu.report.pictures.tornado import tornado
    from paripassu.report.survive import as_bars
    from paripassu.roadmap import margins

    room = result.sensitivity or margins(case, result)
    if room is None or not (bars := as_bars(case, room)):
        raise CommandError("--plot: no order that some number could break, so there is nothing to draw")
    return tornado(bars, float(room.together), unit=" (illustration)" if result.illustration else "")
