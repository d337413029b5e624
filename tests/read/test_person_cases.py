"""Who is named in a sentence. Expected values: the sentences themselves, written for these tests."""

from __future__ import annotations

import datetime as dt

import pytest

from paripassu.read import read

MONDAY = dt.date(2018, 6, 4)


def _names(text: str) -> list[tuple[str, int]]:
    return [(one.name, len(one.mentions)) for one in read(text, published_on=MONDAY).persons]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A family name with its article, small or with a capital.
        ("Spokesman Omar al-Hariri said no. Al-Hariri left.", [("Omar al-Hariri", 2)]),
        # An office of two words before a name no list has.
        ("Harbour Secretary Orla Quist ran the docks.", [("Orla Quist", 1)]),
        # What stands between commas ends in a verb of saying; or is an age.
        ("Orla Quist, a welder with two sons, told the paper that she would wait.", [("Orla Quist", 1)]),
        ("Orla Quist, 54, waited outside.", [("Orla Quist", 1)]),
        # Who took a picture.
        ("Enlarge this image Sverre Oddly/AFP", [("Sverre Oddly", 1)]),
        # A government named after the one who leads it; one who is told something.
        ("Envoys of the Harlan administration left.", [("Harlan", 1)]),
        ("The envoy told Harlan that the dam was full.", [("Harlan", 1)]),
        # A paper and a name between quotation marks are nobody.
        ("Reformist newspaper Morgenen argued that the drill “Max Thunder” was a folly.", []),
        # An unknown first name before a known one, a given name with a hyphen, a name that is an office too.
        ("They met envoys such as Quorl Mohammad Tessan in Oslo.", [("Quorl Mohammad Tessan", 1)]),
        ("They are to meet Abdul-Rahim al-Tessan.", [("Abdul-Rahim al-Tessan", 1)]),
        ("They met Gov. Jim Justice.", [("Jim Justice", 1)]),
        ("The chief Quorlex negotiator waited.", []),
        ("Tessan's remarks angered the town.", [("Tessan", 1)]),
        # A family name that is the name of a month; "May" alone once she is known.
        ("Agnes May signed. In May, May left; on May 3 the two met.", [("Agnes May", 2)]),
        ("Ann Lee and May I go?", [("Ann Lee", 1)]),
        # "He" with a capital in mid-sentence; a month cut short after a name.
        ("Envoys met Liu He again, and Liu left.", [("Liu He", 2)]),
        ("Kim Sol Mun came. They meet Kim Feb. 27.", [("Kim Sol Mun", 2)]),
        # A place, a party, a paper; an administration is named after its head.
        ("They landed at John F. Harlan International Airport.", []),
        ("Conservatives said no, Democrats told him so, Buzzfeed claimed.", []),
        ("Ann Harlan said no. Critics of the Harlan Administration agreed.", [("Ann Harlan", 2)]),
        # Offices of a house, a faith, a party; what an editor put in.
        (
            "Speaker Quorl Tessan, Mullah Berodar and Maine Republican Olm Quist met.",
            [("Quorl Tessan", 1), ("Berodar", 1), ("Olm Quist", 1)],
        ),
        ("He also spoke to Prime Minister [Orla] Quist of Norway.", [("Quist", 1)]),
        # A family name that is an everyday word or a place; not where it opens a sentence as a word.
        ("The chief of staff, Marc Short, told them. Short said no. Short of money, they left.", [("Marc Short", 2)]),
        ("Abraham Denmark, a former official, left for Denmark.", [("Abraham Denmark", 1)]),
        # Who is named for the work, in a place, in a list, by an initial, or in capitals.
        ("An analysis by Quorla Tessan in Oslo.", [("Quorla Tessan", 1)]),
        ("A study of the harbour, Brenmoor Basin, was read by Oslo Basin.", []),
        ("Ann Lee in Oslo and Quorla Tessan in Lima", [("Ann Lee", 1), ("Quorla Tessan", 1)]),
        ("Image: AFP/B. Quist", [("B. Quist", 1)]),
        ("The ferry docked. OSLO PHOTO: QUORL TOR TESSAN", [("Quorl Tor Tessan", 1)]),
        ("They met the Harbour Council and Ann Tessan in Oslo.", [("Ann Tessan", 1)]),
        ("They met the Council for Fish and Nets in Oslo.", []),
        ("The ferry sank.\n\nAnn Sorla Tessan\n\nNobody on the ferry was hurt.", [("Ann Sorla Tessan", 1)]),
        (
            "Reporting by Quorla Tessan and Sivert Ruud; Editing by Pernilla Falk",
            [("Quorla Tessan", 1), ("Sivert Ruud", 1), ("Pernilla Falk", 1)],
        ),
        ("Tordis Hallgrim, Oslo correspondent", [("Tordis Hallgrim", 1)]),
        ("Tordis Hallgrim, BBC News, Oslo", [("Tordis Hallgrim", 1)]),
        ("(AP Photo/Tordis Hallgrim)", [("Tordis Hallgrim", 1)]),
        ("Interview: Tordis Hallgrim", [("Tordis Hallgrim", 1)]),
        ("Tordis Hallgrim is a senior fellow in Oslo.", [("Tordis Hallgrim", 1)]),
        ("Brenmoor Sound is a long bay in the north.", []),
        ("Brenmoor Sound, Oslo and Lima", []),
        # Ranks and honours outside; two names after an initial; a calling before an everyday word.
        ("Navy Sgt. 1st Class Ann Tessan and Dame Orla Quist met.", [("Ann Tessan", 1), ("Orla Quist", 1)]),
        ("Quorl A. Tessan Quist, 34, left.", [("Quorl A. Tessan Quist", 1)]),
        ("They praised the rugby player Mark West with a song.", [("Mark West", 1)]),
        # Called by the first name beside a husband or a wife; a house and an era named after somebody.
        ("Ann Lee and her husband, Sverro, left Lima.", [("Ann Lee", 1), ("Sverro", 1)]),
        ("He served in the Harlan White House.", [("Harlan", 1)]),
        # An airport, a place and those who doubt are nobody.
        ("They landed at Ann F. Harlan airport.", []),
        ("While his envoy was in Brenmoor, the leader of Norway rested.", []),
        ("Doubters say no. Traders said yes.", []),
        # The office stands outside, also where there is one name only.
        ("Pope Francis praised it. Harbour counsel Orla Quist did not.", [("Francis", 1), ("Orla Quist", 1)]),
        ("King Abdullah II met Prince Adam.", [("Abdullah II", 1), ("Adam", 1)]),
        # A name inside the name; small words in a row; the family name with its particle.
        ('Ann J. "Annie" Quist left. Quist was glad.', [("Ann J. Quist", 2)]),
        (
            "Ursula von der Quist met Adam bin Tessan. Bin Tessan said no.",
            [("Ursula von der Quist", 1), ("Adam bin Tessan", 2)],
        ),
        # No name: a word cut short, the two states, a town.
        ("I'd say the two Koreas said so in Dong Dang town.", []),
        # Two names with a hyphen, when each stands alone as well; the house that bears a name.
        ("The Harlan-Quist talks failed. Bo Harlan met Orla Quist.", [("Bo Harlan", 2), ("Orla Quist", 2)]),
        ("Bo Harlan came. The Harlan White House said no.", [("Bo Harlan", 2)]),
        (
            "Orla Quist of the harbour office and Vardo Tessan contributed to this report.",
            [("Orla Quist", 1), ("Vardo Tessan", 1)],
        ),
        ("Leaders arrive at the harbour. REUTERS/Tessan/Pool", [("Tessan", 1)]),
        # Several who bear one office; one whom only the noun before tells; whoever lands.
        ("Presidents Quorl Tessan and Olm Quist met.", [("Quorl Tessan", 1), ("Olm Quist", 1)]),
        ("He met his rival Quorl Tessan. Olm Quist landed in Bergen.", [("Quorl Tessan", 1), ("Olm Quist", 1)]),
        # An initial between two capitals; a middle name; one president and his adviser of the same name.
        ("They quoted Vardo T. Tessan.", [("Vardo T. Tessan", 1)]),
        ("Sarah Vardo Quist left. Vardo Quist was glad, said Quist.", [("Sarah Vardo Quist", 3)]),
        ("Orla Quist, an adviser to President Quist, said so.", [("Orla Quist", 1), ("Quist", 1)]),
        # Small words before a family name; the last name of a Vietnamese; a given name that is a word.
        ("Humberto de la Quist met Bo Berg. De la Quist left.", [("Humberto de la Quist", 2), ("Bo Berg", 1)]),
        ("Nguyen Van Tuc came to Oslo. Tuc said so.", [("Nguyen Van Tuc", 2)]),
        ("The harbour radio's Will Tessan waited. Will Tessan wait?", [("Will Tessan", 2)]),
        # Who took the picture, who reports for an outlet, who stands beside somebody known.
        ("The two on Jan. 31. Photographer: Al Dranto/Bloomberg", [("Al Dranto", 1)]),
        ("It led NPR’s Quorl Tessan to ask.", [("Quorl Tessan", 1)]),
        ("Moon and Kim announced it. Kim Sol Mun met Moon.", [("Moon", 2), ("Kim Sol Mun", 2)]),
        # Of several of a family the bare name is the one's who is paired with the same person as it.
        (
            "Bo Tessan and Ann Quist met. Carl Quist waited. Eva Quist slept. Tessan and Quist dined.",
            [("Bo Tessan", 2), ("Ann Quist", 2), ("Carl Quist", 1), ("Eva Quist", 1)],
        ),
        (
            "Bo Tessan and Ann Quist met. Bo Tessan and Carl Quist met.\n\nThe fair began. Tessan and Quist dined.",
            [("Bo Tessan", 3), ("Ann Quist", 1), ("Carl Quist", 1), ("Quist", 1)],
        ),
        # Machines write names small.
        ("The two, kim Sol-mun among them, met.", [("kim Sol-mun", 1)]),
        ("On Friday President Donald harlan refused to come.", [("Donald harlan", 1)]),
    ],
)
def test_who_is_named(text: str, expected: list[tuple[str, int]]) -> None:
    assert _names(text) == expected


def test_a_title_cut_short_is_the_whole_title() -> None:
    text = (
        "Chairman Kim Sol Mun sent General Kim Yong Sik and Minister Kim Dae Ho to the talks. "
        "Gen Kim was seen at the airport."
    )
    assert _names(text) == [("Kim Sol Mun", 1), ("Kim Yong Sik", 2), ("Kim Dae Ho", 1)]


def test_a_president_is_meant_before_his_wife_whose_name_stands_in_full() -> None:
    text = (
        "President Harlan came to Oslo with first lady Melanie Harlan. Harlan spoke for an hour.\n\n"
        "Envoys had known of President Donald Harlan's trip."
    )
    assert _names(text) == [("Donald Harlan", 3), ("Melanie Harlan", 1)]


def test_a_president_never_named_in_full_is_not_the_daughter_who_is() -> None:
    text = (
        "President Harlan crossed the border on Sunday. Harlan shook hands with guards.\n\n"
        '"We want to get it right," Harlan said.\n\n'
        "Harlan was joined by Ida Harlan. Harlan left at noon."
    )
    assert _names(text) == [("Harlan", 5), ("Ida Harlan", 1)]


def test_a_headline_may_name_somebody_by_the_family_alone() -> None:
    text = "President Harlan crosses the border\n\nIda Harlan crossed the border on Sunday. Harlan left at noon."
    assert _names(text) == [("Ida Harlan", 3)]


def test_mister_says_nothing_of_who_it_is() -> None:
    text = "Kim Sol Mun came to the harbour. He waited.\n\nMr. Kim was late. Later Kim Bo Ram and Kim Dae Lo came too."
    assert ("Kim Sol Mun", 2) in _names(text)


def test_a_headline_means_whom_the_report_speaks_of_most() -> None:
    text = (
        "Talks with Kim in doubt\n\nKim Sol Mun has said no to the talks, once more, officials said. Kim is angry. "
        "Kim will not come. Kim has told them so.\n\nThe paper quoted Kim Dae Lo, an aide."
    )
    assert _names(text)[0] == ("Kim Sol Mun", 5)


def test_a_kingdom_is_nobody() -> None:
    assert _names("Ann Harlan stepped into the Hermit Kingdom, said the Hermit Kingdom.") == [("Ann Harlan", 1)]
