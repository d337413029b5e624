"""Words, quotations and sentences, with their places. One pass over the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from paripassu.read.bag import bag
from paripassu.read.layout import Paragraph, title_case

__all__ = ["Sentence", "quotations", "sentences", "shortens", "tokens"]

_TOKEN = re.compile(
    # What is no blank; then most words: the rest would find the same, but asks for much else first.
    r"(?=\S)(?:[A-Za-z]++(?= )|"
    r"(?:[A-Z]\.){2,}(?!\w)|[ap]\.m\.|\d+(?:[.,:]\d+)+|['’`](?:[sS]|ll)\b|"
    r"[^\W_]+(?:(?:[-‐‑]|['’`](?!(?:[sS]|ll)\b))[^\W_]+)*|--+|\.\.\.+|[^\w\s]|_)"
)
_MARKS = re.compile(r"[“”„«»\"‘’']")
_ABBREVIATED = bag(
    "mr mrs ms dr st gen sen rep gov lt col sgt capt adm maj prof rev hon jr sr vs no jan feb mar apr "
    "jun jul aug sep sept oct nov dec inc ltd co corp etc approx dept e.g i.e n s"
)
_OPENERS = bag(
    "the it they he she but a an in on at we this that these those there however meanwhile and if when "
    "while after according its his her their both i you as for since some many"
)
_LONGEST = 500  # tokens: a "sentence" beyond this is cut, so that junk costs no more than prose
_QUOTE = 3000  # signs: a quotation longer than this was never closed


@dataclass(slots=True)
class Sentence:
    """One sentence: words and where each starts; ``quotes`` are the quotations it holds, marks included."""

    start: int
    end: int
    words: list[str]
    at: list[int]
    para: int
    role: str
    capitals: bool = False  # a line in which a capital tells nothing
    quotes: list[tuple[int, int]] = field(default_factory=list)
    low: list[str] = field(init=False)
    has: frozenset[str] = field(init=False)  # the words in small letters as a set: most rules only ask for theirs

    def __post_init__(self) -> None:
        self.low = list(map(str.lower, self.words))
        self.has = frozenset(self.low)

    def stop(self, i: int) -> int:
        """Where word ``i`` ends."""
        return self.at[i] + len(self.words[i])

    def index(self, place: int) -> int:
        """The first word that starts at or after a place."""
        return bisect_left(self.at, place)


def tokens(text: str) -> list[tuple[str, int]]:
    """The words and signs of a text with their places."""
    return [(token[0], token.start()) for token in _TOKEN.finditer(text)]


def sentences(text: str, paragraphs: list[Paragraph], apart: Callable[[str, str], bool]) -> Iterator[Sentence]:
    """The sentences of all paragraphs that are not furniture.

    ``apart(word, before)`` says whether a word with a hyphen is two names ("US-China", not "Jong-un").
    """
    for number, one in enumerate(paragraphs):
        if one.role == "furniture":
            continue
        capitals = one.role in ("title", "heading") and title_case(text[one.start : one.end])
        for sentence in _split(text, one, number, apart):
            short = sentence.end - sentence.start < 160
            # A sentence of the body may be little more than names: "Ann Lee met Bo Berg."
            sentence.capitals = capitals or (short and title_case(text[sentence.start : sentence.end], 1))
            yield sentence


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Quotations in ``text[start:end]``, marks included; one left open runs to the end, if that is near.

    Examples
    --------
    >>> said = 'He said "not yet" and the workers\\' council said “no'
    >>> [said[a:b] for a, b in quotations(said, 0, len(said))]
    ['"not yet"', '“no']
    """
    found: list[tuple[int, int]] = []
    opened, mark = -1, ""
    for hit in _MARKS.finditer(text, start, end):
        sign, at = hit[0], hit.start()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if opened >= 0 and at - opened > _QUOTE:
            opened, mark = -1, ""
        single = sign in "‘’'"
        if opened < 0:
            opens = (
                sign in "“„«"
                or (sign in '"”' and not after.isspace() and not before.isalnum())
                or (sign in "‘'" and after.isalnum() and not before.isalnum() and before not in '”"')
            )
            if opens:
                opened, mark = at, sign
        elif mark in "‘'":
            if single and not after.isalnum() and (sign == "’" or mark == "'"):
                found.append((opened, at + 1))
                opened, mark = -1, ""
            elif sign in '“„«"':
                # It was an apostrophe after all.
                opened, mark = at, sign
        elif not single and (
            sign in "”»" or (sign == '"' and mark in '"“”') or (sign == "“" and _shuts(mark, before, after))
        ):
            if sign == '"' and mark == '"' and before.isspace() and after.isalnum():
                continue
            found.append((opened, at + 1))
            opened, mark = -1, ""
    if opened >= 0 and mark not in "‘'" and end - opened <= _QUOTE:
        found.append((opened, end))
    return found


def _shuts(mark: str, before: str, after: str) -> bool:
    """Whether “ closes what ``mark`` opened: as some languages have it, and as it is mistyped in others."""
    return mark == "„" or (mark == "“" and not before.isspace() and not after.isalnum())


def _split(text: str, one: Paragraph, number: int, apart: Callable[[str, str], bool]) -> Iterator[Sentence]:
    quotes = quotations(text, one.start, one.end)
    words: list[str] = []
    at: list[int] = []
    q, first_quote, ended = 0, 0, False

    def build() -> Sentence:
        nonlocal first_quote
        start, end = at[0], at[-1] + len(words[-1])
        while first_quote < len(quotes) and quotes[first_quote][1] <= start:
            first_quote += 1
        held = []
        for span in quotes[first_quote:]:
            if span[0] >= end:
                break
            held.append(span)
        return Sentence(start, end, words, at, number, one.role, False, held)

    for token in _TOKEN.finditer(text, one.start, one.end):
        word, place = token[0], token.start()
        if ended or len(words) >= _LONGEST:
            if len(words) >= _LONGEST or _begins(text, place, word, words, at):
                yield build()
                words, at = [], []
            ended = ended and word in "”\"’'»)]"
        if "-" in word and word[0].isupper() and apart(word, words[-1] if words else ""):
            left, right = word.split("-", 1)
            words += [left, "-", right]
            at += [place, place + len(left), place + len(left) + 1]
        else:
            words.append(word)
            at.append(place)
        if word[-1] not in ".!?…":
            continue
        while q < len(quotes) and quotes[q][1] <= place:
            q += 1
        inside = q < len(quotes) and quotes[q][0] < place and place + len(word) < quotes[q][1] - 1
        if word in ".!?…" or (word[0] == "." and word[-1] == "."):
            ended = not inside and not (word == "." and len(words) > 1 and _short(words[-2]))
        elif word[-1] == "." and len(word) > 2:
            ended = not inside
    if words:
        yield build()


def shortens(word: str, following: str) -> bool:
    """Whether the full stop behind a word only shortens it: the sentence goes on.

    Examples
    --------
    >>> shortens("Mr", "Kim"), shortens("U.S", "Ambassador"), shortens("U.S", "The"), shortens("met", "Kim")
    (True, True, False, False)
    """
    if "." in word:
        return not following[:1].isupper() or following.lower() not in _OPENERS
    return _short(word)


def _short(word: str) -> bool:
    return word.lower() in _ABBREVIATED or (len(word) == 1 and word.isupper() and word != "I")


def _begins(text: str, place: int, word: str, words: list[str], at: list[int]) -> bool:
    """Whether a new sentence begins here, after a full stop."""
    gap = place - (at[-1] + len(words[-1]))
    first = word[0]
    if words[-1][-1] == "." and len(words[-1]) > 2 and words[-1] != "...":
        return first.isupper() and word.lower() in _OPENERS
    if gap == 0:
        return first.isupper() and len(words) > 1 and words[-1] == "." and words[-2].islower() and len(words[-2]) > 2
    if not (first.isupper() or first.isdigit() or first in "“\"‘'„«([—-–•" or not first.isascii()):
        return False
    # “Will they come?” Kim asked: the question ends in the middle of the sentence.
    return not (words[-1] in '”"' and len(words) > 1 and words[-2] in "?!" and _asked(text, place))


_ASKED = re.compile(r"(?:[A-Z][\w’'-]*\.?\s+){1,4}(?:asked|said|added|told|wrote|tweeted)\b")


def _asked(text: str, place: int) -> bool:
    return _ASKED.match(text, place) is not None
