"""Sentences written to show one way each of telling a contact: (text, [(kind, on, participants)]), in order.

Read by a person; every report is of Friday 22 February 2019.
"""

from __future__ import annotations

Told = tuple[str, str | None, list[str]]
CASES: list[tuple[str, list[Told]]] = [
    # verbs of meeting
    (
        "Minister Ann Lee left after meeting with Envoy Bo Berg on Monday.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    ("President Ann Lee received Envoy Bo Berg on Monday.", [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])]),
    ("Envoy Bo Berg had dinner with Minister Ann Lee on Monday.", [("meeting", "2019-02-18", ["Bo Berg", "Ann Lee"])]),
    (
        "Minister Ann Lee conferred by telephone with Envoy Bo Berg on Monday.",
        [("call", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Envoy Bo Berg met Norwegian Minister Ann Lee and Swedish Minister Cy Dahl on Monday.",
        [("meeting", "2019-02-18", ["Bo Berg", "Ann Lee"]), ("meeting", "2019-02-18", ["Bo Berg", "Cy Dahl"])],
    ),
    # calls and letters
    (
        "Minister Ann Lee on Sunday called President Bo Berg and Prime Minister Cy Dahl.",
        [("call", "2019-02-17", ["Ann Lee", "Bo Berg"]), ("call", "2019-02-17", ["Ann Lee", "Cy Dahl"])],
    ),
    ("Minister Ann Lee called Bo Berg a gambler on Sunday.", []),
    ("Envoy Bo Berg handed Minister Ann Lee a paper on Monday.", [("letter", "2019-02-18", ["Bo Berg", "Ann Lee"])]),
    # travel
    ("Minister Ann Lee left Oslo for Geneva on Monday.", [("visit", "2019-02-18", ["Ann Lee"])]),
    ("Minister Ann Lee has been in Geneva since Sunday.", [("visit", "2019-02-17", ["Ann Lee"])]),
    ("Minister Ann Lee is to board a flight on Saturday.", [("visit", "2019-02-23", ["Ann Lee"])]),
    ("Minister Ann Lee is arranging a visit to Geneva in March.", [("visit", "2019-03", ["Ann Lee"])]),
    ("Minister Ann Lee may go to Geneva.", []),
    # acts of a side
    ("Minister Ann Lee accepted an invitation from Oslo.", [("announcement", None, ["Ann Lee"])]),
    ("Minister Ann Lee did not accept an invitation from Oslo.", []),
    ("The truce was brokered in January.", [("announcement", "2019-01", [])]),
    ("Norway called off a visit by Minister Ann Lee.", [("cancellation", None, ["Ann Lee"])]),
    (
        "The deputy said on Sunday that Minister Ann Lee had agreed to free the crew.",
        [("announcement", "2019-02-17", ["Ann Lee"])],
    ),
    (
        "Hours after Norway scrapped the talks, Minister Ann Lee conferred with Bo Berg on Monday.",
        [("cancellation", None, []), ("talks", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
]
