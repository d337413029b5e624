"""Whom an office means: "the president", "the Foreign Minister"."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.mention import Mention
from paripassu.read.people import Person
from paripassu.read.stage import Speaker, Stage, of_country

__all__ = ["by_country", "by_office", "led_by_name"]


def by_office(phrase: list[str], noun: str, stage: Stage) -> Person | None:
    """The person last spoken of who holds the office; none, rather than a guess."""
    if phrase in (["the", noun], [noun]) and (plain := _plain(noun, stage)) is not None:
        return plain
    ignored = {"the", noun, "of", "south", "north", "'s", "’s"}
    for person in reversed(stage.recent):
        for role in person.roles:
            have = set(role.lower().replace("’s", "").replace("'s", "").split())
            if noun in have and ("vice" in have) == ("vice" in phrase) and ("deputy" in have) == ("deputy" in phrase):
                wanted = set(phrase) - ignored
                places = {"north", "south"} & set(phrase)
                if wanted <= have | {"korea", "korean", "states", "united", "american", "us"} and (
                    not places or places <= have
                ):
                    if (
                        "us" in wanted | {"american"} & wanted
                        and not {"us", "american", "u.s."} & have
                        and {"us", "american"} & wanted
                    ):
                        continue
                    return person
    if noun == "president" and _AMERICAN & set(phrase):
        own = {id(one): one for one in stage.bearers if any(role.lower() == noun for role in one.roles)}
        if len(own) == 1:
            return next(iter(own.values()))  # in an English paper he needs no country
    return _later(phrase, noun, stage)


def by_country(phrase: list[str], noun: str, country: str | None, stage: Stage) -> Person | None:
    """``the Swedish leader``, ``Norway's top diplomat``: who leads the country, or minds its foreign affairs."""
    if noun == "leader" and country is not None:
        found = [one for one in stage.bearers if one.head and of_country(country, one.roles)]
    elif noun == "diplomat" and _TOP & set(phrase):
        found = [one for one in stage.bearers if any(set(role.lower().split()) >= _ABROAD for role in one.roles)]
        found += [one for one in stage.bearers if any(set(role.lower().split()) >= _STATE for role in one.roles)]
        if country is not None and len(found) > 1:
            found = [one for one in found if of_country(country, one.roles)]
    else:
        return None
    return found[0] if len(found) == 1 else None


_TOP = bag("top chief")
_ABROAD = bag("foreign minister")
_STATE = bag("secretary of state")


def _plain(noun: str, stage: Stage) -> Person | None:
    """The one who bears the bare office where all others bear it for a country: "President A", "French President B"."""
    have = {id(one): one for one in stage.recent for role in one.roles if noun in role.lower().split()}
    bare = [one for one in have.values() if any(role.lower() == noun for role in one.roles)]
    return bare[0] if len(have) > 1 and len(bare) == 1 else None


_ALIKE = {"envoy": "representative", "negotiator": "representative", "representative": "envoy"}
_SIDES = bag("north south")
_PLAIN = bag("for special korea 's ’s the top chief senior new nuclear us u.s. american north south korean")


def _later(phrase: list[str], noun: str, stage: Stage) -> Person | None:
    """The office comes first, the name after: ``The top US envoy said ...``, then ``Alan Burdick``."""
    if not stage.recent and (noun not in _ALIKE or phrase[0] != "the"):
        # A headline names the office only.
        words = set(phrase) - {"the"}
        held = ((one, set(role.lower().split())) for one in stage.bearers for role in one.roles)
        rest = words - _AMERICAN
        bare = {noun} if noun == "president" and rest == {noun} and words != rest else None
        got = next((one for one, role in held if words <= role or role == bare), None)
        if got is not None:
            return got
    if noun not in _ALIKE or (stage.recent and len(phrase) < 3):
        return None
    found: dict[int, Person] = {}
    for person in stage.bearers:
        have = set(" ".join(person.roles).lower().replace("’s", " ").replace("'s", " ").split())
        sides = _SIDES & set(phrase), _SIDES & have
        if any(one is person for one in stage.recent) or (all(sides) and not sides[0] & sides[1]):
            continue
        if have & {noun, _ALIKE[noun]} and set(phrase) - _PLAIN <= have | {noun}:
            found.setdefault(id(person), person)
    if stage.recent and len(found) != 1:
        return None
    return min(found.values(), key=lambda one: one.mentions[0][1].start, default=None)


_AMERICAN = bag("us u.s. american")
_PERSONAL = bag(
    "minister president official envoy ambassador secretary spokesman spokeswoman spokesperson chairman leader "
    "diplomat negotiator mediator premier adviser advisor mayor governor senator general judge professor analyst "
    "expert researcher politician lawmaker representative commissioner chief head director"
)
_ANY = bag("official diplomat politician lawmaker")  # what a minister or an envoy may be called as well
_HEADS = bag("president leader chairman premier king emperor")


def _offices(person: Person) -> set[str]:
    return set(" ".join(person.roles).lower().split()) - {"mr", "mrs", "ms", "."}


def known_as(phrase: list[str], noun: str, stage: Stage) -> Speaker | None:
    """Who "the ministry", "the official" or "the minister" is when no office in the text says so."""
    if phrase[0] != "the":
        return None
    if len(phrase) == 2 and noun in stage.bodies:
        return Speaker(stage.bodies[noun], -1, -1, -1, -1, names_body=True)
    told = stage.called.get(noun)
    if told is not None and set(phrase) - {"the", noun} <= set(told.name.lower().split()):
        return told
    last = stage.focus
    if noun == "president" and len(phrase) == 2 and not stage.heads and last is not None and not _offices(last):
        return Speaker(last.name, -1, -1, -1, -1, last)  # nobody in the report is said to head a state
    length = len(phrase) - 2 * ({"of", "state"} <= set(phrase)) - ("us" in phrase and "state" in phrase)
    if last is not None and not last.roles and last.given and len(last.mentions) <= 3:
        length = min(length, 3)  # one who came without any office: "The Foreign Ministry spokesman"
    if noun in _PERSONAL and last is not None and length <= 3 and last.head == (noun in _HEADS):
        # "The minister" is the one in focus, unless an office of his own says otherwise.
        offices = set(" ".join(last.roles).lower().split()) & _PERSONAL
        past = "former" in phrase and any("former" in role.lower().split() for role in last.roles)
        if noun in _ANY or past or not offices - {"head", "chief", "director"}:
            return Speaker(last.name, -1, -1, -1, -1, last)
    return None


def led_by_name(subject: Speaker, found: list[Mention], stage: Stage, low: list[str], k: int) -> Speaker | None:
    """Who leads the ones that act: ``The delegation, led by Sung Kim, held``."""
    for mention in found:
        if mention.kind != "person" or not subject.j <= mention.i < mention.j <= k:
            continue
        before = low[subject.j : mention.i]
        led = next(
            (at for at, word in enumerate(before[:-1]) if word in ("led", "headed") and before[at + 1] == "by"), 9
        )
        person = stage.person(mention)
        if led <= 2 and person is not None:
            return Speaker(person.name, mention.start, mention.end, mention.i, mention.j, person)
    return None
