"""The words by which reports tell of contacts; the lists are in ``data/contacts.txt``."""

from __future__ import annotations

from paripassu.read.bag import lines

__all__ = [
    *("CALLS", "DECLARED", "HELD", "INTEND", "LETTERS", "MEETINGS", "PHONE", "PLANNED"),
    *("RAN", "SENT", "SUMMITS", "TALKS", "VISITS"),
]


def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines("contacts.txt"):
        name, words = line.split("|")
        found.setdefault(name.strip(), set()).update(words.split())
    return {name: frozenset(words) for name, words in found.items()}


_ACTS = _lists()
TALKS = _ACTS["talks"]
MEETINGS = _ACTS["meetings"]
SUMMITS = _ACTS["summits"]
CALLS = _ACTS["calls"]
PHONE = _ACTS["phone"]
VISITS = _ACTS["visits"]
HELD = _ACTS["held"]
RAN = _ACTS["ran"]
LETTERS = _ACTS["letters"]
SENT = _ACTS["sent"]
DECLARED = _ACTS["declared"]
PLANNED = _ACTS["planned"]
INTEND = _ACTS["intend"]
