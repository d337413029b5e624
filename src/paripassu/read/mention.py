"""A name in a sentence, the lists it may stand in, and the office before it."""

from __future__ import annotations

from dataclasses import dataclass

from paripassu.read.bag import bag
from paripassu.read.lexicon import Known, Lexicon
from paripassu.read.tokens import Sentence

__all__ = ["Mention", "known_at", "title_at", "title_before"]

_LINK = frozenset(("of", "for", "on", "to", "the", "and", "in"))
_QUALIFIERS = bag(
    "cabinet former ex-president then outgoing incoming senior junior deputy vice chief top acting assistant "
    "first second special lead leading veteran experienced de facto ruling supreme permanent principal "
    "state national security foreign defense defence trade nuclear intelligence press prime "
    "presidential current new late founding long-time longtime retired honorary under executive "
    "managing associate visiting affairs policy north south korean korea department ministry house "
    "white office chairman military labour labor water union party communist opposition regional "
    "government rebel army air force peace human rights 's ’s `s"
)
_DEMONYMISH = bag("us u.s. uk u.k. u.n. un eu cia fbi")


@dataclass(slots=True)
class Mention:
    """A name: words ``i`` to ``j`` (open end). ``kind`` is place, organisation, people or person."""

    kind: str
    name: str
    type: str
    start: int
    end: int
    i: int
    j: int
    known: str | None = None
    head: bool = False  # borne by the head of a state or government, says the title
    role: str | None = None
    family: str = ""
    given: str = ""
    sex: str = ""


def known_at(sentence: Sentence, i: int, lexicon: Lexicon) -> tuple[int, Known] | None:
    words = sentence.words
    word = words[i]
    if word == "The":
        word = "the"
    entries = lexicon.names.get(word)
    if entries is None and word.isupper() and len(word) > 3:
        entries = lexicon.names.get(word.capitalize())
    if entries is None:
        return None
    if word == "Foreign" and i and sentence.low[i - 1] == "of" and words[i + 1 : i + 2] == ["Affairs"]:
        return None
    size = len(words)
    after = _spellings(words[i + 1]) if i + 1 < size else ()
    for pattern, known in entries:
        long = len(pattern)
        if long == 1:
            return 1, known
        # The second word settles nearly all of them; asked first because this is asked of every capital letter.
        if pattern[1] not in after or i + long > size:
            continue
        if long > 2 and not all(
            want in _spellings(have) for have, want in zip(words[i + 2 : i + long], pattern[2:], strict=True)
        ):
            continue
        if pattern[0] == "the" and i + long < size and _goes_on(words[i + long]):
            continue
        return long, known
    return None


def _spellings(word: str) -> tuple[str, ...]:
    """A word as it stands, as a line of capitals hides it, and with a plain apostrophe."""
    found = (word, word.capitalize()) if word.isupper() and len(word) > 3 else (word,)
    return found if word.isalpha() else (*found, word.replace("’", "'").replace("`", "'"))


def _goes_on(after: str) -> bool:
    # "the North Korean", "the South Pacific", "the North of": not a country's short name.
    return after[0].isupper() or after in ("of", "-")


def title_at(sentence: Sentence, i: int, lexicon: Lexicon) -> tuple[int, bool] | None:
    """How many words the office that starts here has, and whether it heads a state."""
    if i >= len(sentence.low):
        return None
    for words, head in lexicon.titles.get(sentence.low[i], ()):
        if len(words) == 1 or tuple(sentence.low[i : i + len(words)]) == words:
            return len(words), head
    return None


def title_before(sentence: Sentence, i: int, lexicon: Lexicon) -> tuple[int, bool] | None:
    """Where the office right before word ``i`` begins, and whether it heads a state."""
    low, words = sentence.low, sentence.words
    k = i - 1
    if k >= 0 and low[k] == "." and k > 0 and low[k - 1] in lexicon.titles:
        k -= 1
    best: tuple[int, bool] | None = None
    for back in range(4):
        at = k - back
        if at < 0:
            break
        got = title_at(sentence, at, lexicon)
        if got is not None and at + got[0] == k + 1:
            best = (at, got[1])
    if best is None:
        # "deputy chief of staff for operations NAME", "special representative for North Korea NAME"
        for at in range(k, max(-1, k - 6), -1):
            if not words[at][0].isalpha() or (low[at] in _LINK and at == k):
                return None
            if low[at] in ("for", "of", "on", "to") and at > 0:
                inner = title_before(sentence, at, lexicon)
                if inner is None:
                    continue
                return inner
        return None
    at, head = best
    while at > 0:
        before = low[at - 1]
        if (
            before in _QUALIFIERS
            or before in _DEMONYMISH
            or _people(sentence, at - 1, lexicon)
            or (before in lexicon.titles and before != "head")
        ):
            at -= 1
        else:
            break
    while at < k and (low[at] in ("'s", "’s", "`s")):
        at += 1
    return at, head


def _people(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    word = sentence.words[i]
    if not word[0].isupper():
        return False
    if sentence.low[i] in ("north", "south", "new", "saudi", "sri"):
        return True
    entries = lexicon.names.get(word)
    return bool(entries) and any(
        len(pattern) == 1 and known.kind in ("people", "place", "organisation") for pattern, known in entries or ()
    )
