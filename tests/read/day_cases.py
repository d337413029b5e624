"""Contacts whose day stands elsewhere, or is the first or last of several: (text, [(kind, on, participants)]).

Read by a person; every report is of Friday 22 February 2019.
"""

from __future__ import annotations

from tests.read.contact_cases import Told

DAYS: list[tuple[str, list[Told]]] = [
    # several days, told by the first or by the last
    (
        "Minister Ann Lee concluded three days of talks with Envoy Bo Berg in Oslo on Wednesday.",
        [("talks", "2019-02-18/2019-02-20", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "President Ann Lee sits down with Chairman Bo Berg for two days of talks starting Wednesday.",
        [("meeting", "2019-02-27/2019-02-28", ["Ann Lee", "Bo Berg"])],
    ),
    ("Envoy Bo Berg arrived in Oslo on Monday after a two-day trip by train.", [("visit", "2019-02-18", ["Bo Berg"])]),
    # what follows a call on the day of the news; a summit is spoken of for long
    (
        "Minister Ann Lee on Monday announced a truce following a phone call with Envoy Bo Berg.",
        [("announcement", "2019-02-18", ["Ann Lee"]), ("call", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    # what two agree on where they meet, not what they agree to meet for
    (
        "President Ann Lee met President Bo Berg on Monday. Lee and Berg agreed to free the crew.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"]), ("announcement", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    # one sentence, one day; the team that came
    (
        "Envoy Bo Berg arrived in Oslo on Monday and met Minister Ann Lee.",
        [("visit", "2019-02-18", ["Bo Berg"]), ("meeting", "2019-02-18", ["Bo Berg", "Ann Lee"])],
    ),
    (
        "A Swedish team arrived in Oslo on Monday. The team met with Minister Ann Lee.",
        [("visit", "2019-02-18", []), ("meeting", "2019-02-18", ["Ann Lee"])],
    ),
    # a letter that calls a meeting off
    (
        "President Ann Lee cancelled the summit on Tuesday. The river was low. "
        "President Lee said in a letter to Chairman Bo Berg that it was off.",
        [("cancellation", "2019-02-19", ["Ann Lee"]), ("letter", "2019-02-19", ["Ann Lee", "Bo Berg"])],
    ),
    # a clause before or after has its own day
    (
        "Envoy Bo Berg, who arrived in Oslo after visiting Geneva earlier this week, smiled.",
        [("visit", None, ["Bo Berg"]), ("visit", "2019-02-18/2019-02-24", ["Bo Berg"])],
    ),
    ("Minister Ann Lee also arrived on Tuesday.", [("visit", "2019-02-19", ["Ann Lee"])]),
    # who else: to whom a letter came, who met once more, who was sent
    (
        "President Ann Lee spoke after receiving Envoy Bo Berg, who delivered a letter from the Swedish leader. "
        "Swedish leader Eva Dahl slept.",
        [("meeting", None, ["Ann Lee", "Bo Berg"]), ("letter", None, ["Bo Berg", "Eva Dahl", "Ann Lee"])],
    ),
    (
        "Ann Lee and Bo Berg sat down in Oslo on Sunday and held another round of talks on Wednesday.",
        [("meeting", "2019-02-17", ["Ann Lee", "Bo Berg"]), ("talks", "2019-02-20", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "President Eva Dahl sent Envoy Bo Berg and spy chief Leif Holm to Oslo, where they met with Ann Lee.",
        [("visit", None, ["Bo Berg", "Leif Holm"]), ("meeting", None, ["Bo Berg", "Leif Holm", "Ann Lee"])],
    ),
    (
        "Lee's sister, Eva Dahl attended the feast and met with Bo Berg on Monday. President Ann Lee slept.",
        [("meeting", "2019-02-18", ["Eva Dahl", "Bo Berg"])],
    ),
    # the two, where the sentence names them; whose meeting it is that lies ahead; at a banquet, in a call
    (
        "President Ann Lee sent a letter to President Bo Berg on Monday, and the two spoke by phone on Tuesday.",
        [("letter", "2019-02-18", ["Ann Lee", "Bo Berg"]), ("call", "2019-02-19", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Ahead of her meeting on March 4 with Envoy Bo Berg, Minister Ann Lee smiled.",
        [("meeting", "2019-03-04", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "At a banquet on Monday President Ann Lee toasted her guest, Envoy Bo Berg.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "A video conference on Monday between Minister Ann Lee and Envoy Bo Berg went well.",
        [("call", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    # a journey told again, by another name of its goal
    (
        "Minister Ann Lee flew to Oslo on Monday. The snow was deep. It was Lee's first visit to Norway.",
        [("visit", "2019-02-18", ["Ann Lee"])],
    ),
    # from one day to another; whom a pronoun means that stands before the name
    (
        "Talks between Minister Ann Lee and Envoy Bo Berg ran from Monday to Wednesday.",
        [("talks", "2019-02-18/2019-02-20", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Speaking after she met Envoy Bo Berg on Monday, Minister Ann Lee smiled.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "President Ann Lee accepted an invitation to visit Oslo in May.",
        [("announcement", None, ["Ann Lee"]), ("visit", "2019-05", ["Ann Lee"])],
    ),
    # whose aides met is not there himself; whom it is no contact to meet
    ("Envoy Eva Dahl met with aides to Chairman Bo Berg on Monday.", [("meeting", "2019-02-18", ["Eva Dahl"])]),
    ("Minister Ann Lee met reporters on Monday.", []),
    # a team told of in several sentences
    (
        "A Swedish team arrived in Oslo on Sunday. Envoy Bo Berg would lead a Swedish delegation. Leif Dahl was part "
        "of the team. The paper said that the team, which also included Eva Holm, met with Minister Ann Lee.",
        [
            ("visit", "2019-02-17", ["Bo Berg", "Leif Dahl", "Eva Holm"]),
            ("meeting", "2019-02-17", ["Bo Berg", "Leif Dahl", "Eva Holm", "Ann Lee"]),
        ],
    ),
    # the first and the last of several days, or one of two
    (
        "Envoy Bo Berg and Minister Ann Lee met in Oslo six times between February 4 and February 13.",
        [("meeting", "2019-02-04/2019-02-13", ["Bo Berg", "Ann Lee"])],
    ),
    (
        "Envoy Bo Berg and Minister Ann Lee are likely to sit down again on Monday or Tuesday.",
        [("meeting", "2019-02-25/2019-02-26", ["Bo Berg", "Ann Lee"])],
    ),
    (
        "Envoy Bo Berg met Minister Ann Lee on Monday and Tuesday.",
        [("meeting", "2019-02-18", ["Bo Berg", "Ann Lee"]), ("meeting", "2019-02-19", ["Bo Berg", "Ann Lee"])],
    ),
    # two who act, each told more of; the first alone where the second is only told of
    (
        "Ann Lee, the ambassador to Oslo, and Bo Berg, a deputy of the king, sat down on Monday.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Envoy Ann Lee and Norway's Bo Berg, who had met in Oslo in April, ate soup.",
        [("meeting", "2018-04", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Envoy Ann Lee saw Bo Berg, who met Eva Dahl on Monday.",
        [("meeting", "2019-02-18", ["Bo Berg", "Eva Dahl"])],
    ),
    (
        "The Swedish team headed by Ann Lee on Monday held another round of talks with Bo Berg in Oslo.",
        [("talks", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    # him: who is named before in the sentence
    (
        "Envoy Eva Dahl flew home. Ann Lee wrote to Bo Berg in May and met him on Monday.",
        [("letter", "2018-05", ["Ann Lee", "Bo Berg"]), ("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    # a day that a clause of time or place goes on from; an act before it is of another day
    (
        "Things soured on Monday, when Minister Ann Lee pulled out of the talks and Envoy Bo Berg threatened to "
        "reconsider the summit.",
        [("cancellation", "2019-02-18", ["Ann Lee"]), ("announcement", "2019-02-18", ["Bo Berg"])],
    ),
    (
        "Things soured on Monday, when it rained, and after Envoy Bo Berg had threatened to reconsider the summit.",
        [("announcement", None, ["Bo Berg"])],
    ),
    (
        "On Monday Minister Ann Lee came to Oslo, where she invited Norway to visit Bonn.",
        [("visit", "2019-02-18", ["Ann Lee"]), ("announcement", "2019-02-18", ["Ann Lee"])],
    ),
    (
        "Minister Ann Lee came to Oslo on Monday. She first held talks with Envoy Bo Berg.",
        [("visit", "2019-02-18", ["Ann Lee"]), ("talks", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    # besides what is told before
    (
        "It snowed on Sunday.\n\nBoats lay idle in the port.\n\nGulls were seen there.\n\nMinister Ann Lee spoke to "
        "Envoy Bo Berg by telephone. The two had also talked by telephone on Monday.",
        [("call", None, ["Ann Lee", "Bo Berg"]), ("call", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    # theirs, of those who act before it, not of those whose people are told of
    (
        "Envoy Ann Lee haggled over rooms with Envoy Bo Berg, a friend of the Dahl family. Their first session took "
        "place on Monday.",
        [("talks", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Envoy Ann Lee likes Envoy Bo Berg. A first session took place on Monday.",
        [("talks", "2019-02-18", [])],
    ),
    # who did the first did the second
    (
        "Chairman Eva Dahl waved. President Ann Lee wrote to Envoy Bo Berg on Monday and cancelled the summit.",
        [("letter", "2019-02-18", ["Ann Lee", "Bo Berg"]), ("cancellation", "2019-02-18", ["Ann Lee"])],
    ),
    ("President Ann Lee put the summit back on track on Monday.", [("announcement", "2019-02-18", ["Ann Lee"])]),
    # whose summit it is, and which of three the two leaders are
    (
        "Ann Lee called President Bo Berg a friend ahead of the summit. The summit is on Monday.",
        [("summit", "2019-02-25", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Norwegian President Ann Lee likes Swedish President Bo Berg. Lee and Berg smiled. Danish President Eva Dahl "
        "met Lee on Sunday. Envoy Leif Holm smiled. The first session between the two leaders would begin at noon on "
        "Monday.",
        [("meeting", "2019-02-17", ["Eva Dahl", "Ann Lee"]), ("talks", "2019-02-25", ["Ann Lee", "Bo Berg"])],
    ),
    # several rounds since a day, and one of them
    (
        "Envoy Ann Lee and Envoy Bo Berg have met four times since February 4. Lee and Berg met on Monday.",
        [
            ("meeting", "2019-02-04/2019-02-22", ["Ann Lee", "Bo Berg"]),
            ("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"]),
        ],
    ),
    (
        "Envoy Ann Lee has held talks with Envoy Bo Berg since May 2018.",
        [("talks", "2018-05/2019-02", ["Ann Lee", "Bo Berg"])],
    ),
    # each call of a row on its own day; who gets and who sends a letter
    (
        "Minister Ann Lee spoke by phone with Envoy Bo Berg on Monday and with her Danish counterpart, Eva Dahl, on "
        "Tuesday.",
        [("call", "2019-02-18", ["Ann Lee", "Bo Berg"]), ("call", "2019-02-19", ["Ann Lee", "Eva Dahl"])],
    ),
    (
        "President Ann Lee told President Bo Berg in a letter dated Monday that the summit was off.",
        [("letter", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Norwegian leader Ann Lee slept. President Eva Dahl received Envoy Bo Berg on Monday, who delivered a letter "
        "from his leader.",
        [
            ("meeting", "2019-02-18", ["Eva Dahl", "Bo Berg"]),
            ("letter", "2019-02-18", ["Bo Berg", "Ann Lee", "Eva Dahl"]),
        ],
    ),
    # the delegation that one led, and another whom somebody met elsewhere
    (
        "The Swedish side met a Norwegian delegation led by Ann Lee on Monday. Envoy Bo Berg met clerks of the king.",
        [("meeting", "2019-02-18", ["Ann Lee"]), ("meeting", None, ["Bo Berg"])],
    ),
    # whom a lead leaves without a name is told right after; not one who only speaks
    (
        "A top Norwegian aide sat down with Minister Ann Lee for a dinner in Oslo on Monday. Bo Berg, a vice chairman "
        "of the party, had slept well.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Minister Ann Lee hosted one of the king's closest advisers on Monday. Lee and Bo Berg, a deputy of the party, "
        "were seen there.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "A top Norwegian aide sat down with Minister Ann Lee in Oslo on Monday. Bo Berg said it was good. President "
        "Eva Dahl slept.",
        [("meeting", "2019-02-18", ["Ann Lee"])],
    ),
    # whose, with him, he beside the one named, an office beside a name
    (
        "Envoy Bo Berg is here, whose talks with Minister Ann Lee on Monday were long.",
        [("talks", "2019-02-18", ["Bo Berg", "Ann Lee"])],
    ),
    (
        "Chairman Bo Berg is here. Envoy Ann Lee was with him in Oslo on Monday.",
        [("visit", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "President Ann Lee likes Bo Berg. She had spent Monday with Lee in Oslo.",
        [("meeting", "2019-02-18", ["Bo Berg", "Ann Lee"])],
    ),
    (
        "President Ann Lee slept. The president and Envoy Bo Berg met on Monday.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Envoy Ann Lee and Envoy Bo Berg nevertheless met on Monday.",
        [("meeting", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    # who wrote is who did what the letter tells
    (
        "Spokeswoman Eva Dahl said Minister Ann Lee scrapped it in a letter to Envoy Bo Berg on Monday.",
        [("cancellation", "2019-02-18", ["Ann Lee"]), ("letter", "2019-02-18", ["Ann Lee", "Bo Berg"])],
    ),
    # who is of a team, who only invited, who travelled to the meeting, whose "their" is
    (
        "The Swedish team met with Norwegian officials in Oslo. The Swedish delegation reportedly included Ann Lee, an "
        "ambassador.",
        [("meeting", None, ["Ann Lee"])],
    ),
    (
        "Minister Ann Lee visited Oslo on Monday at the invitation of her counterpart Bo Berg.",
        [("visit", "2019-02-18", ["Ann Lee"])],
    ),
    (
        "Minister Ann Lee could fly to Oslo for a meeting with Envoy Bo Berg and Envoy Eva Dahl on Monday.",
        [("visit", "2019-02-25", ["Ann Lee"]), ("meeting", "2019-02-25", ["Ann Lee", "Bo Berg", "Eva Dahl"])],
    ),
    (
        "The party will be where President Ann Lee and Bo Berg eat. Their meeting in Oslo last month was short.",
        [("meeting", "2019-01", ["Ann Lee", "Bo Berg"])],
    ),
    (
        "Envoy Leif Holm was visiting Oslo to prepare for the summit between President Ann Lee and President Bo Berg "
        "on Monday.",
        [("visit", None, ["Leif Holm"]), ("summit", "2019-02-25", ["Ann Lee", "Bo Berg"])],
    ),
    # who meet for a summit meet on its day
    (
        "President Ann Lee and President Bo Berg met for a summit last month.",
        [("meeting", "2019-01", ["Ann Lee", "Bo Berg"])],
    ),
]
