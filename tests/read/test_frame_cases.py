"""More ways in which a report says who said what. Expected values: the sentences, written for these tests."""

from __future__ import annotations

import datetime as dt

import pytest

from paripassu.read import read

MONDAY = dt.date(2018, 6, 4)


def _said(text: str) -> list[tuple[str | None, str]]:
    opening = "Talks go on\n\nMayor Orla Quist met envoy Olm Berg in Oslo.\n\n"
    found = read(opening + text, published_on=MONDAY)
    return [
        (one.speaker.name if one.speaker else None, found.page.text[one.start : one.end]) for one in found.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The verb of saying in the middle: the longer part, or the part with a verb, holds the thought.
        (
            "To end it, the aide added, the port must do what it never did.",
            [("the aide", "the port must do what it never did")],
        ),
        ("The deal, Quist predicted, will not last.", [("Orla Quist", "will not last")]),
        (
            "They met on Sunday and, according to a source in Oslo, dined on Monday.",
            [("a source in Oslo", "dined on Monday")],
        ),
        (
            "It was Mr. Quist who asked, Mr. Berg told a news conference; it was late.",
            [("Olm Berg", "It was Mr. Quist who asked")],
        ),
        (
            "According to Mr. Berg, what the mayor doubts is the money.",
            [("Olm Berg", "what the mayor doubts is the money")],
        ),
        # What follows is his as well.
        (
            "Tolls would stay for now, Berg said, though he no longer wanted to use the word.",
            [("Olm Berg", "Tolls would stay for now"), ("Olm Berg", "he no longer wanted to use the word")],
        ),
        (
            "Berg said the visit was meant to be short, but had grown into a long talk.",
            [("Olm Berg", "the visit was meant to be short, but had grown into a long talk")],
        ),
        ("Berg said the talks were short, but would not say why.", [("Olm Berg", "the talks were short")]),
        (
            "Quist said she may sign soon as she declared talks in Oslo were making progress.",
            [("Orla Quist", "she may sign soon"), ("Orla Quist", "talks in Oslo were making progress")],
        ),
        ("Norway, which says it wants a deal, waited.", [("Norway", "it wants a deal")]),
        # Nobody is named who expects it.
        ("It is feared that the envoys of both towns will leave.", [(None, "the envoys of both towns will leave")]),
        ("It is expected that the envoys of both towns will meet.", []),
        ("It is widely believed that the mayor would sign.", [(None, "the mayor would sign")]),
        ("There was speculation that she would sign.", [(None, "she would sign")]),
        # A noun that holds a thought, and its owner.
        (
            "Quist’s remarks Friday – including that a deal has a good chance – were clear.",
            [("Orla Quist", "a deal has a good chance")],
        ),
        (
            "Prices rose on relief among traders that months of talks were over.",
            [("traders", "months of talks were over")],
        ),
        ("Norway's position is that the boats are gone.", [("Norway", "the boats are gone")]),
        ("Quist's claim that Norway would sign surprised them.", [("Orla Quist", "Norway would sign")]),
        ("The plan that Norway would sign was dropped.", []),
        ("No plan stands behind Quist's demand that Norway must sign.", []),
        # To somebody who is to do something.
        ("Quist warned Norway not to sign.", [("Orla Quist", "Norway not to sign")]),
        ("Quist ordered the boats to leave.", [("Orla Quist", "the boats to leave")]),
        ("Quist called on Norway to sign.", [("Orla Quist", "Norway to sign")]),
        ("Quist called on King Olm in 2000.", []),
        # Judged, named, compared.
        (
            "Quist likened the talks to “a walk between friends.”",
            [("Orla Quist", "the talks to “a walk between friends.”")],
        ),
        ("Quist mocked her rivals for claiming victory.", [("Orla Quist", "her rivals for claiming victory")]),
        ("Quist called Berg a liar.", [("Orla Quist", "Berg a liar")]),
        (
            "Quist branded the deal “a sham of the worst kind.”",
            [("Orla Quist", "the deal “a sham of the worst kind.”")],
        ),
        (
            "The question is whether Norway, seeing the talks as a gamble, can wait.",
            [("Norway", "the talks as a gamble")],
        ),
        # Hopes, fears, stress; less than what is said of them as a whole.
        ("Quist hopes to sign in June.", [("Orla Quist", "to sign in June")]),
        ("Norway hopes to sign in June, Quist said on Sunday.", [("Orla Quist", "Norway hopes to sign in June")]),
        ("Quist stressed the need for boats.", [("Orla Quist", "the need for boats")]),
        ("Quist is confident the boats will return.", [("Orla Quist", "the boats will return")]),
        ("Quist asked why Norway had not signed.", [("Orla Quist", "why Norway had not signed")]),
        ("Quist went on to say that boats sink.", [("Orla Quist", "boats sink")]),
        ("Quist has said repeatedly she will not sign.", [("Orla Quist", "she will not sign")]),
        ("Norway gave way after Finland says no deal was reached.", [("Finland", "no deal was reached")]),
        ("Still, Berg maintained he'd be willing to leave.", [("Olm Berg", "he'd be willing to leave")]),
        ("Quist announced earlier this month she would sign.", [("Orla Quist", "she would sign")]),
        ("Analysts hope Quist and Berg can sign.", [("Analysts", "Quist and Berg can sign")]),
        ("Norway has for days questioned whether it would sign.", [("Norway", "whether it would sign")]),
        ("Quist's aides received word that boats had gone.", []),
        ("Quist described it as a good day and thanked them.", [("Orla Quist", "it as a good day")]),
        # Handed on: the paper only tells who says it.
        (
            "Reuters reported Monday that local fishermen for the first time said they want to talk.",
            [("local fishermen", "they want to talk")],
        ),
        ("Boats were gone, the agency quoted Quist as saying.", [("Orla Quist", "Boats were gone")]),
        # Whoever spoke just before goes on; a post copied whole.
        (
            "Berg said it was good. But if nothing moves, “the markets will react badly to all of it.”",
            [
                ("Olm Berg", "it was good"),
                ("Olm Berg", "if nothing moves, “the markets will react badly to all of it.”"),
            ],
        ),
        (
            "Great talks today. They want a deal! — Ann Lee (@annlee) June 3, 2018",
            [("Ann Lee", "Great talks today. They want a deal!")],
        ),
    ],
)
def test_more_frames(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert _said(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Norway and its northern allies accuse Finland of hiding boats.", "Norway and its northern allies"),
        (
            "A clerk in Oslo and two other local officials said they were tired.",
            "A clerk in Oslo and two other local officials",
        ),
        ("Quist and Berg, both of whom say they are the rightful mayor, met.", "Orla Quist and Olm Berg"),
        ("Many in the town who argue that fish take time were sad.", "Many in the town"),
        ("Some say the deal is dead.", "Some"),
        ("Both said the deal was dead.", "Both"),
        ("A spokesman for Quist declined to comment, saying details were not out.", "A spokesman for Quist"),
        ("Quist's spokesman issued a denial, arguing that she could not sign.", "Quist's spokesman"),
        ("Boats will return, say analysts at the Harbour Institute.", "analysts at the Harbour Institute"),
        (
            "A statement posted on the ministry's website said boats sink.",
            "A statement posted on the ministry's website",
        ),
        ("Norway, however, wants a deal.", "Norway"),
        ("Mr Tessan Holm came. The President said boats sink.", "Tessan Holm"),
    ],
)
def test_who_says_so(text: str, speaker: str) -> None:
    assert _said(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A dateline, a photographer and a line between paragraphs speak no more than the one they stand by.
        (
            "Oslo, Norway (Reuters) Mayor Orla Quist gave way on Friday, insisting that boats stay.",
            ("Orla Quist", "boats stay"),
        ),
        (
            "The two met. REUTERS/Tessan Holm\n\n“We will go on with it all,” she said.",
            ("Orla Quist", "“We will go on with it all,”"),
        ),
        # A list that is told of, not the one who tells.
        (
            "Mayor Orla Quist, back in Oslo, said Norway, Finland and Denmark were of one mind.",
            ("Orla Quist", "Norway, Finland and Denmark were of one mind"),
        ),
        ("Quist told Mr. Berg that boats sink.", ("Orla Quist", "boats sink")),
        ("The aide said that was not enough.", ("The aide", "that was not enough")),
        ("Berg said after Quist left Oslo that boats sink.", ("Olm Berg", "boats sink")),
        # The president of whom no country is told is the paper's own.
        (
            "President Tessan Holm met French President Ove Lund. The president said boats sink.",
            ("Tessan Holm", "boats sink"),
        ),
        (
            "A diplomat and two clerks said they were tired. “It did not work at all,” the diplomat said.",
            ("A diplomat", "“It did not work at all,”"),
        ),
    ],
)
def test_one_of_several(text: str, expected: tuple[str, str]) -> None:
    assert expected in _said(text)


@pytest.mark.parametrize(
    "text", ["Norway has not said when the boats will leave.", "Quist saw Berg briefly as they joined the others."]
)
def test_nothing_said(text: str) -> None:
    assert _said(text) == []


def test_the_two_leaders_are_the_two_heads_last_named() -> None:
    text = "Norwegian President Ann Lee met Danish Prime Minister Bo Holm. The two leaders said boats sink."
    assert _said(text)[-1] == ("Ann Lee and Bo Holm", "boats sink")


def test_a_headline_names_its_speaker_before_a_colon() -> None:
    found = read("Quist: the town still wants a deal\n\nMayor Orla Quist came home on Friday.", published_on=MONDAY)
    assert [(one.speaker and one.speaker.name, one.rule) for one in found.statements] == [
        ("Orla Quist", "said.headline")
    ]
