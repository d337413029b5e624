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
        [("meeting", "2018", ["Ann Lee", "Bo Berg"])],
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
    ("Minister Ann Lee said Monday that Norway must agree.", [("announcement", "2019-02-18", ["Ann Lee"])]),
    ("Minister Ann Lee warned Norway on Monday that it was late.", [("announcement", "2019-02-18", ["Ann Lee"])]),
    ("On Monday, Norway said its wish for a treaty was old.", [("announcement", "2019-02-18", [])]),
    (
        "Minister Ann Lee hopes to see Bo Berg soon, President Eva Dahl said Monday.",
        [("announcement", "2019-02-18", ["Eva Dahl"])],
    ),
    ("The fisheries ministry said on Monday that the treaty was old.", []),
    ("Senator Ann Lee said on Monday that the treaty was bad.", []),
    ("Ann Lee, who served as envoy until 2009, said on Monday that the treaty was bad.", []),
    ("Spokeswoman Ann Lee said on Monday that the treaty was still old.", []),
    # in a statement, at a conference: of whom the clause is about; "said in a statement" is told by its verb
    ("In a statement on Monday, President Ann Lee hailed the crew.", [("announcement", "2019-02-18", ["Ann Lee"])]),
    ("Minister Ann Lee, in a tweet Monday, thanked the crew.", [("announcement", "2019-02-18", ["Ann Lee"])]),
    ("A ministry spokesman in a statement on Monday hailed it.", [("announcement", "2019-02-18", [])]),
    ("“It is cold,” Minister Ann Lee said in a speech Monday.", []),
    ("Minister Ann Lee held a news conference on Monday on the harvest.", []),
    # the day is that of the saying, or of what is told beside it
    (
        "President Ann Lee suggested on Monday that Norway will be meeting with Sweden.",
        [("announcement", "2019-02-18", ["Ann Lee"]), ("meeting", None, [])],
    ),
    (
        "Minister Ann Lee met Envoy Bo Berg on Monday, calling the talks fruitful.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    ("Minister Ann Lee, who was ill on Monday, said the talks went well.", []),
    # what was called off once is called off once
    (
        "President Ann Lee scrapped the summit, planned for Geneva, in a fury on Monday.\n\nIt was cold.\n\n"
        "Lee blamed the wind in cancelling the summit.",
        [("cancellation", "2019-02-18", ["Ann Lee"])],
    ),
    ("The cancelled meeting cost Minister Ann Lee much.", []),
    ("Envoy Bo Berg left on Monday after repeated threats by the rebels.", []),
    # quoted with a day: where the words are from, unless who leads a state speaks of the talks
    ("“We like the treaty,” Minister Ann Lee said on Monday.", []),
    ("“We like the treaty,” President Ann Lee said on Monday.", [("announcement", "2019-02-18", ["Ann Lee"])]),
    # what one says on one day is one announcement
    (
        "Norway said on Monday that it wished for a treaty.\n\nIt was cold.\n\n"
        "Norway said Monday that the treaty should be short.",
        [("announcement", "2019-02-18", [])],
    ),
    ("On Monday, Envoy Bo Berg praised the singers.", []),
    ("The allies suspended a number of drills last year.", []),
    # two who act, the first with an apposition; a row of meetings; a delegation's visit
    (
        "Ann Lee, the ambassador to Oslo, and Minister Bo Berg sat down in Geneva on Monday.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Minister Ann Lee cancelled secret meetings scheduled for Sunday with rebel leaders and President Bo Berg.",
        [("cancellation", None, ["Ann Lee"]), ("meeting", "2019-02-24", ["Ann Lee", "Bo Berg"])],
    ),
    ("A visit by his delegation to Geneva earlier this week went well.", [("visit", "2019-02-18/2019-02-24", [])]),
    ("Minister Ann Lee, who is also in Geneva, will stay.", [("visit", "2019-02-22", ["Ann Lee"])]),
    ("President Ann Lee sent her deputy, Bo Berg, to the closing ceremony.", [("visit", None, ["Bo Berg"])]),
    ("Norwegian negotiators have met three times.", [("meeting", None, [])]),
    ("Norway and Sweden have agreed a draft text.", [("announcement", "2019-02-22", [])]),
    ("On Sunday, Norway announced a list of five officials.", [("announcement", "2019-02-17", [])]),
    (
        "Two days after cancelling the summit, President Ann Lee smiled.",
        [("cancellation", None, ["Ann Lee"])],
    ),
    # to visit, to see somebody is to meet them; on an errand
    ("Minister Ann Lee visited President Bo Berg at his palace.", [("meeting", None, ["Ann Lee", "Bo Berg"])]),
    (
        "President Ann Lee hopes to see President Bo Berg on May 3.",
        [("meeting", "2019-05-03", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Envoy Bo Berg, who had come to hand over a letter from Minister Eva Dahl, left.",
        [("letter", None, ["Bo Berg", "Eva Dahl"])],
    ),
    (
        "Ann Lee and Bo Berg have been discussing the border since Tuesday.",
        [("talks", "2019-02-19/2019-02-22", ["Ann Lee", "Bo Berg"])],
    ),
    # readiness and wishes are no contact; nor is an old deal's day that of the visit
    ("Minister Ann Lee is willing to meet with Envoy Bo Berg.", []),
    ("Envoy Bo Berg wanted to talk with Minister Ann Lee.", []),
    (
        "Envoy Bo Berg paid a visit to Geneva to save a deal signed in February.",
        [("visit", None, ["Bo Berg"]), ("announcement", "2019-02", [])],
    ),
    # who stands with whom; at whose table; on what day somebody comes
    (
        "Minister Ann Lee and her Swedish counterpart, Bo Berg, met for three hours in Geneva on Monday.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Minister Ann Lee joined President Bo Berg for dinner on Monday.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Envoy Bo Berg sat across the table from Minister Ann Lee on Monday.",
        [("meeting", "2019-02-18", ["Bo Berg", "Ann Lee"])],
    ),
    (
        "Minister Ann Lee briefed President Bo Berg by phone on Monday.",
        [("call", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    ("Minister Ann Lee's arrival in Geneva on Monday was delayed.", [("visit", "2019-02-18", ["Ann Lee"])]),
    ("Minister Ann Lee is expected in Geneva on Monday.", [("visit", "2019-02-25", ["Ann Lee"])]),
    (
        "Norway agreed on Friday to hold official talks with Sweden next week.",
        [("announcement", "2019-02-22", []), ("talks", "2019-02-25/2019-03-03", [])],
    ),
    ("Minister Ann Lee cancelled the call on Monday.", [("cancellation", "2019-02-18", ["Ann Lee"])]),
    ("Rebel representatives walked out of the talks on Tuesday.", [("cancellation", "2019-02-19", [])]),
    ("President Ann Lee received Envoy Bo Berg's credentials.", []),
    # meetings in a row are one each; a long word with somebody
    (
        "Minister Ann Lee held back-to-back meetings with President Bo Berg and Prime Minister Eva Dahl on Monday.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"]), ("meeting", "2019-02-18", ["Ann Lee", "Eva Dahl"])],
    ),
    (
        "President Ann Lee spoke for 40 minutes with President Bo Berg on Monday.",
        [("call", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    # of another contact, or of none
    ("Minister Bo Berg, who attended the meeting, smiled.", []),
    ("Envoy Bo Berg is the first envoy to come to Norway since 2000.", []),
]

AGAIN: list[tuple[str, list[tuple[str | None, list[str]]]]] = [
    # (text, [(on, the places that tell of it)])
    # the news first, who went and when after it
    (
        "Norwegian envoys have travelled to the demilitarised zone. "
        "A team led by Ann Lee travelled to the Guard Line on Monday.",
        [
            (
                "2019-02-18",
                [
                    "Ann Lee travelled to the Guard Line on Monday",
                    "Norwegian envoys have travelled to the demilitarised zone",
                ],
            )
        ],
    ),
    (
        "Norwegian envoys have travelled to Geneva. A team led by Ann Lee travelled to Oslo on Monday.",
        [
            (None, ["Norwegian envoys have travelled to Geneva"]),
            ("2019-02-18", ["Ann Lee travelled to Oslo on Monday"]),
        ],
    ),
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
    # who and when of one planned meeting
    (
        "Minister Ann Lee agreed to meet President Bo Berg. The meeting is expected to take place in May.",
        [
            (None, ["Minister Ann Lee agreed"]),
            (
                "2019-05",
                [
                    "Minister Ann Lee agreed to meet President Bo Berg",
                    "The meeting is expected to take place in May",
                ],
            ),
        ],
    ),
    (
        "President Ann Lee and Minister Bo Berg met on Monday. Then the leaders huddled for 30 minutes.",
        [("2019-02-18", ["Ann Lee and Minister Bo Berg met on Monday", "the leaders huddled"])],
    ),
    (
        "Minister Ann Lee was visiting Norway to prepare for a summit between Eva Dahl and Bo Berg. "
        "It was her second trip to Norway this year. The summit will take place in May.",
        [
            ("2019", ["trip to Norway this year", "Minister Ann Lee was visiting Norway"]),
            ("2019-05", ["The summit will take place in May", "a summit between Eva Dahl and Bo Berg"]),
        ],
    ),
    # of two planned things only the one that has been can be looked back on
    (
        "Ann Lee met Bo Berg on Monday. Lee will meet Eva Dahl on May 3. After the meeting, Lee smiled.",
        [
            ("2019-02-18", ["Ann Lee met Bo Berg on Monday", "the meeting"]),
            ("2019-05-03", ["Lee will meet Eva Dahl on May 3"]),
        ],
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
    # one more is not the one that has been, nor one of two that have
    (
        "President Ann Lee met President Bo Berg in Bonn on Monday. Lee and Berg will hold another summit.",
        [
            ("2019-02-18", ["President Ann Lee met President Bo Berg in Bonn on Monday"]),
            (None, ["Lee and Berg will hold another summit"]),
        ],
    ),
    (
        "President Ann Lee has held two summits with President Bo Berg. Lee is open to a third summit with Berg.",
        [
            (None, ["President Ann Lee has held two summits with President Bo Berg"]),
            (None, ["a third summit with Berg"]),
        ],
    ),
    # those met without a name are others
    (
        "Minister Ann Lee met Envoy Bo Berg on Monday. Lee also met with farmers on Monday.",
        [
            ("2019-02-18", ["Minister Ann Lee met Envoy Bo Berg on Monday"]),
            ("2019-02-18", ["Lee also met with farmers on Monday"]),
        ],
    ),
    # what a report opens with is not what was last summer
    (
        "President Ann Lee met with President Bo Berg for a private talk. It was short. Lee and Berg met in Oslo "
        "last summer.",
        [
            (None, ["President Ann Lee met with President Bo Berg for a private talk"]),
            ("2018-06/2018-08", ["Lee and Berg met in Oslo last summer"]),
        ],
    ),
]
