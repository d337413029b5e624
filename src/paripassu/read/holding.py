"""Nouns that hold a saying or a wish, as a parse shows them: "Norway's promise to sail", "her claim that"."""

from __future__ import annotations

from typing import Any

from paripassu.read.bag import bag
from paripassu.read.cues import THOUGHTS
from paripassu.read.voice import Block, agent, voice

__all__ = ["felt", "held"]

_THAT = THOUGHTS | bag("remark confirmation statement estimate remark comment theory vow vows plea")
_TO = bag("demand demands desire wish request requests ultimatum plea proposal appeal call calls hope vow")
_FOR = bag("call calls demand demands wish request requests plea appeal hope hopes desire proposal")
_OF = bag("hope hopes accusation accusations warning warnings fear fears prediction description idea")
_GIVEN = bag("commitment commitments promise promises pledge pledges threat threats offer")
_ON = bag("doubt doubts concern concerns fear fears worry worries")
_MAKE = bag("make makes made making")
_FEEL = bag(
    "frustrated angry angered disappointed glad pleased alarmed upset proud sorry encouraged dismayed furious annoyed "
    "delighted relieved worried concerned convinced confident hopeful optimistic sceptical skeptical certain satisfied "
    "adamant afraid unhappy happy grateful thankful impressed"
)
_OVER = bag("on about over")
_HOPE = bag("hope hopes wish expectation belief conviction demand request message news claim")
_GIVE = bag("make makes made making give gives gave giving issue issues issued repeat repeats repeated voice voiced "
            "express expressed expresses reiterate reiterated renew renewed offer offered raise raised "
            "deliver delivered sent sends withdrew withdraw dropped drop float floated floats given")  # fmt: skip


def held(block: Block) -> None:
    """What a noun of saying holds, where it has an owner."""
    for noun in block.doc:
        if noun.pos_ != "NOUN" or noun.text.lower() not in _THAT | _TO | _FOR | _OF | _ON | _GIVEN:
            continue
        who = _owner(noun)
        words = _content(noun) if who is not None else None
        if words:
            block.make(who, noun, words, "model.noun")


def felt(block: Block) -> None:
    """``Berg was angry that``, ``made clear that``, ``the fear of envoys is that``: what a view is about."""
    for that in block.doc:
        if that.text.lower() != "that" or that.dep_ != "mark" or that.i < 2 or that.head.i < that.i:
            continue
        before = block.doc[that.i - 1]
        low, verb = before.text.lower(), before.head
        if low == "clear" and verb.text.lower() in _MAKE:
            who: Any = voice(verb)
        elif low in _FEEL:
            verb = before
            subjects = [one for part in (before, before.head) for one in part.lefts if one.dep_.startswith("nsubj")]
            who = subjects[0] if subjects else None
        elif low in ("is", "was"):
            verb = next((one for one in before.lefts if one.dep_ == "nsubj"), before)
            who = _owner(verb, of=True) if verb.text.lower() in _THAT else None
        else:
            continue
        if who is not None and who.text.lower() not in ("it", "that", "this", "its"):
            block.make(who, verb, [one for one in that.head.subtree if one.i > that.i], "model.noun")


def _owner(noun: Any, *, of: bool = False) -> Any:
    """Whose it is: before it, behind it with `from` or `by`, or who makes it or acts with it."""
    own = next((one for one in noun.children if one.dep_ == "poss"), None)
    if own is not None:
        return own
    for prep in noun.children:
        if prep.dep_ in ("prep", "agent") and prep.text.lower() in (
            ("of", "among", "from") if of else ("from", "by", "among")
        ):
            return next((one for one in prep.children if one.dep_ == "pobj"), None)
    head = noun.head
    if noun.dep_ == "dobj" and head.text.lower() in _GIVE:
        return voice(head) or agent(head)
    if noun.dep_ == "pobj" and head.text.lower() in ("with", "in") and noun.text.lower() in _HOPE:
        while head.dep_ in ("prep", "pobj", "dobj"):
            head = head.head
        return voice(head) if head.pos_ == "VERB" else None
    return None


def _content(noun: Any) -> list[Any]:
    """What follows the noun: a clause with `that`, `to` and a verb, or a thing behind `for`, `of`, `about`."""
    low, doc = noun.text.lower(), noun.doc
    after = noun.i + 1
    for one in doc[after : after + 1]:
        # "promises from Lee to sail", "fears among them that", wherever the parse hangs them
        if one.dep_ in ("prep", "dative") and one.text.lower() in ("from", "by", "among", "in", "to"):
            after = next((x.i for x in one.children if x.dep_ == "pobj"), one.i) + 1
    if after >= len(doc):
        return []
    first, word = doc[after], doc[after].text.lower()
    # By place, not by the tree: the clause of "her remark that" may hang on any word.
    if word == "that" and first.dep_ == "mark" and first.head.i > after:
        return [one for one in first.head.subtree if one.i > after] if low in _THAT else []
    if word == "to" and first.dep_ == "aux" and first.head.tag_ == "VB":
        wanted = low in _TO or (low in _GIVEN and noun.dep_ == "dobj")
        return [one for one in first.head.subtree if one.i >= after] if wanted else []
    if first.dep_ != "prep" or (_done(first) and (word == "for" or low in _HOPE)):
        return []
    if (word == "for" and low in _FOR) or (word == "of" and low in _OF) or (word in _OVER and low in _ON):
        words = [one for one in first.subtree if one != first]
        as_ = [one for one in noun.children if one.text.lower() == "as" and one.i > after]
        return words + [one for prep in as_ for one in prep.subtree] if low == "description" else words
    return []


def _done(prep: Any) -> bool:
    return any(one.dep_ == "pcomp" for one in prep.children)
