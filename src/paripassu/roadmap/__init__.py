"""In which order can the steps be done so that no one gains by walking away."""

from paripassu.roadmap.answer import find
from paripassu.roadmap.check import check, replay
from paripassu.roadmap.compare import Comparison, compare, evaluate
from paripassu.roadmap.doubt import Attempt, Doubt, Screening, doubt
from paripassu.roadmap.facts import Fact, Facts, facts
from paripassu.roadmap.guarantees import Guarantees, guarantee_front
from paripassu.roadmap.margins import AmountMargin, Margins, margins
from paripassu.roadmap.parts import Cut, Parts, parts
from paripassu.roadmap.read_case import as_signed
from paripassu.roadmap.result import Blocked, Course, Exposure, FrontPoint, Ranges, Remedy, Roadmap
from paripassu.roadmap.robust import Robust
from paripassu.roadmap.standing import Happened, Today
from paripassu.roadmap.violation import Replay, Violation

__all__ = [
    "AmountMargin",
    "Attempt",
    "Blocked",
    "Comparison",
    "Course",
    "Cut",
    "Doubt",
    "Exposure",
    "Fact",
    "Facts",
    "FrontPoint",
    "Guarantees",
    "Happened",
    "Margins",
    "Parts",
    "Ranges",
    "Remedy",
    "Replay",
    "Roadmap",
    "Robust",
    "Screening",
    "Today",
    "Violation",
    "as_signed",
    "check",
    "compare",
    "doubt",
    "evaluate",
    "facts",
    "find",
    "guarantee_front",
    "margins",
    "parts",
    "replay",
]
