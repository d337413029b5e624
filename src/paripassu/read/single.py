"""People called by one name only."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.cues import speaks
from paripassu.read.lexicon import Lexicon
from paripassu.read.mention import Mention, title_at, title_before
from paripassu.read.names import SPEECH, nameable, named
from paripassu.read.person import ACTS, Person, office
from paripassu.read.tokens import Sentence

__all__ = ["MEDIA", "one_name", "part_of_more"]


MEDIA = bag("newspaper daily magazine weekly broadcaster website channel station outlet paper portal tabloid")
"""What stands before the name of a paper."""


_STOCK = bag("pool file files handout getty archive via photo images shutterstock afp ap reuters epa tass xinhua kcna")
_HELD = bag("administration presidency era cabinet")
_KIN = bag("wife husband daughter son sister brother mother father")
_IN = bag("in at near from into outside around")
_OWNED = bag(
    "spokesman spokeswoman wife husband administration lawyer lawyers remarks comments trip aides deputy resignation"
)


def one_name(
    sentences: list[Sentence],
    scans: list[tuple[list[Mention], list[int]]],
    lexicon: Lexicon,
    by_family: dict[str, list[Person]],
    by_given: dict[str, list[Person]],
    everyone: list[Person],
) -> None:
    """People with one name only: an office or a verb of saying must stand by it once."""
    for sentence, (found, loose) in zip(sentences, scans, strict=True):
        for i in loose:
            if sentence.capitals and not _pictured(sentence, i, found):
                continue
            word = sentence.low[i]
            if i and sentence.low[i - 1] in MEDIA:
                continue
            if word.endswith("s") and speaks(word) and (i == 0 or not sentence.words[i - 1][0].isalpha()):
                continue  # "Doubters say"
            after = sentence.words[i + 1] if i + 1 < len(sentence.low) else ""
            if after.islower() and title_at(sentence, i + 1, lexicon) is not None:
                continue  # "the chief Brexit negotiator"
            paired = lexicon.family_first.get(word, False) and _paired(sentence, i, by_family)
            if (
                word in by_family
                or word in by_given
                or not (paired or nameable(sentence, i, lexicon))
                or part_of_more(sentence, i, lexicon)
            ):
                continue
            capital = i > 0 and sentence.words[i - 1][0].isupper() and i - 1 in loose
            if capital and not _ends_title(sentence, i, lexicon):
                continue
            if capital and nameable(sentence, i - 1, lexicon) and title_at(sentence, i - 1, lexicon) is None:
                continue  # a longer name, but not "Pope Ann"
            inserted = _inserted(sentence, i)
            before = title_before(sentence, inserted, lexicon)
            if inserted == i and before is not None and not _ends_title(sentence, i, lexicon):
                before = None
            spoke = i + 1 < len(sentence.low) and sentence.low[i + 1] in SPEECH
            spoke = spoke or (
                i > 0
                and sentence.low[i - 1] in ("said", "says")
                and i + 1 < len(sentence.low)
                and sentence.words[i + 1] in ".,"
            )
            spoke = spoke or _pictured(sentence, i, found)
            spoke = spoke or paired or _governs(sentence, i) or _listens(sentence, i) or _of_kin(sentence, i)
            if before is None and not spoke and not sentence.words[i].isupper():
                # "Pompeo met", "Lavrov, the Russian foreign minister,"
                spoke = sentence.low[i + 1] in ACTS if i + 1 < len(sentence.low) else False
                placed = i > 0 and sentence.low[i - 1] in _IN  # "While he was in Brenmoor, the leader slept"
                if not spoke and not placed and sentence.words[i + 1 : i + 2] == [","]:
                    trial = named(sentence, i, i + 1, family=word, given="")
                    office(sentence, trial, lexicon)
                    spoke = trial.role is not None and sentence.low[i + 2 : i + 3] in (["the"], ["a"], ["an"])
            if before is None and not (spoke and not sentence.words[i].isupper()):
                continue
            if before is not None and before[0] == 0 and not sentence.words[before[0]][0].isupper():
                continue
            name = sentence.words[i]
            person = Person(
                name.capitalize() if name.isupper() and len(name) > 3 else name,
                word,
                "",
                head=bool(before and before[1]),
            )
            by_family[word] = [person]
            everyone.append(person)


def _pictured(sentence: Sentence, i: int, found: list[Mention]) -> bool:
    """``REUTERS/Quist/Pool``: who took a picture."""
    if i < 2 or sentence.words[i - 1] != "/" or sentence.low[i] in _STOCK:
        return False
    return any(one.kind == "organisation" and one.j == i - 1 for one in found)


def _paired(sentence: Sentence, i: int, by_family: dict[str, list[Person]]) -> bool:
    """``Moon and Kim announced``: beside somebody known a common family name is one too."""
    low = sentence.low
    before = low[i - 2 : i] if i > 1 else []
    return (low[i + 1 : i + 2] == ["and"] and bool(set(low[i + 2 : i + 3]) & by_family.keys())) or (
        before[1:] == ["and"] and before[0] in by_family
    )


def _inserted(sentence: Sentence, i: int) -> int:
    """``Prime Minister [Ann] Lee``: where the office would end, before what an editor put in."""
    words = sentence.words
    if i < 3 or words[i - 1] not in ("]", ")"):
        return i
    return next((k for k in range(i - 2, max(-1, i - 5), -1) if words[k] in ("[", "(")), i)


def _governs(sentence: Sentence, i: int) -> bool:
    """``the Harlan administration``: named after the one who leads it; ``Harlan's spokesman``: only of a person."""
    if sentence.low[i + 1 : i + 2] in (["'s"], ["’s"]) and i + 2 < len(sentence.low):
        return sentence.low[i + 2] in _OWNED
    ruled = sentence.low[i + 1 : i + 3]
    held = ruled == ["white", "house"] or not _HELD.isdisjoint(ruled[:1])
    return i > 0 and sentence.low[i - 1] == "the" and held


def _of_kin(sentence: Sentence, i: int) -> bool:
    """``Ann Lee and her husband, Bo, left``: called by the first name only."""
    row = sentence.low[max(0, i - 2) : i]
    return len(row) == 2 and row[0] in _KIN and row[1] == "," and sentence.low[i + 1 : i + 2] in ([","], ["."])


def _listens(sentence: Sentence, i: int) -> bool:
    """``told Harlan that``, ``told Harlan in a phone call``: no paper is told so."""
    if i == 0 or sentence.low[i - 1] != "told":
        return False
    after = sentence.low[i + 1 : i + 8]
    return after[:1] == ["that"] or (after[:1] == ["in"] and bool({"phone", "telephone", "call"} & set(after)))


def _ends_title(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether an office ends right before word ``i``; "Minister of Water" before "Resources" is none."""
    if sentence.words[i - 1] == ".":
        return True
    return any(
        got is not None and at + got[0] == i
        for at in range(max(0, i - 4), i)
        for got in (title_at(sentence, at, lexicon),)
    )


def part_of_more(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """A capital right beside it that makes it part of another name ("Moon River", "Park Avenue")."""
    words = sentence.words
    if sentence.capitals:
        return False
    after = words[i + 1] if i + 1 < len(words) else ""
    return bool(after[:1].isupper() and after.isalpha() and not after.isupper() and nameable(sentence, i + 1, lexicon))
