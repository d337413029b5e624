"""Dates as they stand, and the days they name: (text, [(words, value)]), every report of Monday 4 June 2018.

Expected values: the calendar, worked out by hand.
"""

from __future__ import annotations

SPANS: list[tuple[str, list[tuple[str, str | None]]]] = [
    # a day of months ago is of the year in which it fell on its weekday; of a day near by the weekday is a slip
    ("Lee greets Berg on Monday, December 4.", [("Monday, December 4", "2017-12-04")]),
    ("Lee greets Berg on Tuesday, December 4.", [("Tuesday, December 4", "2018-12-04")]),
    ("They meet on Monday, June 12.", [("Monday, June 12", "2018-06-12")]),
    # several days are several dates, from one to the other is one
    ("They sat on June 1, 3 and 4.", [("June 1", "2018-06-01"), ("3", "2018-06-03"), ("4", "2018-06-04")]),
    ("They met on May 27 and 30.", [("May 27", "2018-05-27"), ("30", "2018-05-30")]),
    ("They met on May 17 and 18.", [("May 17 and 18", "2018-05-17/2018-05-18")]),
    ("It is due between May 23 and 25.", [("May 23 and 25", "2018-05-23/2018-05-25")]),
    ("They met on 27 and 30 May 2017.", [("27", "2017-05-27"), ("30 May 2017", "2017-05-30")]),
    ("They met between May 27 and June 2.", [("May 27 and June 2", "2018-05-27/2018-06-02")]),
    ("They met between 27 May and 2 June.", [("27 May and 2 June", "2018-05-27/2018-06-02")]),
    ("They met on May 31-June 1.", [("May 31-June 1", "2018-05-31/2018-06-01")]),
    ("On June 2, 3 delegates left.", [("June 2", "2018-06-02")]),
    ("On May 4 and 9 sailors drowned.", [("May 4", "2018-05-04")]),
    ("The May 4 and 9 talks failed.", [("May 4", "2018-05-04"), ("9", "2018-05-09")]),
    # the lines of a page
    ("2018/06/04 19:41", [("2018/06/04", "2018-06-04")]),
    ("June 04,2018", [("June 04,2018", "2018-06-04")]),
    ("Mon 4 Jun 2018 11.20 BST", [("Mon 4 Jun 2018", "2018-06-04")]),
    ("Updated : 04/06/2018 - 19:47", [("04/06/2018", "2018-06-04")]),
    ("UPDATED 3 HOURS AGO", []),
    ("She sat beside the Sun King.", []),
    # years and decades
    ("They signed in '94.", [("'94", "1994")]),
    (
        "It was the fashion of the '90s, of the 1970s and 80s.",
        [("'90s", "1990/1999"), ("1970s and 80s", "1970/1989")],
    ),
    ("The '94 deal, like those of the 1800s, fell.", [("'94", "1994"), ("1800s", "1800/1899")]),
    ("They met between March and May.", [("March", "2018-03"), ("May", "2018-05")]),
    ("The mid-1990s were lean.", [("mid-1990s", "1990/1999")]),
    ("They split a decade and a half ago.", [("a decade and a half ago", "2003")]),
    ("They met on Nov. 29 last year.", [("Nov. 29 last year", "2017-11-29")]),
    # feasts: Easter 2018 was on 1 April
    ("She went over Easter weekend.", [("Easter weekend", "2018-03-31/2018-04-01")]),
    (
        "They fasted on Good Friday and parted on Easter Monday.",
        [("Good Friday", "2018-03-30"), ("Easter Monday", "2018-04-02")],
    ),
    ("They will wait until Christmas.", [("Christmas", "2018-12-25")]),
    ("They will be home by Labor Day.", [("Labor Day", "2018-09-03")]),
    ("He sailed to Easter Island.", []),
    # by what was told before
    (
        "They met in October 2000. She left that same month.",
        [("October 2000", "2000-10"), ("that same month", "2000-10")],
    ),
    ("They met in May 2002. He fell that autumn.", [("May 2002", "2002-05"), ("that autumn", "2002-09/2002-11")]),
    (
        "They met on May 24. On the following Wednesday she left.",
        [("May 24", "2018-05-24"), ("following Wednesday", "2018-05-30")],
    ),
    (
        "They met on May 30. It was over, she said in the garden that Friday.",
        [("May 30", "2018-05-30"), ("Friday", "2018-06-01")],
    ),
    (
        "They met on Friday. They had met the week before.",
        [("Friday", "2018-06-01"), ("week before", "2018-05-21/2018-05-27")],
    ),
    (
        "They quarrelled last August; three weeks later it was over.",
        [("last August", "2017-08"), ("three weeks later", "2017-08")],
    ),
    (
        "They met at least four times between Monday and Thursday last week.",
        [("Monday", "2018-05-28"), ("Thursday last week", "2018-05-31")],
    ),
    (
        "They spoke on Sunday.\n\nThey had met on May 2.\n\nLee had come a day earlier.",
        [("Sunday", "2018-06-03"), ("May 2", "2018-05-02"), ("a day earlier", "2018-06-02")],
    ),
    (
        "They will meet on June 12. The day before, Lee will rest.",
        [("June 12", "2018-06-12"), ("day before", "2018-06-11")],
    ),
    (
        "They met on Saturday. The night before they had dined.",
        [("Saturday", "2018-06-02"), ("night before", "2018-06-01")],
    ),
    ("He left the night before they had dined.", []),
    ("They met this past weekend.", [("this past weekend", "2018-06-02/2018-06-03")]),
    ("It could still be the 12th.", [("12th", "2018-06-12")]),
    ("It could be the 12th round.", []),
    ("It is due on the 13th or the 14th.", [("13th", "2018-06-13"), ("14th", "2018-06-14")]),
    (
        "She will call later today, or at the start of the year.",
        [("today", "2018-06-04"), ("start of the year", "2018-01")],
    ),
    (
        "He came last winter, a fortnight ago.",
        [("last winter", "2017-12/2018-02"), ("a fortnight ago", "2018-05-21")],
    ),
    ("They meet in just two weeks.", [("two weeks", "2018-06-18")]),
    # lengths and names are no dates
    ("It will be their second visit in two months.", []),
    ("He drove off and was seen an hour later.", []),
    ("It was arranged overnight.", []),
    ("It nearly failed a few weeks ago.", []),
    ("It would take at least one year from now.", []),
    ("It was the Black Friday of Agenda 2030.", []),
    ("She told the programme “This Week” that it was over.", []),
]
