"""How well the reader reads: precision and recall on annotated reports, and documents a second.

    python benchmarks/read.py            # the project's own reports, and those in PARIPASSU_REPORTS
    python benchmarks/read.py --model    # with the installed spaCy model
    python benchmarks/read.py --misses   # and what was missed or should not have been found

A mention or a date counts when its span is the same; a statement or a contact when it covers at least half of the
annotated one (a contact: when any of its spans touches any telling of it, and it is not counted twice).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import time
from collections import Counter
from pathlib import Path
from typing import Any

from paripassu.read import Pipeline, deepen, pipeline, read
from paripassu.read.lexicon import key

OWN = Path(__file__).resolve().parents[1] / "tests" / "read" / "reports"
FURTHER = OWN.parent / "further"
PASSAGES = OWN.parent / "passages.json"


def gold_of(path: Path) -> dict[str, Any]:
    """An annotation in one shape, whichever of the two it is written in."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    if "doc_id" not in raw:
        return raw
    names = {one["id"]: one["canonical"] for one in raw["persons"]}

    def who(one: str | None) -> str | None:
        return None if one is None else " and ".join(names.get(part, part) for part in one.split("+"))

    return {
        "published": raw["published"]["iso"],
        "persons": [
            {"name": one["canonical"], "mentions": [[m["start"], m["end"]] for m in one["mentions"]]}
            for one in raw["persons"]
        ],
        "dates": [{"span": [one["start"], one["end"]], "value": one["iso"]} for one in raw["dates"]],
        "statements": [
            {
                "span": [one["content"]["start"], one["content"]["end"]],
                "kind": one["mode"],
                "speaker": who(one["speaker"]),
            }
            for one in raw["statements"]
        ],
        "events": [
            {
                "span": [one["span"]["start"], one["span"]["end"]],
                "kind": one["type"],
                "on": one["date"]["iso"],
                "participants": [names[part] for part in one["participants"] if part in names],
            }
            for one in raw["events"]
        ],
    }


def score(gold: dict[str, Any], found: dict[str, Any], text: str, count: Counter[str]) -> list[str]:
    """Add one report to the counts; returns what went wrong in words."""
    wrong: list[str] = []
    wanted = {tuple(span): one["name"] for one in gold["persons"] for span in one["mentions"]}
    got = {tuple(span): one["name"] for one in found["persons"] for span in one["mentions"]}
    both = wanted.keys() & got.keys()
    count.update(person_gold=len(wanted), person_found=len(got), person_both=len(both))
    votes: dict[str, Counter[str]] = {}
    for span in both:
        votes.setdefault(got[span], Counter())[wanted[span]] += 1
    right = sum(counter.most_common(1)[0][1] for counter in votes.values())
    same_person = {key(name): key(counter.most_common(1)[0][0]) for name, counter in votes.items()}
    # Each annotated person answers to one found person only.
    owners: dict[str, str] = {}
    for name, counter in sorted(votes.items(), key=lambda pair: -max(pair[1].values())):
        who, size = counter.most_common(1)[0]
        if owners.setdefault(who, name) != name:
            right -= size
    count["person_right"] += right
    wrong += [f"person missed: {text[a:b]} @{a}" for a, b in sorted(wanted.keys() - got.keys())]
    wrong += [f"person extra: {text[a:b]} @{a}" for a, b in sorted(got.keys() - wanted.keys())]

    days = {tuple(one["span"]): one["value"] for one in gold["dates"]}
    read_days = {tuple(one["span"]): one["value"] for one in found["dates"]}
    same = days.keys() & read_days.keys()
    count.update(date_gold=len(days), date_found=len(read_days), date_both=len(same))
    count["date_right"] += sum(days[span] == read_days[span] for span in same)
    wrong += [f"date missed: {text[a:b]} @{a}" for a, b in sorted(days.keys() - read_days.keys())]
    wrong += [f"date extra: {text[a:b]} @{a}" for a, b in sorted(read_days.keys() - days.keys())]
    wrong += [f"date value: {text[s[0] : s[1]]} {days[s]} read {read_days[s]}" for s in same if days[s] != read_days[s]]

    taken: set[int] = set()
    count.update(said_gold=len(gold["statements"]), said_found=len(found["statements"]))
    for one in gold["statements"]:
        a, b = one["span"]
        best = max(
            (
                (min(b, other["span"][1]) - max(a, other["span"][0]), at)
                for at, other in enumerate(found["statements"])
                if at not in taken
            ),
            default=(0, -1),
        )
        other = found["statements"][best[1]] if best[0] > 0 else None
        if other is None or best[0] * 2 < max(b - a, other["span"][1] - other["span"][0]):
            wrong.append(f"statement missed: {text[a : a + 70]}")
            continue
        taken.add(best[1])
        count["said_both"] += 1
        said_by = other["speaker"]
        if same_speaker(one["speaker"], said_by, found):
            count["said_speaker"] += 1
        else:
            wrong.append(f"speaker: {one['speaker']} read {said_by}: {text[a : a + 50]}")
        count["said_kind"] += one["kind"] == other["kind"]
    wrong += [
        f"statement extra: {one['speaker']}: {text[one['span'][0] : one['span'][0] + 70]}"
        for at, one in enumerate(found["statements"])
        if at not in taken
    ]

    used: set[int] = set()
    count.update(event_gold=len(gold["events"]), event_found=len(found["events"]))
    for one in gold["events"]:
        a, b = one["span"]
        tellings = [(a, b), *one.get("also", [])]
        options = [
            (other["on"] == one["on"], other["kind"] == one["kind"], -at)
            for at, other in enumerate(found["events"])
            if at not in used
            and any(min(d, e["end"]) > max(c, e["start"]) for c, d in tellings for e in other["evidence"])
        ]
        if not options:
            wrong.append(f"contact missed: {one['kind']} {one['on']}: {text[a:b][:70]}")
            continue
        at = -max(options)[2]
        used.add(at)
        other = found["events"][at]
        count["event_both"] += 1
        count["event_date"] += other["on"] == one["on"]
        if other["on"] != one["on"]:
            wrong.append(f"contact date: {one['on']} read {other['on']}: {text[a:b][:60]}")
        mine = {key(name) for name in one["participants"]}
        # A participant is who the mentions say it is, however an annotator writes the name.
        theirs = {same_person.get(key(name), key(name)) for name in other["participants"]}
        count.update(who_gold=len(mine), who_both=len(mine & theirs), who_found=len(theirs))
        if mine != theirs:
            wrong.append(f"participants: {one['participants']} read {other['participants']}: {text[a:b][:50]}")
    wrong += [
        f"contact extra: {one['kind']} {one['on']}: {one['evidence'][0]['quote'][:70]}"
        for at, one in enumerate(found["events"])
        if at not in used
    ]
    return wrong


def same_speaker(want: str | None, have: str | None, found: dict[str, Any]) -> bool:
    """Whether two speakers are one; a name counts in any spelling the reader holds for it."""
    if want is None or have is None:
        return want == have
    want = want.replace("+", " and ")
    short = {key(name).removeprefix("the").removeprefix("a") for name in (want, have)}
    if len(short) == 1 or key(have) in key(want) or key(want) in key(have):
        return True
    for group in ("organisations", "places", "persons"):
        for one in found[group]:
            names = {key(one["name"]), *map(key, one["aliases"])}
            if key(have) in names and key(want).removeprefix("the") in names:
                return True
    return {key(want), key(have)} == {"us", "unitedstates"}


def share(part: int, whole: int) -> str:
    """A share with the numbers it is made of."""
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "-"


def table(count: Counter[str]) -> list[tuple[str, str, str]]:
    """What is measured, its value, and the figure aimed at."""
    return [
        ("persons: precision", share(count["person_both"], count["person_found"]), "0.95"),
        ("persons: recall", share(count["person_both"], count["person_gold"]), "0.95"),
        ("persons: right person", share(count["person_right"], count["person_both"]), "0.90"),
        ("dates: precision", share(count["date_both"], count["date_found"]), "0.98"),
        ("dates: recall", share(count["date_both"], count["date_gold"]), "0.98"),
        ("dates: right value", share(count["date_right"], count["date_both"]), "0.97"),
        ("statements: precision", share(count["said_both"], count["said_found"]), "0.90"),
        ("statements: recall", share(count["said_both"], count["said_gold"]), "0.70"),
        ("statements: speaker", share(count["said_speaker"], count["said_both"]), "0.90"),
        ("statements: kind", share(count["said_kind"], count["said_both"]), ""),
        ("contacts: precision", share(count["event_both"], count["event_found"]), "0.75"),
        ("contacts: recall", share(count["event_both"], count["event_gold"]), "0.90"),
        ("contacts: date", share(count["event_date"], count["event_both"]), "0.80"),
        ("contacts: participants found", share(count["who_both"], count["who_gold"]), "0.75"),
        ("contacts: participants right", share(count["who_both"], count["who_found"]), "0.75"),
    ]


def speed(files: list[Path], seconds: float = 2.0, model: Pipeline | None = None) -> float:
    """Documents a second, one core."""
    data = [path.read_bytes() for path in files]
    day = dt.date(2018, 6, 4)
    read(data[0], published_on=day)
    done, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        for one in data:
            found = read(one, published_on=day)
            if model is not None:
                deepen(found, model)
        done += len(data)
    return done / (time.process_time() - start)


def measure(folder: Path, model: Pipeline | None = None) -> tuple[Counter[str], list[str], list[Path]]:
    """Read every annotated report of a folder."""
    count: Counter[str] = Counter()
    wrong: list[str] = []
    files = []
    for path in sorted(folder.glob("*.json")):
        file = next((path.with_suffix(end) for end in (".txt", ".html") if path.with_suffix(end).exists()), None)
        if file is None:
            continue
        gold = gold_of(path)
        reading = read(file, published_on=dt.date.fromisoformat(gold["published"]))
        reading = deepen(reading, model) if model is not None else reading
        wrong += [f"{file.name}: {line}" for line in score(gold, reading.to_dict(), reading.page.raw, count)]
        files.append(file)
    return count, wrong, files


def passages() -> tuple[Counter[str], list[str]]:
    """Read the short passages, in which only contacts are annotated, by the words that tell them."""
    count: Counter[str] = Counter()
    wrong: list[str] = []
    for number, one in enumerate(json.loads(PASSAGES.read_text(encoding="utf-8"))):
        text = one["text"]

        def at(words: str, text: str = text) -> list[int]:
            return [text.index(words), text.index(words) + len(words)]

        events = [
            {**event, "span": at(event["words"]), "also": [at(words) for words in event.get("also", ())]}
            for event in one["events"]
        ]
        found = read(text, published_on=dt.date.fromisoformat(one["published"])).to_dict()
        gold = {"persons": [], "dates": [], "statements": [], "events": events}
        lines = score(gold, found, text, count)
        wrong += [f"{number}: {line}" for line in lines if line.startswith(("contact", "participants"))]
    return count, wrong


def told(count: Counter[str], wrong: list[str], only: str = "") -> None:
    """Print what was measured, and what went wrong."""
    for name, value, aim in table(count):
        if name.startswith(only):
            print(f"  {name:<30} {value:<18} {'aim ' + aim if aim else ''}".rstrip())
    print("".join(f"    {line}\n" for line in wrong))


def main() -> None:
    """Print a table a folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="also say what went wrong")
    parser.add_argument("--model", action="store_true", help="with the installed spaCy model")
    options = parser.parse_args()
    model = pipeline() if options.model else None
    given = os.environ.get("PARIPASSU_REPORTS")
    for title, folder in (
        ("PARIPASSU_REPORTS", Path(given) if given else None),
        ("own reports", OWN),
        ("further own reports", FURTHER),
    ):
        if folder is None:
            print(f"{title}: not set, left out\n")
            continue
        count, wrong, files = measure(folder, model)
        print(f"{title}: {len(files)} reports, {speed(files, model=model):.0f} documents a second")
        told(count, wrong if options.misses else [])
    count, wrong = passages()
    print("passages: one to three sentences each")
    told(count, wrong if options.misses else [], "contacts")


if __name__ == "__main__":
    main()
