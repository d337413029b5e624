"""Hints at who wants what: demands, offers, and the words that carry them."""

from __future__ import annotations

from dataclasses import dataclass

from paripassu.read import speakers
from paripassu.read.bag import bag
from paripassu.read.mention import Mention
from paripassu.read.stage import Stage
from paripassu.read.tokens import Sentence

__all__ = ["Hint", "hints"]

_DEMAND = bag(
    "wants want wanted demands demand demanded demanding seeks seek sought insists insisted insisting "
    "urges urged urging requires"
)
_OFFER = bag("offers offered offering proposes proposed proposing accepts accepted pledged promised vowed conceded")
_REFUSE = bag("rejects rejected refuses refused opposes opposed ruled")
_READY = bag("willing ready prepared open")


_NEXT = (_DEMAND | _OFFER | _REFUSE) - bag("demand demands seek refuse") | bag(
    "has have had is are was were will would"
)
_WORDS = _DEMAND | _OFFER | _REFUSE | _READY | bag("call calls called calling demand demands")


@dataclass(slots=True)
class Hint:
    """``kind`` is demand, offer or refusal; the words are ``start`` to ``end``, of a refusal with its verb.

    What somebody refuses is no position of theirs: ``option`` is None then, whatever the words name.
    """

    kind: str
    party: str
    to: str | None
    start: int
    end: int
    what: str
    issue: str | None
    option: str | None
    basis: str
    by: str | None
    sentence: int
    rule: str


def hints(
    text: str,
    sentences: list[Sentence],
    scans: list[tuple[list[Mention], list[int]]],
    stage: Stage,
    issues: dict[str, tuple[str, ...]],
    said: dict[int, str],
) -> list[Hint]:
    """Position hints of a report; issues and options are those of the case, when there is one.

    Parameters
    ----------
    issues : dict
        Words by which an issue is known: its name and options.
    said : dict
        Number of a sentence to the name of whoever is reported as saying it.
    """
    found: list[Hint] = []
    for number, (sentence, (names, _)) in enumerate(zip(sentences, scans, strict=True)):
        if sentence.role != "body":
            continue
        if _WORDS.isdisjoint(sentence.has):
            continue
        low = sentence.low
        until = 0
        for k in [at for at, word in enumerate(low) if word in _WORDS]:
            got = _at(text, sentence, names, stage, k, number) if k >= until else None
            if got is None:
                continue
            got.by = said.get(number)
            got.basis = (
                "stated"
                if got.by == got.party
                else "reported"
                if got.by is None
                else "analyst"
                if got.by
                else "reported"
            )
            got.issue, got.option = _issue(got.what, issues)
            if got.kind == "refusal":
                # What is refused is not what is wanted; the words begin with the verb that says so.
                got.start, got.option = sentence.at[k], None
                got.what = text[got.start : got.end]
            found.append(got)
            until = sentence.index(got.end)
    return found


def _at(text: str, sentence: Sentence, names: list[Mention], stage: Stage, k: int, number: int) -> Hint | None:
    low = sentence.low
    word = low[k]
    before = low[k - 1] if k else ""
    after = low[k + 1] if k + 1 < len(low) else "."
    if word in ("demand", "demands") and after in ("that", "for"):
        owner = next(
            (m for m in names if m.j in (k - 1, k - 2) and m.kind in ("person", "place", "organisation")),
            None,
        )
        if owner is None or not {"’s", "'s"} & set(low[owner.j : k]):
            return None
        return _hint(
            text,
            sentence,
            names,
            "demand",
            stage,
            _whose(owner, stage),
            k + 2,
            number,
            "positions.demand-that",
        )
    if word in _DEMAND:
        kind, start = "demand", k + 1
    elif word in _OFFER or (word in _READY and after == "to"):
        kind, start = "offer", k + 1
    elif word in _REFUSE:
        kind, start = "refusal", k + 1
    elif word in ("call", "calls", "called", "calling") and after in ("for", "on"):
        kind, start = "demand", k + 2
    else:
        return None
    if before in bag("the a its his their of ’s 's no") or after in bag(". , by ; and in at"):
        return None
    if word == "ruled" and after != "out":
        return None
    while start < len(low) and low[start] in ("on", "that", "out"):
        start += 1
    at = k
    if (
        at > 1
        and low[at - 1] == "to"
        and low[at - 2] in bag("thought believed said reported understood seems appears seem appear continued")
    ):
        at -= 2
    elif before == "to":
        return None
    speaker = speakers.left(sentence, at, names, stage)
    if speaker is None or not (
        speaker.named
        or speaker.name.split()[-1].lower()
        in bag(
            "government union management rebels ministry side employers workers regime "
            "administration delegation party council"
        )
    ):
        return None
    return _hint(text, sentence, names, kind, stage, speaker.name, start, number, f"positions.{kind}")


def _hint(
    text: str,
    sentence: Sentence,
    names: list[Mention],
    kind: str,
    stage: Stage,
    party: str,
    start: int,
    number: int,
    rule: str,
) -> Hint | None:
    low = sentence.low
    end = start
    while (
        end < len(low)
        and low[end] not in (".", ";", "--", "–", "—")
        and not (
            low[end] == ","
            and low[end + 1 : end + 2] in (["said"], ["but"], ["while"], ["he"], ["she"], ["saying"], ["according"])
        )
        and not (low[end] in ("and", "but") and low[end + 1 : end + 2] and low[end + 1] in _NEXT)
    ):
        end += 1
    while end > start and (low[end - 1] in (",", "”", '"')):
        end -= 1
    if end - start < 2:
        return None
    a, b = sentence.at[start], sentence.stop(end - 1)
    to = next((m.name for m in names if m.kind == "place" and start <= m.i <= start + 2 and m.name != party), None)
    return Hint(kind, party, to, a, b, text[a:b], None, None, "reported", None, number, rule)


def _whose(mention: Mention, stage: Stage) -> str:
    person = stage.person(mention)
    return person.name if person else mention.name


def _issue(what: str, issues: dict[str, tuple[str, ...]]) -> tuple[str | None, str | None]:
    words = what.lower()
    for issue, options in issues.items():
        for option in options:
            if option.lower() in words:
                return issue, option
    for issue in issues:
        if issue.lower().replace("-", " ").replace("_", " ") in words:
            return issue, None
    return None, None
