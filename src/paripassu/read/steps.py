"""Acts of a side towards another: it calls off, announces, accepts, turns down."""

from __future__ import annotations

from paripassu.read import speakers
from paripassu.read.announced import party
from paripassu.read.bag import bag
from paripassu.read.contact import Contact, plural
from paripassu.read.dates import Date
from paripassu.read.pledges import NO_DEAL, PAPERS, SIGNED, Pledges
from paripassu.read.stage import Speaker
from paripassu.read.tense import past_verb
from paripassu.read.vocabulary import ACTS, CALLS, GROUPS, MET, SUMMITS
from paripassu.read.when import TELLING, WHERE

__all__ = ["Steps"]

_PASSIVE = bag("was were been be being is are")
_DONE = bag("was were been being")
_HAD = bag("has have had")
_UNSURE = bag("to would could might may should must can if whether will")
_OF = bag("'s ’s")
_KINDS = ("cancels", "declared", "stepped", "dated")
_STRUCK = bag("reached signed struck brokered concluded")
_ASKS = bag("requested offered proposed threatened threatens offers proposes")
_OFFERS = _ASKS - {"threatened", "threatens"}
_NAMES = bag("invited informed notified")
_TO_DEAL = (ACTS["dealings"] - NO_DEAL) | bag(
    "meet visit hold resume walk pull back abandon cancel withdraw come sit host talk liaison"
)
_TO_WHOM = bag("the a an both all its their his her reporters")
_THEREUPON = bag("because after before when on over as without citing late abruptly again")
_OBJECTED = bag("cancelled canceled")
_COME = bag("visit meet attend come send join take talk hold resume")
_SET = bag("planned scheduled set due slated expected")
_BESIDE = bag("the a an this that these any no of after before with despite by for from amid over in on at his her its")
_AT = bag("in at during on through via")
_ISSUED = bag(
    "on released issued published dated made posted broadcast carried delivered given late early midday overnight to in"
)
_VOWS = bag("promised vowed")
_CALLS_OFF = bag("called call calls calling put puts putting broke break breaking")
_MEANT = MET | SUMMITS
_DEALT = (
    (ACTS["dealings"] - NO_DEAL)
    | _MEANT
    | GROUPS
    | bag("call calls session visit meet delegation envoy side sides team release prisoners crew hostages free")
)
_PAST = bag("cancelling canceling postponing suspending scrapping calling pulling withdrawing breaking walking backing")
_PAST |= bag("cancelled canceled called pulled walked broke withdrew refused scrapped postponed suspended backed")
_ELSEWHEN = bag("; before after until since")


class Steps(Pledges):
    """The rules for acts."""

    def act(self, k: int) -> list[Contact]:
        """``cancelled the summit on Thursday``, ``accepted an invitation``, ``the truce was brokered last week``."""
        low = self.sentence.low
        pair = f"{low[k]}_{low[k + 1]}" if k + 1 < len(low) else ""
        name = next((one for one in _KINDS if pair in ACTS[one] or low[k] in ACTS[one]), "")
        if not name and self.off(k):
            name = "cancels"
        before = low[k - 1] if k else ""
        if not name or self.negated(k) or (before in _BESIDE and not low[k].endswith("ing")):
            return []  # "the cancelled meeting", "after repeated threats"
        if k > 1 and {before, low[k - 2]} & _UNSURE and low[k] != "reinstate" and not self.gone(k, before):
            return []
        end = self.edge(k)
        passive = before in _PASSIVE and not low[k].endswith("ing")  # "was calling off" is not
        passive = passive or (low[k] in _STRUCK and before in ACTS["dealings"])  # "a deal reached in 2013"
        broken = pair == "broken_off" and before in _HAD  # "the talks have broken off"
        if passive and before not in _DONE and before not in ACTS["dealings"]:
            return []
        passive = passive or broken
        about = self.near(k, ACTS["dealings"], 8)
        matter = (about is not None and about < end) or (
            passive and bool(ACTS["dealings"] & set(low[max(0, k - (20 if name == "cancels" else 8)) : k]))
        )
        if name == "cancels" and not matter:
            matter = self.left(k) or self.bare(k)
        if passive and not matter:
            return []
        date = self.day(k, end)
        ahead = date is not None and (date.when.value or "") > (self.stage.published or "9")
        if ahead and low[k] in _OFFERS:
            date = None  # "has proposed talks on May 9"
        if name == "stepped" and date is not None and date.when.precision == "year":
            date = date if matter or self.disarms(k) else None
        agrees = low[k] in ("agreed", "agreeing") and self.agrees(k)
        now = date is not None and k < date.i <= k + 2  # "agreed on Friday to hold talks next week"
        if agrees and self.near(k, _MEANT, 6) is not None and self.day_after(k) and not now:
            return []  # "agreed to resume talks next month": the talks are told by their own verb
        to = date.j if date is not None and k < date.i <= k + 2 else k + 1
        if low[to : to + 1] and low[to] in ("through", "via", "in", "at"):  # "threatened in a statement to pull out"
            to = next((m for m in range(to, min(to + 9, end)) if low[m] == "to"), to)
        if low[k] in _VOWS and (passive or not self.disarms(k)):
            return []
        asks = low[k] in _ASKS and low[to : to + 1] == ["to"] and self.near(to, _TO_DEAL, 7) is not None
        asks = asks or (low[k] in _OFFERS and self.near(k, _MEANT, 4) is not None)
        names = low[k] in _NAMES and any(m.kind == "person" and m.i <= k + 7 for m in self.after(k))
        names = names or (low[k] in ("invited", "inviting") and self.bids(k))
        if low[k] in ("reached", "struck") and (not matter or (about is not None and low[about] in _MEANT)):
            return []  # "reached the capital", "reached the summit"
        if name == "cancels":
            fits = (
                (date is not None and (matter or (self.near(k, _DEALT | {"it"}, 7) or end) < end))
                or (matter and low[k] in _PAST)
                or low[k + 1 : k + 2] in (["it"], ["them"])
                or (low[k] in _CALLS_OFF and (passive or self.near(k, _DEALT | {"it"}, 8) is not None))
                or (low[k].startswith("walk") and self.near(k, _MEANT | ACTS["dealings"], 8) is not None)
            )
        elif low[k] == "announced" and date is None:
            fits = low[k + 1 : k + 2] in (["that"], ["plans"], ["a"], ["the"])
        elif name == "dated":
            fits = (
                date is not None
                and near(date, k)
                and not (date.i < k and self.dated_noun(date))
                and date.when.precision != "year"
                and self.dealing(k, end)
            )
        elif low[k] in ("issued", "extended") and self.near(k, bag("invitation invite"), 4):
            fits = names = True
        elif name == "declared":
            fits = (
                (date is not None or (low[k] in SIGNED and self.shared(k)))
                and (low[k] not in SIGNED or ((date is None or near(date, k)) and (passive or self.paper(k))))
                and (low[k] != "issued" or self.told(k))
            )
            fits = fits and (matter or self.told(k) or low[k] not in ("issued", "published"))
        else:
            dated = date is not None and near(date, k) and not low[k].startswith("agree")
            fits = (
                (dated and self.dealing(k, end))
                or (matter and not low[k].startswith("agree"))
                or agrees
                or asks
                or names
                or (date is not None and self.disarms(k))
            )
        if low[k] in _ASKS and not asks:
            return []
        if not fits:
            return []
        subject = None if passive else self.subject(k, close=name == "stepped" and date is None)
        if subject is None and low[k].endswith("ing") and before in ("after", "before", "since"):
            subject = self.doer(k)
        alone = name == "declared" and subject is not None and subject.person is None and not self.shared(k)
        if alone and not self.dealing(k, end, it=False):
            return []  # a ministry announces much: "announced on Friday that it would buy ships"
        if low[k] == "reinstate":
            return self.reinstated(k, end, date)
        bare = k > 1 and low[k - 2] in ("the", "both", "its") and matter  # "the teachers rejected the offer"
        if subject is None and not passive and not bare and (date is None or k > 6):
            return []
        if subject is not None and not subject.named and date is None and not self.many(subject):
            return []
        one = Contact(
            "cancellation" if name == "cancels" else "announcement",
            self.number,
            k,
            max(k + 1, date.j)
            if date is not None and date.i >= k
            else max(k + 1, about + 1 if about is not None and about < end else 0),
            subject,
            self.self_(subject),
            [],
            None,
            date,
            rule="events.act",
        )
        if (
            subject is not None
            and name == "declared"
            and subject.person is None
            and low[subject.i - 1 : subject.i] == [","]
            and not any(one.i <= 2 and one.j == subject.i - 1 for one in self.dates)
        ):
            return []  # "..., the office announced on Saturday": where the news is from
        one.definite = subject is not None and plural(subject.name)
        one.fresh = before in ("has", "have") and date is None
        one.leaders = one.definite and subject is not None and "leaders" in subject.name.lower().split()
        if names or (not one.people and about is not None and about < end):
            # "invited X to the talks", "cancelled a visit by X": who it was about.
            one.people += [name for name in self.people(k, end) if name not in one.people]
        if date is None:
            one.date = self.reported(k)
        if subject is not None:
            one.i = max(0, min(k, subject.i)) if subject.i >= 0 and k - subject.i < 10 else k
            if self.body(subject):
                one.places.append(subject.name)
        elif passive:
            one.i, one.rule = max(0, k - 2), "events.passive"
            if name == "cancels":  # "X's visit was called off"
                one.people = [self.name(m) for m in self.found if m.kind == "person" and m.j < k and low[m.j] in _OF]
        return [one]

    def bids(self, k: int) -> bool:
        """``invited Swedish officials to Oslo``, ``inviting a delegation to visit``: a side is asked to come."""
        low = self.sentence.low
        at = next((m for m in range(k + 2, min(k + 9, len(low) - 1)) if low[m] == "to"), None)
        if at is None or not (GROUPS & set(low[k + 1 : at]) or any(k < m.i < at for m in self.found)):
            return False
        return any(m.kind == "place" and m.i <= at + 2 for m in self.after(at)) or low[at + 1] in _COME

    def dealing(self, k: int, end: int, *, it: bool = True) -> bool:
        """Whether the clause speaks of a meeting, a deal or those who deal with one another."""
        near = self.sentence.low[max(0, k - 12) : max(end, k + 14)]
        if not _DEALT.isdisjoint(near) or (it and "it" in near):
            return True
        return not it and sum(one.kind == "person" for one in self.after(k)) > 1  # "that Lee would receive Berg"

    def left(self, k: int) -> bool:
        """``the summit in Oslo, which Lee pulled out of``, ``talks that Norway broke off``."""
        low = self.sentence.low
        at = next((m for m in range(k - 1, max(0, k - 5), -1) if low[m] in ("which", "that")), None)
        if at is None:
            return False
        return low[at - 1] in _MEANT or (low[at] == "which" and not _MEANT.isdisjoint(low[max(0, at - 16) : at]))

    def bare(self, k: int) -> bool:
        """``were to meet on Monday, but Norway cancelled``: what is called off stands before, and nothing after."""
        low = self.sentence.low
        after = low[k + 1] if k + 1 < len(low) else "."
        open_ = not after.isalpha() or after in WHERE | _THEREUPON or self.dated(k + 1)
        return open_ and not (_MEANT | {"meet"}).isdisjoint(low[:k]) and not _OBJECTED.isdisjoint(low[k : k + 1])

    def dated_noun(self, date: Date) -> bool:
        """``In their meeting on Saturday, Lee repeated``: the day is that of the meeting."""
        return not (_MEANT | CALLS).isdisjoint(self.sentence.low[max(0, date.i - 4) : date.i])

    def gone(self, k: int, before: str) -> bool:
        """``led him to cancel the summit on May 24``: what was yet to be done then is done by now."""
        published = self.stage.published
        day = next((one for one in self.dates if k < one.i <= k + 7), None)
        value = day.when.value if day is not None else None
        past = value is not None and published is not None and len(value) == 10 and value <= published
        return past and before == "to" and not self.meant(day.j if day is not None else k)

    def off(self, k: int) -> bool:
        """``called the summit off``: the two words of the verb on both sides of what it is done to."""
        low = self.sentence.low
        if low[k] not in _CALLS_OFF or "off" not in low[k + 2 : k + 8]:
            return False
        at = low.index("off", k + 2)
        return "," not in low[k:at] and (
            low[k + 1 : at] in (["it"], ["them"]) or bool(ACTS["dealings"] & set(low[k + 1 : at]))
        )

    def agrees(self, k: int) -> bool:
        """``agreed to set up``, ``agreed on Monday that``; ``a deal both sides agreed to in principle`` is old."""
        low = self.sentence.low
        if low[k + 1 : k + 2] and low[k + 1] in ("a", "an", "on") and self.near(k, PAPERS, 6) is not None:
            return True  # "have agreed a draft text"
        if "that" in low[k + 1 : k + 4]:
            return True
        reach = 9 if low[k + 1 : k + 2] and low[k + 1] in ("at", "in", "during") else 5
        at = next((m for m in range(k + 1, min(k + reach, len(low))) if low[m] == "to"), None)
        after = low[at + 1] if at is not None and at + 1 < len(low) else "."
        return at is not None and after.isalpha() and after not in WHERE | {"last", "by"}

    def edge(self, k: int) -> int:
        """Where the clause of the act ends: also at a comma, unless a date goes on after it."""
        low, past = self.sentence.low, k
        for m in range(k + 1, self.end(k)):
            if low[m] == "," and m > past and not self.dated(m + 1) and not self.dated(m):
                if low[m + 1 : m + 2] and low[m + 1] in _SET and "," in low[m + 2 : m + 9]:
                    past = low.index(",", m + 2)  # "scrapped the summit, planned for Geneva, in a letter on Monday"
                    continue
                return m
        return self.end(k)

    def many(self, subject: Speaker) -> bool:
        """A side without a name: ``the teachers``, ``the Cabinet``, ``both sides``."""
        return subject.name.split(" ")[0].lower() in ("the", "both", "they", "each") or " and " in subject.name

    def infinitive(self, k: int, date: Date) -> bool:
        """``accepted an invitation to visit the capital in March``: the day is that of the visit, if it is to come."""
        low, words = self.sentence.low, self.sentence.words
        value, published = date.when.value, self.stage.published
        past = value is not None and published is not None and value[:10] <= published and len(value) > 7
        return not past and any(
            low[m] == "to" and words[m + 1].islower() and low[m + 1] not in _TO_WHOM for m in range(k + 1, date.i - 1)
        )

    def meant(self, j: int) -> bool:
        """Whether a noun goes on at ``j``: "the June 12 summit", not "Monday after the talks"."""
        for word in self.sentence.low[j : j + 3]:
            if word in _MEANT:
                return True
            if word in WHERE or word in ("after", "before", "with", ",", ".", "as", "for", "over"):
                return False
        return False

    def platform(self, k: int) -> list[Contact]:
        """``In a statement on Sunday, X called``, ``X, in a tweet on Sunday, thanked``, ``The statement Sunday``."""
        low = self.sentence.low
        if not self.sentence.words[k].islower():
            return []  # "the September 19 Joint Statement" is a paper
        date = next((one for one in self.dates if k < one.i <= k + 5), None)
        gap = low[k + 1 : date.i] if date is not None else []
        if date is None:
            date = next((one for one in self.dates if one.j in (k, k - 1) and low[k - 1] not in WHERE), None)
        if date is None or any(word not in _ISSUED and not self.place_at(word) for word in gap):
            return []
        first = next((m for m in range(k - 1, max(-1, k - 8), -1) if low[m] in _AT | {","}), -1)
        last = max(k + 1, date.j)
        after = low[last] if last < len(low) else "."
        if low[first] in _AT and first > 1 and (past_verb(after) or (low[first - 1] == after == ",")):
            at = first - (low[first - 1] == ",")
            subject = speakers.left(self.sentence, at, self.found, self.stage) if not past_verb(low[at - 1]) else None
        elif low[first] in _AT and first <= 2:
            subject = self.doer(k)
        elif first < 0 and low[0] == "the" and k <= 6:
            subject = None  # "The statement Sunday gave no details"
        else:
            return []  # "said in a statement on Sunday": told by the verb
        if first >= 0 and (subject is None or not (party(subject, self.sentence) or "official" in subject.noun)):
            return []
        one = Contact("announcement", self.number, k, max(k + 1, date.j), subject, [], rule="events.platform")
        one.i, one.date = min(k, date.i), date
        if subject is not None:
            one.people = self.self_(subject)
            one.places = [subject.name] if self.body(subject) else []
        return [one]

    def reported(self, k: int) -> Date | None:
        """``said on Sunday that X had agreed to``: the day on which it is told, if the sentence has no other."""
        low = self.sentence.low
        if len(self.dates) != 1 or self.dates[0].when.precision != "day":
            return None
        told = self.dates[0]
        return told if TELLING & set(low[max(0, told.i - 8) : told.j + 3]) else None

    def day(self, k: int, end: int) -> Date | None:
        """The day of the act: after it in the clause, right before it, or at the head of the sentence."""
        low = self.sentence.low
        that = low.index("that", k + 1) if "that" in low[k + 1 : end] else end
        if not any(that < one.i <= that + 3 for one in self.dates):  # "repeated that position Saturday"
            end = min(end, that)
        # "on Sunday invited the sides to talks at the end of August"
        beside = next(
            (one for one in self.dates if one.j == k and low[one.i - 1] in ("on", ",", "late", "early")), None
        )
        if beside is not None:
            return beside
        for one in self.dates:
            gap = low[k + 1 : one.i]
            if self.infinitive(k, one) or one.when.precision == "year-range":
                continue
            if low[k].startswith("agree") and one.i > k + 4 and one.j < len(low) - 1:
                continue  # "agreed to hold a meeting in September for families": the day is not that of the act
            # "cancelled the June summit", "called off the June 12 meeting": the day of what was called off.
            if low[one.j : one.j + 1] in (["'s"], ["’s"]) and not low[k].startswith("walk"):
                continue  # "scrapped Monday's vote"; who walks out of Monday's session does so on Monday
            if k < one.i < end and (low[k].startswith("walk") or not self.meant(one.j)):
                if low[one.i - 1] in ("from", "by", "until", "in") and low[k] == "agreed" and one.i > k + 2:
                    continue
                if low[one.i - 1] in ("for", "the") and {"for", "scheduled", "planned"} & set(gap[-3:]):
                    continue
                return one
        near = (one for one in self.dates if one.j == k or k - 3 <= one.i < k or (one.i <= 2 and one.j < k <= 9))
        return next(near, None) or next((one for one in reversed(self.dates) if self.when_then(one, k)), None)

    def when_then(self, day: Date, k: int) -> bool:
        """Whether the verb at ``k`` tells what was on a day: ``on May 16, when Lee walked out and Berg threatened``."""
        low = self.sentence.low
        at = day.j + (low[day.j : day.j + 1] == [","])
        if low[at : at + 1] == ["when"] and at < k <= at + 24:
            return _ELSEWHEN.isdisjoint(low[at:k])
        # "on Monday X came to Oslo, where he invited Y"
        return day.i <= 3 and len(self.dates) == 1 and "where" in low[max(day.j, k - 3) : k]

    def reinstated(self, k: int, end: int, date: Date | None) -> list[Contact]:
        """``gave Holt the confidence to reinstate the summit on Friday``: the one who was given it."""
        giver = [mention for mention in self.found if mention.kind == "person" and mention.i < k]
        if date is None:
            return []
        people = [self.name(giver[-1])] if giver else []
        return [Contact("announcement", self.number, k, max(k + 1, date.j), None, people, [], None, date)]


def near(date: Date, k: int) -> bool:
    """Whether a day stands right by the word at ``k``."""
    return k - 3 <= date.i <= k + 12 or (date.i <= 2 and k <= 9)
