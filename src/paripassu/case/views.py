"""How a party believes the others rank the states, where that is not how they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from paripassu.case.load import Path_
from paripassu.case.ranking import Ranking
from paripassu.case.references import Report, known
from paripassu.case.types import Basis, Day, Entry, Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from paripassu.case.case import Case
    from paripassu.case.options import Options

__all__ = ["View", "check"]


class View(Entry):
    """One party's picture of the others: rankings it believes they have. Those it is right about are left out."""

    basis: Basis | None = None
    as_of: Day | None = None
    ranking: dict[Text, Ranking] = Field(min_length=1)


def check(case: Case, options: Options, states: NDArray[np.int64] | None, report: Report) -> None:
    """Parties with moves on both sides, and rankings as in `ranking`."""
    from paripassu.case import ranking

    movers = case.graph.moves if case.graph else case.moves
    for party, view in case.views.items():
        known(report, ("views", party), party, movers, "a party with moves")

        def within(path: Path_, expected: str, got: str, near: str | None = None, /, *, party: str = party) -> None:
            report(("views", party, *path), expected, got, near)

        if party in view.ranking:
            within(("ranking", party), "rankings of the others", f"`{party}`'s own (it stands under `ranking`)")
        ranking.check(case.model_copy(update={"ranking": view.ranking}), options, states, within)
