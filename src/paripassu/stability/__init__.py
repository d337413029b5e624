"""From which states would nobody move, given how the others can answer?"""

from paripassu.stability.answer import Stability, analyse
from paripassu.stability.conflict import Conflict, conflict
from paripassu.stability.explanation import Explanation, explain
from paripassu.stability.kernels import CONCEPTS
from paripassu.stability.picture import Picture, picture
from paripassu.stability.route import Route, route_between

__all__ = [
    "CONCEPTS",
    "Conflict",
    "Explanation",
    "Picture",
    "Route",
    "Stability",
    "analyse",
    "conflict",
    "explain",
    "picture",
    "route_between",
]
