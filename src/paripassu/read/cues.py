"""The words by which a report says that somebody said, thought or wanted something."""

from __future__ import annotations

import re

from paripassu.read.bag import bag

__all__ = [
    "ACCUSE",
    "AS",
    "ASK",
    "BID",
    "CLAUSE",
    "CONVINCED",
    "JUDGE",
    "LIKEN",
    "NEVER_LAST",
    "NOUNS",
    "OBJECT",
    "PARTICIPLE",
    "PASSIVE",
    "PROMISES",
    "SPOKE",
    "THAT",
    "THOUGHTS",
    "TOLD",
    "VIEWS",
    "WORDS",
    "cue_class",
    "speaks",
]

CLAUSE = bag(
    "joked quipped "
    "said says say tweeted wrote writes argue argues argued believe believes believed claim claims claimed"
)
"""Take a clause with or without `that`."""
TOLD = bag(
    "told tell tells assure reassure convince convinced persuade persuaded assured assures informed reminded "
    "reminds reassured reassures notified notifies"
)
"""Take a listener first."""
THAT = bag(
    "add adds added note notes noted stress stresses stressed emphasize emphasizes emphasized emphasise "
    "emphasised insist insists insisted suggest suggests suggested explain explains explained "
    "states stated report reports reported announce announces announced declare declares declared "
    "confirm confirms confirmed acknowledge acknowledges acknowledged admit admits admitted concede "
    "concedes conceded conceding warn warns warned caution cautions cautioned predict predicts "
    "predicted recall recalled reveal reveals revealed disclose disclosed reiterate reiterates "
    "reiterated reaffirm reaffirms reaffirmed assert asserts asserted maintain maintains maintained "
    "contend contends contended think thinks thought hope hopes hoped fear fears feared expect expects "
    "expected deny denies denied remark remarked comment commented reply replied respond responded "
    "agree agreed conclude concluded complain complained signal signaled signalled indicate indicated "
    "indicates point pointed points hint hinted hints doubt doubts doubted estimate estimates estimated "
    "testified speculated worry worried requested vowed pledged promised threatened proposed demanded demand "
    "demands asked underlined underscored affirmed observed opined recounted related quipped joked "
    "termed labelled labeled boasted lamented noting quoted posted continued countered counters retorted "
    "objected argues claims feel feels "
    "felt understand understands believes reckon reckons reckoned imply implies implied guarantee guaranteed "
    "clarified cried shouted exclaimed urged allege alleges alleged informs inform mention mentions mentioned "
    "reasoned swore vows repeat repeats repeated mused proclaimed assess assesses assessed assume assumes assumed "
    "charged suspect suspects suspected wonder wonders wondered pleaded elaborated concurred protested regretted "
    "advised anticipate anticipates anticipated contested disputed asserts guess guesses trust trusts learned "
    "affirm affirms attest attests attested aver avers averred avow avowed boasts brag brags bragged bemoan bemoans "
    "bemoaned blogged certify certifies certified clarifies comments concurs confess confesses confessed confide "
    "confides confided conjectured contends counseled counselled counsels decree decrees decreed deduce deduced "
    "disagree disagrees disagreed elaborates enthused envisage envisages envisaged envision envisions envisioned "
    "foresee foresees foresaw forecast forecasts foretold gloated grumbled griped infer infers inferred insinuate "
    "insinuated interjected intimated joke jokes laments maintains moaned murmured muse muses muttered opines posit "
    "posits posited presume presumes presumed proclaims pronounced propose proposes protests quips reads realise "
    "realised realises realize realizes realized reason recommend recommends recommended recounts reflected "
    "rejoined remarks replies responds retort retorts reveals rule rules scoff scoffs scoffed sighed signals snapped "
    "sneered specified specifies specify speculate speculates stipulate stipulates stipulated summarised summarized "
    "surmise surmised swear swears testifies theorized theorised thundered underlines underscores urges ventured "
    "volunteered warn whispered worries yelled imagine imagines imagined hypothesize discloses requests regret regrets "
    "resolve resolved pray prays prayed dream dreams wish wishes wished suspects answers answered chimed cautions"
)
"""Take a clause after `that`, or a quotation."""
PROMISES = bag("vow vows vowed vowing pledge pledges pledged pledging promise promises promised promising")
OBJECT = {
    **dict.fromkeys(bag("demand demands demanded demanding"), ""),
    **dict.fromkeys(bag("doubt doubts doubted question questions questioned cite cites cited"), ""),
    **dict.fromkeys(bag("oppose opposes opposed"), ""),
    **dict.fromkeys(bag("want wants wanted seek seeks sought seeking"), ""),
    **dict.fromkeys(bag("object objects objected objecting admit admits admitted confess confesses confessed"), "to"),
    **dict.fromkeys(bag("point points pointed pointing"), "to"),
    **dict.fromkeys(bag("hint hints hinted hinting"), "at"),
    **dict.fromkeys(bag("note notes noted noting"), ""),
    **dict.fromkeys(bag("pressed presses pressing pushed pushes pushing appeal appeals appealed plead pleaded lobby "
                        "lobbied"), "for"),
    **dict.fromkeys(bag("blame blames blamed blaming"), ""),
    **dict.fromkeys(bag("slammed slams slamming criticised criticized criticizes criticises blasted blasts"), ""),
    **dict.fromkeys(bag("lambasted berated chided rebuked"), ""),
    **dict.fromkeys(bag("express expresses expressed expressing voiced voicing voices"), ""),
    **dict.fromkeys(bag("reiterate reiterates reiterated reiterating"), ""),
    **dict.fromkeys(bag("signal signals signaled signalled signaling signalling"), ""),
    **dict.fromkeys(bag("reaffirm reaffirmed reaffirms reaffirming"), ""),
    **dict.fromkeys(bag("urge urges urged urging affirm affirms affirmed affirming"), ""),
    **dict.fromkeys(bag("call calls called calling"), "for on"),
    **dict.fromkeys(bag("insist insists insisted insisting"), "on"),
    **dict.fromkeys(bag("warn warns warned warning"), "of against"),
    **dict.fromkeys(bag("caution cautions cautioned cautioning"), "against"),
    **dict.fromkeys(PROMISES | bag("threaten threatens threatened"), "to"),
    **dict.fromkeys(bag("reject rejects rejected rejecting dispute disputes disputed disputing"), ""),
    **dict.fromkeys(bag("deny denies denied"), ""),
    **dict.fromkeys(bag("propose proposes proposed proposing suggest suggests suggested suggesting"), ""),
    **dict.fromkeys(bag("hope hopes hoped hoping"), "to for"),
    **dict.fromkeys(bag("expect expects expected expecting fear fears feared fearing"), ""),
    **dict.fromkeys(bag("offer offers offered offering"), "to"),
    **dict.fromkeys(bag("rule rules ruled ruling"), "out"),
    **dict.fromkeys(bag("lament laments lamented lamenting bemoan bemoans bemoaned decry decries decried deplore "
                        "deplores deplored regret regrets regretted predict predicts predicted predicting forecast "
                        "recommend recommends recommended advocate advocates advocated advocating"), ""),
    **dict.fromkeys(bag("complain complains complained complaining"), "of about"),
    **dict.fromkeys(bag("stress stresses stressed stressing underscore underscores underscored underscoring underline "
                        "underlines underlined underlining emphasize emphasizes emphasized emphasise emphasises "
                        "emphasised highlight highlights highlighted highlighting acknowledge acknowledges "
                        "acknowledged acknowledging favor favors favored favour favours favoured prefer prefers "
                        "preferred"), ""),
    **dict.fromkeys(bag("argue argues argued arguing plead pleads pleading"), "for against"),
    "asking": "for",
}  # fmt: skip
"""Take a thing; where a word is given it must follow ("called for")."""
JUDGE = bag("sees views viewed describes described consider considers considered regard regards regarded")
NEVER_LAST = bag(
    "pointed points point agreed agree agrees demanded demands demand proposed threatened requested vowed doubt "
    "doubts doubted denied deny denies expect expects expected want wants wanted cite cites cited question "
    "questions questioned oppose opposes opposed blame blames blamed accused believe think learned charged"
)
"""Verbs that look forward to what is said, and never back."""
ACCUSE = bag("accuse accuses accused accusing")
AS = bag(
    "describe describes described describing dismiss dismisses dismissed dismissing reject rejected rejecting "
    "denounce denounces denounced denouncing condemn condemns condemned condemning hail hails hailed hailing "
    "praise praised praising criticize criticized criticise criticised characterize characterized characterised "
    "brand branded branding portray portrayed see sees saw regard regards regarded view views viewed seeing viewing "
    "regarding depict depicts depicted depicting deride derides derided deriding mock mocks mocked mocking ridicule "
    "ridicules ridiculed scorned fault faults faulted assail assails assailed attack attacked castigate castigated "
    "chastise chastised scold scolded rebuke reprimanded censured laud lauds lauded lauding commend commends commended "
    "applaud applauds applauded hailing denounces excoriated pilloried cast casts casting painted paints painting "
    "welcome welcomes welcomed welcoming thanked thanking thanks "
    "interpreted interprets framed frames framing trumpeted touted touts defended defends defending"
)
SPOKE = bag("refers referred referring spoke speaks speak speaking talked talks talk talking wrote writes")
"""Tell of a thing: "spoke of a “new page”"."""
BID = bag(
    "asked asks told ordered orders begged begs advised advises warned warns instructed instructs implored implores "
    "exhorted exhorts dared dares challenged challenges pressed pressured directed directs encouraged encourages "
    "cautioned cautions invited reminded"
)
"""Take somebody and what he is to do: "ordered the boats to leave"."""
LIKEN = bag("liken likens likened likening compare compares compared comparing equate equates equated equating")
"""Judge a thing by another that `to` or `with` brings: "likened the talks to a walk"."""
"""Judge a thing when `as` follows: "dismissed the charge as theatre"."""
PARTICIPLE = bag(
    "saying adding noting stressing emphasizing emphasising insisting suggesting explaining stating "
    "reporting announcing declaring confirming acknowledging admitting conceding warning cautioning "
    "predicting recalling revealing reiterating reaffirming asserting arguing claiming telling writing "
    "tweeting complaining hinting indicating describing objecting signaling signalling implying countering "
    "underlining reminding terming labelling labeling accusing blaming citing expressing demanding urging "
    "calling vowing pledging "
    "promising threatening denying hoping believing asking pointing seeking"
)
PASSIVE = bag("thought believed said reported understood known")
CONVINCED = bag(
    "convinced confident hopeful optimistic sure worried concerned skeptical sceptical adamant certain "
    "afraid pessimistic firm wary doubtful"
)
ASK = bag("citing quoting")
VIEWS = bag(
    "clear view opinion belief hope hopes position stance intention conviction impression wish fear fears idea "
    "expectation expectations concern concerns doubt doubts confidence suspicion speculation"
)
"""Nouns that hold a thought when `that` follows: "showed the view that"."""
THOUGHTS = VIEWS | bag(
    "worry worries relief optimism suspicions claim claims assertion assertions allegation allegations accusation "
    "accusations assurance assurances warning warnings threat threats promise promises pledge pledges announcement "
    "argument contention suggestion suggestions complaint complaints prediction insistence denial admission "
    "possibility prospect notion request requests proposal proposals declaration remarks comments message word "
    "guarantee guarantees charge charges feeling conclusion conclusions response reply answer verdict reading "
    "assumption explanation excuse theory consensus demand demands objection reservation notice "
    "line thinking reasoning calculation"
)
"""Further nouns, where they have an owner: "her claim that", "fears among them that"."""
NOUNS = bag(
    "person persons generals writer writers "
    "official officials analyst analysts expert experts source sources spokesman spokeswoman "
    "spokesperson spokesmen diplomat diplomats observer observers critic critics aide aides adviser "
    "advisers advisor advisors officer officers report reports statement newspaper newspapers paper "
    "papers daily agency media outlet outlets broadcaster magazine website ministry department "
    "government administration office embassy delegation delegations negotiator negotiators mediator "
    "mediators envoy envoys leader leaders president minister ministers secretary ambassador lawmaker "
    "lawmakers senator senators party parties side sides union unions management company employers "
    "workers rebels group groups army military police commander commanders researcher researchers "
    "scholar scholars professor economist economists lawyer lawyers activist activists farmers "
    "residents people commentary editorial communique communiqué organisers organizers chairman "
    "chairwoman chair chief head director insiders veterans participants representatives representative "
    "allies pundits others council commission committee team teams authorities court judge letter "
    "document dictator premier journalists reporters counterpart general colonel steward engineer "
    "pair duo envoys negotiators counterparts men women economists lawmaker institute association "
    "hydrologist delegate delegates defector defectors historian member members movement republicans democrats "
    "politician politicians legislator legislators prosecutor prosecutors governor governors mayor parent parents "
    "teacher teachers witness witnesses survivor survivors student students correspondent reporter columnist "
    "author network channel station press militants fighters protesters opponents supporters opposition "
    "coalition alliance parliament bank firm trader traders investors skeptics sceptics advocates campaigners "
    "tv television radio insider veteran participant organiser organizer organisation organization message "
    "readout bulletin website "
    "study survey poll analysis investigation inquiry assessment findings regime announcement authority country "
    "countries nation nations "
    "clerk clerks fisherman fishermen whistleblower commissioner bishop archbishop imam cleric clerics priest tribunal "
    "regulator watchdog bloc alliance consortium union lobby caucus congress senate cabinet kingdom monarch king queen "
    "emir sultan prince colleague colleagues friend friends relative relatives neighbour neighbor supporter backers "
    "conservatives liberals socialists hawks doves hardliners moderates reformers rivals rival mediator lawyers "
    "tycoon billionaire businessman businesswoman statesman strongman ruler host hosts magnate heir chancellor "
    "portal parents council councils citizens neighbours neighbors villagers drivers nurses doctors pilots powers"
)


_CLASS = {
    **dict.fromkeys((*AS, *LIKEN, *(BID - {"invited"})), "as"),
    **dict.fromkeys(JUDGE, "judge"),
    **dict.fromkeys(OBJECT, "object"),
    **dict.fromkeys(THAT, "that"),
    **dict.fromkeys(ACCUSE, "accuse"),
    **dict.fromkeys((*PARTICIPLE, *(word for word in AS if word.endswith("ing"))), "participle"),
    **dict.fromkeys(TOLD, "told"),
    **dict.fromkeys(CLAUSE, "clause"),
}


WORDS = frozenset((*_CLASS, *SPOKE, *PASSIVE, *CONVINCED, *VIEWS))
"""Every word at which a frame may begin."""
LAST = frozenset(word for word, kind in _CLASS.items() if kind in ("clause", "told", "that")) - NEVER_LAST
"""Those that may stand behind what is said, with the speaker: "..., an envoy said on Friday"."""
_PEOPLE = re.compile(r"[a-z]{3,}(?:ers|ors|ists|ians|ants|ees|eers|gents|dents)\Z")
_THINGS = bag(
    "numbers orders matters offers letters borders papers dollars factors errors centers years others covers "
    "accidents incidents precedents chapters corridors doors floors sectors tensors wars committees guarantees "
    "degrees plants restaurants grants "
    "variants warrants quarters headquarters barriers carriers rivers waters winners tankers rumors rumours sensors"
)


def speaks(word: str) -> bool:
    """Whether a common noun names somebody who may speak: "officials", and by its form "retailers".

    Examples
    --------
    >>> speaks("officials"), speaks("retailers"), speaks("orders")
    (True, True, False)
    """
    return word in NOUNS or (_PEOPLE.match(word) is not None and word not in _THINGS)


def cue_class(word: str) -> str | None:
    """How a word introduces what was said: clause, told, that, object, judge, accuse, as, participle, or none."""
    return _CLASS.get(word)
