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
    # broken off, cut short, left, in the passive or in a clause of its own
    ("The talks were broken off on Monday by the union.", [("cancellation", "2019-02-18", [])]),
    (
        "A planned visit to Oslo by the deputy prime minister, Ann Lee, has been postponed indefinitely.",
        [("cancellation", None, [])],
    ),
    (
        "Aides prepare for a summit with Norway, which President Ann Lee pulled out of last week.",
        [("cancellation", "2019-02-11/2019-02-17", ["Ann Lee"])],
    ),
    ("President Ann Lee ended the talks two hours early.", [("announcement", None, ["Ann Lee"])]),
    ("Minister Ann Lee walked out of Monday's talks.", [("cancellation", "2019-02-18", ["Ann Lee"])]),
    ("The navy called off its drill on Monday.", []),
    ("Norway has offered a summit.", [("announcement", "2019-02-22", [])]),
    # what a ministry announces, and what is said in a meeting
    ("The Defence Ministry announced on Monday that it would buy ships.", []),
    (
        "In their talks on Monday, Minister Ann Lee repeated her wish for a treaty.",
        [("talks", "2019-02-18", ["Ann Lee"])],
    ),
    # quoted with a day, of the talks
    (
        "“We shall sit at any table,” President Ann Lee said on Monday of the proposed talks.",
        [("announcement", "2019-02-18", ["Ann Lee"])],
    ),
    # a headline tells it first; what was to be and was called off; all that is done on a day named beside the doer
    (
        "Norway threatens to quit the talks\n\nNorway threatened on Monday to quit the talks.",
        [("announcement", "2019-02-18", [])],
    ),
    ("Envoy Bo Berg was to meet the rebels, but Norway cancelled at the last minute.", [("cancellation", None, [])]),
    (
        "President Ann Lee on Monday welcomed the answer and said the summit was still possible.",
        [("announcement", "2019-02-18", ["Ann Lee"])],
    ),
    ("Swedish and Norwegian envoys agreed on the outline of a truce.", [("announcement", None, [])]),
    (
        "President Ann Lee said overnight that the summit might fall.",
        [("announcement", "2019-02-21/2019-02-22", ["Ann Lee"])],
    ),
    # a budget is no deal; to turn round is to call nothing off; sides far apart, tables to bargain at
    ("President Ann Lee signed a budget on Monday.", []),
    (
        "President Ann Lee reversed course on Monday, saying little of the talks.",
        [("announcement", "2019-02-18", ["Ann Lee"])],
    ),
    ("The union said Monday it would return to the bargaining table.", [("announcement", "2019-02-18", [])]),
    (
        "Negotiator Bo Berg told reporters on Monday the sides were far apart.",
        [("announcement", "2019-02-18", ["Bo Berg"])],
    ),
    # what a saying is for may stand behind it
    ("Norway said Monday that it would shut the mine, a step towards a summit.", [("announcement", "2019-02-18", [])]),
    ("Norway said Monday that it would shut the mine.", []),
    # how a side bears itself on a day towards the other side or the talks; a Senate, a strike, an old threat are none
    *(
        (f"President Ann Lee {said}.", [("announcement", "2019-02-18", ["Ann Lee"])])
        for said in (
            "on Monday thanked Norway for the talks",
            "expressed hope on Monday for a deal",
            "raised doubts on Monday about the summit",
            "on Monday defended her decision to meet the rebels",
            "used a speech on Monday to urge Norway to come to the table",
            "on Monday offered an upbeat view of the talks",
            "was guarded on Monday when asked about the talks",
        )
    ),
    ("Norway on Monday denounced Sweden's stance.", [("announcement", "2019-02-18", [])]),
    (
        "The foreign ministry of Norway warned on Monday that it could walk away from the talks.",
        [("announcement", "2019-02-18", [])],
    ),
    ("The Senate on Monday praised Sweden's stance.", []),
    ("President Ann Lee denounced the strike on Monday.", []),
    ("President Ann Lee could denounce Norway on Monday.", []),
    # papers of two sides; what a side took on, with its day or year
    ("Norway and Sweden issued a joint statement on Monday.", [("announcement", "2019-02-18", [])]),
    ("Norway signed a defence agreement with Sweden.", [("announcement", None, [])]),
    ("In 1991, Norway joined Sweden in signing a joint declaration.", [("announcement", "1991", [])]),
    ("In 1993, Norway pledged to dismantle its reactors.", [("announcement", "1993", [])]),
    ("In 1993, Norway pledged to plant trees.", []),
    ("President Ann Lee vowed to raise taxes at the summit.", []),
    ("President Ann Lee has restored the summit.", [("announcement", "2019-02-22", ["Ann Lee"])]),
    # an answer, a summit saved, a wish put to one, what an announcement or a statement says
    ("President Ann Lee said yes on Monday.", [("announcement", "2019-02-18", ["Ann Lee"])]),
    ("President Ann Lee said no to the summit.", [("announcement", None, ["Ann Lee"])]),
    ("President Ann Lee said no roads would be built.", []),
    ("Minister Ann Lee had asked President Bo Berg for talks.", [("announcement", None, ["Ann Lee"])]),
    ("Minister Ann Lee had asked President Bo Berg for tea.", []),
    ("It rained when the two sides got the talks back on track.", [("announcement", None, [])]),
    ("A statement from Norway saying it was open to talks calmed the markets.", [("announcement", None, [])]),
    ("Norway issued a statement saying it was open to talks.", [("announcement", None, [])]),
    ("Norway issued a statement saying it was open to tourists.", []),
    # what one says on a day further on is of something else
    (
        "President Ann Lee said on Monday that the summit might fall. It rained in Oslo. Nobody came. The wind blew. "
        "President Ann Lee told reporters on Monday that a deal was near.",
        [("announcement", "2019-02-18", ["Ann Lee"]), ("announcement", "2019-02-18", ["Ann Lee"])],
    ),
    # papers named with their day, talks cut short, a summit doubted on the way to it, two acts of one sentence
    ("The joint statement of September 19, 2005, went further.", [("announcement", "2005-09-19", [])]),
    ("The joint statement was long; it rained in 2005.", []),
    ("President Ann Lee cut the talks about Norway's old reactors short.", [("announcement", None, ["Ann Lee"])]),
    (
        "Norway called the talks off on Monday; on Tuesday Sweden called them off too.",
        [("cancellation", "2019-02-18", []), ("cancellation", "2019-02-19", [])],
    ),
    (
        "Minister Ann Lee accepted an invitation to Oslo after Norway agreed to suspend its drills.",
        [("announcement", None, ["Ann Lee"]), ("announcement", None, [])],
    ),
    # where it was said stands between; a door shut on talks
    (
        "“The summit may come later,” President Ann Lee said, beside her guest at the Old Hall on Monday.",
        [("announcement", "2019-02-18", ["Ann Lee"])],
    ),
    ("President Ann Lee shut the door on the summit.", [("announcement", None, ["Ann Lee"])]),
    ("President Ann Lee shut the door of the hall.", []),
    (
        "It rained. On Monday the state agency quoted President Ann Lee as saying, “I hope for trust in the talks.”",
        [("announcement", "2019-02-18", ["Ann Lee"])],
    ),
]
