"""From which states would nobody move, given how the others can answer?"""

from paripassu.stability.answer import Stability, analyse
from paripassu.stability.coalitions import Coalitions, coalitions, improvements_by
from paripassu.stability.conflict import Conflict, conflict
from paripassu.stability.explanation import Explanation, explain
from paripassu.stability.graph import Place
from paripassu.stability.inverse import Inverse, inverse
from paripassu.stability.kernels import CONCEPTS
from paripassu.stability.perception import AsSeen, as_seen
from paripassu.stability.picture import Picture, picture
from paripassu.stability.route import Route, route_between
from paripassu.stability.what_if import WhatIf, what_if

__all__ = [
    "CONCEPTS",
    "AsSeen",
    "Coalitions",
    "Conflict",
    "Explanation",
    "Inverse",
    "Picture",
    "Place",
    "Route",
    "Stability",
    "WhatIf",
    "analyse",
    "as_seen",
    "coalitions",
    "conflict",
    "explain",
    "improvements_by",
    "inverse",
    "picture",
    "route_between",
    "what_if",
]
