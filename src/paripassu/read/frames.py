"""The frames in which a report attributes words to somebody."""

from __future__ import annotations

from paripassu.read import cues, speakers
from paripassu.read.attributions import GOES_ON, link
from paripassu.read.bag import bag
from paripassu.read.cues import OBJECT, THOUGHTS, cue_class
from paripassu.read.days import dated
from paripassu.read.participles import TOWARDS, Participles
from paripassu.read.pieces import CLOSERS, LONG, Statement
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb

__all__ = ["Frame"]


class Frame(Participles):
    """Reads one sentence."""

    def read(self) -> list[Statement]:
        self.according()
        if self.limit and (one := self.as_said() or self.opinion() or self.headline()) is not None:
            self.got.append(one)
            self.limit = 0 if self.sentence.index(one.end) >= self.limit - 3 else self.limit
        if self.limit:
            self.so()
            self.quoted_as()
        self.cited()
        until, low = 0, self.sentence.low
        cued = [k for k, word in enumerate(low) if word in cues.WORDS]
        if self.trailing is None and self.limit and cued:
            self.attributed()
        for k in cued:
            word = low[k]
            if not until <= k < self.limit or self.quoted[k] or self.inside(k):
                continue
            kind = cue_class(word)
            had = len(self.got)
            views = word in cues.VIEWS and (low[k + 1 : k + 2] == ["that"] or (word == "clear" and k + 1 < self.limit))
            views = views and (kind is None or low[k - 1] in _BEFORE_NOUN)  # "his doubt that", not "experts doubt that"
            until = self.viewed(k) if views else self.cue(k, kind)
            for one in self.got[had:]:
                if one.speaker is not None:
                    self.stage.spoke(one.speaker, low)
        self.opened()
        self.spoken()
        self.impersonal()
        self.thoughts()
        self.portrayed()
        if ":" in self.sentence.has:
            self.heralded()
        if "that" in self.sentence.has:
            self.clauses()
        self.got, self.limit = self.settled(), len(low)
        self.also()
        return self.got

    def cue(self, k: int, kind: str | None) -> int:
        """Try every frame at the cue; returns where to read on."""
        low, size = self.sentence.low, self.limit
        cue = (self.sentence.at[k], self.sentence.stop(k))
        before = low[k - 1] if k else ""
        if kind is None and low[k] in cues.SPOKE:
            teller = self.subject(k)
            return (self.about(k, teller, cue) if teller is not None else None) or k + 1
        if low[k] in cues.CONVINCED and {before, low[k - 2]} & bag("is are was were be been being am"):
            return self.passive(k)  # "is convinced the boats will return"
        if kind is None or (low[k] in cues.PASSIVE and before in bag("is are was were be been widely")):
            further = self.passive(k) if kind is None or low[k] != "see" else k + 1
            return further if further > k + 1 or before not in ("is", "are", "was", "were") else self.hearsay(k)
        if kind == "participle" and before not in bag("be is was are were been"):
            return self.participle(k, cue)
        if (
            low[k] in ("say", "tell")
            and "only" not in (before, *low[k + 1 : k + 2])
            and (
                {before} & bag("would will not could cannot")
                or (low[k - 2] if k > 1 else "") in bag("would will could did")
            )
        ):
            return k + 1
        if (
            (before.endswith("ly") and low[k - 2] in ("not", "n't", "n’t"))
            or before.endswith(("n't", "n’t"))
            or (
                before in ("not", "never") and ((low[k + 1 : k + 2] and low[k + 1] in _QUESTION) or low[k - 2] == "did")
            )
        ):
            return k + 1  # "has not said when"
        if low[k] in ("believed", "thought", "expected", "said", "reported") and low[k + 1 : k + 2] == ["to"]:
            return k + 1
        if {"whether", "if"} & set(low[max(0, k - 3) : k]):
            return k + 1
        if before == "to" and low[max(0, k - 3) : k - 1] in (["went", "on"], ["was", "quick"], ["goes", "on"]):
            return self.forward(k, kind, speaker, cue) if (speaker := self.subject(k - 3)) is not None else k + 1
        if before == "to" and k > 4 and (herald := self.herald(k)) is not None:
            return self.forward(k, kind or "that", herald, cue)
        if before == "to" and k > 2 and (striver := self.striver(k)) is not None:
            return self.about(k, striver, cue) or self.forward(k, kind, striver, cue)
        if before in bag("to the a an of his her its their ’s 's by being for"):
            return k + 1
        if before in bag("is are was were be been") and not low[k].endswith("ing"):
            return self.by_agent(k, cue) if low[k + 1 : k + 2] == ["by"] else k + 1
        if k and kind not in ("judge", "told", "as", "accuse") and (before in CLOSERS or before == ","):
            inverted = self.inverted(k, cue)
            if inverted:
                return inverted
        speaker = self.subject(k)
        if speaker is None:
            return k + 1
        if speaker.i and low[speaker.i - 1] == "what" and low[k + 1 : k + 2] and low[k + 1] in GOES_ON:
            if low[k - 1] in ("has", "have", "had") or low[k + 1] not in ("was", "were", "is", "are"):
                return k + 1  # "to see what Norway has said was the harbour"
            end = self.comma(k + 2)
            return (
                end if self.put(k + 2, end, speaker, cue, "said.object") else k + 1
            )  # "tested what it said was a net"
        if low[k] in ("want", "wants") and low[k + 1 : k + 2] == ["to"] and low[speaker.i - 1] in _INFERRED:
            return k + 1  # "may mean that Norway wants to sell"
        if self.relative(k, speaker, cue):
            return k + 1
        held = self.about(k, speaker, cue)
        if held is None and kind == "as" and (called := self.calls(k)) is not None:
            self.put(k + 1, called, speaker, cue, "said.object")
            return called
        if held is not None or kind == "accuse" or (kind == "as" and low[k] not in OBJECT):
            return held or k + 1
        after = low[k + 1] if k + 1 < len(low) else "."
        # CONTENT, SPEAKER cue.
        first = speaker.i - 1
        while first > 1 and low[first] in bag("mr mrs ms dr ."):
            first -= 1
        at = self.facing(first)
        closed = at >= 0 and self.shut(at)
        ends = (
            at >= 0
            and (low[at] in CLOSERS or (low[at] == "," and at > 1))
            and (low[k] not in cues.NEVER_LAST or after == "out")
        )
        that = self.that(k + 1)
        near = that is not None and "," not in low[k + 1 : that]
        if ends and not closed and (near or (OBJECT.get(low[k]) and self.takes(k))):
            ends = False  # "Ahead of the vote, Quist hinted last week that"
        if ends and self.aside(at - closed) and after not in (".", "!", "?"):
            # "In his message, Kim said": only when, where or in which words.
            rest = self.end(k + 2) if after == "," and k + 4 < size and low[self.leading()] in _IF else 0
            if not closed and rest > k + 4 and self.told(k + 2, rest) and cue_class(low[k + 2]) is None:
                self.put(k + 2, rest, speaker, cue, "said.trailing")  # "If it rains, aides say, the boats stay"
                return rest
            closed = closed and (self.sealed(k + 1) or after in (",", ";") or self.quoted[self.leading()])
            ends = closed
        if (
            ends
            and kind != "judge"
            and (
                closed
                or after in (".", ",", ";", "!", "?")
                or k + 1 >= size
                or self.sealed(k + 1)
                or (after == "out" and (low[k + 2 : k + 3] in ([","], ["."], []) or self.sealed(k + 2)))
                or (kind == "told" and self.heard(k + 1))
            )
        ):
            got = self.got
            self.got = [each for each in got if not self.wished(each)]  # what is only hoped for is part of the whole
            closing = self.before(at)
            self.got = got
            if not closed and after == "," and low[at - 1] in _HINGES and k + 4 < size:
                closing = k + 2, self.end(k + 2)  # "It broke up early because, Quist said, all was well"
            if closing is not None and not (closed or self.told(*closing)):
                # "Only weeks away from the vote, Quist conceded that"; "To get there, Quist added, the port must"
                closing = (k + 2, self.end(k + 2)) if after == "," and k + 4 < size else None
            if closing is None and low[at] == "," and after == "," and self.goes(k + 2):
                closing = (self.leading(), at)  # "The deal, Quist predicted, will not last": short as it is
            if closing is not None:
                one = self.make(
                    *closing, speaker, cue, "said.quote" if self.quoted[closing[1] - 1] else "said.trailing"
                )
                rest = self.end(k + 2) if after == "," else 0
                word = one is not None and closed and closing[1] - closing[0] <= 4 and rest - k > 6
                if word and self.clause(k + 2) and not self.quoted[k + 2] and self.told(k + 2, rest):
                    self.put(*closing, speaker, cue, "said.quote")  # "“Alas,” she wrote, it had to wait"
                    one = self.make(k + 2, rest, speaker, cue, "said.trailing")
                if one is not None and rest - k - 2 > closing[1] - closing[0] and not self.quoted[closing[1] - 1]:
                    # "The talks, Lee insisted, would go on at the port": the longer part holds the thought.
                    on = low[k + 2] in GOES_ON or self.bare(*closing) or not self.told(*closing)
                    one = self.make(k + 2, rest, speaker, cue, "said.trailing") if on else one
                if one is not None and one.rule == "said.trailing":
                    lesser = [each for each in self.got if one.start < each.start < one.end and self.wished(each)]
                    self.got = [each for each in self.got if each not in lesser]
                if one is not None and not self.taken(one):
                    self.got.append(one)
                    return self.second(k, speaker, cue)
        return self.forward(k, kind, speaker, cue)

    def goes(self, k: int) -> bool:
        """Whether a verb goes on at ``k`` with what was begun before: ``The union, she said, stood ready``."""
        low = self.sentence.low
        return k < self.limit and (low[k] in GOES_ON or past_verb(low[k]))

    def striver(self, k: int) -> Speaker | None:
        """Who tries to say it, or is brought to: ``Quist sought to reassure them``, ``prompting Berg to accuse``."""
        low = self.sentence.low
        if low[k - 2] in _STROVE:
            return self.subject(k - 2)
        brought = next((m for m in range(k - 3, max(-1, k - 10), -1) if low[m] in _BROUGHT), None)
        if brought is None or {",", ";", "to"} & set(low[brought : k - 1]):
            return None
        return speakers.left(self.sentence, k - 1, self.found, self.stage)

    def subject(self, k: int) -> Speaker | None:
        """Who does the saying at ``k``; after "and" the one who said the thing before."""
        low = self.sentence.low
        if (
            k
            and low[k - 1] in ("and", "but", "yet")
            and self.got
            and self.got[-1].speaker is not None
            and self.got[-1].speaker.i >= 0
        ):
            return self.got[-1].speaker
        headed = self.sentence.role in ("title", "heading") and k and low[k - 1] == ","
        if headed and self.got and self.got[-1].speaker is not None:
            return self.got[-1].speaker  # "Norway expects rain, wishes Finland luck"
        if (
            k > 1
            and low[k - 1] in ("then", "and")
            and (low[k - 2] in (",", "and") or (low[k - 2] in CLOSERS and low[k - 3] == ","))
            and self.got
            and self.got[-1].speaker is not None
        ):
            return self.got[-1].speaker
        return self.bearer(k)

    def relative(self, k: int, speaker: Speaker, cue: tuple[int, int]) -> bool:
        """``the “all-in-one” deal the US has demanded``: what is said stands before the one who says it."""
        low = self.sentence.low
        after = low[k + 1] if k + 1 < self.limit else "."
        if low[k] not in bag("demanded demands proposed sought seeks wants rejected") or after not in bag(
            "from . , for in since"
        ):
            return False
        end = speaker.i
        if end < 3 or not self.sentence.words[end - 1][0].islower():
            return False
        start = end - 1
        while start > 0 and end - start < 12 and low[start] not in bag("the a an any its his"):
            if past_verb(low[start]) or low[start] in ("that", ".", ";"):
                return False
            start -= 1
        if low[end - 1] in THOUGHTS:
            return False  # "a charge he has rejected"
        one = self.make(start, end, speaker, cue, "said.relative")
        if one is None or self.taken(one):
            return False
        self.got.append(one)
        return True

    def forward(self, k: int, kind: str | None, speaker: Speaker, cue: tuple[int, int]) -> int:
        """``SPEAKER cue (that) CONTENT``."""
        low, limit = self.sentence.low, self.limit
        at = k + 1
        if at >= limit:
            return k + 1
        rule = "said.clause"
        that = self.that(at) if low[at] == "that" or low[k] not in _THING else None
        if that is not None:
            at, rule = that, "said.that"
        elif kind == "told":
            listened = None if low[k].startswith(("convince", "persuade")) else self.listener(at)
            if listened is None:
                return k + 1
            at = listened
        elif (named := self.calls(k)) is not None:
            at, rule = k + 1, "said.object"
            one = self.make(at, named, speaker, cue, rule)
            if one is None or self.taken(one):
                return k + 1
            self.got.append(one)
            return named
        elif low[k] in _ASKED and low[at + (low[at] == "aloud")] in _QUESTION and low[k - 1] not in (",", "when", "if"):
            at += low[at] == "aloud"
        elif kind == "clause":
            if (low[at] in _EMPTY and not (self.finite(at) or self.goes(at + 1))) or low[at : at + 2] in (
                ["the", "same"],
                ["the", "opposite"],
                ["as", "much"],
            ):
                return k + 1
            if low[k] in ("wrote", "writes") and low[at] in ("a", "an", "the", "his", "her"):
                return k + 1
            if low[k] in ("wrote", "writes") and low[at] == "to" and self.colon(at) is None:
                return k + 1
            past = self.adverbs(at)
            if past is None or past >= limit:
                return k + 1
            at = past
            if low[k] in bag(
                "believe believes believed claim claims claimed argue argues argued write writes wrote"
            ) and not self.clause(at):
                return k + 1
        elif kind == "judge":
            if (
                (speaker.person is None and speaker.named)
                or self.sentence.low[k] not in cues.JUDGE
                or (k and past_verb(low[k - 1]))
            ):
                return k + 1
            if low[k - 1] in bag("is are be was were been") or low[k + 1] in (".", ",", "to", "on", "in", "at"):
                return k + 1
            if low[k + 1] in ("it", "things", "this") and low[k + 2 : k + 3] and low[k + 2].endswith("ly"):
                return k + 1  # "sees it differently"
            if speaker.noun and speaker.i and low[speaker.i - 1] == ",":
                return k + 1  # "Quist, an aide considered her right hand, brought"
            rule = "said.object"
        elif (quote := self.colon(at)) is not None and not (low[k] in OBJECT and low[at] in ("a", "an", "the", "its")):
            at, rule = quote, "said.quote"
        elif kind == "that" and (past := self.adverbs(at)) is not None and past < limit and self.opens(past):
            at, rule = past, "said.quote"
        elif "to" in OBJECT.get(low[k], "").split() and (past := self.dated_to(at)) is not None:
            at, rule = past, "said.object"
        elif low[k] in OBJECT and self.takes(k):
            wanted = OBJECT[low[k]]
            led = wanted and low[at] in wanted.split()
            at += 1 if led and (low[at] != "to" or low[k] in TOWARDS) else 0
            rule = "said.object"
        elif kind == "that" and low[k] not in cues.NEVER_LAST and self.finite(at):
            pass
        elif (low[k] in ("denied", "denies") or (kind == "that" and low[k] not in cues.NEVER_LAST)) and (
            past := self.later(at)
        ) is not None:
            at = past
        elif kind == "that" and low[at] == ":" and limit - at > LONG:
            at += 1
        else:
            return k + 1
        if rule == "said.clause" and at + 2 < limit and low[at + 1] in ("he", "she", "they", "it", "there"):
            at += low[at].endswith("s") and low[at].isalpha() and len(low[at]) > 4  # "promised voters she would"
        inner = self.nested(at, speaker) if rule in ("said.that", "said.clause") else None
        if inner is not None:
            return inner
        end = self.thing(at) if rule == "said.object" else self.end(at)
        if rule == "said.clause" and low[end : end + 1] == [":"] and not self.told(at, end):
            at, rule = end + 1, "said.quote"  # "wrote in a letter to Quist: “...”"
            end = self.end(at)
        one = self.make(at, end, speaker, cue, rule)
        if one is None or self.taken(one):
            return k + 1
        self.got.append(one)
        return end

    def dated_to(self, at: int) -> int | None:
        """Where ``to`` stands behind a time: ``offered on Friday to sit down``, ``vowed never to``."""
        low = self.sentence.low
        k = at
        while k < min(at + 8, self.limit - 2) and (low[k] in _ON or dated(low, k)):
            k += 1
        return k if k > at and low[k + (low[k] in ("never", "not"))] == "to" else None

    def nested(self, at: int, speaker: Speaker) -> int | None:
        """``The paper reported that fishermen said``: where the inner verb of saying stands; the paper hands it on."""
        if not any(one.type == "media" and speaker.i <= one.i < speaker.j for one in self.found):
            return None
        low = self.sentence.low
        for m in range(at + 2, min(at + 14, self.limit - 2)):
            if low[m] in (",", ";", ":") or self.quoted[m]:
                return None
            if low[m] in ("said", "say", "says", "told") and not self.inside(m):
                inner = speakers.left(self.sentence, m, self.found, self.stage)
                if inner is not None and at <= inner.i < m:
                    self.via = [*self.via, link(speaker)]
                    return m
        return None


_THING = bag("blame blames blamed want wants wanted seek seeks sought oppose opposes opposed")
_ON = bag("on last this week month again repeatedly also today yesterday for the first time in writing public publicly")
_BEFORE_NOUN = bag("the a an his her its their 's ’s no any of in some new this that made makes gave shared")
_IF = bag("if unless until")
_INFERRED = bag("that if whether what as")
_HINGES = bag("because that though although not since")
_STROVE = bag("sought seeks seek tried tries trying attempted appeared appears seemed seems continued continues used")
_BROUGHT = bag("prompting prompted leading led causing caused pushing pushed forcing forced")
_ASKED = bag("asked asks wondered wonders wonder explained explains explain")
_QUESTION = bag("why how whether if what when where who")
_EMPTY = bag("nothing little so yes no goodbye hello something anything everything")
