"""From which states would nobody move, given how the others can answer?"""

from paripassu.stability.kernels import CONCEPTS

__all__ = ["CONCEPTS"]
