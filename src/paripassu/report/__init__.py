"""How an answer is shown so that it can be checked: the brief, and every picture by itself."""

from paripassu.report.brief import brief
from paripassu.report.plot import plot
from paripassu.report.sheet import sheet

__all__ = ["brief", "plot", "sheet"]
