"""What a parse shows of verbs that hold a saying without a clause: "urged Norway to sail", "called for a truce"."""

from __future__ import annotations

from typing import Any

from paripassu.read.bag import bag
from paripassu.read.cues import ACCUSE, AS, BID, OBJECT, PROMISES
from paripassu.read.voice import Block, agent, voice

__all__ = ["wants"]

_STANCES = bag("demand demands demanded oppose opposes opposed doubt doubts doubted")
_SEEK = bag("seek seeks sought seeking")
_URGE = (BID - {"invited"}) | bag(
    "urge urges urged urging warning telling asking advising ordering encouraging implore"
)
_CALL = bag("call calls called calling dub dubs dubbed label labels labelled labeled term terms termed brand branded")
_REFER = bag("refer refers referred referring")
_VOWS = PROMISES | ACCUSE | bag("urge urges urged urging")
_BLAME = bag("criticize criticized criticizing criticise criticised criticising slammed slamming blame blamed blaming")
_NEWS = bag("announce announces announced announcing reveal reveals revealed revealing affirming affirmed")
_PLANS = bag("plan plans end intention intentions decision halt freeze pause return")
_BARE = {one for one, word in OBJECT.items() if not word} - _SEEK | PROMISES | _NEWS
_GONE = bag("demanded proposed rejected opposed suggested urged sought disputed denied questioned")
_WITH = {one: frozenset(word.split()) - {"to", "on"} for one, word in OBJECT.items() if word} | {
    **dict.fromkeys(bag("insist insists insisted insisting"), bag("on")),
    **dict.fromkeys(bag("object objects objected objecting"), bag("to")),
    **dict.fromkeys(
        bag("advocate advocates advocated advocating ask asks asked asking argue argued arguing"), bag("for")
    ),
    **dict.fromkeys(bag("accuse accuses accused accusing"), bag("of")),
}
_WISH = bag("want wants wanted hope hopes hoped hoping vow vows vowed vowing pledge pledges pledged pledging promise "
            "promises promised promising threaten threatens threatened threatening demand demands demanded demanding "
            "offer offers offered offering aims wish wishes wished propose proposed")  # fmt: skip


def wants(block: Block) -> None:
    """Who demanded, urged, praised or called for what."""
    for verb in block.doc:
        low = verb.text.lower()
        if verb.pos_ != "VERB" or any(one.dep_ in ("neg", "auxpass") for one in verb.children):
            if low in _GONE and any(one.dep_ == "auxpass" for one in verb.children):
                _passive(block, verb)
            continue
        if any(one.dep_ == "mark" and one.text.lower() in ("if", "whether") for one in verb.children):
            continue  # "was asked if he would like"
        heads = {one.dep_: one for one in verb.children if one.i > verb.i}
        thing = heads.get("dobj")
        as_ = next((one for one in verb.children if one.text.lower() == "as" and one.dep_ == "prep"), None)
        to = heads.get("xcomp") or heads.get("ccomp")
        words: list[Any] = []
        if low in _URGE and to is not None and to.tag_ == "VB":
            first = thing or next((one for one in to.children if one.dep_ == "nsubj"), None)
            if first is not None and first.i < to.i:
                words = [*first.subtree, *_clause(to)]
        elif (low in AS or low in _REFER) and as_ is not None:
            words = [*(thing.subtree if thing is not None and thing.i > verb.i else ()), *as_.subtree]
            if not (thing is not None and thing.i > verb.i and thing.pos_ != "PRON"):
                because = [one for prep in as_.subtree if prep.text.lower() == "for" for one in prep.subtree]
                words = [one for one in as_.subtree if one != as_ and one not in because]
        elif low in _CALL and "oprd" in heads:
            words = [*heads["oprd"].subtree]
            if thing is not None and thing.pos_ != "PRON":
                words += thing.subtree
        elif low in ACCUSE:
            rest = [one for one in verb.children if one.dep_ == "prep" and one.text.lower() == "of"]
            if thing is not None and rest:
                words = [*thing.subtree, *rest[0].subtree]
                if thing.pos_ == "PRON":
                    words = [one for one in rest[0].subtree if one != rest[0]]
        elif low in _BLAME and thing is not None and thing.pos_ == "PRON":
            behind = [one for one in verb.children if one.text.lower() == "for" and one.i > thing.i]
            words = [one for why in behind for one in why.subtree if one != why]
        elif _wishes(verb, to) and to is not None and to.tag_ == "VB":
            words = _clause(to)
        elif low in _BARE and thing is not None and thing.pos_ != "PRON":
            words = _thing(verb, thing) if low not in _NEWS or _plan(thing) else []
        elif low in _WITH:
            prep = next((one for one in verb.children if one.dep_ == "prep" and one.text.lower() in _WITH[low]), None)
            if prep is not None and prep.i > verb.i:
                words = [one for one in prep.subtree if one != prep]
            for one in verb.doc[verb.i + 1 : verb.i + 3]:
                if one.dep_ == "mark" and one.text.lower() in _WITH[low]:
                    words = [word for word in one.head.subtree if word.i > one.i]  # "argued for both to sail"
        if words:
            block.make(voice(verb), verb, words, "model.object", sure=low in _VOWS)


def _thing(verb: Any, thing: Any) -> list[Any]:
    """A thing said, with what a parse cut off; one word or two say nothing unless they are quoted."""
    cut = next(
        (one.i for one in thing.subtree if one.text.lower() in ("during", "after") and one.i > thing.i), len(thing.doc)
    )
    words = [one for one in thing.subtree if one.i < cut]
    # "announced the rebels were ready": read by the parse as a thing and a second verb.
    lost = [
        one for one in verb.children if one.dep_ == "conj" and one.i > thing.i and one.tag_ in ("VBD", "VBZ", "VBP")
    ]
    joint = any(one.dep_ == "cc" and one.i > thing.i for one in verb.children)
    if lost and not joint and lost[0].left_edge.i == words[-1].i + 1:
        words += lost[0].subtree
    rest = [one for one in verb.children if one.dep_ == "xcomp" and one.i > thing.i]
    words += [word for one in rest for word in one.subtree]
    return words if len(words) > 2 or verb.text.lower() in _STANCES or any(one.text in '“"' for one in words) else []


def _wishes(verb: Any, to: Any) -> bool:
    """Verbs of wishing before `to`; "would like to"; "agreed to “work on it”", which quotes."""
    low = verb.text.lower()
    if low in ("agreed", "committed"):
        return to is not None and to.nbor(-1).text in '“"'
    would = any(one.text.lower() in ("would", "'d", "’d") for one in verb.children if one.dep_ == "aux")
    return low in _WISH or (low == "like" and would)


def _plan(thing: Any) -> bool:
    """Whether a thing announced is something to be done: "plans to sail", "an end to the blockade"."""
    quoted = any(one.text in '“"' for one in thing.subtree)
    bound = any(one.dep_ in ("acl", "prep") and one.text.lower() != "for" for one in thing.children)
    return quoted or (thing.text.lower() in _PLANS and bound)


def _clause(to: Any) -> list[Any]:
    return [one for one in to.subtree if one.dep_ not in ("mark",) or one.head != to]


def _passive(block: Block, verb: Any) -> None:
    """``A truce was demanded by Norway``: the thing stands first, and who spoke last."""
    thing = next((one for one in verb.children if one.dep_ == "nsubjpass"), None)
    who = agent(verb)
    if thing is not None and who is not None and thing.pos_ != "PRON":
        block.make(who, verb, list(thing.subtree), "model.object")
