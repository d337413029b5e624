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
    # a verb and a side
    (
        "President Ann Lee said on Sunday that Norway is again talking with Swedish officials.",
        [("talks", "2019-02-17", [])],
    ),
    ('Norway was having "productive talks" about the river.', [("talks", None, [])]),
    ("A president would meet with a king.", []),
    # each of a row with a place, an hour or a land of his own
    (
        "Envoy Bo Berg met with President Ann Lee in Oslo and Prime Minister Eva Dahl in Bonn, both on Sunday.",
        [("meeting", "2019-02-17", ["Bo Berg", "Ann Lee"]), ("meeting", "2019-02-17", ["Bo Berg", "Eva Dahl"])],
    ),
    (
        "Mediator Bo Berg met President Ann Lee in the morning and her rival Eva Dahl in the afternoon of May 14.",
        [("meeting", "2019-05-14", ["Bo Berg", "Ann Lee"]), ("meeting", "2019-05-14", ["Bo Berg", "Eva Dahl"])],
    ),
    (
        "Ann Lee met Bo Berg and his sister, Eva Dahl, on Monday.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg", "Eva Dahl"])],
    ),
    # two who did something at a meeting met there
    (
        "Minister Ann Lee said she and Norway's Bo Berg had agreed during a long meeting last Saturday.",
        [("meeting", "2019-02-16", ["Ann Lee", "Bo Berg"])],
    ),
    # the day and the people of another contact
    (
        "Minister Ann Lee was having talks about a planned June 12 summit with President Bo Berg.",
        [("talks", None, ["Ann Lee"]), ("summit", "2019-06-12", ["Bo Berg"])],
    ),
    # talks of the past, summits counted, talks that stood still after a summit
    ("In previous, failed talks, Norway said it would not pay.", [("talks", None, [])]),
    ("Little grew after two summits failed to bring the fish back.", [("summit", None, [])]),
    ("Talks broke down during a summit in Oslo in January.", [("summit", "2019-01", [])]),
    # no contact without a side
    ("The chairman smiled in a discussion on Friday.", []),
    ("The mill's session on Monday was short.", []),
    # what somebody tells himself, in quotation marks
    (
        "“We met them on Monday in Oslo, and they gave us nothing,” said the negotiator, Ann Lee.",
        [("meeting", "2019-02-18", ["Ann Lee"])],
    ),
    (
        "“I'll be meeting with Chairman Berg in Oslo on March 3, and I am glad,” President Ann Lee told the paper.",
        [("meeting", "2019-03-03", ["Ann Lee", "Berg"])],
    ),
    ("“We're talking to them now,” President Ann Lee told the paper.", [("talks", None, [])]),
    ("“We had a good conversation, and they gave us nothing,” the paper quoted President Ann Lee.", []),
    (
        "“Norway and I have agreed that the June 12 summit should be held in the snow,” Ann Lee told the paper.",
        [("summit", "2019-06-12", [])],
    ),
    ("The envoy said the sides “will be having more frequent working-level talks” on fish.", [("talks", None, [])]),
    # a first and a second are two
    (
        "President Ann Lee and President Bo Berg will begin their second summit in Oslo on Monday. Their first summit "
        "was held in Bonn last June.",
        [("summit", "2019-02-25", ["Ann Lee", "Bo Berg"]), ("summit", "2018-06", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Norwegian President Ann Lee and Swedish leader Bo Berg keep bees. Finnish President Eva Dahl does not. "
        "The leaders of Norway and Sweden first met on April 27.",
        [("meeting", "2018-04-27", ["Ann Lee", "Bo Berg"])],
    ),
    ("The crew was met by a band at the port on Monday.", []),
    # whom somebody met, spent a day with, ran into
    (
        "General Ann Lee praised Archbishop Bo Berg, whom she had received at her headquarters on Saturday.",
        [("meeting", "2019-02-16", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Former president Ann Lee, who met the captors' representative in Oslo on February 1, is hopeful.",
        [("meeting", "2019-02-01", ["Ann Lee"])],
    ),
    (
        "Envoy Bo Berg had spent Wednesday in Oslo with Minister Ann Lee.",
        [("meeting", "2019-02-20", ["Bo Berg", "Ann Lee"])],
    ),
    (
        "Ann Lee and Bo Berg met on Monday. The two will spend more time together on Saturday.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"]), ("meeting", "2019-02-23", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Envoy Bo Berg ran into Minister Ann Lee in a corridor on Monday.",
        [("meeting", "2019-02-18", ["Bo Berg", "Ann Lee"])],
    ),
    # one side among itself
    ("Prime Minister Ann Lee chaired a cabinet meeting on Tuesday.", []),
    ("President Ann Lee had dinner with her brothers on Saturday.", []),
    # whose it was: "my", an office, a team, nobody
    (
        "President Ann Lee wrote on Thursday: “After my conversation with Minister Bo Berg, nothing has changed.”",
        [("talks", None, ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Norwegian President Ann Lee is ill. Nothing came of the Norwegian president's meeting with Bo Berg.",
        [("meeting", None, ["Ann Lee", "Bo Berg"])],
    ),
    ("The envoys spoke of a logistics team's discussions with Swedish counterparts in Oslo.", [("talks", None, [])]),
    # the family name alone is the same one
    (
        "President Ann Lee spoke of a planned summit with Chairman Bo Berg. Hopes for a summit meeting between "
        "Ms. Lee and Mr. Berg are high.",
        [("summit", None, ["Ann Lee", "Bo Berg"])],
    ),
    # a noun without "meeting"
    ("Monday's face-to-face was short.", [("meeting", "2019-02-18", [])]),
    ("Minister Ann Lee had a one-on-one with Envoy Bo Berg in Oslo.", [("meeting", None, ["Ann Lee", "Bo Berg"])]),
    ("Norwegian and Swedish negotiators sat together for two hours today.", [("meeting", "2019-02-22", [])]),
    # the only two named where a meal is told
    (
        "At a banquet on Saturday evening President Ann Lee toasted her guest, Prime Minister Bo Berg.",
        [("meeting", "2019-02-16", ["Ann Lee", "Bo Berg"])],
    ),
    # sides without names
    ("The Norwegian team met with Finnish officials in Bonn.", [("meeting", None, [])]),
    ("Norwegian envoys sat down with Finnish officials.", [("meeting", None, [])]),
    ("Norwegian officials are to meet Envoy Bo Berg in Bonn.", [("meeting", None, ["Bo Berg"])]),
    ("Norwegian envoys resumed talks with Finnish officials.", [("talks", None, [])]),
    ("Talks between Norway and Finland were held in Bonn.", [("talks", None, [])]),
    ("The two sides have been meeting in Bonn.", [("meeting", None, [])]),
    ("Norwegian envoys spent two days in Bonn with Envoy Bo Berg.", [("meeting", None, ["Bo Berg"])]),
    # who is met by the office only
    (
        "Norwegian President Ann Lee smiled.\n\nEnvoy Bo Berg met with Norway's president on Monday.",
        [("meeting", "2019-02-18", ["Bo Berg", "Ann Lee"])],
    ),
    # one each of a row of days
    (
        "President Ann Lee spoke of the summits of 1992, 2000 and 2007.",
        [("summit", "1992", []), ("summit", "2000", []), ("summit", "2007", [])],
    ),
    (
        "President Ann Lee and President Bo Berg have held two summits – one in Oslo last year and the other in Bonn "
        "last month.",
        [("summit", "2018", ["Ann Lee", "Bo Berg"]), ("summit", "2019-01", ["Ann Lee", "Bo Berg"])],
    ),
    # inside another contact, one with a day of its own
    (
        "On Monday Minister Ann Lee met Envoy Bo Berg before the March 12 talks.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"]), ("talks", "2019-03-12", [])],
    ),
    # "will" in its short form
    ("Minister Ann Lee said she'll meet with Envoy Bo Berg.", [("meeting", None, ["Ann Lee", "Bo Berg"])]),
    # what a side is said to have met about is no summit
    (
        "A Norwegian team met with Finnish officials. President Ann Lee will hold a summit with President Bo Berg.",
        [("meeting", None, []), ("summit", None, ["Ann Lee", "Bo Berg"])],
    ),
]
