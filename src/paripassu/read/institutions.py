"""Names built on the noun of an institution or a place: "Institute for Policy Studies", "Union House"."""

from __future__ import annotations

from paripassu.read.bag import bag
from paripassu.read.calendar import MONTHS, WEEKDAYS
from paripassu.read.lexicon import Lexicon, common
from paripassu.read.mention import Mention, known_at, title_at
from paripassu.read.tokens import Sentence

__all__ = ["ORGANISATION", "PLACE", "built", "institution"]

ORGANISATION = bag(
    "Institute Ministry Committee Council Party University Agency Department Association Union Bank "
    "Commission Organization Organisation Foundation Center Centre Army Forces Court Office Bureau "
    "Corporation Company Authority Federation Alliance League Academy College School Society Service "
    "Movement Times Post News Herald Daily Tribune Journal Board Fund Trust Assembly Programme Program "
    "Command Navy Chamber Brotherhood Congress Secretariat Directorate Cabinet Politburo Presidium "
    "Politbureau Mission Embassy Consulate Initiative Group Works Steelworks Brotherhood Front Institution Shinmun "
    "Shimbun Ilbo Gazette Chronicle Observer Network Radio Television TV Administration Delegation "
    "Guild Cooperative Ministries Staff Police Guard Inc Corp Ltd Partnership Secretariat"
)
_OPEN = bag(
    "Institute Ministry Committee Council Department Center Centre Office University Organization "
    "Organisation Foundation Commission Bank Academy School College Association Union Party Society "
    "Front Federation Movement Bureau Agency Board Fund League Alliance Assembly Chamber Court "
    "Authority Mission Group"
)
PLACE = bag(
    "Guildhall Fort House Palace Hotel Island Islands Village Peninsula Zone Line Airport Sea River Strait Square "
    "Kingdom Building Hall Bay Mountain Mountains Lake Port Bridge Base Complex Resort Province County City "
    "Street Valley Dam Basin Hill Hills Crossing Station Gulf Canal District Prison Lodge Villa Castle "
    "Plaza Garden Gardens Park Tower Room Guesthouse Reservoir Plateau Desert Harbour Harbor Delta "
    "Heights Road Avenue Inn Club Barracks Mansion Ocean"
)
_PLACE_FIRST = bag("Mount Mt Lake Cape Port Fort Camp Hotel")
_HEADED = bag(
    "national international central supreme general united security joint peace human world north south "
    "east west northern southern eastern western union trade social free freedom state state new "
    "special democratic labour labor workers people federal royal grand great white inter regional "
    "foreign nuclear strategic policy economic economy defense defence water oil energy food health "
    "army public institute ministry committee council department organization organisation foundation "
    "commission association office center centre court friendship military border house river "
    "unification reunification red"
)


def institution(sentence: Sentence, i: int, lexicon: Lexicon) -> Mention | None:
    """A run of capitals that ends in the noun of an institution or a place."""
    words, low = sentence.words, sentence.low
    size = len(words)
    if low[i] in common() and low[i] not in _HEADED:
        return None
    if low[i] == "state" and low[max(0, i - 2) : i] == ["secretary", "of"]:
        return None  # "Secretary of State Christopher Hill" is no hill
    j = i
    last = -1
    while j < size and j - i < 8 and words[j][0].isupper() and words[j].isalpha() | ("-" in words[j]):
        if words[j] in ORGANISATION or words[j] in PLACE:
            last = j
        j += 1
    if last == i + 1 and words[last] == "Administration" and known_at(sentence, i, lexicon) is None:
        return None  # "the Harlan Administration" is named after its head
    if words[i] in _PLACE_FIRST and j - i >= 2 and last < 0:
        return built(sentence, "place", i, min(j, i + 2))
    if last < 0:
        return None
    inner = known_at(sentence, i + 1, lexicon) if last > i + 1 and known_at(sentence, i, lexicon) is None else None
    if inner is not None and inner[0] > 1 and i + 1 + inner[0] == last + 1:
        return None  # "the Harlan White House"
    first = i
    while first < last:
        step = known_at(sentence, first, lexicon)
        if step is None or step[1].kind not in ("place", "people") or first + step[0] > last:
            break
        # "US National Security Council" is the council; "Korea Institute" is the institute's whole name.
        if last - (first + step[0]) < 1 or step[1].type == "region":
            break
        if step[1].kind == "place" and words[first] not in ("US", "U.S.", "UK", "U.K.") and step[1].type != "country":
            break
        return None
    if first == last and not (
        words[last] in _OPEN and last + 2 < size and low[last + 1] in ("of", "for") and _capital_after(words, last + 2)
    ):
        return None
    kind = "organisation" if words[last] in ORGANISATION else "place"
    if title_at(sentence, i, lexicon) is not None and words[i] not in ("Foreign", "State"):
        return None
    end = last + 1
    if kind == "organisation" and words[last] in _OPEN:
        end = _tail(words, low, end)
        if end > last + 3 and low[last + 1] == "and" and low[last + 2] in lexicon.given:
            end = last + 1  # "the Harbour Council and Ann Lee"
    if (
        kind == "organisation"
        and end < size
        and words[end] in ("’s", "'s")
        and words[end + 1 : end + 3] == ["Central", "Committee"]
    ):
        end += 3
    return built(sentence, kind, i, end)


def _capital_after(words: list[str], at: int) -> bool:
    return words[at][0].isupper() or (words[at] == "the" and at + 1 < len(words) and words[at + 1][0].isupper())


def _tail(words: list[str], low: list[str], end: int) -> int:
    size = len(words)
    for _ in range(3):
        at = end
        if at < size and low[at] in ("of", "for", "on", "and") and at + 1 < size:
            at += 1
            if low[at] == "the" and at + 1 < size:
                if low[end] == "and":
                    break
                at += 1
            if low[at] in MONTHS or low[at] in WEEKDAYS:
                break  # "at the State Department on Monday"
            if words[at][0].isupper() and words[at].isalpha():
                if low[end] == "and" and (low[at] in common() or end == size):
                    return end
                if low[end] == "and" and words[at] in ("US", "North", "South", "President", "Prime"):
                    return end
                while at < size and words[at][0].isupper() and words[at].isalpha():
                    at += 1
                end = at
                continue
        break
    return end


def built(sentence: Sentence, kind: str, i: int, j: int) -> Mention:
    name = " ".join(sentence.words[i:j]).replace(" ’s", "’s").replace(" 's", "'s").replace(" ’ ", "’ ")
    return Mention(
        kind,
        name,
        "institution" if kind == "organisation" else "facility",
        sentence.at[i],
        sentence.stop(j - 1),
        i,
        j,
    )
