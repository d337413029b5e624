"""What sides put their names to: papers that they sign or issue, and what one takes on towards the other."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.contact import plural
from paripassu.read.deeds import Deeds
from paripassu.read.vocabulary import ACTS

__all__ = ["NO_DEAL", "PAPERS", "SIGNED", "Pledges"]

NO_DEAL = bag("sanctions raise process package table decision")  # dealt in, but of one side's own making
SIGNED = bag("signed signing")
_TAKES_ON = bag("pledged promised vowed agreed committed pledging promising agreeing")
_ENDS = bag(
    "dismantle abandon freeze suspend halt disarm denuclearize denuclearise give end stop shut close scrap eliminate "
    "surrender destroy disable dismantling abandoning freezing suspending halting ending"
)
_PACTS = bag("document documents memorandum protocol charter settlement pledge contract")
_ISSUES = SIGNED | bag("issued published released adopted")
PAPERS = bag(
    "text draft deal agreement truce ceasefire timetable schedule roadmap terms communique declaration plan date"
)


class Pledges(Deeds):
    """The rules, one a method."""

    def told(self, k: int) -> bool:
        return self.near(k, bag("statement declaration communique communiqué"), 6) is not None

    def paper(self, k: int) -> bool:
        """Whether a deal or a paper of two sides is signed: a budget is not."""
        return self.near(k, PAPERS | _PACTS | ACTS["dealings"], 8) is not None or self.told(k)

    def disarms(self, k: int) -> bool:
        """``pledged to dismantle its programme``: what a side takes on towards the other, told with its day or year."""
        at = self.near(k, _ENDS, 5)
        return self.sentence.low[k] in _TAKES_ON and at is not None

    def shared(self, k: int) -> bool:
        """``signed an accord with Norway``, ``the two issued a joint statement``: a paper of two sides."""
        low = self.sentence.low
        paper = self.near(k, PAPERS | _PACTS | (ACTS["dealings"] - NO_DEAL) | {"statement"}, 8)
        if paper is None or low[k] not in _ISSUES:
            return False
        to = next((m for m in range(paper, min(paper + 4, len(low) - 1)) if low[m] == "with"), None)
        if to is not None and any(to < m.i <= to + 4 for m in self.found):
            return True
        subject = self.subject(k)
        both = subject is not None and (" and " in subject.name or plural(subject.name))
        return both or "joined" in low[max(0, k - 4) : k]
