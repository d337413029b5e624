"""Who is read to say what. Expected values: the sentences themselves, written for these tests."""

from __future__ import annotations

import datetime as dt

import pytest

from paripassu.read import read

MONDAY = dt.date(2018, 6, 4)


def _said(text: str) -> list[tuple[str | None, str]]:
    found = read(f"Talks go on\n\nThe envoys met again in Bergen.\n\n{text}", published_on=MONDAY)
    return [
        (one.speaker.name if one.speaker else None, found.page.text[one.start : one.end]) for one in found.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A verb of saying and a clause without `that`.
        ("Norway insists its fleet is small.", ("Norway", "its fleet is small")),
        ("Orla Quist's office confirmed it had been told.", ("Orla Quist's office", "it had been told")),
        # Not what somebody did, but what he wants or doubts.
        (
            "Finland is demanding as soon as possible an answer. Norway wants a higher quota.",
            ("Norway", "a higher quota"),
        ),
        ("Mayor Orla Quist has opposed the toll that Berg proposed.", ("Orla Quist", "the toll that Berg proposed")),
        ("Critics question whether the dam can hold.", ("Critics", "whether the dam can hold")),
        ("Norway is pressing for a higher quota.", ("Norway", "a higher quota")),
        ("Mayor Orla Quist accused the union of hiding members.", ("Orla Quist", "hiding members")),
        ("Mayor Orla Quist blamed the union for the delay.", ("Orla Quist", "the union for the delay")),
        ("Mayor Orla Quist dismissed the charge as theatre.", ("Orla Quist", "the charge as theatre")),
        ("Mayor Orla Quist asked the envoy to wait.", ("Orla Quist", "the envoy to wait")),
        (
            "The mayor, Orla Quist, pointed to the “open contempt” of the union.",
            ("Orla Quist", "the “open contempt” of the union"),
        ),
        # Words handed on.
        (
            "The agency quoted Mayor Orla Quist as saying that the toll would fall.",
            ("Orla Quist", "the toll would fall"),
        ),
        ("As Mayor Orla Quist has argued, the toll keeps boats away.", ("Orla Quist", "the toll keeps boats away")),
        (
            "The cabinet showed the view that the toll may fall. Mayor Orla Quist held the view that it should rise.",
            ("Orla Quist", "it should rise"),
        ),
        # Nobody is named.
        ("The two are said to have dined at the port.", (None, "to have dined at the port")),
        # Where what is said ends.
        (
            "Mayor Orla Quist said the toll would fall, two years after it was raised.",
            ("Orla Quist", "the toll would fall"),
        ),
        ("Mayor Orla Quist said the toll would fall while Norway kept silent.", ("Orla Quist", "the toll would fall")),
        (
            "Mayor Orla Quist insisted that the union wanted one thing: money.",
            ("Orla Quist", "the union wanted one thing: money"),
        ),
        # The time or place before a quotation is not what is said.
        (
            'In a message to the fleet, Mayor Orla Quist said, "We will not wait for anybody."',
            ("Orla Quist", '"We will not wait for anybody."'),
        ),
        # Who speaks.
        (
            "The toll would fall, the Fisheries Ministry in Oslo announced.",
            ("Fisheries Ministry", "The toll would fall"),
        ),
        ("The toll would fall, said the mayor, Orla Quist.", ("Orla Quist", "The toll would fall")),
        ("The Norwegians said the toll would fall.", ("The Norwegians", "the toll would fall")),
        (
            "An official who came with Mayor Orla Quist, and spoke to the press, said the toll would fall.",
            ("An official", "the toll would fall"),
        ),
        (
            "A spokesman for the mayor in a statement on Friday said that the toll would fall.",
            ("A spokesman for the mayor", "the toll would fall"),
        ),
        (
            "The mayor, Orla Quist, stated at a press conference on the 2nd, “We will not wait for anybody.”",
            ("Orla Quist", "“We will not wait for anybody.”"),
        ),
    ],
)
def test_said_in_many_ways(text: str, expected: tuple[str | None, str]) -> None:
    assert expected in _said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Several statements in one sentence: a new verb of saying begins where the last words end.
        (
            "Mayor Orla Quist said, “Let us all begin again,” adding, “There is time enough for us.”",
            [("Orla Quist", "“Let us all begin again,”"), ("Orla Quist", "“There is time enough for us.”")],
        ),
        (
            "Mayor Orla Quist told lawmakers that her town “will not bow,” while calling on Norway to lift the toll.",
            [("Orla Quist", "her town “will not bow,”"), ("Orla Quist", "Norway to lift the toll")],
        ),
        (
            "Mayor Orla Quist wants no toll, and Norway is asking for a higher one.",
            [("Orla Quist", "no toll"), ("Norway", "a higher one")],
        ),
        (
            "The mayor, Orla Quist, voiced “grave doubts” about the toll, which she called “a gamble”.",
            [("Orla Quist", "“grave doubts” about the toll"), ("Orla Quist", "“a gamble”")],
        ),
        # Two sides in a phrase of their own.
        (
            "The talks ended late, with both sides saying they were close to a deal.",
            [("both sides", "they were close to a deal")],
        ),
        # Who is only told of by offices before the name, or after it.
        (
            "“We are back at the table now,” Dockers Branch 12 President Orla Quist said.",
            [("Orla Quist", "“We are back at the table now,”")],
        ),
        (
            "“We are back at the table now,” said harbour council vice president Orla Quist.",
            [("Orla Quist", "“We are back at the table now,”")],
        ),
        (
            "“We are back at the table now,” Orla Quist, a member of the harbour council told reporters.",
            [("Orla Quist", "“We are back at the table now,”")],
        ),
        (
            "“We are back at the table now,” – Mayor Orla Quist told journalists.",
            [("Orla Quist", "“We are back at the table now,”")],
        ),
        # After a quotation any verb of the past is one of saying.
        (
            "Mayor Orla Quist came. “They were here only yesterday,” the mayor specified.",
            [("Orla Quist", "“They were here only yesterday,”")],
        ),
        ("Mayor Orla Quist told a press conference that nothing was decided.", [("Orla Quist", "nothing was decided")]),
        (
            "A senior Fisheries Ministry official voiced doubts, saying, “We cannot let it pass us by.”",
            [("A senior Fisheries Ministry official", "“We cannot let it pass us by.”")],
        ),
        (
            "Norway's fisheries ministry came up with a statement saying the date was open.",
            [("Norway's fisheries ministry", "the date was open")],
        ),
        (
            "Mayor Orla Quist said the toll would fall, a remark that took the union by surprise.",
            [("Orla Quist", "the toll would fall")],
        ),
        (
            "Mayor Orla Quist denounced the union for holding up boats.",
            [("Orla Quist", "the union for holding up boats")],
        ),
        ("The editorial notes: The port should think twice.", [("The editorial", "The port should think twice")]),
        (
            "Captain Bo Berg went on. “Mr Quist! This is no pond of yours,” he said.",
            [("Bo Berg", "“Mr Quist! This is no pond of yours,”")],
        ),
        ("Mayor Orla Quist gloated that the union was broken.", [("Orla Quist", "the union was broken")]),
        ("Mayor Orla Quist repeated that position on Friday night.", []),
        (
            "The toll would fall, Mr Kim Sol Mun, a mayor who had fled the town, told the station Channel B.",
            [("Kim Sol Mun", "The toll would fall")],
        ),
        # Two bodies, unnamed sources, a broken sentence, offices of a body.
        ("Both Norway and Finland said the toll would fall.", [("Norway and Finland", "the toll would fall")]),
        (
            "Sources close to the talks told Reuters that a deal was near.",
            [("Sources close to the talks", "a deal was near")],
        ),
        (
            "The long talks, Mayor Orla Quist insisted, would go ahead on time.",
            [("Orla Quist", "would go ahead on time")],
        ),
        (
            "U.N. Secretary-General Antonio Quist pleaded for calm and urged both sides to wait.",
            [("Antonio Quist", "both sides to wait")],
        ),
        ("Mayor Orla Quist would only say that “contacts go on”.", [("Orla Quist", "“contacts go on”")]),
        ("Mayor Orla Quist made it clear she would not wait.", [("Orla Quist", "she would not wait")]),
        # Kinds of people known by the form of the word.
        ("Retailers fear the strike will last.", [("Retailers", "the strike will last")]),
        ("Orders fear nothing.", []),
        # Words of a translator.
        ("Mayor Orla Quist came. In her opinion, the toll is a gamble.", [("Orla Quist", "the toll is a gamble")]),
        ("Mayor Orla Quist said that's an insult.", [("Orla Quist", "that's an insult")]),
        ("Mayor Orla Quist made clear that the toll stays.", [("Orla Quist", "the toll stays")]),
        (
            "The source who asked not to be named left. Mayor Orla Quist slammed the union for its “silence”.",
            [("Orla Quist", "the union for its “silence”")],
        ),
    ],
)
def test_everything_said(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert _said(text) == expected


def test_headlines_and_captions_speak_too() -> None:
    found = read(
        "Quist: “We will not wait for anybody”\n\nMayor Orla Quist came home.\n\n"
        "This file photo shows Mayor Orla Quist, who said the toll was a gamble. (Reuters)",
        published_on=MONDAY,
    )
    assert [one.speaker.name for one in found.statements if one.speaker] == ["Orla Quist", "Orla Quist"]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Orla Quist smiled but said nothing in return.",
        "Mayor Orla Quist wrote a letter to the union.",
        "The United States were silent.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Norway answered on Friday. It would wait, it said.", "Norway"),
        ("Mayor Orla Quist met reporters. According to her, the toll would fall.", "Orla Quist"),
        ("Mayor Orla Quist spoke. Chairman Bo Berg met Orla Quist. She said the toll would fall.", "Orla Quist"),
        (
            "“The toll will fall soon enough,” said Orla Quist. It is unlike that of Bo Berg. “We can wait,” she said.",
            "Orla Quist",
        ),
        (
            "A Danish official came. A harbour official said the toll would fall. The official said it was high.",
            "A harbour official",
        ),
        ("The Fisheries Ministry was silent. The ministry said the toll would fall.", "Fisheries Ministry"),
        ("Norway said in a statement that the toll would fall. The statement said that boats are dear.", "Norway"),
        ("A union spokesman said the toll was dear. He said it would fall.", "A union spokesman"),
        ("Envoy Orla Quist came. The diplomat said the toll was dear.", "Orla Quist"),
        ("Orla Quist met Bo Berg. They said the toll would fall.", "Orla Quist and Bo Berg"),
        (
            "Kim Jong Un’s aide Kim Kye Gwan said the talks were off.\n\n"
            "“If they drive us into a corner, we will not come,” Kim said.",
            "Kim Kye Gwan",
        ),
        (
            "The talks have broken off, Norway’s top negotiator said.\n\n"
            "Norway’s chief nuclear negotiator, Ann Lee, left.",
            "Ann Lee",
        ),
        (
            "The talks have broken off, Norway’s top negotiator said.\n\nThe Finnish President, Ann Lee, left.",
            "Norway’s top negotiator",
        ),
    ],
)
def test_who_is_meant(text: str, speaker: str) -> None:
    assert _said(text)[-1][0] == speaker
