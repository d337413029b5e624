"""What every dated claim carries: how it is known, when it was reported, when and by whom it was entered."""

from __future__ import annotations

from paripassu.case.chain import Chain
from paripassu.case.evidence import Evidence
from paripassu.case.types import Basis, Day, Entry, Text

__all__ = ["Reported"]


class Reported(Entry):
    """A dated claim of the record or the positions.

    ``chain`` runs from the page inwards; ``reported`` is the day it was reported, ``entered`` the day it came
    into the case and ``by`` who put it there; ``supersedes`` is the id of the entry this one corrects.
    """

    id: Text | None = None
    basis: Basis | None = None
    reported: Day | None = None
    entered: Day | None = None
    by: Text | None = None
    chain: Chain = ()
    evidence: tuple[Evidence, ...] = ()
    supersedes: Text | None = None
