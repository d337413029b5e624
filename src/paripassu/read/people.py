"""Who the names in a report belong to.

Full names make persons; a bare family name joins one only when the context leaves one candidate, or a title
says which. What stays open is reported as it stands, merged with nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from paripassu.read.bag import bag
from paripassu.read.lexicon import Lexicon, common, key
from paripassu.read.mention import Mention, known_at, title_at, title_before
from paripassu.read.names import SPEECH, nameable, named
from paripassu.read.tokens import Sentence

__all__ = ["Person", "gather"]

_NICK = dict(
    pair.split(":")
    for pair in bag(
        "mike:michael steve:stephen steven:stephen joe:joseph bob:robert bill:william jim:james jimmy:james "
        "tom:thomas dan:daniel dave:david chris:christopher tony:anthony rick:richard dick:richard ed:edward "
        "ken:kenneth jeff:jeffrey greg:gregory matt:matthew nick:nicholas tim:timothy sue:susan liz:elizabeth"
    )
)
_ACTS = bag("met meets arrived arrives visited visits flew travelled traveled told asked chaired headed spoke")
_OPENING = bag("a an the former ex one his her its their who then")
_CUT = bag("who said says told was is has had were will would met added whose which where when and")


@dataclass(slots=True)
class Person:
    """One person of a report: ``mentions`` are (number of the sentence, mention)."""

    name: str
    family: str
    given: str
    known: str | None = None
    head: bool = False
    open: bool = False  # a bare family name that could be several people
    roles: list[str] = field(default_factory=list)
    mentions: list[tuple[int, Mention]] = field(default_factory=list)

    @property
    def aliases(self) -> list[str]:
        """The other spellings in the text, in order."""
        return [name for name in dict.fromkeys(mention.name for _, mention in self.mentions) if name != self.name]


def gather(sentences: list[Sentence], scans: list[tuple[list[Mention], list[int]]], lexicon: Lexicon) -> list[Person]:
    """The persons of a report in order of appearance; adds the mentions it finds to ``scans``."""
    persons: dict[str, Person] = {}
    for number, (sentence, (found, loose)) in enumerate(zip(sentences, scans, strict=True)):
        if loose:
            _by_evidence(sentence, found, loose, lexicon)
        for mention in found:
            if mention.kind == "person":
                _office(sentence, mention, lexicon)
                person = _join(persons, mention)
                person.mentions.append((number, mention))
    everyone = list({id(person): person for person in persons.values()}.values())
    by_family: dict[str, list[Person]] = {}
    by_given: dict[str, list[Person]] = {}
    for person in everyone:
        by_family.setdefault(person.family, []).append(person)
        if person.given.isalpha() and person.given not in common():
            by_given.setdefault(person.given, []).append(person)
    _bare(sentences, scans, lexicon, by_family, by_given, everyone)
    for person in everyone:
        person.mentions.sort(key=lambda pair: pair[1].start)
        _describe(person)
    return sorted((person for person in everyone if person.mentions), key=lambda person: person.mentions[0][1].start)


def _join(persons: dict[str, Person], mention: Mention) -> Person:
    full = key(mention.name)
    first = mention.given.split(" ")[0]
    short = (
        f"{_NICK.get(first, first)} {mention.family}" if mention.name.split(" ")[-1].lower() == mention.family else full
    )
    person = (persons.get(f"id {mention.known}") if mention.known else None) or persons.get(full) or persons.get(short)
    if person is None:
        person = Person(mention.name, mention.family, mention.given, mention.known)
    persons.setdefault(full, person)
    persons.setdefault(short, person)
    if mention.known:
        persons.setdefault(f"id {mention.known}", person)
    if mention.known and not person.known:
        person.known, person.name = mention.known, mention.name
    person.head = person.head or mention.head
    return person


def _office(sentence: Sentence, mention: Mention, lexicon: Lexicon) -> None:
    """The title before a name, or the words after it that say who it is."""
    words, low = sentence.words, sentence.low
    if mention.known and not mention.family:
        parts = mention.name.split()
        eastern = parts[0].lower() in lexicon.family_first
        mention.family, mention.given = (
            (parts[0] if eastern else parts[-1]).lower(),
            (parts[-1] if eastern else parts[0]).lower(),
        )
    before = title_before(sentence, mention.i, lexicon)
    if before is not None:
        start, head = before
        if low[start] not in ("mr", "mrs", "ms", "miss") or start != mention.i - 1:
            mention.role = _joined(sentence, start, mention.i)
        mention.head = mention.head or head
        return
    j = mention.j
    if mention.i > 1 and j < len(words) and words[mention.i - 1] == "," and words[j] in (",", "."):
        apposed = title_before(sentence, mention.i - 1, lexicon)
        if apposed is not None:
            mention.role = _joined(sentence, apposed[0], mention.i - 1)
            mention.head = mention.head or apposed[1]
            return
    if mention.i > 1 and low[mention.i - 1] in ("'s", "’s") and words[mention.i - 2][0].isupper() and mention.given:
        # "North Korea's Kim Jong Un": whom a report names by the country alone leads it.
        mention.head = mention.head or _country(sentence, mention.i - 2, lexicon)
    if j + 2 < len(words) and words[j] in (",", "(", "--", "–", "—"):
        at = j + 1
        limit = min(len(words), at + 22)
        stop = at
        while stop < limit and words[stop] not in bag(', ) ; . -- – — “ "') and low[stop] not in _CUT:
            stop += 1
        office = None
        for k in range(at, min(stop, at + 9)):
            if low[k] in ("to", "in", "at") and office is None and k - at > 3:
                break
            got = title_at(sentence, k, lexicon)
            if got is not None and low[k] not in ("mr", "mrs", "ms"):
                office = got
                break
        starts = low[at] in _OPENING or words[at][0].isupper() or title_at(sentence, at, lexicon) is not None or office
        if office is not None and starts and stop > at:
            first = at + 1 if low[at] in ("a", "an", "the") else at
            mention.role = _joined(sentence, first, stop)
            mention.head = mention.head or office[1]


def _country(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    for start in (i, i - 1):
        got = known_at(sentence, start, lexicon) if start >= 0 else None
        if got is not None and start + got[0] == i + 1 and got[1].type == "country":
            return True
    return False


def _joined(sentence: Sentence, i: int, j: int) -> str:
    text = ""
    for k in range(i, j):
        gap = " " if k > i and sentence.at[k] > sentence.stop(k - 1) else ""
        text += gap + sentence.words[k]
    return text


def _by_evidence(sentence: Sentence, found: list[Mention], loose: list[int], lexicon: Lexicon) -> None:
    """Unknown capitalised words in a row are a name when an office or a verb of saying stands by."""
    words, low = sentence.words, sentence.low
    at = 0
    fresh: list[Mention] = []
    while at < len(loose):
        run = at
        while run + 1 < len(loose) and loose[run + 1] == loose[run] + 1:
            run += 1
        first, last = loose[at], loose[run]
        at = run + 1
        while first <= last and not nameable(sentence, first, lexicon):
            first += 1
        end = first
        while end <= last and nameable(sentence, end, lexicon):
            end += 1
        if end < len(words) - 1 and low[end] in bag("al el bin ibn van von de") and words[end + 1][0].isupper():
            end += 2
        if not 2 <= end - first <= 4:
            continue
        signed = sentence.role == "byline" and first > 0 and low[first - 1] == "by"
        if sentence.capitals and not (end - first == 2 and (signed or _headed(sentence, first, end, lexicon))):
            continue
        mention = named(sentence, first, end, family=words[end - 1], given=words[first])
        by_title = title_before(sentence, first, lexicon) is not None
        if not by_title:
            _office(sentence, mention, lexicon)
        spoke = (end < len(words) and low[end] in SPEECH) or (first > 0 and low[first - 1] in SPEECH)
        # "The minister, Ann Lee, said": the office stands before a comma.
        apposed = first > 1 and words[first - 1] == "," and title_before(sentence, first - 1, lexicon) is not None
        beside = any(
            one.kind == "person" and one.j == first - 1 and low[first - 1] in ("and", ",") for one in found + fresh
        )
        acted = (end < len(words) and low[end] in _ACTS) or (first > 0 and low[first - 1] == "met")
        # "Ann Lee, who runs": only of a person.
        acted = acted or (low[end : end + 1] == [","] and low[end + 1 : end + 2] in (["who"], ["whose"]))
        acted = acted or (
            first > 1 and low[first - 1] == "with" and low[first - 2] in ("met", "meeting", "talks", "spoke")
        )
        credited = words[0] in ("(", "By") or (first > 0 and words[first - 1] == "/")
        if by_title or mention.role or spoke or apposed or beside or credited or acted or sentence.role == "byline":
            mention.role = None
            fresh.append(mention)
    if fresh:
        taken = {k for mention in fresh for k in range(mention.i, mention.j)}
        loose[:] = [k for k in loose if k not in taken]
        found += fresh
        found.sort(key=lambda mention: mention.i)


def _headed(sentence: Sentence, first: int, end: int, lexicon: Lexicon) -> bool:
    """In a line of capitals only a full office before and a small word after show a name."""
    before = title_before(sentence, first, lexicon)
    small = end >= len(sentence.words) or not sentence.words[end][0].isupper()
    return before is not None and first - before[0] > 1 and small


def _bare(
    sentences: list[Sentence],
    scans: list[tuple[list[Mention], list[int]]],
    lexicon: Lexicon,
    by_family: dict[str, list[Person]],
    by_given: dict[str, list[Person]],
    everyone: list[Person],
) -> None:
    """Family names that stand alone."""
    latest: dict[str, tuple[int, Person]] = {}  # family -> paragraph and person of the last full name
    opened: dict[str, Person] = {}
    told: set[int] = set()  # who has been named in full so far
    _alone(sentences, scans, lexicon, by_family, by_given, everyone)
    for number, (sentence, (found, loose)) in enumerate(zip(sentences, scans, strict=True)):
        fresh: list[Mention] = []
        seen = 0
        for i in loose:
            while seen < len(found) and found[seen].i < i:
                if found[seen].kind == "person":
                    _note(latest, found[seen], sentence.para, by_family, told)
                seen += 1
            word = sentence.low[i]
            candidates = by_family.get(word) or by_given.get(word)
            if not candidates or not sentence.words[i][0].isupper():
                continue
            alone = word not in by_family
            follows = i + 1 < len(sentence.words) and sentence.words[i + 1][0].isupper()
            if _part_of_more(sentence, i, lexicon) or (alone and follows):
                continue
            mention = named(sentence, i, i + 1, family=word, given="")
            before = title_before(sentence, i, lexicon)
            if before is not None:
                mention.role = _joined(sentence, before[0], i)
                mention.head = before[1]
            known = [one for one in candidates if id(one) in told]
            if len(known) == 1 and not mention.role and sentence.role == "body":
                person: Person | None = known[0]  # the only one of that name so far
            else:
                person = _choose(candidates, mention, sentence, latest)
            if person is None:
                person = opened.get(word)
                if person is None:
                    person = opened[word] = Person(mention.name, word, "", open=True)
                    everyone.append(person)
            person.mentions.append((number, mention))
            fresh.append(mention)
        for mention in found[seen:]:
            if mention.kind == "person":
                _note(latest, mention, sentence.para, by_family, told)
        if fresh:
            found += fresh
            found.sort(key=lambda mention: mention.i)


def _note(
    latest: dict[str, tuple[int, Person]],
    mention: Mention,
    para: int,
    by_family: dict[str, list[Person]],
    told: set[int],
) -> None:
    if mention.given:
        for person in by_family.get(mention.family, ()):
            if key(person.name) == key(mention.name) or person.given == mention.given:
                latest[mention.family] = (para, person)
                told.add(id(person))
                return


def _choose(
    candidates: list[Person], mention: Mention, sentence: Sentence, latest: dict[str, tuple[int, Person]]
) -> Person | None:
    if len(candidates) == 1:
        return candidates[0]
    near = latest.get(mention.family)
    beside = sentence.low[mention.j : mention.j + 1] + sentence.low[max(0, mention.i - 1) : mention.i]
    if near is not None and near[0] == sentence.para and not mention.role and any(word in SPEECH for word in beside):
        return near[1]
    heads = [person for person in candidates if person.head]
    if mention.head and len(heads) == 1:
        return heads[0]
    if mention.role:
        wanted = {word for word in mention.role.lower().split() if word not in ("mr", "ms", "mrs")}
        matching = [
            person for person in candidates if any(wanted & set(role.lower().split()) for role in _roles(person))
        ]
        if len(matching) == 1:
            return matching[0]
    if len(heads) == 1:
        return heads[0]
    if near is not None and near[0] == sentence.para and not heads:
        return near[1]
    return None


def _roles(person: Person) -> list[str]:
    return [mention.role for _, mention in person.mentions if mention.role]


def _part_of_more(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """A capital right beside it that makes it part of another name ("Moon River", "Park Avenue")."""
    words = sentence.words
    if sentence.capitals:
        return False
    after = words[i + 1] if i + 1 < len(words) else ""
    return bool(after[:1].isupper() and after.isalpha() and not after.isupper() and nameable(sentence, i + 1, lexicon))


def _alone(
    sentences: list[Sentence],
    scans: list[tuple[list[Mention], list[int]]],
    lexicon: Lexicon,
    by_family: dict[str, list[Person]],
    by_given: dict[str, list[Person]],
    everyone: list[Person],
) -> None:
    """People with one name only: an office or a verb of saying must stand by it once."""
    for sentence, (_, loose) in zip(sentences, scans, strict=True):
        if sentence.capitals:
            continue
        for i in loose:
            word = sentence.low[i]
            if (
                word in by_family
                or word in by_given
                or not nameable(sentence, i, lexicon)
                or _part_of_more(sentence, i, lexicon)
            ):
                continue
            capital = i > 0 and sentence.words[i - 1][0].isupper() and i - 1 in loose
            if capital and not _ends_title(sentence, i, lexicon):
                continue
            if capital and nameable(sentence, i - 1, lexicon):
                continue
            before = title_before(sentence, i, lexicon)
            if before is not None and not _ends_title(sentence, i, lexicon):
                before = None
            spoke = i + 1 < len(sentence.low) and sentence.low[i + 1] in SPEECH
            spoke = spoke or (
                i > 0
                and sentence.low[i - 1] in ("said", "says")
                and i + 1 < len(sentence.low)
                and sentence.words[i + 1] in ".,"
            )
            if before is None and not spoke and not sentence.words[i].isupper():
                # "Pompeo met", "Lavrov, the Russian foreign minister,"
                spoke = sentence.low[i + 1] in _ACTS if i + 1 < len(sentence.low) else False
                if not spoke and sentence.words[i + 1 : i + 2] == [","]:
                    trial = named(sentence, i, i + 1, family=word, given="")
                    _office(sentence, trial, lexicon)
                    spoke = trial.role is not None and sentence.low[i + 2] in ("the", "a", "an")
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


def _ends_title(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether an office ends right before word ``i``; "Minister of Water" before "Resources" is none."""
    if sentence.words[i - 1] == ".":
        return True
    return any(
        got is not None and at + got[0] == i
        for at in range(max(0, i - 4), i)
        for got in (title_at(sentence, at, lexicon),)
    )


def _describe(person: Person) -> None:
    seen: dict[str, None] = {}
    for _, mention in person.mentions:
        if mention.role and mention.role.lower() not in (known.lower() for known in seen):
            seen[mention.role] = None
    person.roles = list(seen)
