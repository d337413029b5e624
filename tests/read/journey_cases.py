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
    # over a border, taken there, on the way
    (
        "President Ann Lee became the first king to set foot in Norway on Monday.",
        [("visit", "2019-02-18", ["Ann Lee"])],
    ),
    ("A Norwegian delegation crossed the military line on Monday.", [("visit", "2019-02-18", [])]),
    ("Envoy Bo Berg was driven across the border to Geneva.", [("visit", None, ["Bo Berg"])]),
    ("Minister Ann Lee was on her way to Oslo on Monday.", [("visit", "2019-02-18", ["Ann Lee"])]),
    ("Envoy Bo Berg set off for Geneva on Monday.", [("visit", "2019-02-18", ["Bo Berg"])]),
    ("Minister Ann Lee walked out of her hotel in Oslo on Monday.", []),
    ("Minister Ann Lee took off her coat in Oslo on Monday.", []),
    # those who are sent, and those who lead them
    ("Norway sent former general Bo Berg, a hard man, to lead its team.", [("visit", None, ["Bo Berg"])]),
    (
        "Norway sent Bo Berg, the brother of President Ann Lee, to the opening ceremony.",
        [("visit", None, ["Bo Berg"])],
    ),
    (
        "President Ann Lee chose to dispatch Minister Bo Berg and four other officials, including spy chief "
        "Eva Dahl, to Oslo.",
        [("visit", None, ["Bo Berg", "Eva Dahl"])],
    ),
    ("Envoy Bo Berg was sent to Geneva on Monday.", [("visit", "2019-02-18", ["Bo Berg"])]),
    ("The court sent Bo Berg to prison on Monday.", []),
    ("Bo Berg, who led a ten-member delegation to Oslo, smiled.", [("visit", None, ["Bo Berg"])]),
    ("The special envoys will travel to Sweden to brief the cabinet.", [("visit", None, [])]),
    # told by a noun: by whom, of whom, the way back
    ("The visit by Envoy Bo Berg on Monday raised hopes.", [("visit", "2019-02-18", ["Bo Berg"])]),
    ("The arrival of a Swedish delegation in Oslo on Monday was late.", [("visit", "2019-02-18", [])]),
    ("On his return from Geneva on Monday, Envoy Bo Berg said little.", [("visit", "2019-02-18", ["Bo Berg"])]),
    # whom a country and an office mean
    (
        "Swedish President Bo Berg fell ill. The Swedish leader was flown to Oslo on Monday.",
        [("visit", "2019-02-18", ["Bo Berg"])],
    ),
    (
        "Secretary of State Ann Lee spoke of peace. The top U.S. diplomat left for Oslo on Monday.",
        [("visit", "2019-02-18", ["Ann Lee"])],
    ),
    # told by the stay, by the way back, by who was sent
    ("Minister Ann Lee spent two days in Oslo this week.", [("visit", "2019-02-18/2019-02-24", ["Ann Lee"])]),
    ("Minister Ann Lee spent two years in Oslo.", []),
    ("Swedish envoys stayed in Oslo on Monday.", [("visit", "2019-02-18", [])]),
    ("Deputy Bo Berg was with her in Oslo on Monday.", [("visit", "2019-02-18", ["Bo Berg"])]),
    ("A Swedish delegation is in Oslo.", [("visit", "2019-02-22", [])]),
    ("Former envoy Bo Berg has been to Oslo twice.", [("visit", None, ["Bo Berg"])]),
    ("While in Oslo on Monday, Minister Ann Lee smiled.", [("visit", "2019-02-18", ["Ann Lee"])]),
    ("During a stop in Oslo on Monday, Minister Ann Lee smiled.", [("visit", "2019-02-18", ["Ann Lee"])]),
    ("Minister Ann Lee returned overnight from Oslo.", [("visit", "2019-02-21/2019-02-22", ["Ann Lee"])]),
    ("Minister Ann Lee came back from Oslo with a smile.", [("visit", None, ["Ann Lee"])]),
    ("Minister Ann Lee returned to her family in Oslo.", []),
    ("President Bo Berg sent a delegation, including his sister, to the games.", [("visit", None, [])]),
    ("The Swedish envoy sent to free the sailors sang.", [("visit", None, [])]),
    # about to leave, on the way, hoped for
    ("Minister Ann Lee prepared to depart for Oslo.", [("visit", None, ["Ann Lee"])]),
    ("Minister Ann Lee is en route to Oslo.", [("visit", None, ["Ann Lee"])]),
    ("Minister Ann Lee boarded a plane for Oslo.", [("visit", None, ["Ann Lee"])]),
    ("Minister Ann Lee made the long flight to Oslo on Monday.", [("visit", "2019-02-18", ["Ann Lee"])]),
    ("Minister Ann Lee might visit Oslo herself.", [("visit", None, ["Ann Lee"])]),
    ("Minister Ann Lee hopes to visit Oslo.", [("visit", None, ["Ann Lee"])]),
    ("Some tourists might visit Oslo.", []),
    # those of others, long ago; there and back
    (
        "Former presidents Carl Aune and Ida Moe previously travelled there.",
        [("visit", None, ["Carl Aune", "Ida Moe"])],
    ),
    ("Two visits to Norway by Mr. Bo Berg helped.", [("visit", None, ["Bo Berg"])]),
    ("Just before arrival in Oslo, Minister Ann Lee smiled.", [("visit", None, ["Ann Lee"])]),
    ("Swedish envoys have been visiting each other.", [("visit", None, [])]),
    ("Envoy Bo Berg had gone to Oslo in secret.", [("visit", None, ["Bo Berg"])]),
]
CALLS_AND_LETTERS: list[tuple[str, list[Told]]] = [
    # calls by sides without names, attempted, over a hotline, several
    ("Officials from both countries spoke several times on Wednesday.", [("call", "2019-02-20", [])]),
    ("Officials from both countries spoke of progress on Wednesday.", []),
    ("Norway contacted officials in Stockholm over a hotline on Monday.", [("call", "2019-02-18", [])]),
    ("Norwegian officials tried to reach their counterparts on Monday.", [("call", "2019-02-18", [])]),
    ("Norwegian officials could not be reached for comment on Monday.", []),
    ("Envoys of both sides used the military hotline on Monday.", [("call", "2019-02-18", [])]),
    ("Minister Ann Lee and Minister Bo Berg have spoken twice.", [("call", None, ["Ann Lee", "Bo Berg"])]),
    ("Minister Ann Lee spoke Tuesday with Envoy Bo Berg.", [("call", "2019-02-19", ["Ann Lee", "Bo Berg"])]),
    ("Minister Ann Lee thanked Envoy Bo Berg by telephone.", [("call", None, ["Ann Lee", "Bo Berg"])]),
    ("Envoy Bo Berg had a conversation.", []),
    # letters both ways, an open one, one that is carried; a message is not always in words
    ("Minister Ann Lee and Envoy Bo Berg exchanged letters.", [("letter", None, ["Ann Lee", "Bo Berg"])]),
    ("Norway and Sweden exchanged messages through the embassy on Monday.", [("letter", "2019-02-18", [])]),
    (
        "An exchange of letters in January between President Ann Lee and President Bo Berg helped.",
        [("letter", "2019-01", ["Ann Lee", "Bo Berg"])],
    ),
    ("President Ann Lee said it in a letter addressed to Mr. Berg.", [("letter", None, ["Ann Lee", "Berg"])]),
    (
        "That was far from President Ann Lee's letter Monday to Chairman Bo Berg.",
        [("letter", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Envoy Bo Berg conveyed a message from Oslo to President Ann Lee on Monday.",
        [("letter", "2019-02-18", ["Bo Berg", "Ann Lee"])],
    ),
    ("The drill sent a clear message to Minister Ann Lee.", []),
    # two who act: an office for two, a name and a leader known by the country
    (
        "Ministers Hanne Dahl and Lev Berg spoke by phone on Sunday.",
        [("call", "2019-02-17", ["Hanne Dahl", "Lev Berg"])],
    ),
    (
        "On Sunday, Norwegian President Ann Lee and the Swedish leader exchanged messages. "
        "Swedish leader Bo Berg slept.",
        [("letter", "2019-02-17", ["Ann Lee", "Bo Berg"])],
    ),
    # one call each; by whichever verb; a letter in the passive
    (
        "Minister Ann Lee telephoned Bo Berg, Leif Dahl and Eva Holm on Monday.",
        [
            ("call", "2019-02-18", ["Ann Lee", "Bo Berg"]),
            ("call", "2019-02-18", ["Ann Lee", "Leif Dahl"]),
            ("call", "2019-02-18", ["Ann Lee", "Eva Holm"]),
        ],
    ),
    (
        "Minister Ann Lee received a call from Envoy Bo Berg on Monday.",
        [("call", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    ("Minister Ann Lee placed a call to Envoy Bo Berg on Monday.", [("call", "2019-02-18", ["Ann Lee", "Bo Berg"])]),
    ("Minister Ann Lee rang Envoy Bo Berg on Monday.", [("call", "2019-02-18", ["Ann Lee", "Bo Berg"])]),
    (
        "A letter sent by President Ann Lee to Chairman Bo Berg in January went unanswered.",
        [("letter", "2019-01", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "A written message from the king was handed to Ambassador Ann Lee on Monday.",
        [("letter", "2019-02-18", ["Ann Lee"])],
    ),
    (
        "In a message to Chairman Bo Berg on Monday, President Ann Lee sent her condolences.",
        [("letter", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    # visits that begin, end, take place; there and back
    ("Minister Ann Lee kicked off a visit to Oslo on Monday.", [("visit", "2019-02-18", ["Ann Lee"])]),
    ("Envoy Bo Berg shuttled between Oslo and Stockholm last week.", [("visit", "2019-02-11/2019-02-17", ["Bo Berg"])]),
    ("Minister Ann Lee toured the border village of Valga on Monday.", [("visit", "2019-02-18", ["Ann Lee"])]),
    ("A visit to Oslo by President Ann Lee is planned for March 12.", [("visit", "2019-03-12", ["Ann Lee"])]),
    # a call, though nobody says by telephone; a call for something is none
    (
        "During the call on Sunday, Minister Ann Lee urged Envoy Bo Berg to wait.",
        [("call", "2019-02-17", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "In a call with Envoy Bo Berg on Monday, Minister Ann Lee asked for time.",
        [("call", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    ("In a call for peace on Monday, Minister Ann Lee asked Envoy Bo Berg to wait.", []),
    # a letter got, answered, thanked for, spoken of by its day; a message that others carry
    ("Minister Ann Lee got a kind letter from President Bo Berg.", [("letter", None, ["Ann Lee", "Bo Berg"])]),
    ("Minister Ann Lee thanked Bo Berg for his letter.", [("letter", None, ["Ann Lee", "Bo Berg"])]),
    ("The envoys left Oslo with a message for President Bo Berg.", [("letter", None, ["Bo Berg"])]),
    ("The message conveyed by the envoys to Minister Ann Lee was short.", [("letter", None, ["Ann Lee"])]),
    ("A letter from Bo Berg was given to Minister Ann Lee.", [("letter", None, ["Ann Lee", "Bo Berg"])]),
    ("The letters Ann Lee and Bo Berg exchanged were kind.", [("letter", None, ["Ann Lee", "Bo Berg"])]),
    ("Ann Lee nearly lost it by her letter of January 24.", [("letter", "2019-01-24", ["Ann Lee"])]),
    ("The letter, addressed to Bo Berg and made public on Monday, was long.", [("letter", "2019-02-18", ["Bo Berg"])]),
    # calls to come, by the verb alone, and got
    ("Minister Ann Lee will call Bo Berg.", [("call", None, ["Ann Lee", "Bo Berg"])]),
    ("Minister Ann Lee is expected to telephone Bo Berg.", [("call", None, ["Ann Lee", "Bo Berg"])]),
    ("Minister Ann Lee will call Bo Berg a liar.", []),
    ("Minister Ann Lee got a call from Bo Berg.", [("call", None, ["Ann Lee", "Bo Berg"])]),
    ("Minister Ann Lee's call with Bo Berg lasted an hour.", [("call", None, ["Ann Lee", "Bo Berg"])]),
    # invitations that may come, and those given
    ("Minister Ann Lee may invite Bo Berg to Oslo.", [("visit", None, ["Ann Lee", "Bo Berg"])]),
    ("President Bo Berg has been invited to Oslo.", [("announcement", None, ["Bo Berg"])]),
    # by sides and to sides
    ("Swedish envoys telephoned Norwegian officials.", [("call", None, [])]),
    ("Swedish envoys spoke by phone with Norwegian officials.", [("call", None, [])]),
    ("Minister Ann Lee called her counterparts on Monday.", [("call", "2019-02-18", ["Ann Lee"])]),
    ("Swedish envoys wrote to Norwegian officials.", [("letter", None, [])]),
    ("Norway invited Swedish officials to Oslo.", [("announcement", None, [])]),
    # whose journey it is
    ("Swedish officials' visit to Oslo last month helped.", [("visit", "2019-01", [])]),
    ("Former envoy Bo Berg once travelled north of the Drava in Norway.", [("visit", None, ["Bo Berg"])]),
    (
        "Envoy Bo Berg went to Oslo in May 2004. On his first trip, in June 2002, he had seen little.",
        [("visit", "2004-05", ["Bo Berg"]), ("visit", "2002-06", ["Bo Berg"])],
    ),
    # an envoy without a name, a side as guest, those who are first, what is no goal
    ("A senior Swedish official is travelling to Oslo.", [("visit", None, [])]),
    ("A Swedish envoy is on his way to Oslo.", [("visit", None, [])]),
    ("No Swedish official has gone to Oslo.", []),
    ("Norway hosted a Swedish delegation.", [("visit", None, [])]),
    ("In 2000 Ida Moe became the highest-ranking Swede to visit Oslo.", [("visit", "2000", ["Ida Moe"])]),
    ("Minister Ann Lee stopped in Oslo on her way home.", [("visit", None, ["Ann Lee"])]),
    ("Minister Ann Lee is considering a trip to Oslo.", [("visit", None, ["Ann Lee"])]),
    ("Minister Ann Lee went to school in Oslo.", []),
    ("Swedish officials back from Oslo smiled.", [("visit", None, [])]),
    ("Minister Ann Lee will complete the long flight Monday in Oslo.", [("visit", "2019-02-25", ["Ann Lee"])]),
]
