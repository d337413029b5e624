"""Statements that only a parse shows, from parses written down: word/part>head/tag/word class."""

from __future__ import annotations

import pytest

from paripassu.read import read
from paripassu.read.holding import felt, held
from paripassu.read.parsed import clauses, quoted, sources, split
from paripassu.read.pieces import Statement
from paripassu.read.pipeline import LOOKS
from paripassu.read.stage import Speaker
from paripassu.read.urging import wants
from paripassu.read.voice import Block, Taken
from tests.read.parses import Doc

FOUND = [
    (
        "Zorb/nsubj>16/NNP/PROPN ,/punct>0/,/PUNCT who/nsubj>3/WP/PRON stood/relcl>0/VBD/VERB "
        "on/prep>3/IN/ADP the/det>6/DT/DET pier/pobj>4/NN/NOUN in/prep>3/IN/ADP "
        "March/pobj>7/NNP/PROPN to/aux>10/TO/PART announce/advcl>3/VB/VERB that/mark>14/IN/SCONJ "
        "Peru/nsubj>14/NNP/PROPN had/aux>14/VBD/AUX sailed/ccomp>10/VBN/VERB ,/punct>14/,/PUNCT "
        "left/ROOT>16/JJ/ADJ ./punct>16/./PUNCT",
        ("model.clause", "Zorb", "Peru had sailed"),
    ),
    (
        "A/det>1/DT/DET storm/nsubj>2/NN/NOUN came/ROOT>2/VBD/VERB ,/punct>2/,/PUNCT "
        "prompting/advcl>2/VBG/VERB Zorb/dobj>4/NNP/PROPN to/aux>7/TO/PART declare/xcomp>4/VB/VERB "
        "the/det>9/DT/DET truce/nsubj>10/NN/NOUN dead/ccomp>7/JJ/ADJ ./punct>2/./PUNCT",
        ("model.clause", "Zorb", "the truce dead"),
    ),
    (
        "Zorb/nsubj>3/NNP/PROPN has/aux>3/VBZ/AUX been/aux>3/VBN/AUX saying/ROOT>3/VBG/VERB "
        "the/det>5/DT/DET fleet/nsubj>6/NN/NOUN has/ccomp>3/VBZ/VERB no/det>8/DT/DET "
        "choice/dobj>6/NN/NOUN ./punct>3/./PUNCT",
        ("model.clause", "Zorb", "the fleet has no choice"),
    ),
    (
        "Zorb/nsubj>1/NNP/PROPN was/ROOT>1/VBD/AUX at/prep>1/IN/ADP the/det>4/DT/DET "
        "port/pobj>2/NN/NOUN to/aux>6/TO/PART say/advcl>1/VB/VERB a/det>8/DT/DET "
        "ship/nsubj>11/NN/NOUN would/aux>11/MD/AUX be/aux>11/VB/AUX coming/ccomp>6/VBG/VERB "
        "./punct>1/./PUNCT",
        ("model.clause", "Zorb", "a ship would be coming"),
    ),
    (
        '"/punct>10/``/PUNCT It/nsubj>2/PRP/PRON was/ccomp>10/VBD/AUX the/det>5/DT/DET '
        "best/amod>5/JJS/ADJ port/attr>2/NN/NOUN in/prep>5/IN/ADP history/pobj>6/NN/NOUN "
        ",/punct>10/,/PUNCT \"/punct>10/''/PUNCT grumbles/ROOT>10/VBZ/VERB one/nummod>12/CD/NUM "
        "envoy/dobj>10/NN/NOUN in/prep>10/IN/ADP Oslo/pobj>13/NNP/PROPN ./punct>10/./PUNCT",
        ("model.clause", "one envoy", '"It was the best port in history,"'),
    ),
    (
        "Zorb/nsubj>1/NNP/PROPN published/ROOT>1/VBD/VERB a/det>3/DT/DET paper/dobj>1/NN/NOUN "
        "in/prep>1/IN/ADP May/pobj>4/NNP/PROPN that/nsubj>7/WDT/PRON proposed/relcl>3/VBD/VERB "
        "a/det>10/DT/DET new/amod>10/JJ/ADJ count/dobj>7/NN/NOUN of/prep>10/IN/ADP all/det>13/DT/DET "
        "boats/pobj>11/NNS/NOUN ./punct>1/./PUNCT",
        ("model.object", "Zorb", "a new count of all boats"),
    ),
    (
        "Western/amod>1/JJ/ADJ powers/nsubj>3/NNS/NOUN have/aux>3/VBP/AUX accused/ROOT>3/VBN/VERB "
        "Zorb/dobj>3/NNP/PROPN of/prep>3/IN/ADP trying/pcomp>5/VBG/VERB to/aux>8/TO/PART "
        "sink/xcomp>6/VB/VERB boats/dobj>8/NNS/NOUN ./punct>3/./PUNCT",
        ("model.object", "Western powers", "Zorb of trying to sink boats"),
    ),
    (
        "A/det>2/DT/DET long/amod>2/JJ/ADJ truce/nsubjpass>5/NN/NOUN had/aux>5/VBD/AUX "
        "been/auxpass>5/VBN/AUX demanded/ROOT>5/VBN/VERB by/agent>5/IN/ADP Zorb/pobj>6/NNP/PROPN "
        "before/prep>5/IN/ADP any/det>10/DT/DET count/pobj>8/NN/NOUN ./punct>5/./PUNCT",
        ("model.object", "Zorb", "A long truce"),
    ),
    (
        "Zorb/nsubj>1/NNP/PROPN signed/ROOT>1/VBD/VERB a/det>3/DT/DET letter/dobj>1/NN/NOUN "
        "affirming/acl>3/VBG/VERB a/det>10/DT/DET “/punct>10/``/PUNCT full/amod>10/JJ/ADJ "
        "and/cc>7/CC/CCONJ lasting/conj>7/JJ/ADJ truce/dobj>4/NN/NOUN ”/punct>10/''/PUNCT "
        "at/prep>4/IN/ADP sea/pobj>12/NN/NOUN ./punct>1/./PUNCT",
        ("model.object", "Zorb", "a “full and lasting truce”"),
    ),
    (
        "Zorb/nsubj>1/NNP/PROPN made/ROOT>1/VBD/VERB a/det>4/DT/DET broad/amod>4/JJ/ADJ "
        "promise/dobj>1/NN/NOUN in/prep>4/IN/ADP Oslo/pobj>5/NNP/PROPN to/aux>8/TO/PART "
        "count/acl>4/VB/VERB the/det>10/DT/DET boats/dobj>8/NNS/NOUN ./punct>1/./PUNCT",
        ("model.noun", "Zorb", "to count the boats"),
    ),
    (
        "Peru/nsubj>1/NNP/PROPN gave/ROOT>1/VBD/VERB Zorb/dative>1/NNP/PROPN an/det>4/DT/DET "
        "ultimatum/dobj>1/NN/NOUN to/aux>6/TO/PART leave/acl>4/VB/VERB the/det>8/DT/DET "
        "port/dobj>6/NN/NOUN by/prep>6/IN/ADP night/pobj>9/NN/NOUN ./punct>1/./PUNCT",
        ("model.noun", "Peru", "to leave the port by night"),
    ),
    (
        "Zorb/poss>2/NNP/PROPN 's/case>0/POS/PART remark/nsubj>10/NN/NOUN that/mark>6/IN/SCONJ "
        "Oslo/nsubj>6/NNP/PROPN had/aux>6/VBD/AUX begged/acl>2/VBN/VERB for/prep>6/IN/ADP "
        "a/det>9/DT/DET truce/pobj>7/NN/NOUN was/ROOT>10/VBD/AUX odd/acomp>10/JJ/ADJ "
        "./punct>10/./PUNCT",
        ("model.noun", "Zorb", "Oslo had begged for a truce"),
    ),
    (
        "Zorb/nsubj>1/NNP/PROPN surprised/ROOT>1/VBD/VERB the/det>3/DT/DET envoys/dobj>1/NNS/NOUN "
        "with/prep>1/IN/ADP the/det>6/DT/DET wish/pobj>4/NN/NOUN for/prep>6/IN/ADP an/det>10/DT/DET "
        "immediate/amod>10/JJ/ADJ truce/pobj>7/NN/NOUN ./punct>1/./PUNCT",
        ("model.noun", "Zorb", "an immediate truce"),
    ),
    (
        "It/nsubj>1/PRP/PRON was/ROOT>1/VBD/AUX Zorb/poss>4/NNP/PROPN 's/case>2/POS/PART "
        "description/attr>1/NN/NOUN of/prep>4/IN/ADP the/det>7/DT/DET talks/pobj>5/NNS/NOUN "
        "as/prep>4/IN/ADP a/det>10/DT/DET waste/pobj>8/NN/NOUN ./punct>1/./PUNCT",
        ("model.noun", "Zorb", "the talks as a waste"),
    ),
    (
        "One/nummod>2/CD/NUM dock/compound>2/NN/NOUN worker/nsubj>3/NN/NOUN claimed/ROOT>3/VBD/VERB "
        "a/det>5/DT/DET ship/nsubj>7/NN/NOUN had/aux>7/VBD/AUX carried/ccomp>3/VBN/VERB "
        "food/dobj>7/NN/NOUN ./punct>3/./PUNCT",
        ("model.clause", "One dock worker", "a ship had carried food"),
    ),
    (
        "Zorb/nsubj>1/NNP/PROPN came/ROOT>1/VBD/VERB back/advmod>1/RB/ADV ,/punct>1/,/PUNCT "
        "proclaiming/advcl>1/VBG/VERB that/mark>8/IN/SCONJ Peru/nsubj>8/NNP/PROPN had/aux>8/VBD/AUX "
        "won/ccomp>4/VBN/VERB ./punct>1/./PUNCT",
        ("model.clause", "Zorb", "Peru had won"),
    ),
    (
        "Zorb/nsubj>2/NNP/PROPN had/aux>2/VBD/AUX spent/ROOT>2/VBN/VERB months/dobj>2/NNS/NOUN "
        "mocking/xcomp>2/VBG/VERB Oslo/dobj>4/NNP/PROPN as/prep>4/IN/ADP a/det>10/DT/DET "
        "“/punct>10/``/PUNCT small/amod>10/JJ/ADJ port/pobj>6/NN/NOUN ”/punct>10/''/PUNCT "
        "in/prep>10/IN/ADP letters/pobj>12/NNS/NOUN ./punct>2/./PUNCT",
        ("model.object", "Zorb", "Oslo as a “small port” in letters"),
    ),
    (
        "Zorb/nsubj>2/NNP/PROPN would/aux>2/MD/AUX like/ROOT>2/VB/VERB to/aux>4/TO/PART "
        "be/xcomp>2/VB/AUX the/det>7/DT/DET next/amod>7/JJ/ADJ guest/attr>4/NN/NOUN ./punct>2/./PUNCT",
        ("model.object", "Zorb", "to be the next guest"),
    ),
    (
        "Zorb/nsubjpass>3/NNP/PROPN was/auxpass>3/VBD/AUX often/advmod>3/RB/ADV "
        "frustrated/ROOT>3/VBN/VERB that/mark>7/IN/SCONJ the/det>6/DT/DET envoys/nsubj>7/NNS/NOUN "
        "were/ccomp>3/VBD/AUX late/acomp>7/JJ/ADJ ./punct>3/./PUNCT",
        ("model.noun", "Zorb", "the envoys were late"),
    ),
    (
        "Zorb/nsubj>2/NNP/PROPN however/advmod>2/RB/ADV made/ROOT>2/VBD/VERB clear/oprd>2/JJ/ADJ "
        "that/mark>8/IN/SCONJ the/det>6/DT/DET truce/nsubj>8/NN/NOUN will/aux>8/MD/AUX "
        "go/ccomp>2/VB/VERB on/prt>8/RP/ADP ./punct>2/./PUNCT",
        ("model.noun", "Zorb", "the truce will go on"),
    ),
    (
        "Zorb/nsubj>1/NNP/PROPN sent/ROOT>1/VBD/VERB notice/dobj>1/NN/NOUN to/dative>1/IN/ADP "
        "Peru/pobj>3/NNP/PROPN that/mark>8/IN/SCONJ the/det>7/DT/DET count/nsubj>8/NN/NOUN "
        "was/acl>2/VBD/AUX over/advmod>8/RB/ADV ./punct>1/./PUNCT",
        ("model.noun", "Zorb", "the count was over"),
    ),
    (
        "Zorb/nsubj>1/NNP/PROPN agreed/ROOT>1/VBD/VERB to/aux>4/TO/PART “/punct>4/``/PUNCT "
        "work/xcomp>1/VB/VERB on/prep>4/IN/ADP a/det>7/DT/DET truce/pobj>5/NN/NOUN ”/punct>7/''/PUNCT "
        "in/prep>4/IN/ADP Oslo/pobj>9/NNP/PROPN ./punct>1/./PUNCT",
        ("model.object", "Zorb", "to “work on a truce” in Oslo"),
    ),
    (
        "Zorb/nsubj>1/NNP/PROPN argued/ROOT>1/VBD/VERB instead/advmod>1/RB/ADV for/mark>7/IN/SCONJ "
        "both/det>5/DT/DET sides/nsubj>7/NNS/NOUN to/aux>7/TO/PART count/advcl>1/VB/VERB "
        "boats/dobj>7/NNS/NOUN ./punct>1/./PUNCT",
        ("model.object", "Zorb", "both sides to count boats"),
    ),
    (
        "The/det>1/DT/DET news/nsubj>2/NN/NOUN came/ROOT>2/VBD/VERB as/mark>5/IN/SCONJ "
        "Zorb/nsubj>5/NNP/PROPN ended/advcl>2/VBD/VERB his/poss>7/PRP$/PRON rest/dobj>5/NN/NOUN "
        ",/punct>2/,/PUNCT warning/advcl>2/VBG/VERB the/det>11/DT/DET pilot/dobj>9/NN/NOUN "
        "on/prep>9/IN/ADP Friday/pobj>12/NNP/PROPN that/mark>17/IN/SCONJ ships/nsubj>17/NNS/NOUN "
        "would/aux>17/MD/AUX sink/ccomp>9/VB/VERB ./punct>2/./PUNCT",
        ("model.clause", "Zorb", "ships would sink"),
    ),
    (
        "Two/nummod>1/CD/NUM companies/nsubj>3/NNS/NOUN have/aux>3/VBP/AUX accused/ROOT>3/VBN/VERB "
        "Zorb/dobj>3/NNP/PROPN of/prep>3/IN/ADP cheap/amod>7/JJ/ADJ theft/pobj>5/NN/NOUN "
        "./punct>3/./PUNCT",
        ("model.object", "Two companies", "Zorb of cheap theft"),
    ),
    (
        "Zorb/poss>2/NNP/PROPN 's/case>0/POS/PART chart/nsubj>3/NN/NOUN said/ROOT>3/VBD/VERB "
        "the/det>5/DT/DET port/nsubjpass>7/NN/NOUN was/auxpass>7/VBD/AUX shut/ccomp>3/VBN/VERB "
        "./punct>3/./PUNCT",
        ("model.clause", "Zorb", "the port was shut"),
    ),
    (
        "Zorb/nsubj>1/NNP/PROPN came/ROOT>1/VBD/VERB back/advmod>1/RB/ADV ,/punct>1/,/PUNCT "
        "warning/advcl>1/VBG/VERB the/det>6/DT/DET pilot/dobj>4/NN/NOUN that/mark>10/IN/SCONJ "
        "ships/nsubj>10/NNS/NOUN would/aux>10/MD/AUX sink/relcl>6/VB/VERB ./punct>1/./PUNCT",
        ("model.clause", "Zorb", "ships would sink"),
    ),
]
NOTHING = [
    "Zorb/nsubj>1/NNP/PROPN kept/ROOT>1/VBD/VERB his/poss>3/PRP$/PRON promise/dobj>1/NN/NOUN "
    "to/aux>5/TO/PART count/acl>3/VB/VERB the/det>7/DT/DET boats/dobj>5/NNS/NOUN "
    "./punct>1/./PUNCT",
    "Zorb/nsubj>1/NNP/PROPN invited/ROOT>1/VBD/VERB the/det>3/DT/DET envoys/dobj>1/NNS/NOUN "
    "to/aux>5/TO/PART visit/xcomp>1/VB/VERB Oslo/dobj>5/NNP/PROPN ./punct>1/./PUNCT",
    "Zorb/nsubj>1/NNP/PROPN announced/ROOT>1/VBD/VERB the/det>3/DT/DET port/dobj>1/NN/NOUN "
    "on/prep>1/IN/ADP Friday/pobj>4/NNP/PROPN ./punct>1/./PUNCT",
    "Zorb/nsubj>1/NNP/PROPN called/ROOT>1/VBD/VERB on/prep>1/IN/ADP the/det>4/DT/DET "
    "envoy/pobj>2/NN/NOUN at/prep>1/IN/ADP the/det>8/DT/DET old/amod>8/JJ/ADJ "
    "hotel/pobj>5/NN/NOUN ./punct>1/./PUNCT",
    "Zorb/nsubj>1/NNP/PROPN recalled/ROOT>1/VBD/VERB how/advmod>6/WRB/SCONJ the/det>5/DT/DET "
    "old/amod>5/JJ/ADJ boats/nsubj>6/NNS/NOUN came/ccomp>1/VBD/VERB in/prt>6/RP/ADP "
    "./punct>1/./PUNCT",
    "Zorb/nsubj>1/NNP/PROPN refused/ROOT>1/VBD/VERB to/aux>3/TO/PART say/xcomp>1/VB/VERB "
    "that/mark>8/IN/SCONJ the/det>6/DT/DET boats/nsubj>8/NNS/NOUN had/aux>8/VBD/AUX "
    "left/ccomp>3/VBN/VERB ./punct>1/./PUNCT",
    "A/det>1/DT/DET storm/nsubj>2/NN/NOUN came/ROOT>2/VBD/VERB ,/punct>2/,/PUNCT "
    "ensuring/advcl>2/VBG/VERB that/mark>8/IN/SCONJ the/det>7/DT/DET boats/nsubj>8/NNS/NOUN "
    "stayed/ccomp>4/VBD/VERB ./punct>2/./PUNCT",
    "Zorb/nsubjpass>2/NNP/PROPN was/auxpass>2/VBD/AUX asked/ROOT>2/VBN/VERB "
    "whether/mark>6/IN/SCONJ Oslo/nsubj>6/NNP/PROPN would/aux>6/MD/AUX like/ccomp>2/VB/VERB "
    "to/aux>8/TO/PART join/xcomp>6/VB/VERB the/det>10/DT/DET fleet/dobj>8/NN/NOUN "
    "./punct>2/./PUNCT",
    "Zorb/nsubj>1/NNP/PROPN agreed/ROOT>1/VBD/VERB to/aux>3/TO/PART count/xcomp>1/VB/VERB "
    "the/det>5/DT/DET boats/dobj>3/NNS/NOUN ./punct>1/./PUNCT",
    "It/nsubj>1/PRP/PRON was/ROOT>1/VBD/AUX lucky/acomp>1/JJ/ADJ that/mark>6/IN/SCONJ "
    "the/det>5/DT/DET boats/nsubj>6/NNS/NOUN stayed/ccomp>2/VBD/VERB ./punct>1/./PUNCT",
    "A/det>1/DT/DET child/nsubj>2/NN/NOUN asked/ROOT>2/VBD/VERB Zorb/dobj>2/NNP/PROPN "
    "whether/mark>8/IN/SCONJ the/det>7/DT/DET old/amod>7/JJ/ADJ boats/nsubj>8/NNS/NOUN "
    "were/ccomp>2/VBD/AUX back/advmod>8/RB/ADV ./punct>2/./PUNCT",
    "Zorb/nsubj>1/NNP/PROPN confirmed/ROOT>1/VBD/VERB the/det>3/DT/DET report/dobj>1/NN/NOUN "
    "that/mark>7/IN/SCONJ ships/nsubj>7/NNS/NOUN would/aux>7/MD/AUX sink/acl>3/VB/VERB "
    "./punct>1/./PUNCT",
    "The/det>1/DT/DET visit/nsubj>3/NN/NOUN may/aux>3/MD/AUX mean/ROOT>3/VB/VERB "
    "that/mark>7/IN/SCONJ Western/amod>6/JJ/ADJ powers/nsubj>7/NNS/NOUN want/ccomp>3/VBP/VERB "
    "to/aux>9/TO/PART count/xcomp>7/VB/VERB all/det>11/DT/DET boats/dobj>9/NNS/NOUN "
    "./punct>3/./PUNCT",
]
SPLIT = (
    "On/prep>4/IN/ADP Monday/pobj>0/NNP/PROPN both/det>3/DT/DET sides/nsubj>4/NNS/NOUN "
    "sailed/ROOT>4/VBD/VERB ,/punct>4/,/PUNCT as/mark>10/IN/SCONJ the/det>8/DT/DET "
    "broadcaster/nsubj>10/NN/NOUN NRK/nsubj>10/NNP/PROPN reported/advcl>4/VBD/VERB "
    ",/punct>10/,/PUNCT for/prep>10/IN/ADP the/det>15/DT/DET old/amod>15/JJ/ADJ "
    "port/pobj>12/NN/NOUN of/prep>15/IN/ADP Oslo/pobj>16/NNP/PROPN ./punct>4/./PUNCT"
)

TURNED = (
    "Zorb/nsubj>6/NNP/PROPN ,/punct>6/,/PUNCT at/prep>6/IN/ADP that/det>4/DT/DET "
    "time/pobj>2/NN/NOUN ,/punct>6/,/PUNCT said/ROOT>6/VBD/VERB the/det>8/DT/DET "
    "boats/nsubj>9/NNS/NOUN were/ccomp>6/VBD/AUX ready/acomp>9/JJ/ADJ to/aux>12/TO/PART "
    "sail/xcomp>10/VB/VERB ./punct>6/./PUNCT"
)


def _doc(written: str) -> Doc:
    rows = [word.rsplit("/", 3) for word in written.split(" ")]
    words = [row[0] for row in rows]
    spaces, deep = [], False
    for word, after in zip(words, [*words[1:], "."], strict=True):
        opens = word == "“" or (word == '"' and not deep)
        deep = (not deep) if word == '"' else deep
        spaces.append(not opens and after not in (".", ",", "'s", "”") and not (after == '"' and deep))
    heads = [int(row[1].split(">")[1]) for row in rows]
    deps = [row[1].split(">")[0] for row in rows]
    tags, pos = [row[2] for row in rows], [row[3] for row in rows]
    return Doc(words, spaces).parsed(heads, deps, tags, pos)


def _said(written: str) -> list[tuple[str, str, str]]:
    doc = _doc(written)
    block = Block(doc, 0, doc.text, Taken(read("Nothing here.")), [], [])
    for look in LOOKS:
        look(block)
    assert all(one.confidence == "guess" for one in block.found)
    return [(one.rule, one.speaker.name, doc.text[one.start : one.end]) for one in block.found if one.speaker]


def test_every_look_is_asked() -> None:
    assert set(LOOKS) == {quoted, clauses, sources, wants, held, felt, split}


@pytest.mark.parametrize(("written", "said"), FOUND)
def test_what_a_parse_shows(written: str, said: tuple[str, str, str]) -> None:
    assert _said(written) == [said]


@pytest.mark.parametrize("written", NOTHING)
def test_what_is_no_statement(written: str) -> None:
    assert _said(written) == []


def test_what_is_said_on_both_sides_of_who_reported_it() -> None:
    assert _said(SPLIT) == [
        ("model.split", "NRK", "On Monday both sides sailed"),
        ("model.split", "NRK", "for the old port of Oslo"),
    ]


def test_nobody_says_a_second_time_what_the_rules_heard() -> None:
    text = _doc(FOUND[2][0]).text
    reading = read(text.replace("has been saying", "said that"))
    assert reading.statements
    block = Block(_doc(FOUND[2][0]), 0, text, Taken(reading), [], [])
    block.taken.said.update(range(len(text)))
    for look in LOOKS:
        look(block)
    assert block.found == []


def test_a_quotation_goes_on_though_no_mark_ends_it() -> None:
    text = "“We will sail on the first good wind,” Ann Lee said. “Peru may still come with us.\n“We hope so.”"
    reading = read(text)
    known = [one for one in reading.statements if text[one.start : one.end].startswith("“We will")]
    assert [one.speaker.name for one in known if one.speaker] == ["Ann Lee"]
    line = text.split("\n")[0]
    words = line.split(" ")
    doc = Doc(words, [True] * (len(words) - 1) + [False])
    taken = Taken(read("Nothing here."))
    block = Block(doc, 0, text, taken, [], known)
    quoted(block)
    assert [(one.speaker.name, text[one.start : one.end]) for one in block.found if one.speaker] == [
        ("Ann Lee", "“Peru may still come with us.")
    ]
    alone = Block(doc, 0, text, taken, [], [])
    quoted(alone)
    assert alone.found == []


def test_a_speaker_taken_for_what_was_said_speaks_after_all() -> None:
    doc = _doc(TURNED)
    at = doc.text.index("said")
    wrong = Statement(0, 4, "indirect", Speaker("the boats", at, at, -1, -1), (at, at + 4), "said.trailing", 0)
    block = Block(doc, 0, doc.text, Taken(read("Nothing here.")), [], [wrong])
    block.taken.cues.add((at, at + 4))
    for look in LOOKS:
        look(block)
    assert [doc.text[one.start : one.end] for one in block.found] == ["the boats were ready to sail"]
