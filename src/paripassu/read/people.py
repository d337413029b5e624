"""Who the names in a report belong to.

Full names make persons; a bare family name joins one only when the context leaves one candidate, or a title
says which. What stays open is reported as it stands, merged with nobody.
"""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.calendar import MONTHS
from paripassu.read.evidence import by_evidence
from paripassu.read.lexicon import Lexicon, common, key
from paripassu.read.mention import Mention, title_before
from paripassu.read.names import PARTICLES, SPEECH, named
from paripassu.read.paired import lead_by_pairs
from paripassu.read.person import ACTS, Person, addressed, joined, office
from paripassu.read.single import one_name, part_of_more
from paripassu.read.tokens import Sentence

__all__ = ["Person", "gather"]

_NICK = dict(
    pair.split(":")
    for pair in bag(
        "mike:michael steve:stephen steven:stephen joe:joseph bob:robert bill:william jim:james jimmy:james "
        "tom:thomas dan:daniel dave:david chris:christopher tony:anthony rick:richard dick:richard ed:edward "
        "ken:kenneth jeff:jeffrey greg:gregory matt:matthew nick:nicholas tim:timothy sue:susan liz:elizabeth "
        "rudy:rudolph sam:samuel ben:benjamin andy:andrew alex:alexander fred:frederick larry:lawrence jerry:gerald "
        "pat:patrick pete:peter phil:philip ray:raymond ron:ronald vince:vincent walt:walter will:william don:donald "
        "doug:douglas charlie:charles chuck:charles kathy:katherine kate:katherine cathy:catherine beth:elizabeth "
        "betsy:elizabeth becky:rebecca debbie:deborah jenny:jennifer judy:judith maggie:margaret peggy:margaret "
        "patty:patricia zach:zachary josh:joshua mitch:mitchell marty:martin leo:leonard hank:henry gene:eugene "
        "bernie:bernard bobby:robert billy:william tommy:thomas danny:daniel eddie:edward jon:jonathan"
    )
)


_FEMALE = bag(
    "spokeswoman chairwoman congresswoman businesswoman sister wife daughter mother queen princess lady "
    "mrs ms miss stateswoman policewoman granddaughter niece aunt"
)
_MALE = bag(
    "spokesman chairman congressman businessman brother husband son father king prince lord sir mr statesman "
    "strongman policeman grandson nephew uncle"
)


_UNDER = bag(
    "adviser advisor aide spokesman spokeswoman spokesperson wife husband daughter son brother sister ambassador envoy "
    "professor analyst expert lawyer scholar economist reporter"
)
_VIETNAMESE = bag("nguyen tran pham le vo dang bui ngo duong vu")
_POLITE = bag("mr mrs ms miss dr")
_MONTHLY = bag(
    "in of by since until till last next this early late mid through during before after from on past previous"
)


def gather(sentences: list[Sentence], scans: list[tuple[list[Mention], list[int]]], lexicon: Lexicon) -> list[Person]:
    """The persons of a report in order of appearance; adds the mentions it finds to ``scans``."""
    persons: dict[str, Person] = {}
    for number, (sentence, (found, loose)) in enumerate(zip(sentences, scans, strict=True)):
        if loose:
            by_evidence(sentence, found, loose, lexicon)
        for mention in found:
            if mention.kind == "person":
                office(sentence, mention, lexicon)
                person = _join(persons, mention)
                person.mentions.append((number, mention))
    everyone = list({id(person): person for person in persons.values()}.values())
    by_family: dict[str, list[Person]] = {}
    by_given: dict[str, list[Person]] = {}
    for person in everyone:
        by_family.setdefault(person.family, []).append(person)
        if person.given.isalpha() and person.given not in common():
            by_given.setdefault(person.given, []).append(person)
        elif person.family in _VIETNAMESE:
            by_given.setdefault(person.given.split()[-1], []).append(person)  # "Phuc": by the last name
    lead_by_pairs(sentences, scans, by_family)
    _bare(sentences, scans, lexicon, by_family, by_given, everyone)
    for person in everyone:
        person.mentions.sort(key=lambda pair: pair[1].start)
        _describe(person, lexicon)
    return sorted((person for person in everyone if person.mentions), key=lambda person: person.mentions[0][1].start)


def _join(persons: dict[str, Person], mention: Mention) -> Person:
    full = key(mention.name)
    first = mention.given.split(" ")[0]
    short = (
        f"{_NICK.get(first, first)} {mention.family}" if mention.name.split(" ")[-1].lower() == mention.family else full
    )
    person = (persons.get(f"id {mention.known}") if mention.known else None) or persons.get(full) or persons.get(short)
    if person is None and first in ("bin", "al", "el", "von", "van", "de"):
        # "Bin Harlan", after "Adam bin Harlan": the family name with its particle.
        person = next((one for one in persons.values() if one.family == mention.family), None)
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
    presiding: set[int] = set()  # who was named by the office of a head of state before any full name
    meant: dict[str, Person] = {}  # family -> whom the bare name stood for when there was but one
    heads = {one.family for one in everyone if one.head}
    one_name(sentences, scans, lexicon, by_family, by_given, everyone)
    for head in _namesakes(sentences, scans, lexicon, by_family):
        everyone.append(head)
        by_family[head.family].append(head)
        meant[head.family] = head
        presiding.add(id(head))
    for number, (sentence, (found, loose)) in enumerate(zip(sentences, scans, strict=True)):
        fresh: list[Mention] = []
        seen = 0
        for i in loose:
            while seen < len(found) and found[seen].i < i:
                if found[seen].kind == "person":
                    _note(latest, found[seen], sentence.para, by_family, told)
                seen += 1
            word = sentence.low[i].removeprefix("al-").removeprefix("el-")
            candidates = by_family.get(word) or by_given.get(word)
            if not candidates or not sentence.words[i][0].isupper():
                continue
            if word in MONTHS and not _no_month(sentence, i):
                continue
            if word in common() and word not in MONTHS and not _as_name(sentence, i):
                continue
            alone = word not in by_family
            follows = i + 1 < len(sentence.words) and sentence.words[i + 1][0].isupper()
            if part_of_more(sentence, i, lexicon) or (alone and follows):
                continue
            # The first name may stand before it again: "hands like Ann Lee".
            earlier = {part for one in candidates for part in one.name.lower().split()[:-1]} - common()
            first = i
            while first and sentence.low[first - 1] in earlier and (first - 1 in loose or earlier & PARTICLES):
                first -= 1  # "De la Quist" too
            mention = named(sentence, first, i + 1, family=word, given=sentence.low[first] if first < i else "")
            mention.sex = addressed(sentence, i)
            before = title_before(sentence, i, lexicon)
            if before is not None:
                mention.role = joined(sentence, before[0], i)
                mention.head = before[1]
            # "Mr." says nothing of who it is.
            office_ = mention.role is not None and mention.role.lower().rstrip(" .") not in _POLITE
            known = [one for one in candidates if id(one) in told]
            mine = meant.get(word)
            led = mine is not None and mine.head and id(mine) in presiding and known and known[0] is not mine
            if led and not office_ and not addressed(sentence, i):
                person: Person | None = mine  # "President Harlan" came first, then his wife in full
            elif len(known) == 1 and not office_ and sentence.role == "body":
                person = known[0]  # the only one of that name so far
                meant[word] = known[0]
            elif mine is not None and not mine.head and not office_ and not _beside_head(found, mention, heads):
                person = mine  # the one the report is about
            else:
                person = _choose(candidates, mention, sentence, latest)
            if person is None:
                person = opened.get(word)
                if person is None:
                    person = opened[word] = Person(mention.name, word, "", open=True)
                    everyone.append(person)
            if mention.head and person.head and word not in meant:
                meant[word] = person
                presiding.add(id(person))
            person.mentions.append((number, mention))
            fresh.append(mention)
        for mention in found[seen:]:
            if mention.kind == "person":
                _note(latest, mention, sentence.para, by_family, told)
        if fresh:
            found += fresh
            found.sort(key=lambda mention: mention.i)
    for word, person in opened.items():
        # Whom a headline alone calls by the family name is whom the report speaks of by far the most.
        if all(sentences[number].role in ("title", "heading") for number, _ in person.mentions):
            most = sorted(by_family.get(word, ()), key=lambda one: -len(one.mentions))
            if len(most) > 1 and len(most[0].mentions) >= 3 * len(most[1].mentions):
                most[0].mentions += person.mentions
                person.mentions = []


def _namesakes(
    sentences: list[Sentence],
    scans: list[tuple[list[Mention], list[int]]],
    lexicon: Lexicon,
    by_family: dict[str, list[Person]],
) -> list[Person]:
    """Heads of state whom a report never names in full, where somebody else of that family is.

    Who is named in full is named so at first; so one called "President Harlan" and "Harlan" again and again
    before any full name is not the "Ann Harlan" who comes after.
    """
    heads: dict[str, Person] = {}
    times: dict[str, int] = {}
    over: set[str] = set()
    for sentence, (found, loose) in zip(sentences, scans, strict=True):
        if sentence.role == "body" and not sentence.capitals:
            for i in loose:
                family = sentence.low[i]
                several = by_family.get(family, ())
                if family in over or len(several) != 1 or several[0].head or not several[0].given:
                    continue
                times[family] = times.get(family, 0) + 1
                office_ = title_before(sentence, i, lexicon)
                if office_ is not None and office_[1]:
                    heads.setdefault(family, Person(sentence.words[i], family, "", open=True, head=True))
        over |= {one.family for one in found if one.kind == "person"}
    return [head for family, head in heads.items() if times[family] > 2]


def _no_month(sentence: Sentence, i: int) -> bool:
    """Whether a bare "May" is somebody of that name: "May told", "by Mrs May"; not "in May", "May 3"."""
    low = sentence.low
    after = low[i + 1] if i + 1 < len(low) else "."
    if after == "i" or after[0].isdigit() or (after == "," and low[i + 2 : i + 3] and low[i + 2][0].isdigit()):
        return False
    if i == 0:
        return True
    return low[i - 1] not in _MONTHLY and not (low[i - 1] in ("and", "or", "-") and low[max(0, i - 2)] in MONTHS)


def _as_name(sentence: Sentence, i: int) -> bool:
    """Whether an everyday word with a capital is the family name it may be: not where a sentence begins."""
    opens = i == 0 or not sentence.words[i - 1][0].isalnum()
    after = sentence.low[i + 1 : i + 2]
    return not sentence.capitals and (not opens or bool(after and (after[0] in SPEECH | ACTS or after[0] in "'s’s,")))


def _beside_head(found: list[Mention], mention: Mention, heads: set[str]) -> bool:
    """Whether another head of state stands in the sentence: "Trump and Kim" are two of a kind."""
    return any(one.kind == "person" and one.family in heads - {mention.family} for one in found)


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
        # "an adviser to President Harlan" is not the adviser, though he be a Harlan too.
        roles = {word for role in _roles(candidates[0]) for word in role.lower().split()}
        another = mention.head and not candidates[0].head and bool(roles & _UNDER)
        return None if another else candidates[0]
    near = latest.get(mention.family)
    beside = sentence.low[mention.j : mention.j + 1] + sentence.low[max(0, mention.i - 1) : mention.i]
    # "Kim Kye Gwan said so.", and in the next paragraph: "“...,” Kim said."
    close = near is not None and (near[0] == sentence.para or (near[0] == sentence.para - 1 and sentence.quotes))
    if near is not None and close and not mention.role and any(word in SPEECH for word in beside):
        return near[1]
    after = sentence.low[mention.j : mention.j + 5]
    if near is not None and near[0] >= sentence.para - 1 and after[:1] == ["and"] and "counterpart" in after:
        return near[1]  # "Kim and his counterpart, a deputy minister": no head of state
    heads = [person for person in candidates if person.head]
    if mention.head and len(heads) == 1:
        return heads[0]
    if mention.role:
        wanted = _offices(mention.role)
        matching = [person for person in candidates if any(wanted & _offices(role) for role in _roles(person))]
        if len(matching) == 1:
            return matching[0]
    if len(heads) == 1:
        return heads[0]
    if near is not None and near[0] == sentence.para and not heads:
        return near[1]
    return None


_SHORT = {"gen": "general", "sen": "senator", "gov": "governor", "rep": "representative", "col": "colonel"}


def _offices(role: str) -> set[str]:
    """The words of a title; one cut short counts as the whole."""
    return {_SHORT.get(word, word) for word in role.lower().split()} - {"mr", "ms", "mrs", "."}


def _roles(person: Person) -> list[str]:
    return [mention.role for _, mention in person.mentions if mention.role]


def _describe(person: Person, lexicon: Lexicon) -> None:
    seen: dict[str, None] = {}
    for _, mention in person.mentions:
        if mention.role and mention.role.lower() not in (known.lower() for known in seen):
            seen[mention.role] = None
    person.roles = list(seen)
    led = any(mention.head and mention.role for _, mention in person.mentions)
    if person.head and not led and any(role.lower().rstrip(" .") not in _POLITE for role in seen):
        person.head = False  # "Norway's Lee" in a headline, and below it: "Lee, a deputy minister"
    words = set(" ".join(person.roles).lower().split())
    told = {mention.sex for _, mention in person.mentions} - {""}
    if told | words & (_FEMALE | _MALE):
        person.sex = min(told) if len(told) == 1 else "f" if words & _FEMALE else "m" if words & _MALE else ""
    elif person.name.split()[-1].lower() == person.family:
        person.sex = lexicon.sexes.get(person.given, "")
