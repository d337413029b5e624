"""Sentences that tell an act by other words than its verb: (text, [(kind, on, participants)]), in order.

Read by a person; every report is of Friday 22 February 2019.
"""

from __future__ import annotations

from tests.read.contact_cases import Told

TURNS: list[tuple[str, list[Told]]] = [
    # to stay away, to refuse; to refuse to comment is no act towards the other side
    (
        "Envoy Bo Berg failed to show up at the talks on Monday.",
        [("announcement", "2019-02-18", ["Bo Berg"]), ("talks", "2019-02-18", [])],
    ),
    (
        "The talks were due on February 18, but Envoy Bo Berg did not appear.",
        [("talks", "2019-02-18", []), ("announcement", "2019-02-18", ["Bo Berg"])],
    ),
    ("Envoy Bo Berg did not appear on television on Monday.", []),
    ("Minister Ann Lee declined to meet the rebels on Monday.", [("announcement", "2019-02-18", ["Ann Lee"])]),
    ("Norway has refused to resume the talks.", [("announcement", None, [])]),
    ("Minister Ann Lee declined to comment on Monday.", []),
    ("Norway may refuse to attend.", []),
    # to say that one will is to agree; the day is that of the saying
    ("Minister Ann Lee said she would accept a direct meeting.", [("announcement", None, ["Ann Lee"])]),
    ("Minister Ann Lee said she would not attend the talks.", []),
    # lines cut
    ("Norway said it was cutting off all communication channels on Tuesday.", [("announcement", "2019-02-19", [])]),
    ("On Monday, Norway severed the hotline.", [("announcement", "2019-02-18", [])]),
    ("Norway has cut communications in the past.", []),
    ("Norway may cut the hotline.", []),
    ("Norway cut the budget line by half.", []),
    # nouns: an invitation, an agreement to meet, a threat to leave; answered, the answer is the act
    ("President Ann Lee's invitation to Bo Berg came late.", [("announcement", None, ["Ann Lee"])]),
    ("An invitation from President Ann Lee lay on the desk.", [("announcement", None, ["Ann Lee"])]),
    ("Ann Lee's agreement to meet with the rebels was a surprise.", [("announcement", None, ["Ann Lee"])]),
    ("It rained after repeated threats by Norway to pull out of the talks.", [("announcement", None, [])]),
    ("Norway's threats to build a dam are old.", []),
    ("Minister Ann Lee accepted Bo Berg's invitation.", [("announcement", None, ["Ann Lee"])]),
    (
        "Norway threatened through its news agency to pull out of the talks.\n\nNorway's threat to pull out was old.",
        [("announcement", None, [])],
    ),
]
