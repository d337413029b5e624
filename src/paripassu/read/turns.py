"""Acts told by other words: somebody stays away, will not meet, cuts a line; an invitation or a threat as a noun."""

from __future__ import annotations

from paripassu.read.announced import party
from paripassu.read.bag import bag
from paripassu.read.contact import Contact
from paripassu.read.dates import Date
from paripassu.read.stage import Speaker
from paripassu.read.steps import Steps
from paripassu.read.tense import past_verb
from paripassu.read.vocabulary import ACTS, MEETINGS, SUMMITS, TALKS

__all__ = ["Turns"]

_MEANT = MEETINGS | SUMMITS | TALKS
_MEET = bag("meet meeting talk negotiate attend hold resume receive host sit see join return accept continue take come")
_BREAK = bag("cancel withdraw pull walk abandon scrap call break back boycott quit leave suspend end")
_LINES = bag("channel channels hotline hotlines communication communications contact contacts line lines link links")
_NOT = bag("not n't n’t never failed fails fail")
_SAID = bag("said says announced announces confirmed confirms added declared")
_UNSURE = bag("to would could might may should if whether can")
_ANSWERED = bag(
    "accepted accepting accepts accept declined declining rejected rejecting reject refused welcomed answered spurned"
)
_YES = bag("said says say saying")
_AFTER_YES = bag("to on in again within and at after")
_IS_BACK = bag("was is were put get got getting brought bring")
_PUT = bag("put puts get got gets getting brought brings bring set sets")
_VERBS = bag("comes is are will has have would makes marks shows means")
_PUT_OUT = bag("issued released published")
_OWNER = bag("'s ’s ' ’")
_FROM = bag("from by of")


class Turns(Steps):
    """The rules, one a method."""

    def turned(self, k: int) -> list[Contact]:
        """What the word at ``k`` tells of, if anything."""
        low = self.sentence.low
        word = low[k]
        if word in ("appear", "show", "showed", "turn", "turned"):
            return self.absent(k)
        if word.startswith(("refus", "declin")):
            return self.refused(k)
        if word in ("would", "will"):
            return self.would(k)
        if word in ("yes", "no"):
            return self.answered(k)
        if word == "back":
            return self.saved(k)
        if word in ("asked", "asking", "asks"):
            return self.asked(k)
        if word in ("statement", "announcement", "declaration"):
            return self.told_of(k)
        if word in ACTS["nouns"]:
            return self.gesture(k)
        if low[k + 1 : k + 3] in (["the", "door"], ["its", "door"], ["the", "doors"]):
            return self.barred(k)
        return self.shortened(k) or ([] if word.startswith("end") else self.cut(k))

    def barred(self, k: int) -> list[Contact]:
        """``shut the door on the summit``."""
        if (
            self.near(k + 2, _MEANT, 6) is None
            or self.negated(k)
            or _UNSURE & set(self.sentence.low[max(0, k - 2) : k])
        ):
            return []
        return self.made(k, self.subject(k), k + 3, self.day(k, self.edge(k)) or self.reported(k))

    def shortened(self, k: int) -> list[Contact]:
        """``ended the talks two hours early``, ``cut short the meeting``."""
        low = self.sentence.low
        noun = self.near(k, _MEANT, 6)
        if (
            noun is None
            or low[k].endswith("ing")
            or not {"early", "short"} & set(low[k + 1 : noun + 8])
            or self.negated(k)
        ):
            return []
        subject = self.actor(k)
        if subject is None or not party(subject, self.sentence):
            return []
        return self.made(k, subject, noun + 1, self.day(k, self.edge(k)) or self.reported(k))

    def answered(self, k: int) -> list[Contact]:
        """``said yes on Monday``, ``says no to the summit``: an answer to an offer."""
        low = self.sentence.low
        after = low[k + 1] if k + 1 < len(low) else "."
        if low[k - 1] not in _YES or not (not after.isalpha() or after in _AFTER_YES or self.dated(k + 1)):
            return []
        subject = self.subject(k - 1)
        if subject is None or not party(subject, self.sentence):
            return []
        return self.made(k, subject, k + 1, self.day(k, self.edge(k)))

    def saved(self, k: int) -> list[Contact]:
        """``the summit was back on by Friday``, ``got the talks back on track``."""
        low = self.sentence.low
        before = low[max(0, k - 9) : k]
        if low[k + 1 : k + 2] != ["on"] or _UNSURE & set(before) or not _IS_BACK & set(before):
            return []
        track = low[k + 2 : k + 3] in (["track"], ["course"], ["schedule"])
        date = self.day(k, self.edge(k))
        if not (_MEANT & set(before) or (low[k - 2] == "it" and date is not None)) or (date is None and not track):
            return []
        one = Contact("announcement", self.number, max(0, k - 4), k + 2 + track, rule="events.turn")
        verb = next((m for m in range(k - 1, max(-1, k - 9), -1) if low[m] in _PUT), None)
        one.people = self.self_(self.subject(verb)) if verb is not None else []
        one.date, one.j = date, max(one.j, date.j) if date is not None else one.j
        one.i = min(one.i, date.i) if date is not None else one.i
        return [one]

    def asked(self, k: int) -> list[Contact]:
        """``had asked the president for talks``."""
        low = self.sentence.low
        to = next((m for m in range(k + 2, min(k + 10, len(low))) if low[m] == "for"), None)
        if to is None or self.negated(k) or _UNSURE & set(low[max(0, k - 2) : k]) or self.near(to, _MEANT, 5) is None:
            return []
        if not any(k < m.i < to and m.kind in ("person", "place", "people") for m in self.found):
            return []
        return self.made(k, self.subject(k), to + 2, self.day(k, self.edge(k)) or self.reported(k))

    def told_of(self, k: int) -> list[Contact]:
        """``Norway's announcement that Lee would meet``, ``issued a statement saying it was open to talks``."""
        low = self.sentence.low
        verb = next((m for m in range(k - 1, max(0, k - 5), -1) if low[m] in _PUT_OUT), None)
        if low[k - 1] == "joint" and verb is None and (signed := self.paper_of(k)):
            return signed
        owner = self.holder(k) if verb is None else self.subject(verb)
        at = next((m for m in range(k + 1, min(k + 12, len(low))) if low[m] in ("that", "saying")), None)
        if owner is None or at is None or {",", "."} & set(low[k:at]) or any(map(_finite, low[k + 1 : at])):
            return []
        rest = set(low[at : self.end(at)])
        if rest.isdisjoint(_MEANT | _MEET) or not party(owner, self.sentence):
            return []
        date = next((one for one in self.dates if k - 2 <= one.i <= at), None)
        return self.made(k, owner, max(k + 1, owner.j), date)

    def paper_of(self, k: int) -> list[Contact]:
        """``the joint statement of 19 September 2005``, ``a joint declaration by six states in 2005``."""
        low = self.sentence.low
        date = next((one for one in self.dates if k < one.i <= k + 8), None)
        gap = low[k + 1 : date.i] if date is not None else []
        if (
            date is None
            or date.when.precision not in ("day", "year")
            or {",", ";"} & set(gap)
            or any(map(_finite, gap))
            or low[date.i - 1] not in ("of", "on", "in", "from")
        ):
            return []
        one = Contact("announcement", self.number, k - 1, date.j, rule="events.turn")
        one.date = date
        return [one]

    def absent(self, k: int) -> list[Contact]:
        """``failed to show up at the meeting``, ``was due to meet on Monday, but did not appear``."""
        low = self.sentence.low
        up = low[k] == "appear" or low[k + 1 : k + 2] == ["up"] or (low[k] == "show" and self.ends_at(k))
        if not up or not _NOT & set(low[max(0, k - 3) : k]) or not (_MEANT | {"meet"}) & set(low):
            return []
        subject = self.subject(k - 1 if low[k - 1] == "to" else k)
        return self.made(k, subject, k + 1, self.day(k, self.edge(k)) or next(iter(self.dates), None))

    def ends_at(self, k: int) -> bool:
        low = self.sentence.low
        return k + 1 >= len(low) or not low[k + 1].isalpha()

    def refused(self, k: int) -> list[Contact]:
        """``declined to meet X``, ``has refused to resume the talks``, ``declined an invitation``."""
        low = self.sentence.low
        verb = low[k + 1 : k + 2] == ["to"] and low[k + 2 : k + 3] and low[k + 2] in _MEET
        noun = self.near(k, ACTS["dealings"] & (_MEANT | bag("invitation invitations offer offers")), 4)
        if not (verb or noun is not None) or low[k + 1 : k + 2] == ["from"] or _UNSURE & set(low[max(0, k - 2) : k]):
            return []
        if (
            verb
            and low[k + 2] in ("take", "come", "accept")
            and self.near(k + 2, ACTS["dealings"] | {"part"}, 5) is None
        ):
            return []
        date = self.day(k, self.edge(k)) or self.reported(k)
        return self.made(k, self.actor(k), noun + 1 if noun is not None else k + 3, date)

    def would(self, k: int) -> list[Contact]:
        """``said he would accept a meeting``: to say so is to agree."""
        low = self.sentence.low
        if low[k + 1 : k + 2] == ["not"] or not low[k + 1 : k + 2] or low[k + 1] not in _MEET:
            return []
        if low[k - 1] not in ("he", "she", "it", "they") or (low[k + 1] != "meet" and not self.near(k + 1, _MEANT, 6)):
            return []
        subject = self.actor(k)
        if subject is None or subject.i == k - 1 or not party(subject, self.sentence):
            return []
        told = next((one for one in self.dates if one.j <= k and one.when.precision == "day"), None)
        return self.made(k, subject, k + 2, told)

    def cut(self, k: int) -> list[Contact]:
        """``cut off all communication channels``, ``severed the hotline``."""
        low = self.sentence.low
        line = self.near(k, _LINES, 6)
        if line is None or self.negated(k) or _UNSURE & set(low[max(0, k - 2) : k]):
            return []
        if low[line] in ("contact", "contacts", "line", "lines", "link", "links") and low[line + 1 : line + 2] not in (
            ["with"],
            ["to"],
            ["between"],
        ):
            return []
        one = self.made(k, self.actor(k), line + 1, self.day(k, self.edge(k)) or self.reported(k))
        return [] if "past" in low[line : line + 4] else one

    def gesture(self, k: int) -> list[Contact]:
        """``Lee's invitation to Berg``, ``an invitation from Berg``, ``threats by Norway to pull out``."""
        low = self.sentence.low
        owner = self.holder(k)
        if owner is None or (_ANSWERED | {"no", "at"}) & set(low[max(0, min(k, owner.i) - 4) : k]):
            return []
        to = next((m for m in range(k + 1, min(k + 7, len(low) - 1)) if low[m] == "to"), None)
        deals = to is not None and low[to + 1] in (_BREAK if low[k].startswith("threat") else _MEET)
        if not (low[k].startswith("invitation") or deals):
            return []
        date = next((one for one in self.dates if k < one.i <= k + 2), None)
        return self.made(k, owner, max(k + 1, owner.j, to + 2 if deals and to is not None else 0), date)

    def actor(self, k: int) -> Speaker | None:
        """Who acts: in ``Norway said it would`` the one who says so."""
        low = self.sentence.low
        it = next((m for m in range(k - 1, max(-1, k - 4), -1) if low[m] in ("he", "she", "it", "they")), None)
        said = next((m for m in range(it - 1, max(-1, it - 4), -1) if low[m] in _SAID), None) if it else None
        return self.subject(said if said is not None else k)

    def holder(self, k: int) -> Speaker | None:
        """Whose invitation: ``Berg's``, ``from Berg``; "accepted an invitation from Berg" is told by its verb."""
        low = self.sentence.low
        for m in self.found:
            own = m.j < k and k - m.j <= 3 and low[m.j] in _OWNER
            by = m.i > k and low[k + 1] in _FROM and m.i - k - 2 <= len((m.role or "").split()) + 1
            if (own or by) and m.kind in ("person", "place", "organisation") and m.type != "media":
                return Speaker(self.name(m), m.start, m.end, m.i, m.j, self.stage.person(m), names_body=True)
        return None

    def made(self, k: int, subject: Speaker | None, last: int, date: Date | None) -> list[Contact]:
        """The act of the one who does it, on its day."""
        if subject is None or (subject.person is None and not subject.named and not self.many(subject)):
            return []
        first = min(k, subject.i) if subject.i >= 0 and abs(k - subject.i) < 14 else k
        last = max(last, date.j) if date is not None and k < date.i < last + 12 else last
        one = Contact("announcement", self.number, first, min(last, len(self.sentence.low)), subject)
        one.people, one.date, one.rule = self.self_(subject), date, "events.turn"
        if subject.person is None and subject.named:
            one.places.append(subject.name)
        return [one]


def _finite(word: str) -> bool:
    """Whether a word is a verb with its own subject: "the announcement came days after"."""
    return past_verb(word) or word in _VERBS
