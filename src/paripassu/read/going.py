"""Where a journey goes, and whether those who make it are of the talks."""

from __future__ import annotations

from dataclasses import replace

from paripassu.read.bag import bag
from paripassu.read.clause import Clause
from paripassu.read.mention import Mention
from paripassu.read.stage import Speaker
from paripassu.read.vocabulary import ENVOYS, GROUPS

__all__ = ["FREED", "STRANGERS", "Going"]

_TO = bag("between to in at for into onto on through via across over inside")
_LINKS = _TO | bag("near with from about against by after before since during amid under between toward towards")
_BREAKS = bag("when where that who which while whom whose and but or , ; : -- – — “ ” effect force")
_ASIDE = bag("later earlier late early again back first alone together jointly directly straight here there also then")
_ON = bag("on late early ,")
_BY = bag("train plane air helicopter car bus boat ship limousine motorcade jet road rail sea")
_FAR = 8
_NEAR = 12
_MANY = GROUPS | ENVOYS
_SEATS = ("government", "international", "institution")
_TRAVELLERS = GROUPS | bag(
    "they he she who both pair duo leader minister president chairman premier chancellor king queen prince pope emir "
    "sultan envoy emissary negotiator mediator delegate delegates delegation representative ambassador ambassadors "
    "diplomat official aide aides adviser advisers advisor advisors chief chiefs secretary deputy general generals "
    "inspectors experts monitors party parties side sides rebels union unions government opposition entourage group"
)
FREED = bag("freed released hostages detainees prisoners captives")
STRANGERS = FREED | bag(
    "tourists refugees soldiers troops fighters journalists reporters flight flights tankers climbers"
)
"""Those whose journeys are no part of the talks."""
_SIDES = bag("north south east west")
_ONE = bag("official minister ambassador diplomat emissary")
_NONE = bag("no none few neither any")
_LINE = bag("by on over the phone telephone")
_VEHICLES = bag("plane jet train motorcade convoy aircraft flight helicopter limousine car ship yacht")
_SPOTS = bag("border frontier line demarcation truce river zone capital palace headquarters airport site front")


class Going(Clause):
    """A sentence asked where somebody goes."""

    def onto(self, k: int) -> int:
        """The last word before a goal may stand: past ``later on Monday``, ``by train``, ``secretly``."""
        low, m = self.sentence.low, k + 1
        while m < len(low):
            if low[m] == "by" and _BY & set(low[m + 1 : m + 3]):
                m += 2 if low[m + 1] in _BY else 3
            elif self.dated(m) or low[m] in _ASIDE or (low[m] in _ON and self.dated(m + 1)) or self.manner(m):
                m += 1
            else:
                break
        return m - 1

    def manner(self, m: int) -> bool:
        """Whether an adverb stands at ``m``: ``secretly``."""
        return self.sentence.low[m].endswith("ly") and self.sentence.words[m].islower()

    def goal(self, k: int, *, direct: bool = False, far: int = _FAR) -> Mention | None:
        """The place behind ``to``, ``in``, ``for``; ``direct``: also one right after the verb ("visited Oslo")."""
        low = self.sentence.low
        start = self.onto(k)
        seat = low[k].startswith(("visit", "arriv", "com"))  # who returns to the palace is at home there
        away = low[k].startswith(("lef", "lea", "depart"))
        for mention in self.found:
            if mention.i <= k or not (mention.kind == "place" or (seat and mention.type in _SEATS)):
                continue
            between = low[start + 1 : mention.i]
            if mention.i > start + 1 + far or _BREAKS & set(between) or any(one.endswith("ing") for one in between):
                break
            if between[:1] and between[0] in _SIDES and between[1:2] == ["of"]:
                return mention  # "travelled north of the line"
            link = next((word for word in reversed(between) if word in _LINKS), None)
            if (link == "for") if away else (link in _TO or (link is None and direct)):
                return mention
        return None

    def spot(self, k: int) -> bool:
        """Whether the goal is a spot without a name: ``across the line``, ``to the border``."""
        low, m = self.sentence.low, self.onto(k) + 1
        if low[m : m + 1] and low[m] in _TO:
            m += 1
        return low[m : m + 1] in (["the"], ["a"]) and bool(_SPOTS & set(low[m + 1 : m + 4]))

    def traveller(self, k: int, *, close: bool = False) -> Speaker | None:
        """Who travels, if one of those who deal with one another: no prisoner set free, no tourist, no ship."""
        subject = self.subject(k, close=close)
        if subject is None:
            return None
        low = self.sentence.low
        words = set(subject.name.lower().split())
        if subject.person is None and _NONE & words:
            return None  # "no official of her rank has gone"
        first = subject.i if 0 <= subject.i < k else k
        if (first < _NEAR and FREED & set(low[:5])) or words & STRANGERS:
            return None  # "The freed sailors, X and Y, landed"
        if subject.person is not None or self.body(subject) or self.self_(subject):
            return subject
        owner = next((m for m in self.found if m.kind == "person" and m.i <= first + 1 and m.j < k), None)
        if words & _VEHICLES:
            person = self.stage.person(owner) if owner is not None and first <= owner.i else None
            return replace(subject, name=person.name, person=person, named=True) if person is not None else None
        return subject if words & _TRAVELLERS or subject.name.endswith(tuple(_TRAVELLERS)) else None

    def party_of(self, subject: Speaker) -> bool:
        """Whether a group or an envoy without a name travels: ``the special envoys``, ``a senior official``."""
        return bool((_MANY | _ONE) & set(subject.name.lower().split()))

    def toward_side(self, k: int, *, direct: bool = False) -> bool:
        """Whether a side follows the verb: ``with Swedish officials``, ``by phone with them``; ``direct``: bare."""
        low = self.sentence.low
        at = k + 1
        while at < k + 4 and low[at : at + 1] and low[at] in _LINE:
            at += 1
        if low[at : at + 1] in (["with"], ["to"]):
            at += 1
        elif not direct or at > k + 1:
            return False
        if low[at : at + 1] == ["them"]:
            return True
        named = any(m.kind in ("place", "people", "organisation") and at <= m.i <= at + 1 for m in self.found)
        return named or bool(GROUPS & set(low[at : at + 4]))
