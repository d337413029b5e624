"""Contacts of which neither day nor names need be told: (text, [(kind, on, participants)]), in order.

Read by a person; every report is of Friday 22 February 2019.
"""

from __future__ import annotations

from tests.read.contact_cases import Told

SIDED: list[tuple[str, list[Told]]] = [
    # marked out from talks in general, and with whom
    (
        "Hours before another face-to-face meeting with Finnish leader Bo Berg, President Ann Lee raised hopes.",
        [("meeting", None, ["Ann Lee", "Bo Berg"])],
    ),
    ("The festival sparked the first talks between Norway and Sweden.", [("talks", None, [])]),
    ("Little came of months of follow-up talks between the two sides.", [("talks", None, [])]),
    ("The pastor called for more impromptu talks with Norway.", [("talks", None, [])]),
    ("The mayor urged both sides to hold working-level talks.", [("talks", None, [])]),
    # sitting in talks, going somewhere for talks
    ("Negotiators on both sides had spent months in talks.", [("talks", None, [])]),
    (
        "The envoy, Bo Berg, who spent much of the day in talks with a Swedish delegation, was tired.",
        [("talks", None, ["Bo Berg"])],
    ),
    (
        "Envoy Bo Berg came to Oslo on Monday for talks with Norway's ministers.",
        [("visit", "2019-02-18", ["Bo Berg"]), ("talks", None, ["Bo Berg"])],
    ),
    # two states at a summit: those who lead them
    (
        "Norwegian President Ann Lee and Swedish leader Bo Berg keep bees. Ships crossed after the first summit "
        "between Norway and Sweden.",
        [("summit", None, ["Ann Lee", "Bo Berg"])],
    ),
    # talks in general, wishes, what a meeting would be
    ("Norway wants talks with Sweden.", []),
    ("No further talks with Sweden were on his mind.", []),
    ("It would be the first meeting between a Norwegian president and a Swedish king.", []),
]
