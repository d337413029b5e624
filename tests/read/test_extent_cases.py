"""Where what is said begins and ends, and whose it is. Expected values: the sentences, written for these tests."""

from __future__ import annotations

import datetime as dt

import pytest

from paripassu.read import read

MONDAY = dt.date(2018, 6, 4)


def _said(text: str) -> list[tuple[str | None, str]]:
    opening = "Talks go on\n\nMayor Orla Quist met envoy Bo Berg in Oslo.\n\n"
    found = read(opening + text, published_on=MONDAY)
    return [
        (one.speaker.name if one.speaker else None, found.page.text[one.start : one.end]) for one in found.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A clause under another ends where the other begins.
        (
            "While Quist says the boats are safe, the fishermen say they leak.",
            [("Orla Quist", "the boats are safe"), ("the fishermen", "they leak")],
        ),
        # Somebody else's words beside it.
        (
            "Quist expressed doubts about the toll, with a clerk saying it sank the port.",
            [("Orla Quist", "doubts about the toll"), ("a clerk", "it sank the port")],
        ),
        (
            "Norway said any deal must wait after Danish envoys said on Sunday they were open to one.",
            [("Norway", "any deal must wait"), ("Danish envoys", "they were open to one")],
        ),
        (
            "Quist said last week she feels no hurry, pointing out that the boats are old.",
            [("Orla Quist", "she feels no hurry"), ("Orla Quist", "the boats are old")],
        ),
        (
            "Quist said the boats were “old” and Berg said they were new.",
            [("Orla Quist", "the boats were “old”"), ("Bo Berg", "they were new")],
        ),
        (
            "Quist said the toll would fall — though she added that it could rise.",
            [("Orla Quist", "the toll would fall"), ("Orla Quist", "it could rise")],
        ),
        # What the report makes of it.
        (
            "Norway said Saturday that it would close the port, in a sudden move that stunned the town.",
            [("Norway", "it would close the port")],
        ),
        # A quotation that goes on after "but", and one that does not.
        (
            "Quist said the two “will be having more frequent meetings,” but “in the end, it is for the port.”",
            [("Orla Quist", "the two “will be having more frequent meetings,” but “in the end, it is for the port.”")],
        ),
        (
            "Quist said the boats “will be going out more often,” but did not say when.",
            [("Orla Quist", "the boats “will be going out more often,”")],
        ),
        ("Quist said overnight that the boats sink.", [("Orla Quist", "the boats sink")]),
        # Marks mistyped.
        (
            "Quist said the offer was a “trail of old wishes“ that drowned. The boats leak, she said.",
            [("Orla Quist", "the offer was a “trail of old wishes“ that drowned"), ("Orla Quist", "The boats leak")],
        ),
        # A question, and a title with a full stop.
        (
            "“Well, what are the boats for?” Mr. Berg said. “Define it for us.”",
            [("Bo Berg", "“Well, what are the boats for?”"), ("Bo Berg", "“Define it for us.”")],
        ),
        # A thing that is wanted, blamed or praised ends where its circumstances begin.
        ("Quist called for a truce during a visit to Bergen.", [("Orla Quist", "a truce")]),
        (
            "Quist has proposed a toll on nets, which would be the first of its kind.",
            [("Orla Quist", "a toll on nets")],
        ),
        ("Quist blasted the “greedy” union after the boats sank.", [("Orla Quist", "the “greedy” union")]),
        (
            "Quist accused the union of “double-dealing” and of theft, contradicting Berg.",
            [("Orla Quist", "“double-dealing” and of theft")],
        ),
        # What only leads in has no verb.
        (
            "Only weeks away from the vote, Quist acknowledged that the odds are even.",
            [("Orla Quist", "the odds are even")],
        ),
        (
            "To get there, Quist added, the port must do what it never did.",
            [("Orla Quist", "the port must do what it never did")],
        ),
        # Wants that are no clause.
        ("Norway has sought a delay for the toll.", [("Norway", "a delay for the toll")]),
        ("For years, Quist has pushed for a wider port.", [("Orla Quist", "a wider port")]),
        ("Norway signaled its willingness to talk.", [("Norway", "its willingness to talk")]),
        ("Fishermen remain sceptical of the new harbour.", [("Fishermen", "the new harbour")]),
        ("The ministry appears hopeful the boats will sail.", [("The ministry", "the boats will sail")]),
        ("To union officials, it means the end of the port.", [("union officials", "it means the end of the port")]),
        # What a thing is called.
        ("Quist called “patience” a condition for talks.", [("Orla Quist", "“patience” a condition for talks")]),
        (
            "Quist called the boats tied up in the port “old wood.”",
            [("Orla Quist", "the boats tied up in the port “old wood.”")],
        ),
        # Things promised, rejected, praised, spoken of.
        (
            "Quist and Berg vowed “lasting peace” at sea at their first meeting.",
            [("Orla Quist and Bo Berg", "“lasting peace” at sea")],
        ),
        ("Norway promised not to raise the toll.", [("Norway", "not to raise the toll")]),
        ("Norway has rejected a wider port and has always asked for nets.", [("Norway", "a wider port")]),
        ("Norway rejected the demand.", []),
        ("Quist welcomed the “brave step” of the union.", [("Orla Quist", "the “brave step” of the union")]),
        ("Quist spoke of a “new page” for the port.", [("Orla Quist", "a “new page” for the port")]),
        ("Quist spoke of the boats.", []),
        ("Quist raised the possibility that the port may close.", [("Orla Quist", "the port may close")]),
        (
            "Norway issued a threat by rejecting the idea that it would pay.",
            [("Norway", "it would pay")],
        ),
        # Handed on by somebody who is named first.
        ("According to Reuters, Quist said the boats sink.", [("Orla Quist", "the boats sink")]),
        ("According to Reuters, Quist met Berg.", [("Reuters", "Quist met Berg")]),
        # A noun that rules the sentence, and what follows from the thought.
        (
            "Quist's claim that the boats are old seems at odds with the record.",
            [("Orla Quist", "the boats are old")],
        ),
        (
            "The pound rose on relief among traders that the toll would fall, keeping the port open.",
            [("traders", "the toll would fall")],
        ),
        # A colon before a quotation, and before a row of things.
        (
            'Quist, however, said that is not the plan: "We go there and we sell the boats."',
            [("Orla Quist", "that is not the plan"), ("Orla Quist", '"We go there and we sell the boats."')],
        ),
        (
            "Quist said she had been firm on three goals: open nets, cheap ice and new boats.",
            [("Orla Quist", "she had been firm on three goals: open nets, cheap ice and new boats")],
        ),
        # What is done is no thought.
        ("Quist tweeted hours after Berg left the port.", []),
        ("The two agreed on a plan that would close the port.", []),
        ("Quist and Berg did not speak or acknowledge each other.", []),
        ("Bo Berg, an aide considered her right hand, brought the letter.", []),
        ("Quist cited the weather in closing the port.", [("Orla Quist", "the weather")]),
        (
            "Norway has let them fish, citing their right to the sea, but has halted some boats.",
            [("Norway", "their right to the sea")],
        ),
        (
            "Quist accused Norway of having no wish of opening the port.",
            [("Orla Quist", "having no wish of opening the port")],
        ),
        # Tried to say, brought to say, promised to somebody, threatened with.
        ("Quist sought to reassure voters that the port is safe.", [("Orla Quist", "the port is safe")]),
        (
            "The boats left, prompting the union to accuse Quist of “theft” at sea.",
            [("the union", "“theft” at sea")],
        ),
        ("Quist appeared to rule out a wider port.", [("Orla Quist", "a wider port")]),
        ("Quist hoped to persuade the union to wait.", [("Orla Quist", "to persuade the union to wait")]),
        ("Quist promised voters she would not sell.", [("Orla Quist", "she would not sell")]),
        ("Quist vowed never to sell the port.", [("Orla Quist", "never to sell the port")]),
        ("Quist threatened Norway with new tolls.", [("Orla Quist", "new tolls")]),
        ("Both countries say they want peace.", [("Both countries", "they want peace")]),
        (
            "Berg's insistence that the boats return first has stalled the talks.",
            [("Bo Berg", "the boats return first")],
        ),
        # What the report calls it; whose words begin within.
        ("Berg said Norway was stalling — a charge that Quist denied.", [("Bo Berg", "Norway was stalling")]),
        (
            "Quist, speaking at a rally in Bergen, said Berg “wants to make a deal” and that she trusted him.",
            [("Orla Quist", "Berg “wants to make a deal” and that she trusted him")],
        ),
        ("Berg later said that had been left out on purpose.", [("Bo Berg", "that had been left out on purpose")]),
        # A quotation whose comma closes it before the hour; one that goes on with "but that".
        (
            "Quist said a deal was “within reach,” hours after the clerks walked out.",
            [("Orla Quist", "a deal was “within reach,”")],
        ),
        (
            "Quist said the walkout was “sad” but that “the door is open.”",
            [("Orla Quist", "the walkout was “sad” but that “the door is open.”")],
        ),
        ("Quist called that “interesting at best.”", [("Orla Quist", "“interesting at best.”")]),
        # Studies, those in a party, a country that a clause tells more of.
        (
            "A study by the port found that fish prices had doubled.",
            [("A study by the port", "fish prices had doubled")],
        ),
        ("Some in the ruling party want Quist to leave.", [("Some in the ruling party", "Quist to leave")]),
        ("It was welcomed by Sweden, which said it would host them.", [("Sweden", "it would host them")]),
        (
            "A diplomat who follows the talks said nobody came. “It was all a show,” the diplomat said.",
            [("A diplomat", "nobody came"), ("A diplomat", "“It was all a show,”")],
        ),
        ("“We wrote it down three times,” Berg shot back.", [("Bo Berg", "“We wrote it down three times,”")]),
        # A charge that is rejected is told already; who says it stands on both sides, or in the middle.
        (
            "Quist faulted Berg for “selling the coast,” a charge he has rejected.",
            [("Orla Quist", "Berg for “selling the coast,”")],
        ),
        (
            "It was Berg who first suggested a meeting, officials on both sides said.",
            [("officials on both sides", "It was Berg who first suggested a meeting")],
        ),
        ("The union, Quist said, stood ready to help.", [("Orla Quist", "stood ready to help")]),
        # The day before who says it.
        ("Last week, Quist said, the boats sank.", [("Orla Quist", "the boats sank")]),
        ("The town went to see what Quist has said was the largest boat.", []),
    ],
)
def test_where_it_ends(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert _said(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Names inside the quotation do not speak.
        ("“We go to a meeting between Bo Berg and myself,” Quist wrote on Friday.", "Orla Quist"),
        (
            '"The fact is, we have no meeting set with Envoy Berg, but again, we are open to it," '
            "Quist's deputy press adviser, Ann Lee, told reporters, adding that Quist has said so since 2007.",
            "Ann Lee",
        ),
        # The last one named before "who".
        ("Quist replaced Ann Lee with Ove Holm, who has promised to bring back the “swagger” of old.", "Ove Holm"),
        ("“It is hard for me to see Berg fail,” said Ann Holm, although she conceded that boats sink.", "Ann Holm"),
        # Participles that hang on another than the subject.
        ("Quist went home hours after Berg welcomed a letter from Norway saying it would talk.", "Norway"),
        ("Norway turned on Quist — and her aide Ann Lee — for suggesting that boats sink.", "Ann Lee"),
        ("Norway contradicted Quist hours after she left saying the boats were old.", "Orla Quist"),
        ("The silence left Danish envoys complaining that nobody called.", "Danish envoys"),
        ("The union, a body of old men, published an essay Friday asserting that boats sink.", "The union"),
        # Offices of several words before a name.
        (
            "The port would need “verifiable” steps, former Prime Minister and envoy Ann Lee told CNN in May.",
            "Ann Lee",
        ),
        # An office, as the text names it.
        ("Quist's office said boats sink.", "Quist's office"),
        # Statements and questions with an owner or a giver.
        ("“The port will stay closed for now,” the Fisheries Ministry's statement said.", "Fisheries Ministry"),
        ("“The port will stay closed for now,” said a statement attributed to Ann Lee.", "Ann Lee"),
        ("Quist laughed at Berg's question: “When do I get to see the boats?”", "Bo Berg"),
        # Who acts, not whom they met or what they angered.
        (
            "The delegation met at the port with Mayor Ann Lee, and expressed doubts about the toll.",
            "The delegation",
        ),
        (
            "The port authority set terms for talks between Mayor Ann Lee and Quist, saying boats sink.",
            "The port authority",
        ),
        ("Hours after angering Norway, the Danes issued a threat, saying boats sink.", "the Danes"),
        # A relative, and whoever goes on speaking.
        ("Quist's sister Ann Lee called the boats “old wood,” and she threatened to burn them.", "Ann Lee"),
        ("Danish officials said boats sink. They said the port was closed.", "Danish officials"),
        ("After the talks broke down, Quist stayed away from Berg. “We did what we could,” she said.", "Orla Quist"),
        # Who a clause tells more of, not the office in it; not the statement it was said in.
        ("Quist, an engineer who led the talks in 2005, said that was “a disaster” for her.", "Orla Quist"),
        ("In a statement released by her office, Quist said she was hopeful.", "Orla Quist"),
        # Who once was, by what he was.
        (
            "Ann Lee, a former union clerk who led the talks, said boats sink. “We can wait,” the former envoy said.",
            "Ann Lee",
        ),
        # An agency named behind what it is.
        ("Clerks briefed Berg after he came, the North’s state news agency, KCNA, said on Wednesday.", "KCNA"),
    ],
)
def test_who_stands_beside_it(text: str, speaker: str) -> None:
    assert {who for who, _ in _said(text)} == {speaker}


def test_a_heading_quotes_who_is_quoted_below() -> None:
    text = "‘More hopeful’\n\nThe port was “more hopeful than ever,” Quist said on Friday in Bergen."
    assert _said(text)[0] == ("Orla Quist", "‘More hopeful’")


def test_a_headline_that_tells_of_two() -> None:
    found = read(
        "Quist: Oslo ready to talk after Finland says it would sell\n\nMayor Orla Quist came home.", published_on=MONDAY
    )
    said = [(one.speaker and one.speaker.name, found.page.text[one.start : one.end]) for one in found.statements]
    assert said == [("Orla Quist", "Oslo ready to talk"), ("Finland", "it would sell")]
