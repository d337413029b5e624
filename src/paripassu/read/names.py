"""Names as they stand in a sentence: places, organisations, peoples, persons."""

from __future__ import annotations

import re

from paripassu.read.bag import bag
from paripassu.read.calendar import CUT, MONTHS
from paripassu.read.cues import speaks
from paripassu.read.institutions import ORGANISATION, PLACE, built, institution
from paripassu.read.lexicon import Lexicon, common
from paripassu.read.mention import Mention, known_at, title_at, title_before
from paripassu.read.tense import past_verb
from paripassu.read.tokens import Sentence

__all__ = ["PARTICLES", "SPEECH", "monthly", "nameable", "named", "scan"]

SPEECH = bag(
    "said says say told tells added adds tweeted wrote asked stated noted replied insisted stressed "
    "warned argued claimed explained announced declared remarked commented responded concluded "
    "acknowledged"
)
PARTICLES = bag("van von de der den del della di da dos du la le el al bin ibn ben abu ter ten zu")
_SYLLABLE = (
    r"(?:kk|gg|tt|dd|pp|bb|ss|jj|ch|sh|zh|hs|ts|ph|th|tr|kh|nh|[bcdghjklmnpqrstwxyzvf])?[ywh]?"
    r"(?:[aeiou]|yi){1,3}(?:ng|nh|ck|[nmklrptbhgwc])?"
)
_ONE = re.compile(_SYLLABLE, re.I)
_SOME = re.compile(rf"(?:{_SYLLABLE}){{1,3}}", re.I)
_WORDY = bag(
    "will grant rich drew art chip cliff hope faith joy dawn skip chase miles lance dean pierce rusty amber ivy"
)
_CLIPPED = re.compile(r"['’](?:d|ll|re|ve|m|t)\Z", re.I)
_TOWN = bag("town city village province district county prefecture region island river valley airport station")
_BEARING = bag("airport stadium hospital bridge boulevard")
_KNOWN_SMALL = frozenset(("the", "demilitarized", "demilitarised", "mainland", "dpa"))


def scan(sentence: Sentence, lexicon: Lexicon) -> tuple[list[Mention], list[int]]:
    """The names in a sentence, and the capitalised words that belong to none of them yet."""
    words = sentence.words
    found: list[Mention] = []
    loose: list[int] = []
    until = 0
    for i, word in enumerate(words):
        if i < until or (word.islower() and word not in _KNOWN_SMALL and word not in lexicon.family_first):
            continue  # nearly every word
        if not (word[0].isupper() or word in _KNOWN_SMALL or (word[2:3] == "-" and _articled(word))):
            small = _lowered(sentence, i, lexicon) if word in lexicon.family_first else None
            if small is not None:
                found.append(small)
                until = small.j
            continue
        step = known_at(sentence, i, lexicon)
        name = _person(sentence, i, lexicon) if step is None or step[0] == 1 else None
        if name is not None and step is not None and sentence.low[i] not in lexicon.family_first:
            name = None if step[1].kind != "people" or sentence.low[i] not in lexicon.given else name
        entity = None if sentence.capitals else institution(sentence, i, lexicon)
        known_to = i + step[0] if step is not None else i
        if entity is not None and entity.j > known_to and (name is None or entity.j > name.j):
            found.append(entity)
            until = entity.j
        elif name is not None and name.j >= known_to:
            name = _memorial(sentence, name) or _longer(sentence, name, loose, lexicon)
            found.append(name)
            until = name.j
        elif step is not None:
            known = step[1]
            if known.kind == "organisation" and words[i + step[0] + 1 : i + step[0] + 3] == [
                "Central",
                "Committee",
            ]:
                step = step[0] + 3, known
                found.append(built(sentence, "organisation", i, i + step[0]))
                until = i + step[0]
                continue
            found.append(
                Mention(
                    known.kind,
                    known.name,
                    known.type,
                    sentence.at[i],
                    sentence.stop(i + step[0] - 1),
                    i,
                    i + step[0],
                    known.id,
                )
            )
            until = known_to
        else:
            loose.append(i)
    return found, loose


def _person(sentence: Sentence, i: int, lexicon: Lexicon) -> Mention | None:
    """A full name that starts here."""
    words, low = sentence.words, sentence.low
    first = low[i]
    size = len(words)
    if i + 1 >= size or not first[0].isalpha():
        return None
    if first in lexicon.family_first and (eastern := _eastern(sentence, i, lexicon)) is not None:
        return None if low[eastern.j : eastern.j + 1] and low[eastern.j] in _TOWN else eastern
    second = words[i + 1]
    if words[i + 2 : i + 3] == ["."] and len(second) == 1 and second.isupper() and i + 3 < size:
        # "Quorl T. Quist": an initial between two capitals is nothing but a name.
        whole = nameable(sentence, i, lexicon) and nameable(sentence, i + 3, lexicon) and first not in lexicon.given
        if whole and not sentence.capitals and title_at(sentence, i, lexicon) is None:
            j = i + 5 if i + 4 < size and nameable(sentence, i + 4, lexicon) else i + 4
            return named(sentence, i, j, family=words[j - 1], given=words[i])
    if i == 0 and first.endswith("ing") and len(first) > 5:
        return None  # "Accompanying Kim to the meeting"
    known = first in lexicon.given or ("-" in first and first.split("-")[0] in lexicon.given)
    # "the station's Will Quist": a word that is a name too, where nothing else asks for a capital.
    known = known or (first in _WORDY and i > 0 and words[i - 1][-1].isalpha() and not sentence.capitals)
    if words[i][0].isupper() and known:
        j, count = i + 1, 1
        while j < size and count < 5:
            if len(words[j]) == 1 and words[j].isupper() and j + 1 < size and words[j + 1] == ".":
                j += 2
            elif words[j] in '“"(' and _nicknamed(sentence, j, lexicon):
                j += 3  # Ann “Annie” Quist
                continue
            elif low[j] in PARTICLES and j + 1 < size and (words[j + 1][0].isupper() or low[j + 1] in PARTICLES):
                j += 1
                continue
            elif nameable(sentence, j, lexicon) or (j == i + 1 and monthly(sentence, j)):
                j += 1
                if count >= 3 or (sentence.capitals and not (j + 1 == size == i + 3 or "." in words[j - 1])):
                    break  # in a line of capitals two words, but "Ann Sorla Lee" by itself
            else:
                break
            count += 1
        if j == i + 1 and not sentence.capitals and _attested(sentence, i, lexicon):
            j += 1  # "Ann Short, told": a family name that is an everyday word
        if i and j < size and words[i - 1] in "“\"‘'" and words[j] in "”\"’'":
            return None  # "the “Max Thunder” drills"
        if j - i >= 2 and words[j - 1] != "." and low[j - 1] not in PARTICLES:
            return named(sentence, i, j, family=words[j - 1], given=words[i])
        # "President Ann harlan refused": written small by a translating machine.
        small = i > 0 and second.islower() and second.isalpha() and second not in common() and not past_verb(second)
        if small and i + 2 < size and past_verb(low[i + 2]) and title_at(sentence, i - 1, lexicon) is not None:
            return named(sentence, i, i + 2, family=second, given=words[i])
        return None
    if (
        lexicon.family_first.get(second.lower())
        and second[0].isupper()
        and not sentence.capitals
        and first not in common()
        and words[i].isalpha()
        and not lexicon.family_first.get(first)
        and nameable(sentence, i, lexicon)
        and not (i + 2 < size and words[i + 2][0].isupper() and _ONE.fullmatch(words[i + 2].split("-")[0]))
        and title_at(sentence, i, lexicon) is None
    ):
        return named(sentence, i, i + 2, family=second, given=words[i])
    return None


def _nicknamed(sentence: Sentence, j: int, lexicon: Lexicon) -> bool:
    """Whether one word in quotation marks or brackets stands inside a name."""
    words = sentence.words
    inside = j + 3 < len(words) and words[j + 2] in '”")' and words[j + 1][0].isupper()
    return inside and words[j + 1].isalpha() and nameable(sentence, j + 3, lexicon)


def _attested(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether an everyday word with a capital behind a given name ends it: an office or a verb of saying is beside."""
    words, low = sentence.words, sentence.low
    second = words[i + 1]
    if not (second[0].isupper() and second[1:].islower()) or low[i + 1] in MONTHS:
        return False
    place = known_at(sentence, i + 1, lexicon)
    if place is None and low[i + 1] not in common():
        return False
    if low[i + 1] in lexicon.titles or (place is not None and (place[0] > 1 or place[1].kind != "place")):
        return False
    after = low[i + 2 : i + 4]
    if after[:1] == [","]:
        after = after[1:]
        if title_at(sentence, i + 3, lexicon) is not None or after[:1] in (["a"], ["an"], ["the"], ["who"]):
            return True
    if i and words[i - 1].islower() and speaks(low[i - 1] + "s"):
        return True  # "the rugby player Ann Short"
    spoken = place is None and bool(SPEECH & set(after[:1]))
    return spoken or (i > 0 and title_before(sentence, i, lexicon) is not None)


def _eastern(sentence: Sentence, i: int, lexicon: Lexicon) -> Mention | None:
    words, low = sentence.words, sentence.low
    size = len(words)
    family, second = words[i], words[i + 1]
    if not (second[0].isupper() and second[0].isalpha()):
        return None
    risky = low[i] in common()
    parts = second.split("-")
    if len(parts) == 2 and all(_ONE.fullmatch(part) for part in parts):
        return named(sentence, i, i + 2, family=family, given=second)
    if second == "He" and i and not risky and not sentence.capitals:
        return named(sentence, i, i + 2, family=family, given=second)  # capital in mid-sentence: no pronoun
    if len(parts) > 1 or low[i + 1] in MONTHS or (low[i + 1] in common() and second not in ("Song", "Sun", "Young")):
        return None
    if sentence.capitals and risky:
        return None
    third = words[i + 2] if i + 2 < size else ""
    if (
        third[:1].isupper()
        and third.isalpha()
        and _ONE.fullmatch(second)
        and _ONE.fullmatch(third)
        and (third.lower() not in common() or third == "In")
        and (known_at(sentence, i + 2, lexicon) is None or (third == "UN" and family.isupper() and second.isupper()))
    ):
        return named(sentence, i, i + 3, family=family, given=f"{second} {third}")
    if risky or sentence.capitals or not second.isalpha() or not nameable(sentence, i + 1, lexicon):
        return None
    if lexicon.family_first.get(second.lower()) and not lexicon.family_first[low[i]]:
        return None  # "Sung Kim": the family name stands last
    if len(second) <= 12 and _SOME.fullmatch(second) and second.lower() not in lexicon.given:
        return named(sentence, i, i + 2, family=family, given=second)
    return None


def monthly(sentence: Sentence, j: int) -> bool:
    """Whether the name of a month with a capital may be a family name here: "Theresa May", not "Ann, May 3"."""
    after = sentence.words[j + 1] if j + 1 < len(sentence.words) else "."
    return sentence.words[j] in ("May", "June", "April") and not after[0].isdigit()


def _memorial(sentence: Sentence, name: Mention) -> Mention | None:
    """A place that bears somebody's name: "John F. Harlan International Airport"."""
    words = sentence.words
    if sentence.capitals or name.j >= len(words):
        return None
    if words[name.j] in _BEARING:
        return built(sentence, "place", name.i, name.j + 1)
    if not words[name.j][0].isupper():
        return None
    last = next(
        (
            k
            for k in range(name.j, min(name.j + 4, len(words)))
            if not words[k].isalpha() or words[k] in PLACE or not words[k][0].isupper()
        ),
        name.j,
    )
    built_on = words[last] in PLACE and words[last] not in ("Park", "Hill", "House", "Line", "Fort", "Sea", "Road")
    return built(sentence, "place", name.i, last + 1) if built_on else None


def _longer(sentence: Sentence, name: Mention, loose: list[int], lexicon: Lexicon) -> Mention:
    """The name with the unknown word right before it: "Sher Mohammad Abbas", not "of Someplace Ann Lee"."""
    i = name.i - 1
    if i < 0 or not loose or loose[-1] != i or sentence.capitals or not nameable(sentence, i, lexicon):
        return name
    if name.family == sentence.low[name.i] or title_at(sentence, i, lexicon) is not None:
        return name  # the family name stands first: what is before it is an office
    before = sentence.low[i - 1] if i else "."
    if i == 0 or before in ("of", "in", "at", "from", "for", "to", "on", ",") or sentence.words[i].isupper():
        return name
    if before[0].isdigit():
        return name  # "Sgt. 1st Class Ann Lee"
    loose.pop()
    return named(sentence, i, name.j, family=sentence.words[name.j - 1], given=sentence.words[i])


def _lowered(sentence: Sentence, i: int, lexicon: Lexicon) -> Mention | None:
    """``moon Jae-In``: a translating machine took the family name for a word."""
    words = sentence.words
    if i + 1 >= len(words):
        return None
    parts = words[i + 1].split("-")
    if len(parts) == 2 and parts[0][:1].isupper() and all(_ONE.fullmatch(part) for part in parts):
        return named(sentence, i, i + 2, family=words[i], given=words[i + 1])
    return None


def _articled(word: str) -> bool:
    """A family name with its Arabic article: "al-Masri"."""
    return word[:3] in ("al-", "el-", "ul-", "as-", "ad-", "ar-", "an-") and word[3:4].isupper()


def nameable(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    word = sentence.words[i]
    if word[2:3] == "-" and _articled(word):
        return True
    if not (word[0].isupper() and len(word) > 1) or sentence.low[i] in common():
        return False
    if not word.isalpha() and _CLIPPED.search(word):
        return False  # "I'd", "They're"
    if sentence.low[i] in CUT and sentence.words[i + 1 : i + 2] == ["."]:
        return False  # "met Kim Feb. 27"
    if not word.isalpha() and not all(part[:1].isalpha() for part in re.split(r"[-'’]", word)):
        return False
    if known_at(sentence, i, lexicon) is not None and sentence.low[i] not in lexicon.family_first:
        return False
    if word in ORGANISATION or (
        word in PLACE and sentence.low[i] not in lexicon.family_first and word not in ("Hill", "Park", "House")
    ):
        return False
    return sentence.low[i] not in lexicon.titles or word in (
        "King",
        "Pope",
        "Major",
        "Judge",
        "Marshal",
        "Justice",
        "Prince",
        "Bishop",
    )


def named(sentence: Sentence, i: int, j: int, *, family: str, given: str) -> Mention:
    start, end = sentence.at[i], sentence.stop(j - 1)
    words = sentence.words[i:j]
    opens = next((k for k, word in enumerate(words) if word in '“"('), None)
    if opens is not None:
        del words[opens : opens + 3]  # the nickname
    loud = all(word.isupper() for word in words if word.isalpha())
    name = " ".join(
        word.capitalize() if word.isupper() and word.isalpha() and (loud or len(word) > 3) and len(word) > 1 else word
        for word in words
    ).replace(" .", ".")
    family = family.lower().removeprefix("al-").removeprefix("el-")
    return Mention("person", name, "person", start, end, i, j, family=family, given=given.lower())
