"""Journeys, calls and letters: (text, [(kind, on, participants)]), in order.

Read by a person; every report is of Friday 22 February 2019.
"""

from __future__ import annotations

from tests.read.contact_cases import Told

JOURNEYS: list[tuple[str, list[Told]]] = [
    # a day or an adverb before the goal, a seat of power as the goal, a capital no list knows
    ("President Ann Lee departs later on Monday for Oslo.", [("visit", "2019-02-25", ["Ann Lee"])]),
    ("Envoy Bo Berg will probably come to Geneva on Monday.", [("visit", "2019-02-25", ["Bo Berg"])]),
    ("Minister Ann Lee is scheduled to visit the White House on Monday.", [("visit", "2019-02-25", ["Ann Lee"])]),
    ("Minister Ann Lee leaves for Wexholm on Saturday.", [("visit", "2019-02-23", ["Ann Lee"])]),
    (
        "Minister Ann Lee spoke to the press while arriving at the State Department on Monday.",
        [("visit", "2019-02-18", ["Ann Lee"])],
    ),
    # no journey for talks: of those set free, of tourists, of a ship, of what is no goal
    ("The freed sailors, Bo Berg and Leif Dahl, landed in Oslo on Monday.", []),
    ("Some 900 tourists visited Geneva last month.", []),
    ("The plan is to come into effect when Norway leaves the European Union on Monday.", []),
    ("President Ann Lee visited a bakery on Monday.", []),
    ("Norway even left open the possibility on Monday.", []),
    ("President Ann Lee returned to the White House on Monday.", []),
]
