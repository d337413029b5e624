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
    ("A second session is expected on Monday.", [("talks", "2019-02-25", [])]),
    ("President Ann Lee received Envoy Bo Berg on Monday.", [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])]),
    ("Envoy Bo Berg had dinner with Minister Ann Lee on Monday.", [("meeting", "2019-02-18", ["Bo Berg", "Ann Lee"])]),
    (
        "Minister Ann Lee conferred by telephone with Envoy Bo Berg on Monday.",
        [("call", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Envoy Bo Berg met Norwegian Minister Ann Lee and Swedish Minister Eva Dahl on Monday.",
        [("meeting", "2019-02-18", ["Bo Berg", "Ann Lee"]), ("meeting", "2019-02-18", ["Bo Berg", "Eva Dahl"])],
    ),
    (
        "Minister Ann Lee met Envoy Bo Berg on Monday and again on Wednesday.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"]), ("meeting", "2019-02-20", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Minister Ann Lee met Envoy Bo Berg on Monday, and on Wednesday the snow melted.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Minister Ann Lee scrapped the meeting on Monday, blaming what she called open hostility on that day.",
        [("cancellation", "2019-02-18", ["Ann Lee"])],
    ),
    ("The talks open on Monday in Oslo.", [("talks", "2019-02-25", [])]),
    # calls and letters
    (
        "Minister Ann Lee spoke by phone with Envoy Bo Berg on Monday and with Minister Eva Dahl a day later.",
        [("call", "2019-02-18", ["Ann Lee", "Bo Berg"]), ("call", "2019-02-19", ["Ann Lee", "Eva Dahl"])],
    ),
    (
        "Minister Ann Lee talked with Envoy Bo Berg on Monday and with Minister Eva Dahl on Tuesday.",
        [("call", "2019-02-18", ["Ann Lee", "Bo Berg"]), ("call", "2019-02-19", ["Ann Lee", "Eva Dahl"])],
    ),
    (
        "Minister Ann Lee on Sunday called President Bo Berg and Prime Minister Eva Dahl.",
        [("call", "2019-02-17", ["Ann Lee", "Bo Berg"]), ("call", "2019-02-17", ["Ann Lee", "Eva Dahl"])],
    ),
    ("Minister Ann Lee called Bo Berg a gambler on Sunday.", []),
    ("Envoy Bo Berg handed Minister Ann Lee a paper on Monday.", [("letter", "2019-02-18", ["Bo Berg", "Ann Lee"])]),
    # travel
    ("Minister Ann Lee left Oslo for Geneva on Monday.", [("visit", "2019-02-18", ["Ann Lee"])]),
    ("Minister Ann Lee has been in Geneva since Sunday.", [("visit", "2019-02-17", ["Ann Lee"])]),
    ("Minister Ann Lee is to board a flight on Saturday.", [("visit", "2019-02-23", ["Ann Lee"])]),
    ("Minister Ann Lee is arranging a visit to Geneva in March.", [("visit", "2019-03", ["Ann Lee"])]),
    ("Minister Ann Lee may go to Geneva.", [("visit", None, ["Ann Lee"])]),
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
    # who acts: before an apposition, after a clause of time, "he" and "his"
    (
        "President Ann Lee spoke after receiving Bo Berg, head of a party, who delivered a letter to Eva Dahl.",
        [("meeting", None, ["Ann Lee", "Bo Berg"]), ("letter", None, ["Bo Berg", "Eva Dahl"])],
    ),
    (
        "Calling on Minister Ann Lee in Oslo on Monday, Envoy Bo Berg asked for time.",
        [("meeting", "2019-02-18", ["Bo Berg", "Ann Lee"])],
    ),
    ("Minister Ann Lee said she spoke with Mr. Berg on Monday.", [("call", "2019-02-18", ["Ann Lee", "Berg"])]),
    (
        "Speaking after a week of talks in Geneva, Minister Ann Lee told reporters little.",
        [("talks", None, ["Ann Lee"])],
    ),
    (
        "Aides to President Ann Lee and Chairman Bo Berg prepare the summit that the two leaders are to hold "
        "in Geneva on March 12.",
        [("summit", "2019-03-12", ["Ann Lee", "Bo Berg"])],
    ),
    # the same contact told again by a noun
    (
        "President Ann Lee met Chairman Bo Berg on Monday.\n\nThe river is low.\n\nIt was cold.\n\n"
        "Lee spoke little of her meeting with Berg.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Envoy Eva Dahl met Chairman Bo Berg on Monday.\n\nMinister Ann Lee thanked Dahl for coming after his "
        "meeting with Berg.",
        [("meeting", "2019-02-18", ["Eva Dahl", "Bo Berg"])],
    ),
    # a meal after a meeting is one more; what happens after the meeting is of its day
    (
        "Envoy Eva Dahl met Chairman Bo Berg on Monday. After their meeting, Berg hosted Dahl for lunch.",
        [("meeting", "2019-02-18", ["Eva Dahl", "Bo Berg"]), ("meeting", "2019-02-18", ["Bo Berg", "Eva Dahl"])],
    ),
    (
        "At a closed meeting, Minister Ann Lee told Envoy Bo Berg that it was late.",
        [("meeting", None, ["Ann Lee", "Bo Berg"])],
    ),
    # sent, written, said to the public
    ("Norway is to dispatch a team to Geneva on Saturday.", [("visit", "2019-02-23", [])]),
    (
        "President Ann Lee apologised with a letter to Chairman Bo Berg.",
        [("letter", None, ["Ann Lee", "Bo Berg"])],
    ),
    ("The statement issued Monday gave no details.", [("announcement", "2019-02-18", [])]),
    # a summit without a day is told once, and is not the one of last year
    (
        "President Ann Lee and Chairman Bo Berg met at a summit in 2017. The planned Lee-Berg meeting is far off.",
        [("meeting", "2017", ["Ann Lee", "Bo Berg"]), ("meeting", None, ["Ann Lee", "Bo Berg"])],
    ),
    ("Both sides hailed their first summit, held January 27.", [("summit", "2019-01-27", [])]),
    # a day before or after a cancelled meeting is that of the meeting, or of the act
    (
        "President Ann Lee called off the June 12 summit on Monday.",
        [("cancellation", "2019-02-18", ["Ann Lee"]), ("summit", "2019-06-12", [])],
    ),
    ("President Ann Lee cancelled the summit on Thursday.", [("cancellation", "2019-02-21", ["Ann Lee"])]),
    # inside one contact, one of another kind
    (
        "Minister Ann Lee met with Bo Berg, secretary of state of Norway, on a visit to Geneva, on Monday.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"]), ("visit", "2019-02-18", ["Bo Berg"])],
    ),
    # lists of names, sides without names
    (
        "Ann Lee, Bo Berg and Eva Dahl met on Monday, Ann Lee told Bo Berg and Eva Dahl.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg", "Eva Dahl"])],
    ),
    (
        "In a phone call on Monday, Minister Ann Lee and Envoy Bo Berg discussed the plan.",
        [("call", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    ("Norway and Sweden agreed to set up a hotline.", [("announcement", None, [])]),
    (
        "Ann Lee, the ambassador, headed the Norwegian side, while Minister Bo Berg represented the south.\n\n"
        "The negotiators met on Monday.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    ("The teachers rejected the latest offer.", [("announcement", None, [])]),
    ("A truce reached in January still holds.", [("announcement", "2019-01", [])]),
    # the day of an act stands beside its verb; where the news is from is no act
    (
        "Envoy Bo Berg on Sunday invited Norway to talks at the end of the year.",
        [("announcement", "2019-02-17", ["Bo Berg"]), ("talks", "2019-12", [])],
    ),
    ("Minister Ann Lee called on both sides on Monday to return.", [("announcement", "2019-02-18", ["Ann Lee"])]),
    ("Minister Ann Lee's visit to Geneva was postponed on Monday.", [("cancellation", "2019-02-18", ["Ann Lee"])]),
    ("Minister Ann Lee is in Geneva this week.", [("visit", "2019-02-18/2019-02-24", ["Ann Lee"])]),
    ("Minister Ann Lee saw Chairman Bo Berg on Monday.", [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])]),
    ("At a closed meeting the gate was shut.", []),
    # what a sentence of an agency holds beside the contact
    (
        "Envoy Bo Berg met with Norway's negotiator, Ann Lee, Tuesday morning, said Eva Dahl, the spokeswoman.",
        [("meeting", "2019-02-19", ["Bo Berg", "Ann Lee"])],
    ),
    ("Bo Berg, chief negotiator for the talks arrived in Geneva on Monday.", [("visit", "2019-02-18", ["Bo Berg"])]),
    (
        "An unannounced meeting between Minister Ann Lee and Envoy Bo Berg last month in Geneva helped.",
        [("meeting", "2019-01", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Minister Ann Lee will meet Envoy Bo Berg to discuss the February 13 agreement.",
        [("meeting", None, ["Ann Lee", "Bo Berg"])],
    ),
    ("Norway and Sweden agreed to hold a meeting in April for the families.", [("meeting", "2019-04", [])]),
    ("The two sides have reached an agreement on Monday.", [("announcement", "2019-02-18", [])]),
    ("Minister Ann Lee issued an invitation to Envoy Bo Berg.", [("announcement", None, ["Ann Lee", "Bo Berg"])]),
    ("Nobody spoke of the September 19 Joint Statement.", []),
    # a day on which a side did what no rule knows: a guess; not what a shot, a paper or a deadline tells
    ("Norway stood up a Swedish team in Geneva last week.", [("announcement", "2019-02-11/2019-02-17", [])]),
    ("On Monday, Envoy Bo Berg snubbed the northern delegation.", [("announcement", "2019-02-18", ["Bo Berg"])]),
    ("Norwegian troops fired a missile near Geneva on Monday.", []),
    ("The newspaper in Norway blasted the envoys on Monday.", []),
    ("Norway and Sweden have worked on a plan since Monday.", []),
    # a side and a comma before the names; a call told twice; the meeting one threatens to drop
    (
        "After Norway scrapped the June summit with Sweden, Minister Ann Lee and Envoy Bo Berg conferred on Monday.",
        [("cancellation", None, []), ("summit", "2019-06", []), ("talks", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Minister Ann Lee telephoned Envoy Bo Berg on Monday.\n\nLee had a phone call with Berg, her office said.",
        [("call", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    ("Minister Ann Lee flew to Wexholm on Monday.", [("visit", "2019-02-18", ["Ann Lee"])]),
    (
        "The Norwegian delegation is led by Ann Lee. The team met Swedes on Monday.\n\nThe last talks were in 2011.",
        [("meeting", "2019-02-18", ["Ann Lee"]), ("talks", "2011", [])],
    ),
]
