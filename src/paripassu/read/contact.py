"""One contact as one clause tells it."""

from __future__ import annotations

from dataclasses import dataclass, field

from paripassu.read.dates import Date
from paripassu.read.stage import Speaker

__all__ = ["Contact", "owner_names", "plural"]


@dataclass(slots=True)
class Contact:
    """One contact as one clause tells it; words ``i`` to ``j``."""

    kind: str
    sentence: int
    i: int
    j: int
    subject: Speaker | None = None
    people: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    venue: str | None = None
    date: Date | None = None
    since: bool = False
    status: str = "held"
    definite: bool = False  # "the talks", "they": one spoken of before
    rule: str = "events.verb"
    noun: int = -1  # the noun of which a verb tells: "the meeting took place"
    leaders: bool = False  # "the two leaders", "the leaders' dinner"
    fresh: bool = False  # "has agreed": news of the day
    apart: bool = False  # "another meeting", "previous talks": one that no other account means
    stranger: bool = False  # with others whom no name tells: "met with families"
    others: tuple[str, ...] = ()  # whose meeting it may be, where "his" could mean several


def plural(name: str) -> bool:
    """Whether a subject stands for two spoken of before: ``they``, ``the two leaders``, ``the pair``, ``both``.

    Examples
    --------
    >>> plural("the two envoys"), plural("The pair"), plural("the envoy")
    (True, True, False)
    """
    words = name.lower().split()
    pairs = (["the", "two"], ["the", "pair"], ["the", "duo"], ["the", "leaders"], ["the", "presidents"])
    return words[:1] in (["they"], ["both"]) or words[:2] in pairs


def owner_names(owner: list[str] | None) -> list[str]:
    """The owners of a meeting, if any."""
    return list(owner or ())
