"""What a parse by spaCy adds: clauses whose verb, speaker or place in the sentence the rules did not recognise."""

from __future__ import annotations

from typing import Any

from paripassu.read.bag import bag
from paripassu.read.cues import BID, CLAUSE, THAT, TOLD, cue_class
from paripassu.read.voice import Block, voice

__all__ = ["clauses", "quoted", "sources", "split"]

_SPOKEN = (CLAUSE | TOLD | THAT) - bag(
    "suggest suggests suggested indicate indicates indicated signal signals signaled signalled imply implies implied "
    "reveal reveals revealed confirm confirms confirmed underscored underlined underlines underscores point points "
    "pointed hint hints hinted reads rule rules ruled reason mention mentions explain explains explained"
)
_MARKS = '“”"'
_CLOSED = ("”", '"', "’")
_HEARER = TOLD | BID | bag("warning telling cautioning advising reminding assuring persuading convincing")
_MAY = bag("would will could can may might should must")
_TAKE = frozenset(("clause", "told", "that", "object", "participle"))
_ENSURE = bag(
    "ensuring meaning showing making seeing knowing finding proving learning realising realizing "
    "mean means meant knows show shows showed ensure ensures ensured see sees saw make makes made know knew"
)


def clauses(block: Block) -> None:
    """A verb of saying, its subject near or far, and the clause under it."""
    for verb in block.doc:
        clause = next((one for one in verb.children if one.dep_ == "ccomp" and _whole(one, verb)), None) or _hung(verb)
        if clause is None or any(one.dep_ == "neg" for one in verb.children):
            continue
        kind = cue_class(verb.text.lower())
        own = any(one.dep_ == "nsubj" for one in verb.children)
        who = voice(verb)
        if who is None and clause.i < verb.i:
            # "...,” grumbles one envoy": read by the parse as a thing.
            who = next((one for one in verb.children if one.dep_ == "dobj" and one.i > verb.i), None)
            own = who is not None and verb.tag_ in ("VBZ", "VBD")
        marks = {one.text.lower() for one in clause.children if one.dep_ == "mark"}
        asked = {one.text.lower() for one in verb.children if one.dep_ == "mark"} & {"whether", "if"}
        if asked or (kind is None and any(one.text.lower() in _MAY for one in verb.children if one.dep_ == "aux")):
            continue  # "whether Norway thinks so", "would verify that"
        quoted = clause.i < verb.i and block.doc[verb.i - 1].text in _CLOSED and block.doc[verb.i - 2].text in ",?!"
        told = own and verb.pos_ == "VERB" and ("that" in marks or quoted)
        # "..., proclaiming that": whoever does what stands before.
        told = told or (verb.tag_ == "VBG" and "that" in marks and verb.dep_ in ("advcl", "acl", "conj"))
        if verb.text.lower() == "agree" and not own:
            continue  # "met to agree that"
        if verb.text.lower() in ("asked", "asks", "ask") and marks & {"whether", "if"}:
            continue
        if kind not in _TAKE and (not told or verb.text.lower() in _ENSURE):
            continue
        words = [one for one in clause.subtree if not (one.dep_ == "mark" and one.head == clause)]
        while words and not words[0].text[0].isalnum() and words[0].text not in '“"‘':
            words.pop(0)
        if kind not in ("told", "clause") and words and words[0].tag_ in ("WRB", "WP", "WDT"):
            continue  # "recalled how the boats came in"
        if not marks and not any(one.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for one in clause.children):
            continue
        if len(words) < 3 or words[0].i <= verb.i <= words[-1].i:
            continue
        if kind is None and words[0].i < verb.i and not quoted:
            continue
        if who is not None and _attached(block.doc, words, verb, who):
            block.make(who, verb, words, "model.clause", least=3, sure=verb.text.lower() in _SPOKEN)


def _hung(verb: Any) -> Any:
    """The clause of "warned the pilot that ships would sink", where the parse hangs it on the pilot."""
    if verb.text.lower() not in _HEARER:
        return None
    for heard in verb.rights:
        for one in heard.rights if heard.dep_ in ("dobj", "dative") else ():
            marks = [mark for mark in one.lefts if mark.dep_ == "mark" and mark.text.lower() == "that"]
            if marks and one.dep_ in ("relcl", "acl") and any(part.dep_ == "nsubj" for part in one.lefts):
                return one if marks[0].i > heard.i else None
    return None


def _whole(clause: Any, verb: Any) -> bool:
    """Whether a clause has a verb, or at least says something of something: "declared the talks dead"."""
    if clause.pos_ in ("VERB", "AUX"):
        return True
    return clause.pos_ == "ADJ" and clause.i > verb.i and any(one.dep_ == "nsubj" for one in clause.children)


def split(block: Block) -> None:
    """``On Friday both sailed, as the paper reported, to Peru``: what stands on both sides of who said it."""
    doc = block.doc
    for verb in doc:
        if cue_class(verb.text.lower()) not in ("clause", "that") or verb.tag_ not in ("VBD", "VBZ", "VBP"):
            continue
        as_ = next((one for one in verb.children if one.dep_ == "mark" and one.text.lower() == "as"), None)
        who = next((one for one in reversed(list(verb.lefts)) if one.dep_ == "nsubj"), None)
        right = next((one.i for one in doc[verb.i + 1 : verb.i + 3] if one.text == ","), -1)
        if as_ is None or who is None or right < 0 or as_.i <= verb.sent.start or doc[as_.i - 1].text != ",":
            continue
        for words in (list(doc[verb.sent.start : as_.i - 1]), list(doc[right + 1 : verb.sent.end])):
            if len(words) > 2 and not any(one.text in _MARKS for one in words):
                block.make(who, verb, words, "model.split")


def _attached(doc: Any, words: list[Any], verb: Any, who: Any) -> bool:
    """Whether what stands before the verb is what was said: a sign ends it, and the verb looks back."""
    if words[0].i > verb.i:
        return True
    last = words[-1].i
    joint = doc[last + 1].text if last + 1 < len(doc) else ""
    after = doc[verb.i + 1].text if verb.i + 1 < len(doc) else ""
    closed = joint in ',”"’' or doc[last].text in ',”"’?!'
    return closed and last - words[0].i >= 3 and after not in (":", ",") and last < max(who.i, verb.i)


def sources(block: Block) -> None:
    """``..., according to the militia``: whoever stands there, known to the rules or not."""
    doc = block.doc
    for verb in doc:
        to = doc[verb.i + 1] if verb.text.lower() == "according" and verb.i + 1 < len(doc) else None
        named = next((one for one in to.children if one.dep_ == "pobj"), None) if to is not None else None
        if named is None:
            continue
        after = max(named.subtree, key=lambda one: one.i).i + 1
        opens = verb.i == verb.sent.start
        first, last = (after, verb.sent.end - 1) if opens else (verb.sent.start, verb.i - 1)
        while first < last and doc[first].is_punct and doc[first].text not in _MARKS:
            first += 1
        while last > first and doc[last].is_punct and doc[last].text not in _MARKS:
            last -= 1
        if last - first >= 3:
            block.make(named, verb, list(doc[first : last + 1]), "model.according")


def quoted(block: Block) -> None:
    """A quotation behind a sentence in which somebody spoke: he goes on, also where no mark ends it."""
    text, last = block.text, block.begin + len(block.doc.text)
    at = block.begin
    while (at := text.find("“", at, last)) >= 0:
        close = text.find("”", at, last)
        follows = text[last : last + 4].lstrip("\n")[:1] == "“" or text[last : last + 8].strip()[:1] == "“"
        end = close + 1 if close >= 0 else last if follows else -1
        if end < 0:
            return
        before = text[block.begin : at].rstrip()
        if not before:
            before = text[: block.begin].rstrip()[-1:] if end == last else ""
        whole = text[end - 2 : end].rstrip("”")[-1:] in (".", "!", "?") or close < 0
        if whole and before and before[-1] in ".!?”" and end - at > 12 and text[at + 1].isupper():
            block.go_on(at, end)
        at = end
