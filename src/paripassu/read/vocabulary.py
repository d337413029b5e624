"""The words by which reports tell of contacts; the lists are in ``data/contacts.txt``."""

from __future__ import annotations

from paripassu.read.bag import lines

__all__ = [
    *("ACTS", "CALLS", "ENVOYS", "GROUPS", "HELD", "INTEND", "LETTERS", "MEALS", "MEETINGS", "MET", "PHONE", "PLANNED"),
    *("RAN", "SENT", "SUMMITS", "TALKS", "VISITS"),
]


def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines("contacts.txt"):
        name, words = line.split("|")
        found.setdefault(name.strip(), set()).update(words.split())
    return {name: frozenset(words) for name, words in found.items()}


ACTS = _lists()
TALKS = ACTS["talks"]
MEALS = ACTS["meals"]
MEETINGS = ACTS["meetings"]
SUMMITS = ACTS["summits"]
MET = TALKS | MEETINGS
CALLS = ACTS["calls"]
GROUPS = ACTS["groups"]
PHONE = ACTS["phone"]
VISITS = ACTS["visits"]
HELD = ACTS["held"]
RAN = ACTS["ran"]
LETTERS = ACTS["letters"]
SENT = ACTS["sent"]
PLANNED = ACTS["planned"]
INTEND = ACTS["intend"]
ENVOYS = ACTS["envoys"]
