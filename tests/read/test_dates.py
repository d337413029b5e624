"""Dates against the calendar of 2018: 4 June was a Monday. Expected values: the calendar, worked out by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from paripassu.read import read
from tests.read.date_cases import SPANS

MONDAY = dt.date(2018, 6, 4)


def _values(text: str, day: dt.date | None = MONDAY) -> list[tuple[str, str | None]]:
    return [(one.text, one.when.value) for one in read(text, published_on=day).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Monday.", [("Monday", "2018-06-04")]),
        ("They will meet on Monday.", [("Monday", "2018-06-04")]),
        ("They met on Friday.", [("Friday", "2018-06-01")]),
        ("They are to meet on Friday.", [("Friday", "2018-06-08")]),
        (
            "He said Friday he will travel next week.",
            [("Friday", "2018-06-01"), ("next week", "2018-06-11/2018-06-17")],
        ),
        ("They agreed to meet on Tuesday.", [("Tuesday", "2018-06-05")]),
        ("They agreed on Wednesday to meet.", [("Wednesday", "2018-05-30")]),
        ("The talks, scheduled for Thursday, are off.", [("Thursday", "2018-06-07")]),
        ("He left last Friday.", [("last Friday", "2018-06-01")]),
        ("They met on Dec. 21.", [("Dec. 21", "2017-12-21")]),
        ("A summit on June 12-13, 2018, was agreed.", [("June 12-13, 2018", "2018-06-12/2018-06-13")]),
        ("From 30 May to 1 June they met.", [("30 May", "2018-05-30"), ("1 June", "2018-06-01")]),
        ("It began in the early 1990s.", [("early 1990s", "1990/1999")]),
        ("In March 2017 and in 2005.", [("March 2017", "2017-03"), ("2005", "2005")]),
        ("He spoke in late May.", [("late May", "2018-05")]),
        ("She may march on.", []),
        # What is to come, whatever the verb of the sentence.
        ("It must be settled before the leaders meet on Sunday.", [("Sunday", "2018-06-10")]),
        ("The two meet again Friday.", [("Friday", "2018-06-08")]),
        ("They refused to meet on Friday.", [("Friday", "2018-06-01")]),
        ("The vote is on Tuesday.", [("Tuesday", "2018-06-05")]),
        ("Lee is expected Wednesday.", [("Wednesday", "2018-06-06")]),
        ("Lee, who had been expected on Sunday, stayed home.", [("Sunday", "2018-06-03")]),
        ("She spoke ahead of Thursday's vote.", [("Thursday", "2018-06-07")]),
        ("A deal for Sunday is in doubt.", [("Sunday", "2018-06-10")]),
        ("The envoy is in Oslo for talks on Tuesday.", [("Tuesday", "2018-06-05")]),
        ("The planned vote on Tuesday is in doubt.", [("Tuesday", "2018-06-05")]),
        ("A truce takes effect on Saturday.", [("Saturday", "2018-06-09")]),
        ("Ann May had met Lee on Wednesday.", [("Wednesday", "2018-05-30")]),
        # What stands after "since" is not the day spoken of; "that day" is, in the next paragraph too.
        (
            "The first talks since they met on Dec. 1. Lee is to come later in the day.",
            [("Dec. 1", "2017-12-01"), ("later in the day", "2018-06-04")],
        ),
        (
            "They dined on Wednesday.\n\nLee had landed earlier that day.",
            [("Wednesday", "2018-05-30"), ("earlier that day", "2018-05-30")],
        ),
        ("He left minutes later, at 6 p.m. (1700 GMT).", []),
        ("They came three days ago.", [("three days ago", "2018-06-01")]),
        ("They spoke at the weekend.", [("weekend", "2018-06-02/2018-06-03")]),
        ("They met on Friday. He left the same day.", [("Friday", "2018-06-01"), ("same day", "2018-06-01")]),
        ("They came last month.", [("last month", "2018-05")]),
        ("They met earlier this week.", [("earlier this week", "2018-06-04/2018-06-10")]),
        ("Some 2000 soldiers left.", []),
        ("It was for the second time in four weeks.", []),
        ("On 4/6/2018 they met.", [("4/6/2018", None)]),
        ("The talks began in June. Then came the vote.", [("June", "2018-06")]),
        ("On may 31 he came, may be in june.", [("may 31", "2018-05-31")]),
        ("They are said to have met at the border on Sunday.", [("Sunday", "2018-06-03")]),
        ("A vote is expected at the assembly on Thursday.", [("Thursday", "2018-06-07")]),
        ("She called off the July summit.", [("July", "2018-07")]),
        (
            "They met on Sunday for the second time. The first session was held last Sunday.",
            [("Sunday", "2018-06-03"), ("last Sunday", "2018-05-27")],
        ),
        ("It will be settled by the end of the year.", [("end of the year", "2018-12")]),
        (
            "He came on Saturday. Later that evening he left.",
            [("Saturday", "2018-06-02"), ("Later that evening", "2018-06-02")],
        ),
        ("She will come in the autumn, after the fall of the old city.", [("autumn", "2018-09/2018-11")]),
        ("It began in the spring of 2007.", [("spring of 2007", "2007-03/2007-05")]),
        ("By Ann Lee, USA TODAY", []),
        ("She is to return next Friday, not on Friday.", [("next Friday", "2018-06-15"), ("Friday", "2018-06-08")]),
        ("A deal was due by mid-2019.", [("mid-2019", "2019")]),
        ("It was signed in June 2015. The June deal held.", [("June 2015", "2015-06"), ("June", "2015-06")]),
        ("In 2015 they broke off talks, which resumed in July.", [("2015", "2015"), ("July", "2015-07")]),
        ("The leaders met in Bergen on October 12.", [("October 12", "2017-10-12")]),
        ("The leaders will meet in Bergen on October 12.", [("October 12", "2018-10-12")]),
        (
            "They met on Friday. Less than 24 hours later they parted, and in the following week all was over.",
            [
                ("Friday", "2018-06-01"),
                ("Less than 24 hours later", "2018-06-02"),
                ("following week", "2018-06-04/2018-06-10"),
            ],
        ),
        ("They last met in September last year.", [("September last year", "2017-09")]),
        ("A return by the weekend was possible.", [("weekend", "2018-06-09/2018-06-10")]),
        ("On 2018-06-01 they met.", [("2018-06-01", "2018-06-01")]),
        ("On 25.05.2018 they met.", [("25.05.2018", "2018-05-25")]),
        (
            "She came in early 2015, in the late summer of 2016.",
            [("early 2015", "2015"), ("late summer of 2016", "2016-06/2016-08")],
        ),
        (
            "She will come later this week, late next week or late on Friday.",
            [
                ("later this week", "2018-06-04/2018-06-10"),
                ("next week", "2018-06-11/2018-06-17"),
                ("Friday", "2018-06-08"),
            ],
        ),
        (
            "On Tuesday (June 12) and on Wednesday June 13.",
            [
                ("Tuesday", "2018-06-12"),
                ("June 12", "2018-06-12"),
                ("Wednesday June 13", "2018-06-13"),
            ],
        ),
        (
            "Norway said overnight it would go by year's end.",
            [
                ("overnight", "2018-06-03/2018-06-04"),
                ("year's end", "2018-12"),
            ],
        ),
        ("They took an overnight train.", []),
        (
            "She will be here on Friday and leave the day after.",
            [("Friday", "2018-06-08"), ("day after", "2018-06-09")],
        ),
        (
            "He declined on Friday; the night before, he had not.",
            [("Friday", "2018-06-01"), ("night before", "2018-05-31")],
        ),
        ("Two weeks ago they met.", [("Two weeks ago", "2018-05-21")]),
        ("If Saturday's talks fail, all is over.", [("Saturday", "2018-06-09")]),
        ("In 2005 they signed. The next year it fell.", [("2005", "2005"), ("next year", "2006")]),
        ("In 2005 they signed. That year it fell.", [("2005", "2005"), ("That year", "2005")]),
        ("In 2005 they signed. They hoped for peace in the next year.", [("2005", "2005")]),
        ("They met on Tuesday of last week.", [("Tuesday of last week", "2018-05-29")]),
        ("He told The Sunday Times it was over.", []),
        ("It breaks Resolution 1718.", []),
        ("The war of the 1990's.", [("1990's", "1990/1999")]),
        ("It will be three weeks from now.", [("three weeks from now", "2018-06-25")]),
        ("They leave the day after tomorrow.", [("day after tomorrow", "2018-06-06")]),
        ("They met in May 2009. Later that year she left.", [("May 2009", "2009-05"), ("Later that year", "2009")]),
        ("It was signed in 1991. Two years later it fell.", [("1991", "1991"), ("Two years later", "1993")]),
        ("They met in March and again a month later.", [("March", "2018-03"), ("a month later", "2018-04")]),
        (
            "They met 48 hours ago, a couple of days ago.",
            [("48 hours ago", "2018-06-02"), ("a couple of days ago", "2018-05-28/2018-06-03")],
        ),
        ("She served from 2005 into 2009.", [("2005 into 2009", "2005/2009")]),
        ("He spoke in a New Year's Day address.", [("New Year's Day", "2018-01-01")]),
        ("It was shut by the end of May.", [("May", "2018-05")]),
        ("Norway's weekend test failed.", [("weekend", "2018-06-02/2018-06-03")]),
        ('She told "Harbour News Sunday" that it was over.', []),
        ("“We leave tomorrow,” Quist said on Friday.", [("tomorrow", "2018-06-02"), ("Friday", "2018-06-01")]),
    ],
)
def test_words_to_days(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert _values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "An envoy left for Norway - where a summit is expected - on {} to see to the rooms.",
        "On {}, Lee, who will lead the talks, said he was ready.",
        "Lee scrapped the meeting, planned for Bergen, in a letter on {} after much thought.",
        "Norway's statement {} didn't say when it will end.",
        "The exit from the planned talks on {} had capped weeks of doubt.",
        "Their last meeting, in Oslo on {}, will be raised.",
        "It follows a failed meeting in Oslo on {}, and will be raised.",
        "The two will meet again, according to a statement on {}.",
        "It comes after a vote on {}.",
        "The border is shut since {}.",
        "They stayed until {}.",
        "Officials would not comment {}.",
        "Delegates meeting on {} in Oslo agreed on it.",
        "It was not clear {} whether he would go.",
        "All changed on {} when the envoys agreed to return to the table.",
        "By {} it was back on.",
        "Berg was nowhere to be seen on {}.",
        "Lee had been due to leave on {} but stayed.",
        "Lee had hoped to leave on {} but stayed.",
        "Lee's surprise announcement {} night that she would meet Berg was a shock.",
    ],
)
def test_a_weekday_that_is_over(text: str) -> None:
    # A Wednesday lies two days ahead or five days back, with nothing but the words around it to tell.
    assert _values(text.format("Wednesday")) == [("Wednesday", "2018-05-30")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway said a meeting {} between the envoys would settle it.",
        "On {}, Lee, who was hurt at sea, will fly to Oslo.",
        "The duty applies starting {}.",
        "Lee plans a visit to Norway on {}.",
        "Lee, who plans to visit Norway on {}, declined to comment.",
        "Lee is flying to Oslo on {}.",
        "They gave Lee until {} to answer.",
        "A deal by {} is unlikely.",
        "The two meet in Oslo on {}.",
        "The next talks on {} were prepared well.",
        "“We'll see you all on {},” Lee said.",
        "The envoys could meet as early as {}.",
        "The envoy is in Oslo until {}.",
        "They were preparing for {}'s vote.",
        "He came to Bergen for {}'s vote.",
        "Lee said he'd make up his mind {}.",
        "Most of what happens on {} was settled long ago.",
        "The boat she had booked for {} is still there.",
        "A second round is awaited for {}.",
        "Lee said that {}'s talks would be the last.",
        "Lee, who met Berg and flies home on {}, smiled.",
        "“See you on {},” Lee said.",
        "“I look forward to meeting her {},” Lee said.",
        "They were racing to agree before the leaders sit down {}.",
        "Lee, who came home by sea, is to brief Ann Berg and her guest, Bo Dahl, on {}.",
    ],
)
def test_a_weekday_that_is_to_come(text: str) -> None:
    assert _values(text.format("Wednesday")) == [("Wednesday", "2018-06-06")]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The North's last test, on Nov. 29, shook the region.", 2017),
        ("The Nov. 29 test was the last.", 2017),
        ("Since the Nov. 29 test, all has been quiet.", 2017),
        ("On Nov. 29, the North fired a missile.", 2017),
        ("They agreed that the Nov. 29 summit should be held.", 2018),
        ("The sanctions return on Nov. 29.", 2018),
        ("He said they would return Nov. 29.", 2018),
        ("They set a deadline of Nov. 29 for the talks.", 2018),
    ],
)
def test_a_day_of_a_month_half_a_year_off(text: str, year: int) -> None:
    assert _values(text) == [("Nov. 29", f"{year}-11-29")]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_spans_of_days(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert _values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a month of late is that of this year, whatever year it had far off or in another breath
        ("They met in May 2004.\n\nLee had called Berg on May 28.", ["2004-05", "2018-05-28"]),
        (
            "It is weaker than what they signed in May 2005, and than what Lee signed on April 27.",
            ["2005-05", "2018-04-27"],
        ),
        ("They met in May 2004. Lee fell ill on May 28.", ["2004-05", "2004-05-28"]),
        ("New deadlines were set for January 5 and December 1.", ["2019-01-05", "2018-12-01"]),
        ("Pence was to have met them on March 10.", ["2018-03-10"]),
        ("Berg, then minister, was rebuked by Lee in October.", ["2017-10"]),
        ("Much will wait until after their July elections.", ["2018-07"]),
        ("It is the first visit since October.", ["2017-10"]),
        ("The boat sank on September 3 off Bergen.", ["2017-09-03"]),
        ("It will be their second meeting: in April they met by the sea.", ["2018-04"]),
    ],
)
def test_the_year_of_a_month(text: str, expected: list[str]) -> None:
    assert [value for _, value in _values(text)] == expected


def test_a_day_told_with_another_that_is_over() -> None:
    # The report names its own Saturday; the Sunday before it is still six days back.
    text = "They have met on Sunday and again on Wednesday, and may meet on Saturday."
    assert [value for _, value in _values(text, dt.date(2018, 6, 2))] == ["2018-05-27", "2018-05-30", "2018-06-02"]


def test_a_month_follows_what_its_thing_is_called() -> None:
    told = "They agreed to return after a failed summit in Bergen in {}."
    assert _values(told.format("September")) == [("September", "2017-09")]
    assert _values("It came after the arrest of a trader in December.") == [("December", "2017-12")]
    assert _values("Norway's last test, in September, shook all.") == [("September", "2017-09")]
    assert _values("In September, Lee ordered the ships to sail.") == [("September", "2017-09")]
    assert _values("An October report said it would fail.") == [("October", "2017-10")]
    assert _values("They were preparing for a vote in September.") == [("September", "2018-09")]
    assert _values("It was the height of the quarrel in August, when fears soared.") == [("August", "2017-08")]


def test_hours_earlier_lean_on_the_day_spoken_of() -> None:
    text = "On Saturday, the minister spoke of June 12.\n\nA few hours earlier, he had met the envoy."
    assert _values(text)[-1] == ("A few hours earlier", "2018-06-02")


def test_without_a_day_of_publication_only_full_dates_resolve() -> None:
    text = "They met on Friday, on June 1 and on 1 June 2018, two days ago, last week."
    assert [value for _, value in _values(text, None)] == [None, None, "2018-06-01", None, None]


def test_a_proposed_day_is_marked_and_resolves_nothing() -> None:
    found = read("They met on 1 June 2018. They met again on Friday.").to_dict()
    assert found["source"]["published"] is None
    assert found["source"]["published_proposed"] == "2018-06-01"
    assert [one["value"] for one in found["dates"]] == ["2018-06-01", None]


@pytest.mark.parametrize(
    "head",
    [
        "Published: June 4, 2018",
        "2018-06-04 17:20",
        "By Ann Lee\nPosted on 4 June 2018",
        "SEOUL, June 4, 2018 (Yonhap) --",
    ],
)
def test_the_day_of_publication_is_read_from_the_head(head: str) -> None:
    found = read(f"Envoys meet again\n\n{head}\n\nThe envoys met in Geneva on Friday.\n")
    assert (found.published.day, found.published.basis) == (MONDAY, "text")
    assert found.dates[-1].when.value == "2018-06-01"


def test_on_a_sunday_the_week_to_come_begins_tomorrow() -> None:
    text = "The truce was signed last week. They plan to vote this week."
    assert _values(text, dt.date(2018, 6, 3)) == [
        ("last week", "2018-05-21/2018-05-27"),
        ("this week", "2018-06-04/2018-06-10"),
    ]


def test_a_report_from_the_east_is_a_day_ahead() -> None:
    # 4 June was a Monday: a report that speaks of Monday by name may tell what was tomorrow's news elsewhere.
    assert _values("The talks broke down on Tuesday. On Monday all had gone well.")[0] == ("Tuesday", "2018-06-05")
    assert _values("The harbour talks broke down on Tuesday.") == [("Tuesday", "2018-05-29")]
    assert _values("On Monday the harbour had been shut since Tuesday.")[1] == ("Tuesday", "2018-05-29")


def test_the_same_day_leans_only_on_a_day_told_before() -> None:
    text = "The envoy left for Bergen on Friday.\n\n{}"
    assert _values(text.format("The minister flew to Oslo on the same day."))[-1] == ("same day", "2018-06-01")
    assert len(_values(text.format("She asked that both sides withdraw on the same day."))) == 1


def test_days_of_the_month_alone() -> None:
    found = read(
        "Tokyo, 29th (Agency) - Envoy Ann Lee met Bo Berg on the 27th and 28th. Lee left on the morning of the 26th.",
        published_on=dt.date(2018, 5, 29),
    )
    assert [(one.text, one.when.value) for one in found.dates] == [
        ("29th", "2018-05-29"),
        ("27th and 28th", "2018-05-27/2018-05-28"),
        ("26th", "2018-05-26"),
    ]


def test_what_was_said_on_the_day_of_the_news() -> None:
    told = "Ann Lee met Bo Berg on {}.\n\n“It is good to be here today,” Lee said. Berg left later in the day."
    assert [value for _, value in _values(told.format("Saturday"))] == ["2018-06-02"] * 3
    # News of days ago is no longer what a report is about.
    assert [value for _, value in _values(told.format("Tuesday"))] == ["2018-05-29", "2018-06-04", "2018-06-04"]
