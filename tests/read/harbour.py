"""A made-up harbour dispute, told by three papers that do not quite agree."""

from __future__ import annotations

from typing import Any

SOURCES: dict[str, Any] = {
    "post": {"title": "Talks open", "outlet": "Harbour Post", "published": "2021-03-02", "reports": ["unnamed clerk"]},
    "echo": {"title": "Second day of talks", "outlet": "Evening Echo", "published": "2021-03-05"},
    "wire": {"title": "Deal near", "outlet": "Coast Wire", "published": "2021-03-20"},
}
PEOPLE: dict[str, Any] = {
    "sato": {
        "name": "Akiko Sato",
        "aliases": [{"text": "Sato Akiko", "source": "post"}, {"text": "Akiko Satō", "source": "echo"}],
        "party": "union",
        "role": [{"text": "chief negotiator", "source": "post"}, {"text": "head of talks", "source": "echo"}],
    },
    "berg": {"name": "Nils Berg", "party": "port", "role": "harbour master"},
    "akiko": {"name": "A. Sato", "same_as": "sato"},
}
VENUES: dict[str, Any] = {
    "hall": {"name": "Guild Hall", "aliases": ["Old Hall"], "place": "Quay"},
    "club": {"name": "Sailors' Club"},
}
RECORD: list[dict[str, Any]] = [
    {
        "id": "plan",
        "on": "2021-03-01/2021-03-02",
        "kind": "session",
        "status": "expected",
        "parties": ["port", "union"],
        "venue": "club",
        "source": "post",
        "reported": "2021-02-27",
    },
    {
        "id": "first",
        "on": "2021-03-01/2021-03-03",
        "kind": "session",
        "title": "First round",
        "track": "working-level",
        "venue": "hall",
        "parties": ["port", "union"],
        "heads": ["sato"],
        "participants": [{"who": "berg", "role": "chair"}],
        "basis": "reported",
        "source": "post",
        "same_as": "plan",
    },
    {
        "id": "first-echo",
        "on": "2021-03-04",
        "kind": "session",
        "venue": "Old Hall",
        "participants": ["akiko", {"who": "Nils Berg", "role": "observer"}],
        "source": "echo",
        "same_as": "first",
        "entered": "2021-03-06",
        "by": "LM",
    },
    {"id": "visit-1", "on": "2020", "kind": "visit", "heads": ["berg"], "source": "echo"},
    {"id": "letter", "kind": "letter", "parties": ["union"], "source": "wire", "track": "1.5"},
    {"id": "call", "on": "2021-03-08", "kind": "call", "parties": ["port", "union"], "reported": "2021-03-08"},
    {"id": "call-2", "on": "2021-03-09", "kind": "call", "supersedes": "call", "reported": "2021-03-15"},
    {"id": "rumour", "on": "2021-03-10", "kind": "meeting", "status": "planned"},
]
POSITIONS: list[dict[str, Any]] = [
    {
        "id": "u1",
        "party": "union",
        "issue": "rise",
        "option": "5",
        "as_of": "2021-03-01",
        "basis": "stated",
        "source": "post",
    },
    {
        "id": "p1",
        "party": "port",
        "issue": "rise",
        "option": "1",
        "as_of": "2021-03-01",
        "basis": "stated",
        "source": "post",
    },
    {
        "id": "u2",
        "party": "union",
        "issue": "rise",
        "option": "4",
        "accepts": {"at_least": "3"},
        "as_of": "2021-03-08",
        "basis": "reported",
        "source": "wire",
        "chain": ["Coast Wire", {"unnamed": "union official"}],
    },
    {
        "id": "p2",
        "party": "port",
        "issue": "rise",
        "option": ["1", "3"],
        "as_of": "2021-03-20",
        "basis": "stated",
        "source": "wire",
    },
    {
        "id": "u3",
        "party": "union",
        "issue": "shifts",
        "option": "fixed",
        "as_of": "2021-03",
        "basis": "analyst",
        "source": "echo",
    },
    {
        "id": "u4",
        "party": "union",
        "issue": "shifts",
        "option": "free",
        "as_of": "2021-03-04",
        "basis": "reported",
        "source": "post",
    },
    {
        "id": "city",
        "party": "city",
        "issue": "rise",
        "option": "0",
        "as_of": "2021-03-01",
        "basis": "stated",
        "source": "post",
    },
]
CASE: dict[str, Any] = {
    "title": "Harbour",
    "parties": {"port": {"name": "Port"}, "union": {"name": "Union"}, "city": {"name": "City", "role": "third party"}},
    "sources": SOURCES,
    "people": PEOPLE,
    "venues": VENUES,
    "issues": {
        "rise": {"from": "0", "to": "5", "unit": "percent"},
        "shifts": ["fixed", "free"],
        "pier": ["old", "new"],
    },
    "record": RECORD,
    "positions": POSITIONS,
}
