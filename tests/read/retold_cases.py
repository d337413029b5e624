"""More ways of telling a contact, and of telling it again: (text, [(kind, on, participants)]), in order.

Read by a person; every report is of Friday 22 February 2019.
"""

from __future__ import annotations

from tests.read.contact_cases import Told

MORE: list[tuple[str, list[Told]]] = [
    # in the present, with an adverb, as a side remark, as a possibility
    ("President Ann Lee and President Bo Berg meet tomorrow.", [("meeting", "2019-02-23", ["Ann Lee", "Bo Berg"])]),
    (
        "President Ann Lee will now meet President Bo Berg in Geneva on Monday.",
        [("meeting", "2019-02-25", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "President Ann Lee held talks in Oslo, meeting President Bo Berg three times last year.",
        [("talks", None, ["Ann Lee"]), ("meeting", "2018", ["Ann Lee", "Bo Berg"])],
    ),
    ("Minister Ann Lee may soon meet with Envoy Bo Berg.", [("meeting", None, ["Ann Lee", "Bo Berg"])]),
    # guests: a name after an aside, a group
    (
        "Minister Ann Lee, by contrast, hosted Envoy Bo Berg for a long luncheon.",
        [("meeting", None, ["Ann Lee", "Bo Berg"])],
    ),
    ("President Ann Lee welcomed the visitor.", [("meeting", None, ["Ann Lee"])]),
    ("President Ann Lee hosted a lunch for the Swedish delegates.", [("meeting", None, ["Ann Lee"])]),
    # a verb in two parts; what somebody was led to do, then
    ("President Ann Lee called the summit off last week.", [("cancellation", "2019-02-11/2019-02-17", ["Ann Lee"])]),
    (
        "The row led President Ann Lee to cancel the talks on February 4.",
        [("cancellation", "2019-02-04", ["Ann Lee"])],
    ),
    # letters and invitations
    (
        "The envoy, Ann Lee, had brought a letter from President Bo Berg on Monday.",
        [("letter", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    ("Envoy Bo Berg delivered the invitation to Ann Lee.", [("announcement", None, ["Bo Berg", "Ann Lee"])]),
    ("President Ann Lee asked for the meeting.", [("announcement", None, ["Ann Lee"])]),
    (
        "Bo Berg was invited to Oslo to speak with President Ann Lee.",
        [("announcement", None, ["Bo Berg", "Ann Lee"])],
    ),
    # set forms of a noun
    (
        "Ann Lee's first meeting was with Swedish Prime Minister Bo Berg.",
        [("meeting", None, ["Ann Lee", "Bo Berg"])],
    ),
    (
        "The meeting between President Ann Lee and a Swedish delegation was short.",
        [("meeting", None, ["Ann Lee"])],
    ),
    (
        "Talks over the weekend between Norwegian and Swedish officials went well.",
        [("talks", "2019-02-16/2019-02-17", [])],
    ),
    # what is said on a day is an announcement where it settles something
    ("Deputy Ann Lee said on Monday that the weather had been fine for the crops of her village.", []),
    (
        "Deputy Ann Lee said on Monday that the summit would go ahead as planned.",
        [("announcement", "2019-02-18", ["Ann Lee"])],
    ),
    ("Deputy Ann Lee tweeted that the talks were dull.", []),
    ("On Monday, Envoy Bo Berg praised the singers.", []),
    ("The allies suspended a number of drills last year.", []),
]

AGAIN: list[tuple[str, list[tuple[str | None, list[str]]]]] = [
    # (text, [(on, the places that tell of it)])
    (
        "Ann Lee will hold a second summit with Bo Berg. It will take place in Hanoi on February 27.",
        [
            (
                "2019-02-27",
                ["Ann Lee will hold a second summit with Bo Berg", "It will take place in Hanoi on February 27"],
            )
        ],
    ),
    (
        "Minister Ann Lee met Envoy Bo Berg on Monday. The meeting was short.",
        [("2019-02-18", ["Minister Ann Lee met Envoy Bo Berg on Monday", "The meeting"])],
    ),
    # another one is not the same
    (
        "Minister Ann Lee met Envoy Bo Berg on Monday. The next meeting is far off.",
        [("2019-02-18", ["Minister Ann Lee met Envoy Bo Berg on Monday"])],
    ),
    # a lunch is no dinner
    (
        "Minister Ann Lee had lunch with Envoy Bo Berg. Lee had dinner with Berg.",
        [
            (None, ["Minister Ann Lee had lunch with Envoy Bo Berg"]),
            (None, ["Lee had dinner with Berg"]),
        ],
    ),
]
