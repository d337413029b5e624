"""Ways of telling what somebody said; what should be found stands between brackets, as a person reads it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from paripassu.read import read

MONDAY = dt.date(2018, 6, 4)
OPENING = "Talks on the port go on\n\nOSLO - Mayor Orla Quist and the Finnish envoy Bo Berg met again in Bergen.\n\n"


def _said(text: str) -> list[str]:
    found = read(OPENING + text, published_on=MONDAY)
    return [found.page.text[one.start : one.end].strip(" .,") for one in found.statements]


@pytest.mark.parametrize(
    "marked",
    [
        # The report goes on with its own words.
        "Orla Quist announced last week [she was ending the talks] but now says [the boats may sail].",
        "The Oslo Gazette reported that [Quist was due to visit Bergen] but the ministry has not confirmed any plans.",
        "Orla Quist said that [a date has been set for her meeting], later telling Berg that [it would be in May].",
        "The leaders announced [they would make the port “truly free,”] and also expressed [hope to sign the deal].",
        "Bo Berg pledged [to reopen the port], even as he faced a vote at home.",
        "Orla Quist said [she raised the toll during the meeting], an idea she floated first in May.",
        "Bo Berg admitted to [the theft of nets] and five captains were freed.",
        "Officials in the harbour town say [a meeting between Quist and Berg is being considered for May].",
        "Bo Berg said Sunday that [the mayor is committed to an open port], after the two met in Oslo on Saturday.",
        "Quist said [most nets could be removed within a year], as Norway and Finland resumed talks.",
        "[A trawler had come in], an envoy said, and [the talks lasted an hour].",
        "Orla Quist, whose aides admit that [she has slept badly], is likely to call Berg today.",
        "Finland blames [him for the loss of a boat in 2010 that killed six sailors].",
        # Where or when stands before, and what is said behind.
        "On her first trip, in May, Orla Quist admitted to [the theft of nets].",
        "Using one of her favourite phrases, Orla Quist told reporters, [“We will see how it goes.”]",
        "Ahead of the vote, Orla Quist hinted last week that [the release of the boats was near].",
        "While the world watched the port, Orla Quist told aides [the deal was dead].",
        "To end the strike, Berg pledged [to lower the toll].",
        "Bo Berg offered on Friday [to sit down with the mayor “at any time.”]",
        "Bo Berg vowed this week [never to give up the port].",
        # A noun holds it: with whose it is, and a time between.
        "Quist's response was that [Berg should win the prize].",
        "The verdict among traders is that [the port will close].",
        "Finland's surprise announcement Thursday night that [it would close the port] marks a break with the past.",
        "Orla Quist brushed off Finnish charges that [she used bully tactics].",
        "Many experts doubt assurances by Norway that [it will open its port].",
        "Norwegian officials voiced concern that [the port will close].",
        "Orla Quist hinted at [the possibility of a second meeting].",
        "Orla Quist noted [the firm bonds between the two towns].",
        'By Friday it was over. ["We are talking to them now,"] Quist said on the lawn.',
        "As for the toll, Quist said [everything will be on the table].",
        "The mayor, who was late, did say [she plans to hold a news conference].",
        "Orla Quist wants [Finland to lift tolls that are hurting her town].",
        "Bo Berg is trying to persuade Norway to give up a toll that hurts the town.",
        "Envoys left with a message for Oslo: [Quist was ready to talk about the port].",
        "Orla Quist set out a clear condition for talks: [Finland had to lower the toll].",
        "Orla Quist met Berg. In her view [the talks will end with a short text].",
        "Norway said before the visit that [Quist would meet Berg].",
        "The letter blamed [Finland's “open contempt”] and shut the door on the talks.",
        "Norway did not object to the drill.",
        # Somebody breaks in, and what follows is said as well; or a conjunction before shows that only this is.
        "The day was long because, Quist said, [she had made “great progress” on the tolls].",
        "[It would help], Quist said, [if both towns opened their books].",
        "[Finland may give up a crane], Berg said, [but not the harbour].",
        "[“Alas,”] Quist wrote, [the fair has no tent this year].",
        "A study leaked this year concluded [the nets won't hold].",
        "Last year the port tested what Norway said was [a new kind of net], and went on.",
        "Berg came back for what envoys described as [a chilly evening with Quist].",
        # A wish is part of what somebody else tells; it ends where somebody says so.
        "[Berg does not want to be called a broker any more], an aide said, but left.",
        "Berg complained about [Finnish “pride”], state television showed.",
        "Quist met Berg on the quay, [which was shut] according to the harbour office.",
        # Who acts in order to say so, who threatens, who has said so for years; who cannot wish.
        "Berg flew to Oslo to announce that [Finland had taken the port].",
        "Berg was ready to say that the boats sank.",
        "Bo Berg, who on Friday threatened that [he would shut the port], is asleep.",
        "Quist has said since 2007 that [she would speak to Berg].",
        "The delay may mean that Norway wants to sell the port.",
        "Norway wants [at least some of the nets back].",
        "Berg first called [the port “rather small,”] then conceded [he had been there once].",
        "Then the vote was on again: [“We will be voting on the toll,”] Quist said.",
        '["We are not there yet,"] Quist told reporters during a trip to Lima, and Berg slept.',
        "According to envoys in Oslo, [Berg has been told to bring a tent].",
        # By whom a thing was blamed, wanted or quoted.
        "Bo Berg was rebuked by Mayor Quist on Friday for [“idling about”].",
        "[A truce] was demanded by Norway before the talks.",
        "Bo Berg was quoted by aides as warning them that [Norway had broken its promise].",
        "The nets were cut by Quist for the fair.",
        # A noun paints it, or hands it on; a label after a colon does not.
        "Berg left Oslo, stung by Quist's description of [his port as a puddle].",
        "Norway floated the idea of [a ferry between the two ports].",
        "Berg came to Oslo with one plea: [do not forget the nets].",
        "The talk of the town was Bo Berg.",
        # One word with a capital that no list knows.
        "Krillvik wants [Finland to offer nets].",
        "Krillvik sank in May.",
        "The Council of Ports spokesman said Thursday [he had no news about the ferry].",
        # Whatever stands between the verb and what it brings.
        "Norway promised for the first time in public [to lower the toll].",
        "[“We shall see if the nets can hold the fish this year,”] Quist pointed out after the talks.",
        "Quist spoke to Berg, and he told her [the port still wants a deal].",
        "Traders worry that [Berg won the toll after all]: On Friday he shut the port.",
        "According to one of them, [the clause on fish is gone].",
        "Norway, whose nets Finland cut in May, warned [Berg not to sail].",
        "Norway signalled [a lack of interest in opening the port].",
        "Quist made a visit in May announcing [the towns were ready to talk].",
        "Quist wrote that [the fair will be held in Oslo], thanking [“our kind old friends.”]",
        "Berg is said to have promised [to open the port].",
        # A word before the sentence, or around it, says whose view it is.
        "For Bo Berg, [the fair is a gamble].",
        "For Bo Berg, who owns a boat, the fair begins in May.",
        "As Orla Quist puts it, [nothing will change].",
        "In Quist's eyes, [Berg had agreed to the toll].",
        "As the paper learned from envoys, [the two towns will meet again].",
        "The day, according to Quist, [was “hard”].",
        "Many in Oslo fear that [the fair will fail].",
        "Many in Oslo slept that day.",
        "Pressed on the date, the mayor would say only that [plans were “fluid”].",
        "Quist warned Berg [against a rash step].",
        "Quist assured Berg of [her support for the fair].",
        "Quist appealed to [both towns to show some patience].",
        "Quist confirmed to reporters [the fair would be held in Oslo].",
        "Quist's message to Berg was clear: [give up the nets].",
        "Norway's foreign minister, Orla Quist, welcomed the announcement.",
        "[“The nets will hold this year,”] Quist said. [“But not theirs.”]",
        "[“If they tear,”] Quist went on, [“we sew them.”]",
        "NRK has learned that [the fair will be short].",
        "He told her [it was over].",
        "Berg is understood to have told aides [he was furious].",
        "Quist wondered aloud [whether the nets would hold].",
        "The official line in Oslo is that [the nets will hold].",
        "Norway's greatest worry: that [Quist gives away too much].",
        "Berg had sounded less sure: the talks, he told the radio, were [“hanging by a thread”].",
        "Norway, which says [the nets are needed for the fair], has rejected the toll.",
        "If the talks fail, aides concede, [the strike will resume].",
        "[Berg had broken such promises before], noted Karl Rast of the Oslo Institute in May.",
        "Berg came to the fair, praised Karl Rast in Oslo and slept.",
        "Tokyo is worried that [it will be left out].",
        "Suggesting that [the nets were torn], Berg left for home.",
        "Quist referred to Berg as [a “man of fish”], and left.",
        "Quist denied on Friday [there was any rift between the towns].",
        "Berg looked in at the door to say [a deal would be coming].",
        "Quist told Berg [the port may be shut] and she urged [both towns to talk].",
        # Nothing is said.
        "Quist and Berg left without saying what the deal was.",
        "Berg came to see Quist, whom he sees on Friday in Oslo.",
        "Norway has dampened hopes that the port will open.",
        # What somebody is sure or wary of.
        "Orla Quist is convinced [she has better skills than Berg].",
        "Bo Berg has been wary from the start that [his town will be forgotten].",
    ],
)
def test_what_is_said(marked: str) -> None:
    expected = [one.strip(" .,") for one in re.findall(r"\[(.*?)\]", marked)]
    assert _said(marked.replace("[", "").replace("]", "")) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Critics, among them Bo Berg, say the port is lost.", "Critics"),
        ("Members of the crew – including Bo Berg, a cook – have said the port is lost.", "Members of the crew"),
        ("Berg and other officials said the port was lost.", "Bo Berg and other officials"),
        ("State Department spokeswoman Ann Lee declined to guess but said: “We shall see it soon.”", "Ann Lee"),
        ("Some liberal Democrats asserted that the port was lost.", "Some liberal Democrats"),
        ("Quist had closed the port, he said.", "Bo Berg"),
        ("The text binds Quist and the town; she hopes to be back in May.", "Orla Quist"),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    found = read(OPENING + "Bo Berg told his story.\n\n" + text, published_on=MONDAY)
    assert [one.speaker.name for one in found.statements if one.speaker is not None] == [speaker]


def test_findings_are_told_of_by_another() -> None:
    assert _said("A study finished this year found that the nets won't hold, the radio said.") == [
        "A study finished this year found that the nets won't hold",
        "the nets won't hold",
    ]


@pytest.mark.parametrize(
    ("head", "said", "speaker"),
    [
        ("Port will open within a year: envoy", "Port will open within a year", "envoy"),
        ("‘We are close’: Berg on the port", "‘We are close’", "Bo Berg"),
        ("Norway expects Berg as guest, calls for fish", "Berg as guest", "Norway"),
        ("The port: an envoy's view", "", ""),
    ],
)
def test_headlines(head: str, said: str, speaker: str) -> None:
    found = read(head + "\n\nMayor Orla Quist of Norway met Bo Berg in Oslo.\n", published_on=MONDAY)
    got = [(found.page.text[one.start : one.end], one.speaker.name if one.speaker else "") for one in found.statements]
    assert got == ([(said, speaker)] if said else [])


def test_a_headline_names_its_speaker_at_its_end() -> None:
    found = read("Port will open within a year: Quist\n\nMayor Orla Quist met Bo Berg in Oslo.\n", published_on=MONDAY)
    (said,) = found.statements
    assert found.page.text[said.start : said.end] == "Port will open within a year"
    assert said.speaker is not None
    assert said.speaker.name == "Orla Quist"
