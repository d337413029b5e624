"""Speakers without a name: "a senior official", "the president", "the newspaper"."""

from __future__ import annotations

from dataclasses import replace

from paripassu.read.bag import bag
from paripassu.read.mention import Mention
from paripassu.read.offices import by_country, by_office, known_as
from paripassu.read.person import joined
from paripassu.read.stage import Speaker, Stage
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence

__all__ = ["STOPS", "unnamed"]

STOPS = bag(
    "and but or that which who whom whose when while as because if after before since until although "
    "though so where of for to in on at by with from about into over under between among against during "
    "through whether than near beside outside inside"
)
_MADE = bag("statement announcement letter tweet message readout commentary")
_DETERMINERS = bag(
    "the a an this that these those his her its their our many some several two three four five most "
    "other another one both"
)
_BOTH = bag("the two both these")
_PAPERS = bag("newspaper paper daily agency broadcaster outlet magazine editorial article commentary")


_AIRED = bag("cnn bbc fox nbc abc cbs npr pbs tv television radio")


def _fits(noun: str, paper: str) -> bool:
    """Whether a medium may be called so: no broadcaster is "the agency" or "the newspaper"."""
    aired = not _AIRED.isdisjoint(paper.lower().split())
    return aired == (noun == "broadcaster") or noun in ("outlet", "editorial", "article", "commentary")


def unnamed(
    sentence: Sentence, i: int, noun: int, j: int, found: list[Mention], stage: Stage, *, floor: int = 0
) -> Speaker:
    """A phrase with a common noun: "a senior official", "the president", "the newspaper"."""
    low, words = sentence.low, sentence.words
    i = min(i, noun)
    while i > floor:
        held = next((one for one in found if one.kind == "organisation" and one.i < i == one.j and i <= noun), None)
        if held is not None and held.i >= floor:
            i = held.i  # "the Council of Ports spokesman"
            continue
        before = low[i - 1]
        if before in _DETERMINERS:
            i -= 1
            break
        if (
            before in STOPS
            or before == "what"
            or not (before[0].isalpha() or before[0].isdigit() or before in ("'s", "’s", "`s", "-"))
            or (
                past_verb(before)
                and words[i - 1].islower()
                and before not in ("retired", "unnamed", "unidentified", "armed", "experienced")
            )
        ):
            break
        i -= 1
    if low[i] == "that" and i > floor and low[noun].endswith(("s", "men", "people")):
        i += 1  # "said that local fishermen"
    if low[i] in ("other", "another") and i > floor and low[i - 1] in _DETERMINERS:
        i -= 1  # "two other officials"
    if low[i] in ("two", "three", "four") and i > floor and low[i - 1] in ("the", "these"):
        i -= 1
    start, end = sentence.at[i], sentence.stop(j - 1)
    if low[noun] in _MADE and low[noun - 1] in ("'s", "’s"):
        maker = next((one for one in found if one.j == noun - 1 and one.kind != "people"), None)
        if maker is not None:  # "the ministry's statement said"
            who = stage.person(maker)
            name = maker.name if who is None else who.name
            return Speaker(name, maker.start, maker.end, i, j, who, names_body=who is None)
    text = joined(sentence, i, j)
    if low[noun] in ("leaders", "presidents") and set(low[i:noun]) <= _BOTH and (two := stage.leaders()):
        return Speaker(" and ".join(one.name for one in two), start, end, i, j)
    if low[i] in ("the", "its", "his", "her") or words[i][0].isupper():
        many = low[noun].endswith("s") or "two" in low[i:j]
        person = by_office(low[i:j], low[noun], stage) if not many else None
        if person is None and low[noun] in ("leader", "diplomat"):
            country = next((one.name for one in found if i <= one.i < noun and one.kind in ("people", "place")), None)
            person = by_country(low[i:j], low[noun], country, stage)
        if low[noun] in _PAPERS and stage.paper and low[i] == "the" and _fits(low[noun], stage.paper):
            return Speaker(stage.paper, start, end, i, j)
        if person is not None:
            return Speaker(person.name, start, end, i, j, person)
        known = known_as(low[i:j], low[noun], stage)
        if known is not None:
            return replace(known, start=start, end=end, i=i, j=j)
    return Speaker(text, start, end, i, j, None, named=False, noun=low[noun])
