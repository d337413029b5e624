"""From which states would nobody move, given how the others can answer?"""

from paripassu.stability.answer import Stability, analyse
from paripassu.stability.coalitions import Coalitions, coalitions, improvements_by
from paripassu.stability.conflict import Conflict, conflict
from paripassu.stability.explanation import Explanation, explain
from paripassu.stability.inverse import Inverse, inverse
from paripassu.stability.kernels import CONCEPTS
from paripassu.stability.picture import Picture, picture
from paripassu.stability.route import Route, route_between

__all__ = [
    "CONCEPTS",
    "Coalitions",
    "Conflict",
    "Explanation",
    "Inverse",
    "Picture",
    "Route",
    "Stability",
    "analyse",
    "coalitions",
    "conflict",
    "explain",
    "improvements_by",
    "inverse",
    "picture",
    "route_between",
]
