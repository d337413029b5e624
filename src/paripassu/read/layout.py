"""Paragraphs of a report and what each one is: title, byline, body, caption, or furniture of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from paripassu.read.bag import bag, lines

__all__ = ["Paragraph", "paragraphs", "title_case"]

_FURNITURE = re.compile(rf"\W*(?:{'|'.join(lines('furniture.txt'))})\W*\Z", re.I)
_TAIL = re.compile(
    r"\W*(?:(?:leave|post|write) (?:a|your) (?:reply|comment)|(?:\d+ )?comments?\b|"
    r"related (?:articles|stories|posts|news)|most (?:read|popular))",
    re.I,
)
_CREDIT = re.compile(
    r"[(\[](?:[^()\[\]]{0,40}\b)?(?:Yonhap|AP|AFP|Reuters|REUTERS|EPA|Xinhua|KCNA|Kyodo|Getty|TASS|Tass|dpa|File|"
    r"file|[Pp]hoto|Photograph|Image|Pool|News1|Newsis)\b[^()\[\]]{0,60}[)\]]\W*$|"
    r"\b(?:Getty Images|AP Photo|AFP PHOTO|via REUTERS|via AP)\b[^.]{0,40}\W*$|"
    r"^(?:Photo|Image|Picture|Photograph|Caption|FILE PHOTO|FILE|File photo)\b\s?(?:by|credit|:|-|--|–)"
)
_PICTURE = re.compile(
    r"\bfile (?:photo|image|picture)\b|"
    r"\b(?:this|the|an?)\b[^.]{0,40}\b(?:photo|picture|image|photograph)\b[^.]{0,60}\b(?:shows?|taken|released|"
    r"provided)\b|\b(?:pictured|seen here)\b|"
    r"\((?:L|R|C|left|right|centre|center|[2-9](?:nd|rd|th) from (?:left|right|L|R))\)|"
    r"\b(?:in this|undated) (?:\w+ ){0,3}(?:photo|picture|image)\b",
    re.I,
)
_POSE = re.compile(
    r"\b(?:shakes?|poses?|walks?|waves?|arrives?|speaks?|looks?|smiles?|stands?|sits?|talks?|leaves?|attends?|greets?|shows?|gestures?|salutes?)\b"
)
_BYLINE = re.compile(
    r"^\W*(?:By|BY|by|Written by|Reported by|Reporting by|\(Reporting by|Author:|Reporter:|Edited by|"
    r"Translated by|Translated from (?:the )?\w+ by)\s+"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December|Christmas|Easter)\b(?! [A-Z])|[^\n]*[“\"])[A-Z]"
)  # "By Friday it was over" begins a sentence
_TURNED = re.compile(r"\W*(?:Translated (?:from|by)|Additional reporting|Reporting by|Editing by|Edited by)\b")
_DAY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}"
)
_PICTURED = ("hoto", "HOTO", "ictur", "ICTUR", "mage", "MAGE", "een here", "(")
_CREDITED = ("[", "aption", "FILE", "via ")  # what else a credit needs
_MINOR = bag("a an and as at but by for from in into nor of off on onto or over per so than the to up via with")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Paragraph:
    """A run of text; ``role`` is title, heading, byline, body, caption or furniture."""

    start: int
    end: int
    role: str = "body"


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs in order. A line is one, unless a block of lines is one paragraph broken to a width."""
    found = _blocks(text)
    seen_tail, titled = False, False
    for at, one in enumerate(found):
        words = text[one.start : one.end] if one.end - one.start <= 1200 else ""
        if words and (_FURNITURE.match(words) if len(words) <= 400 else False):
            one.role = "furniture"
            seen_tail = seen_tail or bool(at * 2 >= len(found) and _TAIL.match(words))
        elif seen_tail and words and (len(words) < 160 or _comment(words)) and not _TURNED.match(words):
            one.role = "furniture"
        elif words and _caption(words):
            one.role = "caption"
        elif words and len(words) < 300 and _BYLINE.match(words):
            one.role = "byline"
        elif not titled:
            # Everything short before the first full sentence heads the report.
            if words and len(words) < 200 and words.rstrip("”\"’')")[-1:] not in ".!?…":
                one.role = "title"
            else:
                titled = True
        elif words and len(words) < 90 and words[-1:] not in '.!?…:,;”"' and title_case(words):
            one.role = "heading"
    _lists(text, found)
    return found


def title_case(words: str, share: float = 0.75) -> bool:
    """Whether a line is set with capitals on (that share of) its words, so that a capital tells nothing.

    Examples
    --------
    >>> title_case("Envoys Begin New Talks"), title_case("Envoys begin new talks with Sung Kim")
    (True, False)
    """
    counted = capitals = 0
    for found in _WORD.finditer(words, 0, 600):
        word = found[0]
        if word.lower() in _MINOR:
            continue
        counted += 1
        if word[0].isupper():
            capitals += 1
        elif share == 1:
            return False
    return counted > 1 and capitals >= share * counted


def _blocks(text: str) -> list[Paragraph]:
    rows: list[tuple[int, int]] = []
    found: list[Paragraph] = []

    def flush() -> None:
        if _wrapped(text, rows):
            found.append(Paragraph(rows[0][0], rows[-1][1]))
        else:
            found.extend(Paragraph(*row) for row in rows)
        rows.clear()

    at = 0
    for line in text.splitlines(keepends=True):
        start, end = at, at + len(line)
        at = end
        stripped = line.strip()
        if not stripped:
            flush()
            continue
        start += len(line) - len(line.lstrip())
        rows.append((start, start + len(stripped)))
    flush()
    return found


def _wrapped(text: str, rows: list[tuple[int, int]]) -> bool:
    if len(rows) < 2:
        return False
    widths = [end - start for start, end in rows[:-1]]
    if min(widths) < 40 or max(widths) > 110 or max(widths) - min(widths) > 30:
        return False
    broken = sum(text[end - 1] not in '.!?”"):' for _, end in rows[:-1])
    small = sum(text[start].islower() for start, _ in rows[1:])
    return broken * 2 > len(rows) - 1 and small * 3 >= len(rows) - 1


def _caption(words: str) -> bool:
    if len(words) > 600:
        return False
    # Looking for a few letters first is much quicker than the expressions, and most paragraphs hold none of them.
    likely = any(part in words for part in _PICTURED)
    if not likely and not any(part in words for part in _CREDITED):
        return False
    if likely and len(words) < 420 and _PICTURE.search(words):
        return bool(_CREDIT.search(words)) or len(words) < 300
    credit = _CREDIT.search(words)
    if credit is None:
        return False
    return credit.start() < 2 or bool(_POSE.search(words)) or len(words) - len(credit[0]) < 4


def _comment(words: str) -> bool:
    return len(words) < 400 and bool(re.match(r"\W*(?:\w+\W+){1,4}says\b|\W*this site\b", words, re.I))


def _lists(text: str, found: list[Paragraph]) -> None:
    """Runs of very short lines are menus."""
    run: list[Paragraph] = []
    for one in [*found, Paragraph(0, 0, "end")]:
        words = text[one.start : min(one.end, one.start + 60)]
        tiny = (
            one.role in ("body", "title", "heading", "furniture")
            and one.end - one.start <= 24
            and len(words.split()) <= 3
        )
        if tiny and words[-1:] not in '.!?:”"':
            run.append(one)
            continue
        if len(run) >= 4:
            head = next((text[each.start : each.end] for each in found if each.role == "title"), "")
            for each in run:
                line = text[each.start : each.end]
                # The head of a statement: who spoke, who is in the title too, and the day.
                spoken = _DAY.fullmatch(line) or (" " in line and line in head and each.role != "title")
                each.role = "byline" if spoken else "furniture"
        run = []
