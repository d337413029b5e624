"""Which packages no one can better, what fair rules pick, and which trades improve on a draft."""

from paripassu.settle.draft import Draft, Trade, place
from paripassu.settle.line import LIMIT, frontier
from paripassu.settle.result import Frontier, Point, Solution, Status
from paripassu.settle.settlement import Price, Settlement, settle
from paripassu.settle.solutions import egalitarian, kalai_smorodinsky, nash, utilitarian
from paripassu.settle.survival import Choice, Standing, Survival, survival
from paripassu.settle.uncertainty import Likelihood, Uncertainty, uncertainty

__all__ = [
    "LIMIT",
    "Choice",
    "Draft",
    "Frontier",
    "Likelihood",
    "Point",
    "Price",
    "Settlement",
    "Solution",
    "Standing",
    "Status",
    "Survival",
    "Trade",
    "Uncertainty",
    "egalitarian",
    "frontier",
    "kalai_smorodinsky",
    "nash",
    "place",
    "settle",
    "survival",
    "uncertainty",
    "utilitarian",
]
