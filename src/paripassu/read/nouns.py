"""What is said without a verb of saying: a headline's colon, "it is feared", "her claim that", "fears among them"."""

from __future__ import annotations

from paripassu.read import cues, speakers
from paripassu.read.bag import bag
from paripassu.read.cues import speaks
from paripassu.read.days import dated
from paripassu.read.indirect import Indirect
from paripassu.read.pieces import Statement
from paripassu.read.pronouns import pronoun
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb
from paripassu.read.unnamed import unnamed

__all__ = ["Nouns"]

_HELD = bag(
    "believed thought hoped understood said reported feared assumed agreed rumoured rumored alleged "
    "claimed known estimated argued suggested acknowledged accepted suspected"
)
_BE = bag("is was are were has have had been remains remained")
_GIVES = bag(
    "gave gives give made makes make issued issues sent sends repeated repeats offered conveyed delivered drew voiced "
    "raised raises raise raising floated floating voicing spoke speaks entertained rejecting repeating "
    "dismissed rejected denied stressed shared expressed reiterated spread"
)
_IDEAS = bag("idea notion possibility prospect suggestion suggestions")
_RULING = bag(
    "seems seem seemed appears appeared is was were are has had drew came comes contradicts contradicted raised "
    "sparked prompted left made makes caused angered stunned surprised worried remains proved "
    "marks marked shocked follows followed casts puts"
)
_HERALDS = bag(
    "message warning condition precondition demand question verdict promise pledge threat offer claim answer "
    "plea request wish line advice appeal worry fear hope concern suspicion conviction conclusion"
)
_OWN = bag("his her its their")
_TIMES = bag("on in at last this night evening morning afternoon week month year today yesterday early late")
_STAGED = bag("after before during at following")
_AMONG = bag("among by from of in within")
_BEHIND = bag("behind despite beyond under")  # "there is no plan behind her demand that": of what was said before
_TITLES = frozenset(("title", "heading"))


class Nouns(Indirect):
    """Frames around a noun, or around nobody."""

    def headline(self) -> Statement | None:
        """``Quist: the town still wants a deal``, in a headline."""
        low, sentence = self.sentence.low, self.sentence
        if sentence.role not in _TITLES or ":" not in low:
            return None
        at = low.index(":")
        named = next((one for one in self.found if one.j == at and one.kind in ("person", "organisation")), None)
        last = next((one for one in self.found if at < one.i <= at + 2 and one.j >= len(low) - 1), None)
        if last is not None and last.kind == "person" and at > 3 and self.told(0, at) and not any(self.quoted[:at]):
            # "Port will open within a year: Quist"
            speaker = speakers.left(sentence, last.j, self.found, self.stage)
            return self.make(0, at, speaker, (sentence.at[at], sentence.stop(at)), "said.headline")
        if last is None and at > 3 and at + 1 < len(low) <= at + 4 and speaks(low[-1]) and not any(self.quoted[:at]):
            # "Port will open within a year: envoy"
            teller = unnamed(sentence, at + 1, len(low) - 1, len(low), self.found, self.stage, floor=at + 1)
            return self.make(0, at, teller, (sentence.at[at], sentence.stop(at)), "said.headline")
        if at > 3 and self.quoted[0] and self.quoted[at - 1] and all(self.quoted[:at]):
            teller_ = speakers.main(sentence, len(low), [one for one in self.found if one.i > at], self.stage)
            if teller_ is not None and teller_.i <= at + 3:  # "“We are close”: Quist on the port"
                return self.make(0, at, teller_, (sentence.at[at], sentence.stop(at)), "said.headline")
        if named is None or named.i > 3 or self.limit - at < 4 or any(self.quoted[m] for m in range(at)):
            return None
        if (named.kind == "organisation" and named.type == "media") or low[at + 1] in _LABELS:
            return None
        speaker = speakers.left(sentence, at, self.found, self.stage)
        return self.make(at + 1, self.end(at + 1), speaker, (sentence.at[at], sentence.stop(at)), "said.headline")

    def impersonal(self) -> None:
        """``It is feared that CONTENT``: nobody is named who fears it.

        What "is expected" is the report's own outlook, and nobody's statement.
        """
        low = self.sentence.low
        if not {"it", "that"} <= self.sentence.has:
            return
        for k in range(min(self.limit - 5, 12)):
            if low[k] != "it" or low[k + 1] not in ("is", "was", "has") or self.quoted[k]:
                continue
            that = next((m for m in range(k + 2, min(k + 7, self.limit)) if low[m] == "that"), None)
            if that is None or low[that - 1] not in _HELD:
                continue
            cue = (self.sentence.at[that - 1], self.sentence.stop(that - 1))
            self.put(that + 1, self.end(that + 1), None, cue, "said.hearsay")
            return

    def put(self, i: int, j: int, speaker: Speaker | None, cue: tuple[int, int], rule: str) -> bool:
        """Keep a statement, unless its words are taken."""
        one = self.make(i, j, speaker, cue, rule)
        if one is None or self.taken(one):
            return False
        self.got.append(one)
        return True

    def thoughts(self) -> None:
        """Every noun of thinking or saying with its owner and what it holds."""
        low = self.sentence.low
        if "that" not in self.sentence.has or cues.THOUGHTS.isdisjoint(self.sentence.has):
            return
        for k in range(1, self.limit - 4):
            if low[k] not in cues.THOUGHTS or self.quoted[k] or self.inside(k):
                continue
            span = self.held_by(k)
            if span is None:
                continue
            at, speaker = span
            cue = (self.sentence.at[k], self.sentence.stop(k))
            self.put(at, self.ruled(k, at, self.dash(at)), speaker, cue, "said.noun")

    def held_by(self, k: int) -> tuple[int, Speaker | None] | None:
        """Where the thought begins after the noun ``k``, and whose it is."""
        low, size = self.sentence.low, self.limit
        that = next((m for m in range(k + 1, min(k + 8, size)) if low[m] == "that" and not self.quoted[m]), None)
        if that is None or size - that < 4:
            return None
        stop = self.untimed(k + 1, that)
        between = low[k + 1 : stop]
        if not between:
            speaker = self.giver(k) or self.owner(k)
            behind = speaker is not None and 0 < speaker.i <= k and low[speaker.i - 1] in _BEHIND
            return (that + 1, speaker) if speaker is not None and not behind and self.whole(that + 1) else None
        if all(word in _BE for word in between):  # "their view has been that"
            speaker = self.owner(k)
            return (that + 1, speaker) if speaker is not None else None
        if between[-1] == "including" or between[-2:-1] == ["including"]:  # "Quist's remarks, including that"
            speaker = self.owner(k)
            return (that + 1, speaker) if speaker is not None else None
        if between[0] in _AMONG and between[-1] in _BE:  # "the verdict among traders was that"
            speaker = speakers.right(self.sentence, k + 1, self.found, self.stage)
            return (that + 1, speaker) if speaker is not None and speaker.j >= stop - 2 else None
        if between[0] in _AMONG and not any(past_verb(word) for word in between):  # "fears among traders that"
            speaker = speakers.right(self.sentence, k + 1, self.found, self.stage)
            told = speaker is not None and speaker.j >= stop - 1 and not past_verb(low[that + 1])
            return (that + 1, speaker) if told else None
        return None

    def untimed(self, at: int, that: int) -> int:
        """Before the time that stands between noun and ``that``: ``its announcement on Thursday night that``."""
        low = self.sentence.low
        while that > at and (low[that - 1] in _TIMES or dated(low, that - 1)):
            that -= 1
        return at if low[at] in _STAGED and not any(past_verb(word) for word in low[at:that]) else that

    def ruled(self, k: int, at: int, stop: int) -> int:
        """Where the thought ends when its noun rules the sentence: ``Quist's claim that boats sink | seems odd``."""
        low = self.sentence.low
        for m in range(at + 1, stop):
            if low[m] == "," and low[m + 1 : m + 2] and low[m + 1].endswith("ing") and not self.quoted[m]:
                return m
        if any(past_verb(word) or word in _BE for word in low[:k]):
            return stop
        verbs = [m for m in range(at + 1, stop) if low[m] in _RULING and not self.quoted[m]]
        told = next((m for m in range(at, stop) if past_verb(low[m]) or low[m] in _BE | _AFTER), stop)
        if verbs == [told] and told - at > 2 and self.sentence.role == "body":
            return told  # "that the boats return first | has stalled the talks"
        return next((m for m in verbs if m > told and low[m - 1] not in ("who", "which", "that", "and")), stop)

    def portrayed(self) -> None:
        """``Berg's description of the port as CONTENT``, ``her talk of “CONTENT”``, ``floated the idea of CONTENT``."""
        low = self.sentence.low
        if _PORTRAYS.isdisjoint(self.sentence.has):
            return
        for k in range(1, self.limit - 3):
            if low[k] not in _PORTRAYS or low[k + 1] not in ("of", "on", "about") or self.quoted[k]:
                continue
            span = None
            if low[k] in _IDEAS:
                speaker = self.giver(k)
                told = speaker is not None and (speaker.person is not None or speaker.names_body)
                span = (k + 2, self.thing(k + 2)) if told else None
            else:
                speaker = self.owner(k)
                span = self.quoting(k + 2)
                at = next((m for m in range(k + 3, min(k + 12, self.limit)) if low[m] == "as"), None)
                if low[k] in _PICTURES and at is not None and "," not in low[k:at]:
                    span = (k + 2, self.comma(at + 1))
            if span is not None and speaker is not None:
                self.put(*span, speaker, (self.sentence.at[k], self.sentence.stop(k)), "said.noun")

    def whole(self, at: int) -> bool:
        """Whether a clause with a verb follows: "the view that prevails" holds none."""
        low = self.sentence.low
        return self.clause(at) or self.finite(at) or low[at].endswith("s") or self.sentence.words[at][0].isupper()

    def owner(self, k: int) -> Speaker | None:
        """Whose the noun is: ``Quist's claim``, ``their fear``, ``the mayor's new position``."""
        low = self.sentence.low
        for m in range(k - 1, max(-1, k - 4), -1):
            people = next((one for one in self.found if one.kind == "people" and one.j == m + 1), None)
            if people is not None and m == k - 1:  # "Finnish charges that"
                return Speaker(people.name, people.start, people.end, people.i, people.j, names_body=True)
            if low[m] in _OWN:
                word = "they" if low[m] == "their" else "it" if low[m] == "its" else low[m]
                return self.meant(m, word)
            if low[m] in ("'s", "’s", "’", "'") and m:
                return speakers.left(self.sentence, m, self.found, self.stage)
            if not low[m].isalpha() or past_verb(low[m]):
                return None  # "Quist's aides received word that": not hers
        return None

    def meant(self, at: int, word: str) -> Speaker | None:
        """Whom ``his`` or ``their`` means."""
        if word in ("his", "her"):
            one = speakers.main(self.sentence, at, self.found, self.stage)
            if one is not None and one.person is not None:
                return one
            person = self.stage.meant("m" if word == "his" else "f")
            start, end = self.sentence.at[at], self.sentence.stop(at)
            return Speaker(person.name, start, end, at, at + 1, person) if person is not None else None
        return speakers.main(self.sentence, at, self.found, self.stage) or (
            pronoun(self.sentence, at, self.found, self.stage) if word == "it" else self.last()
        )

    def last(self) -> Speaker | None:
        """Whoever spoke last, of whom "their" tells more."""
        return self.stage.speaker

    def giver(self, k: int) -> Speaker | None:
        """``Quist gave assurances that``: the subject of the verb before."""
        low = self.sentence.low
        verb = next((m for m in range(k - 1, max(0, k - 5), -1) if low[m] in _GIVES), None)
        if verb is None or (low[verb] in ("dismissed", "rejected", "denied", "rejecting") and low[k] not in _IDEAS):
            return None
        if low[verb].endswith("ing"):
            return speakers.main(self.sentence, verb, self.found, self.stage)
        return speakers.left(self.sentence, verb, self.found, self.stage)

    def heralded(self) -> None:
        """``left with a message for Oslo: CONTENT``: a noun of saying before a colon, and a clause behind it."""
        low = self.sentence.low
        at = next((m for m in range(3, self.limit - 4) if low[m] == ":" and not self.quoted[m]), None)
        if at is None or self.quoted[at + 1]:
            return
        noun = next((m for m in range(at - 1, max(1, at - 5), -1) if low[m] in _HERALDS), None)
        begs = low[at + 1] in _BEGGING and noun == at - 1
        if low[at - 1] in ("clear", "simple", "blunt") and low[at - 2] in ("is", "was"):
            noun = next((m for m in range(at - 3, max(0, at - 9), -1) if low[m] in _HERALDS), None)
            begs = True  # "Quist's message to Berg was clear: give up"
        if not begs and (self.sentence.role != "body" or not self.told(at + 1, self.limit)):
            return
        if noun is None or not (begs or self.finite(at + 1) or self.clause(at + 1) or low[at + 1 : at + 2] == ["that"]):
            return
        he = next((m for m in range(noun - 1, max(0, noun - 9), -1) if low[m] in ("he", "she", "they")), None)
        speaker = self.owner(noun)
        if speaker is None and he is not None:
            speaker = pronoun(self.sentence, he, self.found, self.stage)
        speaker = speaker or speakers.main(self.sentence, noun, self.found, self.stage)
        if speaker is not None:
            cue = (self.sentence.at[noun], self.sentence.stop(noun))
            self.put(at + 1, self.end(at + 1), speaker, cue, "said.noun")

    def stated(self, k: int) -> bool:
        """Whether a thing, no person, does something at ``k``: "and the meal took an hour"."""
        low = self.sentence.low
        if low[k] not in ("the", "a", "an", "its", "no") or not self.told(k, len(low)):
            return False
        verb = next((m for m in range(k + 1, min(k + 6, len(low))) if past_verb(low[m]) or low[m] in _AFTER), None)
        return verb is not None and not any(self.inside(m) or speaks(low[m]) for m in range(k, verb))

    def dash(self, at: int) -> int:
        """Where the thought ends, at a dash or at a comma at the latest when it stands in the middle."""
        stop = self.end(at)
        low = self.sentence.low
        return next((m for m in range(at, stop) if low[m] in ("--", "–", "—") and not self.quoted[m]), stop)

    def also(self) -> None:
        """``CONTENT, he said, though he no longer wanted it``: what follows is his as well."""
        low = self.sentence.low
        for one in list(self.got):
            if one.speaker is None or one.cue is None or one.cue[0] < one.end or one.kind == "direct":
                continue
            k = self.sentence.index(max(one.cue[1], one.speaker.end))
            while k < self.limit and low[k] != "," and self.sealed(k) and k < self.sentence.index(one.cue[1]) + 4:
                k += 1
            if k + 4 >= len(low) or low[k] != "," or low[k + 1] not in _ALSO:
                continue
            own = low[k + 2] in bag("he she it they there that") and low[k + 3] in _AFTER
            own = own or low[k + 1] in _IF or low[k + 2] == "not"
            own = own or any(
                each.i == k + 2 and low[each.j : each.j + 1] and low[each.j] in _AFTER for each in self.found
            )
            if not own and not (one.rule == "said.trailing" and low[k + 1] == "and" and self.stated(k + 2)):
                continue
            first = k + 1 if low[k + 1] in _IF or low[k + 2] == "not" else k + 2
            self.put(first, self.end(k + 2), one.speaker, one.cue, "said.also")
            return


_PICTURES = bag("description portrayal depiction characterisation characterization")
_PORTRAYS = _PICTURES | _IDEAS | bag("talk remarks remark threat warning accusation promise vow")
_BEGGING = bag("do don't don’t please let stop give keep never")
_LABELS = bag("former ex who what why how when inside meet")  # "Ann Lee: former envoy lands in Oslo"
_ALSO = bag("and but though although because if unless until")
_IF = bag("if unless until")
_AFTER = bag("would will was were had has is are could can must should might may no never did does wanted hoped needed")
