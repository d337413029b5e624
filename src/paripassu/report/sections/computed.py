"""How it was computed: methods, versions, the digest of the case, and every law that was checked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from paripassu.case.case import Case
from paripassu.report import wording
from paripassu.report.section import Section

__all__ = ["computed"]


def computed(
    case: Case,
    answers: Mapping[str, Mapping[str, Any]],
    shown: Collection[str],
    draft: Mapping[str, str] | None = None,
) -> Section:
    """A row for each question asked, from the `how` and `laws` of its answer.

    Parameters
    ----------
    case : Case
    answers : mapping
        Verb -> the JSON form of its answer.
    shown : collection of str
        The parties whose numbers may be shown.
    draft : mapping of issue to option, optional
        What was given beside the case as a draft; the digest does not cover it.
    """
    hidden = frozenset(case.parties) - set(shown)
    rows = []
    for verb, answer in answers.items():
        how = answer["how"]
        rows.append(
            {
                "verb": verb,
                "status": answer["status"],
                "method": how["method"],
                "parameters": "; ".join(
                    f"{key.replace('_', ' ')} {said}"
                    for key, value in how["parameters"].items()
                    if (said := _said(value, hidden))
                ),
                "seed": how["seed"],
                "held": list(dict.fromkeys(_law(law["law"]) for law in answer["laws"] if law["holds"])),
                "broken": [
                    (_law(law["law"]), "" if hidden else law["witness"]) for law in answer["laws"] if not law["holds"]
                ],
            }
        )
    versions: dict[str, str] = {}
    for answer in answers.values():
        versions |= answer["how"]["versions"]
    facts = {
        "rows": rows,
        "versions": versions,
        "digest": case.digest,
        "draft": [
            f"{case.issues[name].name or name}: {case.issues[name].label(case.draft[name])}" for name in draft or ()
        ],
        "file": case.path.name if case.path else None,
        "laws": sum(len(row["held"]) + len(row["broken"]) for row in rows),
        "broken": sum(len(row["broken"]) for row in rows),
    }
    return Section(id="computed", facts=facts)


def _law(name: str) -> str:
    return name.replace("_", " ")


def _said(value: Any, hidden: Collection[str]) -> str:
    """A parameter in words; nothing for what was not set, nor for parties whose numbers are not shown."""
    if value is None or value in ([], {}, ()):
        return ""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_said(inner, hidden)}" for key, inner in value.items() if key not in hidden)
    if isinstance(value, float):
        return wording.number(value)
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
