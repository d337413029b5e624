"""Which packages no one can better, what fair rules pick, and which trades improve on a draft."""

from paripassu.settle.line import LIMIT, frontier
from paripassu.settle.result import Frontier, Point, Solution, Status
from paripassu.settle.solutions import egalitarian, kalai_smorodinsky, nash, utilitarian

__all__ = [
    "LIMIT",
    "Frontier",
    "Point",
    "Solution",
    "Status",
    "egalitarian",
    "frontier",
    "kalai_smorodinsky",
    "nash",
    "utilitarian",
]
